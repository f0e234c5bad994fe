"""What search looks through: the words of each session, folded as the script folds what is typed.

``confbook.search`` has a row for each session: its id, and its title, people, institutes, initials and abstracts as folded text. Folded is
lower case without marks (``Łukasz`` is found by ``lukasz``). Of an abstract each word stands once, Chinese as it is: it is found by any
part of it, and by the initials of its pinyin (``海岸`` by ``ha``) where it is in a title or a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from anyascii import anyascii

from pipeline.grammar.readings import readings
from pipeline.model import Program, Session

Row = list[str]

_UNSAID = frozenset({"Mn", "Mc", "Me", "Cc", "Cf", "Cs"})

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
#: No word is longer; what is, nobody types.
_LONGEST = 40
#: What one text adds to the index at most, in characters.
_MOST = 4_000
#: In how many ways a run of characters is read that have several readings.
_MOST_READINGS = 8


def index(program: Program) -> list[Row]:
    """A row for each session, in the program's order."""
    return [_row(session, program) for session in program.sessions]


def _row(session: Session, program: Program) -> Row:
    titles = [session.title, session.track or "", *(talk.title or "" for talk in session.talks)]
    people = _people(session)
    names = [name for person, name, _ in people for name in _names(person, name, program)]
    affiliations = [said or _affiliation(person, program) for person, _, said in people]
    spoken = [text[:_MOST] for text in (*titles, *names, *affiliations)]
    return [
        session.id,
        _folded(titles),
        _folded(names),
        _folded(affiliations),
        " ".join(dict.fromkeys(run for text in spoken for han in _HAN.findall(text) for run in initials(han))),
        vocabulary(_abstracts(session)),
    ]


def _people(session: Session) -> list[tuple[str, str, str | None]]:
    """Id, name and institute of everybody in a session, as its page states them."""
    speakers = [(who.person, who.name, who.affiliation) for talk in session.talks for who in talk.speakers]
    hosts = [talk.host for talk in session.talks if talk.host]
    return speakers + [(who.person, who.name, who.affiliation) for who in (*hosts, *session.people)]


def _names(id_: str, name: str, program: Program) -> Iterator[str]:
    """All names somebody is found by; the sort key of a Chinese name is its pinyin."""
    yield name
    person = program.person_of.get(id_)
    if person:
        yield from (person.name, *person.aliases, person.sort_key)


def _affiliation(id_: str, program: Program) -> str:
    person = program.person_of.get(id_)
    return (person.affiliation if person else None) or ""


def _abstracts(session: Session) -> Iterator[str]:
    texts = (session.abstract, *(talk.abstract for talk in session.talks))
    return (text.plain for text in texts if text)


def fold(text: str) -> str:
    """Lower case without marks, controls and turns of direction, blanks made one space: what the script makes of what is typed."""
    spread = unicodedata.normalize("NFKD", " ".join(text.split()))
    if spread.isascii() and spread.isprintable():
        return spread.lower()  # as most texts are: a tenth of the time
    return "".join(letter for letter in spread if unicodedata.category(letter) not in _UNSAID).lower()


def _folded(texts: Iterable[str]) -> str:
    """Texts folded, and spelt in ASCII where that is another spelling: ``ł`` as ``l``, Chinese in pinyin."""
    found = [fold(text[:_MOST]) for text in texts]
    return " | ".join(dict.fromkeys(filter(None, [*found, *(anyascii(text).lower() for text in found)])))


def vocabulary(texts: Iterable[str]) -> str:
    """Each word of long texts once, in the order of their first use; Chinese as it runs."""
    found: dict[str, None] = {}
    length = 0
    for word in (word[:_LONGEST] for text in texts for word in _WORD.findall(fold(text))):
        if word not in found and length < _MOST:
            found[word] = None
            length += len(word)
    return " ".join(found)


def initials(han: str) -> Iterator[str]:
    """The initials of some Chinese characters in the usual reading, then with one character read in another way."""
    letters = [list(dict.fromkeys(reading[0] for reading in syllables)) for syllables in readings(han)]
    usual = [choices[0] for choices in letters]
    others = ([*usual[:at], other, *usual[at + 1 :]] for at, choices in enumerate(letters) for other in choices[1:])
    return ("".join(chosen) for chosen in (usual, *islice(others, _MOST_READINGS - 1)))
