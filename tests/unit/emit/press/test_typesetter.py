"""WeasyPrint with nothing in reach: what it may read, what it says, what it leaves behind."""

import os

import pytest
from PIL import ImageFile

from pipeline.emit.press.typesetter import Kit, typesetting


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "https://a.example/", "book:other", "//a.example/", "data:image/png;base64,AAAA"]
)
def test_nothing_is_read_but_what_is_given(url: str, monkeypatch: pytest.MonkeyPatch):
    # The import of WeasyPrint, here outside of a press, loosens Pillow for everybody after it.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", ImageFile.LOAD_TRUNCATED_IMAGES)
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  # 0.5 s, and only this test names it

    with typesetting(Kit("", (), {"pictures/a": b""})) as running, pytest.raises(FatalURLFetchingError):
        running.lay(running.read(f'<img src="{url}" alt="">'))


def test_what_weasyprint_says_is_heard():
    with pytest.warns(RuntimeWarning, match="WeasyPrint: Ignored `colour: red"), typesetting(Kit("p { colour: red }", (), {})):
        pass


def test_the_process_is_left_as_it_was():
    before = dict(os.environ)
    with typesetting(Kit("", (), {})):
        assert os.environ["FONTCONFIG_FILE"] != before.get("FONTCONFIG_FILE")
    assert dict(os.environ) == before
