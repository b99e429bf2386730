"""The button Verwijderen of an order: it goes into the bin at once, and one press takes it out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.theme import show_when

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.order import VerkoopOrder
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form


class Verwijderen:
    """Stands in the bar of the dialog; ``shut`` is told whether the order lies in the bin now."""

    def __init__(
        self,
        form: Form,
        toegang: Toegang,
        deuren: Deuren,
        shut: Callable[[bool], None],
        back: Callable[[VerkoopOrder], None],
    ) -> None:
        self._form, self._toegang, self._deuren = form, toegang, deuren
        self._shut, self._back = shut, back
        self._id: int | None = None
        self.gone = False
        self.button = Button(_("Ver&wijderen"), icon="wissen", kind="danger")
        self.button.clicked.connect(lambda _checked: self._throw_away())
        form.bar.add_door(self.button)
        self.offer(None)

    def offer(self, order_id: int | None) -> None:
        """Knows which order it is about; one that is not on file yet cannot be thrown away."""
        self._id = order_id
        may = self._toegang.wie.mag(Recht.ORDER_WIJZIGEN)
        show_when(self.button, may and order_id is not None and not self.gone)

    def _throw_away(self) -> None:
        if self._id is not None:
            orders = self._toegang.verkoop.orders
            self._form.work(partial(orders.delete, self._toegang.wie, self._id), self._thrown_away, writes=True)

    def _thrown_away(self, order: VerkoopOrder) -> None:
        self._turn(gone=True)
        said = _("Order {nummer} staat in de prullenbak.").format(nummer=order.nummer)
        self._form.problem.show_problem(said, kind="ok", retry=self._put_back, again=_("Ongedaan maken"))
        self._deuren.changed.emit("order", order.id)

    def _put_back(self) -> None:
        if self._id is not None:
            orders = self._toegang.verkoop.orders
            self._form.work(partial(orders.put_back, self._toegang.wie, self._id), self._is_back, writes=True)

    def _is_back(self, order: VerkoopOrder) -> None:
        self._turn(gone=False)
        self._form.problem.clear()
        self._back(order)
        self._deuren.changed.emit("order", order.id)

    def _turn(self, *, gone: bool) -> None:
        self.gone = gone
        self._shut(gone)
        self.offer(self._id)
