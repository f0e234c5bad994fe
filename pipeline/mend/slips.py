"""pages → edits of style: slips that mislead nobody and are reported nowhere, but that an organiser would rather not have.

Each is certain by one rule: an edit is offered only where the page, read again with it, states the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Edit
from pipeline.extract import extract_page
from pipeline.extract.front_matter.read import read_front_matter
from pipeline.fields import Fields, items
from pipeline.grammar.letters import cased
from pipeline.grammar.times import Reading, read_time
from pipeline.mend.edits import apply
from pipeline.model import Draft, Fact, Statement
from pipeline.source import Located, Source

#: Misspelt labels that are known as such (others are misspelt-label), and what they should be.
_LABELS = {
    "localtion": "location",
    "sessionkenote speech": "keynote speech",
    "sessionkeynote speech": "keynote speech",
    "session kenote speech": "keynote speech",
    "kenote speech": "keynote speech",
    "kenote": "keynote",
}
_LABEL = re.compile(
    rf"(?<![\w<&/.-])({'|'.join(sorted(_LABELS, key=len, reverse=True))})(?=(?:\s|&nbsp;|</?\w+>|\*)*[:：])", re.IGNORECASE
)
_NO_CONTENT = re.compile(r"<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_CRAMPED = re.compile(r"\b((?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(\d{1,2})\b", re.IGNORECASE)
_BLANKS = " \t"
_TIMES = frozenset({Fact.SUMMARY, Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HEADING})


@dataclass(frozen=True, slots=True)
class Slip:
    """An edit of style, and what it mends in words."""

    edit: Edit
    what: str


def slips(page: Source) -> Iterator[Slip]:
    """The slips of style on a page, each with the edit that mends it; none in comments or in text that is not read."""
    drafts, _ = extract_page(page)
    if not drafts:
        return
    said = _said(drafts)
    for find in (_labels, _cramped_dates, _trailing_spaces):
        for slip in find(page, drafts):
            data, made = apply(page.text.encode("utf-8", "surrogatepass"), (slip.edit,))
            again, _ = extract_page(Source(page.path, data.decode("utf-8", "surrogatepass")))
            if made and again and _said(again) == said:
                yield slip


def _said(drafts: Sequence[Draft]) -> list[list[tuple[Fact, object, str | None]]]:
    """What a page states, each session first: each fact with its words, or with what these say of a time; the spaces do not count."""
    every = (statements for draft in drafts for statements in (draft.statements, *(talk.statements for talk in draft.talks)))
    return [[(said.fact, _meaning(said), said.link) for said in statements] for statements in every]


def _meaning(said: Statement) -> object:
    text = " ".join(said.text.value.split())
    if said.fact not in _TIMES:
        return text
    reading: Reading = read_time(text)
    meant = (reading.dates, reading.spread, reading.clock, reading.offset, reading.zone, reading.duration, reading.absence)
    return text if reading.empty else (*meant, tuple(doubt.kind for doubt in reading.doubts))


def _labels(page: Source, _: Sequence[Draft]) -> Iterator[Slip]:
    hidden = [found.span() for found in _NO_CONTENT.finditer(page.text)]
    for found in _LABEL.finditer(page.text):
        if not any(start <= found.start() < end for start, end in hidden):
            right = cased(_LABELS[found[1].lower()], found[1])
            yield Slip(Edit(page.span(*found.span(1)), found[1], right), "misspelt label")


def _cramped_dates(page: Source, drafts: Sequence[Draft]) -> Iterator[Slip]:
    for said in (said for draft in drafts for said in draft.said):
        span = said.text.span
        if said.fact in _TIMES and span.line == span.end_line:
            line = page.line(span.line)
            for found in _CRAMPED.finditer(line, span.column - 1, span.end_column - 1):
                place = page.span(start := page.offset(span.line) + found.start(), start + len(found[0]))
                yield Slip(Edit(place, found[0], f"{found[1]} {found[2]}"), "no space in a date")


def _trailing_spaces(page: Source, _: Sequence[Draft]) -> Iterator[Slip]:
    fields, start, _problems = read_front_matter(page)
    for text in _texts(fields):
        span = text.span
        line = page.line(span.line)
        value = line[span.column - 1 : span.end_column - 1]
        if span.line != span.end_line or not value.strip():
            continue
        within, after = value[len(value.rstrip(_BLANKS)) :], line[len(line.rstrip(_BLANKS)) :]
        places = [(within, span.end_column - 1 - len(within))]
        if line[span.end_column - 1 :].strip(_BLANKS) in ("", '"', "'"):
            places.append((after, len(line) - len(after)))
        begin = page.offset(span.line)
        for spaces, at in places:
            if spaces and begin + at < start:
                place = page.span(begin + at, begin + at + len(spaces))
                yield Slip(Edit(place, spaces, ""), "spaces at the end of a value")


def _texts(fields: Fields) -> Iterator[Located[str]]:
    for field in fields.fields:
        for value in items(field.value):
            if isinstance(value, Fields):
                yield from _texts(value)
            else:
                yield value
