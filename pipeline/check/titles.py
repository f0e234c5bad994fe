"""Do titles and codes tell the sessions apart, and are titles typeset as their language is?"""

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.diagnostics.text import CodeOfSeveralSessions, FullWidthSign, UnnumberedTitle
from pipeline.model import Program, Session, Talk
from pipeline.source import Located, Span, within

#: ``s1-1``: a code of one session. A word or a single number (``k1``, ``python3``) may well be that of several.
_CODE = re.compile(r"[a-z]{0,3}\d+[-.]\d+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<words>\D*[^\W\d])\s*(?P<number>[2-9])\s*(?:[:：–—-].*)?", re.DOTALL)
_UNNUMBERED = re.compile(r"(?P<words>\D*?[^\W\d])\s*[:：–—].*", re.DOTALL)
_FULL_WIDTH = re.compile(r"[\uff01-\uff5e、。]")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-z]")


def code_of_several_sessions(program: Program) -> Iterator[CodeOfSeveralSessions]:
    """A tag that looks like the code of one session and stands on an earlier session as well."""
    first: dict[str, Session] = {}
    for session in program.sessions:
        if session.tag and _CODE.fullmatch(session.tag):
            earlier = first.setdefault(session.tag.casefold(), session)
            if earlier is not session:
                yield CodeOfSeveralSessions(_place(session, "tag"), session.tag, earlier.title, _place(earlier, "tag"))


def unnumbered_title(program: Program) -> Iterator[UnnumberedTitle]:
    """The one session of a series without a number (``Panel: …``) where another has one above 1 (``Panel 2: …``) and none is the first."""
    numbered: dict[str, Session] = {}
    plain: dict[str, list[Session]] = defaultdict(list)
    for session in program.sessions:
        if match := _NUMBERED.fullmatch(session.title):
            numbered.setdefault(match["words"].casefold(), session)
        elif match := _UNNUMBERED.fullmatch(session.title):
            plain[match["words"].casefold()].append(session)
    titles = [session.title.casefold() for session in program.sessions]
    for words, other in numbered.items():
        alone = plain[words]
        if len(alone) == 1 and not any(re.match(rf"{re.escape(words)}\s*1(?!\d)", title) for title in titles):
            yield UnnumberedTitle(_place(alone[0], "title"), alone[0].title, other.title, _place(other, "title"))


def full_width_sign(program: Program) -> Iterator[FullWidthSign]:
    """A sign of the width of Chinese characters (``：``) in a title without any such character; the first of each title."""
    told: set[Span] = set()
    for titled in _titled(program):
        said = _said(titled, "title")
        if said is None or _EAST_ASIAN.search(said.value) or not _LATIN.search(said.value) or said.span in told:
            continue
        if sign := _FULL_WIDTH.search(said.value):
            told.add(said.span)
            yield FullWidthSign(within(said, *sign.span()), said.value, sign[0])


def _titled(program: Program) -> Iterator[Session | Talk]:
    for session in program.sessions:
        yield session
        yield from session.talks


def _said(titled: Session | Talk, fact: str) -> Located[str] | None:
    """The words that are believed for a fact."""
    return next((found.read[0] for found in titled.evidence if found.fact == fact and found.read), None)


def _place(session: Session, fact: str) -> Span:
    said = _said(session, fact)
    return said.span if said else session.source
