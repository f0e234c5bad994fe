"""Mentions of one person become one person, and those of two become two."""

from dataclasses import replace

from pipeline.diagnostics.people import NameMayBeOnePerson, NameSpeltTwoWays, NameWithTwoInstitutes
from pipeline.model import Image, Person
from pipeline.normalize.people.resolve import Mention, resolve_people
from pipeline.source import Located, Span


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
    assert people.problems == (), "what may be either of two says nothing of any"


def about(one: Mention, name: str) -> Mention:
    return replace(one, about=Located(name, Span(one.span.path, 90)))


def test_a_biography_gives_a_speaker_the_name_in_characters():
    people = resolve_people(
        [about(mention("Zhi-Qin John Xu", "Southern University"), "许志钦"), mention("许志钦", page="b.md", line=3)]
    )
    (person,) = people.people
    assert (person.name, person.aliases, person.sort_key) == ("Zhi-Qin John Xu", ("许志钦",), "xu, zhiqin john")
    assert people.problems == ()


def test_two_spellings_with_one_biography_are_one_person():
    people = resolve_people([about(mention("Zhiqin Xu"), "许志钦"), about(mention("Zhi-Qin John Xu", page="b.md"), "许志钦")])
    (person,) = people.people
    assert (person.name, person.aliases) == ("Zhiqin Xu", ("Zhi-Qin John Xu", "许志钦"))
    assert [problem.kind() for problem in people.problems] == ["name-spelt-two-ways"]


def test_homonyms_are_told_apart_by_their_biographies():
    mentions = [about(mention("Bin Liu", page="a.md"), "刘斌"), about(mention("Bin Liu", page="b.md"), "刘彬")]
    assert [person.aliases for person in resolve_people(mentions).people] == [("刘斌",), ("刘彬",)]
    one_house = [replace(one, affiliation="Southern University") for one in mentions]
    assert [person.aliases for person in resolve_people(one_house).people] == [("刘斌",), ("刘彬",)]


def test_a_biography_of_the_same_name_at_another_institute_joins_nobody():
    people = resolve_people(
        [about(mention("Bin Liu", "Southern University"), "刘斌"), mention("刘斌", "Fudan University", page="b.md")]
    )
    assert len(people.people) == 2


def test_without_a_biography_one_person_is_offered_and_not_made():
    people = resolve_people([mention("Zhiqin Xu", "Southern University"), mention("许志钦", page="b.md")])
    assert len(people.people) == 2
    assert people.problems == (NameMayBeOnePerson(Span("b.md"), "许志钦", "Zhiqin Xu", Span("a.md")),)


def test_listed_aliases_are_one_person():
    known = Person("xu", "Zhi-Qin John Xu", ("许志钦", "Z. Xu"), "Southern University", None, "https://xu.example/", "xu zhiqin")
    people = resolve_people([mention("许志钦"), mention("Z. Xu", page="b.md"), mention("Zhiqin John Xu", page="c.md")], [known])
    (person,) = people.people
    assert (person.id, person.name, person.affiliation, person.url) == (
        "xu",
        "Zhi-Qin John Xu",
        "Southern University",
        "https://xu.example/",
    )
    assert (person.aliases, person.sort_key) == (("许志钦", "Z. Xu", "Zhiqin John Xu"), "xu zhiqin")
    assert [problem.kind() for problem in people.problems] == ["name-spelt-two-ways"], "only the spelling that is not listed"


def test_of_two_listed_people_of_a_name_the_institute_tells():
    known = [Person("a", "Bin Liu", affiliation="Southern University"), Person("b", "Bin Liu", affiliation="Fudan University")]
    mentions = [mention("Bin Liu", "Fudan University"), mention("Bin Liu", "School of Data, Southern University", page="b.md")]
    people = resolve_people(mentions, known)
    assert [people.id_of(one) for one in mentions] == ["b", "a"]
    assert people.problems == ()


def test_two_who_are_listed_are_two_without_question():
    known = [Person("", "Zhihua Zhang"), Person("", "Zhihuang Zhang")]
    people = resolve_people([mention("Zhihua Zhang"), mention("Zhihuang Zhang", page="b.md")], known)
    assert [person.id for person in people.people] == ["zhihua-zhang", "zhihuang-zhang"]
    assert people.problems == ()


def test_who_is_listed_and_not_named_is_not_in_the_program():
    assert resolve_people([], [Person("", "Ann Bell")]).people == ()


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
