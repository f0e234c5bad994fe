"""The environment of the site's own templates: Jinja's sandbox, stricter by the lists of ``rules`` and the prices of ``charges``.

The cards' own templates stay in their own, plain environment, at full speed; the loaders of the two hand each other what is theirs. So a
template of the site may extend, import and be extended by ours, and yet only its own code is watched.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_context,
)
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.emit.cards.overrides.allowance import Allowance, Refused
from pipeline.emit.cards.overrides.charges import BOUNDED, JOINED, SPENT, charged
from pipeline.emit.cards.overrides.rules import called, filters, joined, listed, paying, shown, tests
from pipeline.source import Source

#: How a template of the site names the one of ours that it replaces.
OURS = "default/"
#: Steps that a call costs, and a template that is looked up.
_CALL, _LOOKUP = 25, 100
_MOST = 100_000  # members of a range
_NUMBERS = (int, float)
_LARGEST_NUMBER = 10**15


class Plain(BaseLoader):
    """Loads for the cards' own environment: what the site has too is the site's."""

    def __init__(self, ours: BaseLoader, own: Mapping[str, Source]) -> None:
        """Take our loader, and the site's templates under their names."""
        self._ours = ours
        self._own = own
        self.sandbox: Sandbox | None = None

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002, ANN401 - Jinja's
        """A template of the site, or one of ours."""
        if self.sandbox is not None and name in self._own:
            return self.sandbox.get_template(name)
        return self._ours.load(environment, name.removeprefix(OURS), globals)

    def list_templates(self) -> list[str]:
        """Ours."""
        return self._ours.list_templates()


