"""A burst: signs that come so close together that a barcode scanner sends them, and no person types them."""

from __future__ import annotations

APART_MS = 100
"""A scanner sends its signs closer together than this; some wireless ones hardly."""

_WORD_APART_MS = 50
"""A word without a digit may be a practised name: it has to come twice as fast."""

_PAUSE_MS = 300
"""Who typed a sign shorter ago than this is typing: what follows at speed belongs to his word."""

_LEAST = 4


class Burst:
    """The signs up to now; times are in milliseconds, of whatever clock the keys have."""

    def __init__(self) -> None:
        self._signs = ""
        self._last: int | None = None
        self._widest = 0
        self._by_hand = False

    def goes_on(self, at: int) -> bool:
        """Whether a sign at this time belongs to the signs before it."""
        return self._last is not None and at - self._last <= APART_MS

    def add(self, sign: str, at: int) -> None:
        """Takes a sign in; after a gap the signs before it count no more."""
        if not self.goes_on(at):
            self._by_hand = self._last is not None and at - self._last <= _PAUSE_MS
            self._signs, self._widest = "", 0
        elif self._last is not None:
            self._widest = max(self._widest, at - self._last)
        self._signs += sign
        self._last = at

    def ended(self, at: int) -> str:
        """The code that was scanned when its end comes at this time; empty when a person typed it."""
        if self._last is None or not self.goes_on(at) or self._by_hand or len(self._signs) < _LEAST:
            return ""
        has_digit = any(sign.isdecimal() for sign in self._signs)
        fast = max(self._widest, at - self._last) <= _WORD_APART_MS
        return self._signs.strip() if has_digit or fast else ""
