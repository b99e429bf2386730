"""The door to the contact moments, as the bars of the vehicle card and of the relatie have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.i18n import _
from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.voertuig import RelatieKop
    from werkplaats.forms.deuren import Deuren
    from werkplaats.ui.problem import ProblemLine


def crm_button(open_contacts: Callable[[], None]) -> Button:
    """The quiet button CRM."""
    button = Button(_("&CRM"), icon="crm", kind="quiet")
    button.clicked.connect(open_contacts)
    return button


def crm_of_car(
    deuren: Deuren, voertuig_id: int, owner: Callable[[], RelatieKop | None], problem: ProblemLine
) -> Button:
    """The button for a car: it opens the contact with its owner, and says so when there is none."""

    def open_contacts() -> None:
        kop = owner()
        if kop is None:
            problem.show_problem(
                _("Deze auto heeft nog geen eigenaar."), _("Kies eerst een hoofdeigenaar."), kind="warn"
            )
        else:
            deuren.open_contacten(kop.id, voertuig_id)

    return crm_button(open_contacts)
