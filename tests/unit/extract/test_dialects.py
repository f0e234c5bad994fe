"""Each dialect's page → the statements read from it, with the line and column where each stands."""

from textwrap import dedent

import pytest

from pipeline.extract import extract_page
from pipeline.source import Source
from tests.drafts import read


def expect(page: str, wanted: str):
    assert read(page) == dedent(wanted).strip()


def test_tips_are_read_by_their_labels():
    expect(
        """\
        ---
        title: Panel
        ---
        <div class="tip"><img class="icon" src="/icon/x.png"/> <b>Location: </b>&nbsp;
            Main Hall</div>
        <div class="tip"><b>Location: Harbour Room</b></div>
        <div class="tip">Session Chair: <a href="https://ada.example/">Ada Brook, Coast University</a></div>
        <div class="tip"><b>Guests:</b>&nbsp;
            A One, B Two and C Three</div>
        """,
        """
        2:8 title: Panel
        5:5 venue: Main Hall
        6:31 venue: Harbour Room
        7:64 chair: Ada Brook, Coast University <https://ada.example/>
        9:5 panelist: A One, B Two and C Three
        """,
    )


def test_a_tip_without_a_label_is_read_by_its_icon():
    expect(
        """\
        ---
        title: T
        ---
        <div class="tip"><img class="icon" src="/icon/didian.png"/> Main Hall</div>
        """,
        """
        2:8 title: T
        4:61 venue: Main Hall
        """,
    )


def test_cards_give_a_talk_with_its_speaker_and_words():
    expect(
        """\
        ---
        title: T
        ---
        <div class="row">
          <div class="left"><img src="/images/a.png" class="avatar"/>
            <div class="font-bold">Ada Brook</div>
            <div class="institute">Coast University</div></div>
          <div class="right">
            <div><b>Title:</b>&nbsp;
              On Tides</div>
            <div class="content"><b>Abstract:</b> First &amp; last.</div>
            <div class="content"><p>More of it.</p></div>
            <div class="content"><b>Self Introduction:</b> Ada walks. <img src="/images/b.png"></div>
          </div>
        </div>
        """,
        """
        2:8 title: T
        talk
          6:28 speaker: Ada Brook
          5:21 photo: /images/a.png
          7:28 affiliation: Coast University
          10:7 talk title: On Tides
          11:43 abstract: First &amp; last.<div><p>More of it.</p></div>
          13:52 biography: Ada walks. <img>
        13:63 misplaced-picture
        """,
    )


def test_a_forgotten_closing_tag_costs_no_talk():
    page = """\
        ---
        title: T
        ---
        <div class="row"><div class="left"><div>Ada Brook</div></div><div class="right"><div><b>Title:</b> One</div>
        <div class="row"><div class="left"><div>Ben Ford</div></div><div class="right"><div><b>Title:</b> Two</div></div></div>
        """
    expect(
        page,
        """
        2:8 title: T
        talk
          4:41 speaker: Ada Brook
          4:100 talk title: One
        talk
          5:41 speaker: Ben Ford
          5:99 talk title: Two
        4:1 broken-markup
        4:62 broken-markup
        """,
    )


def test_containers_in_a_document_of_their_own():
    expect(
        """\
        ---
        title: T
        ---
        <html>
        <head>
            <title>Left over</title>
            <style>.row { color: red }</style>
        </head>
        <body>

            <div class="row">
                <div class="container">
                    <div class="name-bar">Ada Brook</div>
                    <div class="institute">Coast University</div>
                    <div class="title">Title: On Tides</div>
                    <div class="abstract"><strong>Abstract:</strong> If 1 < p &le; 2 then.</div>
                    <div class="abstract"><strong>CV:</strong> 个人简介：艾达</div>
                </div>
            </div>
        </body>
        </html>
        """,
        """
        2:8 title: T
        talk
          13:35 speaker: Ada Brook
          14:36 affiliation: Coast University
          15:39 talk title: On Tides
          16:62 abstract: If 1 &lt; p ≤ 2 then.
          17:61 biography: 艾达
        """,
    )


REPEATED = """\
---
title: Keynotes
---
<div class="tip">Location: Main Hall</div>
{divider}
<div class="tip">Time: 9:00-9:50</div>
<div class="tip">Host: H One</div>
<div class="row"><div class="left"><div>Ada Brook</div></div><div class="right"><div><b>Title:</b> One</div></div></div>
<div class="tip">Time: 10:00-10:50</div>
<div class="tip">Host: H Two</div>
<div class="row"><div class="left"><div>Ben Ford</div></div><div class="right"><div><b>Title:</b> Two</div></div></div>
"""


@pytest.mark.parametrize("divider", ["", "\n------\n", "________"], ids=["none", "blank lines around", "stuck to the tag above"])
def test_hosts_and_times_repeated_before_each_talk_are_the_talks(divider):
    lines = read(REPEATED.format(divider=divider)).splitlines()
    facts = [line.strip().split(" ", 1)[-1] for line in lines]
    assert facts[:3] == ["title: Keynotes", "venue: Main Hall", "talk"]
    assert facts[3:7] == ["when: 9:00-9:50", "host: H One", "speaker: Ada Brook", "talk title: One"]
    assert facts[8:] == ["when: 10:00-10:50", "host: H Two", "speaker: Ben Ford", "talk title: Two"]


def test_tips_above_the_only_divider_are_the_sessions():
    page = """\
        ---
        title: T
        ---
        <div class="tip">Time: 9:00-9:50</div>
        <div class="tip">Host: H One</div>

        ________

        <div class="row"><div class="left"><div>Ada Brook</div></div><div class="right"><div><b>Title:</b> One</div></div></div>
        """
    assert read(page).splitlines()[1:3] == ["4:24 when: 9:00-9:50", "5:24 host: H One"]


