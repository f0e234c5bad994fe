"""Lines without a label that say when, and perhaps where."""

import pytest

from tests.drafts import read

FRONT = "---\ntitle: T\nspeaker: Ada Brook\n---\n"


def lines(body: str) -> list[str]:
    """What is read of a body under front matter that names a speaker, but for that."""
    return [line.strip() for line in read(FRONT + body).splitlines() if not line.endswith((": T", "talk", ": Ada Brook"))]


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("Friday, 15 March 2024, 10:00–11:00", "Friday, 15 March 2024, 10:00–11:00", None),
        ("Friday, March 15th, 2024 at 4 p.m. in Room 12", "Friday, March 15th, 2024 at 4 p.m.", "Room 12"),
        ("2024-03-15 10:00-11:00 | Lecture Hall 2", "2024-03-15 10:00-11:00", "Lecture Hall 2"),
        ("14:00 – 15:30 (CET), Zoom", "14:00 – 15:30 (CET)", "Zoom"),
        ("Mittwoch, 14. Februar 2024, 16 Uhr c.t., Hörsaal 3", "Mittwoch, 14. Februar 2024, 16 Uhr c.t.", "Hörsaal 3"),
        ("Le jeudi 5 octobre 2023, 14h00, salle 314.", "Le jeudi 5 octobre 2023, 14h00", "salle 314"),
        ("Viernes 19 de septiembre de 2025, 14:00 hs, Aula Magna", "Viernes 19 de septiembre de 2025, 14:00 hs", "Aula Magna"),
        ("2024年3月15日（星期五）下午15:00-16:30，理科楼A304", "2024年3月15日（星期五）下午15:00-16:30", "理科楼A304"),
        ("2024年3月15日（金）16:00〜17:30 理学部3号館", "2024年3月15日（金）16:00〜17:30", "理学部3号館"),
        ("2024년 3월 15일 (금) 오후 4시 – 5시 30분, 301호", "2024년 3월 15일 (금) 오후 4시 – 5시 30분", "301호"),
    ],
)
def test_a_line_of_a_time_and_a_place(text: str, when: str, where: str | None):
    found = [line.split(" ", 1)[1] for line in lines(f"{text}\n")]
    assert found == [f"when: {when}", *([f"venue: {where}"] if where else [])]


@pytest.mark.parametrize(
    "text",
    [
        "May 2024 be a good year for tides and for those who row",
        "On 15 March 2024 we meet again",
        "1 March 2024: abstracts are due",
        "2024",
        "12",
        "10:00",
        "Second",
        "14 talks on 3 days",
    ],
)
def test_other_lines_are_text(text: str):
    assert [line.split()[1] for line in lines(f"{text}\n")] == ["abstract:"]


def test_the_rest_of_the_page_is_still_the_abstract():
    assert lines("*Friday, 15 March 2024, 10:00*\n\nThe sea comes.\n\nAnd goes.\n") == [
        "5:2 when: Friday, 15 March 2024, 10:00",
        "7:1 abstract: <p>The sea comes.</p> <p>And goes.</p>",
    ]


def test_dates_of_deadlines_and_days_of_a_page_that_states_nothing_else_are_text():
    page = "**Venue:** Hall\n\n## Registration deadline\n\n15 March 2024\n\n## Program\n\n16 March 2024, 10:00\n"
    assert [line for line in lines(page) if "heading" not in line] == [
        "5:12 venue: Hall",
        "13:1 when: 16 March 2024, 10:00",
        "9:1 unread-text",
    ]
    assert lines("16 March 2024, 10:00\n\n## On tides\n\nThe sea comes.\n") == [
        "5:1 when: 16 March 2024, 10:00",
        "7:4 abstract: <h2>On tides</h2> <p>The sea comes.</p>",
    ]
    announced = "**Venue:** Hall\n\nDeadline for questions:\n\n15 March 2024, 18:00\n"
    assert lines(announced) == ["5:12 venue: Hall", "7:1 unread-text", "9:1 unread-text"]
    assert read("---\ntitle: About\n---\n14–16 March 2024\n") == "2:8 title: About\n4:1 unread-text"


def test_lines_amidst_a_paragraph():
    text = "<p>Le jeudi 5 octobre 2023, 14h00, salle 314.<br>Julie Rivage<br><b>Title:</b> Marées</p>"
    assert read(f"---\ntitle: T\n---\n{text}\n") == (
        "2:8 title: T\n4:4 when: Le jeudi 5 octobre 2023, 14h00\n4:36 venue: salle 314\ntalk\n  4:80 talk title: Marées\n4:50 unread-text"
    )


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2024-10-17 Talk: On Tides", "2024-10-17"),
        ("Séminaire du 15 mars 2024", "15 mars 2024"),
        ("Tide Seminar on March 15, 2024", "March 15, 2024"),
        ("Kolloquium (15. März 2024)", "15. März 2024"),
        ("组会 2024年3月15日", "2024年3月15日"),
    ],
)
def test_the_day_that_a_title_names_as_its_own(title: str, day: str):
    found = read(f"---\ntitle: '{title}'\n---\n").splitlines()
    assert [line.split(" ", 1)[1] for line in found] == [f"title: {title}", f"when: {day}"]


@pytest.mark.parametrize(
    "title", ["The crash of 15 September 2008", "Seminar 12", "2024 in review", "Seminar on tides of 2024", "On 15 March 2024"]
)
def test_a_day_that_a_title_speaks_of(title: str):
    assert read(f"---\ntitle: {title}\n---\n") == f"2:8 title: {title}"
