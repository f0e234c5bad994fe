"""Slips of the body: tags, labels, formulas, pasted text."""

import re
from collections.abc import Iterator

from tests.mutation.planting import Mutation, Page, Slip, added, each_line, mutation

_HTML = r"(<(?:b|strong)>{}:</(?:b|strong)>)"
_ABSTRACT = _HTML.format("Abstract")


def _without_end(tag: str):
    """Each end that stands on a line of its own, gone; reported at the beginning, which is indented as it."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            indent = line[: len(line) - len(line.lstrip())]
            if line.strip() == f"</{tag}>":
                before = range(number - 1, 0, -1)
                at = next(other for other in before if re.match(rf"{indent}<{tag}\b", page.lines[other - 1]))
                yield Slip(page.path, number, (), at=at)

    return plant


def _comment(page: Page) -> Iterator[Slip]:
    """Each comment's end, gone; reported at its beginning."""
    for number, line in enumerate(page.lines, 1):
        if "-->" in line:
            at = next(other for other in range(number, 0, -1) if "<!--" in page.lines[other - 1])
            yield Slip(page.path, number, (line.replace("-->", ""),), at=at)


def _merge(pattern: str):
    """Two versions of a line, as git leaves them."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            if re.search(pattern, line):
                yield Slip(page.path, number, ("<<<<<<< HEAD", line, "=======", line + " ", ">>>>>>> ada"))

    return plant


def _label(name: str, right: str, wrong: str) -> Mutation:
    return mutation(f"label misspelt: {name}", each_line(right, wrong), "misspelt-label")


def _unknown_label(right: str, wrong: str) -> Mutation:
    return mutation(f"label misspelt in Chinese: {wrong}", each_line(right, wrong), "unread-text")


MUTATIONS: tuple[Mutation, ...] = (
    mutation("div not closed", _without_end("div"), "broken-markup"),
    mutation("style not closed", _without_end("style"), "broken-markup"),
    mutation("strong not closed", each_line("</strong>", ""), "broken-markup"),
    mutation("b not closed", each_line("</b>", ""), "broken-markup"),
    mutation("em not closed", each_line("</em>", ""), "broken-markup"),
    mutation("span not closed", each_line("</span>", ""), "broken-markup"),
    mutation("quote of a class not closed", each_line(r'(class="[\w -]+)"', r"\1"), "broken-markup"),
    mutation("quote of a source not closed", each_line(r'(src="[/.\w]+)"', r"\1"), "broken-markup"),
    mutation("tag not ended", each_line(r'(<div class="[\w -]+")>', r"\1"), "broken-markup"),
    mutation("comment not closed", _comment, "broken-markup"),
    mutation("comment begun", added("^_{8,}$", "<!--"), "broken-markup"),
    _label("Location", "Location:", "Locaton:"),
    _label("Time", r"Time:", "Tiem:"),
    _label("Title", r"\bTitle:", "Tilte:"),
    _label("Abstract", "Abstract:", "Abstarct:"),
    _label("Host", r"\bHost:", "Hots:"),
    _label("Session Chair", r"Session Chair:", "Session Chiar:"),
    _label("Organizer", r"Organizer:", "Orgnizer:"),
    _label("Biography", r"Biography:", "Biograpy:"),
    _label("Self Introduction", r"Self Introduction:", "Self Introdution:"),
    _label("Panel Discussion", r"Panel Discussion:", "Panel Dicussion:"),
    _unknown_label("摘要", "摘药"),
    _unknown_label("演讲人", "演讲入"),
    _unknown_label("地点", "地占"),
    _unknown_label("题目", "提目"),
    _unknown_label("个人简介", "个人间介"),
    mutation(
        "abstract to be announced",
        each_line(_ABSTRACT + r"(?! &nbsp;$).*(?=</div>)|" + _ABSTRACT + " (?!&|The keeper).*$", r"\1\2 TBA"),
        "placeholder",
    ),
    mutation(
        "abstract of a pattern",
        each_line(_ABSTRACT + r" (?!&|The keeper).*?(?=</div>|$)", r"\1 Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
        "placeholder",
    ),
    mutation("title to be announced under a label", each_line(r"(Title: ).*(?=</div>)", r"\1TBA"), "placeholder"),
    mutation("dollar not closed", each_line(r"(\$[^$ \d]+)\$(?!\$)", r"\1"), "broken-formula"),
    mutation("brace not closed", each_line(r"(\$[^$]*)\}", r"\1"), "broken-formula"),
    mutation("link that runs", each_line(_ABSTRACT, r'\1<a href="javascript:alert(1)">here</a>'), "unusable-link"),
    mutation("link's scheme misspelt", each_line(r"\]\(https://", "](htps://"), "unusable-link"),
    mutation(
        "accents garbled",
        each_line(r"(?<=[a-z])[ïóáñšéí](?=[a-z][^<]* [^<]* )", lambda found: found[0].encode().decode("latin-1")),
        "garbled-text",
    ),
    mutation(
        "quotes garbled", each_line("’(?=.*:)|(?<= )—(?= )", lambda found: found[0].encode().decode("cp1252")), "garbled-text"
    ),
    mutation("Chinese garbled", each_line("演讲人|报告一|题目", "鏃堕棿"), "garbled-text"),
    mutation("letter lost", each_line(r"(?<=[a-z])[éíóáñ](?=[a-z][^<]* [^<]* )", "\ufffd"), "garbled-text"),
    mutation("direction overridden", each_line("(Abstract|Location|Title):", "\u202e\\1:"), "hidden-character"),
    mutation("control character", each_line(r"^([A-Z]\w+) (\w)", "\\1\x08 \\2"), "hidden-character"),
    mutation("merge not finished in the fields", _merge("^(date|summary):"), "unfinished-merge"),
    mutation("merge not finished in the body", _merge(r"^(    Location|    Time|- \*\*地点)"), "unfinished-merge"),
    mutation("words without a label", added("^_{8,}$", "", "<div>Bring your own boots.</div>", at=2), "unread-text"),
)
