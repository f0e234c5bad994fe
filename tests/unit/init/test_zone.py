"""Where a conference takes place, as far as its site tells; and what people answer when they are asked."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from pipeline.init.questions import NoAnswerError, ask_zone, like, understood_zone
from pipeline.init.survey import survey
from pipeline.init.zone import Guess, guess_zone

TALK = "---\ntitle: Rivers\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nvenue: {}\nspeaker: Ada Brook, MIT, USA\n---\n"


def _guess(tmp_path: Path, files: Mapping[str, str], venue: str = "Main Hall") -> Guess:
    for name, text in {"talks/rivers.md": TALK.format(venue), **files}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return guess_zone(survey(tmp_path))


@pytest.mark.parametrize(
    ("venue", "files", "zone", "reason"),
    [
        ("Hall 1, Kiel, Germany", {"about.md": "Near Paris, France\n"}, "Europe/Berlin", "talks/rivers.md:6 says 'Germany'"),
        ("上海交通大学", {}, "Asia/Shanghai", "talks/rivers.md:6 says '上海'"),
        ("Room 2", {"about.md": "From the USA, the USA\n\n- __Place__: Rome, Italy\n"}, "Europe/Rome", "about.md:3 says 'Rome'"),
        ("Room 2", {"about.md": "Ada (USA)\nJapan, 日本 and 東京\n"}, "Asia/Tokyo", "about.md:2 says 'Japan'"),
        ("Room 2", {"about.md": "Portugal: the Azores\n"}, "Atlantic/Azores", "about.md:1 says 'Azores'"),
        ("Room 2", {"about.md": "Easter Island or Punta Arenas\n"}, "America/Santiago", "about.md:1 says 'Easter Island'"),
        ("Room 2", {"about.md": "地点：德国基尔\n美国、美国、美国\n"}, "Europe/Berlin", "about.md:1 says '德国'"),
        ("Room 2", {"about.md": "<!--\nFrance\n-->\nLisboa, Portugal\n"}, "Europe/Lisbon", "about.md:4 says 'Lisboa'"),
        ("Room 2", {"about.md": "Chicago, USA\n"}, "America/Chicago", "about.md:1 says 'Chicago'"),
        ("Room 2", {"about.md": "Ann Arbor, USA\n"}, None, "about.md:1 says 'USA'"),
        ("Room 2", {"about.md": "Japan and Korea\nmail: ada@rivers.ac.uk\n"}, "Europe/London", "about.md:2 says 'rivers.ac.uk'"),
        ("Room 2", {"about.md": "See https://rivers.io and Georgia Jordan\n"}, None, ""),
        ("Room 2", {"hugo.toml": 'languageCode = "pt-br"\n'}, None, "hugo.toml:1 says 'pt-br'"),
        ("Room 2", {"hugo.toml": 'languageCode = "ko"\n'}, "Asia/Seoul", "hugo.toml:1 says 'ko'"),
        ("Room 2", {"hugo.toml": 'languageCode = "en-us"\n'}, None, ""),
        ("大会议室", {"talks/lakes.md": TALK.format("小会议室") + "湖泊与河流的数学模型" * 3}, "Asia/Shanghai", "the letters that the pages are written in"),
        ("大ホール", {"talks/lakes.md": TALK.format("小部屋") + "川と湖のモデル" * 3}, "Asia/Tokyo", "the letters that the pages are written in"),
    ],
)  # fmt: skip
def test_the_zone_is_guessed(tmp_path, venue, files, zone, reason):
    assert _guess(tmp_path, files, venue) == Guess(zone, reason)


def test_where_speakers_come_from_says_nothing(tmp_path):
    assert _guess(tmp_path, {}) == Guess()


@pytest.mark.parametrize(
    ("answer", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("los angeles", "America/Los_Angeles"),
        ("Sendai", None),
        ("中国", "Asia/Shanghai"),
        ("France", "Europe/Paris"),
        ("Phoenix", "America/Phoenix"),
        ("USA", None),
        ("", None),
    ],
)
def test_an_answer_is_understood(answer, zone):
    assert understood_zone(answer) == zone


def test_the_nearest_name_is_offered():
    assert like("Europe/Berlni") == "Europe/Berlin"


def _asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: Sequence[str], guess: Guess
) -> tuple[str, str]:
    given = iter(answers)
    monkeypatch.setattr("builtins.input", lambda *_: next(given))
    zone = ask_zone(sys.stderr, guess)
    return zone, capsys.readouterr().err


def test_enter_takes_the_guess(monkeypatch, capsys):
    zone, said = _asked(monkeypatch, capsys, [""], Guess("Asia/Tokyo", "about.md:2 says '日本[bold]'"))

    assert zone == "Asia/Tokyo"
    assert (
        " ".join(said.split()) == "In which time zone does the conference take place? (about.md:2 says '日本[bold]') (Asia/Tokyo)"
    )


def test_what_is_no_zone_is_asked_again(monkeypatch, capsys):
    zone, said = _asked(monkeypatch, capsys, ["Asia/Tokio", "", "Mars", "Tokyo"], Guess())

    assert zone == "Asia/Tokyo"
    question, no_zone = "In which time zone does the conference take place? ", "There is no time zone of that name. "
    forms = "Answer as Europe/Berlin, or with a city or a country that has one. "
    said_then = [question, no_zone, "Did you mean Asia/Tokyo? ", question, no_zone, forms, question, no_zone, forms, question]
    assert " ".join(said.split()) == "".join(said_then).strip()


def test_an_input_that_ends_is_no_answer(monkeypatch):
    def end(*_):
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    with pytest.raises(NoAnswerError):
        ask_zone(sys.stderr, Guess())
