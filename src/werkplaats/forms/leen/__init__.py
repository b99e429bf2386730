"""Cars that are lent or hired out: one period, its end, and the doors to both."""
