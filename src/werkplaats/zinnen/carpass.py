"""Sentences about reports to Car-Pass: what is odd before sending, what went wrong, and the words for its states."""

from __future__ import annotations

from werkplaats.i18n import N_, _

CARPASS: dict[str, tuple[str, str]] = {
    "CARPASS_NIET_INGESTELD": (
        N_("Car-Pass is voor {vestiging} nog niet ingesteld."),
        N_("Vul bij Instellingen, Car-Pass het BTW-nummer, de gebruikersnaam en het wachtwoord in."),
    ),
    "CARPASS_AANMELDEN": (
        N_("Car-Pass neemt de gebruikersnaam of het wachtwoord niet aan."),
        N_("Controleer ze bij Instellingen, Car-Pass. Wat klaarstaat, gaat daarna vanzelf weg."),
    ),
    "CARPASS_GEEN_TOEGANG": (
        N_("Car-Pass geeft deze vestiging geen toegang."),
        N_("Vraag Car-Pass of de vestiging geactiveerd is."),
    ),
    "CARPASS_DICHT": (
        N_("Car-Pass is even dicht voor onderhoud."),
        N_("U hoeft niets te doen: wat klaarstaat, gaat daarna vanzelf weg."),
    ),
    "CARPASS_GEWEIGERD": (N_("Car-Pass weigert dit: {tekst}"), N_("Verbeter de melding en verstuur haar opnieuw.")),
    "MELDING_KAN_NIET": (
        N_("Dat kan niet meer met deze melding."),
        N_("Vernieuw het overzicht: daar staat hoe het ermee is."),
    ),
    "MELDING_GEWIJZIGD": (
        N_("{door} heeft deze melding intussen gewijzigd. Er is niets dubbel verstuurd."),
        N_("Open de melding opnieuw om te zien hoe het ermee is."),
    ),
    "CORRECTIE_NOG_NIET": (
        N_("Voor deze melding is er nog geen correctieformulier."),
        N_("Probeer eerst de stand te verbeteren. Lukt dat niet, dan wordt het formulier aangeboden."),
    ),
    "MELDING_REDEN_LEEG": (
        N_("De reden ontbreekt."),
        N_("Schrijf op waarom deze auto niet gemeld hoeft te worden."),
    ),
}

CARPASS_INVOER: dict[str, str] = {
    "CORRECTIE_DATUM": N_("{datum} ligt in de toekomst. Vul de dag in waarop de juiste stand is afgelezen."),
    "CORRECTIE_REDEN_LEEG": N_("Schrijf op wat er mis ging, bijvoorbeeld: 15.288 ingetikt in plaats van 115.288."),
    "CORRECTIE_BEWIJZEN": N_("Noem hoogstens {hoogstens} bewijsstukken, op elke regel één."),
    "CORRECTIE_CONTACT_LEEG": N_("Vul in wie Car-Pass kan bereiken."),
    "DATUM_VERLEDEN": N_("Eigenlijk bent u al te laat. Versturen mag: beter te laat dan niet."),
    "DATUM_TE_OUD": N_("Dat is {dagen} dagen geleden; Car-Pass verwacht hoogstens {hoogstens} dagen."),
    "CARPASS_KLOK": N_(
        "Bij Car-Pass is het nu {daar}, op deze computer {hier}. "
        "Zet de klok van deze computer goed en controleer dan deze datum."
    ),
    "VIN_ONGELDIG": N_("Vul een chassisnummer van 1 tot {hoogstens} tekens in."),
    "DUBBEL_VANDAAG": N_("Deze stand is vandaag al gemeld."),
    "CARPASS_BTW": N_("{nummer} is geen Belgisch ondernemingsnummer. Vul tien cijfers in, zonder BE."),
    "CARPASS_VESTIGING": N_("{nummer} is geen vestigingsnummer (tien cijfers, begint met 2 tot 8). Bewaren mag."),
    "CARPASS_CORRECTIES": N_("Vul een getal van 1 tot {hoogstens} in."),
}

