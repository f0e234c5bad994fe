"""Changes → a report in Markdown, as for a pull request."""

import re
from collections.abc import Iterator, Sequence

from pipeline.emit.changes.groups import Group, by_session, told
from pipeline.emit.changes.words import was_and_is, words
from pipeline.model import Change, Event

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def markdown(event: Event, changes: Sequence[Change]) -> str:
    """The report: a line for each session, beneath it one for each change."""
    said = words(event.languages)
    lines = [f"# {said.title}: {_text(event.title)}", ""]
    for group in by_session(told(changes)):
        lines += _session(group, event)
    return "\n".join(lines if told(changes) else [*lines, said.none]) + "\n"


def _session(group: Group, event: Event) -> Iterator[str]:
    said = words(event.languages)
    yield f"- **{_text(group[-1].title)}**"
    for change in group:
        told = was_and_is(change, said)
        yield f"  - {said.kinds[change.kind]}{f': {_text(told[0])} → {_text(told[1])}' if told else ''}"


def _text(text: str) -> str:
    """A text on one line in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
