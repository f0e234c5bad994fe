"""Dialect: front-matter parameters, one flat field for each fact (``speaker:``, ``time:``, ``location:``, ``主持人:``).

The table of names serves ``clean.py`` as well.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import MisspeltField
from pipeline.extract.front_matter.attached import attached
from pipeline.extract.front_matter.per_language import PEOPLE, name_of, values_of, versions_of
from pipeline.extract.label_words import LOCAL, RICH
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.grammar.languages import tag_of
from pipeline.grammar.letters import one_slip
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, Span

_NAMES: dict[Fact, str] = {
    Fact.ID: "id",
    Fact.KIND: "kind type session_type",
    Fact.TITLE: "title name 标题",
    Fact.TALK_TITLE: "talk_title seminar_title 报告题目 演讲题目 题目",
    Fact.SUMMARY: "summary",
    Fact.WHEN: "when time datetime date_time schedule 时间 day event_date talk_date 日期",
    Fact.DATE: "date",
    Fact.START: "start start_time time_start start_datetime event_start starts starttime start_date startdate 开始",
    Fact.END: "end end_time time_end end_datetime event_end date_end end_date ends endtime enddate 结束",
    Fact.VENUE: "venue location room place where 地点 教室 会场",
    Fact.TRACK: "track 分会",
    Fact.TAG: "tag tags",
    Fact.ORDER: "order weight",
    Fact.STATUS: "status",
    Fact.LANGUAGE: "language lang 语言",
    Fact.FORMERLY: "formerly",
    Fact.HOST: "host hosts moderator moderators 主持人 主持",
    Fact.CHAIR: "chair chairs session_chair 主席",
    Fact.ORGANIZER: "organizer organizers organiser organisers 组织者 召集人",
    Fact.PANELIST: "panelists panelist panellists guests 嘉宾",
    Fact.SPEAKER: "speaker speakers presenter presenters author authors speaker_name lecturer lecturers 演讲人 报告人 讲者 主讲人",
    Fact.AFFILIATION: "affiliation institute institution university company organization organisation affiliations speaker_affiliation "
    "speaker_institution 单位 机构",
    Fact.PHOTO: "photo picture portrait avatar headshot speaker_photo speaker_image 照片",
    Fact.URL: "homepage website speaker_url speaker_website speaker_homepage",
    Fact.ABSTRACT: "abstract description talk_abstract 摘要",
    Fact.BIOGRAPHY: "biography bio cv speaker_bio about_speaker 简介 个人简介",
    Fact.SLIDES: "slides url_slides slides_url slides_link",
    Fact.VIDEO: "video url_video recording video_url youtube",
    Fact.STREAM: "stream livestream live_stream stream_url 直播",
}
NAMES: dict[str, Fact] = {name: fact for fact, names in _NAMES.items() for name in names.split()}

#: Fields of site generators that state nothing of a program; known, so that they are taken for nobody's slip.
_OTHERS = frozenset(
    [
        "aliases",
        "all_day",
        "event_all_day",
        "build",
        "cascade",
        "categories",
        "category",
        "comments",
        "cover",
        "css",
        "draft",
        "event",
        "event_name",
        "event_url",
        "expirydate",
        "featured",
        "headless",
        "image",
        "images",
        "js",
        "keywords",
        "lastmod",
        "layout",
        "levels",
        "license",
        "links",
        "linktitle",
        "markup",
        "menu",
        "menus",
        "outputs",
        "page",
        "params",
        "permalink",
        "published",
        "publishdate",
        "redirect_from",
        "resources",
        "sitemap",
        "slug",
        "subtitle",
        "talks",
        "team",
        "template",
        "theme",
        "thumbnail",
        "toc",
        "translationkey",
        "url",
        "videos",
    ]
)
_OF_DAYS = frozenset({Fact.DATE, Fact.START, Fact.END})
#: Fields that hold fields of a program; ``params`` is Hugo's own, and an ``event`` may be a name as well.
_FLATTENED = frozenset({"params", "event"})
#: Fields that hold a list of talks.
TALKS: Mapping[str, Fact] = MappingProxyType(
    dict.fromkeys(
        ("talks", "presentations", "papers", "contributions", "lectures", "schedule", "agenda", "program"), Fact.TALK_TITLE
    )
)
_NESTING = TALKS.keys() | _FLATTENED
#: Fields that say, where they are true, that the session is off.
_OFF = frozenset({"cancelled", "canceled"})
_TITLES = ("title", "topic", "talk_title")
_BESIDE_A_NAME = ("affiliation", "institution", "bio", "biography")
_SHORTEST = 4
#: What a mapping of a person may state, each under the names of its fact.
_OF_A_PERSON = (Fact.AFFILIATION, Fact.PHOTO, Fact.URL, Fact.BIOGRAPHY)


def fact_named(key: str) -> Fact | None:
    """The fact that a field of this name states, in whatever language."""
    name = name_of(key, NAMES)
    return name.fact if name else LOCAL.get(" ".join(key.lower().replace("_", " ").split()))


def read_params(fields: Fields) -> Iterator[Statement | Problem]:
    """The statements of flat fields, in the order of the page; ``params:`` and ``event:`` are read as if they were not nested.

    Reports unknown-language and unpaired-translation.
    """
    for fact, group in _grouped(fields):
        key, value = group[0].key, group[0].value
        if fact is None and isinstance(value, Fields):
            yield from read_params(value)
        elif fact is None:
            yield Statement(Fact.STATUS, key, Origin.FRONT_MATTER)
        elif fold_key(key.value) != "date" or not fields.get("event_start"):  # HugoBlox since 2026: the day the page was posted
            for said in read_fields(fact, group):
                yield from _as_generators_mean(said, fields) if isinstance(said, Statement) else (said,)


def _grouped(fields: Fields) -> Iterator[tuple[Fact | None, list[Field]]]:
    """The fields of each fact, those that give it in further languages with the first that gives it.

    Under ``None`` are fields that hold fields, and those that say that the session is off.
    """
    groups: list[tuple[Fact | None, list[Field]]] = []
    further: list[tuple[Fact, Field]] = []
    for field in fields.fields:
        if field is not fields.get(field.key.value):
            continue  # the first is used; repeated-field is told
        key, fact = fold_key(field.key.value), _fact(field, fields)
        if (key in _FLATTENED and isinstance(field.value, Fields)) or (key in _OFF and _is_true(fields, key)):
            groups.append((None, [field]))
        elif fact and (name := name_of(key, NAMES)) and key not in NAMES:
            further.append((name.fact, field))
        elif fact:
            groups.append((fact, [field]))
    for fact, field in further:
        own = next((group for of, group in groups if of is fact), None)
        if own is None:
            groups.append((fact, [field]))
        else:
            own.append(field)
    yield from groups


def _fact(field: Field, fields: Fields) -> Fact | None:
    """What a field states: where others name the title and the institute, ``name`` is the speaker's, and else a ``topic`` the title."""
    key = fold_key(field.key.value)
    if key == "name" and not fields.get("speaker") and any(map(fields.get, _BESIDE_A_NAME)) and any(map(fields.get, _TITLES)):
        return Fact.SPEAKER
    if key == "topic" and not fields.get("title"):
        return Fact.TALK_TITLE if fields.get("name") else Fact.TITLE
    return fact_named(field.key.value)


