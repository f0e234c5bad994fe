"""Random edits of a program over many editions: the typed changes name exactly the edits, revisions rise exactly where they must."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.addresses import banner_uid, uid
from pipeline.compare import compare
from pipeline.compare.previous import Previous, read_previous
from pipeline.contentlines import Entry, entries, value
from pipeline.editions import FEED, Published, whole_feeds
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.gate import gate
from pipeline.model import Artifact, ChangeKind, Edition, Program, Session, Status, Translation
from tests.builders import day, event, program, rich, role, session, speaker, talk, venue

BEGUN = datetime(2026, 5, 1, tzinfo=UTC)
HALLS = tuple(venue(f"Hall {name}", id=f"hall-{name}", address=f"{name} Quay Road") for name in "abc")
DAYS = ("2026-10-15", "2026-10-16", "2026-10-17")
EVENT = event("Rivers", url="https://rivers.example/2026/", languages=("en", "zh"), days=tuple(map(day, DAYS)))


def made(number: int) -> Session:
    """The session of this number; no two are alike."""
    name = f"{number} {chr(ord('a') + number % 26) * 9}"
    on, hour = DAYS[number % 3], 8 + number % 9
    return session(
        f"Session {name}",
        f"{on} {hour:02}:00/{hour:02}:50",
        talk(f"Upper {name}", speaker(f"Ada {name}"), when=f"{on} {hour:02}:00/{hour:02}:20", id=f"s-{number}-1"),
        talk(f"Lower {name}", speaker(f"Bo {name}"), id=f"s-{number}-2"),
        id=f"s-{number}",
        venue=HALLS[number % 3].id,
        track=f"Track {number % 2}",
        translations=(Translation("zh", f"第{number}场"),),
    )


def moved(one: Session, way: int) -> Session:
    """The session and its talks begin and end so much earlier."""
    by = timedelta(minutes=1 + way)
    talks = tuple(replace(each, start=each.start and each.start - by, end=each.end and each.end - by) for each in one.talks)
    return replace(one, start=one.start and one.start - by, end=one.end and one.end - by, talks=talks)


def rehoused(one: Session, way: int) -> Session:
    others = [hall.id for hall in HALLS if hall.id != one.venue]
    return replace(one, venue=others[way % len(others)])


def translated(one: Session, way: int) -> Session:
    """The session's title in Chinese is another one."""
    return replace(one, translations=tuple(replace(each, title=f"{each.title}{way}") for each in one.translations))


def renamed(one: Session, way: int) -> Session:
    return replace(one, id=f"{one.id}-{way}", formerly=(*one.formerly, one.id))


#: What an edit does, and the change that it is.
EDITS: Mapping[str, tuple[ChangeKind, Callable[[Session, int], Session]]] = {
    "move": (ChangeKind.TIME, moved),
    "rehouse": (ChangeKind.ROOM, rehoused),
    "retitle": (ChangeKind.TITLE, lambda one, way: replace(one, title=f"{one.title} {way}")),
    "appoint": (
        ChangeKind.PEOPLE,
        lambda one, way: replace(one, people=(*one.people, role("chair", f"Chair {way} {len(one.people)}"))),
    ),
    "write": (
        ChangeKind.TEXT,
        lambda one, way: replace(one, abstract=rich(f"{one.abstract.plain if one.abstract else ''} More {way}.")),
    ),
    "translate": (ChangeKind.TEXT, translated),
    "tag": (ChangeKind.DETAILS, lambda one, way: replace(one, tag=f"{one.tag or 'Tag'} {way}")),
    "rename": (ChangeKind.DETAILS, renamed),
    "cancel": (ChangeKind.CANCELLED, lambda one, _: replace(one, status=Status.CANCELLED)),
    "reinstate": (ChangeKind.REINSTATED, lambda one, _: replace(one, status=Status.CONFIRMED)),
}
NEEDS = {"cancel": Status.CONFIRMED, "reinstate": Status.CANCELLED}


