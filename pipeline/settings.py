"""Every setting of ``program.toml``: where it stands, what sort of value it takes, what it is for, and an example.

``config.py`` reads by this table and reports what is not in it; ``schema/`` tells editors. Adding a setting is its line here and its
reading there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

#: Kinds of fonts that every machine has one of.
FONTS = ("sans", "humanist", "geometric", "serif", "old-style", "slab")
#: The endings of font files.
FONT_FILES = (".woff2", ".ttf", ".otf")


class Sort(StrEnum):
    """What sort of value a setting takes, in the words of a problem: "'days' must be …"."""

    TEXT = "text"
    TEXTS = "text, or a list of texts"
    YES_NO = "true or false"
    DAY = "a day as 2026-11-30"
    DAYS = "days as [2026-10-15, 2026-10-16]"
    COLOR = "a colour as #1b6ca8"
    FONT = f'{", ".join(FONTS)}, or font files of the site as "fonts/Text.woff2"'
    LATITUDE = "degrees between -90 and 90"
    LONGITUDE = "degrees between -180 and 180"
    PAGE = "A4, A5, A6 or Letter"
    MILLIMETRES = "millimetres between 0 and 10"
    PAGES = "a multiple of 4, as 32"
    PAPER = "A3, A4, A5, Letter or Tabloid"
    SHEETS = "of door-signs, posters, run-sheets, speaker-slips"


#: The papers to print on; the smaller ones first.
SHEETS_OF_PAPER = ("A5", "Letter", "A4", "Tabloid", "A3")
MOST_MILLIMETRES = 10
#: The sheets that are made when they are asked for by name.
SHEETS = ("door-signs", "posters", "run-sheets", "speaker-slips")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its sort, its purpose in one sentence, and a value as TOML would have it."""

    sort: Sort
    about: str
    example: str | float | bool | list[str]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of settings; ``many`` is written ``[[name]]``, once for each."""

    about: str
    settings: Mapping[str, Setting]
    many: bool = False


def _table(about: str, *, many: bool = False, **settings: Setting) -> Table:
    return Table(about, MappingProxyType(settings), many)


#: All tables, under their names.
TABLES: Mapping[str, Table] = MappingProxyType({
    "event": _table(
        "The conference as a whole.",
        title=Setting(Sort.TEXT, "The conference's name, as covers and calendars print it.", "Rivers 2026 河流"),
        subtitle=Setting(Sort.TEXT, "A line beneath the title.", "Mathematics of flowing water"),
        place=Setting(Sort.TEXT, "Where it takes place, in words: institution and city.", "Quay University, Harbourtown"),
        url=Setting(Sort.TEXT, "Address of the conference's site; subscribers' calendars link to it.", "https://rivers.example/2026/"),
        timezone=Setting(
            Sort.TEXT, "IANA time zone in which all hours are meant. The one setting that must be given.", "Asia/Shanghai", needed=True
        ),
        languages=Setting(Sort.TEXTS, "The languages of pages and outputs as BCP 47 tags, the main one first: of a field in several, that is the fact.", ["en", "zh"]),
        days=Setting(Sort.DAYS, "The days of the conference; a session on another day is reported.", ["2026-10-15", "2026-10-16"]),
        logo=Setting(Sort.TEXT, "Picture for the cover and the home page, as a path in the site.", "images/logo.png"),
        map=Setting(Sort.TEXT, "Picture of a map of the place, as a path in the site.", "images/campus-map.png"),
    ),
    "content": _table(
        "Which files are the program.",
        sessions=Setting(Sort.TEXTS, "The folders whose pages are the program's, where they can't be told by name.", ["sessions"]),
    ),
    "calendar": _table(
        "The calendar feeds.",
        speakers=Setting(
            Sort.YES_NO, "Whether everybody whom the pages name has a feed of their sessions; true where it is not given.", example=False
        ),
    ),
    "booklet": _table(
        "The printed booklet.",
        paper=Setting(Sort.PAGE, "What its pages are cut to; A5 where it is not given.", "A4"),
        short=Setting(
            Sort.YES_NO, "Whether there is booklet-short.pdf too, without abstracts, to be folded of a few sheets (booklet-short-print.pdf).",
            example=True,
        ),
    ),
    "print": _table(
        "How the booklet is printed: folded and stapled (booklet-print.pdf), or by a print shop (booklet-press.pdf).",
        creep=Setting(
            Sort.MILLIMETRES, "How far pages move towards the spine for each sheet around theirs; 0.1 where it is not given.", 0.15
        ),
        signature=Setting(Sort.PAGES, "How many pages are folded together at most; 64 where it is not given.", 32),
        sheet=Setting(Sort.PAPER, "The paper to print on; the smallest that holds two pages where it is not given.", "A4"),
        bleed=Setting(
            Sort.MILLIMETRES, "Makes booklet-press.pdf, for a print shop: how far print runs over the edge, to be cut off.", 3
        ),
    ),
    "sheets": _table(
        "Sheets for the days themselves, made in the folder sheets/ when they are asked for.",
        make=Setting(
            Sort.SHEETS,
            "Which: signs for the doors of rooms, posters of the days, run sheets for chairs, slips for speakers.",
            ["door-signs", "posters", "run-sheets", "speaker-slips"],
        ),
        badges=Setting(
            Sort.TEXTS, "The people of the program who are to have a name badge (badges.pdf), as pages name them.", ["Ada Brook", "许志钦"]
        ),
    ),
    "venues": _table(
        "A room or another place where sessions are. A page may use its name or any of its aliases.",
        many=True,
        id=Setting(Sort.TEXT, "A short name for files and links; made from the name where it is not given.", "main-hall"),
        name=Setting(Sort.TEXT, "The name that the outputs print.", "Main Hall 大礼堂", needed=True),
        aliases=Setting(Sort.TEXTS, "Other names of the same place, as pages write them.", ["Main Hall", "大礼堂"]),
        address=Setting(Sort.TEXT, "Postal address, for calendars and the list of places.", "1 Quay Road, Harbourtown"),
        latitude=Setting(Sort.LATITUDE, "Degrees north of the equator (WGS 84), for maps.", 29.2136),
        longitude=Setting(Sort.LONGITUDE, "Degrees east of Greenwich (WGS 84), for maps.", 121.9571),
    ),
    "tracks": _table(
        "A strand of the program, as pages name it under 'track'.",
        many=True,
        name=Setting(Sort.TEXT, "The track's name, as pages write it.", "Flow & Form", needed=True),
        color=Setting(Sort.COLOR, "Its colour in all outputs.", "#1b6ca8"),
    ),
    "people": _table(
        "Somebody whom pages name in several ways, or who has a namesake. Whatever pages call by the name or an alias is this person.",
        many=True,
        id=Setting(Sort.TEXT, "A short name for links; made from the name where it is not given.", "zhiqin-xu"),
        name=Setting(Sort.TEXT, "The name that indexes print.", "Zhi-Qin John Xu", needed=True),
        aliases=Setting(Sort.TEXTS, "Other names of the same person, as pages write them.", ["许志钦", "Zhiqin Xu"]),
        affiliation=Setting(Sort.TEXT, "Their institute; of several people of one name it tells which is meant.", "Quay University"),
        url=Setting(Sort.TEXT, "Address of their home page.", "https://xu.example/"),
        calendar=Setting(Sort.YES_NO, "Whether there is a calendar feed of their sessions; else as [calendar] says.", example=False),
        calendar_token=Setting(
            Sort.TEXT,
            "Makes calendar/personal/<token>.ics, a feed of their sessions that no output names: 32 random hexadecimal digits or more, "
            "as from 'openssl rand -hex 16'. Whoever knows them can read the feed; without the line it is gone.",
            "0123456789abcdef0123456789abcdef",
        ),
        sort=Setting(Sort.TEXT, "What the index sorts them by, family name first, where the name's own order would be wrong.", "xu, zhiqin"),
    ),
    "theme": _table(
        "The design of the cards: colours and fonts. What is not given is as usual, or made from what is.",
        accent=Setting(Sort.COLOR, "The colour of links, of keynotes and of what is chosen.", "#8a1c3b"),
        accent_dark=Setting(Sort.COLOR, "The same on dark ground; made from the accent where it is not given.", "#ff9db0"),
        brand=Setting(Sort.COLOR, "The head and the foot of the pages, the booklet's cover, the icon; made from the accent where it is not given.", "#4b1026"),
        highlight=Setting(Sort.COLOR, "The first button and the mark of the current page, on the brand.", "#f4b860"),
        paper=Setting(Sort.COLOR, "The background of the pages.", "#faf6ef"),
        paper_dark=Setting(Sort.COLOR, "The same for readers who want it dark.", "#14110f"),
        ink=Setting(Sort.COLOR, "The text.", "#211a17"),
        ink_dark=Setting(Sort.COLOR, "The same on dark ground.", "#efe9e2"),
        font=Setting(Sort.FONT, "What text is set in: a kind of font, or the files of one.", "humanist"),
        heading_font=Setting(Sort.FONT, "The same for titles.", ["fonts/Display-Regular.woff2", "fonts/Display-Bold.woff2"]),
    ),
    "waivers": _table(
        "A warning that you know of and accept for a time: it is not reported, and does not fail a run under --strict.",
        many=True,
        code=Setting(Sort.TEXT, "The kind of problem, by code or name. Errors can't be waived.", "V302", needed=True),
        path=Setting(Sort.TEXT, "Only problems of this file; * stands for any characters.", "sessions/banquet.md"),
        words=Setting(Sort.TEXT, "Only problems whose message has these words in it.", "灯塔庭"),
        reason=Setting(Sort.TEXT, "Why it is accepted.", "the pavilion really has this name", needed=True),
        until=Setting(Sort.DAY, "The last day on which it holds; afterwards the waiver itself is reported.", "2026-11-30", needed=True),
    ),
})  # fmt: skip
