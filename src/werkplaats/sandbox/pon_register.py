"""What the stand-in of PON remembers: the requests that it took, by chassis number and by key.

It judges by rules of its own, as the real one does: it shares no line with the program that it is to be tested with.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any
from uuid import uuid4

POLLS = 2
"""Questions until a plate is given."""
_LETTERS = "BDFGHJKLNPRSTVXZ"
"""Letters of the plates that it gives out; real plates with them are not excluded, as in every invented one."""


@dataclass
class Aanvraag:
    """A request that was taken: what was asked, and how often somebody asked after it."""

    id: str
    body: dict[str, Any]
    kenteken: str
    asked: int = 0

    @property
    def einde(self) -> str:
        """The last two signs of the chassis number, by which troubles are chosen."""
        return str(self.body["chassisnummer"])[-2:].upper()


class PonRegister:
    """The requests of one stand-in; safe to use from its threads.

    ``honours_keys`` says whether a key that came before gets the same answer, or is not looked at.
    """

    def __init__(self, *, honours_keys: bool = True, polls: int = POLLS) -> None:
        self.honours_keys = honours_keys
        self._polls = polls
        self._lock = Lock()
        self._by_id: dict[str, Aanvraag] = {}
        self._by_key: dict[str, Aanvraag] = {}
        self._by_vin: dict[str, Aanvraag] = {}

    @property
    def aanvragen(self) -> list[Aanvraag]:
        """All requests that were taken, in their order."""
        return list(self._by_id.values())

    def take(self, key: str, body: dict[str, Any]) -> tuple[Aanvraag, bool]:
        """Takes a request; False with the one that stands in its way, for a chassis number is requested once."""
        vin = str(body["chassisnummer"]).upper()
        with self._lock:
            before = self._by_key.get(key) if self.honours_keys and key else None
            if before is not None:
                return before, True
            if vin in self._by_vin:
                return self._by_vin[vin], False
            taken = Aanvraag(str(uuid4()), body, _plate(len(self._by_id)))
            self._by_id[taken.id] = self._by_vin[vin] = taken
            if key:
                self._by_key[key] = taken
            return taken, True

    def get(self, aanvraag_id: str) -> Aanvraag | None:
        """A request by the id that was given out for it."""
        return self._by_id.get(aanvraag_id)

    def status(self, aanvraag: Aanvraag) -> dict[str, Any]:
        """How a request stands; each question brings it a step further."""
        with self._lock:
            aanvraag.asked += 1
            if aanvraag.asked < self._polls:
                return {"status": "IN_BEHANDELING"}
            if aanvraag.einde == "W1":
                return {"status": "AFGEWEZEN", "reden": "Het voertuig staat niet op uw dealernummer."}
            return {"status": "TOEGEKEND", "kenteken": aanvraag.kenteken}


def _plate(nummer: int) -> str:
    """A plate of the form X-999-XX, another one for each number."""
    rest, cijfers = divmod(nummer, 1000)
    rest, derde = divmod(rest, len(_LETTERS))
    eerste, tweede = divmod(rest, len(_LETTERS))
    letters = _LETTERS[tweede % len(_LETTERS)] + _LETTERS[derde]
    return f"{_LETTERS[(eerste + 2) % len(_LETTERS)]}-{cijfers:03d}-{letters}"
