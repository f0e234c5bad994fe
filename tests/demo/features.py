"""The parts a portrait is drawn from, as SVG on a canvas of 480 × 640: faces, hair, clothes and what people wear.

Each part is text with named colours in braces; ``portraits.py`` fills them in. Left and right are the viewer's.
"""

#: A head for each face: half the width at the cheeks, at the jaw, at the chin, and where the chin ends.
FACES: dict[str, tuple[int, int, int, int]] = {
    "oval": (80, 66, 26, 384),
    "round": (86, 78, 34, 378),
    "long": (76, 64, 26, 396),
    "square": (82, 76, 40, 388),
    "heart": (84, 62, 20, 384),
}

#: Behind the head.
HAIR_BACK: dict[str, str] = {
    "bob": '<path fill="{hair_dark}" d="M132,392C120,300 126,116 240,116C354,116 360,300 348,392C346,412 300,410 292,396L188,396C180,410 134,412 132,392Z"/>',
    "long": '<path fill="{hair_dark}" d="M118,520C106,400 116,112 240,112C364,112 374,400 362,520C344,540 306,536 292,520L188,520C174,536 136,540 118,520Z"/>',
    "bun": '<circle cx="240" cy="112" r="48" fill="{hair}"/><path fill="none" stroke="{hair_dark}" stroke-width="5" stroke-linecap="round" d="M208,106C220,84 254,78 274,96M212,130C226,112 252,108 272,120"/><path fill="{hair_dark}" d="M146,300C134,190 160,122 240,122C320,122 346,190 334,300Z"/>',
    "low bun": '<circle cx="318" cy="366" r="46" fill="{hair}"/><path fill="none" stroke="{hair_dark}" stroke-width="5" stroke-linecap="round" d="M340,340C356,352 358,378 346,392M326,336C344,352 344,384 330,400"/><path fill="{hair_dark}" d="M146,310C134,190 160,122 240,122C320,122 346,190 334,310Z"/>',
    "afro": "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{{hair_dark}}"/>'
        for x, y, r in (
            (240, 150, 92), (170, 170, 70), (310, 170, 70), (128, 232, 62), (352, 232, 62), (114, 304, 56), (366, 304, 56),
            (130, 368, 50), (350, 368, 50), (162, 410, 38), (318, 410, 38),
        )
    ),
    "waves": '<path fill="{hair_dark}" d="M128,470C92,450 120,420 108,390C96,360 124,340 116,300C110,210 140,114 240,114C340,114 370,210 364,300C356,340 384,360 372,390C360,420 388,450 352,470C330,482 310,470 300,450L180,450C170,470 150,482 128,470Z"/>',
    "plaits": '<path fill="{hair_dark}" d="M146,330C130,190 160,122 240,122C320,122 350,190 334,330Z"/>',
    "plait": '<path fill="{hair_dark}" d="M144,330C128,186 160,118 240,118C320,118 352,186 336,330Z"/>',
    "scarf": '<path fill="{hair_dark}" d="M122,560C104,430 104,112 240,112C376,112 376,430 358,560Z"/>',
    "short": '<path fill="{hair_dark}" d="M150,300C138,196 166,126 240,126C314,126 342,196 330,300Z"/>',
    "none": "",
}  # fmt: skip

