"""The settings of a shop, edited in the settings dialog and kept in the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from werkplaats.domain.mail import SMTP_WACHTWOORD, Veiligheid
from werkplaats.domain.pechhulp import Aanbieder, MopMethode, Soort
from werkplaats.domain.pon import PonKeuze

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.vrije_velden import VrijVeld


@dataclass(frozen=True, slots=True)
class ShopInstellingen:
    """One shop: who it is, and how it works with Pechhulp and RDW.

    ``pechhulp_links`` maps a provider to an address with ``{kenteken}`` in it; a provider without one cannot be opened.
    ``mop_methode`` None means: as the configuration of this computer says. ``standaardgroep`` is the group of a user
    that is not known yet; empty: he is told to ask a Beheerder. Without ``smtp_host`` the shop sends no mail; without
    ``smtp_afzender`` its mail comes from ``email``. ``bv_link`` and ``lpg_link`` are pages of the shop's
    providers, ``vrije_velden`` the fields that it defined for its cars, ``checklist`` the points that a
    mechanic answers on a werkkaart. ``dagtaken_uur`` is the hour from which
    the day's tasks begin by themselves, where ``dagtaken_aan``. ``backup_map`` and ``backup_aantal`` (empty, 0: as the
    configuration of the computer says) count at the first shop, for the whole database.

    ``carpass_btw`` is the number of the company without BE, ``carpass_organisatie`` the number of the establishment
    that reports (empty: the user name), ``carpass_vrijstelling`` switches the exemption for small works on, and after
    ``carpass_correcties`` failed corrections the form is offered.

    ``pon_goedgekeurd_vereist`` and ``pon_nlv_bij_latere_aflevering`` are explained at ``PonKeuze``; ``pon_wachttijd``
    is in seconds, and ``pon_mail_ontvangers`` are addresses with commas between them.
    """

    naam: str
    land: str = "NL"
    straat: str = ""
    huisnr: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    btw_nummer: str = ""
    kvk_nummer: str = ""
    vestigingsnummer: str = ""
    rdw_nummer: str = ""
    pechhulp_verborgen: frozenset[Aanbieder] = frozenset()
    pechhulp_links: tuple[tuple[Aanbieder, str], ...] = ()
    pechhulp_herinnering_dagen: int = 30
    apk_herinnering_dagen: int = 30
    standaardgroep: str = ""
    mop_methode: MopMethode | None = None
    mop_soorten: tuple[Soort, ...] = (
        Soort("NL", "Pechhulp NL (incl. woonplaatsdekking, eigen vervangend vervoer)"),
        Soort("EU", "Pechhulp Europa"),
    )
    smtp_host: str = ""
    smtp_poort: int = 587
    smtp_veiligheid: Veiligheid = Veiligheid.STARTTLS
    smtp_afzender: str = ""
    smtp_gebruiker: str = ""
    bv_link: str = ""
    lpg_link: str = ""
    vrije_velden: tuple[VrijVeld, ...] = ()
    carpass_btw: str = ""
    carpass_organisatie: str = ""
    carpass_gebruiker: str = ""
    carpass_vrijstelling: bool = False
    carpass_correcties: int = 2
    checklist: tuple[str, ...] = ()
    pon_goedgekeurd_vereist: bool = True
    pon_nlv_bij_latere_aflevering: bool = False
    dagtaken_aan: bool = True
    dagtaken_uur: int = 7
    backup_map: str = ""
    backup_aantal: int = 0
    pon_automatisch: bool = False
    pon_wachttijd: int = 10
    pon_mail_afzender: str = ""
    pon_mail_ontvangers: str = ""
    pon_mail_ook_leeg: bool = False

    @property
    def pon_keuze(self) -> PonKeuze:
        """What this dealer chose for the rules of plate requests."""
        return PonKeuze(self.pon_goedgekeurd_vereist, self.pon_nlv_bij_latere_aflevering)


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop with its settings and their version."""

    id: int
    versie: int
    zone: str
    instellingen: ShopInstellingen


def in_shop(wie: Wie, shop: Shop) -> Wie:
    """The same person with the same rights, working in another shop."""
    inst = shop.instellingen
    return replace(wie, shop_id=shop.id, shop_naam=inst.naam, land=inst.land, zone=shop.zone)


ZONES = {"NL": "Europe/Amsterdam", "BE": "Europe/Brussels"}
"""The time zone of a shop, by its country."""

RDW_APP_TOKEN = "rdw_app_token"  # noqa: S105 - the name of the secret, not the secret
"""Name of the secret that raises the number of questions a shop may ask of the RDW register; it works without one."""

CARPASS_WACHTWOORD = "carpass_wachtwoord"
"""Name of the password with which a shop reports to Car-Pass."""

PON_TOKEN = "pon_token"  # noqa: S105 - the name of the secret, not the secret
"""Name of the token with which a shop is known at PON."""

GEHEIMEN = frozenset({RDW_APP_TOKEN, SMTP_WACHTWOORD, CARPASS_WACHTWOORD, PON_TOKEN})
"""The names of all secrets that a shop can have."""
