"""program → problems between sessions: rooms, people, days and identities that can't all be true.

Each rule is one plain function of the :class:`Program`. Adding a rule is its function, its kind of problem in
``diagnostics/program.py``, and its line in ``RULES``. A rule only looks: what a fact *is* was settled in ``normalize``.
"""

from collections.abc import Callable, Iterator

from pipeline.check.copies import copied_text
from pipeline.check.days import day_outside_conference
from pipeline.check.hours import end_before_start, overlapping_talks, talk_outside_session
from pipeline.check.identities import duplicate_identity
from pipeline.check.people import person_in_two_places
from pipeline.check.rooms import double_booking
from pipeline.check.titles import code_of_several_sessions, full_width_sign, unnumbered_title
from pipeline.diagnostics import Problem, in_order
from pipeline.model import Program

Rule = Callable[[Program], Iterator[Problem]]

#: Every rule.
RULES: tuple[Rule, ...] = (
    double_booking,
    person_in_two_places,
    talk_outside_session,
    overlapping_talks,
    end_before_start,
    day_outside_conference,
    duplicate_identity,
    code_of_several_sessions,
    unnumbered_title,
    full_width_sign,
    copied_text,
)


def check(program: Program) -> tuple[Problem, ...]:
    """What all rules find, sorted by place."""
    return in_order(problem for rule in RULES for problem in rule(program))
