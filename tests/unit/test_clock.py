"""The time of an edition: that which is set, else that of the commit that touched the pages, if all of them are committed."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.clock import commit_time, epoch

JUNE, JULY = "2026-06-01T12:00:00+02:00", "2026-07-01T12:00:00+02:00"


@pytest.fixture
def git(tool: Callable[[str], str], tmp_path: Path) -> Callable[..., None]:
    """Runs git in a new repository; ``date`` is the time of a commit."""
    program = tool("git")

    def run(*words: str, date: str = JUNE) -> None:
        settings = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgSign=false")
        environment = {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date, "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        subprocess.run([program, *settings, *words], cwd=tmp_path, env=environment, check=True, capture_output=True)

    run("init", "-q")
    return run


@pytest.fixture
def site(git: Callable[..., None], tmp_path: Path) -> Path:
    """A committed site of one page, in a repository that has something else too."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "rivers.md").write_text("Rivers")
    git("add", ".")
    git("commit", "-qm", "Pages")
    (tmp_path / "code.txt").write_text("x")
    git("add", ".")
    git("commit", "-qm", "Code", date=JULY)
    return folder


def test_the_newest_commit_that_touched_the_pages(site: Path):
    assert commit_time(site) == datetime(2026, 6, 1, 10, tzinfo=UTC)


def test_what_is_elsewhere_in_the_repository_does_not_matter(site: Path):
    (site.parent / "code.txt").write_text("y")
    assert commit_time(site) == datetime(2026, 6, 1, 10, tzinfo=UTC)


def test_the_output_in_the_site_is_none_of_its_pages(site: Path):
    (site / "output").mkdir()
    (site / "output" / "program.json").write_text("{}")
    assert commit_time(site) == datetime(2026, 6, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("name", ["rivers.md", "new.md"])
def test_pages_that_are_not_committed_have_no_time(site: Path, name: str):
    (site / name).write_text("y")
    assert commit_time(site) is None


def test_outside_of_a_repository_there_is_no_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_time(tmp_path) is None


def test_without_git_there_is_no_time(site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(site))
    assert commit_time(site) is None


@pytest.mark.usefixtures("git")
def test_a_repository_without_a_commit_has_no_time(tmp_path: Path):
    assert commit_time(tmp_path) is None


def test_a_program_that_the_repository_names_is_not_run(site: Path, git: Callable[..., None]):
    told = site.parent / "told"
    hook = site.parent / "hook.sh"
    hook.write_text(f"#!/bin/sh\ntouch {told}\n")
    hook.chmod(0o755)
    git("config", "core.fsmonitor", str(hook))
    assert commit_time(site)
    assert not told.exists()


def test_a_repository_among_the_pages_names_no_program(site: Path, git: Callable[..., None]):
    """Pages can hold all that git takes for a bare repository, with a configuration; a filter in it is a command."""
    told = site.parent / "told"
    git("init", "-q", "--bare", "site")
    core = f"[core]\n repositoryformatversion = 0\n bare = false\n worktree = {site}\n attributesFile = {site}/all\n"
    (site / "config").write_text(f'{core}[filter "x"]\n clean = touch {told}\n')
    git("-C", "site", "--git-dir=.", "add", "-f", "rivers.md")
    (site / "all").write_text("* filter=x")
    os.utime(site / "rivers.md", (1, 1))  # so that git looks into the file again
    assert commit_time(site) is None
    assert not told.exists()


@pytest.mark.parametrize(("written", "found"), [("", None), (" ", None), ("0", 0), ("1790000000", 1790000000)])
def test_the_time_that_is_set(written: str, found: int | None):
    assert epoch({"SOURCE_DATE_EPOCH": written}) == found


@pytest.mark.parametrize("written", ["x", "-1", "1.5", "9" * 30, "١"])
def test_what_is_no_time_is_refused(written: str):
    with pytest.raises(ValueError, match=written):
        epoch({"SOURCE_DATE_EPOCH": written})
