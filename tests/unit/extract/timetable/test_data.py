"""Programs kept as data: days, rooms and sessions, nested."""

from pathlib import Path

import pytest

from tests.unit.extract.timetable.program import program


def test_days_hold_sessions_and_these_talks(tmp_path: Path):
    page = """\
        - day: Thursday 5 March
          sessions:
            - time: 14h-14h50
              title: A
              room: Hall 1
              chair: Dan Ely
              talks:
                - {title: On Tides, authors: "<b>Ada Brook</b>, Ben Ford et Cleo Dane"}
            - {time: 14h50-15h15, title: Pause}
        - day: Friday 6 March
          sessions:
            - {time: 9h-10h, title: Exposé invité, titre: On Ice, author: Fay Hill}
        """
    assert program(tmp_path, page, "program.yml") == [
        "Thu 14:00-14:50 | A | Hall 1 | chair Dan Ely; Ada Brook, Ben Ford, Cleo Dane",
        "Thu 14:50-15:15 | Pause",
        "Fri 09:00-10:00 | Exposé invité | Fay Hill",
    ]


@pytest.mark.parametrize(
    "page",
    [
        """\
        days:
          - date: 2026-03-06
            name: Friday
            rooms:
              - name: J222
                talks: [{name: Opening, time_start: '09:00', time_end: '09:30'}]
              - name: J330
                talks: [{name: On Tides, time_start: '09:30', time_end: '10:30'}]
        """,
        """\
        {"days": {"2026-03-06": {"rooms": {
            "J222": [{"title": "Opening", "start": "09:00", "end": "09:30"}],
            "J330": [{"title": "On Tides", "start": "09:30", "end": "10:30"}]
        }}}}
        """,
    ],
    ids=["lists", "keys"],
)
def test_rooms_in_days_by_lists_and_by_keys(tmp_path: Path, page: str):
    name = "program.json" if page.lstrip().startswith("{") else "program.yml"
    assert program(tmp_path, page, name) == ["Fri 09:00-09:30 | Opening | J222", "Fri 09:30-10:30 | On Tides | J330"]


def test_a_file_of_the_fields_of_one_page_is_that_page(tmp_path: Path):
    page = "title: On Tides\ndate: 2026-03-06\nstart: 9:00\nend: 10:00\nspeaker: Ada Brook\n"
    (tmp_path / "sessions").mkdir()
    assert program(tmp_path, page, "sessions/tides.yaml") == ["Fri 09:00-10:00 | On Tides | Ada Brook"]


def test_what_is_no_data_is_reported(tmp_path: Path):
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions/good.yml").write_text("title: T\ndate: 2026-03-06\n", encoding="utf-8")
    assert program(tmp_path, "just words", "sessions/words.yml")[1:] == ["1:1 broken-front-matter"]


def test_from_and_to_and_texts_in_fields_of_no_known_name(tmp_path: Path):
    page = """\
        - day: Friday 6 March
          events:
            - {title: On Tides, from: 9:00am, to: 10:00am, note: with a boat and two lamps}
            - {event: Coffee, time: 10:00-10:30, note: in the hall downstairs, color: light blue}
        """
    assert program(tmp_path, page, "program.yml") == [
        "Fri 09:00-10:00 | On Tides",
        "Fri 10:00-10:30 | Coffee",
        "3:58 unread-text",
    ]
