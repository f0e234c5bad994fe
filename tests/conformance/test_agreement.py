"""The feed, the cards and the booklet of one build state the same sessions: each is read back by other people's readers and compared."""

import io
import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from ical.calendar_stream import IcsCalendarStream
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from pipeline.build import build
from pipeline.diagnostics import Severity
from pipeline.emit import EMITTERS, emitter
from pipeline.model import Edition, Kind, Session, Status, Talk
from tests.builders import sample_edition

ROOT = Path(__file__).resolve().parents[2]
_TALLEST = 5000
# The width of a page, and of the tabs at its outer edges, which say the day; in points.
_A5, _TAB = 420, 16
CORPORA = ("seed", "mlstat-2023", "mlstat-2024")


@dataclass(frozen=True)
class Said:
    """What one output says of a session. ``start`` is a date where the time is to be announced; ``room`` has its address with it."""

    title: str
    start: date | None
    end: date | None
    room: str | None
    people: frozenset[str]
    cancelled: bool
    other_titles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Published:
    """A build's edition and its files."""

    edition: Edition
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.edition.program.sessions


@pytest.fixture(
    scope="module", params=["sample", "demonstration", *(pytest.param(name, marks=pytest.mark.corpus) for name in CORPORA)]
)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    if request.param == "sample":
        made = sample_edition()
        return Published(made, {file.path: file.data for _, module in EMITTERS for file in emitter(module)(made).artifacts})
    output = tmp_path_factory.mktemp("output")
    site = ROOT / "content" if request.param == "demonstration" else request.getfixturevalue("shared") / "corpus" / request.param
    outcome = build(site, output, timezone=None if request.param == "demonstration" else "Asia/Shanghai")
    assert [problem for problem in outcome.problems if problem.severity is Severity.ERROR] == []
    assert outcome.edition
    return Published(outcome.edition, {file.path: file.data for file in outcome.artifacts})


def stated(session: Session, published: Published) -> Said:
    """What the program states, in the form of a reading."""
    venue = published.edition.program.venue_of.get(session.venue or "")
    place = _joined(venue.name, venue.address) if venue else session.venue_text
    hosts = [talk.host.name for talk in session.talks if talk.host]
    speakers = [speaker.name for talk in session.talks for speaker in talk.speakers]
    return Said(
        _line(session.title),
        session.start or session.day,
        session.end,
        _line(place) if place else None,
        frozenset(map(_line, [*hosts, *speakers, *(role.name for role in session.people)])),
        session.status is Status.CANCELLED,
        frozenset(_other_titles(session)),
    )


def _other_titles(session: Session) -> Iterator[str]:
    """What the session and its talks are called in other languages."""
    items: tuple[Session | Talk, ...] = (session, *session.talks)
    for item in items:
        yield from (_line(one.title) for one in item.other_titles if one.title)


# --- the feed -----------------------------------------------------------------------------------------------------------------


def test_the_feed_states_what_the_program_states(published: Published):
    sessions = {session.id: session for session in published.sessions if session.day and session.kind is not Kind.BREAK}
    assert dict(_said_by_feed(published, sessions)) == {id_: stated(session, published) for id_, session in sessions.items()}


def _said_by_feed(published: Published, sessions: Mapping[str, Session]) -> Iterator[tuple[str, Said]]:
    for entry in IcsCalendarStream.calendar_from_ics(published.files["calendar/all.ics"].decode()).events:
        id_ = unquote((entry.uid or "").rpartition("@")[0])
        timed = isinstance(entry.dtstart, datetime)
        title = re.sub(r" \(time to be announced\)$|（时间待定）$", "", re.sub(r"^(Cancelled: |已取消：)", "", entry.summary or ""))
        yield (
            id_,
            Said(
                title,
                entry.dtstart,
                entry.dtend if timed else None,
                entry.location,
                frozenset(_people_in(entry.description or "", len(sessions[id_].talks))),
                entry.status is not None and entry.status.value == "CANCELLED",
                frozenset(title for title in _other_titles(sessions[id_]) if title in (entry.description or "").split("\n")),
            ),
        )


_LABELLED = re.compile(r"(?:(?:Speaker|Chair|Host|Organizer|Panelist)s?: |(?:报告人|主席|主持人|组织者|嘉宾)：)(.*)")


def _people_in(description: str, talks: int) -> Iterator[str]:
    """The names in the labelled lines and, after them, in the list of so many talks."""
    paragraphs = description.split("\n\n")
    if paragraphs[0].startswith(("This session is cancelled.", "本场活动已取消。", "Moved from: ", "原定：")):
        del paragraphs[0]
    labelled = [_LABELLED.fullmatch(line) for line in paragraphs[0].split("\n")]
    if all(labelled):
        yield from (name for match in labelled if match for name in _names(match[1]))
        del paragraphs[0]
    if any(match and match[0].startswith(("Speaker", "报告人")) for match in labelled):
        return
    lines = paragraphs[0].split("\n") if paragraphs else []
    if len(lines) == talks:
        yield from (name for line in lines for name in _names(line.partition(" — ")[2]))


def _names(people: str) -> Iterator[str]:
    """``Ada Example (A, B (C)), Bo Sample`` → both names: commas within brackets divide nothing."""
    institute = r" \([^()]*(?:\([^()]*\)[^()]*)*\)"
    for person in re.findall(rf"(?:{institute}|[^,])+", people):
        yield re.sub(rf"{institute}$", "", person.strip())


