"""Pages as other years and other organisers write them → the statements read from them: other classes, other order, other labels."""

from textwrap import dedent

from pipeline.extract import extract_page
from pipeline.source import Source
from tests.drafts import read


def expect(body: str, wanted: str):
    """A page of that body, whose title is ``T``; the title is left out of what is wanted."""
    assert read("---\ntitle: T\n---\n" + dedent(body)).removeprefix("2:8 title: T").strip() == dedent(wanted).strip()


def test_a_colon_of_a_clock_ends_no_label():
    expect(
        """\
        <div><b>Time</b> 9:50-11:35</div>
        <div>Time 9:50-11:35</div>
        """,
        """
        4:18 when: 9:50-11:35
        5:11 when: 9:50-11:35
        """,
    )


def test_labels_may_stand_in_elements_of_their_own():
    expect(
        """\
        <div class="info"><span class="label">Time</span><span class="value">9:50-11:35</span></div>
        <p><span>Venue</span> <span>Main Hall</span></p>
        <p><u>Host</u> － Ben Ford</p>
        """,
        """
        4:70 when: 9:50-11:35
        5:29 venue: Main Hall
        6:18 host: Ben Ford
        """,
    )


def test_labels_are_known_with_numbers_signs_endings_and_in_two_languages():
    expect(
        """\
        - **时间 Time**：9:50-11:35
        - **地点/Venue**：Main Hall
        - 📍 Location: Main Hall
        - Chair(s): Ben Ford
        - Session Co-chairs: Dan Ely
        - **Speaker 2（报告人）**: Ada Brook
        """,
        """
        4:15 when: 9:50-11:35
        5:16 venue: Main Hall
        6:15 venue: Main Hall
        7:13 chair: Ben Ford
        8:22 chair: Dan Ely
        talk
          9:23 speaker: Ada Brook
        """,
    )


def test_signs_stand_for_labels():
    expect(
        """\
        🕒 9:50 - 11:35

        📍 Main Hall
        """,
        """
        4:3 when: 9:50 - 11:35
        6:3 venue: Main Hall
        """,
    )


def test_several_labels_on_a_line():
    expect(
        """\
        **Time:** 9:50-11:35 **Location:** Main Hall **Chair:** Ben Ford

        Speaker: Ada Brook; Affiliation: Coast University; Title: On Tides

        主持人：江予安\u3000\u3000会场：灯塔厅
        """,
        """
        4:11 when: 9:50-11:35
        4:36 venue: Main Hall
        4:57 chair: Ben Ford
        8:5 host: 江予安
        8:13 venue: 灯塔厅
        talk
          6:10 speaker: Ada Brook
          6:34 affiliation: Coast University
          6:59 talk title: On Tides
        """,
    )


def test_labels_of_other_languages():
    expect(
        """\
        **Fecha:** Jueves 15 de octubre de 2026

        **Salle :** Amphi B

        **Vortragende:** Ada Brook

        일시: 2026년 10월 15일

        司会：山田太郎
        """,
        """
        4:12 when: Jueves 15 de octubre de 2026
        6:13 venue: Amphi B
        10:5 when: 2026년 10월 15일
        12:4 host: 山田太郎
        talk
          8:18 speaker: Ada Brook
        """,
    )


def test_what_nobody_sees_is_in_no_word():
    expect(
        """\
        <p class=MsoNormal><b><span lang=EN-US>Loc<span>ation</span></span></b>: Main&shy; <font color=red>H<span>all</span></font><o:p></o:p></p>
        <div>\u200bHost\u200b: Ben\u200b Ford</div>
        """,
        """
        4:74 venue: Main Hall
        5:14 host: Ben Ford
        """,
    )


def test_a_wrapped_line_of_an_abstract_is_text_and_a_label_after_it_is_one():
    expect(
        """\
        <p>
        Title: Time: a history
        Abstract: We study the word host: it is old.
        place: matters. Time: passes.
        Bio: Ada walks.
        Title: Professor
        Affiliation: Coast University
        </p>
        """,
        """
        talk
          5:8 talk title: Time: a history
          6:11 abstract: We study the word host: it is old. place: matters. Time: passes.
          8:6 biography: Ada walks. Title: Professor Affiliation: Coast University
        """,
    )


def test_an_academic_rank_is_no_talk():
    expect(
        """\
        Speaker: Ada Brook

        Title: Associate Professor

        Talk title: On Tides
        """,
        """
        talk
          4:10 speaker: Ada Brook
          8:13 talk title: On Tides
        6:1 unread-text
        """,
    )


