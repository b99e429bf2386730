"""Car-Pass: the window on one report, new or known, and what stands in it."""
