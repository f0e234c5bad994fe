"""The demonstration conference's people, who do not exist, as flat portraits: descriptions → SVG of 480 × 640."""

from dataclasses import dataclass

from tests.demo.features import BEARDS, CLOTHES, EXTRAS, FACES, GLASSES, HAIR_BACK, HAIR_FRONT, HAIR_OVER, SCENES

WIDTH, HEIGHT = 480, 640
#: Heads are drawn a little above the shoulders they sit on.
_LOWER = '<g transform="translate(0 20)">'

#: Skin: plain, shaded, and the colour of cheeks and lips.
SKINS: dict[str, tuple[str, str, str]] = {
    "porcelain": ("#f6d7c3", "#e6b99f", "#d9796b"),
    "fair": ("#f0c8a8", "#dba784", "#cf6f5c"),
    "golden": ("#ecc39a", "#d4a173", "#c8684f"),
    "olive": ("#dcae82", "#c08e62", "#b35c47"),
    "tan": ("#c98f62", "#ab7248", "#9c4634"),
    "brown": ("#9c6a45", "#7f5234", "#7f3329"),
    "deep": ("#6f452e", "#573322", "#8c3f38"),
    "ebony": ("#54352a", "#41271e", "#84413c"),
}


@dataclass(frozen=True, slots=True)
class Portrait:
    """What somebody looks like, in the words of ``features``. Colours are ``#rrggbb``; a pair is plain and dark, a third is light."""

    skin: str
    face: str
    hair: tuple[str, str]
    hair_color: tuple[str, str, str]
    clothes: str
    cloth: tuple[str, str, str]
    ground: str
    scene: str
    scene_color: tuple[str, str, str]
    accent: str = "#e0a030"
    shirt: str = "#f7f3ea"
    hat: tuple[str, str] = ("#000000", "#000000")
    glasses: str = "none"
    frame: str = "#2d3440"
    beard: str = "none"
    extras: tuple[str, ...] = ()
    smile: str = "soft"
    lashes: bool = False
    aged: bool = False
    #: The colour of the brows, where it is not the hair's.
    brow: str = ""


_BLACK = ("#2a2530", "#1c1922", "#574d60")
_UMBER = ("#4a2f22", "#35201a", "#7d5842")
_GREY = ("#a9a8ac", "#85848b", "#d4d3d6")
_SILVER = ("#dcd5c6", "#bdb4a2", "#f5f0e6")
_BLOND = ("#d9a955", "#b98a3c", "#f0cd86")
_RED = ("#b9502b", "#94391d", "#dd8052")