def test_the_lines_of_people_are_told_apart():
    expect(
        """\
        <div><b>Guests:</b><br>Ada Brook, Coast University<br>Ben Ford</div>

        ## Speaker

        Cleo Dane
        Dane College

        ## Time

        9:00-10:00
        """,
        """
        4:24 panelist: Ada Brook, Coast University, Ben Ford
        13:1 when: 9:00-10:00
        talk
          8:1 speaker: Cleo Dane, Dane College
        """,
    )


def test_headings_under_a_label_are_its_values():
    expect(
        """\
        ## Speakers

        ### Ada Brook (Coast University)

        **Title:** On Tides

        ### Cleo Dane

        **Title:** On Ice
        """,
        """
        talk
          6:5 speaker: Ada Brook (Coast University)
          8:12 talk title: On Tides
        talk
          10:5 speaker: Cleo Dane
          12:12 talk title: On Ice
        """,
    )


def test_a_table_of_labels_and_values():
    expect(
        """\
        <table>
        <tr><td>Time</td><td>9:50-11:35</td><th>Room</th><td>Main Hall</td></tr>
        <tr><td>Speaker</td><td>Ada Brook<br>Coast University</td></tr>
        <tr><td>Abstract</td><td>The sea.</td></tr>
        </table>
        """,
        """
        5:22 when: 9:50-11:35
        5:54 venue: Main Hall
        talk
          6:25 speaker: Ada Brook, Coast University
          7:26 abstract: The sea.
        """,
    )


def test_a_table_with_a_talk_in_each_row():
    expect(
        """\
        <table><tr><th>No.</th><th>Time</th><th>Speaker</th><th>Title</th><th>Chair</th></tr>
        <tr><td>1</td><td>9:00-9:30</td><td>Ada Brook</td><td>On Tides</td><td rowspan="3">Dan Ely</td></tr>
        <tr><td colspan="4">Coffee</td></tr>
        <tr><td>2</td><td>10:00-10:30</td><td>Ben Ford</td><td>On Ice</td></tr></table>
        """,
        """
        5:84 chair: Dan Ely
        talk
          5:19 when: 9:00-9:30
          5:37 speaker: Ada Brook
          5:55 talk title: On Tides
        talk
          7:19 when: 10:00-10:30
          7:39 speaker: Ben Ford
          7:56 talk title: On Ice
        6:21 unread-text
        """,
    )


def test_a_table_that_only_lays_out():
    expect(
        """\
        <table><tr><td><img src="/a.png"></td><td><b>Speaker:</b> Ada Brook<br><b>Title:</b> On Tides</td></tr>
        <tr><td><img src="/b.png"></td><td><b>Speaker:</b> Ben Ford<br><b>Title:</b> On Ice</td></tr></table>
        """,
        """
        talk
          4:59 speaker: Ada Brook
          4:16 photo: /a.png
          4:86 talk title: On Tides
        talk
          5:52 speaker: Ben Ford
          5:9 photo: /b.png
          5:78 talk title: On Ice
        """,
    )


def test_a_list_of_terms():
    expect(
        """\
        <dl><dt>Ort</dt><dd>Hörsaal 3</dd><dt>Vortragende</dt><dd>Ada Brook</dd><dt>Wetter</dt><dd>gut</dd></dl>
        """,
        """
        4:21 venue: Hörsaal 3
        talk
          4:59 speaker: Ada Brook
        4:92 unread-text
        4:77 unread-text
        """,
    )


def test_classes_tell_where_labels_do_not():
    expect(
        """\
        <div class="speaker-card">
          <h3 class="talk-title">On Tides</h3>
          <img class="photo" src="/a.png">
          <div class="speaker-name">Ada Brook</div><div class="speaker-affiliation">Coast University</div>
          <div class="bio">Ada walks.</div>
        </div>
        <div class="talk"><span class="talk-time">9:30-10:00</span> <span class="talkTitle">On Ice</span></div>
        """,
        """
        talk
          5:26 talk title: On Tides
          7:29 speaker: Ada Brook
          6:3 photo: /a.png
          7:77 affiliation: Coast University
          8:20 biography: Ada walks.
        talk
          10:43 when: 9:30-10:00
          10:85 talk title: On Ice
        """,
    )


