"""Times the booklet of a large conference: ``.venv/bin/python -m tests.benchmarks.booklet [TALKS] [--typst]`` (300 unless given).

Everything is measured in processes of its own, in one run, as ratios to the same pages as one tagged document of WeasyPrint's: made for
the first time, with one talk edited, and with nothing changed. Seconds are of the clock and (of all processes) of the processor; memory
is the largest process's. Aims for 300 / 1,000 / 3,000 talks on two idle cores, by the clock: ≤ 0.44 / 0.35 / 0.26, ≤ 0.14 / 0.055 /
0.026, ≤ 0.05 / 0.03 / 0.02; ≤ 250 / 350 / 800 MB. ``--typst`` has typst (from PyPI, if installed) set the same text, without its form.
"""

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from pipeline.cache import Cache
from pipeline.emit import Means
from pipeline.model import Edition, Program
from tests.builders import PUBLISHED, at, event, picture, program, rich, session, speaker, talk

_ENGLISH = "A gauge draws one line a day; we read ninety years of them, and ask what the sea remembers of each storm. "
_CHINESE = "验潮站每天画一条线；我们读了九十年的纸卷，想知道大海记得什么，又忘记了什么（Flow, VAE 等模型）。"
_TALKS_A_SESSION = 4


def conference(count: int, edited: str = "") -> Program:
    """So many talks in sessions of four, in twelve rooms; a third have a Chinese biography, a quarter a portrait."""
    sessions = []
    for number in range(0, count, _TALKS_A_SESSION):
        slot = number // _TALKS_A_SESSION
        start = at("2026-10-05 08:00") + timedelta(days=slot // 72, hours=2 * (slot // 12 % 6))
        talks = tuple(
            talk(
                f"Line {one} of the Gauge{edited if one == count // 2 else ''}",
                speaker(f"Person {one}", "Delta University", picture(size=(240, 300)) if one % 4 == 0 else None),
                abstract=rich(_ENGLISH * (6 + one % 5)),
                biography=rich(_CHINESE * 4 if one % 3 == 0 else _ENGLISH * 2),
            )
            for one in range(number, min(number + _TALKS_A_SESSION, count))
        )
        made = session(f"Session {slot}", "2026-10-05 08:00/10:00", *talks, id=f"session-{slot}", venue=f"room-{slot % 12}")
        sessions.append(replace(made, start=start, end=start + timedelta(hours=2)))
    return program(*sessions, event_=event("Rivers", url="https://rivers.example/2026/"))


def main() -> None:
    """Prints a line for each measurement, or makes one of them, as a process of its own."""
    if len(sys.argv) > 2 and sys.argv[1] in _MADE:
        _measured(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
        return
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count = numbers[0] if numbers else 300
    with tempfile.TemporaryDirectory() as folder:
        whole = _run("whole", count, folder)
        for what in ("cold", "edited", "unchanged"):
            _run(what, count, folder, whole)
        if "--typst" in sys.argv and find_spec("typst"):
            _run("typst", count, folder, whole)


def _run(what: str, count: int, folder: str, whole: float | None = None) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.booklet", what, str(count), folder]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    seconds, processor, memory, size = map(float, said)
    ratio = f"  {seconds / whole:5.3f} x" if whole else ""
    print(
        f"{count} talks, {what:10} {seconds:6.2f} s, {processor:6.2f} s of the processor, {memory:5.0f} MB, {size / 1e6:5.2f} MB{ratio}",
        flush=True,
    )
    return seconds


def _measured(what: str, count: int, folder: Path) -> None:
    """Prints seconds, processor's seconds, megabytes of the largest process, and bytes of the file."""
    made = Edition(conference(count, " (edited)" if what == "edited" else ""), PUBLISHED, {})
    before = _processor()
    begun = time.perf_counter()
    data = _MADE[what](made, folder)
    seconds, processor = time.perf_counter() - begun, _processor() - before
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(seconds, processor, max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024, len(data))


def _processor() -> float:
    used = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _chunked(edition: Edition, folder: Path) -> bytes:
    from pipeline.emit.booklet import emit  # noqa: PLC0415 - its import is measured too

    emission = emit(edition, Means(Cache(folder / "cache"), 2))
    assert emission.problems == ()
    return emission.artifacts[0].data


def _whole(edition: Edition, _: Path) -> bytes:
    """The same chunks as one document: page numbers by CSS, no heads, no roman numbers."""
    from pipeline.emit import booklet  # noqa: PLC0415 - as above
    from pipeline.emit.fonts import cut_faces  # noqa: PLC0415 - as above
    from pipeline.emit.press import letters  # noqa: PLC0415 - as above
    from pipeline.emit.press.typesetter import Kit, typesetting  # noqa: PLC0415 - as above

    job = booklet.jobs_of(edition)["booklet.pdf"]
    bodies = "".join(chunk.html.split("<body", 1)[1].split(">", 1)[1].rsplit("</body>", 1)[0] for chunk in job.chunks)
    style = f"{job.style} body > section {{ break-before: page }} .number {{ font-family: 'Noto Sans' !important }} .number::after {{ content: target-counter(attr(href), page) }}"
    with typesetting(Kit(style, cut_faces(letters(job.chunks), job.faces), job.pictures), stock=True) as setter:
        document = setter.lay(setter.read(f'<html lang="en"><title>Rivers</title><body class="latin">{bodies}'))
        data: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return data


def _typst(edition: Edition, folder: Path) -> bytes:
    typst = import_module("typst")  # perhaps it is not installed
    lines = ['#set page(paper: "a5")\n#set text(size: 9.2pt)\n#set par(justify: true)\n#outline()\n']
    for one in edition.program.sessions:
        lines.append(f"= {one.title}\n")
        for item in one.talks:
            lines.append(f"== {item.title}\n{item.speakers[0].name}\n\n")
            lines += [f"{text.plain}\n\n" for text in (item.abstract, item.biography) if text]
    source = folder / "book.typ"
    source.write_text("".join(lines), encoding="utf-8")
    data: bytes = typst.compile(source, pdf_standards="ua-1")
    return data


_MADE = {"whole": _whole, "cold": _chunked, "edited": _chunked, "unchanged": _chunked, "typst": _typst}

if __name__ == "__main__":
    main()
