"""The doors to the users and the groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.gebruikers.een import GebruikerForm
from werkplaats.forms.gebruikers.groep import GroepForm

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from werkplaats.domain.gebruiker import GroepKaart
    from werkplaats.domain.rechten import Gebruiker
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

    Show = Callable[[tuple[Hashable, ...], Callable[[], Form]], Form]


class GebruikerDeuren:
    """``show`` opens a dialog once for its key; ``toegang`` is asked at each opening, for the shop may be renamed."""

    def __init__(self, deuren: Deuren, toegang: Callable[[], Toegang], show: Show) -> None:
        self._deuren = deuren
        self._toegang = toegang
        self._show = show

    def open_gebruiker(self, gebruiker: Gebruiker | None, groepen: Sequence[str]) -> None:
        """A user, or a new one."""
        key = ("gebruiker", gebruiker.id if gebruiker is not None else None)
        self._show(key, lambda: GebruikerForm(self._toegang(), self._deuren, gebruiker, groepen))

    def open_groep(self, basis: GroepKaart | None) -> None:
        """A group with its rights, or a new one."""
        key = ("groep", basis.naam if basis is not None else None)
        self._show(key, lambda: GroepForm(self._toegang(), self._deuren, basis))
