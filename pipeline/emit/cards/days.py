"""A page for each day, as a list of cards and as a timetable; one more for what has no day yet."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``days/2026-10-15.html``."""
    for day in site.guide.days:
        yield Page(f"days/{day.name}.html", "day.html", linked_data.of_day(site, day), {"day": day})
