"""What ``docs/ci.md`` offers beside the action, run as it is written: GitLab's jobs, the shell recipe, the hook, the container."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.runner import ACTION, ROOT

GUIDE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def fences(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def sh(script: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs a script where only what is named is set, as in a job."""
    around = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "CONFBOOK_CACHE") if name in os.environ}
    around |= {"GIT_CEILING_DIRECTORIES": str(folder.parent), **environment}
    return subprocess.run(["sh", "-e", "-c", script], cwd=folder, env=around, capture_output=True, text=True, check=False)


def put_online(folder: Path) -> None:
    folder.rename(folder.parent.parent / "live/2026")


def test_the_guide_shows_the_files_and_all_inputs():
    files = [(ROOT / f"templates/ci/{name}.yml").read_text(encoding="utf-8") for name in ("github", "gitlab")]
    assert fences("yaml")[:2] == files
    assert re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE) == list(ACTION["inputs"])


def test_gitlab(checkout: Path, action: Path):
    jobs = yaml.safe_load((ROOT / "templates/ci/gitlab.yml").read_text(encoding="utf-8"))
    settings = {"SITE": "content", "CONFBOOK": str(action)}
    proof, pages = ("\n".join(jobs[name]["script"]) for name in ("proof", "pages"))

    done = sh(pages, checkout, **settings)
    assert (done.returncode, (checkout / "public").exists()) == (1, False)
    assert "error E806 unreachable-edition" in done.stderr
    assert sh(pages, checkout, **settings, FIRST="true").returncode == 0
    put_online(checkout / "public")

    page = checkout / "content/rivers.md"
    page.write_text(page.read_text().replace("venue: Main Hall", "venue: Moor").replace("09:00", "10:00"))
    assert sh(proof, checkout, **settings).returncode == 0
    (finding,) = json.loads((checkout / "codequality.json").read_text())
    assert (finding["check_name"], finding["location"]) == (
        "V301 unknown-venue",
        {"path": "content/rivers.md", "lines": {"begin": 6}},
    )
    assert "  - Other room: Main Hall → Moor" in sh("\n".join(jobs["proof"]["after_script"]), checkout).stdout.splitlines()


def test_the_shell_recipe(checkout: Path, action: Path):
    proof, edition = fences("sh")[0].splitlines()
    (checkout / "confbook").symlink_to(action)
    assert sh(f"{edition} --first", checkout).returncode == 0
    put_online(checkout / "public")
    done = sh(f"{proof}\n{edition}", checkout)
    assert done.returncode == 0
    assert "Nothing." in (checkout / "report.md").read_text().splitlines()
    assert (checkout / "public/program.json").read_bytes() == (checkout.parent / "live/2026/program.json").read_bytes()


def test_the_hook_checks_and_needs_none_of_the_libraries_for_booklets(checkout: Path):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *words = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["pass_filenames"]) == ("confbook", "python", False)
    code = "import sys; from pipeline.cli import main; code = main(sys.argv[1:]); assert 'weasyprint' not in sys.modules; sys.exit(code)"
    command = shlex.join([sys.executable, "-c", code, *words, "content"])
    done = sh(command, checkout, PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (checkout / "content/rivers.md").write_text("---\ntitle: [\n---\n")
    assert sh(command, checkout, PYTHONPATH=str(ROOT)).returncode == 1
    changed = [name for name in ("content/rivers.md", "program.toml", "photo.jpg") if re.search(hook["files"], name)]
    assert changed == ["content/rivers.md", "program.toml"]


def test_the_container_holds_all_that_the_program_needs(checkout: Path, tmp_path: Path):
    for source, target in re.findall(r"^COPY (\w+) /confbook/(\w+)$", CONTAINER, re.MULTILINE):
        shutil.copytree(ROOT / source, tmp_path / "confbook" / target)
    (entry,) = re.findall(r"^ENTRYPOINT (.*)$", CONTAINER, re.MULTILINE)
    python, *words = json.loads(entry)
    assert python == "python"
    (settings,) = re.findall(r"^ENV (.*)$", CONTAINER, re.MULTILINE)
    environment = dict(setting.split("=") for setting in settings.replace("/confbook ", f"{tmp_path}/confbook ").split())
    command = shlex.join([sys.executable, *words])
    done = sh(f"{command} check content && {command} schema program", checkout, PYTHONPATH=environment["PYTHONPATH"])
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "reading pages …")


def test_the_container_has_the_libraries_that_a_checkout_installs():
    (libraries,) = re.findall(r"^debian_libraries='(.*)'$", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE)
    (installed,) = re.findall(r"apt-get install -y --no-install-recommends ([^&]*)", CONTAINER)
    assert set(installed.split()) == {*libraries.split(), "git"}


@pytest.mark.parametrize("line", (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()[1:-1])
def test_what_the_container_copies_is_sent_to_its_build(line: str):
    assert re.search(rf"^COPY {line.removeprefix('!')} ", CONTAINER, re.MULTILINE)
