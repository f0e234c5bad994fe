"""A page's front matter → the fields of it that are not the program's, as they are written: ``tidy`` keeps them."""

import json
import re
import tomllib
from dataclasses import dataclass

import yaml

from pipeline.extract.front_matter.params import TALKS, fact_named
from pipeline.extract.front_matter.per_language import name_of
from pipeline.extract.front_matter.read import read_front_matter
from pipeline.fields import fold_key
from pipeline.source import Source

#: Fields of the program that a site's theme reads as well, for its lists of pages and their order.
SHARED = frozenset({"summary", "description", "weight", "tags", "type", "lang", "language"})
_FENCE = re.compile(r"(?:---|\.\.\.)\s*")
_ENDLESS = 1_000_000  # no line is wrapped


@dataclass(frozen=True, slots=True)
class Kept:
    """``lines`` are those of the fields that are kept, with comments of their own; ``names`` all names of fields that the page has.

    ``body`` is the offset in the page's text where its body begins. ``reason`` says why the fields cannot be taken apart, if so.
    """

    lines: tuple[str, ...]
    names: frozenset[str]
    body: int
    reason: str | None = None


def kept(page: Source) -> Kept:
    """What of a page's front matter is kept."""
    fields, body, _ = read_front_matter(page)
    names = frozenset(fold_key(field.key.value) for field in fields.fields)
    if not names:
        return Kept((), names, body)
    if page.text.startswith(("+++", "{")):
        return Kept(tuple(_converted(page.text[:body])), names, body)
    places = [field.key.span for field in fields.fields]
    if any(place.column > len("'k") for place in places) or len({place.line for place in places}) < len(places):
        return Kept((), names, body, "its front matter has several fields on one line")
    lines = page.text[:body].split("\n")
    first, last = places[0].line - 1, places[-1].line
    end = next((at for at in range(last, len(lines)) if _FENCE.fullmatch(lines[at])), len(lines))
    bounds = [*(place.line - 1 for place in places), end]
    out = [line for line in lines[1:first] if line.startswith("#")]
    for field, begin, stop in zip(fields.fields, bounds, bounds[1:], strict=False):
        mine = lines[begin:stop]
        if _is_rewritten(field.key.value):
            mine = [line for line in mine[1:] if line.startswith("#")]
        out += mine
    return Kept(tuple(_without_blank_ends(out)), names, body)


def _is_rewritten(key: str) -> bool:
    """Whether the field is the program's alone, so that the clean page states it in its own way."""
    name = fold_key(key)
    return name not in SHARED and (fact_named(name) is not None or name_of(name, TALKS) is not None)


def _without_blank_ends(lines: list[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n") if any(line.strip() for line in lines) else []


def _converted(text: str) -> list[str]:
    """Fields of TOML or JSON front matter as YAML."""
    if text.startswith("{"):
        values = json.JSONDecoder().raw_decode(text)[0]
    else:
        values = tomllib.loads(re.split(r"(?m)^\+{3,}\s*$", text)[1])
    others = {name: value for name, value in values.items() if not _is_rewritten(name)}
    if not others:
        return []
    return yaml.safe_dump(others, allow_unicode=True, sort_keys=False, width=_ENDLESS).rstrip("\n").split("\n")
