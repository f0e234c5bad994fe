"""The same pages are the same program: in whatever order they are read, with other line ends, a byte order mark, composed or not."""

import json
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build import check
from pipeline.config import read_config
from pipeline.emit.data import program_json
from pipeline.extract.site import read_site
from pipeline.mend.compiled import compiled
from pipeline.model import Edition, Program
from tests.builders import PUBLISHED

CONTENT = Path(__file__).parents[2] / "content"


def published(program: Program | None) -> dict[str, object]:
    """The facts of ``program.json``, all texts composed."""
    assert program is not None
    data = program_json(Edition(program, PUBLISHED), ()).data.decode()
    facts = json.loads(unicodedata.normalize("NFC", data))
    assert isinstance(facts, dict)
    return facts


@given(st.permutations(range(len(read_site(CONTENT)[0].pages))))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_in_which_pages_are_read_makes_no_difference(order: list[int]):
    site, _ = read_site(CONTENT)
    config, _ = read_config(site.program, site.generator)
    shuffled = replace(site, pages=tuple(site.pages[number] for number in order))
    assert published(compiled(shuffled, config).program) == published(compiled(site, config).program)


VARIANTS: dict[str, Callable[[str], bytes]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old": lambda text: text.replace("\n", "\r").encode(),
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "composed letters": lambda text: unicodedata.normalize("NFC", text).encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_how_files_are_saved_makes_no_difference(tmp_path: Path, variant: str):
    site = shutil.copytree(CONTENT, tmp_path / "site")
    for page in site.rglob("*.md"):
        page.write_bytes(VARIANTS[variant](page.read_text(encoding="utf-8")))
    assert published(check(site).program) == published(check(CONTENT).program)
