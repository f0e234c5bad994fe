"""The author's files, found, read and replaced: only within the site, never by following a link out of it, and never half."""

import os
import tempfile
from pathlib import Path, PurePosixPath

from pipeline.refusal import PublishError

_MARKS = ("program.toml", "hugo.toml", "config.toml", "hugo.yaml", "config.yaml", "hugo.json", "config.json")
_BOM = "\ufeff"


def is_there(page: Path) -> bool:
    """Whether there is such a file."""
    return page.is_file()


def site_of(page: Path) -> Path:
    """The site that a page belongs to: the nearest folder above it that holds ``program.toml`` or a Hugo configuration, else its own."""
    folders = page.absolute().parents
    return next((folder for folder in folders if any((folder / mark).is_file() for mark in _MARKS)), folders[0])


def name_in(site: Path, page: Path) -> str:
    """A page's path from the site's root, with ``/`` between its parts, as sources are named."""
    return PurePosixPath(os.path.relpath(page.absolute(), site.absolute()).replace(os.sep, "/")).as_posix()


def real_path(root: Path, name: str) -> Path | None:
    """The file that a path from the site's root names; ``None`` where that is no file, or lies outside the site, by ``..`` or a link."""
    path = (root / name).resolve()
    return path if path.is_file() and path.is_relative_to(root.resolve()) else None


def content(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        PublishError: the system does not let us read it.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror or error}"
        raise PublishError(message, "correct its permissions") from error


def rewritten(data: bytes, before: str, after: str) -> bytes | None:
    """A file's new bytes, with the line ends and the byte order mark it has; ``None`` where it no longer says what was read.

    ``before`` and ``after`` are texts with line feeds.
    """
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    read = text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    if read != before:
        return None
    end = "\r\n" if text.count("\r\n") * 2 > read.count("\n") else "\r" if text.count("\r") * 2 > read.count("\n") else "\n"
    return (mark + after.replace("\n", end)).encode("utf-8")


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file anew, with the permissions it has: whole or not at all, whatever happens meanwhile.

    Raises:
        PublishError: the folder or the disk does not let us; the file is as it was then.
    """
    try:
        _replace(path, data)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise PublishError(message, "correct its permissions, or make room; the file is as it was") from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
