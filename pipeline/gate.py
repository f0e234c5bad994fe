"""An edition, and those published before → what would break the calendars of people who subscribed. Each such problem is an error.

``compare`` makes revisions so that nothing of this can happen; the gate does not trust it, nor a state that may have been lost, edited
by hand or be older than what is published. It looks at the sessions' facts, and at the very bytes of the feeds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.compare.changes import seen
from pipeline.compare.previous import Previous
from pipeline.compare.removed import is_over
from pipeline.contentlines import Entry, entries, name, value
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import EmptyRevision, LostEntry, SunkenRevision, UnannouncedChange
from pipeline.editions import FEED, Published
from pipeline.emit.data import PATH
from pipeline.model import Artifact, Edition, Kind, Session
from pipeline.source import Span

# What may differ in an entry that is the same: its version, the colour of its track, properties that say nothing, and of what language
# we take a text to be.
_LANGUAGE = re.compile(r"^([A-Z]+);LANGUAGE=[A-Za-z0-9-]+")
_NOT_SHOWN = frozenset({"SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "CREATED", "COLOR"})
_HERE = Span(PATH)


def gate(
    edition: Edition, artifacts: Sequence[Artifact], published: Sequence[Published], now: datetime | None
) -> Iterator[Problem]:
    """What this edition, with these files, would break for those who subscribed to those published before.

    ``now`` is the time of the build, ``None`` where nobody gave it: what was removed may go when the conference has been over for long.
    """
    paths = {FEED, *(path for before in published for path in before.feeds)}
    feeds = {artifact.path: artifact.data for artifact in artifacts if artifact.path in paths}
    for before in published:
        yield from _between(edition, feeds, before, now)


def _between(edition: Edition, feeds: Mapping[str, bytes], before: Published, now: datetime | None) -> Iterator[Problem]:
    new = {one.uid: one for one in (*edition.program.sessions, *edition.removed)}
    over = now is not None and is_over(edition.program.event, before.state.program.event, now)
    dropped = {one.uid for one in before.state.removed} if over else set()
    told = set()
    for old in before.state.sessions:
        for problem in _session(old, new.get(old.uid), edition, before.state) if old.uid not in dropped else ():
            told.add(old.uid)
            yield problem
    for problem in _banner(edition, before.state):
        told |= {before.state.banner.uid} if before.state.banner else set()
        yield problem
    breaks = {uid for uid, one in new.items() if one.kind is Kind.BREAK}
    for path, data in before.feeds.items():
        # A session may leave the overview: it goes on in the feed of all.
        elsewhere = new.keys() if path.endswith("/overview.ics") else set()
        for uid, problem in _feed(entries(data), entries(feeds.get(path, b"")), told | breaks | dropped | elsewhere):
            told.add(uid)
            yield problem


def _banner(edition: Edition, before: Previous) -> Iterator[Problem]:
    """What is wrong with the conference's own entry, by its facts."""
    old, new = before.banner, edition.banner
    if old is None:
        return
    if new is None or new.uid != old.uid:
        yield LostEntry(_HERE, old.uid, old.title)
    elif new.revision < old.revision:
        yield SunkenRevision(_HERE, new.uid, new.title, old.revision, new.revision)
    elif new.revision == old.revision and new != replace(old, created=new.created, changed=new.changed):
        yield UnannouncedChange(_HERE, new.uid, new.title)


def _session(old: Session, new: Session | None, edition: Edition, before: Previous) -> Iterator[Problem]:
    if new is None:
        yield LostEntry(_HERE, old.uid, old.title)
        return
    if new.revision < old.revision:
        yield SunkenRevision(_place(new), new.uid, new.title, old.revision, new.revision)
    same = seen(old, before.program) == seen(new, edition.program)
    logged = any(old.revision < change.revision <= new.revision for change in edition.changes_of.get(new.uid, ()))
    if new.revision == old.revision and not same:
        yield UnannouncedChange(_place(new), new.uid, new.title)
    elif new.revision > old.revision and not logged:
        yield EmptyRevision(_place(new), new.uid, new.title, old.revision, new.revision)


def _feed(old: Mapping[str, Entry], new: Mapping[str, Entry], apart: set[str]) -> Iterator[tuple[str, Problem]]:
    """What is wrong with entries by their bytes, each under its UID."""
    for uid, entry in old.items():
        title = value(entry, "SUMMARY") or ""
        if uid in apart:
            continue
        if uid not in new:
            yield uid, LostEntry(_HERE, uid, title)
            continue
        was, is_ = _sequence(entry), _sequence(new[uid])
        if is_ < was:
            yield uid, SunkenRevision(_HERE, uid, title, was, is_)
        elif is_ == was and _shown(entry) != _shown(new[uid]):
            yield uid, UnannouncedChange(_HERE, uid, title)


def _sequence(entry: Entry) -> int:
    written = value(entry, "SEQUENCE") or ""
    return int(written) if written.isascii() and written.isdigit() else 0


def _shown(entry: Entry) -> tuple[str, ...]:
    said = (line for line in entry if name(line) not in _NOT_SHOWN and line.partition(":")[2])
    return tuple(_LANGUAGE.sub(r"\1", line) for line in said)


def _place(session: Session) -> Span:
    return _HERE if session.removed else session.source
