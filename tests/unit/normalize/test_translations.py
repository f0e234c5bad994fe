"""Pages that give facts in several languages → the program's facts, their translations, and what is said of contradictions."""

from dataclasses import replace

import pytest

from pipeline.build import Outcome, check
from pipeline.model import Naming, Session, Talk, Translation

CONFIGURATION = '[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\nlanguages = ["en", "zh", "fr"]\n\n[[venues]]\nname = "Hall"\n'


@pytest.fixture
def read(tmp_path_factory: pytest.TempPathFactory):
    """Reads a site of pages under ``sessions/``, a new one each time."""

    def read(pages: dict[str, str], languages: str = '["en", "zh", "fr"]') -> Outcome:
        site = tmp_path_factory.mktemp("site")
        (site / "sessions").mkdir()
        (site / "program.toml").write_text(CONFIGURATION.replace('["en", "zh", "fr"]', languages))
        for name, text in pages.items():
            (site / "sessions" / name).write_text(text)
        return check(site)

    return read


def page(fields: str, body: str = "") -> dict[str, str]:
    return {"a.md": f"---\n{fields}\n---\n{body}"}


def only(outcome: Outcome) -> Session:
    assert outcome.program
    (session,) = outcome.program.sessions
    return session


def said(outcome: Outcome) -> list[str]:
    return [f"{problem.span.path.removeprefix('sessions/')}:{problem.span.line} {problem.kind()}" for problem in outcome.problems]


def titles(item: Session | Talk) -> tuple[str | None, str | None, dict[str, str | None]]:
    return item.title, item.language, {one.language: one.title for one in item.translations}


# --- which is the fact ---


@pytest.mark.parametrize(
    "fields",
    [
        "title: {en: Rivers, zh: 河流}",
        "title: {zh: 河流, en: Rivers}",
        "title: Rivers\ntitle_zh: 河流",
        "title_zh: 河流\ntitle: Rivers",
        "title-zh: 河流\ntitle-en: Rivers",
        "title: {en: Rivers}\ntitle_zh: 河流",
        "标题: Rivers\ntitle_zh: 河流",
        "params:\n  title: {en: Rivers, zh: 河流}",
    ],
)
def test_the_main_language_s_text_is_the_fact(read, fields):
    outcome = read(page(fields))
    assert titles(only(outcome)) == ("Rivers", "en", {"zh": "河流"})
    assert said(outcome) == []


def test_the_page_s_language_is_the_main_one_of_its_texts(read):
    assert titles(only(read(page("lang: zh\ntitle: {en: Rivers, zh: 河流}")))) == ("河流", "zh", {"en": "Rivers"})


def test_without_either_language_the_first_is_the_fact(read):
    outcome = read(page("title: {de: Flüsse, es: Ríos}"), "[]")
    assert titles(only(outcome)) == ("Flüsse", "de", {"es": "Ríos"})


def test_what_names_no_language_is_the_fact_whatever_it_is_in(read):
    assert titles(only(read(page("title: 河流\ntitle_en: Rivers")))) == ("河流", "zh", {"en": "Rivers"})


def test_letters_of_a_page_in_french_are_french(read):
    session = only(read(page("title: Les rivières\nlang: fr\ndate: 2026-10-15", "Pourquoi serpentent-elles ?")))
    assert (session.language, session.abstract and session.abstract.language) == ("fr", "fr")


def test_a_talk_s_own_language_goes_before_the_page_s(read):
    session = only(read(page("title: Rivers\ntalks:\n  - {title: Les rivières, language: French}\n  - {title: Mud}")))
    assert [talk.language for talk in session.talks] == ["fr", "en"]


def test_simplified_and_traditional_are_two(read):
    outcome = read(page("title: {zh-Hans: 河流的记忆, zh-Hant: 河流的記憶}"), '["zh-Hant"]')
    assert titles(only(outcome)) == ("河流的記憶", "zh-Hant", {"zh-Hans": "河流的记忆"})
    assert said(outcome) == []


def test_a_text_that_was_not_translated_is_no_translation(read):
    assert only(read(page("title: TeX\ntitle_zh: TeX"))).translations == ()


# --- any field ---

