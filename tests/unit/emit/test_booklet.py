"""The booklet before it is printed: what stands in it, in which words, and what cannot be printed."""

import io
from dataclasses import replace

import pytest
from PIL import Image as Raster

from pipeline.diagnostics.output import MissingGlyph
from pipeline.emit.booklet import emit
from pipeline.emit.booklet.book import Entry
from pipeline.emit.booklet.compose import compose, shortened
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.pictures import PORTRAIT, figure, portraits
from pipeline.emit.booklet.prose import halves, printable, prose, title_language
from pipeline.emit.typography import Languages
from pipeline.model import Edition, Image, Kind, RichText, Status, Talk, Translation
from pipeline.source import Source, Span
from tests.builders import edition, event, picture, program, rich, role, sample_edition, session, speaker, talk

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


# --- texts --------------------------------------------------------------------------------------------------------------------


def test_each_paragraph_has_its_language():
    text = rich("Tides remember.", "潮汐有记忆。")
    assert prose(text, ENGLISH) == '<p lang="en">Tides remember.</p>\n<p lang="zh-Hans">潮汐有记忆。</p>\n'


def test_latin_letters_and_digits_get_air_in_chinese_text():
    assert prose(rich("用R语言与3个模型"), ENGLISH) == (
        '<p lang="zh-Hans">用\u2006<span lang="en">R</span>\u2006语言与\u20063\u2006个模型</p>\n'
    )


def test_pictures_and_dead_links_leave_their_words():
    html = (
        '<p>See <img src="file:///etc/passwd" alt="the map"> or <a href="#x">here</a> or <a href="https://a.example/">there</a></p>'
    )
    assert prose(RichText("", html, "See"), ENGLISH) == (
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


@pytest.mark.parametrize(
    ("title", "parts"),
    [("Salt and Sea 盐与海", ("Salt and Sea", "盐与海")), ("潮线 Tidelines", ("潮线 Tidelines",)), ("Tides", ("Tides",))],
)
def test_two_titles_in_one_come_apart(title: str, parts: tuple[str, ...]):
    assert halves(title) == parts


def test_what_has_no_shape_is_not_printed():
    assert printable("<p>a\u200db\ufe0f\u2003c\u2011d\u202ee</p>") == "<p>ab c-de</p>"


def test_endless_words_can_be_broken_and_addresses_stay_whole():
    link = f'<a href="https://a.example/{"x" * 40}">{"y" * 40}</a>'
    assert printable(link).replace("\u200b", "") == link
    assert printable(link).count("\u200b") == 4
    assert "\u200b" not in printable("<p>" + "字" * 60 + "</p>")


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
    assert prose(text, ENGLISH) == '<p lang="fr">Pourquoi ?</p>\n'
