"""The command line: reads arguments, runs a command, and gives its exit code.

Exit codes: 0 good; 1 problems (an error, or any problem under ``--strict``; or the output could not be written); 2 wrong usage.
A crash is a bug of confbook and shows its traceback.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from pipeline import __version__

_PROBLEMS, _USAGE, _INTERRUPTED = 1, 2, 130
_FORMS = ("text", "json", "github", "sarif")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code. ``argv`` are the words after the program's name."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed its help, or what is wrong
        return stop.code if isinstance(stop.code, int) else _USAGE
    try:
        from pipeline import commands  # noqa: PLC0415 - `--help` and `--version` answer at once

        code = commands.COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as in `confbook check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PROBLEMS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="confbook",
        description="Compiles a conference program, kept as pages with front matter, into cards, a calendar and a booklet.",
    )
    parser.add_argument("--version", action="version", version=f"confbook {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="make all outputs of a program", description="Makes all outputs of a program.")
    build.add_argument(
        "--output", metavar="DIR", default="output", help="folder to publish in, replaced whole (default: %(default)s)"
    )
    about = "Only says what is wrong with a program; makes nothing."
    check = commands.add_parser("check", help="only say what is wrong with a program", description=about)
    for command in (build, check):
        _add_options(command)
    about = "Says what a kind of problem means, why it matters and what it looks like; without an argument lists all kinds."
    explain = commands.add_parser("explain", help="say what a problem means", description=about)
    explain.add_argument("problem", metavar="CODE", nargs="?", help="a code as T202, or a name as weekday-date-mismatch")
    for command in (build, check, explain):
        command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: %(default)s)")
    return parser


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "site", metavar="SITE", nargs="?", default="content", help="a folder of pages or a Hugo site (default: %(default)s)"
    )
    command.add_argument(
        "--timezone", metavar="ZONE", help="time zone of the conference, as Asia/Shanghai, whatever program.toml says"
    )
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    command.add_argument("--quiet", action="store_true", help="no progress and no summary, only problems")
    command.add_argument("--format", choices=_FORMS, default="text", help="form of the problems (default: %(default)s)")
