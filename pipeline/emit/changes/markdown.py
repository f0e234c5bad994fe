"""Changes → a report in Markdown, as for a pull request."""

from collections.abc import Iterator, Sequence

from pipeline.diagnostics.show.inert import inert
from pipeline.emit.changes.groups import Group, by_session, told
from pipeline.emit.changes.words import was_and_is, words
from pipeline.model import Change, Event


def markdown(event: Event, changes: Sequence[Change]) -> str:
    """The report: a line for each session, beneath it one for each change."""
    said = words(event.languages)
    return "\n".join([f"# {said.title}: {inert(event.title)}", "", *(listed(event, changes) or [said.none])]) + "\n"


def listed(event: Event, changes: Sequence[Change]) -> list[str]:
    """The lines of the report without its heading; none where nothing has changed."""
    return [line for group in by_session(told(changes)) for line in _session(group, event)]


def _session(group: Group, event: Event) -> Iterator[str]:
    said = words(event.languages)
    yield f"- **{inert(group[-1].title)}**"
    for change in group:
        told = was_and_is(change, said)
        yield f"  - {said.kinds[change.kind]}{f': {inert(told[0])} → {inert(told[1])}' if told else ''}"
