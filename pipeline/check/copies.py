"""Does a talk have a text of its own?"""

from collections.abc import Iterator
from typing import Final

from pipeline.check.places import place
from pipeline.diagnostics.program import CopiedText
from pipeline.model import Program, Talk

_FACTS: Final = ("title", "abstract")
_SHORTEST = 40
_SHORTEST_TITLE: Final = 13


def copied_text(program: Program) -> Iterator[CopiedText]:
    """A talk with the title or the abstract of an earlier one that other people give."""
    first: dict[tuple[str, str], Talk] = {}
    for session in program.sessions:
        for talk in session.talks:
            for fact in _FACTS:
                text = _text(talk, fact)
                other = first.setdefault((fact, text), talk) if text else talk
                if other is not talk and _others_give(other, talk):
                    name = other.title or "untitled talk"
                    yield CopiedText(place(talk, fact), fact, talk.title or "untitled talk", name, place(other, fact))


def _text(talk: Talk, fact: str) -> str:
    """What is compared; short texts (``Closing remarks``, ``Invited Talk``) may well be alike."""
    text = (talk.title or "") if fact == "title" else talk.abstract.plain if talk.abstract else ""
    folded = " ".join(text.split()).casefold()
    return (
        folded
        if len(folded) >= (_SHORTEST_TITLE if fact == "title" else _SHORTEST) and (" " in folded or not folded.isascii())
        else ""
    )


def _others_give(one: Talk, other: Talk) -> bool:
    """Whether both talks name their speakers, and nobody speaks at both: one talk may stand on two pages."""
    speakers, others = ({speaker.person for speaker in talk.speakers} for talk in (one, other))
    return bool(speakers and others) and not speakers & others
