"""The site's own fonts: what they say of themselves, and files that are no fonts, too large, or elsewhere."""

import struct
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from pipeline.config import Config, Design
from pipeline.emit.fonts import WESTERN, Face, cut_faces
from pipeline.extract import fonts, theme
from pipeline.extract.fonts import read_font
from pipeline.extract.site import Site
from pipeline.model import FontFile
from pipeline.source import Located, Span

SANS = "notosans/NotoSans[wdth,wght].ttf"


def truetype(weight: int = 400) -> bytes:
    """A real font of a few letters."""
    (face,) = cut_faces("abc", [Face("Sans", WESTERN, SANS, weight, axes=(("wght", weight), ("wdth", 100)))])
    return face.data


def edited(data: bytes, *, woff2: bool = False, italic: bool = False) -> bytes:
    font = TTFont(BytesIO(data))
    font["OS/2"].fsSelection |= italic
    font.flavor = "woff2" if woff2 else None
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def read(folder: Path, data: bytes, name: str = "fonts/a.woff2") -> FontFile | str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    font, problem = read_font(Located(name, Span("program.toml", 3)), [folder])
    assert (font is None) != (problem is None)
    return font or problem.message  # type: ignore[union-attr]  # as asserted


@pytest.mark.parametrize("weight", [400, 700])
def test_a_font_says_how_bold_it_is_and_whether_it_slants(tmp_path: Path, weight: int):
    plain = edited(truetype(weight))
    packed = edited(truetype(weight), woff2=True, italic=True)
    assert read(tmp_path, plain, "a.ttf") == FontFile(plain, "ttf", (weight, weight), italic=False)
    assert read(tmp_path, packed, "a.woff2") == FontFile(packed, "woff2", (weight, weight), italic=True)


def test_a_font_is_what_is_in_it_and_not_what_it_is_called(tmp_path: Path):
    font = read(tmp_path, edited(truetype(), woff2=True), "a.ttf")
    assert isinstance(font, FontFile)
    assert font.kind == "woff2"


def test_a_variable_font_has_a_range_of_weights(tmp_path: Path):
    font = TTFont(BytesIO(truetype()))
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 200, 400, 900, "Weight")], [])
    out = BytesIO()
    font.save(out)
    made = read(tmp_path, out.getvalue(), "a.ttf")
    assert isinstance(made, FontFile)
    assert made.weights == (200, 900)


def bomb() -> bytes:
    """A WOFF2 file of some kilobytes that would unpack to 64 MB."""
    sound = edited(truetype(), woff2=True)
    length = struct.unpack_from(">I", sound, 20)[0]
    made = bytearray(sound[: len(sound) - length - -length % 4] + brotli.compress(bytes(64_000_000), quality=5))
    struct.pack_into(">I", made, 8, len(made))
    struct.pack_into(">I", made, 20, len(made) - len(sound) + length + -length % 4)
    return bytes(made)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no WOFF2, TrueType or OpenType file"),
        (b"<svg onload='alert(1)'/>", "it is no WOFF2, TrueType or OpenType file"),
        (b"wOF2", "it is damaged"),
        (b"\0\1\0\0", "it is damaged"),
        (b"\0\1\0\0" + bytes(40), "it lacks tables that every font has"),
        (truetype()[:200], "it is damaged"),
        (b"wOF2" + bytes(range(200)), "it is damaged"),
        (edited(truetype(), woff2=True)[:-100], "it is damaged"),
        (bytes(fonts.LARGEST_FILE + 1), "it is larger than 2 MB"),
    ],
)
def test_what_is_no_font_is_reported(tmp_path: Path, data: bytes, reason: str):
    assert read(tmp_path, data) == f"font 'fonts/a.woff2' cannot be used: {reason}"


def test_a_small_file_that_unpacks_to_very_much_is_not_unpacked(tmp_path: Path):
    data = bomb()
    assert len(data) < 100_000
    assert read(tmp_path, data) == "font 'fonts/a.woff2' cannot be used: it is damaged, or unpacks to more than 30 MB"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fonts/none.woff2", "there is no such file"),
        ("../secret.woff2", "it is outside the site"),
        ("link.woff2", "it is outside the site"),
        ("https://fonts.example/a.woff2", "it is on the web, and pages load nothing from elsewhere"),
    ],
)
def test_fonts_come_from_the_site_alone(tmp_path: Path, name: str, reason: str):
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret.woff2").write_bytes(edited(truetype(), woff2=True))
    (site / "link.woff2").symlink_to(tmp_path / "secret.woff2")
    font, problem = read_font(Located(name, Span("program.toml")), [site])
    assert font is None
    assert problem is not None
    assert problem.message == f"font '{name}' cannot be used: {reason}"


def test_a_font_has_at_most_so_many_files_and_each_once(tmp_path: Path):
    names = ["a.ttf", "a.ttf", *(f"{number}.ttf" for number in range(theme.MOST))]
    data = edited(truetype())
    for name in names:
        (tmp_path / name).write_bytes(data)
    named = tuple(Located(name, Span("program.toml", number)) for number, name in enumerate(names))
    made, problems = theme.read_theme(Config(design=Design(font=named)), Site(tmp_path))
    assert made.font is not None
    assert len(made.font.files) == theme.MOST
    assert [(problem.span.line, problem.message) for problem in problems] == [
        (theme.MOST + 1, "font '19.ttf' cannot be used: a font has at most 20 files")
    ]
