"""Times the reading of long hostile pages: ``.venv/bin/python -m tests.benchmarks.hostile_pages [--size KB] [--limit SECONDS] [NAME…]``.

Each page is one piece again and again, read by ``check`` in a process of its own, at the size and at half of it: a ratio of 2 is
linear, one of 4 is quadratic. Aim: 1 MB within a few seconds, every ratio below 3.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIELDS = "---\ntitle: Tides\ndate: 2026-10-15\nstart: 9:00\n---\n"
PLAIN = "---\ntitle: Tides\n---\n"
#: Name → what the page begins with, and the piece that it repeats; ``%`` is the piece's number.
PAGES = {
    "word": (PLAIN, "x"),
    "words": (PLAIN, "word "),
    "lines": (PLAIN, "a line of words\n"),
    "paragraphs": (PLAIN, "A paragraph of words.\n\n"),
    "abstract": (FIELDS, "A paragraph of words.\n\n"),
    "colons": (PLAIN, "a: "),
    "wide-colons": (PLAIN, "时间："),
    "brackets": (PLAIN, "["),
    "parentheses": (PLAIN, "("),
    "links": (PLAIN, "[a](b) "),
    "stars": (PLAIN, "*a "),
    "underscores": (PLAIN, "_a_ "),
    "backticks": (PLAIN, "`a "),
    "dollars": (PLAIN, "$a "),
    "angles": (PLAIN, "<"),
    "signs": (PLAIN, "<p>a<b c<d "),
    "entities": (PLAIN, "&amp;&lt;&nbsp; "),
    "entity-labels": (PLAIN, "<div>&amp; Host: Ada Brook<br>\n"),
    "entity-lines": (PLAIN + "<div>&amp;\n", "Host: Ada Brook\n"),
    "entity-text": (PLAIN + "&amp; ", "Host: Ada Brook; "),
    "entity-dots": (PLAIN + "<p>&amp; <br>", "Ada. Brook, &nbsp;"),
    "divs": (PLAIN, "<div>"),
    "spans": (PLAIN, "<span>a"),
    "div-lines": (PLAIN, "<div>\n\n"),
    "closed-divs": (PLAIN, "<div>a</div>\n"),
    "tips": (PLAIN, '<div class="tip">Host: Ada Brook</div>\n'),
    "open-tips": (PLAIN, '<div class="tip">Host: Ada Brook\n'),
    "cards": (PLAIN, '<div class="row"><div class="left">Ada Brook</div><div class="right"><b>Title:</b> Tide %</div></div>\n'),
    "containers": (PLAIN, '<div class="container"><div class="name-bar">Ada Brook</div><div class="title">Title: Tide %</div></div>\n'),
    "lists": (PLAIN, "- Speaker: Ada Brook\n- Title: Tide %\n"),
    "deep-list": (PLAIN, "<ul><li>"),
    "rows": (PLAIN + "|Time|Title|Speaker|\n|-|-|-|\n", "|9:00-9:30|Tide %|Ada Brook|\n"),
    "html-rows": (PLAIN + "<table><tr><th>Time<th>Title<th>Speaker</tr>\n", "<tr><td>9:00<td>Tide %<td>Ada Brook</tr>\n"),
    "cells": (PLAIN + "<table><tr>", "<td>a"),
    "spanning-cells": (PLAIN + "<table>", "<tr><td rowspan=999 colspan=999>a"),
    "slots": (PLAIN, "### 10:00-10:30 Tide %\n\nAda Brook\n\n"),
    "headings": (PLAIN, "## Abstract\n\nWords.\n\n"),
    "dates": (PLAIN + "Date: ", "Oct. 15, 2026 "),
    "times": (PLAIN + "Time: ", "9:00-10:00, "),
    "speakers": (PLAIN + "Speaker: ", "Ada Brook, "),
    "people": (PLAIN + "Speaker: ", "Ada Bro%k, Coast University; "),
    "talks": ("---\ntitle: Tides\ntalks:\n", "  - {title: Tide %, speakers: [Ada Brook]}\n"),
    "pictures": (PLAIN, '<img src="/images/a%.png">\n'),
    "comments": (PLAIN, "<!--"),
    "closed-comments": (PLAIN, "<!-- a -->"),
    "styles": (PLAIN, "<style>"),
    "titles": (PLAIN, "<title>a"),
    "shortcodes": (PLAIN, "{{<"),
    "rules": (PLAIN, "---\n"),
    "quotes": (PLAIN, "> "),
    "chinese": (PLAIN, "报告人：张三（清华大学）"),
    "han": (PLAIN, "潮"),
    "blanks": (PLAIN, "\u3000 "),
    "yaml-key": ("---\ntitle: ", "a"),
    "yaml-dashes": ("---\ntitle: T\na: ", "- "),
    "yaml-brackets": ("---\ntitle: T\na: ", "["),
    "yaml-quotes": ('---\ntitle: "', "\\n "),
    "toml-keys": ("+++\ntitle = 'T'\n", "k% = 'v'\n"),
    "toml-text": ("+++\ntitle = '''", "a.b [ "),
    "json-brackets": ('{"title": ', "["),
    "fences": ("", "---\n"),
    "plus-fences": ("", "+++\n"),
    "tex": (PLAIN, "$x_{1}$ and \\frac{a}{b} "),
    "abstract-labels": (PLAIN, "Abstract: words. "),
    "biography": (PLAIN + "Speaker: Ada Brook\n\nBiography: ", "Ada Brook is a professor. "),
}  # fmt: skip
CLOSE = {"---": "\n---\n", "+++": "\n+++\n"}


def main() -> None:
    """Prints one line for each page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*PAGES, []])
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--limit", type=int, default=60)
    options = parser.parse_args()
    for name in options.names or PAGES:
        half, whole = (_seconds(page(name, size * 1000), options.limit) for size in (options.size // 2, options.size))
        ratio = f"{whole / half:4.1f}" if whole and half else "    "
        print(f"{name:16} {half or 999:7.2f} {whole or 999:7.2f} s  × {ratio}", flush=True)


def page(name: str, size: int) -> str:
    """The page of that name, of about as many bytes."""
    begin, piece = PAGES[name]
    count = size // len(piece.encode())
    body = "".join(piece.replace("%", str(number)) for number in range(count)) if "%" in piece else piece * count
    opened = begin[:3] if begin[:3] in CLOSE and begin.count(begin[:3]) == 1 else ""
    quote = {'---\ntitle: "': '"', "+++\ntitle = '''": "'''"}.get(begin, "")
    return begin + body + quote + CLOSE.get(opened, "")


def _seconds(text: str, limit: int) -> float | None:
    """How long ``check`` computes for a site of one page; ``None`` where it is not done within the limit."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\n', encoding="utf-8")
        (site / "page.md").write_text(text, encoding="utf-8")
        begun = _children()
        command = (sys.executable, "-m", "pipeline", "check", folder, "--quiet")
        try:
            run = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=limit, check=False)
        except subprocess.TimeoutExpired:
            return None
        if run.returncode not in (0, 1) or b"Traceback" in run.stderr:
            print(run.stderr.decode()[-2000:])
        return _children() - begun


def _children() -> float:
    """The processor's time that ended processes took: the machine may be busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
