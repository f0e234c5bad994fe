"""The closing summary of a run: what the program holds, what was written, what is wrong with it, how long it took."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rich.cells import cell_len

from pipeline.build import Outcome
from pipeline.diagnostics import Problem, Severity, failed
from pipeline.diagnostics.show.color import Paint, painter
from pipeline.diagnostics.show.excerpt import safe
from pipeline.model import Artifact, Program

_KILO = 1000
_LABEL = 10  # columns of the words on the left
#: What to know of a file when it is used.
_FOLDED = "print on both sides, flip on short edge"
_ADVICE = MappingProxyType({"booklet-print.pdf": _FOLDED, "booklet-short-print.pdf": _FOLDED})


@dataclass(frozen=True)
class Run:
    """A run that is over. ``output`` is the folder as the user named it, ``None`` where only checking was asked for."""

    outcome: Outcome
    output: str | None
    seconds: float
    strict: bool = False


def summary(run: Run, *, color: bool = False) -> str:
    """A few aligned lines for a person; ends with a line end."""
    paint = painter(color=color)
    outcome = run.outcome
    blocks = [_heading(outcome.program, paint)] if outcome.program else []
    rows: list[tuple[str, str]] = []
    if outcome.program:
        rows += _labelled("program", [_counts(outcome.program)])
    if run.output is not None and outcome.artifacts:
        rows += _labelled("output", _files(outcome.artifacts))
    if outcome.problems:
        rows += _labelled("problems", _problems(outcome.problems))
    lines = [f"  {paint(f'{label:<{_LABEL}}', 'dim')}{text}".rstrip() for label, text in rows]
    return "\n".join([*blocks, *lines, "", f"  {_verdict(run, paint)}"]) + "\n"


def _heading(program: Program, paint: Paint) -> str:
    days = program.event.days
    when = "" if not days else f"  {days[0]}" if days[0] == days[-1] else f"  {days[0]} to {days[-1]}"
    return f"\n  {paint(safe(program.event.title), 'bold')}{paint(when, 'dim')}\n"


def _labelled(label: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from ((label if index == 0 else "", line) for index, line in enumerate(lines))


def _counts(program: Program) -> str:
    talks = [talk for session in program.sessions for talk in session.talks]
    speakers = {speaker.person for talk in talks for speaker in talk.speakers}
    rooms = {session.venue for session in program.sessions if session.venue}
    days = {session.day for session in program.sessions if session.day}
    counted = ((program.sessions, "session"), (talks, "talk"), (speakers, "speaker"), (rooms, "room"), (days, "day"))
    return ", ".join(many(len(things), name) for things, name in counted)


def _files(artifacts: Sequence[Artifact]) -> list[str]:
    """One line for each file at the top, and one for each folder."""
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        groups.setdefault(artifact.path.partition("/")[0], []).append(artifact)
    rows = []
    for name, members in groups.items():
        shown = members[0].path if len(members) == 1 else f"{name}/"
        note = _ADVICE.get(shown, "") if len(members) == 1 else many(len(members), "file")
        rows.append((safe(shown), note, _size(sum(member.size for member in members))))
    return _aligned(rows)


def _problems(problems: Sequence[Problem]) -> list[str]:
    """How many of each kind, errors first, then the most frequent."""
    kinds = Counter(type(problem) for problem in problems)
    order = sorted(kinds, key=lambda kind: (kind.severity is Severity.WARNING, -kinds[kind], kind.code))
    return _aligned([(f"{kind.code} {kind.kind()}", str(kind.severity), str(kinds[kind])) for kind in order])


def _aligned(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """Two columns set to the left and the last, numbers, to the right; wide characters count twice."""
    first, second, third = (max(cell_len(row[index]) for row in rows) for index in range(3))
    return [f"{_padded(name, first)}  {_padded(note, second)}  {number:>{third}}" for name, note, number in rows]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _verdict(run: Run, paint: Paint) -> str:
    """The last line: what came of it."""
    problems = run.outcome.problems
    found = found_of(run.outcome)
    failure = failed(problems, strict=run.strict)
    if run.output is not None:
        found = f"nothing was published: {found}" if failure else f"published in {run.output} with {found}"
    if failure and not failed(problems, strict=False):
        found += ", which --strict forbids"
    style = "red" if failure else "yellow" if problems else "green"
    return f"{paint(found, style)}{paint(f', {run.seconds:.2f} s', 'dim')}"


def found_of(outcome: Outcome) -> str:
    """How many errors and warnings were found."""
    counts = ((sum(problem.severity is severity for problem in outcome.problems), severity) for severity in Severity)
    told = [many(count, severity) for count, severity in counts if count] or ["no problems"]
    return ", ".join([*told, *([f"{len(outcome.waived)} waived"] if outcome.waived else [])])


def many(count: int, name: str) -> str:
    """A number of things, as ``2 talks``."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def _size(size: int) -> str:
    """A number of bytes in the unit that file managers would show."""
    if size < _KILO:
        return f"{size} B"
    return f"{size / _KILO:.0f} kB" if size < _KILO**2 else f"{size / _KILO**2:.1f} MB"
