"""The relaties: one card at a time."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from werkplaats.domain.dubbel import double_reason
from werkplaats.domain.naam import adresregel, kop, weergave
from werkplaats.domain.relatie import TEKST_VERSIE, TOESTEMMINGEN, Relatie, RelatieKaart, ToestemmingRegel
from werkplaats.domain.treffers import DubbeleRelatie
from werkplaats.domain.voertuig import RelatieKop
from werkplaats.domain.zoeksleutels import Sleutelsoort, relatie_sleutels
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import Rij, tabel
from werkplaats.store.rows.relatie import RelatieAdresRij, RelatieRij, RelatieTelefoonRij, RelatieToestemmingRij
from werkplaats.store.rows.zoeken import ZoeksleutelRij
from werkplaats.store.sleutels import VAN_RELATIE, write_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement

    from werkplaats.domain.relatie import Toestemming


_KINDEREN: dict[str, tuple[str, type[Rij]]] = {
    "adressen": ("adres_rijen", RelatieAdresRij),
    "telefoons": ("telefoon_rijen", RelatieTelefoonRij),
}
"""Fields of the card whose values stand in a table of their own."""

_ZEKERE_SLEUTELS = frozenset({Sleutelsoort.EMAIL, Sleutelsoort.TELEFOON, Sleutelsoort.POSTCODE})
_KANDIDATEN = 50
_Z = tabel(ZoeksleutelRij)


class Relaties(Repo):
    """The people and companies of the organisation."""

    def get(self, nummer: int) -> Relatie:
        """A relatie; raises NietGevonden."""
        rij = self._row(nummer)
        return to_value(rij, Relatie, kaart=to_value(rij, RelatieKaart))

    def kop(self, nummer: int) -> RelatieKop:
        """A relatie in one line; raises NietGevonden."""
        return to_value(self._row(nummer), RelatieKop)

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this relatie until the transaction ends; raises NietGevonden."""
        gevraagd = select(RelatieRij.id).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("relatie", nummer)

    def add(self, kaart: RelatieKaart) -> int:
        """Adds a relatie and returns its id."""
        werk = self.werk
        eigen = {naam: getattr(kaart, naam) for naam in field_names(RelatieKaart) if naam not in _KINDEREN}
        rij = RelatieRij(**eigen, **_derived(kaart), versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam)
        for veld in _KINDEREN:
            _set_children(rij, veld, getattr(kaart, veld))
        werk.sessie.add(rij)
        werk.sessie.flush()
        self._note_consents(rij.id, {veld: getattr(kaart, veld) for veld in TOESTEMMINGEN if getattr(kaart, veld)})
        write_keys(werk.verbinding, rij.id, VAN_RELATIE, relatie_sleutels(kaart))
        return rij.id

    def write(self, nummer: int, wijzigingen: Mapping[str, Any], voor: RelatieKaart) -> None:
        """Writes these fields of a relatie whose card was ``voor``; raises NietGevonden."""
        werk = self.werk
        rij = self._row(nummer)
        kaart = replace(voor, **wijzigingen)
        for veld, waarde in (dict(wijzigingen) | _derived(kaart)).items():
            if veld in _KINDEREN:
                _set_children(rij, veld, waarde)
            else:
                setattr(rij, veld, waarde)
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        self._note_consents(nummer, {veld: wijzigingen[veld] for veld in TOESTEMMINGEN if veld in wijzigingen})
        write_keys(werk.verbinding, nummer, VAN_RELATIE, relatie_sleutels(kaart))

    def delete(self, nummer: int) -> None:
        """Puts a relatie in the bin: it is no longer found, and nothing of it is lost; raises NietGevonden."""
        werk = self.werk
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        write_keys(werk.verbinding, nummer, VAN_RELATIE, ())

    def toestemmingen(self, nummer: int) -> tuple[ToestemmingRegel, ...]:
        """Every consent that was noted, the latest first."""
        gevraagd = select(RelatieToestemmingRij).where(RelatieToestemmingRij.relatie_id == nummer)
        rijen = self.tx.sessie.scalars(gevraagd.order_by(RelatieToestemmingRij.id.desc()))
        return tuple(to_value(rij, ToestemmingRegel) for rij in rijen)

    def doubles(self, kaart: RelatieKaart, except_id: int | None) -> tuple[DubbeleRelatie, ...]:
        """Other relaties that are likely the same: one e-mail or telephone, or one name with birth date or address."""
        sleutels = relatie_sleutels(kaart)
        gelijk = [sleutel for sleutel in sleutels if sleutel[0] in _ZEKERE_SLEUTELS]
        kandidaten = self._with_keys(gelijk)
        if kaart.geboortedatum is not None:
            namen = [sleutel for sleutel in sleutels if sleutel[0] is Sleutelsoort.NAAM]
            kandidaten |= self._with_keys(namen, RelatieRij.geboortedatum == kaart.geboortedatum)
        gevonden = []
        for nummer in sorted(kandidaten - {except_id}):
            ander = self.get(nummer)
            if reden := double_reason(kaart, ander.kaart):
                gevonden.append(DubbeleRelatie(kop(ander), reden))
        return tuple(gevonden)

    def _with_keys(self, sleutels: Iterable[tuple[Sleutelsoort, str]], *waar: ColumnElement[bool]) -> set[int]:
        paren = [and_(_Z.c.soort == soort.value, _Z.c.sleutel == sleutel) for soort, sleutel in sorted(sleutels)]
        if not paren:
            return set()
        gevraagd = select(RelatieRij.id).join(_Z, _Z.c.doel == RelatieRij.id).where(or_(*paren), *waar)
        return set(self.tx.sessie.scalars(gevraagd.where(RelatieRij.verwijderd_op.is_(None)).limit(_KANDIDATEN)))

    def _note_consents(self, nummer: int, staten: Mapping[str, Toestemming]) -> None:
        werk = self.werk
        werk.sessie.add_all(
            RelatieToestemmingRij(
                relatie_id=nummer,
                doel=doel,
                staat=staat,
                tekst_versie=TEKST_VERSIE,
                moment=werk.nu,
                door=werk.wie.naam,
            )
            for doel, staat in staten.items()
        )
        werk.sessie.flush()

    def _row(self, nummer: int) -> RelatieRij:
        gevraagd = select(RelatieRij).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        gevraagd = gevraagd.options(selectinload(RelatieRij.adres_rijen), selectinload(RelatieRij.telefoon_rijen))
        rij = self.tx.sessie.scalars(gevraagd.execution_options(populate_existing=True)).one_or_none()
        if rij is None:
            raise NietGevonden("relatie", nummer)
        return rij


def _set_children(rij: RelatieRij, veld: str, waarden: tuple[Any, ...]) -> None:
    """The rows of the further addresses or telephones are replaced as a whole, in their order."""
    naam, soort = _KINDEREN[veld]
    setattr(
        rij, naam, [soort(**{deel.name: getattr(waarde, deel.name) for deel in fields(waarde)}) for waarde in waarden]
    )


def _derived(kaart: RelatieKaart) -> dict[str, str]:
    return {"weergave": weergave(kaart), "adresregel": adresregel(kaart)}
