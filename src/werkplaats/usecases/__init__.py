"""What a garage does: one class per topic, the rights checked first, one transaction per call."""
