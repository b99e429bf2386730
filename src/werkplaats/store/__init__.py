"""The store: SQLAlchemy rows, one repository per topic, the transaction. Values go in and come out, never rows.

This file stays empty, so that naming a part of the store loads no more than that part.
"""
