"""Finding a car or a relatie by anything that a person at the counter may type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht
from werkplaats.domain.scancode import compact_code
from werkplaats.domain.treffers import RelatieTreffer, VoertuigTreffer, Zoekresultaat
from werkplaats.domain.zoeksleutels import zoekvragen

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

LIMIET = 20


class Zoeken:
    """Searches cars and relaties by kenteken, VIN or its end, name, telephone, postcode with number, or e-mail."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, wie: Wie, tekst: str, limiet: int = LIMIET) -> Zoekresultaat:
        """The cars and relaties that the text may mean; relaties only for who may see them."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        vragen = zoekvragen(tekst)
        if not vragen:
            return Zoekresultaat(tekst)
        with self._store.read() as lezing:
            voertuigen, meer_voertuigen = lezing.zoeken.voertuigen(vragen, limiet)
            relaties, meer_relaties = (
                lezing.zoeken.relaties(vragen, limiet) if wie.mag(Recht.RELATIE_ZIEN) else ((), False)
            )
        return Zoekresultaat(tekst, voertuigen, relaties, meer_voertuigen, meer_relaties)

    def scanned(self, wie: Wie, tekst: str) -> int | None:
        """The one car that a scanned code means: by its plate, its chassis number, or a plate that it bore before."""
        compact = compact_code(tekst)
        found = self.find(wie, compact).voertuigen
        for code in (_plate, _vin, _old_plate):
            exact = [treffer.id for treffer in found if code(treffer) == compact]
            if exact:
                return exact[0] if len(exact) == 1 else None
        return None

    def relaties(self, wie: Wie, tekst: str, limiet: int = LIMIET) -> tuple[RelatieTreffer, ...]:
        """The relaties that the text may mean, to choose an owner from."""
        wie.vereis(Recht.RELATIE_ZIEN)
        vragen = zoekvragen(tekst)
        if not vragen:
            return ()
        with self._store.read() as lezing:
            return lezing.zoeken.relaties(vragen, limiet)[0]


def _plate(treffer: VoertuigTreffer) -> str:
    return treffer.kenteken.compact if treffer.kenteken is not None else ""


def _vin(treffer: VoertuigTreffer) -> str:
    return treffer.vin


def _old_plate(treffer: VoertuigTreffer) -> str:
    return treffer.oud_kenteken.compact if treffer.oud_kenteken is not None else ""
