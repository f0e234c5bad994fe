"""Every anomaly that the labels name, and what is said of it: reported where it stands, mended, or why no program can know it.

A row is a page of the labels; for each of its anomalies, in their order, it has what becomes of it. What is reported and stands neither
here nor among the justified problems is a false alarm.
"""

import json
import shutil
from pathlib import Path, PurePosixPath

import pytest

from pipeline.build import check
from pipeline.mend.fix import fix

SETS = ("seed", "mlstat-2023", "mlstat-2024")

#: Why an anomaly is not reported.
COMMENT = "what stands in a comment is published nowhere: comments are where authors put what is not to be seen"
HISTORY = "only earlier or later versions of the page show it; the page alone says nothing against itself"
READ = "the markup is odd, and the facts are read as they are meant; browsers show the same"
STYLE = "the facts are the same in either way of writing"
MENDED = "the facts are the same in either way of writing, and `check --fix` mends it"
ITS_TALK = "it is the title of a talk of this page, as each talk may be a document of its own"
OPTIONAL = "every fact but the title may be missing, and nothing shows that this one was forgotten"
ADDRESS = "a file's name is an address, which must not follow the title"
LANGUAGE = "institutes may be named in any language"
THE_TAG = "nothing says what a tag of one letter and a number stands for; several sessions may share it"
EXCUSES = (COMMENT, HISTORY, READ, STYLE, MENDED, ITS_TALK, OPTIONAL, ADDRESS, LANGUAGE, THE_TAG)

TITLE_2023 = ("39:5 leftover-document-title",)
CODE = ("4:8 code-of-several-sessions",)

#: Labels' page → for each of its anomalies, in their order, the problems with their places on that page, or an excuse.
TABLE: dict[str, tuple[tuple[str, ...] | str, ...]] = {
    "mlstat-2023/Biostatistics-Meets-Machine-Learning": (TITLE_2023,),
    "mlstat-2023/Causal-Inference-and-Missing-Data-Analysis": (TITLE_2023,),
    "mlstat-2023/Complex-Data-Analysis": (TITLE_2023,),
    "mlstat-2023/Deep-Learning-in-the-Era-of-Large-scale-Models": (ITS_TALK, ("31:20 two-spellings-of-an-institute",), READ),
    "mlstat-2023/Deep-learning-Multitask-Learning-and-Causal-Graph-Learning": (TITLE_2023,),
    "mlstat-2023/Efficiency-and-Safety-in-Machine-Learning": (TITLE_2023,),
    "mlstat-2023/High-dimensional-Statistics-and-Graph-Neural-Networks": (TITLE_2023,),
    "mlstat-2023/Invariability-and-Adaptivity": (TITLE_2023,),
    "mlstat-2023/Machine-Learning-for-Interpretability": (TITLE_2023, ("86:36 two-spellings-of-an-institute",)),
    "mlstat-2023/Modern-Machine-Learning-Methodology-and-Practice": (TITLE_2023,),
    "mlstat-2023/Optimizing-Simulation-and-Machine-Learning": (TITLE_2023,),
    "mlstat-2023/Recent-Advances-in-High-dimensional-and-Large-scale-Inference": (TITLE_2023,),
    "mlstat-2023/Recent-Advances-in-Statistical-Computation": (TITLE_2023, ADDRESS),
    "mlstat-2023/Recent-Developments-on-High-Dimensional-Statistical-Learning": (TITLE_2023,),
    "mlstat-2023/Statistical-Learning-for-Big-and-Complex-Data": (TITLE_2023, ("115:35 name-in-capitals",)),
    "mlstat-2023/Statistical-Machine-Learning-in-High-Dimensions": (TITLE_2023,),
    "mlstat-2023/Statistical-Prediction-and-Machine-Learning": (TITLE_2023,),
    "mlstat-2023/Statistical-foundations-for-modern-machine-learning": (TITLE_2023, READ),
    "mlstat-2023/Tutorial": (("31:50 placeholder",), COMMENT, STYLE),
    "mlstat-2023/keynote1-2": (COMMENT,),
    "mlstat-2023/keynote3-4": (COMMENT, ("50:74 full-width-sign",)),
    "mlstat-2023/trustworthyML": (TITLE_2023, READ),
    "mlstat-2024/Big data statistics and computing": (OPTIONAL, READ, READ, CODE, HISTORY),
    "mlstat-2024/Causality and reinforcement learning": (OPTIONAL, OPTIONAL, READ, CODE),
    "mlstat-2024/Embodied AI": (("21:11 times-disagree",), ("38:5 leftover-document-title",), READ, CODE),
    # Of two spellings that stand once each the later is reported, with the place of the earlier one.
    "mlstat-2024/Keynote Speech 1 and 2": (COMMENT, ("75:5 two-spellings-of-an-institute",), LANGUAGE),
    "mlstat-2024/Keynote Speech 3, 4 and 5": (
        COMMENT, OPTIONAL, ("43:13 biography-of-another",), ("121:13 biography-of-another",), HISTORY,
    ),
    # The first of the sessions with one code is where the others point to.
    "mlstat-2024/Large Models and Graph Structures": (OPTIONAL, READ, READ, CODE),
    "mlstat-2024/Panel Discussion 1": (COMMENT, ("40:5 name-may-be-misspelt",), READ, THE_TAG, ("2:9 unnumbered-title",)),
    "mlstat-2024/Panel Discussion 2": (COMMENT, READ, THE_TAG),
    "mlstat-2024/Tutorial": (COMMENT, MENDED, READ, THE_TAG),
    "seed/keynote": (
        ("8:1 dates-disagree",),
        ("8:1 weekday-date-mismatch",),
        ("31:25 placeholder", "41:13 placeholder"),
        ("36:9 missing-photo",),
        ("56:9 misplaced-picture",),
        ("38:13 biography-of-another",),
        HISTORY,
        COMMENT,
    ),
}  # fmt: skip

