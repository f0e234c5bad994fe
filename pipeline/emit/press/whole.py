"""The slow way, by WeasyPrint's public interface alone: all chunks as one document, for a version of it that ``weasy`` does not know.

Page numbers are text then, so chunks are laid out again until these are right; nothing is kept, and one process does it all.
"""

from collections.abc import Callable, Sequence
from typing import Any

from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.compile import laid
from pipeline.emit.press.link.plan import Part, Plan, planned
from pipeline.emit.press.typesetter import Kit, Typesetter, typesetting

_EMPTY = "<html lang=en><title>-</title><body>"
# Numbers that have become a digit longer can move what follows; then it is laid out once more.
_ROUNDS = 4


def bound(chunks: Sequence[Chunk], kit: Kit) -> tuple[bytes, Plan]:
    """The pages of all chunks as PDF, without heads and folios, and their plan."""
    with typesetting(kit, stock=True) as typesetter:
        documents, plan = _laid(chunks, typesetter, lambda _: "000")
        for _ in range(_ROUNDS):
            before = plan
            documents, plan = _laid(chunks, typesetter, before.label)
            if plan == before:
                break
        empty, _ = laid(_EMPTY, typesetter, str)
        pages = [empty.pages[0] if leaf.part is None else documents[leaf.part].pages[leaf.page] for leaf in plan.leaves]
        data: bytes = documents[0].copy(pages).write_pdf(pdf_tags=True)
    return data, plan


def _laid(chunks: Sequence[Chunk], typesetter: Typesetter, label: Callable[[str], str]) -> tuple[list[Any], Plan]:
    made = [laid(chunk.html, typesetter, label) for chunk in chunks]
    parts = [Part(chunk, found) for chunk, (_, found) in zip(chunks, made, strict=True)]
    return [document for document, _ in made], planned(parts)
