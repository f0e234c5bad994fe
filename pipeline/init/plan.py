"""A folder and the answers → what `init` will write, and what it tells of it. Nothing is written before all is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TextIO
from zoneinfo import available_timezones

from pipeline.build import check
from pipeline.init import files
from pipeline.init.address import address_of
from pipeline.init.questions import NoAnswerError, ask_title, ask_zone, like
from pipeline.init.survey import Survey, survey
from pipeline.init.texts import program_toml, workflow
from pipeline.init.zone import Guess, guess_zone
from pipeline.model import Program
from pipeline.source import Located
from pipeline.usage import UsageError

_WORKFLOW = PurePosixPath(".github/workflows/program.yml")
_GITLAB = ".gitlab-ci.yml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says; ``terminal`` is where may be asked, ``None`` where nobody would answer."""

    timezone: str | None = None
    title: str | None = None
    terminal: TextIO | None = None
    workflow: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what was found: of what, which, and how it is known."""

    label: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """``files`` are to be written, ``kept`` are there already and stay as they are; ``told`` says what was found."""

    files: tuple[tuple[Path, str], ...]
    kept: tuple[Path, ...]
    told: tuple[Told, ...]


def plan(root: Path, wanted: Wanted) -> Plan:
    """Looks at a folder and asks what it does not tell.

    Raises:
        UsageError: there is no program in the folder, or nobody says its time zone.
    """
    if wanted.timezone is not None:
        _heed_zone(wanted.timezone)
    found = survey(root)
    if not found.program:
        advice = "name the folder that holds them, or write a first one: the README shows the form"
        raise UsageError(f"'{root}' has no pages of a program", advice)
    told = [*_found(found)]
    texts: list[tuple[Path, str]] = []
    if not found.site.program:
        told, text = _settings(root, found, wanted, told)
        texts.append((root / "program.toml", text))
    repository = files.repository_of(root)
    if wanted.workflow and not files.is_there(repository / _GITLAB):
        place = root.resolve().relative_to(repository).as_posix()
        texts.append((repository / _WORKFLOW, workflow(place, publishes_itself=found.generator.name is not None)))
    there = (root / found.site.program.path,) if found.site.program else ()
    kept = (*there, *(path for path, _ in texts if files.is_there(path)))
    return Plan(tuple((path, text) for path, text in texts if path not in kept), kept, tuple(told))


def write(plan: Plan) -> None:
    """Writes the files; raises ``PublishError`` where that cannot be."""
    for path, text in plan.files:
        files.write_new(path, text)


def _settings(root: Path, found: Survey, wanted: Wanted, told: Sequence[Told]) -> tuple[list[Told], str]:
    """The text of ``program.toml``, and what is told once it is known."""
    zone = _zone(found, wanted)
    outcome = check(root, timezone=zone.value)
    if outcome.program is None:
        raise UsageError(f"the pages in '{root}' give no program", "see what is wrong with them: confbook check, with --timezone")
    title = _title(found, wanted)
    address = address_of(found.generator, files.git_settings(files.repository_of(root)))
    published = (
        Told("address", address.url, address.reason) if address else Told("address", "", "nothing says it: add it to program.toml")
    )
    text = program_toml(found, outcome.program, title.value or None, address)
    return [*told, title, zone, *_known(outcome.program), published], text


def _zone(found: Survey, wanted: Wanted) -> Told:
    if wanted.timezone is not None:
        return Told("time zone", wanted.timezone, "--timezone")
    stated = found.generator.timezone
    if stated and stated.value in available_timezones():
        return Told("time zone", stated.value, _place(stated))
    guess = guess_zone(found)
    if wanted.terminal is None:
        raise _nobody_says(guess)
    try:
        return Told("time zone", ask_zone(wanted.terminal, guess), "as you say")
    except NoAnswerError as error:
        raise _nobody_says(guess) from error


def _nobody_says(guess: Guess) -> UsageError:
    advice = f"add --timezone {guess.zone}, if it is that one" if guess.zone else "add it, as in --timezone Europe/Berlin"
    reason = f" ({guess.reason})" if guess.reason else ""
    return UsageError("nothing says in which time zone the conference takes place", advice + reason)


def _heed_zone(zone: str) -> None:
    if zone not in available_timezones():
        near = like(zone)
        advice = f"did you mean --timezone {near}?" if near else "name it as the IANA does, as in --timezone Europe/Berlin"
        raise UsageError(f"there is no time zone '{zone}'", advice)


def _title(found: Survey, wanted: Wanted) -> Told:
    if wanted.title:
        return Told("title", wanted.title, "--title")
    stated = found.generator.title
    if stated:
        return Told("title", " ".join(stated.value.split()), _place(stated))
    try:
        answer = ask_title(wanted.terminal) if wanted.terminal else ""
    except NoAnswerError:
        answer = ""
    return Told("title", answer, "as you say" if answer else "nothing says it: add it to program.toml")


def _found(found: Survey) -> Iterator[Told]:
    config = found.generator.config
    kind = f"a {found.generator.name} site" if found.generator.name else "a folder of pages"
    yield Told("found", kind, config.path if config else "")
    count = len(found.program)
    yield Told("program", f"{count} page{'s' * (count != 1)} in {', '.join(found.folders)}")


def _known(program: Program) -> Iterator[Told]:
    yield Told("days", ", ".join(map(str, program.event.days)) or "none are named")
    yield Told("languages", ", ".join(program.event.languages))
    yield Told("venues", "; ".join(venue.name for venue in program.venues) or "none are named")


def _place(said: Located[str]) -> str:
    return f"{said.span.path}:{said.span.line}"
