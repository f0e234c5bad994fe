"""The report on changes: as a page, as news, as Markdown."""

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.compare import compare
from pipeline.emit.changes import emit
from pipeline.emit.changes.markdown import markdown
from pipeline.emit.data import program_json
from pipeline.model import Edition, Program, Session, Status
from tests.builders import edition, event, program, rich, session, venue

MAY, JULY, AUGUST = (datetime(2026, month, 1, 12, 30, tzinfo=UTC) for month in (5, 7, 8))
EVENT = event("Rivers <2026>", url="https://rain.example/2026")
HALLS = (venue("Main Hall", id="hall"), venue("Fen Room", id="fen"))
ONE = session("Rivers & *Rain*", "2026-10-15 09:00/10:00", id="rivers", venue="hall")
OTHER = session("Ponds", "2026-10-16 09:00/10:00")
ATOM = "{http://www.w3.org/2005/Atom}"


def of(*sessions: Session, languages: tuple[str, ...] = ("en",)) -> Program:
    return program(*sessions, event_=replace(EVENT, languages=languages), venues=HALLS)


def after(*editions: Program, now: tuple[datetime | None, ...] = (MAY, JULY, AUGUST)) -> Edition:
    previous: bytes | None = None
    for made, time in zip(editions, now, strict=False):
        last, _ = compare(made, previous, time, {}, accept_removals=True)
        previous = program_json(last, ()).data
    return last


MOVED = replace(ONE, venue="fen", start=ONE.start and ONE.start.replace(hour=8))
THREE = after(
    of(ONE, OTHER),
    of(MOVED, OTHER, session("New <b>", id="new")),
    of(replace(MOVED, abstract=rich("Wet.")), replace(OTHER, status=Status.CANCELLED)),
)


def files(made: Edition) -> dict[str, str]:
    return {file.path: file.data.decode() for file in emit(made).artifacts}


def news_of(made: Edition) -> ET.Element:
    return ET.fromstring(files(made)["changes.atom"])  # noqa: S314 - our own


def page(made: Edition) -> list[str]:
    """The lines of the page's main part."""
    main = LexborHTMLParser(files(made)["changes.html"]).css_first("main")
    assert main is not None
    return [line.strip() for line in main.text().splitlines() if line.strip()]


def test_the_page_has_the_newest_edition_first():
    assert page(THREE) == [
        "Saturday 1 August 2026, 20:30",
        "Rivers & *Rain*",
        "Other text",
        "Ponds",
        "Cancelled",
        "New <b>",
        "Dropped",
        "Wednesday 1 July 2026, 20:30",
        "Rivers & *Rain*",
        "Other time",
        "2026-10-15 09:00–10:00 → 08:00–10:00",
        "Other room",
        "Main Hall → Fen Room",
        "New <b>",
        "New",
    ]


def test_the_page_links_to_sessions_that_have_a_page():
    links = [one.attributes["href"] for one in LexborHTMLParser(files(THREE)["changes.html"]).css("h3 a")]
    assert links == ["sessions/rivers.html", "sessions/ponds.html", "sessions/rivers.html"]


def test_without_a_time_editions_are_numbered():
    made = after(of(ONE), of(MOVED), of(replace(MOVED, title="Streams")), now=(None, None, None))
    assert [line for line in page(made) if line.isdigit()] == ["2", "1"]
    assert " 2026, " not in "".join(page(made))


def test_before_anything_has_changed():
    assert page(edition(of=of(ONE))) == ["Nothing has changed since the program was first published."]
    news = news_of(edition(of=of(ONE)))
    assert news.findall(f"{ATOM}entry") == []


def test_a_conference_in_chinese():
    assert page(after(of(ONE, languages=("zh",)), of(MOVED, languages=("zh",))))[2:6] == [
        "时间变更",
        "2026-10-15 09:00–10:00 → 08:00–10:00",
        "地点变更",
        "Main Hall → Fen Room",
    ]


def test_the_news_have_an_entry_for_each_session_and_edition():
    news = news_of(THREE)
    told = [
        [entry.findtext(f"{ATOM}{name}") for name in ("id", "updated", "title", "summary")] for entry in news.iter(f"{ATOM}entry")
    ]
    tag = "tag:2026.rain.example,2000"
    assert told == [
        [f"{tag}:rivers/2", "2026-08-01T12:30:00Z", "Other text: Rivers & *Rain*", None],
        [f"{tag}:ponds/1", "2026-08-01T12:30:00Z", "Cancelled: Ponds", None],
        [f"{tag}:new/1", "2026-08-01T12:30:00Z", "Dropped: New <b>", None],
        [
            f"{tag}:rivers/1",
            "2026-07-01T12:30:00Z",
            "Other time, Other room: Rivers & *Rain*",
            "Other time: 2026-10-15 09:00–10:00 → 08:00–10:00\nOther room: Main Hall → Fen Room",
        ],
        [f"{tag}:new/0", "2026-07-01T12:30:00Z", "New: New <b>", None],
    ]
    assert news.findtext(f"{ATOM}updated") == "2026-08-01T12:30:00Z"
    links = {(one.attrib["rel"], one.attrib["href"]) for one in news.findall(f"{ATOM}link")}
    assert links == {
        ("self", "https://rain.example/2026/changes.atom"),
        ("alternate", "https://rain.example/2026/changes.html"),
    }


def test_signs_of_markdown_in_a_title_are_signs():
    assert markdown(EVENT, THREE.changes[:2]) == (
        "# Changes of the program: Rivers \\<2026\\>\n\n"
        "- **Rivers \\& \\*Rain\\***\n"
        "  - Other time: 2026-10-15 09:00–10:00 → 08:00–10:00\n"
        "  - Other room: Main Hall → Fen Room\n"
    )


def test_a_report_without_a_change_says_so():
    assert markdown(EVENT, ()).endswith("\n\nNothing has changed since the program was first published.\n")


@pytest.mark.parametrize("text", ["\x00\x0b\ufffe", "</dd><script>", "]]>", "\ud83d", "{{ x }}", "a\nb"])
def test_any_text_is_only_text(text: str):
    made = after(of(ONE), of(replace(ONE, title=f"x{text}")))
    assert news_of(made).tag == f"{ATOM}feed"
    assert LexborHTMLParser(files(made)["changes.html"]).css_first("script") is None


def test_that_calendars_were_written_anew_is_told_to_nobody():
    made = after(of(ONE), of(ONE, languages=("zh",)))
    assert len(made.changes) == 1
    assert page(made) == ["日程自首次发布以来没有变更。"]
