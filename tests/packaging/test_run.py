"""``./run``: small enough to read, but it meets every shell there is and every machine there is."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "run"


@pytest.mark.parametrize("shell", ["dash", "bash", "busybox sh"])
def test_every_shell_can_read_it(shell: str, tool: Callable[[str], str]) -> None:
    name, *applet = shell.split()
    assert subprocess.run([tool(name), *applet, "-n", RUN], capture_output=True, text=True, check=False).stderr == ""


def test_shellcheck_finds_nothing(tool: Callable[[str], str]) -> None:
    shellcheck = tool("shellcheck")
    for script in (RUN, ROOT / ".ci/run", ROOT / "ci/prepare", ROOT / "ci/build"):
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
    return subprocess.run(
        [checkout / "run", *arguments], env=environment, cwd=checkout.parent, capture_output=True, text=True, check=False
    )


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
    lock = (checkout / "requirements.lock").read_text(encoding="utf-8")
    sums = subprocess.run(["cksum"], input=lock, capture_output=True, text=True, check=True).stdout
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


LIBRARIES = {
    "apt-get": "install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "install -y pango",
    "apk": "add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0 so:libfontconfig.so.1",
    "brew": "install pango",
}


def without_libraries(checkout: Path, manager: str, user: int) -> Path:
    """A machine with Python and a package manager but no Pango, until the manager is called; its calls and pip's are written down."""
    machine = checkout.parent / "bin"
    calls = checkout.parent / "calls"
    set_up_by_hand(checkout)
    (checkout / ".venv/.ready-build").unlink()
    program(
        checkout / ".venv/bin",
        "python",
        f'case "$*" in *weasyprint*) [ -e "{machine}/pango" ] ;; *"pip install"*) echo "pip ${{*##* }}" >>"{calls}" ;; esac',
    )
    program(machine, manager, f'echo "{manager} $*" >>"{calls}"; : >"{machine}/pango"')
    (machine / "id").unlink()
    program(machine, "id", f"echo {user}")
    return calls


@pytest.mark.parametrize("manager", LIBRARIES)
def test_root_gets_the_missing_libraries_once(checkout: Path, manager: str) -> None:
    calls = without_libraries(checkout, manager, user=0)
    assert [run(checkout, "build").returncode for _ in range(2)] == [0, 0]
    assert calls.read_text(encoding="utf-8").splitlines() == ["pip requirements.lock", f"{manager} {LIBRARIES[manager]}"]


@pytest.mark.parametrize("manager", ["apt-get", "dnf", "apk"])
def test_others_are_told_the_exact_command(checkout: Path, manager: str) -> None:
    calls = without_libraries(checkout, manager, user=1000)
    done = run(checkout, "build")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"Run this, then try again: sudo {manager} {LIBRARIES[manager]}")
    assert calls.read_text(encoding="utf-8").splitlines() == ["pip requirements.lock"]


def test_homebrew_is_called_without_root(checkout: Path) -> None:
    calls = without_libraries(checkout, "brew", user=1000)
    assert run(checkout, "build").returncode == 0
    assert calls.read_text(encoding="utf-8").splitlines()[-1] == f"brew {LIBRARIES['brew']}"


def test_the_tests_packages_are_installed_for_the_tests_only(checkout: Path) -> None:
    calls = without_libraries(checkout, "brew", user=1000)
    for command in ("build", "test", "test", "build"):
        assert run(checkout, command).returncode == 0
    assert [line for line in calls.read_text(encoding="utf-8").splitlines() if line.startswith("pip")] == [
        "pip requirements.lock",
        *("pip requirements.lock", "pip requirements-test.lock", "pip requirements-browser.lock"),
    ]
