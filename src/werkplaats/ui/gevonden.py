"""Where in a line the words stand that were searched for, so that the eye sees why the line is there."""

from __future__ import annotations

import re
from functools import lru_cache

from werkplaats.domain.naam import to_ascii

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\+?\d[\d ()./-]*\d")
_LEAST_DIGITS = 3

Span = tuple[int, int]


@lru_cache(maxsize=1024)
def find_spans(line: str, search: str) -> tuple[Span, ...]:
    """The places (begin, end) in ``line`` that a search for ``search`` has found, in order."""
    asked = [_fold(word) for word in _WORD.findall(search)]
    spans = [span for match in _WORD.finditer(line) if (span := _word_span(match, asked))]
    digits = re.sub(r"\D", "", search)
    if len(digits) >= _LEAST_DIGITS:
        spans += [span for match in _NUMBER.finditer(line) if (span := _digits_span(match, digits))]
    return _joined(spans)


def closeness(line: str, search: str) -> tuple[int, int, int]:
    """How well a line answers a search, the best first: all words in it, at its beginning, and nothing besides.

    Lines that do so alike compare equal, so that they keep the order in which they stood.
    """
    asked = {_fold(word) for word in _WORD.findall(search)}
    words = [_fold(word) for word in _WORD.findall(line)]
    missing = sum(not any(word.startswith(part) for word in words) for part in asked)
    begins = any(words[0].startswith(part) for part in asked) if words else False
    return missing, int(not begins), int(set(words) != asked)


def _fold(word: str) -> str:
    return to_ascii(word).lower()


def _word_span(match: re.Match[str], asked: list[str]) -> Span | None:
    """The part of a word that was typed; the whole word where folding changed its length (Strauß, strauss)."""
    word = _fold(match[0])
    found = max((len(part) for part in asked if part and word.startswith(part)), default=0)
    if not found:
        return None
    return match.start(), match.start() + found if len(word) == len(match[0]) else match.end()


def _digits_span(match: re.Match[str], digits: str) -> Span | None:
    """The part of a telephone number, written with any spaces, that holds the digits typed (or those after their 0)."""
    places = [match.start() + place for place, sign in enumerate(match[0]) if sign.isdigit()]
    plain = "".join(sign for sign in match[0] if sign.isdigit())
    for wanted in (digits, digits.lstrip("0")):
        begin = plain.find(wanted) if wanted else -1
        if begin >= 0:
            return places[begin], places[begin + len(wanted) - 1] + 1
    return None


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)
