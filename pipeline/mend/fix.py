"""A site → the same with the slips mended that are certain: ``check --fix``.

Two sources say what is certain: problems that carry their ``fix``, and the slips of style (``slips.py``), which no check reports. After
each round the site is read again, as one slip may have hidden another; when nothing is left to mend, a further run changes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import Outcome
from pipeline.config import read_config
from pipeline.diagnostics import Edit
from pipeline.extract.site import program_pages, read_site
from pipeline.mend.edits import apply
from pipeline.mend.files import content, real_path, replace_file
from pipeline.mend.slips import slips

_MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Fixed:
    """An edit that was made, and what it mended: a problem's name, or a slip in words."""

    edit: Edit
    what: str

    def __str__(self) -> str:
        """``path:line:column: was → is (what)``, in the words of the page."""
        was, now = (
            f"'{text}'" if text.strip() else "spaces" if text else "nothing" for text in (self.edit.written, self.edit.replacement)
        )
        return f"{self.edit.span}: {was} → {now} ({self.what})"


def fix(site: Path, check: Callable[[], Outcome]) -> tuple[Outcome, tuple[Fixed, ...]]:
    """Mends the site's files and says what it did, in the order of the places; with it what ``check`` says of the site afterwards.

    Raises:
        PublishError: a file cannot be written. The files before it are mended, it and those after it are as they were.
    """
    made: list[Fixed] = []
    outcome = check()
    for _ in range(_MOST_ROUNDS):
        done = _mend(site, [*_of_problems(outcome), *_of_style(site)])
        if not done:
            break
        made += done
        outcome = check()
    return outcome, tuple(sorted(made, key=lambda fixed: (fixed.edit.span, fixed.what)))


def _of_problems(outcome: Outcome) -> Iterator[Fixed]:
    return (Fixed(edit, problem.kind()) for problem in outcome.problems if (edit := problem.fix) is not None)


def _of_style(site: Path) -> Iterator[Fixed]:
    read, _ = read_site(site)
    config, _ = read_config(read.program, read.generator)
    pages, _ = program_pages(read.pages, config.sessions)
    return (Fixed(slip.edit, slip.what) for page in pages for slip in slips(page))


def _mend(site: Path, wanted: list[Fixed]) -> list[Fixed]:
    """Makes the edits, file by file, each file in one go."""
    files: dict[Path, list[Fixed]] = {}
    for fixed in wanted:
        path = real_path(site, fixed.edit.span.path)
        if path is not None:
            files.setdefault(path, []).append(fixed)
    done: list[Fixed] = []
    for path, ours in files.items():
        data = content(path)
        new, made = apply(data, (fixed.edit for fixed in ours))
        if new != data:
            replace_file(path, new)
            done += (fixed for fixed in ours if fixed.edit in made)
    return done
