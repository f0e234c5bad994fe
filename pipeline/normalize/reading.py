"""draft → reading: what a single page states, read and reconciled, before people and venues are known across pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import MissingTitle, Placeholder, StatementsDisagree
from pipeline.extract.pictures import Pictures
from pipeline.model import Draft, DraftTalk, Fact, Image, Kind, RichText, Statement, Status
from pipeline.normalize.bylines import read_people
from pipeline.normalize.evidence import agree, believed, by_rank, stated
from pipeline.normalize.kinds import kind_named, kind_of
from pipeline.normalize.people import Mention
from pipeline.normalize.placeholders import is_placeholder
from pipeline.normalize.text import rich_text
from pipeline.normalize.when import Calendar, When, read_when
from pipeline.source import Located, Span

_ROLES = {Fact.HOST: "host", Fact.CHAIR: "chair", Fact.ORGANIZER: "organizer", Fact.PANELIST: "panelist"}


@dataclass(frozen=True, slots=True)
class TalkReading:
    """A talk as its page states it."""

    title: str | None
    when: When
    host: Mention | None
    speakers: tuple[Mention, ...]
    abstract: RichText | None
    biography: RichText | None
    slides: str | None
    video: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as it states its session. ``roles`` pairs a role's name with who has it."""

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
    roles: tuple[tuple[str, Mention], ...]
    talks: tuple[TalkReading, ...]
    abstract: RichText | None
    span: Span


def read_page(draft: Draft, pictures: Pictures, calendar: Calendar) -> tuple[PageReading | None, tuple[Problem, ...]]:
    """What a draft states; no reading where the page has no title. ``calendar`` is what is known of the conference's days."""
    reader = _PageReader(draft, pictures, calendar)
    return reader.page(), tuple(reader.problems)


