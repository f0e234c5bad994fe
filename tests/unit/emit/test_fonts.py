"""Cutting faces: exactly the characters of a text, static, whatever the machine."""

import io
from itertools import pairwise

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from pipeline.emit.booklet.faces import FACES
from pipeline.emit.fonts import CHINESE, WESTERN, CutFace, Face, cut_faces, numbered_face, setting, uncovered

SERIF = Face("Serif", WESTERN, "sourceserif4/SourceSerif4[opsz,wght].ttf", axes=(("opsz", 9), ("wght", 400)))
HAN = Face("Han", CHINESE, "notosanssc/NotoSansSC[wght].ttf", axes=(("wght", 400),))
MATHS = Face("Maths", WESTERN, "stixtwomath/STIXTwoMath-Regular.ttf", fallback=True)
ALWAYS = {" ", "-", "\u00a0", "\u2010"}


def characters(face: CutFace) -> set[str]:
    return set(map(chr, TTFont(io.BytesIO(face.data)).getBestCmap())) - ALWAYS


def test_a_face_holds_the_characters_of_the_text_and_no_others():
    (cut,) = cut_faces("abba ab", [SERIF])
    assert characters(cut) == {"a", "b"}


@pytest.mark.parametrize("face", FACES, ids=lambda face: f"{face.family} {face.weight} {face.style}")
def test_a_cut_face_is_static_truetype(face: Face):
    (cut,) = cut_faces(face.only or "A漢", [face])
    font = TTFont(io.BytesIO(cut.data))
    assert "glyf" in font
    assert {"fvar", "gvar", "CFF ", "CFF2"} & set(font.keys()) == set()


def test_two_weights_of_a_face_differ():
    bold = Face(HAN.family, HAN.package, HAN.file, 700, axes=(("wght", 700),))
    light, heavy = cut_faces("汉", [HAN, bold])
    assert light.data != heavy.data
    assert (light.weight, heavy.weight) == (400, 700)


def test_a_face_without_any_of_the_characters_is_left_out():
    assert [cut.family for cut in cut_faces("𝑥", [SERIF, MATHS])] == ["Serif", "Maths"]  # the serif keeps its space
    assert [cut.family for cut in cut_faces("x", [SERIF, MATHS])] == ["Serif"]


def test_a_fallback_holds_only_what_no_other_face_has():
    assert [characters(cut) for cut in cut_faces("x𝑥ℝ", [SERIF, MATHS])] == [{"x"}, {"𝑥", "ℝ"}]


def test_a_letter_typed_with_a_combining_mark_brings_the_composed_one():
    (cut,) = cut_faces("e\u0301", [SERIF])
    assert characters(cut) == {"e", "\u0301", "é"}


def numbers(face: CutFace) -> dict[int, int]:
    font = TTFont(io.BytesIO(face.data))
    return {point: font.getGlyphID(name) for point, name in font.getBestCmap().items()}


def test_in_a_numbered_cut_glyphs_have_the_numbers_of_the_file():
    one, other = (numbers(cut_faces(text, [SERIF], numbered=True)[0]) for text in ("za", "abcxyz"))
    assert one.items() <= other.items()
    assert numbers(cut_faces("za", [SERIF])[0])[ord("z")] != one[ord("z")]


def test_a_face_for_a_pdf_has_just_the_glyphs_asked_for():
    wanted = sorted(setting(SERIF).get_nominal_glyph(ord(letter)) for letter in "ov")
    font = TTFont(io.BytesIO(numbered_face(SERIF, wanted)))
    outlines = font["loca"].locations
    assert [glyph for glyph, (one, other) in enumerate(pairwise(outlines)) if one != other and glyph] == wanted
    assert {"cmap", "GSUB", "GPOS", "gvar", "name"} & set(font.keys()) == set()


def test_a_face_is_set_at_its_place_on_the_axes():
    light, heavy = (setting(Face("", WESTERN, SERIF.file, axes=(("opsz", 9), ("wght", weight)))) for weight in (400, 700))
    glyph = light.get_nominal_glyph(ord("w"))
    assert glyph
    assert light.get_glyph_h_advance(glyph) < heavy.get_glyph_h_advance(glyph)


def test_the_same_text_gives_the_same_bytes():
    assert cut_faces("Salt 盐", [SERIF, HAN]) == cut_faces("盐 tlaS", [SERIF, HAN])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Łódź, Đặng, Ελλάς, Москва, देव", ""),
        ("骉䶮翾 漢字 かな 한글", ""),
        ("∑ 𝑥 ℝ ☕ ✓ →", ""),
        ("ok 🎉 good 😀", "🎉😀"),
        ("سلام", "سلام"),
    ],
)
def test_what_the_booklet_cannot_print_is_known(text: str, missing: str):
    assert uncovered(text, FACES) == frozenset(missing)


def test_a_cut_face_keeps_what_its_designers_set_between_letters():
    serif = next(face for face in FACES if face.family == "Source Serif 4")
    chinese = next(face for face in FACES if face.family == "Noto Sans SC")
    assert width(serif, "AV") < width(serif, "A") + width(serif, "V")
    assert width(serif, "11", onum=True, pnum=True) < width(serif, "11", lnum=True, tnum=True)
    assert width(chinese, "，", halt=True) == width(chinese, "，") / 2


def width(face: Face, text: str, **features: bool) -> int:
    """How wide HarfBuzz sets a text in a cut of the face."""
    (cut,) = cut_faces(text, (face,))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(cut.data)), buffer, features)
    return sum(position.x_advance for position in buffer.glyph_positions)
