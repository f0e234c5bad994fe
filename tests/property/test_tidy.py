"""Tidied pages compile to the same program, and are tidy: over the demonstration conference and, where they are at hand, real ones."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import Config, read_config
from pipeline.extract.site import Site, read_site
from pipeline.mend.compiled import Compiled, compiled, facts, same, with_pages
from pipeline.mend.tidy import Tidied, tidied
from pipeline.schema import SCHEMAS
from pipeline.source import Source

ROOT = Path(__file__).resolve().parents[2]
SETS = ("content", "seed", "mlstat-2023", "mlstat-2024")


@pytest.fixture(scope="module", params=[pytest.param(name, marks=() if name == "content" else pytest.mark.corpus) for name in SETS])
def site(request: pytest.FixtureRequest) -> tuple[Site, Config]:
    folder = ROOT / "content" if request.param == "content" else request.getfixturevalue("shared") / "corpus" / request.param
    read, _ = read_site(folder)
    config, _ = read_config(read.program, read.generator)
    return read, config


@pytest.fixture(scope="module")
def before(site: tuple[Site, Config]) -> Compiled:
    return compiled(*site)


@pytest.fixture(scope="module")
def pages(site: tuple[Site, Config], before: Compiled) -> tuple[Tidied, ...]:
    return tidied(*site, before.drafts)


@pytest.fixture(scope="module")
def tidy_site(site: tuple[Site, Config], pages: tuple[Tidied, ...]) -> Site:
    return with_pages(site[0], {page.path: page.after for page in pages if page.after is not None})


def test_every_page_can_be_tidied(pages: tuple[Tidied, ...]):
    assert pages
    assert [(page.path, page.reason) for page in pages if page.reason] == []


def test_the_facts_are_the_same(site: tuple[Site, Config], before: Compiled, tidy_site: Site):
    after = compiled(tidy_site, site[1])
    assert before.program is not None
    assert after.program is not None

    assert [facts(session) for session in after.program.sessions] == [facts(session) for session in before.program.sessions]
    assert after.program.event == before.program.event
    assert {person.id: person.name for person in after.program.people} == {
        person.id: person.name for person in before.program.people
    }
    assert after.program.venues == before.program.venues


def test_a_tidy_page_is_left_as_it_is(site: tuple[Site, Config], pages: tuple[Tidied, ...], tidy_site: Site):
    again = tidied(tidy_site, site[1], [page.path for page in pages])

    assert [page.path for page in again if page.after != page.before] == []


def test_no_new_problems_come_with_it(site: tuple[Site, Config], before: Compiled, tidy_site: Site):
    old = {(problem.span.path, problem.code, problem.message) for problem in before.problems}
    new = {(problem.span.path, problem.code, problem.message) for problem in compiled(tidy_site, site[1]).problems}

    assert sorted(new - old) == []


def test_tidy_front_matter_follows_the_schema(pages: tuple[Tidied, ...]):
    validator = jsonschema.Draft202012Validator(SCHEMAS["front-matter"]())
    written = [(page.path, frontmatter_of(page.after)) for page in pages if page.after not in (None, page.before)]

    assert written
    assert [(path, error.message) for path, fields in written for error in validator.iter_errors(fields)] == []


def frontmatter_of(text: str | None) -> object:
    return yaml.load((text or "").split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts of everything


PARTS = (
    'title: "Rivers"', "title: Lakes", "summary: 9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026", "weight: 10", "speaker: Ada Brook", "time: TBA",
    "talks:", "  - title: Reeds", "    speakers: [Bo Reed, Cy Weir]", "params: {venue: Old Hall}", "description: |", "  Two lines", "x: [1", "---", "", "<hr>",
    "Friday, Oct. 16, 2026", "------", '<div class="tip">Location: Main Hall</div>', '<div class="tip">Time: 3 p.m. - 4 p.m.</div>',
    "<div class=tip>Host: Ann Bell, XXX University", "</div>", '<div class="row"><div class="left">Bo Reed</div><div class="right">', "<b>Title:</b> Reeds",
    "<b>Abstract:</b> Reeds <i>bend</i> & $x_1$ -->", "</div></div>", "<!-- old", "-->", "## Abstract", "Words.", "- **演讲人**：张三（清华大学）", "- **题目**：潮",
    "<img src=/images/a.png>", "\u2028", "# Panel", "Chair: Ada Brook; Bo Reed", "\tTitle: x", "```", "> Location: y",
)  # fmt: skip


@given(st.sampled_from(("", "title: Rivers\n---\n")), st.lists(st.sampled_from(PARTS), min_size=2, max_size=14).map("\n".join))
@settings(max_examples=60, deadline=None)
def test_any_page_is_tidied_to_one_that_says_the_same_or_is_left_with_a_reason(start: str, rest: str):
    site = Site(
        Path(), (Source("sessions/page.md", f"---\n{start}{rest}\n"), Source("sessions/other.md", "---\ntitle: Other\n---\n"))
    )
    page = tidied(site, Config(), ["sessions/page.md"])[0]
    if page.after is None:
        assert page.reason
        return

    again = with_pages(site, {page.path: page.after})
    assert same(compiled(site, Config()).program, compiled(again, Config()).program)
    assert tidied(again, Config(), [page.path])[0].after == page.after
