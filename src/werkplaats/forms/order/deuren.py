"""The doors to the sale of cars: an order, a new one, and orders out of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.order.direct import DirectGoedkeurenForm
from werkplaats.forms.order.form import OrderForm
from werkplaats.forms.order.overnemen import OrderimportForm
from werkplaats.forms.order.tabellen import OrdertabellenForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class VerkoopDeuren:
    """``show`` opens a dialog once for its key; ``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show

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
