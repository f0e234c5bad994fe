"""What is doubtful about people is reported with both places, and what is not is left alone."""

from dataclasses import replace

import pytest

from pipeline.diagnostics.people import (
    BiographyOfAnother,
    NameInCapitals,
    NameMayBeMisspelt,
    NameMayBeOnePerson,
    TwoSpellingsOfAnInstitute,
)
from pipeline.diagnostics.text import PhotoNamedAfterAnother, PhotoOfTwoPeople
from pipeline.model import Image, Person
from pipeline.normalize.people.resolve import Mention, resolve_people
from pipeline.source import Located, Span

HERE, THERE = Span("a.md"), Span("b.md")


def named(name: str, affiliation: str | None, span: Span, photo: Image | None = None) -> Mention:
    return Mention(name, affiliation, photo, None, span, photo_at=replace(span, line=9) if photo else None)


def problems(*people: tuple[str, str | None]) -> list[object]:
    mentions = [named(name, affiliation, Span(f"{'abcdefghijklmnop'[at]}.md")) for at, (name, affiliation) in enumerate(people)]
    return list(resolve_people(mentions).problems)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhiqin Xu", "许志钦"), ("Zhiqin Xu", "Xu Zhiqin"), ("Zhiqin Xu", "Z. Xu"), ("Zhi-Qin John Xu", "Zhiqin Xu"), ("John A. Smith", "John Smith"),
        ("Minsu Kim", "Kim Minsu"), ("Z.-Q. Xu", "许志钦"),
    ],
)  # fmt: skip
def test_one_name_in_two_forms_is_offered(one: str, other: str):
    assert problems((one, "X University"), (other, None)) == [NameMayBeOnePerson(THERE, other, one, HERE)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Zhiqin Xu", "Fudan University"), ("Z. Xu", "Hunan University")),
        (("Wei Li", None), ("Li Wei", None)),
        (("Wei Li", None), ("Wen Li", None)),
        (("Wei Li", None), ("Wei Ming Li", None)),
        (("Bin Liu", None), ("Bing Liu", None)),
        (("Jingru Zhang", "Fudan University"), ("Jingrui Zhang", "Hunan University")),
        (("Maria Rossi", None), ("Mario Rossi", None)),
        (("Zhiqin Xu", None), ("许志欣", None)),
        (("张三", None), ("章散", None)),
    ],
)
def test_other_people_are_left_alone(one: tuple[str, str | None], other: tuple[str, str | None]):
    assert problems(one, other) == []


def test_what_may_be_either_of_two_is_not_offered():
    assert problems(("Z. Xu", None), ("Zhiqin Xu", None), ("Zhe Xu", None)) == []


@pytest.mark.parametrize(("slip", "name"), [("Zhihuang Zhang", "Zhihua Zhang"), ("Anna Petersen", "Anna Peterson"), ("Elizabeht Bell", "Elizabeth Bell")])  # fmt: skip
def test_almost_somebodys_name_is_a_slip_of_the_rarer_one(slip: str, name: str):
    assert problems((slip, None), (name, "X University"), (name, "X University")) == [NameMayBeMisspelt(HERE, slip, name, THERE)]


def test_who_are_named_in_one_line_are_two():
    assert resolve_people([named("Jingru Zhang", None, HERE), named("Jingrui Zhang", None, HERE)]).problems == ()


def with_biography(name: str, about: str) -> Mention:
    return replace(named(name, None, HERE), about=Located(about, THERE))


@pytest.mark.parametrize(("name", "about", "reading"), [("Zhiqing Xu", "许志钦", "Xu Zhiqin"), ("Yun Liu", "刘歆", "Liu Xin")])
def test_a_biography_of_another_name_is_reported(name: str, about: str, reading: str):
    assert resolve_people([with_biography(name, about)]).problems == (BiographyOfAnother(HERE, name, about, reading, THERE),)


def test_a_biography_of_a_listed_alias_is_ones_own():
    assert resolve_people([with_biography("Yun Liu", "刘歆")], [Person("", "Yun Liu", ("刘歆",))]).problems == ()
    assert resolve_people([with_biography("Yun Liu", "刘歆")], [Person("", "Xin Liu", ("Yun Liu",))]).problems == ()


def test_a_biography_of_almost_the_name_is_reported():
    assert resolve_people([with_biography("Zhihuang Zhang", "Zhihua Zhang")]).problems == (
        BiographyOfAnother(HERE, "Zhihuang Zhang", "Zhihua Zhang", None, THERE),
    )


def test_a_biography_of_somebody_else_of_the_program_is_reported():
    other = named("Jane Roe", None, Span("c.md"))
    assert resolve_people([with_biography("Ann Bell", "Jane Roe"), other]).problems == (
        BiographyOfAnother(HERE, "Ann Bell", "Jane Roe", None, THERE),
    )


