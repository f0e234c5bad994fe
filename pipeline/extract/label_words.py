"""The words that authors put before a fact (``Location:``, ``主持人：``, ``Lugar:``), for each fact and language.

Lower case, spaces single. A closing number, an ``(s)`` and a second language beside the first need no entry (``fact_of``).
"""

import re
import unicodedata
from functools import lru_cache

from pipeline.extract.markup.tree import UNSEEN
from pipeline.grammar.letters import sure_slip
from pipeline.model import Fact

RICH = frozenset({Fact.ABSTRACT, Fact.BIOGRAPHY})
#: Facts whose value may be several lines: people, and their institutes.
OF_PEOPLE = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST, Fact.SPEAKER, Fact.AFFILIATION})
#: Facts that are counted: "Speaker 2", "Session B".
_COUNTED = OF_PEOPLE | RICH | {Fact.TITLE, Fact.TALK_TITLE}
NUMBER = re.compile(r"(?:\s+[a-h]|\s*\d+[a-z]?|\s+[ivx]+|[一二三四五六七八九十]+)$")
_LANGUAGES = re.compile(
    r"\s*[/／|()（）]\s*|\s*(?<=[a-z])\s*(?=[\u3400-\u9fff\uac00-\ud7a3])|(?<=[\u3400-\u9fff\uac00-\ud7a3])\s*(?=[a-z])"
)

