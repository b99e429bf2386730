"""Addresses, telephone numbers, e-mail and company numbers: one spelling each, and what is doubtful about them.

``normalize_…`` never refuses: what it does not understand comes back as it was typed, without outer spaces.
``check_…`` says what is doubtful, at the field that it is told.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from werkplaats.domain.carpass_account import normalize_nummer
from werkplaats.domain.checklist import tidy_checklist
from werkplaats.errors import Bevinding, Ernst

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.relatie import Adres, RelatieKaart

_D = TypeVar("_D", bound="DataclassInstance")

NOTITIES = frozenset({"notitie", "let_op"})
"""The fields that hold a note of several lines."""

_ONLEESBAAR = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ASCII_HOOFD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_POSTCODE_NL = re.compile(r"[1-9]\d{3} [A-Z]{2}", re.ASCII)
_POSTCODE_BE = re.compile(r"[1-9]\d{3}", re.ASCII)
_GEEN_POSTCODE_LETTERS = ("SA", "SD", "SS")
_KVK = re.compile(r"\d{8}", re.ASCII)
_VESTIGING_NL = re.compile(r"\d{12}", re.ASCII)
_VESTIGING_BE = re.compile(r"[2-8]\d{9}", re.ASCII)


class _Nummers(Protocol):
    """What ``nummers`` answers: the one spelling, or None."""

    def read_telefoon(self, tekst: str, land: str) -> str | None: ...
    def read_email(self, tekst: str) -> str | None: ...
    def read_btw(self, tekst: str, land: str) -> str | None: ...
    def read_ondernemingsnummer(self, tekst: str) -> str | None: ...


def _nummers() -> _Nummers:
    # Loaded at the first question: the libraries behind it would keep the first paint of the window waiting.
    return cast("_Nummers", import_module("werkplaats.domain.nummers"))


def clean(tekst: str) -> str:
    """The text without outer and double spaces, and without signs that no database or printer can hold."""
    return " ".join(_ONLEESBAAR.sub(" ", tekst).split())


def _warning(veld: str, code: str, **params: object) -> tuple[Bevinding, ...]:
    return (Bevinding(veld, code, Ernst.WAARSCHUWING, params),)


def normalize_postcode(tekst: str, land: str) -> str:
    """``6533gl`` as ``6533 GL`` for the Netherlands, ``B-9000`` as ``9000`` for Belgium."""
    schoon = clean(tekst).translate(_ASCII_HOOFD)
    if land == "BE":
        kaal = re.sub(r"\s", "", schoon.removeprefix("BE-").removeprefix("B-"))
        return kaal if _POSTCODE_BE.fullmatch(kaal) else schoon
    if land != "NL":
        return schoon
    kaal = re.sub(r"[\s.-]", "", schoon)
    beter = f"{kaal[:4]} {kaal[4:]}"
    return beter if _POSTCODE_NL.fullmatch(beter) else schoon


def is_postcode_nl(tekst: str) -> bool:
    """Whether it is a Dutch postcode: four digits and two letters, of which SA, SD and SS are not given out."""
    postcode = normalize_postcode(tekst, "NL")
    return bool(_POSTCODE_NL.fullmatch(postcode)) and postcode[-2:] not in _GEEN_POSTCODE_LETTERS


def is_postcode_be(tekst: str) -> bool:
    """Whether it is a Belgian postcode: four digits, the first not nought."""
    return bool(_POSTCODE_BE.fullmatch(normalize_postcode(tekst, "BE")))


def check_postcode(tekst: str, land: str, veld: str = "postcode") -> tuple[Bevinding, ...]:
    """Warns with POSTCODE_NL or POSTCODE_BE; POSTCODE_LAND when it looks like the other country's."""
    if not tekst.strip() or land not in ("NL", "BE"):
        return ()
    goed, ander = (is_postcode_nl, is_postcode_be) if land == "NL" else (is_postcode_be, is_postcode_nl)
    if goed(tekst):
        return ()
    if ander(tekst):
        return _warning(veld, "POSTCODE_LAND", postcode=clean(tekst), land="BE" if land == "NL" else "NL")
    return _warning(veld, f"POSTCODE_{land}", postcode=clean(tekst))