PEOPLE: dict[str, Portrait] = {
    "halfdanardottir": Portrait("porcelain", "long", ("bun", "drawn back"), _SILVER, "yoke", ("#5b7285", "#f2ece0", "#2f4255"), "#dfe8ea", "fjord", ("#9db7c2", "#6b8fa3", "#f7f4ec"), aged=True, extras=("drops",), accent="#c0563d", brow="#8d8b90"),
    "fei": Portrait("golden", "round", ("bob", "side sweep"), ("#5a5560", "#403c47", "#b9b5bf"), "mandarin", ("#14706c", "#0c4f50", "#2f928c"), "#fbe3c8", "sun", ("#f2a65a", "#f6c993", "#ffffff"), accent="#f0c75e", glasses="half", frame="#7a3b2e", aged=True, smile="open"),
    "wrzosek": Portrait("fair", "square", ("short", "swept"), ("#7a4a2b", "#5b341d", "#a8734a"), "blazer", ("#5f6b4e", "#48533a", "#7d8a68"), "#e9e0cf", "rings", ("#d9c9a8", "#c9b58c", "#ffffff"), accent="#a63d2f", glasses="round", beard="full"),
    "samudrala": Portrait("brown", "oval", ("short", "side part"), _BLACK, "kurta", ("#a8552a", "#84401d", "#c97a4a"), "#f6dfa9", "waves", ("#efc872", "#e0b050", "#ffffff"), beard="moustache", accent="#84401d"),
    "dang": Portrait("golden", "heart", ("long", "parted"), _BLACK, "mandarin", ("#e4574c", "#b83d38", "#f08a7c"), "#cfe5d4", "leaves", ("#8fc3a0", "#a9d3b4", "#ffffff"), accent="#f7d774", lashes=True),
    "minegishi": Portrait("porcelain", "round", ("bob", "fringe"), _BLACK, "roll neck", ("#8c7aa6", "#6d5c88", "#b3a4c8"), "#2f3b63", "moon", ("#f4e3a7", "#23304f", "#ffffff"), glasses="round", frame="#b5472f", smile="open", lashes=True),
    "gu": Portrait("fair", "oval", ("low bun", "drawn back"), _BLACK, "roll neck", ("#1f3f66", "#152d4c", "#3c618f"), "#f5c9b8", "contours", ("#eeb09a", "#e39a80", "#ffffff"), extras=("drops",), accent="#f3efe4", lashes=True),
    "nwokoma": Portrait("deep", "round", ("none", "headwrap"), ("#e0572f", "#a83a1c", "#f28a4b"), "dress", ("#184e6b", "#e9b44c", "#2f7396"), "#f3e6cf", "sun", ("#f0c06a", "#dfe3c8", "#ffffff"), accent="#e9b44c", extras=("hoops",), smile="open", lashes=True, brow="#241611"),
    "deichmann": Portrait("porcelain", "oval", ("plaits", "beanie"), _BLOND, "oilskin", ("#f0b92d", "#cf9414", "#f8d56c"), "#c3d3dc", "reeds", ("#8aa39b", "#6e7f68", "#e6ecec"), hat=("#2f6f8f", "#235570"), shirt="#27435a", accent="#c0442e", extras=("freckles",), smile="open", brow="#6d5232"),
    "ryu": Portrait("fair", "oval", ("short", "quiff"), _BLACK, "field", ("#6d7350", "#535839", "#8b916c"), "#f0cfa6", "reeds", ("#c08a56", "#9a6538", "#f7e4c4"), accent="#c96f2e", shirt="#e8e2d2", extras=("binoculars",)),
    "anantharaju": Portrait("brown", "heart", ("plait", "centre"), _BLACK, "sari", ("#a3265e", "#7b1846", "#c65287"), "#f4d7c9", "grid", ("#eabfa9", "#e39a73", "#ffffff"), shirt="#1c6b5d", accent="#f0b93f", extras=("bindi", "drops"), lashes=True),
    "albuquerque": Portrait("tan", "oval", ("afro", "afro"), _UMBER, "smock", ("#f4efe2", "#c7bda4", "#ffffff"), "#bfe3d6", "waves", ("#97d0bd", "#7cc0aa", "#ffffff"), accent="#ef6f4e", extras=("headphones",), smile="open", lashes=True),
    "kerguen": Portrait("porcelain", "heart", ("waves", "side sweep"), _RED, "striped", ("#fbf7ee", "#24406b", "#ffffff"), "#bcd7e6", "harbour", ("#93bcd2", "#6fa3c0", "#ffffff"), accent="#c8372d", extras=("freckles", "neckerchief"), lashes=True, brow="#6d5232"),
    "jiang": Portrait("fair", "long", ("short", "mop"), _BLACK, "shirt", ("#4f8a74", "#336452", "#7fb39f"), "#dcebd2", "leaves", ("#a5c98f", "#c2dcae", "#ffffff"), glasses="square", smile="soft"),
    "mwambao": Portrait("deep", "oval", ("scarf", "scarf"), ("#17807e", "#0e5a5c", "#f5d06f"), "dress", ("#0e5a5c", "#0a4042", "#17807e"), "#f8d9c0", "contours", ("#f2bf98", "#e9a877", "#ffffff"), accent="#f5d06f", lashes=True, smile="soft", brow="#241611"),
    "quinones": Portrait("olive", "square", ("short", "curls"), _GREY, "jumper", ("#27486b", "#1b3550", "#44698f"), "#f1dcc0", "harbour", ("#e2b98d", "#c9d8d6", "#ffffff"), beard="short", aged=True, smile="open", brow="#8d8b90"),
    "pei": Portrait("golden", "oval", ("bob", "straw hat"), _UMBER, "shirt", ("#d98f6a", "#b36b47", "#efb798"), "#cfe2e6", "reeds", ("#93b08a", "#7a8f5e", "#f3ecd2"), hat=("#ecd08c", "#d4b264"), accent="#3f6f8f", smile="open", lashes=True),
    "tweneboa": Portrait("ebony", "square", ("none", "bald"), ("#d8d4cc", "#b8b3a8", "#f2efe8"), "kurta", ("#4b3a78", "#35285a", "#6f5ca3"), "#f2dfb0", "grid", ("#ebce85", "#e3a83e", "#ffffff"), beard="goatee", accent="#f0b93f", shirt="#f5ead0", glasses="square", frame="#d9b25f", aged=True, brow="#8d8b90"),
    "isobe": Portrait("golden", "square", ("short", "swept"), _BLACK, "jumper", ("#cfd8dc", "#a9b7be", "#eef2f3"), "#c9d7ef", "rings", ("#adc3e6", "#95b0db", "#ffffff"), beard="stubble", smile="open"),
}  # fmt: skip


