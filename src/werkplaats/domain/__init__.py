"""The trade itself: values and rules in plain Python, which know no screen, no store and no network."""
