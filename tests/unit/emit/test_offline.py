"""The service worker names what it keeps by its content, and nothing else decides what it is."""

import json
import re
from hashlib import sha256

from pipeline.emit.offline import worker
from pipeline.model import Artifact


def kept(*artifacts: Artifact) -> dict[str, str]:
    text = worker(artifacts).data.decode()
    files: dict[str, str] = json.loads(re.findall(r"^const FILES = (.*);\n", text)[0])
    return files


def test_it_keeps_the_cards_each_with_the_hash_of_its_content():
    page = Artifact("sessions/a.html", b"a")
    assert kept(page) == {"sessions/a.html": sha256(b"a").hexdigest()[:16]}


def test_what_one_wants_the_newest_of_and_what_organisers_read_is_left_to_the_network():
    paths = ("booklet.pdf", "calendar/all.ics", "program.json", "problems.html", "program.html", "zh/program.html", "photos/a.jpg")
    assert kept(*(Artifact(path, b"") for path in paths)) == {}


def test_the_same_edition_gives_the_same_worker_and_any_change_another():
    one, other = Artifact("index.html", b"one"), Artifact("index.html", b"other")
    assert worker([one]) == worker([one])
    assert worker([one]) != worker([other])


def test_of_very_many_pages_it_keeps_those_that_list_the_others():
    many = [Artifact(f"sessions/s{number}.html", b"") for number in range(3_000)]
    lists = [Artifact(path, b"") for path in ("index.html", "days/2026-10-15.html", "people.html", "assets/search.js")]
    assert list(kept(*many, *lists)) == [page.path for page in lists]


def test_a_hostile_path_stays_a_path():
    evil = Artifact("sessions/</script>\u2028.html", b"")
    assert list(kept(evil)) == [evil.path]
    assert b"</script>" not in worker([evil]).data
