"""The programs that are timed from outside, each in a process of its own: the product, and bare baselines.

Each prints ``READY`` when it has come where the stopwatch ends, and then one line of JSON with what it showed.
"""
