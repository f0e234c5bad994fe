"""What there is to show: the problems of a run, and what they speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem
from pipeline.diagnostics.waivers import Waived
from pipeline.model import Program
from pipeline.source import Source


@dataclass(frozen=True)
class Findings:
    """The problems of a run in order, the waived ones apart, with the texts and the program they speak of.

    ``program`` is ``None`` where the pages gave none.
    """

    problems: tuple[Problem, ...] = ()
    waived: tuple[Waived, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    program: Program | None = None
