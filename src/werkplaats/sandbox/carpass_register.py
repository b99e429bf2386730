"""What the stand-in of Car-Pass remembers: readings per chassis number, and reports with what is wrong about them.

It judges by rules of its own, as the real one does: it shares no line with the program that it is to be tested with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

_KM_PER_DAY = 1000
_OLD_DAYS = 5
_ROUND = 1000
_METRES_PER_MILE = 1.609344

FORCED = {"A1": "KM_PER_DAY_TOO_HIGH", "A2": "KM_LOWER_THAN_PREVIOUS", "A3": "KM_ROUNDED"}
"""What is said of a chassis number with this end, whatever its reading."""

MESSAGES = {
    "KM_PER_DAY_TOO_HIGH": "Te veel kilometers per dag sinds de vorige melding.",
    "KM_LOWER_THAN_PREVIOUS": "De kilometerstand is lager dan de vorige melding.",
    "DUPLICATE_TODAY": "Dezelfde gegevens zijn vandaag al gemeld.",
    "DATE_TOO_OLD": "De datum ligt meer dan 5 dagen in het verleden.",
    "KM_ROUNDED": "De kilometerstand is een afgerond getal.",
    "NOT_CORRECTABLE": "Deze melding kan niet worden gecorrigeerd.",
}


@dataclass
class Reading:
    """A reading that counts: its day, its kilometres, whether the odometer was replaced before it, when it came."""

    day: date
    km: int
    replaced: bool
    received: date


@dataclass
class Observation:
    """A report: what was sent, what is wrong, and how often it was asked for."""

    guid: str
    vin: str
    day: date
    km: int
    replaced: bool
    received: date
    issues: list[dict[str, Any]] = field(default_factory=list)
    confirmed: set[str] = field(default_factory=set)
    asked: int = 0
    accepted: bool = False
    corrected: bool = False
    waits: bool = False
    history: bool = False
    description: dict[str, Any] | None = None

    @property
    def end(self) -> str:
        """The last two signs of the chassis number, by which troubles are chosen."""
        return self.vin[-2:].upper()

    @property
    def open_issues(self) -> list[dict[str, Any]]:
        """What still stands against it."""
        return [issue for issue in self.issues if issue["issueId"] not in self.confirmed]


class CarPassRegister:
    """The readings and reports of one stand-in; safe to use from its threads."""

    def __init__(self, bestand: Path | None = None) -> None:
        self._lock = Lock()
        self._bestand = bestand
        self._readings: dict[str, list[Reading]] = {}
        self._observations: dict[str, Observation] = {}

    def _load(self) -> None:
        """Takes over what the practice garage says it knows; the file may come after the first start."""
        if self._bestand is None or not self._bestand.exists():
            return
        with self._lock:
            if self._bestand is None:
                return
            known = json.loads(self._bestand.read_text(encoding="utf-8"))
            self._bestand = None
            self._know_histories(known.get("histories", []))
            for old in known["readings"]:
                day = date.fromisoformat(old["day"])
                reading = Reading(day, old["km"], False, day)
                # What a history named is known already.
                if reading not in self._readings.setdefault(old["vin"], []):
                    self._readings[old["vin"]].append(reading)
            for old in known["observations"]:
                day = date.fromisoformat(old["day"])
                seen = Observation(old["guid"], old["vin"], day, old["km"], False, day, old["issues"])
                seen.accepted, seen.waits = old["accepted"], old["waits"]
                self._observations[seen.guid] = seen
                if seen.accepted:
                    self._readings.setdefault(seen.vin, []).append(Reading(day, seen.km, False, day))

    def _know_histories(self, histories: list[dict[str, Any]]) -> None:
        """The histories that were asked before, and what was reported of their cars."""
        for old in histories:
            day = date.fromisoformat(old["day"])
            asked = Observation(old["guid"], old["vin"], day, old["km"], False, day, history=True)
            self._observations[asked.guid] = asked
            for reading in old["readings"]:
                day = date.fromisoformat(reading["day"])
                self._readings.setdefault(asked.vin, []).append(Reading(day, reading["km"], False, day))

    def add_reading(self, vin: str, day: date, km: int) -> None:
        """A reading that another garage reported before."""
        with self._lock:
            self._readings.setdefault(vin.upper(), []).append(Reading(day, km, False, day))

    def take(self, body: dict[str, Any], today: date, *, history: bool = False) -> Observation:
        """Takes a report and judges it; a request for the history of a car is no report."""
        self._load()
        miles = body.get("odometerUnit") == "MI"
        km = round(body["odometerReading"] * _METRES_PER_MILE) if miles else body["odometerReading"]
        day = date.fromisoformat(body["odometerReadingDate"])
        seen = Observation(
            str(uuid4()), body["vin"].upper(), day, km, bool(body.get("odometerReplaced")), received=today
        )
        with self._lock:
            seen.history = history
            if not history:
                self._judge(seen, today)
            self._observations[seen.guid] = seen
            # A report that is looked into is known too: the same one again is a double.
            self._readings.setdefault(seen.vin, [])
        return seen

    def get(self, guid: str) -> Observation | None:
        """A report by its guid."""
        self._load()
        return self._observations.get(guid)

    def readings(self, vin: str) -> list[Reading]:
        """What is known of a car since its odometer was replaced last, by day."""
        with self._lock:
            return self._since_replaced(vin)

    def ask(self, seen: Observation) -> int:
        """Counts how often a request was asked after."""
        with self._lock:
            seen.asked += 1
            return seen.asked

    @property
    def observations(self) -> list[Observation]:
        """All reports that were taken, for tests."""
        return list(self._observations.values())

    def correct(self, seen: Observation, body: dict[str, Any], today: date) -> None:
        """Lays other data on a report and judges it anew."""
        with self._lock:
            before = seen.km, seen.day
            seen.vin = str(body.get("vin") or seen.vin).upper()
            seen.km = body.get("odometerReading", seen.km)
            seen.day = date.fromisoformat(body["odometerReadingDate"]) if body.get("odometerReadingDate") else seen.day
            seen.replaced = bool(body.get("odometerReplaced", seen.replaced))
            seen.corrected = (seen.km, seen.day) != before
            seen.confirmed.clear()
            self._judge(seen, today)

    def confirm(self, seen: Observation, issue_id: str) -> bool:
        """Takes the word that the data are right; False when that was said before."""
        with self._lock:
            if issue_id in seen.confirmed:
                return False
            seen.confirmed.add(issue_id)
            return True

    def status(self, seen: Observation) -> str:
        """How a report stands; each question brings one that waits a step further."""
        with self._lock:
            seen.asked += 1
            if seen.end == "R1":
                return "REJECTED"
            if (seen.end == "D1" or seen.waits) and seen.asked <= 2:
                return "WAITING_FOR_DIV"
            if seen.open_issues:
                return "REVIEWING"
            if not seen.accepted and not seen.history:
                seen.accepted = True
                reading = Reading(seen.day, seen.km, seen.replaced, seen.received)
                self._readings.setdefault(seen.vin, []).append(reading)
            return "ACCEPTED"

    def _judge(self, seen: Observation, today: date) -> None:
        codes = self._codes(seen, today)
        forced = FORCED.get(seen.end)
        if forced and not seen.corrected and forced not in codes:
            codes[forced] = _made_up(seen, forced)
        seen.issues = [
            {
                "issueId": str(uuid4()),
                "code": code,
                "message": MESSAGES[code],
                "correctable": seen.end != "R1",
                "confirmable": seen.end != "R1",
                **({"previousReading": before.km, "previousDate": before.day.isoformat()} if before else {}),
            }
            for code, before in codes.items()
        ]
        if seen.end == "R1":
            message = MESSAGES["NOT_CORRECTABLE"]
            fixed = {"code": "NOT_CORRECTABLE", "message": message, "correctable": False, "confirmable": False}
            seen.issues = [{"issueId": str(uuid4()), **fixed}]

    def _codes(self, seen: Observation, today: date) -> dict[str, Reading | None]:
        found: dict[str, Reading | None] = {}
        earlier = [old for old in self._since_replaced(seen.vin) if old.day <= seen.day]
        if earlier and not seen.replaced:
            last = max(earlier, key=lambda old: (old.day, old.km))
            highest = max(earlier, key=lambda old: old.km)
            if seen.km < highest.km:
                found["KM_LOWER_THAN_PREVIOUS"] = highest
            if seen.km - last.km > _KM_PER_DAY * max(1, (seen.day - last.day).days):
                found["KM_PER_DAY_TOO_HIGH"] = last
        if self._is_double(seen, today):
            found["DUPLICATE_TODAY"] = None
        if (today - seen.day).days > _OLD_DAYS:
            found["DATE_TOO_OLD"] = None
        if seen.km and seen.km % _ROUND == 0:
            found["KM_ROUNDED"] = None
        return found

    def _is_double(self, seen: Observation, today: date) -> bool:
        return any(
            (other.vin, other.km, other.day, other.received) == (seen.vin, seen.km, seen.day, today)
            for other in self._observations.values()
            if other.guid != seen.guid and not other.history
        )

    def _since_replaced(self, vin: str) -> list[Reading]:
        readings = sorted(self._readings.get(vin, []), key=lambda old: old.day)
        start = max((at for at, old in enumerate(readings) if old.replaced), default=0)
        return readings[start:]


def _made_up(seen: Observation, code: str) -> Reading | None:
    if code == "KM_PER_DAY_TOO_HIGH":
        return Reading(seen.day - timedelta(days=1), max(0, seen.km - 5_000), False, seen.day)
    if code == "KM_LOWER_THAN_PREVIOUS":
        return Reading(seen.day - timedelta(days=30), seen.km + 6_582, False, seen.day)
    return None
