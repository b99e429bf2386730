"""The overview of plate requests: the calendar, what waits for a person, and what was asked of PON."""