#: Over the forehead.
HAIR_FRONT: dict[str, str] = {
    "side part": '<path fill="{hair}" d="M152,276C140,186 172,124 246,122C318,122 342,188 328,276C324,252 320,238 314,224C290,220 262,206 244,186C226,208 194,222 170,226C162,240 156,258 152,276Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".6" d="M184,176C200,152 226,142 250,142"/>',
    "swept": '<path fill="{hair}" d="M150,282C138,200 156,128 236,118C318,110 352,176 330,282C328,254 322,240 312,228C318,206 306,196 292,190C250,200 204,196 178,216C164,232 154,256 150,282Z"/><path fill="none" stroke="{hair_light}" stroke-width="6" stroke-linecap="round" opacity=".7" d="M190,170C220,148 270,140 300,160M180,196C206,178 236,172 262,172"/>',
    "quiff": '<path fill="{hair}" d="M152,272C142,220 150,176 168,158C160,136 190,106 230,112C262,96 312,108 318,142C338,166 338,222 328,272C324,250 320,234 312,222C312,206 300,194 282,196C250,204 208,200 180,206C168,226 158,246 152,272Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".6" d="M196,150C214,134 240,132 262,140M276,146C290,148 300,156 306,170"/>',
    "mop": '<path fill="{hair}" d="M148,290C128,210 148,118 240,116C332,118 352,210 332,290C328,262 322,250 314,240C306,252 296,254 288,242C280,256 262,258 252,244C240,258 224,256 214,242C206,254 194,256 186,242C180,252 172,252 166,244C158,256 152,270 148,290Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".5" d="M182,176C204,148 246,140 276,148M206,206C212,190 220,180 234,174M268,204C274,188 284,182 296,184"/>',
    "fringe": '<path fill="{hair}" d="M146,300C134,190 160,128 240,128C320,128 346,190 334,300C330,278 324,262 318,246C268,258 212,258 162,246C156,262 150,278 146,300Z"/><path fill="none" stroke="{hair_light}" stroke-width="6" stroke-linecap="round" opacity=".55" d="M176,190C196,160 222,152 244,152"/>',
    "parted": '<path fill="{hair}" d="M240,160C222,196 182,214 160,268C150,310 150,372 140,430C122,360 122,300 132,256C142,172 186,120 240,120C294,120 338,172 348,256C358,300 358,360 340,430C330,372 330,310 320,268C298,214 258,196 240,160Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".5" d="M164,226C172,190 194,160 224,146M316,226C308,190 290,162 262,148"/>',
    "drawn back": '<path fill="{hair}" d="M150,284C138,190 166,122 240,120C314,122 342,190 330,284C326,256 320,234 306,214C286,190 262,180 232,182C204,186 176,206 164,236C158,252 152,268 150,284Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".55" d="M178,190C196,160 222,146 246,142M222,164C246,152 274,156 292,172"/>',
    "centre": '<path fill="{hair}" d="M240,166C218,198 178,222 160,280C152,304 148,292 146,286C136,190 166,120 240,120C314,120 344,190 334,286C332,292 328,304 320,280C302,222 262,198 240,166Z"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-linecap="round" opacity=".5" d="M170,222C180,186 200,160 226,146M310,222C300,186 282,162 262,150"/>',
    "side sweep": '<path fill="{hair}" d="M144,330C130,190 160,120 244,120C324,122 350,190 336,330C332,290 326,262 312,236C270,232 226,214 206,178C202,214 178,240 162,262C152,286 148,308 144,330Z"/><path fill="none" stroke="{hair_light}" stroke-width="6" stroke-linecap="round" opacity=".55" d="M222,148C250,136 286,148 304,176"/>',
    "curls": "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{{hair}}"/>'
        for x, y, r in ((156, 246, 22), (160, 212, 28), (182, 180, 32), (214, 160, 34), (252, 154, 34), (290, 170, 34), (316, 204, 30), (324, 244, 22))
    ),
    "afro": "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{{hair}}"/>'
        for x, y, r in ((142, 250, 34), (156, 204, 38), (196, 170, 42), (240, 158, 42), (286, 170, 42), (324, 204, 38), (338, 250, 34), (136, 300, 26), (344, 300, 26))
    ),
    "crop": '<path fill="{hair}" d="M156,256C150,180 182,140 240,140C298,140 330,180 324,256C320,232 312,214 300,204C262,194 218,194 180,204C168,214 160,232 156,256Z"/>',
    "bald": '<path fill="{hair}" d="M156,300C148,280 148,258 156,238C162,250 164,280 162,300ZM324,300C332,280 332,258 324,238C318,250 316,280 318,300Z"/><ellipse cx="212" cy="184" rx="24" ry="9" fill="#fff" opacity=".16" transform="rotate(-24 212 184)"/>',
    "scarf": '<path fill="{hair}" fill-rule="evenodd" d="M104,566C96,420 98,104 240,104C382,104 384,420 376,566C330,604 150,604 104,566ZM240,170C176,170 156,226 160,284C164,350 206,398 240,398C274,398 316,350 320,284C324,226 304,170 240,170Z"/><path fill="none" stroke="{hair_dark}" stroke-width="6" stroke-linecap="round" opacity=".8" d="M150,420C190,474 286,474 336,410M136,470C190,520 296,516 350,452M158,190C176,150 206,136 244,136"/><path fill="none" stroke="{hair_light}" stroke-width="5" stroke-dasharray="1 15" stroke-linecap="round" d="M120,556C112,420 114,122 240,122C366,122 368,420 360,556"/>',
    "headwrap": '<g transform="translate(0 26) scale(1 .9)"><path fill="{hair}" d="M148,262C120,180 96,120 150,74C196,36 300,30 346,84C384,132 350,196 332,262C316,226 286,208 240,208C194,208 164,226 148,262Z"/><path fill="{hair_light}" d="M148,262C150,214 190,166 262,150C310,140 344,116 352,92C372,138 346,200 332,262C316,226 286,208 240,208C194,208 164,226 148,262Z"/><path fill="none" stroke="{hair_dark}" stroke-width="6" stroke-linecap="round" opacity=".75" d="M134,214C150,170 200,136 262,126C300,120 330,104 340,84M124,170C150,130 206,104 280,92M158,240C190,196 270,188 344,150"/></g>',
    "beanie": '<path fill="{hat}" d="M146,232C138,128 182,88 240,88C298,88 342,128 334,232Z"/><rect x="134" y="204" width="212" height="46" rx="20" fill="{hat_dark}"/><path stroke="{hat}" stroke-width="4" stroke-linecap="round" d="M160,212v30M184,210v34M208,210v34M232,210v34M256,210v34M280,210v34M304,210v34M326,212v30"/><circle cx="240" cy="82" r="26" fill="{hat_dark}"/>',
    "straw hat": '<path fill="{hair}" d="M148,320C138,240 160,196 240,196C320,196 342,240 332,320C328,286 322,262 312,244C262,262 214,258 170,242C158,262 152,292 148,320Z"/><ellipse cx="240" cy="206" rx="176" ry="40" fill="{hat_dark}"/><path fill="{hat}" d="M150,200C150,108 190,92 240,92C290,92 330,108 330,200C290,222 190,222 150,200Z"/><path fill="{accent}" d="M149,176C190,202 290,202 331,176L330,204C290,226 190,226 150,204Z"/><path fill="none" stroke="{hat_dark}" stroke-width="3" opacity=".6" d="M160,144C200,160 280,160 320,144M174,114C210,126 270,126 306,114"/>',
}  # fmt: skip

