"""output/ is complete or as it was, whatever happens, and nothing that confbook did not make is ever lost."""

import errno
import os
import random  # noqa: TID251 - moments to kill at; seeded below
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pipeline import exchange
from pipeline.model import Artifact
from pipeline.publish import PublishError, Refused, prepare, previous_file, publish

ROOT = Path(__file__).resolve().parents[2]


def _edition(number: int, files: int = 3, size: int = 10) -> list[Artifact]:
    """Files that all state the number of their edition, so that a mixture shows."""
    pages = [Artifact(f"sessions/{index}.html", f"{number:>{size}}".encode()) for index in range(files)]
    return [Artifact("program.json", str(number).encode()), *pages]


def _read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _expected(artifacts: list[Artifact]) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in artifacts}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- what is there afterwards ---


def test_the_folder_holds_exactly_the_files(tmp_path):
    publish(_edition(1), tmp_path / "deep" / "output")

    assert _read(tmp_path / "deep" / "output") == _expected(_edition(1))
    assert _names(tmp_path / "deep") == ["output"]


def test_the_edition_before_is_replaced_whole(tmp_path):
    output = tmp_path / "output"
    publish(_edition(1, files=5), output)
    publish(_edition(2, files=2), output)

    assert _read(output) == _expected(_edition(2, files=2))
    assert _names(tmp_path) == ["output"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "output").mkdir()

    publish(_edition(1), tmp_path / "output")

    assert _read(tmp_path / "output") == _expected(_edition(1))


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "output").symlink_to("www")

    publish(_edition(1), tmp_path / "output")

    assert (tmp_path / "output").is_symlink()
    assert _read(tmp_path / "www") == _expected(_edition(1))


def test_files_are_readable_by_a_web_server_and_the_folder_keeps_its_mode(tmp_path):
    before = os.umask(0o022)
    try:
        publish(_edition(1), tmp_path / "output")
        assert (tmp_path / "output").stat().st_mode & 0o7777 == 0o755
        assert (tmp_path / "output" / "program.json").stat().st_mode & 0o777 == 0o644
        (tmp_path / "output").chmod(0o2775)
        publish(_edition(2), tmp_path / "output")
    finally:
        os.umask(before)
    assert (tmp_path / "output").stat().st_mode & 0o7777 == 0o2775


def test_the_edition_before_can_be_read(tmp_path):
    assert previous_file(tmp_path / "output", "program.json") is None
    publish(_edition(7), tmp_path / "output")
    assert previous_file(tmp_path / "output", "program.json") == b"7"


def test_plain_renames_do_the_same_where_names_cannot_be_exchanged(tmp_path):
    publish(_edition(1), tmp_path / "output")
    publish(_edition(2), tmp_path / "next")

    exchange.move(tmp_path / "next", tmp_path / "output", tmp_path / "aside")

    assert _read(tmp_path / "output") == _expected(_edition(2))
    assert _read(tmp_path / "next") == _expected(_edition(1))
    assert _names(tmp_path) == ["next", "output"]


def test_a_rename_that_fails_half_way_is_taken_back(tmp_path):
    publish(_edition(1), tmp_path / "output")

    with pytest.raises(FileNotFoundError):
        exchange.move(tmp_path / "missing", tmp_path / "output", tmp_path / "aside")

    assert _read(tmp_path / "output") == _expected(_edition(1))


# --- what is refused ---


@pytest.mark.parametrize("path", ["/etc/passwd", "../up", "a/../../up", "a//b", "", "./a", "a\\b", "a\nb", "a\0b", "a/."])
def test_a_path_that_leads_elsewhere_is_refused(tmp_path, path):
    with pytest.raises(PublishError, match="may not be named"):
        publish([*_edition(1), Artifact(path, b"")], tmp_path / "output")
    assert _names(tmp_path) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.html", "a.html"), ("a.html", "A.html"), ("caf\u00e9", "cafe\u0301"), ("straße", "STRASSE"), ("A/x", "a/X")],
)
def test_two_paths_that_are_one_file_on_many_disks_are_refused(tmp_path, one, other):
    with pytest.raises(PublishError, match="one file on many disks"):
        publish([Artifact(one, b""), Artifact(other, b"")], tmp_path / "output")


def test_a_path_that_is_file_and_folder_is_refused(tmp_path):
    with pytest.raises(PublishError, match="a file and a folder"):
        publish([Artifact("a/b", b""), Artifact("A", b"")], tmp_path / "output")


