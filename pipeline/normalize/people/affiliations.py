"""Which words are an institute's and not a person's, and when two institutes can be one."""

import re
import unicodedata

from pipeline.grammar.likeness import is_slip

# Words that no person's name has, in the languages of program pages; subjects and places that follow an institute among them.
_WORD = re.compile(
    r"""(?<![^\W\d_])(?:
        [uü]niversi\w* | uniwersytet\w* | univ | uni | college | institut\w* | instituto | istituto | school | faculty | facult\w+ | fakultät | facultad
      | department | dept | division | cent(?:er|re|rum|ro)s? | zentrum | academ(?:y|ia|ie)\w* | acad[eé]mi\w+ | akademi\w* | laborato\w+ | labs? | observator\w+ | observatoire
      | observatório | museum\w* | mus[eé]o | musée | museu | librar(?:y|ies) | bibliothe\w+ | biblioteca | archives? | hospital\w* | hôpital | ospedale | krankenhaus | charité
      | fraunhofer | helmholtz | clinic | klinik\w* | ministr?(?:y|ies|ère|ério|erio|ero|erium) | bureau | agency | agence | council | society | société | gesellschaft | association | foundation | fondation
      | fundación | fundação | fondazione | stiftung | conservato\w+ | station | networks? | compan(?:y|ies) | corporation | corp | inc | ltd | limited | llc | llp | plc | gmbh | s\.?r\.?l
      | group | committee | team | technolog(?:y|ies) | teknik | research\w* | sciences? | engineering | statistics | mathemati(?:cs|k) | economics | finance | management | business
      | medicine | health | physics | chemistry | biology | geometry | geography | astronomy | oceanography | computing | computer | data | systems? | intelligence | learning
      | informati(?:on|cs|k) | studies | policy | normal | hochschule | fachhochschule | högskola\w* | høgskole\w* | école | ecole | scuola | escuela | escola | szkoła | schule
      | polyte(?:ch|k)\w* | polit[eé][ckt]\w* | software | solutions | services | consulting | ventures | holdings | industries | instruments | electronics | robotics | analytics
      | semiconductors? | airlines | aerospace | pharma\w* | energie | energy | max\splanck | caltech | csiro | nvidia | huawei | google | microsoft | deepmind | openai | amazon
      | facebook | meta\sai | alibaba | tencent | baidu | bytedance | intel | samsung | red\shat | mozilla | oracle | siemens | bosch | nokia | ericsson | philips | toyota | hitachi
      | fujitsu | toshiba | netflix | spotify | github | adobe | salesforce | cisco | qualcomm | goldman\ssachs | morgan\sstanley | carl\szeiss | john\sdeere | los\salamos
      | oak\sridge | argonne | johns\shopkins | carnegie\smellon | georgia\stech | stanford | harvard | princeton | berkeley | tsinghua | oxford | cambridge | state | tech
      | northwestern | imperial | royal | national | international | engineer | scientist | director | manager | officer | developer | architect | consultant | researcher | founder
      | co-founder | student | postdoc | president | hong\skong | new\s(?:york|zealand|jersey) | sri\slanka | (?:south|north)\s(?:korea|america|africa) | united\s\w+
      | great\sbritain | czech\srepublic | saudi\sarabia | costa\srica | tel\saviv | san\s(?:diego|francisco|jose) | los\sangeles | santa\s(?:barbara|cruz|clara)
      | ann\sarbor | palo\salto | buenos\saires | rio\sde\sjaneiro | são\spaulo | cape\stown | for | of | at
    )(?![^\W\d_])
    | (?-i:(?<![^\W\d_])(?:CNRS|INRIA|Inria|INRAE|INSERM|CEA|CERN|EPFL|KAIST|POSTECH|RIKEN|ETH|MIT|UCLA|UCL|UC|NUS|NTU|USTC|SJTU|TU|IBM|CMU|HKUST|PKU|CAS|IIT|IISc|LMU|RWTH|AI|AG|SA
      |NASA|ESA|NOAA|NIST|NIH|CSAIL|SAP|AMD|BMW)(?![^\W\d_]))
    | 大学 | 大學 | 学院 | 學院 | 研究所 | 研究院 | 研究中心 | 实验室 | 實驗室 | 公司 | 集团 | 集團 | 科学院 | 科學院 | 中科院 | 社科院 | 中学 | 医院 | 醫院 | 中心 | 协会 | 協會 | 学会 | 學會
    | 银行 | 委员会 | 委員會 | 博物馆 | 博物館 | 图书馆 | 天文台 | 气象局 | 出版社 | 杂志社 | 编辑部 | 基金会 | 系$ | 部$ | 局$ | 所$ | 院$ | 師大 | 师大 | 科大 | 理工 | 华为 | 華為 | 腾讯
    | 阿里 | 百度 | 字节 | 微软 | 谷歌 | 대학 | 연구
    | ^(?:北大|清华|清華|复旦|復旦|交大|浙大|南大|武大|人大|中大|厦大|同济|中科大|上交|西交|哈工大|北航|华科|高通|京东|小米|美团|滴滴|商汤|旷视|云从|依图|蚂蚁|网易|快手|拼多多|联想|平安)$""",
    re.VERBOSE | re.IGNORECASE,
)
_HOUSE = re.compile(
    r"universit|college|institute of technology|academy|polytechn|hochschule|大学|大學|科学院|科學院", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:new|south|north|hong|sri|united|great|czech|saudi|costa|san|santa|los|tel|rio|são)\s\w+|rio de janeiro|the netherlands|pr china|p\.?\s?r\.? china",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]{2,}|[A-Z]{3,}")