FULL = """\
title: {en: Rivers, zh: 河流}
tag: {en: Session 1, zh: 第一场}
track: {en: Water, zh: 水}
venue: {en: Hall, zh: 大厅}
chair: {en: "Wei Li, Quay University", zh: "李伟，码头大学"}
abstract: {en: "Why?", zh: "为什么？"}
talks:
  - title: Sand
    title_zh: 沙
    speakers:
      - {name: {en: Hao Ma, zh: 马浩}, affiliation: Fen College, affiliation_zh: 沼泽学院}
      - {name: Ada Brook, name_zh: 艾达}
    abstract_zh: 沙子。
    abstract: Grains.
    biography: Hao walks.
    biography_zh: 马浩，步行者。"""


def plain(one: Translation) -> tuple[object, ...]:
    texts = (text and (text.markdown, text.language) for text in (one.abstract, one.biography))
    return (one.language, one.title, one.tag, one.track, one.venue_text, *texts)


def test_any_field_may_be_given_in_each_language(read):
    outcome = read(page(FULL))
    session = only(outcome)
    assert (session.title, session.tag, session.track, session.venue_text) == ("Rivers", "Session 1", "Water", "Hall")
    assert [plain(one) for one in session.translations] == [("zh", "河流", "第一场", "水", "大厅", ("为什么？", "zh"), None)]
    assert session.abstract
    assert (session.abstract.markdown, session.abstract.language) == ("Why?", "en")
    (talk,) = session.talks
    assert [plain(one) for one in talk.translations] == [("zh", "沙", None, None, None, ("沙子。", "zh"), ("马浩，步行者。", "zh"))]
    assert said(outcome) == []


def test_people_and_venues_have_their_names_in_each_language(read):
    program = read(page(FULL)).program
    assert {person.name: (person.aliases, person.translations) for person in program.people} == {
        "Ada Brook": (("艾达",), (Naming("en", "Ada Brook"), Naming("zh", "艾达"))),
        "Wei Li": (("李伟",), (Naming("en", "Wei Li", "Quay University"), Naming("zh", "李伟", "码头大学"))),
        "Hao Ma": (("马浩",), (Naming("en", "Hao Ma", "Fen College"), Naming("zh", "马浩", "沼泽学院"))),
    }
    assert [(venue.name, venue.translations) for venue in program.venues] == [
        ("Hall", (Naming("en", "Hall"), Naming("zh", "大厅")))
    ]


def test_a_venue_that_is_not_listed_is_known_by_either_name(read):
    fields = "date: 2026-10-15\nvenue: "
    pages = {
        "a.md": f"---\ntitle: A\n{fields}{{en: Tide Hall, zh: 观潮堂}}\n---\n",
        "b.md": f"---\ntitle: B\n{fields}观潮堂\n---\n",
    }
    program = read(pages).program
    assert [(venue.name, venue.aliases) for venue in program.venues] == [("Hall", ()), ("Tide Hall", ("观潮堂",))]


def test_two_names_of_two_listed_venues_are_reported(read):
    outcome = read(page("title: A\nvenue: {en: Hall, zh: 盐仓}"), '["en"]\n\n[[venues]]\nname = "盐仓"\n[[venues]]\nname = "x"')
    assert said(outcome) == ["a.md:3 ambiguous-venue"]


def test_a_name_in_characters_joins_the_pages_that_have_only_that(read):
    pages = {
        "a.md": "---\ntitle: A\nspeaker: Wei Li\nspeaker_zh: 李伟\naffiliation: Quay University\n---\n",
        "b.md": "---\ntitle: B\nspeaker: 李伟，码头大学\n---\n",
    }
    program = read(pages).program
    assert [(person.name, person.aliases) for person in program.people] == [("Wei Li", ("李伟",))]


def test_lists_are_paired_in_their_order(read):
    session = only(read(page("title: A\nspeakers: [Wei Li, Hao Ma]\nspeakers_zh: [李伟, 马浩]")))
    assert [speaker.name for speaker in session.talks[0].speakers] == ["Wei Li", "Hao Ma"]


def test_lists_of_talks_are_paired_in_their_order(read):
    outcome = read(page("title: A\ntalks:\n  zh: [{title: 沙}, {title: 泥}]\n  en: [{title: Sand}, {title: Mud}]"))
    assert [titles(talk) for talk in only(outcome).talks] == [("Sand", "en", {"zh": "沙"}), ("Mud", "en", {"zh": "泥"})]
    assert said(outcome) == []