def test_a_folder_that_confbook_did_not_make_is_never_replaced(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.tex").write_text("years of work")
    (tmp_path / "content").mkdir()

    with pytest.raises(Refused, match="did not make"):
        prepare(home, tmp_path / "content")
    with pytest.raises(Refused, match="did not make"):
        publish(_edition(1), home)
    assert _read(home) == {"thesis.tex": b"years of work"}
    assert _names(tmp_path) == ["content", "home"]


def test_a_checkout_is_never_replaced(tmp_path):
    publish(_edition(1), tmp_path / "pages")
    (tmp_path / "pages" / ".git").mkdir()

    with pytest.raises(Refused, match="checkout"):
        publish(_edition(2), tmp_path / "pages")


def test_a_file_is_never_replaced(tmp_path):
    (tmp_path / "output").write_text("mine")

    with pytest.raises(Refused, match="is a file"):
        publish(_edition(1), tmp_path / "output")
    assert (tmp_path / "output").read_text() == "mine"


@pytest.mark.parametrize("output", [".", "site", "site/content", "site/public", "site/output/../content/x", "site/content/output"])
def test_an_output_folder_that_holds_the_site_or_is_among_its_pages_is_refused(tmp_path, output):
    (tmp_path / "site" / "content").mkdir(parents=True)

    with pytest.raises(Refused):
        prepare(tmp_path / output, tmp_path / "site")


@pytest.mark.parametrize("output", ["output", "site/output", "site/output/2026", "site2"])
def test_an_output_folder_beside_the_pages_is_fine(tmp_path, output):
    (tmp_path / "site" / "content").mkdir(parents=True)

    prepare(tmp_path / output, tmp_path / "site")


def test_a_link_does_not_hide_that_the_output_is_the_site(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")

    with pytest.raises(Refused, match="holds the site"):
        prepare(tmp_path / "link", tmp_path / "site")


# --- what a killed or failing build leaves ---


def test_leftovers_are_removed_and_nothing_that_only_looks_like_them(tmp_path):
    (tmp_path / ".output.confbook-abcd1234" / "new" / "sessions").mkdir(parents=True)
    (tmp_path / ".output.confbook-0123_xyz").mkdir()
    keep = [".output.confbook-notes", ".output.confbook-abcd123", ".outputs.confbook-abcd1234", ".other.confbook-abcd1234"]
    for name in keep:
        (tmp_path / name).mkdir()
    (tmp_path / ".output.confbook-aaaaaaaa").mkdir()
    (tmp_path / ".output.confbook-aaaaaaaa" / "mine.txt").write_text("not confbook's")
    (tmp_path / ".output.confbook-bbbbbbbb").symlink_to(tmp_path / ".output.confbook-notes")
    (tmp_path / ".output.confbook-cccccccc").write_text("a file")
    keep += [".output.confbook-aaaaaaaa", ".output.confbook-bbbbbbbb", ".output.confbook-cccccccc"]

    prepare(tmp_path / "output", ROOT)

    assert _names(tmp_path) == sorted(keep)


def test_an_edition_that_a_killed_build_had_moved_aside_is_put_back(tmp_path):
    publish(_edition(1), tmp_path / ".output.confbook-abcd1234" / "old")
    publish(_edition(2), tmp_path / ".output.confbook-abcd1234" / "new")

    prepare(tmp_path / "output", ROOT)

    assert _read(tmp_path / "output") == _expected(_edition(1))
    assert _names(tmp_path) == ["output"]


PUBLISHER = """\
import sys
from pathlib import Path
from pipeline.model import Artifact
from pipeline.publish import publish

output, first, step, files, size = Path(sys.argv[1]), *map(int, sys.argv[2:])
number = first
print("ready", flush=True)
while True:
    pages = [Artifact(f"sessions/{index}.html", f"{number:>{size}}".encode()) for index in range(files)]
    publish([Artifact("program.json", str(number).encode()), *pages], output)
    number += step
"""


def _publisher(output: Path, first: int, step: int = 1, files: int = 30, size: int = 2000) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, str(output), *map(str, (first, step, files, size))], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def _whole(output: Path, files: int = 30, size: int = 2000) -> None:
    number = int((output / "program.json").read_bytes())
    assert _read(output) == _expected(_edition(number, files, size))


def test_a_build_killed_at_any_moment_leaves_a_whole_edition(tmp_path):
    output = tmp_path / "output"
    publish(_edition(0, 30, 2000), output)
    moments = random.Random(20261015)  # noqa: S311 - moments, no secrets
    for run in range(15):
        process = _publisher(output, first=run * 1000)
        time.sleep(moments.uniform(0.0, 0.05))
        process.kill()
        process.communicate()
        _whole(output)

    publish(_edition(99_999), output)

    assert _read(output) == _expected(_edition(99_999))
    assert _names(tmp_path) == ["output"]


def test_builds_at_the_same_time_do_not_mix_and_a_reader_never_finds_nothing(tmp_path):
    output = tmp_path / "output"
    publish(_edition(0, 30, 2000), output)
    processes = [_publisher(output, first=first, step=2) for first in (1000, 1001)]
    try:
        seen = set()
        until = time.monotonic() + 1.5
        while time.monotonic() < until:
            seen.add(int((output / "program.json").read_bytes()))
    finally:
        for process in processes:
            process.terminate()
            process.communicate()

    assert {number % 2 for number in seen if number} == {0, 1}
    _whole(output)


def _in_a_child(action: str, output: Path) -> str:
    """What a process says that publishes a second edition after some ``action`` on itself."""
    code = f"""\
import os, resource, sys
from pathlib import Path
from pipeline.model import Artifact
from pipeline.publish import PublishError, publish
{action}
try:
    publish([Artifact("program.json", b"2"), Artifact("booklet.pdf", b"x" * 100_000)], Path(sys.argv[1]))
except PublishError as error:
    print(error)
"""
    return subprocess.run([sys.executable, "-c", code, str(output)], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_full_disk_leaves_everything_as_it_was(tmp_path):
    output = tmp_path / "output"
    publish(_edition(1), output)

    said = _in_a_child("resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))", output)

    assert said == f"cannot write {output}: {os.strerror(errno.EFBIG)}\n"
    assert _read(output) == _expected(_edition(1))
    assert _names(tmp_path) == ["output"]


def test_a_folder_without_permission_leaves_everything_as_it_was():
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    try:
        output = folder / "www" / "output"
        publish(_edition(1), output)
        folder.chmod(0o755)
        (folder / "www").chmod(0o555)
        nobody = "os.setegid(65534), os.seteuid(65534)" if os.geteuid() == 0 else ""

        said = _in_a_child(nobody, output)

        assert said == f"cannot write {output}: {os.strerror(errno.EACCES)}\n"
        assert _read(output) == _expected(_edition(1))
        assert _names(folder / "www") == ["output"]
    finally:
        (folder / "www").chmod(0o755)
        shutil.rmtree(folder)
