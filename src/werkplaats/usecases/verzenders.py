"""What sends one kind of message of the postbus: each outside party has one, and the postbus drives them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.moment import Moment
    from werkplaats.domain.postbus import Bericht, Uitkomst
    from werkplaats.store.transactie import Werk


class Verzender(Protocol):
    """Sends one kind of message.

    ``geheim`` names the secret of the shop that it needs, None where it needs none. ``kent_sleutels`` says whether the
    receiver takes a message with a key that it has seen for the same message; False until the party confirmed it.
    """

    @property
    def soort(self) -> str:
        """The kind of message, as ``leg_klaar`` was given it."""

    @property
    def geheim(self) -> str | None:
        """The name of the secret that it needs."""

    @property
    def kent_sleutels(self) -> bool:
        """Whether the receiver knows idempotency keys."""

    def ready(self, shop: Shop | None, geheim: str | None) -> bool:
        """Whether this process can send for a shop: settings complete, secret at hand."""

    def maintenance(self, moment: Moment) -> Moment | None:
        """The end of the maintenance in which a moment falls, when nothing is sent and nobody alarmed; else None."""

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Sends, outside any transaction; what goes wrong in the world is an Uitkomst and no exception."""

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Moves the subject along, in the transaction in which the message gets its new state.

        It is also told what a person did: taken back (Gevolg.INGETROKKEN), or decided of one in doubt.
        """


class BasisVerzender:
    """What most senders do: they need their secret where they name one, know no maintenance, and move no subject."""

    geheim: str | None = None
    kent_sleutels = False

    def ready(self, _shop: Shop | None, geheim: str | None) -> bool:
        """Whether the secret is there, where one is needed."""
        return self.geheim is None or bool(geheim)

    def maintenance(self, _moment: Moment) -> Moment | None:
        """No maintenance."""
        return None

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Nothing moves along."""
