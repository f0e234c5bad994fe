"""One-line makers of model values with plain defaults, and a whole small conference, for tests of everything behind the waist.

``at("2026-10-15 09:00")`` is a time in the event's zone; names of venues and people become their ids through ``slug``, so that a
test can write ``venue("Main Hall")`` here and ``session(…, venue="main-hall")`` there.
"""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from PIL import Image as Picture

from pipeline.addresses import uid
from pipeline.model import (
    Change,
    ChangeKind,
    Edition,
    Event,
    Image,
    Kind,
    Person,
    Program,
    RichText,
    Role,
    Session,
    Speaker,
    Status,
    Talk,
    Track,
    Venue,
    When,
)
from pipeline.source import Span

ZONE = ZoneInfo("Asia/Shanghai")
PUBLISHED = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


# --- single values ------------------------------------------------------------------------------------------------------------


def slug(name: str) -> str:
    """An id for a name: its ASCII letters and digits with ``-`` between, other characters as their code points; 60 characters at most."""
    spelled = "".join(c if c.isascii() else f"-u{ord(c):x}-" for c in name.lower())
    return re.sub(r"[^a-z0-9]+", "-", spelled)[:60].strip("-")


def at(text: str, zone: ZoneInfo = ZONE) -> datetime:
    """``"2026-10-15 09:00"`` as an aware time in the zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def day(text: str) -> date:
    """``"2026-10-15"`` as a date."""
    return date.fromisoformat(text)


def rich(*paragraphs: str) -> RichText:
    """Plain paragraphs in all three forms."""
    plain = "\n\n".join(paragraphs)
    return RichText(markdown=plain, html="".join(f"<p>{escape(text, quote=False)}</p>\n" for text in paragraphs), plain=plain)


def picture(color: str = "#336699", size: tuple[int, int] = (64, 80), kind: str = "PNG", reference: str = "/images/a.png") -> Image:
    """A small picture of one colour, with real bytes."""
    out = io.BytesIO()
    Picture.new("RGB", size, color).save(out, kind)
    return Image(reference, out.getvalue(), f"image/{kind.lower()}", *size)


def venue(name: str = "Main Hall", **facts: object) -> Venue:
    """A venue; its id is the name's slug."""
    return Venue(**{"id": slug(name), "name": name, **facts})  # type: ignore[arg-type]  # facts are the fields' own


def person(name: str = "Ada Example", affiliation: str | None = None, **facts: object) -> Person:
    """A person; the id is the name's slug, the sort key the name in lower case, its last word first."""
    words = name.lower().split()
    key = " ".join([*words[-1:], *words[:-1]])
    return Person(**{"id": slug(name), "name": name, "affiliation": affiliation, "sort_key": key, **facts})  # type: ignore[arg-type]  # as above


def speaker(name: str = "Ada Example", affiliation: str | None = None, photo: Image | None = None) -> Speaker:
    """A speaker, whose person is the name's slug."""
    return Speaker(slug(name), name, affiliation, photo)


def role(kind: str, name: str, affiliation: str | None = None) -> Role:
    """A host, chair, organizer or panelist, whose person is the name's slug."""
    return Role(kind, slug(name), name, affiliation)


def talk(title: str | None = "A talk", *speakers: Speaker, when: str | None = None, **facts: object) -> Talk:
    """A talk; ``when`` is ``"2026-10-15 09:00/09:30"``. Its id is the title's slug unless given."""
    start, end = span(when) if when else (None, None)
    made = {"id": slug(title or "untitled"), "title": title, "start": start, "end": end, "speakers": speakers}
    return Talk(**{**made, **facts})  # type: ignore[arg-type]  # facts are the fields' own


def span(when: str) -> tuple[datetime, datetime]:
    """``"2026-10-15 09:00/10:30"`` as start and end; an end before its start is on the next day."""
    first, last = when.split("/")
    start = at(first)
    end = at(last if " " in last else f"{start.date()} {last}")
    return start, end if end > start else end + timedelta(days=1)


def session(title: str = "A session", when: str | None = "2026-10-15 09:00/10:00", *talks: Talk, **facts: object) -> Session:
    """A session; ``when`` as for :func:`span`, or a bare date whose time is to be announced, or ``None``."""
    start, end = span(when) if when and "/" in when else (None, None)
    id_ = str(facts.get("id", slug(title)))
    made = {
        "id": id_,
        "kind": Kind.SESSION,
        "title": title,
        "day": start.date() if start else day(when) if when else None,
        "start": start,
        "end": end,
        "talks": talks,
        "source": Span(f"sessions/{id_}.md", 1, 1, 1, 1),
    }
    return Session(**{**made, **facts})  # type: ignore[arg-type]  # facts are the fields' own


def event(title: str = "Example Conference", **facts: object) -> Event:
    """A conference; its days are those of its sessions when it goes through :func:`program`."""
    return Event(**{"title": title, "timezone": ZONE, **facts})  # type: ignore[arg-type]  # facts are the fields' own


