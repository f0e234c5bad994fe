"""What stands around the entries: who leads them, what holds none, and particulars further down the page."""

from pathlib import Path

from pipeline.build import check
from tests.unit.extract.timetable.program import program

ONE_DAY = '[event]\ntitle = "T"\ntimezone = "Europe/Berlin"\ndays = [2026-03-06]\n'
ABSTRACTS = """\
# Tentative Workshop Schedule

- 9:00-9:30 Ada Brook: On Tides
- 9:30-10:00 Ben Ford: On Antarctic Ice
- 10:00-10:30 Coffee

# Abstracts

## Ada Brook

**Title**: On Tides

**Abstract**: The water comes in twice a day.

## On Antarctic Ice

Ice is what water becomes when it is left alone in the cold for long enough.

## Cleo Dane

**Abstract**: Snow falls.
"""


def test_abstracts_below_are_those_of_the_talks_above(tmp_path: Path):
    assert program(tmp_path, ABSTRACTS, "schedule.md", ONE_DAY) == [
        "Fri 09:00-09:30 | On Tides | Ada Brook",
        "Fri 09:30-10:00 | On Antarctic Ice | Ben Ford",
        "Fri 10:00-10:30 | Coffee",
        "21:15 unread-text",
    ]
    outcome = check(tmp_path)
    assert outcome.program is not None
    assert [talk.abstract.plain for one in outcome.program.sessions for talk in one.talks if talk.abstract] == [
        "The water comes in twice a day.",
        "Ice is what water becomes when it is left alone in the cold for long enough.",
    ]


def test_a_heading_of_a_program_is_no_session_and_chairs_lead_what_follows(tmp_path: Path):
    page = """\
        # Program schedule

        Date: Friday 6 March 2026

        Chair: Dan Ely

        * 9:00 - 9:30, On Tides
        * 9:30 - 10:00, On Ice

        ---

        * 10:00 - 10:30, Coffee

        Chair: Fay Hill

        * 10:30 - 11:00, On Snow
        """
    assert program(tmp_path, page) == [
        "Fri 09:00-09:30 | On Tides | chair Dan Ely",
        "Fri 09:30-10:00 | On Ice | chair Dan Ely",
        "Fri 10:00-10:30 | Coffee",
        "Fri 10:30-11:00 | On Snow | chair Fay Hill",
    ]


def test_registration_all_day_holds_no_talks(tmp_path: Path):
    page = "# Schedule\n\n| Time | Event |\n|--|--|\n| 8:30–16:00 | Registration |\n| 9:00–10:00 | On Tides |\n"
    assert program(tmp_path, page, configuration=ONE_DAY) == ["Fri 08:30-16:00 | Registration", "Fri 09:00-10:00 | On Tides"]


def test_text_under_a_heading_of_hours_is_who_speaks_and_what_it_is_about(tmp_path: Path):
    page = """\
        # Schedule

        ## 9:00 - 9:30 | Keynote

        Prof. Ada Brook

        ## 9:30 - 10:00 | Forum

        We talk about all that came up in the morning, and have tea.
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:30 | Keynote | Prof. Ada Brook",
        "Fri 09:30-10:00 | Forum",
    ]
