"""A theme as a style sheet: custom properties over those of ``templates/cards/style/tokens.css``, fonts, the site's own style.

Nothing that an author wrote is copied into it but the site's own style: colours were checked to be colours, fonts go by names of ours.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from pipeline.model import Font, FontFile, Theme

_HAN_SANS = '"PingFang SC", "Hiragino Sans GB", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"'
_HAN_SERIF = '"Songti SC", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun'
_SANS = '-apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, Inter, "Noto Sans", "Liberation Sans"'
#: For each kind the fonts that machines have of it, the Chinese ones that go with them, and what stands in for both
#: (after https://modernfontstacks.com, in the public domain).
_STACKS = {
    "humanist": ('Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans"', _HAN_SANS, "sans-serif"),
    "geometric": ('Avenir, Montserrat, Corbel, "URW Gothic"', _HAN_SANS, "sans-serif"),
    "serif": ('Charter, "Bitstream Charter", "Sitka Text", Cambria, "Liberation Serif"', _HAN_SERIF, "serif"),
    "old-style": ('"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052', _HAN_SERIF, "serif"),
    "slab": ('Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small"', _HAN_SERIF, "serif"),
}
_TITLES = ":is(h1, h2, h3, .brand)"
_OWN_STYLE = "extra.css"


def tokens(theme: Theme) -> str:
    """The colours on light and on dark ground; paper, being white, takes the accent alone. Empty where all is as usual."""
    sheet = "".join(f"@media print {{ :root {{ --accent: {color}; }} }}\n" for name, color in theme.light if name == "accent")
    for colors, media in ((theme.light, "screen"), (theme.dark, "screen and (prefers-color-scheme: dark)")):
        if colors:
            lines = "".join(f"    --{name}: {color};\n" for name, color in colors)
            sheet += f"@media {media} {{\n  :root {{\n{lines}  }}\n}}\n"
    return sheet


def color_of(theme: Theme, name: str, usual: str) -> str:
    """A token's colour on light ground, for pictures and for what lies outside of the pages."""
    return dict(theme.light).get(name, usual)


def sheet(theme: Theme, *, alone: bool = False) -> str:
    """The whole style sheet of a theme, empty where there is nothing to say.

    It lies in ``assets/``, beside its font files. ``alone`` is one that goes where these do not, into a single file: then a font of the
    site's own gives way to one that machines have.
    """
    faces = "" if alone else "".join(_face(family, file) for family, file in _files(theme))
    return faces + tokens(theme) + _families(theme) + own_style(theme)


def font_files(theme: Theme) -> Mapping[str, bytes]:
    """Under the paths of the font files below the output folder what is in them."""
    return {f"assets/{_name(file)}": file.data for _, file in _files(theme)}


def own_style(theme: Theme) -> str:
    """The site's own style, which can't end the element that it may stand in: an escaped slash is a slash in all texts of CSS."""
    text = next((source.text for source in theme.templates if source.path.endswith(f"/{_OWN_STYLE}")), "")
    return text.replace("</", "<\\/")


def _files(theme: Theme) -> Iterator[tuple[str, FontFile]]:
    for family, font in (("theme-text", theme.font), ("theme-titles", theme.heading_font)):
        yield from ((family, file) for file in (font.files if font else ()))


def _name(file: FontFile) -> str:
    return f"font-{sha256(file.data).hexdigest()[:16]}.{file.kind}"


def _face(family: str, file: FontFile) -> str:
    weights = " ".join(map(str, dict.fromkeys(file.weights)))
    style = "italic" if file.italic else "normal"
    return (
        f'@font-face {{ font-family: "{family}"; src: url("{_name(file)}"); font-weight: {weights}; font-style: {style}; '
        "font-display: swap; }\n"
    )


def _families(theme: Theme) -> str:
    """What text and titles are set in; in Chinese the font's own letters, then a Chinese font's."""
    rules = ""
    if theme.font and (theme.font.files or theme.font.kind in _STACKS):
        text, han = _stacks(theme.font, "theme-text")
        rules += f":root {{ --sans: {text}; --han: {han}; }}\n"
    if theme.heading_font:
        text, han = _stacks(theme.heading_font, "theme-titles")
        rules += f"{_TITLES} {{ font-family: {text}; }}\n"
        rules += f"{_TITLES}:is(:lang(zh), :lang(ja)), {_TITLES} :is(:lang(zh), :lang(ja)) {{ font-family: {han}; }}\n"
    return rules


def _stacks(font: Font, family: str) -> tuple[str, str]:
    """The families of a font for any text, and for Chinese."""
    latin, chinese, rest = _STACKS.get(font.kind, (_SANS, _HAN_SANS, "system-ui, sans-serif"))
    if font.files:
        return f'"{family}", {_SANS}, {_HAN_SANS}, sans-serif', f'"{family}", {_HAN_SANS}, {_SANS}, sans-serif'
    return f"{latin}, {chinese}, {rest}", f"{latin}, {chinese}, {rest}"
