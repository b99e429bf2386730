"""The password with which a shop comes in at Car-Pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import CARPASS_WACHTWOORD
from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.transactie import Lezing


def sealed_password(lezing: Lezing, shop_id: int) -> bytes:
    """The password as it is kept; raises CARPASS_NIET_INGESTELD where there is none."""
    inhoud = lezing.geheimen.get(shop_id, CARPASS_WACHTWOORD)
    if inhoud is None:
        naam = lezing.instellingen.get(shop_id).instellingen.naam
        raise WerkplaatsError("CARPASS_NIET_INGESTELD", vestiging=naam)
    return inhoud


def password_of(lezing: Lezing, kluis: Kluis, shop_id: int) -> str:
    """The password itself; raises CARPASS_NIET_INGESTELD, GeheimFout."""
    return kluis.unseal(shop_id, CARPASS_WACHTWOORD, sealed_password(lezing, shop_id))
