"""The files that `init` looks for and writes: a file that is there is never written over, nor left half written."""

from pathlib import Path

from pipeline.refusal import PublishError
from pipeline.source import Source

_MOST_BYTES = 2**20


def first_readable(root: Path, names: tuple[str, ...]) -> Source | None:
    """The first of these files that the folder has, as text; ``None`` where there is none that is UTF-8 and of a sensible size.

    A link out of the folder is none: as in a build, nothing is read that is not the site's.
    """
    whole = root.resolve()
    for name in names:
        path = root / name
        try:
            if path.is_file() and path.resolve().is_relative_to(whole) and path.stat().st_size <= _MOST_BYTES:
                text = path.read_bytes().decode("utf-8-sig")
                return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
        except (OSError, ValueError):
            continue
    return None


def repository_of(folder: Path) -> Path:
    """The root of the repository that a folder is in, else the folder itself."""
    whole = folder.resolve()
    return next((place for place in (whole, *whole.parents) if (place / ".git").exists()), whole)


def git_settings(repository: Path) -> str:
    """The text of a repository's own configuration; empty where there is none to be read."""
    found = first_readable(repository, (".git/config",))
    return found.text if found else ""


def is_there(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def write_new(path: Path, text: str) -> None:
    """Writes a file where there is none.

    Raises:
        PublishError: there is one by now, or the folder or the disk does not let us. Nothing has changed then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise PublishError(message, "correct its permissions, or make room; what was there is as it was") from error
