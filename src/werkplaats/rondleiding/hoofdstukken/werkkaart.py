"""Chapter: a werkkaart by keyboard only, and in the Belgian shop its end with the report to Car-Pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.forms.afdrukvoorbeeld import AfdrukvoorbeeldForm
from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.werkkaart.checklist import ChecklistForm
from werkplaats.forms.werkkaart.dossier import DossierForm
from werkplaats.forms.werkkaart.form import WerkkaartForm
from werkplaats.forms.werkkaart.gewerkt import GewerktForm
from werkplaats.forms.werkkaart.kiezen import KiesForm
from werkplaats.forms.werkkaart.register import RegisterForm
from werkplaats.rondleiding.hoofdstukken.aanmelden import open_program
from werkplaats.rondleiding.hoofdstukken.leen import lend_a_car, take_one_back
from werkplaats.rondleiding.toneel import BALIE, ONTHAAL, TURNHOUT
from werkplaats.ui.vellen import Vellen
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_STAND, _TYPEFOUT = "199350", "123350"
# Whatever hour it is, the first minute of this day is over.
_BEGIN, _EINDE = "0:01", "0:00"


def play(p: Player, toneel: Toneel) -> None:
    """Makes a card and types its lines, looks at one that is under way, and closes one in the Belgian shop."""
    _new_card(p)
    _type_lines(p)
    _bring_in(p)
    take_one_back(p)
    _look_at_one_under_way(p)
    open_program(p, toneel, ONTHAAL, TURNHOUT)
    _close_the_work(p)
    _hand_out(p)
    _read_register(p)
    open_program(p, toneel, BALIE)


def _new_card(p: Player) -> None:
    p.step("Een nieuwe werkkaart, van een auto op de startpagina")
    p.write("ge731p")
    # Its type stands beside the list only: the car that was looked at before may still be there.
    p.see("Yaris", "1.5 Hybrid")
    p.press("Alt+W")
    p.window(WerkkaartForm)
    p.see("Deze auto heeft al een werkkaart", "nieuw")
    p.look("werkkaart-nieuw")


def _type_lines(p: Player) -> None:
    p.step("Regels typen met alleen Enter: onder het vak staan voorstellen")
    p.write("rem")
    p.see("Remblokkenset voor", "4 op voorraad")
    p.look("werkkaart-voorstellen")
    p.press("Enter")
    p.write("1")
    p.press("Enter")
    p.write("arb-rem")
    p.press("Enter")
    p.write("1,2")
    p.press("Enter")
    p.see("164,20", "198,68")
    p.step("F11: een pakket met zijn regels")
    p.press("F11")
    p.window(KiesForm)
    p.see("Pakket kleine beurt")
    p.look("werkkaart-pakketten")
    p.write("kleine")
    p.press("Enter")
    p.window(WerkkaartForm)
    p.see("Motorolie 5W-30 low SAPS")
    p.look("werkkaart-getypt")


def _bring_in(p: Player) -> None:
    p.step("Opslaan geeft het nummer; onder Werkorder gaat de kaart verder")
    p.press("Ctrl+S")
    p.window(WerkkaartForm, "Werkkaart 20")
    p.press("Alt+O", "Alt+B")
    _wait_for_state(p, KaartStaat.BINNEN)
    p.look("werkkaart-binnen")
    lend_a_car(p)
    p.step("Ctrl+P: de werkkaart op papier")
    p.press("Ctrl+P")
    preview = p.window(AfdrukvoorbeeldForm)
    p.see("1 pagina")
    paper = preview.findChildren(Vellen)[0]
    p.wait_for(lambda: paper.has_pages and paper.missing() is None, "dat de bladzijde getekend is")
    p.look("werkkaart-papier")
    p.press("Esc")
    _leave_card(p)
    p.window(Window)
    p.press("Esc")


def _leave_card(p: Player) -> None:
    """The first Esc leaves the cell in which one types, the next one the card."""
    form = p.window(WerkkaartForm)
    p.press("Esc")
    if shiboken6.isValid(form) and form.isVisible():
        p.press("Esc")


def _wait_for_state(p: Player, staat: KaartStaat) -> None:
    form = p.window(WerkkaartForm)
    p.wait_for(lambda: form.kaart is not None and form.kaart.staat is staat, f"dat de kaart {staat.value} is")


def _look_at_one_under_way(p: Player) -> None:
    p.step("Het dossier: de eerdere bezoeken van een auto")
    p.write("hu93oe")
    p.see("Berlingo", "Blokkering: eerst betalen")
    p.press("Alt+W")
    p.window(WerkkaartForm)
    p.see("Deze auto heeft al een werkkaart")
    p.press("Alt+V", "Alt+D")
    p.window(DossierForm)
    p.see("214.775")
    p.look("dossier")
    p.press("Enter")
    p.window(WerkkaartForm, "Werkkaart 20")
    p.see("Pakket distributieriem", "Dennis")
    p.look("werkkaart")
    _look_at_checklist(p)
    _put_hours_right(p)
    _leave_card(p)
    p.window(DossierForm)
    p.press("Esc")
    _leave_card(p)
    p.window(Window)
    p.press("Esc")


def _look_at_checklist(p: Player) -> None:
    p.step("De checklist van de vestiging, zoals de monteur haar naliep")
    p.press("Alt+L")
    p.window(ChecklistForm)
    p.see("Remmen voor en achter", "0 van 8 gedaan")
    p.press("Alt+O")
    p.see("1 van 8 gedaan")
    p.look("checklist")
    p.press("Esc")
    p.window(WerkkaartForm)
    p.see("Checklist 1 van 8")


def _put_hours_right(p: Player) -> None:
    p.step("Gewerkte tijd: wat een monteur vergat te klokken, met de reden voor het logboek")
    p.press("Alt+O", "Alt+J")
    p.window(GewerktForm)
    p.see("Nog niet aan deze kaart gewerkt")
    p.fill("begin_om", _BEGIN)
    p.fill("eind_om", _EINDE)
    p.press("Tab")
    p.see("Het einde ligt niet na het begin")
    p.look("gewerkte-tijd-fout")
    p.fill("begin_om", _EINDE)
    p.fill("eind_om", _BEGIN)
    p.fill("reden", "Vergeten te klokken")
    p.press("Ctrl+S")
    p.see("Samen 0,02 uur")
    p.look("gewerkte-tijd")
    p.press("Esc")
    p.window(WerkkaartForm)
    p.step("F3 zet de uren op één regel, hoe vaak u ook drukt")
    p.press("F3", "F3")
    p.see("Arbeid werkplaats", "0,02 gewerkt van")
    p.look("werkkaart-uren")
    p.press("Esc", "Ctrl+S")


def _close_the_work(p: Player) -> None:
    p.step("De Belgische vestiging: een kaart met een nummer in het garageregister")
    p.press("Ctrl+K")
    p.write("2026-2")
    p.see("Werkkaart 2026-2")
    p.look("palet-werkkaart")
    p.press("Enter")
    p.window(WerkkaartForm)
    p.see("Garageregister", "Remschijven voor")
    p.step("Einde service sluit de kaart en opent de melding aan Car-Pass")
    p.press("Ctrl+E")
    p.window(CarPassForm)
    p.see("Remblokken en remschijven vooraan vervangen", "A04 Remmen")
    p.step("Een typefout valt op terwijl u typt")
    p.fill("stand", _TYPEFOUT)
    p.see("lager")
    p.look("carpass-anomalie")
    p.step("Wat klopt en toch vreemd is, omdat er eerder iets verkeerd stond, mag verstuurd worden")
    p.fill("stand", _STAND)
    p.see("km per dag")
    p.look("carpass-toch-versturen")
    p.press("Ctrl+Enter")
    p.window(WerkkaartForm)
    p.look("werkkaart-klaar")


def _hand_out(p: Player) -> None:
    p.step("De auto gaat mee")
    p.press("Alt+O", "Alt+P")
    _wait_for_state(p, KaartStaat.OPGEHAALD)
    p.look("werkkaart-opgehaald")
    _leave_card(p)
    p.window(Window)


def _read_register(p: Player) -> None:
    p.step("Het garageregister")
    p.press("Ctrl+K")
    p.write("garageregister")
    p.press("Enter")
    p.window(RegisterForm)
    p.see("7-KRD-949")
    p.look("garageregister")
    p.press("Esc")
    p.window(Window)
