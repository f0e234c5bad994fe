"""The feed's entries one by one: put together again they are the feed, but for what makes it one's own."""

import json
import re
from typing import Any

from icalendar import Calendar

from pipeline.emit.calendar import emit
from pipeline.model import Edition
from tests.builders import edition, event, program, rich, sample_edition, session, talk


def handed_over(made: Edition) -> Any:  # what JSON holds
    """What the script hands to the cards."""
    text = emit(made).artifacts[1].data.decode()
    found = re.fullmatch(r"\(self\.confbook\?\?=\{\}\)\.calendar=(.*);\n", text, re.DOTALL)
    assert found
    return json.loads(found[1])


def put_together(made: Edition) -> str:
    value = handed_over(made)
    return "".join([value["head"], *(text for _, text in value["entries"]), value["foot"]])


def test_the_entries_put_together_are_the_feed_that_takes_up_ones_time():
    made = sample_edition()
    feed = emit(made).artifacts[0].data.decode()
    own = re.sub(r"TRANSP:OPAQUE", "TRANSP:TRANSPARENT", put_together(made)).replace("BUSYSTATUS:BUSY", "BUSYSTATUS:FREE")
    events = feed.index("BEGIN:VTIMEZONE")
    assert own[own.index("BEGIN:VTIMEZONE") :] == feed[events:]


def test_a_file_does_not_say_that_it_renews_itself():
    long = "https://lakeside.example/" + "very-long-folder/" * 20
    made = edition(of=program(session(), event_=event(url=long)))
    text = put_together(made)
    assert [name for name in ("SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL") if f"\r\n{name}" in text] == []
    assert "URL" in {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n")}
    assert len(Calendar.from_ical(text).walk("VEVENT")) == 1


def test_each_entry_is_its_sessions_whatever_that_is_called():
    evil = "BEGIN:VEVENT"
    made = edition(
        session(evil, "2026-10-15 09:00/10:00", talk(evil, abstract=rich("a\r\nBEGIN:VEVENT\r\nb")), id="one"),
        session("</script>\u2028", "2026-10-15 10:00/11:00", id="two"),
        session("Undated", None, id="three"),
    )
    entries = handed_over(made)["entries"]
    uids = [str(entry["uid"]).partition("@")[0] for _, text in entries for entry in Calendar.from_ical(text).walk("VEVENT")]
    assert [id_ for id_, _ in entries] == uids == ["one", "two"]
    raw = emit(made).artifacts[1].data.decode()
    assert ("</script>" in raw, "\u2028" in raw) == (False, False)
