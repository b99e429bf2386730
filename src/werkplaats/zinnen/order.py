"""Sentences about sales orders, the lists that fill them, and a file of them."""

from __future__ import annotations

from werkplaats.i18n import N_

ORDER: dict[str, tuple[str, str]] = {
    "ORDER_AANVRAAG_LOOPT": (
        N_("Deze order kan nu niet weg: er loopt een aanvraag bij PON voor het kenteken."),
        N_("Trek de aanvraag in op het tabblad Verkoopadmin, of wacht op het antwoord van PON."),
    ),
    "CSV_ONLEESBAAR": (
        N_("Regel {regel} van dit bestand is niet als CSV te lezen."),
        N_("Sla het in uw spreadsheet opnieuw op als CSV (UTF-8) en kies het nog eens. Er is niets overgenomen."),
    ),
    "BESTAND_NIET_GELEZEN": (
        N_("{plaats} kan niet gelezen worden: {reden}."),
        N_("Staat het bestand nog open in een ander programma, of op een schijf die er niet meer is?"),
    ),
    "IMPORT_GEWEIGERD": (
        N_("In dit bestand klopt iets niet, het eerst in regel {regel}. Er is niets overgenomen."),
        N_("Verbeter het bestand en kies het opnieuw."),
    ),
}

ORDER_INVOER: dict[str, str] = {
    "MERK_LEEG": N_("Kies of typ het merk van de auto."),
    "PLATEN_AANTAL": N_("Van {type} kunt u 1 tot {hoogstens} platen bestellen."),
    "PLAATTYPE_DUBBEL": N_("{type} staat er twee keer. Tel de aantallen bij elkaar op."),
    "MEER_PLAATTYPEN": N_(
        "PON neemt één plaattype per aanvraag. Laat er één staan om aan te vragen, en bestel de andere plaat apart."
    ),
    "AFLEVERING_VOOR_LOSSEN": N_("De auto wordt afgeleverd voordat hij gelost is. Klopt dat? Bewaren mag."),
    "AFLEVERING_VOOR_NLV": N_("De aflevering ligt voor de NLV datum (niet leveren voor). Klopt dat? Bewaren mag."),
    "NAAM_ONTBREEKT": N_("Een regel heeft geen naam. Vul haar in of wis de regel."),
    "NAAM_TE_LANG": N_("{naam} is te lang: hoogstens 40 tekens."),
    "NAAM_DUBBEL": N_("{naam} staat er twee keer."),
    "PLAAT_MAAT": N_("De maat van plaat {type} klopt niet: van {van} tot {tot} mm, bijvoorbeeld 520 x 110."),
    "PON_WACHTTIJD": N_("Vul een aantal seconden in van 0 tot en met {hoogstens}."),
    "DEALERNUMMER_ONJUIST": N_("Het dealernummer van {merk} mag alleen letters en cijfers bevatten, hoogstens 40."),
    "KOLOM_ONTBREEKT": N_("De kolom {veld} ontbreekt. Daaraan herkennen we de order bij een volgende keer."),
    "KOLOM_DUBBEL": N_("De kolom {veld} staat er twee keer."),
    "REFERENTIE_LEEG": N_("De referentie is leeg. Daaraan herkennen we de order bij een volgende keer."),
    "KEUZE_ONBEKEND": N_("'{tekst}' kennen we niet. Kies uit: {keuzes}."),
    "JA_NEE_ONLEESBAAR": N_("'{tekst}' is geen ja of nee."),
    "PLATEN_ONLEESBAAR": N_("'{tekst}' zijn geen platen. Schrijf bijvoorbeeld 2 x 27.1, of 1 x 27.1 + 1 x 27.2."),
}
