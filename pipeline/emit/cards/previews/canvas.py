"""A picture of words on a dark ground, drawn in grey and coloured by its palette: that is quick to write, and small."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from pipeline.emit.cards.previews.lettering import Block

#: Pixels, as the large readers of links ask for.
SIZE = (1200, 630)
MARGIN = 72
_BAR = 24
#: Where words begin, and how wide they may run.
LEFT = MARGIN + _BAR
WIDTH = SIZE[0] - MARGIN - LEFT
#: From line to line, in sizes of the font.
LEADING = 1.22

#: What pictures are drawn on, unless the conference has a brand.
GROUND = "#0a2435"
# Places in the palette: from the ground to white, then the accent.
SOFT, WHITE, ACCENT = 200, 254, 255
#: How hard PNG is pressed: a level more takes twice the time for a tenth of the size.
_PRESSED = 3


@dataclass(frozen=True)
class Canvas:
    """What is drawn on; the accent's bar is at its edge."""

    raster: Image.Image

    @classmethod
    def blank(cls) -> "Canvas":
        """Nothing but the bar."""
        raster = Image.new("L", SIZE)
        ImageDraw.Draw(raster).rectangle((0, 0, _BAR, SIZE[1]), fill=ACCENT)
        return cls(raster)

    def write(self, block: Block, at: tuple[float, float], shade: int = WHITE) -> float:
        """Writes lines; says how far down they come."""
        draw, (left, top) = ImageDraw.Draw(self.raster), at
        for line in block.lines:
            along = left
            for face, run in block.font.runs(line):
                draw.text((along, top + block.font.size), run, font=face, fill=shade, anchor="ls")
                along += block.font.width(run)
            top += block.font.size * LEADING
        return top

    def swatch(self, at: tuple[float, float], side: float) -> None:
        """A square of the accent."""
        ImageDraw.Draw(self.raster).rounded_rectangle((*at, at[0] + side, at[1] + side), side / 6, fill=ACCENT)

    def show(self, picture: Image.Image, at: tuple[int, int]) -> None:
        """A picture in grey, its corners rounded, in the shades between ground and white."""
        mask = Image.new("L", picture.size)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, picture.width - 1, picture.height - 1), picture.width / 12, fill=255)
        self.raster.paste(picture.point([min(shade, WHITE) for shade in range(256)]), at, mask)

    def png(self, accent: Sequence[int], ground: str = GROUND) -> bytes:
        """The picture with an accent, red, green and blue from 0 to 255, on a ground on which white can be read."""
        ramp = [round(low + (255 - low) * step / WHITE) for step in range(ACCENT) for low in bytes.fromhex(ground[1:])]
        self.raster.putpalette([*ramp, *accent])
        out = io.BytesIO()
        self.raster.save(out, "PNG", compress_level=_PRESSED)
        return out.getvalue()
