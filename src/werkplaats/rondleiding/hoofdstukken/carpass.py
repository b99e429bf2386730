"""Chapter: reports to Car-Pass in the Belgian shop, from the swapped digits to accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.carpass.form import CarPassForm
from werkplaats.forms.wisseling.kies_voertuig import KiesVoertuigForm
from werkplaats.rondleiding.hoofdstukken import correctie, historiek
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel

_RENAULT = "3-DLM-096"
_CITROEN = "7-LLG-370"
"""Another car than the one whose werkkaart is closed later on: that finds its report as it left it."""
_VOLVO = "T-XOX-154"
"""Its report was left for later some days ago: better late than not."""
_PANE = "Filter in deze lijst"


def play(p: Player, toneel: Toneel) -> None:
    """Goes to Turnhout, mends an anomaly, says of a round number that it is right, reports a car early; then the
    network goes and comes back; the correction form; last, the history of a car for its sale.
    """
    _go_to_turnhout(p, toneel)
    _mend(p)
    _confirm(p)
    _report_later(p)
    _lose_network(p, toneel)
    correctie.play(p)
    historiek.play(p, toneel)
    _go_back(p, toneel)


def _go_to_turnhout(p: Player, toneel: Toneel) -> None:
    p.step("Naar de vestiging in België, uit het palet")
    p.press("Ctrl+K")
    p.write("turnhout")
    p.see("Naar vestiging Waalbrug Turnhout")
    p.press("Enter")
    p.wait_for(lambda: _is_in(toneel, "Turnhout"), "het venster van Turnhout")
    p.window(Window)
    p.step("F8: alle meldingen, met ernaast wat er is en wat er gebeurde")
    p.press("F8")
    p.see("Aandacht nodig", "Anomalie", "Wacht op DIV", "Onzeker", "Wat er gebeurde")
    p.go_to(_PANE)
    p.write("dlm096")
    p.see("1 melding", "Lager dan de vorige stand", "6.582 km lager dan de vorige stand.")
    p.look("carpass-overzicht")


def _mend(p: Player) -> None:
    p.step("Verbeteren: de twee cijfers staan verwisseld, de monteur had ze goed")
    p.press("Enter")
    p.window(CarPassForm, _RENAULT)
    p.see("Anomalie", "Monteur Dennis Kuipers voerde 142.906 in", "Neem 142.906 over")
    p.look("carpass-anomalie")
    p.press("Alt+N")
    p.see_no("Neem 142.906 over")
    p.look("carpass-verbeterd")
    p.step("Versturen: Car-Pass aanvaardt de verbeterde stand")
    p.press("Ctrl+Enter")
    p.window(Window)
    p.see("Aanvaard", "Verbetering klaargezet")
    p.look("carpass-aanvaard")


def _confirm(p: Player) -> None:
    p.step("Een rond getal dat klopt: het groene vinkje, in twee stappen")
    p.go_to(_PANE)
    p.replace("afgerond")
    p.see("1 melding", "Afgerond getal")
    p.press("Enter")
    p.window(CarPassForm)
    p.press("Alt+G")
    p.see("Er is geen tweede kans.", "Bevestig")
    p.look("carpass-bevestigen")
    p.press("Tab", "Enter")
    p.window(Window)
    p.see("Niets gevonden voor")
    p.go_to(_PANE)
    p.press("Esc")
    p.see("Aanvaard")


def _report_later(p: Player) -> None:
    p.step("Nieuwe melding: vroeg melden, of NIET DOORSTUREN en later aanvullen")
    p.press("Ctrl+N")
    p.window(KiesVoertuigForm)
    p.write("7llg370")
    p.see(_CITROEN)
    p.press("Enter")
    p.window(CarPassForm, _CITROEN)
    p.write("1010")
    p.see("Anomalie", "km lager dan een eerdere stand")
    p.look("carpass-nieuw")
    p.press("Ctrl+D")
    p.window(Window)
    p.go_to(_PANE)
    p.replace("llg370")
    p.see("Niet doorgestuurd", "Ingevoerd")
    p.look("carpass-niet-doorgestuurd")
    p.press("Esc")


def _lose_network(p: Player, toneel: Toneel) -> None:
    p.step("Het netwerk is weg: de melding wacht, en er staat bij waarom")
    toneel.carpass.cut()
    p.go_to(_PANE)
    p.write(_VOLVO.replace("-", ""))
    p.see("1 melding", "Niet doorgestuurd")
    p.press("Enter")
    p.window(CarPassForm, _VOLVO)
    p.see("De reparatiedatum ligt in het verleden")
    p.press("Ctrl+Enter")
    p.window(Window)
    p.see("Te versturen", "Car-Pass is niet bereikbaar.", "Werkplaats probeert het vanzelf opnieuw")
    p.look("carpass-zonder-netwerk")
    p.step("F9: in de postbus wacht wat nog niet weg is")
    p.press("F9")
    p.go_to(_PANE)
    p.write(_VOLVO)
    p.see("1 bericht", "Car-Pass melding", "Geen verbinding met Car-Pass.", "Opnieuw proberen")
    p.look("carpass-postbus")
    p.step("Het netwerk is terug: de melding gaat weg, en Car-Pass aanvaardt haar")
    toneel.carpass.mend()
    p.press("Alt+O")
    p.see("Verzonden")
    p.press("Esc", "F8")
    p.see("1 melding", "Antwoord van Car-Pass: Aanvaard")
    p.look("carpass-netwerk-terug")
    p.go_to(_PANE)
    p.press("Esc")


def _go_back(p: Player, toneel: Toneel) -> None:
    p.step("Terug naar Nijmegen")
    p.press("Ctrl+K")
    p.write("nijmegen")
    p.see("Naar vestiging Waalbrug Nijmegen")
    p.press("Enter")
    p.wait_for(lambda: _is_in(toneel, "Nijmegen"), "het venster van Nijmegen")
    p.window(Window)
    p.see("Vraagt aandacht")


def _is_in(toneel: Toneel, shop: str) -> bool:
    window = toneel.app.window
    return shop in window.status.shop_name and window.isActiveWindow()
