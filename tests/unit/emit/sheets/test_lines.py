"""How sheets print names, titles, hours and tracks."""

import pytest

from pipeline.emit.booklet.words import Said
from pipeline.emit.sheets.fitting import Laid, fitted, fitting_words
from pipeline.emit.sheets.lines import Mark, common_place, halves, marks, name_of, room_of, titles
from pipeline.emit.sheets.words import wording
from pipeline.model import Naming, Track, Translation
from tests.builders import event, person, program, session, venue

WORDS = wording(("en", "zh"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tide Hall 观潮堂", [("Tide Hall", "en"), ("观潮堂", "zh-Hans")]),
        ("红树林的数学 Mathematics of Mangroves", [("Mathematics of Mangroves", "en"), ("红树林的数学", "zh-Hans")]),
        ("做活的AI", [("做活的AI", "zh-Hans")]),
        ("报告厅 B", [("报告厅 B", "zh-Hans")]),
        ("Room 201", [("Room 201", "en")]),
        ("从卫星通信、AIGC 到定理证明", [("从卫星通信、AIGC 到定理证明", "zh-Hans")]),
    ],
)
def test_a_name_in_two_scripts_is_two_lines(name: str, expected: list[tuple[str, str]]):
    assert [(half.text, half.lang) for half in halves(name, WORDS)] == expected


def test_titles_stand_in_each_language_the_main_one_first():
    bilingual = session("河流", language="zh", translations=(Translation("en", "Rivers"),))

    assert titles(bilingual, WORDS) == (Said("Rivers", "en"), Said("河流", "zh-Hans"))


def test_names_have_their_other_script_or_their_sound():
    known = person("Xu Zhiqin", aliases=("Z. Xu", "许志钦"), sort_key="xu, zhiqin")
    translated = person("许志钦", sort_key="xu, zhiqin", translations=(Naming("en", "Zhi-Qin John Xu"),))

    assert name_of(known).other == "许志钦"
    assert name_of(known, "许志钦").other == "Xu Zhiqin"
    assert name_of(translated).other == "Zhi-Qin John Xu"
    assert name_of(person("许志钦", sort_key="xu, zhiqin")).other == "Xu Zhiqin"
    assert name_of(person("Ada Example", aliases=("A. Example",))).other is None


def test_what_all_venues_are_called_is_said_once():
    rooms = (venue("华东师范大学 文史楼 201"), venue("华东师范大学 文史楼 203"))
    of = program(session("A", venue=rooms[0].id), event_=event(), venues=rooms)

    assert common_place(of) == "华东师范大学 文史楼"
    assert room_of(of.sessions[0], of) == "201"
    assert common_place(program(venues=rooms[:1])) == ""
    assert common_place(program(venues=(venue("Hall"), venue("Hall North")))) == ""


def test_tracks_are_told_apart_by_letters():
    of = program(event_=event(tracks=(Track("Theory", "#112233"), *(Track(f"T{number}") for number in range(30)))))

    assert marks(of)["Theory"] == Mark("A", "#112233")
    assert [mark.letter for mark in marks(of).values()][24:29] == ["Y", "Z", "27", "28", "29"]


def test_each_thing_has_the_largest_type_in_which_it_fits():
    fit = {(0, 30), (1, 10), (2, 30)}
    tried = []

    def lay(groups):
        tried.append(dict(groups))
        numbers = {0: (0, 1), 1: (2,), 2: (3,)}
        return {
            group: Laid("pages", tuple((thing, size) in fit for thing, size in zip(numbers[group], sizes, strict=True)))
            for group, sizes in groups.items()
        }

    fits = fitted([[(30, 20, 10), (30, 20, 10)], [(30, 20)], [(20, 10)]], lay)

    assert [(one.sizes, one.laid.fits) for one in fits] == [((30, 10), (True, True)), ((30,), (True,)), ((10,), (False,))]
    assert tried == [{0: (30, 30), 1: (30,), 2: (20,)}, {0: (30, 20), 2: (10,)}, {0: (30, 10)}]


def test_type_is_no_larger_than_the_longest_word_allows():
    sizes = (30.0, 20.0, 10.0)

    assert fitting_words(sizes, ["a hydrodynamics of seas"], lambda _: 150) == (10.0,)
    assert fitting_words(sizes, ["hydro-dynamics"], lambda _: 150) == sizes
    assert fitting_words(sizes, ["水动力学水动力学水动力学"], lambda _: 150) == sizes
    assert fitting_words(sizes, ["w" * 90], lambda _: 150) == (10.0,), "the smallest is always tried"
