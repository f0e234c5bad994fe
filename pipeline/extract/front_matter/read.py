"""A page's text → its front matter as ``Fields`` and the offset where its body begins.

python-frontmatter finds the fences; our handlers read between them without guessing types. YAML is *composed*, not loaded: the
loader of YAML 1.1 makes 840 of ``14:00``, 83 of ``0123`` and ``False`` of ``no``, and forgets lines and columns. JSON is read by the
same composer, being a subset of YAML; TOML by ``pipeline/toml.py``.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler, YAMLHandler

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, RepeatedField
from pipeline.fields import Field, Fields, Unreadable, fold_key, items
from pipeline.source import Located, Source
from pipeline.toml import read_toml

# libyaml's composer where it is there: faster, and it allows tabs between the parts of a flow mapping.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Value = Located[str] | tuple[object, ...] | Fields
#: What a parser was in when it stumbled, that is itself the slip: it has no end.
_BEGUN = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")
#: A value whose first quote has no second one on its line.
_OPEN_QUOTE = re.compile(r"""^[ -]*[\w-]+:[ ]+((["'])(?!.*\2[ ]*(?:\#.*)?$).*)$""", re.MULTILINE)
#: Two fields at the top, perhaps under a line of signs, and a fence further down; blank lines between them stand in values alone.
_NOT_OPENED = re.compile(r"(?:[^\w\n]*\n)?([a-z_]+):(?:[ ].*)?\n[ ]*[a-z_]+:(?:[ ].*)?\n(?:.+\n|\n+(?=[ ]))*?---[ ]*(?:\n|$)")
_MOST_NODES = 20_000
_DEEPEST = 20
#: The fields that stand first.
_USUAL = frozenset({"title", "date", "summary", "layout", "name", "draft", "kind", "type", "id", "weight"})


class _TOMLHandler(BaseHandler):
    """Finds ``+++`` fences; python-frontmatter's own handler needs a package that is no longer kept."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)

    def load(self, fm: str) -> dict[str, Any]:
        return tomllib.loads(fm)


class _JSONHandler(BaseHandler):
    """Finds an object at the page's top where it ends; python-frontmatter's own handler wants its braces alone on their lines."""

    FM_BOUNDARY = re.compile(r"""\{(?=\s*["}])""")

    def split(self, text: str) -> tuple[str, str]:
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            # The composer says what is wrong, or takes it (a comma after the last field). No object ends in two places.
            last = re.compile(r"^\}\s*$", re.MULTILINE).search(text)
            if last is None:
                raise ValueError from None
            end = last.end()
        return text[:end], text[end:]

    def load(self, fm: str) -> dict[str, Any]:
        return dict(json.loads(fm))


def read_front_matter(source: Source) -> tuple[Fields, int, tuple[Problem, ...]]:
    """The fields, the offset of the body in ``source.text``, and what was wrong (broken-front-matter, repeated-field).

    White space before the opening line is passed over, as Hugo does.
    """
    whole = source.text.lstrip()
    first = len(source.text) - len(whole)
    handlers: list[BaseHandler] = [YAMLHandler(), _TOMLHandler(), _JSONHandler()]
    handler = frontmatter.detect_format(whole, {h: h for h in handlers})
    opening = handler and handler.FM_BOUNDARY and handler.FM_BOUNDARY.match(whole)
    if handler is None or not opening:
        return Fields(), 0, tuple(_unfenced(source))
    try:
        text, body = handler.split(whole)
    except ValueError:
        end = source.text.find("\n", first)
        span = source.span(first, end if end >= 0 else len(source.text))
        return Fields(), len(source.text), (BrokenFrontMatter(span, "the opening line has no closing one"),)
    start = first if isinstance(handler, _JSONHandler) else first + opening.end()
    try:
        fields = read_toml(source, start, start + len(text)) if isinstance(handler, _TOMLHandler) else _yaml(text, source, start)
    except Unreadable as error:
        at = min(start + error.offset, len(source.text))
        return Fields(), len(source.text) - len(body), (BrokenFrontMatter(source.span(at, at), error.reason),)
    return fields, len(source.text) - len(body), tuple(_repeated(fields))


def _unfenced(source: Source) -> Iterator[BrokenFrontMatter]:
    """A page that begins with fields, under no line that opens them, or one that is misspelt; they would be read as text, or not at all."""
    found = _NOT_OPENED.match(source.text)
    if found and fold_key(found[1]) in _USUAL:
        yield BrokenFrontMatter(source.span(0, source.text.find("\n")), "the fields are closed by '---', but not opened by it")


def _repeated(fields: Fields) -> Iterator[Problem]:
    first: dict[str, Field] = {}
    for field in fields.fields:
        key = fold_key(field.key.value)
        if key in first:
            yield RepeatedField(field.key.span, field.key.value, first[key].key.span)
        first.setdefault(key, field)
        for value in items(field.value):
            yield from _repeated(value) if isinstance(value, Fields) else ()


# --- YAML and JSON ------------------------------------------------------------------------------------------------------------


def read_data(source: Source) -> Fields | tuple[object, ...]:
    """A file that is YAML or JSON as a whole, a mapping or a list; raises :class:`Unreadable` where it is neither."""
    value = _compose(source.text, source, 0)
    if isinstance(value, Located):
        raise Unreadable("neither a list nor lines of 'name: value'", 0)
    return value


def _yaml(text: str, source: Source, start: int) -> Fields:
    value = _compose(text, source, start)
    if not isinstance(value, Fields):
        raise Unreadable("not a list of 'name: value' lines", len(text) - len(text.lstrip()))
    return value


def _compose(text: str, source: Source, start: int) -> Value:
    # JSON may be indented by tabs, which YAML forbids; a space for each keeps the columns.
    text = text.replace("\t", " ") if text.startswith("{") else text
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(error.problem or "not YAML", _slip(error, text)) from error
    except yaml.reader.ReaderError as error:
        # Not its position: libyaml counts bytes.
        raise Unreadable(f"a character YAML does not allow: U+{error.character:04X}", text.find(chr(error.character))) from error
    if node is None:
        return Fields()
    return _Composer(source, start).value(node, 0)


def _slip(error: yaml.MarkedYAMLError, text: str) -> int:
    """Where the slip is rather than where the parser stumbled: the key without its colon, the bracket or the quote that is not closed."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and (error.context or "").startswith(_BEGUN):
        mark = error.context_mark
    stumbled = mark.index if mark else 0
    open_quotes = [found.start(1) for found in _OPEN_QUOTE.finditer(text, 0, text.rfind("\n", 0, stumbled) + 1)]
    return open_quotes[-1] if open_quotes else stumbled


class _Composer:
    """Turns composed nodes into fields, counting them: aliases can multiply a few lines into billions of nodes."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.left = _MOST_NODES

    def mapping(self, node: yaml.MappingNode, depth: int) -> Fields:
        return Fields(tuple(Field(self.scalar(key), self.value(value, depth + 1)) for key, value in node.value))

    def value(self, node: yaml.Node, depth: int) -> Value:
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise Unreadable("too many or too deeply nested fields", node.start_mark.index)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, depth + 1) for item in node.value)
        return self.scalar(node)

    def scalar(self, node: yaml.Node) -> Located[str]:
        begin, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, yaml.ScalarNode):
            raise Unreadable("a key must be a word", begin)
        quoted = node.style in ("'", '"')
        inside = 1 if quoted else 0
        absent = not quoted and node.value in ("", "~", "null", "Null", "NULL")
        if node.style in ("|", ">"):
            begin, end = self._block(begin, end)
        span = self.source.span(self.start + begin + inside, self.start + max(begin + inside, end - inside))
        return Located("" if absent else node.value, span)

    def _block(self, begin: int, end: int) -> tuple[int, int]:
        """A block scalar's text: from its first character after the indicator's line to its last."""
        text = self.source.text[self.start + begin : self.start + end]
        first = text.find("\n") + 1
        first += len(text[first:]) - len(text[first:].lstrip())
        return begin + first, begin + max(first, len(text.rstrip()))
