"""Qt only: the window, the base form, background work, controls and the look; it knows no forms."""
