"""The shape of the code is the shape of ARCHITECTURE.md: layers, I/O at the two ends, small modules and functions."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: From the top down: a module imports from its own layer's folder and from layers further down, never from above.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("commands",),
    ("report", "terminal", "usage", "init"),
    ("mend", "summary", "explain", "explain_page", "read_time", "same_venue", "progress", "schema", "diff"),
    ("build",),
    ("gate",),
    ("editions",),
    ("emit", "check", "normalize", "extract", "compare", "publish"),
    ("exchange", "durable", "refusal", "addresses", "contentlines", "fetch", "clock", "cache"),
    ("config",),
    ("config_slips",),
    ("fields", "toml", "tokens", "resources", "settings", "values", "grammar", "slugs"),
    ("model",),
    ("diagnostics",),
    ("source",),
    ("",),
)

#: Stages: what one hands to the next goes through the model; none reaches into another one's folder.
STAGES = ("extract", "normalize", "check", "compare", "emit", "publish")

#: What stages share with each other, and why.
SHARED = {
    ("normalize", "extract.pictures"),  # the pictures' bytes, read at the reading end and looked up by reference
    ("compare", "emit.data"),  # program.json is read back in the terms in which it was written
}

#: What emitters share.
EMITTERS_SHARE = (
    "emit.typography", "emit.fonts", "emit.tracks", "emit.grid", "emit.javascript", "emit.press", "emit.moves", "emit.feed_paths", "emit.theme",
    "emit.feed_languages", "emit.formulas", "emit.codes", "emit.templating",
    *(f"emit.booklet.{of_all_print}" for of_all_print in ("faces", "prose", "words")),
    "emit.changes.words",
)  # fmt: skip

#: Modules that are lists: of kinds of problems (each with its documentation), of the values that flow between the stages.
LISTS = frozenset(
    {f"diagnostics.{subject}" for subject in ("configuration", "edition", "pages", "people", "program", "text", "times")}
    | {"model"}
)

#: The two ends of the pipeline, `explain`, which lets it read a kind's example from a temporary folder, and `mend`, which writes pages.
TOUCH_FILES = frozenset(
    {
        "extract.site",
        "extract.images",
        "extract.fonts",
        "extract.references",
        "resources",
        "publish",
        "durable",
        "exchange",
        "refusal",
        "fetch",
        "explain",
        "mend.files",
        "init.files",
        "cache",
    }
)

#: Calls elsewhere that only look like, or must be, such: each with its reason.
FILES_ELSEWHERE = frozenset({
    ("cli", "open"),  # os.devnull in place of a closed pipe
    ("usage", "exists"),  # is there such a folder as the command line says?
    ("usage", "is_dir"),  # as above
    ("commands", "is_file"),  # is there such a page?
    ("emit.booklet.pictures", "open"),  # Pillow, of bytes in memory
    ("emit.booklet.imposition.saddle", "open"),  # pikepdf, of bytes in memory
    ("emit.booklet.imposition.trimmed", "open"),  # as above
    ("emit.cards.photos", "open"),  # as above
    ("emit.press.typesetter", "write_text"),  # fontconfig takes its settings from a file only
    ("emit.press.link", "open"),  # pikepdf, of bytes in memory
    ("emit.press.link", "read_bytes"),  # as above, of a stream
    ("emit.cards.previews.session", "open"),  # as above
    ("emit.press.trial", "open"),  # as above
    ("extract.markup.markdown", "write_text"),  # a method of its own writer of markup
})  # fmt: skip

#: Formats read the templates that travel with the program (`resources`), but write nothing.
_READS_TEMPLATES = frozenset({"read_text", "read_bytes", "open", "iterdir", "is_file"})

_READS_OR_WRITES = frozenset({
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "rmdir", "unlink", "rename", "iterdir", "glob", "rglob",
    "is_file", "is_dir", "exists", "stat", "touch", "symlink_to", "rmtree", "listdir", "walk", "scandir", "mkdtemp",
})  # fmt: skip


@cache
def _trees() -> dict[str, ast.Module]:
    """Every module below ``pipeline/`` under its dotted name, ``""`` for the package itself."""
    trees = {}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        parts = path.relative_to(ROOT / "pipeline").with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        trees[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return trees


MODULES = sorted(_trees())


def _file(module: str) -> Path:
    path = ROOT.joinpath("pipeline", *filter(None, module.split(".")))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _imports(module: str) -> Iterator[str]:
    """The modules below ``pipeline/`` that a module names in its imports, wherever these stand."""
    for node in ast.walk(_trees()[module]):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.split(".")[0] == "pipeline":
                yield _module(name.removeprefix("pipeline").removeprefix("."))


def _module(name: str) -> str:
    """The module that ``name`` is, or is a member of."""
    while name and name not in _trees():
        name = name.rpartition(".")[0]
    return name


def _layer(module: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if module.split(".", maxsplit=1)[0] in layer)


def _stage(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def _shared(stage: str, module: str) -> bool:
    """Whether a stage may use a module of another one, or the package it is in."""
    return any((stage, shared) in SHARED for shared in (module, module.rpartition(".")[0]))


def _shared_by_emitters(module: str) -> bool:
    return any(module == shared or module.startswith(f"{shared}.") for shared in EMITTERS_SHARE)


def _calls(module: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(_trees()[module]):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield function.id, node.lineno
            elif isinstance(function, ast.Attribute):
                yield function.attr, node.lineno


def test_every_module_has_its_layer():
    known = {name for layer in LAYERS for name in layer}

    assert {module.split(".")[0] for module in MODULES} - known == set()


def test_imports_go_downward():
    upward = [(module, name) for module in MODULES for name in _imports(module) if _layer(name) < _layer(module)]

    assert [(module, name) for module, name in upward if not _shared(_stage(module), name)] == []


def test_a_stage_does_not_reach_into_another():
    across = [
        (_stage(module), name)
        for module in MODULES
        for name in _imports(module)
        if _stage(module) in STAGES and _stage(name) in STAGES and _stage(name) != _stage(module)
    ]

    assert sorted(pair for pair in set(across) if not _shared(*pair)) == []


def test_an_emitter_does_not_import_another():
    emitters = [module for module in MODULES if module.startswith("emit.") and not _shared_by_emitters(module)]
    across = [
        (module, name)
        for module in emitters
        for name in _imports(module)
        if name.startswith("emit.") and name.split(".")[1] != module.split(".")[1] and not _shared_by_emitters(name)
    ]

    assert across == []


def test_nothing_after_normalize_parses_pages():
    parsers = {"extract", "normalize", "config", "fields", "toml"}
    after = [module for module in MODULES if _stage(module) in {"check", "compare", "emit", "publish", "summary"}]

    assert [(module, name) for module in after for name in _imports(module) if _stage(name) in parsers] == []


def test_there_is_no_import_cycle():
    imports = {module: set(_imports(module)) - {module} for module in MODULES}
    done: set[str] = set()
    while ready := {module for module in imports if module not in done and imports[module] <= done}:
        done |= ready

    assert sorted(set(MODULES) - done) == []


def test_only_commands_print():
    calls = [(module, line) for module in MODULES for name, line in _calls(module) if name == "print"]
    streams = [
        (module, node.lineno)
        for module in MODULES
        for node in ast.walk(_trees()[module])
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"} and module not in {"cli", "commands"}
    ]

    assert calls + streams == []


def test_only_the_two_ends_touch_files():
    touching = [
        (module, name)
        for module in MODULES
        for name, _ in _calls(module)
        if name in _READS_OR_WRITES and module not in TOUCH_FILES
        and not (name in _READS_TEMPLATES and "resources" in _imports(module))
    ]  # fmt: skip

    assert sorted(set(touching) - FILES_ELSEWHERE) == []


def test_a_module_has_at_most_300_lines():
    lengths = {module: len(_file(module).read_text(encoding="utf-8").splitlines()) for module in MODULES}

    assert {module: length for module, length in lengths.items() if length > 300 and module not in LISTS} == {}


def test_a_function_has_at_most_40_lines():
    functions = [
        (module, node.name, (node.end_lineno or 0) - node.lineno + 1)
        for module in MODULES
        for node in ast.walk(_trees()[module])
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert [function for function in functions if function[2] > 40] == []


def test_every_module_says_what_it_is_for():
    assert [module for module in MODULES if not ast.get_docstring(_trees()[module])] == []


def test_no_module_is_a_drawer_for_everything():
    assert [module for module in MODULES if module.rpartition(".")[2] in {"utils", "util", "common", "helpers", "misc"}] == []
