"""Renders pages with the templates in ``templates/cards/``: compiled once for all languages, then the same work for each page.

The globals of the templates are here: ``site`` and ``guide``, the words, and two prefixes that make every link relative: ``up`` leads
from the page to the root of its language's tree, ``root`` to the output folder.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from pipeline.emit import feed_paths
from pipeline.emit.cards import linked_data
from pipeline.emit.cards.guide import Guide, day_name, roles, sole_talk
from pipeline.emit.cards.kept import Kept
from pipeline.emit.cards.marks import clock, data, hours
from pipeline.emit.cards.overrides import Overrides
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.photos import FACE, FIGURE, LOGO, MAP, PORTRAIT
from pipeline.emit.cards.phrases import phrases
from pipeline.emit.cards.previews import Previews
from pipeline.emit.cards.site import Site, others
from pipeline.emit.cards.whole import inlined
from pipeline.emit.cards.words import Setting, announced_in, initials, letter, other_name
from pipeline.emit.theme import color_of, sheet
from pipeline.emit.typography import date_in_words, date_range, line, short_date
from pipeline.model import Artifact
from pipeline.resources import templates

#: What the pages may load and run. ``file:`` beside 'self': some browsers do not count a page on a disk as its own origin.
POLICY = Markup(
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
#: The deepest page lies in one folder below its tree.
_DEPTHS = (0, 1)


class Compiled(BytecodeCache):
    """Templates compiled for one environment, kept for the others."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what is kept."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class Direct(Context):
    """Calls what a template calls at once. Jinja first looks in three ways whether it wants the context, ten times the cost of a call."""

    def call(self, called: Callable[..., object], /, *args: object, **named: object) -> object:
        """The answer, by Jinja's own way only where the context is wanted; ``_…_vars`` are of use only there."""
        if hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


@dataclass(frozen=True)
class Press:
    """The pages of one language."""

    site: Site
    environments: Mapping[int, Environment]
    overrides: Overrides

    @classmethod
    def of(cls, site: Site, setting: Setting, compiled: Compiled, previews: Previews, overrides: Overrides) -> "Press":
        """Makes ready for the pages of a site; ``previews`` are the pictures that stand beside links to them."""
        filters = _filters(site, setting)
        environments = {depth: _environment(site, depth, filters, compiled, previews) for depth in _DEPTHS}
        for environment in environments.values():
            overrides.join(environment)
        return cls(site, environments, overrides)

    @property
    def words(self) -> Environment:
        """The templates that are rendered for no page: those of the scripts' words."""
        return self.environments[0]

    def rendered(self, page: Page) -> Artifact:
        """The page, rendered."""
        environment = self.environments[page.depth]
        policy = str(escape(page.facts.get("policy", POLICY)))
        text = self.overrides.page(
            lambda: environment.get_template(page.template).render(page=page, **page.facts), page.template, policy
        )
        # A lone surrogate cannot be encoded; it is no character, so nothing is lost.
        return Artifact(self.site.tree.folder + page.path, text.encode("utf-8", "replace"))


def _environment(
    site: Site, depth: int, filters: Mapping[str, Callable[..., object]], compiled: Compiled, previews: Previews
) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates("cards")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
        extensions=["jinja2.ext.i18n"],
    )
    environment.context_class = Direct
    _give_words(environment, site.tree.language)
    up = "../" * depth
    environment.globals |= {
        "site": site,
        "guide": site.guide,
        "up": up,
        "root": up + "../" * site.tree.folder.count("/"),
        "day_names": " ".join(day.name for day in site.guide.days if day.date),
        "event_name": line(site.event.title),
        "event_words": line(site.event.subtitle or site.event.title),
        "policy": POLICY,
        "previews": previews,
        "themed": bool(sheet(site.event.theme)),
        "theme_color": color_of(site.event.theme, "brand-deep", "#0a2435"),
        "other_trees": others(site.trees, site.tree),
        "offset": _offset(site.guide),
        "linked_data": linked_data.script,
        "FACE": FACE,
        "FIGURE": FIGURE,
        "PORTRAIT": PORTRAIT,
        "LOGO": LOGO,
        "MAP": MAP,
        "kept": Kept(environment, site.guide),
    }
    environment.filters |= filters
    return environment


def _give_words(environment: Environment, language: str) -> None:
    words = phrases(language)
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    # Each of these phrases is looked up once; one with a number in it is ngettext's.
    environment.globals["_"] = cache(lambda text: Markup(words.gettext(text)))  # noqa: S704 - words of ours


def _filters(site: Site, setting: Setting) -> dict[str, Callable[..., object]]:
    """What templates do to values; times are shown in the event's zone, in which they are given."""
    language = site.tree.language
    words = phrases(language)
    clock_here = partial(clock, in_words=lambda days: words.ngettext("the next day", "%(num)d days later", days) % {"num": days})
    attributes = {one.id: data(one, site.guide, announced_in(one, site.languages)) for one in site.program.sessions}
    return {
        **setting.filters(site.languages),
        "line": line,
        "hour": lambda moment: f"{moment:%H:%M}",
        "clock": clock_here,
        "hours": partial(hours, clock=clock_here, open_words=words.gettext("Time to be announced")),
        "accent": lambda session: f" {site.guide.strands[session.track].accent.css}" if session.track else "",
        "data": lambda session: attributes[session.id],
        "iso": lambda moment: moment.isoformat(),
        "in_words": cache(lambda day: date_in_words(day, language)),
        "short": cache(lambda day: short_date(day, language)),
        "span": lambda days: date_range(days[0], days[-1], language),
        "local": lambda moment: moment.astimezone(site.event.timezone),
        "initials": initials,
        "letter": letter,
        "other_name": other_name,
        "day_name": day_name,
        "roles": roles,
        "sole_talk": sole_talk,
        "day_feed": feed_paths.of_day,
        "track_feed": feed_paths.of_track,
        "room_feed": feed_paths.of_room,
        "person_feed": feed_paths.of_person,
        "session_feed": feed_paths.of_session,
        "quarters": _quarters,
        "inlined": cache(lambda photo: inlined(site.guide.gallery, photo)),
    }


def _quarters(length: timedelta) -> int:
    """A stretch of time in quarters of an hour, from one to twelve: as much as a row of a timetable shows in its height."""
    return min(max(round(length / timedelta(minutes=15)), 1), 12)


def _offset(guide: Guide) -> str | None:
    """``UTC+08:00``."""
    if guide.offset is None:
        return None
    minutes = int(guide.offset / timedelta(minutes=1))
    return f"UTC{'+' if minutes >= 0 else '−'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