#: Problems that no label names, and why they are no false alarms.
JUSTIFIED = {
    "seed/program.toml 1:1 missing-event-title": "the page stands alone: nothing there names the conference",
    "mlstat-2023/Recent-Advances-in-High-dimensional-and-Large-scale-Inference 96:36 name-with-two-institutes": (
        "one name does stand with two institutes, and nothing on the pages shows whether it is one person's"
    ),
}


def reported(shared: Path, name: str) -> list[set[str]]:
    """For each problem of a conference the places that it names, first its own, as the table writes them."""
    return [
        {
            f"{name}/{PurePosixPath(span.path).name.removesuffix('.md')} {span.line}:{span.column} {problem.kind()}"
            for span in (problem.span, *problem.related)
        }
        for problem in check(shared / "corpus" / name, timezone="Asia/Shanghai").problems
    ]


def expected(name: str) -> set[str]:
    pages = {page: anomalies for page, anomalies in TABLE.items() if page.startswith(f"{name}/")}
    told = {page: [places for places in anomalies if places not in EXCUSES] for page, anomalies in pages.items()}
    return {f"{page} {place}" for page, anomalies in told.items() for places in anomalies for place in places}


@pytest.mark.corpus
def test_the_table_has_a_row_for_each_anomaly_of_each_label(shared: Path):
    labels = {path.relative_to(shared / "gold").with_suffix("").as_posix(): path for path in (shared / "gold").glob("*/*.json")}
    counts = {page: len(json.loads(path.read_text(encoding="utf-8"))["anomalies"]) for page, path in labels.items()}
    assert {page: len(rows) for page, rows in TABLE.items()} == counts


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_every_anomaly_that_can_be_known_is_reported_where_it_stands(shared: Path, name: str):
    assert expected(name) - set().union(*reported(shared, name)) == set()


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_there_is_no_false_alarm(shared: Path, name: str):
    alarms = [places for places in reported(shared, name) if not places & (expected(name) | JUSTIFIED.keys())]
    assert len(alarms) == 0, alarms


@pytest.mark.corpus
def test_what_is_said_to_be_mended_is_mended(shared: Path, tmp_path: Path):
    site = shutil.copytree(shared / "corpus/mlstat-2024", tmp_path / "site")
    _, fixed = fix(site, lambda: check(site, timezone="Asia/Shanghai"))
    assert [str(each.edit.span) for each in fixed if each.edit.span.path.endswith("/Tutorial.md")] == [
        "content/Schedule/sessions/Tutorial.md:3:44"
    ]
