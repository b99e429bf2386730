"""Paints every control in its states on one sheet, to lay beside the reference pictures.

Run as ``python -m tests.ui.gallery OUT.png --scheme dark --scale 1.5 [--sheet card] [--text 1.3]``.
"""

from __future__ import annotations

import argparse
import os
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tests.ui.clipping import cut_texts
from werkplaats.domain.datum import parse_datum
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.voertuig import Code
from werkplaats.errors import Bevinding, Ernst
from werkplaats.ui.button import Button, IconButton
from werkplaats.ui.cards import Card, Note
from werkplaats.ui.chip import Badge, Chip, KeyCap
from werkplaats.ui.datepicker import DatePicker
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.fields import (
    Check,
    CodeField,
    Combo,
    DateField,
    NumberField,
    PlateEdit,
    PlateVerdict,
    TextField,
)
from werkplaats.ui.focusring import FocusRing
from werkplaats.ui.labels import Label
from werkplaats.ui.menu import Menu
from werkplaats.ui.plate import Plate
from werkplaats.ui.rows import CheckBlock, FieldGrid, Spring
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.theme import install_theme, set_look
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 24)
PARSE = partial(parse_datum, vandaag=TODAY)
FUELS = [("", "Geen"), ("Benzine", "Benzine"), ("Diesel", "Diesel")]


