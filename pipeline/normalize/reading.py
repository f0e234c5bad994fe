"""draft → reading: what a single page states, read and reconciled, before people and venues are known across pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import MissingTitle, Placeholder, UntitledEntry
from pipeline.extract.pictures import Pictures
from pipeline.grammar.kinds import kind_named, kind_of
from pipeline.grammar.placeholders import is_placeholder, without_placeholder
from pipeline.model import Draft, DraftTalk, Fact, Finding, Image, Kind, RichText, Rule, Statement, Status
from pipeline.normalize.evidence import (
    AFTER_THE_NAME,
    ENTRY_TITLE,
    FILE_NAME,
    FIRST_HEADING,
    PLACEHOLDER,
    SAME_LINE,
    STATED_ONCE,
    TELLING_WORD,
    agree,
    folded,
    weigh,
)
from pipeline.normalize.people.biographies import introduced, told_apart
from pipeline.normalize.people.bylines import NamedPerson, read_people
from pipeline.normalize.people.namings import name_in_languages
from pipeline.normalize.people.resolve import Mention
from pipeline.normalize.readings import PageReading, TalkReading
from pipeline.normalize.scalars import address, number, status
from pipeline.normalize.translations.renderings import languages_of, settled
from pipeline.normalize.translations.translator import Translator
from pipeline.normalize.venues import without_full_stop
from pipeline.normalize.when.calendar import Calendar
from pipeline.normalize.when.read import read_when
from pipeline.source import Located, Span

_ROLES = {Fact.HOST: "host", Fact.CHAIR: "chair", Fact.ORGANIZER: "organizer", Fact.PANELIST: "panelist"}


def read_page(
    draft: Draft, pictures: Pictures, calendar: Calendar, languages: Sequence[str] = ()
) -> tuple[PageReading | None, tuple[Problem, ...]]:
    """What a draft states, and its problems but those of its times, which are in each ``when``.

    There is no reading where the page has no title. ``calendar`` is what is known of the conference's days, ``languages`` are the event's.
    """
    chosen, problems = settled(draft, languages)
    reader = _PageReader(chosen, pictures, calendar, languages)
    return reader.page(), (*problems, *reader.problems)


class _PageReader:
    """Reads one draft, collecting its evidence and its problems."""

    def __init__(self, draft: Draft, pictures: Pictures, calendar: Calendar, languages: Sequence[str]) -> None:
        self.draft = draft
        self.pictures = pictures
        self.calendar = calendar
        self.translator = Translator(languages_of(draft.statements, languages))
        self.problems: list[Problem] = []
        self.evidence: list[Finding] = []

    def page(self) -> PageReading | None:
        said = self.draft.statements
        when = read_when(said, self.calendar)
        talks = tuple(self.talk(talk, when.day) for talk in self.draft.talks)
        title = self.title(talks)
        if title is None and self.draft.entry:
            # Of an entry that is left out nothing else matters.
            entry = next((one.text for one in self.draft.said if one.text.span == self.draft.entry), Located("", self.draft.entry))
            self.problems = [UntitledEntry(entry.span, folded(entry).value)]
            return None
        if title is None:
            self.problems += (*when.problems, *(problem for talk in talks for problem in talk.when.problems))
            return None
        reading = PageReading(
            draft=self.draft,
            id=self.id(said),
            kind=self.kind(said, title, len(talks)),
            title=title.value,
            when=when,
            venue=self.venue(said),
            track=self.text(said, Fact.TRACK),
            tag=self.text([one for one in said if one.fact is Fact.TAG][:1], Fact.TAG),  # further tags speak against none
            order=number(self.text(said, Fact.ORDER)),
            status=self.status(said),
            stream=address(self.weigh(said, Fact.STREAM)),
            roles=tuple(self.roles(said)),
            talks=talks,
            abstract=self.rich(said, Fact.ABSTRACT),
            span=title.span,
            language=self.translator.language,
        )
        return replace(reading, translations=self.translator.translations, evidence=tuple(self.evidence))

    # --- any fact ---

    def weigh(self, said: Sequence[Statement], fact: Fact, *, fullest: bool = False) -> Statement | None:
        """The statement of a fact to believe; how it was found is kept."""
        verdict = weigh(said, fact, fullest=fullest)
        self.problems += verdict.problems
        self.evidence += [verdict.finding] if verdict.finding else []
        if verdict.best:
            self.translate(said, verdict.best)
        return verdict.best

    def translate(self, said: Sequence[Statement], best: Statement) -> None:
        """Keeps what a fact is in other languages, and how that was found."""
        evidence, problems = self.translator.add(said, best)
        self.evidence += evidence
        self.problems += problems

    def text(self, said: Sequence[Statement], fact: Fact) -> str | None:
        best = self.weigh(said, fact)
        return folded(best.text).value if best else None

    def rich(self, said: Sequence[Statement], fact: Fact) -> RichText | None:
        best = self.weigh(said, fact)
        return self.translator.rich(best) if best else None

    def venue(self, said: Sequence[Statement]) -> Located[str] | None:
        best = self.weigh(said, Fact.VENUE, fullest=True)
        if best is None:
            return None
        named = without_full_stop(folded(best.text))
        known = without_placeholder(named.value)
        if known is None or known == named.value:
            return named
        # 惟真楼xx: the house is known, the room is not.
        self.problems.append(Placeholder(best.text.span, "room", named.value))
        self.evidence.append(Finding("room", None, PLACEHOLDER, lost=((best.text, "a placeholder"),)))
        return Located(known, named.span)

    def note(self, fact: str, value: str | None, rule: Rule, *read: Located[str], whose: str | None = None) -> None:
        """Keeps how a fact was found that has no statements to weigh."""
        self.evidence.append(Finding(fact, value, rule, read, whose=whose))

    # --- the session ---

    def title(self, talks: Sequence[TalkReading]) -> Located[str] | None:
        """The session's title: its field's, else a label's, else the first heading that is no date."""

        def of_a_talk(text: str) -> bool:
            # A page of one or two talks may name them where a page of many names its theme.
            return any(talk.title is not None and agree(talk.title, text) for talk in talks)

        verdict = weigh(self.draft.statements, Fact.TITLE, beside=of_a_talk)
        self.problems += verdict.problems
        if verdict.best is None:
            return self._other_title(talks, verdict.problems)
        self.evidence += [verdict.finding] if verdict.finding else []
        self.translate(self.draft.statements, verdict.best)
        return folded(verdict.best.text)

    def _other_title(self, talks: Sequence[TalkReading], told: Sequence[Problem]) -> Located[str] | None:
        headings = [
            said for said in self.draft.statements if said.fact is Fact.HEADING and not self.calendar.is_time(said.text.value)
        ]
        found = folded(headings[0].text) if headings else None
        if found is None and len(talks) == 1 and talks[0].title is not None:
            found = Located(talks[0].title, talks[0].span)
            self.translator.title_of(talks[0].translations, talks[0].language)
        if found is None:
            # That it is only a placeholder is why there is none.
            self.problems = [problem for problem in self.problems if problem not in told]
            self.problems.append(MissingTitle(told[0].span if told else Span(self.draft.path)))
            return None
        self.note("title", found.value, FIRST_HEADING, found)
        if headings:
            self.translate((), replace(headings[0], fact=Fact.TITLE))
        return found

    def id(self, said: Sequence[Statement]) -> str | None:
        found = self.text(said, Fact.ID)
        if found is None:
            self.note("id", None, ENTRY_TITLE if self.draft.entry else FILE_NAME)
        return found

    def kind(self, said: Sequence[Statement], title: Located[str], talks: int) -> Kind:
        named = kind_named(best.text.value) if (best := self.weigh(said, Fact.KIND)) else None
        kind = named or kind_of(title.value, "" if self.draft.entry else self.draft.path, talks)
        if named is None:
            self.note("kind", kind.value, TELLING_WORD, title)
        return kind

    def status(self, said: Sequence[Statement]) -> Status:
        found, problems = status(self.weigh(said, Fact.STATUS))
        self.problems += problems
        return found

    def roles(self, said: Sequence[Statement]) -> Iterator[tuple[str, Mention]]:
        """Who hosts, chairs, organizes, sits on the panel; a fact about a person follows the person's name."""
        for index, statement in enumerate(said):
            if statement.fact in _ROLES:
                for mention in self.people(statement, said[index + 1 :]):
                    yield _ROLES[statement.fact], mention

    # --- talks and people ---

    def talk(self, draft: DraftTalk, day: date | None) -> TalkReading:
        said, before, of_the_page = draft.statements, len(self.evidence), self.translator
        self.translator = Translator(languages_of(said, of_the_page.languages))
        title = self.text(said, Fact.TALK_TITLE)
        hosts = [mention for role, mention in self.roles(said) if role == "host"]
        speakers = [
            mention
            for index, statement in enumerate(said)
            if statement.fact is Fact.SPEAKER
            for mention in self.people(statement, said[index + 1 :])
        ]
        biography = self.rich(said := told_apart(said, speakers), Fact.BIOGRAPHY)
        source = next((one.text for one in said if one.fact is Fact.BIOGRAPHY and not is_placeholder(one.text.value)), None)
        reading = TalkReading(
            draft=draft,
            title=title,
            when=read_when(said, self.calendar, day),
            host=hosts[0] if hosts else None,
            speakers=introduced(speakers, biography, source),
            abstract=self.rich(said, Fact.ABSTRACT),
            biography=biography,
            slides=address(self.weigh(said, Fact.SLIDES)),
            video=address(self.weigh(said, Fact.VIDEO)),
            span=draft.span,
            language=self.translator.language,
        )
        evidence, translations = tuple(self.evidence[before:]), self.translator.translations
        del self.evidence[before:]
        self.translator = of_the_page
        return replace(reading, translations=translations, evidence=evidence)

    def people(self, statement: Statement, following: Sequence[Statement]) -> list[Mention]:
        """The people that a statement names, with what the statements after it say of them."""
        role = statement.fact.value
        if is_placeholder(statement.text.value):
            self.problems.append(Placeholder(statement.text.span, role, statement.text.value))
            self.evidence.append(Finding(role, None, PLACEHOLDER, lost=((statement.text, "a placeholder"),)))
            return []
        found, problems = read_people(statement.text, statement.link)
        self.problems += problems
        said = list(takewhile(lambda said: said.fact not in (*_ROLES, Fact.SPEAKER), following))
        statement = replace(statement, text=folded(statement.text))
        mentions = [self.person(person, statement, said, alone=len(found) == 1) for person in found]
        mentions = self.named(mentions, statement, said)
        for problem in problems:
            if isinstance(problem, Placeholder):
                lost = ((Located(problem.text, problem.span), "a placeholder"),)
                self.evidence.append(Finding(problem.fact, None, PLACEHOLDER, (), lost, found[-1].name if found else None))
        return mentions

    def person(self, person: NamedPerson, statement: Statement, said: Sequence[Statement], *, alone: bool) -> Mention:
        """Somebody named in a statement. ``said`` follows the names; of several people only the institute is said of all."""
        self.note(statement.fact.value, person.name, STATED_ONCE, Located(statement.text.value, person.span))
        own = next((one.text.span for one in said if one.fact is Fact.AFFILIATION), None)
        return Mention(
            name=person.name,
            affiliation=self.affiliation(person, statement, said),
            affiliation_at=None if person.affiliation else own,
            photo=self.picture(person, said) if alone else None,
            url=person.url or (self.url(person, said) if alone else None),
            span=person.span,
            photo_at=next((one.text.span for one in said if one.fact is Fact.PHOTO), None) if alone else None,
        )

    def named(self, mentions: list[Mention], statement: Statement, said: Sequence[Statement]) -> list[Mention]:
        """The people that a statement names, with their names and institutes in other languages."""
        affiliations = [one for one in said if one.fact is Fact.AFFILIATION]
        found = name_in_languages(mentions, statement, affiliations, self.translator.languages)
        self.problems += found.problems
        self.evidence += found.evidence
        return [replace(mention, namings=own) for mention, own in zip(mentions, found.namings, strict=True)]

    def affiliation(self, person: NamedPerson, statement: Statement, said: Sequence[Statement]) -> str | None:
        """In the line of the name, or else the first that is stated after it."""
        after = [one for one in said if one.fact is Fact.AFFILIATION]
        first = next((number for number, one in enumerate(after, 1) if not is_placeholder(one.text.value)), len(after))
        verdict = weigh(after[:first], Fact.AFFILIATION)
        self.problems += verdict.problems
        if person.affiliation:
            self.note("affiliation", person.affiliation, SAME_LINE, statement.text, whose=person.name)
            return person.affiliation
        if verdict.finding:
            rule = AFTER_THE_NAME if verdict.best else verdict.finding.rule
            self.evidence.append(replace(verdict.finding, rule=rule, whose=person.name))
        return without_full_stop(folded(verdict.best.text)).value if verdict.best else None

    def picture(self, person: NamedPerson, said: Sequence[Statement]) -> Image | None:
        after = next((one for one in said if one.fact is Fact.PHOTO), None)
        found = self.pictures.get((after.text.span.path, after.text.value)) if after else None
        if after and found:
            self.note("photo", found.reference, AFTER_THE_NAME, after.text, whose=person.name)
        return found

    def url(self, person: NamedPerson, said: Sequence[Statement]) -> str | None:
        after = next((one.text for one in said if one.fact is Fact.URL and address(one)), None)
        if after:
            self.note("url", after.value, AFTER_THE_NAME, after, whose=person.name)
        return after.value if after else None