#: In front of the shoulders.
HAIR_OVER: dict[str, str] = {
    "plaits": "".join(
        f'<g transform="{move}"><path fill="{{hair}}" d="M132,348C112,380 116,420 122,460C126,500 124,520 132,540C146,540 152,520 152,500C158,460 164,400 156,348Z"/><path fill="none" stroke="{{hair_dark}}" stroke-width="4" d="M124,386L158,372M120,420L160,402M124,456L158,436M126,492L154,472M152,396L124,404M156,432L122,440M152,468L126,474"/><rect x="120" y="516" width="32" height="12" rx="6" fill="{{accent}}"/></g>'
        for move in ("translate(16 -36)", "matrix(-1 0 0 1 464 -36)")
    ),
    "plait": '<path fill="{hair}" d="M318,330C356,372 352,420 344,470C338,520 346,560 330,600C310,600 304,570 306,540C312,490 304,430 300,392Z"/><path fill="none" stroke="{hair_dark}" stroke-width="5" d="M304,416L350,392M308,456L350,430M308,496L346,470M308,538L342,512M312,574L338,556M346,416L306,440M344,456L308,476M340,500L308,520"/><rect x="306" y="574" width="34" height="13" rx="6" fill="{accent}"/>',
    "pony": '<path fill="{hair}" d="M322,300C372,330 380,400 366,470C360,500 340,520 322,524C334,480 330,420 310,380Z"/>',
}  # fmt: skip

_BODY = "M20,640C26,552 92,498 176,470"
_END = "C388,498 454,552 460,640Z"
_CREW = "C190,496 290,496 304,470"

