"""Makes what a garage installs, and tries it out; no part of the product."""
