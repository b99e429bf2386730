"""The printers of this computer, and the putting of pages on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from werkplaats.errors import WerkplaatsError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

DPI = 300
"""How finely pages are drawn for paper; sharper than this the eye does not see, and the picture only grows."""


class Opdracht(Protocol):
    """A document on its way to a printer, page by page."""

    def add(self, beeld: QImage, punten: tuple[float, float]) -> None:
        """Puts a page on paper of its own size, given in points; raises WerkplaatsError PRINTER_WEG."""

    def end(self) -> None:
        """Sends it off."""


class Printers(Protocol):
    """The printers that a person can choose from."""

    def names(self) -> tuple[str, ...]:
        """All printers, that of the system first."""

    def begin(self, printer: str, titel: str, exemplaren: int) -> Opdracht:
        """Begins a document on a printer."""


class SystemPrinters:
    """The printers that the system knows."""

    def names(self) -> tuple[str, ...]:
        """All printers, that of the system first."""
        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold())))

    def begin(self, printer: str, titel: str, exemplaren: int) -> Opdracht:
        """Begins a document on a printer."""
        device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
        device.setDocName(titel)
        device.setCopyCount(exemplaren)
        return PaperJob(device, printer)


class PaperJob:
    """Pages painted on a printer, each on paper of its own size, without margins of ours."""

    def __init__(self, device: QPrinter, printer: str) -> None:
        self._device = device
        self._printer = printer
        self._painter: QPainter | None = None

    def add(self, beeld: QImage, punten: tuple[float, float]) -> None:
        """Puts a page on paper; raises WerkplaatsError PRINTER_WEG when the printer does not take it."""
        size = QPageSize(QSizeF(*punten), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        self._device.setPageLayout(layout)
        self._device.setFullPage(True)
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._device):
                raise WerkplaatsError("PRINTER_WEG", printer=self._printer)
        elif not self._device.newPage():
            raise WerkplaatsError("PRINTER_WEG", printer=self._printer)
        room = QRectF(self._device.paperRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(room, beeld)

    def end(self) -> None:
        """Sends it off."""
        if self._painter is not None:
            self._painter.end()
