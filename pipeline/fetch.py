"""A file or an address on the web → its bytes. With ``extract/site.py`` the reading end of the pipeline.

What answers on the web is not trusted: only http and https are spoken, an answer has a largest size, and it has to come in time.
"""

import re
import time
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

_LARGEST = 64 * 1024 * 1024
_SECONDS = 20
_PIECE = 64 * 1024
_MISSING = (404, 410)
_SCHEMES = ("http", "https")
# How a file's name ends, not a folder's: ``program.json``, but not ``v1.2``.
_ENDING = re.compile(r"\.[A-Za-z]+$")


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
    if not is_address(place):
        path = Path(place)
        return str((path.parent if _ENDING.search(path.name) and not path.is_dir() else path) / name)
    scheme, _, rest = re.split("[?#]", place, maxsplit=1)[0].partition("://")
    folder, slash, last = rest.rpartition("/")
    return f"{scheme}://{folder if slash and (not last or _ENDING.search(last)) else rest}/{name}"


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
    if address.partition("://")[0].lower() not in _SCHEMES:
        raise Unreachable("only addresses that begin with https:// or http:// are read")
    try:
        request = Request(address, headers={"User-Agent": "confbook", "Cache-Control": "no-cache"})  # noqa: S310 - the scheme is looked at
        return _answer(request)
    except HTTPError as error:
        words = " ".join(str(error.reason).split())
        raise Unreachable(f"the server answers {error.code} {words}", missing=error.code in _MISSING) from error
    except TimeoutError as error:
        raise Unreachable(_too_slow()) from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unreachable(f"{getattr(error, 'reason', error)}" or "the server does not answer") from error


def _answer(request: Request) -> bytes:
    """The whole answer; each piece, and all of them, in time."""
    end = time.monotonic() + _SECONDS
    pieces: list[bytes] = []
    size = 0
    with build_opener(_Redirection).open(request, timeout=_SECONDS) as answer:
        packed = answer.headers.get("Content-Encoding", "identity")
        if packed != "identity":
            raise Unreachable(f"the answer is packed as {packed}, which was not asked for")
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


class _Redirection(HTTPRedirectHandler):
    """Follows no answer to anywhere but the web; the library would go on to FTP."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request."""
        if newurl.partition("://")[0].lower() not in _SCHEMES:
            raise HTTPError(req.full_url, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _too_large() -> str:
    return f"it is larger than {_LARGEST // 1024**2} MB"


def _too_slow() -> str:
    return f"it does not come within {_SECONDS} seconds"
