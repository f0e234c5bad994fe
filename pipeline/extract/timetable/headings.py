"""What in a timetable looks like the heading of a session, a strand, a program, deadlines; or like text."""

import re

_LONGEST = 120  # of a head: a longer text is prose
_STRAND = re.compile(
    r"(?:track|stream|strand|session|parallel|room|salle|raum|sala|aula|stage|分会场|会场|专场|トラック|会場|세션|트랙)\s*(?:[a-z]|[ivx]+|\d+|[一二三四五六七八九十甲乙丙丁])"
    r"|(?:main|second|small|large)\s(?:track|stage|room|hall)|(?:主|第.)(?:会场|會場|会場)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:\w+\s+){0,3}(?:session|symposium|workshop|panel|tutorial|mini-?symposium|s[ée]ance|sitzung|sesi[óo]n)\b(?!s\b)|.*(?:分会|专场|专题|论坛|セッション|シンポジウム|세션)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"\b(?:program(?:me?|a|m)?|schedule|agenda|time-?table|at a glance|horario|cronograma|calendrier|emploi du temps|zeitplan|ablauf(?:plan)?|tagesordnung)\b"
    r"|raumplan|スケジュール|時間割|日程|议程|議程|流程|プログラム|タイムテーブル|스케줄|일정|프로그램",
    re.IGNORECASE,
)
_SEMINAR = re.compile(
    r"\b(?:seminar(?:s|e|io|ios)?|s[ée]minaires?|talks|colloquium|colloquia|kolloquium|reading group)\b|讲座|セミナー|談話会|세미나",
    re.IGNORECASE,
)
_OF_A_PROGRAM = re.compile(
    r"the|of|for|and|a|our|tentative|preliminary|provisional|draft|final|full|detailed|overall|general|main|scientific|"
    r"technical|workshop|conference|symposium|school|summer|winter|course|seminar|meeting|event|session|daily|at|is|de|"
    r"la|le|du|des|del|y|et|und|provisoire|prévisionnel"
)
_ZONES = re.compile(
    r"\b(?:all|the|posted|listed) times?\b|\btimes (?:are|in|given|listed)\b|\btime ?zones?\b|toutes les heures|alle (?:zeiten|uhrzeiten)|zona horaria|"
    r"时区|時區|时间均为|時刻はすべて|日本時間",
    re.IGNORECASE,
)
_DEADLINES = re.compile(
    r"deadline|regist|submission|important|due|frist|anmeld|einreich|inscri|plazo|envío|soumission|date limite|截止|报名|報名|注册|締|申込|마감|신청|등록",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r".{40,}[.!?。！？]|.*[\u3040-\u9fff].{15,}[。！？]", re.DOTALL)
_SORTS = frozenset(
    {"talks", "workshops", "tutorials", "demos", "panels", "vorträge", "tutorien", "ateliers", "exposés", "charlas", "talleres"}
)


def is_program_name(title: str) -> bool:
    """Whether a page is called a program: ``Schedule``, ``Conference Programme``, 会议日程."""
    return _PROGRAM.search(title) is not None


def is_seminar_name(title: str) -> bool:
    """Whether a page is called a list of talks: ``Seminar``, ``Past Talks``, 讲座."""
    return _SEMINAR.search(title) is not None


def is_session_name(title: str) -> bool:
    """Whether a heading is called a session: ``Session 2: Trees``, 分会场一, ``Workshop on …``; not ``Workshop Schedule``."""
    return is_strand(title) or (_SESSION.match(title) is not None and not is_program_heading(title))


def is_of_zones(text: str) -> bool:
    """Whether a text says in which zone all hours are: ``All times are in CET``."""
    return _ZONES.search(text) is not None


def is_of_deadlines(heading: str) -> bool:
    """Whether a heading is of something else than the program that has days: registration, what is due when."""
    return _DEADLINES.search(heading) is not None


def is_program_heading(title: str) -> bool:
    """Whether a heading says but that a program follows: ``Tentative Workshop Schedule``, 日程安排."""
    rest = _PROGRAM.sub(" ", title)
    han = re.fullmatch(r"\W*[\u3040-\u30ff\u3400-\u9fff]{0,8}?(?:安排|表|计划|一覧)?\W*", rest.strip())
    words = re.findall(r"[^\W\d_]+", rest)
    return rest != title and (han is not None or all(_OF_A_PROGRAM.fullmatch(word.lower()) or word.isupper() for word in words))


def is_strand(text: str) -> bool:
    """Whether a text reads as one of several parallel strands: ``Track 2``, 分会场一."""
    return len(text) <= _LONGEST and _STRAND.match(text) is not None


def is_sort(text: str) -> bool:
    """Whether a text names a sort of sessions, in the plural, as a column of them is headed: ``Talks``, ``Workshops``."""
    return text.strip().lower() in _SORTS


def is_prose(text: str) -> bool:
    """Whether a text is of some length and ends as sentences do."""
    return _SENTENCES.fullmatch(text) is not None
