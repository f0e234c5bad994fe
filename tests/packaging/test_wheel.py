"""The wheel works where there is no checkout, and builds what the checkout builds."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "content"


def call(*command: str | Path, cwd: Path) -> str:
    """Runs a command that must go well, with nothing of this process's Python around it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(target: str, folder: Path) -> Path:
    call(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=ROOT)
    return next(folder.iterdir())


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def confbook(wheel: Path, tmp_path_factory: pytest.TempPathFactory, missing: Callable[[str], None]) -> Path:
    """The console script in a new virtual environment: the wheel is installed there, its dependencies are lent by this one."""
    if find_spec("ensurepip") is None:
        missing("this Python has no ensurepip, so no virtual environment with pip")
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=True)
    python = home / "bin/python"
    lent = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()) / "lent.pth"
    # A path in a .pth file is searched, but the .pth files in that place are not read: an editable install there stays unseen.
    lent.write_text("\n".join(dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))) + "\n", encoding="utf-8")
    call(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", wheel, cwd=home)
    return home / "bin/confbook"


def test_the_wheel_holds_the_program_and_its_templates_and_nothing_else(wheel: Path) -> None:
    here = {f"pipeline/{path.relative_to(ROOT / 'pipeline')}" for path in (ROOT / "pipeline").rglob("*.py")}
    here |= {f"pipeline/{path.relative_to(ROOT)}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    here |= {f"pipeline/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.startswith(f"confbook-{pipeline.__version__}.dist-info/")}
    assert held == here


def test_the_source_archive_holds_what_the_wheel_is_built_from_and_no_output(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        top = {name.split("/")[1] for name in archive.getnames()}
    assert top - {"ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"} == {
        *(
            "pipeline",
            "templates",
            "schemas",
            "content",
            "docs",
            "tests",
            "run",
            "requirements.lock",
            "requirements-test.lock",
            "requirements-browser.lock",
        ),
        *("pyproject.toml", "README.md", "LICENSE", ".gitignore", "PKG-INFO"),
    }


def test_an_installed_wheel_builds_what_the_checkout_builds(confbook: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert call(confbook.parent / "python", "-c", "import pipeline; print(pipeline.__file__)", cwd=empty).startswith(
        str(confbook.parents[1])
    )
    call(confbook, "build", SITE, "--output", tmp_path / "by-wheel", cwd=empty)
    call(sys.executable, "-m", "pipeline", "build", SITE, "--output", tmp_path / "by-checkout", cwd=ROOT)
    assert files(tmp_path / "by-wheel") == files(tmp_path / "by-checkout")
    assert list(empty.iterdir()) == []
