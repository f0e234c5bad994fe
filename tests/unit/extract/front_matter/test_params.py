"""Fields as sites of other languages and generators name them."""

import pytest

from tests.drafts import read


def fields(text: str) -> list[str]:
    """The facts of a page of these fields, without their places."""
    lines = read(f"---\n{text}\n---\n").splitlines()
    return [line.strip().split(" ", 1)[-1] for line in lines]


def test_an_event_may_hold_fields_or_be_a_name():
    nested = "event:\n  date: 2024년 3월 14일 (금)\n  time: 14:00 - 15:30\n  location: 301호\n  online: false"
    assert fields(f"title: T\n{nested}") == ["title: T", "date: 2024년 3월 14일 (금)", "when: 14:00 - 15:30", "venue: 301호"]
    assert fields("title: T\nevent: Reef Days") == ["title: T"]


def test_a_name_beside_a_topic_and_an_institute_is_the_speakers():
    speaker = ["speaker: 大谷直樹", "affiliation: Reef University"]
    assert fields("name: 大谷直樹\naffiliation: Reef University\ntopic: On Tides") == ["talk", *speaker, "talk title: On Tides"]
    assert fields("title: On Tides\nname: Ada Brook\nbio: Ada walks.") == [
        "title: On Tides",
        "talk",
        "speaker: Ada Brook",
        "biography: Ada walks.",
    ]
    assert fields("name: On Tides\nspeakers: [Ada Brook]") == ["title: On Tides", "talk", "speaker: Ada Brook"]
    assert fields("title: On Tides\ntopic: Statistics") == ["title: On Tides"]


@pytest.mark.parametrize(
    ("field", "fact"),
    [
        ("ponente: Ada Brook", "speaker: Ada Brook"),
        ("Orateur: Ada Brook", "speaker: Ada Brook"),
        ("発表者: 佐藤 太郎", "speaker: 佐藤 太郎"),
        ("speaker_name: Ada Brook", "speaker: Ada Brook"),
    ],
)
def test_fields_in_other_languages(field: str, fact: str):
    assert fields(f"title: T\n{field}") == ["title: T", "talk", fact]


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("lugar: Aula 3", ["venue: Aula 3"]),
        ("일시: 2024-03-14 14:00", ["when: 2024-03-14 14:00"]),
        ("location:\n  name: Old House\n  room: Room 5\n  street: Quay 1", ["venue: Room 5, Old House"]),
        ("time:\n  start: 10:00\n  end: 11:00", ["start: 10:00", "end: 11:00"]),
        ("endtime: 11:00", ["end: 11:00"]),
        ("theme: dark\nsection: news\npaper: x", []),
    ],
)
def test_other_fields(field: str, facts: list[str]):
    found = fields(f"title: T\n{field}")
    assert found == ["title: T", *facts]


def test_lists_of_talks_under_other_names():
    papers = "title: T\npapers:\n  - title: One\n    authors: Ada Brook, Ben Ford\n  - title: Two\n    authors: [Cy Weir]"
    assert fields(papers) == [
        "title: T", "talk", "talk title: One", "speaker: Ada Brook, Ben Ford", "talk", "talk title: Two", "speaker: Cy Weir",
    ]  # fmt: skip
    assert fields("title: T\nschedule: 10:00-11:00") == ["title: T", "when: 10:00-11:00"]
    assert fields("title: T\npapers: [a.pdf, b.pdf]") == ["title: T"]
