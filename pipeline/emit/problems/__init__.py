"""``problems.html``: what is wrong with the program, for those who can mend it: one file that needs no other, and no script.

It states the problems of all outputs, so it is made after them, like ``program.json``. The public pages do not link to it.
"""

from pipeline.emit.problems.findings import Findings
from pipeline.model import Artifact

__all__ = ["PATH", "Findings", "problems_page"]

PATH = "problems.html"


def problems_page(findings: Findings) -> Artifact:
    """The page. The same findings give the same bytes."""
    from pipeline.emit.problems.page import page  # noqa: PLC0415 - loads Jinja, which a mere check does without

    return Artifact(PATH, page(findings))
