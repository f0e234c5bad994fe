"""Is every session on a day of the conference?"""

from collections.abc import Iterator

from pipeline.check.places import place
from pipeline.diagnostics.program import DayOutsideConference
from pipeline.model import Program


def day_outside_conference(program: Program) -> Iterator[DayOutsideConference]:
    """A session on a day that ``event.days`` does not list."""
    days = program.event.days
    for session in program.sessions if days else ():
        if session.day is not None and session.day not in days:
            yield DayOutsideConference(place(session, "date"), session.title, session.day, min(days), max(days))
