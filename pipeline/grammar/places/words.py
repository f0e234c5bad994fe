"""The words for places in several languages: what kind of thing each speaks of, and how far inside that stands."""

from types import MappingProxyType

from pipeline.grammar.places.fold import fold
from pipeline.grammar.places.place import Level

#: Under each kind its level. Kinds of one group may be translations of each other, so ``hall`` and 堂 are one kind.
LEVEL = MappingProxyType(
    dict.fromkeys(("university", "institute", "academy", "company", "hospital"), Level.INSTITUTION)
    | dict.fromkeys(("faculty", "school", "college", "department"), Level.FACULTY)
    | {"campus": Level.CAMPUS}
    | dict.fromkeys(("center", "hotel", "library", "museum", "gym", "palace", "theater"), Level.COMPLEX)
    | dict.fromkeys(("building", "hall", "house", "block", "tower", "wing"), Level.HOUSE)
    | {"floor": Level.FLOOR}
    | dict.fromkeys(
        ("room", "meeting room", "classroom", "seminar room", "lecture hall", "ballroom", "exhibit hall", "banquet hall", "saal", "multi-function hall", "laboratory",
         "foyer", "table", "booth", "station", "stage", "meeting hall", "aula", "reading room"), Level.ROOM)
)  # fmt: skip

#: Words that say no more of a numbered room than that it is one.
PLAIN = frozenset(["room", "raum", "zimmer", "室", "号室", "号房", "房间", "号", "호", "호실"])

#: What rooms are called where a number that tells it from all others in the house is enough (C-119, Auditorio C119).
NUMBERED = frozenset({
    "", "room", "meeting room", "classroom", "seminar room", "lecture hall", "saal", "laboratory", "meeting hall", "reading room", "multi-function hall", "banquet hall", "aula",
})  # fmt: skip

_LATIN = {
    "university": "univ university universität universitaet université universite universidad universita universidade uni hochschule",
    "institute": "inst institute institut instituto",
    "academy": "academy akademie academie academia",
    "company": "company gmbh",
    "hospital": "hospital krankenhaus hôpital",
    "faculty": "faculty fakultät fakultaet faculté facultad",
    "school": "school escuela école schule",
    "college": "college",
    "department": "department dept departamento département fachbereich",
    "campus": "campus",
    "center": "center centre zentrum centro complex",
    "hotel": "hotel hôtel",
    "library": "library bibliothek bibliothèque bibliotheque biblioteca",
    "museum": "museum musée musee museo",
    "palace": "palais palace palacio palazzo schloss castle",
    "gym": "gym gymnasium stadium arena",
    "theater": "theatre theater théâtre cinema",
    "building": "building bldg gebäude gebaeude edificio bâtiment batiment bât bat edifice édifice pavilion pavillon pabellón pabellon geb",
    "house": "house haus maison casa villa",
    "block": "block bloque",
    "tower": "tower turm tour torre",
    "wing": "wing flügel fluegel aile annex annexe",
    "hall": "hall halle",
    "room": "room rm zimmer raum salle cuarto local sala",
    "aula": "aula",
    "meeting room": "meeting+room conference+room board+room boardroom besprechungsraum konferenzraum sitzungszimmer sitzungssaal "
    "salle+réunion salle+reunion salle+conférence salle+conférences salle+conference salle+conferences sala+reuniones sala+juntas sala+conferencias sala+reunion",
    "classroom": "classroom lecture+room teaching+room klassenzimmer unterrichtsraum salle+cours salle+classe",
    "seminar room": "seminar+room  seminarraum seminarräume salle+séminaire salle+seminaire salle+séminaires sala+seminarios",
    "lecture hall": "auditorium auditorio auditório lecture+hall lecture+theatre lecture+theater hörsaal hoersaal hörsäle hs lt amphithéâtre amphitheatre amphitheater amphi "
    "aula+magna salón+actos salon+actos report+hall",
    "meeting hall": "meeting+hall conference+hall congress+hall convention+hall",
    "ballroom": "ballroom ballsaal",
    "banquet hall": "banquet+hall banquet+room",
    "exhibit hall": "exhibit+hall exhibition+hall exhibition+halls expo+hall",
    "saal": "saal salón",
    "multi-function hall": "multi-function+hall multi-function+room multi-purpose+hall multi+function+hall multifunction+hall multi+function+room multifunctional+hall multi+purpose+hall multipurpose+hall",
    "laboratory": "laboratory lab labor laboratorio laboratoire",
    "foyer": "foyer lobby atrium vestibule",
    "table": "table tisch mesa",
    "booth": "booth stand",
    "station": "station",
    "stage": "stage bühne escenario",
}

