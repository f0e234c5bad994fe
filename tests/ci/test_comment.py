"""``ci/comment.py`` against a server that keeps comments as GitHub does: one comment, kept up to date, and only ours."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.ci.runner import ROOT, Job, step

MARKER = "<!-- confbook: content -->"


class Server(ThreadingHTTPServer):
    """Comments of pull request 7, and whether they may be written."""

    comments: list[dict[str, Any]]
    writable = True


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        page = parse_qs(urlsplit(self.path).query)
        size, number = int(page["per_page"][0]), int(page["page"][0])
        assert urlsplit(self.path).path == "/repos/octo/waters/issues/7/comments"
        self.answer(self.server.comments[(number - 1) * size : number * size])

    def do_POST(self):
        assert self.path == "/repos/octo/waters/issues/7/comments"
        self.write({"id": 1000 + len(self.server.comments), "user": {"type": "Bot"}})

    def do_PATCH(self):
        folder, _, number = self.path.rpartition("/")
        assert folder == "/repos/octo/waters/issues/comments"
        (found,) = (one for one in self.server.comments if one["id"] == int(number))
        self.write(found)

    def write(self, comment: dict[str, Any]) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.server.writable or self.headers["Authorization"] != "Bearer secret":
            self.send_error(403, "Resource not accessible by integration")
            return
        comment["body"] = sent["body"]
        if comment not in self.server.comments:
            self.server.comments.append(comment)
        self.answer(comment)

    def answer(self, value: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def github() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.comments = []
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def comment(github: Server, folder: Path, report: str) -> Job:
    """Says a report on pull request 7."""
    (folder / "report.md").write_text(report, encoding="utf-8")
    values = {"inputs.token": "secret", "inputs.site": "content", "github.event.pull_request.number": "7"}
    job = Job(folder, {**values, "steps.build.outputs.report": "report.md"})
    assert job.run(step("comment.py"), ROOT, GITHUB_API_URL=f"http://127.0.0.1:{github.server_port}") == 0
    return job


def test_the_first_report_is_a_comment_and_the_next_replaces_it(github: Server, tmp_path: Path):
    comment(github, tmp_path, "## Waters\n\nOne\n")
    comment(github, tmp_path, "## Waters\n\n二\n")
    assert [one["body"] for one in github.comments] == [f"{MARKER}\n## Waters\n\n二\n"]


def test_other_comments_stay_as_they_are(github: Server, tmp_path: Path):
    others = [{"id": number, "body": MARKER, "user": {"type": "User"} if number % 2 else None} for number in range(150)]
    github.comments += [*map(dict, others), {"id": 500, "body": f"{MARKER}\nOld", "user": {"type": "Bot"}}]
    comment(github, tmp_path, "New\n")
    assert github.comments == [*others, {"id": 500, "body": f"{MARKER}\nNew\n", "user": {"type": "Bot"}}]


def test_without_the_right_to_write_a_notice_says_so(github: Server, tmp_path: Path):
    github.writable = False
    job = comment(github, tmp_path, "New\n")
    ((name, _, message),) = job.commands()
    assert name == "notice"
    assert "(HTTP Error 403: Resource not accessible by integration)" in message
    assert github.comments == []
