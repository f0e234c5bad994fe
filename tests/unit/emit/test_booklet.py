"""The booklet before it is printed: what stands in it, in which words, and what cannot be printed."""

import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
import segno
from PIL import Image as Raster
from pypdf import PdfReader

from pipeline.diagnostics.output import MissingGlyph
from pipeline.emit.booklet import emit
from pipeline.emit.booklet.book import Entry
from pipeline.emit.booklet.compose import compose, shortened
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.pictures import PORTRAIT, figure, portraits
from pipeline.emit.booklet.prose import printable, prose, title_language
from pipeline.emit.codes import dots
from pipeline.emit.typography import Languages
from pipeline.model import (
    Booklet,
    Change,
    ChangeKind,
    Edition,
    Figure,
    Image,
    Kind,
    Naming,
    Paper,
    RichText,
    Section,
    Session,
    Status,
    Talk,
    TextPage,
    Translation,
    When,
)
from pipeline.source import Source, Span
from tests.builders import (
    PUBLISHED,
    at,
    edition,
    event,
    person,
    picture,
    program,
    rich,
    role,
    sample_edition,
    session,
    speaker,
    talk,
)

ENGLISH = Languages()


def entry(title: str, when: str | None = "2026-10-15 09:00/10:00", *talks: Talk, **facts: object) -> Entry:
    """The first session of the only day."""
    return compose(edition(session(title, when, *talks, **facts))).days[0].entries[0]


# --- what stands in it --------------------------------------------------------------------------------------------------------


def test_days_and_sessions_come_in_the_order_of_the_program():
    book = compose(sample_edition())
    assert [one.anchor for one in book.days] == ["day-2026-10-15", "day-2026-10-16", "day-2026-10-17", "day-undated"]
    assert [one.session for day in book.days for one in day.entries] == list(sample_edition().program.sessions)


def test_dates_are_said_in_the_words_of_each_language():
    book = compose(sample_edition())
    assert [one.text for one in book.dates] == ["15–17 October 2026", "2026年10月15日至17日"]
    assert [one.text for one in book.days[0].names] == ["Thursday 15 October 2026", "2026年10月15日 星期四"]
    assert [one.text for one in book.days[-1].names] == ["Dates to Be Announced", "日期待定"]


def test_the_booklet_is_as_of_the_day_of_its_edition_where_the_event_is():
    late = replace(sample_edition(), published=sample_edition().published.replace(hour=20))
    assert [one.text for one in compose(late).as_of] == ["As of Wednesday 2 September 2026", "更新于2026年9月2日 星期三"]


def test_a_keynote_page_is_one_thing_and_its_title_stands_once():
    made = entry("K", "2026-10-15 09:00/10:00", talk("K", speaker("Ada Brook"), when="2026-10-15 09:00/10:00"))
    assert made.sole
    assert made.talks == ()
    assert made.speakers == ("Ada Brook",)


def test_a_talk_of_another_title_stands_in_its_session():
    made = entry("Rivers", "2026-10-15 09:00/10:00", talk("Floods", speaker("Ada Brook")))
    assert made.sole is None
    assert [one.title for one in made.talks] == ["Floods"]


@pytest.mark.parametrize(
    ("when", "clock"),
    [
        ("2026-10-15 09:00/10:30", "09:00–10:30"),
        ("2026-10-15 21:00/00:30", "21:00–00:30 (next day)"),
        ("2026-10-15", None),
    ],
)
def test_times_are_said_to_the_minute(when: str, clock: str | None):
    assert entry("A", when).clock == clock


def test_a_talk_says_its_time_where_that_is_not_the_session_s():
    made = entry("A", "2026-10-15 09:00/10:00", talk("B", when="2026-10-15 09:00/09:30"), talk("C", when="2026-10-15 09:00/10:00"))
    assert [one.clock for one in made.talks] == ["09:00–09:30", None]


