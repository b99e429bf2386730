"""The baseline of P1b: a bare window that asks the rows of the list through SQLAlchemy, with the product's own SQL.

Its argument is a file with the address, the settings of the connection and the statements.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sqlalchemy import create_engine

from benchmarks.children.bare import show


def main() -> int:
    """Asks, shows, and ends when the rows have been painted."""
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    engine = create_engine(given["url"])
    with engine.connect() as connection:
        for setting in given["settings"]:
            connection.exec_driver_sql(setting)
        rows = [
            row
            for sql, parameters in given["statements"]
            for row in connection.exec_driver_sql(sql, tuple(parameters)).all()
        ]
    engine.dispose()
    return show(rows)


if __name__ == "__main__":
    raise SystemExit(main())
