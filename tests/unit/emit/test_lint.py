"""The linter of feeds: it is silent on ours, and finds each fault that is planted in one."""

import pytest

from pipeline.diagnostics.output import BrokenFeed
from pipeline.emit.calendar import emit
from pipeline.emit.calendar.lint import lint
from pipeline.model import Artifact, Track
from tests.builders import edition, event, program, rich, session, speaker, talk, venue

GOOD = (
    emit(
        edition(
            of=program(
                session(
                    "Rivers",
                    "2026-10-15 09:00/10:00",
                    talk("Rivers", speaker("Ada Brook"), abstract=rich("Wet; cold, deep. " * 9)),
                    venue="hall",
                    track="Water",
                ),
                session("Late", "2026-10-17"),
                event_=event("Days", url="https://rain.example/2026/", tracks=(Track("Water", "#0000fe"),)),
                venues=(venue("Hall", id="hall", latitude=43.5, longitude=-125.0),),
            )
        )
    )
    .artifacts[1]
    .data
)

FAULTS: dict[str, tuple[bytes, bytes, str]] = {
    "byte order mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "it is not one VCALENDAR from its first octet to its last"),
    "cut off": (b"END:VCALENDAR\r\n", b"", "it is not one VCALENDAR from its first octet to its last"),
    "bare LF": (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "a line ends with CR or LF alone"),
    "blank line": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", "a line is blank"),
    "blank line in an event": (b"SEQUENCE:0\r\n", b"SEQUENCE:0\r\n \r\n", "a line is blank"),
    "long line": (b"SUMMARY:Rivers", b"SUMMARY:" + b"x" * 80, "a line has more than 75 octets"),
    "no UTF-8": (b"SUMMARY:Rivers", b"SUMMARY:\xff", "a line is no UTF-8, or a fold cuts a character"),
    "cut character": (b"SUMMARY:Rivers", b"SUMMARY:\xe6\r\n \xbc\xae", "a line is no UTF-8, or a fold cuts a character"),
    "no zone": (b"TZID:Asia/Shanghai", b"TZID:Asia/Tokyo", "the zone Asia/Shanghai has no VTIMEZONE"),
    "RDATE": (b"TZNAME:CST", b"TZNAME:CST\r\nRDATE:20260101T000000", "RDATE stands in STANDARD"),
    "COMMENT in a zone": (b"BEGIN:STANDARD", b"COMMENT:x\r\nBEGIN:STANDARD", "COMMENT stands in VTIMEZONE"),
    "UID of the calendar": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nUID:x\r\n", "UID stands in VCALENDAR"),
    "METHOD": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", "METHOD stands in VCALENDAR"),
    "no VALUE": (b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL", "REFRESH-INTERVAL of VCALENDAR is not of its form"),
    "colour in hex": (b"COLOR:blue", b"COLOR:#0000ff", "COLOR of VEVENT is not of its form"),
    "no name": (b"NAME:Days\r\nX-", b"X-", "VCALENDAR has no NAME"),
    "two versions": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nVERSION:2.0\r\n", "VERSION stands twice in VCALENDAR"),
    "same UID": (b"UID:late@", b"UID:rivers@", "the UID rivers@2026.rain.example stands twice"),
    "no UID": (b"UID:late@2026.rain.example\r\n", b"", "VEVENT has no UID"),
    "UID not ASCII": (b"UID:late@", "UID:spät@".encode(), "UID of VEVENT is not of its form"),
    "no SEQUENCE": (b"SEQUENCE:0\r\n", b"", "VEVENT has no SEQUENCE"),
    "negative SEQUENCE": (b"SEQUENCE:0", b"SEQUENCE:-1", "SEQUENCE of VEVENT is not of its form"),
    "large SEQUENCE": (b"SEQUENCE:0", b"SEQUENCE:2147483648", "SEQUENCE does not fit in 32 bits"),
    "one L": (b"STATUS:CONFIRMED", b"STATUS:CANCELED", "STATUS of VEVENT is not of its form"),
    "TRANSP": (b"TRANSP:TRANSPARENT", b"TRANSP:MAYBE", "TRANSP of VEVENT is not of its form"),
    "busy and free": (b"TRANSP:TRANSPARENT", b"TRANSP:OPAQUE", "STATUS, TRANSP and X-MICROSOFT-CDO-BUSYSTATUS do not agree"),
    "floating time": (b"DTSTART;TZID=Asia/Shanghai:", b"DTSTART:", "DTSTART of VEVENT is not of its form"),
    "TZID on UTC": (b"DTSTART;TZID=Asia/Shanghai:20261015T090000", b"DTSTART;TZID=UTC:20261015T090000Z", "DTSTART of VEVENT is not of its form"),
    "hour 24": (b"20261015T100000", b"20261015T240000", "DTEND of VEVENT is not of its form"),
    "no such day": (b"20261015T100000", b"20261032T100000", "there is no such time"),
    "end before start": (b"20261015T100000", b"20261015T080000", "DTEND is not a later time of the same kind as DTSTART"),
    "end at start": (b"20261015T100000", b"20261015T090000", "DTEND is not a later time of the same kind as DTSTART"),
    "end of another kind": (b"DTEND;TZID=Asia/Shanghai:20261015T100000", b"DTEND;VALUE=DATE:20261016", "DTEND is not a later time of the same kind as DTSTART"),
    "stamp not UTC": (b"DTSTAMP:20260901T080000Z", b"DTSTAMP:20260901T080000", "DTSTAMP of VEVENT is not of its form"),
    "stamp of the build": (b"DTSTAMP:20260901T080000Z", b"DTSTAMP:20261101T080000Z", "DTSTAMP, CREATED and LAST-MODIFIED do not agree"),
    "created later": (b"CREATED:20260901T080000Z", b"CREATED:20261101T080000Z", "DTSTAMP, CREATED and LAST-MODIFIED do not agree"),
    "GEO with exponent": (b"GEO:43.500000;", b"GEO:-5e-05;", "GEO of VEVENT is not of its form"),
    "GEO nowhere": (b"GEO:43.500000;", b"GEO:93.500000;", "GEO is no place on earth"),
    "broken URL": (b"\r\nURL:https://rain.example/2026/sessions", b"\r\nURL:https:/rain.example/2026/sessions", "URL of VEVENT is not of its form"),
    "bare comma": (b"CATEGORIES:Water", b"CATEGORIES:Water, Wind", "CATEGORIES of VEVENT is not of its form"),
    "line break in the title": (b"SUMMARY:Rivers", rb"SUMMARY:Riv\ners", "SUMMARY of VEVENT is not of its form"),
    "capital N": (b"DESCRIPTION:Speaker", rb"DESCRIPTION:\NSpeaker", "DESCRIPTION of VEVENT is not of its form"),
    "lone backslash": (b"SUMMARY:Rivers", rb"SUMMARY:C:\Temp", "SUMMARY of VEVENT is not of its form"),
    "bell": (b"SUMMARY:Rivers", b"SUMMARY:Riv\x07ers", "SUMMARY of VEVENT is not of its form"),
    "ATTENDEE": (b"SUMMARY:Rivers", b"ATTENDEE:invalid:nomail\r\nSUMMARY:Rivers", "ATTENDEE stands in VEVENT"),
    "DURATION": (b"SUMMARY:Rivers", b"DURATION:PT1H\r\nSUMMARY:Rivers", "DURATION stands in VEVENT"),
    "no name of a property": (b"SEQUENCE:0", b"SEQUENCE:0\r\n:x", "a line without a name stands in VEVENT"),
    "alarm": (b"END:VLOCATION", b"END:VLOCATION\r\nBEGIN:VALARM\r\nEND:VALARM", "VALARM stands in VEVENT"),
    "open component": (b"END:VLOCATION\r\n", b"", "PARTICIPANT stands in VLOCATION"),
}  # fmt: skip


def found(data: bytes) -> list[str]:
    problems = list(lint([Artifact("calendar/x.ics", data)]))
    assert all(isinstance(problem, BrokenFeed) for problem in problems)
    return [problem.fault for problem in problems if isinstance(problem, BrokenFeed)]


def test_it_is_silent_on_a_sound_feed():
    assert found(GOOD) == []


@pytest.mark.parametrize(("good", "bad", "fault"), FAULTS.values(), ids=FAULTS)
def test_it_finds_a_planted_fault(good: bytes, bad: bytes, fault: str):
    assert good in GOOD
    assert fault in found(GOOD.replace(good, bad, 1))


@pytest.mark.parametrize(
    "data", [b"", b"\r\n", b"\xff\xfe", b"BEGIN:VEVENT\r\n", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"END:X\r\n" * 3]
)
def test_it_takes_anything(data: bytes):
    assert found(data) != []


def test_a_fault_has_the_line_where_its_event_begins():
    (problem,) = lint([Artifact("calendar/x.ics", GOOD.replace(b"SEQUENCE:0", b"SEQUENCE:-1", 1))])
    line = GOOD.split(b"\r\n").index(b"BEGIN:VEVENT") + 1
    assert (problem.span.path, problem.span.line) == ("calendar/x.ics", line)


def test_an_event_in_two_feeds_is_reported_in_both():
    bad = GOOD.replace(b"SEQUENCE:0", b"SEQUENCE:-1", 1)
    assert [problem.span.path for problem in lint([Artifact("a.ics", bad), Artifact("b.ics", bad)])] == ["a.ics", "b.ics"]
