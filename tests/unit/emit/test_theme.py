"""A theme in the outputs: its style sheet, its fonts, its colours outside of the pages; and nothing at all where there is none."""

import re

from pipeline.emit import changes, problems
from pipeline.emit.cards import emit
from pipeline.emit.offline import worker
from pipeline.emit.theme import _STACKS, sheet
from pipeline.model import Artifact, Font, FontFile, Theme
from pipeline.settings import FONTS
from pipeline.source import Source
from tests.builders import edition, event, program, session
from tests.pages import files

COLORS = Theme(
    light=(("accent", "#8a1c3b"), ("brand-deep", "#460016")),
    dark=(("accent", "#fd869b"), ("brand-deep", "#32000d")),
    cover="#611328",
)
FILE = FontFile(b"wOF2 bold", "woff2", (700, 700), italic=True)


def cards(theme: Theme) -> dict[str, str]:
    made = files(edition(of=program(session(), event_=event(theme=theme))))
    return {path: data.decode(errors="replace") for path, data in made.items()}


def test_without_a_theme_there_is_no_style_of_one():
    made = cards(Theme())
    assert "assets/theme.css" not in made
    assert "theme.css" not in made["index.html"]
    assert 'name="theme-color" content="#0a2435"' in made["index.html"]


def test_colours_are_set_for_both_schemes_and_paper_has_the_accent():
    assert sheet(COLORS) == (
        "@media print { :root { --accent: #8a1c3b; } }\n"
        "@media screen {\n  :root {\n    --accent: #8a1c3b;\n    --brand-deep: #460016;\n  }\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --accent: #fd869b;\n    --brand-deep: #32000d;\n  }\n}\n"
    )


def test_every_page_takes_the_theme_after_all_other_style():
    made = cards(COLORS)
    assert made["assets/theme.css"] == sheet(COLORS)
    for path, text in made.items():
        if path.endswith(".html") and not path.endswith("program.html"):
            root = "../" * path.count("/")
            assert re.findall(r'<link rel="stylesheet" href="(.*?)">', text)[-1] == f"{root}assets/theme.css", path
    assert sheet(COLORS) in made["program.html"]


def test_the_browsers_frame_and_the_icon_take_the_brand():
    made = cards(COLORS)
    assert 'name="theme-color" content="#460016"' in made["index.html"]
    assert '"theme_color": "#460016"' in made["manifest.webmanifest"]
    assert "$" not in made["assets/icon.svg"]


def test_the_pages_of_changes_and_of_problems_take_the_colours():
    of = program(session(), event_=event(theme=COLORS))
    page = changes.emit(edition(of=of)).artifacts[0].data.decode()
    assert sheet(COLORS) in page
    assert sheet(COLORS) in problems.problems_page(problems.Findings(program=of)).data.decode()


def test_fonts_of_the_site_are_published_under_names_of_ours():
    theme = Theme(font=Font(files=(FILE, FontFile(b"OTTO all", "otf", (200, 900), italic=False))), heading_font=Font("slab"))
    made = cards(theme)
    names = [path for path in made if path.startswith("assets/font-")]
    assert sorted(made[name] for name in names) == ["OTTO all", "wOF2 bold"]
    woff2, otf = (next(name for name in names if name.endswith(kind)) for kind in ("woff2", "otf"))
    faces = re.findall(r'^@font-face \{ font-family: "theme-text"; src: url\("(.*?)"\); (.*?) \}$', sheet(theme), re.MULTILINE)
    assert [(f"assets/{name}", rest) for name, rest in faces] == [
        (woff2, "font-weight: 700; font-style: italic; font-display: swap;"),
        (otf, "font-weight: 200 900; font-style: normal; font-display: swap;"),
    ]
    assert "@font-face" not in made["program.html"]
    assert woff2 in worker([Artifact(name, b"") for name in names]).data.decode()


def test_a_font_that_text_and_titles_share_is_published_once():
    theme = Theme(font=Font(files=(FILE,)), heading_font=Font(files=(FILE,)))
    made = emit(edition(of=program(session(), event_=event(theme=theme)))).artifacts
    paths = [artifact.path for artifact in made]
    assert len(paths) == len(set(paths))
    assert len(re.findall(r'font-family: "theme-(?:text|titles)"; src', sheet(theme))) == 2


def test_each_kind_of_font_has_its_families():
    assert set(FONTS) == {"sans", *_STACKS}
    assert sheet(Theme(font=Font("sans"))) == ""
    for kind in _STACKS:
        assert sheet(Theme(font=Font(kind))).startswith(f":root {{ --sans: {_STACKS[kind][0]}, ")
        assert ":is(h1, h2, h3, .brand) { font-family: " in sheet(Theme(heading_font=Font(kind)))


def test_the_sites_own_style_comes_last_and_stays_within_its_element():
    hostile = 'p::after { content: "</style><script>alert(1)</script>"; }'
    theme = Theme(light=(("accent", "#8a1c3b"),), templates=(Source("templates/cards/extra.css", hostile),))
    made = cards(theme)
    assert made["assets/theme.css"].endswith(hostile.replace("</", r"<\/"))
    assert "</style><script>" not in made["program.html"]
