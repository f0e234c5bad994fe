"""The command line: reads arguments, runs a command, and gives its exit code.

Exit codes: 0 good; 1 problems (an error, or any problem under ``--strict``; or the output could not be written); 2 wrong usage.
A crash is a bug of confbook and shows its traceback.
"""

import argparse
import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TypeAlias

from pipeline import __version__

_PROBLEMS, _USAGE, _INTERRUPTED = 1, 2, 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
OBJECTS_BETWEEN_COLLECTIONS = 200_000
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no public name for it
_FORMS = ("text", "json", "github", "gitlab", "sarif")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code. ``argv`` are the words after the program's name."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed its help, or what is wrong
        return stop.code if isinstance(stop.code, int) else _USAGE
    # A run is short and keeps most of what it makes: looking for cycles after every 700 objects costs a tenth of its time.
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        from pipeline import commands  # noqa: PLC0415 - `--help` and `--version` answer at once

        code = commands.COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as in `confbook check | head`
        _be_silent()
        return _PROBLEMS
    except OSError as error:
        if error.errno not in _FULL:
            raise
        sys.stderr.write(
            f"confbook: {error.strerror}\n  help: make room on the disk, or where this is printed to, and run it again\n"
        )
        _be_silent()
        return _PROBLEMS
    return code


