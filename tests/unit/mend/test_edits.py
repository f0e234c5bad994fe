"""Edits change what they name and nothing else, whatever the file's line ends and marks."""

from pipeline.diagnostics import Edit
from pipeline.mend.edits import apply
from pipeline.source import Span


def edit(line: int, column: int, written: str, replacement: str) -> Edit:
    return Edit(Span("page.md", line, column, line, column + len(written)), written, replacement)


def test_all_else_is_kept_byte_for_byte():
    data = "\ufeff---\r\ntitle: Rivers  \r\n---\n\nMon., 火\rMon.\r\n\tend".encode()

    new, made = apply(data, [edit(5, 1, "Mon", "Thu"), edit(2, 1, "title", "name")])

    assert new == "\ufeff---\r\nname: Rivers  \r\n---\n\nThu., 火\rMon.\r\n\tend".encode()
    assert len(made) == 2


def test_a_byte_order_mark_takes_no_column():
    assert apply("\ufeffab".encode(), [edit(1, 1, "a", "x")])[0] == "\ufeffxb".encode()


def test_columns_count_characters():
    assert apply("👍🏽日 Mon".encode(), [edit(1, 5, "Mon", "Thu")])[0] == "👍🏽日 Thu".encode()


def test_of_two_edits_that_overlap_the_first_is_made():
    first, second = edit(1, 1, "abc", "x"), edit(1, 3, "cd", "y")

    assert apply(b"abcd", [second, first]) == (b"xd", (first,))


def test_neighbours_are_both_made():
    assert apply(b"abcd", [edit(1, 1, "ab", "x"), edit(1, 3, "cd", "y")])[0] == b"xy"


def test_the_same_edit_twice_is_made_once():
    assert apply(b"a", [edit(1, 1, "a", "aa"), edit(1, 1, "a", "aa")])[0] == b"aa"


def test_an_edit_is_not_made_where_the_file_says_something_else():
    assert apply(b"Tue", [edit(1, 1, "Mon", "Thu")]) == (b"Tue", ())


def test_an_edit_beyond_the_file_is_not_made():
    assert apply(b"Mon", [edit(2, 1, "Mon", "Thu"), edit(0, 1, "Mon", "Thu")]) == (b"Mon", ())


def test_an_edit_over_lines_is_not_made():
    over = Edit(Span("page.md", 1, 1, 2, 2), "a\nb", "c")

    assert apply(b"a\nb", [over]) == (b"a\nb", ())
