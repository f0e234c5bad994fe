"""vdirsyncer, which keeps each event in a file, follows a feed on the web from one edition to the next."""

import subprocess
import sys
from pathlib import Path

from pipeline.contentlines import entries, value
from pipeline.editions import FEED
from pipeline.emit.calendar import emit
from pipeline.emit.calendar.text import escaped, line
from pipeline.model import Edition
from tests.conformance.editions import two_editions
from tests.conformance.referees import stated
from tests.served import serving

CONFIGURATION = """\
[general]
status_path = "status"
[pair conference]
a = "web"
b = "disk"
collections = null
[storage web]
type = "http"
url = "{address}/{feed}"
[storage disk]
type = "filesystem"
path = "events"
fileext = ".ics"
"""


def test_the_second_sync_moves_exactly_the_events_that_changed(tmp_path: Path):
    first, second = two_editions()
    (tmp_path / "events").mkdir()
    with serving(tmp_path) as address:
        (tmp_path / "configuration").write_text(CONFIGURATION.format(address=address, feed=FEED))
        run("discover", tmp_path)
        before = synced(tmp_path, first)
        after = synced(tmp_path, second)
    assert (set(before), set(after)) == (set(titles(first).values()), set(titles(second).values()))
    moved = {title for title, written in after.items() if before.get(title) != written}
    assert moved == {titles(second)[change.uid] for change in second.changes}


def titles(edition: Edition) -> dict[str, str]:
    """The SUMMARY of each event as it is written, by UID."""
    return {uid: escaped(line(reading.summary)) for uid, reading in stated(edition).items()}


def synced(folder: Path, edition: Edition) -> dict[str, int]:
    """When the file of each event was written, once the edition is published and looked at; by SUMMARY, as UIDs are vdirsyncer's own."""
    feed = folder / FEED
    feed.parent.mkdir(exist_ok=True)
    feed.write_bytes(emit(edition).artifacts[0].data)
    run("sync", folder)
    files = list((folder / "events").iterdir())
    found = {value(entry, "SUMMARY") or "": file for file in files for entry in entries(file.read_bytes()).values()}
    assert len(found) == len(files)
    return {title: file.stat().st_mtime_ns for title, file in found.items()}


def run(command: str, folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "vdirsyncer", "--config", "configuration", command], cwd=folder, check=True)