# --- the cards ----------------------------------------------------------------------------------------------------------------


def test_the_cards_state_what_the_program_states(published: Published):
    assert {session.id: _said_by_card(session.id, published) for session in published.sessions} == {
        session.id: stated(session, published) for session in published.sessions
    }


def test_the_days_state_each_session_once_and_under_its_day(published: Published):
    days = _linked_data("index.html", published).get("subEvent", [])
    listed = [(event["url"], day.get("startDate")) for day in days for event in _linked_data(day["url"], published)["subEvent"]]
    assert listed == [(f"../sessions/{session.id}.html", _iso(session.day)) for session in published.sessions]


def _said_by_card(id_: str, published: Published) -> Said:
    data = _linked_data(f"sessions/{id_}.html", published)
    place = data.get("location")
    start, end = data.get("startDate"), data.get("endDate")
    return Said(
        _line(data["name"]),
        _moment(start) if start else None,
        _moment(end) if end else None,
        _line(_joined(place["name"], place.get("address"))) if place else None,
        frozenset(_line(name) for part in [data, *data.get("subEvent", [])] for name in _persons(part)),
        data["eventStatus"] == "https://schema.org/EventCancelled",
        frozenset(_line(name) for part in [data, *data.get("subEvent", [])] for name in part.get("alternateName", [])),
    )


def _persons(event: Mapping[str, Any]) -> Iterator[str]:
    """The names of who performs, organizes or contributes; in a Role the person stands under the same key again."""
    for key in ("performer", "organizer", "contributor"):
        for node in event.get(key, []):
            yield (node[key] if node["@type"] == "Role" else node)["name"]


def _linked_data(path: str, published: Published) -> dict[str, Any]:
    (script,) = LexborHTMLParser(published.files[path]).css('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(script.text())
    return data


# --- the booklet --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Spot:
    """A place in the booklet: page from 0, points from its top."""

    page: int
    top: float


def test_the_booklet_prints_each_session_with_its_facts(published: Published, tool: Callable[[str], str], tmp_path: Path):
    file = tmp_path / "booklet.pdf"
    file.write_bytes(published.files["booklet.pdf"])
    spots = _spots(published.files["booklet.pdf"])
    missing = []
    for session in published.sessions:
        start = spots[f"session-{session.id}"]
        end = min(
            (spot for name, spot in spots.items() if name.startswith("session-") and "-talk-" not in name and spot > start),
            default=None,
        )
        text = _squashed(_text_between(start, end, file, tool("pdftotext")))
        missing += [(session.id, fact) for fact in _printed(session, published) if _squashed(fact) not in text]
    assert missing == []


def test_the_booklet_has_each_session_under_its_day(published: Published):
    spots = _spots(published.files["booklet.pdf"])
    places = [
        (f"day-{day.isoformat()}" if day else "day-undated", [f"session-{session.id}" for session in sessions])
        for day, sessions in published.edition.program.by_day
    ]
    expected = [name for day, sessions in places for name in (day, *sessions)]
    assert sorted(expected, key=spots.__getitem__) == expected


def _printed(session: Session, published: Published) -> Iterator[str]:
    said = stated(session, published)
    venue = published.edition.program.venue_of.get(session.venue or "")
    yield said.title
    yield from said.people
    yield from said.other_titles
    yield from filter(None, [venue.name if venue else session.venue_text])
    yield from (talk.title for talk in session.talks if talk.title)
    if said.cancelled:
        yield "已取消" if published.edition.program.event.languages[0].startswith("zh") else "Cancelled"
    if session.start and session.end:
        yield f"{session.start:%H:%M}–{session.end:%H:%M}"


def _text_between(start: Spot, end: Spot | None, file: Path, pdftotext: str) -> str:
    """The text from one spot to the other, read off as much of each page as lies between them."""
    last = end.page if end else len(PdfReader(file).pages) - 1
    parts = []
    for page in range(start.page, last + 1):
        top = int(start.top) if page == start.page else 0
        bottom = int(end.top) if end and page == end.page else _TALLEST
        area = [
            "-f",
            str(page + 1),
            "-l",
            str(page + 1),
            "-r",
            "72",
            "-x",
            str(_TAB),
            "-y",
            str(top),
            "-W",
            str(_A5 - 2 * _TAB),
            "-H",
            str(bottom - top),
        ]
        parts.append(
            subprocess.run([pdftotext, "-enc", "UTF-8", *area, file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
        )
    return "".join(parts)


def _squashed(text: str) -> str:
    """The text without blanks and hyphens, which line breaks add and take away."""
    return re.sub(r"[\s\u00ad\u200b\u2010\u2011-]+", "", unicodedata.normalize("NFKC", text))


def _spots(pdf: bytes) -> dict[str, Spot]:
    """Where each named place of the booklet is."""
    reader = PdfReader(io.BytesIO(pdf))
    spots = {}
    for name, place in reader.named_destinations.items():
        page = reader.get_destination_page_number(place)
        assert page is not None
        spots[name] = Spot(page, float(reader.pages[page].mediabox.top) - float(place.top or 0))
    return spots


# --- words --------------------------------------------------------------------------------------------------------------------


def _joined(name: str, address: str | None) -> str:
    return ", ".join(filter(None, [name, address]))


def _line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def test_names_are_read_from_a_list_of_people():
    assert list(_names("Ada Brook (Delta, Fen (East)), Bo Lake, 王思源 (湖畔大学)")) == ["Ada Brook", "Bo Lake", "王思源"]