def test_a_session_header_is_read_by_its_parts():
    expect(
        """\
        <div class="session-header">
          <span class="session-title">Old Maps</span>
          <span class="session-time">2:00 p.m. — 3:30 p.m.</span>
          <p><span class="session-location">Salt House</span></p>
          <span class="session-chair">Chair: Ada Brook</span>
        </div>
        """,
        """
        2:31 title: Old Maps
        3:30 when: 2:00 p.m. — 3:30 p.m.
        4:37 venue: Salt House
        5:38 chair: Ada Brook
        """,
    )


def test_front_matter_parameters_with_headings_in_the_body():
    expect(
        """\
        ---
        title: On Tides
        speaker: Ada Brook
        affiliation: Coast University
        time: 14:00-15:00, 15 October 2026
        location: Main Hall
        host: Ben Ford
        ---
        ## Abstract

        The sea *comes* and goes.

        - twice
        - a day

        ## 个人简介

        艾达
        """,
        """
        2:8 title: On Tides
        5:7 when: 14:00-15:00, 15 October 2026
        6:11 venue: Main Hall
        7:7 host: Ben Ford
        talk
          3:10 speaker: Ada Brook
          4:14 affiliation: Coast University
          11:1 abstract: <p>The sea <em>comes</em> and goes.</p> <ul><li><p>twice</p></li> <li><p>a day</p></li></ul>
          18:1 biography: <p>艾达</p>
        """,
    )


def test_markdown_lists_with_chinese_labels():
    expect(
        """\
        ---
        title: 红树林
        ---
        - **时间**：2026年10月15日 11:00-12:30
        - **地点**：灯塔厅
        - **主持人**：阮素心，澜湾大学

        ### 报告一

        - **演讲人**：江予安，澜湾大学
        - **题目**：分枝律
        - **摘要**：第一段。

          第二段 $a_1$。
        - **个人简介**：江予安。
        - **演讲人**：叶汀
        - **题目**：数林子
        """,
        """
        2:8 title: 红树林
        4:10 when: 2026年10月15日 11:00-12:30
        5:10 venue: 灯塔厅
        6:11 host: 阮素心，澜湾大学
        8:5 heading: 报告一
        talk
          10:11 speaker: 江予安，澜湾大学
          11:10 talk title: 分枝律
          12:10 abstract: <p>第一段。</p> <p>第二段 $a_1$。</p>
          15:12 biography: <p>江予安。</p>
        talk
          16:11 speaker: 叶汀
          17:10 talk title: 数林子
        """,
    )


def test_clean_front_matter():
    expect(
        """\
        ---
        title: Gauges
        date: 2026-10-15
        start: 11:00
        chair: {name: Yi Pang, affiliation: Lan University}
        talks:
          - title: Rolls
            start: 11:00
            speakers:
              - name: Ada Brook
                affiliation: Coast University
                photo: /images/a.png
              - Ben Ford, Ford College
            abstract: |
              One **line** a day.
        ---
        Talks on instruments.
        """,
        """
        2:8 title: Gauges
        3:7 date: 2026-10-15
        4:8 start: 11:00
        5:15 chair: Yi Pang
        5:37 affiliation: Lan University
        17:1 abstract: <p>Talks on instruments.</p>
        talk
          7:12 talk title: Rolls
          8:12 start: 11:00
          10:15 speaker: Ada Brook
          11:22 affiliation: Coast University
          12:16 photo: /images/a.png
          13:9 speaker: Ben Ford, Ford College
          15:7 abstract: One **line** a day.
        """,
    )


def test_what_is_no_content_is_not_read():
    expect(
        """\
        ---
        title: T
        venue: Main Hall
        ---
        <!-- <div class="tip">Location: Elsewhere</div> -->
        <style>.tip {}</style>
        <script>document.write("Host: Nobody")</script>
        """,
        """
        2:8 title: T
        3:8 venue: Main Hall
        """,
    )


def test_text_of_no_known_meaning_is_reported_where_it_stands():
    page = """\
        ---
        title: T
        ---
        <div class="tip">Location: Main Hall</div>

        Bring **your own** boots.
        """
    assert read(page).splitlines()[-1] == "6:1 unread-text"


def test_a_draft_page_is_no_page():
    assert extract_page(Source("p.md", "---\ntitle: T\ndraft: true\n---\n")) == ((), ())


def test_what_follows_a_speakers_name_is_the_speakers_after_a_role_as_well():
    expect(
        """\
        ---
        title: T
        organizer: {name: Beichuan Tong, affiliation: Lanwan University}
        speakers:
          - {name: Ada Brook, affiliation: Coast University, photo: /a.png}
          - {name: Ben Ford, affiliation: Ford College}
        ---
        What it is about.
        """,
        """
        2:8 title: T
        3:19 organizer: Beichuan Tong
        3:47 affiliation: Lanwan University
        talk
          5:12 speaker: Ada Brook
          5:36 affiliation: Coast University
          5:61 photo: /a.png
          6:12 speaker: Ben Ford
          6:35 affiliation: Ford College
          8:1 abstract: <p>What it is about.</p>
        """,
    )


def test_a_page_whose_fields_cannot_be_read_gives_that_one_problem():
    drafts, problems = extract_page(Source("p.md", "---\ntitle: Broken: colon\n---\n<div>Nobody knows.</div>\n"))
    assert (drafts, [problem.kind() for problem in problems]) == ((), ["broken-front-matter"])
