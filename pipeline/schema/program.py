"""The schema of ``program.toml``, made from ``settings.TABLES``."""

import re

from pipeline.model import Paper
from pipeline.schema.words import Schema, closed, document, many, one_or_many
from pipeline.settings import FONT_FILES, FONTS, MOST_MILLIMETRES, SHEETS, SHEETS_OF_PAPER, TABLES, Setting, Sort, Table

_TEXT: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "format": "date"}

_FONT_FILE: Schema = {"type": "string", "pattern": f"({'|'.join(map(re.escape, FONT_FILES))})$"}

_SORTS: dict[Sort, Schema] = {
    Sort.TEXT: _TEXT,
    Sort.TEXTS: one_or_many(_TEXT),
    Sort.YES_NO: {"type": "boolean"},
    Sort.DAY: _DAY,
    Sort.DAYS: one_or_many(_DAY),
    Sort.COLOR: {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    Sort.FONT: {"anyOf": [{"enum": list(FONTS)}, one_or_many(_FONT_FILE)]},
    Sort.LATITUDE: {"type": "number", "minimum": -90, "maximum": 90},
    Sort.PAGE: {"enum": [paper.value for paper in Paper]},
    Sort.LONGITUDE: {"type": "number", "minimum": -180, "maximum": 180},
    Sort.MILLIMETRES: {"type": "number", "minimum": 0, "maximum": MOST_MILLIMETRES},
    Sort.PAGES: {"type": "integer", "minimum": 4, "multipleOf": 4},
    Sort.PAPER: {"enum": list(SHEETS_OF_PAPER)},
    Sort.SHEETS: one_or_many({"enum": list(SHEETS)}),
}


def program() -> Schema:
    """What ``config.py`` reads without a problem."""
    tables = {name: _table(table) for name, table in TABLES.items()}
    return document(
        "program",
        "program.toml of confbook",
        "What the organisers of a conference say of it as a whole: the event, its rooms and tracks.",
        closed(tables, ["event"]),
    )


def _table(table: Table) -> Schema:
    needed = [name for name, setting in table.settings.items() if setting.needed]
    one = closed({name: _setting(setting) for name, setting in table.settings.items()}, needed)
    return {"description": table.about, **(many(one) if table.many else one)}


def _setting(setting: Setting) -> Schema:
    return {"description": setting.about, **_SORTS[setting.sort], "examples": [setting.example]}
