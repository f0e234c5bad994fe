"""What is kept between runs: whole, bounded, and nobody's worry."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cache import Cache, cache_of

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_kept_is_found_again(tmp_path: Path):
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get("abcd") is None
    cache.put("abcd", b"first")
    cache.put("abcd", b"second")
    cache.put("abce", b"other")
    assert (cache.get("abcd"), cache.get("abce")) == (b"second", b"other")
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["cd", "ce"]


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file")
    cache.put("abcd", b"data")
    assert cache.get("abcd") is None
    cache.trim()


def test_a_full_disk_keeps_nothing_and_no_piece_of_it(tmp_path: Path):
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); cache.put('abcd', b'x' * 2000); cache.put('abce', b'x')"
    preamble = f"from pathlib import Path; from pipeline.cache import Cache; cache = Cache(Path({str(tmp_path)!r}))\n"
    subprocess.run([sys.executable, "-c", preamble + code], cwd=ROOT, check=True)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["ce"]


def test_what_was_used_last_stays(tmp_path: Path):
    cache = Cache(tmp_path)
    for age, key in enumerate(("aa1", "bb2", "cc3")):
        cache.put(key, b"12345")
        os.utime(tmp_path / key[:2] / key[2:], (1000 + age, 1000 + age))
    assert cache.get("aa1") == b"12345"
    cache.trim(10)
    assert [cache.get(key) is not None for key in ("aa1", "bb2", "cc3")] == [True, False, True]


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"CONFBOOK_CACHE": "here"}, Path("here")),
        ({"XDG_CACHE_HOME": "/caches"}, Path("/caches/confbook")),
        ({"XDG_CACHE_HOME": "relative"}, Path.home() / ".cache/confbook"),
        ({}, Path.home() / ".cache/confbook"),
    ],
)
def test_the_folder_is_the_user_s_own_unless_another_is_named(environment: dict[str, str], folder: Path):
    assert cache_of(environment) == Cache(folder)
