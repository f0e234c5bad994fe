"""The program's tracks: those that the configuration lists, then others that pages name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.program import UnknownTrack
from pipeline.grammar.likeness import alike
from pipeline.model import Session, Track
from pipeline.source import Span

_HAN = re.compile(r"[\u3400-\u9fff]+")


def tracks_of(given: Sequence[Track], sessions: Sequence[Session]) -> tuple[tuple[Track, ...], tuple[Problem, ...]]:
    """The tracks in the order of the configuration, then of the program. Reports unknown-track."""
    listed = tuple(track.name for track in given)
    named = Counter(session.track for session in sessions if session.track)
    others = [name for name in named if name not in listed]
    tracks = (*given, *(Track(name) for name in others))
    return tracks, tuple(problem for session in sessions for problem in _unknown(session, listed, named))


def _unknown(session: Session, listed: Sequence[str], named: Counter[str]) -> Iterator[UnknownTrack]:
    """A track that is not listed where some are; where none is, one that is almost another one that more sessions have."""
    name = session.track
    if not name or name in listed:
        return
    usual = listed or [other for other in named if named[other] > named[name]]
    near = next((other for other in usual if _near(name, other)), None)
    if listed or near:
        yield UnknownTrack(_place(session), name, near)


def _place(session: Session) -> Span:
    return next((found.read[0].span for found in session.evidence if found.fact == "track" and found.read), session.source)


def _near(one: str, other: str) -> bool:
    """Whether two names are alike; of names in two languages, whether one half is and the other is the same."""
    halves = [(_HAN.sub(" ", name).split(), "".join(_HAN.findall(name))) for name in (one, other)]
    (latin, han), (other_latin, other_han) = halves
    same_latin, same_han = latin == other_latin, han == other_han
    return (same_han and alike(" ".join(latin), " ".join(other_latin))) or (same_latin and alike(han, other_han))
