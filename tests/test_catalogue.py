"""The catalogue of problems: every kind is documented, and its example shows it exactly where it is drawn, and nothing else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.build import build, check
from pipeline.diagnostics import Problem, Severity, catalogue, examples
from pipeline.diagnostics.catalogue import KINDS, SUBJECTS
from pipeline.source import Source, Span

#: Kinds that no text can show, and why.
UNDRAWN = {
    "P101": "bytes that are no text cannot stand in a text",
    **dict.fromkeys(
        (f"E{number}" for number in range(803, 811)), "an edition before, with all its keys, is longer than any example"
    ),
    **dict.fromkeys(("E811", "E812", "X510"), "no page can cause it"),
    "X530": "as above",
    "X521": "what does not fit a page is longer than any example",
    "P110": "a site without pages would be completed with one",
}
DRAWN = [kind for kind in KINDS if kind.code not in UNDRAWN]


def _id(kind: type[Problem]) -> str:
    return f"{kind.code} {kind.kind()}"


def _written(example: examples.Example, folder: Path) -> Path:
    for name, data in (*((source.path, source.text.encode()) for source in example.files), *example.pictures):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _problems(kind: type[Problem], site: Path) -> tuple[Problem, ...]:
    """What is found in a site; outputs are made only for kinds that show no earlier."""
    if kind.code[0] in "XE":
        return build(site, site / "output").problems
    return check(site, today=examples.TODAY).problems


def _place(span: Span, files: dict[str, Source]) -> Span:
    source = files.get(span.path)
    return examples.as_drawn(span, source) if source else span


def _published(path: str) -> str:
    """The edition before is named by its place in the output folder."""
    return path.removeprefix("output/")


# --- each kind ---


@pytest.mark.parametrize("kind", DRAWN, ids=_id)
def test_the_example_shows_the_problem_where_it_is_drawn_and_nothing_else(kind, tmp_path):
    example = examples.read(kind.example)
    files = {_published(source.path): source for source in example.files}

    found = _problems(kind, _written(example, tmp_path))

    drawn = example.drawn or (Span(example.files[0].path),)
    expected = [_place(replace(span, path=_published(span.path)), files) for span in drawn]
    assert [(problem.code, _place(problem.span, files)) for problem in found] == [(kind.code, span) for span in expected]


@pytest.mark.parametrize("kind", DRAWN, ids=_id)
def test_messages_and_help_are_sentences_without_a_full_stop(kind, tmp_path):
    for problem in _problems(kind, _written(examples.read(kind.example), tmp_path)):
        assert re.fullmatch(r"\S(.*[^\s.,;:])?", problem.message), problem.message
        assert re.fullmatch(r"\S(.*([^\s.,;:]|[ap]\.m\.))?", problem.help, re.DOTALL), problem.help


@pytest.mark.parametrize("kind", KINDS, ids=_id)
def test_a_kind_is_documented(kind):
    assert not catalogue.explanation(kind).startswith(f"{kind.__name__}("), "the docstring that dataclasses make up is none"
    assert re.fullmatch(r"[A-Z`].*[.?]", catalogue.summary(kind)), "the docstring's first line is one whole sentence"
    assert catalogue.explanation(kind).count("\n\n") >= 1, "the docstring says what it is, then why it matters"


@pytest.mark.parametrize("kind", KINDS, ids=_id)
def test_a_kind_names_the_defect_and_not_the_remedy(kind):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.kind())
    assert kind.kind().split("-")[0] not in {"fix", "add", "use", "remove", "write", "avoid"}


@pytest.mark.parametrize("kind", KINDS, ids=_id)
def test_a_kind_is_an_error_or_a_warning(kind):
    assert kind.severity in Severity


# --- all kinds ---


def test_codes_and_names_are_unique():
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len({kind.kind() for kind in KINDS}) == len(KINDS)


def test_codes_are_the_letter_of_their_subject_and_three_digits():
    assert [kind.code for kind in KINDS if not re.fullmatch(r"[A-Z]\d{3}", kind.code)] == []
    letters = {subject.__name__: {kind.code[0] for kind in KINDS if kind.__module__ == subject.__name__} for subject in SUBJECTS}
    assert {name: found for name, found in letters.items() if len(found) != 1} == {}
    assert len({letter for found in letters.values() for letter in found}) == len(SUBJECTS)


def test_every_module_with_kinds_is_a_subject():
    folder = Path(catalogue.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "catalogue", "examples", "waivers"}

    assert modules == {subject.__name__.rpartition(".")[2] for subject in SUBJECTS}


def test_kinds_that_cannot_be_drawn_have_no_example():
    assert {kind.code for kind in KINDS if not kind.example} == set(UNDRAWN)
