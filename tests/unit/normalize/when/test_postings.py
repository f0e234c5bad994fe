"""The field ``date``: the session's day or the page's, as all pages tell."""

import pytest

from pipeline.config import Config
from pipeline.extract import extract_page
from pipeline.normalize import normalize
from pipeline.source import Located, Source, Span

WHEN = "**When:** Friday, 15 March 2024, 10:00–11:00\n"
AGREES = "---\ntitle: Lakes\ndate: 2024-03-15\n---\n**When:** Friday, 15 March 2024\n"
DIFFERS = "---\ntitle: Ponds\ndate: 2024-02-27\n---\n**When:** Thursday, 14 March 2024\n"


def read(fields: str, body: str = "", *others: str, path: str = "rivers.md") -> tuple[str | None, list[str]]:
    """The day of a page of these fields among others, and the problems of its times as ``line:column name``."""
    pages = {path: f"---\ntitle: Rivers\n{fields}\n---\n{body}"} | {f"other{at}.md": other for at, other in enumerate(others)}
    drafts = [draft for name, page in pages.items() for draft in extract_page(Source(name, page))[0]]
    program, problems = normalize(drafts, Config(title=Located("C", Span("x"))), {}, timezone="Asia/Shanghai")
    assert program is not None
    session = next(one for one in program.sessions if one.source.path == path)
    found = [f"{p.span.line}:{p.span.column} {p.kind()}" for p in problems if p.span.path == path and p.code.startswith("T")]
    return str(session.start or session.day)[:16], found


@pytest.mark.parametrize(
    "field", ["date: 2024-03-01", "date: 2024-03-01 10:00", "date: 2024-03-01 10:00 +0800", "date: 2024/3/1", "date: '2024-03-01'"]
)
def test_a_bare_date_is_not_believed_where_the_page_says_another_day(field: str):
    column = 8 if "'" in field else 7
    assert read(field, WHEN) == ("2024-03-15 10:00", [f"3:{column} dates-disagree"])


def test_a_bare_date_is_the_sessions_where_hours_stand_beside_it():
    for hours in ("start: 10:00", "time: 10:00-11:00", 'summary: "10:00-11:00"'):
        assert read(f"date: 2024-03-01\n{hours}", WHEN) == ("2024-03-01 10:00", ["6:11 dates-disagree"])


def test_a_date_in_words_and_other_names_of_the_field_are_the_sessions():
    for field in ("date: Friday, March 1, 2024", "day: 2024-03-01", "event_date: 2024-03-01"):
        assert read(field, WHEN) == ("2024-03-01 10:00", ["5:11 dates-disagree"])


def test_a_bare_date_alone_is_the_sessions():
    assert read("date: 2024-03-01", "**Time:** 10:00–11:00") == ("2024-03-01 10:00", [])


def test_where_the_pages_words_name_the_day_of_the_field_it_is_believed_first():
    assert read("date: 2024-03-15", "## Saturday, 16 March 2024", AGREES) == ("2024-03-15", ["5:4 dates-disagree"])


def test_where_most_pages_words_name_another_day_it_is_not():
    day = "## Friday, 15 March 2024"
    assert read("date: 2024-03-14", day, DIFFERS) == ("2024-03-15", [])
    assert read("date: 2024-03-14", day, DIFFERS, DIFFERS.replace("27", "28"), AGREES) == ("2024-03-15", ["3:7 dates-disagree"])


def test_the_date_of_a_posts_file_name_is_quietly_the_posts():
    assert read("date: 2024-03-01", WHEN, path="_posts/2024-03-01-rivers.md") == ("2024-03-15 10:00", [])
    assert read("date: 2024-03-01", WHEN, path="_posts/2024-03-02-rivers.md")[1] == ["3:7 dates-disagree"]


def test_on_pages_that_all_say_another_day_a_lone_date_leaves_the_day_open():
    others = (DIFFERS, DIFFERS.replace("27", "28"))
    assert read("date: 2024-03-01", "**Venue:** Hall", *others) == ("None", ["3:7 ambiguous-time"])
    alone = "---\ntitle: Seas\ndate: 2024-03-02\n---\n"
    assert read("date: 2024-03-01", "**Venue:** Hall", *others, alone) == ("2024-03-01", [])
    assert read("date: 2024-03-01", "**Time:** 10:00-11:00", *others) == ("None", ["3:7 ambiguous-time"])


def test_a_day_without_a_year_is_in_the_year_of_the_posting_where_only_that_can_be():
    assert read("date: 2023-12-01", "**When:** Friday, March 15, 10:00") == ("2024-03-15 10:00", ["3:7 dates-disagree"])
    assert read("date: 2023-12-01", "**When:** Friday, December 15, 10:00")[0] == "2023-12-15 10:00"


def test_of_several_days_the_field_may_be_one():
    assert read("date: 2024-03-14", "**When:** 14–15 March 2024") == ("2024-03-14", ["5:11 ambiguous-time"])


def test_a_time_to_the_second_is_when_the_page_was_made():
    for body in ("", "**Venue:** Hall"):
        assert read("date: 2024-03-01 11:00:20", body) == ("None", ["3:7 ambiguous-time"])
    assert read("date: 2024-03-01 11:00:00") == ("2024-03-01 11:00", [])


def test_a_day_that_a_heading_speaks_of_is_not_the_sessions():
    body = "**Venue:** Hall\n\n## {}\n"
    assert read("date: 2024-03-01", body.format("The flood of 1 November 1755 and what came of it"))[0] == "2024-03-01"
    assert read("date: 2024-03-01", body.format("15 March 2024"))[0] == "2024-03-15"