def test_those_of_one_part_stand_together_and_in_the_plural():
    made = entry("P", people=(role("panelist", "Bo"), role("host", "Ada", "Delta"), role("panelist", "Cy")))
    assert [(doer.part and doer.part.text, doer.people) for doer in made.doers] == [
        ("Panelists", (("Bo", None), ("Cy", None))),
        ("Host", (("Ada", "Delta"),)),
    ]


def test_a_talk_s_host_whom_the_session_names_is_not_named_again():
    ada = role("host", "Ada")
    made = entry("S", None, talk("B", host=ada), talk("C", host=role("host", "Bo")), people=(ada,))
    assert [one.host is not None for one in made.talks] == [False, True]


@pytest.mark.parametrize(("kind", "slim"), [(Kind.BREAK, True), (Kind.SOCIAL, True), (Kind.KEYNOTE, False)])
def test_a_break_is_one_line(kind: Kind, slim: bool):  # noqa: FBT001  # the expectation
    assert entry("Tea", kind=kind).slim is slim


def test_a_break_with_something_to_say_is_more_than_a_line():
    assert not entry("Tea", kind=Kind.BREAK, abstract=rich("Bring a cup.")).slim


def test_the_index_names_everybody_once_with_all_their_appearances():
    book = compose(sample_edition())
    found = {one.person.name: [mention.anchor for mention in one.mentions] for group in book.letters for one in group.entries}
    assert set(found) == {person.name for person in sample_edition().program.people}
    assert found["Maria Okafor"] == ["session-keynote-okafor", "session-panel-checkers"]
    assert found["Sven Holm"] == ["session-forecasting-floods-talk-1", "session-tutorial-bayes-talk-1"]


def test_the_index_gives_a_name_in_the_other_script_too():
    people = (
        person("Ming Li", aliases=("M. Li", "李明")),
        person("王思源", aliases=("Siyuan Wang",)),
        person("陈 Chen", aliases=("陈",)),
        person("Bo", translations=(Naming("zh", name="博"),)),
    )
    talks = (talk("T", *(speaker(one.name) for one in people)),)
    book = compose(edition(of=program(session("A", "2026-10-15 09:00/10:00", *talks), people=people)))
    found = {one.person.name: one.also for group in book.letters for one in group.entries}
    assert found == {"Ming Li": "李明", "王思源": "Siyuan Wang", "陈 Chen": None, "Bo": "博"}


@pytest.mark.parametrize(("last", "when"), [("2026-10-21", "Thu 09:00"), ("2026-10-22", "Thu 15 Oct 09:00")])
def test_the_index_names_weekdays_where_each_comes_but_once(last: str, when: str):
    ada = role("chair", "Ada")
    book = compose(edition(session("A", people=(ada,)), session("B", f"{last} 09:00/10:00")))
    assert [mention.when for mention in book.letters[0].entries[0].mentions] == [when]


def moved(of: Session, kind: ChangeKind, old: When | str, new: When | str) -> Entry:
    """The entry of a session that was changed since the first edition."""
    made = edition(of)
    (one,) = made.program.sessions
    change = Change(one.uid, kind, one.title, old, new, 1, PUBLISHED)
    return compose(replace(made, changes=(change,))).days[0].entries[0]


@pytest.mark.parametrize(("day", "struck"), [("2026-10-15", "08:00–09:00"), ("2026-10-14", "Wed 14 Oct 08:00–09:00")])
def test_what_was_announced_before_stands_beside_the_new_time(day: str, struck: str):
    old = When(date.fromisoformat(day), at(f"{day} 08:00"), at(f"{day} 09:00"))
    of = session("A", "2026-10-15 10:00/11:00")
    made = moved(of, ChangeKind.TIME, old, When(of.day, of.start, of.end))
    assert (made.was_clock, made.clock, made.was_room, made.moved) == (struck, "10:00–11:00", None, True)


def test_what_was_announced_before_stands_beside_the_new_room():
    made = moved(session("A", venue="new"), ChangeKind.ROOM, "Old Hall", "new")
    assert (made.was_room, made.was_clock, made.room, made.moved) == ("Old Hall", None, "new", True)


