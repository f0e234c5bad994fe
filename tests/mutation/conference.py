"""The demonstration conference without its slips, and what is reported once another one is planted in it."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from pipeline import extract, normalize
from pipeline.build import check
from pipeline.diagnostics import Problem
from pipeline.extract.pictures import Pictures
from pipeline.model import Draft
from pipeline.normalize.reading import read_page
from pipeline.normalize.when.calendar import Calendar
from tests.mutation.planting import Page, Planting, Slip

CONTENT = Path(__file__).parents[2] / "content"

#: The slips that are in ``content/`` for show, mended: on clean pages all that is reported is of the slip that was planted.
MENDED = (
    ("bores-bars-and-breaking-waves.md", "XXX University", "East Strait University"),
    ("bores-bars-and-breaking-waves.md", "<title>Numerical Methods for Everyday Use<", "<title>Bores, Bars and Breaking Waves<"),
    ("counting-birds-counting-mud.md", '        <img src="/images/people/curlew.png" class="avatar" />\n', ""),
    ("counting-birds-counting-mud.md", "    </div>\n</div>\n</div>\n", "    </div>\n</div>\n"),
    ("keynote-what-the-tide-remembers.md", "Saturday, Oct. 16, 2026", "Thursday, Oct. 15, 2026"),
    ("keynotes-sills-and-deltas.md", "    TBA\n", "    Peiyu Wan, Lanwan University\n"),
    ("once-a-century.md", "chair: Joaquín Bajamar, Puerto Luna University", "chair: Haneul Ryu, Haeoreum University"),
    ("power-from-the-moon.md", "灯塔庭", "灯塔厅"),
    ("power-from-the-moon.md", "<title>Customizing Turbine Layouts<", "<title>Power from the Moon 月亮发电<"),
)

_IN_TWO_LANGUAGES = re.compile(r"^[ -]*(?:\w+_)?(?:en|zh): |\{(?:en|zh): ", re.MULTILINE)


class Conference:
    """A copy of ``content/`` in a folder, in which one slip at a time is planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._extract_page = cache(extract.extract_page)
        self._read: dict[object, object] = {}
        shutil.copytree(CONTENT, folder)
        # Its list of badges names people a second time: what is planted in a page's name would be told there too.
        settings = folder / "program.toml"
        settings.write_text(re.sub(r"^badges = .*\n", "", settings.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
        for name, wrong, right in MENDED:
            page = folder / "sessions" / name
            page.write_text(page.read_text("utf-8").replace(wrong, right), "utf-8")
        outcome = check(folder)
        assert outcome.program is not None
        assert outcome.problems == ()
        # A page with a translation, or in two languages, says things twice, and what one does not say the other does: it is left alone.
        stems = Counter(path.name.partition(".")[0] for path in (folder / "sessions").glob("*.md"))
        pages = [path for path in sorted((folder / "sessions").glob("*.md")) if stems[path.name.partition(".")[0]] == 1]
        pages = [path for path in pages if not _IN_TWO_LANGUAGES.search(path.read_text("utf-8"))]
        paths = (folder / "program.toml", *pages)
        self.pages = tuple(
            Page(path.relative_to(folder).as_posix(), tuple(path.read_text("utf-8").split("\n")), outcome.program) for path in paths
        )

    def slips(self, plant: Planting) -> tuple[Slip, ...]:
        """Wherever that slip can be made."""
        return tuple(slip for page in self.pages for slip in plant(page))

    def problems_of(self, slip: Slip) -> tuple[Problem, ...]:
        """All that is reported of the conference with that slip in it."""
        with self._planted(slip), self._remembering():
            return check(self.folder).problems

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """Has each page read once: the stages are pure, so what they made of the pages that a slip leaves alone holds for the next one."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(extract, "extract_page", self._extract_page)
            patch.setattr(normalize, "read_page", self._read_page)
            yield

    def _read_page(self, draft: Draft, pictures: Pictures, calendar: Calendar, languages: tuple[str, ...]) -> object:
        own = tuple((name, picture) for (path, name), picture in pictures.items() if path == draft.path)
        key = (draft, own, calendar, languages)
        if key not in self._read:
            self._read[key] = read_page(draft, pictures, calendar, languages)
        return self._read[key]

    @contextmanager
    def _planted(self, slip: Slip) -> Iterator[None]:
        page = next(page for page in self.pages if page.path == slip.path)
        text = "\n".join((*page.lines[: slip.line - 1], *slip.lines, *page.lines[slip.line - 1 + slip.count :]))
        files = {slip.path: text.encode("utf-8", "surrogateescape"), **slip.files}
        before = {name: (self.folder / name).read_bytes() if (self.folder / name).exists() else None for name in files}
        try:
            self._write(files)
            yield
        finally:
            self._write(before)

    def _write(self, files: Mapping[str, bytes | None]) -> None:
        for name, data in files.items():
            if data is None:
                (self.folder / name).unlink(missing_ok=True)
            else:
                (self.folder / name).write_bytes(data)
