"""All that was written is waited for, whatever the system offers; a file is waited for by its inode."""

import ctypes
import errno
import os
from pathlib import Path

import pytest

from pipeline import durable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("x", "a/y", "a/b/z"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


@pytest.fixture
def waited_for(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes that are waited for one by one."""
    found: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: found.append(os.fstat(descriptor).st_ino))
    return found


class _System:
    """A C library whose ``syncfs`` fails with an error."""

    def __init__(self, error: int) -> None:
        self.error = error

    def syncfs(self, _: int) -> int:
        ctypes.set_errno(self.error)
        return -1


@pytest.mark.parametrize("library", [object(), _System(errno.ENOSYS)], ids=["none", "of an old kernel"])
def test_without_a_request_for_all_each_file_and_folder_is_waited_for(
    folder: Path, waited_for: list[int], library: object, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    durable.settle(folder)
    assert sorted(waited_for) == sorted(path.stat().st_ino for path in (folder, *folder.rglob("*")))


def test_one_request_is_enough_where_there_is_one(folder: Path, waited_for: list[int]):
    durable.settle(folder)
    each = sorted(path.stat().st_ino for path in (folder, *folder.rglob("*")))
    assert sorted(waited_for) == ([] if hasattr(ctypes.CDLL(None), "syncfs") else each)


def test_a_disk_that_fails_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _System(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        durable.settle(folder)
