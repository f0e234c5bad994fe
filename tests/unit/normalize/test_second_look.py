"""Hours in doubt on their own page, settled by the rest of the program, or left open: pages in, times and problems out."""

from zoneinfo import ZoneInfo

import pytest

from pipeline.config import Config
from pipeline.extract import extract_page
from pipeline.model import Program, Session
from pipeline.normalize import normalize
from pipeline.source import Located, Source, Span

ZONE = ZoneInfo("Asia/Shanghai")
DAY = "2026-10-15"


def page(time: str, *, room: str = "Hall", day: str = DAY, weight: int | None = None, more: str = "", body: str = "") -> str:
    """A page of a session; ``more`` are further fields."""
    ranked = f"weight: {weight}\n" if weight is not None else ""
    return f"---\ntitle: A session\nkind: session\ndate: {day}\ntime: {time}\nvenue: {room}\n{ranked}{more}---\n{body}"


#: What is certain: from nine to half past five, of an hour and a half each.
CERTAIN = (
    page("9:00 a.m. - 10:30 a.m.", weight=1),
    page("10:45 a.m. - 12:15 p.m.", room="Annexe", weight=2),
    page("2:00 p.m. - 3:30 p.m.", weight=4),
    page("4:00 p.m. - 5:30 p.m.", room="Annexe", weight=5),
)


def program(*pages: str) -> tuple[Program, list[str]]:
    """The program of some pages, and its problems of time as ``path:line:column name``."""
    drafts = [extract_page(Source(f"p{number}.md", text))[0][0] for number, text in enumerate(pages)]
    made, problems = normalize([draft for draft in drafts if draft], Config(title=Located("C", Span("x"))), {}, timezone=ZONE.key)
    assert made is not None
    return made, [f"{p.span} {p.kind()}" for p in problems if p.code.startswith("T")]


def read(text: str, *others: str) -> tuple[str, tuple[str, ...], list[str]]:
    """The times of a page among others, what of them is inferred, and the problems."""
    made, problems = program(text, *others)
    session = next(one for one in made.sessions if one.source.path == "p0.md")
    return times(session), session.inferred, [problem.removeprefix("p0.md:") for problem in problems]


def times(one: Session) -> str:
    return "-".join(f"{moment:%H:%M}" if moment else "?" for moment in (one.start, one.end))


INFERRED = (("start", "end"), ["5:7 inferred-time"])
OPEN = ("?-?", (), ["5:7 ambiguous-time"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("11:15pm - 12:30pm", "11:15-12:30"),
        ("11:00 a.m. - 12:00 a.m.", "11:00-12:00"),
        ("10:30 p.m. - 11:30 a.m.", "10:30-11:30"),
        ("1:00 a.m. - 12:30 a.m.", "?-?"),
    ],
)
def test_the_one_reading_within_the_programs_hours_and_lengths_is_taken(written: str, meant: str):
    assert read(page(written, room="Loft"), *CERTAIN) == ((meant, *INFERRED) if meant != "?-?" else OPEN)


@pytest.mark.parametrize("written", ["11:25 a.m. — 12:05 a.m.", "14:00 a.m. — 15:00 a.m."])
def test_what_is_impossible_as_written_needs_no_program(written: str):
    assert read(page(written))[1:] == INFERRED


@pytest.mark.parametrize("written", ["11:15pm - 12:30pm", "11:00 a.m. - 12:00 a.m."])
def test_two_other_sessions_are_too_few_to_say_what_is_usual(written: str):
    assert read(page(written, room="Loft"), *CERTAIN[:2]) == OPEN


@pytest.mark.parametrize("written", ["3:45 p.m. - 3:15 p.m.", "4:00 - 11:00", "09:50-08:35"])
def test_without_a_reading_that_fits_it_is_left_open(written: str):
    assert read(page(written, room="Loft"), *CERTAIN) == OPEN


def test_with_two_readings_that_fit_it_is_left_open():
    evening = page("7:30 p.m. - 9:30 p.m.", room="Annexe")
    night = page("10:30 p.m. - 11:45 p.m.", room="Annexe")
    assert read(page("11:15 pm - 10:30 pm", room="Loft"), *CERTAIN, evening, night) == OPEN
    assert read(page("8:15 p.m. - 9:30 a.m.", room="Loft"), *CERTAIN, page("8:00 a.m. - 9:00 a.m.", room="Annexe"), evening) == OPEN


BOTH_HALVES = (page("8:00 a.m. - 9:00 a.m.", room="Annexe"), page("7:30 p.m. - 9:30 p.m.", room="Annexe"))


