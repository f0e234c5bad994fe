"""Where a page states a fact of a session or a talk: what a problem points at, so that the slip and its report are on one line."""

from pipeline.model import Session, Talk
from pipeline.source import Span


def place(of: Session | Talk, fact: str, value: str | None = None) -> Span:
    """The statement that is believed of a fact (with that value, where several have one); where there is none, the title's place."""
    found = (finding for finding in of.evidence if finding.fact == fact and value in (None, finding.value) and finding.read)
    return next((finding.read[0].span for finding in found), of.source)
