"""Blocks without labels, told by their lines: talks, times, links; else they are prose."""

from pipeline.extract.dialects import talk_lines, time_lines
from pipeline.extract.items import Item, Prose
from pipeline.extract.markup import links
from pipeline.extract.markup.tree import Element


def read(element: Element) -> list[Item]:
    """What the lines of a block state, or the block as it is. Several lines with hours are talks; a single one may be a time and a place."""
    if led := links.read(element):
        return [*led]
    talks = talk_lines.read(element)
    return talks if len(talks) > 1 else time_lines.read(element) or talks or [Prose(element)]
