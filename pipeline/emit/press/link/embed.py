"""The faces of a document as PDF fonts: of each one subset, with all glyphs that any page shows (ISO 32000-2, 9.7)."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from pipeline.emit.fonts import Face, numbered_face
from pipeline.emit.press.link.lettering import Lettering

_CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{characters}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
# Of a font's flags (9.8.2): its encoding is its own; it has serifs; it is italic.
_SYMBOLIC, _SERIF, _ITALIC = 1 << 2, 1 << 1, 1 << 6


def embedded(pdf: Pdf, faces: Sequence[Face], lettering: Lettering) -> Dictionary:
    """The dictionary of fonts that all pages share, under every name that content streams call one."""
    fonts = {
        number: pdf.make_indirect(_font(pdf, faces[number], glyphs, number, lettering))
        for number, glyphs in sorted(lettering.used.items())
    }
    return Dictionary({f"/{name}": fonts[number] for name, number in sorted(lettering.names.items())})


def _font(pdf: Pdf, face: Face, glyphs: Mapping[int, str], number: int, lettering: Lettering) -> Dictionary:
    data = numbered_face(face, glyphs)
    tag = "".join(chr(65 + byte % 26) for byte in sha256(data).digest()[:6])
    bold = "-Bold" if face.weight > 400 else ""  # noqa: PLR2004 - CSS's normal weight
    name = Name(f"/{tag}+{face.family.replace(' ', '-')}{bold}{'-Italic' if face.style == 'italic' else ''}")
    widths = {glyph: lettering.width(number, glyph) for glyph in sorted(glyphs)}
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        W=Array(_rows(widths)),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, face, name, data, max(widths.values()), lettering.font(number))),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(_cmap(glyphs)),
    )


def _descriptor(pdf: Pdf, face: Face, name: Name, data: bytes, widest: int, font: "hb.Font") -> Dictionary:
    extents, em = font.get_font_extents("ltr"), font.face.upem
    ascent, descent = round(extents.ascender * 1000 / em), round(extents.descender * 1000 / em)
    flags = _SYMBOLIC | (_SERIF if "Serif" in face.family else 0) | (_ITALIC if face.style == "italic" else 0)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        FontFamily=String(face.family),
        Flags=flags,
        FontBBox=Array([0, descent, widest, ascent]),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=ascent,
        StemV=80,
        FontFile2=Stream(pdf, data, Length1=len(data)),
    )


def _rows(widths: Mapping[int, int]) -> list[object]:
    """Widths as PDF has them (9.7.4.3): the first of glyphs in a row, and their widths."""
    rows: list[object] = []
    row: list[int] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            row = []
            rows += [glyph, row]
        row.append(widths[glyph])
    return [Array(one) if isinstance(one, list) else one for one in rows]


def _cmap(glyphs: Mapping[int, str]) -> bytes:
    """Which text each glyph stands for (9.10.3)."""
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(glyphs.items()) if text]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    characters = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return _CMAP.format(characters=characters).encode()
