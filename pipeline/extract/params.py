"""Dialect: front-matter parameters, one flat field for each fact (``speaker:``, ``time:``, ``location:``, ``主持人:``).

The table of names serves ``clean.py`` as well.
"""

import difflib
from collections.abc import Iterator

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import MisspeltField
from pipeline.extract.labels import RICH
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.model import Fact, Origin, Statement

_NAMES: dict[Fact, str] = {
    Fact.ID: "id",
    Fact.KIND: "kind type session_type",
    Fact.TITLE: "title name 标题",
    Fact.TALK_TITLE: "talk_title",
    Fact.SUMMARY: "summary",
    Fact.WHEN: "when time datetime date_time schedule 时间",
    Fact.DATE: "date day event_date talk_date 日期",
    Fact.START: "start start_time time_start start_datetime event_start starts 开始",
    Fact.END: "end end_time time_end end_datetime event_end date_end end_date ends 结束",
    Fact.VENUE: "venue location room place 地点 教室 会场",
    Fact.TRACK: "track 分会",
    Fact.TAG: "tag tags",
    Fact.ORDER: "order weight",
    Fact.STATUS: "status",
    Fact.HOST: "host hosts moderator moderators 主持人 主持",
    Fact.CHAIR: "chair chairs session_chair 主席",
    Fact.ORGANIZER: "organizer organizers organiser organisers 组织者 召集人",
    Fact.PANELIST: "panelists panelist panellists guests 嘉宾",
    Fact.SPEAKER: "speaker speakers presenter presenters author authors 演讲人 报告人 讲者 主讲人",
    Fact.AFFILIATION: "affiliation institute institution university 单位 机构",
    Fact.PHOTO: "photo picture portrait avatar 照片",
    Fact.URL: "homepage website",
    Fact.ABSTRACT: "abstract description 摘要",
    Fact.BIOGRAPHY: "biography bio cv 简介 个人简介",
    Fact.SLIDES: "slides url_slides",
    Fact.VIDEO: "video url_video recording",
}
NAMES: dict[str, Fact] = {name: fact for fact, names in _NAMES.items() for name in names.split()}

#: Fields of site generators that state nothing of a program; known, so that they are taken for nobody's slip.
_OTHERS = frozenset(
    [
        "aliases",
        "all_day",
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
        "formerly",
        "headless",
        "image",
        "images",
        "js",
        "keywords",
        "language",
        "lang",
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
_SHORTEST = 4
_PERSON_FACTS = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST, Fact.SPEAKER})


def read_params(fields: Fields) -> Iterator[Statement]:
    """The statements of flat fields, in the order of the page; ``params:`` (Hugo's own) is read as if it were not nested."""
    for field in fields.fields:
        if fold_key(field.key.value) == "params" and isinstance(field.value, Fields):
            yield from read_params(field.value)
        elif fact := NAMES.get(fold_key(field.key.value)):
            yield from read_field(fact, field)


def read_field(fact: Fact, field: Field) -> Iterator[Statement]:
    """What one field states: a statement for each of its values."""
    for value in items(field.value):
        if isinstance(value, Fields):
            if fact in _PERSON_FACTS:
                yield from _person(fact, value)
        else:
            yield Statement(fact, value, Origin.FRONT_MATTER, markup="markdown" if fact in RICH else None)


def _person(fact: Fact, fields: Fields) -> Iterator[Statement]:
    """A person as a mapping: the name first, so that what follows is said of that name."""
    name = fields.text("name")
    if name is None:
        return
    yield Statement(fact, name, Origin.FRONT_MATTER)
    for part in (Fact.AFFILIATION, Fact.PHOTO, Fact.URL, Fact.BIOGRAPHY):
        for word in (*_NAMES[part].split(), part.value):
            if (text := fields.text(word)) is not None:
                yield Statement(part, text, Origin.FRONT_MATTER, markup="markdown" if part in RICH else None)
                break


def misspelt(fields: Fields) -> Iterator[Problem]:
    """Fields whose names are nearly known ones."""
    for field in fields.fields:
        key = fold_key(field.key.value)
        if key in NAMES or key in _OTHERS or len(key) < _SHORTEST:
            continue
        near = difflib.get_close_matches(key, [name for name in NAMES if name.isascii()], n=1, cutoff=0.8)
        if near:
            yield MisspeltField(field.key.span, field.key.value, near[0])
