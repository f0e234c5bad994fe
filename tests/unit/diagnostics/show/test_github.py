"""Problems as GitHub workflow commands."""

from pipeline.diagnostics.show import show
from pipeline.source import Span


def test_a_problem_is_one_command(report, sighting):
    problem = sighting(Span("sessions/x.md", 2, 11, 2, 15), "2ish")

    assert show(report(problem), "github") == (
        "::warning file=content/sessions/x.md,line=2,endLine=2,col=11,endColumn=15,title=Z901 sighting::saw '2ish'%0Ahelp: look again\n"
    )


def test_a_span_of_several_lines_has_no_columns(report, sighting):
    assert show(report(sighting(Span("sessions/x.md", 1, 8, 2, 5), "x")), "github").startswith(
        "::warning file=content/sessions/x.md,line=1,endLine=2,title=Z901 sighting::"
    )


def test_places_that_belong_to_it_are_in_the_message(report, duplicate):
    assert show(report(duplicate), "github").endswith("%0Asee also content/sessions/a, b.md:3:5\n")


def test_a_page_cannot_add_a_command(report, sighting):
    problem = sighting(Span("a,b:c%\r\n::error::.md", 1, 1, 1, 2), "100%\n::error file=x::owned\r::stop-commands::x")

    shown = show(report(problem, root=""), "github")

    assert shown == (
        "::warning file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3A.md,line=1,endLine=1,col=1,endColumn=2,title=Z901 sighting"
        "::saw '100%25%0A::error file=x::owned%0D::stop-commands::x'%0Ahelp: look again\n"
    )
    assert len(shown.splitlines()) == 1
