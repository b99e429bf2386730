"""Sentences about the werkkaart: its lines, its states, and the lists that fill it."""

from __future__ import annotations

from werkplaats.i18n import N_

WERKKAART: dict[str, tuple[str, str]] = {
    "CSV_TE_GROOT": (
        N_("Dit bestand is groter dan {hoogstens}."),
        N_("Is het wel de artikelenlijst? Deel haar anders op."),
    ),
    "CSV_TE_VEEL": (N_("Dit bestand heeft meer dan {hoogstens} regels."), N_("Deel het op in kleinere bestanden.")),
    "CSV_GEEN_TEKST": (N_("Dit is geen CSV-bestand."), N_("Bewaar de lijst in Excel als CSV en kies dat bestand.")),
    "CSV_LEEG": (N_("In dit bestand staat niets om in te lezen."), N_("Onder de kop moet ten minste één regel staan.")),
    "CSV_KOLOM": (
        N_("De kolom {kolom} ontbreekt; er is niets ingelezen."),
        N_("Zet in de eerste regel de namen: code, omschrijving en prijs, of code en tekst."),
    ),
    "CSV_REGEL": (
        N_("Regel {regel} klopt niet ({kolom}: “{tekst}”); er is niets ingelezen."),
        N_("Verbeter die regel in het bestand en lees het opnieuw in."),
    ),
    "CSV_DUBBEL": (
        N_("De code {artikel} in regel {regel} staat er al boven; er is niets ingelezen."),
        N_("Haal een van beide weg en lees het bestand opnieuw in."),
    ),
    "MELDING_OPEN": (
        N_("De kilometerstand van werkkaart {nummer} is nog niet gemeld aan Car-Pass."),
        N_("Meld terwijl de auto nog bij u staat, of geef hem mee zonder melding."),
    ),
    "WERKKAART_ONBEKEND": (
        N_("Er is hier geen werkkaart met nummer {nummer}."),
        N_("Controleer het nummer, of zoek de kaart in de lijst Werkkaarten (F2)."),
    ),
    "STAAT_KAN_NIET": (
        N_("Werkkaart {nummer} is nu {van} en kan niet {naar} worden."),
        N_("Een ander heeft de kaart misschien al verder gezet. Open haar opnieuw."),
    ),
    "MONTEUR_KAART_ONBEKEND": (
        N_("Er is geen werkkaart voor “{tekst}”."),
        N_("Typ het nummer van de kaart of het kenteken, of vraag de balie om een werkkaart te maken."),
    ),
    "MONTEUR_KAART_DICHT": (
        N_("Werkkaart {nummer} is {staat}; er kan niets meer bij."),
        N_("Vraag de balie om de kaart opnieuw te openen of een nieuwe te maken."),
    ),
    "ARTIKEL_GEWIJZIGD": (
        N_("{artikel} is intussen gewijzigd of weggehaald; er is niets opgeslagen."),
        N_("Sluit dit venster en open de regel opnieuw: dan ziet u hoe zij er nu uitziet."),
    ),
    "ARTIKEL_IN_PAKKET": (
        N_("{artikel} zit in een pakket ({pakketten}) en blijft daarom staan."),
        N_("Haal het artikel eerst uit het pakket, op het tabblad Pakketten."),
    ),
    "TIJDVAK_GEWIJZIGD": (
        N_("De tijd van {monteur} is intussen gewijzigd; er is niets opgeslagen."),
        N_("Kijk in de lijst wat er nu staat, en verbeter dat."),
    ),
}

WERKKAART_INVOER: dict[str, str] = {
    "BTW_ONBEKEND": N_("{tekst} is geen btw-tarief van dit land. Typ het percentage, of bijvoorbeeld verlegd."),
    "DECIMAAL_ONLEESBAAR": N_("{tekst} is geen getal. Typ bijvoorbeeld 1 of 4,25."),
    "REGEL_LEEG": N_("Regel {regel} is leeg. Vul een code of omschrijving in, of wis de regel."),
    "REGEL_TE_LANG": N_("Te veel tekst in regel {regel}: een code heeft hoogstens 40 tekens, een omschrijving 500."),
    "REGEL_TE_GROOT": N_("Het aantal of de prijs in regel {regel} is te groot. Staat er een cijfer te veel?"),
    "REGELS_TE_VEEL": N_("Een werkkaart heeft hoogstens {hoogstens} regels; dit zijn er {aantal}."),
    "KORTING_ONMOGELIJK": N_("De korting in regel {regel} ligt niet tussen 0 en 100 %."),
    "CHECKLIST_TE_LANG": N_("Een checklist heeft hoogstens {hoogstens} punten; dit zijn er {aantal}."),
    "PUNT_TE_LANG": N_("Een punt van de checklist heeft hoogstens {hoogstens} tekens; “{punt} …” is langer."),
    "ARTIKEL_CODE_LEEG": N_("Vul een korte code in, bijvoorbeeld OL-5W30."),
    "ARTIKEL_CODE_BEZET": N_("De code {artikel} staat al in deze lijst. Kies een andere, of wijzig die regel."),
    "ARTIKEL_TEKST_LEEG": N_("Vul in wat er op de werkkaart komt te staan."),
    "ARTIKEL_PRIJS_GROOT": N_("Een prijs is hoogstens {hoogstens} euro. Staat er een cijfer te veel?"),
    "ARTIKEL_AANTAL_GROOT": N_("Dit aantal is te groot. Staat er een cijfer te veel?"),
    "PAKKET_LEEG": N_("Een pakket heeft ten minste één artikel."),
    "PAKKET_DEEL_LEEG": N_("Een regel van het pakket heeft nog geen artikel. Vul de code in of haal haar weg."),
    "PAKKET_DEEL_ONBEKEND": N_("{artikel} staat niet in de artikelen. Voeg het daar eerst toe."),
    "MONTEUR_ONBEKEND": N_("{naam} is hier geen monteur. Bewaren mag."),
    "TIJDVAK_BEGIN_LEEG": N_("Vul in wanneer het werk begon, bijvoorbeeld 24-11-2026 en 8:05."),
    "TIJDVAK_EIND_LEEG": N_("Vul in wanneer het werk klaar was, bijvoorbeeld 24-11-2026 en 10:40."),
    "TIJDVAK_TOEKOMST": N_("Dit moment moet nog komen. Uren zijn er pas als er gewerkt is."),
    "TIJDVAK_OMGEKEERD": N_("Het einde ligt niet na het begin. Zijn de twee verwisseld?"),
    "TIJDVAK_LANG": N_("Dit is meer dan 12 uur achter elkaar. Klopt de dag? Bewaren mag."),
    "TIJDVAK_OVERLAPT": N_("{monteur} werkte toen aan werkkaart {nummer} ({tijd}). Zet eerst die tijd recht."),
    "TIJDVAK_REDEN_LEEG": N_("Schrijf op waarom, bijvoorbeeld: vergeten te stoppen. Het logboek bewaart het."),
    "TOTAAL_TE_GROOT": N_("Het totaal van deze werkkaart is te groot. Staat er ergens een cijfer te veel?"),
}
