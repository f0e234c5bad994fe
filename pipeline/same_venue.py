"""Says whether two texts name the same place, as building a program would find: for trying names before writing them down."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.config import read_config
from pipeline.extract.site import read_site
from pipeline.grammar.places.compare import compare
from pipeline.model import Venue


def listed_venues(site: Path) -> tuple[Venue, ...]:
    """The venues that a site's ``program.toml`` lists, with their aliases; none where it cannot be read."""
    read, _ = read_site(site)
    return read_config(read.program, read.generator)[0].venues


def same_venue(one: str, other: str, listed: Sequence[Venue] = ()) -> str:
    """``same``, ``different``, ``contains`` (either way round), ``offered`` (probably the same: would be reported) or ``unsure``."""
    return compare(one, other, listed).word.value


def same_venue_line(line: str, listed: Sequence[Venue] = ()) -> str:
    """As :func:`same_venue`, of ``A<TAB>B``; a line without a tab has an empty B."""
    one, _, other = line.partition("\t")
    return same_venue(one, other, listed)
