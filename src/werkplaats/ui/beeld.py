"""Pictures out of bytes: turned as the camera held them, no larger than asked; what cannot be drawn is None."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

HOOGSTENS_PX = 4096
"""A picture is never drawn larger; a screen shows no more."""


def read_picture(inhoud: bytes, room: QSize) -> QImage | None:
    """The picture, made to fit into a room while it is read; may be called off the window's thread."""
    data = QByteArray(inhoud)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        # A picture on its side fits into the turned room; both ways it is at least as sharp as it is shown.
        side = max(room.width(), room.height())
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    if image.width() > room.width() or image.height() > room.height():
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return image


def to_png(image: QImage) -> bytes:
    """A picture as the content of a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the name of a file alone
    return bytes(data.data())
