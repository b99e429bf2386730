"""The door to the contact moments, as the vehicle card and the relatie have it."""

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


def open_crm_of_car(deuren: Deuren, voertuig_id: int, owner: RelatieKop | None, problem: ProblemLine) -> None:
    """Opens the contact with the owner of a car, and says so when there is none."""
    if owner is None:
        problem.show_problem(_("Deze auto heeft nog geen eigenaar."), _("Kies eerst een hoofdeigenaar."), kind="warn")
    else:
        deuren.open_contacten(owner.id, voertuig_id)
