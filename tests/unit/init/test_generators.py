"""What the configurations of site generators say of a conference."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.extract.site import read_site
from pipeline.init.address import address_of
from pipeline.init.generators import Generator, generator_of

ORIGIN = '[core]\n\tbare = false\n[remote "origin"]\n\turl = {}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n'


def _found(tmp_path: Path, files: Mapping[str, str]) -> Generator:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return generator_of(read_site(tmp_path)[0])


def _facts(generator: Generator) -> tuple[str | None, ...]:
    said = (generator.title, generator.url, generator.timezone, generator.language)
    return (generator.name, *(one.value if one else None for one in said))


@pytest.mark.parametrize(
    ("name", "text", "facts"),
    [
        (
            "hugo.toml",
            'title = "Rivers 2026"\nbaseURL = "https://rivers.net/2026/"\ntimeZone = "Europe/Berlin"\nlanguageCode = "de"\n',
            ("Hugo", "Rivers 2026", "https://rivers.net/2026/", "Europe/Berlin", "de"),
        ),
        (
            "config.yaml",
            'baseURL: "https://rivers.net"\nlanguages:\n  en:\n    title: Rivers\n  zh:\n    title: 河流\n',
            ("Hugo", "Rivers", "https://rivers.net/", None, None),
        ),
        ("hugo.toml", 'title = "My New Hugo Site"\nbaseURL = "https://example.org/"\n', ("Hugo", None, None, None, None)),
        ("hugo.toml", "title = Rivers\n", ("Hugo", None, None, None, None)),
        (
            "_config.yml",
            "title: Rivers 2026\nurl: https://ada.github.io\nbaseurl: /rivers\ntimezone: Asia/Tokyo\nlang: ja\n",
            ("Jekyll", "Rivers 2026", "https://ada.github.io/rivers/", "Asia/Tokyo", "ja"),
        ),
        ("_config.yml", "title: Rivers\nurl: http://localhost:4000\n", ("Jekyll", "Rivers", None, None, None)),
        (
            "mkdocs.yml",
            "site_name: Rivers\nsite_url: https://rivers.net/\nmarkdown_extensions:\n  - x: !!python/name:os.system\n",
            ("MkDocs", "Rivers", "https://rivers.net/", None, None),
        ),
        (
            "pelicanconf.py",
            "import os\nSITENAME = \"Ada's Rivers\"  # the name\nSITEURL = ''\nTIMEZONE = 'Europe/Rome'\nDEFAULT_LANG = 'it'\nos._exit(1)\n",
            ("Pelican", "Ada's Rivers", None, "Europe/Rome", "it"),
        ),
    ],
)
def test_a_generator_says(tmp_path, name, text, facts):
    assert _facts(_found(tmp_path, {name: text})) == facts


def test_a_place_is_that_of_the_value(tmp_path):
    found = _found(tmp_path, {"pelicanconf.py": "A = 1\nSITENAME = 'Rivers'\n"})

    assert str(found.title and found.title.span) == "pelicanconf.py:2:13"


@pytest.mark.parametrize(
    ("files", "title"),
    [
        ({"index.md": "---\ntitle: Rivers 2026\n---\n# Welcome\n"}, "Rivers 2026"),
        ({"README.md": "Hello\n\n# Rivers 2026 #\n"}, "Rivers 2026"),
        ({"index.md": "# Home\n", "README.md": "# Rivers\n"}, "Rivers"),
        ({"talks/index.md": "# Talks\n"}, None),
    ],
)
def test_plain_pages_have_the_title_of_their_front_page(tmp_path, files, title):
    found = _found(tmp_path, files)

    assert (found.name, found.title and found.title.value) == (None, title)


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://github.com/Ada/Rivers.git", "https://ada.github.io/Rivers/"),
        ("git@github.com:ada/rivers", "https://ada.github.io/rivers/"),
        ("git@github.com:ada/ada.github.io.git", "https://ada.github.io/"),
        ("https://gitlab.com/ada/rivers.git", None),
    ],
)
def test_plain_pages_are_published_where_github_puts_them(origin, address):
    found = address_of(Generator(), ORIGIN.format(origin))

    assert (found and found.url) == address


def test_the_cards_of_a_site_go_into_a_folder_of_it(tmp_path):
    found = address_of(_found(tmp_path, {"hugo.toml": 'baseURL = "https://rivers.net/2026"\n'}), "")

    assert (found and (found.url, found.reason)) == ("https://rivers.net/2026/program/", "hugo.toml:1, in a folder of the site")
