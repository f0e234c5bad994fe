"""What ``docs/theming.md`` shows works, as it is written there."""

import re
from pathlib import Path

import pytest

from pipeline.build import check
from pipeline.emit import cards
from pipeline.model import Edition
from tests.builders import PUBLISHED
from tests.pages import pages

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = """\
---
title: Rivers & Rain
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
---
"""
CONFIGURATION = """\
[event]
title = "Waters"
timezone = "Europe/Berlin"
place = "Harbourtown"

[[venues]]
name = "Main Hall"

"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The cards of a site with all that the page shows."""
    toml, css, session, base = re.findall(
        r"^```\w+\n(.*?)^```$", (ROOT / "docs" / "theming.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    site = tmp_path_factory.mktemp("site")
    (site / "templates" / "cards").mkdir(parents=True)
    for name, text in {
        "rivers.md": PAGE,
        "program.toml": CONFIGURATION + toml,
        "templates/cards/extra.css": css,
        "templates/cards/session.html": session,
        "templates/cards/base.html": base,
    }.items():
        (site / name).write_text(text, encoding="utf-8")
    outcome = check(site)
    assert outcome.program is not None
    emission = cards.emit(Edition(outcome.program, PUBLISHED))
    assert (*outcome.problems, *emission.problems) == ()
    return {artifact.path: artifact.data for artifact in emission.artifacts}


def test_the_sheet_has_the_accent_in_both_schemes_and_ends_in_the_sites_own_style(made):
    sheet = made["assets/theme.css"].decode()
    assert re.findall(r"--accent: (#\w+);", sheet) == ["#8a1c3b", "#8a1c3b", "#fd869b"]
    assert sheet.endswith("color: var(--ink-soft); }\n")


def test_the_line_stands_on_the_page_of_the_session_and_the_thanks_on_all(made):
    trees = pages(made)
    assert {path for path, tree in trees.items() if tree.css(".thanks")} == {
        path for path in trees if not path.endswith("program.html")
    }
    (line,) = [node.text() for node in trees["sessions/rivers.html"].css(".body p")][-1:]
    assert line == "Questions for “Rivers & Rain”? Ask us."
    assert [node.text() for node in trees["sessions/rivers.html"].css(".thanks")] == ["With thanks to our hosts in Harbourtown"]
