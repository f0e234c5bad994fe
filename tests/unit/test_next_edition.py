"""Builds one after another, as organisers run them: from pages to feeds, with the options that say where earlier editions are."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.contentlines import entries, value
from pipeline.emit import EMITTERS
from tests.served import serving

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"
url = "https://waterways.example/2026"
days = [2026-10-15]

[[venues]]
name = "Main Hall"
"""
PAGE = "---\ntitle: {title}\ndate: 2026-10-15\nstart: {start}\nend: {end}\nvenue: Main Hall\nspeaker: {speaker}\n{more}---\n\nOn {title}.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in it a site with two pages; builds of it make no booklet, which takes the most time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pipeline.build.EMITTERS", tuple(one for one in EMITTERS if one[0] != "booklet"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "program.toml").write_text(CONFIGURATION)
    write("rivers", start="09:00")
    write("ponds", start="11:00")
    return tmp_path


def write(name: str, start: str, title: str | None = None, speaker: str | None = None, more: str = "") -> None:
    text = PAGE.format(
        title=title or name.title(), start=start, end=f"{start[:2]}:50", speaker=speaker or f"Ada {name.title()}", more=more
    )
    Path("content", f"{name}.md").write_text(text)


def build(*words: str, output: str = "output") -> int:
    return main(["build", "--quiet", "--output", output, *words])


def sequences(output: str = "output") -> dict[str, list[str | None]]:
    """Of each entry its revision, status and the time it begins."""
    found = entries(Path(output, "calendar", "all.ics").read_bytes())
    names = ("SEQUENCE", "STATUS", "DTSTART")
    return {uid.partition("@")[0]: [value(entry, name) for name in names] for uid, entry in found.items()}


def bytes_of(output: str = "output") -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path(output).rglob("*")) if path.is_file()}


@pytest.mark.usefixtures("folder")
def test_a_moved_session_is_a_new_revision_and_the_other_is_the_same():
    assert build() == 0
    before = Path("output/calendar/session/ponds.ics").read_bytes()
    write("rivers", start="08:00")
    assert build() == 0
    assert sequences() == {"rivers": ["1", "CONFIRMED", "20261015T080000"], "ponds": ["0", "CONFIRMED", "20261015T110000"]}
    assert Path("output/calendar/session/ponds.ics").read_bytes() == before
    once = bytes_of()
    assert build() == 0
    assert bytes_of() == once


@pytest.mark.usefixtures("folder")
def test_a_deleted_page_is_warned_of_and_its_entry_cancelled(capsys: pytest.CaptureFixture[str]):
    build()
    Path("content/rivers.md").unlink()
    assert build("--strict") == 1
    assert "output/program.json:1:1: warning E803 removed-session: no page states 'Rivers' any longer" in capsys.readouterr().err
    assert sequences()["rivers"][1] == "CONFIRMED"
    assert build("--strict", "--accept-removals") == 0
    assert sequences()["rivers"] == ["1", "CANCELLED", "20261015T090000"]
    assert not Path("output/sessions/rivers.html").exists()
    assert build("--strict") == 0
    assert sequences()["rivers"] == ["1", "CANCELLED", "20261015T090000"]


@pytest.mark.usefixtures("folder")
def test_a_renamed_page_keeps_its_entry_and_the_line_to_add_is_told(capsys: pytest.CaptureFixture[str]):
    build()
    Path("content/rivers.md").rename("content/streams.md")
    build()
    assert "content/streams.md:2:8: warning E804 renamed-session: " in (said := capsys.readouterr().err)
    assert "  help: add this line to its fields: formerly: rivers\n" in said
    assert set(sequences()) == {"rivers", "ponds"}
    write("streams", start="09:00", title="Rivers", speaker="Ada Rivers", more="formerly: rivers\n")
    assert build("--strict") == 0
    (stated,) = (one for one in json.loads(Path("output/program.json").read_text())["sessions"] if one["id"] == "streams")
    assert (stated["uid"], stated["formerly"]) == ("rivers@2026.waterways.example", ["rivers"])


@pytest.mark.usefixtures("folder")
def test_of_two_pages_that_say_the_same_of_their_past_just_that_is_reported(capsys: pytest.CaptureFixture[str]):
    build()
    before = bytes_of()
    write("lakes", start="13:00", more="formerly: ponds\n")
    write("ponds", start="11:00", more="formerly: ponds\n")
    assert build() == 1
    assert re.findall(r"error (\w+)", capsys.readouterr().err) == ["E805"]
    assert bytes_of() == before


@pytest.mark.usefixtures("folder")
def test_a_lost_edition_is_refused_against_the_live_one_and_healed(capsys: pytest.CaptureFixture[str]):
    build(output="live")
    write("rivers", start="08:00")
    build(output="live")
    assert build("--live", "live") == 1
    said = capsys.readouterr().err
    assert (
        "error E808 sunken-revision: the revision of the calendar entry rivers@2026.waterways.example ('Rivers') would sink from 1 to 0"
        in said
    )
    assert not Path("output").exists()
    assert build("--rebase-on", "live/program.json") == 0
    assert sequences() == sequences("live")


@pytest.mark.usefixtures("folder")
def test_the_edition_before_may_be_elsewhere():
    build(output="old")
    write("rivers", start="08:00")
    assert build("--previous", "old") == 0
    assert sequences()["rivers"][0] == "1"


