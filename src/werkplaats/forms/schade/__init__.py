"""The damages of a car: a drawing with numbered marks beside their list, and one damage with its photos."""
