"""The self-test of an installation: tries on this computer whatever the program leans on, and changes nothing of it."""
