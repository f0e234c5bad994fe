"""Sessions of two editions → who is who: a session that was retitled, moved, or whose page has another name now is still the same.

In this order: what the page says (``formerly:``), the same id, an id that it had before; then evidence. Evidence is what the two have
in common; it counts where it is enough and speaks for no other session as much. An id alone gives way to evidence: numbered pages, and
sessions of one title in a timetable, get other contents when one is put in between. A page that says that it formerly was itself is
asked no further.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.addresses import first_id
from pipeline.compare.changes import room
from pipeline.compare.previous import Previous
from pipeline.model import Program, Session

# What the two must have in common, in points, to be one: the speakers or the title alone are not enough.
_ENOUGH = 4
_LIKE = 0.8
_HALF = 0.5
_MANY = 50  # sessions that share a sign which tells nothing
_SIGN = 80  # characters of a text that tell it from others
_LOOKED_AT = 1000  # characters of a text that are compared


@dataclass(frozen=True, slots=True)
class Kinship:
    """The session of the edition before that a session is; ``evidence`` where that was told by what they have in common."""

    before: Session
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a session is recognised by."""

    title: str
    people: frozenset[str]
    hours: tuple[object, ...] | None
    room: str | None
    text: str


def kinships(program: Program, previous: Previous) -> Mapping[str, Kinship]:
    """Under the id of each session that was published before, as what."""
    named = {id_: Kinship(before) for id_, before in _by_name(program.sessions, previous)}
    sessions = {one.id: one for one in program.sessions}
    found = {id_: kin for id_, kin in named.items() if not _is_doubtful(sessions[id_], program, kin, previous)}
    taken = {kin.before.uid for kin in found.values()}
    new = {id_: _traits(one, program) for id_, one in sessions.items() if id_ not in found and id_ not in one.formerly}
    gone = [(one, _traits(one, previous.program)) for one in previous.program.sessions if one.uid not in taken]
    told = _by_evidence(new, gone)
    taken |= {kin.before.uid for kin in told.values()}
    doubted = {id_: kin for id_, kin in named.items() if id_ not in told and kin.before.uid not in taken}
    return {**doubted, **found, **told}


def is_another(session: Session, program: Program, kin: Kinship, previous: Previous) -> bool:
    """Whether nothing but an id speaks for the two being one: neither title, people nor text, nor, if it is stated still, the hours."""
    if session.formerly or kin.evidence or session.title == kin.before.title:
        return False
    shared = _names_shared(session, program, kin, previous)
    if kin.before.removed:
        return not shared & {"title", "speakers", "text"}
    return "title" not in shared and _is_doubtful(session, program, kin, previous)


def _is_doubtful(session: Session, program: Program, kin: Kinship, previous: Previous) -> bool:
    """Whether neither people, text nor hours speak for it, though both have people and hours: a page may begin as a placeholder."""
    before = kin.before
    if session.formerly or session.start == before.start or not (session.start and before.start):
        return False
    said = _traits(session, program).people and _traits(before, previous.program).people
    return bool(said) and not _names_shared(session, program, kin, previous) & {"speakers", "text", "hours"}


def _names_shared(session: Session, program: Program, kin: Kinship, previous: Previous) -> set[str]:
    return {name for name, _ in _shared(_traits(session, program), _traits(kin.before, previous.program))}


def _by_name(sessions: Sequence[Session], previous: Previous) -> Iterator[tuple[str, Session]]:
    """Each session with the one before of its names, the surest first; nobody is taken for two."""
    own = {one.id: one for one in previous.sessions}
    once = {name: one for one in previous.sessions for name in (*_names_before(one), one.id)}
    # What a page says it was, its session is already: two pages that change their names do so once.
    settled = {one.id: own[one.id] for one in sessions if one.id in own and {*one.formerly} & {*_names_before(own[one.id])}}
    taken: set[str] = set()
    told: set[str] = set()
    for names_of, known in ((_current, settled), (_former, {**once, **own}), (_current, own), (_current, once)):
        for session in sessions:
            before = next((known[name] for name in names_of(session) if name in known and known[name].uid not in taken), None)
            if before and session.id not in told:
                taken.add(before.uid)
                told.add(session.id)
                yield session.id, before


def _names_before(session: Session) -> Sequence[str]:
    return (*session.formerly, first_id(session.uid))


def _former(session: Session) -> Sequence[str]:
    return session.formerly


def _current(session: Session) -> Sequence[str]:
    return (session.id,)


def _by_evidence(new: Mapping[str, _Traits], gone: Iterable[tuple[Session, _Traits]]) -> dict[str, Kinship]:
    """Those that have enough in common, each the only best one for the other."""
    before = {one.uid: (one, traits) for one, traits in gone}
    signs: dict[object, list[str]] = {}
    for uid, (_, traits) in before.items():
        for sign in _signs(traits):
            signs.setdefault(sign, []).append(uid)
    shared: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
    for id_, traits in new.items():
        common = (signs.get(sign, []) for sign in _signs(traits))
        for uid in {uid: None for uids in common if len(uids) <= _MANY for uid in uids}:
            shared[id_, uid] = tuple(_shared(traits, before[uid][1]))
    points = {pair: total for pair, common in shared.items() if (total := sum(each for _, each in common)) >= _ENOUGH}
    rivals: dict[tuple[str, str], list[int]] = {}
    for (id_, uid), total in points.items():
        for one in (("new", id_), ("gone", uid)):
            rivals.setdefault(one, []).append(total)
    best = {one: max(totals) if totals.count(max(totals)) == 1 else None for one, totals in rivals.items()}
    return {
        id_: Kinship(before[uid][0], tuple(name for name, _ in shared[id_, uid]))
        for (id_, uid), own in points.items()
        if own == best["new", id_] == best["gone", uid]
    }


def _signs(traits: _Traits) -> Iterator[object]:
    """What two sessions that are one share at least one of: only such pairs are looked at closely."""
    yield "title", traits.title
    yield from traits.people
    yield "hours", traits.hours
    yield "text", traits.text[:_SIGN]


def _shared(one: _Traits, other: _Traits) -> Iterator[tuple[str, int]]:
    """What the two have in common, with its points."""
    if _alike(one.title, other.title):
        yield "title", 3
    if one.people and len(one.people & other.people) > _HALF * len(one.people | other.people):
        yield "speakers", 3
    if one.text and _alike(one.text, other.text):
        yield "text", 3
    if one.hours and one.hours == other.hours:
        yield "hours", 1
    if one.room and one.room == other.room:
        yield "room", 1


def _alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for a few words; quick to say no."""
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() > _LIKE and matcher.quick_ratio() > _LIKE and matcher.ratio() > _LIKE


def _traits(session: Session, program: Program) -> _Traits:
    speakers = (speaker.name for talk in session.talks for speaker in talk.speakers)
    texts = (session.abstract, *(talk.abstract for talk in session.talks))
    return _Traits(
        session.title.casefold(),
        frozenset(name.casefold() for name in (*speakers, *(role.name for role in session.people))),
        (session.start, session.end) if session.start else None,
        room(session, program.venue_of.get(session.venue or "") if not session.removed else None),
        next((text.markdown[:_LOOKED_AT] for text in texts if text and text.markdown), ""),
    )
