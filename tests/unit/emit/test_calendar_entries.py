"""The feed's entries one by one: put together again they are the feed, but for what makes it one's own."""

import json
import re
from typing import Any

from icalendar import Calendar

from pipeline.emit.calendar import emit
from pipeline.model import Edition
from tests.builders import edition, event, program, rich, sample_edition, session, talk


def handed_over(made: Edition) -> Any:
    """What the script hands to the cards."""
    text = files(made)["calendar/entries.js"].decode()
    found = re.fullmatch(r"\(self\.confbook\?\?=\{\}\)\.calendar=(.*);\n", text, re.DOTALL)
    assert found
    return json.loads(found[1])


def files(made: Edition) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in emit(made).artifacts}


def put_together(made: Edition) -> str:
    value = handed_over(made)
    return "".join([value["head"], *(text for _, text in value["entries"]), value["foot"]])


def test_each_entry_is_that_of_the_sessions_own_feed_byte_for_byte():
    made = sample_edition()
    entries = handed_over(made)["entries"]
    feeds = files(made)
    assert [id_ for id_, text in entries if text not in feeds[f"calendar/session/{id_}.ics"].decode()] == []
    assert len(entries) == feeds["calendar/all.ics"].count(b"BEGIN:VEVENT")


def test_put_together_they_are_a_calendar_of_the_zone_of_the_feed():
    made = sample_edition()
    zone = re.findall("BEGIN:VTIMEZONE.*END:VTIMEZONE", put_together(made), re.DOTALL)
    assert zone == re.findall("BEGIN:VTIMEZONE.*END:VTIMEZONE", files(made)["calendar/all.ics"].decode(), re.DOTALL)
    assert len(Calendar.from_ical(put_together(made)).walk("VEVENT")) == len(handed_over(made)["entries"])


def test_a_file_does_not_say_that_it_renews_itself():
    long = "https://lakeside.example/" + "very-long-folder/" * 20
    made = edition(of=program(session(), event_=event(url=long)))
    text = put_together(made)
    assert [name for name in ("SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL") if f"\r\n{name}" in text] == []
    assert "URL" in {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n")}
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1


def test_hostile_text_ends_neither_the_script_nor_an_entry():
    evil = "BEGIN:VEVENT"
    made = edition(
        session(evil, "2026-10-15 09:00/10:00", talk(evil, abstract=rich("a\r\nBEGIN:VEVENT\r\nb")), id="one"),
        session("</script>\u2028", "2026-10-15 10:00/11:00", id="two"),
        session("Undated", None, id="three"),
    )
    entries = handed_over(made)["entries"]
    assert [(id_, len(Calendar.from_ical(text).walk("VEVENT"))) for id_, text in entries] == [("one", 1), ("two", 1)]
    raw = files(made)["calendar/entries.js"].decode()
    assert ("</script>" in raw, "\u2028" in raw) == (False, False)
