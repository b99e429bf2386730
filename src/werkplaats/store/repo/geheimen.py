"""The secrets of the shops, as they were sealed: the store keeps bytes and cannot open them."""

from __future__ import annotations

from sqlalchemy import select

from werkplaats.store.repo.basis import Repo
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.organisatie import DATABASE_ID, EigenschapRij, GeheimRij

_GEHEIM = tabel(GeheimRij)
_EIGENSCHAP = tabel(EigenschapRij)


class Geheimen(Repo):
    """The sealed secrets, by shop and name."""

    def database_id(self) -> str:
        """The random id of this database, to which its secrets are bound."""
        gevraagd = select(_EIGENSCHAP.c.waarde).where(_EIGENSCHAP.c.naam == DATABASE_ID)
        return str(self.tx.verbinding.execute(gevraagd).scalar_one())

    def is_empty(self) -> bool:
        """Whether no shop has any secret yet."""
        return self.tx.verbinding.execute(select(_GEHEIM.c.naam).limit(1)).first() is None

    def get(self, shop_id: int, naam: str) -> bytes | None:
        """A sealed secret; None where there is none."""
        gevraagd = select(_GEHEIM.c.inhoud).where(_GEHEIM.c.shop_id == shop_id, _GEHEIM.c.naam == naam)
        return self.tx.verbinding.execute(gevraagd).scalar_one_or_none()

    def put(self, shop_id: int, naam: str, inhoud: bytes) -> None:
        """Keeps a sealed secret in place of an earlier one."""
        sessie = self.werk.sessie
        rij = sessie.get(GeheimRij, (shop_id, naam), with_for_update=True)
        if rij is None:
            sessie.add(GeheimRij(shop_id=shop_id, naam=naam, versie=1, inhoud=inhoud))
        else:
            rij.inhoud = inhoud
            rij.versie += 1
        sessie.flush()

    def delete(self, shop_id: int, naam: str) -> None:
        """Forgets a secret."""
        sessie = self.werk.sessie
        rij = sessie.get(GeheimRij, (shop_id, naam))
        if rij is not None:
            sessie.delete(rij)
            sessie.flush()
