"""A folder that keeps what was costly to make, between runs: it may be deleted, moved and shared at any time.

Entries are named by a hash of all that they were made from, so none is ever out of date. Who reads one checks that it is whole.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

#: As much as a folder keeps, in bytes; what was used least recently goes first.
LIMIT = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache in a folder, which is made when something is kept. One that cannot be read or written keeps nothing."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # another's folder may be read, though not written
            os.utime(self._file(key))
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keeps it: whole or not at all, whoever else is writing the same."""
        file = self._file(key)
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, prefix="new-", delete=False) as written:
                new = Path(written.name)
            try:
                new.write_bytes(data)
                new.replace(file)
            except OSError:  # a full disk is not to be filled with what nobody can use
                new.unlink()

    def trim(self, limit: int = LIMIT) -> None:
        """Drops what was used least recently, until no more than ``limit`` bytes are left."""
        entries = []
        with suppress(OSError):
            entries = [(file.stat().st_mtime, file.stat().st_size, file) for file in self.folder.glob("??/*")]
        kept = 0
        for _, size, file in sorted(entries, reverse=True):
            kept += size
            if kept > limit:
                with suppress(OSError):
                    file.unlink()

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def cache_of(environment: Mapping[str, str]) -> Cache:
    """The cache in the folder that ``CONFBOOK_CACHE`` names, else in the user's own (XDG Base Directory Specification)."""
    named = environment.get("CONFBOOK_CACHE")
    if named:
        return Cache(Path(named))
    home = environment.get("XDG_CACHE_HOME", "")
    return Cache((Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "confbook")
