"""How much the site's templates may do: they come from others, as pages do, and must neither run for ever nor fill the memory.

Steps are counted, not seconds, so that a build does on every machine what it does on one.
"""

from collections.abc import Sized

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

#: Steps that all pages share, and those that each one adds.
SHARED, _EACH = 2_000_000, 20_000
#: The longest text or list that a template may make, and how much it may write on one page, in characters.
LONGEST = 8_000_000
#: So many characters or members cost a step.
_LETTERS = 32
_WRITTEN = 16_000_000


class Refused(SecurityError):  # noqa: N818 - its words are the problem's
    """What a template may not do, in words for its author."""


class Allowance:
    """What is left of steps, and of the page that is being written."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self._steps = SHARED
        self._written = 0

    def turn(self) -> None:
        """Begin a page. One that took too much leaves the next ones their own share: they are not to blame."""
        self._steps = max(self._steps, 0) + _EACH
        self._written = 0

    def pay(self, *values: object) -> None:
        """Take the steps that it costs to read or to make some values; raises :class:`Refused` where one is too large."""
        self.spend(sum(map(within, values)) // _LETTERS)

    def spend(self, steps: int, written: int = 0) -> None:
        """Take steps and write characters; raises :class:`Refused` where that is too much."""
        self._steps -= steps
        self._written += written
        if self._steps < 0:
            raise Refused("it takes too many steps; look for a loop within a loop")
        if self._written > _WRITTEN:
            raise Refused("it writes more than 16 MB on one page; look for a loop within a loop")


def sized(value: object) -> int:
    """How much there is in a value, a text's characters and a list's members counted, members of members too; at most a little over the limit."""
    if not isinstance(value, Sized) or isinstance(value, Undefined):
        return 1
    size = 1 + len(value)
    if isinstance(value, list | tuple | set | frozenset | dict):
        for member in (*value, *value.values()) if isinstance(value, dict) else value:
            size += sized(member)
            if size > LONGEST:
                break
    return size


def within(value: object) -> int:
    """The size of a value; raises :class:`Refused` where it is too large."""
    size = sized(value)
    if size > LONGEST:
        raise Refused("it makes a text or a list of more than eight million characters or members")
    return size
