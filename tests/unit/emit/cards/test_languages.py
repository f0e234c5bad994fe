"""Titles, abstracts and names in several languages: the page's own language first, the others quietly beside it."""

from dataclasses import replace

from pipeline.model import Naming, Translation
from tests.builders import edition, event, person, program, rich, session, speaker, talk
from tests.pages import only, page, words

RIVERS = session(
    "Rivers",
    "2026-10-15 09:00/10:00",
    talk("Les rivières", speaker("Wei Li"), id="rivers-1", language="fr", translations=(Translation("zh", title="河"),)),
    id="rivers",
    language="en",
    abstract=replace(rich("Why?"), language="en"),
    translations=(Translation("zh", title="河流", abstract=replace(rich("为什么？"), language="zh")),),
)
PEOPLE = (person("Wei Li", translations=(Naming("en", "Wei Li"), Naming("zh", "李伟"))),)
EDITION = edition(of=program(RIVERS, event_=event(languages=("en", "zh")), people=PEOPLE))


def test_a_title_in_other_languages_is_a_quiet_line_with_its_language():
    tree = page(EDITION, "sessions/rivers.html")
    assert words(only(tree, "h1")) == "Rivers"
    assert [(node.attributes["lang"], words(node)) for node in tree.css(".other-title")] == [("zh-Hans", "河流"), ("zh-Hans", "河")]
    assert [words(node) for node in tree.css(".other-name")] == ["李伟"]
    assert [words(node) for node in page(EDITION).css(".card .other-title")] == ["河流"]


def test_a_page_in_another_language_shows_its_own_first():
    tree = page(EDITION, "zh/sessions/rivers.html")
    assert words(only(tree, "h1")) == "河流"
    assert [(node.attributes["lang"], words(node)) for node in tree.css(".other-title")] == [
        ("en", "Rivers"),
        ("fr", "Les rivières"),
    ]
    assert [(node.attributes["lang"], words(node)) for node in tree.css(".prose")] == [("zh-Hans", "为什么？"), ("en", "Why?")]


def test_a_title_in_the_letters_of_another_language_has_that_language():
    one = session("T", "2026-10-15 09:00/10:00", talk("Les rivières", language="fr"), talk("Two"), id="rivers", language="en")
    heading = page(edition(one), "sessions/rivers.html").css(".talk h2")[0]
    assert '<span lang="fr">Les rivières</span>' in (heading.html or "")


def test_a_title_in_two_languages_is_not_said_twice():
    halves = (Translation("en", title="Rivers"), Translation("zh", title="河流"))
    one = session("Rivers (河流)", "2026-10-15 09:00/10:00", id="rivers", language="en", translations=halves)
    assert page(edition(one), "sessions/rivers.html").css(".other-title") == []
