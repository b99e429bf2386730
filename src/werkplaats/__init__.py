"""Werkplaats: the desktop client of Dutch and Belgian garages."""

__version__ = "0.1.0"
