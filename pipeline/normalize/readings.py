"""What a page states, read and reconciled for itself: what ``reading.py`` gives, before people and venues are known across pages."""

from dataclasses import dataclass

from pipeline.diagnostics import Problem
from pipeline.diagnostics.times import MissingDay
from pipeline.model import Draft, DraftTalk, Finding, Kind, RichText, Status, Translation
from pipeline.normalize.people.somebody import Mention
from pipeline.normalize.when.read import When
from pipeline.source import Located, Span


@dataclass(frozen=True, slots=True)
class TalkReading:
    """A talk as its page states it. ``evidence`` is that of all facts but the times, which have their own."""

    draft: DraftTalk
    title: str | None
    when: When
    host: Mention | None
    speakers: tuple[Mention, ...]
    abstract: RichText | None
    biography: RichText | None
    slides: str | None
    video: str | None
    span: Span
    language: str | None = None
    translations: tuple[Translation, ...] = ()
    evidence: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as it states its session. ``roles`` pairs a role's name with who has it; ``evidence`` is as for talks."""

    draft: Draft
    id: str | None
    kind: Kind
    title: str
    when: When
    venue: Located[str] | None
    track: str | None
    tag: str | None
    order: float | None
    status: Status
    stream: str | None
    roles: tuple[tuple[str, Mention], ...]
    talks: tuple[TalkReading, ...]
    abstract: RichText | None
    span: Span
    language: str | None = None
    translations: tuple[Translation, ...] = ()
    evidence: tuple[Finding, ...] = ()

    @property
    def problems_of_time(self) -> tuple[Problem, ...]:
        """What was wrong with the session's times and those of its talks; that their day is missing is told once, or not where it is unclear."""
        every = (*self.when.problems, *(problem for talk in self.talks for problem in talk.when.problems))
        missing = [problem for problem in every if isinstance(problem, MissingDay)]
        unclear = any(found.fact == "date" and found.value is None for found in self.when.evidence)
        told = frozenset(missing[0 if unclear else 1 :])
        return tuple(problem for problem in every if problem not in told)
