"""Sentences about rights, records, two people at one record, the configuration and the user."""

from __future__ import annotations

from werkplaats.i18n import N_

ALGEMEEN: dict[str, tuple[str, str]] = {
    "GEEN_RECHT": (
        N_("U heeft geen recht om dit te doen: {recht}."),
        N_("Vraag een beheerder om dit recht."),
    ),
    "TAAK_GESTOPT": (
        N_("Gestopt na {gedaan} van de {totaal}."),
        N_("Voer de dagtaken opnieuw uit: wat al gedaan is, gebeurt geen tweede keer."),
    ),
    "NIET_GEVONDEN": (
        N_("Dit is er niet meer ({onderwerp})."),
        N_("Een ander heeft het misschien verwijderd. Zoek het opnieuw op."),
    ),
    "BOTSING": (
        N_("{door} heeft hetzelfde gewijzigd; er is nog niets opgeslagen."),
        N_("Kies per veld welke waarde blijft en sla opnieuw op."),
    ),
    "CONFIG_ONLEESBAAR": (
        N_("Het configuratiebestand {bestand} is niet te lezen: {reden}."),
        N_("Verbeter het bestand, of haal het weg om met de standaardwaarden te starten."),
    ),
    "CONFIG_ONBEKEND": (
        N_("In het configuratiebestand {bestand} is {sleutel} onbekend of van de verkeerde soort."),
        N_("Verbeter of verwijder die regel en start opnieuw."),
    ),
    "ONBEKENDE_GEBRUIKER": (
        N_("De gebruiker {account} is nog niet bekend in Werkplaats."),
        N_("Vraag een beheerder om u toe te voegen."),
    ),
    "JSON_REGEL": (
        N_("Regel {regel} is geen JSON-object."),
        N_("Geef per regel één object, tussen accolades."),
    ),
    "JSON_VELD": (
        N_("Op regel {regel} is het veld {veld} van de verkeerde soort."),
        N_("Geef tekst tussen aanhalingstekens, een datum als jjjj-mm-dd, en ja of nee als true of false."),
    ),
    "OEFENOMGEVING_START": (
        N_("De oefenomgeving in {map} is niet gestart."),
        N_("Druk op Opnieuw. Blijft het zo, haal die map dan weg: de oefengarage wordt opnieuw gemaakt."),
    ),
}
