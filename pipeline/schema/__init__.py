"""JSON Schemas (draft 2020-12) of what people write and of what programs read, made from the tables that the compiler goes by.

Editors complete and check with them while somebody writes (see the README). The copies in ``schemas/`` travel with the wheel;
``./run schema NAME`` prints them.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.schema.front_matter import front_matter
from pipeline.schema.output import output
from pipeline.schema.program import program
from pipeline.schema.words import Schema

__all__ = ["FILES", "SCHEMAS", "Schema", "text"]

#: Every schema under the name that the command line knows it by.
SCHEMAS: Mapping[str, Callable[[], Schema]] = MappingProxyType({"front-matter": front_matter, "program": program, "output": output})

#: The file's name of each in ``schemas/``.
FILES: Mapping[str, str] = MappingProxyType({
    "front-matter": "front-matter.schema.json",
    "program": "program.schema.json",
    "output": "program-output.schema.json",
})  # fmt: skip


def text(name: str) -> str:
    """A schema as the text of a JSON file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"