def program(
    *sessions: Session, event_: Event | None = None, venues: tuple[Venue, ...] = (), people: tuple[Person, ...] = ()
) -> Program:
    """A program of these sessions in their order; unless given, its days, venues and people are those the sessions name."""
    base = event_ or event()
    days = base.days or tuple(sorted({s.day for s in sessions if s.day}))
    tracks = base.tracks or tuple(Track(name) for name in dict.fromkeys(s.track for s in sessions if s.track))
    known = {v.id for v in venues}
    named = dict.fromkeys(s.venue for s in sessions if s.venue and s.venue not in known)
    return Program(
        event=replace(base, days=days, tracks=tracks),
        venues=(*venues, *(Venue(id_, id_) for id_ in named)),
        people=people or _people(sessions),
        sessions=sessions,
    )


def edition(*sessions: Session, of: Program | None = None, published: datetime = PUBLISHED) -> Edition:
    """What emitters take: a program, or one of these sessions, published at a fixed time."""
    return Edition(with_uids(of or program(*sessions)), published)


def change(
    of: Session,
    kind: ChangeKind,
    old: When | str | tuple[str, ...] | None = None,
    new: When | str | tuple[str, ...] | None = None,
    changed: datetime = PUBLISHED,
) -> Change:
    """A change of a session, made with the newest edition unless said otherwise."""
    return Change(of.uid, kind, of.title, old, new, 1, changed)


def with_uids(made: Program) -> Program:
    """The program with the UIDs that its sessions have in a first edition."""
    return replace(made, sessions=tuple(replace(one, uid=uid(made.event, one.id)) for one in made.sessions))


def _people(sessions: tuple[Session, ...]) -> tuple[Person, ...]:
    named: dict[str, tuple[str, str | None, Image | None]] = {}
    for one in sessions:
        for item in one.talks:
            hosts = (item.host,) if item.host else ()
            for host in hosts:
                named.setdefault(host.person, (host.name, host.affiliation, None))
            for who in item.speakers:
                named.setdefault(who.person, (who.name, who.affiliation, who.photo))
        for doer in one.people:
            named.setdefault(doer.person, (doer.name, doer.affiliation, None))
    found = [person(name, affiliation, photo=photo) for name, affiliation, photo in named.values()]
    return tuple(sorted(found, key=lambda p: (p.sort_key, p.id)))


# --- a whole conference -------------------------------------------------------------------------------------------------------

_VENUES = (
    venue(
        "Lake Hall 湖畔厅",
        id="lake-hall",
        aliases=("Main Hall",),
        address="1 Lakeside Road, Changchun",
        latitude=43.86,
        longitude=125.33,
    ),
    venue("Room 201", id="room-201", address="Teaching Building, 2nd floor"),
    venue("报告厅 B", id="hall-b"),
)

_EVENT = event(
    "Lakeside Statistics Days 2026",
    subtitle="湖畔统计论坛 · Methods that hold outdoors",
    place="Changchun, China",
    url="https://lakeside.example/2026/",
    languages=("en", "zh"),
    days=(day("2026-10-15"), day("2026-10-16"), day("2026-10-17")),
    tracks=(Track("Theory 理论"), Track("Applications", "#9a4f00"), Track("Computing")),
    map=picture("#dde8dd", (900, 600), "PNG", "/images/map.png"),
)


def sample_program() -> Program:
    """Three bilingual days with 15 sessions: keynotes, parallel tracks, a panel, a tutorial, posters, breaks, a banquet past
    midnight, one cancelled, one without a time, one without a day."""
    return program(*_first_day(), *_second_day(), *_third_day(), event_=_EVENT, venues=_VENUES)


def sample_edition() -> Edition:
    """:func:`sample_program` as published: since the first edition sparse models were moved, and floods have another speaker."""
    made = edition(of=sample_program())
    before = When(day("2026-10-16"), at("2026-10-16 08:30"), at("2026-10-16 10:00"))
    sparse, floods = (one for one in made.program.sessions if one.id in ("sparse-models", "forecasting-floods"))
    now = When(sparse.day, sparse.start, sparse.end)
    changes = (
        change(sparse, ChangeKind.TIME, before, now),
        change(sparse, ChangeKind.ROOM, "Room 201, Teaching Building, 2nd floor", "Lake Hall 湖畔厅, 1 Lakeside Road, Changchun"),
        change(floods, ChangeKind.PEOPLE, ("Aroha Ngata (Delta Institute)",), None),
    )
    return replace(made, changes=changes)