@pytest.mark.usefixtures("folder")
def test_an_edition_before_that_is_not_there_publishes_nothing(capsys: pytest.CaptureFixture[str]):
    assert build("--previous", "nowhere/program.json") == 1
    assert (
        "error E806 unreachable-edition: the edition at nowhere/program.json cannot be read: there is no such file"
        in capsys.readouterr().err
    )
    assert not Path("output").exists()


@pytest.fixture
def live(folder: Path) -> Iterator[Path]:
    """The folder that the conference's address, in ``program.toml``, serves."""
    (folder / "live").mkdir()
    with serving(folder / "live") as address:
        text = CONFIGURATION.replace("https://waterways.example/2026", f"{address}/2026/")
        (folder / "content" / "program.toml").write_text(text)
        yield folder / "live" / "2026"


def test_the_published_edition_is_followed(live: Path):
    build(output=str(live))
    write("rivers", start="08:00")
    assert build("--published") == 0
    assert sequences()["rivers"] == ["1", "CONFIRMED", "20261015T080000"]


def test_a_missing_edition_is_the_first_only_if_that_is_said(live: Path, capsys: pytest.CaptureFixture[str]):
    assert build("--published") == 1
    said = capsys.readouterr().err
    assert "error E806 unreachable-edition: the edition at http://127.0.0.1:" in said
    assert "the server answers 404 File not found\n" in said
    assert "if nothing has been published yet, build with --first" in said
    assert not Path("output").exists()
    assert build("--published", "--first", output=str(live)) == 0
    assert sequences(str(live))["rivers"][0] == "0"


def test_what_has_been_published_is_never_begun_anew(live: Path, capsys: pytest.CaptureFixture[str]):
    build(output=str(live))
    before = bytes_of(str(live))
    assert build("--published", "--first") == 1
    assert build("--first", output=str(live)) == 1
    assert [line.partition(": ")[2][:46] for line in capsys.readouterr().err.splitlines() if "E811" in line] == [
        "error E811 published-before: this is not the f"
    ] * 2
    (live / "calendar" / "all.ics").write_text("cut off")  # what is there may be damaged, but there is something
    assert build("--published", "--first") == 1
    assert not Path("output").exists()
    (live / "calendar" / "all.ics").write_bytes(before[str(live / "calendar" / "all.ics")])
    assert bytes_of(str(live)) == before


@pytest.mark.usefixtures("live")
def test_a_proof_may_come_before_the_first_edition():
    assert build("--published", "--proof") == 0


def test_a_proof_needs_the_edition_before_where_it_is_not_known_to_be_missing(folder: Path, capsys: pytest.CaptureFixture[str]):
    nobody = CONFIGURATION.replace("https://waterways.example/2026", "http://127.0.0.1:1/")
    (folder / "content" / "program.toml").write_text(nobody)
    assert build("--published", "--proof") == 1
    assert "error E806 " in capsys.readouterr().err
    assert build("--published", "--first") == 0


def test_a_conference_without_an_address_has_no_published_edition(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "content" / "program.toml").write_text(re.sub("url = .*", "", CONFIGURATION))
    assert build("--published") == 1
    assert "error E812 missing-address: " in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_the_difference_of_two_editions(capsys: pytest.CaptureFixture[str]):
    build(output="old")
    write("rivers", start="08:00")
    Path("content/ponds.md").unlink()
    build("--previous", "old", "--accept-removals")
    capsys.readouterr()
    assert main(["diff", "old", "output"]) == 0
    assert capsys.readouterr().out == (
        "# Changes of the program: Waterways 2026\n\n"
        "- **Rivers**\n  - Other time: 2026-10-15 09:00–09:50 → 08:00–08:50\n"
        "- **Ponds**\n  - Dropped\n"
    )
    assert main(["diff", "old/program.json", "output", "--format", "json"]) == 0
    assert [change["kind"] for change in json.loads(capsys.readouterr().out)["changes"]] == ["moved in time", "removed"]
    assert main(["diff", "old", "output", "--format", "html"]) == 0
    assert re.search("<h1>Changes of the program</h1>", capsys.readouterr().out)
    assert main(["diff", "old", "nowhere"]) == 2
    assert "the edition at nowhere/program.json cannot be read: there is no such file" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_who_does_not_agree_to_a_feed():
    Path("content/program.toml").write_text(CONFIGURATION + '[[people]]\nname = "Ada Rivers"\ncalendar = false\n')
    build()
    assert sorted(path.name for path in Path("output/calendar/speaker").iterdir()) == ["ada-ponds.ics"]
    Path("content/program.toml").write_text(
        CONFIGURATION + '[calendar]\nspeakers = false\n[[people]]\nname = "Ada Rivers"\ncalendar = true\n'
    )
    build(output="other")
    assert sorted(path.name for path in Path("other/calendar/speaker").iterdir()) == ["ada-rivers.ics"]


@pytest.mark.usefixtures("folder")
def test_an_address_to_follow_live_is_read_and_stands_in_the_entry():
    write("ponds", start="11:00", more="stream: https://live.example/ponds\n")
    assert build() == 0
    (session,) = [one for one in json.loads(Path("output/program.json").read_text())["sessions"] if one["id"] == "ponds"]
    assert session["stream"] == "https://live.example/ponds"
    (entry,) = entries(Path("output/calendar/stream.ics").read_bytes()).values()
    assert value(entry, "CONFERENCE") == "https://live.example/ponds"