#: Latin kind words, single or several in a row, folded as texts are, each with its kind. Longer ones are to be tried first.
LATIN = MappingProxyType({tuple(fold(words).split("+")): kind for kind, all_ in _LATIN.items() for words in all_.split()})
LONGEST = 3  # words in a row

#: Short forms, each with its word.
SHORT = MappingProxyType({"univ": "university", "inst": "institute", "rm": "room", "bldg": "building", "geb": "gebaude", "gebaeude": "gebaude", "centre": "center", "theatre": "theater", "dept": "department",
                          "bat": "batiment", "hoersaal": "horsaal", "fakultaet": "fakultat", "universitaet": "universitat", "raume": "raum", "sale": "saal"})  # fmt: skip

#: Ends of German compounds: Hauptgebäude, Festsaal, Seminarraum.
ENDS = MappingProxyType(
    {"gebaude": "building", "gebaeude": "building", "saal": "saal", "raum": "room", "zimmer": "room", "halle": "hall"}
)

#: Words that only join others.
JOINING = frozenset(
    [
        "the",
        "of",
        "de",
        "del",
        "la",
        "le",
        "les",
        "du",
        "des",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "el",
        "los",
        "las",
        "di",
        "da",
        "do",
        "dos",
        "im",
        "am",
        "an",
        "zu",
        "zum",
        "zur",
        "no",
        "nr",
        "number",
    ]
)

#: Words between several things.
AND = frozenset(("&", "and", "und", "et", "+"))

# Chinese, Japanese and Korean words stand at the end of a name: 文史楼. Chinese as OpenCC simplifies it. Longer ones first.
HAN = MappingProxyType({
    "university": r"大学(?![生城路街道堂])|대학교",
    "institute": r"研究院|研究所|数学所|연구소|연구원",
    "academy": r"科学院",
    "company": r"公司",
    "hospital": r"医院",
    "school": r"中学|小学",
    "faculty": r"学院(?![路街])|书院|学部|学系|研究科|의과대학|공과대학|대학원|대학|학부",
    "campus": r"校区|园区|校园|科技园|产业园|分校|キャンパス|캠퍼스",
    "library": r"图书馆|図书馆|도서관",
    "museum": r"博物馆|美术馆|科技馆|박물관|미술관",
    "gym": r"体育馆|体育中心|体育场|체육관",
    "theater": r"大剧院|剧院|剧场|影院|音乐厅|극장",
    "hotel": r"酒店|宾馆|饭店|大饭店|ホテル|호텔",
    "center": r"会议中心|会展中心|活动中心|交流中心|中心|会堂|广场|大厦|センター|プラザ|センタ|센터|센타",
    "building": r"教学大楼|实验大楼|教学楼|实验楼|办公楼|号楼|大楼|楼|号馆|号栋|号棟|栋|棟|座(?=$|[\s\d(,、a-z])|教(?!\d+楼)(?=$|[\s\d(,、a-z])|호관|빌딩|건물",
    "hall": r"大礼堂|礼堂|堂|会馆|交流馆|馆|塔|ホール|홀|관(?=$|[\s\d(,、])|동(?=$|[\s\d(,、])",
    "lecture hall": r"学术报告厅|阶梯教室|报告厅|演讲厅|演讲室|讲演厅|大讲堂|讲堂|대강당|강당",
    "multi-function hall": r"多功能厅|多功能会议厅|多功能报告厅|多目的ホール",
    "meeting room": r"会议室|会議室|회의실",
    "meeting hall": r"会议厅|국제회의장|회의장|会议场",
    "seminar room": r"研讨室|研修室|讨论室|セミナー室|ゼミ室|세미나실",
    "classroom": r"教室|讲义室|강의실|교실",
    "ballroom": r"볼룸",
    "banquet hall": r"宴会厅|宴会场",
    "exhibit hall": r"展览厅|展厅|展示场|전시장",
    "laboratory": r"实验室|机房|실험실",
    "reading room": r"阅览室|活动室|会客室|贵宾厅|贵宾室|洽谈室|接待室",
    "foyer": r"大厅|中庭|门厅|ロビー|로비",
    "saal": r"厅",
    "room": r"号室|号房|房间|室|호실|호(?=$|[\s\d(,、])|실(?=$|[\s\d(,、])|号(?=$|[\s(,、])",
})  # fmt: skip

