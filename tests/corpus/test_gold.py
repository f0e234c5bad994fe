"""The real conferences beside the checkout, held against labels made by hand. Skipped, aloud, where they are not there."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.build import Outcome, build, check

SETS = ("seed", "mlstat-2023", "mlstat-2024")


def read(shared: Path, name: str) -> Outcome:
    return check(shared / "corpus" / name, timezone="Asia/Shanghai")


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_the_facts_are_those_of_the_labels_and_none_is_wrong(shared: Path, tmp_path: Path, name: str):
    outcome = build(shared / "corpus" / name, tmp_path / "output", timezone="Asia/Shanghai")
    assert outcome.artifacts
    command = [
        sys.executable,
        str(shared / "score.py"),
        str(tmp_path / "output/program.json"),
        str(shared / "gold" / name),
        "--min",
        "0.99",
    ]
    run = subprocess.run([*command, "--verbose"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert [line for line in run.stdout.splitlines() if ": wrong: " in line] == []


@pytest.mark.corpus
def test_the_seed_pages_slips_are_reported_where_they_stand(shared: Path):
    found = [f"{p.span.line}:{p.span.column} {p.kind()}" for p in read(shared, "seed").problems]
    assert found == [
        "8:1 weekday-date-mismatch",
        "8:1 dates-disagree",
        "31:25 placeholder",
        "36:9 missing-photo",
        "38:13 biography-of-another",
        "41:13 placeholder",
        "56:9 misplaced-picture",
        "1:1 missing-event-title",
    ]


@pytest.mark.corpus
def test_the_embodied_page_disagrees_with_itself_on_its_end(shared: Path):
    problems = [p for p in read(shared, "mlstat-2024").problems if p.kind() == "times-disagree"]
    assert [(p.span.path, p.span.line, p.span.column, p.message) for p in problems] == [
        ("content/Schedule/sessions/Embodied AI.md", 21, 11, "the page also says 15:45–16:15; 15:45–17:45 is used")
    ]


#: What there is to say of people and pictures: just the slips that the labels' anomalies name, where they stand, and no false alarm.
PEOPLE_AND_PICTURES = {
    "seed": [
        "keynote.md:36:9 missing-photo: there is no picture '/images/hongliu.png'",
        "keynote.md:38:13 biography-of-another: the biography under 'Zhiqing Xu' begins with the name '许志钦' (Xu Zhiqin)",
    ],
    "mlstat-2023": [
        (
            "Deep-Learning-in-the-Era-of-Large-scale-Models.md:31:20 two-spellings-of-an-institute: institute 'Southwestern University of Finance "
            "and Economics' is written 'Southwest University of Finance and Economics' elsewhere"
        ),
        (
            "Machine-Learning-for-Interpretability.md:86:36 two-spellings-of-an-institute: institute 'Peking university' is written 'Peking "
            "University' elsewhere"
        ),
        (
            "Recent-Advances-in-High-dimensional-and-Large-scale-Inference.md:96:36 name-with-two-institutes: 'Bin Liu' is at 'Fudan University' "
            "here and at 'Southwest University of Finance and Economics' elsewhere; taken for two people"
        ),
        (
            "Statistical-Learning-for-Big-and-Complex-Data.md:115:35 name-in-capitals: 'Dong XIA' has its family name in capitals, unlike the "
            "other names"
        ),
    ],
    "mlstat-2024": [
        "Keynote Speech 3, 4 and 5.md:43:13 biography-of-another: the biography under 'Yun Liu' begins with the name '刘歆' (Liu Xin)",
        (
            "Keynote Speech 3, 4 and 5.md:85:13 two-spellings-of-an-institute: institute 'Xi'an Jiaotong University' is written 'Xi'an Jiao Tong "
            "University' elsewhere"
        ),
        "Keynote Speech 3, 4 and 5.md:121:13 biography-of-another: the biography under 'Zhiqing Xu' begins with the name '许志钦' (Xu Zhiqin)",
        "Panel Discussion 1.md:40:5 name-may-be-misspelt: 'Zhihuang Zhang' is almost 'Zhihua Zhang'; taken for another person",
    ],
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_of_people_and_pictures_just_the_slips_are_reported(shared: Path, name: str):
    found = [problem for problem in read(shared, name).problems if problem.code[0] in "NM" and int(problem.code[1:]) < 830]
    assert [f"{str(p.span).rpartition('/')[2]} {p.kind()}: {p.message}" for p in found] == PEOPLE_AND_PICTURES[name]


@pytest.mark.corpus
def test_biographies_give_speakers_their_names_in_characters(shared: Path):
    program = read(shared, "mlstat-2024").program
    assert program is not None
    assert {person.name: person.aliases for person in program.people if person.aliases} == {
        "Yixuan Qiu": ("邱怡轩",), "Di He": ("贺笛",), "Siyuan Li": ("李斯源",), "Zhenguo Li": ("李震国",), "Zilin Li": ("李子林",), "Qian Lin": ("林乾",),
        "Rui Ma": ("马锐",), "Deyu Meng": ("孟德宇",), "Ruihua Song": ("宋睿华",), "Huazhe Xu": ("许华哲",), "Yuqian Zhang": ("张宇谦",),
        "Zhihua Zhang": ("张志华",), "Hang Zhao": ("赵行",), "Jun Zhu": ("朱军",),
    }  # fmt: skip
