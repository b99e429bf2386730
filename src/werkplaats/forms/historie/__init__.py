"""The line of time of a car: its window, the words of its lines, and the door behind each."""
