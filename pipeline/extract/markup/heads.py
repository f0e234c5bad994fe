"""What the head of a table's column says of it: a label (``Speaker``), or one of its parts (``Title & Speakers``, ``Date (EDT)``)."""

import re

from pipeline.extract.label_words import fact_of, fold_label
from pipeline.model import Fact

_BRACKETS = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")
_PARTS = re.compile(r"\s*(?:[/&+,、，]|\s(?:and|und|et|y)\s)\s*")
#: What the last of several words says: "Long-Form Speaker".
_AT_THE_END = frozenset({Fact.SPEAKER, Fact.TALK_TITLE, Fact.AFFILIATION})
#: Heads of a table with hours: elsewhere these words head other things, as "Event" the dates that papers are due.
_IN_A_TIMETABLE: dict[Fact, str] = {
    Fact.TALK_TITLE: "event|events|activity|activities|what|item|program|programme|agenda|veranstaltung|programmpunkt|was|aktivität|activité|"
    "activités|actividad|actividades|evento|qué|活动|活動|议程|議程|环节|環節|事项|内容|会议内容|演讲内容|프로그램|행사",
    Fact.SPEAKER: "who|wer|qui|quién|谁|by|with",
    Fact.KIND: "type|kind|format|category|session type|typ|art|catégorie|tipo|类型|類型|形式|類別|类别|분류|구분",
}
_WORDS = {word: fact for fact, words in _IN_A_TIMETABLE.items() for word in words.split("|")}


def column_fact(head: str, *, timetable: bool = False) -> Fact | None:
    """The fact that a column states; ``None`` where its head does not say."""
    bare = _BRACKETS.sub("", head).strip()
    for text in (head, bare, _PARTS.split(bare)[0]):
        fact = fact_of(text) or (_WORDS.get(fold_label(text)) if timetable else None)
        if fact is not None:
            return fact
    last = fact_of(bare.split()[-1]) if bare else None
    return last if last in _AT_THE_END else None
