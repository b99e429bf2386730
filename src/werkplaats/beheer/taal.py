"""Dutch for the sentences of click itself: usage, options, wrong arguments.

Click asks gettext's global domain, in the language that the environment names. Its English sentences have a catalogue
of their own (``locale/nl/LC_MESSAGES/click.po``), as ours has Dutch for its source.
"""

from __future__ import annotations

import gettext
import os

from werkplaats.i18n import SOURCE_LANGUAGE
from werkplaats.resources import resource

DOMAIN = "click"


def speak_dutch() -> None:
    """Lets click speak Dutch in this process, whatever the language of the computer is."""
    os.environ["LANGUAGE"] = SOURCE_LANGUAGE
    gettext.bindtextdomain(DOMAIN, resource("locale"))
    gettext.textdomain(DOMAIN)
