"""The schema of a page's front matter, made from the table of names in ``extract/front_matter/params.py``.

It helps with the form that we recommend, and knows the other names that are read. Fields it does not know are allowed: site generators
have their own. Values are checked loosely, since a date may be written in many ways; the examples show the best.
"""

from collections.abc import Iterable, Iterator

from pipeline.extract.front_matter.params import NAMES
from pipeline.extract.front_matter.per_language import PEOPLE, WORDS
from pipeline.grammar.languages import TAGS
from pipeline.model import Fact, Kind, Status
from pipeline.schema.words import Schema, document, many, one_or_many

_SCALAR: Schema = {"type": ["string", "number", "null"]}
_PERSON_REF: Schema = {"anyOf": [_SCALAR, {"$ref": "#/$defs/person"}]}
_PEOPLE = one_or_many(_PERSON_REF)

#: What a fact is, and a good value.
_ABOUT: dict[Fact, tuple[str, object]] = {
    Fact.ID: ("The session's identity: the name of its page and of its entry in calendars. Made from the file's name.", "rivers"),
    Fact.KIND: ("What sort of session it is.", "keynote"),
    Fact.TITLE: ("The title. The one field that every page must have.", "Reading the Gauges"),
    Fact.TALK_TITLE: ("The title of the page's one talk, where it is another than the page's.", "Ninety Years of Paper Rolls"),
    Fact.SUMMARY: ("When it takes place, in words.", "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"),
    Fact.WHEN: ("The hours, with or without the day.", "09:50-11:35"),
    Fact.DATE: ("The day.", "2026-10-15"),
    Fact.START: ("When it begins, by a 24-hour clock, in the conference's time zone.", "11:00"),
    Fact.END: ("When it ends, by a 24-hour clock, in the conference's time zone.", "12:30"),
    Fact.VENUE: ("The room: a name or an alias from program.toml.", "Main Hall"),
    Fact.TRACK: ("The strand of the program: a name from program.toml.", "Flow & Form"),
    Fact.TAG: ("A short word printed above the title, as a session's number.", "Keynote 2"),
    Fact.ORDER: ("Where it stands among sessions at the same time; lower comes first.", 3),
    Fact.LANGUAGE: ("The language of the page's texts, as a BCP 47 tag, where it is not the conference's main one.", "zh"),
    Fact.STATUS: ("Whether it takes place. A cancelled session stays in all outputs, marked.", "confirmed"),
    Fact.FORMERLY: ("An id that the session was published under before; several as a list, the first one first.", "brooks"),
    Fact.HOST: ("Who hosts: 'Name, Institute', or a person; several as a list.", "Ada Brook, Quay University"),
    Fact.CHAIR: ("Who chairs: 'Name, Institute', or a person; several as a list.", "Ada Brook, Quay University"),
    Fact.ORGANIZER: ("Who organizes it: 'Name, Institute', or a person; several as a list.", "Ada Brook, Quay University"),
    Fact.PANELIST: ("Who sits on the panel: 'Name, Institute', or a person; several as a list.", ["Ada Brook, Quay University"]),
    Fact.SPEAKER: (
        "Who speaks: 'Name, Institute', or a person; several as a list.",
        [{"name": "Ada Brook", "affiliation": "Quay"}],
    ),
    Fact.AFFILIATION: ("The speaker's institute.", "Quay University"),
    Fact.PHOTO: ("The speaker's portrait, as a path in the site.", "/images/people/brook.png"),
    Fact.URL: ("The speaker's page on the web.", "https://example.org/brook"),
    Fact.ABSTRACT: ("What it is about, in Markdown; formulas between dollar signs.", "A gauge draws one line a day, $h(t)$."),
    Fact.BIOGRAPHY: ("Who the speaker is, in Markdown.", "Ada Brook is a professor of …"),
    Fact.SLIDES: ("Address of the slides.", "https://example.org/slides.pdf"),
    Fact.VIDEO: ("Address of the recording.", "https://example.org/video"),
    Fact.STREAM: ("Address where the session can be followed live.", "https://example.org/live"),
}
#: A language's tag.
_LANGUAGE = f"^({'|'.join(TAGS)})(-[A-Za-z]{{4}})?(-([A-Za-z]{{2}}|[0-9]{{3}}))?$"
_PERSON = ("name", "affiliation", "photo", "homepage", "biography")


