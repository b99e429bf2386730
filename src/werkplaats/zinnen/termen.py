"""Dutch words for values that have no text of their own: rights, states, signs of the register."""

from __future__ import annotations

from werkplaats.i18n import N_, _

_RECHTEN = {
    "voertuig_zien": N_("voertuigen bekijken"),
    "voertuig_wijzigen": N_("voertuigen wijzigen"),
    "relatie_zien": N_("relaties bekijken"),
    "relatie_wijzigen": N_("relaties wijzigen"),
    "codes_zien": N_("sleutel-, radio- en alarmcodes bekijken"),
    "pechhulp": N_("pechhulp aanvragen"),
    "postbus": N_("de postbus behandelen"),
    "carpass": N_("kilometerstanden aan Car-Pass melden"),
    "dagtaken": N_("de dagtaken uitvoeren"),
    "instellingen": N_("instellingen wijzigen"),
    "geheimen": N_("wachtwoorden en tokens invoeren"),
    "gebruikers": N_("gebruikers beheren"),
    "backup": N_("back-ups maken en terugzetten"),
    "logboek_controleren": N_("het logboek controleren"),
    "km_invoeren": N_("kilometerstanden invoeren"),
    "foto_toevoegen": N_("foto's toevoegen"),
    "werkkaart_zien": N_("werkkaarten bekijken"),
    "monteurwerk": N_("werken op het monteurscherm"),
    "werkkaart_wijzigen": N_("werkkaarten maken en wijzigen"),
    "einde_service": N_("het werk afsluiten (Einde service)"),
    "order_zien": N_("orders bekijken"),
    "order_wijzigen": N_("orders maken en wijzigen"),
    "direct_goedkeuren": N_("een kenteken direct aanvragen bij PON"),
}

_ONDERWERPEN = {
    "melding": N_("melding"),
    "voertuig": N_("voertuig"),
    "relatie": N_("relatie"),
    "wisseling": N_("kenteken of eigenaar"),
    "pechhulp": N_("pechhulpaanvraag"),
    "bericht": N_("bericht"),
    "herinnering": N_("herinnering"),
    "contact": N_("contactmoment"),
    "instellingen": N_("vestiging"),
    "shop": N_("vestiging"),
    "gebruiker": N_("gebruiker"),
    "groep": N_("groep"),
    "geheim": N_("geheim"),
    "kmstand": N_("kilometerstand"),
    "bijlage": N_("bestand"),
    "schade": N_("schade"),
    "garantie": N_("garantie"),
    "bandenset": N_("bandenset"),
    "leenperiode": N_("leenperiode"),
    "werkkaart": N_("werkkaart"),
    "order": N_("order"),
    "orderlijsten": N_("merken en plaattypen"),
    "artikelen": N_("artikelenlijst"),
}

_ORDERSOORTEN = {"nieuw": N_("Nieuw"), "gebruikt": N_("Gebruikt")}

_ORDERSTATUSSEN = {
    "in behandeling": N_("In behandeling"),
    "besteld": N_("Besteld"),
    "binnen": N_("Binnen"),
    "klaar voor aflevering": N_("Klaar voor aflevering"),
    "afgeleverd": N_("Afgeleverd"),
}

_KAARTSTATEN = {
    "gepland": N_("Gepland"),
    "binnen": N_("Binnen"),
    "in uitvoering": N_("In uitvoering"),
    "klaar": N_("Klaar"),
    "opgehaald": N_("Opgehaald"),
    "vervallen": N_("Vervallen"),
}

_BTW = {
    "hoog": N_("hoog"),
    "midden": N_("midden"),
    "laag": N_("laag"),
    "nul": N_("nul"),
    "verlegd": N_("verlegd"),
    "intracommunautair": N_("intracommunautair"),
    "marge": N_("marge"),
    "vrijgesteld": N_("vrijgesteld"),
    "vrij_veld": N_("vrij veld"),
}

_HERINNERINGSOORTEN = {
    "service": N_("Service"),
    "vrij": N_("Eigen herinnering"),
}

