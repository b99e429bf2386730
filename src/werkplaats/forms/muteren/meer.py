"""The tabs of the vehicle card with what is kept beside it: who borrowed the car, what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.muteren.dossier import dossier_tabs
from werkplaats.forms.muteren.leen import leen_tabs

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form
    from werkplaats.ui.tabs import Tab


def record_tabs(toegang: Toegang, deuren: Deuren, form: Form, voertuig_id: int | None) -> list[Tab]:
    """Those that this person may see, of a car that is known; a new one has none yet."""
    lent = leen_tabs(toegang, deuren, form, voertuig_id)
    return [*lent, *dossier_tabs(toegang, deuren, voertuig_id, form.show_problem)]
