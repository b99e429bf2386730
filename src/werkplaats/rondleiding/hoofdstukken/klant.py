"""What is typed about the customer of the tour: invented, and nowhere else in the practice garage.

After a tour none of it may be found outside the database and the pictures.
"""

from __future__ import annotations

from typing import Final

KENTEKEN: Final = "GA-482-R"
NAAM: Final = "van Dalen"

GEBOORTEDATUM: Final = "17-03-1961"
TELEFOON: Final = "06 1200 7734"
EMAIL: Final = "hendrik.vandalen@example.org"

OP_HET_PORTAAL: Final = ("1961-03-17", "0612007734", EMAIL)
"""Birth date, telephone and e-mail as mijnOndernemersportaal gets them."""

PERSOONLIJK: Final = (GEBOORTEDATUM, TELEFOON, "612007734", *OP_HET_PORTAAL)
"""In all the ways in which it might be written down."""
