"""The same input gives the same bytes: in another folder, with files created in another order, under another seed, zone and locale.

Nor does it matter how many processes work, and whether they find what an earlier build kept.
"""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"},
)


def build(site: Path, output: Path, surroundings: dict[str, str], *options: str) -> dict[str, str]:
    """Builds in a process of its own; the digest of each file under its path."""
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | surroundings
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "build",
        str(site),
        "--output",
        str(output),
        "--timezone",
        "Asia/Shanghai",
        "--quiet",
        *options,
    ]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def copy_backwards(site: Path, folder: Path) -> Path:
    """The same files, created last to first, so that a directory lists them in another order."""
    for path in sorted((path for path in site.rglob("*") if path.is_file()), reverse=True):
        target = folder / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


@pytest.mark.parametrize("name", ["content", pytest.param("mlstat-2024", marks=pytest.mark.corpus)])
def test_the_same_input_gives_the_same_bytes(name: str, tmp_path: Path, request: pytest.FixtureRequest):
    site = ROOT / "content" if name == "content" else request.getfixturevalue("shared") / "corpus" / name
    first = build(site, tmp_path / "first", SURROUNDINGS[0], "--no-cache", "--workers", "1")
    keeping = SURROUNDINGS[1] | {"CONFBOOK_CACHE": str(tmp_path / "cache")}
    second = build(copy_backwards(site, tmp_path / "elsewhere" / "copy"), tmp_path / "second", keeping, "--workers", "2")
    third = build(site, tmp_path / "third", keeping)
    assert first == second == third
    assert list((tmp_path / "cache").glob("??/*"))
    assert {"index.html", "calendar/all.ics", "booklet.pdf", "program.json"} <= first.keys()


def test_building_again_over_an_edition_changes_nothing(tmp_path: Path):
    first = build(ROOT / "content", tmp_path / "output", SURROUNDINGS[0])
    assert build(ROOT / "content", tmp_path / "output", SURROUNDINGS[1]) == first
