"""Pictures: once for each use at its size, without metadata; what cannot be read is initials."""

import io
from collections.abc import Mapping

import pytest
from PIL import Image as Raster
from selectolax.lexbor import LexborHTMLParser

from pipeline.model import Event, Image
from tests.builders import edition, event, picture, program, sample_edition, session, speaker, talk, venue
from tests.pages import files, only, pages, words


def photographed(photo: Image | None) -> Mapping[str, bytes]:
    return files(edition(session("S", "2026-10-15 09:00/10:00", talk("S", speaker("Ada Example", photo=photo)), id="s")))


def published(made: Mapping[str, bytes]) -> list[str]:
    """What is published of pictures, but the same again as WebP."""
    return [path for path in made if path.startswith("photos/") and not path.endswith(".webp")]


def test_a_portrait_is_published_once_for_each_use_at_its_size():
    made = photographed(picture(size=(3000, 4000), kind="JPEG"))
    sizes = [Raster.open(io.BytesIO(made[path])).size for path in published(made)]
    assert sizes == [(270, 360), (144, 144)]


def test_a_photo_lies_the_right_way_up_and_keeps_no_metadata():
    out = io.BytesIO()
    exif = Raster.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "camera"
    Raster.new("RGB", (800, 400), "teal").save(out, "JPEG", exif=exif, comment=b"at home")
    made = photographed(Image("/a.jpg", out.getvalue(), "image/jpeg", 800, 400))
    [portrait, _] = [Raster.open(io.BytesIO(made[path])) for path in published(made)]
    assert portrait.size == (180, 360)
    assert dict(portrait.getexif()) == {}
    assert set(portrait.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_two_speakers_with_the_same_photo_share_the_file():
    talks = (talk("A", speaker("Ada A", photo=picture())), talk("B", speaker("Bo B", photo=picture(reference="/images/b.png"))))
    assert len(published(files(edition(session("S", "2026-10-15 09:00/10:00", *talks))))) == 2


@pytest.mark.parametrize("data", [None, b"", b"no picture", (picture(kind="PNG").data or b"")[:60]])
def test_initials_stand_in_for_a_photo_that_cannot_be_read(data: bytes | None):
    made = photographed(Image("/a.png", data))
    assert published(made) == []
    assert words(only(LexborHTMLParser(made["sessions/s.html"].decode()), ".body .initials")) == "AE"


def test_a_decompression_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Raster, "MAX_IMAGE_PIXELS", 100)
    assert published(photographed(picture(size=(12, 12)))) == []
    assert published(photographed(picture(size=(50, 50)))) == []


def test_a_transparent_picture_keeps_its_transparency():
    out = io.BytesIO()
    Raster.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    made = photographed(Image("/a.png", out.getvalue(), "image/png", 300, 300))
    assert [Raster.open(io.BytesIO(made[path])).mode for path in published(made)] == ["RGBA", "RGBA"]


def test_the_logo_is_on_the_home_page_and_the_map_with_the_rooms():
    of = program(
        session(venue="hall"),
        event_=event(logo=picture(size=(900, 300)), map=picture("#ffffff", (2000, 1000))),
        venues=(venue("Hall"),),
    )
    made = pages(files(edition(of=of)))
    assert only(made["index.html"], "img.logo").attributes["width"] == "640"
    assert only(made["rooms.html"], ".map img").attributes["width"] == "1600"


def test_a_picture_stands_beside_links_to_the_pages():
    made = files(sample_edition())
    drawn = Raster.open(io.BytesIO(made["assets/preview.png"]))
    assert (drawn.size, len(drawn.convert("RGB").getcolors(1000) or ()) > 10) == ((1200, 630), True)
    others = [tree for path, tree in pages(made).items() if "sessions/" not in path]
    addresses = {only(tree, 'meta[property="og:image"]').attributes["content"] for tree in others}
    assert addresses == {"https://lakeside.example/2026/assets/preview.png"}


@pytest.mark.parametrize(
    "about", [event("C"), event("सम्मेलन", url="https://c.example/"), event("Tide \U0001f30a", url="https://c.example/")]
)
def test_there_is_no_picture_without_an_address_or_without_the_letters(about: Event):
    made = files(edition(of=program(session(), event_=about)))
    assert "assets/preview.png" not in made
    assert page_of(made).css('meta[property="og:image"]') == []


def page_of(made: Mapping[str, bytes]) -> LexborHTMLParser:
    return LexborHTMLParser(made["index.html"].decode())


def test_a_title_without_end_is_drawn_as_far_as_there_is_room():
    of = program(session(), event_=event("潮" * 5_000 + "x" * 5_000, url="https://c.example/"))
    assert Raster.open(io.BytesIO(files(edition(of=of))["assets/preview.png"])).size == (1200, 630)


def test_a_portrait_is_offered_as_webp_first():
    made = photographed(picture(size=(300, 400), kind="JPEG"))
    offered = only(pages(made)["sessions/s.html"], ".body picture")
    paths = [only(offered, "source").attributes["srcset"], only(offered, "img").attributes["src"]]
    assert [Raster.open(io.BytesIO(made[(path or "").removeprefix("../")])).format for path in paths] == ["WEBP", "JPEG"]
    webp = Raster.open(io.BytesIO(made[(paths[0] or "").removeprefix("../")]))
    assert webp.size == (270, 360)
    assert dict(webp.getexif()) == {}