_EN: dict[Fact, str] = {
    Fact.TITLE: "session|session title|session name|keynote speech|keynote|sessionkeynote speech|sessionkenote speech|panel|"
    "panel discussion|tutorial|topic|theme|workshop|plenary|symposium",
    Fact.TALK_TITLE: "title|talk|talk title|title of talk|title of the talk|presentation|presentation title|paper|paper title|lecture title|"
    "lecture|talk topic",
    Fact.WHEN: "time|when|date|date and time|date & time|time and date|schedule|session time|session date|talk time",
    Fact.VENUE: "location|venue|room|place|where|localtion|session location|session venue|session room|meeting room|meeting point",
    Fact.HOST: "host|hosts|hosted by|moderator|moderators|moderated by|session host|facilitator|facilitators|master of ceremonies",
    Fact.CHAIR: "chair|chairs|session chair|session chairs|chaired by|chairperson|chairpersons|chairman|chairwoman|session chairman|co-chair|"
    "co-chairs|cochair|cochairs|session co-chair|session co-chairs|chair and co-chair|chair & co-chair",
    Fact.ORGANIZER: "organizer|organizers|organiser|organisers|organized by|organised by|session organizer|session organizers|"
    "session organiser|session organisers|co-organizer|co-organizers|co-organiser|co-organisers|convener|conveners|convenor|convenors",
    Fact.PANELIST: "guest|guests|panelist|panelists|panellist|panellists|panel member|panel members|discussant|discussants|panel guests",
    Fact.SPEAKER: "speaker|speakers|speaker name|invited speaker|invited speakers|keynote speaker|keynote speakers|plenary speaker|"
    "presenter|presenters|presented by|lecturer|lecturers|name|author|authors|instructor|instructors|tutor|tutors|speaker and affiliation|"
    "name and affiliation|given by|delivered by",
    Fact.AFFILIATION: "affiliation|affiliations|institute|institution|university|speaker affiliation|organization|organisation|"
    "organization/affiliation",
    Fact.ABSTRACT: "abstract|summary|description|about|about the talk|talk abstract|about the session|session abstract|overview|outline|"
    "abstract of the talk|talk description|synopsis",
    Fact.BIOGRAPHY: "cv|bio|biography|short bio|short biography|brief bio|brief biography|biographical sketch|biosketch|speaker bio|"
    "speaker biography|bio sketch|curriculum vitae|self introduction|self-introduction|introduction of the speaker|speaker introduction|"
    "about the speaker|about the presenter|about the author|speaker profile|profile|author bio|author biography",
    Fact.START: "start|starts|start time|begins|beginning",
    Fact.END: "end|ends|end time",
    Fact.TRACK: "track",
    Fact.STATUS: "status",
    Fact.SLIDES: "slides|slide|slide deck|presentation slides",
    Fact.VIDEO: "video|recording|video recording",
}  # fmt: skip
_ZH: dict[Fact, str] = {
    Fact.TITLE: "分会场|会议主题|主题|分会|专题|论坛|分论坛|分會場|主題|專題|論壇|大会报告|主旨演讲|圆桌论坛",
    Fact.STATUS: "状态",
    Fact.TALK_TITLE: "报告|题目|报告题目|演讲题目|报告主题|演讲主题|标题|报告标题|讲座题目|讲座主题|演讲标题|报告名称|论文题目|報告題目|演講題目|題目|報告主題",
    Fact.WHEN: "时间|日期|会议时间|报告时间|日期时间|讲座时间|演讲时间|活动时间|時間|會議時間|日期和时间|时间日期",
    Fact.START: "开始时间|開始時間",
    Fact.END: "结束时间|結束時間",
    Fact.VENUE: "地点|会议地点|报告地点|教室|会场|会议室|地址|讲座地点|活动地点|场地|地點|會場|會議地點|場地",
    Fact.HOST: "主持人|主持|讨论主持人|圆桌主持人|主持嘉宾|报告主持|分会主持人|会议主持人|主持專家|主持专家|主持嘉賓",
    Fact.CHAIR: "主席|分会主席|会议主席|分会场主席|联合主席|共同主席|副主席|分论坛主席|主席团|會議主席",
    Fact.ORGANIZER: "组织者|组织人|召集人|负责人|分会组织者|分会召集人|联合召集人|組織者|負責人|分会负责人",
    Fact.PANELIST: "嘉宾|与谈人|圆桌嘉宾|讨论嘉宾|参与嘉宾|对话嘉宾|邀请嘉宾|與談人|嘉賓|讨论人|评议人",
    Fact.SPEAKER: "报告人|演讲人|演讲者|讲者|主讲人|主讲|讲师|姓名|作者|主讲嘉宾|演讲嘉宾|报告嘉宾|特邀报告人|宣讲人|主讲教师|授课教师|報告人|"
    "演講者|演講人|講者|主講人|特邀嘉宾|发言人",
    Fact.AFFILIATION: "单位|工作单位|所在单位|机构|报告人单位|所属单位|主讲人单位|單位|學校|学校",
    Fact.ABSTRACT: "摘要|报告摘要|演讲摘要|内容摘要|内容简介|简介|内容|报告内容|报告简介|讲座摘要|讲座内容|讲座简介|论文摘要|內容簡介|報告摘要|演講摘要|会议简介|"
    "分会简介|内容提要",
    Fact.BIOGRAPHY: "个人简介|报告人简介|演讲人简介|讲者简介|嘉宾简介|主讲人简介|作者简介|个人介绍|演讲者简介|专家简介|讲者介绍|嘉宾介绍|报告人介绍|主讲人介绍|演讲嘉宾简介|"
    "主讲嘉宾简介|個人簡介|講者簡介|報告人簡介|个人简历|简历",
    Fact.SLIDES: "幻灯片|讲义|课件|投影片",
    Fact.VIDEO: "视频|录像|回放|影片|报告视频",
}  # fmt: skip
_JA: dict[Fact, str] = {
    Fact.TALK_TITLE: "講演題目|講演タイトル|タイトル|演題|発表題目|論文題目",
    Fact.WHEN: "日時|開催日時|日程|開催日",
    Fact.VENUE: "場所|会場|開催場所|教室",
    Fact.HOST: "司会|司会者|進行|モデレーター",
    Fact.CHAIR: "座長|議長",
    Fact.ORGANIZER: "世話人|主催者|オーガナイザー|企画者",
    Fact.PANELIST: "パネリスト|登壇者|パネラー",
    Fact.SPEAKER: "講演者|発表者|講師|氏名|スピーカー|話題提供者",
    Fact.AFFILIATION: "所属|所属機関",
    Fact.ABSTRACT: "概要|要旨|講演概要|講演要旨|アブストラクト",
    Fact.BIOGRAPHY: "略歴|講演者略歴|プロフィール|講師略歴",
    Fact.SLIDES: "スライド|講演資料",
    Fact.VIDEO: "動画|録画",
}
_KO: dict[Fact, str] = {
    Fact.TALK_TITLE: "제목|발표제목|발표 제목|강연제목|강연 제목|논문제목|연제",
    Fact.WHEN: "일시|시간|날짜|일정",
    Fact.VENUE: "장소|강의실|회의실",
    Fact.HOST: "사회|사회자|진행|진행자",
    Fact.CHAIR: "좌장|의장",
    Fact.ORGANIZER: "조직위원|주최자|오거나이저",
    Fact.PANELIST: "패널|토론자|패널리스트",
    Fact.SPEAKER: "발표자|연사|강연자|강사|초청연사|초청 연사|저자",
    Fact.AFFILIATION: "소속|소속기관",
    Fact.ABSTRACT: "초록|요약|발표초록|내용|개요",
    Fact.BIOGRAPHY: "약력|연사약력|연사 약력|연사 소개|발표자 소개|강연자 소개",
    Fact.SLIDES: "발표자료|발표 자료|슬라이드",
    Fact.VIDEO: "영상|동영상",
}
_FR: dict[Fact, str] = {
    Fact.TALK_TITLE: "titre|titre de l'exposé|exposé|titre de la présentation",
    Fact.WHEN: "heure|horaire|quand|date et heure|horaires",
    Fact.START: "début|debut",
    Fact.END: "fin",
    Fact.VENUE: "lieu|salle|où|endroit|amphithéâtre",
    Fact.HOST: "modérateur|modératrice|animateur|animatrice|animé par|modéré par",
    Fact.CHAIR: "président|présidente|présidence|président de séance|présidente de séance|présidence de séance",
    Fact.ORGANIZER: "organisateur|organisatrice|organisateurs|organisatrices|organisé par",
    Fact.PANELIST: "invité|invités|invitée|invitées|panélistes|participants à la table ronde",
    Fact.SPEAKER: "orateur|oratrice|orateurs|intervenant|intervenante|intervenants|intervenantes|conférencier|conférencière|conférenciers|"
    "auteur|auteurs|exposant|nom|présenté par|oratrice/orateur",
    Fact.AFFILIATION: "établissement|institution|université|laboratoire",
    Fact.ABSTRACT: "résumé|description|présentation de la session",
    Fact.BIOGRAPHY: "biographie|à propos de l'intervenant|à propos de l'oratrice|à propos de l'orateur",
    Fact.SLIDES: "diapositives|transparents|supports",
    Fact.VIDEO: "vidéo|enregistrement",
}  # fmt: skip
_DE: dict[Fact, str] = {
    Fact.TITLE: "sitzung",
    Fact.TALK_TITLE: "titel|vortragstitel|vortrag|titel des vortrags",
    Fact.WHEN: "zeit|uhrzeit|datum|wann|termin|datum und uhrzeit|zeitpunkt",
    Fact.START: "beginn|anfang",
    Fact.END: "ende",
    Fact.VENUE: "treffpunkt|ort|raum|hörsaal|wo|veranstaltungsort|saal",
    Fact.HOST: "moderation|moderator|moderatorin|moderiert von",
    Fact.CHAIR: "sitzungsleitung|leitung|vorsitz|sitzungsleiter|sitzungsleiterin",
    Fact.ORGANIZER: "organisation|organisator|organisatorin|organisatoren|organisatorinnen|organisiert von",
    Fact.PANELIST: "gäste|podium|podiumsgäste|diskutanten|teilnehmende",
    Fact.SPEAKER: "referent|referentin|referenten|referentinnen|referierende|vortragende|vortragender|vortragende:r|sprecher|sprecherin|redner|"
    "rednerin|autor|autorin|autoren",
    Fact.AFFILIATION: "einrichtung|hochschule|universität|institut",
    Fact.ABSTRACT: "zusammenfassung|beschreibung|inhalt|kurzfassung",
    Fact.BIOGRAPHY: "biografie|biographie|lebenslauf|zur person|kurzbiografie|kurzbiographie",
    Fact.SLIDES: "folien",
    Fact.VIDEO: "aufzeichnung|mitschnitt",
}  # fmt: skip
_ES: dict[Fact, str] = {
    Fact.TITLE: "sesión",
    Fact.TALK_TITLE: "título|titulo|título de la charla|charla|ponencia|conferencia",
    Fact.WHEN: "fecha|hora|horario|cuándo|fecha y hora|fecha/hora",
    Fact.START: "inicio|comienzo",
    Fact.END: "término",
    Fact.VENUE: "lugar|sala|salón|aula|sede|dónde|ubicación",
    Fact.HOST: "anfitrión|anfitriona|moderador|moderadora|modera|moderadores",
    Fact.CHAIR: "presidente|presidenta|preside|presidente de sesión|presidenta de sesión",
    Fact.ORGANIZER: "organizador|organizadora|organizadores|organizadoras|organiza|organizado por",
    Fact.PANELIST: "invitados|invitadas|panelistas|invitado|invitada",
    Fact.SPEAKER: "ponente|ponentes|expositor|expositora|expositores|conferencista|conferencistas|orador|oradora|autor|autora|autores|autoras|"
    "charlista|conferenciante|nombre|impartida por|presentada por",
    Fact.AFFILIATION: "afiliación|filiación|institución|universidad",
    Fact.ABSTRACT: "resumen|descripción|sinopsis",
    Fact.BIOGRAPHY: "biografía|semblanza|sobre el ponente|sobre la ponente|reseña|reseña biográfica",
    Fact.SLIDES: "diapositivas",
    Fact.VIDEO: "vídeo|grabación",
}  # fmt: skip

