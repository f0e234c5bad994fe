"""The parser's place in the tokens. A rule of the grammar takes what it can; where it fails it rewinds and gives ``None``."""

from collections.abc import Sequence

from pipeline.grammar.times.tokens import Kind, Token
from pipeline.grammar.times.values import Extent
from pipeline.grammar.times.vocabulary import EAST_ASIAN

_FEW = 4


class Cursor:
    """Tokens and an index into them.

    ``plain`` where no word of the text is foreign to times. ``done`` is where the last phrase ended: a number behind it follows a date
    or a clock, not another number.
    """

    __slots__ = ("done", "index", "language", "plain", "tokens")

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        """Start at the first token; the last one must be of kind ``END``."""
        self.tokens = tokens
        self.language = language
        self.index = 0
        self.done = 0
        self.plain = not any(token.kind in (Kind.WORD, Kind.NAMED) for token in tokens)

    @property
    def east_asian(self) -> bool:
        """Whether the text is Chinese, Japanese or Korean."""
        return self.language in EAST_ASIAN

    def peek(self, ahead: int = 0) -> Token:
        """The token so far ahead; ``END`` beyond the last."""
        place = self.index + ahead
        return self.tokens[place if place < len(self.tokens) else -1]

    def at(self, *kinds: Kind) -> bool:
        """Whether the next token is of one of these kinds."""
        return self.tokens[self.index].kind in kinds

    def follow(self, *kinds: Kind) -> bool:
        """Whether the next tokens are of these kinds, in this order."""
        return all(self.peek(ahead).kind is kind for ahead, kind in enumerate(kinds))

    def glued(self, *kinds: Kind) -> bool:
        """As :meth:`follow`, with nothing between them nor before the first."""
        return all(self.peek(ahead).kind is kind and self.peek(ahead).glued for ahead, kind in enumerate(kinds))

    def take(self, *kinds: Kind) -> Token | None:
        """The next token, if it is of one of these kinds; the cursor then stands behind it."""
        token = self.tokens[self.index]
        if token.kind not in kinds or token.kind is Kind.END:
            return None
        self.index += 1
        return token

    def skip(self, *kinds: Kind) -> None:
        """Pass over a few tokens of these kinds; not over any number, so that a text of nothing else is read in linear time."""
        for _ in range(_FEW):
            if not self.take(*kinds):
                break

    def extent(self, first: int) -> Extent:
        """The characters from token number ``first`` to the cursor."""
        return Extent(self.tokens[first].start, self.tokens[self.index - 1].end)