@dataclass
class Organisers:
    """The pages as organisers keep them: they edit them, each at most once before the next build, and know what they did."""

    live: dict[str, Session] = field(default_factory=lambda: {uid_of(made(number)): made(number) for number in range(6)})
    gone: dict[str, Session] = field(default_factory=dict)
    next: int = 6

    def edit(self, script: list[tuple[str, int, int]]) -> dict[str, ChangeKind]:
        """Carries out a script; the change that each session, under its UID, should be said to have."""
        done: dict[str, ChangeKind] = {}
        for name, place, way in script:
            if name == "add":
                one = made(self.next)
                self.next += 1
                self.live[uid_of(one)] = one
                done[uid_of(one)] = ChangeKind.NEW
                continue
            home = self.gone if name == "restore" else self.live
            whose = [one for one in home if one not in done]
            change = self._edit(whose[place % len(whose)], name, way) if whose else None
            if change:
                done[whose[place % len(whose)]] = change
        return done

    def _edit(self, of: str, name: str, way: int) -> ChangeKind | None:
        if name == "restore":
            self.live[of] = self.gone.pop(of)
            return ChangeKind.REINSTATED
        if name == "remove":
            self.gone[of] = self.live.pop(of)
            return ChangeKind.REMOVED
        if NEEDS.get(name, self.live[of].status) is not self.live[of].status:
            return None
        kind, edit = EDITS[name]
        self.live[of] = edit(self.live[of], way)
        return kind

    @property
    def program(self) -> Program:
        return program(*self.live.values(), event_=EVENT, venues=HALLS)


@dataclass(frozen=True)
class Built:
    """An edition as published."""

    edition: Edition
    files: Mapping[str, bytes]
    data: bytes

    @cached_property
    def entries(self) -> Mapping[str, Mapping[str, Entry]]:
        """The entries of each feed."""
        return {path: entries(data) for path, data in self.files.items() if path.endswith(".ics")}

    @property
    def sequences(self) -> dict[str, int]:
        return {one: int(value(entry, "SEQUENCE") or -1) for one, entry in self.entries[FEED].items()}

    @property
    def state(self) -> Previous:
        state = read_previous(self.data)
        assert isinstance(state, Previous)
        return state


def uid_of(one: Session) -> str:
    """The UID of a session that is published under its id for the first time."""
    return uid(EVENT, one.id)


def build(made: Program, before: bytes | None, now: datetime) -> Built:
    edition, problems = compare(made, before, now, {}, accept_removals=True)
    assert problems == ()
    emission = emit(edition)
    assert emission.problems == ()
    return Built(edition, {file.path: file.data for file in emission.artifacts}, program_json(edition, (), emission.artifacts).data)


def breaches(after: Built, before: Built) -> list[str]:
    files = [Artifact(path, data) for path, data in after.files.items()]
    return [
        problem.message
        for problem in gate(
            after.edition, files, [Published(before.state, {path: before.files[path] for path in whole_feeds(before.files)})], None
        )
    ]


NAMES = [*EDITS, "add", "remove", "restore"]
SCRIPT = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.integers(0, 9)), max_size=5)


@pytest.mark.parametrize(("builds", "examples"), [(2, 40), (3, 25), (20, 5)])
def test_changes_are_exactly_the_edits(builds: int, examples: int):
    @settings(max_examples=examples, deadline=None)
    @given(st.lists(SCRIPT, min_size=builds - 1, max_size=builds - 1))
    def follows(scripts: list[list[tuple[str, int, int]]]) -> None:
        organisers = Organisers()
        first = before = build(organisers.program, None, BEGUN)
        for number, script in enumerate(scripts, 1):
            done = organisers.edit(script)
            after = build(organisers.program, before.data, BEGUN + timedelta(days=number))
            check_step(before, after, done)
            again = build(organisers.program, after.data, BEGUN + timedelta(days=number, hours=1))
            assert (again.files, again.data) == (after.files, after.data)
            before = after
        # The last state alone is enough: nothing of the editions between is needed, and none of it is contradicted.
        assert breaches(before, first) == []

    follows()


def check_step(before: Built, after: Built, done: Mapping[str, ChangeKind]) -> None:
    new = after.edition.changes[len(before.edition.changes) :]
    assert after.edition.changes[: len(before.edition.changes)] == before.edition.changes
    assert {change.uid: change.kind for change in new} == done
    assert len(new) == len(done)
    assert set(before.sequences) <= set(after.sequences)
    risen = {one: sequence - before.sequences[one] for one, sequence in after.sequences.items() if one in before.sequences}
    assert risen == {one: int(one in done) for one in before.sequences}
    for path, old in before.entries.items():
        untouched = {one: entry for one, entry in old.items() if one not in done}
        assert {one: after.entries[path].get(one) for one in untouched} == untouched
    for path in whole_feeds(after.files):
        # In every language the same revisions, and that of the conference's own entry, in which nothing is edited.
        revisions = {one: int(value(entry, "SEQUENCE") or -1) for one, entry in after.entries[path].items()}
        whole = {**after.sequences, banner_uid(EVENT): 0}
        assert revisions == {one: whole[one] for one in (revisions if path.endswith("overview.ics") else after.sequences)}
    assert set(before.files) <= set(after.files)
    assert breaches(after, before) == []
