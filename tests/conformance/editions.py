"""Two editions of one conference, for those who follow it: between them something of every kind happens to a session."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pipeline.compare import compare
from pipeline.emit.data import program_json
from pipeline.model import Edition, Session, Status
from tests.builders import rich, sample_program, session, span

MAY, JULY = (datetime(2026, month, 1, 8, tzinfo=UTC) for month in (5, 7))
REMOVED = "posters"
ADDED = session("Added at the Last Minute 临时加场 🎉", "2026-10-16 23:30/00:30", id="added", venue="room-201")


def _at(when: str) -> Callable[[Session], Session]:
    start, end = span(when)
    return lambda one: replace(one, day=start.date(), start=start, end=end)


#: What happens to the session of this id.
EDITS: Mapping[str, Callable[[Session], Session]] = {
    "banquet": lambda one: replace(one, end=one.end and one.end + timedelta(hours=1)),
    "closing-lecture": lambda one: replace(one, title="Closing Lecture; with Songs, 歌声"),
    "forecasting-floods": lambda one: replace(one, venue="hall-b"),
    "keynote-chen": _at("2026-10-17 11:00/12:00"),
    "late-breaking": _at("2026-10-17 14:00/15:00"),
    "panel-checkers": lambda one: replace(one, status=Status.CANCELLED),
    "robust-means": lambda one: replace(one, start=None, end=None),
    "small-machines": lambda one: replace(one, status=Status.CONFIRMED),
    "tutorial-bayes": lambda one: replace(one, abstract=rich("Bring a pencil.")),
}


def two_editions() -> tuple[Edition, Edition]:
    """The sample conference in May and in July: moved, housed elsewhere, retitled, cancelled, reinstated, removed, added …"""
    early = sample_program()
    kept = (one for one in early.sessions if one.id != REMOVED)
    late = replace(early, sessions=(*(EDITS.get(one.id, _as_it_is)(one) for one in kept), ADDED))
    first, _ = compare(early, None, MAY, {})
    second, _ = compare(late, program_json(first, ()).data, JULY, {})
    return first, second


def _as_it_is(one: Session) -> Session:
    return one