def beside(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """Widgets in a line, the rest of it free."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return line


def plate(tekst: str, land: str, kind: str, *, valid: bool = True, taxi: bool = False) -> Plate:
    """A plate that is shown."""
    made = Plate(kind)
    made.show_plate(Kenteken.parse(tekst, land), valid=valid, taxi=taxi)
    return made


def warn(veld: str) -> Bevinding:
    """A finding that does not block."""
    return Bevinding(veld, "APK_VERLOOPT", Ernst.WAARSCHUWING)


def plates() -> Card:
    """The plates of all kinds and heights."""
    card = Card("Kentekenplaat")
    card.body.addWidget(beside(*(plate("GA482R", "NL", kind) for kind in ("touch_head", "head", "list", "table"))))
    card.body.addWidget(
        beside(
            plate("3BXR417", "BE", "touch_list"),
            plate("KLE-RX 90", "DE", "touch_list"),
            plate("HA37OE", "NL", "touch_list"),
            plate("HX211T", "NL", "touch_list", taxi=True),
            plate("GA482R", "NL", "touch_list", valid=False),
        )
    )
    dutch, belgian = PlateEdit(), PlateEdit()
    dutch.set_value(Kenteken.parse("GA482R"))
    belgian.set_value(Kenteken.parse("3BXR417", "BE"))
    card.body.addWidget(beside(dutch, PlateVerdict(dutch), belgian))
    return card


def buttons() -> Card:
    """The buttons of all kinds."""
    card = Card("Knoppen")
    menu = Button("Pechhulp", "pechhulp")
    menu.setMenu(Menu(menu))
    card.body.addWidget(
        beside(
            Button("Opslaan", "opslaan", "Ctrl+S", "main"),
            Button("Annuleren", "", "Esc"),
            Button("&Werkkaart", "werkkaart", "F2", "quiet"),
            menu,
        )
    )
    off = Button("RDW opvragen", "rdw")
    off.setEnabled(False)
    card.body.addWidget(
        beside(
            Button("RDW opvragen", "rdw"),
            off,
            Button("&Kies", "zoeken", kind="small"),
            Button("Verwijderen …", "wissen", kind="danger"),
        )
    )
    ok = IconButton("akkoord", "Akkoord")
    ok.set_sign("akkoord", "ok")
    signs = [IconButton(sign, sign) for sign in ("bewerken", "bericht", "afdrukken", "wissen", "banden")]
    card.body.addWidget(beside(ok, *signs))
    return card


def states() -> Card:
    """Chips, badges and key caps."""
    card = Card("Toestanden: kleur, pictogram en woord")
    for kind in ("werkkaart", "carpass", "pechhulp"):
        words = list(tokens().state[kind])[:6]
        card.body.addWidget(beside(*(Chip.of_state(kind, word, word.capitalize()) for word in words)))
    card.body.addWidget(
        beside(Badge(3), Badge(12, "warn"), Badge(1, "info"), Badge(120), KeyCap("F2"), KeyCap("Ctrl+K"))
    )
    return card


def fields() -> Card:
    """The fields in their states."""
    card = Card("Velden")
    grid = FieldGrid("two_columns")
    card.body.addWidget(grid)
    for name in ("Rust", "Alleen lezen, uit"):
        text, day, fuel = TextField(f"t{name}", "m"), DateField(f"d{name}", PARSE), Combo(f"c{name}", FUELS, "s")
        grid.row(name, text, day, fuel)
        text.set_value("Nijmegen")
        day.set_value(TODAY)
        fuel.set_value("Benzine")
    text.set_read_only(True)
    day.setEnabled(False)
    fuel.setEnabled(False)
    judged(grid)
    choices(grid)
    return card


def judged(grid: FieldGrid) -> None:
    """A wrong field, a doubted one, and one in order."""
    wrong, doubted, right = (
        TextField("fout", "m"),
        TextField("waarschuwing", "m", code=True),
        TextField("vin", "m", code=True),
    )
    grid.row("Fout", wrong)
    grid.row("Waarschuwing", doubted)
    grid.row("In orde", right, "17 / 17")
    wrong.set_value("6533 G")
    wrong.set_finding(Bevinding("fout", "POSTCODE"), "Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL.")
    doubted.set_value("01-CA-RS")
    doubted.set_finding(warn("waarschuwing"), "De letters C en A geeft de RDW niet uit. Bewaren mag.")
    right.set_value("VF1RFB00X62000519")
    right.set_ok()


def choices(grid: FieldGrid) -> None:
    """Boxes and lists."""
    on, out, fixed = Check("aan", "Aan"), Check("uit", "Uit"), Check("vast", "Vast")
    on.set_value(True)
    fixed.set_value(True)
    fixed.setEnabled(False)
    grid.row("Keuze", on, out, fixed)
    combo = Combo("combo", FUELS, "m")
    combo.set_finding(warn("combo"), "Kies de brandstof die op deel 1A staat.")
    grid.row("Keuzelijst", combo, hint="")
    typed = Combo("merk", [("Volkswagen", "Volkswagen")], "m", editable=True)
    typed.set_value("Trabant")
    grid.row("Vrij", typed, hint="Kies een merk, of typ er een.")


def menu_card() -> Card:
    """A menu, laid open on the sheet."""
    card = Card("Menu")
    menu = Menu()
    for text, icon, key in (
        ("Openen", "voertuig", "Enter"),
        ("Nieuwe werkkaart", "werkkaart", "Alt+W"),
        ("Car-Pass historiek …", "carpass", ""),
    ):
        menu.add(text, icon, key)
    more = Menu(parent=menu)
    more.add("Bovemij")
    menu.add_menu("Pechhulp", "pechhulp", more)
    menu.addSeparator()
    menu.add("Kenteken kopiëren", "kopieren", "Ctrl+C")
    off = menu.add("Verwijderen …", "wissen", "Del")
    off.setEnabled(False)
    menu.setActiveAction(menu.actions()[0])
    picture = QLabel()
    picture.setPixmap(menu.grab())
    card.body.addWidget(beside(picture))
    return card


def bouwstenen() -> QWidget:
    """All controls on one sheet."""
    sheet = QFrame()
    set_look(sheet, box="canvas")
    layout = QHBoxLayout(sheet)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(16)
    for parts in ((plates, buttons, states, menu_card), (fields,)):
        column = QVBoxLayout()
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part())
        column.addStretch(1)
        layout.addLayout(column, 1)
    return sheet


def card() -> QWidget:
    """A page of a dense dialog."""
    page = QFrame()
    set_look(page, box="page")
    layout = QHBoxLayout(page)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(32)
    layout.addWidget(card_left(), 1)
    layout.addWidget(card_right())
    return page


def card_left() -> FieldGrid:
    """Two columns of fields with groups, units and codes."""
    grid = FieldGrid("two_columns", columns=2, stretch=(6, 5))
    grid.group("Algemeen")
    make, model = TextField("merk"), TextField("model")
    make.set_value("Volkswagen")
    model.set_value("Golf")
    grid.row("&Merk / Model", make, model)
    kind = TextField("type")
    kind.set_value("1.5 TSI Style · 110 kW · DSG-7")
    grid.row("Type", kind)
    vin = TextField("vin", code=True)
    vin.set_value("WVWZZZCDZLW000417")
    vin.set_ok()
    grid.row("Chassisnummer", vin)
    grid.row("Brandstof", Combo("brandstof", FUELS))
    g3 = Check("g3", "G3")
    g3.setEnabled(False)
    grid.row("Toevoeging", Check("lpg", "LPG"), g3)
    weight = NumberField("ledig", None)
    weight.set_value(1214)
    grid.row("Ledig gewicht", weight, unit="kg")
    grid.row("Voertuigsoort", Combo("soort", [("p", "Personenauto")]), column=1)
    grid.row("Motorcode", TextField("motorcode", code=True), column=1)
    grid.row("Motornummer", TextField("motornummer", code=True), column=1)
    grid.row("Tweede brandstof", Combo("tweede", FUELS), column=1)
    co2 = NumberField("co2", None)
    co2.set_value(126)
    grid.row("CO2-uitstoot", co2, unit="g/km", column=1)
    grid.row("Bedrijfsklaar", NumberField("klaar", None), unit="kg", column=1)
    codes(grid)
    return grid


def codes(grid: FieldGrid) -> None:
    """The group of the security codes."""
    grid.group("Codes", "Inzien wordt vastgelegd in het logboek", "geheim")
    for index, name in enumerate(("Code sleutel 1", "Code sleutel 2", "Radiocode", "Startcode", "Alarmcode")):
        code = CodeField(name)
        code.set_value(Code.masked("" if index == 4 else "4417"))
        if index == 2:
            code.show_code("4417")
        grid.row(name, code, column=index % 2)


def card_right() -> QWidget:
    """One column of days, with quiet notes under it."""
    right = QWidget()
    layout = QVBoxLayout(right)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    grid = FieldGrid("two_columns")
    layout.addWidget(grid)
    grid.group("Data")
    year = NumberField("bouwjaar", grouped=False)
    year.set_value(2020)
    grid.row("Bouwjaar", year)
    for name in ("Vervaldatum APK", "Datum deel 1A", "Laatste bezoek", "Afgifte Nederland"):
        day = DateField(name, PARSE)
        day.set_value(date(2026, 12, 2))
        grid.row(name, day)
        if name == "Vervaldatum APK":
            day.remarks.told_elsewhere = True
            day.set_finding(warn(name), "APK verloopt op 02-12-2026.")
    note = Note("APK verloopt op 02-12-2026", "warn", "warning", fill=True)
    note.body.addWidget(beside(Label("Nog 8 dagen", "body", "text_2")))
    layout.addWidget(note)
    layout.addStretch(1)
    return right


def pechhulp() -> QWidget:
    """A dialog with findings."""
    page = QFrame()
    set_look(page, box="page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(24, 16, 24, 16)
    grid = FieldGrid("dialog")
    layout.addWidget(grid)
    layout.addStretch(1)
    grid.group("Pechhulpgegevens")
    plate_edit = PlateEdit(kind="input_small")
    plate_edit.set_value(Kenteken.parse("GA482R"))
    grid.row("Kenteken", plate_edit, PlateVerdict(plate_edit))
    grid.row(
        "Soort pechhulp", Combo("soort", [("NL", "Pechhulp NL (incl. woonplaatsdekking, eigen vervangend vervoer)")])
    )
    first, last = Check("a", "Vergelijkbaar vervangend vervoer"), Check("d", "Vervoer naar eigen autobedrijf")
    first.set_value(True)
    last.set_value(True)
    grid.row(
        "",
        CheckBlock([first, Check("b", "Aanhangwagen/Caravan")], [Check("c", "Vervangend vervoer Europa Extra"), last]),
    )
    grid.group("Klantgegevens (eigenaar voertuig)")
    grid.row(
        "Aanhef",
        Combo("aanhef", [("m", "De heer")], "s"),
        Spring(),
        "Voorletters / tussenv.",
        TextField("voorletters", "xs"),
        TextField("tussenvoegsel", "xs"),
    )
    grid.row("Naam", TextField("naam"))
    birth = DateField("geboortedatum", PARSE)
    birth.set_value(date(2011, 3, 14))
    birth.set_finding(
        Bevinding("geboortedatum", "JONG"), "De aanvrager moet 18 jaar of ouder zijn. Bedoelde u 14-03-1971?"
    )
    grid.row("&Geboortedatum", birth)
    grid.row(
        "Straat / Huisnr.",
        TextField("straat"),
        TextField("huisnr", "xs"),
        "Huisnr. toevoeging",
        TextField("toev", "xs"),
    )
    postcode = TextField("postcode", "s")
    postcode.set_value("6533 G")
    postcode.set_finding(Bevinding("x", "y"), "Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL.")
    grid.row("Postcode / Plaats", postcode, TextField("plaats"))
    grid.row("Telefoon", TextField("telefoon", "s"), "E-mailadres", TextField("email", optional=True))
    return page


def compare() -> QWidget:
    """A table with boxes, a quiet table, and an empty list."""
    page = QFrame()
    set_look(page, box="page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 16, 0, 0)
    columns = [
        Column("", 64),
        Column("Veld", 160),
        Column("Nu in de kaart", 220),
        Column("", 24),
        Column("Bij de RDW"),
        Column("Bron", 104),
    ]
    table = Table(columns, indent=24, row="row_action")
    differs = [
        ("Vervaldatum APK", "02-12-2025", "02-12-2026", True),
        ("CO2-uitstoot", "", "126 g/km (NEDC)", True),
        ("Type", "1.5 TSI Style", "1.5 TSI", False),
    ]
    same = [("Merk", "Volkswagen"), ("Model", "Golf"), ("Voertuigsoort", "Personenauto"), ("Ledig gewicht", "1.214 kg")]
    rows = [
        [
            Cell(check=on),
            Cell(name, strong=True),
            Cell(now, role="text_2"),
            Cell(icon="arrow-right"),
            Cell(new, strong=True),
            Cell("keuring", role="text_2"),
        ]
        for name, now, new, on in differs
    ] + [
        [
            Cell(icon="opslaan"),
            Cell(name, role="text_2"),
            Cell(now, role="text_2"),
            Cell(name=" ", icon="check"),
            Cell(now, role="text_2"),
            Cell("voertuig", role="text_2"),
        ]
        for name, now in same
    ]
    table.set_rows(rows)
    layout.addWidget(table)
    cars = Table(
        [Column("Kenteken", 124), Column("Merk en model"), Column("Toestand", 172), Column("Km", 78, right=True)]
    )
    look = tokens().state["pechhulp"]
    cars.set_rows(
        [
            [
                Cell(kenteken=Kenteken.parse("GA482R")),
                Cell("Volkswagen Golf"),
                Cell("Geopend", state=look["geopend"]),
                Cell("84.312"),
            ],
            [
                Cell(kenteken=Kenteken.parse("3BXR417", "BE")),
                Cell("Volkswagen Tiguan"),
                Cell("Bevestigd", state=look["bevestigd"]),
                Cell("88.412"),
            ],
        ]
    )
    layout.addWidget(cars)
    layout.addWidget(
        EmptyList(
            "werkkaart",
            "Nog geen werkkaarten vandaag",
            "Maak er een voor een auto die binnenkomt.",
            Button("Nieuwe werkkaart", "nieuw", "Ctrl+N", "main"),
            Button("Naar gisteren", "vorige"),
        )
    )
    return page


def popup() -> QWidget:
    """The calendar, as it opens under a field."""
    parent = QFrame()
    set_look(parent, box="page")
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(24, 24, 24, 24)
    calendar = DatePicker(TODAY, parent)
    calendar.setWindowFlags(Qt.WindowType.Widget)
    layout.addWidget(calendar)
    return parent


SHEETS: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "bouwstenen": (bouwstenen, 1440, 900),
    "card": (card, 1024, 470),
    "kalender": (popup, 360, 300),
    "tabel": (compare, 840, 640),
    "pechhulp": (pechhulp, 680, 500),
}


def main() -> None:
    """Reads the command line and writes the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--sheet", choices=sorted(SHEETS), default="bouwstenen")
    parser.add_argument("--focus", default="")
    parser.add_argument("--check", action="store_true", help="fail when a text is cut off")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    app = QApplication([])
    install_theme(app, options.scheme, options.text)
    FocusRing(app)
    build, width, height = SHEETS[options.sheet]
    sheet = build()
    sheet.resize(max(width, sheet.minimumSizeHint().width()), max(height, sheet.sizeHint().height()))
    sheet.show()
    sheet.activateWindow()
    _focus(sheet, options.focus)
    # The focus and the layout settle in the event loop; the picture is taken when it is idle.
    QTimer.singleShot(200, partial(_take, app, sheet, options.out))
    app.exec()
    if options.check and (cut := cut_texts(sheet)):
        raise SystemExit(f"cut off: {cut}")


def _take(app: QApplication, sheet: QWidget, out: str) -> None:
    sheet.grab().save(out)
    app.quit()


def _focus(sheet: QWidget, name: str) -> None:
    if name:
        wanted = [
            child
            for child in sheet.findChildren(QWidget)
            if name in (child.accessibleName(), getattr(child, "veld", ""), getattr(child, "text", str)())
        ]
        wanted[0].setFocus()


if __name__ == "__main__":
    main()