#: English first and Chinese next: where languages share a word, theirs is meant.
LABELS: dict[str, Fact] = {
    word: fact for table in (_ES, _DE, _FR, _KO, _JA, _ZH, _EN) for fact, words in table.items() for word in words.split("|")
}


#: The words of other languages than English: what else a field may be called. A title is but ``title``, for a word may be a subject's.
LOCAL: dict[str, Fact] = {
    word: fact
    for table in (_ES, _DE, _FR, _KO, _JA, _ZH)
    for fact, words in table.items()
    for word in words.split("|")
    if fact is not Fact.TITLE
}


def fact_of(label: str) -> Fact | None:
    """The fact that a label announces; ``None`` where it is no label.

    Case, spacing, signs around it (``📍 Location``), an ``(s)`` and a closing number (``Speaker 2``) aside; in two languages
    (``Time 时间``) both must say the same.
    """
    folded = fold_label(label)
    if (fact := _counted(folded)) is not None:
        return fact
    parts = [part for part in _LANGUAGES.split(folded) if part]
    facts = {_counted(part) for part in parts}
    return facts.pop() if len(parts) > 1 and len(facts) == 1 else None


def _counted(folded: str) -> Fact | None:
    """The fact of a label that may end with a number, where the fact is one that is counted; of a misspelt one, that of the right one."""
    number = NUMBER.search(folded)
    fact = known_label(folded) or known_label(right_label(folded) or "")
    without = known_label(folded[: number.start()]) if number and fact is None else None
    return fact or (without if without in _COUNTED else None)


@lru_cache(maxsize=1024)  # a page repeats its labels
def right_label(folded: str) -> str | None:
    """The label that was meant by a misspelt one; ``None`` where it is none, or may be several facts'."""
    near = [word for word in LABELS if abs(len(word) - len(folded)) <= 1 and word.isascii() and sure_slip(folded, word)]
    return near[0] if near and known_label(folded) is None and len({LABELS[word] for word in near}) == 1 else None


def fold_label(label: str) -> str:
    """A label as it is looked up."""
    text = unicodedata.normalize("NFKC", label).translate(UNSEEN).lower().replace("’", "'")
    text = re.sub(r"\((?:s|n|en|nen|es)\)", "", text)
    return " ".join(re.sub(r"^[\W_]+|[^\w)]+$", "", text).split())


def known_label(folded: str) -> Fact | None:
    """The fact of a folded label as it stands."""
    return LABELS.get(folded) or LABELS.get(folded.replace(" ", "")) or LABELS.get(folded.removesuffix("s"))
