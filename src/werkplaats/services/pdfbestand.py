"""Writes a document where a person wants it: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from werkplaats.errors import OpslagFout


def write_document(bestand: Path, inhoud: bytes) -> None:
    """Writes a file; an older one of this name stays as it was when that fails.

    Raises OpslagFout DOCUMENT_NIET_GESCHREVEN when it cannot be written.
    """
    tijdelijk: Path | None = None
    try:
        nummer, naam = tempfile.mkstemp(dir=bestand.parent, prefix=".document-", suffix=".pdf")
        tijdelijk = Path(naam)
        with os.fdopen(nummer, "wb") as doel:
            doel.write(inhoud)
            doel.flush()
            os.fsync(doel.fileno())
        tijdelijk.replace(bestand)
    except OSError as fout:
        raise OpslagFout("DOCUMENT_NIET_GESCHREVEN", plaats=str(bestand), reden=fout.strerror or "") from fout
    finally:
        if tijdelijk is not None:
            tijdelijk.unlink(missing_ok=True)
