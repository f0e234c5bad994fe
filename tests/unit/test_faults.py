"""What goes wrong around a build, and what the content tries: shown on whole builds, and at each step of publishing.

``SECURITY.md`` lists what stops what; the tests of single stages are beside them.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.compare.previous import Previous, read_previous
from pipeline.diagnostics import Problem
from pipeline.emit.data import program_json
from tests.builders import sample_edition

ROOT = Path(__file__).resolve().parents[2]

HOSTILE = """\
---
title: "Tides\\0 <script>alert(1)</script>"
date: 2026-05-04
start: "10:00"
end: "11:00"
id: ../../../escape
speakers:
  - name: Ada Brook
    photo: ../../elsewhere/secret.png
  - name: Ben Ford
    photo: http://127.0.0.1:9/b.png
---
![a](file://{elsewhere}/secret.txt) <img src="{elsewhere}/secret.txt"> <iframe src="http://127.0.0.1:9/x"></iframe>
<link rel="stylesheet" href="http://127.0.0.1:9/y"> <style>@import url(file://{elsewhere}/secret.txt); p {{ background: url(http://127.0.0.1:9/z) }}</style>
<object data="file://{elsewhere}/secret.txt"></object> <svg><image href="file://{elsewhere}/secret.txt"/><use href="http://127.0.0.1:9/s#a"/></svg>
"""
# Python tells a hook of each file that is opened, each connection, and each process that is begun.
WATCHED = """\
import sys
from pathlib import Path
seen = []
sys.addaudithook(lambda event, about: seen.append((event, str(about[:1]))) if watching else None)
watching = False
from pipeline.build import build
watching = True
outcome = build(Path(sys.argv[1]), Path(sys.argv[2]), timezone="UTC")
watching = False
print(*(problem.kind() for problem in outcome.problems if problem.severity.name == "ERROR"))
for event, about in seen:
    if event == "open" and sys.argv[3] in about or event.startswith("socket.") or event in {"subprocess.Popen", "os.system", "os.exec"}:
        print(event, about)
"""


def test_a_hostile_page_opens_no_file_elsewhere_and_asks_nobody(tmp_path: Path):
    site, elsewhere, output = (tmp_path / name for name in ("site", "elsewhere", "output"))
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("CANARY")
    (elsewhere / "secret.png").write_text("CANARY")
    (site / "sessions").mkdir(parents=True)
    (site / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "UTC"\n')
    (site / "sessions/a.md").write_text(HOSTILE.format(elsewhere=elsewhere))
    command = [sys.executable, "-c", WATCHED, str(site), str(output), str(elsewhere)]

    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert said.split() == []
    files = [path for path in output.rglob("*") if path.is_file()]
    assert {"program.json", "booklet.pdf"} <= {path.name for path in files}
    assert not any(b"CANARY" in path.read_bytes() for path in files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "output", "site"]


# A process is forked for each step at which it ends itself, without warning, as SIGKILL does.
KILLED = """\
import os, signal, sys
from pathlib import Path
from pipeline.model import Artifact
from pipeline.publish import prepare, publish

folder, output = Path(sys.argv[1]), Path(sys.argv[1]) / "output"
DISK = ("open", "os.", "shutil.", "tempfile.", "fcntl.", "ctypes.dlsym")
editions = [{"program.json": b"%d" % n, "a/b.html": b"%d" % n, "a/c/d.html": b"%d" % n} for n in (1, 2)]
left = None

def step(event, _):
    global left
    if left is not None and event.startswith(DISK):
        if left == 0:
            left = None  # os.kill is such a step itself
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

def put(edition):
    publish([Artifact(path, data) for path, data in edition.items()], output)

def standing():
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

sys.addaudithook(step)
put(editions[0])
found = []
for steps in range(1000):
    child = os.fork()
    if not child:
        left = steps
        put(editions[1])
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
    found.append(editions.index(standing()) + 1)
    prepare(output, folder / "site")
    assert [path.name for path in folder.iterdir()] == ["output"], list(folder.iterdir())
    put(editions[0])
print(*found)
"""


def test_publishing_that_is_killed_at_any_of_its_steps_leaves_an_edition_whole(tmp_path: Path):
    said = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    editions = said.split()
    assert len(editions) > 30
    assert editions == sorted(editions)  # the old one until the step that puts the new one in its place
    assert set(editions) == {"1", "2"}


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the values of a document are; of a list, the first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*place, key)
        yield from _places(one, (*place, key))


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -1,
        10**30,
        1.5,
        float("nan"),
        "",
        "\0",
        "x\r\nBEGIN:VEVENT",
        "../../x",
        "9999-12-31",
        "9999-12-31T23:59:59-14:00",
        [],
        [[]],
        {},
        "\ud800",
    ],
    ids=repr,
)
def test_whatever_an_earlier_edition_states_is_read_or_reported(value: object):
    whole = program_json(sample_edition(), ()).data.decode()
    for place in _places(json.loads(whole)):
        document = json.loads(whole)
        holder = document
        for key in place[:-1]:
            holder = holder[key]
        holder[place[-1]] = value
        assert isinstance(read_previous(json.dumps(document).encode()), Previous | Problem)


def test_what_the_page_on_security_names_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert named
    assert [
        (path, test)
        for path, test in named
        if not re.search(rf"^def {test}\(" if test else "", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    ] == []
