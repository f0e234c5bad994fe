"""The facts for programs: what the JSON-LD of the pages states is the program."""

from collections.abc import Mapping
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.model import Program, Session, Status
from tests.builders import sample_edition, sample_program
from tests.pages import files, linked_data


@pytest.fixture(scope="module")
def sample() -> Mapping[str, bytes]:
    return files(sample_edition())


def test_the_linked_data_of_each_session_is_the_program(sample: Mapping[str, bytes]):
    of = sample_program()
    read = [_stated(linked_data(LexborHTMLParser(sample[f"sessions/{one.id}.html"].decode()))) for one in of.sessions]
    assert read == [_facts(of, one) for one in of.sessions]


def _facts(of: Program, one: Session) -> dict[str, object]:
    known = of.venue_of.get(one.venue or "")
    return {
        "day": one.day.isoformat() if one.day else None,
        "start": one.start.isoformat() if one.start else one.day.isoformat() if one.day else None,
        "end": one.end.isoformat() if one.end else None,
        "room": known.name if known else one.venue_text,
        "title": one.title,
        "cancelled": one.status is Status.CANCELLED,
        "roles": [(role_.role, role_.name, role_.affiliation) for role_ in one.people],
        "talks": [(item.title, [(who.name, who.affiliation) for who in item.speakers]) for item in one.talks],
    }


def _stated(data: dict[str, Any]) -> dict[str, object]:
    above = data["superEvent"]
    holders = [node for name in ("contributor", "organizer", "performer") for node in data.get(name, [])]
    return {
        "day": above["startDate"] if "superEvent" in above else None,
        "start": data.get("startDate"),
        "end": data.get("endDate"),
        "room": data.get("location", {}).get("name"),
        "title": data["name"],
        "cancelled": data["eventStatus"] == "https://schema.org/EventCancelled",
        "roles": [
            (node["roleName"], *_person(next(node[key] for key in node if key in {"contributor", "organizer", "performer"})))
            for node in holders
        ],
        "talks": [(item.get("name"), [_person(who) for who in item.get("performer", [])]) for item in data.get("subEvent", [])],
    }


def _person(node: dict[str, Any]) -> tuple[str, str | None]:
    return node["name"], node.get("affiliation", {}).get("name")


def test_the_home_pages_days_lead_to_pages_that_list_each_session_under_its_day(sample: Mapping[str, bytes]):
    days = linked_data(LexborHTMLParser(sample["index.html"].decode()))["subEvent"]
    listed = [
        (event["url"], day.get("startDate"))
        for day in days
        for event in linked_data(LexborHTMLParser(sample[day["url"]].decode()))["subEvent"]
    ]
    assert listed == [(f"../sessions/{one.id}.html", one.day.isoformat() if one.day else None) for one in sample_program().sessions]


def test_somebodys_page_is_a_person(sample: Mapping[str, bytes]):
    data = linked_data(LexborHTMLParser(sample["people/ines-duarte.html"].decode()))
    assert data == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Ines Duarte",
        "affiliation": {"@type": "Organization", "name": "Cliffside College"},
        "performerIn": [{"@type": "Event", "url": f"../sessions/{id_}.html"} for id_ in ("sparse-models", "robust-means")],
    }


def test_a_rooms_page_is_a_place(sample: Mapping[str, bytes]):
    data = linked_data(LexborHTMLParser(sample["rooms/room-201.html"].decode()))
    assert (data["@type"], data["name"], data["address"]) == ("Place", "Room 201", "Teaching Building, 2nd floor")
    assert [event["url"] for event in data["event"]] == ["../sessions/forecasting-floods.html", "../sessions/tutorial-bayes.html"]
