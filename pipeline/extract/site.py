"""A folder → the sources of a program: its pages, its ``program.toml``, its pictures' folders. The reading end of the pipeline.

The folder may be a Hugo site's root, the ``content`` folder of one, or any folder of pages. Nothing outside it is read but, for a
Hugo site's content folder, that site's configuration and ``static`` folder beside it; links that lead outside are not followed.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import UnreadablePage
from pipeline.source import Source, Span

_HUGO = ("hugo.toml", "config.toml", "hugo.yaml", "config.yaml", "hugo.json", "config.json", "config/_default/hugo.toml")
_MARKDOWN = (".md", ".markdown")
#: Pages in Markdown, or in HTML with front matter, as Jekyll and Hugo know them.
_PAGES = (*_MARKDOWN, ".mdx", ".html", ".htm")
#: A program kept as data; such a file is read where the configuration names it or its folder, or where there is no page.
DATA = (".yml", ".yaml", ".json")
_PROGRAM_FOLDERS = frozenset({
    "sessions", "session", "talks", "talk", "program", "programme", "schedule", "agenda", "events", "event", "timetable",
})  # fmt: skip
#: The folder of the pages of words beside the program.
_TEXTS = "pages"
_PLAIN_FOLDERS = frozenset({_TEXTS, "templates", "static", "layouts", "themes", "archetypes", "assets", "output", "node_modules"})
#: Where a site's own templates are, and how they end.
_TEMPLATES = PurePosixPath("templates/cards")
_TEMPLATE_FILES = (".html", ".css")
_WORDS = re.compile(r"[a-z]+")
_MOST_BYTES = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Site:
    """What was read: ``pages`` and ``texts`` in the order of their paths.

    ``texts`` are the pages of words beside the program, ``roots`` the folders in which ``/images/x.png`` is looked for, ``templates`` the
    site's own templates and style for the cards.
    """

    root: Path
    pages: tuple[Source, ...] = ()
    program: Source | None = None
    generator: Source | None = None
    roots: tuple[Path, ...] = ()
    texts: tuple[Source, ...] = ()
    templates: tuple[Source, ...] = ()


def read_site(root: Path) -> tuple[Site, tuple[Problem, ...]]:
    """Reads a folder. Reports unreadable-page for each file that is no UTF-8 text or is too large.

    Paths in spans are relative to ``root``, with ``/`` between their parts.
    """
    hugo = _hugo_root(root)
    content = hugo / "content" if hugo == root and hugo is not None and (hugo / "content").is_dir() else root
    problems: list[Problem] = []
    program = _optional(root / "program.toml", root, problems) or _optional(content / "program.toml", root, problems)
    generator = next(filter(None, (_optional(hugo / name, root, problems) for name in _HUGO)), None) if hugo else None
    files = [*_page_files(content), *(_page_files(hugo / "data") if hugo and hugo == root else ())]
    pages = tuple(source for source in _all_read(files, root, problems) if not _is_whole_document(source))
    texts = _all_read((path for path in _page_files(content / _TEXTS) if path.suffix.lower() in _MARKDOWN), root, problems)
    roots = [
        folder for folder in (hugo and hugo / "static", root / "static", content / "static", content) if folder and folder.is_dir()
    ]
    templates = _all_read(_template_files((hugo, root, content)), root, problems)
    return Site(root, pages, program, generator, tuple(dict.fromkeys(roots)), texts, templates), tuple(problems)


def site_of(page: Path) -> Path:
    """The site that a page is of: the nearest folder above it with a ``program.toml`` or a Hugo configuration, else its own folder."""
    folders = page.absolute().parents
    marks = ("program.toml", *_HUGO)
    return next((folder for folder in folders if any((folder / name).is_file() for name in marks)), folders[0])


def _hugo_root(root: Path) -> Path | None:
    """The root of the Hugo site that the folder is, or is in the content of."""
    if any((root / name).is_file() for name in _HUGO):
        return root
    whole = root.absolute()
    for parent in whole.parents:
        if parent.name == "content" or whole.name == "content":
            site = parent.parent if parent.name == "content" else parent
            return site if any((site / name).is_file() for name in _HUGO) else None
    return None


def program_pages(pages: Sequence[Source], folders: Sequence[str]) -> tuple[tuple[Source, ...], bool]:
    """The pages that are the program's, and whether that is sure.

    Sure are the pages of the folders that the configuration names, else those below a folder of a telling name (``sessions``,
    ``talks``, Jekyll's ``_schedule``…). Where there is no such folder every page may be one, and its words decide.
    """
    if folders:
        named = tuple(PurePosixPath(folder) for folder in folders)
        chosen = tuple(page for page in pages if any(_below(PurePosixPath(page.path), folder) for folder in named))
        return chosen, True
    data = tuple(page for page in pages if PurePosixPath(page.path).suffix.lower() in DATA)
    pages = tuple(page for page in pages if page not in data)
    telling = tuple(
        page for page in pages if {part.lower().lstrip("_") for part in PurePosixPath(page.path).parts[:-1]} & _PROGRAM_FOLDERS
    )
    if telling or pages:
        return (telling, True) if telling else (pages, False)
    return data, True


def _below(path: PurePosixPath, folder: PurePosixPath) -> bool:
    """Whether a path is, or lies in, what is named from the root or from the content folder."""
    return any(place in (path, *path.parents) for place in (folder, PurePosixPath("content") / folder))


def _page_files(content: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name.lower() not in _PLAIN_FOLDERS)
        for name in files:
            path = Path(folder) / name
            if _is_page(path.relative_to(content)) and not name.startswith((".", "_")) and _inside(path, content):
                yield path


def _template_files(folders: Iterable[Path | None]) -> Iterator[Path]:
    """The site's own templates: those of the first folder that has any, and none that a link leads out of it."""
    places = (folder / _TEMPLATES for folder in folders if folder)
    place = next((place for place in places if place.is_dir() and _inside(place, place.parent.parent)), None)
    for path in sorted(place.iterdir()) if place else ():
        if path.suffix in _TEMPLATE_FILES and not path.name.startswith(".") and path.is_file() and _inside(path, place or path):
            yield path


def _is_whole_document(source: Source) -> bool:
    """Whether it is HTML that no generator makes a page of: it has no front matter."""
    return source.path.lower().endswith((".html", ".htm")) and not source.text.startswith("---")


def _is_page(path: PurePath) -> bool:
    """Whether a file is a page, or data whose name, or whose folder's, says that it is a program's."""
    telling = path.suffix.lower() in DATA and _PROGRAM_FOLDERS & set(_WORDS.findall(path.as_posix().lower()))
    return bool(telling) or path.suffix.lower() in _PAGES


def _all_read(paths: Iterable[Path], root: Path, problems: list[Problem]) -> tuple[Source, ...]:
    """The pages that can be read, in the order of their paths."""
    sources = (_read(path, root, problems) for path in sorted(paths, key=Path.as_posix))
    return tuple(source for source in sources if source is not None)


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _optional(path: Path, root: Path, problems: list[Problem]) -> Source | None:
    return _read(path, root, problems) if path.is_file() else None


def _read(path: Path, root: Path, problems: list[Problem]) -> Source | None:
    name = PurePosixPath(os.path.relpath(path, root).replace(os.sep, "/")).as_posix()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"it is larger than {_MOST_BYTES // 2**20} MB")  # noqa: TRY301 - one place makes the problem
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        column = len(error.object[: error.start].rsplit(b"\n", 1)[-1].decode("utf-8-sig", "replace")) + 1
        problems.append(
            UnreadablePage(Span(name, line, column, line, column), f"byte 0x{error.object[error.start]:02x} is not UTF-8")
        )
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        problems.append(UnreadablePage(Span(name), reason))
        return None
    # NUL is no character of a text, and C libraries stop reading at it.
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))
