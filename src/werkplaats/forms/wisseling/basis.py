"""What the small dialogs of a dated change have in common: the car at the head, the fields, and one button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import parse_datum
from werkplaats.errors import Ongeldig
from werkplaats.forms.hoofd import Hoofd
from werkplaats.ui.fields.text import DateField
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.plate import Plate
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.voertuig import Voertuig, VoertuigKaart
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

HULP = "kentekens-en-eigenaren"


def car_text(kaart: VoertuigKaart) -> str:
    """Make, model and type of a car in one line."""
    return " ".join(part for part in (kaart.merk, kaart.model, kaart.type) if part)


class WisselForm(Form):
    """A change of one car on a day; what stands there now is read first, so that nobody writes over what he never saw.

    A dialog of this kind fills ``grid``, gives ``call`` what to do with the values, and ``show_car`` what to show.
    """

    standard_size: ClassVar[tuple[int, int]] = (660, 400)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, title: str, about: str) -> None:
        super().__init__("wisseling", toegang.background, toegang.voorkeuren, None)
        self.toegang = toegang
        self.deuren = deuren
        self.voertuig_id = voertuig_id
        self.grid = FieldGrid("dialog")
        self._opened: dict[str, Any] | None = None
        self._plate, self._car = Plate("head"), ElidedLabel("", "body", "text_2")
        self._about = Label(about, "body", "text_2", wrap=True)
        self.setWindowTitle(title)
        self.set_header(Hoofd(lambda: deuren.open_hulp(HULP), Label(title, "subtitle"), self._car, plate=self._plate))

    def lay_out(self, main: str) -> None:
        """Puts the page together once the fields are there, and reads the car."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self.grid)
        column.addStretch(1)
        self.set_page(page)
        for veld, field in self.grid.fields.items():
            self.register(veld, cast("QWidget", field))
        self._main = self.set_main(main, "opslaan", self.save)
        self._main.setEnabled(False)
        toegang = self.toegang
        self.work(partial(toegang.voertuigen.load, toegang.wie, self.voertuig_id), self._loaded)

    def day_field(self, veld: str = "dag") -> DateField:
        """A day as people type it."""
        today = self.toegang.vandaag()
        return DateField(veld, lambda text, name: parse_datum(text, name, today))

    def show_car(self) -> None:
        """Fills the fields with what stands there now."""
        raise NotImplementedError

    def call(self, values: dict[str, Any]) -> Callable[[], object]:
        """What to do with what stands in the fields."""
        raise NotImplementedError

    def has_changes(self) -> bool:
        values, unreadable = self.read()
        return self._opened is not None and (bool(unreadable) or values != self._opened)

    def read(self) -> tuple[dict[str, Any], list[Bevinding]]:
        """What stands in the fields, and what cannot be read of it."""
        values: dict[str, Any] = {}
        unreadable: list[Bevinding] = []
        for veld, field in self.grid.fields.items():
            try:
                values[veld] = field.value()
            except Ongeldig as fout:
                unreadable += fout.bevindingen
        return values, unreadable

    def save(self) -> None:
        """Writes the change, once all of it can be read."""
        values, unreadable = self.read()
        if unreadable:
            self.show_findings(unreadable)
            return
        self.work(self.call(values), self._saved, writes=True)

    def solve(self, botsing: Botsing) -> None:
        """Somebody was before me: what stands there now is shown, and what I typed stays to be saved again or not."""
        self.show_anew(botsing.actueel)
        self.show_problem(botsing)

    def show_anew(self, voertuig: Voertuig) -> None:
        """Shows the car at the head as it is now."""
        kaart = voertuig.kaart
        self._plate.show_plate(kaart.kenteken, kaart.chassisnummer.tekst if kaart.chassisnummer else "")
        self._car.set_text(car_text(kaart))
        self.know(voertuig)

    def know(self, voertuig: Voertuig) -> None:
        """Keeps what this person sees of the car."""

    def _loaded(self, voertuig: Voertuig) -> None:
        self.show_anew(voertuig)
        self.show_car()
        self._opened = self.read()[0]
        self._main.setEnabled(True)
        first = next(iter(self.grid.fields.values()))
        cast("QWidget", first).setFocus()

    def _saved(self, _answer: object) -> None:
        self._opened = None
        for voertuig_id in self.touched():
            self.deuren.changed.emit("voertuig", voertuig_id)
        self.close()

    def touched(self) -> tuple[int, ...]:
        """The cars that this dialog changed."""
        return (self.voertuig_id,)