def test_a_field_translates_the_text_of_the_page(read):
    session = only(read(page("title: A\ndate: 2026-10-15\nabstract_zh: 为什么？", "Why?")))
    assert session.abstract
    assert session.abstract.markdown == "Why?"
    assert [plain(one)[5] for one in session.translations] == [("为什么？", "zh")]


def test_the_only_talk_has_the_title_of_its_page_in_each_language(read):
    (talk,) = only(read(page("title: {en: Rivers, zh: 河流}\nspeaker: Ada Brook"))).talks
    assert titles(talk) == ("Rivers", "en", {"zh": "河流"})


def test_a_title_in_two_languages_stays_as_written_and_is_known_by_halves(read):
    written = "Why Do Rivers Bend at All (河流到底为什么弯曲)"
    session = only(read(page(f"title: {written}")))
    assert titles(session) == (written, "en", {"en": "Why Do Rivers Bend at All", "zh": "河流到底为什么弯曲"})
    assert session.other_titles == ()


# --- contradictions and slips ---


def test_two_languages_are_no_contradiction_two_texts_in_one_are(read):
    outcome = read(page("title: Rivers\ntitle_zh: 河流\nname: Rivers\nname_zh: 大海"))
    assert titles(only(outcome)) == ("Rivers", "en", {"zh": "河流"})
    assert said(outcome) == ["a.md:5 statements-disagree"]


def test_hours_are_the_same_in_each_language(read):
    outcome = read(page('title: A\ndate: 2026-10-15\ntime: {en: "9:00-10:00", zh: 上午9点到11点}'))
    assert said(outcome) == ["a.md:4 times-disagree"]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("title: {en: A, zn: 河流}", "unknown-language"),
        ("title: A\ntitle_zn: 河流", "unknown-language"),
        ("title: A\nabstract_chinese: 河流", "unknown-language"),
        ("title: A\nlang: Klingon", "unknown-language"),
        ("title: A\ntrack: {text: B}", "unknown-language"),
        ("title: A\nspeakers: [Ada Brook]\nspeakers_zh: [甲, 乙]", "unpaired-translation"),
        ("title: A\nchair: Wei Li\nchair_zh: 李伟和马浩", "unpaired-translation"),
        ("title: {en: 河流}", "wrong-language"),
        ("title: A\ntitle_zh: Rivers of Sand and Mud", "wrong-language"),
        ("title: A\ntitle_zh: 待定", "placeholder"),
        ("title: A\nchair: Wei Li\nchair_zh: 马浩", "name-of-another"),
    ],
)
def test_slips_are_reported_and_nothing_else_is(read, field, kind):
    outcome = read(page(field))
    assert [problem.kind() for problem in outcome.problems] == [kind]
    assert only(outcome).translations == ()


def test_exchanged_languages_are_put_right(read):
    outcome = read(page("title: {en: 河流的记忆, zh: The Memory of Rivers}"))
    assert titles(only(outcome)) == ("The Memory of Rivers", "en", {"zh": "河流的记忆"})
    assert [problem.kind() for problem in outcome.problems] == ["wrong-language", "wrong-language"]


@pytest.mark.parametrize("key", ["speaker_no", "title_id", "photo_hd", "date_to", "abstract_md"])
def test_ends_of_names_that_are_no_languages_are_none(read, key):
    assert "unknown-language" not in [problem.kind() for problem in read(page(f"title: A\n{key}: 5")).problems]


# --- pages in several languages ---

ENGLISH = (
    "---\ntitle: Rivers\ndate: 2026-10-15\nstart: 11:00\nend: 12:00\nvenue: Hall\nspeaker: Wei Li, Quay University\n---\nWhy?\n"
)
IN_CHINESE = "---\ntitle: 河流\ndate: 2026-10-15\nstart: 11:00\nend: 12:00\nvenue: 大厅\nspeaker: 李伟，码头大学\n---\n为什么？\n"


