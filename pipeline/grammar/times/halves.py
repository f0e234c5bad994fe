"""Which half of the day a clock is in: faces → minutes after midnight.

A marker holds for its own end. An end without one has both halves to choose from, and of all pairs that have the start before the
end the shortest counts: ``11–1pm`` is 11:00-13:00, ``6:00-10:00 pm`` 18:00-22:00, ``上午11:30-1:00`` 11:30-13:00. Without any
marker a time is as written, save that 1:00 to 5:59 is in the afternoon unless it is written 24-hour (``02:00``, ``2 Uhr``), and that
an end which would be before its start is in the other half. Whatever differs from what is written is marked as inferred. What has
two readings left, or none, is a doubt; an end before its start is the next day's only in the night.
"""

from typing import NamedTuple

from pipeline.grammar.times.phrases import Clocks, Face, Form
from pipeline.grammar.times.tokens import AM, EVENING, MIDNIGHT, NIGHT, PM, Part
from pipeline.grammar.times.values import Basis, Clock, ClockRange, DoubtKind

_HOUR = 60
_HALF = 12 * _HOUR
_DAY = 24 * _HOUR
_LAST = 2 * _DAY
_NOON = 12
_EARLY = 6  # before this hour nothing of a conference begins
_LATE = 18 * _HOUR  # from here an end may be the next day's
_NIGHT_ENDS = 6 * _HOUR
_LONGEST_GUESS = 10 * _HOUR
_QUARTER = 15


class Resolved(NamedTuple):
    """A clock range, or why there is none that can be believed (then ``clock`` is as written, for the message)."""

    clock: ClockRange | None
    doubt: tuple[DoubtKind, str] | None = None


def resolve(clocks: Clocks, context: Part | None = None) -> Resolved:
    """The minutes of a clock or a range. ``context``: a part of the day said beside it, as with ``Friday evening, 7:00–9:00``."""
    faces = [face for face in (clocks.start, clocks.end) if face is not None]
    broken = next((face for face in faces if face.broken), None)
    if broken is not None:
        return Resolved(None, (DoubtKind.BROKEN, "that is no time of day"))
    if context is not None and all(face.part is None and face.hour <= _NOON and not face.exact for face in faces):
        faces[0] = faces[0]._replace(part=context)
        clocks = clocks._replace(start=faces[0], vague=False) if clocks.start else clocks._replace(end=faces[0])
    if clocks.vague:
        return Resolved(None, (DoubtKind.HALF, _vague(faces[0], faces[1])))
    if clocks.start is None or clocks.end is None:
        return _one(clocks)
    return _pair(clocks.start, clocks.end)


def _vague(start: Face, end: Face) -> str:
    first, last = start.hour, end.hour
    if not first < last <= _NOON:
        return f"{first} to {last} may be hours or days"
    return f"{first:02}:00-{last:02}:00 or {(first % _NOON) + _NOON:02}:00-{(last % _NOON) + _NOON:02}:00"


def _hours(face: Face, *, last: bool) -> tuple[int, ...]:
    """The hours that a face can mean; 0:00 at the end of something is the day's end."""
    hour = face.hour
    if face.part is not None:
        found = _in_part(hour, face.part)
    elif hour > _NOON or hour == 0 or face.exact:
        found = (hour,)
    elif hour == _NOON:
        found = (_NOON, 24) if last else (_NOON, 0)
    else:
        found = (hour, hour + _NOON)
    if last and face.minute == 0:
        return tuple(dict.fromkeys(24 if hour == 0 else hour for hour in found))
    return found


def _in_part(hour: int, part: Part) -> tuple[int, ...]:
    """The hours that a marker leaves: 下午2 is 14; at night 1 may be this night's or the last one's."""
    if hour > _NOON:
        return (hour,)
    if hour == _NOON:
        return part.twelve
    found = tuple(each for each in (hour, hour + _NOON) if part.first <= each < part.last)
    if not found and part in (EVENING, NIGHT, MIDNIGHT):
        return (hour, hour + 24)
    return found or (hour,)


