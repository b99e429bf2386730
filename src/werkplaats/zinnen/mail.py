"""Sentences about e-mail: the settings of the mail server, and what it answered."""

from __future__ import annotations

from werkplaats.i18n import N_

MAIL: dict[str, tuple[str, str]] = {
    "MAIL_NIET_INGESTELD": (
        N_("Deze vestiging heeft nog geen mailserver."),
        N_("Vul bij Instellingen, E-mail, de mailserver en de afzender in en sla op."),
    ),
    "MAIL_AANMELDEN": (
        N_("De mailserver neemt gebruikersnaam en wachtwoord niet aan."),
        N_("Controleer ze bij Instellingen, E-mail. Er is niets verstuurd; wat wacht, gaat daarna vanzelf."),
    ),
    "MAIL_ZONDER_STARTTLS": (
        N_("De mailserver biedt geen beveiligde verbinding (STARTTLS)."),
        N_("Kies bij Instellingen, E-mail, een andere beveiliging of poort. Er is niets verstuurd."),
    ),
    "MAIL_GEWEIGERD": (
        N_("De mailserver weigert deze mail (code {status}: {antwoord})."),
        N_("Controleer het adres van de ontvanger en de afzender."),
    ),
    "MAIL_LATER": (
        N_("De mailserver neemt deze mail nu niet aan (code {status}: {antwoord})."),
        N_("Werk door; hij wordt later vanzelf opnieuw aangeboden."),
    ),
    "MAIL_NIET_GESCHREVEN": (
        N_("In adres, onderwerp of bijlage van deze mail staat iets dat daar niet mag staan."),
        N_("Trek het bericht in en maak de mail opnieuw."),
    ),
    "MAIL_BIJLAGE_WEG": (
        N_("Een bijlage van deze mail is er niet meer."),
        N_("Trek het bericht in en maak de mail opnieuw."),
    ),
}

MAIL_INVOER: dict[str, str] = {
    "MAIL_ADRES": N_("Vul één e-mailadres in, zoals naam@voorbeeld.nl."),
    "MAIL_KOP": N_("Hier mag alleen gewone tekst op één regel staan, hoogstens 200 tekens."),
    "SMTP_HOST": N_("Dit is geen naam van een server. Verwacht wordt bijvoorbeeld smtp.voorbeeld.nl."),
    "SMTP_HOST_LEEG": N_("Vul de mailserver in, of maak ook de gebruikersnaam leeg."),
    "DAGTAKEN_UUR": N_("Kies een heel uur van 0 tot en met 23."),
    "BACKUP_AANTAL": N_("Vul een aantal in van 1 tot en met {meest}, of 0 voor de gewone 14."),
    "BACKUP_MAP": N_("Geef de hele plaats van de map, bijvoorbeeld D:\\Back-ups of \\\\server\\back-ups."),
    "SMTP_POORT": N_("Een poort is een getal van 1 tot en met 65535; gewoonlijk 587, 465 of 25."),
    "SMTP_AFZENDER": N_("Vul het e-mailadres in dat als afzender op de mails staat, zoals info@voorbeeld.nl."),
}