CLOTHES: dict[str, str] = {
    "jumper": f'<path fill="{{cloth}}" d="{_BODY}{_CREW}{_END}"/><path fill="none" stroke="{{cloth_dark}}" stroke-width="16" d="M172,470C190,502 290,502 308,470"/><path fill="none" stroke="{{cloth_dark}}" stroke-width="4" opacity=".5" d="M104,640C106,600 100,570 92,556M376,640C374,600 380,570 388,556"/>',
    "yoke": f'<path fill="{{cloth}}" d="{_BODY}{_CREW}{_END}"/><g fill="none" stroke-linejoin="round"><path stroke="{{cloth_dark}}" stroke-width="20" d="M172,470C190,504 290,504 308,470"/><path stroke="{{cloth_light}}" stroke-width="9" d="M138,486C170,550 310,550 342,486"/><path stroke="{{cloth_dark}}" stroke-width="13" stroke-dasharray="13 13" d="M112,498C150,584 330,584 368,498"/><path stroke="{{cloth_light}}" stroke-width="11" stroke-dasharray="6 14" d="M84,512C130,618 350,618 396,512"/><path stroke="{{cloth_dark}}" stroke-width="12" stroke-dasharray="20 11" d="M60,530C112,652 368,652 420,530"/></g>',
    "mandarin": f'<path fill="{{cloth}}" d="{_BODY}L240,500L304,470{_END}"/><path fill="{{cloth_dark}}" d="M176,472C184,450 196,440 204,436C208,462 224,486 240,504C256,486 272,462 276,436C284,440 296,450 304,472L240,524Z"/><path stroke="{{cloth_dark}}" stroke-width="5" d="M240,520V640"/><g stroke="{{accent}}" stroke-width="7" stroke-linecap="round"><path d="M222,548H258M222,592H258"/></g><circle cx="240" cy="548" r="6" fill="{{accent}}"/><circle cx="240" cy="592" r="6" fill="{{accent}}"/>',
    "blazer": f'<path fill="{{shirt}}" d="M150,640L190,462C206,490 274,490 290,462L330,640Z"/><path fill="{{accent}}" d="M226,496H254L262,516L250,640H230L218,516Z"/><path fill="{{shirt}}" d="M190,456L240,500L208,524L180,474ZM290,456L240,500L272,524L300,474Z"/><path fill="{{cloth}}" d="{_BODY}L184,468L236,640H20ZM460,640C454,552 388,498 304,470L296,468L244,640Z"/><path fill="{{cloth_dark}}" d="M184,466L236,640L168,566L188,548L150,530ZM296,466L244,640L312,566L292,548L330,530Z"/>',
    "kurta": f'<path fill="{{shirt}}" d="{_BODY}L240,500L304,470{_END}"/><path fill="{{shirt}}" d="M184,466L200,440C208,470 224,488 240,500C256,488 272,470 280,440L296,466L240,520Z" stroke="{{cloth_dark}}" stroke-opacity=".25" stroke-width="3"/><path fill="{{cloth}}" d="M104,500C130,486 156,478 176,472L240,640H96C100,590 106,540 104,500ZM376,500C350,486 324,478 304,472L240,640H384C380,590 374,540 376,500Z"/><path stroke="{{cloth_dark}}" stroke-width="4" d="M176,472L240,640L304,472" fill="none"/><g fill="{{accent}}"><circle cx="240" cy="530" r="5"/><circle cx="240" cy="560" r="5"/></g>',
    "roll neck": f'<path fill="{{cloth}}" d="{_BODY}C196,486 284,486 304,470{_END}"/><path fill="{{cloth_dark}}" d="M190,424C210,442 270,442 290,424C298,444 300,468 304,478C280,502 200,502 176,478C180,468 182,444 190,424Z"/><path fill="none" stroke="{{cloth}}" stroke-width="4" opacity=".7" d="M204,440L200,486M224,448L222,494M256,448L258,494M276,440L280,486"/>',
    "dress": f'<path fill="{{cloth}}" d="{_BODY}C180,530 300,530 304,470{_END}"/><g fill="{{accent}}" opacity=".95">'
    + "".join(f'<path d="M{x},{y}l13,-15l13,15l-13,15z"/>' for x, y in ((70, 570), (120, 540), (104, 604), (160, 576), (206, 606), (250, 574), (300, 600), (342, 560), (334, 622), (390, 588), (56, 626), (150, 632)))
    + '</g><path fill="none" stroke="{cloth_dark}" stroke-width="10" d="M174,472C182,536 298,536 306,472"/>',
    "oilskin": f'<path fill="{{shirt}}" d="M170,480C200,510 280,510 310,480L300,640H180Z"/><path fill="{{cloth}}" d="{_BODY}C160,500 176,560 226,640H20ZM304,470C388,498 454,552 460,640H254C304,560 320,500 304,470Z"/><path fill="{{cloth_dark}}" d="M176,470C140,478 132,520 150,548C170,540 196,556 214,620C206,560 190,510 176,470ZM304,470C340,478 348,520 330,548C310,540 284,556 266,620C274,560 290,510 304,470Z"/><path stroke="{{cloth_dark}}" stroke-width="4" d="M240,640V600"/>',
    "striped": f'<clipPath id="top"><path d="{_BODY}C180,500 300,500 304,470{_END}"/></clipPath><g clip-path="url(#top)"><path fill="{{cloth}}" d="M0,440H480V640H0Z"/><g stroke="{{cloth_dark}}" stroke-width="13"><path d="M0,506H480M0,536H480M0,566H480M0,596H480M0,626H480"/></g></g><path fill="none" stroke="{{cloth}}" stroke-width="12" d="M174,470C184,500 296,500 306,470"/>',
    "sari": f'<path fill="{{shirt}}" d="{_BODY}C184,524 296,524 304,470{_END}"/><path fill="{{cloth}}" d="M176,470C120,488 60,520 36,580L24,640H340C330,600 250,540 176,470Z"/><path fill="none" stroke="{{accent}}" stroke-width="13" d="M176,474C250,544 330,604 344,648"/><path fill="none" stroke="{{accent}}" stroke-width="4" stroke-dasharray="2 10" stroke-linecap="round" d="M160,486C230,548 300,604 316,648"/><path fill="none" stroke="{{cloth_dark}}" stroke-width="4" opacity=".6" d="M130,500C180,544 230,600 250,640M92,524C132,556 164,600 178,640"/>',
    "shirt": f'<path fill="{{cloth}}" d="{_BODY}L240,520L304,470{_END}"/><path fill="{{cloth_light}}" d="M182,462L196,442L240,512L206,548L166,482ZM298,462L284,442L240,512L274,548L314,482Z"/><path stroke="{{cloth_dark}}" stroke-width="4" d="M240,524V640"/><g fill="{{cloth_dark}}"><circle cx="248" cy="566" r="5"/><circle cx="248" cy="610" r="5"/></g><path fill="none" stroke="{{cloth_dark}}" stroke-width="4" opacity=".55" d="M330,556h60v40c-10,14 -50,14 -60,0z"/>',
    "field": f'<path fill="{{shirt}}" d="M168,640L184,466C200,496 280,496 296,466L312,640Z"/><path fill="{{cloth}}" d="{_BODY}L206,640H20ZM304,470C388,498 454,552 460,640H274Z"/><path fill="{{cloth_dark}}" d="M178,464L150,500L196,556L206,640L184,470ZM302,464L330,500L284,556L274,640L296,470Z"/><path fill="none" stroke="{{accent}}" stroke-width="9" d="M168,476C180,560 210,604 222,640M312,476C300,560 270,604 258,640"/>',
    "smock": f'<path fill="{{cloth}}" d="{_BODY}C190,500 290,500 304,470{_END}"/><path fill="{{cloth_light}}" d="M172,468C186,506 294,506 308,468L322,478C300,532 180,532 158,478Z"/><path fill="none" stroke="{{cloth_dark}}" stroke-width="4" d="M240,524V640M104,640C106,600 100,572 94,556M376,640C374,600 380,572 386,556"/>',
}  # fmt: skip

