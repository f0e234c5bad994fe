"""The rules by which days and hours are read and believed, as values; ``when.py`` applies them."""

from pipeline.model import Rule

UNCLEAR = Rule("unclear", "What can be read in several ways, or in none that makes sense, states nothing; it is left open.")
ONE_SENSE = Rule("one-sense", "Hours that make sense in one way alone are taken so, and reported as inferred.")
WHOLE_PROGRAM = Rule(
    "whole-program", "Of several readings the one is taken that the rest of the program leaves, and reported as inferred."
)
POSTING_DAY = Rule(
    "posting-day",
    "A field `date` without hours beside it may be when the page was posted: it is not the session's day where other statements name another, "
    "unless the words of most pages name the day of that field. A field that gives the second is when the page was made.",
)
CONFERENCE_DAY = Rule("conference-day", "A date without a year is in the conference's; a weekday alone is its only such day.")
ONLY_DAY = Rule("only-day", "Hours without a day are on the conference's only one, where program.toml lists one alone.")
WEEKDAY_FITS = Rule(
    "weekday-fits", "A date whose weekday fits the calendar, or that names none, is believed before one whose does not."
)
WITHIN_CONFERENCE = Rule("within-the-conference", "A date within the conference's days is believed before one outside.")
DAY_OF_START = Rule(
    "day-of-the-start", "The day written with the start is believed before a date alone, which may be when the page was posted."
)
BOTH_ENDS = Rule("both-ends", "Hours with both ends are believed before those with one.")
SAME_DAY = Rule("same-day", "A talk that names no day is on its session's.")

#: The rules for times, in the order in which they are asked; ``evidence.RULES`` decide what these leave.
RULES = (
    UNCLEAR, ONE_SENSE, WHOLE_PROGRAM, POSTING_DAY, CONFERENCE_DAY, ONLY_DAY, WEEKDAY_FITS, WITHIN_CONFERENCE, DAY_OF_START, BOTH_ENDS,
    SAME_DAY,
)  # fmt: skip
