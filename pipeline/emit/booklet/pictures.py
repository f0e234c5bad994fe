"""Pictures for print: portraits cut to one shape and a print's resolution, before WeasyPrint sees them.

Scaling first is what keeps a booklet small: WeasyPrint embeds what it is given.
"""

import io
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image as Raster
from PIL import ImageOps

from pipeline.model import Image

#: 20 x 25 mm at 300 dots an inch.
PORTRAIT = (240, 300)
#: A page's width at 300 dots an inch.
_WIDE = (1400, 1600)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as printed, and its size in pixels."""

    name: str
    data: bytes
    width: int
    height: int


def portraits(images: Iterable[Image]) -> dict[Image, Picture]:
    """Each portrait that can be read, once."""
    made = {image: _made(image, _portrait) for image in dict.fromkeys(images)}
    return {image: picture for image, picture in made.items() if picture}


def figure(image: Image | None) -> Picture | None:
    """A map or a logo, whole, its lines kept crisp; ``None`` where there is none that can be read."""
    return _made(image, _whole) if image else None


def _made(image: Image, encode: Callable[[Raster.Image], tuple[bytes, Raster.Image]]) -> Picture | None:
    if not image.data:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error", Raster.DecompressionBombWarning)
        try:
            with Raster.open(io.BytesIO(image.data)) as raster:
                data, shown = encode(raster)
        # Reading the pages reports pictures that are none; Pillow's plugins raise these, undocumented, on those that break off later.
        except (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, MemoryError):
            return None
        except (Raster.DecompressionBombError, Raster.DecompressionBombWarning):
            return None
    return named(data, *shown.size)


def named(data: bytes, width: int, height: int) -> Picture:
    """A picture under the name that its content gives it."""
    return Picture(f"pictures/{sha256(data).hexdigest()[:16]}", data, width, height)


def _portrait(raster: Raster.Image) -> tuple[bytes, Raster.Image]:
    """Cut to the shape of a portrait around the upper middle, where faces are, on white."""
    raster.draft("RGB", (PORTRAIT[0] * 2, PORTRAIT[1] * 2))
    picture = ImageOps.fit(_opaque(ImageOps.exif_transpose(raster)), PORTRAIT, Raster.Resampling.LANCZOS, centering=(0.5, 0.25))
    return _jpeg(picture), picture


def _whole(raster: Raster.Image) -> tuple[bytes, Raster.Image]:
    picture = ImageOps.exif_transpose(raster)
    photo = raster.format == "JPEG"
    picture = _opaque(picture) if photo else picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail(_WIDE, Raster.Resampling.LANCZOS)
    if photo:
        return _jpeg(picture), picture
    out = io.BytesIO()
    _bare(picture).save(out, "PNG")
    return out.getvalue(), picture


def _opaque(picture: Raster.Image) -> Raster.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    white = Raster.new("RGBA", clear.size, "white")
    return Raster.alpha_composite(white, clear).convert("RGB")


def _jpeg(picture: Raster.Image) -> bytes:
    out = io.BytesIO()
    _bare(picture).save(out, "JPEG", quality=84, optimize=True)
    return out.getvalue()


def _bare(picture: Raster.Image) -> Raster.Image:
    """Without metadata: a phone's photo carries the place it was taken at."""
    bare = Raster.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare
