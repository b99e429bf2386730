"""The long lists of cars, relaties, werkkaarten and orders: pages, counts, and the whole of one as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from werkplaats.domain.lijst import PAGINA, Lijstvraag
from werkplaats.domain.moment import vandaag
from werkplaats.domain.ponaanvraag import GEWEIGERD, INGETROKKEN, ONDERWEG, TE_BESLISSEN, TOEGEKEND
from werkplaats.domain.postbus import Staat
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import KaartStaat
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from werkplaats.domain.lijst import Lijststand
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.pon import PonKeuze
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.repo.lijsten import Lijst
    from werkplaats.store.transactie import Lezing

    Schrijver = Callable[[Path, Sequence[str], Iterable[Sequence[str]]], int]
    Voortgang = Callable[[int, int], None]

APK_DAGEN = 30
"""An APK that ends within so many days is about to end."""


VOERTUIG, RELATIE, WERKKAART, MELDING, ORDER = "voertuig", "relatie", "werkkaart", "melding", "order"
BERICHT, PLANNING, AANVRAAG = "bericht", "planning", "aanvraag"
"""Of what there is a list."""

_RECHT = {
    VOERTUIG: Recht.VOERTUIG_ZIEN,
    RELATIE: Recht.RELATIE_ZIEN,
    WERKKAART: Recht.WERKKAART_ZIEN,
    MELDING: Recht.CARPASS,
    ORDER: Recht.ORDER_ZIEN,
    BERICHT: Recht.POSTBUS,
    PLANNING: Recht.ORDER_ZIEN,
    AANVRAAG: Recht.ORDER_ZIEN,
}
_KEUZES = {
    VOERTUIG: ("apk", "verlopen", "terugroep", "inactief"),
    RELATIE: ("personen", "bedrijven", "zonder"),
    WERKKAART: tuple(staat.value for staat in KaartStaat),
    MELDING: ("aandacht", "te_versturen", "carpass", "formulier"),
    ORDER: ("lopend", "aanvragen", "aandacht", "afgeleverd"),
    BERICHT: tuple(staat.value for staat in Staat),
    PLANNING: ("aandacht", "gepland", "komend"),
    AANVRAAG: (TE_BESLISSEN, ONDERWEG, TOEGEKEND, GEWEIGERD, INGETROKKEN),
}
_SORTEERT = {VOERTUIG: "kenteken", RELATIE: "naam", WERKKAART: "nummer", MELDING: "datum", ORDER: "nummer"}
_SORTEERT |= {BERICHT: "gemaakt", PLANNING: "dag", AANVRAAG: "gemaakt"}


@dataclass(frozen=True, slots=True)
class Beeld:
    """A list as a screen needs it at once: where its pages begin, some of them, and where some records stand in it."""

    stand: Lijststand
    paginas: Mapping[int, tuple[Any, ...]]
    plaatsen: tuple[int | None, ...]


class Lijsten:
    """The lists; ``soort`` says of what. What a screen may wait for is one call."""

    def __init__(self, store: Store, klok: Klok, schrijf: Schrijver) -> None:
        self._store = store
        self._klok = klok
        self._schrijf = schrijf

    def first(self, wie: Wie, soort: str, vraag: Lijstvraag) -> tuple[Any, ...]:
        """The first lines, before anything is known of the rest."""
        wie.vereis(_RECHT[soort])
        with self._store.read() as lezing:
            return self._lijst(lezing, wie, soort).first(vraag)

    def look(
        self, wie: Wie, soort: str, vraag: Lijstvraag, boven: int | None, gekozen: int | None, regel: int
    ) -> Beeld:
        """The list anew around the record ``boven``, or around a line where that is gone; and where both records stand.

        What stood at the top of the screen stays there, so that nothing jumps under the eyes of who reads.
        """
        wie.vereis(_RECHT[soort])
        with self._store.read() as lezing:
            lijst = self._lijst(lezing, wie, soort)
            stand = lijst.stand(vraag)
            plaatsen = tuple(None if id_ is None else lijst.place(vraag, stand, id_) for id_ in (boven, gekozen))
            begin = min(regel if plaatsen[0] is None else plaatsen[0], max(stand.totaal - 1, 0)) // PAGINA
            paginas = {nr: lijst.page(vraag, stand, nr) for nr in (begin, begin + 1) if nr < stand.paginas}
            return Beeld(stand, paginas, plaatsen)

    def page(self, wie: Wie, soort: str, vraag: Lijstvraag, stand: Lijststand, nummer: int) -> tuple[Any, ...]:
        """The lines of a page."""
        wie.vereis(_RECHT[soort])
        with self._store.read() as lezing:
            return self._lijst(lezing, wie, soort).page(vraag, stand, nummer)

    def counts(self, wie: Wie, soort: str) -> Mapping[str, int]:
        """How many lines each choice has; the whole list is the empty choice."""
        wie.vereis(_RECHT[soort])
        with self._store.read() as lezing:
            lijst = self._lijst(lezing, wie, soort)
            return {keuze: lijst.total(Lijstvraag(_SORTEERT[soort], keuze=keuze)) for keuze in ("", *_KEUZES[soort])}

    def export(
        self,
        wie: Wie,
        soort: str,
        vraag: Lijstvraag,
        bestand: Path,
        kop: Sequence[str],
        tekst: Callable[[Any], Sequence[str]],
        progress: Voortgang,
        stop: Callable[[], bool],
    ) -> int:
        """Writes the list as it is filtered and sorted to a CSV file and returns how many lines that were.

        ``tekst`` says what stands in the cells of a line. All of it is of one moment. Raises OpslagFout; and
        WerkplaatsError GESTOPT when a person stopped it: then there is no file, or the older one.
        """
        wie.vereis(_RECHT[soort])
        with self._store.read() as lezing:
            lijst = self._lijst(lezing, wie, soort)
            stand = lijst.stand(vraag)

            def lines() -> Iterator[Sequence[str]]:
                for nummer in range(stand.paginas):
                    if stop():
                        raise WerkplaatsError("GESTOPT")
                    progress(nummer * PAGINA, stand.totaal)
                    yield from map(tekst, lijst.page(vraag, stand, nummer))

            return self._schrijf(bestand, kop, lines())

    def _lijst(self, lezing: Lezing, wie: Wie, soort: str) -> Lijst[Any]:
        shop, dag = wie.shop_id, vandaag(self._klok, wie.zone)

        def keuze() -> PonKeuze:
            return lezing.instellingen.get(shop).instellingen.pon_keuze

        lijsten: Mapping[str, Callable[[], Lijst[Any]]] = {
            VOERTUIG: lambda: lezing.lijsten.voertuigen(dag, dag + timedelta(APK_DAGEN)),
            RELATIE: lambda: lezing.lijsten.relaties,
            WERKKAART: lambda: lezing.lijsten.werkkaarten(shop),
            MELDING: lambda: lezing.lijsten.meldingen(shop),
            ORDER: lambda: lezing.orders.listed(shop, keuze(), dag),
            PLANNING: lambda: lezing.orders.planning(shop, keuze(), dag).listed(),
            AANVRAAG: lambda: lezing.ponaanvragen.listed(shop),
            BERICHT: lezing.postbus.listed,
        }
        return lijsten[soort]()
