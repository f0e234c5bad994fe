"""The overview, the feeds of further languages, and those that are somebody's alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.compare import compare
from pipeline.contentlines import entries, unfolded, value
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.model import Edition, Kind, Naming, Personal, Program, RichText, Session, Status, Translation
from tests.builders import event, program, role, session, speaker, talk, venue

MAY = datetime(2026, 5, 1, tzinfo=UTC)
JULY = datetime(2026, 7, 1, tzinfo=UTC)
HALL = venue("Main Hall", id="hall", translations=(Naming("en", "Main Hall"), Naming("zh", "大礼堂")))
EVENT = event("Rivers", url="https://rain.example/2026", place="Hilo", subtitle="Wet", languages=("en", "zh"))
ONE = session(
    "Reading the Rain",
    "2026-10-15 09:00/10:00",
    talk("Drops", speaker("Ada Brook"), id="d", language="en", translations=(Translation("zh", "雨滴"),)),
    talk("Ponds", speaker("Bo Lake"), id="p", language="en"),
    id="rain",
    track="Water",
    venue="hall",
    language="en",
    abstract=RichText("Wet.", "<p>Wet.</p>", "Wet.", "en"),
    translations=(Translation("zh", "读雨", abstract=RichText("湿。", "<p>湿。</p>", "湿。", "zh")),),
)
OPENING = session("Opening", "2026-10-15 08:00/08:30", id="opening", kind=Kind.OTHER, language="en")
DINNER = session("Dinner", "2026-10-16 18:00/20:00", id="dinner", kind=Kind.SOCIAL, language="en")
DIGITS = "5d0c1f92ab7734e8c0d96e1b2f48a37d"


def of(*sessions: Session, **facts: object) -> Program:
    return program(*sessions, event_=replace(EVENT, **facts), venues=(HALL,))  # type: ignore[arg-type]  # facts are the fields' own


def after(*editions: Program) -> Edition:
    """The last of some editions, each published after the one before."""
    previous: bytes | None = None
    for number, made in enumerate(editions):
        last, _ = compare(made, previous, MAY if number == 0 else JULY, {}, accept_removals=True)
        previous = program_json(last, (), emit(last).artifacts).data
    return last


def feeds(made: Edition) -> Mapping[str, bytes]:
    emission = emit(made)
    assert emission.problems == ()
    return {file.path.removeprefix("calendar/"): file.data for file in emission.artifacts if file.path.endswith(".ics")}


def ids(feed: bytes) -> list[str]:
    return [uid.partition("@")[0] for uid in entries(feed)]


def lines(feed: bytes, id_: str) -> dict[str, str]:
    """The content lines of an entry under their names, the parameters with the values."""
    entry = entries(feed)[f"{id_}@2026.rain.example"]
    return {line.replace(";", ":", 1).partition(":")[0]: line[len(line.replace(";", ":", 1).partition(":")[0]) :] for line in entry}


# --- the overview -------------------------------------------------------------------------------------------------------------


def test_the_overview_has_the_conference_and_what_is_for_everybody():
    side = replace(DINNER, id="side", track="Water")
    overview = feeds(after(of(OPENING, ONE, DINNER, side)))["overview.ics"]
    assert ids(overview) == ["conference+days", "opening", "dinner"]
    assert "NAME:Rivers · Overview" in unfolded(overview)


def test_the_conference_is_an_all_day_entry_over_all_its_days():
    made = feeds(after(of(OPENING, DINNER)))
    assert entries(made["overview.ics"])["conference+days@2026.rain.example"] == (
        "SUMMARY:Rivers",
        "DTSTART;VALUE=DATE:20261015",
        "DTEND;VALUE=DATE:20261017",
        "DTSTAMP:20260501T000000Z",
        "UID:conference+days@2026.rain.example",
        "SEQUENCE:0",
        "CATEGORIES:Conference",
        "CREATED:20260501T000000Z",
        r"DESCRIPTION:Wet\n\nhttps://rain.example/2026/",
        "LAST-MODIFIED:20260501T000000Z",
        "LOCATION:Hilo",
        "STATUS:CONFIRMED",
        "URL:https://rain.example/2026/",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    )
    assert "conference+days" not in ids(made["all.ics"])


@pytest.mark.parametrize(
    ("facts", "changed"),
    [
        ({}, {}),
        ({"logo": None, "tracks": ()}, {}),
        ({"subtitle": ""}, {"DESCRIPTION": ":https://rain.example/2026/"}),
        ({"title": "Streams"}, {"SUMMARY": ":Streams"}),
        ({"place": "Kona"}, {"LOCATION": ":Kona"}),
        ({"days": (date(2026, 10, 14), date(2026, 10, 15))}, {"DTSTART": ";VALUE=DATE:20261014", "DTEND": ";VALUE=DATE:20261016"}),
    ],
)
def test_the_conferences_entry_takes_a_step_where_it_shows_a_change(facts: dict[str, object], changed: dict[str, str]):
    before = lines(feeds(after(of(OPENING)))["overview.ics"], "conference+days")
    # A third edition, in which nothing is edited, takes no step.
    now = lines(feeds(after(of(OPENING), of(OPENING, **facts), of(OPENING, **facts)))["overview.ics"], "conference+days")
    step = {"SEQUENCE": ":1", "DTSTAMP": ":20260701T000000Z", "LAST-MODIFIED": ":20260701T000000Z"} if changed else {}
    assert now == {**before, **changed, **step}


def test_a_conference_that_loses_its_days_is_postponed_where_it_was():
    now = lines(feeds(after(of(OPENING), of(replace(OPENING, day=None, start=None, end=None))))["overview.ics"], "conference+days")
    assert [now[name] for name in ("SUMMARY", "STATUS", "DTSTART", "SEQUENCE")] == [
        ":Postponed: Rivers",
        ":CANCELLED",
        ";VALUE=DATE:20261015",
        ":1",
    ]


def test_a_conference_without_days_has_no_entry():
    assert ids(feeds(after(of()))["overview.ics"]) == []


# --- streams ------------------------------------------------------------------------------------------------------------------

LIVE = replace(DINNER, stream="https://live.example/晚宴?a=1;b=2,3")


def test_what_can_be_followed_live_has_a_feed_and_says_where():
    made = feeds(after(of(OPENING, LIVE)))
    assert ids(made["stream.ics"]) == ["dinner"]
    entry = lines(made["stream.ics"], "dinner")
    address = "https://live.example/%E6%99%9A%E5%AE%B4?a=1;b=2,3"
    assert entry["CONFERENCE"] == f";VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Live stream:{address}"
    assert entry["DESCRIPTION"].startswith(f";LANGUAGE=en:Live stream: {address}".replace("a=1;b=2,3", r"a=1\;b=2\,3"))
    assert entry["TRANSP"] == ":TRANSPARENT"


@pytest.mark.parametrize(
    "one", [replace(LIVE, status=Status.CANCELLED), replace(LIVE, stream="https://"), replace(LIVE, stream="mailto:a@b.example")]
)
def test_what_cannot_be_followed_live_says_nothing_of_it(one: Session):
    assert "CONFERENCE" not in lines(feeds(after(of(one)))["all.ics"], "dinner")


def test_another_stream_is_a_change_and_the_feed_stays_when_there_is_none():
    made = feeds(after(of(LIVE), of(DINNER)))
    assert ids(made["stream.ics"]) == []
    assert lines(made["all.ics"], "dinner")["SEQUENCE"] == ":1"


# --- languages ----------------------------------------------------------------------------------------------------------------


def test_a_language_has_the_same_set_with_the_same_entries():
    made = feeds(after(of(OPENING, ONE, DINNER)))
    main = {path: ids(data) for path, data in made.items() if not path.startswith("zh/")}
    other = {path.removeprefix("zh/"): ids(data) for path, data in made.items() if path.startswith("zh/")}
    assert other == main
    assert len(main) == 12


def test_an_entry_is_in_the_language_as_far_as_pages_are():
    made = feeds(after(of(ONE)))
    ours, theirs = lines(made["all.ics"], "rain"), lines(made["zh/all.ics"], "rain")
    assert theirs == {
        **ours,
        "SUMMARY": ";LANGUAGE=zh:读雨",
        "LOCATION": ";LANGUAGE=zh:大礼堂",
        "DESCRIPTION": r":雨滴 — Ada Brook\nPonds — Bo Lake\n\n湿。\n\nReading the Rain\nWet.\nDrops"
        r"\n\nhttps://rain.example/2026/sessions/rain.html",
    }
    assert (ours["SUMMARY"], ours["LOCATION"]) == (";LANGUAGE=en:Reading the Rain", ";LANGUAGE=en:Main Hall")
    assert ours["DESCRIPTION"].startswith(":Drops — Ada Brook")
    assert {"NAME:Rivers", "X-WR-CALDESC:Rivers日程. Wet. Hilo"} <= set(unfolded(made["zh/all.ics"]))


def test_words_of_ours_are_in_the_feeds_language():
    late = replace(DINNER, start=None, end=None, translations=(Translation("zh", "晚宴"),))
    off = replace(ONE, status=Status.CANCELLED)
    chinese = feeds(after(of(off, late)))["zh/all.ics"]
    assert [value(entry, "SUMMARY") for entry in entries(chinese).values()] == ["已取消：读雨", "晚宴（时间待定）"]


@pytest.mark.parametrize(
    ("facts", "parameter"),
    [
        ({"title": "Registration", "language": "en"}, ";LANGUAGE=en"),
        ({"title": "Registration 报到", "language": "zh"}, ""),
        ({"title": "报到", "language": "zh-Hans"}, ";LANGUAGE=zh-Hans"),
        ({"title": "Registration", "language": "zh"}, ""),
        ({"title": "Registration", "language": None}, ""),
        ({"title": "报到", "language": "zh", "status": Status.CANCELLED}, ""),
    ],
)
def test_a_language_is_named_where_all_letters_are_of_it(facts: dict[str, object], parameter: str):
    one = replace(OPENING, **facts)  # type: ignore[arg-type]  # facts are the fields' own
    assert lines(feeds(after(of(one)))["all.ics"], "opening")["SUMMARY"].rpartition(":")[0].partition(":")[0] == parameter


def test_a_description_names_its_language_where_it_has_one():
    one = replace(OPENING, abstract=RichText("Wet.", "", "Wet.", "en"))
    described = [lines(feeds(after(of(each)))["all.ics"], "opening")["DESCRIPTION"][:12] for each in (one, OPENING)]
    assert described == [";LANGUAGE=en", ":https://rai"]


def test_a_language_in_which_nothing_is_said_has_no_feeds():
    assert [path for path in feeds(after(of(OPENING))) if path.startswith("zh/")] == []


def test_the_feeds_of_a_language_stay_when_their_texts_go():
    made = feeds(after(of(ONE), of(replace(ONE, translations=(), talks=()), languages=("en",))))
    assert lines(made["zh/all.ics"], "rain")["SUMMARY"] == ";LANGUAGE=en:Reading the Rain"
    assert ids(made["zh/session/rain.ics"]) == ["rain"]


def test_a_translation_is_a_change_of_the_session_in_every_language():
    other = replace(ONE, translations=(replace(ONE.translations[0], title="听雨"),))
    made = feeds(after(of(ONE), of(other)))
    assert [lines(made[path], "rain")["SEQUENCE"] for path in ("all.ics", "zh/all.ics")] == [":1", ":1"]


def test_a_rooms_name_in_a_language_is_a_change_too():
    hall = replace(HALL, translations=(Naming("en", "Main Hall"), Naming("zh", "大厅")))
    made = feeds(after(of(ONE), replace(of(ONE), venues=(hall,))))
    assert [lines(made[path], "rain")["SEQUENCE"] for path in ("all.ics", "zh/all.ics")] == [":1", ":1"]


def test_a_track_or_a_session_called_all_is_no_language():
    made = feeds(after(of(replace(OPENING, id="all", track="All")), of(replace(OPENING, id="all", track="All"))))
    assert {path for path in made if path.endswith("/all.ics")} == {"session/all.ics", "track/all.ics"}


# --- somebody's alone ---------------------------------------------------------------------------------------------------------


def test_a_personal_feed_has_the_persons_sessions_in_every_role():
    chaired = replace(DINNER, people=(role("chair", "Ada Brook"),))
    private = replace(
        of(ONE, OPENING, chaired), personal=(Personal(DIGITS, "Ada Brook", "ada-brook"), Personal(DIGITS[::-1], "Nobody"))
    )
    made = feeds(after(private))
    assert ids(made[f"personal/{DIGITS}.ics"]) == ["rain", "dinner"]
    assert {value(entry, "TRANSP") for entry in entries(made[f"personal/{DIGITS}.ics"]).values()} == {"OPAQUE"}
    assert ids(made[f"personal/{DIGITS[::-1]}.ics"]) == []


def test_without_its_token_a_personal_feed_is_gone():
    private = replace(of(ONE), personal=(Personal(DIGITS, "Ada Brook", "ada-brook"),))
    assert [path for path in feeds(after(private, of(ONE))) if path.startswith("personal/")] == []
