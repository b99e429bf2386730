"""What is done to a werkkaart inside a transaction: made, saved, brought from state to state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.samenvoegen import changed
from werkplaats.domain.werkkaart import KaartStaat, Opname, WerkkaartInvoer, check_step, check_werkkaart
from werkplaats.domain.werkkaart_samen import merge_kaart
from werkplaats.errors import Botsing
from werkplaats.usecases.werkkaart_lezen import ONDERWERP, own_card
from werkplaats.usecases.wijzigingen import log_text, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.store.transactie import Lezing, Werk

BELGIE = "BE"


def snapshot(lezing: Lezing, voertuig_id: int) -> Opname:
    """What is true of a car and its owner at this moment."""
    kaart = lezing.voertuigen.get(voertuig_id).kaart
    auto = Opname(
        kenteken=kaart.kenteken,
        voertuig=" ".join(deel for deel in (kaart.merk, kaart.model, kaart.type) if deel),
        vin=kaart.chassisnummer.tekst if kaart.chassisnummer else "",
    )
    if kaart.hoofdeigenaar is None:
        return auto
    relatie = lezing.relaties.get(kaart.hoofdeigenaar.id).kaart
    return Opname(
        kenteken=auto.kenteken,
        voertuig=auto.voertuig,
        vin=auto.vin,
        eigenaar_id=kaart.hoofdeigenaar.id,
        eigenaar=weergave(relatie),
        adres=adresregel(relatie),
        telefoon=relatie.telefoon,
        email=relatie.email,
        btw_nummer=relatie.btw_nummer,
    )


def make(werk: Werk, voertuig_id: int, invoer: WerkkaartInvoer, staat: KaartStaat) -> Werkkaart:
    """Makes a card with the next number; one that is binnen gets its number in the register."""
    kaart_id = werk.werkkaarten.add(voertuig_id, snapshot(werk, voertuig_id), invoer, staat)
    if staat is KaartStaat.BINNEN:
        _register(werk, kaart_id)
    kaart = werk.werkkaarten.get(kaart_id)
    werk.log(ONDERWERP, kaart_id, "toegevoegd", {"nummer": ("", kaart.nummer)} | _logged(WerkkaartInvoer(), invoer))
    return kaart


def save(
    werk: Werk,
    kaart_id: int,
    basis: WerkkaartInvoer,
    nieuw: WerkkaartInvoer,
    mijne: Mapping[str, bool] | None,
) -> Werkkaart:
    """Lays what I changed on what stands there now. Raises Ongeldig, Botsing."""
    werk.werkkaarten.lock(kaart_id)
    staand = own_card(werk.wie, werk, kaart_id)
    invoer, botsingen = merge_kaart(basis, nieuw, staand.invoer, mijne)
    if botsingen:
        raise Botsing(botsingen, staand.gewijzigd_door, staand)
    if invoer == staand.invoer:
        return staand
    # What another person saved meanwhile may not go together with what I typed.
    refuse_blocking(check_werkkaart(invoer))
    werk.werkkaarten.write(kaart_id, invoer)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", _logged(staand.invoer, invoer))
    return werk.werkkaarten.get(kaart_id)


def step(werk: Werk, kaart_id: int, staat: KaartStaat) -> Werkkaart:
    """Brings a card to a state, now. Raises WerkplaatsError STAAT_KAN_NIET."""
    werk.werkkaarten.lock(kaart_id)
    kaart = own_card(werk.wie, werk, kaart_id)
    if kaart.staat is staat:
        # Pressed twice, or by two people at once: it is as they want it, and its moment stays.
        return kaart
    check_step(kaart, staat)
    comes_in = staat is KaartStaat.BINNEN and staat not in kaart.momenten
    opname = snapshot(werk, kaart.voertuig_id) if comes_in else None
    werk.werkkaarten.set_staat(kaart_id, staat, opname)
    if comes_in:
        _register(werk, kaart_id)
    werk.log(ONDERWERP, kaart_id, "gewijzigd", {"staat": (kaart.staat.value, staat.value)})
    return werk.werkkaarten.get(kaart_id)


def _register(werk: Werk, kaart_id: int) -> None:
    """Belgium: each car that comes in gets the next number of its establishment, never out of a plan."""
    if werk.wie.land == BELGIE:
        nummer = werk.instellingen.get(werk.wie.shop_id).instellingen.vestigingsnummer
        vestiging = "".join(teken for teken in nummer if teken.isdecimal())
        werk.werkkaarten.register(kaart_id, vestiging or f"shop {werk.wie.shop_id}")


def _logged(voor: WerkkaartInvoer, na: WerkkaartInvoer) -> dict[str, tuple[str, str]]:
    """What the logboek says: each field before and after; of the lines those that came, went or changed."""
    waarden = {
        veld: (log_text(getattr(voor, veld)), log_text(getattr(na, veld)))
        for veld in changed(voor, na)
        if veld != "regels"
    }
    was, is_ = ({regel.sleutel: str(regel) for regel in invoer.regels} for invoer in (voor, na))
    weg = [tekst for sleutel, tekst in was.items() if is_.get(sleutel) != tekst]
    erbij = [tekst for sleutel, tekst in is_.items() if was.get(sleutel) != tekst]
    return waarden | ({"regels": ("; ".join(weg), "; ".join(erbij))} if voor.regels != na.regels else {})
