"""Pictures for the web: portraits, logo and map at the size they are shown, named by their content, without metadata.

A phone's photo carries the place it was taken at and is a hundred times too large; neither is published.
"""

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
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
    """What a picture is for: the box it fills, in pixels.

    ``cut``: cut to the box's shape, rather than made to fit into it whole. ``crisp``: lines must stay sharp, so PNG rather than JPEG.
    """

    box: tuple[int, int]
    cut: bool = False
    crisp: bool = False


#: A portrait beside a biography, and the round one on a card: twice the size on the page, for screens of double density.
PORTRAIT = Use((288, 360))
FACE = Use((144, 144), cut=True)
LOGO = Use((640, 320), crisp=True)
MAP = Use((1600, 2000), crisp=True)


@dataclass(frozen=True)
class Gallery:
    """All pictures of a program that could be read, each made once for each use; the others are not in it."""

    photos: Mapping[tuple[Image, Use], Photo]
    artifacts: tuple[Artifact, ...]

    @classmethod
    def of(cls, program: Program) -> "Gallery":
        """The pictures the program names, in the order of their first mention."""
        photos: dict[tuple[Image, Use], Photo] = {}
        files: dict[str, Artifact] = {}
        for image, uses in dict(_pictures(program)).items():
            for use, (photo, data) in zip(uses, _made(image.data or b"", uses), strict=False):
                photos[image, use] = photo
                files.setdefault(photo.path, Artifact(photo.path, data))
        return cls(photos, tuple(files.values()))


def _pictures(program: Program) -> Iterator[tuple[Image, tuple[Use, ...]]]:
    for person in program.people:
        if person.photo:
            yield person.photo, (PORTRAIT, FACE)
    for session in program.sessions:
        for talk in session.talks:
            for speaker in talk.speakers:
                if speaker.photo:
                    yield speaker.photo, (PORTRAIT, FACE)
    if program.event.logo:
        yield program.event.logo, (LOGO,)
    if program.event.map:
        yield program.event.map, (MAP,)


def _made(data: bytes, uses: Iterable[Use]) -> tuple[tuple[Photo, bytes], ...]:
    """The picture for each of its uses; none at all where Pillow cannot read it, or deems it a decompression bomb."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Raster.DecompressionBombWarning)
        try:
            with Raster.open(io.BytesIO(data)) as raster:
                return tuple(_published(picture, use) for picture in (_upright(raster, uses),) for use in uses)
        # Pillow's plugins raise these, undocumented, on broken files; a picture must not stop a conference.
        except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError, MemoryError):
            return ()
        except (Raster.DecompressionBombError, Raster.DecompressionBombWarning):
            return ()


def _upright(raster: Raster.Image, uses: Iterable[Use]) -> Raster.Image:
    """The picture the right way up, in the colours of the web, hardly larger than it is needed."""
    largest = max(max(use.box) for use in uses)
    raster.draft("RGB", (largest, largest))  # a JPEG is decoded at a fraction of its size: much faster, and enough
    turned = ImageOps.exif_transpose(raster)
    return turned.convert("RGBA" if turned.has_transparency_data else "RGB")


def _published(picture: Raster.Image, use: Use) -> tuple[Photo, bytes]:
    if use.cut:  # a face is in the upper half of a portrait
        fitted = ImageOps.fit(picture, use.box, Raster.Resampling.LANCZOS, centering=(0.5, 0.2))
    else:
        fitted = picture.copy()
        fitted.thumbnail(use.box, Raster.Resampling.LANCZOS)
    bare = Raster.new(fitted.mode, fitted.size)  # no info dictionary: no EXIF, no comment, no profile
    bare.paste(fitted)
    out = io.BytesIO()
    if use.crisp or bare.mode == "RGBA":
        bare.save(out, "PNG", compress_level=6)
    else:
        bare.save(out, "JPEG", quality=84, progressive=True, optimize=True, subsampling=0)
    encoded = out.getvalue()
    suffix = "png" if use.crisp or bare.mode == "RGBA" else "jpg"
    return Photo(f"photos/{sha256(encoded).hexdigest()[:16]}.{suffix}", *bare.size), encoded