_HANDELINGEN = {
    "toegevoegd": N_("toegevoegd"),
    "gewijzigd": N_("gewijzigd"),
    "rdw": N_("overgenomen van de RDW"),
    "bekeken": N_("bekeken"),
    "verwijderd": N_("verwijderd"),
    "hersteld": N_("teruggezet"),
    "afgedrukt": N_("afgedrukt"),
    "gemonteerd": N_("op de auto gezet"),
    "gedemonteerd": N_("van de auto gehaald"),
    "teruggenomen": N_("teruggenomen"),
}

_KM_HERKOMSTEN = {
    "balie": N_("Balie"),
    "monteur": N_("Monteur"),
    "carpass": "Car-Pass",
    "apk": N_("APK"),
    "import": N_("Import"),
}

_EENHEDEN = {"km": N_("km"), "mijl": N_("mijl")}

_STATEN = {
    "concept": N_("Concept"),
    "geopend": N_("Geopend in de browser"),
    "bevestigd": N_("Pas ontvangen"),
    "mislukt": N_("Niet gelukt"),
}

_AANHEFFEN = {
    "M": N_("De heer"),
    "V": N_("Mevrouw"),
    "P": N_("De heer/mevrouw"),
    "F": N_("Familie"),
    "B": N_("Bedrijf"),
}

_KEUZES = {
    "adressoort": {"post": N_("Postadres"), "bezoek": N_("Bezoekadres"), "factuur": N_("Factuuradres")},
    "telefoonsoort": {
        "mobiel": N_("Mobiel"),
        "thuis": N_("Thuis"),
        "werk": N_("Werk"),
        "anders": N_("Anders"),
    },
    "taal": {"nl": N_("Nederlands"), "fr": N_("Frans"), "de": N_("Duits"), "en": N_("Engels")},
    "voorkeur": {
        "": N_("Maakt niet uit"),
        "telefoon": N_("Telefoon"),
        "sms": N_("Sms"),
        "email": N_("E-mail"),
        "brief": N_("Brief"),
    },
    "toestemming": {
        "": N_("Niet gevraagd"),
        "gegeven": N_("Gegeven"),
        "ingetrokken": N_("Ingetrokken"),
    },
    "wijze": {
        "telefoon": N_("Telefoon"),
        "email": N_("E-mail"),
        "balie": N_("Balie"),
        "brief": N_("Brief"),
    },
    "richting": {"in": N_("Van de klant"), "uit": N_("Van ons")},
}

_SEINEN = {
    "terugroepactie_open": N_("Terugroepactie open"),
    "apk_verlopen": N_("APK verlopen"),
    "niet_verzekerd": N_("Niet verzekerd"),
    "geexporteerd": N_("Geëxporteerd"),
    "tellerstand_onlogisch": N_("Tellerstand onlogisch"),
    "taxi": N_("Taxi"),
    "tenaamstellen_niet_mogelijk": N_("Tenaamstellen niet mogelijk"),
}

_BRONNEN = {
    "voertuig": N_("voertuig"),
    "brandstof": N_("brandstof"),
    "keuring": N_("keuring"),
    "gasinstallatie": N_("gasinstallatie"),
}

_KENTEKENSOORTEN = {
    "regulier": N_("gewoon kenteken"),
    "koninklijk": N_("kenteken van het Koninklijk Huis"),
    "diplomatiek": N_("diplomatiek kenteken"),
    "handelaar": N_("handelaarskenteken"),
    "vrijstelling": N_("kenteken met vrijstelling"),
    "auto": N_("nummerplaat van een auto"),
    "oud": N_("oude nummerplaat"),
    "aanhangwagen": N_("nummerplaat van een aanhangwagen"),
    "motor": N_("nummerplaat van een motor"),
    "taxi": N_("nummerplaat van een taxi"),
    "oldtimer": N_("nummerplaat van een oldtimer"),
    "bromfiets": N_("nummerplaat van een bromfiets"),
    "tractor": N_("nummerplaat van een tractor"),
    "tijdelijk": N_("tijdelijke nummerplaat"),
    "hof": N_("nummerplaat van hof of overheid"),
    "gepersonaliseerd": N_("gepersonaliseerde nummerplaat"),
    "buitenlands": N_("buitenlands kenteken"),
    "onbekend": N_("onbekende vorm"),
}