class _Own(BaseLoader):
    """Loads for the sandbox."""

    def __init__(self, plain: Environment, own: Mapping[str, Source]) -> None:
        self._plain = plain
        self._own = own

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002, ANN401 - Jinja's
        """A template of the site, or one of ours from its own environment."""
        if name not in self._own:
            return self._plain.get_template(name)
        try:
            return super().load(environment, name, globals)
        except (RecursionError, MemoryError, SyntaxError, ValueError) as error:  # of Python's own compiler
            raise TemplateSyntaxError(f"it is too deeply nested, or has a number that is too large ({error})", 1, name) from error

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:  # noqa: ARG002 - Jinja's
        """The text of a template of the site."""
        source = self._own.get(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.path, None


class Sandbox(ImmutableSandboxedEnvironment):
    """Compiles and runs the site's templates beside the plain environment of ours."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(self, plain: Environment, own: Mapping[str, Source], allowance: Allowance) -> None:
        """``own`` are the site's templates under their names, ``plain`` is the environment of ours, of which functions and filters are taken."""
        super().__init__(
            loader=_Own(plain, own),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=self._written,
        )
        self._names = frozenset(own)
        self._allowance = allowance
        #: What is called in place of a function that the plain environment has.
        self._instead: dict[object, Callable[..., object]] = {range: _range}
        for name in ("_", "gettext", "ngettext"):
            self._instead[plain.globals[name]] = _unformatted(plain.globals[name])
        given = {name: value for name, value in plain.globals.items() if not _is_jinjas(value)}
        self._functions: frozenset[object] = frozenset(filter(callable, given.values()))
        self.globals = given | {name: plain.globals[name] for name in ("range", "_", "gettext", "ngettext")}
        self.filters = filters(_added(plain), allowance) | {
            "map": self._map,
            "selectattr": self._selectattr,
            "rejectattr": self._rejectattr,
            SPENT: self._spent,
            JOINED: paying(joined, allowance),
            BOUNDED: paying(_same, allowance),
        }
        self.tests.clear()
        self.tests.update(tests(allowance))

    # --- how they are compiled ---

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return charged(super()._parse(source, name, filename), self, self._names, name)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002, ANN401 - Jinja's
        """As Jinja's, at a price."""
        self._allowance.spend(_LOOKUP)
        return super().get_template(name, parent, globals)

    # --- what they may do ---

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """No inner parts of Python, and no function that is not listed."""
        inner = isinstance(obj, type) or not super().is_safe_attribute(obj, attr, value)
        return not inner and (not callable(value) or self.is_safe_callable(value))

    def unsafe_undefined(self, obj: object, attribute: str) -> Undefined:
        """Says no at once, not only when it is used."""
        raise Refused(f"templates may not ask {called(obj)} for '{attribute}'")

    def is_safe_callable(self, obj: object) -> bool:
        """Macros, blocks, loops, the cards' own functions, and the methods that are listed."""
        known = isinstance(obj, Macro | BlockReference | LoopContext)
        return known or listed(obj) or obj in self._instead or obj in self._functions

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> object:  # noqa: ANN401 - Jinja's
        """Calls what may be called; it is paid for by what is handed over and what comes back."""
        if not self.is_safe_callable(obj):
            raise Refused(f"templates may not call {getattr(obj, '__name__', called(obj))!r}")
        self._allowance.spend(_CALL)
        self._allowance.pay(getattr(obj, "__self__", None), *args, *kwargs.values())
        answer = context.call(self._instead.get(obj, obj), *args, **kwargs)
        self._allowance.pay(answer)
        return answer

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> object:  # noqa: ANN401 - Jinja's
        """Sums of texts and lists that stay small, and arithmetic."""
        numbers = isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS)
        if operator == "**" or not (numbers or operator == "+"):
            raise Refused(f"'{operator}' is for numbers alone" if operator != "**" else "there is no '**' here")
        if numbers and max(abs(left), abs(right)) > _LARGEST_NUMBER:
            raise Refused("it counts with numbers beyond a million billions")
        made = super().call_binop(context, operator, left, right)
        self._allowance.pay(made)
        return made

    # --- what they pay ---

    def _written(self, value: object) -> object:
        value = shown(value)
        self._allowance.spend(1, len(value) if isinstance(value, str) else 20)
        return value

    @pass_context  # so that Jinja does not work it out beforehand, once for all
    def _spent(self, _: Context, letters: int) -> str:
        self._allowance.spend(1, letters)
        return ""

    # --- filters that ask for attributes, by the sandbox's rules ---

    def _map(self, items: Any, *, attribute: str) -> list[object]:  # noqa: ANN401 - whatever is a list
        return [self._attribute(item, attribute) for item in self._counted(items)]

    def _selectattr(self, items: Any, attribute: str, test: str = "true", *args: object) -> list[object]:  # noqa: ANN401 - as above
        return [item for item in self._counted(items) if self._passes(self._attribute(item, attribute), test, args)]

    def _rejectattr(self, items: Any, attribute: str, test: str = "true", *args: object) -> list[object]:  # noqa: ANN401 - as above
        return [item for item in self._counted(items) if not self._passes(self._attribute(item, attribute), test, args)]

    def _counted(self, items: Any) -> list[object]:  # noqa: ANN401 - as above
        found = list(items)
        self._allowance.spend(5 + len(found))
        return found

    def _attribute(self, item: object, path: str) -> object:
        for name in path.split("."):
            item = self.getattr(item, name)
        return item

    def _passes(self, value: object, test: str, args: tuple[object, ...]) -> bool:
        return bool(value) if test == "true" and not args else bool(self.call_test(test, value, args))


def _added(plain: Environment) -> dict[str, Callable[..., object]]:
    """The filters that are the cards' own."""
    return {name: one for name, one in plain.filters.items() if not _is_jinjas(one)}


def _is_jinjas(thing: object) -> bool:
    """Whether it is one of Jinja's own functions, or of Python's, among what the cards hand to their templates."""
    return callable(thing) and getattr(thing, "__module__", "").split(".")[0] in {"jinja2", "builtins", "markupsafe"}


def _unformatted(translate: Any) -> Callable[..., object]:  # noqa: ANN401 - Jinja's own type
    @pass_context
    def said(context: Context, *texts: object) -> object:
        if any(isinstance(text, str) and "%" in text for text in texts):
            raise Refused("a text to be translated has no '%' in it")
        return context.call(translate, *texts)

    return said


def _range(*ends: int) -> range:
    made = range(*ends)
    if len(made) > _MOST:
        raise Refused("a range has at most 100,000 members")
    return made


def _same(value: object) -> object:
    return value
