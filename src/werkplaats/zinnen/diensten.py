"""Sentences about outside parties: what they said or did not say, and that one can work on meanwhile."""

from __future__ import annotations

from werkplaats.i18n import N_

DIENSTEN: dict[str, tuple[str, str]] = {
    "PARTIJ_ONBEREIKBAAR": (
        N_("Geen verbinding met {partij}."),
        N_("Werk door; opnieuw proberen kan later. Controleer zo nodig de internetverbinding."),
    ),
    "PARTIJ_TIJD_OM": (
        N_("{partij} antwoordt niet op tijd."),
        N_("Werk door; opnieuw proberen kan later."),
    ),
    "PARTIJ_CERTIFICAAT": (
        N_("De beveiligde verbinding met {partij} wordt niet vertrouwd."),
        N_("Controleer datum en tijd van deze computer en de virusscanner. Er is niets verstuurd."),
    ),
    "PARTIJ_STORING": (
        N_("Er is een storing bij {partij} (code {status})."),
        N_("Werk door; opnieuw proberen kan later."),
    ),
    "PARTIJ_TE_DRUK": (
        N_("Het is te druk bij {partij}."),
        N_("Probeer het {wacht} opnieuw."),
    ),
    "PARTIJ_NOG_BEZIG": (
        N_("{partij} is nog bezig met het antwoord."),
        N_("Probeer het over een minuut opnieuw."),
    ),
    "PARTIJ_GEWEIGERD": (
        N_("{partij} weigert de vraag (code {status})."),
        N_("Blijft het zo, vraag dan een beheerder om naar de instellingen te kijken."),
    ),
    "PARTIJ_OMGELEID": (
        N_("In plaats van {partij} antwoordt een ander adres ({naar})."),
        N_("Meld u zo nodig aan bij het netwerk (wifi) en probeer het opnieuw."),
    ),
    "PARTIJ_VREEMD_ANTWOORD": (
        N_("{partij} geeft een antwoord dat niet wordt herkend (code {status})."),
        N_("Probeer het later opnieuw. Blijft het zo, meld het dan aan de leverancier van Werkplaats."),
    ),
    "PARTIJ_GEEN_JSON": (
        N_("Het antwoord komt niet van {partij}: er kwam een webpagina terug."),
        N_("Meld u zo nodig aan bij het netwerk (wifi) en probeer het opnieuw."),
    ),
    "PARTIJ_ANDERE_VORM": (
        N_("Het antwoord van {partij} heeft een andere vorm dan afgesproken."),
        N_("Probeer het later opnieuw. Blijft het zo, meld het dan aan de leverancier van Werkplaats."),
    ),
    "PARTIJ_AFGEKAPT": (
        N_("Het antwoord van {partij} is onderweg afgebroken."),
        N_("Probeer het opnieuw."),
    ),
    "PARTIJ_TE_GROOT": (
        N_("Het antwoord van {partij} is onverwacht groot en is niet gelezen."),
        N_("Probeer het later opnieuw. Blijft het zo, meld het dan aan de leverancier van Werkplaats."),
    ),
    "RDW_KENTEKEN_ONBEKEND": (
        N_("Het kenteken {kenteken} staat niet in het register van de RDW."),
        N_("Controleer het kenteken. Klopt het, vul de gegevens dan zelf in."),
    ),
    "RDW_ALLEEN_NL": (
        N_("De RDW kent alleen Nederlandse kentekens van 6 tekens; {kenteken} is dat niet."),
        N_("Controleer het kenteken en het land, of vul de gegevens zelf in."),
    ),
    "RDW_VRAAG_GEWEIGERD": (
        N_("De RDW begrijpt de vraag niet meer: het register is veranderd."),
        N_("Werk door en meld dit aan de leverancier van Werkplaats; een nieuwe versie lost dit op."),
    ),
    "RDW_TOKEN_GEWEIGERD": (
        N_("De RDW weigert het app-token van deze vestiging."),
        N_("Een beheerder verbetert of wist het bij Instellingen, RDW; zonder token werkt opvragen ook."),
    ),
    "RDW_DATASET_WEG": (
        N_("Het register staat niet meer op het bekende adres van de RDW."),
        N_("Werk door en meld dit aan de leverancier van Werkplaats; een nieuwe versie lost dit op."),
    ),
    "RDW_ANDER_KENTEKEN": (
        N_("De RDW gaf gegevens van een ander kenteken; die zijn niet gebruikt."),
        N_("Probeer het opnieuw. Blijft het zo, meld het dan aan de leverancier van Werkplaats."),
    ),
    "PDOK_VRAAG_GEWEIGERD": (
        N_("PDOK begrijpt de vraag niet meer: het adressenregister is veranderd."),
        N_("Vul straat en plaats zelf in en meld dit aan de leverancier van Werkplaats."),
    ),
    "PDOK_GEBLOKKEERD": (
        N_("PDOK beantwoordt geen vragen van dit netwerk."),
        N_("Vul straat en plaats zelf in. Blijft het zo, vraag dan een beheerder contact op te nemen met PDOK."),
    ),
    "PDOK_WEG": (
        N_("Het adressenregister staat niet meer op het bekende adres van PDOK."),
        N_("Vul straat en plaats zelf in en meld dit aan de leverancier van Werkplaats."),
    ),
    "BROWSER_NIET_GEOPEND": (
        N_("De webbrowser is niet geopend."),
        N_("Controleer of er een standaardbrowser is ingesteld en probeer het opnieuw."),
    ),
    "ADRES_ONGELDIG": (
        N_("{adres} is geen webadres."),
        N_("Vul een heel adres in, bijvoorbeeld https://www.example.nl/aanvragen."),
    ),
    "ADRES_ONVEILIG": (
        N_("{adres} is niet beveiligd; daarlangs worden geen klantgegevens verstuurd."),
        N_("Gebruik een adres dat met https:// begint."),
    ),
    "ADRES_NIET_LOKAAL": (
        N_("In de oefenomgeving wordt niets naar buiten verstuurd; {adres} is niet geopend."),
        N_("Start Werkplaats met uw eigen gegevens om dit adres te gebruiken."),
    ),
}
