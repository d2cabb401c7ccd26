"""What columns are made of, and whether those of two tables are the same."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from objectives_parser.recognizers.column_makes import Columns, Make, make_of


@pytest.mark.parametrize(
    ("texts", "make"),
    [
        ((), "empty"),
        (("1", "2", "3"), "number"),
        (("May 2031", "June 2032", "July 2033"), "date"),
        (("✓", "✓"), "tick"),
        (("12%", "40%", "£3m"), "value"),
        (("Port works", "Town crew"), "name"),
        (("Mend the wall soon", "Pave the old quay"), "words"),
        (("Mend the wall of the old harbour", "Pave the quay along the whole town"), "text"),
    ],
)
def test_a_column_is_made_of_what_most_of_its_cells_are(texts: Sequence[str], make: Make) -> None:
    assert make_of(texts) == make


def columns(*makes: Make, told: Sequence[int] = (), lefts: Sequence[float] = ()) -> Columns:
    return Columns(makes=makes, told=frozenset(told), lefts=tuple(lefts))


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        # dates or numbers tell one of the columns
        (columns("number", "text", "date"), columns("number", "words", "date"), True),
        (columns("text", "name"), columns("text", "name"), False),
        (columns("text", "value"), columns("text", "value"), False),
        # so do commands in the same one, beside enough others
        (columns("text", "name", "words", told=[0]), columns("text", "name", "words", told=[0]), True),
        (columns("text", "name", "words", told=[0]), columns("text", "name", "words", told=[2]), False),
        (columns("text", "name", told=[0]), columns("text", "name", told=[0]), False),
        # another number of columns, none with words, one alone that is not empty
        (columns("text", "date"), columns("text", "date", "name"), False),
        (columns("number", "date"), columns("number", "date"), False),
        (columns("text", "date"), columns("empty", "date"), False),
        # a column of names is none of sentences; what stands at the same places needs less
        (columns("number", "name", "date"), columns("number", "text", "date"), False),
        (columns("text", "name", lefts=[0, 100]), columns("words", "text", lefts=[0, 102]), True),
        (columns("text", "name", lefts=[0, 100]), columns("text", "date", lefts=[0, 102]), True),
        (columns("text", "text", lefts=[0, 100]), columns("text", "date", lefts=[0, 102]), False),
        (columns("text", "name", lefts=[0, 100]), columns("text", "name", lefts=[0, 110]), False),
    ],
)
def test_columns_are_the_same_where_places_or_makes_agree(one: Columns, two: Columns, alike: bool) -> None:
    assert one.are_like(two) is alike
    assert two.are_like(one) is alike


def test_under_one_title_figures_tell_a_column_too() -> None:
    one, two = columns("text", "value"), columns("text", "value")
    assert not one.are_like(two)
    assert one.are_like(two, titled_alike=True)


@pytest.mark.parametrize(
    ("makes", "roles", "fit"),
    [
        (("text", "date"), ("objective", "due"), True),
        (("text", "text"), ("objective", "due"), False),
        (("name", "date"), ("objective", "due"), False),
        (("text", "value"), ("objective", "measure"), False),
        (("text", "empty"), ("objective", "measure"), True),
        (("text", "date"), (None, "due"), False),
        (("text", "words"), ("objective", "by-level"), False),
    ],
)
def test_columns_fit_headers_that_ask_for_what_they_hold(
    makes: tuple[Make, ...], roles: tuple[str | None, ...], fit: bool
) -> None:
    assert columns(*makes).fit_under(roles) is fit
