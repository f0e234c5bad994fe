"""The names that are listed for badges, and whose they are."""

from pipeline.diagnostics.configuration import UnknownBearer
from pipeline.model import Naming
from pipeline.normalize.badges import bearers
from pipeline.source import Located, Span
from tests.builders import person

AT = Span("program.toml", 9, 11, 9, 20)
PEOPLE = (
    person("Ada Brook"),
    person("Zhiqin Xu", aliases=("许志钦",), translations=(Naming("en", "Zhi-Qin John Xu"),)),
)


def listed(*names: str) -> tuple[Located[str], ...]:
    return tuple(Located(name, AT) for name in names)


def test_people_are_listed_by_any_of_their_names_and_have_one_badge_each():
    assert bearers(listed("许志钦", "ada  brook", "Zhi-Qin John Xu"), PEOPLE) == (("zhiqin-xu", "ada-brook"), ())


def test_somebody_whom_no_page_names_is_reported():
    assert bearers(listed("Ada Brok", "Nobody at All"), PEOPLE) == (
        (),
        (UnknownBearer(AT, "Ada Brok", "Ada Brook"), UnknownBearer(AT, "Nobody at All", None)),
    )
