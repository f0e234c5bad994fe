"""Which words are an institute's and not a person's, and when two institutes can be one."""

import re
import unicodedata

# Words that no person's name has, in the languages of program pages; subjects and places that follow an institute among them.
_WORD = re.compile(
    r"""(?<![^\W\d_])(?:
        universi\w* | univ | uni | college | institut\w* | instituto | school | faculty | facult\w+ | department | dept | division | cent(?:er|re|rum|ro)s?
      | academ(?:y|ia|ie) | laborator\w+ | labs? | hospital | clinic | klinik\w* | ministry | bureau | agency | council | society | association | foundation
      | compan(?:y|ies) | corporation | corp | inc | ltd | llc | gmbh | group | committee | team | technolog(?:y|ies) | research | sciences? | engineering | statistics
      | mathemati(?:cs|k) | economics | finance | management | business | medicine | health | physics | chemistry | biology | computing | computer | data | systems?
      | intelligence | learning | informati(?:on|cs|k) | studies | policy | normal | hochschule | fachhochschule | école | ecole | polytechni\w+ | politecnico
      | politécnica | escuela | facultad | max\splanck | caltech | csiro | nvidia | huawei | google | microsoft | deepmind | openai | amazon | facebook | meta\sai
      | alibaba | tencent | baidu | bytedance | intel | samsung | stanford | harvard | princeton | berkeley | tsinghua | oxford | cambridge | state | tech
      | northwestern | imperial | royal | national | international | hong\skong | new\s(?:york|zealand|jersey) | sri\slanka | (?:south|north)\s(?:korea|america|africa)
      | united\s\w+ | great\sbritain | czech\srepublic | saudi\sarabia | costa\srica | tel\saviv | san\s(?:diego|francisco|jose) | los\sangeles
      | santa\s(?:barbara|cruz|clara) | ann\sarbor | palo\salto | buenos\saires | rio\sde\sjaneiro | são\spaulo | for | of | at
    )(?![^\W\d_])
    | (?-i:(?<![^\W\d_])(?:CNRS|INRIA|CERN|EPFL|KAIST|RIKEN|ETH|MIT|UCLA|UCL|UC|NUS|NTU|USTC|SJTU|TU|IBM|CMU|HKUST|PKU|CAS|IIT|LMU|AI)(?![^\W\d_]))
    | 大学 | 大學 | 学院 | 學院 | 研究所 | 研究院 | 研究中心 | 实验室 | 實驗室 | 公司 | 集团 | 集團 | 科学院 | 科學院 | 中学 | 医院 | 醫院 | 中心 | 协会 | 协會 | 学会 | 學會 | 银行
    | 委员会 | 委員會 | 系$ | 部$ | 局$ | 所$ | 師大 | 师大 | 科大 | 理工 | 华为 | 華為 | 腾讯 | 阿里 | 百度 | 字节 | 微软 | 谷歌 | 대학 | 연구""",
    re.VERBOSE | re.IGNORECASE,
)
_HOUSE = re.compile(
    r"universit|college|institute of technology|academy|polytechn|hochschule|大学|大學|科学院|科學院", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]{2,}|[A-Z]{3,}")
_SMALL = frozenset(("of", "and", "the", "for", "at", "in", "de", "la"))
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_institute(text: str) -> bool:
    """Whether the text has a word that an institute, a company, a subject or a place has, and a person has not."""
    return _WORD.search(unicodedata.normalize("NFC", text)) is not None


def can_be_one(one: str, other: str) -> bool:
    """Whether the same person may give both institutes: they say the same, or one says more, or the house is the same.

    Names in Chinese and in Latin letters can't be held against each other, so they do not differ.
    """
    if bool(_HAN.search(one)) != bool(_HAN.search(other)):
        return True
    if _squash(one) in _squash(other) or _squash(other) in _squash(one):
        return True
    parts, others = _parts(one), _parts(other)
    return bool(_houses(parts) & _houses(others)) or any(_abbreviates(a, b) or _abbreviates(b, a) for a in parts for b in others)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*[,，;；/、]\s*", unicodedata.normalize("NFKC", text)) if part)


def _houses(parts: tuple[str, ...]) -> frozenset[str]:
    """The parts that name the whole house, not one of its departments; where none does, the last part."""
    houses = [part for part in parts if _HOUSE.search(part)] or list(parts[-1:])
    return frozenset(map(_squash, houses))


def _abbreviates(short: str, long: str) -> bool:
    """Whether ``SJTU`` is ``Shanghai Jiao Tong University``."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", long) if word.lower() not in _SMALL)
    return _ACRONYM.fullmatch(short) is not None and short.upper() == initials.upper()


def _squash(text: str) -> str:
    """Letters and digits alone, without case, accents and a leading article."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"\W|_|[\u0300-\u036f]", "", re.sub(r"^\s*the\s", "", decomposed))
