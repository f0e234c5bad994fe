"""The sheets of the days, held against other people's readers of PDF."""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.emit.sheets import emit
from pipeline.model import Change, ChangeKind, Correction, Printing
from pipeline.settings import SHEETS
from tests.builders import PUBLISHED, sample_edition


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """Every kind of sheet of the sample conference."""
    made = sample_edition()
    first = made.program.sessions[0]
    change = Change(first.uid, ChangeKind.TITLE, first.title, "Another title", first.title, 1, PUBLISHED)
    asked = replace(made.program, printing=Printing(sheets=SHEETS, badges=tuple(one.id for one in made.program.people)))
    emission = emit(replace(made, program=asked, corrections=(Correction(first, (change,)),)))
    assert emission.problems == ()
    folder = tmp_path_factory.mktemp("sheets")
    for artifact in emission.artifacts:
        (folder / Path(artifact.path).name).write_bytes(artifact.data)
    return sorted(folder.iterdir())


def test_they_can_be_read_aloud(files: Sequence[Path], tool: Callable[[str], str], verapdf: Sequence[str]):
    """As veraPDF checks it: PDF/UA-1 (ISO 14289-1)."""
    done = subprocess.run([tool("java"), *verapdf, *files], capture_output=True, text=True, check=True)

    checked = [line.partition(" checks\t") for line in done.stdout.splitlines()]
    assert [(Path(name).stem, int(checks) > 100) for checks, _, name in checked] == [
        (name, True) for name in sorted((*SHEETS, "badges", "errata"))
    ]


def test_nothing_runs_off_their_pages(files: Sequence[Path], tool: Callable[[str], str]):
    off = []
    for file in files:
        found = subprocess.run([tool("pdftotext"), "-bbox", file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
        for page in found.split("<page ")[1:]:
            width, height = (float(page.split(f'{side}="')[1].split('"')[0]) for side in ("width", "height"))
            boxes = (tuple(map(float, box)) for box in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', page))
            off += [(file.name, box) for box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]

    assert off == []