def test_the_rooms_other_sessions_decide():
    taken = page("8:00 a.m. - 9:45 a.m.", room="Loft")
    assert read(page("8:15 p.m. - 9:30 a.m.", room="Loft"), *CERTAIN, *BOTH_HALVES, taken) == ("20:15-21:30", *INFERRED)


def test_the_order_of_the_weights_decides():
    assert read(page("8:15 p.m. - 9:30 a.m.", room="Loft", weight=6), *CERTAIN, *BOTH_HALVES) == ("20:15-21:30", *INFERRED)
    assert read(page("8:15 p.m. - 9:30 a.m.", room="Loft", weight=0), *CERTAIN, *BOTH_HALVES) == ("08:15-09:30", *INFERRED)


def test_weights_that_do_not_follow_the_hours_decide_nothing():
    odd = page("11:00 a.m. - 12:00 p.m.", room="Annexe", weight=9)
    assert read(page("8:15 p.m. - 9:30 a.m.", room="Loft", weight=6), *CERTAIN, *BOTH_HALVES, odd) == OPEN


def test_fields_of_start_and_end_are_settled_as_a_range_is():
    fields = page("x", room="Loft").replace("time: x", "start: 11:15 pm\nend: 12:30 pm")
    assert read(fields, *CERTAIN) == ("11:15-12:30", ("start", "end"), ["6:6 inferred-time"])


def test_a_banquet_may_be_outside_the_programs_hours():
    banquet = page("8:00 p.m. - 10:00 a.m.", room="Loft", more="").replace("kind: session", "kind: social")
    assert read(banquet, *CERTAIN) == OPEN


def test_the_one_sense_of_the_words_is_not_taken_where_it_is_far_from_the_program():
    assert read(page("13:00 - 11:00", room="Loft"), *CERTAIN) == OPEN


def test_hours_that_are_stated_stay_and_the_slip_that_they_may_be_is_reported():
    assert read(page("11:15 p.m. - 11:45 p.m.", room="Loft"), *CERTAIN) == ("23:15-23:45", (), ["5:7 unlikely-hours"])
    assert read(page("11:30 pm", room="Loft"), *CERTAIN) == ("23:30-?", (), ["5:7 unlikely-hours"])


def test_a_slip_makes_no_slips_of_the_others():
    early = page("8:00 a.m. - 9:00 a.m.", room="Loft")
    made, problems = program(page("11:15 p.m. - 11:45 p.m.", room="Loft"), early, *CERTAIN)
    assert (len(made.sessions), problems) == (6, ["p0.md:5:7 unlikely-hours"])


def test_an_evening_session_that_no_morning_could_hold_is_no_slip():
    assert read(page("7:30 p.m. - 9:00 p.m.", room="Loft"), *CERTAIN) == ("19:30-21:00", (), [])


def test_the_message_says_against_what_the_other_readings_are():
    drafts = [
        extract_page(Source(f"p{n}.md", text))[0][0] for n, text in enumerate((page("11:15pm - 12:30pm", room="Loft"), *CERTAIN))
    ]
    _, problems = normalize([draft for draft in drafts if draft], Config(), {}, timezone=ZONE.key)
    assert [p.message for p in problems if p.kind() == "inferred-time"] == [
        "'11:15pm - 12:30pm' is read as 11:15–12:30; anything else would be outside the program's hours (09:00–17:30)"
    ]


# --- talks ---

TALKS = """\
talks:
  - title: One
    start: 17:00
    end: 18:00
  - title: Two
    time: {second}
  - title: Three
    time: {third}
"""


def talks(second: str, third: str = "7:00 p.m. - 8:00 p.m.") -> tuple[list[str], list[str]]:
    """The times of three talks of a session from five to eight, and the problems."""
    made, problems = program(page("5:00 p.m. - 8:00 p.m.", more=TALKS.format(second=second, third=third)))
    return ["-".join(f"{m:%H:%M}" if m else "?" for m in (t.start, t.end)) for t in made.sessions[0].talks], problems


def test_a_talks_hours_are_in_its_sessions():
    assert talks("6:00 - 7:00") == (["17:00-18:00", "18:00-19:00", "19:00-20:00"], ["p0.md:12:11 inferred-time"])
    assert talks("6:00 a.m. - 7:00 p.m.")[0][1] == "06:00-19:00"
    assert talks("6:50 p.m. - 6:10 p.m.")[0][1] == "?-?"


def test_a_talks_doubtful_end_is_settled_by_its_session_and_the_talks_beside_it():
    assert talks("6:15 p.m. - 6:45 a.m.")[0][1] == "18:15-18:45"
