"""The pipeline, one stage after another. Read this file first.

pages ─extract▶ drafts ─normalize▶ program ─check▶ program ─compare▶ edition ─emit▶ artifacts ─publish▶ output/
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.check import check as check_program
from pipeline.compare import compare
from pipeline.config import read_config
from pipeline.diagnostics import Problem, failed, in_order
from pipeline.emit import EMITTERS, emitter
from pipeline.emit.data import program_json
from pipeline.extract import extract
from pipeline.extract.pictures import read_pictures
from pipeline.extract.site import read_site
from pipeline.model import Artifact, Edition, Program
from pipeline.normalize import normalize
from pipeline.publish import previous_program, publish
from pipeline.source import Source

#: Called with the name of each step as it begins.
Watch = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What a run came to. ``edition`` is missing where the pages gave no program, ``artifacts`` are empty where nothing was made."""

    problems: tuple[Problem, ...]
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    program: Program | None = None
    edition: Edition | None = None
    artifacts: tuple[Artifact, ...] = field(default=(), repr=False)


def _silent(step: str) -> None:
    """Nobody watches."""


def check(site: Path, *, timezone: str | None = None, watch: Watch = _silent) -> Outcome:
    """Reads a site, makes its program and checks it: stages 1 to 3. ``timezone`` overrides the configuration's."""
    watch("reading pages")
    read, problems = read_site(site)
    sources = {source.path: source for source in (*read.pages, read.program, read.generator) if source is not None}
    config, found = read_config(read.program, read.generator)
    problems += found
    drafts, found = extract(read, config.sessions)
    problems += found
    pictures, found = read_pictures(drafts, config, read)
    problems += found

    watch("understanding them")
    program, found = normalize(drafts, config, pictures, timezone=timezone)
    problems += found
    if program is None:
        return Outcome(in_order(problems), sources)

    watch("checking the program")
    problems += check_program(program)
    return Outcome(in_order(problems), sources, program)


def build(
    site: Path, output: Path, *, timezone: str | None = None, strict: bool = False, epoch: int | None = None, watch: Watch = _silent
) -> Outcome:
    """Checks a site and makes and publishes every output: all stages. An error, or with ``strict`` any problem, publishes nothing.

    ``epoch`` is the time of this build in seconds since 1970 (``SOURCE_DATE_EPOCH``); without it no clock is read.
    """
    outcome = check(site, timezone=timezone, watch=watch)
    if outcome.program is None or failed(outcome.problems, strict=strict):
        return outcome

    watch("comparing with the edition before")
    now = datetime.fromtimestamp(epoch, UTC) if epoch is not None else None
    edition, problems = compare(outcome.program, previous_program(output), now, outcome.sources)
    outcome = replace(outcome, edition=edition, problems=in_order((*outcome.problems, *problems)))

    for name, module in EMITTERS:
        watch(f"making {name}")
        emission = emitter(module)(edition)
        outcome = replace(
            outcome,
            artifacts=(*outcome.artifacts, *emission.artifacts),
            problems=in_order((*outcome.problems, *emission.problems)),
        )
    if failed(outcome.problems, strict=strict):
        return replace(outcome, artifacts=())

    watch("publishing")
    outcome = replace(outcome, artifacts=(*outcome.artifacts, program_json(edition, outcome.problems)))
    publish(outcome.artifacts, output)
    return outcome
