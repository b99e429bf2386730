"""The practice garage: demo data made through the use cases; every plate, name and number in it is invented."""
