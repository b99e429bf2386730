"""KM stand: the odometer readings of a car as a chart and a list, and the row in which a new one is typed."""