def normalize_telefoon(tekst: str, land: str) -> str:
    """The number as its country prints it: ``06 1200 5512``, ``011 24 66 50``; of another country with ``+32``."""
    schoon = clean(tekst)
    return _nummers().read_telefoon(schoon, land) or schoon


def compact_telefoon(tekst: str) -> str:
    """Only the digits, with the plus of a country code: ``0612005512``, ``+32470123456``."""
    plus = "+" if tekst.strip().startswith("+") else ""
    return plus + re.sub(r"\D", "", tekst.replace("(0)", "") if plus else tekst, flags=re.ASCII)


def check_telefoon(tekst: str, land: str, veld: str = "telefoon") -> tuple[Bevinding, ...]:
    """Warns with TELEFOON_ONBEKEND about a number that no telephone of the country (or of the code before it) has."""
    if not tekst.strip() or _nummers().read_telefoon(clean(tekst), land):
        return ()
    return _warning(veld, "TELEFOON_ONBEKEND", telefoon=clean(tekst), land=land)


def normalize_email(tekst: str) -> str:
    """The address with its domain in small letters; nothing is asked of the network."""
    schoon = clean(tekst)
    return _nummers().read_email(schoon) or schoon


def check_email(tekst: str, veld: str = "email") -> tuple[Bevinding, ...]:
    """Blocks with EMAIL_ONLEESBAAR for what can be no address."""
    if not tekst.strip() or _nummers().read_email(clean(tekst)):
        return ()
    return (Bevinding(veld, "EMAIL_ONLEESBAAR", params={"email": clean(tekst)}),)


def normalize_btw(tekst: str, land: str) -> str:
    """The VAT number with its country before it and without signs between: ``NL123456782B90``, ``BE0123456749``."""
    schoon = clean(tekst).translate(_ASCII_HOOFD)
    return _nummers().read_btw(schoon, land) or schoon if schoon else ""


def check_btw(tekst: str, land: str, veld: str = "btw_nummer") -> tuple[Bevinding, ...]:
    """Warns with BTW_NL, BTW_BE or BTW_EU about a number whose shape or check digits do not fit."""
    if not tekst.strip() or _nummers().read_btw(clean(tekst), land):
        return ()
    return _warning(veld, f"BTW_{land if land in ('NL', 'BE') else 'EU'}", btw_nummer=clean(tekst))


def normalize_kvk(tekst: str, land: str) -> str:
    """The number in the register of companies: ``12345678`` in the Netherlands, ``0123.456.749`` in Belgium."""
    schoon = clean(tekst)
    kaal = re.sub(r"[\s.]", "", schoon)
    if land == "NL":
        return kaal if _KVK.fullmatch(kaal) else schoon
    nummer = _nummers().read_ondernemingsnummer(schoon) if land == "BE" and schoon else None
    return f"{nummer[:4]}.{nummer[4:7]}.{nummer[7:]}" if nummer else schoon


def check_kvk(tekst: str, land: str, veld: str = "kvk_nummer") -> tuple[Bevinding, ...]:
    """Warns with KVK_NL (eight digits) or KVK_BE (ten digits with their check, starting with 0 or 1)."""
    if not tekst.strip() or land not in ("NL", "BE"):
        return ()
    kaal = re.sub(r"[\s.]", "", tekst)
    goed = _KVK.fullmatch(kaal) if land == "NL" else _nummers().read_ondernemingsnummer(clean(tekst))
    return () if goed else _warning(veld, f"KVK_{land}", kvk_nummer=clean(tekst))


def normalize_vestiging(tekst: str, land: str) -> str:
    """The number of an establishment: twelve digits in the Netherlands, ``2.000.000.141`` in Belgium."""
    schoon = clean(tekst)
    kaal = re.sub(r"[\s.]", "", schoon)
    if land == "BE" and _VESTIGING_BE.fullmatch(kaal):
        return f"{kaal[0]}.{kaal[1:4]}.{kaal[4:7]}.{kaal[7:]}"
    return kaal if _VESTIGING_NL.fullmatch(kaal) else schoon


