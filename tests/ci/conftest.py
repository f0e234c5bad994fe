"""The action as it is fetched, and a conference with an address at which nothing is online yet."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.runner import PAGE, ROOT
from tests.served import serving

CONFIGURATION = """\
[event]
title = "Waters ::error::1 ##[stop-commands]2"
timezone = "Asia/Shanghai"
url = "{address}/2026/"
days = [2026-10-15]

[[venues]]
name = "Main Hall"
"""
# Without the booklet, which takes the most time.
WITHOUT_BOOKLET = """\
import sys
from pipeline import build, cli
build.EMITTERS = tuple(one for one in build.EMITTERS if one[0] != "booklet")
sys.exit(cli.main())
"""


@pytest.fixture(scope="session")
def action(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The action as it is fetched, but for a ``run`` that is set up already: that it sets itself up is tested elsewhere."""
    folder = tmp_path_factory.mktemp("action")
    shutil.copytree(ROOT / "ci", folder / "ci")
    shutil.copy2(ROOT / "requirements.lock", folder)
    (folder / "build.py").write_text(WITHOUT_BOOKLET)
    (folder / "run").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P "{folder}/build.py" "$@"\n')
    (folder / "run").chmod(0o755)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """A checkout with a site ``content``, whose address serves the folder ``live`` beside it, with nothing in it yet."""
    (tmp_path / "live").mkdir()
    (tmp_path / "checkout/content").mkdir(parents=True)
    with serving(tmp_path / "live") as address:
        (tmp_path / "checkout/content/program.toml").write_text(CONFIGURATION.format(address=address))
        page = PAGE.format(title="Rivers", start="09:00", venue="Main Hall")
        (tmp_path / "checkout/content/rivers.md").write_text(page)
        yield tmp_path / "checkout"
