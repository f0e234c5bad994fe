"""Pages of words beside the program: which are read, what is wrong with them."""

from pathlib import Path

from pipeline.build import check
from pipeline.extract.site import read_site
from pipeline.extract.texts import extract_texts
from pipeline.model import DraftText
from pipeline.source import Source


def read(*texts: str) -> tuple[tuple[DraftText, ...], list[tuple[str, str]]]:
    sources = tuple(Source(f"pages/{number}.md", text) for number, text in enumerate(texts))
    site, _ = read_site(Path("/nonexistent"))
    drafts, problems = extract_texts(type(site)(site.root, texts=sources))
    return drafts, [(str(problem.span), problem.kind()) for problem in problems]


def test_the_pages_of_the_folder_are_read_and_are_no_pages_of_the_program(tmp_path: Path):
    for name in ("sessions/a.md", "pages/b.md", "pages/deep/c.md", "pages/_d.md", "pages/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("---\ntitle: T\n---\n", encoding="utf-8")
    site, problems = read_site(tmp_path)
    assert problems == ()
    assert [page.path for page in site.pages] == ["sessions/a.md"]
    assert [page.path for page in site.texts] == ["pages/b.md", "pages/deep/c.md"]


def test_front_matter_gives_title_and_weight_and_the_rest_is_the_body():
    (draft,), problems = read("---\ntitle: About\nweight: 2\n---\nWords.\n")
    assert problems == []
    assert (draft.title.value, draft.weight and draft.weight.value, draft.body) == ("About", "2", "\nWords.\n")


def test_a_page_without_a_title_is_reported_and_one_that_is_a_draft_is_silent():
    assert read("Words.\n", "---\ntitle: T\ndraft: true\n---\n", "---\ntitle: [\n---\n") == (
        (),
        [("pages/0.md:1:1", "missing-title"), ("pages/2.md:3:1", "broken-front-matter")],
    )


def test_pictures_have_their_place_and_words():
    (draft,), problems = read("---\ntitle: T\n---\nSee ![the plan](/a b.png) and\n<img src=b.png alt=' '>\n")
    assert [(str(one.span), one.value) for one in draft.pictures] == [("pages/0.md:5:1", "b.png")]
    assert problems == [("pages/0.md:5:1", "undescribed-picture")]
    (draft,), problems = read('---\ntitle: T\n---\nSee ![the "plan"](/平面图.png).\n')
    assert problems == []
    assert [(str(one.span), one.value) for one in draft.pictures] == [("pages/0.md:4:5", "/平面图.png")]


def test_a_picture_that_is_not_there_is_reported_where_it_is_shown(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.md").write_text("---\ntitle: T\n---\n![the plan](/plan.png)\n", encoding="utf-8")
    assert [(str(one.span), one.kind()) for one in check(tmp_path, timezone="UTC").problems if one.code.startswith("M")] == [
        ("pages/a.md:4:1", "missing-photo")
    ]
