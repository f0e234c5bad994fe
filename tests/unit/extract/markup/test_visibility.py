"""What nobody sees on a page states nothing."""

import pytest

from tests.drafts import read


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:none"',
        "style='color: red; DISPLAY : none;'",
        'style="visibility: hidden"',
        "hidden",
        'hidden=""',
        'class="hidden"',
        'class="note d-none"',
        'id="old" style="display:none"',
    ],
)
def test_what_is_hidden_states_nothing(attributes: str):
    assert (
        read(f"---\ntitle: T\n---\n<p {attributes}>Location: Room 7</p>\n<p>Location: Room 8</p>\n")
        == "2:8 title: T\n5:14 venue: Room 8"
    )


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:block"',
        'class="sr-only"',
        'aria-hidden="true"',
        'class="hidden md:block"',
        'class="d-none d-lg-block"',
        'class="collapse hidden"',
    ],
)
def test_what_somebody_sees_states_something(attributes: str):
    found = read(f"---\ntitle: T\n---\n<p {attributes}>Location: Room 7</p>\n")
    assert found == f"2:8 title: T\n4:{len(attributes) + 15} venue: Room 7"


def test_what_a_button_shows_is_read():
    page = '<a onclick="toggle(\'a1\')">Abstract</a>\n<p id="a1" style="display:none">Abstract: The sea comes.</p>\n'
    assert "5:43 abstract: The sea comes." in read(f"---\ntitle: T\n---\n{page}")
