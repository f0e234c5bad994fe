"""What there is to show: the problems of one run with the texts they speak of."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.waivers import Waived
from pipeline.source import Source, Span


@dataclass(frozen=True)
class Report:
    """The problems of one run, in order, and how they are to be shown.

    ``sources`` holds the files' texts under their paths; ``waived`` are the warnings that are accepted. ``root`` is the folder those paths are counted from, as the reader would
    type it (empty where it is the current one); ``elsewhere`` has, under the path a span gives, the path of a file that stands
    somewhere else. ``color`` and ``width`` (columns) are those of the terminal; only the text form looks at them.
    """

    problems: tuple[Problem, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    waived: tuple[Waived, ...] = ()
    root: str = ""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    color: bool = False
    width: int = 100

    def path(self, span: Span) -> str:
        """The file of a span as the reader would open it, with ``/`` between its parts."""
        return posixpath.normpath(self.elsewhere.get(span.path) or posixpath.join(self.root, span.path))

    def place(self, span: Span) -> str:
        """``path:line:column``, the form that editors and terminals make clickable."""
        return f"{self.path(span)}:{span.line}:{span.column}"

    def line(self, span: Span) -> str:
        """The text of the line on which a span begins; empty where the file's text is not at hand or the span is a whole file."""
        source = self.sources.get(span.path)
        return "" if source is None or span == Span(span.path) else source.line(span.line)

    def count(self, severity: Severity) -> int:
        """How many of the problems are as bad as that."""
        return sum(problem.severity is severity for problem in self.problems)
