"""The Dutch name of each field, as its label on the screen and as the logboek says it."""

from __future__ import annotations

from werkplaats.i18n import N_, _

VELDEN: dict[str, str] = {
    # the car
    "kenteken": N_("Kenteken"),
    "land": N_("Land"),
    "hoofdeigenaar": N_("Hoofdeigenaar"),
    "actief": N_("Actief"),
    "merk": N_("Merk"),
    "model": N_("Model"),
    "type": N_("Type"),
    "voertuigsoort": N_("Voertuigsoort"),
    "chassisnummer": N_("Chassisnummer"),
    "motorcode": N_("Motorcode"),
    "brandstof": N_("Brandstof"),
    "tweede_brandstof": N_("Tweede brandstof"),
    "lpg": N_("LPG"),
    "g3": N_("G3"),
    "ledig_gewicht": N_("Ledig gewicht"),
    "bedrijfsklaar": N_("Bedrijfsklaar"),
    "motornummer": N_("Motornummer"),
    "fabrikantcode": N_("Fabrikantcode"),
    "co2_uitstoot": N_("CO2-uitstoot"),
    "co2_cyclus": N_("CO2-meetcyclus"),
    "bouwjaar": N_("Bouwjaar"),
    "vervaldatum_apk": N_("Vervaldatum APK"),
    "datum_deel_1a": N_("Datum deel 1A"),
    "datum_deel_1b": N_("Datum deel 1B"),
    "datum_laatste_bezoek": N_("Datum laatste bezoek"),
    "afgifte_nederland": N_("Afgifte Nederland"),
    "code_sleutel_1": N_("Code sleutel 1"),
    "code_sleutel_2": N_("Code sleutel 2"),
    "radiocode": N_("Radiocode"),
    "startcode": N_("Startcode"),
    "alarmcode": N_("Alarmcode"),
    # the relatie
    "aanhef": N_("Aanhef"),
    "voorletters": N_("Voorletters"),
    "voornaam": N_("Voornaam"),
    "tussenvoegsel": N_("Tussenvoegsel"),
    "naam": N_("Naam"),
    "geboortedatum": N_("Geboortedatum"),
    "contactpersoon": N_("Contactpersoon"),
    "btw_nummer": N_("BTW-nummer"),
    "kvk_nummer": N_("KvK-nummer"),
    "straat": N_("Straat"),
    "huisnr": N_("Huisnr."),
    "toevoeging": N_("Huisnr. toevoeging"),
    "postcode": N_("Postcode"),
    "plaats": N_("Plaats"),
    "telefoon": N_("Telefoon"),
    "telefoon_2": N_("Telefoon 2"),
    "email": N_("E-mailadres"),
    "let_op": N_("Let op"),
    # a request for roadside assistance
    "aanbieder": N_("Aanbieder"),
    "soort": N_("Soort pechhulp"),
    "vergelijkbaar_vervoer": N_("Vergelijkbaar vervangend vervoer"),
    "europa_extra": N_("Vervangend vervoer Europa Extra"),
    "aanhanger": N_("Aanhangwagen/Caravan"),
    "eigen_autobedrijf": N_("Vervoer naar eigen autobedrijf"),
    "staat": N_("Staat"),
    "pasnummer": N_("Pasnummer"),
    "einddatum": N_("Einddatum"),
    # the settings of a shop
    "vestigingsnummer": N_("Vestigingsnummer"),
    "rdw_nummer": N_("RDW-bedrijfsnummer"),
    "pechhulp_verborgen": N_("Verborgen in het menu Pechhulp"),
    "pechhulp_links": N_("Adressen van de aanbieders"),
    "pechhulp_herinnering_dagen": N_("Herinnering pechhulppas"),
    "apk_herinnering_dagen": N_("Herinnering APK"),
    "standaardgroep": N_("Groep van nieuwe gebruikers"),
    "mop_methode": N_("Wijze van versturen"),
    "mop_soorten": N_("Soorten pechhulp"),
    "rdw_app_token": N_("App-token van de RDW"),
    "koppelcode": N_("Koppelcode"),
    "sleutelbewijs": N_("Sleutel van de database"),
}


def woord_veld(veld: str) -> str:
    """The Dutch name of a field; a field without one is said as it is called, with spaces."""
    return _(VELDEN[veld]) if veld in VELDEN else veld.replace("_", " ").capitalize()
