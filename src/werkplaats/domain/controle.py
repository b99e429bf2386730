"""What is wrong or doubtful about what a person typed, field by field: wrong blocks, doubtful warns.

The forms show these findings while one types; the use cases refuse what blocks.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from werkplaats.domain.carpass_account import check_account
from werkplaats.domain.checklist import check_checklist
from werkplaats.domain.contact import (
    NOTITIES,
    check_btw,
    check_email,
    check_kvk,
    check_postcode,
    check_telefoon,
    check_vestiging,
)
from werkplaats.domain.controle_relatie import check_meer
from werkplaats.domain.controle_techniek import check_techniek
from werkplaats.domain.dagtaak import check_ochtend
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.getal import outside
from werkplaats.domain.internet import check_links, is_web_address
from werkplaats.domain.kenteken import check_kenteken
from werkplaats.domain.land import LANDEN
from werkplaats.domain.mail import check_smtp
from werkplaats.domain.mop_regels import check_mop, leeftijd, likely_birth_date
from werkplaats.domain.pechhulp_link import PLEK_KENTEKEN
from werkplaats.domain.pon_instellingen import check_pon
from werkplaats.domain.vrije_velden import check_velden
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.pechhulp import PechhulpInvoer
    from werkplaats.domain.relatie import RelatieKaart
    from werkplaats.domain.vin import Vin
    from werkplaats.domain.voertuig import VoertuigKaart

TEKST_HOOGSTENS = 200
NOTITIE_HOOGSTENS = 2000
GEWICHT_HOOGSTENS = 60_000
CO2_HOOGSTENS = 1000
EERSTE_BOUWJAAR = 1885
OUDSTE_MENS = 115
APK_JAREN_VOORUIT = 5
DAGEN_HOOGSTENS = 365

_LANG = NOTITIES | {"pon_mail_ontvangers"}
"""The fields that may be as long as a note: a list of addresses is."""

_ONLEESBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ONGEWOON = re.compile(r"[<>{}\[\];\"\\|^~`=]")
_NAMEN = (
    "voorletters",
    "voornaam",
    "tussenvoegsel",
    "naam",
    "contactpersoon",
    "straat",
    "huisnr",
    "toevoeging",
    "plaats",
)
_HUISNR = re.compile(r"\d{1,5}", re.ASCII)


def _warning(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.WAARSCHUWING, params)


def _block(veld: str, code: str, **params: object) -> Bevinding:
    return Bevinding(veld, code, Ernst.BLOKKEREND, params)


def check_vin(vin: Vin) -> tuple[Bevinding, ...]:
    """The warnings of a chassis number, at the field ``chassisnummer``; for O, I and Q with what was likely meant."""
    voorstel = vin.voorstel.tekst if vin.voorstel else ""
    params: dict[str, dict[str, object]] = {
        "VIN_KORT": {"lengte": len(vin.tekst)},
        "VIN_TEKENS": {"voorstel": voorstel},
    }
    return tuple(_warning("chassisnummer", code, **params[code]) for code in vin.waarschuwingen)


def check_voertuig(kaart: VoertuigKaart, vandaag: date) -> tuple[Bevinding, ...]:
    """The findings at a vehicle card; only a car without plate and chassis number, and impossible input, block."""
    return (
        *_identity(kaart),
        *_texts(kaart),
        *_numbers(kaart, vandaag),
        *_days(kaart, vandaag),
        *check_techniek(kaart),
    )


def check_relatie(kaart: RelatieKaart, vandaag: date) -> tuple[Bevinding, ...]:
    """The findings at a relatie; no name, an unreadable e-mail and a birth date in the future block."""
    return (
        *([] if kaart.naam.strip() else [_block("naam", "BEDRIJFSNAAM_LEEG" if kaart.is_bedrijf else "NAAM_LEEG")]),
        *_texts(kaart),
        *_unusual_signs(kaart),
        *_birth_date(kaart.geboortedatum, kaart.is_bedrijf, vandaag),
        *([] if kaart.land in LANDEN else [_block("land", "LAND_ONBEKEND", land=kaart.land)]),
        *_house_number(kaart),
        *check_postcode(kaart.postcode, kaart.land),
        *check_telefoon(kaart.telefoon, kaart.land),
        *check_telefoon(kaart.telefoon_2, kaart.land, "telefoon_2"),
        *check_email(kaart.email),
        *check_btw(kaart.btw_nummer, kaart.land),
        *check_kvk(kaart.kvk_nummer, kaart.land),
        *check_meer(kaart),
    )


def check_pechhulp(invoer: PechhulpInvoer, vandaag: date) -> tuple[Bevinding, ...]:
    """The findings at a request for a pass: an empty kenteken, an unreadable e-mail, a birth date to come block."""
    return (
        *([] if invoer.kenteken else [_block("kenteken", "KENTEKEN_LEEG")]),
        *_texts(invoer),
        *_future_birth(invoer.geboortedatum, vandaag),
        *check_email(invoer.email),
        *check_mop(invoer, vandaag),
    )


def check_instellingen(inst: ShopInstellingen) -> tuple[Bevinding, ...]:
    """The findings at the settings of a shop."""
    return (
        *([] if inst.naam.strip() else [_block("naam", "SHOPNAAM_LEEG")]),
        *([] if inst.land in ("NL", "BE") else [_block("land", "SHOP_LAND", land=inst.land)]),
        *_texts(inst),
        *check_postcode(inst.postcode, inst.land),
        *check_telefoon(inst.telefoon, inst.land),
        *check_email(inst.email),
        *check_btw(inst.btw_nummer, inst.land),
        *check_kvk(inst.kvk_nummer, inst.land),
        *check_vestiging(inst.vestigingsnummer, inst.land),
        *check_smtp(inst),
        *check_ochtend(inst),
        *_reminders(inst),
        *_links(inst),
        *check_links(inst),
        *check_velden(inst.vrije_velden),
        *check_checklist(inst.checklist),
        *_kinds(inst),
        *check_account(inst),
        *check_pon(inst),
    )


def _identity(kaart: VoertuigKaart) -> Iterator[Bevinding]:
    kenteken, vin = kaart.kenteken, kaart.chassisnummer
    if kenteken is None and vin is None:
        yield _block("kenteken", "KENTEKEN_OF_VIN_NODIG")
    if kenteken is not None:
        yield from check_kenteken(kenteken)
        if kenteken.soort == "handelaar":
            yield _warning("kenteken", "KENTEKEN_HANDELAAR", kenteken=kenteken.weergave)
    if vin is not None:
        yield from check_vin(vin)


def _texts(waarde: Any) -> Iterator[Bevinding]:
    """Blocks what no database can hold or no screen can show, in any field of text."""
    for veld in fields(waarde):
        tekst = getattr(waarde, veld.name)
        if not isinstance(tekst, str):
            continue
        hoogstens = NOTITIE_HOOGSTENS if veld.name in _LANG else TEKST_HOOGSTENS
        if len(tekst) > hoogstens:
            yield _block(veld.name, "TEKST_TE_LANG", hoogstens=hoogstens, lengte=len(tekst))
        if _ONLEESBAAR.search(tekst):
            yield _block(veld.name, "TEKENS_ONLEESBAAR")


def _unusual_signs(kaart: RelatieKaart) -> Iterator[Bevinding]:
    for veld in _NAMEN:
        gevonden = dict.fromkeys(_ONGEWOON.findall(getattr(kaart, veld)))
        if gevonden:
            yield _warning(veld, "TEKENS_ONGEWOON", vreemd=tuple(gevonden))


def _numbers(kaart: VoertuigKaart, vandaag: date) -> Iterator[Bevinding]:
    for veld in ("ledig_gewicht", "bedrijfsklaar"):
        gewicht = getattr(kaart, veld)
        if gewicht is not None and not 0 < gewicht <= GEWICHT_HOOGSTENS:
            yield outside(veld, gewicht, "GEWICHT_ONWAARSCHIJNLIJK")
    if kaart.ledig_gewicht and kaart.bedrijfsklaar and kaart.bedrijfsklaar < kaart.ledig_gewicht:
        yield _warning("bedrijfsklaar", "BEDRIJFSKLAAR_LICHTER", ledig=kaart.ledig_gewicht)
    if kaart.co2_uitstoot is not None and not 0 <= kaart.co2_uitstoot <= CO2_HOOGSTENS:
        yield outside("co2_uitstoot", kaart.co2_uitstoot, "CO2_ONWAARSCHIJNLIJK")
    # A car of next year's model is on the road before New Year.
    if kaart.bouwjaar is not None and not EERSTE_BOUWJAAR <= kaart.bouwjaar <= vandaag.year + 1:
        yield outside("bouwjaar", kaart.bouwjaar, "BOUWJAAR_ONWAARSCHIJNLIJK")


def _days(kaart: VoertuigKaart, vandaag: date) -> Iterator[Bevinding]:
    for veld in ("datum_deel_1a", "datum_deel_1b", "datum_laatste_bezoek", "afgifte_nederland"):
        dag = getattr(kaart, veld)
        if dag is not None and dag > vandaag:
            yield _warning(veld, "DATUM_TOEKOMST", datum=datum_tekst(dag))
    eerste = kaart.datum_deel_1a
    for veld in ("datum_deel_1b", "afgifte_nederland"):
        dag = getattr(kaart, veld)
        if dag is not None and eerste is not None and dag < eerste:
            yield _warning(veld, "DATUM_VOOR_1A", datum=datum_tekst(dag), datum_1a=datum_tekst(eerste))
    if kaart.bouwjaar and eerste is not None and kaart.bouwjaar > eerste.year:
        yield _warning("bouwjaar", "BOUWJAAR_NA_1A", datum_1a=datum_tekst(eerste))
    apk = kaart.vervaldatum_apk
    if apk is not None and apk.year > vandaag.year + APK_JAREN_VOORUIT:
        yield _warning("vervaldatum_apk", "APK_VER_VOORUIT", datum=datum_tekst(apk))


def _birth_date(geboren: date | None, is_bedrijf: bool, vandaag: date) -> Iterator[Bevinding]:
    if geboren is None:
        return
    yield from _future_birth(geboren, vandaag)
    if is_bedrijf:
        yield _warning("geboortedatum", "BEDRIJF_GEBOORTEDATUM")
    elif leeftijd(geboren, vandaag) > OUDSTE_MENS:
        yield _warning("geboortedatum", "GEBOORTEDATUM_LANG_GELEDEN", leeftijd=leeftijd(geboren, vandaag))


def _future_birth(geboren: date | None, vandaag: date) -> Iterator[Bevinding]:
    if geboren is not None and geboren > vandaag:
        voorstel = likely_birth_date(geboren, vandaag)
        yield _block(
            "geboortedatum", "GEBOORTEDATUM_TOEKOMST", datum=datum_tekst(geboren), voorstel=datum_tekst(voorstel)
        )


def _house_number(kaart: RelatieKaart) -> Iterator[Bevinding]:
    huisnr = kaart.huisnr.strip()
    if huisnr and not _HUISNR.fullmatch(huisnr):
        yield _warning("huisnr", "HUISNR_TOEVOEGING" if huisnr[0].isdigit() else "HUISNR_VORM", huisnr=huisnr)


def _reminders(inst: ShopInstellingen) -> Iterator[Bevinding]:
    for veld in ("pechhulp_herinnering_dagen", "apk_herinnering_dagen"):
        if not 0 <= getattr(inst, veld) <= DAGEN_HOOGSTENS:
            yield _block(veld, "DAGEN_BUITEN_BEREIK", hoogstens=DAGEN_HOOGSTENS)


def _links(inst: ShopInstellingen) -> Iterator[Bevinding]:
    for aanbieder, adres in inst.pechhulp_links:
        if not adres.strip():
            continue
        if not is_web_address(adres.strip()):
            yield _block("pechhulp_links", "LINK_ONGELDIG", aanbieder=aanbieder.value, adres=adres)
        elif PLEK_KENTEKEN not in adres:
            yield _warning("pechhulp_links", "LINK_ZONDER_KENTEKEN", aanbieder=aanbieder.value)


def _kinds(inst: ShopInstellingen) -> Iterator[Bevinding]:
    codes = [soort.code.strip() for soort in inst.mop_soorten]
    if not codes:
        yield _block("mop_soorten", "SOORTEN_LEEG")
    if any(not soort.code.strip() or not soort.label.strip() for soort in inst.mop_soorten):
        yield _block("mop_soorten", "SOORT_ONVOLLEDIG")
    dubbel = next((code for code in codes if code and codes.count(code) > 1), None)
    if dubbel:
        yield _block("mop_soorten", "SOORT_DUBBEL", soort=dubbel)
