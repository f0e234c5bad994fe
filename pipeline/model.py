"""All that flows between the stages, as frozen values.

Two halves meet here. ``Statement`` … ``Draft`` are the authors' words, each with its place: what ``extract`` gives. ``Event`` …
``Program`` are the exact facts: what ``normalize`` makes of them, complete, ordered and free of markup trouble, so that nothing
after it parses text. ``Edition`` adds what changed since the edition before. ``Artifact`` is a file to be published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from pipeline.source import Located, Source, Span

# --- what extract gives -------------------------------------------------------------------------------------------------------


class Fact(StrEnum):
    """What a piece of a page speaks of."""

    ID = "id"
    KIND = "kind"
    TITLE = "title"
    TALK_TITLE = "talk title"
    LINE = "line"  #: a talk in a line, not divided yet into who and what
    SUMMARY = "summary"
    WHEN = "when"
    DATE = "date"
    START = "start"
    END = "end"
    VENUE = "venue"
    TRACK = "track"
    TAG = "tag"
    ORDER = "order"
    STATUS = "status"
    FORMERLY = "formerly"  #: an id that the session had in earlier editions
    HOST = "host"
    CHAIR = "chair"
    ORGANIZER = "organizer"
    PANELIST = "panelist"
    SPEAKER = "speaker"
    AFFILIATION = "affiliation"
    PHOTO = "photo"
    URL = "url"
    ABSTRACT = "abstract"
    BIOGRAPHY = "biography"
    SLIDES = "slides"
    VIDEO = "video"
    STREAM = "stream"
    LANGUAGE = "language"
    HEADING = "heading"


class Origin(StrEnum):
    """Where on the page a statement stands; on a tie the earlier member is believed (see ``normalize/evidence.py``)."""

    FRONT_MATTER = "front matter"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a statement says, in the language of that tag (BCP 47). ``markup`` as for statements."""

    language: str
    text: Located[str]
    markup: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a page says: which fact, in the author's own words, and where.

    ``text`` is plain for all facts but ``ABSTRACT`` and ``BIOGRAPHY``, where ``markup`` names what it is written in
    (``"html"`` or ``"markdown"``). ``link`` is the address around the words, if there is one. ``language`` is the tag that the page
    puts to the words, if it puts one; ``others`` say the same in other languages.
    """

    fact: Fact
    text: Located[str]
    origin: Origin
    markup: str | None = None
    link: str | None = None
    language: str | None = None
    others: tuple[Rendering, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftTalk:
    """The statements about one talk, in the order of the page."""

    statements: tuple[Statement, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements about one session, and those about each of its talks: all of its page, or an ``entry`` of a timetable there."""

    source: Source
    statements: tuple[Statement, ...]
    talks: tuple[DraftTalk, ...]
    entry: Span | None = None

    @property
    def path(self) -> str:
        """The page's path from the content root, with ``/`` between its parts."""
        return self.source.path

    @property
    def said(self) -> tuple[Statement, ...]:
        """All its statements: those about the session, then those about each talk."""
        return (*self.statements, *(said for talk in self.talks for said in talk.statements))


@dataclass(frozen=True, slots=True)
class DraftText:
    """A page of words beside the program (about, committee, travel): its front matter's words, its body in Markdown, the pictures there."""

    source: Source
    title: Located[str]
    weight: Located[str] | None
    body: str
    pictures: tuple[Located[str], ...] = ()


