"""What sort of session a page is: its own word for it, else the words of its title and file name, else its talks."""

import re
from pathlib import PurePosixPath

from pipeline.model import Kind

_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.PANEL, "panel|roundtable|round table|table ronde|podiumsdiskussion|mesa redonda|パネル|패널|圆桌|论坛讨论|专题讨论|座谈"),
    (Kind.TUTORIAL, "tutorial|short course|workshop|短课程|短课|教程|讲习班"),
    (Kind.KEYNOTE, "keynote|plenary|invited lecture|public lecture|特邀报告|大会报告|主旨报告|主旨演讲"),
    (Kind.POSTER, "posters?|poster session|海报|墙报|展板"),
    (
        Kind.BREAK,
        (
            "(coffee|tea|lunch|afternoon|morning) break|break|lunch|coffee|tea|breakfast|pause|café|déjeuner|kaffee(pause)?|mittag(essen|spause)?|"
            "descanso|almuerzo|comida|receso|茶歇|午餐|午休|休息|休憩|昼食|昼休み|휴식|점심"
        ),
    ),
    (
        Kind.SOCIAL,
        "banquet|reception|dinner|gala|excursion|social (event|program|programme|evening|hour)|social$|party|apéro|cocktail|dîner|empfang|abendessen|cena|懇親会|만찬|晚宴|招待会|宴会|欢迎会|参观",
    ),
    (
        Kind.OTHER,
        (
            "opening|closing|registration|welcome|ceremony|award|accueil|ouverture|clôture|anmeldung|begrüßung|eröffnung|abschluss|registro|"
            "inauguración|bienvenida|clausura|開会|閉会|受付|事務連絡|등록|개회|폐회|签到|入场|开幕|闭幕|注册|报到|致辞"
        ),
    ),
)
# A Latin word must stand alone ("tea", not "team"); Chinese has no spaces to go by.
_PATTERNS = tuple((kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for kind, words in _WORDS)
_NAMES = {kind.value: kind for kind in Kind} | {"tutorials": Kind.TUTORIAL, "plenary": Kind.KEYNOTE, "workshop": Kind.TUTORIAL}


def kind_named(text: str) -> Kind | None:
    """The kind that a field names outright."""
    return _NAMES.get(text.strip().lower())


def is_pause(words: str) -> bool:
    """Whether a line of a program names a break, a meal or a ceremony, and no person."""
    return any(pattern.search(words.lower()) for kind, pattern in _PATTERNS if kind in (Kind.BREAK, Kind.SOCIAL, Kind.OTHER))


def kind_of(title: str, path: str, talks: int) -> Kind:
    """The kind that a page's title, or else its file's name, speaks of; without such words, a talk or a session by its talks.

    A break or a dinner has no talks: in the title of a session that has some, the word means something else (``Tea and the tides``).
    """
    stem = PurePosixPath(path).stem
    for text in (title, stem if stem != "index" else PurePosixPath(path).parent.name):
        folded = re.sub(r"[-_]+", " ", text).lower()
        for kind, pattern in _PATTERNS:
            if kind in (Kind.BREAK, Kind.SOCIAL, Kind.OTHER) and talks:
                continue
            if pattern.search(folded):
                return kind
    return Kind.TALK if talks == 1 else Kind.SESSION