#: What a room is used for, which is no name of it.
ROLE = r"(?:主|分)会场\s*[\da-z]*|开幕式|闭幕式|plenary(?: session| hall| room)?|main venue|parallel session\s*\w*|track\s*\w|session\s*\w|メイン会场"

#: What tells two places of one name apart, wherever it stands in brackets.
TELLING = frozenset(
    [
        "extra",
        "upper",
        "lower",
        "left",
        "right",
        "front",
        "back",
        "rear",
        "east",
        "west",
        "north",
        "south",
        "new",
        "old",
        "inner",
        "outer",
        "top",
        "bottom",
        "big",
        "small",
        "large",
        "overflow",
        "annex",
        "second",
        "first",
        "a",
        "b",
        "c",
        "d",
        "inside",
        "outside",
        "main",
        "side",
        "upstairs",
        "downstairs",
        "center",
        "central",
        "middle",
        "unten",
        "oben",
        "links",
        "rechts",
        "neu",
        "alt",
        "haut",
        "bas",
        "arriba",
        "abajo",
        "nuevo",
        "viejo",
        "东",
        "西",
        "南",
        "北",
        "上",
        "下",
        "左",
        "右",
        "新",
        "旧",
        "老",
        "内",
        "外",
        "前",
        "后",
        "大",
        "小",
        "中",
        "东侧",
        "西侧",
        "南侧",
        "北侧",
        "左侧",
        "右侧",
        "内侧",
        "外侧",
        "东区",
        "西区",
        "南区",
        "北区",
        "新馆",
        "旧馆",
        "本馆",
        "别馆",
        "东馆",
        "西馆",
        "南馆",
        "北馆",
    ]
)

#: Services for meetings that are nowhere, as texts name them.
SERVICES = MappingProxyType({
    "zoom": "zoom(?:\\.us)?", "tencent": "腾讯会议|腾讯|tencent\\s*meeting|voov(?:\\s*meeting)?|meeting\\.tencent\\.com", "teams": "(?:microsoft|ms)\\s*teams|teams",
    "webex": "(?:cisco\\s*)?webex", "meet": "google\\s*meet|meet\\.google\\.com", "feishu": "飞书(?:会议)?|feishu|lark", "dingtalk": "钉钉(?:会议)?|dingtalk",
    "bilibili": "bilibili|哔哩哔哩|b站", "youtube": "youtube", "gather": "gather\\.town|gathertown", "jitsi": "jitsi", "bbb": "bigbluebutton|bbb",
})  # fmt: skip

#: Words that say no more than that it is online.
ONLINE = r"线上(?:会议|参会|报告)?|在线(?:会议|报告)?|网络会议|云会议|远程|オンライン(?:开催|会议)?|온라인|online|on-line|virtually|virtual|remotely|remote|webinar|en ligne|en linea|distanciel|virtuel|internet"
