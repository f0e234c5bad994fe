"""The demonstration conference's campus, which is nowhere, as a map: SVG of 1600 × 1100, 1.9 pixels a metre, north at the top."""

WIDTH, HEIGHT = 1600, 1100

_SEA, _SEA_LINE, _LAND, _LAWN, _WOOD, _PATH = "#b9d8e4", "#9cc5d6", "#f3eede", "#dfe8c8", "#a9c58d", "#fffaf0"
_INK, _SOFT, _STONE = "#1f3a4d", "#5c7482", "#cfc3aa"

_SHORE = "M-20,812C140,820 250,842 380,850C520,858 600,872 664,908L700,930L700,1000L930,1000L930,930C1010,900 1080,842 1140,772C1200,704 1262,664 1310,610C1368,546 1376,440 1396,340C1412,250 1450,120 1462,-20"
_BUILDINGS = (
    # left, top, width, height, turn in degrees
    (470, 96, 120, 56, -4), (610, 78, 86, 60, -4), (742, 92, 70, 90, 6), (1090, 96, 120, 54, 8), (1230, 150, 62, 110, 8),
    (1120, 250, 96, 56, 14), (430, 250, 74, 52, 0), (884, 372, 64, 92, 12), (520, 560, 120, 54, -6),
    (700, 470, 92, 60, 0), (560, 700, 96, 50, 6), (700, 720, 64, 64, 6), (860, 620, 110, 52, -14), (960, 720, 60, 70, -24),
    (120, 640, 110, 56, 4), (90, 320, 60, 92, 4), (140, 740, 84, 44, 4), (1072, 420, 72, 52, 12),
)  # fmt: skip
_TREES = (
    (80, 250), (112, 270), (60, 290), (440, 190), (566, 208), (700, 230), (722, 206), (850, 110), (880, 92), (1010, 120), (1040, 140), (1060, 320),
    (1090, 344), (1150, 340), (1290, 330), (1310, 356), (1300, 300), (1250, 420), (660, 420), (640, 440), (820, 420), (846, 436), (470, 480),
    (484, 506), (500, 640), (480, 660), (640, 640), (660, 656), (800, 580), (820, 560), (1080, 600), (1100, 580), (1000, 610), (420, 760),
    (396, 776), (440, 780), (280, 740), (300, 760), (60, 600), (40, 620), (50, 460), (70, 480), (772, 360), (900, 540),
    (924, 520), (1040, 660), (860, 760), (838, 780), (1340, 210), (1360, 190), (1330, 180), (1190, 410), (1210, 430), (960, 560),
)  # fmt: skip
_PATHS = (
    "M-20,560C120,548 200,556 300,580C380,600 430,560 500,520C560,486 596,430 620,372",
    "M300,580C340,660 420,690 520,676C640,660 720,640 790,672C830,692 826,790 812,870",
    "M620,372C720,330 800,270 900,250C1000,232 1080,220 1180,226C1260,230 1310,250 1390,260",
    "M760,300C790,380 812,440 830,500C846,560 826,620 790,672",
    "M830,500C920,480 980,500 1060,520C1110,532 1140,540 1180,560",
    "M952,250C990,330 1020,400 1060,520",
    "M790,672C880,690 960,690 1040,640C1080,612 1110,590 1160,580",
    "M620,372C600,300 640,220 700,190C760,160 850,150 940,180",
    "M420,-20C424,80 420,140 410,200C400,280 380,330 356,380",
    "M410,200C500,190 560,190 660,196",
)


def campus() -> str:
    """The whole map, as an SVG document."""
    parts = (
        _ground(),
        _pond(),
        *(_path(line) for line in _PATHS),
        *(_house(*house) for house in _BUILDINGS),
        _trees(),
        _venues(),
        _labels(),
        _frame(),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Map">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_LAND}"/>{"".join(parts)}</svg>'
    )


