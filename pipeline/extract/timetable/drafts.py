"""The items of a timetable's sessions → their drafts, each at the place of its title."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, UnreadText
from pipeline.extract.assemble import assemble
from pipeline.extract.front_matter.clean import read_front_matter_items
from pipeline.extract.front_matter.params import misspelt
from pipeline.extract.front_matter.read import read_data
from pipeline.extract.items import Item, Prose
from pipeline.extract.marks import parted
from pipeline.extract.markup.tree import Element
from pipeline.extract.timetable.data import read_sessions, unread_fields
from pipeline.extract.timetable.divide import Divided
from pipeline.extract.unread import struck, unread
from pipeline.fields import Fields, Unreadable
from pipeline.model import Draft, Fact
from pipeline.source import Source

Drafts = tuple[tuple[Draft, ...], tuple[Problem, ...]]


def timetable_drafts(page: Source, body: Element, divided: Divided) -> Drafts:
    """A draft for each session of a timetable; what is of none of them is reported."""
    drafts, unclear = _entries(page, divided.sessions)
    items = [*divided.others, *(item for items in divided.sessions for item in items if isinstance(item, Prose | Problem))]
    cancelled = [said for draft in drafts for said in draft.statements if said.fact is Fact.STATUS]
    return drafts, (*unclear, *unread(items), *struck(body, cancelled))


def data_drafts(page: Source) -> Drafts:
    """The drafts of a file of data: one for each session in it; of one that is itself a page's fields, one."""
    try:
        value = read_data(page)
    except Unreadable as error:
        at = min(error.offset, len(page.text))
        return (), (BrokenFrontMatter(page.span(at, at), error.reason),)
    sessions = list(read_sessions(value))
    if not sessions and isinstance(value, Fields):
        session, talks, unclear = parted(*assemble(read_front_matter_items(value)))
        return (Draft(page, session, talks),), (*misspelt(value), *unclear)
    drafts, problems = _entries(page, sessions)
    return drafts, (*problems, *(UnreadText(text.span, text.value) for text in unread_fields(value)))


def _entries(page: Source, sessions: Iterable[Sequence[Item]]) -> Drafts:
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for items in sessions:
        session, talks, unclear = parted(*assemble(items))
        draft = Draft(page, session, talks)
        title = next(one for one in draft.said if one.fact in (Fact.TITLE, Fact.LINE))
        drafts.append(replace(draft, entry=title.text.span))
        problems += unclear
    return tuple(drafts), tuple(problems)