#: Moustaches and beards, over the face and under the mouth.
BEARDS: dict[str, str] = {
    "full": '<path fill="{beard}" d="M158,290C160,300 166,310 178,316C200,318 216,322 240,322C264,322 280,318 302,316C314,310 320,300 322,290C326,350 304,412 240,414C176,412 154,350 158,290Z"/>',
    "short": '<path fill="{beard}" opacity=".92" d="M159,300C168,322 184,334 206,330C226,324 254,324 274,330C296,334 312,322 321,300C318,356 292,400 240,402C188,400 162,356 159,300Z"/>',
    "stubble": '<path fill="{beard}" opacity=".16" d="M159,300C168,322 184,334 206,330C226,324 254,324 274,330C296,334 312,322 321,300C318,356 292,386 240,386C188,386 162,356 159,300Z"/>',
    "moustache": '<path fill="{beard}" d="M198,338C204,322 226,318 240,326C254,318 276,322 282,338C266,340 252,338 240,334C228,338 214,340 198,338Z"/>',
    "goatee": '<path fill="{beard}" d="M206,332C216,322 232,322 240,326C248,322 264,322 274,332C276,366 264,400 240,402C216,400 204,366 206,332Z"/>',
    "none": "",
}

GLASSES: dict[str, str] = {
    "round": '<g fill="#fff" fill-opacity=".18" stroke="{frame}" stroke-width="5"><circle cx="205" cy="284" r="27"/><circle cx="275" cy="284" r="27"/><path fill="none" d="M232,280C237,275 243,275 248,280M178,282L158,276M302,282L322,276"/></g>',
    "square": '<g fill="#fff" fill-opacity=".16" stroke="{frame}" stroke-width="6" stroke-linejoin="round"><rect x="176" y="264" width="56" height="42" rx="9"/><rect x="248" y="264" width="56" height="42" rx="9"/><path fill="none" d="M232,278C238,273 242,273 248,278M176,278L158,274M304,278L322,274"/></g>',
    "half": '<g fill="#fff" fill-opacity=".16" stroke="{frame}" stroke-width="4"><path d="M180,286H230C230,312 180,312 180,286ZM250,286H300C300,312 250,312 250,286Z"/><path fill="none" d="M230,288C238,282 242,282 250,288M180,288L158,280M300,288L322,280"/></g>',
    "none": "",
}