class _PageReader:
    """Reads one draft, collecting its problems."""

    def __init__(self, draft: Draft, pictures: Pictures, calendar: Calendar) -> None:
        self.draft = draft
        self.pictures = pictures
        self.calendar = calendar
        self.problems: list[Problem] = []

    def page(self) -> PageReading | None:
        said = self.draft.statements
        when, problems = read_when(said, self.calendar)
        self.problems += problems
        talks = tuple(self.talk(talk, when.day) for talk in self.draft.talks)
        title = self.title(talks)
        if title is None:
            return None
        kind = self.text(said, Fact.KIND)
        return PageReading(
            draft=self.draft,
            id=self.text(said, Fact.ID),
            kind=(kind and kind_named(kind)) or kind_of(title.value, self.draft.path, len(talks)),
            title=title.value,
            when=when,
            venue=self.venue(said),
            track=self.text(said, Fact.TRACK),
            tag=self.text(said, Fact.TAG),
            order=_number(self.text(said, Fact.ORDER)),
            status=_status(self.text(said, Fact.STATUS)),
            roles=tuple(self.roles(said)),
            talks=talks,
            abstract=self.rich(said, Fact.ABSTRACT),
            span=title.span,
        )

    def title(self, talks: Sequence[TalkReading]) -> Located[str] | None:
        """The session's title: its field's, else a label's, else the first heading that is no date."""
        told, problems = stated(self.draft.statements, Fact.TITLE)
        self.problems += problems
        ranked = by_rank(told)
        if not ranked:
            return self._other_title(talks)
        for said in ranked[1:]:
            # A page of one or two talks may name them where a page of many names its theme.
            of_a_talk = any(talk.title is not None and agree(talk.title, said.text.value) for talk in talks)
            if not agree(said.text.value, ranked[0].text.value) and not of_a_talk:
                first = ranked[0].text
                self.problems.append(StatementsDisagree(said.text.span, "title", first.value, said.text.value, first.span))
        return _folded(ranked[0].text)

    def _other_title(self, talks: Sequence[TalkReading]) -> Located[str] | None:
        headings = [
            said for said in self.draft.statements if said.fact is Fact.HEADING and not self.calendar.is_time(said.text.value)
        ]
        if headings:
            return _folded(headings[0].text)
        if len(talks) == 1 and talks[0].title is not None:
            return Located(talks[0].title, talks[0].span)
        self.problems.append(MissingTitle(Span(self.draft.path)))
        return None

    def venue(self, said: Sequence[Statement]) -> Located[str] | None:
        told, problems = stated(said, Fact.VENUE)
        best, disagreements = believed("venue", told)
        self.problems += [*problems, *disagreements]
        return _folded(best.text) if best else None

    def text(self, said: Sequence[Statement], fact: Fact) -> str | None:
        told, problems = stated(said, fact)
        self.problems += problems
        return _folded(by_rank(told)[0].text).value if told else None

    def rich(self, said: Sequence[Statement], fact: Fact) -> RichText | None:
        told, problems = stated(said, fact)
        self.problems += problems
        return rich_text(told[0].text.value, told[0].markup) if told else None

    def roles(self, said: Sequence[Statement]) -> Iterator[tuple[str, Mention]]:
        """Who hosts, chairs, organizes, sits on the panel; a fact about a person follows the person's name."""
        for index, statement in enumerate(said):
            if statement.fact in _ROLES:
                for mention in self.people(statement, said[index + 1 :]):
                    yield _ROLES[statement.fact], mention

    def talk(self, draft: DraftTalk, day: date | None) -> TalkReading:
        said = draft.statements
        when, problems = read_when(said, self.calendar, day)
        self.problems += problems
        hosts = [mention for role, mention in self.roles(said) if role == "host"]
        speakers = [
            mention
            for index, statement in enumerate(said)
            if statement.fact is Fact.SPEAKER
            for mention in self.people(statement, said[index + 1 :])
        ]
        return TalkReading(
            title=self.text(said, Fact.TALK_TITLE),
            when=when,
            host=hosts[0] if hosts else None,
            speakers=tuple(speakers),
            abstract=self.rich(said, Fact.ABSTRACT),
            biography=self.rich(said, Fact.BIOGRAPHY),
            slides=_address(self.text(said, Fact.SLIDES)),
            video=_address(self.text(said, Fact.VIDEO)),
            span=draft.span,
        )

    def people(self, statement: Statement, following: Sequence[Statement]) -> list[Mention]:
        """The people that a statement names, with what the statements after it say of them."""
        if is_placeholder(statement.text.value):
            self.problems.append(Placeholder(statement.text.span, str(statement.fact.value), statement.text.value))
            return []
        found, problems = read_people(statement.text, statement.link)
        self.problems += problems
        affiliation = photo = url = None
        for said in following:
            if said.fact is Fact.AFFILIATION and affiliation is None:
                affiliation = self.text((said,), Fact.AFFILIATION)
            elif said.fact is Fact.PHOTO and photo is None:
                photo = self.picture(said)
            elif said.fact is Fact.URL and url is None:
                url = _address(said.text.value)
            elif said.fact in (*_ROLES, Fact.SPEAKER):
                break
        alone = len(found) == 1
        return [
            Mention(
                name=person.name,
                affiliation=person.affiliation or affiliation,
                photo=photo if alone else None,
                url=person.url or (url if alone else None),
                span=person.span,
            )
            for person in found
        ]

    def picture(self, said: Statement) -> Image | None:
        return self.pictures.get((self.draft.path, said.text.value))


def _folded(text: Located[str]) -> Located[str]:
    return Located(" ".join(text.value.split()), text.span)


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < float("inf") else None


def _status(text: str | None) -> Status:
    cancelled = ("cancelled", "canceled", "取消", "已取消")
    return Status.CANCELLED if text and text.lower() in cancelled else Status.CONFIRMED


def _address(text: str | None) -> str | None:
    """A web address; anything else (``javascript:``, ``coming soon``) is none."""
    return text if text and text.lower().startswith(("https://", "http://")) and not any(c.isspace() for c in text) else None
