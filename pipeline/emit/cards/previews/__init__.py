"""The pictures that stand beside a link to a page in a chat or a feed (https://ogp.me): the conference's, and one for each session.

To draw one costs some 8 ms. So a program of more than ``MOST`` sessions has the conference's for all of them; so has a session in whose words
is a letter that the fonts lack, and a break. Without the event's address there are none: nobody could be told where they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.emit.cards.page import Page
from pipeline.emit.cards.previews.canvas import GROUND, LEADING, LEFT, MARGIN, SIZE, SOFT, WIDTH, Canvas
from pipeline.emit.cards.previews.lettering import Lettering, fitted, missing
from pipeline.emit.cards.previews.session import picture, portrait, words
from pipeline.emit.cards.site import Site
from pipeline.emit.tracks import rgb
from pipeline.emit.typography import date_range, line
from pipeline.model import Artifact, Kind, Session

#: So many sessions have pictures of their own: some two seconds.
MOST = 300
FOLDER = "previews"
_SPARK = (244, 184, 96)
_EVENT = "assets/preview.png"
_TITLE, _SMALL, _LINES = 88, 40, 3


@dataclass(frozen=True)
class Previews:
    """The pictures, and the paths of those that are not the conference's, under those of their pages below a language's tree."""

    artifacts: tuple[Artifact, ...] = ()
    of_sessions: Mapping[str, str] = field(default_factory=dict)

    def path(self, page: Page) -> str | None:
        """That of a page's picture, below the output folder."""
        return self.of_sessions.get(page.path, _EVENT if any(one.path == _EVENT for one in self.artifacts) else None)


def previews(site: Site) -> Previews:
    """All pictures, for the pages of all languages; ``site`` has the main one."""
    if not site.base:
        return Previews()
    sessions = [session for session in site.program.sessions if session.kind is not Kind.BREAK]
    drawn = dict(_of_sessions(site, sessions)) if len(sessions) <= MOST else {}
    paths = {page: artifact.path for page, artifact in drawn.items()}
    return Previews((*_of_event(site), *drawn.values()), paths)


def _of_sessions(site: Site, sessions: list[Session]) -> Iterator[tuple[str, Artifact]]:
    """Under its page's path the picture of each session whose letters there are."""
    said = {session: words(session, site) for session in sessions}
    lacking = missing("".join(one.letters for one in said.values()))
    written = {session: one for session, one in said.items() if lacking.isdisjoint(one.letters)}
    if not written:
        return
    lettering = Lettering.of("".join(one.letters for one in written.values()))
    for session, one in written.items():
        accent = rgb(site.guide.strands[session.track].accent) if session.track else _SPARK
        data = picture(one, accent, portrait(session, site.guide), lettering, site.event.theme.cover or GROUND)
        yield f"sessions/{session.id}.html", Artifact(f"{FOLDER}/{session.id}.png", data)


def _of_event(site: Site) -> Iterator[Artifact]:
    """Title, subtitle, days and place of the conference; none where the fonts lack a letter of it."""
    event = site.event
    days = date_range(event.days[0], event.days[-1], site.tree.language) if event.days else ""
    title, small = line(event.title), [line(text) for text in (event.subtitle, days, event.place) if text]
    letters = " ".join((title, *small))
    if missing(letters):
        return
    lettering, canvas = Lettering.of(letters), Canvas.blank()
    plain = lettering.font(_SMALL)
    canvas.write(fitted(title, [(lettering.font(_TITLE, bold=True), _LINES)], WIDTH), (LEFT, MARGIN))
    foot = SIZE[1] - MARGIN - len(small) * _SMALL * LEADING
    for number, text in enumerate(small):
        canvas.write(fitted(text, [(plain, 1)], WIDTH), (LEFT, foot + number * _SMALL * LEADING), SOFT)
    yield Artifact(_EVENT, canvas.png(_SPARK, event.theme.cover or GROUND))
