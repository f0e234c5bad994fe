"""Pictures for the web: portraits, logo and map at the size they are shown, named by their content, without metadata.

A phone's photo carries the place it was taken at and is a hundred times too large; neither is published. Portraits are published as
WebP, at two thirds of the size, and as JPEG (PNG where they are transparent) for what cannot show it.
"""

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from PIL import Image as Raster
from PIL import ImageOps

from pipeline.model import Artifact, Image, Program


@dataclass(frozen=True, slots=True)
class Photo:
    """A published picture: its path below the output folder, its size in pixels, and the path of the same as WebP, if there is one."""

    path: str
    width: int
    height: int
    webp: str | None = None


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
#: On a page of words: twice as wide as its lines.
FIGURE = Use((1344, 1680))


@dataclass(frozen=True)
class Gallery:
    """All pictures of a program that could be read, each made once for each use; the others are not in it."""

    photos: Mapping[tuple[Image, Use], Photo]
    artifacts: tuple[Artifact, ...]

    def content(self, path: str) -> bytes:
        """The published file at this path."""
        return self._contents[path]

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        return {artifact.path: artifact.data for artifact in self.artifacts}

    @classmethod
    def of(cls, program: Program) -> "Gallery":
        """The pictures the program names, in the order of their first mention."""
        photos: dict[tuple[Image, Use], Photo] = {}
        files: dict[str, Artifact] = {}
        for image, uses in dict(_pictures(program)).items():
            for use, (photo, made) in zip(uses, _made(image.data or b"", uses), strict=False):
                photos[image, use] = photo
                files |= {artifact.path: artifact for artifact in made if artifact.path not in files}
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
    for text in program.texts:
        yield from ((section.figure.image, (FIGURE,)) for section in text.sections if section.figure)
    if program.event.logo:
        yield program.event.logo, (LOGO,)
    if program.event.map:
        yield program.event.map, (MAP,)


def _made(data: bytes, uses: Iterable[Use]) -> tuple[tuple[Photo, tuple[Artifact, ...]], ...]:
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


def _published(picture: Raster.Image, use: Use) -> tuple[Photo, tuple[Artifact, ...]]:
    bare = _fitted(picture, use)
    if use.crisp:
        image = _encoded(bare, "png", compress_level=6)
        return Photo(image.path, *bare.size), (image,)
    if bare.mode == "RGBA":
        image = _encoded(bare, "png", compress_level=6)
    else:
        image = _encoded(bare, "jpeg", quality=84, progressive=True, optimize=True, subsampling=0)
    webp = _encoded(bare, "webp", quality=80, method=4)
    return Photo(image.path, *bare.size, webp.path), (image, webp)


def _fitted(picture: Raster.Image, use: Use) -> Raster.Image:
    """The picture in its box, and nothing else: no EXIF, no comment, no profile."""
    if use.cut:  # a face is in the upper half of a portrait
        fitted = ImageOps.fit(picture, use.box, Raster.Resampling.LANCZOS, centering=(0.5, 0.2))
    else:
        fitted = picture.copy()
        fitted.thumbnail(use.box, Raster.Resampling.LANCZOS)
    bare = Raster.new(fitted.mode, fitted.size)
    bare.paste(fitted)
    return bare


def _encoded(picture: Raster.Image, kind: str, **settings: object) -> Artifact:
    out = io.BytesIO()
    picture.save(out, kind, **settings)
    data = out.getvalue()
    return Artifact(f"photos/{sha256(data).hexdigest()[:16]}.{'jpg' if kind == 'jpeg' else kind}", data)
