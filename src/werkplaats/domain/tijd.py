"""The time of day as people type it at a counter."""

from __future__ import annotations

import re
from datetime import time

from werkplaats.errors import Bevinding, Ongeldig

_TIJD = re.compile(r"(\d{1,2})(?:[:.\s]?(\d{2}))?(?:\s*uur|\s*u)?", re.ASCII | re.IGNORECASE)


def parse_tijd(tekst: str, veld: str) -> time:
    """Reads ``9:05``, ``0905``, ``9.05``, ``9`` or ``9 uur``; raises Ongeldig TIJD_ONLEESBAAR at ``veld``."""
    gevonden = _TIJD.fullmatch(tekst.strip())
    if gevonden is not None:
        uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
        if uur < 24 and minuut < 60:
            return time(uur, minuut)
    raise Ongeldig([Bevinding(veld, "TIJD_ONLEESBAAR", params={"tekst": tekst.strip()[:40]})])
