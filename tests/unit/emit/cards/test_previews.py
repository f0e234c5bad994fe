"""The pictures beside links: one for each session, whose words fit whatever they are; the conference's for all else."""

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.previews import MOST, Previews, previews
from pipeline.emit.cards.previews.canvas import MARGIN, SIZE, WIDTH
from pipeline.emit.cards.previews.lettering import Lettering, fitted
from pipeline.emit.cards.site import sites
from pipeline.emit.offline import worker
from pipeline.model import Artifact, Edition, Kind, Session, Track
from tests.builders import edition, event, picture, program, sample_edition, session, speaker, talk
from tests.pages import files, only, pages

EVENT = event("Tides", url="https://tides.example/", tracks=(Track("Waves", "#1c74cc"),))


def made(of: Edition) -> Previews:
    return previews(sites(Guide(of, Gallery.of(of.program)))[0])


def drawn(*sessions: Session) -> Mapping[str, Image.Image]:
    """The pictures of these sessions' pages under their paths."""
    pictures = made(edition(of=program(*sessions, event_=EVENT)))
    return {one.path: Image.open(io.BytesIO(one.data)) for one in pictures.artifacts}


def ink(raster: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything is drawn there."""
    return raster.crop(box).getextrema() != (0, 0)


def test_every_session_but_breaks_has_a_picture_of_its_own_in_both_languages():
    everything = files(sample_edition())
    shown = {
        path: only(tree, 'meta[property="og:image"]').attributes["content"] or ""
        for path, tree in pages(everything).items()
        if "sessions/" in path
    }
    base, common = "https://lakeside.example/2026/", "assets/preview.png"
    ids = [one.id for one in sample_edition().program.sessions]
    assert shown == {
        f"{tree}sessions/{id_}.html": base + (common if id_ == "coffee" else f"previews/{id_}.png")
        for tree in ("", "zh/")
        for id_ in ids
    }
    assert {one.removeprefix(base) for one in shown.values()} <= everything.keys()
    assert {Image.open(io.BytesIO(data)).size for path, data in everything.items() if path.startswith("previews/")} == {SIZE}


def test_a_program_of_very_many_sessions_has_one_picture_for_all():
    many = [session(f"S{number}", id=f"s{number}") for number in range(MOST + 1)]
    assert [len(drawn(*some)) for some in (many[:2], many)] == [3, 1]


def test_a_session_whose_letters_are_lacking_has_the_conferences_picture():
    assert sorted(drawn(session("ज्वार", id="a"), session("Łódź 潮", id="b"))) == ["assets/preview.png", "previews/b.png"]


def test_the_track_colours_the_bar():
    raster = drawn(session(id="a", track="Waves"))["previews/a.png"].convert("RGB")
    assert raster.getpixel((5, 300)) == (119, 172, 224)  # #1c74cc, two fifths lighter


@pytest.mark.parametrize(("speakers", "shown"), [(1, True), (2, False)])
def test_who_speaks_alone_is_shown(speakers: int, shown: bool):  # noqa: FBT001  # a parameter
    ada, bo = (speaker(name, photo=picture("#ffffff", (300, 400))) for name in ("Ada Brook", "Bo Reed"))
    raster = drawn(session("Ebb", "2026-10-15 09:00/10:00", talk("Ebb", *(ada, bo)[:speakers]), id="a"))["previews/a.png"]
    assert ink(raster, (SIZE[0] - MARGIN - 200, MARGIN + 20, SIZE[0] - MARGIN - 50, MARGIN + 200)) == shown


@pytest.mark.parametrize(
    "title",
    ["Ebb", "A Rather Long Title of a Session " * 3, "潮汐与海岸的漫长历史" * 20, "x" * 3_000, "i" * 100_000, "Wide W" * 70],
)
def test_words_of_any_length_keep_within_the_margins(title: str):
    of = session(
        title, "2026-10-15 09:00/10:00", talk(title, speaker(title), speaker(f"{title}2")), id="a", track="Waves", venue_text=title
    )
    raster = drawn(of)["previews/a.png"]
    assert not ink(raster, (SIZE[0] - MARGIN + 4, 0, *SIZE))
    assert not ink(raster, (MARGIN, SIZE[1] - MARGIN // 2, *SIZE))
    assert not ink(raster, (MARGIN, 0, SIZE[0], MARGIN // 2))


def test_a_text_shrinks_then_wraps_then_ends_in_an_ellipsis():
    lettering = Lettering.of("A title that goes on")
    fonts = [(lettering.font(60, bold=True), 1), (lettering.font(40, bold=True), 2)]
    blocks = [fitted("A title that goes on " * times, fonts, WIDTH) for times in (1, 3, 40)]
    assert [(block.font.size, len(block.lines), block.lines[-1][-1]) for block in blocks] == [
        (60, 1, "n"),
        (40, 2, "n"),
        (40, 2, "…"),
    ]


def test_breaks_have_no_picture_and_phones_keep_none():
    assert "previews/a.png" not in drawn(session("Coffee", id="a", kind=Kind.BREAK))
    assert "previews/a.png" not in worker([Artifact("index.html", b""), Artifact("previews/a.png", b"")]).data.decode()
