"""Writes the files that are made from the code: ``.venv/bin/python -m tests.generated.generate``.

They are ``schemas/`` and ``docs/problems/``. ``test_fresh.py`` keeps them what the code would make.
"""

import re
import shutil
from pathlib import Path

from pipeline import schema
from pipeline.diagnostics import Problem
from pipeline.diagnostics.catalogue import KINDS, SUBJECTS, explanation, summary
from pipeline.explain import demonstrate

ROOT = Path(__file__).parents[2]
_FENCE = "````"  # one more than pages may have in an example


def main() -> None:
    """Writes all files anew; a kind of problem that is gone leaves no page."""
    made = files()
    for folder in ("schemas", "docs/problems"):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    for path, text in made.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


def files() -> dict[str, str]:
    """All files under their paths from the root of the checkout."""
    schemas = {f"schemas/{file}": schema.text(name) for name, file in schema.FILES.items()}
    pages = {f"docs/problems/{name(kind)}": page(kind) for kind in KINDS}
    return {**schemas, **pages, "docs/problems/README.md": index()}


def name(kind: type[Problem]) -> str:
    """The file of a kind's page."""
    return f"{kind.code}-{kind.kind()}.md"


def index() -> str:
    """The list of all kinds, by subject."""
    parts = ["# Kinds of problems", "An *error* publishes nothing; a *warning* is published, and fails a run under `--strict`."]
    for subject in SUBJECTS:
        first = (subject.__doc__ or "").partition("\n")[0].rstrip(".")
        rows = [
            f"| [{kind.code}]({name(kind)}) | {kind.kind()} | {kind.severity} | {summary(kind)} |"
            for kind in KINDS
            if kind.__module__ == subject.__name__
        ]
        parts += [f"## {first}", "\n".join(["| code | name | | |", "|---|---|---|---|", *rows])]
    return _joined(parts)


def page(kind: type[Problem]) -> str:
    """What a kind is and why it matters, what it looks like, what is said of it and what to do."""
    parts = [f"# {kind.code} {kind.kind()}", f"*{str(kind.severity).capitalize()}.* {explanation(kind)}"]
    if kind.example:
        parts += ["## Example", *_drawn(kind.example)]
        problem = demonstrate(kind)
        if problem is not None:
            advice = problem.help.replace("\n", "\n           ")
            parts += [
                "## What is said of it",
                f"{_FENCE}text\n{problem.severity}: {problem.message}\n     help: {advice}\n{_FENCE}",
            ]
    parts += ["[All kinds](README.md)"]
    return _joined(parts)


def _drawn(example: str) -> list[str]:
    """The example's files with their carets, each under its name."""
    pieces = re.split(r"^== (\S+)\n", example, flags=re.MULTILINE)
    named = zip(["", *pieces[1::2]], pieces[::2], strict=True)
    return [
        f"{f'`{path}`' if path else 'A page'}:\n\n{_FENCE}text\n{text.rstrip()}\n{_FENCE}" for path, text in named if text.strip()
    ]


def _joined(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
