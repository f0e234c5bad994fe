"""Timetables from the wild: what can be read of them is right, what can't is reported, nothing is invented."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from pipeline.build import Outcome, check
from pipeline.model import Session

ZONES = {"fr": "Europe/Paris", "de": "Europe/Berlin", "en": "Europe/Vienna", "ja": "Asia/Tokyo", "zh": "Asia/Shanghai"}

pytestmark = pytest.mark.corpus


def read(shared: Path, site: Path, name: str, days: str = "") -> Outcome:
    """A page of the messy corpus as a site of its own. ``days`` are listed in its ``program.toml``."""
    page = shared / "corpus/wild/messy" / name
    (site / page.name).write_bytes(page.read_bytes())
    listed = f"days = [{days}]\n" if days else ""
    (site / "program.toml").write_text(f'[event]\ntitle = "T"\ntimezone = "{ZONES[name[:2]]}"\n{listed}', encoding="utf-8")
    return check(site)


def sessions(outcome: Outcome) -> tuple[Session, ...]:
    assert outcome.program is not None
    return outcome.program.sessions


def slot(session: Session) -> tuple[datetime | None, datetime | None]:
    return session.start, session.end


def first(title: str) -> str:
    """The first letters of a title, by which the calendar's and the page's can be held together."""
    return "".join(character for character in title.casefold() if character.isalpha())[:4]


@pytest.mark.parametrize("name", ["fr_jfpc2021_agenda.md", "fr_jfpc2021_programme.yml"])
def test_a_program_equals_its_own_calendar_in_all_slots(shared: Path, tmp_path: Path, name: str):
    calendar = Calendar.from_ical((shared / "corpus/wild/messy/fr_jfpc2021.ics").read_bytes())
    events = [(event.start, event.end) for event in calendar.events]
    found = sessions(read(shared, tmp_path, name, "2021-06-22, 2021-06-23, 2021-06-24"))
    assert len(events) == 27
    assert Counter(map(slot, found)) == Counter(events)


def test_the_slots_of_a_grid_are_called_as_in_its_calendar(shared: Path, tmp_path: Path):
    calendar = Calendar.from_ical((shared / "corpus/wild/messy/fr_jfpc2021.ics").read_bytes())
    events = {event.start: first(str(event["SUMMARY"])) for event in calendar.events}
    found = sessions(read(shared, tmp_path, "fr_jfpc2021_agenda.md", "2021-06-22, 2021-06-23, 2021-06-24"))
    assert {session.start: first(session.title) for session in found} == events


def test_a_table_for_each_room_with_a_cancelled_row(shared: Path, tmp_path: Path):
    found = sessions(read(shared, tmp_path, "de_tuebix2017_raumplan.md", "2017-06-24"))
    rooms = Counter(session.venue_text for session in found)
    assert rooms == {"Raum W1": 4, "Raum W2": 5, "Raum W3": 3, "Raum V1": 11}
    assert [session.title for session in found if session.status == "cancelled"] == ["Was ist Ceph und wofür kann Ich es nutzen ?"]
    assert all(session.start and session.end for session in found)


def test_sessions_side_by_side_and_a_year_whose_weekdays_are_those_of_another(shared: Path, tmp_path: Path):
    outcome = read(shared, tmp_path, "en_ieeevis2026_week-at-a-glance.md")
    starts = Counter(f"{session.start:%m-%d %H:%M}" for session in sessions(outcome) if session.start)
    assert starts == {"11-01 09:00": 1, "11-02 09:00": 8, "11-02 14:00": 8, "11-03 09:00": 8, "11-03 14:00": 8, "11-04 09:30": 1}
    assert sum(problem.kind() == "weekday-date-mismatch" for problem in outcome.problems) == 4


def test_hours_above_names_institutes_and_titles(shared: Path, tmp_path: Path):
    found = sessions(read(shared, tmp_path, "ja_immunology_6th-program.md"))
    talks = [talk for session in found for talk in session.talks]
    assert [len(found), len(talks)] == [12, 7]
    assert all(talk.title and len(talk.speakers) == 1 and talk.speakers[0].affiliation for talk in talks)


def test_tables_under_headings_of_day_and_room(shared: Path, tmp_path: Path):
    found = sessions(read(shared, tmp_path, "zh_cosname_bj2016_agenda.html", "2016-05-27, 2016-05-28, 2016-05-29"))
    assert Counter(session.venue_text for session in found) == {"世纪馆": 13, "第一教学楼": 7, "国学馆报告厅": 1}
    assert [len(session.talks) for session in found if session.venue_text == "国学馆报告厅"] == [5]


def test_a_notice_of_a_conference_is_no_timetable(shared: Path, tmp_path: Path):
    assert [slot(session) for session in sessions(read(shared, tmp_path, "zh_cosname_sh2017_index.md"))] == [(None, None)]
