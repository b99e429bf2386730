"""Telephone numbers, e-mail addresses and company numbers by the libraries that know their rules.

Each function gives the one spelling of what it understands, and None for the rest. Ask ``contact``, which loads
this module at the first question: the libraries take some 45 ms, for which the first paint need not wait.
"""

from __future__ import annotations

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat
from stdnum.be import vat as be_vat
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.nl import btw as nl_btw


def read_telefoon(tekst: str, land: str) -> str | None:
    """The number as its country prints it; of another country than ``land`` with its code before it."""
    # People write the trunk nought of +31 (0)6 although it is not dialled after the country code.
    try:
        nummer = phonenumbers.parse(tekst.replace("(0)", "") if "+" in tekst else tekst, land)
    except NumberParseException:
        return None
    if nummer.extension or not phonenumbers.is_valid_number(nummer):
        return None
    if phonenumbers.region_code_for_number(nummer) != land:
        return phonenumbers.format_number(nummer, PhoneNumberFormat.INTERNATIONAL)
    nationaal = phonenumbers.format_number(nummer, PhoneNumberFormat.NATIONAL)
    mobiel = re.fullmatch(r"06 (\d{4})(\d{4})", nationaal)
    return f"06 {mobiel[1]} {mobiel[2]}" if mobiel and land == "NL" else nationaal


def read_email(tekst: str) -> str | None:
    """The address with its domain in small letters; nothing is asked of the network."""
    try:
        return validate_email(tekst, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def read_btw(tekst: str, land: str) -> str | None:
    """The VAT number with its country before it and no signs between."""
    try:
        if land == "NL":
            return f"NL{nl_btw.validate(tekst)}"
        if land == "BE":
            return f"BE{be_vat.validate(tekst)}"
        return eu_vat.validate(tekst)
    except ValidationError:
        return None


def read_ondernemingsnummer(tekst: str) -> str | None:
    """The ten digits of a Belgian enterprise number (starting with 0 or 1, mod 97)."""
    return be_vat.compact(tekst) if be_vat.is_valid(tekst) else None