def front_matter() -> Schema:
    """Fields that pages may have."""
    person = dict(_fields(name for name in NAMES if name in _PERSON))
    person["name"] = {"description": "The person's name.", **_in_any_language(_SCALAR), "examples": ["Ada Brook"]}
    talk = {name: schema for name, schema in _fields(NAMES) if name != "talk_title"}
    talk["title"] = {"description": "The talk's title.", **_in_any_language(_SCALAR), "examples": ["Ninety Years of Paper Rolls"]}
    talks = {
        "description": "The talks of the session, in order. A page for one talk has 'speakers' instead.",
        **many({"anyOf": [_SCALAR, {"$ref": "#/$defs/talk"}]}),
    }
    return document(
        "front-matter",
        "Front matter of a page of the program",
        "The fields of one session. Every field but the title may be missing: what is not known is to be announced.",
        {
            "type": "object",
            "properties": {**dict(_fields(NAMES)), "talks": talks},
            "patternProperties": _per_language(NAMES),
            "$defs": {
                "person": {
                    "type": "object",
                    "properties": person,
                    "patternProperties": _per_language(_PERSON),
                    "anyOf": [{"required": ["name"]}, {"$ref": "#/$defs/languages"}],
                },
                "talk": {"type": "object", "properties": talk, "patternProperties": _per_language(talk)},
                "languages": {
                    "description": "The same in several languages, each under its BCP 47 tag.",
                    "type": "object",
                    "propertyNames": {"pattern": _LANGUAGE},
                    "additionalProperties": _PEOPLE,
                    "minProperties": 1,
                    "examples": [{"en": "Rivers", "zh": "河流"}],
                },
            },
        },
    )


def _per_language(names: Iterable[str]) -> Schema:
    """The names with a language behind them."""
    words = "|".join(name for name in names if name.isascii() and (name == "name" or NAMES[name] in WORDS))
    ends = _LANGUAGE.removeprefix("^").replace("-", "[-_]")
    about = "The same in another language, such as 'title_zh' or 'abstract_fr'."
    return {f"^({words})[-_]{ends}": {"description": about, **_PEOPLE}}


def _in_any_language(value: Schema) -> Schema:
    """A value, or one for each language."""
    return {"anyOf": [*(value["anyOf"] if set(value) == {"anyOf"} else [value]), {"$ref": "#/$defs/languages"}]}


def _fields(names: Iterator[str] | dict[str, Fact]) -> Iterator[tuple[str, Schema]]:
    """The schema of each field; the first name of a fact is the one we recommend."""
    best: dict[Fact, str] = {}
    for name in NAMES:
        best.setdefault(NAMES[name], name)
    for name in names:
        fact = NAMES[name]
        about, example = _ABOUT[fact]
        if name == best[fact]:
            yield name, {"description": about, **_value(fact), "examples": [example]}
        else:
            yield name, {"description": f"The same as '{best[fact]}'. {about}", **_value(fact)}


def _value(fact: Fact) -> Schema:
    if fact is Fact.KIND:  # other words are allowed: pages of site generators have a 'type' of their own
        return {"anyOf": [{"enum": [kind.value for kind in Kind]}, one_or_many(_SCALAR)]}
    if fact is Fact.STATUS:
        return {"anyOf": [{"enum": [status.value for status in Status]}, _SCALAR]}
    return _in_any_language(_PEOPLE if fact in PEOPLE else one_or_many(_SCALAR))
