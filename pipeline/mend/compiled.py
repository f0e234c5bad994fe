"""A site as it was read, perhaps with some pages rewritten → its program: what ``tidy`` holds the new pages against."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.config import Config
from pipeline.diagnostics import Problem, in_order
from pipeline.extract import extract
from pipeline.extract.pictures import read_pictures
from pipeline.extract.site import Site
from pipeline.model import Draft, Person, Program, Session
from pipeline.normalize import normalize
from pipeline.source import Source, Span

#: Any zone will do where none is set: a page states the hours of the hall, and so does the page that is made of it.
_SOME_ZONE = "UTC"


@dataclass(frozen=True)
class Compiled:
    """A program with the drafts it was made of, by path, and the problems found on the way; no program where nothing gave one."""

    drafts: Mapping[str, Draft]
    problems: tuple[Problem, ...]
    program: Program | None

    def session(self, path: str) -> Session | None:
        """The session that a page states."""
        sessions = self.program.sessions if self.program else ()
        return next((session for session in sessions if session.source.path == path), None)


def compiled(site: Site, config: Config) -> Compiled:
    """Stages 1 and 2."""
    drafts, problems = extract(site, config.sessions, config.languages)
    pictures, found = read_pictures(drafts, (), config, site)
    program, further = normalize(drafts, config, pictures)
    if program is None:
        program, further = normalize(drafts, config, pictures, timezone=_SOME_ZONE)
    return Compiled({draft.path: draft for draft in drafts}, in_order((*problems, *found, *further)), program)


def with_pages(site: Site, pages: Mapping[str, str]) -> Site:
    """The site with other texts for some of its pages."""
    return replace(site, pages=tuple(Source(page.path, pages[page.path]) if page.path in pages else page for page in site.pages))


def facts(session: Session) -> Session:
    """A session's facts alone: no places, and its role holders in an order of their own."""
    people = tuple(sorted(session.people, key=lambda role: (role.role, role.person, role.name)))
    talks = tuple(replace(talk, source=Span("")) for talk in session.talks)
    return replace(session, people=people, talks=talks, source=Span(""))


def same(one: Program | None, other: Program | None) -> bool:
    """Whether two programs state the same."""
    if one is None or other is None:
        return one is other
    sessions = [[facts(session) for session in program.sessions] for program in (one, other)]
    return (
        sessions[0] == sessions[1]
        and _who(one.people) == _who(other.people)
        and (one.event, one.venues) == (other.event, other.venues)
    )


def _who(people: tuple[Person, ...]) -> list[Person]:
    """The people, without the order of their other spellings, which is that of the pages."""
    return [replace(person, aliases=tuple(sorted(person.aliases))) for person in people]