def _written(face: Face) -> int:
    """The minute that the digits say, whichever half of the day they mean."""
    return face.hour * _HOUR + face.minute + (_DAY if face.next_day else 0)


def _contradicts(face: Face) -> bool:
    """``14:00 a.m.``"""
    return face.part is not None and face.hour > _NOON and not face.part.first <= face.hour < face.part.last


def _minutes(face: Face, hours: tuple[int, ...]) -> list[int]:
    later = _DAY if face.next_day else 0
    return [minute for hour in hours if (minute := hour * _HOUR + face.minute + later) <= _LAST]


# --- one clock ------------------------------------------------------------------------------------------------------------


def _one(clocks: Clocks) -> Resolved:
    """A single clock, or one end of an open range."""
    face = clocks.start or clocks.end
    assert face is not None  # noqa: S101 - the parser gives at least one
    found, basis, doubt = single(face, last=clocks.start is None)
    if found is None:
        return Resolved(None, doubt)
    if clocks.start is None:
        return Resolved(ClockRange(None, found, open=True, basis=basis), doubt)
    return Resolved(ClockRange(found, None, open=clocks.open, basis=basis), doubt)


def single(face: Face, *, last: bool) -> tuple[Clock | None, Basis, tuple[DoubtKind, str] | None]:
    """A clock that nothing stands beside: its minute, how sure it is, and what is doubtful about it."""
    minutes = _minutes(face, _hours(face, last=last))
    if face.broken or not minutes:
        return None, Basis.STATED, (DoubtKind.BROKEN, "that is no time of day")
    if face.part is not None:
        doubt = (DoubtKind.HALF, _either(minutes)) if len(minutes) > 1 else None
        return _clock(minutes[0], face), Basis.INFERRED if _contradicts(face) else Basis.STATED, doubt
    if _is_24(face):
        return _clock(minutes[0], face), Basis.STATED, None
    if face.hour < _EARLY and not face.next_day:
        return _clock(minutes[-1], face), Basis.INFERRED, None
    return _clock(minutes[0], face), Basis.UNMARKED, None


def _either(minutes: list[int]) -> str:
    return " or ".join(_text(minute) for minute in minutes)


def _text(minute: int) -> str:
    return f"{minute // _HOUR % 24 if minute > _DAY else minute // _HOUR:02}:{minute % _HOUR:02}{' of the next day' if minute > _DAY else ''}"


def _clock(minute: int, face: Face) -> Clock:
    return Clock(minute + (_QUARTER if face.cum_tempore else 0), about=face.about)


def _is_24(face: Face) -> bool:
    return face.exact or face.padded or face.hour > _NOON or face.hour == 0


# --- two clocks -----------------------------------------------------------------------------------------------------------


def _pair(start: Face, end: Face) -> Resolved:
    """A range. The rules in the order of their strength."""
    same_face = (start.hour, start.minute, start.next_day) == (end.hour, end.minute, end.next_day)
    if same_face and (start.part == end.part or None in (start.part, end.part)):
        return Resolved(
            _made(start, end, start.hour * _HOUR + start.minute, end.hour * _HOUR + end.minute),
            (DoubtKind.LENGTH, "zero length, or the whole day"),
        )
    if max(_written(start), _written(end)) > _LAST:
        return Resolved(None, (DoubtKind.BROKEN, "that is no time of day"))
    marked = any(face.part is not None for face in (start, end))
    found = _marked(start, end) if marked else _unmarked(start, end)
    if found is not None:
        return found
    rolled = _over_night(start, end)
    if rolled is not None:
        return rolled
    first, last = _minutes(start, _hours(start, last=False)) or [0], _minutes(end, _hours(end, last=False)) or [0]
    why = f"{_text(first[0])}-{_text(last[0])} ends before it starts"
    return Resolved(_made(start, end, first[0], last[0]), (DoubtKind.ORDER, why))