_STATEN = {
    "concept": N_("Nog niet verstuurd"),
    "uitgesteld": N_("Niet doorgestuurd"),
    "te_versturen": N_("Te versturen"),
    "verstuurd": N_("In behandeling"),
    "wacht_op_div": N_("Wacht op DIV"),
    "aanvaard": N_("Aanvaard"),
    "anomalie": N_("Anomalie"),
    "geweigerd": N_("Geweigerd"),
    "onzeker": N_("Onzeker"),
    "onbekend": N_("Onbekend"),
    "correctieformulier": N_("Correctieformulier"),
    "gesloten": N_("Gesloten"),
    "niet_meldingsplichtig": N_("Niet meldingsplichtig"),
}

_ISSUES = {
    "KM_PER_DAY_TOO_HIGH": N_("Te veel kilometers per dag"),
    "KM_LOWER_THAN_PREVIOUS": N_("Lager dan de vorige stand"),
    "DUPLICATE_TODAY": N_("Vandaag al gemeld"),
    "DATE_TOO_OLD": N_("Datum te lang geleden"),
    "KM_ROUNDED": N_("Afgerond getal"),
    "WAITING_FOR_DIV": N_("Nog niet bekend bij DIV"),
    "NOT_CORRECTABLE": N_("Niet te corrigeren"),
    "PARTIJ_TIJD_OM": N_("Geen antwoord ontvangen"),
    "PARTIJ_AFGEKAPT": N_("Het antwoord was niet heel"),
    "PARTIJ_GEEN_JSON": N_("Het antwoord was onleesbaar"),
    "PARTIJ_ANDERE_VORM": N_("Het antwoord was onleesbaar"),
    "PARTIJ_TE_GROOT": N_("Het antwoord was onleesbaar"),
    "PARTIJ_VREEMD_ANTWOORD": N_("Het antwoord was onleesbaar"),
    "PARTIJ_STORING": N_("Storing bij Car-Pass"),
    "PARTIJ_ONBEREIKBAAR": N_("Car-Pass is niet bereikbaar"),
    "PARTIJ_CERTIFICAAT": N_("De beveiligde verbinding klopt niet"),
    "PARTIJ_OMGELEID": N_("Het netwerk leidt naar een andere pagina"),
    "PARTIJ_TE_DRUK": N_("Car-Pass is te druk"),
    "POSTBUS_AFZENDER_WEG": N_("Onderbroken bij het versturen"),
    "FOUT_IN_PROGRAMMA": N_("Fout in het programma"),
    "CARPASS_AANMELDEN": N_("Aanmelden bij Car-Pass geweigerd"),
    "CARPASS_GEEN_TOEGANG": N_("Geen toegang tot Car-Pass"),
    "CARPASS_DICHT": N_("Car-Pass is in onderhoud"),
    "CARPASS_NIET_INGESTELD": N_("Car-Pass is niet ingesteld"),
}

_RAAD = {
    "te_versturen": N_("Werkplaats probeert het vanzelf opnieuw; u hoeft niets te doen."),
    "onzeker": N_(
        "Kijk op de website van Car-Pass of de melding er is. Kies dan Is aangekomen, of Opnieuw versturen: "
        "was zij er al, dan telt zij als aanvaard."
    ),
    "onbekend": N_("Deze toestand kent Werkplaats niet; het vraagt vanzelf opnieuw hoe het ermee staat."),
    "geweigerd": N_("Verbeter de melding en verstuur haar opnieuw."),
    "anomalie": N_("Verbeter de melding, of bevestig dat uw gegevens kloppen."),
    "PARTIJ_OMGELEID": N_("Meld u zo nodig aan bij het netwerk (wifi); de melding gaat daarna vanzelf weg."),
    "PARTIJ_CERTIFICAAT": N_("Controleer datum en tijd van deze computer; de melding gaat daarna vanzelf weg."),
}
"""What one does about a report that something was said of: by what was said, else by its state."""

_REDENEN = {
    "voertuigsoort": N_("Deze voertuigsoort wordt niet gemeld"),
    "klein_bedrag": N_("Hoogstens € 125, privégebruik"),
    "anders": N_("Anders"),
}

