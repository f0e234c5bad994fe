"""Samples of other generators' sites, laid out as there: what they state is read right, what is not understood is told, nothing is invented."""

import shutil
from pathlib import Path

import pytest

from pipeline.build import Outcome, check
from pipeline.model import Session

#: Sample → its zone, and where its files stand on the site.
SITES = {
    "hugo-wowchemy": ("America/Los_Angeles", {"*.md": "content/event"}),
    "hugo-toml-talk": ("America/Bogota", {"*.md": "content/talks"}),
    "hugo-devfest": ("Europe/Paris", {"*.md": "content/sessions"}),
    "hugo-devopsdays": ("America/Chicago", {"*.md": "content/events/program"}),
    "jekyll-djangocon": ("America/New_York", {"presenter.md": "_presenters", "*.md": "_schedule/talks"}),
    "jekyll-theme-conference": ("Europe/Stockholm", {"*_room*.md": "_rooms", "*_speaker.md": "_speakers", "*_talk.md": "_talks"}),
    "eleventy-djangocon": ("America/Chicago", {"presenter.md": "src/_content/presenters", "*.md": "src/_content/schedule/talks"}),
    "astro-oshwa": ("America/New_York", {"*.mdx": "src/data/talks"}),
}  # fmt: skip


def read(shared: Path, folder: Path, name: str) -> Outcome:
    zone, layout = SITES[name]
    (folder / "program.toml").write_text(f'[event]\ntitle = "Waterways"\ntimezone = "{zone}"\n', encoding="utf-8")
    taken: set[Path] = set()
    for pattern, place in layout.items():
        (folder / place).mkdir(parents=True)
        for file in sorted(set((shared / "corpus/wild" / name).glob(pattern)) - taken):
            taken.add(file)
            shutil.copy(file, folder / place / file.name)
    return check(folder)


def told(session: Session) -> tuple[str, str | None, str | None, list[str]]:
    """Kind, hours, place and speakers."""
    hours = f"{session.start:%Y-%m-%d %H:%M}–{session.end:%H:%M}" if session.start and session.end else None
    if session.start and not session.end:
        hours = f"{session.start:%Y-%m-%d %H:%M}"
    speakers = [speaker.name for talk in session.talks for speaker in talk.speakers]
    return session.kind.value, hours or (str(session.day) if session.day else None), session.venue_text, speakers


FACTS: dict[str, dict[str, tuple[str, str | None, str | None, list[str]]]] = {
    "hugo-wowchemy": {
        "theme-academic-cv_talk_2019": ("session", "2019-07-24", "Palais des Congrès de Montréal", []),
        "ki_retreat_2022": ("talk", "2022-03-18 10:00–17:00", "Paccar Hall, University of Washington, Seattle", []),
        "hugoblox2026_events_example": ("session", "2030-06-01 13:00–15:00", "Online & In-Person", []),
    },
    "hugo-devfest": {
        "gocon2022_a1-c.ja": ("talk", None, None, []),
        "qcrypt2024_contributed2a": ("session", None, None, []),
        "qcrypt2024_invited_cao": ("talk", None, None, []),
        "toulouse2019_session": ("talk", None, None, []),
    },
    "hugo-devopsdays": {"ana-lebron": ("talk", None, None, [])},
    "jekyll-djangocon": {
        "keynote": ("keynote", "2023-10-16 09:45–10:30", "Junior Ballroom", []),
        "talk_t2": ("session", "2023-10-16 10:40–11:05", "Online talks", []),
        "lunch": ("break", "2023-10-16 13:20–14:05", "Grand Ballroom I-II", []),
    },
    "jekyll-theme-conference": {
        "lc2024_talk": ("talk", "2024-06-25 16:55–17:20", "J222", ["Pavel Arazim"]),
        "beseto2022_talk": ("talk", None, None, ["Wenlei Wu"]),
    },
    "eleventy-djangocon": {"talk": ("session", "2025-09-08 10:50–11:35", "Wolf Point Ballroom", [])},
    "astro-oshwa": {
        "000-welcome": ("talk", "2026-05-23 09:00–09:20", None, []),
        "010-victoria-wenzelmann": ("talk", "2026-05-23 09:40–10:00", None, ["Victoria Wenzelmann", "Timm Wille", "Susan Long"]),
        "050-break": ("break", "2026-05-23 10:40–11:00", None, []),
        "120-lunch": ("break", "2026-05-23 13:00–14:00", None, []),
    },
}  # fmt: skip

#: What is told of the same pages: what is no name, which fields are not read, what else could not be understood.
PROBLEMS: dict[str, list[str]] = {
    "hugo-wowchemy": [
        "hugoblox2026_events_example.md:21 offset-contradicts-zone",
        "hugoblox2026_events_example.md:57 statements-disagree",
        "ki_retreat_2022.md:11 unreadable-name",
        *(f"ki_retreat_2022.md:{line} unread-text" for line in (34, 35, 36, 38, 39, 40, 42, 43, 44, 48, 53)),
    ],
    "hugo-devfest": [
        "gocon2022_a1-c.ja.md:11 unreadable-name",
        "gocon2022_a1-c.ja.md:13 misspelt-field",
        "qcrypt2024_invited_cao.md:4 unreadable-name",
        "toulouse2019_session.md:10 unreadable-name",
        "toulouse2019_session.md:11 misspelt-field",
    ],
    "hugo-devopsdays": ["ana-lebron.md:4 unreadable-name"],
    "jekyll-djangocon": ["keynote.md:12 misspelt-field", "talk_t2.md:16 misspelt-field", "talk_t2.md:31 statements-disagree"],
    "jekyll-theme-conference": [],
    "eleventy-djangocon": ["talk.md:6 misspelt-field"],
    "astro-oshwa": ["000-welcome.mdx:5 unreadable-name", "010-victoria-wenzelmann.mdx:11 unread-text"],
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", FACTS)
def test_a_sample_is_read_right_or_told(shared: Path, tmp_path: Path, name: str):
    outcome = read(shared, tmp_path, name)
    assert outcome.program is not None
    found = {Path(session.source.path).stem: told(session) for session in outcome.program.sessions}
    assert found == FACTS[name]
    assert [f"{Path(each.span.path).name}:{each.span.line} {each.kind()}" for each in outcome.problems] == PROBLEMS[name]


@pytest.mark.corpus
def test_talks_in_spanish_are_read_right_or_told(shared: Path, tmp_path: Path):
    outcome = read(shared, tmp_path, "hugo-toml-talk")
    assert outcome.program is not None
    found = {Path(session.source.path).stem: told(session)[1:3] for session in outcome.program.sessions}
    assert found == {
        "charla0142": ("2024-01-16 10:00", "C-119"),
        "charla0143": ("2024-02-14 14:00", "Auditorio C119"),
        "charla0178": ("2025-09-15 02:00", "C-119A"),
    }
    assert "charla0143.md:11 weekday-date-mismatch" in [
        f"{Path(each.span.path).name}:{each.span.line} {each.kind()}" for each in outcome.problems
    ]
