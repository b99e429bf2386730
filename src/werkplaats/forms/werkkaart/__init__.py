"""The dialog of a werkkaart: its head with the tabs, the grid of lines with its keys, and what stands under it."""
