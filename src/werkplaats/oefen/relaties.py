"""The people and companies of the practice garage: a few written by hand, the others drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from stdnum.nl import bsn

from werkplaats.domain.contact import tidy_relatie
from werkplaats.domain.naam import to_ascii
from werkplaats.domain.relatie import (
    Aanhef,
    Adres,
    Adressoort,
    RelatieKaart,
    Telefoonnummer,
    Telefoonsoort,
    Toestemming,
    Voorkeur,
)
from werkplaats.oefen.bron import namen, plaatsen, rows
from werkplaats.oefen.kans import die

if TYPE_CHECKING:
    from datetime import date
    from random import Random

AANTAL = {("NL", False): 98, ("NL", True): 18, ("BE", False): 32, ("BE", True): 8}
"""How many are drawn, by country and whether they are companies; with the ones written by hand there are some 200."""

_LEEFTIJD = {"dalen": 54, "smeets-a": 38, "akker": 68, "jansen-sr": 76, "jansen-jr": 44, "bromfietser": 17}
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
_DOMEINEN = ("example.com", "example.net", "example.org")
_LET_OP = (
    "Liever bellen na 17:00 uur",
    "Wil altijd eerst een prijsopgave",
    "Sleutel in de brievenbus",
    "Leenauto alleen met trekhaak",
    "Spreekt Engels",
    "Factuur per e-mail",
    "Haalt de auto zelf op",
)


@dataclass(frozen=True, slots=True)
class OefenRelatie:
    """A relatie of the practice garage, named by a key that cars use until the store gives it an id."""

    sleutel: str
    kaart: RelatieKaart


def make_relaties(vandaag: date) -> tuple[OefenRelatie, ...]:
    """All of them, in the order in which they are kept."""
    bekend = tuple(_known(rij, nummer, vandaag) for nummer, rij in enumerate(rows("bekende_relaties.csv")))
    return bekend + tuple(
        OefenRelatie(drawn_key(land, bedrijf, nummer), _drawn(land, bedrijf, nummer, vandaag))
        for (land, bedrijf), aantal in AANTAL.items()
        for nummer in range(aantal)
    )


def drawn_key(land: str, bedrijf: bool, nummer: int) -> str:
    """The key of a relatie that is drawn, not written by hand."""
    return f"{land.lower()}-{'bedrijf' if bedrijf else 'persoon'}-{nummer}"


def _known(rij: dict[str, str], nummer: int, vandaag: date) -> OefenRelatie:
    velden: dict[str, Any] = {veld: tekst for veld, tekst in rij.items() if veld not in ("sleutel", "aanhef")}
    kaart = RelatieKaart(aanhef=Aanhef(rij["aanhef"]), **velden)
    dobbel = die("relatie", rij["sleutel"])
    if kaart.is_bedrijf:
        return OefenRelatie(rij["sleutel"], tidy_relatie(_with_numbers(kaart, 900 + nummer)))
    jaren = _LEEFTIJD.get(rij["sleutel"]) or dobbel.randint(24, 81)
    bekend = kaart.aanhef in (Aanhef.HEER, Aanhef.MEVROUW) and rij["sleutel"] != "alleennaam"
    kaart = replace(kaart, geboortedatum=_birthday(dobbel, jaren, vandaag) if bekend else None)
    return OefenRelatie(rij["sleutel"], tidy_relatie(kaart))


def _drawn(land: str, bedrijf: bool, nummer: int, vandaag: date) -> RelatieKaart:
    dobbel = die("relatie", land, bedrijf, nummer)
    kaart = _company(dobbel, land, nummer) if bedrijf else _person(dobbel, land, vandaag)
    kaart = _address(dobbel, land, replace(kaart, land=land))
    kaart = replace(kaart, telefoon=_phone(dobbel, land, kaart.plaats, bedrijf), email=_email(dobbel, kaart))
    if bedrijf:
        kaart = _with_numbers(kaart, nummer + (500 if land == "BE" else 0))
    kaart = _with_more(kaart, die("meer", land, bedrijf, nummer))
    tweede = _phone(dobbel, land, kaart.plaats, not bedrijf) if dobbel.random() < 0.15 else ""
    let_op = dobbel.choice(_LET_OP) if dobbel.random() < 0.08 else ""
    return tidy_relatie(replace(kaart, telefoon_2=tweede, let_op=let_op))


def _person(dobbel: Random, land: str, vandaag: date) -> RelatieKaart:
    lijst = namen(land)
    aanhef = dobbel.choices((Aanhef.HEER, Aanhef.MEVROUW, Aanhef.FAMILIE), (48, 46, 6))[0]
    tussenvoegsel, naam = dobbel.choice(lijst.achternamen)
    if aanhef is Aanhef.FAMILIE:
        return RelatieKaart(aanhef=aanhef, tussenvoegsel=tussenvoegsel, naam=naam)
    voornaam = dobbel.choice(lijst.heren if aanhef is Aanhef.HEER else lijst.dames)
    extra = "".join(f"{dobbel.choice(_LETTERS)}." for _ in range(dobbel.choice((0, 0, 0, 1, 1, 2))))
    return RelatieKaart(
        aanhef=aanhef,
        voorletters=f"{voornaam[0]}.{extra}",
        voornaam=voornaam if dobbel.random() < 0.7 else "",
        tussenvoegsel=tussenvoegsel,
        naam=naam,
        geboortedatum=_birthday(dobbel, dobbel.randint(19, 84), vandaag) if dobbel.random() < 0.85 else None,
    )


def _with_more(kaart: RelatieKaart, dobbel: Random) -> RelatieKaart:
    """Some companies have their invoices sent elsewhere; some people said what they may be sent."""
    if kaart.is_bedrijf and dobbel.random() < 0.5:
        elders = _address(dobbel, kaart.land, RelatieKaart(land=kaart.land))
        soort = dobbel.choice((Adressoort.FACTUUR, Adressoort.POST))
        adres = Adres(soort, elders.straat, elders.huisnr, "", elders.postcode, elders.plaats, kaart.land)
        nummer = Telefoonnummer(Telefoonsoort.WERK, _phone(dobbel, kaart.land, kaart.plaats, vast=True))
        return replace(kaart, adressen=(adres,), telefoons=(nummer,))
    if not kaart.is_bedrijf and dobbel.random() < 0.4:
        voorkeur = dobbel.choice((Voorkeur.EMAIL, Voorkeur.TELEFOON, Voorkeur.SMS))
        staat = dobbel.choice((Toestemming.GEGEVEN, Toestemming.GEGEVEN, Toestemming.INGETROKKEN))
        return replace(kaart, voorkeur=voorkeur, mag_email=staat)
    return kaart


def _company(dobbel: Random, land: str, nummer: int) -> RelatieKaart:
    lijst = namen(land)
    tussenvoegsel, achternaam = lijst.achternamen[(7 * nummer + 3) % len(lijst.achternamen)]
    naam = f"{tussenvoegsel[:1].upper()}{tussenvoegsel[1:]} {achternaam}".strip()
    contact = f"{dobbel.choice(lijst.heren + lijst.dames)} {tussenvoegsel} {achternaam}"
    bedrijfsnaam = lijst.bedrijven[nummer % len(lijst.bedrijven)].format(naam=naam)
    return RelatieKaart(aanhef=Aanhef.BEDRIJF, naam=bedrijfsnaam, contactpersoon=" ".join(contact.split()))


def _address(dobbel: Random, land: str, kaart: RelatieKaart) -> RelatieKaart:
    plaats = dobbel.choices(plaatsen(land), [plek.gewicht for plek in plaatsen(land)])[0]
    letters = f" {dobbel.choice(_LETTERS)}{dobbel.choice(_LETTERS)}" if land == "NL" else ""
    # A postcode never ends so: the letters were left out because of the war.
    letters = " WM" if letters.strip() in ("SA", "SD", "SS") else letters
    toevoegingen = ("", "", "", "", "A", "B", "12") if land == "NL" else ("", "", "", "", "bus 1", "bus 2", "A")
    return replace(
        kaart,
        straat=dobbel.choice(namen(land).straten),
        huisnr=str(dobbel.randint(1, 249)),
        toevoeging=dobbel.choice(toevoegingen),
        postcode=dobbel.choice(plaats.postcodes) + letters,
        plaats=plaats.naam,
    )


def _phone(dobbel: Random, land: str, plaats: str, vast: bool) -> str:
    """A number in the ranges of this garage: 06 1200 xxxx, 0470 55 xx xx, and 55x xxx behind an area code."""
    if not vast:
        einde = dobbel.randint(1000, 9999)
        return f"06 1200 {einde}" if land == "NL" else f"0470 55 {einde // 100:02d} {einde % 100:02d}"
    netnummer = next(plek.netnummer for plek in plaatsen(land) if plek.naam == plaats)
    if land == "BE":
        staart = f"{dobbel.randint(1000, 9999)}"
        return f"{netnummer} {'555' if len(netnummer) == 2 else '55'} {staart[:2]} {staart[2:]}"
    return f"{netnummer} 555 {dobbel.randint(0, 10 ** (7 - len(netnummer)) - 1):0{7 - len(netnummer)}d}"


def _email(dobbel: Random, kaart: RelatieKaart) -> str:
    if dobbel.random() < 0.12 or kaart.aanhef is Aanhef.FAMILIE:
        return ""
    domein = dobbel.choice(_DOMEINEN)
    if kaart.is_bedrijf:
        return f"{dobbel.choice(('info', 'planning', 'administratie', 'wagenpark'))}@{domein}"
    naam = "".join(teken for teken in to_ascii(kaart.tussenvoegsel + kaart.naam).lower() if teken.isalnum())
    return f"{to_ascii(kaart.voornaam or kaart.voorletters[0]).lower()}.{naam}@{domein}"


def _birthday(dobbel: Random, jaren: int, vandaag: date) -> date:
    return vandaag - timedelta(days=round(jaren * 365.25) + dobbel.randint(1, 364))


def _with_numbers(kaart: RelatieKaart, nummer: int) -> RelatieKaart:
    """Numbers of a company whose check holds and that no register gave out: they begin with noughts."""
    if kaart.land == "BE":
        voor = f"{1 + nummer:08d}"
        return replace(kaart, btw_nummer=f"BE{voor}{97 - int(voor) % 97:02d}")
    kandidaten = (f"{getal:09d}" for getal in count(1_000 + 100 * nummer))
    return replace(
        kaart,
        btw_nummer=f"NL{next(filter(bsn.is_valid, kandidaten))}B01",
        kvk_nummer=f"{100_000 + 37 * nummer:08d}",
    )
