"""The locks: every pin with hashes, no addresses, and in step with pyproject.toml (``./run lock`` writes them anew) or package.json.

npm writes its locks without addresses when asked: ``npm install --ignore-scripts --omit-lockfile-registry-resolved``.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-test.lock": GROUPS["test"] + GROUPS["lint"],
    "requirements-browser.lock": GROUPS["browser"],
}


def entries(lock: str) -> list[str]:
    """The lock's requirements, each on one line with its hashes."""
    lines = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def versions(lock: str) -> dict[str, set[str]]:
    """What is pinned, to which version: one, or one for each of several systems."""
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        name, version = re.split("==| ", entry)[:2]
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", WANTED)
def test_every_pin_has_hashes(lock: str) -> None:
    assert [
        entry for entry in entries(lock) if not re.fullmatch(r"[a-z0-9-]+==\S+( ; .+?)?( +--hash=sha256:[0-9a-f]{64})+ *", entry)
    ] == []


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_names_no_address_and_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"://|--index|--find-links|@ |/(?:home|root|tmp|Users)/", text) == []


@pytest.mark.parametrize("lock", WANTED)
def test_what_the_project_asks_for_is_locked(lock: str) -> None:
    pinned = versions(lock)
    requirements = map(Requirement, WANTED[lock])
    assert [
        str(wanted)
        for wanted in requirements
        if not pinned.get(canonicalize_name(wanted.name))
        or not all(map(wanted.specifier.contains, pinned[canonicalize_name(wanted.name)]))
    ] == []


def test_the_locks_agree_where_they_name_the_same_package() -> None:
    runtime, test, browser = map(versions, WANTED)
    assert {name: pins for name, pins in (test | browser).items() if runtime.get(name, pins) != pins} == {}
    assert {name: pins for name, pins in browser.items() if test.get(name, pins) != pins} == {}


@pytest.mark.parametrize("folder", ["browser", "conformance"])
def test_what_npm_installs_is_locked_with_hashes_and_without_addresses(folder: str) -> None:
    wanted, lock = (json.loads((ROOT / "tests" / folder / f"package{of}.json").read_text(encoding="utf-8")) for of in ("", "-lock"))
    itself, *packages = lock["packages"].values()
    assert itself["dependencies"] == wanted["dependencies"]
    assert len(packages) >= len(wanted["dependencies"])
    assert [one for one in packages if not one["integrity"].startswith("sha512-") or "resolved" in one] == []
    assert "://" not in json.dumps(lock)
