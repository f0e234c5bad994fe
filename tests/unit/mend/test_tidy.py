"""`tidy`: a messy page becomes the clean form, states the same, and loses nothing."""

from pathlib import Path

import pytest

from pipeline.config import read_config
from pipeline.extract.site import read_site
from pipeline.mend.pages import tidy
from pipeline.mend.show import diff
from pipeline.mend.tidy import Tidied, tidied
from pipeline.refusal import Refused

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"

[[venues]]
name = "Main Hall"
"""
MESSY = """\
---
title: "Rivers: a session"
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
weight: 10
# the theme's
cover:
  wide: true
---

Friday, Oct. 16, 2026
------

<!-- <div class="tip">Host: Old Host</div> -->

<div class="tip">Location: Main Hall</div>
<div class="tip">Session Chair: Ada Brook, Coastal University</div>
<div class="row">
    <div class="left"><div class="font-bold">Bo Reed</div><div class="institute">XXX University</div></div>
    <div class="right">
        <div><b>Title:</b> Reeds</div>
        <div><b>Abstract:</b> Reeds <i>bend</i>.<br/><br/>They do.</div>
        <div><b>CV:</b> Bo walks. <img src="/images/other.png"/></div>
    </div>
</div>
<div class="row">
    <div class="left"><div class="font-bold">Cy Weir</div></div>
    <div class="right"><div><b>Title:</b> Weirs</div></div>
</div>
<div>Bring your own boots.</div>

<style>.tip {}</style>
"""
CLEAN = """\
---
title: "Rivers: a session"
kind: session
date: 2026-10-15
start: 09:50
end: 11:35
venue: Main Hall
chair: Ada Brook, Coastal University
talks:
  - title: Reeds
    speakers:
      - name: Bo Reed
    # affiliation: XXX University
    abstract: |
      Reeds *bend*.

      They do.
    biography: |
      Bo walks.
  - title: Weirs
    speakers:
      - name: Cy Weir
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
weight: 10
# the theme's
cover:
  wide: true
---

<!--
Left over from the page as it was. Put each where it belongs, or delete it.

Friday, Oct. 16, 2026
  (the page also says Friday 2026-10-16; Thursday 2026-10-15 is used)

<img src="/images/other.png"/>
  (picture '/images/other.png' stands inside the biography; it is left out)

Bring your own boots.

<div class="tip">Host: Old Host</div>
-->
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "program.toml").write_text(CONFIGURATION, encoding="utf-8")
    return tmp_path


def tidy_page(site: Path, text: str) -> Tidied:
    (site / "page.md").write_bytes(text.encode())
    read, _ = read_site(site)
    config, _ = read_config(read.program, read.generator)
    return tidied(read, config, ["page.md"])[0]


def test_a_messy_page_becomes_the_clean_form_and_nothing_is_lost(site: Path):
    assert tidy_page(site, MESSY).after == CLEAN


def test_a_clean_page_is_left_as_it_is(site: Path):
    assert tidy_page(site, CLEAN).after == CLEAN


def test_a_page_of_one_talk_has_its_speaker_in_flat_fields_and_its_abstract_as_the_text(site: Path):
    text = (
        "---\ntitle: Rivers\nspeaker: Ada Brook\naffiliation: Coastal University\nhomepage: https://ada.example/\n"
        "time: 2026-10-15 9:00-10:00\nlocation: Main Hall\n---\n\n## Abstract\n\nRivers *run*,\nand run.\n\n## Biography\n\nAda walks.\n"
    )

    assert tidy_page(site, text).after == (
        "---\ntitle: Rivers\nkind: talk\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nvenue: Main Hall\n"
        "speakers:\n  - name: Ada Brook\n    affiliation: Coastal University\n    url: https://ada.example/\n"
        "biography: |\n  Ada walks.\n---\n\nRivers *run*,\nand run.\n"
    )


def test_an_abstract_with_a_line_like_a_label_stays_a_field(site: Path):
    text = "---\ntitle: Rivers\ndate: 2026-10-15\nspeaker: Ada Brook\nabstract: |\n  Rivers.\n\n  Location: everywhere.\ntime: 9:00-10:00\n---\n"

    after = tidy_page(site, text).after or ""

    assert "abstract: |\n  Rivers.\n\n  Location: everywhere.\n" in after


def test_front_matter_in_toml_becomes_yaml(site: Path):
    text = '+++\ntitle = "Rivers"\ntime = "2026-10-15 9:00-10:00"\nlayout = "wide"\ndraft = false\nspeaker = "Ada Brook"\n+++\n'

    assert tidy_page(site, text).after == (
        "---\ntitle: Rivers\nkind: talk\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nspeakers:\n  - name: Ada Brook\n"
        "layout: wide\ndraft: false\n---\n"
    )


def test_an_end_on_the_next_day_names_its_day(site: Path):
    text = "---\ntitle: Night walk\ntime: 2026-10-15 23:00 - 2026-10-16 01:00\nlocation: Main Hall\n---\n"

    after = tidy_page(site, text).after or ""

    assert "date: 2026-10-15\nstart: 23:00\nend: 2026-10-16 01:00\n" in after


