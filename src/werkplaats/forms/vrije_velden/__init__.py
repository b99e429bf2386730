"""Vrije velden: what stands for a car in the fields that the shop defined itself."""
