"""What has become of a session since it was first published, as its card says it at a glance.

That it was moved, and from where, is said until the conference is over (``emit/moves.py``). That it is new, or otherwise changed, is news
for a week of editions; where nobody dated them, for one edition.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pipeline.emit.moves import was_in, was_when
from pipeline.model import Change, ChangeKind, Edition, Session, Status, Venue, When

_NEWS_FOR = timedelta(days=7)


class News(StrEnum):
    """What is news of a session, the greatest first."""

    NEW = "new"
    BACK = "back"  #: was cancelled, and takes place after all
    TITLE = "title"
    PEOPLE = "people"
    UPDATED = "updated"


_NEWS = {
    ChangeKind.NEW: News.NEW,
    ChangeKind.REINSTATED: News.BACK,
    ChangeKind.TITLE: News.TITLE,
    ChangeKind.PEOPLE: News.PEOPLE,
    ChangeKind.TEXT: News.UPDATED,
    ChangeKind.DETAILS: News.UPDATED,
}


@dataclass(frozen=True, slots=True)
class State:
    """Where a session was before it was moved, and what is news of it; ``since`` when, where the edition is dated."""

    was_when: When | None = None
    was_in: str | None = None
    news: News | None = None
    since: datetime | None = None

    @property
    def moved(self) -> bool:
        """Whether it takes place at another time or in another room than was published."""
        return bool(self.was_when or self.was_in)


def states(edition: Edition) -> Mapping[str, State]:
    """Under their ids the states of the sessions that are to take place and have changed since they were published first."""
    program = edition.program
    rooms = {", ".join(filter(None, [venue.name, venue.address])): venue.name for venue in program.venues}
    found = {}
    for session in program.sessions:
        changes = edition.changes_of.get(session.uid)
        if changes and session.status is not Status.CANCELLED:
            venue = program.venue_of.get(session.venue or "")
            news = _news(changes, edition)
            since = news[1] if news and edition.dated else None
            found[session.id] = State(
                was_when(changes), _other_room(session, venue, changes, rooms), news[0] if news else None, since
            )
    return {id_: state for id_, state in found.items() if state != State()}


def _other_room(session: Session, venue: Venue | None, changes: Sequence[Change], rooms: Mapping[str, str]) -> str | None:
    """The room that it was moved from, by its name; none where the same room only got another address."""
    before = was_in(changes)
    if before is None:
        return None
    name, here = rooms.get(before, before), venue.name if venue else session.venue_text
    return None if here and (name == here or name.startswith(f"{here}, ")) else name


def _news(changes: Sequence[Change], edition: Edition) -> tuple[News, datetime] | None:
    """The greatest news of the session, and when it came. What has changed with a move (its talks' hours, say) is none beside that."""
    oldest = edition.published - _NEWS_FOR if edition.dated else edition.published
    moves = {change.changed for change in changes if change.kind in (ChangeKind.TIME, ChangeKind.ROOM)}
    changes = [change for change in changes if change.kind is not ChangeKind.DETAILS or change.changed not in moves]
    fresh = {_NEWS[change.kind]: change.changed for change in changes if change.kind in _NEWS and change.changed >= oldest}
    return next(((news, fresh[news]) for news in News if news in fresh), None)
