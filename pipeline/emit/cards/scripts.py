"""The pages' scripts: one file for each language, its words before the parts, and the data files that the parts load."""

import json

from jinja2 import Environment

from pipeline.emit.cards import listing, search
from pipeline.emit.cards.site import Site
from pipeline.emit.javascript import assigned
from pipeline.model import Artifact
from pipeline.resources import templates

#: The parts of the script, in ``templates/cards/scripts/``: each takes what it needs from those before it.
PARTS = ("page", "kept", "tools", "search", "stars", "filter", "now", "zone", "today", "calendar", "qr", "mine", "keys", "offline")


def script(words: Environment) -> str:
    """The script of the pages whose words an environment has."""
    said = assigned("words", json.loads(words.get_template("scripts/words.json").render()))
    folder = templates("cards") / "scripts"
    return "\n".join([said, *((folder / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)])


def scripts(site: Site, words: Environment) -> tuple[Artifact, Artifact]:
    """The script of one language, and its list of the program."""
    program = assigned("program", listing.program(site))
    return (
        Artifact(f"assets/cards.{site.tree.language}.js", script(words).encode()),
        Artifact(f"assets/program.{site.tree.language}.js", program.encode()),
    )


def search_index(site: Site) -> Artifact:
    """What search looks through, in any language."""
    return Artifact("assets/search.js", assigned("search", search.index(site.program)).encode())
