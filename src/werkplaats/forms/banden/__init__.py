"""Banden: the sets of tyres of a car as a list, and one of them as a form."""