def portrait(person: Portrait) -> str:
    """The whole picture, as an SVG document."""
    colors = _colors(person)
    back, front = person.hair
    over = HAIR_OVER.get(back, "")
    wearing = [extra for extra in person.extras if extra in ("headphones", "beads", "binoculars", "neckerchief")]
    on_face = [extra for extra in person.extras if extra not in wearing]
    parts = (
        SCENES[person.scene], '<g transform="translate(-28.8 -76.8) scale(1.12)">', _LOWER, HAIR_BACK[back], "</g>", _neck(person),
        CLOTHES[person.clothes], *(EXTRAS[extra] for extra in wearing), _LOWER, _head(person), BEARDS[person.beard], _features(person),
        HAIR_FRONT[front], GLASSES[person.glasses], *(EXTRAS[extra] for extra in on_face), over, "</g></g>",
    )  # fmt: skip
    drawing = "".join(part.format_map(colors) for part in parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{person.ground}"/>{drawing}</svg>'


def _colors(person: Portrait) -> dict[str, str]:
    """Every named colour that the features use."""
    threes = {"hair": person.hair_color, "cloth": person.cloth, "scene": person.scene_color}
    colors = {
        name + suffix: value for name, three in threes.items() for suffix, value in zip(("", "_dark", "_light"), three, strict=True)
    }
    skin, shade, blush = SKINS[person.skin]
    return colors | {
        "accent": person.accent, "shirt": person.shirt, "frame": person.frame, "beard": person.hair_color[0],
        "hat": person.hat[0], "hat_dark": person.hat[1], "skin": skin, "shade": shade, "blush": blush,
    }  # fmt: skip


def _neck(person: Portrait) -> str:
    chin = FACES[person.face][3]
    return (
        '<path fill="{skin}" d="M204,350H276V430C276,452 288,462 304,468C290,540 190,540 176,468C192,462 204,452 204,430Z"/>'
        f'<path fill="{{shade}}" d="M204,{chin - 20}H276V{chin + 8}C262,{chin + 40} 218,{chin + 40} 204,{chin + 8}Z"/>'
    )


def _head(person: Portrait) -> str:
    wide, jaw, tip, chin = FACES[person.face]
    left, right = 240 - wide, 240 + wide
    outline = (
        f"M240,150C{right - 18},150 {right},196 {right},266C{right},322 {240 + jaw},{chin - 30} {240 + tip},{chin - 7}"
        f"C{240 + tip // 2},{chin + 2} {240 - tip // 2},{chin + 2} {240 - tip},{chin - 7}"
        f"C{240 - jaw},{chin - 30} {left},322 {left},266C{left},196 {left + 18},150 240,150Z"
    )
    ears = (
        f'<g fill="{{skin}}"><ellipse cx="{left + 1}" cy="292" rx="14" ry="23"/><ellipse cx="{right - 1}" cy="292" rx="14" ry="23"/></g>'
        f'<g fill="{{shade}}"><ellipse cx="{left - 1}" cy="294" rx="6" ry="12"/><ellipse cx="{right + 1}" cy="294" rx="6" ry="12"/></g>'
    )
    return (
        f'{ears}<path fill="{{skin}}" d="{outline}"/><clipPath id="face"><path d="{outline}"/></clipPath>'
        f'<g clip-path="url(#face)"><path fill="{{shade}}" opacity=".45" d="M{right + 10},140V400H240C300,380 {right - 14},330 {right - 16},262C{right - 18},220 {right - 30},180 270,140Z"/></g>'
    )


def _features(person: Portrait) -> str:
    """Eyes, brows, nose, cheeks and mouth."""
    brow = person.brow or person.hair_color[1]
    lashes = '<path d="M190,280C184,278 181,274 180,270M290,280C296,278 299,274 300,270"/>' if person.lashes else ""
    lines = '<path fill="none" stroke="{shade}" stroke-width="3" stroke-linecap="round" d="M176,296C172,299 169,303 168,307M304,296C308,299 311,303 312,307M200,326C194,334 192,342 194,350M280,326C286,334 288,342 286,350"/>'
    return (
        '<g fill="{blush}" opacity=".22"><ellipse cx="188" cy="322" rx="20" ry="13"/><ellipse cx="292" cy="322" rx="20" ry="13"/></g>'
        + (lines if person.aged else "")
        + '<g fill="#fff"><ellipse cx="205" cy="284" rx="13.5" ry="9.5"/><ellipse cx="275" cy="284" rx="13.5" ry="9.5"/></g>'
        '<g fill="#2b1d18"><circle cx="206" cy="284" r="8"/><circle cx="274" cy="284" r="8"/></g><g fill="#fff"><circle cx="209" cy="281" r="2.6"/><circle cx="277" cy="281" r="2.6"/></g>'
        f'<g fill="none" stroke="#2b1d18" stroke-width="4.5" stroke-linecap="round"><path d="M189,281C196,272 214,272 221,281M259,281C266,272 284,272 291,281"/>{lashes}</g>'
        f'<g fill="none" stroke="{brow}" stroke-width="7" stroke-linecap="round"><path d="M184,259C194,250 210,249 222,255M258,255C270,249 286,250 296,259"/></g>'
        '<path fill="none" stroke="{shade}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" d="M244,288C250,302 254,312 246,318C242,320 236,320 232,317"/>'
        + _mouth(person)
    )


def _mouth(person: Portrait) -> str:
    if person.smile == "open":
        return '<path fill="#7a2b2b" d="M208,340C226,346 254,346 272,340C270,366 254,374 240,374C226,374 210,366 208,340Z"/><path fill="#fff" d="M211,341C228,347 252,347 269,341C268,350 262,352 240,353C218,352 212,350 211,341Z"/>'
    return '<path fill="none" stroke="{blush}" stroke-width="6" stroke-linecap="round" d="M212,346C226,360 254,360 268,346"/>'