def test_hours_without_a_day_stay_hours(site: Path):
    page = tidy_page(site, "---\ntitle: Rivers\nspeaker: Ada Brook\n---\n\n**Time:** 10:00–11:00\n")
    assert page.after == ("---\ntitle: Rivers\nkind: talk\nstart: 10:00\nend: 11:00\nspeakers:\n  - name: Ada Brook\n---\n")
    talks = "talks:\n  - title: One\n    time: 10:00-10:30\n  - title: Two\n    time: 10:30-11:00\n"
    assert "start: 10:30\n    end: 11:00" in (tidy_page(site, f"---\ntitle: Rivers\n{talks}---\n").after or "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: [Rivers\n---\n", "it has errors; 'check' says which"),
        ("---\ntitle: Rivers\ndraft: true\n---\n", "it is no page of the program, or one marked as a draft"),
        (
            "---\n{title: Rivers, time: 2026-10-15 9:00-10:00, location: Main Hall}\n---\n",
            "its front matter has several fields on one line",
        ),
    ],
)
def test_a_page_that_cannot_be_rewritten_is_left_with_a_reason(site: Path, text: str, reason: str):
    page = tidy_page(site, text)

    assert (page.after, page.reason) == (None, reason)


def test_a_comment_cannot_end_the_comment_it_is_kept_in(site: Path):
    after = tidy_page(site, MESSY.replace("Bring your own boots.", "Bring --> boots.")).after or ""

    assert after.count("-->") == 1
    assert "Bring -- > boots." in after


def test_shortcodes_are_kept_as_they_are_written(site: Path):
    after = tidy_page(site, MESSY.replace("Bring your own boots.", "Bring <b>boots</b> {{<slides file=1>}}.")).after or ""

    assert "\nBring boots {{<slides file=1>}}.\n" in after


def test_without_write_no_file_changes(site: Path):
    (site / "page.md").write_text(MESSY, encoding="utf-8")

    pages = tidy([site / "page.md"], None, write=False)

    assert [page.after for page in pages] == [CLEAN]
    assert (site / "page.md").read_text(encoding="utf-8") == MESSY


def test_with_write_the_file_keeps_its_line_ends_and_its_mark(site: Path):
    (site / "page.md").write_bytes(("\ufeff" + MESSY.replace("\n", "\r\n")).encode())

    tidy([site / "page.md"], None, write=True)

    assert (site / "page.md").read_bytes() == ("\ufeff" + CLEAN.replace("\n", "\r\n")).encode()


def test_a_page_that_is_none_of_the_site_is_refused(site: Path, tmp_path_factory: pytest.TempPathFactory):
    other = tmp_path_factory.mktemp("other") / "page.md"
    other.write_text(MESSY, encoding="utf-8")

    with pytest.raises(Refused, match="is no page of"):
        tidy([other], site, write=True)
    with pytest.raises(Refused, match="there is no page"):
        tidy([site / "none.md"], None, write=True)


def test_the_diff_is_one_that_patch_takes():
    page = Tidied("page.md", "a\nb", "a\nc\n")

    assert diff(page, "site/page.md", color=False) == (
        "--- a/site/page.md\n+++ b/site/page.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )
    assert diff(Tidied("page.md", "a\n", None, "why"), "page.md", color=False) == ""


def test_a_coloured_diff_cannot_steer_the_terminal():
    shown = diff(Tidied("page.md", "a\n", "\x1b[2J\n"), "page.md", color=True)

    assert "\x1b[2J" not in shown


IN_LANGUAGES = """\
---
title: {zh: 河流, en: Rivers}
track_zh: 水
track: Water
lang: en
speaker_zh: 李伟
speaker: Wei Li
affiliation: {en: Quay University, zh: 码头大学}
abstract_zh: |
  河流为什么*弯曲*？
biography_zh: 李伟，步行者。
biography: Wei Li walks.
---
<div class="tip">Time: 9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026</div>
<div><b>Abstract:</b> Why do rivers <i>bend</i>?</div>
"""


def test_translations_are_written_beside_what_they_translate(site: Path):
    after = tidy_page(site, IN_LANGUAGES).after

    assert (
        after
        == """\
---
title: Rivers
title_zh: 河流
kind: talk
date: 2026-10-15
start: 09:50
end: 11:35
track: Water
track_zh: 水
speakers:
  - name: Wei Li
    name_zh: 李伟
    affiliation: Quay University
    affiliation_zh: 码头大学
biography: |
  Wei Li walks.
biography_zh: |
  李伟，步行者。
abstract_zh: |
  河流为什么*弯曲*？
lang: en
---

Why do rivers *bend*?
"""
    )
    assert tidy_page(site, after).after == after


def test_a_translation_of_another_page_is_left_as_it_is(site: Path):
    (site / "rivers.md").write_text("---\ntitle: Rivers\ndate: 2026-10-15\n---\n", encoding="utf-8")
    (site / "rivers.zh.md").write_text(IN_LANGUAGES, encoding="utf-8")

    (page,) = tidy([site / "rivers.zh.md"], None, write=False)

    assert (page.after, page.reason) == (None, "it is the translation of another page, and states no session by itself")
