"""Which rule decides a fact, what is read for it, and what loses: a page in, its findings out."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from pipeline.config import Config
from pipeline.extract import extract_page
from pipeline.model import Finding, Session, Talk
from pipeline.normalize import evidence, normalize
from pipeline.normalize.when import read as when
from pipeline.normalize.when import rules as time_rules
from pipeline.normalize.when.calendar import Calendar
from pipeline.source import Located, Source, Span

ZONE = ZoneInfo("Asia/Shanghai")


def session(text: str, *others: str) -> Session:
    """The session of a page among others."""
    drafts = [draft for number, page in enumerate((text, *others)) for draft in extract_page(Source(f"p{number}.md", page))[0]]
    program, _ = normalize([draft for draft in drafts if draft], Config(title=Located("C", Span("x"))), {}, timezone=ZONE.key)
    assert program is not None
    return next(one for one in program.sessions if one.source.path == "p0.md")


def page(fields: str, body: str = "") -> Session:
    return session(f"---\n{fields}\n---\n{body}")


def shown(one: Session | Talk, fact: str, whose: str | None = None) -> tuple[str | None, str, list[str], list[str]]:
    """Value, rule, ``line:column words`` of what was read, and of what lost with the reason."""
    found = next(found for found in one.evidence if (found.fact, found.whose) == (fact, whose))
    read = [f"{text.span.line}:{text.span.column} {text.value}" for text in found.read]
    lost = [f"{text.span.line}:{text.span.column} {text.value}: {why}" for text, why in found.lost]
    return found.value, found.rule.name, read, lost


SUMMARY = 'title: Rivers\nsummary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"'
DATE = "2:35 Thursday, Oct. 15, 2026"


# --- any fact ---


def test_stated_once():
    assert shown(page("title: Rivers\ntrack: Water"), "track") == ("Water", "stated-once", ["3:8 Water"], [])


def test_of_several_tags_the_first_is_the_sessions_and_the_others_say_nothing_against_it():
    found = page("title: Rivers\ntags: [Water, Reeds]")
    assert shown(found, "tag") == ("Water", "stated-once", ["3:8 Water"], [])


def test_the_full_stop_of_a_sentence_is_none_of_the_venues():
    assert page("title: Rivers\nvenue: Auditorium C119.").venue_text == "Auditorium C119"
    assert page("title: Rivers\nvenue: Main Bldg.").venue_text == "Main Bldg."


def test_a_house_whose_room_is_not_known_yet_is_the_place():
    found = page("title: Rivers\nvenue: 惟真楼xx")
    assert found.venue_text == "惟真楼"
    assert shown(found, "room") == (None, "placeholder", [], ["3:8 惟真楼xx: a placeholder"])


def test_placeholder():
    assert shown(page("title: Rivers\nvenue: TBA"), "venue") == (None, "placeholder", [], ["3:8 TBA: a placeholder"])


@pytest.mark.parametrize("unseen", [r"\u0007", r"\ufeff", r"\u200b \u2060", r"\x85\u2028"])
def test_what_nobody_sees_states_nothing(unseen: str):
    made = page(f'title: Rivers\nvenue: "{unseen}"\ntrack: "{unseen}"')
    assert (made.venue, made.venue_text, made.track) == (None, None, None)


def test_all_agree_and_the_fullest_venue_is_believed():
    found = page("title: Rivers\nvenue: Hall", '<div class="tip">Location: Hall 2, Old House</div>')
    assert shown(found, "venue") == ("Hall 2, Old House", "all-agree", ["5:28 Hall 2, Old House", "3:8 Hall"], [])


def test_front_matter_first():
    found = page("title: Rivers\nvenue: Hall", '<div class="tip">Location: Harbour</div>')
    lost = ["5:28 Harbour: the front matter is believed before the body"]
    assert shown(found, "venue") == ("Hall", "front-matter-first", ["3:8 Hall"], lost)


def test_first_heading():
    assert shown(page("date: 2026-10-15\nvenue: Hall", "# Rivers\n"), "title") == ("Rivers", "first-heading", ["5:3 Rivers"], [])


def test_telling_word_and_file_name():
    found = page("title: Panel on Rivers")
    assert shown(found, "kind") == ("panel", "telling-word", ["2:8 Panel on Rivers"], [])
    assert shown(found, "id") == ("p0", "file-name", [], [])


def test_same_line_and_after_the_name():
    found = page(
        "title: Rivers\nchair: Ada Brook, Delta University\ntalks:\n  - title: One\n    speakers:\n      - name: Cy Pond\n        affiliation: Fen Institute"
    )
    assert shown(found, "affiliation", "Ada Brook")[:2] == ("Delta University", "same-line")
    assert shown(found.talks[0], "affiliation", "Cy Pond") == ("Fen Institute", "after-the-name", ["8:22 Fen Institute"], [])


def test_an_institute_that_is_a_placeholder_is_kept_as_what_was_read():
    found = page("title: Rivers\nchair: Ada Brook, XXX University")
    assert shown(found, "affiliation", "Ada Brook") == (None, "placeholder", [], ["3:19 XXX University: a placeholder"])


def test_only_talk():
    found = page(f"{SUMMARY}\nspeaker: Ada Brook")
    assert shown(found.talks[0], "title") == ("Rivers", "only-talk", ["2:8 Rivers"], [])
    assert shown(found.talks[0], "start") == ("09:50", "only-talk", ["3:11 9:50 a.m. — 11:35 a.m."], [])


def test_from_talks():
    talks = "\n  - title: One\n    time: 9:00-9:30 a.m.\n  - title: Two\n    time: 10:00-10:30 a.m."
    found = page(f"title: Rivers\ndate: 2026-10-15\ntalks:{talks}")
    assert shown(found, "start") == ("09:00", "from-talks", ["6:11 9:00-9:30 a.m."], [])
    assert shown(found, "end") == ("10:30", "from-talks", ["8:11 10:00-10:30 a.m."], [])


# --- times ---


def test_weekday_fits():
    found = page('title: Rivers\nsummary: "9:50 a.m. — 11:35 a.m., Saturday, Oct. 16, 2026"', "Thursday, Oct. 15, 2026\n------\n")
    lost = ["3:35 Saturday, Oct. 16, 2026: 2026-10-16 is a Friday"]
    assert shown(found, "date") == ("2026-10-15", "weekday-fits", ["5:1 Thursday, Oct. 15, 2026"], lost)


def test_within_the_conference():
    other = "---\ntitle: Lakes\ndate: Friday, Oct. 16, 2026\n---\n"
    text = '---\ntitle: Rivers\nsummary: "9:50 a.m. — 11:35 a.m., Friday, Oct. 16, 2026"\ndate: Oct. 15, 2020\n---\n'
    assert shown(session(text, other), "date")[1] == "front-matter-first"  # all days that pages state are the conference's

    days = (date(2026, 10, 16),)
    (draft,), _ = extract_page(
        Source("p.md", text.replace("Friday, Oct. 16, 2026", "Oct. 15, 2020").replace("date: Oct. 15, 2020", "date: 2026-10-16"))
    )
    assert draft is not None
    (found,) = [one for one in when.read_when(draft.statements, Calendar(ZONE, days)).evidence if one.fact == "date"]
    assert (found.value, found.rule.name, found.lost[0][1]) == (
        "2026-10-16",
        "within-the-conference",
        "2020-10-15 is no day of the conference",
    )


def test_a_time_stamp_is_not_the_sessions_day():
    found = page("title: Rivers\ndate: 2026-01-24T12:00:00+08:00", "Thursday, Oct. 15, 2026\n------\n")
    lost = ["3:7 2026-01-24T12:00:00+08:00: it is when the page was posted"]
    assert shown(found, "date") == ("2026-10-15", "stated-once", ["5:1 Thursday, Oct. 15, 2026"], lost)
    assert found.start is None


def test_posting_day():
    found = page("title: Rivers\ndate: 2026-09-01 10:00 +0800", "**When:** Thursday, Oct. 15, 2026, 14:00-15:00\n")
    lost = ["3:7 2026-09-01 10:00 +0800: it is when the page was posted"]
    assert shown(found, "date") == ("2026-10-15", "stated-once", ["5:11 Thursday, Oct. 15, 2026"], lost)
    assert shown(found, "start")[:3] == ("14:00", "stated-once", ["5:36 14:00-15:00"])


def test_a_time_stamp_alone_is_the_sessions():
    found = page("title: Rivers\ndate: 2026-10-15T12:00:00+08:00")
    assert (shown(found, "date")[:2], shown(found, "start")[0]) == (("2026-10-15", "stated-once"), "12:00")


def test_conference_day():
    other = "---\ntitle: Lakes\ndate: Thursday, Oct. 15, 2026\n---\n"
    found = session("---\ntitle: Rivers\ndate: Oct. 15\n---\n", other)
    assert shown(found, "date") == ("2026-10-15", "conference-day", ["3:7 Oct. 15"], [])


def test_both_ends():
    found = page("title: Rivers\ndate: 2026-10-15\nstart: 9:00", '<div class="tip">Time: 9:50-11:35</div>')
    lost = ["4:8 9:00: it has one end alone"]
    assert shown(found, "start") == ("09:50", "both-ends", ["6:24 9:50-11:35"], lost)


def test_times_that_disagree():
    found = page(SUMMARY, '<div class="tip">Time: 9:50 a.m. — 10:15 a.m.</div>')
    lost = ["5:24 9:50 a.m. — 10:15 a.m.: the front matter is believed before the body"]
    assert shown(found, "end") == ("11:35", "front-matter-first", ["3:11 9:50 a.m. — 11:35 a.m."], lost)


def test_unclear():
    found = page("title: Rivers\ndate: 2026-10-15\ntime: 3:45 p.m. - 3:15 p.m.")
    value, rule, read, lost = shown(found, "start")
    assert (value, rule, read) == (None, "unclear", [])
    assert lost == ["4:7 3:45 p.m. - 3:15 p.m.: 15:45-15:15 ends before it starts"]


def test_one_sense_is_inferred():
    found = page("title: Rivers\ndate: 2026-10-15\ntime: 11–1pm")
    assert shown(found, "end") == ("13:00", "one-sense", ["4:7 11–1pm"], [])
    assert found.inferred == ("start", "end")


def test_whole_program_is_inferred_and_the_only_talk_infers_it_too():
    others = [f"---\ntitle: S{n}\ndate: 2026-10-15\ntime: {9 + 2 * n:02}:00-{10 + 2 * n}:30\n---\n" for n in range(4)]
    found = session("---\ntitle: Rivers\ndate: 2026-10-15\ntime: 11:15pm - 12:30pm\nspeaker: Ada Brook\n---\n", *others)
    assert shown(found, "start") == ("11:15", "whole-program", ["4:7 11:15pm - 12:30pm"], [])
    assert (found.inferred, found.talks[0].inferred) == (("start", "end"), ("start", "end"))


def test_nothing_is_inferred_where_everything_is_stated():
    found = page(f"{SUMMARY}\nspeaker: Ada Brook")
    assert (found.inferred, found.talks[0].inferred) == ((), ())


# --- all rules ---


@pytest.mark.parametrize("rules", [evidence.RULES, time_rules.RULES, (*evidence.RULES, *time_rules.RULES)])
def test_rules_have_names_of_their_own_and_are_sentences(rules):
    assert len({rule.name for rule in rules}) == len(rules)
    assert [rule.name for rule in rules if not (rule.sentence[0].isupper() and rule.sentence.endswith("."))] == []


def test_evidence_is_no_part_of_what_makes_two_sessions_equal():
    found = page(SUMMARY)
    assert found.evidence
    assert "Finding" not in repr(found)
    assert type(found)(**{**{name: getattr(found, name) for name in found.__slots__}, "evidence": ()}) == found
    assert all(isinstance(one, Finding) for one in found.evidence)


def test_status():
    off = page("title: '[CANCELLED] Rivers'")
    assert (off.title, off.status, shown(off, "status")) == (
        "Rivers",
        "cancelled",
        ("[CANCELLED]", "stated-once", ["2:9 [CANCELLED]"], []),
    )
    assert [page(f"title: Rivers\nstatus: {word}").status.value for word in ("Cancelled", "abgesagt", "confirmed", "postponed")] == [
        "cancelled", "cancelled", "confirmed", "confirmed",
    ]  # fmt: skip
    assert page("title: ~~Rivers~~").status == "cancelled"


def test_a_place_and_an_institute_do_not_end_with_the_full_stop_of_a_sentence():
    found = page(
        "title: Rivers\ndate: 2026-10-15",
        "**Venue:** Room 5.\n\n**Speaker:** Ada Brook\n\n**Affiliation:** Department of Rivers, Fen University.\n",
    )
    assert (found.venue_text, found.talks[0].speakers[0].affiliation) == ("Room 5", "Department of Rivers, Fen University")
    assert (
        page("title: Rivers", "**Speaker:** Ada Brook\n\n**Affiliation:** Acme Inc.\n").talks[0].speakers[0].affiliation
        == "Acme Inc."
    )


def test_slides_and_video_are_where_their_words_lead():
    found = page(
        "title: Rivers\nspeaker: Ada Brook",
        "**Slides:** [PDF](https://example.org/s.pdf) · **Video:** [here](https://example.org/v)\n",
    )
    assert (found.talks[0].slides, found.talks[0].video) == ("https://example.org/s.pdf", "https://example.org/v")


def test_a_key_is_no_name():
    assert page("title: Rivers\nSpeakers: [ada-brook]").talks[0].speakers == ()
