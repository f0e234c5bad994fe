"""Two editions → what an attendee sees otherwise in the second one, as a report. Nothing is published."""

import json

from pipeline.compare.differences import differences
from pipeline.compare.previous import Previous
from pipeline.diagnostics import Problem
from pipeline.editions import read_edition
from pipeline.emit.changes.markdown import markdown
from pipeline.emit.data import change_facts

FORMS = ("markdown", "json", "html")


def diff(old: str, new: str, form: str) -> str | Problem:
    """The report on the editions at two places (paths or addresses) in one of the ``FORMS``, or the problem with the first bad one.

    As JSON it is ``{"changes": [...]}``, each as ``program.json`` has them.
    """
    editions: list[Previous] = []
    for place in (old, new):
        edition = read_edition(place)
        if isinstance(edition, Problem):
            return edition
        editions.append(edition)
    before, after = editions
    found = differences(before, after)
    if form == "json":
        return json.dumps({"changes": [change_facts(change) for change in found]}, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from pipeline.emit.changes.page import page  # noqa: PLC0415 - loads Jinja, which the other forms do without

        return page(after.program.event, found, {}, dated=True).decode()
    return markdown(after.program.event, found)
