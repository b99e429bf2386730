"""Sentences under a field: what is doubtful or wrong about what was typed, with an example of what is meant."""

from __future__ import annotations

from werkplaats.i18n import N_

INVOER: dict[str, str] = {
    "KENTEKEN_LEEG": N_("Vul een kenteken in, bijvoorbeeld GA-482-R."),
    "KENTEKEN_TE_LANG": N_("Een kenteken heeft hoogstens 12 letters en cijfers; hier staan er {lengte}."),
    "KENTEKEN_OF_VIN_NODIG": N_("Vul een kenteken of een chassisnummer in, dan is de auto terug te vinden."),
    "VORM_ONBEKEND": N_("Deze vorm komt in {land} niet voor. Klopt het land? Bewaren mag."),
    "LETTERS_NIET_UITGEGEVEN": N_("{letters} geeft {register} niet uit. Bewaren mag."),
    "KENTEKEN_HANDELAAR": N_("Een handelaarskenteken hoort bij het bedrijf, niet bij de auto. Bewaren mag."),
    "VIN_LEEG": N_("Vul een chassisnummer in, bijvoorbeeld VF1RFB00X62000519."),
    "VIN_TE_LANG": N_("Een chassisnummer heeft hoogstens 17 tekens; hier staan er {lengte}."),
    "VIN_KORT": N_("Een chassisnummer heeft 17 tekens; hier staan er {lengte}. Bij een oldtimer mag dat."),
    "VIN_TEKENS": N_("In een chassisnummer staan alleen cijfers en hoofdletters, en geen I, O of Q."),
    "GEWICHT_ONWAARSCHIJNLIJK": N_("{getal} kg is onwaarschijnlijk. Vul hele kilo's in, bijvoorbeeld 1214."),
    "BEDRIJFSKLAAR_LICHTER": N_("Bedrijfsklaar is lichter dan leeg ({ledig} kg). Zijn de twee gewichten verwisseld?"),
    "CO2_ONWAARSCHIJNLIJK": N_("{getal} g/km is onwaarschijnlijk. Vul gram per kilometer in, bijvoorbeeld 126."),
    "BOUWJAAR_ONWAARSCHIJNLIJK": N_("{getal} is onwaarschijnlijk. Vul vier cijfers in, bijvoorbeeld 2019."),
    "BOUWJAAR_NA_1A": N_("De auto is al op {datum_1a} toegelaten (deel 1A). Controleer het bouwjaar."),
    "GETAL_ONMOGELIJK": N_("{getal} kan hier niet. Vul een heel getal van 0 of hoger in."),
    "GETAL_ONLEESBAAR": N_("Dit is geen heel getal. Vul alleen cijfers in, bijvoorbeeld 1214."),
    "DATUM_ONLEESBAAR": N_("Dit is geen datum die bestaat. Vul dag, maand en jaar in, bijvoorbeeld 24-11-2026."),
    "DATUM_TOEKOMST": N_("{datum} ligt in de toekomst. Controleer het jaar. Bewaren mag."),
    "DATUM_VOOR_1A": N_("{datum} ligt voor de eerste toelating (deel 1A, {datum_1a}). Bewaren mag."),
    "APK_VER_VOORUIT": N_("{datum} is ver vooruit voor een APK. Controleer het jaar. Bewaren mag."),
    "NAAM_LEEG": N_("Vul de achternaam in, bijvoorbeeld Smeets."),
    "BEDRIJFSNAAM_LEEG": N_("Vul de naam van het bedrijf in, bijvoorbeeld Bakkerij De Korenaar."),
    "TEKENS_ONGEWOON": N_("Andere systemen weigeren {vreemd} mogelijk. Bewaren mag."),
    "TEKENS_ONLEESBAAR": N_("Hier staat een onzichtbaar teken. Wis het veld en typ het opnieuw."),
    "TEKST_TE_LANG": N_("Hier passen hoogstens {hoogstens} tekens; het zijn er {lengte}. Kort de tekst in."),
    "GEBOORTEDATUM_TOEKOMST": N_("{datum} ligt in de toekomst. Een geboortedatum ligt in het verleden."),
    "GEBOORTEDATUM_LANG_GELEDEN": N_("Dan is deze persoon {leeftijd} jaar. Controleer het jaar. Bewaren mag."),
    "BEDRIJF_GEBOORTEDATUM": N_("Een bedrijf heeft geen geboortedatum; laat dit veld leeg. Bewaren mag."),
    "LAND_ONBEKEND": N_("Het land {land} is niet bekend. Kies een land uit de lijst."),
    "HUISNR_VORM": N_("Een huisnummer begint met een cijfer, bijvoorbeeld 214. Bewaren mag."),
    "HUISNR_TOEVOEGING": N_("Zet hier alleen het nummer en de toevoeging in het vak ernaast, bijvoorbeeld 214 en A."),
    "POSTCODE_NL": N_("Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL."),
    "POSTCODE_BE": N_("Een Belgische postcode is 4 cijfers, bijvoorbeeld 9000."),
    "POSTCODE_LAND": N_("{postcode} is een postcode uit {land}. Kies bij Land {land} als dat klopt."),
    "TELEFOON_ONBEKEND": N_("Dit nummer bestaat niet in {land}. Zet er bij een ander land +32 of +49 voor."),
    "EMAIL_ONLEESBAAR": N_("Dit is geen e-mailadres. Het ziet eruit als a.smeets@example.nl."),
    "BTW_NL": N_("Dit BTW-nummer klopt niet. Een Nederlands nummer is bijvoorbeeld NL123456782B90."),
    "BTW_BE": N_("Dit BTW-nummer klopt niet. Een Belgisch nummer is bijvoorbeeld BE0123.456.749."),
    "BTW_EU": N_("Dit BTW-nummer klopt niet. Begin met de letters van het land, bijvoorbeeld DE136695976."),
    "KVK_NL": N_("Een KvK-nummer is 8 cijfers, bijvoorbeeld 12345678."),
    "KVK_BE": N_("Dit ondernemingsnummer klopt niet. Het is 10 cijfers, bijvoorbeeld 0123.456.749."),
    "VESTIGING_NL": N_("Een vestigingsnummer is 12 cijfers, bijvoorbeeld 000012345678."),
    "VESTIGING_BE": N_("Dit vestigingsnummer klopt niet. Het is 10 cijfers, bijvoorbeeld 2.000.000.141."),
    "SHOPNAAM_LEEG": N_("Vul de naam van de vestiging in, bijvoorbeeld Garage Het Wiel."),
    "SHOP_LAND": N_("Een vestiging staat in Nederland of België. Kies een van de twee."),
    "DAGEN_BUITEN_BEREIK": N_("Vul een aantal dagen van 0 tot en met {hoogstens} in, bijvoorbeeld 30."),
    "LINK_ONGELDIG": N_("{aanbieder}: dit is geen webadres. Zo wel: https://www.example.nl/?kenteken={{kenteken}}"),
    "LINK_ZONDER_KENTEKEN": N_(
        "{aanbieder}: in het adres staat geen {{kenteken}}; de pagina opent zonder. Bewaren mag."
    ),
    "SOORTEN_LEEG": N_("Er is ten minste één soort pechhulp nodig. Voeg er een toe."),
    "SOORT_ONVOLLEDIG": N_("Elke soort heeft een code en een omschrijving. Vul beide in, of haal de regel weg."),
    "SOORT_DUBBEL": N_("De code {soort} staat er twee keer. Geef elke soort pechhulp een eigen code."),
}

VOORSTELLEN: dict[str, str] = {
    "": N_("Bedoelde u {voorstel}?"),
}
"""The question after a sentence when the value that was meant is likely; by code, and for all others."""
