"""The time of an edition, in one place: that which the environment sets, else that of the newest commit that touched the pages.

A build looks at no clock, so that it can be done again. ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) is believed first. Where it is
not set, and the pages are in a git repository with nothing uncommitted, the commit's time says when they changed, the same in every
clone. It is asked for only where an edition before could have changed: a first edition is the same in any folder.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

LAST_SECOND = 253402300799  # the end of the year 9999, where dates end
_SECONDS = 10
# A repository may name programs that git would run for us, and pages may be such a repository (git 2.38 and later can refuse these).
_HARMLESS = ("safe.bareRepository=explicit", "core.fsmonitor=false", "log.showSignature=false", "core.quotePath=true")


def epoch(environment: Mapping[str, str]) -> int | None:
    """The time that the environment sets, in seconds since 1970; ``None`` where it sets none.

    Raises:
        ValueError: what is set is no time.
    """
    written = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and int(written[:20]) <= LAST_SECOND):
        raise ValueError(written)
    return int(written)


def commit_time(site: Path) -> datetime | None:
    """The time of the newest commit that touched the site; ``None`` where it is in no repository, or not all of it is committed."""
    pages = ("--", ".", ":(exclude)output")
    if _git(site, "status", "--porcelain", *pages) != "":
        return None
    written = (_git(site, "log", "-1", "--format=%ct", *pages) or "").strip()
    return datetime.fromtimestamp(int(written), UTC) if written.isdigit() and int(written) <= LAST_SECOND else None


def _git(site: Path, *words: str) -> str | None:
    """What git answers; ``None`` where it is not there, fails, or takes too long."""
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", *(word for setting in _HARMLESS for word in ("-c", setting)), *words]
    try:
        return subprocess.check_output(command, cwd=site, env=quiet, stderr=subprocess.DEVNULL, text=True, timeout=_SECONDS)  # noqa: S603 - the words are ours
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
