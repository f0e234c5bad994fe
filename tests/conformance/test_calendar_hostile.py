"""Text made to break a feed: whatever stands in a page, the feed has the same components, and each reader reads the same words."""

from dataclasses import replace
from types import ModuleType

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pipeline.emit.calendar import emit
from pipeline.emit.calendar.text import line
from pipeline.model import Banner, Naming, Personal, RichText, Session, Translation
from tests.builders import PUBLISHED, day, edition, event, program, role, session, speaker, talk, venue
from tests.conformance.libical import Libical
from tests.conformance.referees import Referee, assert_lines_are_right, read_with_ics

# Pieces of the grammar, of its escapes, of what some reader takes for a line end, and characters of 1 to 4 octets that a fold could cut.
PIECES = [
    *(
        "\r\n",
        "\n",
        "\r",
        "\r\n ",
        "\n\t",
        "\\",
        "\\n",
        "\\N",
        "\\\\",
        "\\;",
        "\\,",
        ";",
        ",",
        ":",
        '"',
        "^n",
        "^'",
        "=",
        "%0A",
        "=0D=0A",
    ),
    *(
        "BEGIN:VEVENT",
        "END:VEVENT",
        "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
        "\r\nEND:VCALENDAR\r\n",
        "\nDTSTART:20260101",
        "\r\nMETHOD:CANCEL",
    ),
    *(
        "SUMMARY;LANGUAGE=en:",
        ";TZID=Europe/Berlin:",
        ";VALUE=DATE:",
        "ATTENDEE:mailto:a@b.example",
        "RRULE:FREQ=SECONDLY",
        "C:\\New\\nabla",
    ),
    *("\x00", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x1e", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ud83d", "\udc69"),
    *(
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u3000",
        "\u200d",
        "\u202e",
        "é",
        "e\u0301",
        "한",
        "中文",
        "ﬁ",
        "👩‍🔬",
        "𝔘",
        "🏳️‍🌈",
        "\U0010ffff",
        "x" * 70,
        "湖" * 24,
        "😀" * 18,
    ),
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.characters(), min_size=1, max_size=12).map("".join)
FUZZ = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def hostile_session(text: str) -> Session:
    """The text wherever an author can put one."""
    words = RichText(text, text, text)
    return session(
        text,
        "2026-10-15 09:00/10:00",
        talk(text, speaker(text, text), id="t", host=role("host", text, text), abstract=words),
        talk(text, speaker(text, text), id="u", abstract=words),
        id="hostile",
        track=text,
        venue="hall",
        people=(role("chair", text, text),),
        abstract=words,
        stream=f"https://rain.example/{text.encode(errors='ignore').decode()}",
        language="en",
        translations=(Translation("zh", text, venue_text=text, abstract=words),),
    )


def feeds_with(text: str) -> list[bytes]:
    """The feeds that together hold every entry in every language, and one that is somebody's alone."""
    hall = venue(text, id="hall", address=text, translations=(Naming("zh", text),))
    # Half a character in the address would leave it no address at all.
    address = f"https://rain.example/{text.encode(errors='ignore').decode()}"
    title = event(text, subtitle=text, place=text, url=address, languages=("en", "zh"))
    made = program(hostile_session(text), session("Calm"), event_=title, venues=(hall,))
    made = replace(made, personal=(Personal("0", text),))
    banner = Banner("conference", text, text, text, day("2026-10-15"), day("2026-10-16"), PUBLISHED, PUBLISHED)
    files = {file.path: file.data for file in emit(replace(edition(of=made), banner=banner)).artifacts}
    names = ("all.ics", "overview.ics", "zh/all.ics", "zh/overview.ics", "personal/0.ics")
    return [files[f"calendar/{name}"] for name in names]


CALM = feeds_with("calm")


@FUZZ
@given(HOSTILE)
def test_the_structure_is_that_of_calm_text(text: str):
    # What says nothing is left out.
    assume(line(text))
    for feed, calm in zip(feeds_with(text), CALM, strict=True):
        assert_lines_are_right(feed)
        assert outline(feed) == outline(calm)


@FUZZ
@given(HOSTILE)
def test_the_linter_is_silent_on_hostile_text(icslint: ModuleType, text: str):
    assert [icslint.lint(feed) for feed in feeds_with(text)] == [[]] * len(CALM)


@FUZZ
@given(HOSTILE)
def test_libical_finds_no_fault_in_hostile_text(libical: Libical, text: str):
    assume(line(text))
    assert libical.faults(feeds_with(text)[0]) == []


@FUZZ
@given(HOSTILE)
def test_each_referee_reads_the_words_that_were_written(referee: Referee, text: str):
    # A program states no empty fact, and not all readers tell an empty property from none.
    assume(line(text))
    # ics.py 0.7 decodes one escape after the other, so that a doubled backslash before an n becomes a line break.
    assume(referee is not read_with_ics or "\\" not in text)
    one = hostile_session(text)
    made = edition(of=program(one, venues=(venue(text, id="hall"),)))
    (reading,) = referee(emit(made).artifacts[0].data).values()
    assert (reading.summary, reading.location) == (str(line(text)), str(line(text)))


def outline(feed: bytes) -> list[tuple[str, list[str]]]:
    """Each component with the names of its properties."""
    return [(part.name or "", sorted(part.keys())) for part in Calendar.from_ical(feed).walk()]