def test_what_is_cancelled_is_not_moved():
    assert not moved(session("A", status=Status.CANCELLED), ChangeKind.ROOM, "Old Hall", "new").moved


def test_pages_of_words_are_in_the_book():
    texts = (TextPage("about", "About 关于"), TextPage("venue", "Getting There"))
    book = compose(edition(of=replace(program(), texts=texts)))
    assert [(one.anchor, one.lang) for one in book.texts] == [("page-about", "en"), ("page-venue", "en")]


def test_a_picture_on_a_page_of_words_is_printed():
    shown = Section(None, rich("Rivers."), Figure(picture(size=(90, 60)), "The river"))
    artifact, _ = emit(edition(of=replace(program(), texts=(TextPage("about", "About", (shown,)),)))).artifacts
    images = [image for page in PdfReader(io.BytesIO(artifact.data)).pages for image in page.images]
    assert [image.image.size for image in images if image.image] == [(90, 60)]


def test_times_are_said_to_be_those_of_the_place():
    assert [one.text for one in compose(sample_edition()).zone] == [
        "All times are China Standard Time.",
        "所有时间均为中国标准时间。",
    ]
    assert compose(edition(session("A", None))).zone == ()


def test_the_index_is_grouped_by_the_first_letter_of_the_sort_key():
    assert [group.name for group in compose(sample_edition()).letters] == ["B", "D", "H", "M", "N", "O", "R", "#"]


def test_the_cover_draws_a_bar_for_each_session_with_a_time():
    drawn = score(compose(sample_edition()).days)
    assert len(drawn.bars) == sum(one.start is not None for one in sample_edition().program.sessions)
    assert all(0 <= bar.x <= bar.x + bar.width <= 1000 for bar in drawn.bars)
    assert score(compose(edition(session("A", None))).days).bars == ()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short", "Short"),
        ("On the shape of tides", "On the shape of…"),
        ("潮汐的形状与海岸的记忆", "潮汐的形状与海…"),
        ("Tide, and time", "Tide, and time"),
    ],
)
def test_a_running_head_is_cut_between_words(text: str, short: str):
    assert shortened(text, 15) == short


def test_a_code_has_a_pixel_for_each_module():
    address = "https://tides.example/2026/calendar/all.ics"
    made = dots(address)
    assert made
    with Raster.open(io.BytesIO(made.data)) as raster:
        dark = [[raster.convert("1").getpixel((x, y)) == 0 for x in range(made.width)] for y in range(made.width)]
        assert raster.size == (made.width, made.width)
    assert dark == [list(map(bool, row)) for row in segno.make(address, error="m").matrix_iter(border=4)]


def test_an_address_too_long_for_a_code_has_none():
    assert dots("https://a.example/" + "x" * 5000) is None
    assert dots(None) is None


# --- texts --------------------------------------------------------------------------------------------------------------------


def test_each_paragraph_has_its_language():
    text = rich("Tides remember.", "潮汐有记忆。")
    assert (
        prose(text, 3, ENGLISH)
        == '<p lang="en">Tides <span class="last">remember.</span></p>\n<p lang="zh-Hans">潮汐<span class="last">有记忆。</span></p>\n'
    )


def test_latin_letters_and_digits_get_air_in_chinese_text():
    assert prose(rich("用R语言与3个模型"), 3, ENGLISH) == (
        '<p lang="zh-Hans">用\u2006<span lang="en">R</span>\u2006语言与\u20063\u2006<span class="last">个模型</span></p>\n'
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("他说“好”。我走了很远", "他说“好<half>”</half>。我走了很远"),
        ("见《（甲）》一书所写的", "见《<half>（</half>甲<half>）</half>》一书所写的"),
        ("甲，乙，丙丁戊己庚辛", "甲，乙，丙丁戊己庚辛"),
    ],
)
def test_chinese_marks_in_a_row_stand_close(text: str, marked: str):
    html = prose(rich(text), 3, ENGLISH)
    assert re.sub(r'<span class="half">(.)</span>', r"<half>\1</half>", re.sub(r'<span class="last">(.*)</span>', r"\1", html)) == (
        f'<p lang="zh-Hans">{marked}</p>\n'
    )


