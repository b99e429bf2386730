"""A document of one page, written by hand: the stand-in of Car-Pass needs a real PDF and no library for it."""

from __future__ import annotations

_HEAD = b"%PDF-1.4\n"
_FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
_TOP, _LEFT, _LINE = 780, 60, 22


def write_pdf(title: str, lines: list[str]) -> bytes:
    """A PDF (A4) with a title and lines of plain text below it."""
    shown = ["BT", "/F1 20 Tf", f"{_LEFT} {_TOP} Td", f"({_escaped(title)}) Tj", "/F1 11 Tf", f"0 -{2 * _LINE} Td"]
    for line in lines:
        shown += [f"({_escaped(line)}) Tj", f"0 -{_LINE} Td"]
    content = "\n".join([*shown, "ET"]).encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources " + _FONT + b" >>",
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
    ]
    return _joined(objects)


def _joined(objects: list[bytes]) -> bytes:
    """The objects with the table that says where each begins."""
    body, places = bytearray(_HEAD), []
    for number, inside in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + inside + b"\nendobj\n"
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
