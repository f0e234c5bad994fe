"""What is wrong with ``program.toml`` as a whole, whatever its values: settings that there are not, and names that are given twice."""

import difflib
from collections.abc import Iterator

from pipeline.diagnostics import Problem
from pipeline.diagnostics.configuration import RepeatedName, UnknownSetting
from pipeline.fields import Fields, fold_key, items
from pipeline.settings import TABLES
from pipeline.source import Located, Span


def unknown(fields: Fields, table: str = "") -> Iterator[Problem]:
    """Settings that there are not. Reports unknown-setting."""
    known = TABLES[table].settings if table else TABLES
    for entry in fields.fields:
        key = fold_key(entry.key.value)
        if key not in known:
            near = difflib.get_close_matches(key, sorted(known), n=1)
            yield UnknownSetting(entry.key.span, entry.key.value, near[0] if near else None)
        elif not table:
            for value in items(entry.value):
                if isinstance(value, Fields):
                    yield from unknown(value, key)


def repeated_names(fields: Fields, table: str, *names: str) -> Iterator[Problem]:
    """What several tables call themselves alike: an identity, or a name or an alias."""
    entry = fields.get(table)
    tables = [one for one in items(entry.value) if isinstance(one, Fields)] if entry else []
    first: dict[str, tuple[Span, Fields]] = {}
    for one in tables:
        given = (text for name in names if (own := one.get(name)) for text in items(own.value) if isinstance(text, Located))
        for text in given:
            place, owner = first.setdefault(" ".join(text.value.split()).casefold(), (text.span, one))
            if owner is not one:
                yield RepeatedName(text.span, text.value, table, place)
