"""The site generator that a folder belongs to, and what its configuration says of the conference.

Nothing of it is run: Pelican's configuration, which is a program, is read line by line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from pipeline.extract.front_matter.read import read_data, read_front_matter
from pipeline.extract.site import Site
from pipeline.fields import Field, Fields, Unreadable, items
from pipeline.init.files import first_readable
from pipeline.source import Located, Source
from pipeline.toml import read_toml

_HUGO = "Hugo"
_FILES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "Jekyll": ("_config.yml", "_config.yaml", "_config.toml"),
    "MkDocs": ("mkdocs.yml", "mkdocs.yaml"),
    "Pelican": ("pelicanconf.py",),
})  # fmt: skip
# The names of a setting, the most telling first.
_TITLE = ("title", "site_name", "sitename")
_URL = ("baseurl", "site_url", "siteurl")
_TIMEZONE = ("timezone",)
_LANGUAGE = ("languagecode", "defaultcontentlanguage", "locale", "lang", "default_lang")
#: Titles that generators write themselves.
_UNTITLED = frozenset(
    {"my new hugo site", "your awesome title", "my docs", "a pelican blog", "new hugo site", "my site", "home", "index", "readme"}
)
_ASSIGNMENT = re.compile(r"""^([A-Z_]+)[ ]*=[ ]*(["'])((?:(?!\2|\\).)*)\2[ ]*(?:\#.*)?$""", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(.+)$", re.MULTILINE)
_FRONT_PAGES = ("index", "_index", "readme", "home")


@dataclass(frozen=True, slots=True)
class Generator:
    """A site's generator by name (``None``: plain pages), its configuration, and what that says; an absent fact is ``None``."""

    name: str | None = None
    config: Source | None = None
    title: Located[str] | None = None
    url: Located[str] | None = None
    timezone: Located[str] | None = None
    language: Located[str] | None = None


def generator_of(site: Site) -> Generator:
    """The generator whose configuration the site has. A title that it does not give is that of the front page."""
    found = _configured(site)
    return found if found.title else replace(found, title=_title_of_front_page(site))


def _configured(site: Site) -> Generator:
    if site.generator:
        return _read(_HUGO, site.generator)
    configs = ((name, first_readable(site.root, files)) for name, files in _FILES.items())
    return next((_read(name, config) for name, config in configs if config), Generator())


def _read(name: str, config: Source) -> Generator:
    """What a configuration says; one that cannot be read says nothing, being the generator's business."""
    try:
        fields = _fields(config)
    except Unreadable:
        return Generator(name, config)
    title = _first(fields, _TITLE) or _in_languages(fields)
    return Generator(
        name,
        config,
        title=title if title and title.value.strip().lower() not in _UNTITLED else None,
        url=_address(fields, name),
        timezone=_first(fields, _TIMEZONE),
        language=_first(fields, _LANGUAGE),
    )


def _fields(config: Source) -> Fields:
    if config.path.endswith(".toml"):
        return read_toml(config)
    if config.path.endswith(".py"):
        found = _ASSIGNMENT.finditer(config.text)
        return Fields(tuple(Field(_located(config, match, 1), _located(config, match, 3)) for match in found))
    data = read_data(config)
    return data if isinstance(data, Fields) else Fields()


def _located(source: Source, match: re.Match[str], group: int) -> Located[str]:
    return Located(match[group].strip(" \t#"), source.span(*match.span(group)))


def _first(fields: Fields, names: tuple[str, ...]) -> Located[str] | None:
    return next(filter(None, map(fields.text, names)), None)


def _in_languages(fields: Fields) -> Located[str] | None:
    """The title that Hugo's ``[languages.en]`` gives, of the language that stands first."""
    entry = fields.get("languages")
    tables = [field.value for one in items(entry.value) if isinstance(one, Fields) for field in one.fields] if entry else []
    return next(filter(None, (table.text("title") for table in tables if isinstance(table, Fields))), None)


def _address(fields: Fields, name: str) -> Located[str] | None:
    """The site's address, if it is one of the web: not of this machine, nor an example's."""
    path = fields.text("baseurl") if name == "Jekyll" else None
    url = fields.text("url") if name == "Jekyll" else _first(fields, _URL)
    if url is None:
        return None
    whole = url.value.strip().rstrip("/") + (f"/{path.value.strip('/ ')}" if path else "") + "/"
    host = _host(whole)
    return Located(whole, url.span) if "." in host and not re.search(r"(^|\.)example\.(com|org|net)$|^127\.", host) else None


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""


def _title_of_front_page(site: Site) -> Located[str] | None:
    """The title of ``index.md`` and its like at the top of the site: its field, else its first heading."""
    for stem in _FRONT_PAGES:
        for page in site.pages:
            folder, _, name = page.path.rpartition("/")
            if folder in ("", "content", "docs") and name.rpartition(".")[0].lower() == stem:
                heading = _HEADING.search(page.text)
                title = read_front_matter(page)[0].text("title") or (_located(page, heading, 1) if heading else None)
                if title and title.value.strip().lower() not in _UNTITLED:
                    return title
    return None