_SMALL = frozenset(("of", "and", "the", "for", "at", "in", "de", "la"))
# Words that many institutes have in common, so that a letter in them makes no other institute.
_COMMON_WORDS = (
    "university college institute institutes academy school department faculty laboratory centre center hospital technology science sciences "
    "statistics mathematics mathematical economics finance management engineering computer physics chemistry biology medicine medical "
    "national international research information intelligence artificial business normal chinese system systems study studies education "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_MANY, _SHORT = 5, 4
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_institute(text: str) -> bool:
    """Whether the text has a word that an institute, a company, a subject or a place has, and a person has not."""
    return _WORD.search(unicodedata.normalize("NFC", text)) is not None


def is_place(text: str) -> bool:
    """Whether the text is a country or a region of two words, which follows an institute's town."""
    return _PLACE.fullmatch(text) is not None


def is_house(text: str) -> bool:
    """Whether the text names a whole house: a university, a college, an academy."""
    return _HOUSE.search(text) is not None


def can_be_one(one: str, other: str) -> bool:
    """Whether the same person may give both institutes: they say the same, or one says more, or the house is the same.

    Names in Chinese and in Latin letters can't be held against each other, so they do not differ.
    """
    if bool(_HAN.search(one)) != bool(_HAN.search(other)):
        return True
    if squashed(one) in squashed(other) or squashed(other) in squashed(one):
        return True
    parts, others = institutes_in(one), institutes_in(other)
    alike = any(_abbreviates(a, b) or _abbreviates(b, a) or may_be_slips(a, b) for a in parts for b in others)
    return bool(_houses(parts) & _houses(others)) or alike


def may_be_slips(one: str, other: str) -> bool:
    """Whether two institutes are probably one, written in two ways.

    That is: other capitals, spaces or accents; a slip in a word that many institutes have (``Univeristy``); ``Southwest`` and
    ``Southwestern`` where all the rest is the same. A letter in a proper name (Hunan, Henan) makes two institutes.
    """
    if _typeset(one) == _typeset(other) or bool(_HAN.search(one)) != bool(_HAN.search(other)):
        return False
    if _HAN.search(one):
        return squashed(one) == squashed(other)
    words, others = _typeset(one).casefold().split(), _typeset(other).casefold().split()
    different = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if squashed(one) == squashed(other) and len(squashed(one)) > _SHORT:
        return True
    if len(words) != len(others) or len(words) < len(("a", "b")) or len(different) != 1:
        return False
    short, long = sorted(different[0], key=len)
    eastern = long == f"{short}ern" and len(words) >= _MANY
    return eastern or (
        (short in _COMMON or long in _COMMON) and {short, long} != {"institut", "institute"} and is_slip(short, long)
    )


def mended(institute: str) -> str:
    """The institute's letters without what ``may_be_slips`` passes over: equal for every two that it is true of."""
    return squashed(" ".join(map(_mended, _typeset(institute).casefold().split())))


def _mended(word: str) -> str:
    near = (common for common in _COMMON if abs(len(common) - len(word)) <= 1 and {common[0], common[-1]} & {word[0], word[-1]})
    return min((common for common in near if common == word or is_slip(common, word)), default=word.removesuffix("ern"))


def institutes_in(text: str) -> tuple[str, ...]:
    """The institutes that an affiliation names, the departments of a university among them, in its order."""
    return tuple(part for part in re.split(r"\s*[,，;；/、]\s*", unicodedata.normalize("NFKC", text)) if part)


def _houses(parts: tuple[str, ...]) -> frozenset[str]:
    """The parts that name the whole house, not one of its departments; where none does, the last part."""
    houses = [part for part in parts if _HOUSE.search(part)] or list(parts[-1:])
    return frozenset(map(squashed, houses))


def _abbreviates(short: str, long: str) -> bool:
    """Whether ``SJTU`` is ``Shanghai Jiao Tong University``."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", long) if word.lower() not in _SMALL)
    return _ACRONYM.fullmatch(short) is not None and short.upper() == initials.upper()


def _typeset(text: str) -> str:
    """The text in one typography: one sort of apostrophes, dashes and spaces, no article."""
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans("’‘ʼ`–—‐", "'" * 4 + "---"))
    return re.sub(r"^the\s", "", " ".join(plain.split()), flags=re.IGNORECASE)


def squashed(text: str) -> str:
    """Letters and digits alone, without case, accents and a leading article."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"\W|_|[\u0300-\u036f]", "", re.sub(r"^\s*the\s", "", decomposed))
