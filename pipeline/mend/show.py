"""What was mended → text: the places that ``check --fix`` changed, and the unified diff that ``tidy`` shows."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from pipeline.diagnostics.show.color import painter
from pipeline.diagnostics.show.excerpt import safe
from pipeline.mend.fix import Fixed
from pipeline.mend.tidy import Tidied

_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_HEADS = ("--- ", "+++ ")


def fixed_places(fixed: Sequence[Fixed], root: str) -> str:
    """``fixed 2 slips``, and each on a line with its place, counted from where the reader is; empty where none was."""
    if not fixed:
        return ""
    slips = "slip" if len(fixed) == 1 else "slips"
    prefix = "" if root in ("", ".") else f"{root}/"
    return "".join((f"fixed {len(fixed)} {slips}\n", *(f"  {prefix}{safe(str(one))}\n" for one in fixed), "\n"))


def diff(page: Tidied, name: str, *, color: bool) -> str:
    """The change of a page as a unified diff, ``name`` its path as the reader would type it; empty where nothing changes.

    With ``color``, for a terminal, characters that would steer it are made visible; without, the diff is exact and ``patch`` takes it.
    """
    after = page.before if page.after is None else page.after
    lines = unified_diff(page.before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}")
    return "".join(_painted(lines) if color else _exact(lines))


def _exact(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(lines: Iterator[str]) -> Iterator[str]:
    paint = painter(color=True)
    for line in lines:
        style = "bold" if line.startswith(_HEADS) else _STYLES.get(line[:1])
        text = safe(line.rstrip("\n").replace("\t", "    "))
        yield f"{paint(text, style) if style else text}\n"
