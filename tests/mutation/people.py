"""Slips of names, institutes and biographies."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.planting import Mutation, Page, Slip, each_line, mutation

_ROLE = r"^(\s*(?:chair|host|organizer|speakers|speaker|- name): |\s*Session Chair: |\s*Host: )"


def _role_taken(page: Page) -> Iterator[Slip]:
    """A chair who chairs another session at that time."""
    session = page.session
    for number, line in enumerate(page.lines, 1):
        if session is None or session.status == "cancelled" or not line.startswith("chair: "):
            continue
        beside = [
            (role.name, role.affiliation)
            for other in page.program.sessions
            for role in other.people
            if other.start == session.start
            and other.end == session.end
            and other.id != session.id
            and role.role in ("chair", "host")
        ]
        for name, institute in beside:
            if f"{name}" not in "\n".join(page.lines):
                yield Slip(page.path, number, (f"chair: {name}, {institute}",))


def _exchanged_biographies(page: Page) -> Iterator[Slip]:
    """Of two biographies on a page, the second one under both talks; both talks have theirs begin on the line after a label."""
    places = [number for number, line in enumerate(page.lines, 1) if re.search(r"<b>(CV|Self Introduction):</b>", line)]
    for first, second in pairwise(places):
        yield Slip(page.path, first + 1, (page.lines[second],))


MUTATIONS: tuple[Mutation, ...] = (
    mutation("letters of a name exchanged", each_line(_ROLE + "Tainá Albuquerque", r"\1Tainá Albuqeurque"), "name-may-be-misspelt"),
    mutation("letter doubled in a name", each_line("Peiyu Wan", "Peiyyu Wan"), "name-may-be-misspelt"),
    mutation("other letter in a name", each_line(r"^(    )Adaeze Nwokoma", r"\1Adaeze Nvokoma"), "name-may-be-misspelt"),
    mutation("accent left out", each_line("Joaquín Bajamar", "Joaquin Bajamar"), "name-spelt-two-ways"),
    mutation("Cyrillic letter in a name", each_line(_ROLE + "Yizhou Pang", r"\1Yizhоu Pang"), "name-may-be-misspelt"),
    mutation("wrong character in a name", each_line("^(      - name: )裴若澜", r"\1裴若谰"), "name-may-be-misspelt"),
    mutation("family name first", each_line("Ruolin Shi", "Shi Ruolin"), "name-may-be-one-person"),
    mutation("initial for a given name", each_line("Ximena Huenchu", "X. Huenchu"), "name-may-be-one-person"),
    mutation("family name in capitals", each_line(r"^(chair: )(Nhlanhla) (Dube)", r"\1\2 DUBE"), "name-in-capitals"),
    mutation(
        "letter doubled in an institute",
        each_line(r"^(\s+|        affiliation: )Shiomi University", r"\1Shiomi Unniversity"),
        "two-spellings-of-an-institute",
    ),
    mutation(
        "letter left out of an institute",
        each_line(r"(<div class=\"institute\">Qinghe )Marine", r"\1Marin", at=73),
        "name-with-two-institutes",
    ),
    mutation(
        "capital left out of an institute",
        each_line(_ROLE + "(.*)Lanwan University", r"\1\2Lanwan university"),
        "two-spellings-of-an-institute",
    ),
    mutation(
        "other institute for one person",
        each_line(r"^(\s+|host: Zawadi Mwambao, )Kisiwa University", r"\1Shiomi University"),
        "name-with-two-institutes",
    ),
    mutation("biography of another", _exchanged_biographies, "biography-of-another"),
    mutation("speaker to be announced", each_line(r"^(\s*(?:speakers|speaker): )(?!$).*", r"\1TBA"), "placeholder"),
    mutation("speaker to be announced in Chinese", each_line(r"^(- \*\*演讲人\*\*：).*", r"\1待定"), "placeholder"),
    mutation("host to be announced", each_line(r"^((?:chair|host): ).*", r"\1XXX"), "placeholder"),
    mutation("host to be announced under a label", each_line(r"^(    Host: ).*", r"\1TBD"), "placeholder"),
    mutation("institute of a pattern", each_line(r"^(\s*affiliation: ).*", r"\1XXX University"), "placeholder"),
    mutation(
        "institute of a pattern in a class",
        each_line(r"(<div class=\"institute\">).*(</div>)", r"\1XXX University\2"),
        "placeholder",
    ),
    mutation("hours in the host's place", each_line(r"^((?:chair|host): ).*", r"\g<1>14:00-15:30"), "unreadable-name"),
    mutation("chair of two sessions at once", _role_taken, "person-in-two-places"),
)
