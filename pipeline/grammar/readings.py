"""How Chinese characters are read in pinyin without tones: each has one usual reading, many have others (``行``: xing, hang)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


def readings(han: str) -> list[list[str]]:
    """For each of some Chinese characters all its readings, the usual one first; ``ü`` is written so."""
    with _without_phrases():
        from pypinyin import Style, pinyin  # noqa: PLC0415 - its tables take 100 ms to read: only programs with Chinese words need them

    return pinyin(han, style=Style.NORMAL, heteronym=True)


@contextmanager
def _without_phrases() -> Iterator[None]:
    """Lets pypinyin leave its tables of phrases (two thirds of its size) unread: characters are looked up one by one."""
    name = "PYPINYIN_NO_PHRASES"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
