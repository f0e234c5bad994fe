"""What the lexer gives the parser: tokens, and the kinds of them."""

from enum import StrEnum
from typing import NamedTuple

from pipeline.grammar.times.values import DayPart


class Kind(StrEnum):
    """What a token is. The words of these kinds stand in the tables of each language."""

    NUMBER = "number"  # digits, 二十三, nine
    WORD = "word"  # not understood
    END = "end of the text"
    # of the calendar
    MONTH = "month"
    WEEKDAY = "weekday"
    RECURRING = "every week"  # montags, 每周; the value is the weekday if it names one
    ERA = "era"  # 民國, 令和; the value is the year before its first
    EVERY = "every"  # before a weekday
    YEAR_UNIT = "年"
    MONTH_UNIT = "月"
    DAY_UNIT = "日"
    ORDINAL = "th"
    # of the clock
    PART = "part of the day"  # am, 下午, in the morning; the value is a Part
    NOON = "noon"
    MIDNIGHT = "midnight"
    HOUR = "hour"  # h, Uhr, 点: behind the hour of a clock
    MINUTE = "minute"  # min, 分
    HOURS = "hours"  # hours, 小时: of a duration only
    HALF = "half"
    QUARTER = "quarter"  # the value is its minutes: 一刻 15, 三刻 45
    PAST = "past"
    LESS = "less"  # vor, moins: what comes before is taken off
    CUM_TEMPORE = "c.t."
    NEXT_DAY = "next day"
    ABOUT = "about"
    ZONE = "zone"  # the value is minutes east of UTC, or an IANA name
    TEE = "T"  # between an ISO date and its time
    ISO_DURATION = "PT20M"
    NO_YEAR = "--"  # before month and day, ISO 8601:2000's way to leave the year out
    # that join
    TO = "to"
    UNTIL = "until"  # TO that may also stand alone before an end
    FROM = "from"
    BETWEEN = "between"
    ONWARDS = "onwards"  # behind a start: 开始, から
    UPTO = "up to"  # behind an end: まで
    AND = "and"
    FILLER = "filler"  # the, of, um, den
    # that label, or stand for a time
    LABEL = "label"  # Time, When, 时间
    START = "start"
    FINISH = "finish"
    DURATION = "duration"
    NAMED = "named"  # the number beside it is a name: room, session, 第
    NTH_DAY = "nth day"  # of a phrase: Day 2, 第二天
    TBA = "to be announced"
    AFTER = "after that"
    # marks
    COLON = ":"
    DOT = "."
    COMMA = ","
    SLASH = "/"
    DASH = "-"
    TILDE = "~"
    PLUS = "+"
    QUOTE = "'"
    OPEN = "("
    CLOSE = ")"
    PIPE = "|"
    MARK = "mark"  # any other


class Part(NamedTuple):
    """A part of the day as a marker of hours: ``下午`` puts 2 at 14.

    ``first`` and ``last`` bound the hours it can name (``last`` exclusive), ``twelve`` is what 12 o'clock may be in it.
    """

    label: DayPart
    first: int
    last: int
    twelve: tuple[int, ...]


AM = Part(DayPart.AM, 0, 12, (0,))
PM = Part(DayPart.PM, 12, 24, (12,))
FORENOON = Part(DayPart.AM, 4, 12, (12,))
MORNING = Part(DayPart.MORNING, 4, 12, (12,))
DAWN = Part(DayPart.MORNING, 0, 8, (0,))
NOONTIME = Part(DayPart.NOON, 11, 16, (12,))
AFTERNOON = Part(DayPart.AFTERNOON, 12, 21, (12,))
EVENING = Part(DayPart.EVENING, 16, 24, (0, 24))
NIGHT = Part(DayPart.NIGHT, 18, 24, (0, 24))
ALL_DAY = Part(DayPart.ALL_DAY, 0, 24, (12,))
#: Twelve o'clock at night: the day that ends or the one that begins.
MIDNIGHT = Part(DayPart.NIGHT, 24, 24, (0, 24))
#: 午前 and 午後 with 12: people mean noon by either, and midnight too.
GOZEN = Part(DayPart.AM, 0, 12, (0, 12))
GOGO = Part(DayPart.PM, 12, 24, (12, 24))


class Token(NamedTuple):
    """A piece of the text. ``glued``: nothing stands between it and the token before; ``value`` depends on the kind."""

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool
    value: int | str | Part | None = None

    @property
    def number(self) -> int:
        """The value of a token whose kind has a number for it."""
        return self.value if isinstance(self.value, int) else 0
