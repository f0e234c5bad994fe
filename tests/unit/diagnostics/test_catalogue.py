"""Finding a kind of problem by what somebody types."""

import pytest

from pipeline.diagnostics import catalogue
from pipeline.diagnostics.program import DoubleBooking


@pytest.mark.parametrize(
    "written", ["S401", "s401", " S401 ", "double-booking", "Double-Booking", "double_booking", "double booking"]
)
def test_a_kind_is_found_by_code_or_name(written):
    assert catalogue.find(written) is DoubleBooking


@pytest.mark.parametrize("written", ["", "S4", "S499", "booking"])
def test_what_is_no_kind_is_not_found(written):
    assert catalogue.find(written) is None


def test_a_slip_is_recognised():
    assert catalogue.like("duble-booking")[0] == "double-booking"
    assert catalogue.like("S4O1")[0] == "S401"
    assert catalogue.like("qqqqqq") == ()


def test_a_summary_is_the_first_sentence_of_the_explanation():
    assert catalogue.summary(DoubleBooking) == "Two sessions are in one room at the same time."
    assert catalogue.explanation(DoubleBooking).startswith("Two sessions are in one room at the same time.\n\nOne of them has")
