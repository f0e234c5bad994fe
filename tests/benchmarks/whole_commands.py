"""Times whole commands on the 2024 corpus: ``.venv/bin/python -m tests.benchmarks.whole_commands [SITE] [--runs N]``.

Each command runs in a new process, in turn with a measure of the machine: a bare ``import weasyprint``. Printed are the medians and,
pair by pair, the ratio to that measure, which holds where the machine's speed drifts. Aims: ``check`` ≤ 0.6 s, ``build`` ≤ 3 s, warm,
nothing cached, on two cores.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "mlstat-2024"
#: As users have it: what Python compiled is kept for the next run, whatever this machine says.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
MEASURE = (sys.executable, "-c", "import weasyprint")


def main() -> None:
    """Prints one line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("site", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    if not options.site.is_dir():
        parser.error(f"there is no folder {options.site}")
    with tempfile.TemporaryDirectory() as folder:
        common = (str(options.site), "--timezone", "Asia/Shanghai", "--quiet")
        commands = {"check": ("check", *common), "build": ("build", *common, "--output", f"{folder}/output")}
        for name, arguments in commands.items():
            pairs = [
                (_seconds((sys.executable, "-m", "pipeline", *arguments)), _seconds(MEASURE)) for _ in range(options.runs + 1)
            ][1:]
            seconds = statistics.median(one for one, _ in pairs)
            ratios = sorted(one / measure for one, measure in pairs)
            print(
                f"{name:6} {seconds:5.2f} s   {statistics.median(ratios):4.2f} × import weasyprint ({ratios[0]:.2f}–{ratios[-1]:.2f})"
            )


def _seconds(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=_ENVIRONMENT)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
