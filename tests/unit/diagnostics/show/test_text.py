"""Problems as text for a person."""

from pipeline.diagnostics.show import show
from pipeline.source import Source, Span


def test_a_problem_is_its_place_its_message_the_line_with_carets_and_help(report, sighting):
    problem = sighting(Span("sessions/x.md", 2, 11, 2, 15), "2ish")

    assert show(report(problem), "text") == (
        "content/sessions/x.md:2:11: warning Z901 sighting: saw '2ish'\n"
        "    2 | when: Tue 2ish\n"
        "      |           ^^^^\n"
        "  help: look again\n"
        "\n"
    )


def test_carets_line_up_under_wide_characters(report, sighting):
    problem = sighting(Span("sessions/x.md", 1, 9, 1, 11), "河流")

    assert show(report(problem), "text").splitlines()[1:3] == [
        '    1 | title: "河流 Rivers"',
        "      |         ^^^^",
    ]


def test_places_that_belong_to_it_are_quoted_too(report, sighting):
    other = Span("sessions/x.md", 1, 1, 1, 6)
    problem = sighting(Span("sessions/x.md", 2, 1, 2, 5), "when", others=(other,))

    assert show(report(problem), "text") == (
        "content/sessions/x.md:2:1: warning Z901 sighting: saw 'when'\n"
        "    2 | when: Tue 2ish\n"
        "      | ^^^^\n"
        "  see also content/sessions/x.md:1:1\n"
        '    1 | title: "河流 Rivers"\n'
        "      | ^^^^^\n"
        "  help: look again\n"
        "\n"
    )


def test_a_problem_of_a_whole_file_quotes_no_line(report, sighting):
    assert show(report(sighting(Span("sessions/x.md"), "x")), "text") == (
        "content/sessions/x.md:1:1: warning Z901 sighting: saw 'x'\n  help: look again\n\n"
    )


def test_a_problem_of_a_file_that_was_not_read_quotes_no_line(report, sighting):
    assert show(report(sighting(Span("gone.md", 3, 2, 3, 4), "x")), "text") == (
        "content/gone.md:3:2: warning Z901 sighting: saw 'x'\n  help: look again\n\n"
    )


def test_a_span_of_several_lines_is_underlined_to_the_end_of_the_first(report, sighting):
    lines = show(report(sighting(Span("sessions/x.md", 1, 8, 2, 5), "x")), "text").splitlines()

    assert lines[1:3] == ['    1 | title: "河流 Rivers"', "      |        ^^^^^^^^^^^^^"]


def test_a_line_is_cut_to_the_width_of_the_terminal(report, sighting):
    sources = {"x.md": Source("x.md", "note: " + "x" * 60 + " 2ish")}

    lines = show(report(sighting(Span("x.md", 1, 68, 1, 72), "x"), sources=sources, width=40), "text").splitlines()

    assert lines[1:3] == ["    1 | …xxxxxxxxxxxxxxxxxxxxxxxxx 2ish", "      | " + " " * 27 + "^^^^"]


def test_further_lines_of_help_are_indented(report, sighting):
    problem = sighting(Span("sessions/x.md"), "x", aid="write\n[event]")

    assert show(report(problem), "text").splitlines()[1:3] == ["  help: write", "        [event]"]


def test_a_page_cannot_send_escape_sequences_to_the_terminal(report, sighting):
    assert "\x1b" not in show(report(sighting(Span("sessions/\x1b[2J.md"), "\x1b]0;owned\x07")), "text")


def test_colour_only_adds_escape_sequences(report, sighting):
    problem = sighting(Span("sessions/x.md", 2, 11, 2, 15), "2ish", others=(Span("sessions/x.md", 1, 1, 1, 6),))

    painted = show(report(problem, color=True), "text")

    assert painted.splitlines()[0] == "\x1b[1mcontent/sessions/x.md:2:11\x1b[0m: \x1b[1;33mwarning Z901\x1b[0m sighting: saw '2ish'"
    plain = painted
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[36m"):
        plain = plain.replace(code, "")
    assert plain == show(report(problem), "text")


def test_an_error_is_red(report, duplicate):
    assert "\x1b[1;31merror S406\x1b[0m" in show(report(duplicate, color=True), "text")


def test_a_file_that_stands_elsewhere_is_named_where_it_stands(report, sighting):
    problem = sighting(Span("program.json"), "x")

    assert show(report(problem, elsewhere={"program.json": "out/program.json"}), "text").startswith("out/program.json:1:1: ")


def test_without_problems_there_is_nothing_to_say(report):
    assert show(report(), "text") == ""