def test_addresses_are_left_as_they_are():
    html = '<p>见<a href="https://a.example/潮a（《汐》）">这里</a>的说明文字</p>'
    assert '"https://a.example/潮a（《汐》）"' in prose(RichText("", html, "见这里的说明文字"), 3, ENGLISH)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("This is what we do so.", "do so."),
        ("It is the one due on Saturday morning.", "morning."),
        ("We meet at 9.", "at 9."),
        ("它们就来不及了。", "不及了。"),
        ("so a < b", None),
        ("Ends in " + "x" * 40, None),
    ],
)
def test_a_paragraph_does_not_end_in_half_a_word(text: str, kept: str | None):
    found = re.search(r'<span class="last">(.*?)</span>', prose(rich(text), 3, ENGLISH))
    assert (found and unescape(found[1])) == kept


def test_headings_of_an_abstract_are_of_one_level():
    html = "<h1>A</h1><p>b</p><h4>C</h4>"
    assert prose(RichText("", html, "A b C"), 4, ENGLISH) == '<h4 lang="en">A</h4><p lang="en">b</p><h4 lang="en">C</h4>'


def test_pictures_and_dead_links_leave_their_words():
    html = (
        '<p>See <img src="file:///etc/passwd" alt="the map"> or <a href="#x">here</a> or <a href="https://a.example/">there</a></p>'
    )
    assert prose(RichText("", html, "See"), 3, ENGLISH) == (
        '<p lang="en">See the map or here or <a href="https://a.example/">there</a></p>'
    )


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Opening 开幕式", "en"),
        ("Counting Birds 数鸟与数泥", "en"),
        ("基于 GPT 的推断", "zh-Hans"),
        ("潮汐", "zh-Hans"),
        ("Tides", "en"),
        ("", "en"),
    ],
)
def test_of_two_titles_in_one_the_first_gives_the_language(title: str, language: str):
    assert title_language(title, ENGLISH) == language


def test_what_has_no_shape_is_not_printed():
    assert printable("<p>a\u200db\ufe0f\u2003c\u2011d\u202ee</p>") == "<p>ab c-de</p>"


def test_endless_words_can_be_broken_and_addresses_stay_whole():
    link = f'<a href="https://a.example/{"x" * 40}">{"y" * 40}</a>'
    assert printable(link).replace("\u200c\u200b", "") == link
    assert printable(link).count("\u200b") == 4
    assert "\u200b" not in printable("<p>" + "字" * 60 + "</p>")


# --- versions -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.A4, (210, 297)), (Paper.A5, (148, 210)), (Paper.A6, (105, 148)), (Paper.LETTER, (216, 279))],
)
def test_there_is_a_short_version_without_abstracts(paper: Paper, size: tuple[int, int]):
    of = program(session("Rivers", "2026-10-15 09:00/10:00", talk("Floods", speaker("Ada Brook"), abstract=rich("They rise."))))
    made = emit(edition(of=replace(of, booklet=Booklet(paper, short=True)))).artifacts
    texts = {}
    assert [one.path for one in made[2:]] == ["booklet-print.pdf", "booklet-short-print.pdf"]
    for one in made[:2]:
        pages = PdfReader(io.BytesIO(one.data)).pages
        assert {
            tuple(round(float(edge) / 72 * 25.4) for edge in (page.mediabox.width, page.mediabox.height)) for page in pages
        } == {size}
        texts[one.path] = " ".join(page.extract_text() for page in pages)
    assert {path: [word in text for word in ("Floods", "Ada Brook", "They rise.")] for path, text in texts.items()} == {
        "booklet.pdf": [True, True, True],
        "booklet-short.pdf": [True, True, False],
    }


