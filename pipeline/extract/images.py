"""Reads the pictures that pages refer to: from the site's folders only, never from the network, and only what is a picture."""

import struct
import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pipeline.diagnostics import Problem
from pipeline.diagnostics.text import (
    ElongatedPhoto,
    HugePhoto,
    MissingPhoto,
    OutsidePhoto,
    RemotePhoto,
    SmallPhoto,
    UnreadablePhoto,
)
from pipeline.extract.references import Lost, find
from pipeline.model import Image
from pipeline.source import Located

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
LARGEST_FILE = 20_000_000  # bytes
LARGEST_PICTURE = 50_000_000  # pixels
#: A portrait is printed 20 mm wide: 120 pixels are 150 dots an inch there, half of what printers ask for.
SMALLEST_SIDE = 120  # pixels
LARGEST_SIDE = 4000  # pixels
LARGEST_DOWNLOAD = 5_000_000  # bytes
LONGEST_SHAPE = 2  # the longer side over the shorter
_LOST = {Lost.REMOTE: RemotePhoto, Lost.OUTSIDE: OutsidePhoto, Lost.MISSING: MissingPhoto}


def read_image(reference: Located[str], roots: Sequence[Path]) -> tuple[Image, Problem | None]:
    """The picture that a page calls ``/images/x.png`` or ``../x.png``, and what is wrong with it, if anything.

    ``roots`` are the folders where pictures may be, in the order in which they are searched; a leading ``/`` is the root of the site,
    so of any of them. Nothing outside of them is read, not through ``..`` and not through a link. Reports missing-photo,
    unreadable-photo, outside-photo and remote-photo; the image is then without data.
    """
    written, nothing = reference.value, Image(reference.value)
    path = find(written, roots)
    if isinstance(path, Lost):
        return nothing, _LOST[path](reference.span, written)
    read = _read(written, path)
    return (nothing, UnreadablePhoto(reference.span, written, read)) if isinstance(read, str) else (read, None)


def unfit_portrait(reference: Located[str], image: Image) -> Problem | None:
    """What keeps a picture from being a good portrait, the worst first: its shape, too few pixels, too many; ``None`` where it has no data.

    Reports elongated-photo, small-photo and huge-photo.
    """
    if image.data is None:
        return None
    short, long = sorted((image.width, image.height))
    if long > LONGEST_SHAPE * short:
        return ElongatedPhoto(reference.span, image.reference, image.width, image.height)
    if short < SMALLEST_SIDE:
        return SmallPhoto(reference.span, image.reference, image.width, image.height)
    if long > LARGEST_SIDE or len(image.data) > LARGEST_DOWNLOAD:
        return HugePhoto(reference.span, image.reference, image.width, image.height, len(image.data))
    return None


def _read(written: str, path: Path) -> Image | str:
    """The picture in a file, or why it is none of ours, in words for the author."""
    from PIL import Image as Picture  # noqa: PLC0415 - takes 40 ms to import, and many programs have no pictures
    from PIL import UnidentifiedImageError  # noqa: PLC0415 - see above

    try:
        if path.stat().st_size > LARGEST_FILE:
            return "the file is larger than 20 MB"
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Picture.DecompressionBombWarning)  # we have a lower limit of our own, below
            with Picture.open(BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                if width * height <= LARGEST_PICTURE:
                    picture.verify()
                    return Image(written, data, Picture.MIME[picture.format or ""], width, height)
    except UnidentifiedImageError:
        return "it is no PNG, JPEG, WebP or GIF"
    except Picture.DecompressionBombError:
        pass
    except (OSError, ValueError, SyntaxError, KeyError, EOFError, struct.error):
        # What Pillow's readers raise on damaged files.
        return "the file is damaged or may not be read"
    return "it has more than 50 million pixels"
