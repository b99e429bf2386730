"""The fields that a shop defined itself, for one car: read them, change what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht
from werkplaats.domain.vrije_velden import VrijeKaart, changed_waarden, check_waarde, log_name, merge_waarden
from werkplaats.errors import Botsing, NietGevonden
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "voertuig"


class VrijeVelden:
    """The shop's own fields of the cars; a Beheerder defines them in the settings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, wie: Wie, voertuig_id: int) -> VrijeKaart:
        """The fields of this shop with what stands in them for a car; raises NietGevonden."""
        wie.vereis(Recht.VOERTUIG_ZIEN)
        with self._store.read() as lezing:
            lezing.voertuigen.get(voertuig_id)
            return _read(lezing, wie, voertuig_id)

    def save(self, wie: Wie, voertuig_id: int, basis: Mapping[str, str], nieuw: Mapping[str, str]) -> VrijeKaart:
        """Writes the values that I changed; raises Ongeldig, Botsing, NietGevonden."""
        wie.vereis(Recht.VOERTUIG_WIJZIGEN)
        return self._store.run(wie, lambda werk: _save(werk, wie, voertuig_id, basis, nieuw))


def _read(lezing: Lezing, wie: Wie, voertuig_id: int) -> VrijeKaart:
    velden = lezing.instellingen.get(wie.shop_id).instellingen.vrije_velden
    waarden = lezing.vrije_waarden.van_voertuig(voertuig_id)
    eigen = {veld.sleutel for veld in velden}
    return VrijeKaart(voertuig_id, velden, {sleutel: waarde for sleutel, waarde in waarden.items() if sleutel in eigen})


def _save(werk: Werk, wie: Wie, voertuig_id: int, basis: Mapping[str, str], nieuw: Mapping[str, str]) -> VrijeKaart:
    werk.voertuigen.lock(voertuig_id)
    staand = _read(werk, wie, voertuig_id)
    velden = {veld.sleutel: veld for veld in staand.velden}
    mijn = changed_waarden(basis, nieuw)
    for sleutel in mijn:
        if sleutel not in velden:
            raise NietGevonden("vrij_veld", sleutel)
    refuse_blocking(een for sleutel, waarde in mijn.items() for een in check_waarde(velden[sleutel], waarde))
    wijzigingen, botsingen = merge_waarden(basis, mijn, staand.waarden, velden)
    if botsingen:
        samen = mijn.keys() - wijzigingen.keys()
        raise Botsing(botsingen, werk.vrije_waarden.last_hand(voertuig_id, samen), staand)
    if wijzigingen:
        werk.vrije_waarden.write(voertuig_id, wijzigingen)
        regels = {
            log_name(velden[sleutel]): (staand.waarden.get(sleutel, ""), waarde)
            for sleutel, waarde in wijzigingen.items()
        }
        werk.log(ONDERWERP, voertuig_id, "gewijzigd", regels)
    return _read(werk, wie, voertuig_id)
