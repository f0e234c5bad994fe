"""What any test may ask for: programs of this machine, and the real conferences beside the checkout."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# Examples are the same in each run, and a slow machine fails none; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).resolve().parent.parent

# Programs that go by several names; any other is looked up by the name it is asked for.
NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--require-tools", action="store_true", help="fail where a program that a test needs is missing, rather than skip"
    )
    parser.addoption("--every-slip", action="store_true", help="plant each mutation wherever it can be, rather than in some places")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests keep what they make in a folder of their own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CONFBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def missing(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """``missing(what)`` fails the test under ``--require-tools``, as CI runs it, so that no check vanishes unseen; elsewhere it skips it."""

    def tell(what: str) -> None:
        if request.config.getoption("--require-tools"):
            pytest.fail(f"{what}, and --require-tools demands it")
        pytest.skip(f"{what}; CI has it, and fails without")

    return tell


@pytest.fixture(scope="session")
def tool(missing: Callable[[str], None]) -> Callable[[str], str]:
    """``tool("qpdf")`` is the path of that program; where there is none, see ``missing``."""

    def find(name: str) -> str:
        path = next(filter(None, map(shutil.which, NAMES.get(name, (name,)))), None)
        if path is None:
            missing(f"{name} is not installed here")
        return str(path)

    return find


@pytest.fixture(scope="session")
def chromium_path(tool: Callable[[str], str], missing: Callable[[str], None]) -> str:
    """The path of Chromium, for Playwright's ``launch(executable_path=…)``; import Playwright only in tests that ask for this."""
    if find_spec("playwright") is None:
        missing("Playwright is not installed here")
    return tool("chromium")


@pytest.fixture(scope="session")
def shared() -> Path:
    """``../shared``: real conferences and their gold data, in ``corpus/`` and ``gold/``.

    Other people's pages are not ours to publish, so they are in no checkout; no tool brings them. Where they are absent the test is
    skipped, also in CI.
    """
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"other people's conferences are not in this repository, and not beside it either: no {folder}")
    return folder
