"""What speaks for and against a cell of reading-order text in a column, from 0 (nothing) to about 1 (surely there);
``cell_forms`` and ``fitting`` add it up over a whole table, so each only means something against the others."""

from __future__ import annotations

# --- what a cell's form says (`cell_forms`) -------------------------------------------------------------------------

FORBIDDEN = -99.0
"""What a cell that cannot stand in a column has there."""
FITS: dict[str, dict[str, float]] = {
    "label": {"code": 1.0, "figure": 0.3, "mark": 0.2, "short": 0.1},
    "due": {"date": 1.0, "short": 0.35, "mark": 0.5, "names": 0.2, "phrase": 0.2},
    "start": {"date": 1.0, "short": 0.3, "mark": 0.2},
    "period": {"figure": 0.7, "mark": 0.6, "date": 0.5, "short": 0.35, "names": 0.2, "phrase": 0.2},
    "status": {"mark": 0.7, "short": 0.4, "figure": 0.2, "phrase": 0.2, "sentence": 0.2},
    "owner": {"names": 0.9, "short": 0.5, "phrase": 0.3, "mark": 0.2},
    "target": {"figure": 0.8, "date": 0.5, "mark": 0.5, "short": 0.35, "phrase": 0.3, "names": 0.2, "sentence": 0.2},
    "baseline": {"figure": 0.8, "date": 0.5, "mark": 0.5, "short": 0.35, "phrase": 0.3, "names": 0.2, "sentence": 0.2},
    "category": {"short": 0.6, "names": 0.6, "phrase": 0.3},
    "bodies": {"names": 0.85, "short": 0.5, "phrase": 0.35, "mark": 0.2},
    "note": {"sentence": 0.65, "phrase": 0.45, "short": 0.45, "names": 0.45, "figure": 0.4, "mark": 0.4, "date": 0.3,
             "code": 0.2},
}  # fmt: skip
"""How well cells of each kind fit the columns that state nothing."""
STATED, DATED_YEAR, FIGURE_DATE = 0.9, 0.4, 0.1
"""A word of progress in a column of states; in one of times a figure that names a year, and another one."""
CODED = 0.4
"""A code in a column of statements: `Action` may stand over the codes of actions."""
REFERRING, NUMBER_ALONE = 0.35, 0.1
"""Numbers of statements printed elsewhere (`3, 5`), and a number alone, in a column of statements."""
NAMED_MEASURE = 0.5
"""Two nouns in a column of measures: `Attendance logs`, `Bond rating`."""
REACHED_BRIEFLY, REACHED = 0.6, 0.7
"""Two words that tell what is reached in a column of such (`Staffing agreed`), and more in one of measures."""
SHORT_MEASURE, WORDED_MEASURE, NOUN_MEASURE = 0.3, 0.6, 0.3
"""In a column of measures: a phrase that commands nothing, at least; the share of what its wording says, and what
nouns alone add."""
WORDED, TELLING = 0.9, 0.5
"""The share of what a statement's wording says of its kind, and that where whole sentences command nothing."""

# --- what its place says (`fitting`) --------------------------------------------------------------------------------

NOWHERE, UNFIT = 0.2, -0.5
"""What speaks for no column at all, so that a cell must fit one better; a cell that nothing makes fit a column."""
UNDER_HEAD, OPENING = 1.0, 0.6
"""What stands right under the last header cell; the first of columns side by side is one of statements."""
NUMBERED = 0.5
"""A cell that its number has at a row's beginning."""
UNNUMBERED = 0.5
"""What a cell costs that begins a row and has no number where numbers do."""
SKIPPED, LEAST_SKIPPED, SAME, LOST = 0.3, 0.2, 0.4, 0.15
"""What empty cells cost, the least part of that, two cells of one column behind each other, and a cell in none."""
SPANNED, SUBJECT = 0.25, 0.4
"""What an empty cell costs where cells span rows, left of the rows' subject, and in the subject's own column."""
NAMED = 1.2
"""How well a statement that bears the name of its kind fits a column of that."""
DATED = 0.4
"""What a date at the end of a statement speaks for a milestone and against a measure."""

# --- what the column's other cells say (`fitting`) ------------------------------------------------------------------

TOO_WIDE = 0.5
"""What it costs at most that a cell's lines are not set as wide as its column's others."""
LISTED, LISTED_HALF = 0.4, 0.5
"""How much the bullets of a column's other cells speak for and against a cell, about the share that says nothing."""
USUAL, UNUSUAL, SAID = 0.6, 0.25, 0.15
"""How much a cell's kind among the others' speaks for it, about the share that says nothing; its own words there."""
