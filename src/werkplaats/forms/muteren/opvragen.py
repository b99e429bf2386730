"""RDW opvragen for the vehicle card: asks, lays the answer beside the card, and knows what was taken from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from werkplaats.domain.rdw_vergelijken import take, taken_fields
from werkplaats.errors import PartijFout
from werkplaats.i18n import _, ngettext

if TYPE_CHECKING:
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.rdw import RdwAntwoord, RdwGegevens, Verschil
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.muteren.form import MuterenForm
    from werkplaats.forms.toegang import Toegang


class Opvragen(QObject):
    """The register's part of one dialog."""

    def __init__(self, form: MuterenForm, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__(form)
        self._form = form
        self._toegang = toegang
        self._deuren = deuren
        self._antwoord: RdwAntwoord | None = None
        self._taken: dict[str, Any] = {}

    def know(self, antwoord: RdwAntwoord | None) -> None:
        """Takes note of an answer that was kept."""
        self._antwoord = antwoord

    def known_of(self, kenteken: Kenteken | None) -> RdwGegevens | None:
        """What the register said of this plate; None when it was another car that was asked about."""
        same = self._antwoord is not None and self._antwoord.kenteken == kenteken
        return self._antwoord.gegevens if self._antwoord is not None and same else None

    def still_taken(self, kaart: VoertuigKaart) -> frozenset[str]:
        """The fields that hold what the register gave: what a person typed over it since is his own."""
        return frozenset(veld for veld, waarde in self._taken.items() if getattr(kaart, veld) == waarde)

    def ask(self, voertuig_id: int | None, kenteken: Kenteken, kaart: VoertuigKaart) -> None:
        """Asks about a plate. Esc lets go of the question; the dialog stays usable when it fails."""
        toegang = self._toegang

        def look_up() -> tuple[RdwAntwoord, tuple[Verschil, ...]]:
            antwoord = toegang.rdw.look_up(toegang.wie, kenteken)
            return antwoord, toegang.rdw.compare(toegang.wie, voertuig_id, kaart, antwoord)

        self._form.work(look_up, partial(self._answered, voertuig_id), failed=self._failed)

    def _failed(self, problem: WerkplaatsError) -> None:
        """What the party could not do now it may do later; an unknown plate stays unknown."""
        again = self._form.ask_rdw if isinstance(problem, PartijFout) else None
        self._form.show_problem(problem, again)

    def _answered(self, voertuig_id: int | None, answer: tuple[RdwAntwoord, tuple[Verschil, ...]]) -> None:
        self._antwoord, lines = answer
        self._form.tell_attention()
        different = [line for line in lines if not line.gelijk]
        if voertuig_id is None and all(line.voorstel for line in different):
            self._fill_new(frozenset(line.veld for line in different))
        else:
            cycle = self._form.read_card().co2_cyclus
            self._deuren.open_rdw(self._antwoord, lines, cycle, partial(self._take, self._antwoord), self._form)

    def _fill_new(self, velden: frozenset[str]) -> None:
        """On a new card nothing is written over: it is filled at once, and the person looks at it before he saves."""
        if self._antwoord is not None:
            self._take(self._antwoord, velden)
        filled = ngettext("{n} veld ingevuld van de RDW.", "{n} velden ingevuld van de RDW.", len(velden))
        self._form.problem.show_problem(
            filled.format(n=len(velden)), _("Kijk of het klopt en sla op."), kind="ok" if velden else "info"
        )

    def _take(self, antwoord: RdwAntwoord, velden: frozenset[str]) -> None:
        kaart = take(self._form.read_card(), antwoord.gegevens, velden)
        self._taken |= {veld: getattr(kaart, veld) for veld in taken_fields(velden)}
        self._form.take(kaart, velden)
