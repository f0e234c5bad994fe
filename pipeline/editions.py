"""Where earlier editions are → what they state: the one that stands in the output folder, those at a path or on the web."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.compare.previous import Previous, read_previous
from pipeline.compare.rebase import rebased
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import MissingAddress, PublishedBefore, UnreachableEdition
from pipeline.emit.data import PATH
from pipeline.fetch import Unreachable, beside, fetch, is_address
from pipeline.model import Change, Edition
from pipeline.publish import previous_file
from pipeline.source import Span

#: The feed of all sessions, which holds every session's entry that subscribers have.
FEED = "calendar/all.ics"
#: The same in each language, and beside it the overview, which has the conference's own entry.
_WHOLE = re.compile(r"calendar/(?:(?!(?:day|track|venue|speaker|session)/)[a-z0-9-]+/)?(?:all|overview)\.ics")


@dataclass(frozen=True, slots=True)
class History:
    """Where the editions before are; each place is a path, or an http(s) address, of a ``program.json`` or of the folder it is in.

    ``previous`` is the edition that this one follows (``None``: that in the output folder), with ``published`` that at the conference's
    own address; ``rebase_on`` the published one to heal a state with that was lost or is older; ``live`` the published one, only to be
    checked against; ``printed`` the one that was printed. ``first`` says that there is none before, ``proof`` that this one is not for
    publishing, so that there may be none.
    """

    previous: str | None = None
    published: bool = False
    first: bool = False
    proof: bool = False
    rebase_on: str | None = None
    live: str | None = None
    printed: str | None = None
    accept_removals: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """An edition that was published: what it states, and under their paths those feeds that together hold all entries, if they are there."""

    state: Previous
    feeds: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The edition that the next one follows on, and the published ones that it must not contradict."""

    state: Previous | None = None
    published: tuple[Published, ...] = ()

    def since(self, edition: Edition) -> tuple[Change, ...] | None:
        """What has changed in the edition that follows; ``None`` where there is none before it."""
        return edition.changes[len(self.state.changes) :] if self.state else None


def earlier_editions(output: Path, history: History, address: str | None = None) -> tuple[Earlier, tuple[Problem, ...]]:
    """The earlier editions that there are. ``address`` is the conference's own.

    Reports unreadable-edition, foreign-edition, unreachable-edition, published-before and missing-address.
    """
    previous = _before(output, history, address)
    others = [_at(place) for place in (history.rebase_on, history.live) if place]
    found = (previous, *others)
    problems = tuple(one for one in found if isinstance(one, Problem))
    readable = tuple(one for one in found if isinstance(one, Published))
    if not history.rebase_on:
        return Earlier(previous.state if isinstance(previous, Published) else None, readable), problems
    live = others[0]
    if isinstance(live, Problem):
        return Earlier(), problems
    # A state that is lost is what it is healed from.
    local = previous if isinstance(previous, Published) else None
    kept = tuple(one for one in readable if one is not local)
    return Earlier(rebased(local.state, live.state) if local else live.state, kept), tuple(
        one for one in problems if one is not previous
    )


def whole_feeds(paths: Iterable[str]) -> tuple[str, ...]:
    """Those of some feeds that together hold every entry in every language, that of all sessions first."""
    return tuple(dict.fromkeys((FEED, *filter(_WHOLE.fullmatch, paths))))


def read_edition(place: str) -> Previous | Problem:
    """The edition at a path or an address."""
    program = place if place.rpartition("/")[2].endswith(".json") else beside(place, PATH)
    try:
        found = read_previous(fetch(program))
    except Unreachable as error:
        return UnreachableEdition(Span(PATH), program, str(error), missing=error.missing)
    return UnreachableEdition(Span(PATH), program, found.message) if isinstance(found, Problem) else found


def _before(output: Path, history: History, address: str | None) -> Published | Problem | None:
    """The edition that this one follows; ``None`` where there may be none, and is none."""
    if history.published and not is_address(address or ""):
        return MissingAddress(Span("program.toml"))
    place = address if history.published else history.previous
    found = _at(place) if place else _in(output)
    if isinstance(found, UnreachableEdition) and not found.place.endswith(".ics"):
        return None if history.first or (history.proof and found.missing) else found
    if history.first and found is not None:
        return PublishedBefore(Span(PATH), place or str(output))
    return found


def _at(place: str) -> Published | Problem:
    state = read_edition(place)
    if isinstance(state, Problem):
        return state
    feeds: dict[str, bytes] = {}
    for path in whole_feeds(state.feeds):
        try:
            feeds[path] = _calendar_at(beside(place, path))
        except Unreachable as error:
            if not error.missing:
                return UnreachableEdition(Span(PATH), beside(place, path), str(error))
    return Published(state, feeds)


def _calendar_at(place: str) -> bytes:
    """The feed there; servers there are that answer with a page whatever they are asked for."""
    data = fetch(place)
    if not (data.startswith(b"BEGIN:VCALENDAR") and data.rstrip().endswith(b"END:VCALENDAR")):
        raise Unreachable("it is no calendar, or was cut off")
    return data


def _in(output: Path) -> Published | Problem | None:
    data = previous_file(output, PATH)
    if data is None:
        return None
    state = read_previous(data)
    if isinstance(state, Problem):
        return state
    files = {path: previous_file(output, path) for path in whole_feeds(state.feeds)}
    return Published(state, {path: data for path, data in files.items() if data is not None})
