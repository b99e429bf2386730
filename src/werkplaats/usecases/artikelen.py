"""A shop's own lists for the lines of a werkkaart: what they hold, and how a file of them is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Catalogus, EigenLijsten
from werkplaats.domain.artikel_controle import check_artikel
from werkplaats.domain.artikel_csv import read_artikelen, read_pakketten, read_teksten
from werkplaats.domain.btw import rates_on
from werkplaats.domain.moment import vandaag
from werkplaats.domain.rechten import Recht
from werkplaats.usecases.artikelen_bewerken import remove_one, save_one
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst, Voorstel
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


class Artikelen:
    """The lists of the shop in which a person works."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def catalogus(self, wie: Wie) -> Catalogus:
        """All lists of this shop, with the VAT rates of its country today."""
        wie.vereis(Recht.WERKKAART_ZIEN)
        with self._store.read() as lezing:
            repo = lezing.artikelen
            return Catalogus(
                repo.artikelen(wie.shop_id),
                repo.teksten(wie.shop_id),
                repo.pakketten(wie.shop_id),
                rates_on(repo.tarieven(), wie.land, vandaag(self._klok, wie.zone)),
            )

    def read_artikelen(self, wie: Wie, inhoud: bytes) -> int:
        """Takes the articles of a CSV file in, all or none, and returns how many. Raises WerkplaatsError CSV_…."""
        wie.vereis(Recht.INSTELLINGEN)
        return self.put(wie, read_artikelen(inhoud))

    def read_teksten(self, wie: Wie, inhoud: bytes) -> int:
        """Takes the standard texts of a CSV file in, all or none, and returns how many."""
        wie.vereis(Recht.INSTELLINGEN)
        return self.put(wie, read_teksten(inhoud))

    def read_pakketten(self, wie: Wie, inhoud: bytes) -> int:
        """Takes the packages of a CSV file in, all or none; what they hold must be among the shop's articles."""
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.read() as lezing:
            bekend = [artikel.code for artikel in lezing.artikelen.artikelen(wie.shop_id)]
        return self.put(wie, read_pakketten(inhoud, bekend))

    def lijsten(self, wie: Wie) -> EigenLijsten:
        """All lists of this shop as they are edited, with the kinds of work of Car-Pass tied to their codes."""
        wie.vereis(Recht.INSTELLINGEN)
        catalogus = self.catalogus(wie)
        with self._store.read() as lezing:
            werken = {code.casefold(): een for code, een in lezing.artikelen.werken(wie.shop_id).items()}
            return EigenLijsten(catalogus, werken, lezing.meldingen.activiteiten(wie.shop_id))

    def save(self, wie: Wie, basis: Voorstel | None, nieuw: Voorstel, activiteiten: tuple[str, ...] = ()) -> None:
        """Adds one to its list, or changes the one that ``basis`` shows; a card that used it keeps its own line.

        ``activiteiten`` are the kinds of work of Car-Pass that its code stands for. Raises Ongeldig,
        WerkplaatsError ARTIKEL_GEWIJZIGD.
        """
        wie.vereis(Recht.INSTELLINGEN)
        refuse_blocking(check_artikel(nieuw))
        self._store.run(wie, lambda werk: save_one(werk, basis, nieuw, activiteiten))

    def remove(self, wie: Wie, een: Voorstel) -> None:
        """Takes one off its list. Raises WerkplaatsError ARTIKEL_IN_PAKKET, ARTIKEL_GEWIJZIGD."""
        wie.vereis(Recht.INSTELLINGEN)
        self._store.run(wie, lambda werk: remove_one(werk, een))

    def put(self, wie: Wie, waarden: tuple[Artikel | Standaardtekst | Pakket, ...]) -> int:
        """Puts these on the lists of this shop, all or none; one of the same code is replaced. Returns how many."""
        wie.vereis(Recht.INSTELLINGEN)
        with self._store.begin(wie) as werk:
            werk.artikelen.put(wie.shop_id, waarden)
            werk.log("artikelen", wie.shop_id, "gewijzigd", {"aantal": ("", str(len(waarden)))})
        return len(waarden)
