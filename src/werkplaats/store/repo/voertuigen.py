"""The vehicles: one card at a time, and the lists of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, bindparam, select, type_coerce
from sqlalchemy.orm import selectinload

from werkplaats.domain.voertuig import CODES, Voertuig, VoertuigKaart
from werkplaats.domain.wisseling import Rol
from werkplaats.domain.zoeksleutels import Sleutelsoort, voertuig_sleutels
from werkplaats.errors import NietGevonden
from werkplaats.store.kopie import field_names, to_value
from werkplaats.store.repo.basis import Repo
from werkplaats.store.repo.treffers import KOLOMMEN, V, select_voertuigen
from werkplaats.store.repo.zoeken import exact
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.voertuig import EIGENAAR, VoertuigKentekenRij, VoertuigRelatieRij, VoertuigRij, geldt
from werkplaats.store.sleutels import VAN_VOERTUIG, write_keys
from werkplaats.store.treffer import to_treffer
from werkplaats.store.vraag import Vraag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.sql.base import ExecutableOption

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.treffers import VoertuigTreffer
    from werkplaats.domain.vin import Vin
    from werkplaats.domain.voertuig import RelatieKop


_LAATSTE, _VOORSTELLEN = 5000, 300
"""From how many cars options are proposed, and how many of them."""


@cache
def _with_everything() -> tuple[ExecutableOption, ...]:
    """What a card needs beside its row; built when the first card is opened, for it makes the mapping of all rows."""
    return (
        selectinload(VoertuigRij.kentekens),
        selectinload(VoertuigRij.relaties).joinedload(VoertuigRelatieRij.relatie),
    )


_GEDATEERD = frozenset({"kenteken", "hoofdeigenaar"})
"""Fields of the card that stand in a dated table of their own."""

_VR = tabel(VoertuigRelatieRij).alias("zv")


def _in_role(rij: Sequence[Any]) -> VoertuigTreffer:
    """The car of a row, and what a person is to it when not its owner."""
    treffer, rol = to_treffer(rij), rij[len(KOLOMMEN)]
    return treffer if rol == EIGENAAR else replace(treffer, rol=Rol(rol))


_RECENT = Vraag(select_voertuigen().order_by(V.c.gewijzigd_op.desc()).limit(bindparam("limiet")), to_treffer)
_VAN_RELATIE = Vraag(
    select_voertuigen(_VR.join(V, V.c.id == _VR.c.voertuig_id), _VR.c.rol)
    .where(_VR.c.relatie_id == bindparam("relatie_id"), geldt(_VR))
    .order_by(V.c.merk, V.c.model, V.c.id),
    _in_role,
)
_EEN = Vraag(select_voertuigen().where(V.c.id == bindparam("voertuig_id")), to_treffer)
_APK = Vraag(
    select_voertuigen()
    .where(V.c.actief.is_(True))
    .where(V.c.vervaldatum_apk.between(bindparam("van"), bindparam("tot")))
    .order_by(V.c.vervaldatum_apk, V.c.id)
    .limit(bindparam("limiet")),
    to_treffer,
)


class Voertuigen(Repo):
    """The vehicles of the organisation."""

    def get(self, nummer: int) -> Voertuig:
        """A vehicle, its security codes masked; raises NietGevonden."""
        rij = self._row(nummer)
        kaart = to_value(rij, VoertuigKaart)
        return to_value(rij, Voertuig, kaart=kaart)

    def code(self, nummer: int, veld: str) -> str:
        """The text of one security code; the caller logs that a person looked."""
        if veld not in CODES:
            raise ValueError(veld)
        kolom = type_coerce(getattr(VoertuigRij, veld), Text)
        tekst = self.tx.sessie.execute(
            select(kolom).where(VoertuigRij.id == nummer, VoertuigRij.verwijderd_op.is_(None))
        ).scalar_one_or_none()
        if tekst is None:
            raise NietGevonden("voertuig", nummer)
        return str(tekst)

    def lock(self, nummer: int) -> None:
        """Keeps others from changing this vehicle until the transaction ends; raises NietGevonden."""
        gevraagd = select(VoertuigRij.id).where(VoertuigRij.id == nummer, VoertuigRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update()).first() is None:
            raise NietGevonden("voertuig", nummer)

    def add(self, kaart: VoertuigKaart) -> int:
        """Adds a vehicle and returns its id."""
        werk = self.werk
        eigen = {naam: getattr(kaart, naam) for naam in field_names(VoertuigKaart) if naam not in _GEDATEERD}
        rij = VoertuigRij(
            **eigen, versie=1, gewijzigd_op=werk.nu, gewijzigd_door=werk.wie.naam, kentekens=[], relaties=[]
        )
        werk.sessie.add(rij)
        self._set_kenteken(rij, kaart.kenteken)
        self._set_eigenaar(rij, kaart.hoofdeigenaar)
        werk.sessie.flush()
        self._write_keys(rij, kaart.chassisnummer)
        return rij.id

    def write(self, nummer: int, wijzigingen: dict[str, Any], voor: VoertuigKaart) -> None:
        """Writes these fields of a vehicle whose card was ``voor``; raises NietGevonden."""
        rij = self._row(nummer)
        for veld, waarde in wijzigingen.items():
            if veld not in _GEDATEERD:
                setattr(rij, veld, waarde)
        if "kenteken" in wijzigingen:
            self._set_kenteken(rij, wijzigingen["kenteken"])
        if "hoofdeigenaar" in wijzigingen:
            self._set_eigenaar(rij, wijzigingen["hoofdeigenaar"])
        self._mark(rij)
        if wijzigingen.keys() & {"kenteken", "chassisnummer"}:
            self._write_keys(rij, replace(voor, **wijzigingen).chassisnummer)

    def mark_changed(self, nummer: int) -> None:
        """After a change of its dated facts: a next version of the card, found by all plates it has now."""
        rij = self._row(nummer)
        self._mark(rij)
        self._write_keys(rij, rij.chassisnummer)

    def delete(self, nummer: int) -> None:
        """Puts a vehicle in the bin: it is no longer found, and nothing of it is lost; raises NietGevonden."""
        werk = self.werk
        rij = self._row(nummer)
        rij.verwijderd_op, rij.verwijderd_door = werk.nu, werk.wie.naam
        werk.sessie.flush()
        write_keys(werk.verbinding, nummer, VAN_VOERTUIG, ())

    def doubles(
        self, kenteken: Kenteken | None, vin: Vin | None, except_id: int | None = None
    ) -> tuple[VoertuigTreffer, ...]:
        """Other vehicles that bear this plate now, or have this chassis number."""
        gevonden: dict[int, VoertuigTreffer] = {}
        for soort, sleutel in sorted(voertuig_sleutels([kenteken] if kenteken else [], vin)):
            for treffer in exact(self.tx.verbinding, soort, sleutel):
                if soort is not Sleutelsoort.KENTEKEN or treffer.kenteken == kenteken:
                    gevonden[treffer.id] = treffer
        return tuple(treffer for nummer, treffer in sorted(gevonden.items()) if nummer != except_id)

    def used_options(self) -> tuple[str, ...]:
        """The options of the cars that came last, the most frequent first, each in one spelling."""
        laatst = select(VoertuigRij.opties).order_by(VoertuigRij.id.desc()).limit(_LAATSTE)
        aantal: Counter[str] = Counter()
        naam: dict[str, str] = {}
        for (opties,) in self.tx.sessie.execute(laatst):
            for optie in opties:
                aantal[optie.casefold()] += 1
                naam.setdefault(optie.casefold(), optie)
        return tuple(naam[sleutel] for sleutel, _keer in aantal.most_common(_VOORSTELLEN))

    def recent(self, limiet: int = 50) -> tuple[VoertuigTreffer, ...]:
        """The vehicles that were changed last."""
        return tuple(_RECENT.run(self.tx.verbinding, limiet=limiet))

    def treffer(self, nummer: int) -> VoertuigTreffer:
        """A vehicle as a list shows it; raises NietGevonden."""
        gevonden = _EEN.run(self.tx.verbinding, voertuig_id=nummer)
        if not gevonden:
            raise NietGevonden("voertuig", nummer)
        return gevonden[0]

    def van_relatie(self, relatie_id: int) -> tuple[VoertuigTreffer, ...]:
        """The vehicles that this relatie owns now, then those that he drives or of which he has the contract."""
        gevonden: dict[int, VoertuigTreffer] = {}
        for treffer in _VAN_RELATIE.run(self.tx.verbinding, relatie_id=relatie_id):
            # Who drives his own car is its owner.
            if treffer.rol is None or treffer.id not in gevonden:
                gevonden[treffer.id] = treffer
        return tuple(sorted(gevonden.values(), key=lambda treffer: treffer.rol is not None))

    def apk_tussen(self, van: date, tot: date, limiet: int = 50) -> tuple[VoertuigTreffer, ...]:
        """Active vehicles whose APK (keuring) ends on a day from ``van`` to ``tot``, both included."""
        return tuple(_APK.run(self.tx.verbinding, van=van, tot=tot, limiet=limiet))

    def _row(self, nummer: int) -> VoertuigRij:
        gevraagd = select(VoertuigRij).where(VoertuigRij.id == nummer, VoertuigRij.verwijderd_op.is_(None))
        rij = self.tx.sessie.scalars(
            gevraagd.options(*_with_everything()).execution_options(populate_existing=True)
        ).one_or_none()
        if rij is None:
            raise NietGevonden("voertuig", nummer)
        return rij

    def _set_kenteken(self, rij: VoertuigRij, kenteken: Kenteken | None) -> None:
        """A plate that is corrected stays the same row; one that is taken off keeps its history."""
        nu = rij.open_kenteken
        if kenteken is None:
            if nu is not None:
                nu.tot = self.werk.vandaag
        elif nu is None:
            rij.kentekens.append(VoertuigKentekenRij(kenteken=kenteken, van=self.werk.vandaag))
        else:
            nu.kenteken = kenteken

    def _set_eigenaar(self, rij: VoertuigRij, kop: RelatieKop | None) -> None:
        """Another owner is a sale: the old row is closed today, so that a search on him still finds the car."""
        nu = rij.open_eigenaar
        if nu is not None and kop is not None and nu.relatie_id == kop.id:
            return
        if nu is not None:
            nu.tot = self.werk.vandaag
            # The open row is unique: it must be closed in the database before the next one is opened.
            self.werk.sessie.flush()
        if kop is not None:
            self._require_relatie(kop.id)
            rij.relaties.append(VoertuigRelatieRij(relatie_id=kop.id, rol=EIGENAAR, van=self.werk.vandaag))

    def _require_relatie(self, nummer: int) -> None:
        """The owner may have been deleted since the screen was filled."""
        gevraagd = select(RelatieRij.id).where(RelatieRij.id == nummer, RelatieRij.verwijderd_op.is_(None))
        if self.tx.sessie.execute(gevraagd.with_for_update(read=True)).first() is None:
            raise NietGevonden("relatie", nummer)

    def _mark(self, rij: VoertuigRij) -> None:
        rij.versie += 1
        rij.gewijzigd_op, rij.gewijzigd_door = self.werk.nu, self.werk.wie.naam
        self.werk.sessie.flush()

    def _write_keys(self, rij: VoertuigRij, vin: Vin | None) -> None:
        sleutels = voertuig_sleutels([oud.kenteken for oud in rij.kentekens], vin)
        write_keys(self.werk.verbinding, rij.id, VAN_VOERTUIG, sleutels)
