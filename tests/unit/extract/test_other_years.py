"""Pages as the same sort of site has them in another year: other classes, Chinese labels, headings and lists for rows."""

from textwrap import dedent

from tests.drafts import read


def expect(body: str, wanted: str):
    """A page of that body, whose title is ``T``; the title is left out of what is wanted."""
    assert read("---\ntitle: T\n---\n" + dedent(body)).removeprefix("2:8 title: T").strip() == dedent(wanted).strip()


def test_labels_in_a_quotation():
    expect(
        """\
        > **When:** 4:00–5:30 pm<br>
        > **Where:** Room 7<br>
        > **Chair:** Ben Ford
        """,
        """
        4:13 when: 4:00–5:30 pm
        5:14 venue: Room 7
        6:14 chair: Ben Ford
        """,
    )


def test_an_institute_by_its_class():
    expect(
        """\
        <div class="speaker-card"><div class="speaker-name">Ada Brook</div><div class="speaker-org">Coast University</div></div>
        """,
        """
        talk
          4:53 speaker: Ada Brook
          4:93 affiliation: Coast University
        """,
    )


def test_hours_in_brackets_after_a_title():
    expect(
        """\
        **时间**：14:00-15:00

        **报告1**：潮汐（14:00-14:30）

        **报告人**：李明，清华大学

        **报告2**：河流（14:30-15:00）

        **报告人**：王芳，复旦大学
        """,
        """
        4:8 when: 14:00-15:00
        talk
          6:12 when: 14:00-14:30
          6:9 talk title: 潮汐
          8:9 speaker: 李明，清华大学
        talk
          10:12 when: 14:30-15:00
          10:9 talk title: 河流
          12:9 speaker: 王芳，复旦大学
        """,
    )


def test_headings_of_hours_and_a_person_over_a_title_in_bold_type():
    expect(
        """\
        ##### 10:00 – 10:30 Ming Li (Coast University)
        **Graphs that grow**

        Abstract: Graphs grow.

        ##### 10:30 – 11:00 Fang Wang (Fen University)
        **Graphs that shrink**
        """,
        """
        talk
          4:7 when: 10:00 – 10:30
          4:21 line: Ming Li (Coast University)
          5:3 talk title: Graphs that grow
          7:11 abstract: Graphs grow.
        talk
          9:7 when: 10:30 – 11:00
          9:21 line: Fang Wang (Fen University)
          10:3 talk title: Graphs that shrink
        """,
    )


def test_headings_over_abstracts_and_a_label_that_ends_with_a_full_stop():
    expect(
        """\
        #### Ming Li – Robust tides

        Abstract. We study tides.

        #### Fang Wang – Robust rivers

        Abstract. We study rivers.
        """,
        """
        talk
          4:6 line: Ming Li – Robust tides
          6:11 abstract: We study tides.
        talk
          8:6 line: Fang Wang – Robust rivers
          10:11 abstract: We study rivers.
        """,
    )


def test_a_block_that_is_a_talks_and_words_folded_away():
    expect(
        """\
        <section class="talk">
        <header><h3>On Tides</h3><p class="speaker">Ada Brook</p><p class="venue">Room 3</p></header>
        <details><summary>Abstract</summary><p>The sea comes.</p></details>
        <details><summary>Biography</summary><p>Ada walks.</p></details>
        </section>
        """,
        """
        6:40 abstract: <p>The sea comes.</p>
        5:75 venue: Room 3
        talk
          5:13 talk title: On Tides
          5:45 speaker: Ada Brook
          7:41 biography: <p>Ada walks.</p>
        """,
    )


def test_hours_a_person_and_a_title_on_a_line_over_an_abstract():
    expect(
        """\
        <b>10:20-10:50</b>　李明（清华大学）　<b>数据的价值</b><br/>
        摘要：讨论价值。

        <b>10:50-11:20</b>　王芳（复旦大学）　<b>数据的流通</b><br/>
        摘要：讨论流通。
        """,
        """
        talk
          4:4 when: 10:20-10:50
          4:4 line: 李明（清华大学） 数据的价值
          5:4 abstract: 讨论价值。
        talk
          7:4 when: 10:50-11:20
          7:4 line: 王芳（复旦大学） 数据的流通
          8:4 abstract: 讨论流通。
        """,
    )


def test_times_in_a_list():
    expect(
        """\
        ## 时间地点
        - 2025年8月24日（星期日）10:00-11:30
        - 惟真楼 205
        """,
        """
        4:4 heading: 时间地点
        5:3 when: 2025年8月24日（星期日）10:00-11:30
        6:3 unread-text
        """,
    )


def test_headings_of_a_page_whose_speaker_is_known_are_no_talks():
    page = "---\ntitle: T\nspeaker: Ada Brook\n---\n## Before\n\nAbstract: It comes.\n\n## After\n\nBio: Ada walks.\n"
    assert read(page).splitlines()[1:3] == ["5:4 heading: Before", "9:4 heading: After"]


def test_headings_that_number_talks_and_sessions():
    expect(
        """\
        ## Session 2: Trees

        ### Talk 1: Oaks

        Speaker: Ada Brook

        ### Talk 2: Elms

        Speaker: Ben Ford
        """,
        """
        4:4 heading: Session 2: Trees
        talk
          6:13 talk title: Oaks
          8:10 speaker: Ada Brook
        talk
          10:13 talk title: Elms
          12:10 speaker: Ben Ford
        """,
    )
