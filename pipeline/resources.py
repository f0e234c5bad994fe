"""Finds the files that travel with the program: in a checkout ``templates/`` stands beside ``pipeline/``, in a wheel inside it."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates(name: str) -> Path:
    """The folder of one output's templates, styles and scripts, as ``templates("cards")``."""
    inside = _PACKAGE / "templates"
    return (inside if inside.is_dir() else _PACKAGE.parent / "templates") / name
