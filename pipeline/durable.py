"""Waits until what was written is on the disk, so that no rename outlives a power cut that its files do not."""

import ctypes
import errno
import os
from pathlib import Path


def settle(folder: Path) -> None:
    """Waits for a folder and all that is in it.

    Linux is asked once, for the whole file system (syncfs(2)); elsewhere it takes a request for each file, which for the thousands of a
    large program is the longest step of a build: a journal is written for each.

    Raises:
        OSError: something could not be written (of syncfs since Linux 5.8; before, only of what a file's own writing told).
    """
    if not _file_system_of(folder):
        for path in (*folder.rglob("*"), folder):
            sync(path)


def sync(path: Path) -> None:
    """Waits for one file, or for the names in one folder.

    Raises:
        OSError: it could not be written.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _file_system_of(folder: Path) -> bool:
    """Waits for the whole file system that a folder is in; ``False`` where the system does not offer it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) == 0:
            return True
        problem = ctypes.get_errno()
    finally:
        os.close(descriptor)
    if problem == errno.ENOSYS:
        return False
    raise OSError(problem, os.strerror(problem))
