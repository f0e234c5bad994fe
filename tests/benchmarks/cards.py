"""Times the cards of generated programs: ``.venv/bin/python -m tests.benchmarks.cards [SESSIONS …]``.

Each size is made in a process of its own, so that its memory is its own. Printed are the seconds of processor time, the pages, the cost
of one and the peak of memory; then, where Hugo (https://gohugo.io) is installed, how much longer that is than Hugo takes for as many
pages, each with the same HTML between a head and a foot: what it costs to write such a site at all. Aims: 5,000 sessions in ≤ 12 s and
≤ 600 MB on one core; a page of 5,000 costs ≤ 1.15 of a page of 500.
"""

import argparse
import gc
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.cli import OBJECTS_BETWEEN_COLLECTIONS
from pipeline.emit.cards import emit
from pipeline.model import Artifact, Edition, Session
from tests.builders import edition, event, program, rich, session, speaker, talk, venue

_HUGO = """baseURL = "https://generated.example/"
disableKinds = ["404", "home", "section", "taxonomy", "term", "RSS", "sitemap"]
"""
_LAYOUT = """<!doctype html>
<html><head><title>{{ .Title }}</title><meta property="og:url" content="{{ .Permalink }}"></head>
<body><nav><a href="{{ "" | relURL }}">Home</a></nav>{{ .Content }}<footer>{{ .Site.Title }}</footer></body></html>
"""
_DAYS, _ROOMS, _TRACKS, _HOURS = 10, 25, 6, 10


def main() -> None:
    """Prints a line for each size and number of languages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sessions", nargs="*", type=int, default=[500, 5_000])
    for languages in (("en",), ("en", "zh")):
        for count in parser.parse_args().sessions:
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                print(pool.apply(_measured, (count, languages)), flush=True)


def _measured(count: int, languages: tuple[str, ...]) -> str:
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)  # as every command does
    made = generated(count, languages)
    begun = time.process_time()
    files = emit(made).artifacts
    seconds = time.process_time() - begun
    pages = [file for file in files if file.path.endswith(".html")]
    # Linux counts in KB, macOS in bytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    home = next(len(file.data) for file in files if file.path == "index.html")
    return (
        f"{count:6} sessions in {' and '.join(languages):9} {seconds:6.2f} s {len(pages):6} pages {1000 * seconds / len(pages):6.3f} ms a page"
        f" {memory:5.0f} MB   home {home / 1000:5.0f} kB   {_beside_hugo(seconds, pages)}"
    )


def _beside_hugo(seconds: float, pages: Sequence[Artifact]) -> str:
    """How our time compares with Hugo's, on one core, for the same pages."""
    hugo = shutil.which("hugo")
    if hugo is None:
        return "no Hugo here to compare with (Debian: hugo)"
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "hugo.toml").write_text(_HUGO, encoding="utf-8")
        (site / "layouts/_default").mkdir(parents=True)
        (site / "layouts/_default/single.html").write_text(_LAYOUT, encoding="utf-8")
        for number, page in enumerate(pages):
            body = page.data.decode().partition("<main")[2].partition("</main>")[0]
            file = site / "content/pages" / f"{number}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f'{{"title": "Page {number}"}}\n<main{body}</main>', encoding="utf-8")
        begun = _of_children()
        subprocess.run([hugo, "--quiet"], cwd=site, env={**os.environ, "GOMAXPROCS": "1"}, check=True)
        its = _of_children() - begun
        assert len(list((site / "public").rglob("*.html"))) == len(pages)
    return f"{seconds / its:4.1f} × Hugo's {its:5.2f} s"


def _of_children() -> float:
    """The processor's time that ended processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def generated(count: int, languages: tuple[str, ...], *, days: int = _DAYS) -> Edition:
    """A program of so many sessions over some days, twenty slots a day, with abstracts in two languages and a formula each."""
    sessions = (_session(number, number * days // count) for number in range(count))
    rooms = tuple(venue(f"Room {number}") for number in range(_ROOMS))
    about = event("Generated 生成", url="https://generated.example/", languages=languages)
    return edition(of=program(*sorted(sessions, key=lambda one: (one.start, one.venue)), event_=about, venues=rooms))


def _session(number: int, day: int) -> Session:
    hour, half = divmod(number % (2 * _HOURS), 2)
    start, end = (f"{8 + (2 * hour + part) // 2:02}:{30 * ((2 * hour + part) % 2):02}" for part in (half, half + 1))
    when = f"2026-10-{15 + day:02} {start}/{end}"
    words = rich(
        "A tideline is the mark the sea leaves to show how far it came. " * 8,
        f"潮线是海水留下的到此一游。$R_{{{number}}} \\le c\\sqrt{{T}}$",
    )
    who = speaker(f"Person {number}", f"Institute {number % 99}")
    only = talk(f"Talk {number}", who, id=f"t{number}", abstract=words, biography=rich("Reads tide gauges. " * 10))
    room = number // (2 * _HOURS) % _ROOMS
    return session(
        f"Session {number} 第{number}场", when, only, id=f"s{number}", venue=f"room-{room}", track=f"Track {number % _TRACKS}"
    )


if __name__ == "__main__":
    main()
