"""The command line: reads arguments, runs the pipeline, prints what came of it, and sets the exit code. Nothing else prints.

Exit codes: 0 good; 1 problems (an error, or any problem under ``--strict``; or the output could not be written); 2 wrong usage.
A crash is a bug of confbook and shows its traceback.
"""

import argparse
import io
import os
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from pipeline import __version__
from pipeline.progress import watching

_GOOD, _PROBLEMS, _USAGE, _INTERRUPTED = 0, 1, 2, 130
_FORMS = ("text", "json", "github", "sarif")
_LAST_SECOND = 253402300799  # the end of the year 9999, as far as dates go
_WIDTH = 100  # columns of a report that goes into a file


class _UsageError(Exception):
    """The command line cannot be followed. ``advice`` says how it would be right."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code. ``argv`` are the words after the program's name."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed its help, or what is wrong
        return stop.code if isinstance(stop.code, int) else _USAGE
    try:
        code = {"build": _build, "check": _check, "explain": _explain}[arguments.command](arguments)
        sys.stdout.flush()
    except _UsageError as error:
        return _complain(str(error), error.advice, _USAGE)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as in `confbook check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PROBLEMS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="confbook", description="Compiles a conference program, kept as pages with front matter, into cards, a calendar and a booklet."
    )
    parser.add_argument("--version", action="version", version=f"confbook {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="make all outputs of a program", description="Makes all outputs of a program.")
    check = commands.add_parser("check", help="only say what is wrong with a program", description="Says what is wrong with a program.")
    for command in (build, check):
        _add_options(command)
    build.add_argument("--output", metavar="DIR", default="output", help="folder to publish in, replaced whole (default: %(default)s)")
    about = "Says what a kind of problem means, why it matters and what it looks like; without an argument lists all kinds."
    explain = commands.add_parser("explain", help="say what a problem means", description=about)
    explain.add_argument("problem", metavar="CODE", nargs="?", help="a code as T203, or a name as weekday-date-mismatch")
    explain.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: %(default)s)")
    return parser


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "site", metavar="SITE", nargs="?", default="content", help="a folder of pages or a Hugo site (default: %(default)s)"
    )
    command.add_argument("--timezone", metavar="ZONE", help="time zone of the conference, as Asia/Shanghai, whatever program.toml says")
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    command.add_argument("--quiet", action="store_true", help="no progress and no summary, only problems")
    command.add_argument("--format", choices=_FORMS, default="text", help="form of the problems (default: %(default)s)")
    command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: %(default)s)")


def _check(arguments: argparse.Namespace) -> int:
    """Problems go to standard output, in any form: they are what was asked for."""
    from pipeline.build import check  # noqa: PLC0415 - `--help` and `--version` answer at once

    site = _site(arguments.site)
    begun = time.monotonic()
    with watching(sys.stderr, os.environ, quiet=arguments.quiet) as watch:
        outcome = check(site, timezone=arguments.timezone, watch=watch)
    return _finish(arguments, outcome, None, time.monotonic() - begun)


def _build(arguments: argparse.Namespace) -> int:
    """Problems go to standard error as text, to standard output in the forms for programs; the summary goes where they do not."""
    from pipeline.build import build  # noqa: PLC0415 - see _check
    from pipeline.publish import PublishError, Refused, prepare  # noqa: PLC0415 - see _check

    site, output, epoch = _site(arguments.site), Path(arguments.output), _epoch()
    begun = time.monotonic()
    try:
        prepare(output, site)
        with watching(sys.stderr, os.environ, quiet=arguments.quiet) as watch:
            outcome = build(site, output, timezone=arguments.timezone, strict=arguments.strict, epoch=epoch, watch=watch)
    except PublishError as error:
        return _complain(str(error), error.advice, _USAGE if isinstance(error, Refused) else _PROBLEMS)
    return _finish(arguments, outcome, output, time.monotonic() - begun)


def _finish(arguments: argparse.Namespace, outcome: "Outcome", output: Path | None, seconds: float) -> int:
    """Shows the problems and the summary."""
    from pipeline.diagnostics import failed  # noqa: PLC0415 - see _check
    from pipeline.diagnostics.show import Report, show  # noqa: PLC0415 - see _check
    from pipeline.summary import Run, summary  # noqa: PLC0415 - see _check

    form = arguments.format
    stream = sys.stdout if output is None or form != "text" else sys.stderr
    other = sys.stdout if form == "text" else sys.stderr
    report = Report(
        outcome.problems,
        outcome.sources,
        root=_root(arguments.site),
        elsewhere={"program.json": _root(output / "program.json")} if output else {},
        color=_color(arguments.color, stream),
        width=_columns(stream),
    )
    _write(stream, show(report, form), encoding=None if form == "text" else "utf-8")
    if not arguments.quiet:
        run = Run(outcome, None if output is None else str(output), seconds, arguments.strict)
        _write(other, summary(run, color=_color(arguments.color, other)))
    return _PROBLEMS if failed(outcome.problems, strict=arguments.strict) else _GOOD


def _explain(arguments: argparse.Namespace) -> int:
    from pipeline.diagnostics import catalogue  # noqa: PLC0415 - see _check
    from pipeline.explain import explain, overview  # noqa: PLC0415 - see _check

    color = _color(arguments.color, sys.stdout)
    if arguments.problem is None:
        _write(sys.stdout, overview(color=color))
        return _GOOD
    kind = catalogue.find(arguments.problem)
    if kind is None:
        near = catalogue.like(arguments.problem)
        guess = f"did you mean {' or '.join(near)}? " if near else ""
        raise _UsageError(f"there is no kind of problem '{arguments.problem}'", f"{guess}'confbook explain' lists them all")
    _write(sys.stdout, explain(kind, color=color))
    return _GOOD
