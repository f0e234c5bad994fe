"""``program.toml``: typed values, and each slip at its place."""

from datetime import date

from pipeline.config import Config, read_config
from pipeline.model import Booklet, Paper, Person, Track, Venue
from pipeline.source import Source


def read(text: str, site: str | None = None) -> tuple[Config, list[str]]:
    config, problems = read_config(Source("program.toml", text), Source("config.toml", site) if site else None)
    return config, [f"{p.span.line}:{p.span.column} {p.kind()}: {p.message}" for p in problems]


def test_every_setting_is_read():
    config, problems = read(
        '[event]\ntitle = "T"\nsubtitle = "S"\nplace = "P"\nurl = "https://t.example/"\ntimezone = "Asia/Shanghai"\n'
        'languages = ["en", "zh"]\ndays = [2026-10-16, 2026-10-15]\nlogo = "l.png"\nmap = "m.png"\n'
        '[content]\nsessions = "talks"\n[booklet]\npaper = "A6"\nshort = true\n'
        '[print]\ncreep = 0.15\nsignature = 32\nsheet = "A4"\nbleed = 3\n'
        '[sheets]\nmake = ["posters", "door-signs"]\nbadges = ["Ada Brook"]\n'
        '[[venues]]\nid = "v"\nname = "V"\naliases = ["W"]\naddress = "A"\nlatitude = 29.5\nlongitude = -1\n'
        '[[tracks]]\nname = "X"\ncolor = "#ABCDEF"\n'
    )
    assert problems == []
    assert (config.title and config.title.value, config.subtitle, config.place, config.url) == ("T", "S", "P", "https://t.example/")
    assert config.timezone is not None
    assert (config.timezone.value, config.timezone.span.line, config.timezone.span.column) == ("Asia/Shanghai", 6, 13)
    assert (config.languages, config.days) == (("en", "zh"), (date(2026, 10, 15), date(2026, 10, 16)))
    assert (config.logo and config.logo.value, config.map and config.map.value, config.sessions) == ("l.png", "m.png", ("talks",))
    assert config.booklet == Booklet(Paper.A6, short=True)
    sheet = config.printing.sheet
    assert (config.printing.creep, config.printing.signature, sheet and sheet.value, config.printing.bleed) == (0.15, 32, "A4", 3)
    assert (config.printing.sheets, [name.value for name in config.badges]) == (("door-signs", "posters"), ["Ada Brook"])
    assert config.venues == (Venue("v", "V", ("W",), "A", 29.5, -1.0),)
    assert config.tracks == (Track("X", "#abcdef"),)


def test_slips_are_reported_at_their_places():
    text = '[event]\ntitel = "T"\ndays = ["15 October"]\n[[venues]]\nname = "V"\nlatitude = 112.5\n[[tracks]]\nname = "X"\ncolor = "red"\n[booklet]\npaper = "B5"\n'
    assert sorted(read(text)[1]) == [
        "11:10 wrong-setting: 'paper' must be A4, A5, A6 or Letter",
        "2:1 unknown-setting: unknown setting 'titel'",
        "3:10 wrong-setting: 'days' must be days as [2026-10-15, 2026-10-16]",
        "6:12 wrong-setting: 'latitude' must be degrees between -90 and 90",
        "9:10 wrong-setting: 'color' must be a colour as #1b6ca8",
    ]


def test_how_to_print_is_reported_where_it_is_no_way_to():
    assert sorted(read('[print]\ncreep = -1\nsignature = 30\nsheet = "A6"\nbleed = "much"\n')[1]) == [
        "2:9 wrong-setting: 'creep' must be millimetres between 0 and 10",
        "3:13 wrong-setting: 'signature' must be a multiple of 4, as 32",
        "4:10 wrong-setting: 'sheet' must be A3, A4, A5, Letter or Tabloid",
        "5:10 wrong-setting: 'bleed' must be millimetres between 0 and 10",
    ]


def test_text_that_is_no_toml_is_one_problem():
    assert read("[event]\ntitle = Rivers\n")[1] == ["2:9 broken-configuration: program.toml cannot be read: Invalid value"]


def test_a_hugo_configuration_fills_what_is_not_given():
    config, _ = read('[event]\ntitle = "Mine"\n', 'title = "Hugo\'s"\nbaseURL = "https://h.example/"\ntimeZone = "Europe/Berlin"\n')
    assert (config.title and config.title.value, config.url) == ("Mine", "https://h.example/")
    assert config.timezone is not None
    assert config.timezone.value == "Europe/Berlin"


def test_people_are_listed_with_their_other_names():
    config, problems = read(
        '[[people]]\nid = "xu"\nname = "Zhi-Qin John Xu"\naliases = ["许志钦"]\naffiliation = "A"\nurl = "https://x.example/"\nsort = "xu zhiqin"\n'
        '[[people]]\nname = "Ann Bell"\n'
    )
    assert problems == []
    assert config.people == (
        Person("xu", "Zhi-Qin John Xu", ("许志钦",), "A", None, "https://x.example/", "xu zhiqin"),
        Person("", "Ann Bell"),
    )


def test_a_theme_is_read_with_the_place_of_each_value():
    config, problems = read(
        '[theme]\naccent = "#8A1C3B"\npaper_dark = "#000000"\nfont = "Old-Style"\nheading_font = ["f/A.woff2", "f/B.TTF"]\n'
    )
    assert problems == []
    assert {key: (color.value, color.span.line) for key, color in config.design.colors.items()} == {
        "accent": ("#8a1c3b", 2),
        "paper_dark": ("#000000", 3),
    }
    assert [one.value for one in config.design.font] == ["old-style"]
    assert [(one.value, one.span.column) for one in config.design.heading_font] == [("f/A.woff2", 18), ("f/B.TTF", 31)]


def test_values_of_a_theme_that_are_none_are_reported_and_left_out():
    config, problems = read(
        '[theme]\naccent = "red; } body { display: none"\nbrand = "#12345"\nink = { a = 1 }\nfont = "Comic Sans"\n'
        'heading_font = ["serif", "a.woff2"]\nshadow = "#000000"\n'
    )
    assert config.design.colors == {}
    assert config.design.font == ()
    font = "'{}' must be sans, humanist, geometric, serif, old-style, slab, or font files of the site as \"fonts/Text.woff2\""
    assert sorted(problems) == [
        "2:11 wrong-setting: 'accent' must be a colour as #1b6ca8",
        "3:10 wrong-setting: 'brand' must be a colour as #1b6ca8",
        "4:1 wrong-setting: 'ink' must be a colour as #1b6ca8",
        f"5:9 wrong-setting: {font.format('font')}",
        f"6:18 wrong-setting: {font.format('heading_font')}",
        "7:1 unknown-setting: unknown setting 'shadow'",
    ]
