"""Is every session somebody of its own?"""

import unicodedata
from collections.abc import Iterator

from pipeline.check.places import place
from pipeline.diagnostics.program import DuplicateIdentity
from pipeline.model import Program
from pipeline.source import Span


def duplicate_identity(program: Program) -> Iterator[DuplicateIdentity]:
    """A session whose id an earlier one has, or one that differs in letter case or in the composition of its characters only."""
    first: dict[str, Span] = {}
    for session in program.sessions:
        identity = unicodedata.normalize("NFC", unicodedata.normalize("NFC", session.id).casefold())
        if identity in first:
            yield DuplicateIdentity(place(session, "id"), session.id, first[identity])
        else:
            first[identity] = place(session, "id")