def _first_day() -> tuple[Session, ...]:
    wang = speaker("王思源", "东北师范大学", picture("#7a8fb0", (300, 400), "JPEG", "/images/wang.jpg"))
    return (
        session(
            "Opening 开幕式",
            "2026-10-15 08:30/08:50",
            id="opening",
            kind=Kind.OTHER,
            venue="lake-hall",
            people=(role("host", "李明 Li Ming", "Northeast Lake University"),),
        ),
        session(
            "Learning When the World Shifts",
            "2026-10-15 09:00/10:00",
            talk(
                "Learning When the World Shifts",
                speaker("Maria Okafor", "University of Rivermouth", picture("#b08a7a", (640, 480), "PNG", "/images/okafor.png")),
                id="keynote-okafor-1",
                when="2026-10-15 09:00/10:00",
                host=role("host", "Jonas Brandt", "Institute of Applied Chance"),
                abstract=rich(
                    "A model fitted in spring meets an autumn that nobody sampled. We bound the regret by $R_T \\le c\\sqrt{T}$.",
                    "本报告讨论分布漂移下的在线学习。",
                ),
                biography=rich("Maria Okafor keeps bees and estimators."),
                slides="https://lakeside.example/2026/okafor.pdf",
            ),
            id="keynote-okafor",
            kind=Kind.KEYNOTE,
            tag="Keynote 1",
            venue="lake-hall",
            people=(role("host", "Jonas Brandt", "Institute of Applied Chance"),),
        ),
        session("Coffee 茶歇", "2026-10-15 10:00/10:30", id="coffee", kind=Kind.BREAK),
        session(
            "Sparse Models",
            "2026-10-15 10:30/12:00",
            talk(
                "Thresholds That Travel",
                speaker("Ines Duarte", "Cliffside College"),
                when="2026-10-15 10:30/11:00",
                abstract=rich("On thresholds."),
                id="sparse-1",
            ),
            talk(
                "高维稀疏回归的推断",
                wang,
                when="2026-10-15 11:00/11:30",
                abstract=rich("我们研究高维情形下的推断问题。"),
                biography=rich("王思源，教授。"),
                id="sparse-2",
            ),
            talk(None, speaker("Tomas Reyes"), id="sparse-3"),
            id="sparse-models",
            track="Theory 理论",
            venue="lake-hall",
            people=(role("chair", "李明 Li Ming", "Northeast Lake University"),),
            revision=1,
            changed=PUBLISHED,
        ),
        session(
            "Forecasting Floods",
            "2026-10-15 10:30/12:00",
            talk(
                "Rivers and Ridge Regression",
                speaker("Aroha Ngata", "Delta Institute"),
                speaker("Sven Holm", "Delta Institute"),
                when="2026-10-15 10:30/11:15",
                id="floods-1",
            ),
            id="forecasting-floods",
            track="Applications",
            venue="room-201",
            people=(role("chair", "Lucie Moreau", "Harbour University"),),
        ),
        session(
            "Tensors on Small Machines",
            "2026-10-15 10:30/12:00",
            talk("Tensors", speaker("Priya Nair", "Monsoon Labs"), id="tensors-1"),
            id="small-machines",
            track="Computing",
            venue="hall-b",
            status=Status.CANCELLED,
            revision=2,
            changed=PUBLISHED,
        ),
        session("Banquet 晚宴", "2026-10-15 21:00/00:30", id="banquet", kind=Kind.SOCIAL, venue="lake-hall"),
    )


def _second_day() -> tuple[Session, ...]:
    return (
        session(
            "因果推断:从设计到决策",
            "2026-10-16 09:00/10:00",
            talk("因果推断:从设计到决策", speaker("陈雨桐", "湖畔大学"), id="keynote-chen-1", when="2026-10-16 09:00/10:00"),
            id="keynote-chen",
            kind=Kind.KEYNOTE,
            venue="lake-hall",
        ),
        session(
            "Who Checks the Checkers?",
            "2026-10-16 10:30/12:00",
            id="panel-checkers",
            kind=Kind.PANEL,
            venue="lake-hall",
            people=(
                role("host", "Lucie Moreau", "Harbour University"),
                role("panelist", "Maria Okafor", "University of Rivermouth"),
                role("panelist", "Jonas Brandt"),
            ),
            abstract=rich("Four people who review for a living disagree about reviewing."),
        ),
        session(
            "Bayes by Hand: a Tutorial",
            "2026-10-16 13:30/15:30",
            talk("Bayes by Hand", speaker("Sven Holm", "Delta Institute"), id="tutorial-1", when="2026-10-16 13:30/15:30"),
            id="tutorial-bayes",
            kind=Kind.TUTORIAL,
            track="Computing",
            venue="room-201",
        ),
        session(
            "Robust Means 稳健均值",
            "2026-10-16 13:30/15:00",
            talk("Medians of Means", speaker("Ines Duarte", "Cliffside College"), id="robust-1"),
            id="robust-means",
            track="Theory 理论",
            venue="hall-b",
        ),
        session("Posters", "2026-10-16 16:00/18:00", id="posters", kind=Kind.POSTER, venue_text="Foyer, by the windows"),
    )


def _third_day() -> tuple[Session, ...]:
    return (
        session("Closing Lecture", "2026-10-17 09:00/10:00", id="closing-lecture", kind=Kind.TALK, venue="lake-hall"),
        session(
            "Late-breaking Results",
            "2026-10-17",
            talk(None, speaker("Aroha Ngata", "Delta Institute"), id="late-1"),
            id="late-breaking",
            track="Applications",
        ),
        session("Student Workshop", None, id="student-workshop", kind=Kind.TUTORIAL),
    )
