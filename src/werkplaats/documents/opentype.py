"""Inter as Debian packs it (outlines of PostScript in OpenType) for reportlab, which itself reads only TrueType.

The outlines are put in the document as they are, as a font whose codes are the numbers of its glyphs. Glyphs that no
European language needs are blanked where they stand: nothing moves, and they weigh nothing once compressed.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property
from struct import unpack_from
from typing import TYPE_CHECKING, Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import asBytes
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EM = 1000
_END_OF_GLYPH = b"\x0e"
_SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x370, 0x460),
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2027),
    *(0x2030, 0x2032, 0x20AC, 0x2122, 0x2192, 0x2212),
)
"""Latin with all its accents, Greek, Cyrillic, dashes, quotes, the euro and the arrow."""
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def
/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
"""
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_MOST_IN_A_BLOCK = 100


@dataclass(frozen=True, slots=True)
class Face:
    """What reportlab asks of a face: its name, and how far it reaches above and under the line (in 1/1000)."""

    name: str
    ascent: int
    descent: int
    builtIn: bool = False  # noqa: N815 -- the name that reportlab asks for


class OpenTypeFont:
    """A font that reportlab can write with; the names without an underscore are those that it asks for."""

    _multiByte = 1  # noqa: N815 -- the name that reportlab asks for
    _dynamicFont = 0  # noqa: N815 -- the name that reportlab asks for
    shapable = False

    def __init__(self, name: str, path: Path) -> None:
        self.fontName = self.name = name
        self.substitutionFonts: list[Any] = []
        self._tables = _Tables(path.read_bytes())
        self.face = Face(name, *self._tables.reach)
        self._glyphs = self._tables.glyphs
        self._widths = {chr(ord_): self._tables.advance(glyph) for ord_, glyph in self._glyphs.items()}
        self._codes = {chr(ord_): _escaped(glyph) for ord_, glyph in self._glyphs.items()}
        self._no_code = _escaped(0)
        self._none = self._tables.advance(0)

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:  # noqa: ARG002, N802 -- as reportlab calls it
        """The width of a text at a size, in points."""
        widths, none = self._widths, self._none
        return 0.001 * size * sum([widths.get(sign, none) for sign in text])

    def formatForPdf(self, text: str) -> str:  # noqa: N802 -- as reportlab calls it
        """The text as the numbers of its glyphs, escaped."""
        codes, none = self._codes, self._no_code
        return "".join([codes.get(sign, none) for sign in text])

    def addObjects(self, doc: Any) -> None:  # noqa: N802 -- as reportlab calls it
        """Puts the font in a document, the first time that it writes with it."""
        internal = f"F{len(doc.fontMapping) + 1}"
        base = PDFName(f"WKPLTS+{self.fontName}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType0"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "DW": self._none,
                "W": self._width_array,
                "FontDescriptor": doc.Reference(self._descriptor(doc, base)),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "Name": PDFName(internal),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(_stream(self._to_unicode, {})),
            }
        )
        doc.idToObject["BasicFonts"].dict[internal] = doc.Reference(font, internal)
        doc.fontMapping[self.fontName] = f"/{internal}"

    def _descriptor(self, doc: Any, base: Any) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 32,
                "FontBBox": PDFArray([-700, self.face.descent, 2500, self.face.ascent]),
                "ItalicAngle": 0,
                "Ascent": self.face.ascent,
                "Descent": self.face.descent,
                "CapHeight": 727,
                "StemV": 90,
                "FontFile3": doc.Reference(_stream(self._outlines, {"Subtype": PDFName("CIDFontType0C")})),
            }
        )

    @cached_property
    def _width_array(self) -> str:
        """The widths as they are written: made once, as there are a thousand of them in each document."""
        known = {glyph: self._tables.advance(glyph) for glyph in self._glyphs.values()}
        return "[" + " ".join(f"{glyph} [{known[glyph]}]" for glyph in sorted(known)) + "]"

    @cached_property
    def _outlines(self) -> bytes:
        """The outlines, packed; made once, as packing is the slowest part of a document."""
        return zlib.compress(self._tables.outlines(frozenset(self._glyphs.values())))

    @cached_property
    def _to_unicode(self) -> bytes:
        """Which sign each glyph is, so that a reader can search and copy the text."""
        signs = {glyph: ord_ for ord_, glyph in reversed(self._glyphs.items())}
        lines = [f"<{glyph:04X}> <{signs[glyph]:04X}>" for glyph in sorted(signs) if signs[glyph] <= 0xFFFF]
        blocks = [lines[at : at + _MOST_IN_A_BLOCK] for at in range(0, len(lines), _MOST_IN_A_BLOCK)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return zlib.compress(asBytes(_CMAP_HEAD + body + _CMAP_TAIL))


def _escaped(glyph: int) -> str:
    """The number of a glyph as it stands in a text of a document."""
    return str(escapePDF(glyph.to_bytes(2, "big")))


def _stream(packed: bytes, entries: Mapping[str, Any]) -> PDFStream:
    """A stream that is packed already."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode"), **entries}), packed, filters=())


class _Tables:
    """The tables of an OpenType file that a document needs."""

    def __init__(self, data: bytes) -> None:
        count = unpack_from(">H", data, 4)[0]
        self._data = data
        self._at = {bytes(data[at : at + 4]): unpack_from(">LL", data, at + 8) for at in range(12, 12 + 16 * count, 16)}
        self._per_em = int(unpack_from(">H", data, self._at[b"head"][0] + 18)[0])
        self._long_advances = unpack_from(">H", data, self._at[b"hhea"][0] + 34)[0]

    @property
    def reach(self) -> tuple[int, int]:
        """Ascent and descent."""
        ascent, descent = unpack_from(">hh", self._data, self._at[b"hhea"][0] + 4)
        return self._scaled(ascent), self._scaled(descent)

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """The glyph of each sign that a document may hold."""
        found = self._characters()
        return {ord_: found[ord_] for ord_ in _SIGNS if ord_ in found}

    def advance(self, glyph: int) -> int:
        """How wide a glyph is."""
        number = min(glyph, self._long_advances - 1)
        return self._scaled(unpack_from(">H", self._data, self._at[b"hmtx"][0] + 4 * number)[0])

    def outlines(self, kept: frozenset[int]) -> bytes:
        """The table of outlines, in which all glyphs but these are empty."""
        begin, length = self._at[b"CFF "]
        table = bytearray(self._data[begin : begin + length])
        for glyph, (at, end) in enumerate(_glyph_places(table)):
            if glyph and glyph not in kept:
                table[at:end] = _END_OF_GLYPH * (end - at)
        return bytes(table)

    def _characters(self) -> dict[int, int]:
        """Sign to glyph, from the table in which groups of signs that follow each other stand (format 12)."""
        begin = self._at[b"cmap"][0]
        for number in range(unpack_from(">H", self._data, begin + 2)[0]):
            at = begin + unpack_from(">L", self._data, begin + 8 + 8 * number)[0]
            if unpack_from(">H", self._data, at)[0] == 12:
                groups = (unpack_from(">LLL", self._data, at + 16 + 12 * n) for n in range(self._groups(at)))
                return {ord_: glyph + ord_ - first for first, last, glyph in groups for ord_ in range(first, last + 1)}
        raise ValueError("no table of characters")

    def _groups(self, at: int) -> int:
        return int(unpack_from(">L", self._data, at + 12)[0])

    def _scaled(self, units: int) -> int:
        return round(units * _EM / self._per_em)


def _glyph_places(table: bytearray) -> list[tuple[int, int]]:
    """Where each glyph begins and ends; the list of them stands where the top dictionary says (operator 17)."""
    _names, after = _index(table, table[2])
    tops, _after = _index(table, after)
    places, _end = _index(table, _operand(table, *tops[0], 17))
    return places


def _index(table: bytearray, at: int) -> tuple[list[tuple[int, int]], int]:
    """The begin and end of each item of an INDEX, and where the INDEX ends."""
    count = unpack_from(">H", table, at)[0]
    if not count:
        return [], at + 2
    size = table[at + 2]
    base = at + 3
    offsets = [int.from_bytes(table[base + size * n : base + size * (n + 1)], "big") for n in range(count + 1)]
    data = base + size * (count + 1) - 1
    return [(data + offsets[n], data + offsets[n + 1]) for n in range(count)], data + offsets[-1]


def _operand(table: bytearray, at: int, end: int, operator: int) -> int:
    """The last number before an operator of a dictionary."""
    number = 0
    while at < end:
        first = table[at]
        if first <= 21:
            if first == operator:
                return number
            at += 2 if first == 12 else 1
        else:
            number, at = _number(table, at)
    raise ValueError("no list of glyphs")


def _number(table: bytearray, at: int) -> tuple[int, int]:
    """A number of a dictionary, and where the next thing begins; a fraction (30) is passed over."""
    first = table[at]
    if first == 28:
        return int(unpack_from(">h", table, at + 1)[0]), at + 3
    if first == 29:
        return int(unpack_from(">l", table, at + 1)[0]), at + 5
    if first == 30:
        while table[at + 1] & 0x0F != 0x0F:
            at += 1
        return 0, at + 2
    if first <= 246:
        return first - 139, at + 1
    return 0, at + 2
