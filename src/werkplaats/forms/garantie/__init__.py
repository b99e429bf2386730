"""The warranties of a car: their list, and one of them."""
