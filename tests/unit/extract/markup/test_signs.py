"""``<`` as a sign and as a tag's beginning, in HTML: no word is swallowed, no tag is printed."""

import re

import pytest

from pipeline.extract import extract_page
from pipeline.model import Fact
from pipeline.source import Source

PAGE = "---\ntitle: Rivers\n---\n<div>\nSpeaker: Ada Brook<br>\nTitle: Reeds<br>\nAbstract: {}\n</div>\n"


def read(text: str) -> tuple[str, list[str]]:
    """The abstract as it is read, and the problems."""
    (draft,), problems = extract_page(Source("p.md", PAGE.format(text)))
    found = [said.text.value for talk in draft.talks for said in talk.statements if said.fact is Fact.ABSTRACT]
    return "".join(found).strip(), [f"{problem.span.line}:{problem.span.column} {problem.kind()}" for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Let 1«p ≤ 2, x«y, and a«b then.", "Rates of p«n and n>k hold.", "Rates of p«n hold; <i>words</i> are 1«s.", "|x|«C and (a)«N, $u$«v.", "If x«y.", "If n «k and k «n are.",
        "Groups a«bb«c.", "1«p and q>2",
    ],
)  # fmt: skip
def test_a_sign_is_text_and_reported(text: str):
    """The signs are written as ``«`` here."""
    words = text.replace("<", "\x01").replace(">", "&gt;").replace("«", "&lt;")
    kept = re.sub(r"\x01(/?\w)&gt;", r"<\1>", words)
    columns = [len("Abstract: ") + match.start() + 1 for match in re.finditer("«", text)]
    assert read(text.replace("«", "<")) == (kept, [f"7:{column} sign-like-tag" for column in columns])


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O and x<sup>2</sup>", "one<br>two", "one<br/>two", "one<b>two</b>", 'one<a href="x<y">two</a>', "one<a href=x>two</a>", "one <i class='z'>two</i>", "one<x-tag>two</x-tag>",
        "one<font color=red>two</font>", "one<wbr>two", "1 < p and q > 2", "1 &lt; p", "a<=b and c<-d", "one<!-- a<b -->two", "<script>a<b</script>one", "one<Speaker/>two", "one<o:p></o:p>",
        'one<img src="a.png"alt="b">two',
    ],
)  # fmt: skip
def test_a_tag_is_a_tag(text: str):
    assert [kind for kind in read(text)[1] if "sign" in kind] == []


def test_the_places_behind_a_sign_are_right():
    assert read("x<y and <s>old</s>")[1] == ["7:22 unread-text", "7:12 sign-like-tag"]


def test_it_is_mended_as_html_writes_it():
    _, (problem,) = extract_page(Source("p.md", PAGE.format("If x<y.")))
    assert problem.fix is not None
    assert (problem.fix.written, problem.fix.replacement) == ("<", "&lt;")
