"""Where the characters of a text with entities and tags stand in the file, and that this is found out once for each text."""

import sys
from types import FrameType

from pipeline.extract import extract_page
from pipeline.source import Source
from tests.drafts import read


def test_places_behind_entities_and_unknown_tags_are_those_of_the_file():
    page = "---\ntitle: T\n---\n<p>A &amp; B &nbsp;C, Host: Ada Brook<br>&#8211; Venue: Hall &lt;1</p>\n"
    assert read(page).splitlines()[1:] == ["4:29 host: Ada Brook", "4:57 venue: Hall <1", "4:4 unread-text"]


def test_the_work_grows_as_the_page_does():
    """Counted in calls of our own functions, which no busy machine changes."""

    def calls(lines: int) -> int:
        counted = 0

        def count(frame: FrameType, event: str, _: object) -> None:
            nonlocal counted
            counted += event == "call" and "pipeline" in frame.f_code.co_filename

        page = Source("p.md", "---\ntitle: T\n---\n<div>&amp;\n" + "Host: Ada Brook\n" * lines + "</div>\n")
        sys.setprofile(count)
        try:
            extract_page(page)
        finally:
            sys.setprofile(None)
        return counted

    assert calls(400) < 2.5 * calls(200)
