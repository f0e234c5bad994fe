"""The author's files are replaced whole, within the site, and keep what they are."""

from pathlib import Path

import pytest

from pipeline.mend.files import name_in, real_path, replace_file, rewritten, site_of
from pipeline.refusal import PublishError


def test_a_file_keeps_its_permissions(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o640)

    replace_file(page, b"new")

    assert page.read_bytes() == b"new"
    assert page.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(PublishError, match="cannot write"):
        replace_file(tmp_path / "gone" / "page.md", b"new")


def test_what_lies_outside_the_site_is_not_touched(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "other.md").write_text("x")
    (site / "link.md").symlink_to(tmp_path / "other.md")

    assert [real_path(site, name) for name in ("link.md", "../other.md", "none.md")] == [None, None, None]


def test_a_link_within_the_site_is_followed(tmp_path: Path):
    (tmp_path / "page.md").write_text("x")
    (tmp_path / "link.md").symlink_to("page.md")

    assert real_path(tmp_path, "link.md") == (tmp_path / "page.md").resolve()


@pytest.mark.parametrize(
    ("data", "new"),
    [
        (b"a\r\nb\r\n", b"c\r\nd\r\n"),
        (b"a\nb\n", b"c\nd\n"),
        (b"a\rb\r", b"c\rd\r"),
        (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfc\nd\n"),
    ],
)
def test_a_rewritten_file_keeps_its_line_ends_and_its_mark(data: bytes, new: bytes):
    assert rewritten(data, "a\nb\n", "c\nd\n") == new


def test_a_file_that_has_changed_is_not_rewritten():
    assert rewritten(b"other\n", "a\n", "b\n") is None


def test_a_pages_site_is_the_nearest_folder_with_a_configuration(tmp_path: Path):
    folder = tmp_path / "content" / "sessions"
    folder.mkdir(parents=True)
    page = folder / "page.md"
    assert site_of(page) == folder
    (tmp_path / "hugo.toml").write_text("")
    assert site_of(page) == tmp_path
    (tmp_path / "content" / "program.toml").write_text("")
    assert site_of(page) == tmp_path / "content"
    assert name_in(site_of(page), page) == "sessions/page.md"
