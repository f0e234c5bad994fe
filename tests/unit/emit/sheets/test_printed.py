"""``build --printed``: the errata of the edition that was printed, wherever that lies."""

from pathlib import Path

from pipeline.build import build
from pipeline.compare import compare
from pipeline.editions import History
from pipeline.emit.data import program_json
from tests.builders import PUBLISHED, event, program, session, venue

PAGE = "---\ntitle: Rivers\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nvenue: Main Hall\n---\n"
EVENT = '[event]\ntitle = "Waters"\ntimezone = "Asia/Shanghai"\n[[venues]]\nname = "Main Hall"\n'


def site(folder: Path) -> Path:
    (folder / "sessions").mkdir(parents=True)
    (folder / "sessions/rivers.md").write_text(PAGE, encoding="utf-8")
    (folder / "program.toml").write_text(EVENT, encoding="utf-8")
    return folder


def test_the_errata_are_made_of_the_edition_that_was_printed(tmp_path: Path):
    old = session("Old Rivers", "2026-10-15 09:00/10:00", id="rivers", venue="main-hall")
    before, _ = compare(program(old, event_=event("Waters"), venues=(venue(),)), None, PUBLISHED, {})
    printed = tmp_path / "printed.json"
    printed.write_bytes(program_json(before, ()).data)

    outcome = build(site(tmp_path / "site"), tmp_path / "output", history=History(printed=str(printed)))

    assert outcome.problems == ()
    assert outcome.edition
    assert [change.new for one in outcome.edition.corrections or () for change in one.changes] == ["Rivers"]
    assert (tmp_path / "output/sheets/errata.pdf").is_file()


def test_a_printed_edition_that_is_not_there_is_reported_and_nothing_published(tmp_path: Path):
    outcome = build(site(tmp_path / "site"), tmp_path / "output", history=History(printed=str(tmp_path / "nowhere.json")))

    assert [problem.kind() for problem in outcome.problems] == ["unreachable-edition"]
    assert not (tmp_path / "output").exists()
