"""Whom a biography is about: the name it begins with."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Fact, RichText, Statement
from pipeline.normalize.people.names import bare, is_chinese_name, is_name
from pipeline.normalize.people.somebody import Mention
from pipeline.normalize.text.rich import plain_text
from pipeline.source import Located, Span

# 许志钦，…  宋睿华博士，…  许华哲博士现为…  林某（1990-）：a name, its titles, and the end of the subject.
_HAN = re.compile(
    r"([\u3400-\u9fff]{2,4}?)\s?(?:助理|副|特聘|讲席)?(?:教授|研究员|博士|院士|老师|先生|女士)*\s*(?=[，,、：:（(。]|是|现[为任是]|任|为|博士|教授)"
)
_LATIN = re.compile(
    r"((?:[^\W\d_][\w.'’-]*\s+){1,4}?[^\W\d_][\w.'’-]+)(?=\s*[,(（，]|\s+(?:is|was|has|holds|received|obtained|joined|works|leads|teaches|studies)\b)"
)
# 曾任教授, 毕业于: no names, though they begin with surnames.
_NO_NAMES = re.compile(
    r"曾[任在经获]|毕业|任职|任教|现任|主要|目前|应用|安徽|江苏|江西|文章|时任|高级|常务|党委|国家|华东|华中|华南"
)


def introduced(speakers: Sequence[Mention], biography: RichText | None, source: Located[str] | None) -> tuple[Mention, ...]:
    """The speakers of a talk, each with the name that the talk's biography begins with. ``source`` is what it was read from.

    Of several speakers it is one's: the one whose name it is in Chinese characters.
    """
    about = subject_at(biography.plain, source) if biography and source else None
    told = [replace(speaker, about=about) for speaker in speakers]
    return tuple(told if len(told) == 1 else [mine if mine.han else speaker for mine, speaker in zip(told, speakers, strict=True)])


def told_apart(said: Sequence[Statement], speakers: Sequence[Mention]) -> tuple[Statement, ...]:
    """Statements of which what 简介 heads is the biography, where it begins with a speaker's name: the word is used of talks and of people."""
    if any(one.fact is Fact.BIOGRAPHY for one in said):
        return tuple(said)
    names = [bare(speaker.name) for speaker in speakers]
    about = [one for one in said if one.fact is Fact.ABSTRACT and subject(plain_text(one.text.value)) in names]
    return tuple(replace(one, fact=Fact.BIOGRAPHY) if one in about else one for one in said)


def subject(plain: str) -> str | None:
    """The name that a biography (plain text) begins with: a Chinese one, or a Latin one before ``is``, ``has``, a comma; else ``None``."""
    text = plain.lstrip()
    if (han := _HAN.match(text)) and is_chinese_name(han[1]) and not _NO_NAMES.match(han[1]):
        return han[1]
    if (latin := _LATIN.match(text)) and is_name(latin[1]):
        return bare(latin[1])
    return None


def subject_at(plain: str, source: Located[str]) -> Located[str] | None:
    """The same with its place, where the biography was read from ``source``: the name's own if it stands there first, else its start."""
    name = subject(plain)
    if name is None:
        return None
    span, lead = source.span, len(source.value) - len(source.value.lstrip())
    stands = source.value.startswith(name, lead) and "\n" not in source.value[:lead]
    column = span.column + lead if stands else span.column
    return Located(name, Span(span.path, span.line, column, span.line, column + (len(name) if stands else 0)))
