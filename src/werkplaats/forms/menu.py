"""The only list of dialogs: what the window offers this user, and how each of them is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.ui.entries import Entries

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def entries(_toegang: Toegang, _deuren: Deuren) -> Entries:
    """The doors, commands, actions and creators of this user; what he may not do is not among them."""
    return Entries()
