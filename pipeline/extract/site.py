"""A folder → the sources of a program: its pages, its ``program.toml``, its pictures' folders. The reading end of the pipeline.

The folder may be a Hugo site's root, the ``content`` folder of one, or any folder of pages. Nothing outside it is read but, for a
Hugo site's content folder, that site's configuration and ``static`` folder beside it; links that lead outside, or to what is hidden
(``.git`` may hold passwords), are not followed.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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
_TEMPLATES = "templates/cards"
_TEMPLATE_FILES = (".html", ".css")
_WORDS = re.compile(r"[a-z]+")
_MOST_BYTES = 4 * 2**20
_PERMISSIONS = "see that it is there and that you may read it, then run confbook again"


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
    """Reads a folder. Reports unreadable-page for each file that is no UTF-8 text, is too large or leads elsewhere.

    So is a folder that cannot be listed: sessions that are not read would be taken for removed.
    Paths in spans are relative to ``root``, with ``/`` between their parts.
    """
    hugo = _hugo_root(root)
    reader = _Reader(root, hugo or root)
    content = (_folder(root, "content") if hugo == root else None) or root
    program = reader.first((root / "program.toml", content / "program.toml"))
    generator = reader.first(hugo / name for name in _HUGO) if hugo else None
    data = _folder(root, "data") if hugo == root else None
    files = [*_page_files(content, reader), *(_page_files(data, reader) if data else ())]
    pages = tuple(source for source in reader.all(files) if not _is_whole_document(source))
    words = _folder(content, _TEXTS)
    texts = reader.all(path for path in (_page_files(words, reader) if words else ()) if path.suffix.lower() in _MARKDOWN)
    roots = [folder for folder in (*(_folder(one, "static") for one in (hugo, root, content) if one), content) if folder]
    templates = reader.all(_template_files((hugo, root, content), reader))
    return Site(root, pages, program, generator, tuple(dict.fromkeys(roots)), texts, templates), tuple(reader.problems)


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


def _folder(parent: Path, name: str) -> Path | None:
    """The folder of this name, if there is one and no link leads out of ``parent``."""
    folder = parent / name
    return folder if folder.is_dir() and _inside(folder, parent) else None


def _page_files(content: Path, reader: "_Reader") -> Iterator[Path]:
    for folder, folders, files in reader.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name.lower() not in _PLAIN_FOLDERS)
        for name in files:
            path = Path(folder) / name
            if _is_page(path.relative_to(content)) and not name.startswith((".", "_")):
                yield path


def _template_files(folders: Iterable[Path | None], reader: "_Reader") -> Iterator[Path]:
    """The site's own templates: those of the first folder that has any."""
    place = next(filter(None, (_folder(folder, _TEMPLATES) for folder in folders if folder)), None)
    for folder, folders_below, files in reader.walk(place) if place else ():
        folders_below.clear()
        for name in files:
            if PurePath(name).suffix in _TEMPLATE_FILES and not name.startswith("."):
                yield Path(folder) / name


def _is_whole_document(source: Source) -> bool:
    """Whether it is HTML that no generator makes a page of: it has no front matter."""
    return source.path.lower().endswith((".html", ".htm")) and not source.text.startswith("---")


def _is_page(path: PurePath) -> bool:
    """Whether a file is a page, or data whose name, or whose folder's, says that it is a program's."""
    telling = path.suffix.lower() in DATA and _PROGRAM_FOLDERS & set(_WORDS.findall(path.as_posix().lower()))
    return bool(telling) or path.suffix.lower() in _PAGES


def _inside(path: Path, folder: Path) -> bool:
    """Whether what is there lies in the folder, links followed, and is not hidden there."""
    real, within = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return real.is_relative_to(within) and not any(part.startswith(".") for part in real.relative_to(within).parts)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files of a site: nothing outside ``top``; paths in spans are relative to ``root``. Gathers what could not be read."""

    root: Path
    top: Path
    problems: list[Problem] = field(default_factory=list)

    def walk(self, folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        """Folders, the folders and the files in each, as ``os.walk`` does."""
        return os.walk(folder, onerror=self._unlisted)

    def first(self, paths: Iterable[Path]) -> Source | None:
        """The first of the files that is there."""
        path = next((path for path in paths if path.is_file()), None)
        return self._read(path) if path else None

    def all(self, paths: Iterable[Path]) -> tuple[Source, ...]:
        """The pages that can be read, in the order of their paths."""
        return tuple(filter(None, (self._read(path) for path in sorted(paths, key=Path.as_posix))))

    def _unlisted(self, error: OSError) -> None:
        reason = f"the folder cannot be listed ({error.strerror})"
        self.problems.append(UnreadablePage(Span(self._name(Path(error.filename))), reason, _PERMISSIONS))

    def _name(self, path: Path) -> str:
        return PurePosixPath(os.path.relpath(path, self.root).replace(os.sep, "/")).as_posix()

    def _read(self, path: Path) -> Source | None:
        name = self._name(path)
        try:
            data = self._unread(path) or path.read_bytes()
        except OSError as error:
            data = (error.strerror or str(error), _PERMISSIONS)
        if isinstance(data, tuple):
            self.problems.append(UnreadablePage(Span(name), *data))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.append(_no_text(name, error))
            return None
        # NUL is no character of a text, and C libraries stop reading at it.
        return Source(name, text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))

    def _unread(self, path: Path) -> tuple[str, str] | None:
        """Why what is there is not even opened, and what to do about it."""
        if not _inside(path, self.top):
            return "it is a link that leads out of the site, or to a hidden file", "put the file itself in the place of the link"
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "it is no regular file", "remove it from the site, or give it a name that begins with a dot"
        if status.st_size > _MOST_BYTES:
            return f"it is larger than {_MOST_BYTES // 2**20} MB", "divide the page, and keep pictures in files of their own"
        return None


def _no_text(name: str, error: UnicodeDecodeError) -> UnreadablePage:
    data, start = error.object, error.start
    line = data.count(b"\n", 0, start) + 1
    column = len(data[:start].rsplit(b"\n", 1)[-1].decode("utf-8-sig", "replace")) + 1
    return UnreadablePage(Span(name, line, column, line, column), f"byte 0x{data[start]:02x} is not UTF-8")
