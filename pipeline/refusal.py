"""What is never published, or published over: reasons that speak against a folder or against the names of files."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

#: The file by which a folder is known to be of our making, and in which the next build finds the edition before.
MARKER = "program.json"

_CHECKOUTS = frozenset({".git", ".hg", ".svn"})
_RENAME = "rename the page, or the picture, that it is made from"


class PublishError(Exception):
    """The output cannot be written, or the edition before cannot be read. What was published before is untouched."""

    def __init__(self, message: str, advice: str) -> None:
        """``message`` says what is wrong, ``advice`` what to do about it."""
        super().__init__(message)
        self.advice = advice


class Refused(PublishError):  # noqa: N818 - it is no failure: we decline
    """This output folder is never written to: something would be lost that confbook did not make."""


def misplaced(output: Path, site: Path) -> Refused | None:
    """What speaks against an output folder at this place; both paths resolved.

    Inside a site only its folder ``output`` will do, where no pages are looked for.
    """
    if site.is_relative_to(output):
        return Refused(f"the output folder {output} holds the site itself", "choose another folder with --output")
    if output.is_relative_to(site) and output.relative_to(site).parts[0] != "output":
        advice = f"choose a folder outside the site with --output, or {site / 'output'}"
        return Refused(f"the output folder {output} is inside the site", advice)
    return None


def taken(output: Path) -> Refused | None:
    """What speaks against replacing the folder that is there: ``--output ~`` must not cost anybody their home."""
    if not output.exists():
        return None
    if not output.is_dir():
        return Refused(f"the output {output} is a file", "choose a folder with --output")
    if output.is_mount():
        return Refused(f"the output folder {output} is a mounted disk, which cannot be replaced", f"choose {output / 'program'}")
    names = {path.name for path in output.iterdir()}
    if names and MARKER not in names:
        advice = "choose an empty or a new folder with --output, or empty this one yourself"
        return Refused(f"the output folder {output} has files in it that confbook did not make", advice)
    if names & _CHECKOUTS:
        advice = "build into a folder beside it and copy the files"
        return Refused(f"the output folder {output} is a checkout, whose history would be lost", advice)
    return None


def unsound(paths: Sequence[str]) -> PublishError | None:
    """What speaks against these names of files: ways out of the folder, and two that are one on many disks.

    Disks differ in whether they tell letter case and composed accents apart (APFS and NTFS do not, ext4 does).
    """
    files: dict[str, str] = {}
    for path in paths:
        if any(part in {"", ".", ".."} for part in path.split("/")) or re.search(r"[\\\x00-\x1f\x7f]", path):
            return PublishError(f"an output may not be named {path!r}", _RENAME)
        if _folded(path) in files:
            return PublishError(f"the outputs {files[_folded(path)]!r} and {path!r} are one file on many disks", _RENAME)
        files[_folded(path)] = path
    for path in paths:
        for folder in map(str, PurePosixPath(_folded(path)).parents):
            if folder in files:
                return PublishError(f"the output {files[folder]!r} would be a file and a folder ({path!r})", _RENAME)
    return None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
