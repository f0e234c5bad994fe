"""Slips of places."""

from collections.abc import Callable, Iterator

from tests.mutation.planting import Mutation, Page, Slip, Where, added, each_line, mutation

_LABEL = r"^(\s*(?:venue|location): |\s*Location: |\s*<span class=\"session-location\">|- \*\*地点\*\*：)"
_HALLS = {"tide-hall": "Tide Hall", "salt-house": "Salt House", "beacon-room": "Beacon Room"}


def _would_be(*problems: str, venue: str) -> Where:
    """Whether a session in that venue would make just these problems with others."""
    return lambda page: page.clashes(venue=venue) == list(problems)


def _to_the_hall(number: int) -> Callable[[Page], Iterator[Slip]]:
    """Into another session's hall at its hours."""
    venue, name = tuple(_HALLS.items())[number]
    return each_line(_LABEL + r"[^<（]*(（.*）)?", rf"\g<1>{name}", where=_would_be("double-booking", venue=venue))


MUTATIONS: tuple[Mutation, ...] = (
    mutation("letter left out of a venue", each_line(_LABEL + "Mangrov(.) (Pavilion)", r"\1Mangrov \3"), "near-venue"),
    mutation("letters of a venue exchanged", each_line(_LABEL + "Salt", r"\1Slat"), "near-venue"),
    mutation("other letter in a venue", each_line(_LABEL + "Beacon Room", r"\1Beacon Roon"), "near-venue"),
    mutation("Cyrillic letter in a venue", each_line(_LABEL + "(Old H)a", r"\1\2а"), "near-venue"),
    mutation("Greek letter in a venue", each_line(_LABEL + "(Mangr)o", r"\1\2ο"), "near-venue"),
    mutation("another character of the same sound", each_line(_LABEL + "灯塔厅", r"\1灯塔听"), "near-venue"),
    mutation("another character of the same look", each_line(_LABEL + "盐仓", r"\1盐仑"), "unknown-venue"),
    mutation(
        "unknown venue",
        each_line(_LABEL + r"(Tide Hall|Salt House|Beacon Room|Mangrove Pavilion)(?!, Lan)", r"\1Ferry Shed"),
        "unknown-venue",
    ),
    mutation("unknown room of a venue", each_line(_LABEL + "(Beacon Room)$", r"\1\2 12"), "unknown-venue"),
    mutation("venue to be announced", each_line(_LABEL + r"[^<]*", r"\1TBA"), "placeholder"),
    mutation("venue to be announced in Chinese", each_line(_LABEL + r"[^<]*", r"\1地点待定"), "placeholder"),
    mutation("a second venue in another field", added(r"^(venue|location): (?!Old)", "room: Old Harbour"), "statements-disagree"),
    mutation("two venues in one name", each_line(_LABEL + "(Tide Hall)$", r"\1\2（盐仓）"), "ambiguous-venue"),
    *(
        mutation(f"the hall of another session ({name})", _to_the_hall(number), "double-booking")
        for number, name in enumerate(_HALLS.values())
    ),
)
