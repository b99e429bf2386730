"""How a dated fact of a car is changed inside a transaction: shared by the use cases that do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.wisseling import Periode, PlaatRegel, check_plaat
from werkplaats.errors import Bevinding
from werkplaats.usecases.wijzigingen import log_text, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.wisseling import EindeElders, Regel
    from werkplaats.store.transactie import Werk

ONDERWERP = "voertuig"
DAG = "per_dag"
"""The field under which the logboek keeps from which day on a change holds."""
PERIODE = "periode"
"""The field under which the logboek keeps a fact with its days."""


def close(werk: Werk, regel: Regel | None, dag: date) -> None:
    """A fact that holds ends on this day."""
    if regel is not None:
        werk.wisselingen.set_periode(regel, Periode(regel.periode.van, dag))


def change_plate(werk: Werk, voertuig_id: int, nieuw: Kenteken | None, dag: date) -> None:
    """From this day on a car bears this plate, or none; raises Ongeldig. The car is locked already."""
    tijdlijn = werk.wisselingen.tijdlijn(voertuig_id)
    refuse_blocking(check_plaat(nieuw, dag, tijdlijn, werk.vandaag))
    oud = tijdlijn.plaat
    close(werk, oud, dag)
    if nieuw is not None:
        werk.wisselingen.open_plaat(voertuig_id, nieuw, dag)
    note(werk, voertuig_id, "kenteken", log_text(oud.kenteken if oud else None), log_text(nieuw), dag)


def refuse_nameless(werk: Werk, voertuig_id: int, veld: str) -> None:
    """A car without plate and chassis number could never be saved again: it must keep one of the two."""
    if werk.voertuigen.get(voertuig_id).kaart.chassisnummer is None:
        refuse_blocking([Bevinding(veld, "WISSEL_NAAMLOOS")])


def end_elsewhere(werk: Werk, kenteken: Kenteken | None, einde: EindeElders | None) -> None:
    """The plate that this car bears now ends at the other car, if it bears it still."""
    if einde is None or kenteken is None:
        return
    werk.voertuigen.lock(einde.voertuig_id)
    plaat = werk.wisselingen.tijdlijn(einde.voertuig_id).plaat
    if plaat is not None and plaat.kenteken == kenteken:
        refuse_nameless(werk, einde.voertuig_id, "dag")
        change_plate(werk, einde.voertuig_id, None, einde.dag)


def period_text(regel: Regel, periode: Periode | None = None) -> str:
    """A fact with its days, or with other ones, as the logboek keeps it: ``GA-482-R: 03-02-2020 - 12-03-2026``."""
    dagen = periode or regel.periode
    return f"{regel.naam}: {datum_tekst(dagen.van) or '…'} - {datum_tekst(dagen.tot) or '…'}"


def set_periode(werk: Werk, voertuig_id: int, regel: Regel, periode: Periode) -> None:
    """A fact gets these days, and the logboek says what they were."""
    werk.wisselingen.set_periode(regel, periode)
    werk.log(ONDERWERP, voertuig_id, "gewijzigd", {PERIODE: (period_text(regel), period_text(regel, periode))})


def refuse_elsewhere(werk: Werk, voertuig_id: int, regel: Regel, veld: str, bekend: Collection[int] = ()) -> None:
    """A plate that comes to hold again may be on another car by now; ``bekend`` are cars of which that was known."""
    nieuw = bearers(werk, voertuig_id, regel) - set(bekend)
    if nieuw:
        auto = werk.voertuigen.treffer(min(nieuw))
        refuse_blocking([Bevinding(veld, "WISSEL_ELDERS", params={"wat": regel.naam, "auto": auto.omschrijving})])


def bearers(werk: Werk, voertuig_id: int, regel: Regel) -> frozenset[int]:
    """The other cars that bear this plate now; of a person none."""
    if not isinstance(regel, PlaatRegel):
        return frozenset()
    return frozenset(ander.id for ander in werk.voertuigen.doubles(regel.kenteken, None, voertuig_id))


def note(werk: Werk, voertuig_id: int, veld: str, voor: str, na: str, dag: date) -> None:
    """The car has a next version, and the logboek says what it was, what it is, and from which day on."""
    werk.voertuigen.mark_changed(voertuig_id)
    werk.log(ONDERWERP, voertuig_id, "gewijzigd", {veld: (voor, na), DAG: ("", dag.isoformat())})