def _as_generators_mean(said: Statement, fields: Fields) -> Iterator[Statement]:
    """A statement as the generators' own templates take it (Wowchemy, HugoBlox, whose sample pages stay in real sites).

    The hours of an event for all day are those of its page's making; ``date`` beside ``date_end`` (DjangoCon: ``end_date``) is the
    start; the author ``admin`` is the name of a folder.
    """
    if said.fact in _OF_DAYS and _is_true(fields, "all_day", "event_all_day"):
        text, span = said.text.value, said.text.span
        day = re.match(r"\d{4}-\d\d-\d\d(?=[T ])", text)
        place = Span(span.path, span.line, span.column, span.line, span.column + len(day[0])) if day else span
        yield replace(said, text=Located(day[0], place) if day else said.text)
    elif said.fact is Fact.DATE and (fields.get("date_end") or fields.get("end_date")) and not fields.get("start"):
        yield replace(said, fact=Fact.START)
    elif said.fact is not Fact.SPEAKER or said.text.value.strip().lower() not in ("admin", "me"):
        yield said


def _is_true(fields: Fields, *names: str) -> bool:
    return any((text := fields.text(name)) is not None and text.value.lower() == "true" for name in names)


def read_fields(fact: Fact, fields: Sequence[Field], names: Mapping[str, Fact] = NAMES) -> Iterator[Statement | Problem]:
    """What the fields of one fact state: a statement for each value, in all languages that it is given in."""
    versions, problems = versions_of(fact, fields, names)
    yield from problems
    for value in values_of(fact, versions):
        if isinstance(value, Problem):
            yield value
            continue
        (language, main), *others = value
        said: list[Statement] = []
        for item in _statements(fact, main, language):
            if isinstance(item, Problem):
                yield item
            else:
                said.append(item)
        for tag, other in others:
            own = [item for item in _statements(fact, other, tag) if isinstance(item, Statement)]
            said = attached(said, own, tag or "")[0]
        yield from said


