"""``program.json``: every key of the schema, absent facts as null, the same bytes for the same facts."""

import json
from dataclasses import dataclass, replace
from typing import ClassVar

from pipeline.compare import compare
from pipeline.compare.previous import Previous, read_previous
from pipeline.diagnostics import Problem
from pipeline.emit.data import change_facts, program_facts, program_json
from pipeline.model import Artifact, Change, ChangeKind, Edition, Image, Kind, Naming, Person, Status, Translation, When
from pipeline.source import Span
from tests.builders import (
    PUBLISHED,
    at,
    day,
    edition,
    event,
    program,
    rich,
    role,
    sample_edition,
    sample_program,
    session,
    speaker,
    talk,
    venue,
)


@dataclass(frozen=True)
class OddWeather(Problem):
    """A problem made for these tests."""

    words: str

    code: ClassVar[str] = "Z901"
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        return f"odd weather: {self.words}"


def test_all_facts_of_a_full_program():
    photo = Image("/images/ada.png")
    one = session(
        "Rivers",
        "2026-10-15 09:00/10:00",
        talk(
            "Rivers, Again",
            speaker("Ada Brook", "Delta", photo),
            id="rivers-1",
            when="2026-10-15 09:10/09:50",
            host=role("host", "Cy Pond", "Fen"),
            abstract=rich("Wet.", "Cold."),
            biography=rich("Ada walks."),
            slides="https://rain.example/s.pdf",
            video="https://rain.example/v",
            language="en",
            translations=(Translation("zh", title="又见河流", abstract=rich("湿。"), biography=rich("漫步者。")),),
        ),
        id="rivers",
        kind=Kind.KEYNOTE,
        track="Water",
        tag="Keynote 1",
        order=2.5,
        venue="main-hall",
        venue_text="Hall, main",
        people=(role("chair", "Di Well", "Spring"),),
        abstract=rich("On rivers."),
        status=Status.CANCELLED,
        language="en",
        translations=(Translation("zh", title="河流", track="水", venue_text="大厅"),),
        formerly=("brooks",),
        revision=3,
        created=PUBLISHED,
        changed=PUBLISHED,
        source=Span("sessions/rivers.md", 4, 2),
    )
    hall = venue(aliases=("Hall, main",), address="1 Lakeside Road", latitude=43.5, longitude=125.25)
    hall = replace(hall, translations=(Naming("zh", "大厅"),))
    names = (Naming("zh", "布鲁克", "三角洲"),)
    ada = Person("ada-brook", "Ada Brook", ("A. Brook",), "Delta", photo, "https://ada.example", "brook ada", names)
    made = program(
        one, event_=event("Days of Rain", url="https://rain.example", languages=("en", "zh")), venues=(hall,), people=(ada,)
    )
    problem = OddWeather(Span("sessions/rivers.md", 7, 3), "hail")
    hours = When(day("2026-10-15"), at("2026-10-15 09:00"), None)
    moved = Change("rivers@rain.example", ChangeKind.TIME, "Rivers", hours, When(), 3, PUBLISHED)
    named = Change("rivers@rain.example", ChangeKind.PEOPLE, "Rivers", ("Bo",), ("Ada",), 3, PUBLISHED)
    known = replace(edition(of=made), changes=(moved, named), feeds=("calendar/track/old.ics",))
    assert json.loads(program_json(known, [problem], [Artifact("calendar/all.ics", b"")]).data) == {
        "schema": "confbook/program/1",
        "format": 1,
        "event": {
            "title": "Days of Rain",
            "timezone": "Asia/Shanghai",
            "languages": ["en", "zh"],
            "url": "https://rain.example",
            "days": ["2026-10-15"],
        },
        "venues": [
            {
                "id": "main-hall",
                "name": "Main Hall",
                "aliases": ["Hall, main"],
                "address": "1 Lakeside Road",
                "latitude": 43.5,
                "longitude": 125.25,
                "translations": {"zh": {"name": "大厅"}},
            }
        ],
        "people": [
            {
                "id": "ada-brook",
                "name": "Ada Brook",
                "aliases": ["A. Brook"],
                "affiliation": "Delta",
                "photo": "/images/ada.png",
                "url": "https://ada.example",
                "translations": {"zh": {"name": "布鲁克", "affiliation": "三角洲"}},
            }
        ],
        "sessions": [
            {
                "id": "rivers",
                "uid": "rivers@rain.example",
                "formerly": ["brooks"],
                "kind": "keynote",
                "title": "Rivers",
                "track": "Water",
                "tag": "Keynote 1",
                "order": 2.5,
                "start": "2026-10-15T09:00:00+08:00",
                "end": "2026-10-15T10:00:00+08:00",
                "date": "2026-10-15",
                "venue": "main-hall",
                "venue_text": "Hall, main",
                "people": [{"role": "chair", "person": "di-well", "name": "Di Well", "affiliation": "Spring"}],
                "talks": [
                    {
                        "id": "rivers-1",
                        "title": "Rivers, Again",
                        "start": "2026-10-15T09:10:00+08:00",
                        "end": "2026-10-15T09:50:00+08:00",
                        "host": {"person": "cy-pond", "name": "Cy Pond", "affiliation": "Fen"},
                        "speakers": [
                            {"person": "ada-brook", "name": "Ada Brook", "affiliation": "Delta", "photo": "/images/ada.png"}
                        ],
                        "abstract": "Wet.\n\nCold.",
                        "biography": "Ada walks.",
                        "slides": "https://rain.example/s.pdf",
                        "video": "https://rain.example/v",
                        "language": "en",
                        "translations": {"zh": {"title": "又见河流", "abstract": "湿。", "biography": "漫步者。"}},
                        "inferred": [],
                    }
                ],
                "abstract": "On rivers.",
                "status": "cancelled",
                "stream": None,
                "language": "en",
                "translations": {
                    "zh": {"title": "河流", "track": "水", "tag": None, "venue_text": "大厅", "abstract": None},
                },
                "inferred": [],
                "revision": 3,
                "created": "2026-09-01T08:00:00+00:00",
                "changed": "2026-09-01T08:00:00+00:00",
                "source": {"path": "sessions/rivers.md", "line": 4},
            }
        ],
        "removed": [],
        "changes": [
            {
                "uid": "rivers@rain.example",
                "kind": "moved in time",
                "title": "Rivers",
                "old": {"date": "2026-10-15", "start": "2026-10-15T09:00:00+08:00", "end": None},
                "new": {"date": None, "start": None, "end": None},
                "revision": 3,
                "changed": "2026-09-01T08:00:00+00:00",
            },
            {
                "uid": "rivers@rain.example",
                "kind": "speakers changed",
                "title": "Rivers",
                "old": ["Bo"],
                "new": ["Ada"],
                "revision": 3,
                "changed": "2026-09-01T08:00:00+00:00",
            },
        ],
        "banner": None,
        "feeds": ["calendar/all.ics", "calendar/track/old.ics"],
        "problems": [
            {
                "code": "Z901",
                "name": "odd-weather",
                "severity": "warning",
                "path": "sessions/rivers.md",
                "line": 7,
                "column": 3,
                "message": "odd weather: hail",
            }
        ],
    }