EXTRAS: dict[str, str] = {
    "drops": '<g fill="{accent}"><circle cx="155" cy="326" r="8"/><circle cx="325" cy="326" r="8"/></g>',
    "hoops": '<g fill="none" stroke="{accent}" stroke-width="5"><circle cx="152" cy="338" r="17"/><circle cx="328" cy="338" r="17"/></g>',
    "beads": '<path fill="none" stroke="{accent}" stroke-width="14" stroke-dasharray="1 17" stroke-linecap="round" d="M182,476C196,532 284,532 298,476"/>',
    "headphones": '<path fill="none" stroke="#2d3440" stroke-width="14" d="M168,540C166,474 196,462 240,462C284,462 314,474 312,540"/><g fill="#2d3440"><rect x="148" y="510" width="38" height="66" rx="16"/><rect x="294" y="510" width="38" height="66" rx="16"/></g><g fill="{accent}"><rect x="156" y="522" width="12" height="42" rx="6"/><rect x="312" y="522" width="12" height="42" rx="6"/></g>',
    "bindi": '<circle cx="240" cy="244" r="5.5" fill="{accent}"/>',
    "freckles": '<g fill="#b5643c" opacity=".55">' + "".join(f'<circle cx="{x}" cy="{y}" r="2.6"/>' for x, y in ((190, 314), (200, 322), (210, 313), (270, 313), (280, 322), (290, 314), (233, 300), (247, 301))) + "</g>",
    "binoculars": '<g fill="#2d3440"><rect x="196" y="588" width="40" height="60" rx="10"/><rect x="244" y="588" width="40" height="60" rx="10"/><rect x="228" y="598" width="24" height="16"/></g><g fill="{accent}"><rect x="196" y="600" width="40" height="7"/><rect x="244" y="600" width="40" height="7"/></g>',
    "neckerchief": '<path fill="{accent}" d="M182,462C204,496 276,496 298,462C304,476 300,492 288,500L256,512L270,566L240,540L210,566L224,512L192,500C180,492 176,476 182,462Z"/>',
}  # fmt: skip

