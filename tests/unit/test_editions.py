"""Earlier editions: from the output folder, a path, the web; what cannot be had is a problem, never a silent beginning at 0."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline import fetch as fetching
from pipeline.compare import compare
from pipeline.compare.previous import Previous
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import UnreachableEdition, UnreadableEdition
from pipeline.editions import History, earlier_editions, read_edition
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.fetch import Unreachable, beside, fetch
from pipeline.model import Edition
from tests.builders import PUBLISHED, program, session

FIRST = compare(program(session("Rivers")), None, PUBLISHED, {})[0]


def publish(made: Edition, folder: Path) -> Path:
    for artifact in (*emit(made).artifacts, program_json(made, ())):
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return folder


class Server(ThreadingHTTPServer):
    """Serves what is in ``files`` under its path; a number is an answer of that kind, a text a redirection."""

    files: dict[str, bytes | int | str]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        found = self.server.files.get(self.path.partition("?")[0], 404)
        if isinstance(found, int):
            self.send_error(found)
        elif isinstance(found, str):
            self.send_response(302)
            self.send_header("Location", found)
            self.end_headers()
        else:
            self.send_response(200)
            if self.path.startswith("/packed/"):
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(found) + (7 if self.path == "/cut/program.json" else 0)))
            self.end_headers()
            if self.path == "/slow/program.json":
                time.sleep(1)
            self.wfile.write(found)

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def web() -> Iterator[tuple[str, dict[str, bytes | int | str]]]:
    """An address, and what is served there."""
    server = Server(("127.0.0.1", 0), Handler)
    server.files = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", server.files
    server.shutdown()
    server.server_close()


PROGRAM = program_json(FIRST, ()).data
FEED = emit(FIRST).artifacts[0].data


def state_of(found: Previous | Problem | None) -> Previous:
    assert isinstance(found, Previous)
    return found


def ids(state: Previous | None) -> list[str]:
    return [one.id for one in state_of(state).program.sessions]


def test_without_an_edition_before_there_is_none(tmp_path: Path):
    earlier, problems = earlier_editions(tmp_path / "output", History())
    assert (earlier.state, earlier.published, problems) == (None, (), ())


def test_the_edition_in_the_output_folder(tmp_path: Path):
    earlier, problems = earlier_editions(publish(FIRST, tmp_path), History())
    assert problems == ()
    assert (ids(earlier.state), [one.feeds for one in earlier.published]) == (["rivers"], [{"calendar/all.ics": FEED}])


@pytest.mark.parametrize("name", ["", "program.json"])
def test_an_edition_at_a_path(tmp_path: Path, name: str):
    place = publish(FIRST, tmp_path / "old") / name
    earlier, problems = earlier_editions(tmp_path / "output", History(previous=str(place)))
    assert problems == ()
    assert (ids(earlier.state), [one.feeds for one in earlier.published]) == (["rivers"], [{"calendar/all.ics": FEED}])


@pytest.mark.parametrize("name", ["", "/", "/program.json", "/program.json?v=1", "/index.html"])
def test_an_edition_on_the_web(tmp_path: Path, web: tuple[str, dict[str, bytes | int | str]], name: str):
    address, files = web
    files |= {"/2026/program.json": PROGRAM, "/2026/calendar/all.ics": FEED}
    place = f"{address}/2026{name}"
    earlier, problems = earlier_editions(tmp_path / "output", History(previous=place))
    assert problems == ()
    assert (ids(earlier.state), [one.feeds for one in earlier.published]) == (["rivers"], [{"calendar/all.ics": FEED}])


def test_redirections_are_followed_and_a_feed_may_be_missing(web: tuple[str, dict[str, bytes | int | str]], tmp_path: Path):
    address, files = web
    files |= {"/a/program.json": "/b/program.json", "/b/program.json": PROGRAM}
    earlier, problems = earlier_editions(tmp_path, History(previous=f"{address}/a/"))
    assert problems == ()
    assert [one.feeds for one in earlier.published] == [{}]


@pytest.mark.parametrize(
    ("path", "answer", "reason"),
    [
        ("/program.json", 404, "the server answers 404 Not Found"),
        ("/program.json", 500, "the server answers 500 Internal Server Error"),
        ("/cut/program.json", PROGRAM, "the answer was cut off"),
        (
            "/program.json",
            b"{",
            "the program.json published before cannot be read: Expecting property name enclosed in double quotes",
        ),
    ],
)
def test_what_cannot_be_had_from_the_web_is_a_problem(
    web: tuple[str, dict[str, bytes | int | str]], path: str, answer: bytes | int, reason: str, tmp_path: Path
):
    address, files = web
    files[path] = answer
    earlier, (problem,) = earlier_editions(tmp_path, History(previous=address + path))
    assert isinstance(problem, UnreachableEdition)
    assert (problem.place, problem.reason, earlier.state) == (address + path, reason, None)


@pytest.mark.parametrize("feed", [b"<!doctype html>Nothing here", FEED[:-20], b""])
def test_what_stands_in_place_of_a_feed_is_a_problem(web: tuple[str, dict[str, bytes | int | str]], feed: bytes, tmp_path: Path):
    """A server that answers whatever it is asked; or a feed that was cut off: there would be nothing to check against."""
    address, files = web
    files |= {"/program.json": PROGRAM, "/calendar/all.ics": feed}
    _, (problem,) = earlier_editions(tmp_path, History(live=address))
    assert isinstance(problem, UnreachableEdition)
    assert (problem.place, problem.reason) == (f"{address}/calendar/all.ics", "it is no calendar, or was cut off")


@pytest.mark.parametrize("scheme", ["ftp", "file", "data"])
def test_no_answer_leads_elsewhere_than_to_the_web(web: tuple[str, dict[str, bytes | int | str]], scheme: str):
    address, files = web
    files["/program.json"] = f"{scheme}://127.0.0.1/program.json"
    with pytest.raises(Unreachable, match=f"Redirection to url '{scheme}://127.0.0.1/program.json' is not allowed"):
        fetch(f"{address}/program.json")


def test_an_answer_that_leads_to_itself_is_told_on_one_line(web: tuple[str, dict[str, bytes | int | str]]):
    address, files = web
    files["/program.json"] = "/program.json"
    with pytest.raises(Unreachable, match=r"^the server answers 302 .*infinite loop\. The last 30x error message was: Found$"):
        fetch(f"{address}/program.json")


def test_an_answer_that_is_packed_unasked_says_so(web: tuple[str, dict[str, bytes | int | str]]):
    address, files = web
    files["/packed/program.json"] = gzip.compress(PROGRAM)
    with pytest.raises(Unreachable, match=r"^the answer is packed as gzip, which was not asked for$"):
        fetch(f"{address}/packed/program.json")


def test_an_answer_has_a_largest_size_and_has_to_come_in_time(
    web: tuple[str, dict[str, bytes | int | str]], monkeypatch: pytest.MonkeyPatch
):
    address, files = web
    files |= {"/slow/program.json": PROGRAM, "/large": b"x" * 2000}
    monkeypatch.setattr(fetching, "_SECONDS", 0.2)
    with pytest.raises(Unreachable, match=r"it does not come within 0\.2 seconds"):
        fetch(f"{address}/slow/program.json")
    monkeypatch.setattr(fetching, "_LARGEST", 1000)
    with pytest.raises(Unreachable, match="it is larger than 0 MB"):
        fetch(f"{address}/large")


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("file:///etc/passwd", "only addresses that begin with https:// or http:// are read"),
        ("ftp://x.example/program.json", "only addresses that begin with https:// or http:// are read"),
        ("http://127.0.0.1:1/program.json", r"\[Errno 111\] Connection refused"),
        ("http://[/program.json", ".+"),
        ("nowhere/program.json", "there is no such file"),
    ],
)
def test_what_is_no_place_is_a_problem(place: str, reason: str):
    with pytest.raises(Unreachable, match=f"^{reason}"):
        fetch(place)


def test_a_broken_edition_in_the_output_folder_is_a_problem_of_that_file(tmp_path: Path):
    (tmp_path / "program.json").write_bytes(b"[]")
    earlier, (problem,) = earlier_editions(tmp_path, History())
    assert isinstance(problem, UnreadableEdition)
    assert earlier.state is None


@pytest.mark.parametrize("broken", [b"[]", None])
def test_a_lost_or_broken_edition_is_healed_from_the_published_one(tmp_path: Path, broken: bytes | None):
    live = publish(FIRST, tmp_path / "live")
    if broken:
        (tmp_path / "program.json").write_bytes(broken)
    earlier, problems = earlier_editions(tmp_path, History(rebase_on=str(live)))
    assert problems == ()
    assert (ids(earlier.state), len(earlier.published)) == (["rivers"], 1)


def test_what_is_live_is_only_checked_against(tmp_path: Path):
    live = publish(FIRST, tmp_path / "live")
    earlier, problems = earlier_editions(tmp_path / "output", History(live=str(live)))
    assert (earlier.state, [ids(one.state) for one in earlier.published], problems) == (None, [["rivers"]], ())


def test_a_live_edition_that_cannot_be_had_is_a_problem(tmp_path: Path):
    _, (problem,) = earlier_editions(tmp_path, History(live=str(tmp_path / "nowhere")))
    assert problem.message == f"the edition at {tmp_path / 'nowhere' / 'program.json'} cannot be read: there is no such file"


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("https://x.example", "https://x.example/calendar/all.ics"),
        ("https://x.example/a/", "https://x.example/a/calendar/all.ics"),
        ("https://x.example/a", "https://x.example/a/calendar/all.ics"),
        ("https://x.example/v1.2?x=1", "https://x.example/v1.2/calendar/all.ics"),
        ("https://x.example/a/index.html", "https://x.example/a/calendar/all.ics"),
        ("https://x.example/a/program.json?x=1#y", "https://x.example/a/calendar/all.ics"),
        ("a/program.json", "a/calendar/all.ics"),
        ("a/old.json", "a/calendar/all.ics"),
        ("a", "a/calendar/all.ics"),
        ("a/", "a/calendar/all.ics"),
    ],
)
def test_files_of_an_edition_are_beside_each_other(place: str, other: str):
    assert beside(place, "calendar/all.ics") == other


def test_of_a_folder_that_is_not_there_nothing_beside_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(publish(FIRST, tmp_path))
    found = read_edition("nowhere")
    assert isinstance(found, UnreachableEdition)
    assert (found.place, found.reason) == ("nowhere/program.json", "there is no such file")


def test_an_edition_is_read_for_a_report(tmp_path: Path):
    assert ids(state_of(read_edition(str(publish(FIRST, tmp_path))))) == ["rivers"]