def test_absent_facts_are_null_and_no_key_is_missing():
    bare = session("Rivers", None, talk(None, speaker("Ada Brook", ""), id="rivers-1"), venue_text="")
    (stated,) = json.loads(program_json(edition(bare), ()).data)["sessions"]
    assert stated == {
        "id": "rivers",
        "uid": "rivers@example-conference.invalid",
        "formerly": [],
        "kind": "session",
        "title": "Rivers",
        "track": None,
        "tag": None,
        "order": None,
        "start": None,
        "end": None,
        "date": None,
        "venue": None,
        "venue_text": None,
        "people": [],
        "talks": [
            {
                "id": "rivers-1",
                "title": None,
                "start": None,
                "end": None,
                "host": None,
                "speakers": [{"person": "ada-brook", "name": "Ada Brook", "affiliation": None, "photo": None}],
                "abstract": None,
                "biography": None,
                "slides": None,
                "video": None,
                "language": None,
                "translations": {},
                "inferred": [],
            }
        ],
        "abstract": None,
        "status": "confirmed",
        "stream": None,
        "language": None,
        "translations": {},
        "inferred": [],
        "revision": 0,
        "created": None,
        "changed": None,
        "source": {"path": "sessions/rivers.md", "line": 1},
    }


def test_the_day_is_stated_alone_where_the_time_is_to_be_announced():
    (stated,) = json.loads(program_json(edition(session("Late", "2026-10-17")), ()).data)["sessions"]
    assert (stated["date"], stated["start"], stated["end"]) == ("2026-10-17", None, None)


def test_a_session_past_midnight_stays_with_its_day_of_the_program():
    (stated,) = json.loads(program_json(edition(session("Ball", "2026-10-15 23:00/01:00", day=day("2026-10-15"))), ()).data)[
        "sessions"
    ]
    assert (stated["date"], stated["end"]) == ("2026-10-15", "2026-10-16T01:00:00+08:00")


def test_the_file_is_the_facts_and_what_was_before_and_the_problems():
    changes = [change_facts(change) for change in sample_edition().changes]
    more: dict[str, object] = {"removed": [], "changes": changes, "banner": None, "feeds": [], "problems": []}
    assert json.loads(program_json(sample_edition(), ()).data) == {**program_facts(sample_edition().program), **more}


def test_what_is_written_is_read_back_by_the_next_build():
    made, _ = compare(sample_program(), None, PUBLISHED, {})
    fewer = replace(sample_program(), sessions=sample_program().sessions[2:])
    second, _ = compare(fewer, program_json(made, ()).data, PUBLISHED, {})
    written = program_json(second, (), [Artifact("calendar/all.ics", b"")]).data
    read = read_previous(written)
    assert isinstance(read, Previous)
    again = Edition(read.program, PUBLISHED, changes=read.changes, removed=read.removed, feeds=read.feeds, banner=read.banner)
    facts = {**json.loads(written), "people": []}
    assert json.loads(program_json(again, ()).data) == facts
    assert (len(facts["removed"]), len(facts["changes"])) == (2, 2)


def test_the_same_edition_gives_the_same_readable_bytes():
    artifact = program_json(sample_edition(), ())
    assert artifact == program_json(sample_edition(), ())
    assert artifact.path == "program.json"
    assert artifact.data.startswith(b'{\n "schema": "confbook/program/1",\n "format": 1,\n "event": {\n')
    assert artifact.data.endswith(b"\n}\n")
    assert '"name": "王思源"'.encode() in artifact.data


def test_half_a_character_in_a_quoted_word_is_escaped():
    artifact = program_json(edition(), [OddWeather(Span("a.md"), "\ud83c")])
    assert json.loads(artifact.data)["problems"][0]["message"] == "odd weather: \ud83c"