# --- where facts come from ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """A written rule by which a fact is decided: a short name that stays, and what it says in a sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """How one fact was found. ``fact`` is its name as ``program.json`` has it, ``whose`` the person that it is a fact of, if any.

    ``value`` is what it came to, ``None`` where it is left open. ``read`` are the statements that say so, the believed one first;
    ``lost`` those that were read and not believed, each with the reason. ``inferred`` says that it is otherwise than written.
    ``language`` is the tag of a translation's; ``None``: it is the fact itself.
    """

    fact: str
    value: str | None
    rule: Rule
    read: tuple[Located[str], ...] = ()
    lost: tuple[tuple[Located[str], str], ...] = ()
    whose: str | None = None
    inferred: bool = False
    language: str | None = None


# --- the program: exact facts -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RichText:
    """An abstract or a biography in the three forms that outputs need, all of the same safe text.

    ``html`` holds only the elements and attributes that ``normalize/text/rich.py`` allows; TeX stands in it as ``$…$`` or ``$$…$$``.
    ``plain`` has paragraphs divided by a blank line. ``language`` is that of most of it, as a BCP 47 tag; ``None``: not known.
    """

    markdown: str
    html: str
    plain: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a session or a talk in one more language (a BCP 47 tag); what is not given in it is ``None``.

    Where a title as written is in two languages, each of its halves is the ``title`` of a translation.
    """

    language: str
    title: str | None = None
    tag: str | None = None
    track: str | None = None
    venue_text: str | None = None
    abstract: RichText | None = None
    biography: RichText | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What a person or a place is called in a language (a BCP 47 tag), and a person's institute in it."""

    language: str
    name: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture from the content folder: ``reference`` as the page writes it, ``data`` its bytes as they are on disk.

    ``data`` is ``None`` where the file is missing or no picture; then ``width`` and ``height`` (pixels) are 0.
    """

    reference: str
    data: bytes | None = field(default=None, repr=False)
    media_type: str = ""
    width: int = 0
    height: int = 0


class Kind(StrEnum):
    """What sort of session it is."""

    KEYNOTE = "keynote"
    SESSION = "session"
    PANEL = "panel"
    TUTORIAL = "tutorial"
    TALK = "talk"
    POSTER = "poster"
    BREAK = "break"
    SOCIAL = "social"
    OTHER = "other"


class Status(StrEnum):
    """Whether it takes place (the words of program.json; RFC 5545, 3.8.1.11 has the same in capitals)."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Venue:
    """A place where sessions are. ``latitude`` and ``longitude`` in degrees, WGS 84.

    ``translations`` has the names where pages give them in several languages, in each of these; other names are ``aliases`` too.
    ``rooms`` are known where venues share some (惟真楼 101、102 and 惟真楼101): a room has the same word in each that takes it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    rooms: tuple[str, ...] = ()
    translations: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A strand of the program. ``color`` is ``#rrggbb``; ``None`` lets the templates choose one."""

    name: str
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the program. ``sort_key`` orders indexes: family name first, Chinese by pinyin, lower case.

    ``translations`` has the names where pages give them in several languages, in each of these; other names are ``aliases`` too.
    ``calendar`` says whether there is a feed of their sessions. ``token`` is the secret name of the feed that is theirs alone.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    photo: Image | None = None
    url: str | None = None
    sort_key: str = ""
    translations: tuple[Naming, ...] = ()
    calendar: bool = True
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Personal:
    """A feed that is somebody's alone: its secret name, whose it is, and their id where the program names them."""

    token: str = field(repr=False)
    name: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who does something for a session: ``role`` is ``host``, ``chair``, ``organizer`` or ``panelist``.

    ``name`` and ``affiliation`` are as this page writes them; ``person`` is the id of the :class:`Person`.
    """

    role: str
    person: str
    name: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who gives a talk, with the name, institute and photo that this page states."""

    person: str
    name: str
    affiliation: str | None = None
    photo: Image | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One contribution within a session. ``start`` and ``end`` are aware; ``None`` where the page does not give them.

    ``language`` is that of the title (a BCP 47 tag), ``translations`` its words in other ones, in the order of their tags. ``evidence`` says of each fact how it was found; two talks are equal whose facts are.
    """

    id: str
    title: str | None
    start: datetime | None = None
    end: datetime | None = None
    host: Role | None = None
    speakers: tuple[Speaker, ...] = ()
    abstract: RichText | None = None
    biography: RichText | None = None
    slides: str | None = None
    video: str | None = None
    language: str | None = None
    translations: tuple[Translation, ...] = ()
    source: Span = field(default=Span(""))
    evidence: tuple[Finding, ...] = field(default=(), repr=False, compare=False)

    @property
    def other_titles(self) -> tuple[Translation, ...]:
        """The translations whose titles are to be shown beneath the title."""
        return _other_titles(self.title, self.translations)

    @property
    def inferred(self) -> tuple[str, ...]:
        """The names of the facts that are otherwise than written."""
        return _inferred(self.evidence)


@dataclass(frozen=True, slots=True)
class Session:
    """One entry of the program: what happens in one place in one stretch of time.

    ``start`` and ``end`` are aware datetimes in the event's zone. ``day`` is the day of the program it stands under; with a
    ``day`` and no ``start`` the time is to be announced; with neither it is all to be announced. ``stream`` is the address where it can be
    followed live (the recording is a talk's ``video``). ``language`` is that of the title
    (a BCP 47 tag), ``translations`` its words in other ones, in the order of their tags. ``formerly`` are the ids that it had in earlier
    editions, the first one first. ``by_title`` says that its id is made of its title, as it is an entry of a timetable that has none.

    ``compare`` sets what follows from the editions before: ``uid`` (the same in all editions and outputs), ``revision``, ``created``
    and ``changed`` (UTC), and ``removed``: that no page states it any longer, so that it is known from earlier editions only.
    ``evidence`` says of each fact how it was found; two sessions are equal whose facts are.
    """

    id: str
    kind: Kind
    title: str
    track: str | None = None
    tag: str | None = None
    order: float | None = None
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    venue: str | None = None
    venue_text: str | None = None
    people: tuple[Role, ...] = ()
    talks: tuple[Talk, ...] = ()
    abstract: RichText | None = None
    status: Status = Status.CONFIRMED
    stream: str | None = None
    language: str | None = None
    translations: tuple[Translation, ...] = ()
    formerly: tuple[str, ...] = ()
    by_title: bool = field(default=False, compare=False)
    uid: str = ""
    revision: int = 0
    created: datetime | None = None
    changed: datetime | None = None
    removed: bool = False
    source: Span = field(default=Span(""))
    evidence: tuple[Finding, ...] = field(default=(), repr=False, compare=False)

    @property
    def other_titles(self) -> tuple[Translation, ...]:
        """The translations whose titles are to be shown beneath the title."""
        return _other_titles(self.title, self.translations)

    @property
    def inferred(self) -> tuple[str, ...]:
        """The names of the facts that are otherwise than written."""
        return _inferred(self.evidence)


def _other_titles(title: str | None, translations: tuple[Translation, ...]) -> tuple[Translation, ...]:
    """The translations with a title that is not, as half of it, in the title as written."""
    return tuple(one for one in translations if one.title and one.title not in (title or ""))


def _inferred(evidence: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.fact for found in evidence if found.inferred))


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a font: ``kind`` is woff2, ttf or otf, ``weights`` the lightest and the boldest that it has, from 1 to 1000."""

    data: bytes = field(repr=False)
    kind: str
    weights: tuple[int, int]
    italic: bool


@dataclass(frozen=True, slots=True)
class Font:
    """What text is set in: the files of the site's own font, or one of the kinds that every machine has (``settings.FONTS``)."""

    kind: str = "sans"
    files: tuple[FontFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """How a conference wants its pages to look, where it is not as usual.

    ``light`` and ``dark`` are tokens of the cards' style with their colours (``#rrggbb``, or with two more digits for how opaque it is),
    ``cover`` is the ground of a printed cover and of pictures beside links, on which white can be read. ``templates`` are the site's own, under their whole paths in the site.
    """

    light: tuple[tuple[str, str], ...] = ()
    dark: tuple[tuple[str, str], ...] = ()
    cover: str | None = None
    font: Font | None = None
    heading_font: Font | None = None
    templates: tuple[Source, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """The conference itself. ``days`` are all days of the program, in order; ``languages`` are BCP 47 tags, the main one first."""

    title: str
    timezone: ZoneInfo
    subtitle: str | None = None
    place: str | None = None
    url: str | None = None
    languages: tuple[str, ...] = ("en",)
    days: tuple[date, ...] = ()
    tracks: tuple[Track, ...] = ()
    logo: Image | None = None
    map: Image | None = None
    theme: Theme = Theme()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on a page of words; ``alt`` says what it shows, empty where the page does not."""

    image: Image
    alt: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page of words: what stands under a heading, or, without one, before the first; then a picture, if one follows.

    What stands after a picture is a section without a heading.
    """

    heading: str | None
    text: RichText | None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of words beside the program: about, committee, travel."""

    id: str
    title: str
    sections: tuple[Section, ...] = ()


class Paper(StrEnum):
    """What the pages of a booklet are cut to."""

    A4 = "A4"
    A5 = "A5"
    A6 = "A6"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Booklet:
    """How the booklet is to be: its paper, and whether there is a short one beside it."""

    paper: Paper = Paper.A5
    short: bool = False


@dataclass(frozen=True, slots=True)
class Printing:
    """What the event prints, and how; lengths in millimetres.

    ``creep`` is how far a page moves towards the spine for each sheet around its own, ``signature`` how many pages are folded together at
    most, ``sheet`` the paper's name (``None``: the smallest that holds two pages), ``bleed`` how far print runs over the edge of pages
    for a print shop (``None``: there is none). ``sheets`` are the names of the sheets that are to be made, ``badges`` the ids of the people
    who are to have one.
    """

    creep: float = 0.1
    signature: int = 64
    sheet: Located[str] | None = None
    bleed: float | None = None
    sheets: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()


@dataclass(frozen=True)
class Program:
    """The narrow waist: every fact that any output states, complete and ordered.

    ``sessions`` are in the order of the program (day, start, order, venue, id), ``venues`` and ``people`` in the order of their
    first use and of ``sort_key``, ``texts`` in the order in which they are offered. ``personal`` are secrets: calendars only. The
    properties below are the same facts seen from another side.
    """

    event: Event
    venues: tuple[Venue, ...] = ()
    people: tuple[Person, ...] = ()
    sessions: tuple[Session, ...] = ()
    texts: tuple[TextPage, ...] = ()
    personal: tuple[Personal, ...] = ()
    booklet: Booklet = Booklet()
    printing: Printing = Printing()

    @cached_property
    def by_day(self) -> tuple[tuple[date | None, tuple[Session, ...]], ...]:
        """The sessions of each day of the program, in order; under ``None``, last, those whose day is to be announced."""
        days: dict[date | None, list[Session]] = {}
        for session in self.sessions:
            days.setdefault(session.day, []).append(session)
        return tuple((day, tuple(sessions)) for day, sessions in days.items())

    @cached_property
    def venue_of(self) -> Mapping[str, Venue]:
        """Each venue under its id."""
        return {venue.id: venue for venue in self.venues}

    @cached_property
    def person_of(self) -> Mapping[str, Person]:
        """Each person under their id."""
        return {person.id: person for person in self.people}


# --- what changed -------------------------------------------------------------------------------------------------------------


class ChangeKind(StrEnum):
    """What an attendee sees otherwise than in the edition before."""

    NEW = "new"
    TIME = "moved in time"
    ROOM = "moved in room"
    TITLE = "retitled"
    PEOPLE = "speakers changed"
    TEXT = "text changed"
    DETAILS = "details changed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    REMOVED = "removed"
    REWRITTEN = "rewritten"  #: of the session nothing, but all entries of calendars: other links, another language or zone, a newer confbook


@dataclass(frozen=True, slots=True)
class When:
    """A session's day and hours; what is not known is ``None``."""

    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a session: what it was and what it is.

    ``old`` and ``new`` are of ``TIME`` a :class:`When`, of ``ROOM``, ``TITLE`` and ``TEXT`` words, of ``PEOPLE`` and ``DETAILS`` a
    tuple of words; ``None`` where there is nothing. ``title`` is the session's, ``revision`` and ``changed`` those that the change made.
    """

    uid: str
    kind: ChangeKind
    title: str
    old: When | str | tuple[str, ...] | None
    new: When | str | tuple[str, ...] | None
    revision: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class Banner:
    """The conference as an entry of calendars, over all its days. ``uid``, ``revision``, ``created`` and ``changed`` as for sessions.

    ``postponed``: it had days, and has none now; ``first`` and ``last`` are the old ones then.
    """

    uid: str
    title: str
    subtitle: str | None
    place: str | None
    first: date
    last: date
    created: datetime
    changed: datetime
    revision: int = 0
    postponed: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What an attendee who has an earlier edition in print must know of a session.

    ``session`` is as it is now or, where it is no longer, as it was printed. Of rooms the changes have the names alone.
    """

    session: Session
    changes: tuple[Change, ...]


# --- what leaves --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Edition:
    """A program as it is published: its sessions carry their revision and the time of their last change.

    ``published`` is the time of the newest change (UTC): the only time of making that any output may print, and only where the
    edition is ``dated``: where nobody gave the time, it is a date that stands in for it. ``sources`` are the pages under their paths,
    so that an output's problem can point at the author's words.

    ``changes`` are all changes since the first edition, the oldest first. ``removed`` are cancelled sessions that no page states any
    longer: calendars show them as such, other outputs don't. ``feeds`` are the paths of the feeds that were published before.
    ``banner`` is missing where no day of the conference was ever known.
    ``corrections`` are those of the printed edition; ``None`` where nobody has said that one was printed.
    """

    program: Program
    published: datetime
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    dated: bool = True
    changes: tuple[Change, ...] = ()
    removed: tuple[Session, ...] = ()
    feeds: tuple[str, ...] = ()
    banner: Banner | None = None
    corrections: tuple[Correction, ...] | None = None

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of each session that has changed, under its ``uid``, the oldest first."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.uid, []).append(change)
        return {uid: tuple(changes) for uid, changes in found.items()}

    def last_change(self, session: Session, kind: ChangeKind) -> Change | None:
        """The session's last change of this kind: ``last_change(session, ChangeKind.ROOM)`` says which room it was in before."""
        return next((change for change in reversed(self.changes_of.get(session.uid, ())) if change.kind is kind), None)


@dataclass(frozen=True, slots=True, init=False)
class Artifact:
    """A file to be published: ``path`` below the output folder, with ``/`` between its parts.

    Its bytes are ``parts`` one after another; files may share them: a session's entry stands in many calendar feeds.
    """

    path: str
    parts: tuple[bytes, ...] = field(repr=False)

    def __init__(self, path: str, *parts: bytes) -> None:
        """The file of these parts."""
        object.__setattr__(self, "path", path)  # the way dataclasses themselves set a frozen field
        object.__setattr__(self, "parts", parts)

    @property
    def data(self) -> bytes:
        """All its bytes."""
        return b"".join(self.parts)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return sum(map(len, self.parts))
