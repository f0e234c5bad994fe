"""edition → artifacts: each output format is one module (or package) with one function, ``emit``.

An emitter gets the finished facts and returns bytes. It computes no time, no day boundary, no order and no identity: where it seems
to need one, the fact belongs into the ``Program``. Adding a format is its module and its line in ``EMITTERS``.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from pipeline.diagnostics import Problem
from pipeline.model import Artifact, Edition


@dataclass(frozen=True, slots=True)
class Emission:
    """What one emitter made: files, and the problems that only show when the output is made (a glyph that no font has)."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...] = ()


class Store(Protocol):
    """Keeps bytes from run to run under keys that say all that they depend on."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; ``None`` where there is nothing."""

    def put(self, key: str, data: bytes) -> None:
        """Keeps it."""


@dataclass(frozen=True, slots=True)
class Means:
    """What an emitter may work with, and no output depends on: a store for what is costly to make, and so many processes at once."""

    store: Store | None = None
    workers: int = 1


class MeansError(Exception):
    """An output could not be made, for no fault of the pages; ``advice`` says what may help."""

    def __init__(self, message: str, advice: str) -> None:
        """Says what happened and what may help."""
        super().__init__(message)
        self.advice = advice


#: No store, one process.
ALONE = Means()


class Emitter(Protocol):
    """Makes the artifacts of one format."""

    def __call__(self, edition: Edition, means: Means = ALONE, /) -> Emission:
        """Everything of that format for an edition."""


#: Every output: what progress calls it, and the module whose ``emit`` makes it, imported when its turn comes. ``program.json`` is made
#: after them all, by ``data.program_json``: it states their problems too.
EMITTERS: tuple[tuple[str, str], ...] = (
    ("calendar", "pipeline.emit.calendar"),
    ("cards", "pipeline.emit.cards"),
    ("booklet", "pipeline.emit.booklet"),
    ("changes", "pipeline.emit.changes"),
    ("sheets", "pipeline.emit.sheets"),
)


def emitter(module: str) -> Emitter:
    """The ``emit`` function of one of the ``EMITTERS``; imports it (WeasyPrint alone costs half a second)."""
    function: Emitter = import_module(module).emit
    return function