_GEBEURD = {
    "ingevoerd": N_("Ingevoerd"),
    "herkend": N_("Bij Einde Service herkend"),
    "uitgesteld": N_("Niet doorgestuurd"),
    "vrijgesteld": N_("Niet meldingsplichtig"),
    "teruggenomen": N_("Toch melden"),
    "versturen": N_("Klaargezet om te versturen"),
    "verstuurd": N_("Verstuurd"),
    "corrigeren": N_("Verbetering klaargezet"),
    "bevestigen": N_("Bevestigd dat de gegevens kloppen"),
    "antwoord": N_("Antwoord van Car-Pass"),
    "dubbel_aanvaard": N_("Was al aangekomen"),
    "aangekomen_volgens": N_("Volgens ons aangekomen"),
    "geen_antwoord": N_("Geen antwoord"),
    "geweigerd": N_("Geweigerd"),
    "ingetrokken": N_("Ingetrokken"),
    "opnieuw": N_("Opnieuw klaargezet"),
    "formulier": N_("Correctieformulier ingevuld"),
    "formulier_gemaild": N_("Formulier gemaild"),
    "formulier_klaargezet": N_("Aanvraag aan Car-Pass klaargezet"),
    "formulier_geweigerd": N_("Aanvraag geweigerd"),
    "formulier_gedrukt": N_("Formulier gedrukt"),
    "formulier_ondertekend": N_("Formulier ondertekend"),
    "formulier_verstuurd": N_("Formulier verstuurd"),
    "formulier_afgehandeld": N_("Formulier afgehandeld"),
    "afgehandeld": N_("Gesloten"),
    "omschrijving_wacht": N_("Omschrijving wacht"),
    "omschrijving_verzonden": N_("Omschrijving verzonden"),
    "omschrijving_mislukt": N_("Omschrijving geweigerd"),
    "omschrijving_ingetrokken": N_("Omschrijving ingetrokken"),
}


_TEKENS = {"uitgesteld": "niet_doorgestuurd", "onbekend": "onzeker"}
"""The states that look as another one does."""


def woord_melding(staat: str) -> str:
    """The word for a state: ``Wacht op DIV``."""
    return _(_STATEN[staat])


def teken_melding(staat: str) -> str:
    """Under which of the looks of a report a state is shown."""
    return _TEKENS.get(staat, staat)


def woord_vrijstelling(reden: str) -> str:
    """Why a car is not reported."""
    return _(_REDENEN[reden])


def woord_issue(code_of_tekst: str) -> str:
    """What is the matter: our words for a code, anything else as it came."""
    return _(_ISSUES[code_of_tekst]) if code_of_tekst in _ISSUES else code_of_tekst


def zin_stand(staat: str, toelichting: str, status: str) -> tuple[str, str]:
    """How a report stands that something was said of, and what to do; both empty where there is nothing to say.

    ``toelichting`` is the code of what went wrong or Car-Pass's own words, ``status`` its word for a state.
    """
    if staat == "onbekend":
        return _("Car-Pass noemt dit: {status}.").format(status=status or _("niets")), _(_RAAD[staat])
    if not toelichting:
        return "", ""
    raad = _RAAD.get(toelichting) or _RAAD.get(staat, "")
    if toelichting in CARPASS:
        raad = CARPASS[toelichting][1]
    return f"{woord_issue(toelichting).rstrip('.')}.", _(raad) if raad else ""


def woord_gebeurtenis(code: str, naar: str) -> str:
    """What happened to a report, in a line; an answer says to which state it led."""
    kop = _(_GEBEURD[code]) if code in _GEBEURD else code
    return _("{wat}: {staat}").format(wat=kop, staat=woord_melding(naar)) if code == "antwoord" else kop


_STAPPEN = {
    "gedrukt": N_("Gedrukt"),
    "ondertekend": N_("Ondertekend"),
    "verstuurd": N_("Verstuurd aan Car-Pass"),
    "afgehandeld": N_("Afgehandeld: de melding wordt gesloten"),
}


def woord_stap(stap: str) -> str:
    """How far the paper of a correction is."""
    return _(_STAPPEN[stap])
