"""The dialog of a relatie: who it is, how to reach them, and which cars are theirs."""
