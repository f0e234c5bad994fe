"""Makes the :class:`~pipeline.emit.booklet.book.Book` of an edition."""

from collections.abc import Iterator
from datetime import date, datetime
from unicodedata import east_asian_width

from pipeline.emit.booklet.book import Book, Day, Doer, Entry, TalkEntry, TextEntry
from pipeline.emit.booklet.people import letters
from pipeline.emit.booklet.prose import title_language
from pipeline.emit.booklet.words import Wording
from pipeline.emit.moves import was_in, was_when
from pipeline.emit.tracks import accents
from pipeline.model import Edition, Program, Role, Session, Status, Talk, TextPage, When

#: How much of a title a running head may show, in widths of a Latin letter.
_HEAD = 62


def compose(edition: Edition) -> Book:
    """The book of an edition: its days with their sessions, and the index of its people."""
    program = edition.program
    words = Wording.of(program.event.languages)
    days = tuple(_days(edition, words))
    dated = program.event.days
    published = words.day(edition.published.astimezone(program.event.timezone).date()) if edition.dated else ()
    return Book(
        edition=edition,
        words=words,
        dates=words.days(dated[0], dated[-1]) if dated else (),
        as_of=tuple(words.say("edition", said.lang, date=said.text) for said in published),
        zone=words.zone(first) if (first := next((one.start for one in program.sessions if one.start), None)) else (),
        days=days,
        letters=letters(program, words, days),
        texts=tuple(_text(page, words) for page in program.texts),
    )


def _days(edition: Edition, words: Wording) -> Iterator[Day]:
    for number, (day, sessions) in enumerate(edition.program.by_day, start=1):
        yield Day(
            anchor=f"day-{day.isoformat()}" if day else "day-undated",
            number=number,
            date=day,
            names=words.day(day) if day else words.both("undated"),
            short=words.short_day(day) if day else words.say("undated"),
            entries=tuple(_entry(session, edition, words) for session in sessions),
        )


def _text(page: TextPage, words: Wording) -> TextEntry:
    return TextEntry(f"page-{page.id}", page, title_language(page.title, words.languages), shortened(page.title, _HEAD))


def _entry(session: Session, edition: Edition, words: Wording) -> Entry:
    program = edition.program
    changes = () if session.status is Status.CANCELLED else edition.changes_of.get(session.uid, ())
    anchor = f"session-{session.id}"
    talks = tuple(_talk(talk, number, session, anchor, words) for number, talk in enumerate(session.talks, start=1))
    sole = talks[0] if len(talks) == 1 and _is_whole(talks[0].talk, session) else None
    return Entry(
        anchor=anchor,
        session=session,
        lang=title_language(session.title, words.languages.of_text(session.language)),
        head=shortened(session.title, _HEAD),
        clock=clock(session.start, session.end, words),
        room=room(session, program),
        was_clock=_earlier(was_when(changes), session.day, words),
        was_room=was_in(changes),
        kind=words.kind(session.kind),
        color=accents(program)[session.track].light if session.track else None,
        doers=tuple(_doers(session.people, words)),
        sole=sole,
        talks=() if sole else talks,
    )


def _earlier(when: When | None, day: date | None, words: Wording) -> str | None:
    """The time that was announced before, with its day where that is another one."""
    if when is None:
        return None
    hours = clock(when.start, when.end, words) or ""
    return f"{words.short_day(when.day).text} {hours}" if when.day and when.day != day else hours


def _talk(talk: Talk, number: int, session: Session, anchor: str, words: Wording) -> TalkEntry:
    same = (talk.start, talk.end) == (session.start, session.end)
    host = talk.host if talk.host and not _named(talk.host, session) else None
    return TalkEntry(
        anchor=f"{anchor}-talk-{number}",
        talk=talk,
        lang=title_language(talk.title or "", words.languages.of_text(talk.language)),
        clock=None if same else clock(talk.start, talk.end, words),
        host=next(_doers((host,), words)) if host else None,
    )


def _named(host: Role, session: Session) -> bool:
    """Whether the session's heading names the host already."""
    return any(role.role == host.role and role.person == host.person for role in session.people)


def _is_whole(talk: Talk, session: Session) -> bool:
    """Whether a session's one talk is all of it, so that its title would stand there twice."""
    return talk.title == session.title and (talk.start, talk.end) in {(session.start, session.end), (None, None)}


def _doers(roles: tuple[Role, ...], words: Wording) -> Iterator[Doer]:
    """One line for each part, with all who have it."""
    for part in dict.fromkeys(role.role for role in roles):
        people = tuple((role.name, role.affiliation) for role in roles if role.role == part)
        yield Doer(words.say(part if len(people) == 1 else f"{part}s"), people)


def clock(start: datetime | None, end: datetime | None, words: Wording) -> str | None:
    """``09:00–10:30``; an end on another day says so; ``None`` without a start."""
    if start is None:
        return None
    if end is None:
        return f"{start:%H:%M}"
    later = f" ({words.say('next-day').text})" if end.date() > start.date() else ""
    return f"{start:%H:%M}–{end:%H:%M}{later}"


def room(session: Session, program: Program) -> str | None:
    """The venue's name, else the place as the page has it."""
    return program.venue_of[session.venue].name if session.venue else session.venue_text


def shortened(text: str, width: int) -> str:
    """The text, or as many whole words of it as fit ``width`` Latin letters, and ``…``; a Han character counts double."""
    total = 0
    for position, character in enumerate(text):
        total += 2 if east_asian_width(character) in "WF" else 1
        if total > width:
            cut = text[:position]
            kept = cut.rsplit(" ", 1)[0] if " " in cut and character != " " and character.isascii() else cut
            return kept.rstrip(" ,;:，；：—-") + "…"
    return text