def _ground() -> str:
    """Lawns, the bay with its waves, the sea wall, the harbour."""
    waves = "".join(
        f'<path d="M{x},{y}q12,-10 24,0t24,0t24,0"/>'
        for x, y in ((60, 900), (240, 960), (430, 920), (120, 1030), (420, 1040), (560, 980), (1010, 1010), (1150, 940), (1300, 1020), (1240, 830),
                     (1400, 900), (1480, 780), (1380, 700), (1500, 620), (1440, 520), (1520, 420), (1470, 320), (1530, 200), (1500, 90), (1480, 1040),
                     (1120, 1060), (1330, 760))
    )  # fmt: skip
    return (
        f'<g fill="{_LAWN}"><path d="M30,230C100,170 300,180 420,230C520,280 540,420 470,560C420,680 300,720 180,690C60,650 -10,540 20,400Z"/>'
        '<path d="M480,210C620,170 800,210 880,300C960,420 900,560 780,600C640,640 500,560 470,430C450,340 440,240 480,210Z"/>'
        '<path d="M900,90C1060,40 1280,60 1370,170C1420,300 1330,500 1240,620C1140,720 980,720 900,640C840,560 900,420 880,300C866,200 840,120 900,90Z"/></g>'
        f'<path fill="{_SEA}" d="{_SHORE}H1620V1120H-20Z"/><clipPath id="sea"><path d="{_SHORE}H1620V1120H-20Z"/></clipPath><g clip-path="url(#sea)"><path fill="none" stroke="{_SEA_LINE}" stroke-width="3" opacity=".7" transform="translate(16 20)" d="{_SHORE}"/>'
        f'<path fill="none" stroke="{_SEA_LINE}" stroke-width="2" opacity=".45" transform="translate(34 42)" d="{_SHORE}"/></g>'
        f'<path fill="none" stroke="{_STONE}" stroke-width="15" stroke-linejoin="round" d="{_SHORE}"/><path fill="none" stroke="#a8997c" stroke-width="15" stroke-dasharray="2 12" stroke-linejoin="round" d="{_SHORE}"/>'
        f'<g fill="none" stroke="{_SEA_LINE}" stroke-width="4" stroke-linecap="round">{waves}</g>'
        '<g fill="none" stroke="#a88a63" stroke-width="11"><path d="M740,996V1062M880,996V1052"/></g>'
        '<g fill="none" stroke="#a88a63" stroke-width="13"><path d="M1122,790L1190,862"/></g><rect x="1176" y="850" width="56" height="26" rx="4" transform="rotate(46 1204 863)" fill="#a88a63"/>'
        + "".join(
            _boat(*boat)
            for boat in (
                (772, 1034, 0, "#c0442e"),
                (708, 1046, 0, "#f4efe2"),
                (912, 1030, 0, "#1c74cc"),
                (848, 1040, 0, "#e9b44c"),
                (1250, 930, -34, "#f4efe2"),
                (300, 1000, 80, "#c0442e"),
                (1440, 610, 20, "#f4efe2"),
            )
        )
    )


def _boat(x: int, y: int, turn: int, color: str) -> str:
    return f'<g transform="translate({x} {y}) rotate({turn})"><path fill="{color}" stroke="{_INK}" stroke-width="2.5" d="M0,-24C12,-12 13,8 9,22H-9C-13,8 -12,-12 0,-24Z"/><path stroke="{_INK}" stroke-width="2.5" d="M-7,6H7"/></g>'


def _pond() -> str:
    """The mangrove pond, its creek to the bay, and the boardwalk."""
    roots = "".join(
        f'<g transform="translate({x} {y})"><circle r="{r}" fill="#5f9a6c"/><circle cx="-{r // 3}" cy="-{r // 3}" r="{r // 2}" fill="#7db386"/></g>'
        for x, y, r in (
            (214, 420, 20),
            (236, 390, 16),
            (206, 458, 16),
            (240, 500, 18),
            (270, 524, 14),
            (300, 372, 15),
            (420, 400, 17),
            (446, 432, 20),
            (440, 470, 15),
            (410, 506, 17),
            (262, 368, 13),
            (374, 530, 14),
            (228, 474, 12),
        )
    )
    return (
        f'<path fill="none" stroke="{_SEA}" stroke-width="20" stroke-linecap="round" d="M300,520C280,600 250,640 262,720C270,770 262,800 264,850"/>'
        f'<path fill="{_SEA}" stroke="{_SEA_LINE}" stroke-width="4" d="M220,400C270,350 400,350 440,410C470,470 420,540 340,544C260,548 190,480 220,400Z"/>{roots}'
        '<path fill="none" stroke="#c9a878" stroke-width="11" d="M356,380V420M300,580C306,556 316,520 324,482"/><path fill="none" stroke="#a88a63" stroke-width="11" stroke-dasharray="2 6" d="M356,380V420M300,580C306,556 316,520 324,482"/>'
    )


def _path(line: str) -> str:
    return f'<path fill="none" stroke="#e3dac4" stroke-width="19" stroke-linecap="round" d="{line}"/><path fill="none" stroke="{_PATH}" stroke-width="14" stroke-linecap="round" d="{line}"/>'


