"""Mentions of one person become one person, and those of two become two."""

from pipeline.diagnostics.people import NameSpeltTwoWays, NameWithTwoInstitutes
from pipeline.model import Image, Person
from pipeline.normalize.people import Mention, resolve_people
from pipeline.source import Span


def mention(
    name: str, affiliation: str | None = None, page: str = "a.md", line: int = 1, photo: Image | None = None, url: str | None = None
) -> Mention:
    return Mention(name, affiliation, photo, url, Span(page, line))


def test_a_person_has_the_facts_of_all_their_mentions():
    photo = Image("/images/x.png", b"png", "image/png", 1, 1)
    mentions = [
        mention("Jun Zhu", page="a.md"),
        mention("Jun Zhu", "Tsinghua University", page="b.md", photo=Image("/images/lost.png")),
        mention(
            "Jun Zhu", "Department of Computer Science, Tsinghua University", page="c.md", photo=photo, url="https://jun.example/"
        ),
    ]
    people = resolve_people(mentions)
    assert people.people == (
        Person(
            "jun-zhu",
            "Jun Zhu",
            (),
            "Department of Computer Science, Tsinghua University",
            photo,
            "https://jun.example/",
            "zhu, jun",
        ),
    )
    assert [people.id_of(each) for each in mentions] == ["jun-zhu"] * 3
    assert people.problems == ()


def test_spellings_of_one_name_are_one_person_and_reported():
    people = resolve_people([mention("Zhiqin Xu", line=1), mention("Zhi-Qin XU", line=2), mention("Prof. Zhiqin Xu", line=3)])
    (person,) = people.people
    assert (person.name, person.aliases) == ("Zhiqin Xu", ("Zhi-Qin XU", "Prof. Zhiqin Xu"))
    assert people.problems == (NameSpeltTwoWays(Span("a.md", 2), "Zhi-Qin XU", "Zhiqin Xu", Span("a.md", 1)),)


def test_one_name_with_two_institutes_is_two_people():
    mentions = [mention("Bin Liu", "Southern University", page="a.md"), mention("Bin Liu", "Fudan University", page="b.md")]
    people = resolve_people(mentions)
    assert [(person.id, person.affiliation) for person in people.people] == [
        ("bin-liu-fudan-university", "Fudan University"),
        ("bin-liu-southern-university", "Southern University"),
    ]
    assert people.id_of(mentions[1]) == "bin-liu-fudan-university"
    assert people.problems == (
        NameWithTwoInstitutes(Span("b.md"), "Bin Liu", "Fudan University", "Southern University", Span("a.md")),
    )


def test_without_institute_a_name_is_the_only_bearers_or_the_only_one_of_the_page():
    south, north = mention("Bin Liu", "Southern University", page="a.md"), mention("Bin Liu", "Northern University", page="b.md")
    bare_on_b, bare_on_c = mention("Bin Liu", page="b.md", line=9), mention("Bin Liu", page="c.md")
    people = resolve_people([south, north, bare_on_b, bare_on_c])
    assert people.id_of(bare_on_b) == people.id_of(north) == "bin-liu-northern-university"
    assert people.id_of(bare_on_c) == "bin-liu"


def test_a_third_institute_can_show_that_two_are_one():
    people = resolve_people(
        [
            mention("Wei Li", "Data School, X University", page="a.md"),
            mention("Wei Li", "Y Lab", page="b.md"),
            mention("Wei Li", "Y Lab, X University", page="c.md"),
        ]
    )
    assert [person.id for person in people.people] == ["wei-li"]


def test_names_that_are_spelled_alike_in_letters_are_two_people():
    people = resolve_people([mention("张三", line=1), mention("Zhang San", line=2), mention("章散", line=3)])
    assert len({person.id for person in people.people}) == 3


def test_the_order_of_mentions_changes_nothing():
    mentions = [
        mention("Zhiqin Xu", page="b.md"),
        mention("Zhi-Qin Xu", page="a.md"),
        mention("Bin Liu", "Southern University", page="c.md"),
        mention("Bin Liu", "Fudan University", page="a.md", line=4),
        mention("曾国", page="d.md"),
    ]
    assert resolve_people(mentions) == resolve_people(mentions[::-1])
    assert [person.name for person in resolve_people(mentions).people] == ["Bin Liu", "Bin Liu", "Zhi-Qin Xu", "曾国"]


def test_nobody_is_nobody():
    assert resolve_people([]).people == ()
