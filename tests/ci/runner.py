"""What GitHub's runner does with an action, as far as ours goes: environment, expressions, and the commands it takes from a log."""

import os
import re
import subprocess
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]

#: A page with one session.
PAGE = "---\ntitle: {title}\ndate: 2026-10-15\nstart: {start}\nend: 12:00\nvenue: {venue}\nspeaker: Ada Brook\n---\n\nOn rivers.\n"

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"'[^']*'|cancelled\(\)|[a-z_]+(?:\.[a-z_]+)+|&&|\|\||!(?!=)")
# ActionCommand.cs: a new command begins its line, but for space; an old one may stand anywhere in a line that is no new one.
_NEW = re.compile(r"\s*::([^\s:]+)(?: ([^:]*))?::(.*)")
_OLD = re.compile(r"##\[([^\s\]]+)[^\]]*\](.*)")
_KNOWN = frozenset({
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher", "save-state",
    "set-env", "set-output", "stop-commands", "warning",
})  # fmt: skip

Context = Mapping[str, str]


def evaluated(expression: str, context: Context) -> bool:
    """An expression of ``==``, ``!=``, ``&&``, ``||`` and ``!`` on texts; what the context does not have is empty."""
    words = {"&&": " and ", "||": " or ", "!": " not ", "cancelled()": "False"}
    python = _TOKEN.sub(lambda token: words.get(token[0]) or _text(token[0], context), expression)
    return bool(eval(f"({python})", {"__builtins__": {}}))  # noqa: S307 - of our own file


def _text(token: str, context: Context) -> str:
    return token if token.startswith("'") else repr(context.get(token, ""))


def filled(text: str, context: Context) -> str:
    """A text in which each expression, a single name, is its value."""
    return _EXPRESSION.sub(lambda found: context[found[1].strip()], text)


@dataclass
class Job:
    """A job in a checkout of a site (``folder``), with what its steps have said so far."""

    folder: Path
    context: dict[str, str] = field(default_factory=dict)
    log: str = ""

    @property
    def summary(self) -> str:
        """What the last step added to the job's summary."""
        return (self.folder / ".runner/summary.md").read_text(encoding="utf-8")

    def run(self, step: Mapping[str, Any], action: Path, **environment: str) -> int:
        """Runs a step's script as the runner would; gives its exit code."""
        runner = self.folder / ".runner"
        (runner / "temp").mkdir(parents=True, exist_ok=True)
        files = {"GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary.md"}
        for file in files.values():
            file.write_text("")
        said = {name: filled(str(value), self.context) for name, value in step.get("env", {}).items()}
        around = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        github = {"CI": "true", "GITHUB_ACTION_PATH": str(action), "RUNNER_TEMP": str(runner / "temp")}
        github |= {"GITHUB_REPOSITORY": "octo/waters", "GIT_CEILING_DIRECTORIES": str(self.folder.parent)}
        (runner / "script.sh").write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", runner / "script.sh"],
            cwd=self.folder,
            env={**around, **github, **{name: str(file) for name, file in files.items()}, **said, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.log = done.stdout
        for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{step.get('id')}.outputs.{name}"] = value
        return done.returncode

    def commands(self) -> list[tuple[str, str, str]]:
        """The commands that the runner takes from the log: name, properties, message."""
        taken, token = [], None
        for line in re.split(r"\r\n|\r|\n", self.log):
            name, properties, message = _command(line, _KNOWN | {str(token)})
            if token is None and name == "stop-commands":
                token = message
            elif token is not None and name == token:
                token = None
            elif token is None and name:
                taken.append((name, properties, message))
        assert token is None, "commands are off for the rest of the step"
        return taken


def _command(line: str, known: AbstractSet[str]) -> tuple[str, str, str]:
    """The name, properties and message of the command in a line; all empty where there is none."""
    new, old = _NEW.fullmatch(line), _OLD.search(line)
    if new and new[1].lower() in known:
        return new[1].lower(), new[2] or "", new[3]
    return (old[1].lower(), "", old[2]) if old and old[1].lower() in known else ("", "", "")


def step(name: str) -> dict[str, Any]:
    """The step whose script is ``ci/NAME``."""
    (found,) = (one for one in STEPS if f"ci/{name}" in one.get("run", ""))
    return found
