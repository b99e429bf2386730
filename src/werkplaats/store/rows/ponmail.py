"""The rows of the daily mail about requests for plates: one per shop and day, to whom it went, and what it told."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from werkplaats.domain.moment import Moment
from werkplaats.store.rows.basis import NOOIT_HERGEBRUIKT, Rij, persoonlijk, sleutel, technisch, verwijzing


class PonMailRij(Rij):
    """The mail of a shop on a day; ``vanaf`` is from when on requests are told: what is older is no news."""

    __tablename__ = "pon_mail"
    __table_args__ = (UniqueConstraint("shop_id", "dag"),)

    id: Mapped[int] = sleutel()
    shop_id: Mapped[int] = verwijzing("shop.id")
    dag: Mapped[date] = technisch()
    vanaf: Mapped[Moment] = technisch()
    gemaakt_op: Mapped[Moment] = technisch()


class PonMailOntvangerRij(Rij):
    """Somebody to whom the mail goes: a message of his own, so that one that is refused holds up no other."""

    __tablename__ = "pon_mail_ontvanger"
    __table_args__ = (UniqueConstraint("mail_id", "adres"), NOOIT_HERGEBRUIKT)

    id: Mapped[int] = sleutel()
    mail_id: Mapped[int] = verwijzing("pon_mail.id")
    adres: Mapped[str] = persoonlijk()


class PonMailAanvraagRij(Rij):
    """A request that was told in a mail, which happens once."""

    __tablename__ = "pon_mail_aanvraag"

    aanvraag_id: Mapped[int] = verwijzing("pon_aanvraag.id", primary_key=True, autoincrement=False)
    mail_id: Mapped[int] = verwijzing("pon_mail.id", index=True)
