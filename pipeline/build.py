"""The pipeline, one stage after another. Read this file first.

pages ─extract▶ drafts ─normalize▶ program ─check▶ program ─compare▶ edition ─emit▶ artifacts ─publish▶ output/
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.check import check as check_program
from pipeline.clock import commit_time
from pipeline.compare import compare
from pipeline.compare.corrections import corrections
from pipeline.config import read_config
from pipeline.diagnostics import Problem, failed, in_order, unobscured
from pipeline.diagnostics.waivers import Waived, Waivers
from pipeline.editions import History, earlier_editions, read_edition
from pipeline.emit import ALONE, EMITTERS, Means, emitter
from pipeline.emit.data import program_json
from pipeline.emit.offline import worker
from pipeline.emit.problems import Findings, problems_page
from pipeline.extract import extract
from pipeline.extract.pictures import read_pictures
from pipeline.extract.site import read_site
from pipeline.extract.texts import extract_texts
from pipeline.extract.theme import read_theme
from pipeline.gate import gate
from pipeline.model import Artifact, Change, Edition, Program
from pipeline.normalize import normalize
from pipeline.publish import publish
from pipeline.source import Source
from pipeline.tokens import hidden

#: Called with the name of each step as it begins.
Watch = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What a run came to. ``edition`` is missing where the pages gave no program, ``artifacts`` are empty where nothing was made.

    ``waived`` are the warnings that ``waivers`` take out of ``problems``. ``changes`` are those since the edition before; ``None`` in a
    first edition.
    """

    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    program: Program | None = None
    edition: Edition | None = None
    artifacts: tuple[Artifact, ...] = field(default=(), repr=False)
    waived: tuple[Waived, ...] = ()
    waivers: Waivers = field(default=Waivers(), repr=False)
    changes: tuple[Change, ...] | None = None

    def having(self, found: Iterable[Problem], made: tuple[Artifact, ...] = ()) -> "Outcome":
        """The outcome with what one more step found and made; what is waived is set apart."""
        left, waived = self.waivers.part(found)
        return replace(
            self,
            problems=in_order(unobscured((*self.problems, *left))),
            waived=(*self.waived, *waived),
            artifacts=(*self.artifacts, *made),
        )

    @property
    def findings(self) -> Findings:
        """What ``problems.html`` shows."""
        return Findings(self.problems, self.waived, self.sources, self.program)


def _silent(step: str) -> None:
    """Nobody watches."""


def check(site: Path, *, timezone: str | None = None, today: date | None = None, watch: Watch = _silent) -> Outcome:
    """Reads a site, makes its program and checks it: stages 1 to 3.

    ``timezone`` overrides the configuration's. ``today`` is the day on which waivers are judged; without it none has run out.
    """
    watch("reading pages")
    read, problems = read_site(site)
    sources = {
        source.path: source
        for source in (*read.pages, *read.texts, *read.templates, read.program, read.generator)
        if source is not None
    }
    config, found = read_config(read.program, read.generator)
    problems += found
    sources |= {one.path: hidden(one, (person.token for person in config.people)) for one in (read.program,) if one}
    drafts, found = extract(read, config.sessions, config.languages)
    problems += found
    texts, found = extract_texts(read)
    problems += found
    pictures, found = read_pictures(drafts, texts, config, read)
    problems += found
    theme, found = read_theme(config, read)
    problems += found
    if not config.readable:
        return Outcome(sources=sources).having(problems)

    watch("understanding them")
    program, found = normalize(drafts, config, pictures, texts, theme, timezone=timezone)
    waivers = Waivers(config.waivers, today)
    outcome = Outcome(sources=sources, program=program, waivers=waivers).having((*problems, *found, *waivers.expired()))
    if program is None:
        return outcome

    watch("checking the program")
    outcome = outcome.having(check_program(program))
    return outcome.having(waivers.unused(outcome.waived, late=False))


def build(  # noqa: PLR0913 - the settings of a build, each with its name
    site: Path,
    output: Path,
    *,
    timezone: str | None = None,
    strict: bool = False,
    epoch: int | None = None,
    today: date | None = None,
    history: History = History(),  # noqa: B008 - a frozen value
    means: Means = ALONE,
    watch: Watch = _silent,
) -> Outcome:
    """Checks a site and makes and publishes every output: all stages. An error, or with ``strict`` any problem, publishes nothing.

    ``epoch`` is the time of this build in seconds since 1970 (``SOURCE_DATE_EPOCH``); without it no clock is read, and changes are dated
    by the pages' newest commit. ``history`` says where earlier editions are; ``means`` are what outputs are made with, and change none.
    """
    outcome = check(site, timezone=timezone, today=today, watch=watch)
    if outcome.program is None or failed(outcome.problems, strict=strict):
        return outcome

    watch("comparing with the edition before")
    earlier, problems = earlier_editions(output, history, outcome.program.event.url)
    now = datetime.fromtimestamp(epoch, UTC) if epoch is not None else None
    touched = commit_time(site) if earlier.state and now is None else None
    edition, found = compare(outcome.program, earlier.state, now, outcome.sources, touched, accept_removals=history.accept_removals)
    edition, of_print = _corrected(edition, history.printed)
    outcome = replace(outcome, edition=edition, changes=earlier.since(edition)).having((*problems, *found, *of_print))
    if failed(outcome.problems, strict=strict):
        return outcome
    outcome = _emitted(outcome, edition, means, watch)
    outcome = outcome.having(gate(edition, outcome.artifacts, earlier.published, now))
    outcome = outcome.having(outcome.waivers.unused(outcome.waived, late=True))
    if failed(outcome.problems, strict=strict):
        return replace(outcome, artifacts=())

    watch("publishing")
    outcome = outcome.having((), _last(edition, outcome))
    publish(outcome.artifacts, output)
    return outcome


def _corrected(edition: Edition, printed: str | None) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition with what is otherwise than in the one that was printed."""
    found = read_edition(printed) if printed else None
    if isinstance(found, Problem):
        return edition, (found,)
    return (replace(edition, corrections=corrections(found, edition)) if found else edition), ()


def _emitted(outcome: Outcome, edition: Edition, means: Means, watch: Watch) -> Outcome:
    for name, module in EMITTERS:
        watch(f"making {name}")
        emission = emitter(module)(edition, means)
        outcome = outcome.having(emission.problems, emission.artifacts)
    return outcome


def _last(edition: Edition, outcome: Outcome) -> tuple[Artifact, ...]:
    """What is made after all outputs, as it states their problems or names their files."""
    data = program_json(edition, outcome.problems, outcome.artifacts)
    return problems_page(outcome.findings), data, worker(outcome.artifacts)
