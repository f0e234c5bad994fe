"""The demonstration conference's small pictures as SVG: its mark, the icons before times and places, and a curlew."""

_INK = "#1f3a4d"
_LINE = f'fill="none" stroke="{_INK}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"'

#: Icons on a square of 96, named as the pages refer to them.
ICONS: dict[str, str] = {
    "time": f'<circle cx="48" cy="48" r="38" {_LINE}/><path {_LINE} d="M48,26V50L63,60"/>',
    "place": f'<path {_LINE} d="M48,88C26,62 18,50 18,37A30,30 0 0 1 78,37C78,50 70,62 48,88Z"/><circle cx="48" cy="37" r="11" fill="#c04a00"/>',
    "host": f'<circle cx="48" cy="30" r="19" {_LINE}/><path {_LINE} d="M14,86C16,64 32,58 48,58S80,64 82,86Z"/>',
    "talk": f'<path {_LINE} d="M12,16H84V66H54L36,84V66H12Z"/><path fill="none" stroke="#1c74cc" stroke-width="7" stroke-linecap="round" d="M27,42q7,-10 14,0t14,0t14,0"/>',
    "panel": f'<circle cx="28" cy="30" r="13" {_LINE}/><circle cx="68" cy="30" r="13" {_LINE}/><path {_LINE} d="M8,74C10,58 18,54 28,54S46,58 48,74C50,58 58,54 68,54S86,58 88,74"/><path fill="none" stroke="#00705a" stroke-width="7" stroke-linecap="round" d="M8,86H88"/>',
}


def icon(name: str) -> str:
    """One icon, as an SVG document."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">{ICONS[name]}</svg>'


def logo() -> str:
    """The mark: a low sun, three tidelines and their reflection, in a disc."""
    lines = "".join(
        f'<path stroke="{color}" d="M-40,{y}q40,-34 80,0t80,0t80,0t80,0t80,0t80,0t80,0"/>'
        for y, color in ((286, "#ffffff"), (344, "#bfe0ee"), (402, "#7fb9d6"))
    )  # fmt: skip
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><clipPath id="disc"><circle cx="256" cy="256" r="244"/></clipPath><g clip-path="url(#disc)">'
        '<rect width="512" height="512" fill="#fbe3c8"/><circle cx="256" cy="236" r="104" fill="#f08a4b"/>'
        '<path fill="#1c5d8f" d="M-40,286q40,-34 80,0t80,0t80,0t80,0t80,0t80,0t80,0V520H-40Z"/>'
        f'<g fill="none" stroke-width="20" stroke-linecap="round">{lines}</g><path fill="none" stroke="#f08a4b" stroke-width="14" stroke-linecap="round" d="M196,452H316M226,484H286"/></g>'
        f'<circle cx="256" cy="256" r="244" fill="none" stroke="{_INK}" stroke-width="12"/></svg>'
    )


def curlew() -> str:
    """A curlew on the flats: the picture that strayed into a biography."""
    streaks = "".join(
        f'<path d="M{x},{y}l26,12"/>'
        for x, y in ((206, 318), (232, 300), (262, 330), (292, 306), (318, 336), (250, 362), (290, 366), (340, 366), (220, 346))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 640"><rect width="480" height="640" fill="#f4dcc0"/><circle cx="352" cy="150" r="70" fill="#f0a868"/>'
        '<path fill="#9fc3cc" d="M0,400H480V640H0Z"/><path fill="#c9a583" d="M0,470C90,440 200,470 290,456S430,440 480,452V640H0Z"/>'
        '<g fill="none" stroke="#8fb5be" stroke-width="6" stroke-linecap="round"><path d="M20,424H100M150,438H210M380,420H450"/></g>'
        '<g fill="none" stroke="#5f4a3a" stroke-width="9" stroke-linecap="round"><path d="M262,402L258,478L262,556M262,556L236,562M262,556L286,562M302,398L316,470L310,548M310,548L284,556M310,548L334,552"/></g>'
        '<path fill="#a97e54" d="M150,262C150,230 176,206 204,214C226,222 226,250 226,270C270,258 330,276 372,330L424,372C392,380 372,380 352,384C316,416 236,420 200,372C178,342 172,300 150,262Z"/>'
        '<path fill="#f1e4cc" d="M200,372C236,420 316,416 352,384C310,394 250,390 206,338C190,318 184,296 178,278C172,300 182,346 200,372Z"/>'
        f'<g fill="none" stroke="#6f4f33" stroke-width="6" stroke-linecap="round">{streaks}</g>'
        '<path fill="none" stroke="#5f4a3a" stroke-width="10" stroke-linecap="round" d="M156,246C110,240 72,270 58,330"/><circle cx="182" cy="240" r="7" fill="#2b1d18"/><circle cx="184" cy="238" r="2" fill="#fff"/></svg>'
    )
