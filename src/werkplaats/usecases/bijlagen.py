"""Files of records: photos and documents of a car, a damage, a job; kept by their content, shown without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from werkplaats.domain.bijlage import (
    GROOTTE_HOOGSTENS,
    KOP,
    Bijlagesoort,
    calls_itself_foto,
    check_name,
    is_foto,
    recognise,
    tidy_name,
    with_ending,
)
from werkplaats.domain.rechten import Recht
from werkplaats.errors import BotsendVeld, Botsing, WerkplaatsError
from werkplaats.usecases.werkkaart_lezen import own_card
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.bestanden import Bestanden
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk


class _Rechten(NamedTuple):
    zien: Recht
    wijzigen: Recht


_VOERTUIG = _Rechten(Recht.VOERTUIG_ZIEN, Recht.VOERTUIG_WIJZIGEN)
_RECHTEN = {
    "voertuig": _VOERTUIG,
    "schade": _VOERTUIG,
    "garantie": _VOERTUIG,
    "werkkaart": _Rechten(Recht.WERKKAART_ZIEN, Recht.WERKKAART_WIJZIGEN),
    "carpass": _VOERTUIG,
    "relatie": _Rechten(Recht.RELATIE_ZIEN, Recht.RELATIE_WIJZIGEN),
}
"""By subject: who may see its files, and who may change them. A photo may be added by whoever may add photos."""
_VELD = "bijlage"


def _no_progress(_klaar: int, _totaal: int) -> None:
    """Nobody looks at the progress."""


def _never() -> bool:
    return False


class Bijlagen:
    """The files of the records of the garage."""

    def __init__(self, store: Store, bestanden: Bestanden) -> None:
        self._store = store
        self._bestanden = bestanden

    def van(self, wie: Wie, onderwerp: str, onderwerp_id: int) -> tuple[Bijlage, ...]:
        """The files of a record, in the order in which they came; without their content."""
        wie.vereis(_RECHTEN[onderwerp].zien)
        with self._store.read() as lezing:
            _of_shop(lezing, wie, onderwerp, onderwerp_id)
            return lezing.bijlagen.van(onderwerp, onderwerp_id)

    def inhoud(self, wie: Wie, bijlage_id: int) -> bytes:
        """What a file holds, at most 50 MB; raises NietGevonden, and OpslagFout OPSLAG_STUK for damaged content."""
        with self._store.read() as lezing:
            _seen(lezing, wie, bijlage_id)
            return b"".join(lezing.bijlagen.read(bijlage_id))

    def open(self, wie: Wie, bijlage_id: int) -> None:
        """Opens a copy with the program of this computer.

        Raises NietGevonden, BIJLAGE_NIET_OPENEN for what may start a program, and PartijFout BESTAND_NIET_GEOPEND.
        """
        with self._store.read() as lezing:
            bijlage = _seen(lezing, wie, bijlage_id)
            if not bijlage.is_openbaar:
                raise WerkplaatsError("BIJLAGE_NIET_OPENEN", naam=bijlage.naam)
            self._bestanden.show(bijlage.naam, lezing.bijlagen.read(bijlage_id))

    def save_as(self, wie: Wie, bijlage_id: int, doel: Path) -> None:
        """Writes a copy to a file; raises NietGevonden, OpslagFout BESTAND_NIET_GESCHREVEN."""
        with self._store.read() as lezing:
            _seen(lezing, wie, bijlage_id)
            self._bestanden.write(doel, lezing.bijlagen.read(bijlage_id))

    def add(
        self,
        wie: Wie,
        onderwerp: str,
        onderwerp_id: int,
        naam: str,
        inhoud: Path | bytes,
        soort: Bijlagesoort,
        progress: Callable[[int, int], None] = _no_progress,
        stop: Callable[[], bool] = _never,
    ) -> Bijlage:
        """Adds a file to a record: from a path, or its content itself. It is read before the database is held.

        Raises WerkplaatsError BIJLAGE_TE_GROOT, BIJLAGE_LEEG, BIJLAGE_WEG, BIJLAGE_GEEN_FOTO, GESTOPT; NietGevonden
        when the record is gone.
        """
        wie.vereis(Recht.FOTO_TOEVOEGEN if soort == Bijlagesoort.FOTO else _RECHTEN[onderwerp].wijzigen)
        wie.vereis(_RECHTEN[onderwerp].zien)
        with self._bestanden.take(inhoud, GROOTTE_HOOGSTENS, progress, stop) as bron:
            mime = recognise(bron.read(KOP))
            if not is_foto(mime) and (soort == Bijlagesoort.FOTO or calls_itself_foto(naam)):
                raise WerkplaatsError("BIJLAGE_GEEN_FOTO", naam=naam)
            with self._store.begin(wie) as werk:
                return _add(werk, (onderwerp, onderwerp_id), tidy_name(naam, mime), mime, bron)

    def rename(self, wie: Wie, bijlage_id: int, basis: str, naam: str) -> Bijlage:
        """Gives a file another name; its ending stays.

        Raises Ongeldig for a name that cannot be, and Botsing when another person renamed it meanwhile.
        """
        return self._store.run(wie, lambda werk: _rename(werk, bijlage_id, basis, naam))

    def remove(self, wie: Wie, bijlage_id: int) -> Bijlage:
        """Puts a file in the bin, and returns it as it was. Who may only add photos, takes away his own."""
        return self._store.run(wie, lambda werk: _remove(werk, bijlage_id))

    def put_back(self, wie: Wie, bijlage_id: int) -> Bijlage:
        """Takes a file out of the bin: the undo of ``remove``."""
        return self._store.run(wie, lambda werk: _put_back(werk, bijlage_id))


def _of_shop(lezing: Lezing, wie: Wie, onderwerp: str, onderwerp_id: int) -> None:
    """The files of a werkkaart are seen where the card is: in its shop. Raises NietGevonden."""
    if onderwerp == "werkkaart":
        own_card(wie, lezing, onderwerp_id)


def _seen(lezing: Lezing, wie: Wie, bijlage_id: int) -> Bijlage:
    bijlage = lezing.bijlagen.get(bijlage_id)
    wie.vereis(_RECHTEN[bijlage.onderwerp].zien)
    _of_shop(lezing, wie, bijlage.onderwerp, bijlage.onderwerp_id)
    return bijlage


def _add(werk: Werk, onderwerp: tuple[str, int], naam: str, soort: str, bron: BinaryIO) -> Bijlage:
    _hold(werk, *onderwerp)
    bron.seek(0)
    bijlage = werk.bijlagen.get(werk.bijlagen.add(*onderwerp, naam, soort, bron))
    werk.log(*onderwerp, "toegevoegd", {_VELD: ("", bijlage.naam)})
    return bijlage


def _hold(werk: Werk, onderwerp: str, onderwerp_id: int) -> None:
    """Holds the record, so that it is there as long as the file is added; raises NietGevonden."""
    if onderwerp == "voertuig":
        werk.voertuigen.lock(onderwerp_id)
    elif onderwerp == "relatie":
        werk.relaties.lock(onderwerp_id)
    elif onderwerp == "werkkaart":
        werk.werkkaarten.lock(onderwerp_id)
        own_card(werk.wie, werk, onderwerp_id)
    elif onderwerp == "schade":
        werk.voertuigen.lock(werk.schades.get(onderwerp_id).voertuig_id)


def _rename(werk: Werk, bijlage_id: int, basis: str, naam: str) -> Bijlage:
    staand = _seen(werk, werk.wie, bijlage_id)
    werk.wie.vereis(_RECHTEN[staand.onderwerp].wijzigen)
    anderen = [een.naam for een in werk.bijlagen.van(staand.onderwerp, staand.onderwerp_id) if een.id != bijlage_id]
    refuse_blocking(check_name(naam, staand.naam, anderen))
    nieuw = tidy_name(with_ending(naam, staand.naam), staand.soort)
    if staand.naam == nieuw:
        return staand
    if staand.naam != basis:
        raise Botsing([BotsendVeld("naam", basis, nieuw, staand.naam)], staand.gemaakt_door, staand)
    werk.bijlagen.rename(bijlage_id, nieuw)
    werk.log(staand.onderwerp, staand.onderwerp_id, "gewijzigd", {_VELD: (staand.naam, nieuw)})
    return werk.bijlagen.get(bijlage_id)


def _remove(werk: Werk, bijlage_id: int) -> Bijlage:
    bijlage = _seen(werk, werk.wie, bijlage_id)
    _may_take_away(werk.wie, bijlage)
    werk.bijlagen.delete(bijlage_id)
    werk.log(bijlage.onderwerp, bijlage.onderwerp_id, "verwijderd", {_VELD: (bijlage.naam, "")})
    return bijlage


def _put_back(werk: Werk, bijlage_id: int) -> Bijlage:
    werk.bijlagen.restore(bijlage_id)
    bijlage = _seen(werk, werk.wie, bijlage_id)
    _may_take_away(werk.wie, bijlage)
    werk.log(bijlage.onderwerp, bijlage.onderwerp_id, "hersteld", {_VELD: ("", bijlage.naam)})
    return bijlage


def _may_take_away(wie: Wie, bijlage: Bijlage) -> None:
    own_photo = bijlage.is_foto and bijlage.gemaakt_door == wie.naam
    wie.vereis(Recht.FOTO_TOEVOEGEN if own_photo else _RECHTEN[bijlage.onderwerp].wijzigen)
