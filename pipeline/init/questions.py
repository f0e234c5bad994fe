"""What is asked on a terminal, and how answers are understood."""

import difflib
from typing import TextIO
from zoneinfo import available_timezones

from rich.console import Console
from rich.prompt import InvalidResponse, PromptBase
from rich.text import Text

from pipeline.diagnostics.show.excerpt import safe
from pipeline.init.places import place_called, zone_of_country
from pipeline.init.zone import Guess

_FORMS = "Answer as Europe/Berlin, or with a city or a country that has one."


class NoAnswerError(Exception):
    """The input ended before the question was answered."""


class _Prompt(PromptBase[str]):
    """A line of text; an empty one is asked for again, unless there is a default."""

    response_type = str
    prompt_suffix = " "


class _ZonePrompt(_Prompt):
    """A time zone, or a city or a country that has one."""

    def process_response(self, value: str) -> str:
        zone = understood_zone(value)
        if zone is None:
            near = like(value)
            raise InvalidResponse(Text(f"There is no time zone of that name. {f'Did you mean {near}?' if near else _FORMS}"))
        return zone


def ask_zone(stream: TextIO, guess: Guess) -> str:
    """Asks for the time zone, until the answer is one; the guess is taken by Enter.

    Raises:
        NoAnswerError: the input has ended.
    """
    said = f" ({safe(guess.reason)})" if guess.reason else ""
    question = Text(f"In which time zone does the conference take place?{said}")
    return _asked(_ZonePrompt(question, console=Console(file=stream)), guess.zone)


def ask_title(stream: TextIO) -> str:
    """Asks for the conference's title; an empty answer leaves it open.

    Raises:
        NoAnswerError: as above.
    """
    return _asked(
        _Prompt(Text("What is the conference called? (Enter leaves it open)"), console=Console(file=stream), show_default=False), ""
    )


def _asked(prompt: PromptBase[str], default: str | None) -> str:
    try:
        return prompt() if default is None else prompt(default=default)
    except EOFError as error:
        prompt.console.line()  # what is said next begins a line
        raise NoAnswerError from error


def understood_zone(answer: str) -> str | None:
    """The IANA zone that an answer names: by its name, a city or a country; ``None`` where none, or several, could be meant."""
    wanted = "_".join(answer.split()).lower()
    named = next((zone for zone in sorted(available_timezones()) if zone.lower() == wanted), None)
    place = place_called(answer)
    return named or (place.zone or zone_of_country(place.country) if place else None) or _of_city(wanted)


def _of_city(wanted: str) -> str | None:
    """The only zone that ends in that city's name (``Los_Angeles``)."""
    found = [zone for zone in available_timezones() if "/" in zone and zone.lower().rpartition("/")[2] == wanted]
    return found[0] if len(found) == 1 else None


def like(answer: str) -> str | None:
    """The zone whose name is nearest to what was written."""
    zones = {zone.lower(): zone for zone in available_timezones()}
    near = difflib.get_close_matches("_".join(answer.split()).lower(), sorted(zones), n=1)
    return zones[near[0]] if near else None
