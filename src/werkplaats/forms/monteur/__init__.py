"""The monteurscherm: full screen, large, for who stands at the car."""