def _house(x: int, y: int, width: int, height: int, turn: int) -> str:
    """A building that is not the conference's: a roof with a lit and a shaded side."""
    middle = y + height / 2
    return (
        f'<g transform="rotate({turn} {x + width / 2} {middle})"><rect x="{x + 6}" y="{y + 7}" width="{width}" height="{height}" rx="4" fill="#8c8468" opacity=".28"/>'
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" fill="#e2d8c2"/><path fill="#d3c7ad" d="M{x},{middle}H{x + width}V{y + height}H{x}Z"/></g>'
    )


def _trees() -> str:
    return "".join(
        f'<circle cx="{x + 3}" cy="{y + 4}" r="15" fill="#7c8a5e" opacity=".28"/><circle cx="{x}" cy="{y}" r="15" fill="{_WOOD}"/><circle cx="{x - 4}" cy="{y - 5}" r="7" fill="#c0d7a6"/>'
        for x, y in _TREES
    )


def _venues() -> str:
    """The five places of the program, each in its colour."""
    shadow = 'fill="#5f5a44" opacity=".3"'
    tide_hall = (
        f'<g transform="translate(620 300)"><path {shadow} d="M-82,-36C-60,-74 76,-74 98,-36V64H-82Z"/><path fill="#2b86d6" d="M-90,-46C-68,-84 68,-84 90,-46V54H-90Z"/><path fill="#1c74cc" d="M-90,10H90V54H-90Z"/>'
        '<g fill="none" stroke="#d6e8f8" stroke-width="5" stroke-linecap="round"><path d="M-70,-34q17.5,-18 35,0t35,0t35,0t35,0M-70,-12q17.5,-18 35,0t35,0t35,0t35,0"/></g></g>'
    )
    salt_house = (
        f'<g transform="translate(952 195) rotate(8)"><rect {shadow} x="-82" y="-32" width="180" height="82" rx="3"/>'
        + "".join(
            f'<rect x="{x}" y="-42" width="58" height="40" fill="#da6a22"/><rect x="{x}" y="-2" width="58" height="40" fill="#c04a00"/><path stroke="#f6d9c4" stroke-width="4" d="M{x + 2},-2H{x + 56}"/>'
            for x in (-90, -30, 30)
        )
        + "</g>"
    )
    beacon = (
        f'<g transform="translate(1192 553)"><rect {shadow} x="-66" y="-32" width="148" height="86" rx="4"/><rect x="-74" y="-42" width="148" height="86" rx="4" fill="#7a2f63"/><path fill="#571845" d="M-74,2H74V44H-74Z"/>'
        '<circle cx="52" cy="-12" r="38" fill="#fff" stroke="#571845" stroke-width="6"/><circle cx="52" cy="-12" r="22" fill="#e9b44c"/><path fill="#f7dd92" opacity=".55" d="M78,-34L178,-92L186,-50L88,-22Z"/></g>'
    )
    pavilion = (
        f'<g transform="translate(343 448)"><path {shadow} d="M8,-42L56,-14V36L8,64L-40,36V-14Z"/><path fill="#00866b" d="M0,-52L50,-24V26L0,54L-50,26V-24Z"/><path fill="#00705a" d="M0,1L50,26L0,54L-50,26Z"/>'
        '<path fill="none" stroke="#bfe6dc" stroke-width="4" d="M0,1V-52M0,1L50,-24M0,1L50,26M0,1V54M0,1L-50,26M0,1L-50,-24"/></g>'
    )
    harbour = (
        f'<g transform="translate(804 912)"><rect {shadow} x="-70" y="-28" width="156" height="72" rx="3"/><rect x="-78" y="-38" width="156" height="36" fill="#3f7f92"/><rect x="-78" y="-2" width="156" height="36" fill="#2f6678"/>'
        '<g fill="#f4efe2"><rect x="-58" y="-26" width="22" height="12"/><rect x="-22" y="-26" width="22" height="12"/><rect x="14" y="-26" width="22" height="12"/><rect x="48" y="-26" width="18" height="12"/></g></g>'
    )
    return tide_hall + salt_house + beacon + pavilion + harbour


