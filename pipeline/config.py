"""``program.toml`` → ``Config``: what the organisers say of the conference as a whole. Typed, strict, each value with its place.

Where there is no ``program.toml``, a Hugo site's own configuration gives the title, the address and perhaps the time zone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pipeline import values
from pipeline.config_slips import repeated_names, unknown
from pipeline.diagnostics import Problem, Severity, catalogue
from pipeline.diagnostics.configuration import (
    BrokenConfiguration,
    IncompleteWaiver,
    UnknownKind,
    UnwaivableKind,
    WrongSetting,
)
from pipeline.diagnostics.waivers import JUDGING, Waiver
from pipeline.fields import Field, Fields, Unreadable, items
from pipeline.model import Booklet, Paper, Person, Printing, Track, Venue
from pipeline.settings import FONTS, SHEETS, SHEETS_OF_PAPER, TABLES, Sort
from pipeline.source import Located, Source, Span
from pipeline.tokens import weak_tokens
from pipeline.toml import read_toml

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Design:
    """What ``[theme]`` says: colours under their settings' names, the files or the kind of each font."""

    colors: Mapping[str, Located[str]] = field(default_factory=dict)
    font: tuple[Located[str], ...] = ()
    heading_font: tuple[Located[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; what is not given is ``None`` or empty.

    ``place_of_event`` is where a missing setting would be written. ``readable`` is false where the configuration is there but broken:
    what it gives is not known then.
    """

    title: Located[str] | None = None
    subtitle: str | None = None
    place: str | None = None
    url: str | None = None
    timezone: Located[str] | None = None
    languages: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    logo: Located[str] | None = None
    map: Located[str] | None = None
    sessions: tuple[str, ...] = ()
    venues: tuple[Venue, ...] = ()
    tracks: tuple[Track, ...] = ()
    people: tuple[Person, ...] = ()
    speaker_feeds: bool = True
    design: Design = Design()
    booklet: Booklet = field(default=Booklet())
    printing: Printing = field(default=Printing())
    badges: tuple[Located[str], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    place_of_event: Span = field(default=Span("program.toml"))
    readable: bool = True


def read_config(program: Source | None, site: Source | None) -> tuple[Config, tuple[Problem, ...]]:
    """The settings of ``program.toml`` and, for those it does not give, of the site generator's configuration.

    Reports broken-configuration, unknown-setting and wrong-setting, and waivers that waive nothing: incomplete-waiver, unknown-kind,
    unwaivable-kind.
    """
    if program is None:
        return _from_site(site, Span("program.toml")), ()
    try:
        fields = read_toml(program)
    except Unreadable as error:
        at = program.span(error.offset, error.offset)
        return Config(place_of_event=at, readable=False), (BrokenConfiguration(at, error.reason),)
    reader = _Reader()
    config = reader.config(fields, _from_site(site, Span(program.path)))
    repeated = (
        *repeated_names(fields, "venues", "id"),
        *repeated_names(fields, "venues", "name", "aliases"),
        *repeated_names(fields, "tracks", "name"),
        *weak_tokens(token for table in reader.tables(fields, "people") if (token := table.text("calendar_token"))),
    )
    return config, (*unknown(fields), *reader.problems, *repeated)


class _Reader:
    """Converts fields to typed values, collecting what is of the wrong sort."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def config(self, fields: Fields, site: Config) -> Config:
        event = self.table(fields, "event")
        content, booklet = (self.table(fields, name) for name in ("content", "booklet"))
        speaker_feeds = self.yes(self.table(fields, "calendar"), "speakers", otherwise=True)
        heading = fields.get("event")
        sheets = self.table(fields, "sheets")
        return Config(
            title=event.text("title") or site.title,
            subtitle=_text(event, "subtitle"),
            place=_text(event, "place"),
            url=_text(event, "url") or site.url,
            timezone=event.text("timezone") or site.timezone,
            languages=self.texts(event, "languages"),
            days=tuple(sorted(self.values(event, "days", Sort.DAYS, date.fromisoformat))),
            logo=event.text("logo"),
            map=event.text("map"),
            sessions=self.texts(content, "sessions"),
            venues=tuple(self.venue(table) for table in self.tables(fields, "venues") if table.text("name")),
            tracks=tuple(self.track(table) for table in self.tables(fields, "tracks") if table.text("name")),
            speaker_feeds=speaker_feeds,
            booklet=Booklet(
                next(iter(self.values(booklet, "paper", Sort.PAGE, Paper)), Paper.A5), self.yes(booklet, "short", otherwise=False)
            ),
            printing=self.printing(self.table(fields, "print"), sheets),
            badges=self.located(sheets, "badges", Sort.TEXTS, str),
            people=tuple(
                self.person(table, calendar=speaker_feeds) for table in self.tables(fields, "people") if table.text("name")
            ),
            design=self.design(self.table(fields, "theme")),
            waivers=tuple(waiver for table in self.tables(fields, "waivers") if (waiver := self.waiver(table))),
            place_of_event=_start(heading.key.span) if heading else site.place_of_event,
        )

    def venue(self, table: Fields) -> Venue:
        name = _text(table, "name") or ""
        return Venue(
            id=_text(table, "id") or "",
            name=name,
            aliases=self.texts(table, "aliases"),
            address=_text(table, "address"),
            latitude=self.degrees(table, "latitude", Sort.LATITUDE, 90),
            longitude=self.degrees(table, "longitude", Sort.LONGITUDE, 180),
        )

    def track(self, table: Fields) -> Track:
        color = self.values(table, "color", Sort.COLOR, values.color)
        return Track(_text(table, "name") or "", color[0] if color else None)

    def person(self, table: Fields, *, calendar: bool) -> Person:
        return Person(
            id=_text(table, "id") or "",
            name=_text(table, "name") or "",
            aliases=self.texts(table, "aliases"),
            affiliation=_text(table, "affiliation"),
            url=_text(table, "url"),
            sort_key=_text(table, "sort") or "",
            calendar=self.yes(table, "calendar", otherwise=calendar),
            token=_text(table, "calendar_token"),
        )

    def design(self, table: Fields) -> Design:
        names = [name for name, setting in TABLES["theme"].settings.items() if setting.sort is Sort.COLOR]
        colors = {name: color for name in names for color in self.located(table, name, Sort.COLOR, values.color)[:1]}
        font, heading = (self.font(table, name) for name in ("font", "heading_font"))
        return Design(colors, font, heading)

    def font(self, table: Fields, name: str) -> tuple[Located[str], ...]:
        found = self.located(table, name, Sort.FONT, values.font)
        if len(found) > 1 and (kind := next((one for one in found if one.value in FONTS), None)):
            self.problems.append(WrongSetting(kind.span, name, Sort.FONT.value))
        return found

    def printing(self, table: Fields, sheets: Fields) -> Printing:
        plain = Printing()
        papers = self.values(table, "sheet", Sort.PAPER, SHEETS_OF_PAPER.index)
        return Printing(
            creep=next(iter(self.values(table, "creep", Sort.MILLIMETRES, values.millimetres)), plain.creep),
            signature=next(iter(self.values(table, "signature", Sort.PAGES, values.fourfold)), plain.signature),
            sheet=table.text("sheet") if papers else None,
            bleed=next(iter(self.values(table, "bleed", Sort.MILLIMETRES, values.millimetres)), None),
            sheets=tuple(SHEETS[number] for number in sorted(set(self.values(sheets, "make", Sort.SHEETS, SHEETS.index)))),
        )

    def waiver(self, table: Fields) -> Waiver | None:
        code, reason = table.text("code"), _text(table, "reason")
        until = self.values(table, "until", Sort.DAY, date.fromisoformat)
        absent = tuple(name for name in ("code", "reason", "until") if not table.text(name))
        if absent or code is None or reason is None:
            first = next((entry.key.span for entry in table.fields), Span("program.toml"))
            self.problems.append(IncompleteWaiver(first, absent))
            return None
        kind = self.waived_kind(code)
        path, words = _text(table, "path"), _text(table, "words")
        return Waiver(code.span, kind, reason, until[0], path, words) if kind and until else None

    def waived_kind(self, code: Located[str]) -> type[Problem] | None:
        kind = catalogue.find(code.value)
        if kind is None:
            self.problems.append(UnknownKind(code.span, code.value, next(iter(catalogue.like(code.value)), None)))
        elif kind.severity is Severity.ERROR or kind in JUDGING:
            self.problems.append(UnwaivableKind(code.span, kind.code, kind.kind(), is_error=kind.severity is Severity.ERROR))
        else:
            return kind
        return None

    def degrees(self, table: Fields, name: str, sort: Sort, most: int) -> float | None:
        def read(text: str) -> float:
            value = float(text)
            if not abs(value) <= most:
                raise ValueError
            return value

        found = self.values(table, name, sort, read)
        return found[0] if found else None

    def table(self, fields: Fields, name: str) -> Fields:
        return next(iter(self.tables(fields, name)), Fields())

    def tables(self, fields: Fields, name: str) -> tuple[Fields, ...]:
        entry = fields.get(name)
        if entry is None:
            return ()
        found = tuple(value for value in items(entry.value) if isinstance(value, Fields))
        if not found:
            self.problems.append(WrongSetting(entry.key.span, name, f"a table, begun by [{name}]"))
        return found

    def yes(self, fields: Fields, name: str, *, otherwise: bool) -> bool:
        found = self.values(fields, name, Sort.YES_NO, lambda text: {"true": True, "false": False}[text.lower()])
        return found[0] if found else otherwise

    def texts(self, fields: Fields, name: str) -> tuple[str, ...]:
        return self.values(fields, name, Sort.TEXTS, str)

    def values(self, fields: Fields, name: str, sort: Sort, read: Callable[[str], T]) -> tuple[T, ...]:
        return tuple(one.value for one in self.located(fields, name, sort, read))

    def located(self, fields: Fields, name: str, sort: Sort, read: Callable[[str], T]) -> tuple[Located[T], ...]:
        entry = fields.get(name)
        found: list[Located[T]] = []
        for value in items(entry.value) if entry else ():
            try:
                if isinstance(value, Fields):
                    raise ValueError  # noqa: TRY301, TRY004 - a table where a value belongs is reported like any other wrong value
                found.append(Located(read(value.value), value.span))
            except (ValueError, KeyError):
                self.problems.append(WrongSetting(_span(value, entry), name, sort.value))
        return tuple(found)


def _span(value: Located[str] | Fields, entry: Field | None) -> Span:
    if isinstance(value, Located):
        return value.span
    return entry.key.span if entry else Span("program.toml")


def _start(span: Span) -> Span:
    """The start of the line of a table's heading, where a missing setting is said to be missing."""
    return Span(span.path, span.line, 1, span.line, 1)


def _text(fields: Fields, name: str) -> str | None:
    found = fields.text(name)
    return found.value.strip() if found else None


def _from_site(site: Source | None, place: Span) -> Config:
    """What a Hugo configuration says; one that cannot be read says nothing, being Hugo's business."""
    if site is None or not site.path.endswith(".toml"):
        return Config(place_of_event=place)
    try:
        fields = read_toml(site)
    except Unreadable:
        return Config(place_of_event=place)
    return Config(title=fields.text("title"), url=_text(fields, "baseURL"), timezone=fields.text("timeZone"), place_of_event=place)
