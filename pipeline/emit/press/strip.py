"""What is taken out of a chunk's PDF before it is written, because it is the whole document's: page numbers and fonts.

Also the structure is made lean: WeasyPrint tags each line of a paragraph as an element of its own; here a paragraph holds its lines
(ISO 32000-2, 14.7.5.1.1), which halves the objects of a file. The functions change the ``pydyf.PDF`` that a ``finisher`` is shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.emit.press.objects import Font, Relocation

# WeasyPrint and pydyf have no types: a Document, a PDF, and a Stream, Dictionary or Array of it.
_Document = Any
_File = Any
_Item = Any

#: The families that make room for a page number, and whether it stands at the end of that room; see ``spelled``.
NUMBERS = {"Page Number": False, "Page Number Flush": True}

_SETS_FONT = re.compile(rb"/(\S+) (\S+) Tf")
_SHOWN = re.compile(rb"<([0-9a-f]+)>")
_STYLES = ("normal", "oblique", "italic")


@dataclass(frozen=True, slots=True)
class Stripped:
    """What was taken out."""

    relocations: tuple[Relocation, ...]
    fonts: tuple[Font, ...]


def spelled(number: int) -> str:
    """How a template's page number stands in a chunk: which anchor of the chunk it names, in four narrow digits or more.

    They are as wide as three digits of a folio.
    """
    return f"{number:04d}"


def strip(document: _Document, file: _File, targets: tuple[str, ...], mark: str) -> Stripped:
    """Takes out the numbers, which stand for ``targets``, and the fonts; the names of table cells get the ``mark`` of the chunk."""
    fonts = tuple(_fonts(document))
    relocations = tuple(_relocations(document, file, {font.key: font for font in fonts}, targets))
    _without_fonts(file)
    _embody(file)
    _lean(file)
    _name_cells(file, mark)
    return Stripped(relocations, tuple(font for font in fonts if font.family not in NUMBERS))


def _fonts(document: _Document) -> Iterator[Font]:
    """Each font once: WeasyPrint has one for each time that Pango found it, under the same key."""
    merged: dict[str, tuple[Any, dict[int, str]]] = {}
    for font in document.fonts.values():
        _, glyphs = merged.setdefault(font.hash, (font, {}))
        for glyph, text in font.to_unicode.items():
            glyphs[glyph] = glyphs.get(glyph) or text
    for key, (font, glyphs) in sorted(merged.items()):
        yield Font(key, font.family, int(font.weight), _STYLES[font.style], tuple(sorted(glyphs.items())))


def _relocations(document: _Document, file: _File, fonts: dict[str, Font], targets: tuple[str, ...]) -> Iterator[Relocation]:
    widths: dict[str, dict[int, int]] = {}
    for font in document.fonts.values():
        widths.setdefault(font.hash, {}).update(font.widths)
    for number, page in enumerate(_pages(file)):
        stream = _object(file, page["Contents"])
        kept: list[_Item] = []
        at, current, size = 0, None, 0.0
        for item in stream.stream:
            data = _bytes(item)
            if match := _SETS_FONT.fullmatch(data):
                current, size = fonts[match[1].decode()], float(match[2])
            if current and current.family in NUMBERS and (match or data.endswith(b"] TJ")):
                if not match:
                    codes = [int(code[start : start + 4], 16) for code in _SHOWN.findall(data) for start in range(0, len(code), 4)]
                    digits = dict(current.glyphs)
                    anchor = targets[int("".join(digits[code] for code in codes))]
                    width = sum(widths[current.key][code] for code in codes)
                    yield Relocation(number, at, anchor, current.weight, size, width, NUMBERS[current.family])
                data = b""
            kept.append(data)
            at += len(data) + 1
        stream.stream = kept


def _without_fonts(file: _File) -> None:
    """Empties the one dictionary of fonts that all resources of the chunk share: the linker fills it."""
    resources = _object(file, next(_pages(file))["Resources"])
    fonts = _object(file, resources["Font"])
    for reference in fonts.values():
        font = _object(file, reference)
        descriptor = _object(file, _object(file, font["DescendantFonts"][0])["FontDescriptor"])
        for stream in (font["ToUnicode"], descriptor["FontFile2"]):
            _object(file, stream).stream = []
    fonts.clear()


def _embody(file: _File) -> None:
    """An item of a list has a label and a body (ISO 32000-2, 14.8.4.8.2); what goes on overleaf comes without that body from WeasyPrint."""
    from pydyf import Array, Dictionary  # noqa: PLC0415  # comes with WeasyPrint

    for item in [one for one in _dictionaries(file) if one.get("S") == "/LI"]:
        loose = [kid for kid in item["K"] if _object(file, kid).get("S") not in {"/Lbl", "/LBody"}]
        if loose:
            body = Dictionary({"Type": "/StructElem", "S": "/LBody", "K": Array(loose), "Pg": item["Pg"], "P": item.reference})
            file.add_object(body)
            for kid in loose:
                _object(file, kid)["P"] = body.reference
            item["K"] = Array([kid for kid in item["K"] if kid not in loose] + [body.reference])


def _lean(file: _File) -> None:
    """Puts the text of each element that holds but one line, and says nothing else of it, into the element around it."""
    nums = _object(file, _object(file, file.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    lines = dict(zip(file.page_references, nums[1::2], strict=False))
    for element in _dictionaries(file):
        content = element.get("K", ())
        if element.get("S") == "/Span" and "Lang" not in element and len(content) == 1 and isinstance(content[0], int):
            around = _object(file, element["P"])
            around["K"][around["K"].index(element.reference)] = content[0]
            lines[element["Pg"]][content[0]] = around.reference
            element.clear()


def _name_cells(file: _File, mark: str) -> None:
    """Names of header cells are numbers within the file; with the mark they are unique in the whole document."""
    for element in _dictionaries(file):
        if "ID" in element:
            element["ID"].string = f"{mark}-{element['ID'].string}"  # the same value is in the cells that name it


def _dictionaries(file: _File) -> Iterator[_Item]:
    return (one for one in file.objects if isinstance(one, dict))


def _pages(file: _File) -> Iterator[_Item]:
    return (file.objects[number] for number in file.pages["Kids"][::3])


def _object(file: _File, reference: bytes) -> _Item:
    return file.objects[int(reference.split()[0])]


def _bytes(item: _Item) -> bytes:
    """An operator as it is written: text, bytes or a value of pydyf's."""
    if isinstance(item, bytes):
        return item
    return item.encode() if isinstance(item, str) else bytes(item.data)
