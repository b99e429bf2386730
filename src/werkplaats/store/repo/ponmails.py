"""The daily mails about requests for plates: one per shop and day, each request told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from werkplaats.domain.ponaanvraag import Aanvraagstaat
from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.ponaanvraag import PonAanvraagRij
from werkplaats.store.rows.ponmail import PonMailAanvraagRij, PonMailOntvangerRij, PonMailRij

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from werkplaats.domain.moment import Moment

_A, _M, _VERTELD = tabel(PonAanvraagRij), tabel(PonMailRij), tabel(PonMailAanvraagRij)


class PonMails(Repo):
    """What was mailed; whoever writes one has locked the shop."""

    def has(self, shop_id: int, dag: date) -> bool:
        """Whether the mail of this day was made."""
        gevraagd = select(_M.c.id).where(_M.c.shop_id == shop_id, _M.c.dag == dag)
        return self.tx.verbinding.execute(gevraagd).first() is not None

    def vanaf(self, shop_id: int) -> Moment | None:
        """From when on the requests of a shop are told; None before its first mail."""
        gevraagd = select(func.min(_M.c.vanaf)).where(_M.c.shop_id == shop_id)
        gevonden: Moment | None = self.tx.verbinding.execute(gevraagd).scalar_one()
        return gevonden

    def untold(self, shop_id: int, vanaf: Moment) -> tuple[int, ...]:
        """The requests that no mail told yet, in the order in which they were made; what was taken back is none.

        It looks for each by itself: a number up to which all were told would pass over one that was committed late.
        """
        gevraagd = (
            select(_A.c.id)
            .outerjoin(_VERTELD, _VERTELD.c.aanvraag_id == _A.c.id)
            .where(
                *(_A.c.shop_id == shop_id, _A.c.gemaakt_op >= vanaf, _A.c.staat != Aanvraagstaat.INGETROKKEN),
                _VERTELD.c.aanvraag_id.is_(None),
            )
        )
        return tuple(self.tx.verbinding.scalars(gevraagd.order_by(_A.c.id)))

    def add(self, dag: date, vanaf: Moment, aanvragen: Collection[int]) -> int:
        """Adds the mail of a day for the shop in which one works, which tells these requests; returns its id."""
        werk = self.werk
        rij = PonMailRij(shop_id=werk.wie.shop_id, dag=dag, vanaf=vanaf, gemaakt_op=werk.nu)
        werk.sessie.add(rij)
        werk.sessie.flush()
        if aanvragen:
            regels = [{"aanvraag_id": nummer, "mail_id": rij.id} for nummer in aanvragen]
            werk.verbinding.execute(insert(_VERTELD), regels)
        return rij.id

    def add_recipient(self, mail_id: int, adres: str) -> int:
        """Adds somebody to whom a mail goes; returns the id under which his message is kept."""
        rij = PonMailOntvangerRij(mail_id=mail_id, adres=adres)
        self.werk.sessie.add(rij)
        self.werk.sessie.flush()
        return rij.id
