"""The baseline of P1a: a bare window with a table of fifty rows."""

from __future__ import annotations

from benchmarks.children.bare import show

if __name__ == "__main__":
    raise SystemExit(show([[f"{column} {row}" for column in "abcdef"] for row in range(50)]))
