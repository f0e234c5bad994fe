"""Under which name a compiled chunk is kept: a hash of all that it depends on, so that whatever is found under it is right.

That is its HTML, the style, the faces, the pictures it shows, the code that compiles it, and the versions of the libraries that lay
it out. These are asked without importing WeasyPrint: where nothing has changed, that is most of the time.
"""

import ctypes
import pkgutil
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version

from pipeline.emit.fonts import Face
from pipeline.emit.press.typesetter import SCHEME

_ADDRESS = re.compile(rf"{SCHEME}([^\"')\s]+)")
_PACKAGES = ("weasyprint", "pydyf", "pyphen", "tinycss2", "tinyhtml5", "cssselect2", "pillow", "fonttools", "uharfbuzz")
_CODE = ("fonts.py", *(f"press/{name}.py" for name in ("compile", "objects", "strip", "typesetter", "weasy")))
# Of each library that lays out text, its names on Linux, macOS and Windows, and the function that says its version.
_LIBRARIES = (
    ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
)


def keyed(html: Sequence[str], style: str, faces: Iterable[Face], pictures: Mapping[str, bytes]) -> tuple[str, ...]:
    """The key of each chunk's HTML, as hexadecimal digits."""
    common = _digest((*_surroundings(faces), style))
    hashes = {name: sha256(data).hexdigest() for name, data in pictures.items()}
    return tuple(_digest((common, one, *(hashes.get(name, "") for name in _ADDRESS.findall(style + one)))) for one in html)


def _digest(texts: Iterable[str]) -> str:
    """A hash of several texts that also depends on where each ends."""
    total = sha256()
    for text in texts:
        data = text.encode()
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def _surroundings(faces: Iterable[Face]) -> Iterable[str]:
    chosen = list(faces)
    packages = (*_PACKAGES, *sorted({face.package for face in chosen}))
    yield from (f"{name} {version(name.replace('_', '-'))}" for name in packages)
    yield f"zlib {zlib.ZLIB_RUNTIME_VERSION}"
    yield from map(repr, chosen)
    yield from ((pkgutil.get_data("pipeline.emit", name) or b"").decode() for name in _CODE)
    yield from (_version(function, names) for function, names in _LIBRARIES)


def _version(function: str, names: Iterable[str]) -> str:
    """What the first of these libraries that there is says its version is; nothing where none is found by its name."""
    for name in names:
        try:
            said = getattr(ctypes.CDLL(name), function)
        except OSError:
            continue
        said.restype = ctypes.c_char_p
        return f"{function} {said().decode()}"
    return ""