#: What is behind the person, on a plain ground.
SCENES: dict[str, str] = {
    "sun": '<circle cx="376" cy="138" r="92" fill="{scene}"/><path fill="{scene_dark}" d="M0,470C60,446 110,494 180,470S300,446 360,470S450,486 480,466V640H0Z"/>',
    "moon": '<path fill="{scene}" d="M384,44A66,66 0 1 0 448,140A54,54 0 1 1 384,44Z"/><g fill="{scene}"><circle cx="70" cy="110" r="5"/><circle cx="120" cy="200" r="3.5"/><circle cx="52" cy="280" r="4"/><circle cx="196" cy="60" r="4"/><circle cx="430" cy="330" r="4"/></g><path fill="{scene_dark}" d="M0,520C90,500 150,540 240,520S400,500 480,520V640H0Z"/>',
    "fjord": '<circle cx="104" cy="128" r="46" fill="{scene_light}"/><path fill="{scene}" d="M-20,460L120,210L196,340L300,150L420,330L520,220V640H-20Z"/><path fill="{scene_light}" d="M300,150L262,222L288,214L304,236L322,210L348,222ZM120,210L94,256L116,248L132,262L150,262Z"/><path fill="{scene_dark}" d="M-20,470H500V640H-20Z"/>',
    "waves": '<g fill="none" stroke="{scene}" stroke-width="16" stroke-linecap="round">' + "".join(f'<path d="M-40,{y}q40,-44 80,0t80,0t80,0t80,0t80,0t80,0t80,0"/>' for y in (90, 170, 250, 330, 410)) + "</g>",
    "leaves": '<g fill="{scene}">' + "".join(f'<path transform="translate({x} {y}) rotate({a})" d="M0,0C26,-36 26,-96 0,-132C-26,-96 -26,-36 0,0Z"/>' for x, y, a in ((60, 330, -28), (90, 340, 8), (40, 350, -66), (420, 320, 26), (392, 330, -10), (446, 344, 64), (60, 150, -40), (96, 140, 10), (420, 140, 40), (384, 132, -6))) + '</g><path fill="{scene_dark}" d="M0,500C120,470 360,470 480,500V640H0Z"/>',
    "rings": '<g fill="none" stroke="{scene}" stroke-width="15">' + "".join(f'<circle cx="240" cy="270" r="{r}"/>' for r in (150, 196, 242, 288, 334)) + "</g>",
    "harbour": '<path fill="{scene}" d="M0,430V300H36V250H82V320H110V220H128V320H150V430ZM330,430V280H380V320H404V240H452V300H480V430Z"/><path fill="{scene_dark}" d="M0,430H480V640H0Z"/><g stroke="{scene}" stroke-width="7" stroke-linecap="round"><path d="M30,480H90M400,476H460M60,520H110M380,530H430"/></g>',
    "contours": '<g fill="none" stroke="{scene}" stroke-width="9"><path d="M-20,120C80,60 150,160 260,110S420,40 520,120M-20,190C90,130 160,220 260,170S430,110 520,190M-20,260C90,210 150,280 260,240S430,180 520,260M-20,330C100,290 160,350 260,310S440,260 520,330M-20,400C100,370 170,420 260,385S440,340 520,400M-20,60C70,0 150,100 260,50S420,-20 520,60"/></g>',
    "grid": '<g stroke="{scene}" stroke-width="7">' + "".join(f'<path d="M{x},0V640"/>' for x in (48, 144, 240, 336, 432)) + "".join(f'<path d="M0,{y}H480"/>' for y in (64, 160, 256, 352, 448)) + '</g><path fill="none" stroke="{scene_dark}" stroke-width="12" stroke-linecap="round" d="M-20,420C60,420 90,110 150,110S220,330 280,330S350,60 410,60S470,200 520,200"/>',
    "reeds": '<circle cx="120" cy="150" r="76" fill="{scene_light}"/><g fill="none" stroke="{scene}" stroke-width="9" stroke-linecap="round"><path d="M40,640C46,480 60,380 40,250M84,640C86,520 70,420 96,300M420,640C416,500 440,400 424,260M462,640C458,520 440,440 462,330M386,640C390,540 380,470 392,380"/></g><g fill="{scene_dark}"><rect x="31" y="226" width="18" height="70" rx="9"/><rect x="88" y="276" width="18" height="66" rx="9"/><rect x="415" y="236" width="18" height="70" rx="9"/><rect x="454" y="308" width="18" height="60" rx="9"/></g>',
}  # fmt: skip
