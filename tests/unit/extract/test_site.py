"""Which files of a folder are a program's, and where its pictures are."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.diagnostics import Problem
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


def reasons(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(str(one.span), one.message.removeprefix("this page cannot be read: ")) for one in problems]


_ELSEWHERE = "it is a link that leads out of the site, or to a hidden file"


@pytest.mark.parametrize("name", ["b.md", "talks.yaml", "program.toml", "hugo.toml", "pages/b.md"])
@pytest.mark.parametrize("target", ["secret.md", "site/.git/config"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, name: str, target: str):
    make(tmp_path, "secret.md", "site/a.md", "site/.git/config", "site/pages/a.md")
    (tmp_path / "site" / name).symlink_to(tmp_path / target)
    site, problems = read_site(tmp_path / "site")
    assert (paths(site.pages), paths(site.texts)) == (["a.md"], ["pages/a.md"])
    assert (site.program, site.generator) == (None, None)
    assert reasons(problems) == [(f"{name}:1:1", _ELSEWHERE)]


def test_a_link_within_the_site_is_followed(tmp_path: Path):
    make(tmp_path, "hugo.toml", "program.toml", "content/a.md")
    (tmp_path / "content/program.toml").symlink_to("../program.toml")
    (tmp_path / "content/b.md").symlink_to("a.md")
    site, problems = read_site(tmp_path / "content")
    assert (paths(site.pages), problems) == (["a.md", "b.md"], ())
    assert site.program is not None


@pytest.mark.parametrize("folder", ["content", "data", "static", "pages", "content/pages", "content/static", "templates"])
def test_a_folder_that_is_elsewhere_is_not_read(tmp_path: Path, folder: str):
    make(tmp_path, "site/hugo.toml", "elsewhere/secret.md", "elsewhere/talks.yaml", "elsewhere/cards/session.html")
    (tmp_path / "site" / folder).parent.mkdir(exist_ok=True)
    (tmp_path / "site" / folder).symlink_to(tmp_path / "elsewhere")
    site, _ = read_site(tmp_path / "site")
    assert (site.pages, site.texts, site.templates) == ((), (), ())
    assert not any(tmp_path / "elsewhere" in (root, root.resolve()) for root in site.roots)


def test_what_is_no_file_is_not_opened(tmp_path: Path):
    make(tmp_path, "a.md")
    os.mkfifo(tmp_path / "b.md")  # opening it would wait for ever
    (tmp_path / "c.md").symlink_to("c.md")
    site, problems = read_site(tmp_path)
    assert paths(site.pages) == ["a.md"]
    assert reasons(problems) == [("b.md:1:1", "it is no regular file"), ("c.md:1:1", os.strerror(errno.ELOOP))]


def test_a_page_that_vanishes_before_it_is_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make(tmp_path, "talks/a.md", "talks/b.md")
    listed = os.walk

    def walk(folder: Path, **arguments: Any) -> Iterator[Any]:
        yield from list(listed(folder, **arguments))
        (tmp_path / "talks/b.md").unlink(missing_ok=True)

    monkeypatch.setattr(os, "walk", walk)
    site, problems = read_site(tmp_path)
    assert paths(site.pages) == ["talks/a.md"]
    assert reasons(problems) == [("talks/b.md:1:1", os.strerror(errno.ENOENT))]
    assert "see that it is there" in problems[0].help


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make(tmp_path, "a.md", "talks/b.md")
    scan = os.scandir

    def denied(path: str) -> Any:
        if Path(path).name == "talks":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)  # root may list everything, so permissions alone would not do
    site, problems = read_site(tmp_path)
    assert paths(site.pages) == ["a.md"]
    assert reasons(problems) == [("talks:1:1", f"the folder cannot be listed ({os.strerror(errno.EACCES)})")]


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

    assert reasons(problems) == [("templates/cards/link.html:1:1", _ELSEWHERE)]
    assert [(one.path, one.text) for one in site.templates] == [
        ("templates/cards/extra.css", "extra.css"),
        ("templates/cards/session.html", "session.html"),
    ]
    assert site.pages == ()
