"""Values → lines of YAML as a person would write them: plain where that reads back, quoted where not, long texts as blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

_INDENT = "  "
_NUMBER = re.compile(r"[-+]?(?:\.?\d[\d_.eE+-]*|0[xo][\da-f]+|\.(?:inf|nan))", re.IGNORECASE)  # YAML 1.2, 10.3.2, and 1.1
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def field(key: str, value: str) -> list[str]:
    """A field whose value is text."""
    return [f"{key}: {scalar(value)}"]


def exact(key: str, value: str) -> list[str]:
    """A field whose value is a date, a time, a number or another word that needs no quotes."""
    return [f"{key}: {value}"]


def block(key: str, text: str) -> list[str]:
    """A field of several lines, as they are (YAML 1.2, 8.1.2); of one short line as any other text."""
    if any(character in text for character in "\x85\u2028\u2029\r") or not text.strip():
        return field(key, text)
    # An indent that the first line has of its own must be told from the block's.
    indicator = str(len(_INDENT)) if text[0] in " \n" else ""
    return [f"{key}: |{indicator}", *nested(text.split("\n"))]


def listed(key: str, entries: Iterable[Sequence[str]]) -> list[str]:
    """A field whose value is a list; each entry is the lines of a mapping, or the one line of a text."""
    return [f"{key}:", *(line for entry in entries for line in _item(entry))]


def _item(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{_INDENT}{'- ' if number == 0 else _INDENT}{line}" if line else ""


def nested(lines: Iterable[str]) -> Iterator[str]:
    """Lines one level further in; empty ones stay empty."""
    return (f"{_INDENT}{line}" if line.strip() else "" for line in lines)


def scalar(text: str) -> str:
    """A text as a plain scalar where every reader of YAML takes it for that text, else in double quotes."""
    return text if _is_plain(text) else f'"{"".join(map(_escaped, text))}"'


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or not text.isprintable() or text[0] in "-?:,[]{}#&*!|>'\"%@`" or "\ufeff" in text:
        return False
    if _NUMBER.fullmatch(text):
        return False
    try:
        node = yaml.compose(f"k: {text}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    value = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    # Other readers make numbers, dates and truth values of what looks like one.
    return isinstance(value, yaml.ScalarNode) and value.value == text and value.tag == "tag:yaml.org,2002:str"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == "\u3000":
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004 - the widths of YAML 1.2, 5.7
