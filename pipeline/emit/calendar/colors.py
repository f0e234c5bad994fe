"""Colours of tracks → the names that calendars know: COLOR takes names of CSS3 only (RFC 7986, 5.9)."""

from collections.abc import Iterable, Mapping

from PIL import ImageColor

from pipeline.model import Track


def colors(tracks: Iterable[Track]) -> Mapping[str, str]:
    """Under each track that has a colour the name of the colour that is nearest to it."""
    # CSS4 has one name more.
    known = {name: ImageColor.getrgb(name) for name in sorted(set(ImageColor.colormap) - {"rebeccapurple"})}
    return {track.name: _nearest(ImageColor.getrgb(track.color), known) for track in tracks if track.color}


def _nearest(wanted: tuple[int, ...], known: Mapping[str, tuple[int, ...]]) -> str:
    return min(known, key=lambda name: sum((a - b) ** 2 for a, b in zip(known[name], wanted, strict=True)))