def test_blocks_alike_are_a_talk_each():
    expect(
        """\
        <ul><li><h4>On Tides</h4><p>Speaker: Ada Brook</p><p>Slides: https://a.example/</p></li>
        <li><h4>On Ice</h4><p>Time: 9:30-10:00</p><p>Speaker: Ben Ford</p><p>Abstract: Cold.</p></li></ul>
        """,
        """
        talk
          4:13 talk title: On Tides
          4:38 speaker: Ada Brook
          4:62 slides: https://a.example/
        talk
          5:9 talk title: On Ice
          5:29 when: 9:30-10:00
          5:55 speaker: Ben Ford
          5:80 abstract: Cold.
        """,
    )


def test_headings_before_speakers_are_titles():
    expect(
        """\
        ### On Tides

        Speaker: Ada Brook

        ### On Ice

        Speaker: Ben Ford
        """,
        """
        talk
          4:5 talk title: On Tides
          6:10 speaker: Ada Brook
        talk
          8:5 talk title: On Ice
          10:10 speaker: Ben Ford
        """,
    )


def test_hours_and_titles_in_headings():
    expect(
        """\
        ### 10:00-10:30 On Tides

        Speaker: Ada Brook

        **On Ice (10:30 - 11:00)**

        Speaker: Ben Ford
        """,
        """
        talk
          4:5 when: 10:00-10:30
          4:17 talk title: On Tides
          6:10 speaker: Ada Brook
        talk
          8:11 when: 10:30 - 11:00
          8:3 talk title: On Ice
          10:10 speaker: Ben Ford
        """,
    )


def test_titles_before_speakers_and_several_speakers():
    expect(
        """\
        **Title:** On Tides

        **Speaker:** Ada Brook

        **Speaker:** Ben Ford

        **Abstract:** The sea.

        **Title:** On Ice

        **Speaker:** Cleo Dane
        """,
        """
        talk
          4:12 talk title: On Tides
          6:14 speaker: Ada Brook
          8:14 speaker: Ben Ford
          10:15 abstract: The sea.
        talk
          12:12 talk title: On Ice
          14:14 speaker: Cleo Dane
        """,
    )


def test_hosts_after_every_talk_are_those_of_the_talk_before():
    expect(
        """\
        <div class="row"><div class="left"><div>Ada Brook</div></div><div class="right"><div><b>Title:</b> One</div></div></div>
        <div class="tip">Host: H One</div>
        <div class="row"><div class="left"><div>Ben Ford</div></div><div class="right"><div><b>Title:</b> Two</div></div></div>
        <div class="tip">Host: H Two</div>
        """,
        """
        talk
          5:24 host: H One
          4:41 speaker: Ada Brook
          4:100 talk title: One
        talk
          7:24 host: H Two
          6:41 speaker: Ben Ford
          6:99 talk title: Two
        """,
    )


def test_a_card_with_its_sides_exchanged_and_a_late_picture():
    expect(
        """\
        <div class="row">
         <div class="left"><div><b>Title:</b> On Tides</div></div>
         <div class="right"><img data-src="/a.png" src="data:image/gif;base64,R0lG"><div><a href="https://ada.example/">Ada Brook</a></div><div>Coast University</div></div>
        </div>
        """,
        """
        talk
          5:39 talk title: On Tides
          6:113 speaker: Ada Brook <https://ada.example/>
          6:21 photo: /a.png
          6:137 affiliation: Coast University
        """,
    )


def test_a_card_with_two_speakers():
    expect(
        """\
        <div class="row">
         <div class="left"><img src="/a.png"><div>Ada Brook</div><div>Coast University</div><img src="/b.png"><div>Cleo Dane</div></div>
         <div class="right"><h4>On Tides</h4></div>
        </div>
        """,
        """
        talk
          5:43 speaker: Ada Brook
          5:20 photo: /a.png
          5:63 affiliation: Coast University
          5:108 speaker: Cleo Dane
          5:85 photo: /b.png
          6:25 talk title: On Tides
        """,
    )


