"""One page, before it is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: A node of JSON-LD.
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """``path`` is below the tree of its language, ``data`` its facts for programs, ``facts`` what its template shows.

    ``listed`` pages are those that the menu leads to.
    """

    path: str
    template: str
    data: Node
    facts: Mapping[str, object] = field(default_factory=dict)
    listed: bool = False

    @property
    def depth(self) -> int:
        """How many folders lie between it and the root of its tree."""
        return self.path.count("/")
