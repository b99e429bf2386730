"""Sentences about the database, backups and secrets: what happened to the work, and who can mend it."""

from __future__ import annotations

from werkplaats.i18n import N_

OPSLAG: dict[str, tuple[str, str]] = {
    "SCHIJF_VOL": (
        N_("De schijf is vol; er is niets opgeslagen."),
        N_("Maak ruimte vrij op de schijf van {plaats} en probeer het opnieuw. Wat u heeft ingevuld blijft staan."),
    ),
    "ALLEEN_LEZEN": (
        N_("In {plaats} mag niet geschreven worden; er is niets opgeslagen."),
        N_("Vraag de beheerder om schrijfrechten en probeer het opnieuw. Wat u heeft ingevuld blijft staan."),
    ),
    "BESTAND_NIET_GESCHREVEN": (
        N_("Het bestand {plaats} is niet geschreven."),
        N_("Sluit het als het in Excel open staat, of kies een andere map of naam. De lijst zelf is niet gewijzigd."),
    ),
    "GESTOPT": (
        N_("Het exporteren is gestopt; er is geen bestand gemaakt."),
        N_("Een ouder bestand met die naam is gebleven zoals het was."),
    ),
    "OPSLAG_STUK": (
        N_("De database {plaats} is beschadigd of onleesbaar."),
        N_("Stop met werken en vraag de beheerder de laatste back-up terug te zetten."),
    ),
    "OPSLAG_BEZET": (
        N_("De database is nu bezet; er is niets opgeslagen."),
        N_("Wacht even en probeer het opnieuw. Wat u heeft ingevuld blijft staan."),
    ),
    "SCHEMA_NIEUWER": (
        N_("De database is al bijgewerkt voor een nieuwere versie van Werkplaats."),
        N_("Installeer die versie ook op deze computer. Er is niets gewijzigd."),
    ),
    "SCHEMA_OUDER": (
        N_("De database hoort bij een oudere versie van Werkplaats."),
        N_("Vraag een beheerder om bij te werken met: werkplaats-beheer bijwerken."),
    ),
    "NETWERKSCHIJF": (
        N_("De map {plaats} staat op een netwerkschijf of wordt gesynchroniseerd; daar raakt de database beschadigd."),
        N_("Kies een map op deze computer. Werkt u met meer computers, gebruik dan PostgreSQL."),
    ),
    "GEEN_VERBINDING": (
        N_("Geen verbinding met de database {plaats}."),
        N_("Controleer of het netwerk werkt en de server aan staat. Wat u heeft ingevuld blijft staan."),
    ),
    "BACKUP_STUK": (
        N_("De back-up {plaats} is beschadigd en wordt niet teruggezet."),
        N_("Gebruik een andere back-up. Er is niets gewijzigd."),
    ),
    "BACKUP_NIEUWER": (
        N_("De back-up {plaats} is gemaakt met een nieuwere versie van Werkplaats."),
        N_("Installeer die versie en zet de back-up daarmee terug. Er is niets gewijzigd."),
    ),
    "HERSTEL_OPEN": (
        N_("De database is in gebruik; een back-up wordt niet over een open database gezet."),
        N_("Sluit Werkplaats op alle computers en probeer het opnieuw."),
    ),
    "MAP_ONBEREIKBAAR": (
        N_("De map of het bestand {plaats} is niet te openen."),
        N_("Controleer of de map bestaat en bereikbaar is, en probeer het opnieuw."),
    ),
    "BIJLAGE_TE_GROOT": (
        N_("Dit bestand is te groot; een bijlage is hoogstens 50 MB."),
        N_("Kies een kleiner bestand, of verklein de foto of de pdf."),
    ),
    "BIJLAGE_LEEG": (
        N_("Dit bestand is leeg: er staat niets in."),
        N_("Open het in het programma waar het vandaan komt, bewaar het opnieuw, en voeg het dan toe."),
    ),
    "BIJLAGE_WEG": (
        N_("Het bestand “{bestand}” is niet (meer) te lezen; er is niets toegevoegd."),
        N_("Is het verplaatst, of is de stick of de telefoon eruit gehaald? Kies het dan opnieuw."),
    ),
    "BIJLAGE_GEEN_FOTO": (
        N_("Dit bestand is geen foto: “{naam}”."),
        N_("Kies een foto (jpg, png, webp, gif, bmp, tif of heic); een ander bestand kan bij Doc."),
    ),
    "BIJLAGE_NIET_OPENEN": (
        N_("Werkplaats opent “{naam}” niet zelf: zo'n bestand kan een programma starten."),
        N_("Vertrouwt u het, bewaar er dan een kopie van met Opslaan als en open die zelf."),
    ),
    "BESTAND_NIET_GEOPEND": (
        N_("Deze computer heeft geen programma dat “{bestand}” opent."),
        N_("Bewaar een kopie met Opslaan als, en open die op een computer die het wel kan."),
    ),
    "MIGRATIE_VERLIEST": (
        N_("Bij het bijwerken zouden gegevens verloren gaan; de database is gelaten zoals hij was."),
        N_("Werk door met de vorige versie van Werkplaats en meld dit aan de leverancier."),
    ),
    "GEEN_SLEUTEL": (
        N_("Deze werkplek kan niet verzenden: de sleutel van de database ontbreekt."),
        N_("Vraag een beheerder om een koppelcode en voer die in met: werkplaats-beheer sleutel invoer."),
    ),
    "NOG_GEEN_SLEUTEL": (
        N_("Deze database heeft nog geen vestiging, en dus geen sleutel."),
        N_("Start Werkplaats één keer met het venster; toon daarna de koppelcode."),
    ),
    "SLEUTEL_PAST_NIET": (
        N_("De sleutel van dit account past niet op wat in deze database bewaard is."),
        N_("Voer de koppelcode in van een werkplek die wel kan verzenden."),
    ),
    "SLEUTELBOS_DICHT": (
        N_("De sleutelbos van deze computer is vergrendeld."),
        N_("Ontgrendel hem met uw wachtwoord en probeer het opnieuw."),
    ),
    "SLEUTELBOS_ONTBREEKT": (
        N_("Op deze computer is geen sleutelbos gevonden; wachtwoorden en tokens kunnen hier niet bewaard worden."),
        N_("Werk gewoon door. Vraag de beheerder om de sleutelbos van het besturingssysteem aan te zetten."),
    ),
    "GEHEIM_ONLEESBAAR": (
        N_("Het bewaarde geheim '{naam}' is met de sleutel van deze werkplek niet te lezen."),
        N_("Vul het opnieuw in bij Instellingen, of voer de koppelcode van een andere werkplek in."),
    ),
    "KOPPELCODE_LENGTE": (
        N_("Een koppelcode heeft {verwacht} letters en cijfers; hier staan er {tekens}."),
        N_("Neem de hele code over, alle groepen van vijf."),
    ),
    "KOPPELCODE_GROEP": (
        N_("In groep {groep} van de koppelcode staat een vergissing."),
        N_("Vergelijk die groep van vijf tekens met het voorbeeld en verbeter haar."),
    ),
    "KOPPELCODE_ONJUIST": (
        N_("Deze koppelcode hoort niet bij deze database."),
        N_("Controleer de code, of vraag een beheerder om een nieuwe."),
    ),
}
