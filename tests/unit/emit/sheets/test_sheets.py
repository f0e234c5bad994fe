"""Door signs, posters, run sheets, slips, badges, errata: made when asked for, whole, each on its page, the same bytes each time."""

import io
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.compare import compare
from pipeline.compare.corrections import corrections
from pipeline.compare.previous import Previous
from pipeline.diagnostics.output import OverfullSheet
from pipeline.emit.sheets import emit
from pipeline.model import ChangeKind, Edition, Printing, Status
from pipeline.settings import SHEETS
from tests.builders import PUBLISHED, edition, event, person, program, role, session, speaker, talk, venue

ADA, SHEN = speaker("Ada Example", "Alder University"), speaker("沈一", "春江大学")
MAIN, SIDE = venue("Main Hall 大礼堂", id="main"), venue("Side Room", id="side")
TALKS = (
    talk("Ninety Years of Paper Rolls", ADA, when="2026-10-15 09:00/09:40"),
    talk("河流的记忆", SHEN, when="2026-10-15 09:40/10:30"),
)
RIVERS = session("Rivers 河流", "2026-10-15 09:00/10:30", *TALKS, venue="main", track="Water", people=(role("chair", "Bo Chair"),))
RAIN = session("Rain", "2026-10-15 09:00/10:30", talk("Rain", ADA, when="2026-10-15 09:00/10:30"), venue="side", track="Air")
LUNCH = session("Lunch", "2026-10-16 12:00/13:00", venue="main")
OFF = session("Called Off", "2026-10-16 14:00/15:00", talk("Called Off", ADA), venue="main", status=Status.CANCELLED)
PEOPLE = (person("Ada Example", "Alder University"), person("沈一", "春江大学", sort_key="shen, yi"), person("Bo Chair"))


def asked(
    *sheets: str, badges: tuple[str, ...] = (), sessions=(RIVERS, RAIN, LUNCH, OFF), venues=(MAIN, SIDE), people=PEOPLE
) -> Edition:
    at = event("Waters 2026", languages=("en", "zh"), url="https://waters.example/")
    of = program(*sessions, event_=at, venues=venues, people=people)
    return edition(of=replace(of, printing=Printing(sheets=sheets, badges=badges)))


