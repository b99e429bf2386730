"""Instellingen: how each shop works, and how the window looks to the person at it; a window with a page per topic."""
