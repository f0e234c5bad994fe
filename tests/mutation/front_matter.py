"""Slips of the fields at a page's top."""

from collections.abc import Iterator

from tests.mutation.planting import Mutation, Page, Planting, Slip, added, clean, each_line, messy, mutation, removed


def _closing_fence(*lines: str) -> Planting:
    """The line that closes the fields, otherwise; of pages with no such line further down. Reported at the one that opens them."""

    def plant(page: Page) -> Iterator[Slip]:
        number = page.lines.index("---", 1) + 1 if page.path.endswith(".md") else 0
        if number and not any(line.startswith("---") for line in page.lines[number:]):
            yield Slip(page.path, number, lines, at=1)

    return plant


def _opening_fence(*lines: str) -> Planting:
    def plant(page: Page) -> Iterator[Slip]:
        if page.lines[0] == "---":
            yield Slip(page.path, 1, lines)

    return plant


def _without_other_title(page: Page) -> bool:
    return clean(page) and not any(line.startswith("speaker") for line in page.lines)


MUTATIONS: tuple[Mutation, ...] = (
    # the grammar
    mutation("quote not closed", each_line(r'^(\w+: ".*)"$', r"\1", where=messy), "broken-front-matter"),
    mutation("quote of a talk's title not closed", each_line(r'^(  - title: ".*)"$', r"\1"), "broken-front-matter"),
    mutation("tab for spaces", each_line(r"^  - title", "\t- title"), "broken-front-matter"),
    mutation("colon within a value", each_line(r"^title: (\w+) ", r"title: \1: "), "broken-front-matter"),
    mutation("indented too far", each_line(r"^    (start:)", r"     \1"), "broken-front-matter"),
    mutation("bracket not closed", each_line(r"^tags: \"?(\w+)\"?", r"tags: [\1"), "broken-front-matter"),
    mutation("no space after the colon", each_line(r"^(venue|kind|date): ", r"\1:"), "broken-front-matter"),
    mutation("closing fence forgotten", _closing_fence(), "broken-front-matter"),
    mutation("closing fence too short", _closing_fence("--"), "broken-front-matter"),
    mutation("opening fence forgotten", _opening_fence(), "broken-front-matter"),
    mutation("opening fence too short", _opening_fence("--"), "broken-front-matter"),
    # the names of fields
    mutation("letters of a field exchanged", each_line(r"^(\s*)speakers:", r"\1spaekers:"), "misspelt-field"),
    mutation("letter left out of a field", each_line(r"^(\s*)abstract:", r"\1abstrct:"), "misspelt-field"),
    mutation("letter doubled in a field", each_line("^venue:", "vennue:"), "misspelt-field"),
    mutation("field of a person misspelt", each_line(r"^(\s*)affiliation:", r"\1affilation:"), "misspelt-field"),
    mutation("field of a talk misspelt", each_line(r"^(    )start:", r"\1strat:"), "misspelt-field"),
    mutation("list of talks misspelt", each_line("^talks:", "taks:"), "misspelt-field"),
    mutation("summary's field misspelt", each_line("^summary:", "sumary:"), "misspelt-field"),
    mutation("field twice", added("^venue:", "venue: Old Harbour"), "repeated-field"),
    mutation("field of a talk twice", added("^    start:", "start: 09:00"), "repeated-field"),
    # their values
    mutation("title empty", each_line("^title: .*", 'title: ""', where=_without_other_title, at=1), "missing-title"),
    mutation("title to be announced", each_line("^title: .*", "title: TBA", where=_without_other_title), "missing-title"),
    mutation("title forgotten", removed("^title: ", at=lambda _: 1, where=_without_other_title), "missing-title"),
    mutation("kind misspelt", each_line(r"^kind: (\w+)n\b", r"kind: \1m"), "unread-value"),
    mutation("kind's letters exchanged", each_line("^kind: br(.)", r"kind: b\1r"), "unread-value"),
    mutation("status misspelt", each_line("^status: cancelled", "status: cancled"), "unclear-status"),
    mutation("weight in words", each_line("^(weight|order): .*", r"\1: third"), "unread-value"),
    mutation("letter O in a weight", each_line(r"^(weight|order): (\d*)0$", r"\1: \2O"), "unread-value"),
    mutation("track misspelt", each_line("^(track: .*)(ave|art|ife|arb)", r"\1\2\2"), "unknown-track"),
    mutation("unknown track", each_line("^track: .*", "track: Ships & Sails"), "unknown-track"),
    mutation("address without its scheme", each_line("(slides|video): https://", r"\1: "), "unread-value"),
    mutation("address's scheme misspelt", each_line("(slides|video): https://", r"\1: htps://"), "unread-value"),
)
