"""What the site's templates may call and which filters they have. What is not listed is refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from functools import wraps
from inspect import isfunction
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, Undefined
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext
from jinja2.tests import TESTS
from markupsafe import Markup, escape

from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.kept import Kept
from pipeline.emit.cards.overrides.allowance import LONGEST, Allowance, Refused
from pipeline.emit.cards.site import Site

Filter = Callable[..., object]

_OF_TEXT = frozenset({
    "capitalize", "endswith", "isdigit", "lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "split", "startswith", "strip",
    "title", "upper",
})  # fmt: skip
_OF_DATES = frozenset({"date", "time", "isoformat", "isoweekday", "weekday"})
_OF_MAPPINGS = frozenset({"get", "items", "keys", "values"})


def _public(kind: type) -> frozenset[str]:
    return frozenset(name for name, member in vars(kind).items() if isfunction(member) and not name.startswith("_"))


#: Methods, under the type of the value that they are of.
METHODS: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        str: _OF_TEXT,
        dict: _OF_MAPPINGS,
        MappingProxyType: _OF_MAPPINGS,
        date: _OF_DATES,
        time: _OF_DATES,
        LoopContext: frozenset({"changed", "cycle"}),
        Guide: _public(Guide),
        Site: _public(Site),
        Kept: _public(Kept),
    }
)


def listed(function: object) -> bool:
    """Whether it is a method that is listed."""
    kinds = type(getattr(function, "__self__", None)).__mro__
    return any(getattr(function, "__name__", "") in METHODS.get(kind, ()) for kind in kinds)


#: Jinja's own filters that answer with no more than they are given, do not ask the context, and leave escaping alone.
_TAKEN = frozenset({
    "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "lower", "max", "min", "reverse", "sort", "string", "striptags", "title", "trim", "truncate", "unique", "upper", "urlencode",
    "wordcount",
})  # fmt: skip
_ON_TEXT = frozenset({
    "capitalize", "e", "escape", "lower", "string", "striptags", "title", "trim", "truncate", "upper", "urlencode", "wordcount",
})  # fmt: skip
#: Steps that a filter costs, whatever it is given.
_CALL = 5
_JINJAS_OWN = (Environment, EvalContext, Context)


def filters(ours: Mapping[str, Filter], allowance: Allowance) -> dict[str, Filter]:
    """The cards' own filters, and those of Jinja's that can do no harm, each paying for what it is given and gives."""
    taken = {name: FILTERS[name] for name in _TAKEN} | {"join": joined, "replace": _replace}
    return {name: paying(one, allowance, texts=name in _ON_TEXT and name not in ours) for name, one in (taken | dict(ours)).items()}


def tests(allowance: Allowance) -> dict[str, Filter]:
    """Jinja's own tests, but those that ask for filters and tests."""
    jinjas: Mapping[str, Any] = TESTS
    return {name: paying(one, allowance) for name, one in jinjas.items() if name not in {"filter", "test"}}


def paying(one: Filter, allowance: Allowance, *, texts: bool = False) -> Filter:
    """A filter or a test that pays for what it is given and gives; one of ``texts`` takes only what may be shown."""

    @wraps(one)  # with the mark by which Jinja knows what else to hand over
    def paid(*args: object, **kwargs: object) -> object:
        given = [argument for argument in (*args, *kwargs.values()) if not isinstance(argument, _JINJAS_OWN)]
        if texts:
            shown(given[0])
        allowance.spend(_CALL)
        allowance.pay(*given)
        answer = one(*args, **kwargs)
        answer = list(answer) if isinstance(answer, Iterator) else answer
        allowance.pay(answer)
        return answer

    return paid


def shown(value: object) -> object:
    """What may stand on a page as it is; raises :class:`Refused` for what has no words, as a list or a whole session."""
    if value is None:
        return ""
    if not isinstance(value, str | int | float | date | time | Undefined):
        raise Refused(f"{called(value)} can't be shown as it is; show one of its facts, or go through it with a loop")
    return value


def called(value: object) -> str:
    """What a value is, in an author's words."""
    return named(type(value).__name__)


def named(kind: str) -> str:
    """A kind of things with its article."""
    return f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}"


def joined(parts: Iterable[object], separator: str = "") -> Markup:
    """The parts as one text, escaped."""
    texts = [escape(shown(part)) for part in parts]
    if sum(map(len, texts)) + len(separator) * len(texts) > LONGEST:
        raise Refused("it makes a text of more than eight million characters")
    return escape(separator).join(texts)


def _replace(text: str, old: str, new: str) -> str:
    text = text if isinstance(text, str) else str(shown(text))
    if text.count(old) * len(new) + len(text) > LONGEST:
        raise Refused("it makes a text of more than eight million characters")
    return text.replace(old, new)
