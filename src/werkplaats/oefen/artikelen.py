"""The own lists of the practice garage: what its werkkaarten are filled from."""

from __future__ import annotations

from werkplaats.domain.artikel import Artikel, Pakket, PakketDeel, Standaardtekst
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode

LIJST = (
    Artikel("DR-CT1140K1", "Distributieriemset met waterpomp", Bedrag(18950), voorraad=1000, locatie="B-11"),
    Artikel("KV-G12-5", "Koelvloeistof G12", Bedrag(590), "l", voorraad=22_000, locatie="A-03"),
    Artikel("OL-5W30", "Motorolie 5W-30 low SAPS", Bedrag(1395), "l", voorraad=61_500, locatie="A-01"),
    Artikel("OF-1109", "Oliefilter", Bedrag(1240), voorraad=9000, locatie="B-02"),
    Artikel("LF-2210", "Luchtfilter", Bedrag(1875), voorraad=4000, locatie="B-02"),
    Artikel("REM-BV-2014", "Remblokkenset voor", Bedrag(6280), voorraad=4000, locatie="B-07"),
    Artikel("REM-SV-2014", "Remschijven voor, per paar", Bedrag(11840), voorraad=2000, locatie="B-09"),
    Artikel("REMVL-DOT4", "Remvloeistof DOT 4, 1 l", Bedrag(995), voorraad=11_000, locatie="A-02"),
    Artikel("RW-650-450", "Ruitenwisserset 650/450 mm", Bedrag(3490), voorraad=6000, locatie="C-01"),
    Artikel("ACCU-70", "Accu 70 Ah", Bedrag(12900), voorraad=2000, locatie="C-04"),
    Artikel("LAMP-H7", "Lamp H7", Bedrag(895), voorraad=14_000, locatie="C-02"),
    Artikel("MIL-01", "Milieubijdrage", Bedrag(350)),
    Artikel("APK", "APK-keuring", Bedrag(4950)),
    Artikel("APK-AFM", "Afmeldkosten RDW", Bedrag(438), btw_code=BtwCode.NUL),
    Artikel("ARB", "Arbeid werkplaats", Bedrag(8450), "u", uren=True),
    Artikel("ARB-DIST", "Distributieriem en waterpomp vervangen", Bedrag(8450), "u", uren=True),
    Artikel("ARB-KB", "Kleine beurt volgens onderhoudsschema", Bedrag(8450), "u", uren=True),
    Artikel("ARB-REM", "Remblokken en remschijven vooraan vervangen", Bedrag(8450), "u", uren=True),
    Standaardtekst("GEB", "Klant gebeld: akkoord met het extra werk."),
    Standaardtekst("BANDEN", "Banden zijn bijna op de slijtindicator; advies: binnen drie maanden vervangen."),
    Standaardtekst("WIS", "Ruitenwissers voor zijn versleten."),
    Standaardtekst("PROEF", "Proefrit gemaakt, geen bijzonderheden."),
    Pakket(
        "PK-DIST",
        "Pakket distributieriem",
        (PakketDeel("DR-CT1140K1"), PakketDeel("KV-G12-5", 6000), PakketDeel("ARB-DIST", 3400)),
    ),
    Pakket(
        "PK-KB",
        "Pakket kleine beurt",
        (PakketDeel("OL-5W30", 4250), PakketDeel("OF-1109"), PakketDeel("ARB-KB", 800)),
    ),
    Pakket("PK-APK", "Pakket APK", (PakketDeel("APK"), PakketDeel("APK-AFM"))),
)
"""Articles with their stock, standard texts and packages; none of them anybody's real number."""

WERKEN: dict[str, tuple[str, ...]] = {
    "PK-KB": ("A01", "A02"),
    "PK-DIST": ("A06",),
    "ARB-REM": ("A04",),
    "REM-BV-2014": ("A04",),
    "REM-SV-2014": ("A04",),
    "LAMP-H7": ("A09",),
    # One that Car-Pass took off its list since.
    "REMVL-DOT4": ("A04", "A20"),
}
"""Which kinds of work of Car-Pass the codes stand for, in the Belgian shop."""
