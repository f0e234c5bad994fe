"""Cutting faces: exactly the characters of a text, static, whatever the machine."""

import io

import pytest
from fontTools.ttLib import TTFont

from pipeline.emit.booklet.faces import FACES
from pipeline.emit.fonts import CHINESE, WESTERN, CutFace, Face, cut_faces, uncovered

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
    (cut,) = cut_faces("A", [face]) or cut_faces("漢", [face])
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
