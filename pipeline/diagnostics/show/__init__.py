"""problems → text: how problems are shown. Each form is one module with one function of a :class:`Report`.

Adding a form is its module and its line in ``FORMS``. Nothing here reads or writes a file: the report brings the texts along.
"""

from collections.abc import Callable

from pipeline.diagnostics.show.data import data
from pipeline.diagnostics.show.github import github
from pipeline.diagnostics.show.gitlab import gitlab
from pipeline.diagnostics.show.report import Report
from pipeline.diagnostics.show.sarif import sarif
from pipeline.diagnostics.show.text import text

__all__ = ["FORMS", "Report", "show"]

#: Every form, under the name that ``--format`` knows it by.
FORMS: tuple[tuple[str, Callable[[Report], str]], ...] = (
    ("text", text),
    ("json", data),
    ("github", github),
    ("gitlab", gitlab),
    ("sarif", sarif),
)


def show(report: Report, form: str) -> str:
    """The report in one of the ``FORMS``; a text that ends with a line end, or is empty."""
    return dict(FORMS)[form](report)
