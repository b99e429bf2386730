"""The own lists of a shop by hand: articles, packages and standard texts, and what their codes mean to Car-Pass."""
