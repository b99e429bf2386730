"""Which kinds of work Car-Pass is told of: those that a shop tied to the codes on the lines of a werkkaart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.carpass import ACTIVITEITEN_HOOGSTENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from werkplaats.domain.werkkaart_regel import Regel


def activities_of(
    regels: Iterable[Regel], werken: Mapping[str, Sequence[str]], bekend: Sequence[str]
) -> tuple[str, ...]:
    """The kinds of work of these lines, in the order of Car-Pass; ``werken`` are those of each code.

    What Car-Pass no longer knows (``bekend``) is not proposed: it would refuse the whole description.
    """
    per_code = {code.casefold(): activiteiten for code, activiteiten in werken.items()}
    gezegd = {een for regel in regels for een in per_code.get(regel.code.casefold(), ())}
    return tuple(code for code in bekend if code in gezegd)[:ACTIVITEITEN_HOOGSTENS]
