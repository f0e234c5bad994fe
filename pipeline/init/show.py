"""What `init` tells: what it found, what it writes, and what comes next."""

import shlex
from collections.abc import Callable, Iterator

from pipeline.diagnostics.show.color import Paint, painter
from pipeline.diagnostics.show.excerpt import safe
from pipeline.init.plan import Plan

_LABEL = 11  # columns of the words on the left
_LONG = 90  # characters of a value

Shown = Callable[[str], str]


def told(plan: Plan, shown: Shown, *, dry_run: bool, color: bool) -> str:
    """What was found, and the files; for a dry run also what would be in them. ``shown`` names a file as a person would."""
    paint = painter(color=color)
    lines = ["", *_found(plan, paint), ""]
    for path, text in plan.files:
        lines.append(_line("would write" if dry_run else "writes", safe(shown(str(path))), paint))
        lines += [f"    {safe(line)}".rstrip() for line in text.split("\n")] if dry_run else []
    lines += [_line("keeps", f"{safe(shown(str(path)))}, which is there", paint) for path in plan.kept]
    return "\n".join(lines) + "\n"


def next_steps(plan: Plan, site: str, output: str) -> str:
    """What to do once all is built."""
    where = f"{safe(output)}/index.html; what is reported above stands in {safe(output)}/problems.html, with the days drawn"
    build = shlex.join(["confbook", "build", site, *([] if output == "output" else ["--output", output])])
    lines = [f"  Open {where}.", f"  From now on: {safe(build)}"]
    if any(path.suffix == ".yml" for path, _ in plan.files):
        lines.append("  Then commit the new files; what the workflow needs once is said at its top.")
    return "\n" + "\n".join(lines) + "\n"


def _found(plan: Plan, paint: Paint) -> Iterator[str]:
    for one in plan.told:
        value = safe(one.value)
        reason = paint(f"  ({safe(one.reason)})" if value else safe(one.reason), "dim") if one.reason else ""
        yield _line(one.label, (value if len(value) <= _LONG else f"{value[:_LONG]}…") + reason, paint)


def _line(label: str, text: str, paint: Paint) -> str:
    return f"  {paint(f'{label:<{_LABEL}}', 'dim')} {text}"