def check_vestiging(tekst: str, land: str, veld: str = "vestigingsnummer") -> tuple[Bevinding, ...]:
    """Warns with VESTIGING_NL or VESTIGING_BE (ten digits with their check, starting with 2 to 8; mod 97)."""
    kaal = re.sub(r"[\s.]", "", tekst)
    if not kaal or land not in ("NL", "BE"):
        return ()
    if land == "NL":
        goed = bool(_VESTIGING_NL.fullmatch(kaal))
    else:
        goed = bool(_VESTIGING_BE.fullmatch(kaal)) and (int(kaal[:8]) + int(kaal[8:])) % 97 == 0
    return () if goed else _warning(veld, f"VESTIGING_{land}", vestigingsnummer=clean(tekst))


def _clean_lines(tekst: str) -> str:
    return "\n".join(clean(regel) for regel in tekst.splitlines()).strip("\n")


def clean_texts(kaart: _D) -> _D:
    """The value with each of its texts cleaned; a note keeps its lines, every other text is one line."""
    teksten = {veld.name: getattr(kaart, veld.name) for veld in fields(kaart) if type(getattr(kaart, veld.name)) is str}
    schoon = {naam: (_clean_lines if naam in NOTITIES else clean)(tekst) for naam, tekst in teksten.items()}
    return replace(kaart, **{naam: tekst for naam, tekst in schoon.items() if tekst != teksten[naam]})


def tidy_relatie(kaart: RelatieKaart) -> RelatieKaart:
    """The card with every text in its one spelling; what is not understood stays as it was typed."""
    schoon = clean_texts(kaart)
    return replace(
        schoon,
        postcode=normalize_postcode(schoon.postcode, schoon.land),
        telefoon=normalize_telefoon(schoon.telefoon, schoon.land),
        telefoon_2=normalize_telefoon(schoon.telefoon_2, schoon.land),
        email=normalize_email(schoon.email),
        btw_nummer=normalize_btw(schoon.btw_nummer, schoon.land),
        kvk_nummer=normalize_kvk(schoon.kvk_nummer, schoon.land),
        adressen=tuple(_tidy_adres(adres) for adres in schoon.adressen if not clean_texts(adres).is_empty),
        telefoons=tuple(
            replace(telefoon, nummer=normalize_telefoon(telefoon.nummer, schoon.land))
            for telefoon in schoon.telefoons
            if clean(telefoon.nummer)
        ),
    )


def _tidy_adres(adres: Adres) -> Adres:
    schoon = clean_texts(adres)
    return replace(schoon, postcode=normalize_postcode(schoon.postcode, schoon.land))


def tidy_instellingen(inst: ShopInstellingen) -> ShopInstellingen:
    """The settings of a shop with every text in its one spelling; what is not understood stays as it was typed."""
    schoon = clean_texts(inst)
    return replace(
        schoon,
        postcode=normalize_postcode(schoon.postcode, schoon.land),
        telefoon=normalize_telefoon(schoon.telefoon, schoon.land),
        email=normalize_email(schoon.email),
        smtp_afzender=normalize_email(schoon.smtp_afzender),
        btw_nummer=normalize_btw(schoon.btw_nummer, schoon.land),
        kvk_nummer=normalize_kvk(schoon.kvk_nummer, schoon.land),
        vestigingsnummer=normalize_vestiging(schoon.vestigingsnummer, schoon.land),
        pechhulp_links=tuple((wie, clean(adres)) for wie, adres in schoon.pechhulp_links if clean(adres)),
        checklist=tidy_checklist(schoon.checklist),
        mop_soorten=tuple(
            replace(soort, code=clean(soort.code), label=clean(soort.label)) for soort in schoon.mop_soorten
        ),
        carpass_btw=normalize_nummer(schoon.carpass_btw),
        carpass_organisatie=normalize_nummer(schoon.carpass_organisatie),
        carpass_gebruiker=normalize_nummer(schoon.carpass_gebruiker),
    )
