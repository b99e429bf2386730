"""Stand-ins of the outside systems, for practice and tests: small web applications that speak the parties' contracts.

They import nothing of the rest of the program: they are the world outside.
"""
