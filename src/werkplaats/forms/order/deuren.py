"""The doors to the sale of cars: an order, a new one, orders out of a file, and the daily mail about plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.instellingen.ponmail import PonMailForm
from werkplaats.forms.order.direct import DirectGoedkeurenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.order.overnemen import OrderimportForm
from werkplaats.forms.order.tabellen import OrdertabellenForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class VerkoopDeuren:
    """``show`` opens a dialog once for its key, ``show_for`` one that answers to another; ``toegang`` as it is now."""

    def __init__(
        self,
        deuren: Deuren,
        toegang: Callable[[], Toegang],
        show: Show,
        show_for: Callable[[Form, str, Callable[[], Form]], None],
    ) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show
        self._show_for = show_for

    def open_order(self, order_id: int) -> None:
        """A sales order."""
        self._show(("order", order_id), lambda: OrderForm(self._toegang(), self._deuren, order_id))

    def new_order(self) -> None:
        """A sales order that is not there yet."""
        self._show(("order", None), lambda: OrderForm(self._toegang(), self._deuren, None))

    def open_tables(self) -> None:
        """The brands, the plate types and the dealer numbers."""
        self._show(("ordertabellen",), lambda: OrdertabellenForm(self._toegang(), self._deuren))

    def open_import(self) -> None:
        """Orders out of the file of another package."""
        self._show(("orderimport",), lambda: OrderimportForm(self._toegang(), self._deuren))

    def open_direct(self, order_id: int) -> None:
        """Direct goedkeuren: what would be sent of an order, and the question whether to do so."""
        self._show(("direct", order_id), lambda: DirectGoedkeurenForm(self._toegang(), self._deuren, order_id))

    def open_ponmail(self, wie: Wie, inst: ShopInstellingen, owner: Form) -> None:
        """The daily mail about plates as it would go with these settings."""
        self._show_for(owner, "ponmail", lambda: PonMailForm(self._toegang(), wie, inst))
