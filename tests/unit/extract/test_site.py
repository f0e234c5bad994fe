"""Which files of a folder are a program's, and where its pictures are."""

from pathlib import Path

import pytest

from pipeline.extract.site import program_pages, read_site
from pipeline.source import Source

PAGE = "---\ntitle: T\n---\n"


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE if name.endswith(".md") else "", encoding="utf-8")


def paths(pages: tuple[Source, ...]) -> list[str]:
    return [page.path for page in pages]


HUGO = ("config.toml", "content/Overview.md", "content/Schedule/_index.md", "content/Schedule/sessions/a.md", "static/images/x.png")


@pytest.mark.parametrize("folder", ["", "content", "content/Schedule/sessions"])
def test_a_hugo_site_is_found_from_its_root_its_content_and_a_folder_of_pages(tmp_path: Path, folder: str):
    make(tmp_path, *HUGO)
    site, problems = read_site(tmp_path / folder)
    assert problems == ()
    assert site.generator is not None
    assert site.roots[0] == tmp_path / "static"
    assert [Path(page).name for page in paths(program_pages(site.pages, ())[0])] == ["a.md"]


def test_folders_with_telling_names_hold_the_program(tmp_path: Path):
    make(tmp_path, "about.md", "Talks/b.md", "Talks/a.md", "pages/c.md", "Talks/_index.md", ".hidden/d.md")
    site, _ = read_site(tmp_path)
    assert paths(site.pages) == ["Talks/a.md", "Talks/b.md", "about.md"]
    assert paths(program_pages(site.pages, ())[0]) == ["Talks/a.md", "Talks/b.md"]


def test_the_configuration_names_the_folders(tmp_path: Path):
    make(tmp_path, "talks/a.md", "friday/b.md", "friday/deep/c.md")
    site, _ = read_site(tmp_path)
    assert program_pages(site.pages, ["friday"]) == (tuple(site.pages[:2]), True)
    assert paths(site.pages[:2]) == ["friday/b.md", "friday/deep/c.md"]


def test_line_ends_and_byte_order_marks_do_not_move_a_column(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n")
    site, _ = read_site(tmp_path)
    assert site.pages[0].text == "---\ntitle: T\n---\n"


def test_a_page_that_is_no_utf8_is_an_error_at_its_first_wrong_byte(tmp_path: Path):
    (tmp_path / "a.md").write_bytes("---\ntitle: 潮".encode() + "线".encode("gb18030"))
    site, problems = read_site(tmp_path)
    assert site.pages == ()
    assert [(str(p.span), p.kind()) for p in problems] == [("a.md:2:9", "unreadable-page")]


def test_a_page_larger_than_any_page_is_refused(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"x" * (4 * 2**20 + 1))
    assert [p.message for p in read_site(tmp_path)[1]] == ["this page cannot be read: it is larger than 4 MB"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    make(tmp_path, "secret.md", "site/a.md")
    (tmp_path / "site/b.md").symlink_to(tmp_path / "secret.md")
    assert paths(read_site(tmp_path / "site")[0].pages) == ["a.md"]


def test_collections_of_jekyll_and_components_are_pages_too(tmp_path: Path):
    make(tmp_path, "_talks/a.md", "_speakers/b.md", "src/talks/c.mdx")
    site, _ = read_site(tmp_path)
    assert paths(program_pages(site.pages, ())[0]) == ["_talks/a.md", "src/talks/c.mdx"]


# --- the site's own templates -------------------------------------------------------------------------------------------------


def test_templates_and_style_are_read_from_their_folder_alone(tmp_path):
    folder = tmp_path / "site" / "templates" / "cards"
    folder.mkdir(parents=True)
    (tmp_path / "secret.html").write_text("secret")
    for name in ("session.html", "extra.css", "notes.txt", ".hidden.html"):
        (folder / name).write_text(name)
    (folder / "link.html").symlink_to(tmp_path / "secret.html")
    (folder / "deep").mkdir()
    (folder / "deep" / "x.html").write_text("x")
    (folder.parent / "base.html").write_text("another generator's")

    site, problems = read_site(tmp_path / "site")

    assert problems == ()
    assert [(one.path, one.text) for one in site.templates] == [
        ("templates/cards/extra.css", "extra.css"),
        ("templates/cards/session.html", "session.html"),
    ]
    assert site.pages == ()


def test_a_folder_of_templates_that_is_elsewhere_is_not_read(tmp_path):
    (tmp_path / "elsewhere" / "cards").mkdir(parents=True)
    (tmp_path / "elsewhere" / "cards" / "session.html").write_text("secret")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "templates").symlink_to(tmp_path / "elsewhere")

    assert read_site(tmp_path / "site")[0].templates == ()