def _labels() -> str:
    places = (
        (1, "Tide Hall", "观潮堂", 620, 396, "#1c74cc"), (2, "Salt House", "盐仓", 952, 292, "#c04a00"), (3, "Beacon Room", "灯塔厅", 1180, 640, "#571845"),
        (4, "Mangrove Pavilion", "红树馆", 362, 546, "#00705a"), (5, "Old Harbour", "老码头", 804, 812, "#2f6678"),
    )  # fmt: skip
    small = (
        (1470, 700, "LANWAN BAY", "澜湾", 28), (150, 930, "LAN RIVER", "澜江", 28), (1258, 846, "Pier", "校园码头", 19), (470, 834, "Old Sea Wall 古海塘", "", 19),
        (104, 524, "Bus 5", "公交5路 · 大学站", 19), (530, 130, "Library", "图书馆", 17), (1150, 126, "Guest House", "宾馆", 17), (576, 590, "Canteen", "食堂", 17),
    )  # fmt: skip
    return "".join(_place(*place) for place in places) + "".join(_name(*name) for name in small) + _bus()


def _place(number: int, english: str, chinese: str, x: int, y: int, color: str) -> str:
    """A venue's number and two names on a plate."""
    width = 84 + 13.6 * len(english)
    left = x - width / 2
    return (
        f'<rect x="{left}" y="{y - 18}" width="{width}" height="66" rx="12" fill="#fffdf7" stroke="{color}" stroke-width="3"/>'
        f'<circle cx="{left + 30}" cy="{y + 15}" r="20" fill="{color}"/><text x="{left + 30}" y="{y + 23}" font-size="24" font-weight="800" fill="#fff" text-anchor="middle">{number}</text>'
        f'<text x="{left + 60}" y="{y + 10}" font-size="24" font-weight="700" fill="{_INK}">{english}</text><text x="{left + 60}" y="{y + 37}" font-size="21" font-weight="500" fill="{color}">{chinese}</text>'
    )


def _name(x: int, y: int, english: str, chinese: str, size: int) -> str:
    common = f'text-anchor="middle" fill="{_INK if size < 25 else "#3c7590"}" stroke="{"#fffaf0" if size < 25 else _SEA}" stroke-width="5" paint-order="stroke" stroke-linejoin="round"'
    spacing = 5 if size > 25 else 0
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="600" letter-spacing="{spacing}" {common}>{english}</text>'
        f'<text x="{x}" y="{y + size * 1.2:.0f}" font-size="{size}" font-weight="500" letter-spacing="{spacing}" {common}>{chinese}</text>'
    )


def _bus() -> str:
    return '<rect x="85" y="462" width="38" height="38" rx="8" fill="#1f3a4d"/><rect x="93" y="469" width="22" height="13" rx="2" fill="#fff"/><g fill="#fff"><circle cx="97" cy="490" r="3.5"/><circle cx="111" cy="490" r="3.5"/></g>'


def _frame() -> str:
    """Title, north arrow, scale bar and the frame."""
    title = (
        f'<rect x="36" y="36" width="378" height="132" rx="14" fill="#fffdf7" stroke="{_INK}" stroke-width="3"/>'
        f'<text x="62" y="90" font-size="40" font-weight="800" fill="{_INK}">Tidelines 2026</text>'
        f'<text x="62" y="125" font-size="23" font-weight="500" fill="{_SOFT}">Campus map 澜湾大学校园地图</text>'
        '<path fill="none" stroke="#1c74cc" stroke-width="5" stroke-linecap="round" d="M63,148q13.5,-12 27,0t27,0t27,0t27,0t27,0t27,0t27,0t27,0t27,0t27,0t27,0"/>'
    )
    north = (
        f'<g transform="translate(1526 96)"><circle r="48" fill="#fffdf7" stroke="{_INK}" stroke-width="3"/><path fill="{_INK}" d="M0,-36L14,20L0,10Z"/><path fill="#9fb2bd" d="M0,-36L-14,20L0,10Z"/>'
        f'<text y="39" font-size="18" font-weight="700" text-anchor="middle" fill="{_INK}">N 北</text></g>'
    )
    scale = (
        f'<g transform="translate(1310 1050)"><path fill="{_INK}" d="M0,0H95V10H0Z"/><path fill="#fffdf7" d="M95,0H190V10H95Z"/><rect width="190" height="10" fill="none" stroke="{_INK}" stroke-width="2.5"/>'
        + "".join(
            f'<text x="{x}" y="-10" font-size="18" font-weight="600" text-anchor="middle" fill="{_INK}">{text}</text>'
            for x, text in ((0, "0"), (95, "50"), (190, "100 m"))
        )
        + "</g>"
    )
    return (
        title
        + north
        + scale
        + f'<rect x="12" y="12" width="{WIDTH - 24}" height="{HEIGHT - 24}" rx="18" fill="none" stroke="{_INK}" stroke-width="4"/>'
    )
