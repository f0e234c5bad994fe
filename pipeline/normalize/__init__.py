"""drafts → program: the statements reconciled, times exact, venues and people known, text safe, order fixed.

Four steps: each page is read for itself (``reading.py``, by the rules of ``evidence.py`` and ``when/rules.py``); people and venues are made
out across all pages (``people/``, ``venues.py``); hours that were in doubt are read again, now with what is certain around them
(``second_look.py``); the program is put together (``program.py``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from zoneinfo import ZoneInfo

from pipeline.config import Config
from pipeline.diagnostics import Problem
from pipeline.extract.pictures import Pictures
from pipeline.model import Draft, DraftText, Personal, Program, Theme
from pipeline.normalize.people.resolve import People, resolve_people
from pipeline.normalize.program import mentions_of, put_together
from pipeline.normalize.reading import read_page
from pipeline.normalize.readings import PageReading
from pipeline.normalize.second_look import look_again
from pipeline.normalize.talk_lines import divided
from pipeline.normalize.text.pages import text_pages
from pipeline.normalize.theme import colored
from pipeline.normalize.translations.language import language_of
from pipeline.normalize.venues import resolve_venues
from pipeline.normalize.when.calendar import calendar_of
from pipeline.normalize.when.zone import event_zone


def told_apart(drafts: Iterable[Draft]) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts, with talks told in a line each divided into who and what."""
    pairs = [divided(list(page)) for _, page in groupby(drafts, key=lambda draft: draft.path)]
    return tuple(draft for page, _ in pairs for draft in page), tuple(problem for _, problems in pairs for problem in problems)


def normalize(
    drafts: Sequence[Draft],
    config: Config,
    pictures: Pictures,
    texts: Sequence[DraftText] = (),
    theme: Theme = Theme(),  # noqa: B008 - a frozen value
    *,
    timezone: str | None = None,
) -> tuple[Program | None, tuple[Problem, ...]]:
    """The program of some drafts, and what was wrong with their times, venues, people and texts.

    There is no program without a time zone: nothing in it would be exact. ``timezone`` overrides the configuration's.
    """
    zone, problems = event_zone(config, timezone)
    drafts, found = told_apart(drafts)
    problems += found
    calendar = calendar_of(drafts, config.days, zone or ZoneInfo("UTC"))
    readings: list[PageReading] = []
    for draft in drafts:
        reading, found = read_page(draft, pictures, calendar, config.languages)
        readings += [reading] if reading else []
        problems += found
    people = resolve_people(mentions_of(readings), config.people, calendar=config.speaker_feeds)
    translated = _translated(readings, config.languages)
    venues = resolve_venues([reading.venue for reading in readings if reading.venue], config.venues, translated)
    readings = look_again(readings, venues, calendar)
    problems += (*people.problems, *venues.problems, *(problem for reading in readings for problem in reading.problems_of_time))
    if zone is None:
        return None, problems
    program, found = put_together(readings, people, venues, config, pictures, zone)
    theme, unreadable = colored(theme, config.design)
    event = replace(program.event, theme=theme)
    return replace(program, event=event, texts=text_pages(texts, pictures), personal=_personal(config, people)), (
        *problems,
        *found,
        *unreadable,
    )


def _personal(config: Config, people: People) -> tuple[Personal, ...]:
    """The feeds that are somebody's alone; there is one also for who is listed and not named by any page yet."""
    named = {person.token: person.id for person in people.people if person.token}
    return tuple(Personal(one.token, one.name, named.get(one.token)) for one in config.people if one.token)


def _translated(readings: Sequence[PageReading], languages: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """Under the text of each venue that is given in several languages what pages call it, under the languages' tags."""
    found: dict[str, dict[str, str]] = {}
    for reading in readings:
        own = reading.venue.value if reading.venue else ""
        for one in reading.translations if own else ():
            if one.venue_text:
                names = found.setdefault(own, {language_of(own, languages) or "": own})
                names.setdefault(one.language, one.venue_text)
    return {own: {tag: name for tag, name in names.items() if tag} for own, names in found.items()}
