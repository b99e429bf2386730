"""Afdrukvoorbeeld: somebody sees a document as it comes on paper, and prints it or keeps it as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.errors import WerkplaatsError
from werkplaats.forms.hoofd import Hoofd
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.drukken import DPI, SystemPrinters
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.tokens import tokens
from werkplaats.ui.vellen import Vellen
from werkplaats.ui.work import Latest
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.afdruk import Bladbeeld
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.drukken import Opdracht, Printers

_ZOOM = (0.0, 0.5, 0.75, 1.0, 1.5, 2.0)
_MOST_COPIES = 9
PRINT_KEY = "Ctrl+P"


class AfdrukvoorbeeldForm(Form):
    """Shows the document that ``make`` draws; ``note`` is told before it leaves, on paper or as a file."""

    standard_size: ClassVar[tuple[int, int]] = (820, 688)

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        titel: str,
        bestandsnaam: str,
        make: Callable[[], bytes],
        soort: str,
        note: Callable[[], object],
        printers: Printers | None = None,
    ) -> None:
        super().__init__("afdruk", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._deuren = toegang, deuren
        self._titel, self._bestandsnaam, self._soort = titel, bestandsnaam, soort
        self._make, self._note = make, note
        self._printers = printers or SystemPrinters()
        self._inhoud = b""
        self._maten: tuple[tuple[float, float], ...] = ()
        self._drawing = Latest(toegang.background, self)
        self._vellen = Vellen()
        self._count = Label("", "body", "text_2")
        names = self._printers.names()
        self._printer = Combo("printer", [(name, name) for name in names], "l")
        self._copies = Combo("exemplaren", [(n, f"{n} x") for n in range(1, _MOST_COPIES + 1)], "xs")
        self._zoom = Combo("zoom", [(zoom, _zoom_word(zoom)) for zoom in _ZOOM], "s")
        self._build()
        if self.voorkeuren.printer(soort) in names:
            self._printer.set_value(self.voorkeuren.printer(soort))
        self.work(self._draw, self._drawn)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(self._titel)
        self.set_header(Hoofd(lambda: self._deuren.open_hulp("afdrukken"), Label(self._titel, "subtitle"), self._count))
        self._printer.setAccessibleName(_("Printer"))
        self._copies.setAccessibleName(_("Exemplaren"))
        self._zoom.setAccessibleName(_("Grootte van het voorbeeld"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(12)
        for word, field in ((_("Printer"), self._printer), (_("Exemplaren"), self._copies)):
            for part in (Label(word, "body", "text_2"), field):
                # Without a printer there is nothing to choose.
                part.setVisible(bool(self._printer.count()))
                line.addWidget(part)
        line.addStretch()
        line.addWidget(self._zoom)
        column.addLayout(line)
        column.addWidget(self._vellen)
        column.addStretch()
        self.set_page(page)
        self.set_main(_("&Afdrukken"), "afdrukken", self.print_it, key=PRINT_KEY)
        save = Button(_("Opslaan als &PDF"), icon="opslaan", key=tokens().key["opslaan"], kind="quiet")
        save.clicked.connect(self.choose_file)
        self.bar.add_door(save)
        self.bar.name_cancel(_("Sluiten"))
        self._connect()

    def _connect(self) -> None:
        self._vellen.asked.connect(self._draw_next)
        self._zoom.changed.connect(lambda: self._vellen.set_zoom(float(self._zoom.value())))
        self._scroll.verticalScrollBar().valueChanged.connect(self._tell_page)
        keys: dict[str, Callable[[], None]] = {
            tokens().key["opslaan"]: self.choose_file,
            "Ctrl++": partial(self._step_zoom, 1),
            "Ctrl+=": partial(self._step_zoom, 1),
            "Ctrl+-": partial(self._step_zoom, -1),
            "Ctrl+0": partial(self._set_zoom, 0.0),
            "PgDown": partial(self._turn, 1),
            "PgUp": partial(self._turn, -1),
            "Ctrl+Home": partial(self._go_to, 0),
            "Ctrl+End": lambda: self._go_to(len(self._maten) - 1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)

    # The document.

    def _draw(self) -> tuple[bytes, tuple[tuple[float, float], ...]]:
        inhoud = self._make()
        return inhoud, self._toegang.papier.maten(inhoud)

    def _drawn(self, answer: tuple[bytes, tuple[tuple[float, float], ...]]) -> None:
        self._inhoud, self._maten = answer
        self._vellen.show_sizes(self._maten)
        self._tell_page()
        self._vellen.setFocus()
        if not self._printer.count():
            self._tell_there_is_no_printer()

    def _draw_next(self) -> None:
        """Draws one page, and after it the next that is missing."""
        missing = self._vellen.missing()
        if missing is not None and self._inhoud:
            nummer, breed = missing
            draw = partial(self._toegang.papier.beeld, self._inhoud, nummer, breed)
            self._drawing.ask(draw, partial(self._pictured, nummer), self.show_problem)

    def _pictured(self, nummer: int, beeld: Bladbeeld) -> None:
        self._vellen.show_picture(nummer, _image(beeld))
        self._draw_next()

    # Turning pages.

    def _tell_page(self) -> None:
        count = len(self._maten)
        if count:
            now = self._vellen.at(self._scroll.verticalScrollBar().value() - self._vellen.y() + 1) + 1
            words = ngettext("1 pagina", "Pagina {nummer} van {aantal}", count)
            self._count.setText(words.format(nummer=now, aantal=count))

    def _turn(self, step: int) -> None:
        """A page further: first to what of this page is not in sight, as a reader does."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))

    def _go_to(self, nummer: int) -> None:
        self._scroll.verticalScrollBar().setValue(self._vellen.y() + self._vellen.top_of(max(nummer, 0)))

    def _step_zoom(self, step: int) -> None:
        at = _ZOOM.index(self._zoom.value()) + step
        if 0 < at < len(_ZOOM):
            self._set_zoom(_ZOOM[at])

    def _set_zoom(self, zoom: float) -> None:
        self._zoom.set_value(zoom)
        self._vellen.set_zoom(zoom)

    # On paper.

    def print_it(self) -> None:
        """Prints the document on the chosen printer."""
        if not self._inhoud:
            return
        if not self._printer.count():
            self._tell_there_is_no_printer()
            return
        self.work(self._note, lambda _noted: self._print(), writes=True)

    def _tell_there_is_no_printer(self) -> None:
        sentence = zin(WerkplaatsError("GEEN_PRINTER"))
        self.problem.show_problem(sentence.wat, sentence.doe, kind="warn")

    def _print(self) -> None:
        printer = str(self._printer.value())
        self.voorkeuren.remember_printer(self._soort, printer)
        self._print_page(self._printers.begin(printer, self._titel, int(self._copies.value())), 0)

    def _print_page(self, opdracht: Opdracht, nummer: int) -> None:
        """Draws a page and puts it on paper; one at a time, as each is large."""
        if nummer == len(self._maten):
            opdracht.end()
            sent = _("Naar {printer} gestuurd.").format(printer=self._printer.currentText())
            self.problem.show_problem(sent, kind="ok")
            return
        breed = round(self._maten[nummer][0] / 72 * DPI)
        draw = partial(self._toegang.papier.beeld, self._inhoud, nummer, breed)
        self.work(draw, partial(self._put_on_paper, opdracht, nummer))

    def _put_on_paper(self, opdracht: Opdracht, nummer: int, beeld: Bladbeeld) -> None:
        try:
            opdracht.add(_image(beeld), self._maten[nummer])
        except WerkplaatsError as problem:
            self.show_problem(problem)
        else:
            self._print_page(opdracht, nummer + 1)

    # As a file.

    def choose_file(self) -> None:
        """Asks where the PDF goes, and writes it there."""
        if not self._inhoud:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Opslaan als PDF"), folder, _("PDF-bestanden (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._bestandsnaam.removesuffix('.pdf')}.pdf")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, bestand: Path) -> None:
        """Writes the document to a file."""
        inhoud, papier = self._inhoud, self._toegang.papier

        def call() -> None:
            self._note()
            papier.write(bestand, inhoud)

        def done(_answer: None) -> None:
            self.problem.show_problem(_("Opgeslagen als {bestand}.").format(bestand=bestand.name), kind="ok")

        self.work(call, done, writes=True)


def _image(beeld: Bladbeeld) -> QImage:
    # The copy owns its pixels: the bytes may go while the picture stays.
    picture = QImage(beeld.pixels, beeld.breed, beeld.hoog, beeld.rijbytes, QImage.Format.Format_RGB888).copy()
    dots = round(DPI / 0.0254)
    picture.setDotsPerMeterX(dots)
    picture.setDotsPerMeterY(dots)
    return picture


def _zoom_word(zoom: float) -> str:
    return f"{zoom:.0%}" if zoom else _("Passend")
