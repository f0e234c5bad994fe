"""The commands: each runs the pipeline with what the command line says and prints what came of it. Nothing else prints.

Progress goes to standard error. Problems are what ``check`` is asked for: they go to standard output. ``build`` says them on standard
error, as its result are files, unless they are asked for in a form for programs.
"""

import io
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from pipeline import clock
from pipeline.build import Outcome, build, check
from pipeline.cache import cache_of
from pipeline.diagnostics import Problem, catalogue, failed
from pipeline.diagnostics.show import Report, show
from pipeline.diagnostics.show.color import painter
from pipeline.editions import History
from pipeline.emit import Means, MeansError
from pipeline.emit.problems import problems_page
from pipeline.explain import explain, overview
from pipeline.explain_page import explain_page, problems_of
from pipeline.extract.site import site_of
from pipeline.progress import watching
from pipeline.publish import PublishError, Refused, prepare, publish_file
from pipeline.read_time import contradiction, understood, understood_line, zone_named
from pipeline.report import run_report
from pipeline.same_venue import listed_venues, same_venue, same_venue_line
from pipeline.summary import Run, summary
from pipeline.terminal import colored, width, write
from pipeline.usage import UsageError, site_named

_GOOD, _PROBLEMS, _USAGE = 0, 1, 2


def _check(arguments: Namespace) -> int:
    site = site_named(arguments.site)
    begun = time.monotonic()
    with watching(sys.stderr, os.environ, quiet=arguments.quiet) as watch:
        run = partial(check, site, timezone=arguments.timezone, today=_today(os.environ), watch=watch)
        outcome, fixed = _fixed(site, run) if arguments.fix else (run(), "")
    write(sys.stdout if arguments.format == "text" else sys.stderr, fixed)
    if arguments.html is not None:
        publish_file(problems_page(outcome.findings), Path(arguments.html))
    return _finish(arguments, outcome, None, time.monotonic() - begun)


def _fixed(site: Path, run: Callable[[], Outcome]) -> tuple[Outcome, str]:
    from pipeline.mend import fix, show  # noqa: PLC0415 - only --fix needs it

    outcome, fixed = fix.fix(site, run)
    return outcome, show.fixed_places(fixed, _shown(str(site)))


def _tidy(arguments: Namespace) -> int:
    from pipeline.mend import pages, show  # noqa: PLC0415 - no other command needs it

    written = [Path(page) for page in arguments.pages]
    tidied = pages.tidy(written, Path(arguments.site) if arguments.site else None, write=arguments.write)
    color = colored(arguments.color, sys.stdout)
    for name, page in zip(arguments.pages, tidied, strict=True):
        write(sys.stdout, show.diff(page, _shown(name), color=color), encoding="utf-8")
        if page.reason:
            write(sys.stderr, f"{_shown(name)}: left as it is: {page.reason}\n")
    return _PROBLEMS if any(page.reason for page in tidied) else _GOOD


def _build(arguments: Namespace) -> int:
    site, output, epoch = site_named(arguments.site), Path(arguments.output), _epoch(os.environ)
    # What is published depends on no clock: without a time given no waiver has run out. ``check``, which publishes nothing, looks.
    today = _day(epoch)
    begun = time.monotonic()
    store = None if arguments.no_cache else cache_of(os.environ)
    prepare(output, site)
    with watching(sys.stderr, os.environ, quiet=arguments.quiet) as watch:
        outcome = build(
            site,
            output,
            timezone=arguments.timezone,
            strict=arguments.strict,
            epoch=epoch,
            today=today,
            history=_history(arguments),
            means=Means(store, arguments.workers),
            watch=watch,
        )
    if store:
        store.trim()
    return _finish(arguments, outcome, output, time.monotonic() - begun)


def _history(arguments: Namespace) -> History:
    return History(
        previous=arguments.previous,
        published=arguments.published,
        first=arguments.first,
        proof=arguments.proof,
        rebase_on=arguments.rebase_on,
        live=arguments.live,
        printed=arguments.printed,
        accept_removals=arguments.accept_removals,
    )


def _init(arguments: Namespace) -> int:
    from pipeline.init import plan, show  # noqa: PLC0415 - no other command needs it

    site = site_named(arguments.site)
    if not arguments.dry_run:
        prepare(Path(arguments.output), site)
    ask_on = sys.stderr if sys.stdin.isatty() else None
    planned = plan.plan(site, plan.Wanted(arguments.timezone, arguments.title, ask_on, arguments.workflow))
    write(sys.stdout, show.told(planned, _shown, dry_run=arguments.dry_run, color=colored(arguments.color, sys.stdout)))
    if arguments.dry_run:
        return _GOOD
    plan.write(planned)
    code = _build(arguments)
    write(sys.stdout, show.next_steps(planned, _shown(arguments.site), _shown(arguments.output)) if code == _GOOD else "")
    return code


def _explain(arguments: Namespace) -> int:
    color = colored(arguments.color, sys.stdout)
    if arguments.problem is None:
        write(sys.stdout, overview(color=color))
        return _GOOD
    kind = catalogue.find(arguments.problem)
    if kind is None:
        raise _unknown(arguments.problem)
    write(sys.stdout, explain(kind, color=color))
    return _GOOD