@pytest.mark.parametrize(
    ("name", "about"),
    [("Zhiqin Xu", "许志钦"), ("John Xu", "许志钦"), ("Z. Xu", "许志钦"), ("Tsz-Kin Chan", "陈子健"), ("Ann Bell", "Ann B. Bell"), ("Ann Bell", "Annabel Bell"), ("许志钦", "许志钦")],
)  # fmt: skip
def test_a_biography_of_ones_own_is_none_of_another(name: str, about: str):
    assert resolve_people([with_biography(name, about)]).problems == ()


@pytest.mark.parametrize(
    ("rare", "usual"),
    [
        ("Peking university", "Peking University"),
        ("Xi'an Jiao Tong University", "Xi'an Jiaotong University"),
        ("Southwestern University of Finance and Economics", "Southwest University of Finance and Economics"),
        ("Tsinghua Univeristy", "Tsinghua University"),
        ("Universite de Montreal", "Université de Montréal"),
    ],
)
def test_two_spellings_of_an_institute_are_told_once_at_the_rarer(rare: str, usual: str):
    found = problems(
        ("Ann Bell", rare), ("Bob Cole", usual), ("Eva Fox", f"School of Data, {usual}"), ("Ian Gray", rare), ("Di He", usual)
    )
    assert found == [TwoSpellingsOfAnInstitute(HERE, rare, usual, THERE)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hunan University", "Henan University"), ("Northwest University", "Northwestern University"), ("Xi'an Jiaotong University", "Xi’an Jiaotong University"),
        ("The University of Oslo", "University of Oslo"), ("Hangzhou University", "Changzhou University"), ("Peking University", "北京大学"), ("东北大学", "东北师范大学"),
        ("Institute of Geometry", "Institut of Geometry"), ("TU Wien", "TU Wien"), ("School of Mathematics", "School of Statistics"),
    ],
)  # fmt: skip
def test_other_institutes_are_left_alone(one: str, other: str):
    assert problems(("Ann Bell", one), ("Bob Cole", other)) == []


def test_a_name_in_capitals_is_told_where_it_is_the_only_one():
    others = [(f"{given} {family}", None) for given in ("Ann", "Bob", "Eva") for family in ("Gray", "Stone", "Marsh")]
    assert problems(("Dong XIA", None), *others) == [NameInCapitals(HERE, "Dong XIA")]
    assert problems(("Dong XIA", None), ("Di HE", None), ("Wei LIN", None), *others) == []


def test_one_photo_of_two_people_is_told_at_the_second():
    photo = Image("/images/bell.png", b"data", "image/png", 240, 300)
    mentions = [named("Ann Bell", None, HERE, photo), named("Eva Fox", None, THERE, replace(photo, reference="/images/fox.png"))]
    assert resolve_people(mentions).problems == (
        PhotoOfTwoPeople(Span("b.md", 9), "/images/fox.png", "Eva Fox", "Ann Bell", Span("a.md", 9)),
    )
    assert resolve_people([mentions[0], replace(mentions[1], name="Ann Bell")]).problems == ()


def test_a_silhouette_may_stand_for_many():
    photo = Image("/images/person.jpeg", b"data", "image/jpeg", 240, 300)
    assert resolve_people([named("Ann Bell", None, HERE, photo), named("Eva Fox", None, THERE, photo)]).problems == ()


@pytest.mark.parametrize("file", ["gray.png", "iangray.png", "Gray_Ian-2.png", "ian-gray.jpg"])
def test_a_photo_that_is_named_after_another_is_told(file: str):
    photo = Image(f"/images/{file}", b"data", "image/png", 240, 300)
    mentions = [named("Eva Fox", None, HERE, photo), named("Ian Gray", None, THERE)]
    wanted = () if file == "gray.png" else (PhotoNamedAfterAnother(Span("a.md", 9), photo.reference, "Eva Fox", "Ian Gray", THERE),)
    assert resolve_people(mentions).problems == wanted, "a short family name alone may be anybody's"


@pytest.mark.parametrize(
    "file", ["zhihua.png", "zhang.png", "zhihuazhang.png", "zzh.jpg", "portrait.png", "IMG_2034.jpg", "fox.png"]
)
def test_other_names_of_files_say_nothing(file: str):
    photo = Image(f"/images/{file}", b"data", "image/png", 240, 300)
    mentions = [named("Zhihua Zhang", None, HERE, photo), named("Zhihua Wang", None, THERE), named("Eva Fox", None, Span("c.md"))]
    assert resolve_people(mentions).problems == ()