def _be_silent() -> None:
    """What is left in standard output would be written at the end, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="confbook",
        description="Compiles a conference program, kept as pages with front matter, into cards, a calendar and a booklet.",
    )
    parser.add_argument("--version", action="version", version=f"confbook {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_work(commands)
    _add_init(commands)
    _add_explanations(commands)
    _add_readers(commands)
    _add_tidy(commands.add_parser("tidy", help="show a page in the clean form", description=_TIDY))
    for command in commands.choices.values():
        command.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: %(default)s)")
    return parser


def _add_work(commands: _Commands) -> None:
    """What is done with a whole site."""
    build = commands.add_parser("build", help="make all outputs of a program", description="Makes all outputs of a program.")
    build.add_argument(
        "--output", metavar="DIR", default="output", help="folder to publish in, replaced whole (default: %(default)s)"
    )
    place = "path or http(s) address of a program.json, or of the folder that it is in"
    before = build.add_mutually_exclusive_group()
    before.add_argument(
        "--published", action="store_true", help="follow the edition at the conference's address, the url in program.toml"
    )
    editions = {
        "--previous": f"the edition that this one follows: {place} (default: that in the output folder)",
        "--live": "also check against the edition that is published there",
        "--rebase-on": "go on from the edition that is published there, where the previous one is lost or older",
        "--printed": "the edition that was printed: makes sheets/errata.pdf, what has changed since",
    }
    for option, words in editions.items():
        group = before if option == "--previous" else build
        group.add_argument(option, metavar="EDITION", type=_edition, help=words)
    build.add_argument("--first", action="store_true", help="this is the very first edition: nothing has been published before")
    build.add_argument("--proof", action="store_true", help="this is not for publishing: there may be no edition before it yet")
    build.add_argument("--no-cache", action="store_true", help="make everything anew, and keep nothing for the next time")
    build.add_argument(
        "--workers", metavar="N", type=int, default=_processors(), help="so many processes at once (default: as many as processors)"
    )
    build.add_argument("--accept-removals", action="store_true", help="do not report sessions that no page states any longer")
    about = "Only says what is wrong with a program; makes nothing."
    check = commands.add_parser("check", help="only say what is wrong with a program", description=about)
    check.add_argument("--html", metavar="FILE", help="also write the problems as a page, as build does in problems.html")
    check.add_argument("--fix", action="store_true", help="first mend the slips that are certain, in the pages themselves")
    for command in (build, check):
        _add_options(command)
    about = "Says what has changed between two editions: paths or http(s) addresses of program.json, or of the folders they are in."
    diff = commands.add_parser("diff", help="say what has changed between two editions", description=about)
    diff.add_argument("old", metavar="OLD", help="the earlier edition")
    diff.add_argument("new", metavar="NEW", help="the later edition")
    diff.add_argument(
        "--format", choices=("markdown", "json", "html"), default="markdown", help="form of the report (default: %(default)s)"
    )


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _edition(place: str) -> str:
    """A place, as it is. None is no default: it is what a script hands on whose variable is not set, and nothing would be checked."""
    if not place.strip():
        raise argparse.ArgumentTypeError("no place is named")
    return place


def _add_explanations(commands: _Commands) -> None:
    """What is said of a problem or a page, and to an editor."""
    about = "Says what a kind of problem means, why it matters and what it looks like; without an argument lists all kinds."
    explain = commands.add_parser("explain", help="say what a problem means", description=about)
    explain.add_argument("problem", metavar="CODE", nargs="?", help="a code as T202, or a name as weekday-date-mismatch")
    about = "Says how a page was read: for each fact what stands where, by which rule it is believed, and what is not; then its problems."
    page = commands.add_parser("explain-page", help="say how a page was read", description=about)
    page.add_argument("page", metavar="PAGE", help="a page's file")
    page.add_argument(
        "--site", metavar="SITE", help="the site that it is of (default: the folder above it with program.toml, or Hugo's)"
    )
    page.add_argument("--timezone", metavar="ZONE", help="time zone of the conference, whatever program.toml says")
    about = "Prints a JSON Schema, with which editors complete and check what you write."
    schema = commands.add_parser("schema", help="print a JSON Schema for your editor", description=about)
    schema.add_argument("name", choices=("front-matter", "program", "output"), help="of pages, of program.toml, of program.json")


def _add_readers(commands: _Commands) -> None:
    """How single texts are understood."""
    about = "Says what is understood of a date or a time, as 2026-10-15 09:50-11:35. Exit status 1 where it is ambiguous."
    moment = commands.add_parser("read-time", help="say how a date or a time is understood", description=about)
    moment.add_argument("text", metavar="TEXT", help="the words; - reads lines 'language<TAB>words' and answers each with a line")
    moment.add_argument("--language", metavar="TAG", help="language of the words, as zh (default: told by themselves)")
    moment.add_argument("--zone", metavar="ZONE", help="say on standard error where the words' offset is not this zone's")
    about = (
        "Says whether two texts name the same venue: same, different, contains, offered (probably: it would be reported) or unsure."
    )
    venue = commands.add_parser("same-venue", help="say whether two texts name the same venue", description=about)
    venue.add_argument("one", metavar="A", help="one text; - reads lines 'A<TAB>B' and answers each with a line")
    venue.add_argument("other", metavar="B", nargs="?", help="the other text")
    venue.add_argument("--site", metavar="SITE", help="a site whose program.toml lists venues and their aliases")


_INIT = """Begins with a folder of pages as it is: guesses what it can, asks for the rest, writes program.toml and the workflow of a CI, and
builds. No file that is there is touched."""


def _add_init(commands: _Commands) -> None:
    """``init`` ends with a build, of which all that it does not ask itself is as usual."""
    init = commands.add_parser("init", help="begin: write program.toml and a workflow, and build", description=_INIT)
    init.set_defaults(**vars(commands.choices["build"].parse_args([])))
    init.add_argument("site", metavar="FOLDER", nargs="?", default=".", help="a site, or a folder of pages (default: this one)")
    init.add_argument("--output", metavar="DIR", default="output", help="folder to publish in (default: %(default)s)")
    init.add_argument("--timezone", metavar="ZONE", help="time zone of the conference, as Asia/Shanghai, rather than being asked")
    init.add_argument("--title", metavar="TITLE", help="the conference's title, rather than that of the site")
    init.add_argument("--no-workflow", dest="workflow", action="store_false", help="write no workflow for a CI")
    init.add_argument("--dry-run", action="store_true", help="only show what would be written")


_TIDY = """Rewrites pages in the clean form that the README recommends, and shows the changes as a diff. A page is only rewritten where it
states the same facts afterwards."""


def _add_tidy(tidy: argparse.ArgumentParser) -> None:
    tidy.add_argument("pages", metavar="PAGE", nargs="+", help="a page's file")
    tidy.add_argument(
        "--site", metavar="SITE", help="the folder of the program (default: the one around the page with program.toml)"
    )
    tidy.add_argument("--write", action="store_true", help="write the pages as well")


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
    command.add_argument("--report", metavar="FILE", help="also write what came of it, for a pull request (Markdown)")
