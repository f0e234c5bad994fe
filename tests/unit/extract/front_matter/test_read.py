"""Front matter in its three languages: the text of each field as written, and its place."""

import pytest

from pipeline.extract.front_matter.read import read_front_matter
from pipeline.fields import Fields
from pipeline.source import Located, Source


def read(text: str):
    source = Source("p.md", text)
    fields, start, problems = read_front_matter(source)
    return _plain(fields), source.text[start:], [f"{p.span.line}:{p.span.column} {p.kind()}" for p in problems]


def _plain(value: object):
    """A field's value without its places, but for those of scalars."""
    if isinstance(value, Fields):
        return {field.key.value: _plain(field.value) for field in value.fields}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    assert isinstance(value, Located)
    return f"{value.span.line}:{value.span.column} {value.value}"


def test_yaml_scalars_keep_their_text_where_yaml_would_guess_a_type():
    text = "---\ntime: 14:00\nroom: 0123\nanswer: no\nday: 2026-10-15\n---\nBody"
    assert read(text) == ({"time": "2:7 14:00", "room": "3:7 0123", "answer": "4:9 no", "day": "5:6 2026-10-15"}, "\nBody", [])


def test_yaml_lists_mappings_blocks_and_quotes():
    text = '---\ntitle: "A: b"\ntalks:\n  - {title: x}\n  - abstract: |\n      One\n      two\nempty:\nnothing: ~\n---\n'
    assert read(text)[0] == {
        "title": "2:9 A: b",
        "talks": [{"title": "4:13 x"}, {"abstract": "6:7 One\ntwo\n"}],
        "empty": "8:7 ",
        "nothing": "9:10 ",
    }


def test_toml_values_are_found_again_by_their_keys():
    text = '+++\ntitle = "A"\ndate = 2026-10-15\nat = 14:00:00\nlist = ["a", "b"]\n[params]\nspeaker = "X"\n+++\nBody'
    assert read(text) == (
        {
            "title": "2:10 A",
            "date": "3:8 2026-10-15",
            "at": "4:6 14:00:00",
            "list": ["5:10 a", "5:15 b"],
            "params": {"speaker": "7:12 X"},
        },
        "\nBody",
        [],
    )


def test_json_indented_with_tabs():
    assert read('{\n\t"title": "A",\n\t"when": ["9:00"]\n}\nBody') == ({"title": "2:12 A", "when": ["3:12 9:00"]}, "\nBody", [])


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A", "in": {"b": "{x}"}}\nBody',
        '{\n"title": "A",\n"in": {\n"b": "{x}"\n}\n}\nBody',
        '{\n"title": "A",\n"in": {"b": "{x}",},\n}\nBody',
    ],
    ids=["on one line", "braces at the lines' beginnings", "a comma after the last"],
)
def test_json_ends_where_its_object_does(text: str):
    fields, body, problems = read(text)
    assert (list(fields), body, problems) == (["title", "in"], "\nBody", [])


def test_white_space_before_the_fence_is_passed_over():
    assert read("\n \n---\ntitle: A\n---\nBody") == ({"title": "4:8 A"}, "\nBody", [])


def test_a_page_without_front_matter_is_all_body():
    assert read("# Title\n") == ({}, "# Title\n", [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('---\ntitle: "A\n---\nx', "2:8 broken-front-matter"),
        ("---\ntitle: A\n", "1:1 broken-front-matter"),
        ("---\n- a\n- b\n---\n", "2:1 broken-front-matter"),
        ("---\ntitle: a: b\n---\n", "2:9 broken-front-matter"),
        ("---\ntitle: \x07\n---\n", "2:8 broken-front-matter"),
        ("---\n标题: 潮\x07\n---\n", "2:6 broken-front-matter"),
        ("---\n-\n---\n", "2:1 broken-front-matter"),
        ('{"title": "A"', "1:1 broken-front-matter"),
        ('{"title": "\\ud800"}\n', "1:14 broken-front-matter"),
        ("+++\ntitle = A\n+++\n", "2:9 broken-front-matter"),
        ('+++\na = "\u2028"\ntitle = A\n+++\n', "3:9 broken-front-matter"),
        (f"+++\na = {'1' * 5000}\n+++\n", "2:5 broken-front-matter"),
        (f"+++\na = {'[' * 500}{']' * 500}\n+++\n", "2:5 broken-front-matter"),
        (f"+++\n{'a.' * 500}a = 1\n+++\n", "2:2 broken-front-matter"),
        ("---\ntitle: A\ntitle: B\n---\n", "3:1 repeated-field"),
    ],
    ids=[
        "open quote",
        "open fence",
        "a list",
        "two colons",
        "control character",
        "control character after others of many bytes",
        "a fence in the fields",
        "open JSON",
        "half a character",
        "bare TOML word",
        "bare TOML word after a line separator",
        "huge number",
        "deep arrays",
        "long key",
        "twice",
    ],
)
def test_what_is_wrong_is_reported_where_it_is(text: str, problem: str):
    assert read(text)[2] == [problem]


def test_aliases_that_multiply_are_refused():
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True):
        bomb += f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n"
    assert [problem.split()[1] for problem in read(bomb + "---\n")[2]] == ["broken-front-matter"]
