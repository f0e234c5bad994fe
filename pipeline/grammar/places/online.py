"""Places that are none: ``Zoom``, ``腾讯会议：123-456-789``, ``Online``."""

import re

from pipeline.grammar.places.place import Online, Place
from pipeline.grammar.places.relation import Relation
from pipeline.grammar.places.words import ONLINE, SERVICES

_SERVICE = re.compile("|".join(f"(?<![a-z])(?P<{name}>{words})(?![a-z])" for name, words in SERVICES.items()))
_ONLINE = re.compile(rf"(?<![a-z])(?:{ONLINE})(?![a-z])")
_NUMBER = re.compile(r"(?<!\d)\d(?:[\d\s-]{7,})\d(?!\d)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_ABOUT = re.compile(
    r"(?<![a-z])(?:meeting|会议|会议号|id|号|webinar|talks?|via|by|on|link|through|通过|平台|入会)(?![a-z])|[:#,.()/\s-]"
)


def read_online(text: str) -> tuple[Online | None, str]:
    """What a folded text says of meeting online, and the rest of it; the whole text where it says nothing of that."""
    address = _ADDRESS.search(text)
    service = _SERVICE.search(text)
    if not (service or address or _ONLINE.search(text)):
        return None, text
    numbers = [re.sub(r"\D", "", found) for found in _NUMBER.findall(text)]
    rest = _NUMBER.sub(" ", _ADDRESS.sub(" ", text))
    rest = _ONLINE.sub(" ", _SERVICE.sub(" ", rest))
    more = _ABOUT.sub("", rest)
    number = "+".join(dict.fromkeys(numbers)) or (address[0] if address else "")
    return Online((service.lastgroup or "") if service else "", number, more), "" if not more else rest


def relate_online(one: Place, other: Place) -> Relation:
    """How two places relate of which at least one is online: by number, else by service."""
    ours, theirs = one.online, other.online
    if ours is None or theirs is None:
        hybrid = one.parts and other.parts
        return Relation.UNSURE if hybrid else Relation.DIFFERENT
    if ours.number and theirs.number:
        same = ours.number == theirs.number and (ours.service == theirs.service or not (ours.service and theirs.service))
        return Relation.EQUAL if same and ours.more == theirs.more else Relation.LOOSE if same else Relation.DIFFERENT
    if ours.service and theirs.service and ours.service != theirs.service:
        return Relation.DIFFERENT
    return Relation.EQUAL if ours == theirs and not ours.more else Relation.UNSURE