# Names of firms are not translated. The domain has them too, which words may not know: a test keeps them equal.
_AANBIEDERS = {
    "bosch": "Bosch Mobiliteitsgarantie",
    "aa_team": "AA-Team pechhulp",
    "bovag": "Bovag pechhulp",
    "bovemij": "Pechhulp (via Bovemij)",
    "vakgarage": "Vakgarage pechhulp",
    "vhd": "VHD Pechhulp",
    "pechonderwegservice": "Pechonderwegservice.nl",
}

_REGISTERS = {"NL": N_("de RDW"), "BE": N_("de DIV")}


def woord_aanbieder(aanbieder: str) -> str:
    """The name of a provider of roadside assistance, as he writes it himself."""
    return _AANBIEDERS.get(aanbieder, aanbieder)


def woord_register(land: str) -> str:
    """Who gives out the plates of a country: ``de RDW``, ``de DIV``."""
    return _(_REGISTERS[land]) if land in _REGISTERS else _("het register")


def woord_recht(recht: str) -> str:
    """What a right lets one do: ``voertuigen wijzigen``."""
    return _(_RECHTEN[recht])


def woord_onderwerp(onderwerp: str) -> str:
    """The thing that a record is: ``voertuig``, ``pechhulpaanvraag``."""
    return _(_ONDERWERPEN[onderwerp]) if onderwerp in _ONDERWERPEN else onderwerp


def woord_ordersoort(soort: str) -> str:
    """Whether the car of an order is new: ``Nieuw``."""
    return _(_ORDERSOORTEN[soort])


def woord_orderstatus(status: str) -> str:
    """How far a sale is: ``Besteld``."""
    return _(_ORDERSTATUSSEN[status])


def woord_herinneringsoort(soort: str) -> str:
    """What a reminder is about: ``Service``."""
    return _(_HERINNERINGSOORTEN[soort])


def woord_handeling(handeling: str) -> str:
    """What was done, as the logboek says it: ``gewijzigd``, ``overgenomen van de RDW``."""
    return _(_HANDELINGEN[handeling]) if handeling in _HANDELINGEN else handeling


def woord_km_herkomst(herkomst: str) -> str:
    """Where a reading of the odometer comes from: ``Balie``, ``Car-Pass``."""
    return _(_KM_HERKOMSTEN[herkomst])


def woord_eenheid(eenheid: str) -> str:
    """The unit that an odometer counts in: ``km``, ``mijl``."""
    return _(_EENHEDEN[eenheid])


def woord_kaartstaat(staat: str) -> str:
    """How far the work of a werkkaart is: ``In uitvoering``."""
    return _(_KAARTSTATEN[staat])


def woord_btw(code: str) -> str:
    """Why a line has the VAT that it has: ``Btw hoog``, ``Btw verlegd``."""
    return _(_BTW[code])


def woord_staat(staat: str) -> str:
    """How far a request for roadside assistance is: ``Geopend in de browser``."""
    return _(_STATEN[staat])


def woord_aanhef(aanhef: str) -> str:
    """How a relatie is addressed: ``De heer``."""
    return _(_AANHEFFEN[aanhef])


def woord_keuze(soort: str, waarde: str) -> str:
    """The word of one of a few values, such as the language ``fr``: ``Frans``; an unknown one is said as it is."""
    return _(_KEUZES[soort][waarde]) if waarde in _KEUZES[soort] else waarde


def woord_sein(sein: str) -> str:
    """A sign of the register: ``Terugroepactie open``."""
    return _(_SEINEN[sein])


def woord_bron(bron: str) -> str:
    """The part of the register that a value comes from: ``keuring``."""
    return _(_BRONNEN[bron])


def woord_kentekensoort(soort: str) -> str:
    """The kind of a plate: ``handelaarskenteken``, ``oude nummerplaat``."""
    return _(_KENTEKENSOORTEN[soort])
