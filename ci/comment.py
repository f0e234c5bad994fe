"""Keeps one comment on a pull request up to date: the report of the newest run. It is known by its first line.

The environment says all: ``REPORT`` (a file), ``SITE``, ``PULL_REQUEST`` (a number), ``TOKEN``, and the runner's ``GITHUB_API_URL`` and
``GITHUB_REPOSITORY``. A comment that cannot be written fails no run: the report stands in the job's summary too.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

_PAGE = 100
_SECONDS = 20


def main() -> None:
    """Writes the comment, or a notice why it cannot be."""
    marker = f"<!-- confbook: {os.environ['SITE'].replace('--', '- -')} -->"
    body = f"{marker}\n{Path(os.environ['REPORT']).read_text(encoding='utf-8')}"
    repository = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
    on_this = f"{repository}/issues/{os.environ['PULL_REQUEST']}/comments"
    try:
        ours = next((comment["id"] for comment in _comments(on_this) if _is_ours(comment, marker)), None)
        if ours is None:
            _ask("POST", on_this, {"body": body})
        else:
            _ask("PATCH", f"{repository}/issues/comments/{ours}", {"body": body})
    except OSError as error:  # the server's refusals among them
        why = " ".join(str(error).split())
        sys.stdout.write(
            f"::notice::The report stands only in the summary of this run, as no comment can be written ({why}). "
            "The job needs the permission pull-requests: write.\n"
        )


def _comments(address: str) -> Iterator[dict[str, Any]]:
    """All comments, the oldest first."""
    number = 0
    while True:
        number += 1
        page = _ask("GET", f"{address}?per_page={_PAGE}&page={number}")
        yield from page
        if len(page) < _PAGE:
            return


def _is_ours(comment: dict[str, Any], marker: str) -> bool:
    """Only a program's comment can be: anybody may write one that begins alike."""
    author = comment["user"]  # null where the account is gone
    return bool(author and author["type"] == "Bot" and (comment["body"] or "").startswith(marker))


def _ask(method: str, address: str, data: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - JSON
    headers = {"Authorization": f"Bearer {os.environ['TOKEN']}", "Accept": "application/vnd.github+json"}
    body = None if data is None else json.dumps(data).encode()
    with urlopen(Request(address, body, headers, method=method), timeout=_SECONDS) as answer:  # noqa: S310 - the runner's own address
        return json.load(answer)


if __name__ == "__main__":
    main()
