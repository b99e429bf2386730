"""The correction form of Car-Pass, read back: every field that the form asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents.afdrukken import DAG, SHOP, pages
from werkplaats.documents.correctieformulier import draw_correctieformulier
from werkplaats.domain.afdruk import Briefhoofd, CorrectieAfdruk

AFDRUK = CorrectieAfdruk(
    Briefhoofd(replace(SHOP, land="BE", vestigingsnummer="2000000141"), DAG),
    contact="An Peeters",
    vin="VF1RFB00062000519",
    kenteken="3-DLM-096",
    merk="Renault",
    gemeld=131488,
    gemeld_op=date(2026, 5, 6),
    juist=113488,
    juist_op=date(2026, 5, 6),
    reden="Twee cijfers omgewisseld",
    bewijzen=("Werkkaart W-2026-1", "Foto van de teller"),
    plaats="Kasterlee",
)


def test_the_form_holds_all_that_is_asked() -> None:
    (page,) = pages(draw_correctieformulier(AFDRUK))
    for word in (
        *("2000000141", "NL123456789B01", "An Peeters", "VF1RFB00062000519", "3-DLM-096", "Renault"),
        *("131.488 km", "06-05-2026", "113.488 km", "Twee cijfers omgewisseld", "Foto van de teller"),
        *("Kasterlee", "24-11-2026", "Handtekening"),
    ):
        assert word in page, word


def test_a_long_reason_leaves_room_to_sign() -> None:
    found = pages(draw_correctieformulier(replace(AFDRUK, reden="reden " * 2000)))
    assert " ".join(found).count("reden") == 2000
    assert "Handtekening" in found[-1]


def test_car_pass_is_told_the_numbers_and_the_name_that_it_knows() -> None:
    shop = replace(AFDRUK.hoofd.shop, carpass_btw="0123456749", carpass_organisatie="2000099913")
    (page,) = pages(draw_correctieformulier(replace(AFDRUK, hoofd=Briefhoofd(shop, DAG), kenmerk="3f2a9c10-77")))
    for word in ("0123456749", "2000099913", "3f2a9c10-77"):
        assert word in page, word
