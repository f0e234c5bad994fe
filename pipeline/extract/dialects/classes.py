"""What an element's class says it holds: asked last, where neither label nor order tells."""

import re

from pipeline.extract.markup.tree import Element
from pipeline.model import Fact

_WORDS: dict[Fact, str] = {
    Fact.SPEAKER: "name namebar speaker speakers presenter presenters author authors lecturer",
    Fact.AFFILIATION: "affiliation affiliations institute institution university organization organisation company org inst unit danwei",
    Fact.TALK_TITLE: "title topic",
    Fact.ABSTRACT: "abstract description",
    Fact.BIOGRAPHY: "bio biography cv",
    Fact.WHEN: "time date datetime when day hours",
    Fact.VENUE: "location venue room place",
    Fact.CHAIR: "chair chairs",
    Fact.HOST: "host hosts moderator",
    Fact.ORGANIZER: "organizer organizers organiser",
    Fact.PANELIST: "panelists panelist guests",
}
_FACTS = {word: fact for fact, words in _WORDS.items() for word in words.split()}
#: Before "name" or "title" these say whose.
_OF_A_SESSION = frozenset({"session", "event", "header", "panel"})
_OF_ANOTHER = frozenset(
    {"page", "site", "section", "job", "position", "post", "nav", "menu", "footer", "logo", "sponsor", "file", "user"}
)
_OF_PEOPLE = {
    "chair": Fact.CHAIR,
    "host": Fact.HOST,
    "moderator": Fact.HOST,
    "organizer": Fact.ORGANIZER,
    "panelist": Fact.PANELIST,
}
#: Words that say how it looks, after those that say what it is ("name-bar", "title-text").
_LOOKS = frozenset(
    {"bar", "text", "box", "line", "row", "label", "value", "content", "info", "wrap", "wrapper", "block", "item", "field"}
)


def class_fact(element: Element) -> Fact | None:
    """The fact that a class of the element names: ``speaker-name``, ``talkTitle``, ``session_time``."""
    names = element.attributes.get("class", "").split()
    return next((fact for fact in map(_fact, names) if fact is not None), None)


def _fact(name: str) -> Fact | None:
    words = [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)]
    if _OF_ANOTHER & set(words):
        return None
    while words and words[-1] in _LOOKS:
        words.pop()
    fact = _FACTS.get(words[-1]) if words else None
    if fact in (Fact.SPEAKER, Fact.TALK_TITLE) and words[-1] in ("name", "title"):
        whose = words[-2] if len(words) > 1 else ""
        if whose in _OF_A_SESSION:
            return Fact.TITLE
        if words[-1] == "name":
            return _OF_PEOPLE.get(whose, Fact.SPEAKER)
    return fact