# --- pictures -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(3000, 40), (40, 3000), (240, 300), (1, 1)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_portraits_have_one_shape(size: tuple[int, int], kind: str):
    image = picture(size=size, kind=kind)
    made = portraits([image])[image]
    with Raster.open(io.BytesIO(made.data)) as raster:
        assert (raster.size, raster.mode, raster.format) == (PORTRAIT, "RGB", "JPEG")


@pytest.mark.parametrize("data", [None, b"", b"no picture", (picture().data or b"")[:60]])
def test_what_is_no_picture_leaves_no_place(data: bytes | None):
    image = Image("/a.png", data)
    assert portraits([image]) == {}
    assert figure(image) is None


def test_a_map_keeps_its_shape_and_its_lines():
    made = figure(picture(size=(2800, 1400)))
    assert made
    assert (made.width, made.height, made.data[1:4]) == (1400, 700, b"PNG")


# --- glyphs -------------------------------------------------------------------------------------------------------------------

PAGE = "---\ntitle: Rivers 🌊🌊 and Rain\n---\nAda سلام عليكم again سلام عليكم.\n"


def unprintable(**facts: object) -> Edition:
    made = edition(session("Rivers 🌊🌊 and Rain", None, id="r", source=Span("r.md", 1, 1, 4, 1), **facts))
    return replace(made, sources={"r.md": Source("r.md", PAGE)})


def test_a_missing_glyph_is_an_error_at_its_place_and_nothing_is_printed():
    emission = emit(unprintable(abstract=rich("Ada سلام عليكم again سلام عليكم.")))
    assert emission.artifacts == ()
    assert emission.problems == (
        MissingGlyph(Span("r.md", 2, 15, 2, 17), "🌊🌊"),
        MissingGlyph(Span("r.md", 4, 5, 4, 15), "سلام عليكم"),
    )


def test_a_missing_glyph_that_the_page_writes_otherwise_is_at_the_session():
    made = replace(unprintable(), sources={"r.md": Source("r.md", "title: Rivers &#x1F30A;")})
    assert emit(made).problems == (MissingGlyph(Span("r.md", 1, 1, 4, 1), "🌊🌊"),)


def test_a_missing_glyph_of_the_event_is_where_some_file_has_it():
    made = edition(of=program(session("A"), event_=event("Party 🎉")))
    toml = Source("program.toml", '[event]\ntitle = "Party 🎉"\n')
    assert emit(made).problems == (MissingGlyph(Span("program.toml"), "🎉"),)
    assert emit(replace(made, sources={"program.toml": toml})).problems == (MissingGlyph(Span("program.toml", 2, 16, 2, 17), "🎉"),)


def test_the_message_names_the_characters():
    assert MissingGlyph(Span("a.md"), "😀 😀").message == "no font of the booklet has '😀 😀' (U+1F600 GRINNING FACE)"
    assert MissingGlyph(Span("a.md"), "ابتث").message.endswith("U+062A ARABIC LETTER TEH and 1 more)")


def test_a_cancelled_session_stays_in_the_book():
    assert entry("A", status=Status.CANCELLED).cancelled


def test_a_book_whose_time_nobody_gave_is_as_of_no_day():
    assert compose(replace(sample_edition(), dated=False)).as_of == ()


def test_a_missing_glyph_of_a_translation_is_at_its_place():
    translated = (Translation("zh", title="河\U000f0000"),)
    source = Source("sessions/a.md", "title_zh: 河\U000f0000")
    made = replace(edition(session("A", id="a", translations=translated)), sources={"sessions/a.md": source})
    assert emit(made).problems == (MissingGlyph(Span("sessions/a.md", 1, 12, 1, 13), "\U000f0000"),)


def test_a_text_s_own_language_is_that_of_its_letters():
    text = replace(rich("Pourquoi ?"), language="fr")
    assert prose(text, 3, ENGLISH) == '<p lang="fr"><span class="last">Pourquoi ?</span></p>\n'
