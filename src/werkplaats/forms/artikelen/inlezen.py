"""Takes a list of the shop in from a CSV file that a person points at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from werkplaats.domain.artikel_csv import BYTES_HOOGSTENS
from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_file(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Asks for a CSV file; ``chosen`` is told of it."""
    dialog = QFileDialog(parent, _("Inlezen uit CSV"), "", _("CSV-bestanden (*.csv);;Alle bestanden (*)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def read_file(path: Path, read: Callable[[bytes], int]) -> int:
    """Reads the file, and gives how many were taken in. Raises WerkplaatsError CSV_…."""
    try:
        # No further than what is certainly too much.
        with path.open("rb") as file:
            content = file.read(BYTES_HOOGSTENS + 1)
    except OSError as fault:
        raise WerkplaatsError("CSV_GEEN_TEKST") from fault
    return read(content)
