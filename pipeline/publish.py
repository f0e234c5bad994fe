"""artifacts → ``output/``, complete or as it was. The writing end of the pipeline.

Everything is written into a hidden folder beside ``output/``, forced to the disk, and put in place in one step
(``exchange.py``). A reader sees the old edition or the new one; a build killed at any moment leaves one of the two, and at worst the
hidden folder, which the next build removes. Builds into one place wait for each other.

``output/`` is replaced whole: what does not belong to the new edition is gone afterwards. So only a folder that confbook made is
replaced, or an empty one (``refusal.py``).
"""

import contextlib
import fcntl
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from pipeline.durable import settle, sync
from pipeline.exchange import replace
from pipeline.model import Artifact
from pipeline.refusal import PublishError, Refused, misplaced, taken, unsound

__all__ = ["PublishError", "Refused", "prepare", "previous_file", "publish", "publish_file"]


def prepare(output: Path, site: Path) -> None:
    """Makes sure before the work begins that ``output`` may be replaced, and tidies up after a build that was killed.

    Raises:
        Refused: the folder is not ours to replace, or it holds the site, or it is in the site where pages are looked for.
        PublishError: the system does not let us look.
    """
    output = output.resolve()
    _heed(misplaced(output, site.resolve()))
    with _telling(output):
        _heed(taken(output))
        if output.parent.is_dir():
            with _alone(output.parent) as locked:
                _tidy(output, locked=locked)


def previous_file(output: Path, name: str) -> bytes | None:
    """A file of the edition that stands in ``output``; ``None`` where it is not there.

    Raises:
        PublishError: it is there, but the system does not let us read it.
    """
    try:
        return (output / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = f"cannot read {output / name}: {error.strerror}"
        raise PublishError(message, "correct its permissions") from error


def publish(artifacts: Sequence[Artifact], output: Path) -> None:
    """Makes ``output`` a folder of exactly these files.

    Raises:
        Refused: the folder is not ours to replace.
        PublishError: a path is unsafe, two paths are one file on some disks, or writing failed. Nothing has changed then.
    """
    _heed(unsound([artifact.path for artifact in artifacts]))
    output = output.resolve()
    with _telling(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        with _alone(output.parent) as locked:
            _tidy(output, locked=locked)
            _heed(taken(output))
            _publish(artifacts, output)


def publish_file(artifact: Artifact, path: Path) -> None:
    """Writes one artifact as a file of its own, whole or not at all.

    Raises:
        Refused: the file's name is of another kind than the artifact's, so it is somebody's page rather than our report.
        PublishError: writing failed. Nothing has changed then.
    """
    wanted = PurePosixPath(artifact.path).suffix
    if path.suffix.lower() != wanted:
        raise Refused(f"'{path}' is not the name of a {wanted} file", f"give the file a name that ends with {wanted}")
    path = path.resolve()
    with _telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=_prefix(path), dir=path.parent))
        try:
            _write((Artifact(path.name, artifact.data),), stage)
            (stage / path.name).replace(path)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _heed(objection: PublishError | None) -> None:
    if objection is not None:
        raise objection


@contextlib.contextmanager
def _telling(output: Path) -> Iterator[None]:
    """Turns what the system complains of into a :class:`PublishError`."""
    try:
        yield
    except OSError as error:
        message = f"cannot write {output}: {error.strerror or error}"
        advice = "nothing was changed; make room or correct the permissions, or choose another folder with --output"
        raise PublishError(message, advice) from error


def _publish(artifacts: Sequence[Artifact], output: Path) -> None:
    stage = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
    try:
        new = stage / "new"
        new.mkdir()
        _write(artifacts, new)
        if output.exists():
            mode = stat.S_IMODE(output.stat().st_mode)
            replace(new, output, stage / "old")
            output.chmod(mode)
        else:
            new.rename(output)
        sync(output.parent)
    finally:
        _clear(stage, output)


def _write(artifacts: Sequence[Artifact], folder: Path) -> None:
    """Writes the files and waits until they are on the disk."""
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.writelines(artifact.parts)
    settle(folder)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Waits until no other build works in the folder. ``False`` where the file system has no locks (some network disks)."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Locks the open folder until it is closed, which a killed process does too."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


def _prefix(output: Path) -> str:
    return f".{output.name}.confbook-"


def _tidy(output: Path, *, locked: bool) -> None:
    """Puts back an edition that a killed build had moved aside, and removes what such builds left.

    Without a lock nothing is removed: it could be another build's that is at work.
    """
    ours = re.compile(re.escape(_prefix(output)) + r"[a-z0-9_]{8}")
    stages = sorted(path for path in output.parent.iterdir() if ours.fullmatch(path.name)) if locked else []
    for stage in stages:
        if stage.is_dir() and not stage.is_symlink() and {path.name for path in stage.iterdir()} <= {"new", "old"}:
            _clear(stage, output)


def _clear(stage: Path, output: Path) -> None:
    """Removes a hidden folder, after saving the edition before from it where ``exchange.move`` was cut off between its two renames."""
    if (stage / "old").is_dir() and not output.exists():
        (stage / "old").rename(output)
    shutil.rmtree(stage, ignore_errors=True)
