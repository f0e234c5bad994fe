"""Renders the templates in ``templates/cards/``: compiled once, then the same work for each page."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.emit import typography
from pipeline.emit.cards import linked_data
from pipeline.emit.cards.photos import FACE, LOGO, MAP, PORTRAIT
from pipeline.emit.cards.phrases import phrases
from pipeline.emit.cards.site import Site, anchor, roles, sole_talk
from pipeline.model import RichText, Session
from pipeline.resources import templates


class Pages:
    """The pages of one site."""

    def __init__(self, site: Site) -> None:
        """Compile the templates for the site and its language."""
        self._site = site
        self._environment = _environment(site)

    def home(self) -> bytes:
        """``index.html``: a card for each session, by day."""
        return self._page("home.html", root="", data=linked_data.of_home(self._site))

    def session(self, session: Session) -> bytes:
        """``sessions/<id>.html``: all that is known of a session."""
        before, after = self._site.neighbours[session.id]
        data = linked_data.of_session(self._site, session)
        return self._page("session.html", root="../", data=data, session=session, before=before, after=after)

    def tracks(self) -> bytes:
        """``assets/tracks.css``: each track's accent."""
        return self._page("tracks.css", accents=tuple(self._site.accents.values()))

    def _page(self, template: str, **values: object) -> bytes:
        # A lone surrogate cannot be encoded; it is no character, so nothing is lost.
        return self._environment.get_template(template).render(**values).encode("utf-8", "replace")


def _environment(site: Site) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates("cards")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    words = phrases(site.languages.main)
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    environment.globals |= {
        "site": site,
        "roles": roles,
        "sole_talk": sole_talk,
        "anchor": anchor,
        "linked_data": linked_data.script,
    }
    environment.globals |= {"FACE": FACE, "PORTRAIT": PORTRAIT, "LOGO": LOGO, "MAP": MAP}
    environment.globals["offset"] = _offset(site)
    environment.filters |= _filters(site)
    return environment


def _filters(site: Site) -> dict[str, Callable[..., object]]:
    """What templates do to values; times are shown in the event's zone, in which they are given."""
    languages = site.languages

    def prose(text: RichText) -> Markup:
        own = typography.full_tag(text.language or typography.language_of(text.plain, languages))
        opening = Markup('<div class="prose" lang="{}">').format(own) if own != languages.main else Markup('<div class="prose">')
        return opening + typography.typeset_html(text.html, languages.of_text(own).within(own)) + Markup("</div>")

    return {
        # names and titles come again and again
        "typeset": cache(lambda text, own=None: typography.typeset(text, languages.of_text(own))),
        "in_language": lambda text, own: typography.typeset(text, languages.of_text(own).within(typography.full_tag(own))),
        "full_tag": typography.full_tag,
        "prose": prose,
        "line": typography.line,
        "clock": lambda moment: f"{moment:%H:%M}",
        "iso": lambda moment: moment.isoformat(),
        "days_after": _days_after,
        "words": cache(typography.date_in_words),
        "short": cache(lambda day: typography.short_date(day, languages.main)),
        "span": lambda days, language: typography.date_range(days[0], days[-1], language),
        "local": lambda moment: moment.astimezone(site.event.timezone),
        "initials": initials,
    }


def _days_after(moment: datetime, day: date) -> int:
    """How many days after the program's day a time falls: a banquet ends on the next."""
    return (moment.date() - day).days


def initials(name: str) -> str:
    """One or two letters to draw where there is no photo: a Chinese name's first character, else of the first and last word."""
    words = [word for part in name.split() if (word := "".join(filter(str.isalnum, part)))]
    if not words:
        return "?"
    if typography.language_of(words[0]) != "en" or len(words) == 1:
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def _offset(site: Site) -> str | None:
    """``UTC+08:00``."""
    if site.offset is None:
        return None
    minutes = int(site.offset / timedelta(minutes=1))
    return f"UTC{'+' if minutes >= 0 else '−'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
