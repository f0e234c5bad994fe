"""Pictures for the web: portraits, logo and map at the size they are shown, named by their content, without metadata.

A phone's photo carries the place it was taken at and is a hundred times too large; neither is published.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image as Raster
from PIL import ImageOps

from pipeline.model import Artifact, Image, Program


@dataclass(frozen=True, slots=True)
class Photo:
    """A published picture: its path below the output folder and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Use:
    """What a picture is for: the box it must fit into (pixels), and whether its lines must stay crisp (PNG rather than JPEG)."""

    box: tuple[int, int]
    crisp: bool = False


PORTRAIT = Use((320, 400))
LOGO = Use((640, 320), crisp=True)
MAP = Use((1600, 2000), crisp=True)


@dataclass(frozen=True)
class Gallery:
    """All pictures of a program that could be read, each made once; the others are not in it (initials are drawn for them)."""

    photos: Mapping[Image, Photo]
    artifacts: tuple[Artifact, ...]

    @classmethod
    def of(cls, program: Program) -> "Gallery":
        """The pictures the program names, in the order of their first use."""
        photos: dict[Image, Photo] = {}
        files: dict[str, Artifact] = {}
        for image, use in dict(_pictures(program)).items():
            made = _resized(image.data, use) if image.data else None
            if made:
                photo, data = made
                photos[image] = photo
                files.setdefault(photo.path, Artifact(photo.path, data))
        return cls(photos, tuple(files.values()))


def _pictures(program: Program) -> Iterator[tuple[Image, Use]]:
    if program.event.logo:
        yield program.event.logo, LOGO
    if program.event.map:
        yield program.event.map, MAP
    for person in program.people:
        if person.photo:
            yield person.photo, PORTRAIT
    for session in program.sessions:
        for talk in session.talks:
            for speaker in talk.speakers:
                if speaker.photo:
                    yield speaker.photo, PORTRAIT


def _resized(data: bytes, use: Use) -> tuple[Photo, bytes] | None:
    """The picture as published, or ``None`` where Pillow cannot read it or deems it a decompression bomb."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Raster.DecompressionBombWarning)
        try:
            with Raster.open(io.BytesIO(data)) as raster:
                return _encoded(raster, use)
        # Pillow's plugins raise these, undocumented, on broken files; a picture must not stop a conference.
        except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError, MemoryError):
            return None
        except (Raster.DecompressionBombError, Raster.DecompressionBombWarning):
            return None


def _encoded(raster: Raster.Image, use: Use) -> tuple[Photo, bytes]:
    crisp = use.crisp and raster.format != "JPEG"
    raster.draft("RGB", use.box)  # a JPEG is decoded at a fraction of its size: much faster, and enough for what follows
    upright = ImageOps.exif_transpose(raster)
    clear = upright.has_transparency_data
    picture = upright.convert("RGBA" if clear else "RGB")
    picture.thumbnail(use.box, Raster.Resampling.LANCZOS)
    bare = Raster.new(picture.mode, picture.size)  # no info dictionary: no EXIF, no comment, no profile
    bare.paste(picture)
    out = io.BytesIO()
    if clear or crisp:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=84, progressive=True, optimize=True, subsampling=0)
    encoded = out.getvalue()
    suffix = "png" if clear or crisp else "jpg"
    return Photo(f"photos/{sha256(encoded).hexdigest()[:16]}.{suffix}", *bare.size), encoded
