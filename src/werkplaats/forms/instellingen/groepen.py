"""Under which heading each page of the settings stands in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.forms.instellingen.pagina import Pagina


def groups(pages: Iterable[Pagina]) -> list[tuple[str, list[Pagina]]]:
    """The headings in reading order, each with its pages."""
    general = ("algemeen", "vrije_velden", "checklist", "dagtaken", "gebruikers")
    titles = {name: _("Algemeen") for name in general}
    titles |= {name: _("Koppelingen") for name in ("pechhulp", "links", "rdw", "email", "carpass", "pon")}
    under: dict[str, list[Pagina]] = {}
    for page in pages:
        under.setdefault(titles.get(page.name, _("Werkplek")), []).append(page)
    return list(under.items())
