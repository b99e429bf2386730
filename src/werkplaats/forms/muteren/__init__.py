"""Muteren kenteken: the vehicle card as a dialog, in parts: header, tab Algemeen, what asks for attention."""
