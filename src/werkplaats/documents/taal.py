"""The language of a document is that of who receives it, not that of the window."""

from __future__ import annotations

from contextvars import copy_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from werkplaats.i18n import use_language

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


def in_language(taal: str, draw: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``draw`` makes while the language is this one; the language outside stays what it was."""
    omgeving = copy_context()
    omgeving.run(use_language, taal)
    return omgeving.run(draw, *args, **kwargs)
