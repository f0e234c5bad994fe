"""edition → artifacts: each output format is one module (or package) with one function, ``emit``.

An emitter gets the finished facts and returns bytes. It computes no time, no day boundary, no order and no identity: where it seems
to need one, the fact belongs into the ``Program``. Adding a format is its module and its line in ``EMITTERS``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from pipeline.diagnostics import Problem
from pipeline.model import Artifact, Edition


@dataclass(frozen=True, slots=True)
class Emission:
    """What one emitter made: files, and the problems that only show when the output is made (a glyph that no font has)."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...] = ()


Emitter = Callable[[Edition], Emission]

#: Every output: what progress calls it, and the module whose ``emit`` makes it, imported when its turn comes. ``program.json`` is made
#: after them all, by ``data.program_json``: it states their problems too.
EMITTERS: tuple[tuple[str, str], ...] = (
    ("calendar", "pipeline.emit.calendar"),
    ("cards", "pipeline.emit.cards"),
    ("booklet", "pipeline.emit.booklet"),
    ("changes", "pipeline.emit.changes"),
)


def emitter(module: str) -> Emitter:
    """The ``emit`` function of one of the ``EMITTERS``; imports it (WeasyPrint alone costs half a second)."""
    function: Emitter = import_module(module).emit
    return function
