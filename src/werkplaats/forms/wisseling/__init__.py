"""The car through time: its plates and its people as a list, and a small dialog for each change of them."""