@pytest.mark.parametrize(
    "names", [("rivers.md", "rivers.zh.md"), ("rivers.en.md", "rivers.zh.md"), ("rivers.en.md", "rivers.zh-cn.md")]
)
def test_a_page_beside_another_in_another_language_is_its_translation(read, names):
    outcome = read(dict(zip(names, (ENGLISH, IN_CHINESE), strict=True)))
    session = only(outcome)
    tag = "zh-CN" if "zh-cn" in names[1] else "zh"
    assert (session.id, session.source.path) == ("rivers", f"sessions/{names[0]}")
    assert titles(session) == ("Rivers", "en", {tag: "河流"})
    assert [(person.name, person.aliases) for person in outcome.program.people] == [("Wei Li", ("李伟",))]
    assert [plain(one)[5] for one in session.talks[0].translations] == [("为什么？", tag)]
    assert said(outcome) == []


def test_of_pages_that_all_name_a_language_the_event_s_main_one_is_the_session(read):
    outcome = read({"rivers.en.md": ENGLISH, "rivers.zh.md": IN_CHINESE}, '["zh", "en"]')
    assert titles(only(outcome)) == ("河流", "zh", {"en": "Rivers"})


def test_a_page_alone_is_no_translation_and_loses_its_language_in_the_id(read):
    session = only(read({"rivers.fr.md": "---\ntitle: Les rivières\n---\n"}))
    assert (session.id, session.language) == ("rivers", "fr")


def test_contradictions_between_the_pages_are_reported_where_the_translation_makes_them(read):
    outcome = read({"rivers.md": ENGLISH, "rivers.zh.md": IN_CHINESE.replace("12:00", "12:30")})
    assert said(outcome) == ["rivers.zh.md:5 times-disagree"]
    assert f"{only(outcome).end:%H:%M}" == "12:00"


def test_the_page_s_own_text_is_believed_before_its_translation_s_fields(read):
    zh = "---\ntitle: 河流\nend: 13:00\n---\n"
    outcome = read({"rivers.zh.md": zh, "rivers.en.md": ENGLISH}, '["en", "zh"]')
    assert f"{only(outcome).end:%H:%M}" == "12:00"
    assert said(outcome) == ["rivers.zh.md:3 times-disagree"]


def test_what_only_the_translation_states_is_not_lost(read):
    outcome = read(
        {"rivers.md": "---\ntitle: Rivers\n---\n", "rivers.zh.md": "---\ntitle: 河流\ndate: 2026-10-15\nstart: 11:00\n---\n"}
    )
    assert str(only(outcome).start) == "2026-10-15 11:00:00+08:00"


def test_other_numbers_of_talks_are_not_paired(read):
    en, zh = ("---\ntitle: {}\ntalks: [{}]\n---\n".format(*words) for words in (("A", "One"), ("甲", "一, 二")))
    outcome = read({"a.md": en, "a.zh.md": zh})
    assert [titles(talk) for talk in only(outcome).talks] == [("One", "en", {})]
    assert said(outcome) == ["a.zh.md:3 unpaired-translation"]


def test_a_translation_leaves_the_facts_as_they_are(read):
    alone = only(read({"rivers.md": ENGLISH}))
    with_it = only(read({"rivers.md": ENGLISH, "rivers.zh.md": IN_CHINESE}))
    talks = tuple(replace(talk, translations=()) for talk in with_it.talks)
    assert replace(with_it, translations=(), talks=talks) == alone


TIMETABLE = """\
---
title: {}
date: 2026-10-15
---

| Time        | Title   |
|-------------|---------|
| 9:00-10:00  | {}  |
| 10:00-11:00 | {}   |
"""


def test_timetables_are_paired_in_their_order(read):
    pages = {
        "program.md": TIMETABLE.format("Program", "Rivers", "Lakes"),
        "program.zh.md": TIMETABLE.format("日程", "河流", "湖泊"),
    }
    outcome = read(pages)
    assert [titles(session) for session in outcome.program.sessions] == [
        ("Rivers", "en", {"zh": "河流"}),
        ("Lakes", "en", {"zh": "湖泊"}),
    ]


def test_timetables_of_other_lengths_are_not_paired(read):
    chinese = TIMETABLE.format("日程", "河流", "湖泊") + "| 11:00-12:00 | 大海 |\n"
    outcome = read({"program.md": TIMETABLE.format("Program", "Rivers", "Lakes"), "program.zh.md": chinese})
    assert [titles(session) for session in outcome.program.sessions] == [("Rivers", "en", {}), ("Lakes", "en", {})]
    assert said(outcome) == ["program.zh.md:8 unpaired-translation"]