def _made(start: Face, end: Face, first: int, last: int, basis: Basis = Basis.STATED) -> ClockRange:
    """The range of these minutes; *c.t.* behind a whole range takes a quarter of an hour off both ends."""
    begin = _clock(first, start)
    if end.cum_tempore:
        begin = Clock(first + _QUARTER, begin.about)
        return ClockRange(begin, Clock(last - _QUARTER, end.about), basis=basis)
    return ClockRange(begin, Clock(last, end.about), basis=basis)


def _marked(start: Face, end: Face) -> Resolved | None:
    """At least one end has a marker; the shortest range that it allows."""
    soft = [face._replace(exact=face.exact and (face.form is not Form.COLON or face.hour > _NOON)) for face in (start, end)]
    firsts, lasts = _minutes(soft[0], _hours(soft[0], last=False)), _minutes(soft[1], _hours(soft[1], last=True))
    pairs = [(last - first, first, last) for first in firsts for last in lasts if first < last]
    if end.part is AM and end.hour == _NOON and start.part is AM and firsts:
        return _noon_slip(start, end, firsts[0])
    if not pairs:
        return None
    _, first, last = min(pairs)
    return Resolved(_made(start, end, first, last, _basis(start, end, first, last)))


def _basis(start: Face, end: Face, first: int, last: int) -> Basis:
    if _contradicts(start) or _contradicts(end):
        return Basis.INFERRED
    open_ends = [face for face in (start, end) if face.part is None and not (face.exact or face.hour > _NOON)]
    if not open_ends:
        return Basis.STATED
    return Basis.SHARED if (first < _HALF) == (last <= _HALF) or (first >= _HALF and last >= _HALF) else Basis.INFERRED


def _noon_slip(start: Face, end: Face, first: int) -> Resolved:
    """12 a.m. is midnight; behind a morning it is mostly meant for noon: certain for 12:05 a.m., two readings for 12:00."""
    noon = _HALF + end.minute
    if end.minute and not end.next_day:
        return Resolved(_made(start, end, first, noon, Basis.INFERRED))
    why = f"{_text(first)}-24:00 as written, {_text(first)}-12:00 if noon is meant"
    return Resolved(_made(start, end, first, _DAY), (DoubtKind.HALF, why))


def _unmarked(start: Face, end: Face) -> Resolved | None:
    """No marker at either end."""
    begin, finish = _written(start), _written(end) or _DAY
    stated = Basis.STATED if _is_24(start) or _is_24(end) else Basis.UNMARKED
    afternoon = not _is_24(start) and start.hour < _EARLY
    if begin < finish and not afternoon:
        return Resolved(_made(start, end, begin, finish, stated))
    later_end = [] if _is_24(end) or end.hour > _NOON else [finish + _HALF]
    begins = [begin + _HALF] if afternoon else [begin]
    for tried in begins:
        for ended in sorted([finish, *later_end]):
            if tried < ended <= tried + _LONGEST_GUESS:
                return _guessed(start, end, (tried, ended), (begin, finish))
    return Resolved(_made(start, end, begin, finish, stated)) if begin < finish else None


def _guessed(start: Face, end: Face, guess: tuple[int, int], written: tuple[int, int]) -> Resolved:
    """``12:30 – 2:30``, ``2:00 – 2:50``; a doubt where what is written is possible too: ``4:00 – 11:00``."""
    made = _made(start, end, *guess, Basis.INFERRED)
    if written[0] < written[1] and end.hour > _NOON - 3 and not _is_24(end):
        return Resolved(made, (DoubtKind.HALF, f"{_text(written[0])}-{_text(written[1])} or {_text(guess[0])}-{_text(guess[1])}"))
    return Resolved(made)


def _over_night(start: Face, end: Face) -> Resolved | None:
    """``23:00-01:00``, ``10pm–2am``: from the evening into the night, and nothing else it could mean."""
    firsts, lasts = _minutes(start, _hours(start, last=False)), _minutes(end, _hours(end, last=False))
    for first in firsts:
        for last in lasts:
            if _LATE <= first < _DAY and last <= _NIGHT_ENDS and (end.part is not PM):
                return Resolved(_made(start, end, first, last + _DAY, Basis.INFERRED))
    return None
