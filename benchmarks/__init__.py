"""The promises about speed: each file measures one, as a ratio to a baseline that runs in turn with it.

``python -m benchmarks`` runs them all. A ratio says something on any computer, a figure in seconds only on one: so each
prints its command, the computer, medians, 99th percentiles and the ratio, and beside it the promise.
"""
