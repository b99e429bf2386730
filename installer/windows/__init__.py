"""The 64-bit Windows setup, built and tried on Linux."""