def test_a_card_of_lines_and_of_unclosed_tags():
    expect(
        """\
        <div class="row"><div class="left"><img src="/a.png">Ada Brook<br>Professor<br>Coast University</div>
        <div class="right">Title: One<br>Abstract: Sea.<br>CV: Ada walks.</div></div>
        <div class="row"><div class="left"><div>Ben Ford<div>Ford College</div>
        <div class="right"><div><b>Title:</b> Two<div><b>Abstract:</b> Ice.</div></div>
        """,
        """
        talk
          4:54 speaker: Ada Brook
          4:36 photo: /a.png
          4:80 affiliation: Coast University
          5:27 talk title: One
          5:44 abstract: Sea.
          5:56 biography: Ada walks.
        talk
          6:41 speaker: Ben Ford
          6:54 affiliation: Ford College
          7:39 talk title: Two
          7:64 abstract: <div> Ice.</div>
        4:67 unread-text
        6:1 broken-markup
        6:18 broken-markup
        6:36 broken-markup
        7:1 broken-markup
        """,
    )


def test_portraits_above_the_names():
    expect(
        """\
        <img src="/a.png">

        **Speaker:** Ada Brook

        **Title:** On Tides

        <img src="/b.png">

        **Speaker:** Ben Ford

        **Title:** On Ice
        """,
        """
        talk
          6:14 speaker: Ada Brook
          4:1 photo: /a.png
          8:12 talk title: On Tides
        talk
          12:14 speaker: Ben Ford
          10:1 photo: /b.png
          14:12 talk title: On Ice
        """,
    )


def test_a_picture_that_is_nobodys_is_reported():
    expect(
        """\
        ![program](/images/program.png)

        Time: 9:00-10:00
        """,
        """
        6:7 when: 9:00-10:00
        4:1 unread-picture
        """,
    )


def test_what_is_struck_out_states_nothing_and_is_reported():
    expect(
        """\
        <div>Time: <s>9:00-10:00</s> 10:00-11:00</div>
        <div>Venue: <del>Main Hall</del> Side Room</div>
        """,
        """
        4:30 when: 10:00-11:00
        5:34 venue: Side Room
        4:15 unread-text
        5:18 unread-text
        """,
    )


def test_a_list_of_the_speakers_is_no_talk():
    expect(
        """\
        <div>Speakers: Ada Brook, Ben Ford</div>
        <div class="row"><div class="left"><div>Ada Brook</div></div><div class="right"><div><b>Title:</b> One</div></div></div>
        <div class="row"><div class="left"><div>Ben Ford</div></div><div class="right"><div><b>Title:</b> Two</div></div></div>
        """,
        """
        talk
          5:41 speaker: Ada Brook
          5:100 talk title: One
        talk
          6:41 speaker: Ben Ford
          6:99 talk title: Two
        """,
    )


def test_an_abstract_goes_on_and_a_name_after_it_does_not():
    expect(
        """\
        **Abstract:** The sea comes and goes.

        It comes twice a day, and nobody has ever found out why it bothers.

        Cleo Dane, Dane College
        """,
        """
        4:15 abstract: The sea comes and goes. <p>It comes twice a day, and nobody has ever found out why it bothers.</p>
        8:1 unread-text
        """,
    )


def test_another_days_heading_speaks_for_the_talks_under_it():
    expect(
        """\
        | Time | Title |
        |---|---|
        | 9:00 | One |

        ## Friday, Oct 16, 2026

        | Time | Title |
        |---|---|
        | 9:00 | Two |
        """,
        """
        8:4 heading: Friday, Oct 16, 2026
        talk
          6:3 when: 9:00
          6:10 talk title: One
        talk
          8:4 heading: Friday, Oct 16, 2026
          12:3 when: 9:00
          12:10 talk title: Two
        """,
    )


def test_icons_without_labels():
    expect(
        """\
        <div class="tip"><i class="fa fa-clock"></i> 9:50 a.m. — 11:35 a.m.</div>
        <p><i class="bi bi-geo-alt"></i> Main Hall</p>
        """,
        """
        4:46 when: 9:50 a.m. — 11:35 a.m.
        5:34 venue: Main Hall
        """,
    )


def test_generators_fields_are_taken_as_their_templates_take_them():
    page = """\
        ---
        title: T
        date: "2026-10-15T14:00:00+08:00"
        date_end: "2026-10-15T15:00:00+08:00"
        authors: [admin, Ada Brook]
        presenters: [{name: Ben Ford, company: Ford Inc.}]
        ---
        """
    wanted = """
        2:8 title: T
        3:8 start: 2026-10-15T14:00:00+08:00
        4:12 end: 2026-10-15T15:00:00+08:00
        talk
          5:18 speaker: Ada Brook
          6:21 speaker: Ben Ford
          6:40 affiliation: Ford Inc.
        """
    assert read(page) == dedent(wanted).strip()


