"""How a child says that it is there, and what it shows."""

from __future__ import annotations

import json
import sys
from typing import Any


def say_ready() -> None:
    """Stops the stopwatch of the parent."""
    sys.stdout.write("READY\n")
    sys.stdout.flush()


def say_shown(shown: Any) -> None:
    """Tells what was there, for the parent to compare."""
    sys.stdout.write(json.dumps(shown) + "\n")
    sys.stdout.flush()
