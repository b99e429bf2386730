"""Sentences under the fields of an odometer reading: what is odd about it, beside which other reading."""

from __future__ import annotations

from werkplaats.i18n import N_

KMSTAND: dict[str, str] = {
    "KM_LEEG": N_("Vul de kilometerstand in, bijvoorbeeld 52.449."),
    "KM_DATUM_LEEG": N_("Vul de dag in waarop de stand is afgelezen, bijvoorbeeld {vandaag}."),
    "KM_ONGELDIG": N_("Vul een kilometerstand van 0 tot {hoogstens} km in. Staat er een teken te veel?"),
    "KM_DUBBEL": N_("Deze stand staat al in de lijst, op {datum}."),
    "KM_LAGER": N_("{verschil} km lager dan een eerdere stand ({ander} op {datum})."),
    "KM_HOGER_DAN_LATER": N_("{verschil} km hoger dan een latere stand ({ander} op {datum})."),
    "KM_PER_DAG": N_("Dat is {per_dag} km per dag sinds {datum} ({ander}). Staat er een cijfer te veel?"),
    "KM_AFGEROND": N_("Een rond getal. Is de stand precies afgelezen?"),
}

BLOKKEREND: dict[str, str] = {
    "DATUM_TOEKOMST": N_("{datum} ligt in de toekomst. Vul de dag in waarop de stand is afgelezen."),
}
"""What is said of a code where it bars; elsewhere the same code is only a doubt."""
