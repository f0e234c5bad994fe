"""Puts one folder in the place of another so that whoever looks sees the one or the other, and never neither."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100  # Linux: paths count from the current folder
_RENAME_EXCHANGE = 2  # Linux, renameat2(2)
_RENAME_SWAP = 2  # macOS, renamex_np(2)


def replace(new: Path, old: Path, aside: Path) -> None:
    """Moves the folder ``new`` to where the folder ``old`` is; what was there is at ``new`` afterwards.

    Where the system can exchange two names in one step (Linux: ext4, XFS, Btrfs, ZFS, tmpfs; macOS: APFS) it does. Elsewhere, as on
    NFS, it takes two renames, and between them ``old`` is missing for some microseconds; a process killed right there leaves it at
    ``aside``, from where the next build puts it back.

    Raises:
        OSError: neither way works; both folders are where they were.
    """
    if _exchange(new, old):
        return
    move(new, old, aside)


def move(new: Path, old: Path, aside: Path) -> None:
    """The same by plain renames, with the window described above."""
    old.rename(aside)
    try:
        new.rename(old)
    except BaseException:
        aside.rename(old)
        raise
    aside.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two names in one step; ``False`` where the system or the file system does not offer it."""
    libc = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, _RENAME_SWAP) == 0)
    return False
