"""A file or an address on the web → its bytes. With ``extract/site.py`` the reading end of the pipeline.

What answers on the web is not trusted: only http and https are spoken, an answer has a largest size, and it has to come in time.
"""

import time
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

_LARGEST = 64 * 1024 * 1024
_SECONDS = 20
_PIECE = 64 * 1024
_MISSING = (404, 410)


class Unreachable(Exception):  # noqa: N818 - it is how things are: nothing of ours has failed
    """It cannot be read; the text says why, in a few words. ``missing`` where it does not exist."""

    def __init__(self, reason: str, *, missing: bool = False) -> None:
        """``reason`` goes on after "cannot be read:"."""
        super().__init__(reason)
        self.missing = missing


def is_address(place: str) -> bool:
    """Whether a place is meant as an address on the web rather than as a path."""
    return "://" in place


def fetch(place: str) -> bytes:
    """The bytes at a path, or at an http(s) address.

    Raises:
        Unreachable: there is nothing, or it is too large or too slow.
    """
    return _from_web(place) if is_address(place) else _from_disk(Path(place))


def beside(place: str, name: str) -> str:
    """The place of a published file, from that of another one at the top of the output, or of the output's folder."""
    if is_address(place):
        folder = place.partition("?")[0].partition("#")[0]
        return f"{folder.rpartition('/')[0] if '/' in folder.partition('://')[2] else folder}/{name}"
    path = Path(place)
    return str((path if path.is_dir() else path.parent) / name)


def _from_disk(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise Unreachable(_too_large())
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unreachable("there is no such file", missing=True) from error
    except OSError as error:
        raise Unreachable(error.strerror or "it cannot be opened") from error


def _from_web(address: str) -> bytes:
    if address.partition("://")[0].lower() not in ("http", "https"):
        raise Unreachable("only addresses that begin with https:// or http:// are read")
    try:
        request = Request(address, headers={"User-Agent": "confbook", "Cache-Control": "no-cache"})  # noqa: S310 - the scheme is looked at
        return _answer(request)
    except HTTPError as error:
        raise Unreachable(f"the server answers {error.code} {error.reason}", missing=error.code in _MISSING) from error
    except TimeoutError as error:
        raise Unreachable(_too_slow()) from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unreachable(f"{getattr(error, 'reason', error)}" or "the server does not answer") from error


def _answer(request: Request) -> bytes:
    """The whole answer; each piece, and all of them, in time."""
    end = time.monotonic() + _SECONDS
    pieces: list[bytes] = []
    size = 0
    with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - as above
        while piece := answer.read1(_PIECE):
            size += len(piece)
            pieces.append(piece)
            if size > _LARGEST:
                raise Unreachable(_too_large())
            if time.monotonic() > end:
                raise Unreachable(_too_slow())
        if answer.length:
            raise Unreachable("the answer was cut off")
    return b"".join(pieces)


def _too_large() -> str:
    return f"it is larger than {_LARGEST // 1024**2} MB"


def _too_slow() -> str:
    return f"it does not come within {_SECONDS} seconds"
