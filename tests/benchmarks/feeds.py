"""Times the feeds of a large conference in two languages: ``.venv/bin/python -m tests.benchmarks.feeds [SESSIONS]`` (10,000 unless given).

Printed are the processor's seconds for all kinds of feeds with their linting, and the largest memory till then; for reading an equal
edition before, for comparing with it, and for the gate. Aims, on one core: feeds ≤ 20 s and ≤ 400 MB for 10,000 sessions.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from pipeline.compare import compare
from pipeline.compare.previous import Previous, read_previous
from pipeline.editions import Published, whole_feeds
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.gate import gate
from pipeline.model import Program, Session, Track, Translation, Venue
from tests.builders import at, event, program, rich, role, session, speaker, talk

T = TypeVar("T")
_NOW = datetime(2026, 5, 1, tzinfo=UTC)
_WORDS = "A gauge draws one line a day; we read ninety years of them, and ask what the sea remembers. 潮位计每天画一条线。" * 8


def main() -> None:
    """Prints one line for each step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    made = conference(count)
    first, _ = compare(made, None, _NOW, {})
    emission = _timed("feeds", lambda: emit(first))
    assert emission.problems == ()
    size = sum(len(file.data) for file in emission.artifacts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {len(emission.artifacts)} files, {size / 1e6:.0f} MB; largest memory {memory:.0f} MB")
    data = program_json(first, (), emission.artifacts).data
    state = _timed("reading program.json", lambda: read_previous(data))
    assert isinstance(state, Previous)
    edition, _ = _timed("comparing", lambda: compare(made, state, _NOW, {}))
    published = Published(state, {file.path: file.data for file in emission.artifacts if file.path in whole_feeds(state.feeds)})
    assert _timed("gate", lambda: list(gate(edition, emission.artifacts, [published], _NOW))) == []


def conference(count: int) -> Program:
    """So many sessions of one talk in 40 rooms, from 8 to 18 o'clock, by about as many people."""
    sessions = tuple(_session(number) for number in range(count))
    venues = tuple(
        Venue(f"room-{room}", f"Room {room}", address="1 Quay Road, Harbourtown", latitude=29.2, longitude=121.9)
        for room in range(40)
    )
    tracks = tuple(Track(f"Track {track}", "#1b6ca8") for track in range(20))
    return program(
        *sessions, event_=event("Rivers", url="https://rivers.example/2026/", languages=("en", "zh"), tracks=tracks), venues=venues
    )


def _session(number: int) -> Session:
    room, slot = number % 40, number // 40
    start = at("2026-10-05 08:00") + timedelta(days=slot // 20, minutes=30 * (slot % 20))
    end = start + timedelta(minutes=30)
    words = rich(_WORDS)
    one = talk(
        f"Talk {number}", speaker(f"Speaker {number}", "Quay University"), start=start, end=end, abstract=words, id=f"t-{number}"
    )
    made = session(
        f"Talk {number}", None, one, id=f"talk-{number}", venue=f"room-{room}", track=f"Track {number % 20}", language="en"
    )
    other = Translation("zh", f"报告 {number}", abstract=rich(_WORDS))
    return replace(
        made,
        translations=(other,),
        start=start,
        end=end,
        day=start.date(),
        people=(role("chair", f"Chair {number % 500}", "Quay University"),),
    )


def _timed(name: str, step: Callable[[], T]) -> T:
    begun = time.process_time()
    found = step()
    print(f"{name:22}{time.process_time() - begun:6.2f} s")
    return found


if __name__ == "__main__":
    main()
