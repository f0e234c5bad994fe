"""Times the cards of generated programs: ``.venv/bin/python -m tests.benchmarks.cards [SESSIONS …]``.

Each size is made in a process of its own, so that its memory is its own. Printed are the seconds of processor time, the pages, the cost
of one and the peak of memory. Aims: 5,000 sessions in ≤ 12 s and ≤ 600 MB on one core; a page of 5,000 costs ≤ 1.15 of a page of 500.
"""

import argparse
import multiprocessing
import resource
import sys
import time

from pipeline.emit.cards import emit
from pipeline.model import Edition, Session
from tests.builders import edition, event, program, rich, session, speaker, talk, venue

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
    made = generated(count, languages)
    begun = time.process_time()
    files = emit(made).artifacts
    seconds = time.process_time() - begun
    pages = sum(file.path.endswith(".html") for file in files)
    # Linux counts in KB, macOS in bytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    home = next(len(file.data) for file in files if file.path == "index.html")
    return (
        f"{count:6} sessions in {' and '.join(languages):9} {seconds:6.2f} s {pages:6} pages {1000 * seconds / pages:6.3f} ms a page"
        f" {memory:5.0f} MB   home {home / 1000:5.0f} kB"
    )


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
