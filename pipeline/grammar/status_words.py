"""The words by which a page says that a session is off, on, or moved, in several languages, as parts of expressions that ignore case."""

import re

OFF = (
    r"cancell?ed|called\soff|abgesagt|entf[äa]llt|f[äa]llt\saus|ausgefallen|annul[ée]e?s?|(?:cancel|anul)ad[oa]|suspendid[oa]"
    r"|(?:已|被)?取消|已停办|中止|休講|취소(?:됨|되었습니다)?"
)
MOVED = (
    r"postponed|rescheduled|delayed|moved|new\s(?:time|date|day|room|venue)|(?:time|date|room|venue)\s(?:changed?|updated?)"
    r"|verschoben|verlegt|report[ée]e?|aplazad[oa]|pospuest[oa]|已?延期|(?:已|改)期|推迟|改时间|(?:时间|地点|時間|日程)(?:变更|変更)|(?:일정\s?)?(?:연기|변경)"
)
#: What may follow such a word: a reason.
WHY = r"(?:\s*(?:due\b|because\b|owing\b|wegen\b|[-–—:：,，;!！.]).{0,60})?"
_ON = r"confirmed|scheduled|accepted|approved|planned|final|publish(?:ed)?|public|active|open|upcoming|past|done|completed|ok|on|(?:已)?确认|正常"
_LINE = re.compile(
    rf"\W*(?:(?:the|this)\s(?:talk|session|seminar|lecture|event|meeting|workshop|keynote|tutorial)\s(?:is|was|has\sbeen|had\sto\sbe)\s|"
    rf"本(?:次|场)?(?:报告|讲座|会议|活动|论坛)?)?(?:{OFF}){WHY}\W*",
    re.IGNORECASE,
)
_FINE = re.compile(rf"\W*(?:{_ON})\W*", re.IGNORECASE)


def says_off(words: str) -> bool:
    """Whether words say that the session is off, and nothing else but why."""
    return _LINE.fullmatch(words) is not None


def says_on(words: str) -> bool:
    """Whether a status says that all is well."""
    return _FINE.fullmatch(words) is not None
