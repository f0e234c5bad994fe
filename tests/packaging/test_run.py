"""``./run``: small enough to read, but it meets every shell there is and every machine there is."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "run"


@pytest.mark.parametrize("shell", ["sh", "dash", "bash", "busybox"])
def test_every_shell_can_read_it(shell: str) -> None:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed here")
    command = [path, "sh", "-n", RUN] if shell == "busybox" else [path, "-n", RUN]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""


def test_shellcheck_finds_nothing(tool: Callable[[str], str]) -> None:
    shellcheck = tool("shellcheck")
    for script in (RUN, ROOT / ".ci/run"):
        assert subprocess.run([shellcheck, script], capture_output=True, text=True, check=False).stdout == ""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of which only what ``./run`` looks at is there, and no Python to be found but ones that a test puts in bin/."""
    folder = tmp_path / "check out"
    folder.mkdir()
    for name in ("run", "requirements.lock", "requirements-test.lock", "requirements-browser.lock"):
        shutil.copy2(ROOT / name, folder)
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname", "uname", "cat", "cksum", "ln", "rm", "mkdir", "readlink", "sleep", "head", "id"):
        link_program(tmp_path / "bin", name)
    return folder


def link_program(folder: Path, name: str) -> None:
    path = shutil.which(name)
    assert path is not None
    (folder / name).symlink_to(path)


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(checkout.parent / "bin"), "HOME": os.environ.get("HOME", "/")}
    return subprocess.run([checkout / "run", *arguments], env=environment, cwd=checkout.parent, capture_output=True, text=True, check=False)


def test_a_machine_without_python_is_told_how_to_get_it(checkout: Path) -> None:
    program(checkout.parent / "bin", "dnf", "exit 1")
    done = run(checkout, "build")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [
        "confbook: needs Python 3.11 or newer and finds none. Get it by: sudo dnf install python3.12; or install uv, which brings its own",
    ]


def test_an_old_python_does_not_count(checkout: Path) -> None:
    program(checkout.parent / "bin", "python3", "exit 1")
    done = run(checkout, "build")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_a_failed_set_up_leaves_nothing_in_the_way_of_the_next(checkout: Path) -> None:
    run(checkout, "build")
    assert sorted(path.name for path in checkout.iterdir()) == sorted(
        ["run", "requirements.lock", "requirements-test.lock", "requirements-browser.lock"]
    )


def set_up_by_hand(checkout: Path) -> None:
    """What a finished set-up leaves, with a Python that only says how it was called."""
    python = checkout / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    program(python.parent, "python", 'echo "$PYTHONPATH"; printf "<%s>" "$@"')
    sums = subprocess.run(["cksum"], stdin=(checkout / "requirements.lock").open(), capture_output=True, text=True, check=True).stdout
    (checkout / ".venv/.ready-build").write_text(f"{checkout.resolve()}\n{sums}")


def test_once_set_up_it_only_runs_and_stays_where_the_caller_is(checkout: Path) -> None:
    set_up_by_hand(checkout)
    done = run(checkout, "build", "my site", "--output", "")
    assert (done.stdout, done.stderr) == (f"{checkout.resolve()}\n<-P><-m><pipeline><build><my site><--output><>", "")


@pytest.mark.parametrize("change", ["lock", "place", "unfinished"])
def test_it_sets_up_again_when_something_has_changed(checkout: Path, change: str) -> None:
    set_up_by_hand(checkout)
    if change == "lock":
        with (checkout / "requirements.lock").open("a") as lock:
            lock.write("# changed\n")
    elif change == "place":
        checkout = checkout.rename(checkout.parent / "elsewhere")
    else:
        (checkout / ".venv/.ready-build").unlink()
    assert run(checkout, "build").stderr.startswith(f"confbook: setting up {checkout.resolve()}/.venv (once)\n")


def test_a_lock_left_behind_by_a_process_that_is_gone_is_no_obstacle(checkout: Path) -> None:
    (checkout / ".venv.busy").symlink_to("99999999")
    assert "needs Python 3.11 or newer" in run(checkout, "build").stderr
    assert not (checkout / ".venv.busy").is_symlink()
