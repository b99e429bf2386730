"""Afdrukken: gathers what a document shows, has it drawn, and notes when it leaves the garage on paper or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.afdruk import Briefhoofd, LabelAfdruk, VoertuigAfdruk, WerkkaartAfdruk
from werkplaats.domain.kmverloop import make_verloop
from werkplaats.domain.moment import vandaag
from werkplaats.domain.naam import surname
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.werkkaart_lezen import own_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.afdruk import Labelmaat
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing

AFGEDRUKT = "afgedrukt"
"""What the logboek says of a record whose document left the program."""


@dataclass(frozen=True, slots=True)
class Tekenaars:
    """Who draws which document."""

    voertuigkaart: Callable[[VoertuigAfdruk], bytes]
    sleutellabel: Callable[[LabelAfdruk], bytes]
    werkkaart: Callable[[WerkkaartAfdruk], bytes]


class Afdrukken:
    """The documents about a car, and the note of each that left."""

    def __init__(self, store: Store, klok: Klok, tekenaars: Tekenaars) -> None:
        self._store = store
        self._klok = klok
        self._teken = tekenaars

    def voertuigkaart(self, wie: Wie, voertuig_id: int) -> bytes:
        """The vehicle card as PDF; the owner is on it only for who may see relaties. Raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            kaart = lezing.voertuigen.get(voertuig_id).kaart
            afdruk = VoertuigAfdruk(
                self._hoofd(lezing, wie),
                kaart,
                kaart.hoofdeigenaar if wie.mag(Recht.RELATIE_ZIEN) else None,
                make_verloop(lezing.kmstanden.van_voertuig(voertuig_id)),
            )
        return self._teken.voertuigkaart(afdruk)

    def sleutellabel(self, wie: Wie, voertuig_id: int, maat: Labelmaat) -> bytes:
        """The label for the key of a car as PDF; raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            kaart = lezing.voertuigen.get(voertuig_id).kaart
            eigenaar = kaart.hoofdeigenaar if wie.mag(Recht.RELATIE_ZIEN) else None
            naam = surname(lezing.relaties.get(eigenaar.id).kaart) if eigenaar else ""
        auto = " ".join(deel for deel in (kaart.merk, kaart.model, kaart.type) if deel)
        dag = vandaag(self._klok, wie.zone)
        afdruk = LabelAfdruk(kaart.kenteken, auto, naam, kaart.sleutelnummer, dag, _code(kaart), maat)
        return self._teken.sleutellabel(afdruk)

    def werkkaart(self, wie: Wie, kaart_id: int) -> bytes:
        """A werkkaart of this shop as PDF, in the language of the owner; raises NietGevonden."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            kaart = own_card(wie, lezing, kaart_id)
            eigenaar = kaart.opname.eigenaar_id
            taal = lezing.relaties.get(eigenaar).kaart.taal.value if eigenaar is not None else "nl"
            afdruk = WerkkaartAfdruk(self._hoofd(lezing, wie), kaart, taal)
        return self._teken.werkkaart(afdruk)

    def note(self, wie: Wie, onderwerp: str, onderwerp_id: int, document: str) -> None:
        """Notes that a document about a record was printed or saved as a file: then its data leave the program."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.begin(wie) as werk:
            werk.log(onderwerp, onderwerp_id, AFGEDRUKT, {document: (None, None)})

    def _hoofd(self, lezing: Lezing, wie: Wie) -> Briefhoofd:
        return Briefhoofd(lezing.instellingen.get(wie.shop_id).instellingen, vandaag(self._klok, wie.zone))


def _code(kaart: VoertuigKaart) -> str:
    """What the bars on a label say: the plate as a scanner types it into any field, or the chassis number."""
    if kaart.kenteken is not None:
        return kaart.kenteken.compact
    return kaart.chassisnummer.tekst if kaart.chassisnummer else ""
