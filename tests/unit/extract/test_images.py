"""Pictures are read from the site's folders only, and only if they are pictures."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image as Picture

from pipeline.diagnostics.text import HugePhoto, MissingPhoto, OutsidePhoto, RemotePhoto, UnreadablePhoto
from pipeline.extract import images
from pipeline.extract.images import read_image, unfit_portrait
from pipeline.model import Image
from pipeline.source import Located, Span

SPAN = Span("page.md", 3, 8)


def picture(kind: str, size: tuple[int, int] = (30, 40)) -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", size, "#336699").save(out, kind)
    return out.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("static/images", "content/talks", "elsewhere"):
        (tmp_path / "site" / name).mkdir(parents=True)
    (tmp_path / "site/static/images/a b.png").write_bytes(picture("PNG"))
    (tmp_path / "site/static/images/a.jpg").write_bytes(picture("JPEG"))
    (tmp_path / "site/content/a.webp").write_bytes(picture("WEBP"))
    (tmp_path / "site/content/talks/a.gif").write_bytes(picture("GIF"))
    (tmp_path / "site/elsewhere/secret.png").write_bytes(picture("PNG"))
    (tmp_path / "secret.png").write_bytes(picture("PNG"))
    return tmp_path / "site"


def roots(site: Path) -> list[Path]:
    return [site / "static", site / "content", site / "content/talks"]


@pytest.mark.parametrize(
    ("reference", "media_type"),
    [
        ("/images/a b.png", "image/png"),
        ("/images/a%20b.png?v=2#x", "image/png"),
        ("images/a.jpg", "image/jpeg"),
        ("images\\a.jpg", "image/jpeg"),
        ("../a.webp", "image/webp"),
        ("a.gif", "image/gif"),
        ("./images/../images/a.jpg", "image/jpeg"),
    ],
)
def test_a_picture_is_found_in_the_sites_folders(site: Path, reference: str, media_type: str):
    image, problem = read_image(Located(reference, SPAN), roots(site))
    assert problem is None
    assert (image.reference, image.media_type, image.width, image.height) == (reference, media_type, 30, 40)
    assert image.data


@pytest.mark.parametrize("reference", ["/images/nobody.png", "images", "", "x" * 5000, "a\x00.png", "A.GIF/x"])
def test_a_missing_picture_is_reported(site: Path, reference: str):
    assert read_image(Located(reference, SPAN), roots(site)) == (Image(reference), MissingPhoto(SPAN, reference))


def test_where_there_are_no_folders_every_picture_is_missing():
    assert read_image(Located("/a.png", SPAN), []) == (Image("/a.png"), MissingPhoto(SPAN, "/a.png"))


@pytest.mark.parametrize(
    "reference", ["../../elsewhere/../../secret.png", "%2e%2e/%2e%2e/%2e%2e/secret.png", "/../../../secret.png"]
)
def test_a_path_that_leaves_the_site_is_refused(site: Path, reference: str):
    assert read_image(Located(reference, SPAN), roots(site)) == (Image(reference), OutsidePhoto(SPAN, reference))


def test_a_link_that_leaves_the_site_is_refused(site: Path):
    (site / "static/link.png").symlink_to(site / "elsewhere/secret.png")
    (site / "static/folder").symlink_to(site / "elsewhere")
    for reference in ("/link.png", "/folder/secret.png"):
        assert read_image(Located(reference, SPAN), [site / "static"])[1] == OutsidePhoto(SPAN, reference)


def test_a_loop_of_links_is_a_missing_picture(site: Path):
    (site / "static/one").symlink_to(site / "static/two")
    (site / "static/two").symlink_to(site / "static/one")
    assert read_image(Located("/one/x.png", SPAN), roots(site))[1] == MissingPhoto(SPAN, "/one/x.png")


@pytest.mark.parametrize(
    "reference",
    ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AAAA", "file:///etc/passwd", " HTTP://x/y.png"],
)
def test_nothing_is_fetched(site: Path, reference: str):
    assert read_image(Located(reference, SPAN), roots(site)) == (Image(reference), RemotePhoto(SPAN, reference))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it is no PNG, JPEG, WebP or GIF"),
        (b"", "it is no PNG, JPEG, WebP or GIF"),
        (picture("BMP"), "it is no PNG, JPEG, WebP or GIF"),
        (picture("PNG")[:60], "the file is damaged or may not be read"),
    ],
)
def test_what_is_no_picture_is_reported(site: Path, data: bytes, reason: str):
    (site / "static/x.png").write_bytes(data)
    assert read_image(Located("/x.png", SPAN), roots(site)) == (Image("/x.png"), UnreadablePhoto(SPAN, "/x.png", reason))


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_a_picture_of_too_many_pixels_is_never_decoded(site: Path, side: int):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    (site / "static/bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b""))
    _, problem = read_image(Located("/bomb.png", SPAN), roots(site))
    assert problem == UnreadablePhoto(SPAN, "/bomb.png", "it has more than 50 million pixels")


def test_a_file_that_is_too_large_is_not_read(site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "LARGEST_FILE", 10)
    _, problem = read_image(Located("/images/a.jpg", SPAN), roots(site))
    assert problem == UnreadablePhoto(SPAN, "/images/a.jpg", "the file is larger than 20 MB")


@pytest.mark.parametrize(
    ("width", "height", "kind"),
    [
        (240, 300, None),
        (168, 187, None),
        (120, 240, None),
        (4000, 4000, None),
        (900, 300, "elongated-photo"),
        (300, 601, "elongated-photo"),
        (119, 200, "small-photo"),
        (4001, 4000, "huge-photo"),
    ],
)
def test_a_portrait_has_a_shape_and_a_size(width: int, height: int, kind: str | None):
    problem = unfit_portrait(Located("/a.png", SPAN), Image("/a.png", b"data", "image/png", width, height))
    assert (problem and problem.kind()) == kind


def test_a_portrait_of_many_bytes_is_huge():
    image = Image("/a.png", b"x" * 5_000_001, "image/png", 240, 300)
    assert unfit_portrait(Located("/a.png", SPAN), image) == HugePhoto(SPAN, "/a.png", 240, 300, 5_000_001)


def test_of_a_missing_portrait_nothing_more_is_said():
    assert unfit_portrait(Located("/a.png", SPAN), Image("/a.png")) is None