def _explain_page(arguments: Namespace) -> int:
    page = Path(arguments.page)
    if not page.is_file():
        message = f"there is no page '{arguments.page}'"
        raise UsageError(message, "name a page's file, as in 'confbook explain-page content/sessions/opening.md'")
    site = site_named(arguments.site) if arguments.site else site_of(page)
    path = Path(os.path.relpath(page.absolute(), site.absolute())).as_posix()
    outcome = check(site, timezone=arguments.timezone, today=_today(os.environ))
    if path not in outcome.sources or not page.suffix.lower().startswith((".md", ".mark")):
        message = f"'{arguments.page}' is no page of the site '{_shown(str(site))}'"
        raise UsageError(message, "name the site with --site, and in it a page of the program, ending in .md")
    color = colored(arguments.color, sys.stdout)
    report = Report((), outcome.sources, root=_shown(str(site)), color=color, width=width(sys.stdout))
    write(sys.stdout, explain_page(outcome, path, report))
    return _PROBLEMS if failed(problems_of(outcome, path), strict=False) else _GOOD


def _read_time(arguments: Namespace) -> int:
    zone = zone_named(arguments.zone) if arguments.zone else None
    if arguments.zone and zone is None:
        message = f"there is no time zone '{arguments.zone}'"
        raise UsageError(message, "name it as the IANA does, as in 'confbook read-time --zone Asia/Shanghai TEXT'")
    if arguments.text == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        for line in sys.stdin:
            answer = understood_line(line.rstrip("\r\n"))
            write(sys.stdout, f"{answer}\n", encoding="utf-8")
        return _GOOD
    said, reading = understood(arguments.text, arguments.language)
    against = contradiction(reading, zone) if zone else None
    if against:
        write(sys.stderr, f"confbook: {against}\n")
    write(sys.stdout, f"{said}\n")
    return _PROBLEMS if reading.ambiguous else _GOOD


def _same_venue(arguments: Namespace) -> int:
    listed = listed_venues(site_named(arguments.site)) if arguments.site else ()
    if arguments.one == "-" and arguments.other is None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        for line in sys.stdin:
            answer = same_venue_line(line.rstrip("\r\n"), listed)
            write(sys.stdout, f"{answer}\n", encoding="utf-8")
        return _GOOD
    if arguments.other is None:
        raise UsageError("only one venue is named", "name two, as in 'confbook same-venue \"Room 201\" 201'")
    write(sys.stdout, f"{same_venue(arguments.one, arguments.other, listed)}\n")
    return _GOOD


def _diff(arguments: Namespace) -> int:
    from pipeline.diff import diff  # noqa: PLC0415 - no other command needs it

    report = diff(arguments.old, arguments.new, arguments.format)
    if isinstance(report, Problem):
        raise UsageError(report.message, report.help)
    write(sys.stdout, report, encoding="utf-8")
    return _GOOD


def _schema(arguments: Namespace) -> int:
    from pipeline import schema  # noqa: PLC0415 - no other command needs it

    write(sys.stdout, schema.text(arguments.name), encoding="utf-8")
    return _GOOD


def _told(command: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """The command, telling on standard error what kept it from its work."""

    def run(arguments: Namespace) -> int:
        try:
            return command(arguments)
        except (UsageError, PublishError, MeansError) as error:
            paint = painter(color=colored(arguments.color, sys.stderr))
            write(sys.stderr, f"{paint('confbook', 'red')}: {error}\n  {paint('help', 'cyan')}: {error.advice}\n")
            return _USAGE if isinstance(error, UsageError | Refused) else _PROBLEMS

    return run


#: Every command, under its name.
COMMANDS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "build": _told(_build),
        "init": _told(_init),
        "check": _told(_check),
        "explain": _told(_explain),
        "explain-page": _told(_explain_page),
        "read-time": _told(_read_time),
        "same-venue": _told(_same_venue),
        "schema": _told(_schema),
        "tidy": _told(_tidy),
        "diff": _told(_diff),
    }
)


def _finish(arguments: Namespace, outcome: Outcome, output: Path | None, seconds: float) -> int:
    """Shows the problems and the summary; each where the other does not disturb it."""
    for_programs = arguments.format != "text"
    stream = sys.stdout if output is None or for_programs else sys.stderr
    report = Report(
        outcome.problems,
        outcome.sources,
        outcome.waived,
        root=_shown(arguments.site),
        elsewhere={"program.json": f"{_shown(str(output))}/program.json"} if output else {},
        color=colored(arguments.color, stream),
        width=width(stream),
    )
    write(stream, show(report, arguments.format), encoding="utf-8" if for_programs else None)
    run = Run(outcome, None if output is None else str(output), seconds, arguments.strict)
    if arguments.report is not None:
        publish_file(run_report(run, report), Path(arguments.report))
    if not arguments.quiet:
        other = sys.stderr if for_programs else sys.stdout
        write(other, summary(run, color=colored(arguments.color, other)))
    return _PROBLEMS if failed(outcome.problems, strict=arguments.strict) else _GOOD


def _shown(written: str) -> str:
    """A folder as a report names it: from the current one where it is below it, since services want paths inside the checkout."""
    path, here = Path(written), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else path.as_posix()


def _epoch(environment: Mapping[str, str]) -> int | None:
    """The time of the build that the environment sets (reproducible-builds.org, ``SOURCE_DATE_EPOCH``), in seconds since 1970."""
    try:
        return clock.epoch(environment)
    except ValueError as error:
        message = f"SOURCE_DATE_EPOCH is '{error}', which is no time"
        advice = "set it to whole seconds since 1970, as in 'SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)', or unset it"
        raise UsageError(message, advice) from error


def _today(environment: Mapping[str, str]) -> date:
    """The day on which waivers are judged: that of the build's time, else of the clock. Nothing else of a build looks at it."""
    day = _day(_epoch(environment))
    return day or datetime.now(UTC).date()  # noqa: TID251 - the one clock, for expiry dates


def _day(epoch: int | None) -> date | None:
    return None if epoch is None else datetime.fromtimestamp(epoch, UTC).date()


def _unknown(written: str) -> UsageError:
    near = catalogue.like(written)
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    return UsageError(f"there is no kind of problem '{written}'", f"{guess}'confbook explain' lists them all")
