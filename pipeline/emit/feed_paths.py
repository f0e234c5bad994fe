"""Where the calendar feeds of parts of the program are published: what the calendar writes and the cards link to.

A feed's path is never changed: whoever subscribed to it would hear of nothing any longer.
"""

from datetime import date

FOLDER = "calendar"


def of_day(day: date) -> str:
    """The feed of a day."""
    return f"{FOLDER}/day/{day}.ics"


def of_track(name: str) -> str:
    """The feed of a track, by its name in addresses (``emit/tracks.py``)."""
    return f"{FOLDER}/track/{name}.ics"


def of_room(venue: str) -> str:
    """The feed of the venue with this id."""
    return f"{FOLDER}/venue/{venue}.ics"


def of_person(person: str) -> str:
    """The feed of the person with this id."""
    return f"{FOLDER}/speaker/{person}.ics"


def of_session(session: str) -> str:
    """The feed of the session with this id, present or former."""
    return f"{FOLDER}/session/{session}.ics"