def _statements(fact: Fact, value: Located[str] | Fields, language: str | None) -> Iterator[Statement | Problem]:
    if isinstance(value, Located):
        yield Statement(fact, value, Origin.FRONT_MATTER, "markdown" if fact in RICH else None, language=language)
    elif fact in PEOPLE:
        yield from _person(fact, value)
    elif fact is Fact.VENUE:
        yield from (Statement(fact, part, Origin.FRONT_MATTER, language=language) for part in _parts_of_place(value))
    elif fact in (Fact.WHEN, Fact.DATE):
        yield from (said for said in read_params(value) if isinstance(said, Statement) and said.fact in _OF_DAYS)


def _parts_of_place(fields: Fields) -> Iterator[Located[str]]:
    """A place as a mapping: its room and its name as one text, at the place of the first."""
    parts = [part for name in ("room", "name", "building") if (part := fields.text(name)) is not None]
    if parts:
        yield Located(", ".join(part.value for part in parts), parts[0].span)


def _person(fact: Fact, fields: Fields) -> Iterator[Statement | Problem]:
    """A person as a mapping: the name first, so that what follows is said of that name."""
    names = [field for field in fields.fields if name_of(field.key.value, {"name": fact})]
    if not any(True for field in names for _ in items(field.value)):
        return
    yield from read_fields(fact, names, {"name": fact})
    for part in _OF_A_PERSON:
        own = dict.fromkeys((*_NAMES[part].split(), part.value), part)
        found = [field for field in fields.fields if name_of(field.key.value, own)]
        yield from read_fields(part, found, own)


def misspelt(fields: Fields) -> Iterator[Problem]:
    """Fields whose names are nearly known ones, those of talks and of people among them."""
    known = {NAMES[key] for field in fields.fields if (key := fold_key(field.key.value)) in NAMES}
    for field in fields.fields:
        key = fold_key(field.key.value)
        if key in NAMES or key in _NESTING or tag_of(key):
            for value in items(field.value):
                yield from misspelt(value) if isinstance(value, Fields) else ()
        known_name = name_of(key, NAMES) is not None or key in _NESTING or key in _OTHERS or key in _OFF
        if known_name or len(key) < _SHORTEST or not any(True for _ in items(field.value)):
            continue
        names = [name for name in NAMES if name.isascii()]
        names += _NESTING if any(isinstance(value, Fields) for value in items(field.value)) else ()
        near = difflib.get_close_matches(key, names, n=1, cutoff=0.8)
        if near:
            certain = one_slip(key, near[0]) and NAMES.get(near[0]) not in known
            yield MisspeltField(field.key.span, field.key.value, near[0], certain)