def texts(data: bytes) -> list[str]:
    """The text of each page, without blanks."""
    return [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    emission = emit(asked(*SHEETS, badges=(PEOPLE[1].id, PEOPLE[0].id)))
    assert emission.problems == ()
    return {file.path.removeprefix("sheets/").removesuffix(".pdf"): file.data for file in emission.artifacts}


def test_nothing_is_made_unasked():
    assert emit(asked()).artifacts == ()
    assert [file.path for file in emit(asked("posters")).artifacts] == ["sheets/posters.pdf"]


def test_a_sign_for_each_room_and_day_says_what_takes_place_there(files: Mapping[str, bytes]):
    first, second, third = texts(files["door-signs"])

    assert all(
        fact in first for fact in ("MainHall大礼堂", "Thursday15October2026", "09:00–10:30", "Rivers河流", "AdaExample·沈一")
    )
    assert "Rain" not in first
    assert all(fact in second for fact in ("SideRoom", "Rain", "AdaExample"))
    assert all(fact in third for fact in ("MainHall大礼堂", "Friday16October2026", "Lunch", "CancelledCalledOff"))


def test_a_poster_for_each_day_has_all_its_rooms_and_the_tracks_letters(files: Mapping[str, bytes]):
    first, second = texts(files["posters"])

    assert all(fact in first for fact in ("MainHall大礼堂", "SideRoom", "ARivers河流", "BRain", "AWater", "BAir"))
    assert "Lunch" in second
    assert [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in PdfReader(io.BytesIO(files["posters"])).pages] == [(420, 297)] * 2  # fmt: skip


def test_a_run_sheet_has_the_minutes_and_how_names_are_read(files: Mapping[str, bytes]):
    rivers, rain = texts(files["run-sheets"])

    assert all(
        fact in rivers for fact in ("ChairBoChair", "2talksin90minutes", "09:00–09:4040AdaExample", "09:40–10:3050沈一ShenYi")
    )
    assert "1talkin90minutes" in rain


def test_each_speaker_has_a_slip_for_each_talk(files: Mapping[str, bytes]):
    (page,) = texts(files["speaker-slips"])

    assert page.count("AdaExample") == 2
    assert all(fact in page for fact in ("09:40–10:30", "沈一ShenYi", "河流的记忆", "MainHall大礼堂", "NinetyYearsofPaperRolls"))
    assert "CalledOff" not in page


def test_badges_are_made_for_those_who_are_listed(files: Mapping[str, bytes]):
    (page,) = texts(files["badges"])

    assert re.search("沈一ShenYi春江大学.*AdaExampleAlderUniversity", page)
    assert "BoChair" not in page


def test_sheets_can_be_read_by_those_who_do_not_see_them(files: Mapping[str, bytes]):
    for name, data in files.items():
        root = PdfReader(io.BytesIO(data)).trailer["/Root"]
        assert (name, root["/Lang"], root["/MarkInfo"]["/Marked"]) == (name, "en", True)  # type: ignore[index]  # pypdf's objects are loosely typed
        assert b"pdfuaid" in root["/Metadata"].get_data()  # type: ignore[index]  # as above


def test_the_same_edition_gives_the_same_bytes():
    wish = asked("posters", "speaker-slips")

    assert emit(wish) == emit(wish)


# --- what changed since printing ---


def since(printed: Edition, now: Edition) -> Edition:
    """The edition of today, with what is otherwise than in the printed one."""
    first, _ = compare(printed.program, None, PUBLISHED, {})
    second, _ = compare(now.program, Previous(first.program), PUBLISHED + timedelta(days=1), {})
    return replace(second, corrections=corrections(Previous(first.program), second))


def errata(printed: Edition, now: Edition) -> list[str]:
    (file,) = emit(since(printed, now)).artifacts
    assert file.path == "sheets/errata.pdf"
    return texts(file.data)


def test_the_errata_say_what_was_and_what_is_by_day():
    later = replace(RIVERS, venue="side", start=RAIN.start, end=RIVERS.start and RIVERS.start.replace(hour=11))
    now = asked(
        sessions=(later, LUNCH, replace(OFF, status=Status.CONFIRMED), session("Walk", "2026-10-16 18:00/19:00", venue="side"))
    )

    (page,) = errata(asked(), now)

    assert all(
        fact in page
        for fact in (
            "09:00–11:00Rivers河流",
            "Othertime2026-10-1509:00–10:3009:00–11:00",
            "OtherroomMainHall大礼堂SideRoom",
            "RainDropped",
            "CalledOffTakesplaceafterall",
            "18:00–19:00WalkNewSideRoom",
        )
    )
    assert "Lunch" not in page
    assert page.index("Thursday15October2026") < page.index("Rain") < page.index("Friday16October2026") < page.index("Walk")


def test_the_errata_of_an_edition_that_is_as_it_was_printed_say_so():
    assert "NothinghaschangedsincetheprogramwasprintedAsof" in errata(asked(), asked())[0].replace(".", "")


def test_of_people_and_details_the_errata_have_what_differs_on_paper():
    more = replace(
        RIVERS,
        talks=(
            replace(TALKS[0], slides="https://a.example/s.pdf", speakers=(ADA,)),
            replace(TALKS[1], speakers=(speaker("Bo Chair"),)),
        ),
    )
    (found,) = since(asked(), asked(sessions=(more, RAIN, LUNCH, OFF))).corrections or ()

    assert [(change.kind, change.old, change.new) for change in found.changes] == [
        (ChangeKind.PEOPLE, ("沈一 (春江大学)",), ("Bo Chair",))
    ]


# --- what hardly fits ---


def test_what_does_not_fit_is_reported_and_printed_all_the_same():
    long = session("endless " * 600 + "END", "2026-10-15 09:00/10:00", venue="main")

    emission = emit(asked("door-signs", sessions=(long,)))

    assert emission.problems == (OverfullSheet(long.source, "door-signs", "Main Hall, Thu 15 Oct"),)
    assert "END" in texts(emission.artifacts[0].data)[-1]


def test_twelve_rooms_stand_side_by_side_and_no_word_on_another(tool: Callable[[str], str], tmp_path: Path):
    rooms = tuple(venue(f"Seminar Room {number}") for number in range(12))
    title = "Incompressibility of Magnetohydrodynamics: a Counterexample in Sobolev-Slobodeckij Spaces"
    many = tuple(
        session(
            title, "2026-10-15 09:00/10:30", talk(title, speaker("Þórhildur Hálfdanardóttir")), venue=room.id, id=room.id, track="W"
        )
        for room in rooms
    )
    emission = emit(asked("posters", sessions=many, venues=rooms, people=(person("Þórhildur Hálfdanardóttir"),)))
    file = tmp_path / "posters.pdf"
    file.write_bytes(emission.artifacts[0].data)

    assert emission.problems == ()
    assert texts(file.read_bytes())[0].count("Hálfdanardóttir") == 12
    found = subprocess.run([tool("pdftotext"), "-bbox", file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    boxes = [tuple(map(float, box)) for box in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', found)]
    assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two words lie on one another; lines may touch by their ascenders."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.6 * min(one[3] - one[1], other[3] - other[1])
