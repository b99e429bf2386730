"""The two shops of the practice garage and the people who work there."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.pechhulp import Aanbieder
from werkplaats.domain.rechten import BEHEERDER
from werkplaats.domain.vrije_velden import Veldsoort, VrijVeld
from werkplaats.oefen.monteurs import CHECKLIST


class Medewerker(NamedTuple):
    """Somebody of the garage: account, name, group, workstation, and the country of the shop."""

    account: str
    naam: str
    groep: str
    werkplek: str
    land: str


MARIEKE = Medewerker("marieke", "Marieke Hendriks", BEHEERDER, "Balie", "NL")
"""As whom one practises: the first user, who may do everything."""

MEDEWERKERS = (
    MARIEKE,
    Medewerker("tom", "Tom Reijnders", "Balie", "Balie 2", "NL"),
    Medewerker("dennis", "Dennis Kuipers", "Monteur", "Brug 3", "NL"),
    Medewerker("ali", "Ali Demir", "Monteur", "Brug 1", "NL"),
    Medewerker("sophie", "Sophie Vermeer", "Verkoop manager nieuw", "Verkoop", "NL"),
    Medewerker("sanne", "Sanne Peeters", "Balie", "Onthaal", "BE"),
    Medewerker("joris", "Joris Verbeke", "Planner schade", "Planning", "BE"),
)

_NIJMEGEN = ShopInstellingen(
    naam="Waalbrug Nijmegen",
    straat="Waalkade",
    huisnr="417",
    postcode="6511 XR",
    plaats="Nijmegen",
    telefoon="024 555 0417",
    email="balie@example.com",
    btw_nummer="NL000099998B57",
    kvk_nummer="00041700",
    rdw_nummer="000417",
    pechhulp_verborgen=frozenset({Aanbieder.PECHONDERWEGSERVICE}),
    standaardgroep=BEHEERDER,
)
_TURNHOUT = ShopInstellingen(
    naam="Waalbrug Turnhout",
    land="BE",
    straat="Nieuwe Kaai",
    huisnr="217",
    postcode="2300",
    plaats="Turnhout",
    telefoon="014 55 04 17",
    email="onthaal@example.org",
    btw_nummer="BE0000041768",
    vestigingsnummer="2.000.000.141",
    carpass_btw="0123456749",
    carpass_gebruiker="2000000141",
    pechhulp_verborgen=frozenset({Aanbieder.BOVAG, Aanbieder.VAKGARAGE, Aanbieder.VHD, Aanbieder.PECHONDERWEGSERVICE}),
    standaardgroep=BEHEERDER,
)

MET_LINK = {
    "NL": (Aanbieder.BOSCH, Aanbieder.AA_TEAM, Aanbieder.BOVAG, Aanbieder.VAKGARAGE),
    "BE": (Aanbieder.BOSCH,),
}
"""The providers whose page has an address in these shops; of the others one can see what the program says then."""


VELDEN = (
    VrijVeld("oefen-trekhaak", "Trekhaak", Veldsoort.KEUZE, ("geen", "vast", "afneembaar")),
    VrijVeld("oefen-olie", "Motorolie (liter)", Veldsoort.GETAL),
    VrijVeld("oefen-riem", "Distributieriem vervangen", Veldsoort.DATUM),
    VrijVeld("oefen-rook", "Rookvrij", Veldsoort.JANEE),
    VrijVeld("oefen-wens", "Wens van de klant", persoonlijk=True),
)
"""The fields of the shop; their keys stand fast, so that the same day makes the same garage."""


def make_shops(pechhulp_basis: str) -> dict[str, ShopInstellingen]:
    """The settings of the shops by country; the pages of the providers lie below ``pechhulp_basis``."""
    return {
        inst.land: replace(
            inst,
            pechhulp_links=tuple((wie, _link(pechhulp_basis, wie.value)) for wie in MET_LINK[inst.land]),
            bv_link=_link(pechhulp_basis, "bv") if inst.land == "NL" else "",
            lpg_link=_link(pechhulp_basis, "lpg") if inst.land == "NL" else "",
            vrije_velden=VELDEN if inst.land == "NL" else (),
            checklist=CHECKLIST,
        )
        for inst in (_NIJMEGEN, _TURNHOUT)
    }


def _link(basis: str, pagina: str) -> str:
    return f"{basis.rstrip('/')}/{pagina}?kenteken={{kenteken}}"