def test_an_event_for_all_day_has_no_hours():
    page = "---\ntitle: T\ndate: 2026-10-15T14:48:43+02:00\nall_day: true\n---\n"
    assert read(page) == "2:8 title: T\n3:7 date: 2026-10-15"


def test_a_timetable_and_a_shortcode_are_no_abstract():
    front = "---\ntitle: T\ndate: 2026-10-15\n---\n"
    facts = "2:8 title: T\n3:7 date: 2026-10-15\n"
    lines = "talk\n  5:3 when: 9:00\n  5:8 line: Ada Brook, On Tides\ntalk\n  6:3 when: 9:30\n  6:8 line: Ben Ford, On Ice"
    assert read(front + "- 9:00 Ada Brook, On Tides\n- 9:30 Ben Ford, On Ice\n") == facts + lines
    assert read(front + "- 9:00 Ada Brook, On Tides\n- and more\n- 9:30 Ben Ford, On Ice\n") == facts + "5:3 unread-text"
    assert read(front + "{{< speaker Ada >}}\n\nThe sea.\n") == facts + "7:1 abstract: <p>The sea.</p>\n5:1 unread-text"


def test_what_is_said_of_nobody_is_reported():
    expect(
        """\
        Affiliation: Coast University

        Bio: She walks.
        """,
        """
        4:14 affiliation: Coast University
        6:6 biography: She walks.
        4:14 unread-text
        6:6 unread-text
        """,
    )


def test_emphasised_words_of_a_text_are_no_labels():
    expect(
        """\
        <div><b>Abstract:</b> We <b>host</b> a <i>talk</i> on <em>time</em>. <b>Location</b> matters, Time: too; Host: x.</div>

        **Abstract:** The sea comes.
        **Host** plants and **time** scales: both matter.
        """,
        """
        4:23 abstract: We <b>host</b> a <i>talk</i> on <em>time</em>. <b>Location</b> matters, Time: too; Host: x.
        6:15 abstract: The sea comes. <strong>Host</strong> plants and <strong>time</strong> scales: both matter.
        """,
    )


def test_a_banner_is_no_portrait():
    said = "4:1 unread-picture"
    assert read('---\ntitle: T\n---\n<img src="/b.png">\n\nSpeaker: Ada Brook\n').splitlines()[-1] == said
    assert read('---\ntitle: T\n---\n<img src="/brook.png">\n\nSpeaker: Ada Brook\n').splitlines()[-1] == "  4:1 photo: /brook.png"


def test_beside_the_start_of_an_event_its_date_is_that_of_posting():
    page = "---\ntitle: T\ndate: 2026-03-01\nevent_start: 2026-10-15T14:00:00+08:00\n---\n"
    assert read(page) == "2:8 title: T\n4:14 start: 2026-10-15T14:00:00+08:00"


def test_what_components_and_shortcodes_make_is_not_known():
    front = "---\ntitle: T\nspeaker: Ada Brook\n---\n"
    facts = "2:8 title: T\ntalk\n  3:10 speaker: Ada Brook\n"
    words = "The sea.\n\n<Presenter name='Ada'>\n  Ada surfs.\n</Presenter>\n"
    assert read(front + words) == facts + "  5:1 abstract: <p>The sea.</p>\n8:3 unread-text"
    assert read(front + "## Abstract\n\n{{< abstract by='Ada' >}}\nThe sea.\n{{< /abstract >}}\n") == facts + "7:1 unread-text"


def test_a_page_about_a_person_is_none_of_the_program():
    page = Source("people/ada.md", "---\nname: Ada Brook\naffiliation: Coast University\nphoto: /a.png\n---\nAda surfs.\n")
    assert extract_page(page, sure=False) == ((), ())


def test_fields_without_a_value_are_nobodys_slip():
    assert read("---\ntitle: T\nspeekers:\nvenu: ~\n---\n") == "2:8 title: T"


def test_labels_of_start_end_track_and_meeting_point():
    expect(
        """\
        - **Start:** 12.06.2024, 9:00 Uhr
        - **Ende:** 12.06.2024, 17:00 Uhr
        - **Treffpunkt:** Haupteingang
        - **Track:** Web
        """,
        """
        4:14 start: 12.06.2024, 9:00 Uhr
        5:13 end: 12.06.2024, 17:00 Uhr
        6:19 venue: Haupteingang
        7:14 track: Web
        """,
    )
