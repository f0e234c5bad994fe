"""Whatever slip is planted into a clean page is caught: with the right problem, at its line, and nothing else is reported."""

import pytest

from tests.mutation import configuration, front_matter, markup, people, pictures, program, times, venues
from tests.mutation.conference import Conference
from tests.mutation.planting import Mutation, Slip

#: Every kind of slip.
MUTATIONS: tuple[Mutation, ...] = (
    *times.MUTATIONS,
    *venues.MUTATIONS,
    *people.MUTATIONS,
    *pictures.MUTATIONS,
    *front_matter.MUTATIONS,
    *markup.MUTATIONS,
    *program.MUTATIONS,
    *configuration.MUTATIONS,
)
#: How many places of a kind are tried, unless ``--every-slip`` is given: spread over all that there are.
SOME = 3


@pytest.fixture(scope="session")
def conference(tmp_path_factory: pytest.TempPathFactory) -> Conference:
    return Conference(tmp_path_factory.mktemp("mutation") / "content")


def _spread(slips: tuple[Slip, ...], most: int) -> tuple[Slip, ...]:
    """So many of them at most, evenly spread from the first to the last."""
    if len(slips) <= most:
        return slips
    return tuple(slips[at * (len(slips) - 1) // (most - 1)] for at in range(most))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_slip_is_caught_where_it_is_and_nothing_else_is(mutation: Mutation, conference: Conference, request):
    slips = conference.slips(mutation.plant)
    assert slips, "it cannot be planted anywhere"
    missed = []
    for slip in slips if request.config.getoption("--every-slip") else _spread(slips, SOME):
        problems = conference.problems_of(slip)
        if not mutation.is_caught(slip, problems):
            said = "".join(f"\n    {problem.span} {problem.kind()}: {problem.message}" for problem in problems)
            missed.append(f"{slip.path}:{slip.place[1]} {slip.lines}{said}")
    assert missed == []


def test_each_kind_of_slip_is_another():
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 60
