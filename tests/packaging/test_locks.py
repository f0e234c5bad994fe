"""The locks: every pin with hashes, no addresses, and in step with pyproject.toml (``./run lock`` writes them anew)."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    "requirements.lock": (),
    "requirements-test.lock": ("test", "lint"),
    "requirements-browser.lock": ("browser",),
}


def pins(lock: str) -> dict[str, list[str]]:
    """Each pinned requirement of a lock, with its hashes."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = (entry.split(" \\\n") for entry in text.replace("\\\n    --hash", "\\\n--hash").strip().split("\n") if entry)
    found: dict[str, list[str]] = {}
    for (first, *_) in entries:
        if first.startswith("--hash=sha256:"):
            found[name].append(first)
        else:
            name = first
            found[name] = []
    return found
