"""What the tests of published files share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def icslint(shared: Path) -> ModuleType:
    """The linter of feeds beside the checkout, which shares no code with us or with icalendar."""
    spec = importlib.util.spec_from_file_location("icslint", shared / "icslint.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
