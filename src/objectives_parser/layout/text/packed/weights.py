"""What speaks for and against a reading of lines under a header as cells, in the unit of a log-probability: a cell that
fits its column well has about 1, what hardly happens costs 3 and more. ``decoding`` adds them up.

They only mean something against each other: whoever changes one looks at texts of several converters.
"""

from __future__ import annotations

NEVER = -6.0
"""What a cell that cannot stand in a column has there."""

# --- what a cell says of its column (`telling`) ---------------------------------------------------------------------

TIMED = STATED = CODED = 1.5
"""A time in a column of times, a word of progress in one of states, a code in one of codes."""
TIME_BEGUN = 0.3
"""A time that may go on in the next line, as `By December` does over `2031`."""
TIME_ALONE = -1.2
"""Nothing but a time where milestones stand and no column has times."""
FORM, WORST = 0.8, -2.2
"""What is added to the log-probability of a statement's form and wording, and the least of that."""
ONE_WORD, TWO_WORDS, LOWER, NAMED, DATE_BEGUN = -2.5, -1.5, -2.0, -2.0, -1.5
"""A statement of one word, of two; begun by a small letter; of nothing but names; ended inside a date."""
DATED = 1.2
"""A date at the end of a milestone beside measures, none at the end of a measure; the other way round it costs that."""
VALUE, FIGURED, WORDED = 1.2, 0.2, -1.5
"""A value, words with a figure and words alone in a column of values."""
PERIOD_FIGURED, PERIOD_WORDED = 0.2, -3.0
"""In a column of a period, which has ticks and values: a few words with a figure, more words."""
NOTED_VALUE, NOTED, UNTOLD = 0.6, 0.2, -1.5
"""A value, names or a sentence, and anything else in a column that nothing is known of."""
NO_TITLE, TITLED_DEED, TITLED_WORD, TITLED = -2.0, -1.0, -0.5, 0.3
"""In a column of groups' names: what is none, a deed or a post, a word, a name."""
NAMES, BARE_POST, SHORT_NAME, NO_NAME = 1.0, -0.6, 0.0, -3.0
"""In a column of owners: names, a post of one word, a few words with a capital, anything else."""
BAND_TOLD, BAND_LETTERED, BAND_SHORT, BAND_WORD = 1.0, 0.5, -0.8, -1.6
"""A line over rows: labelled or told to be one, lettered, a few words, one word or a post."""

# --- where cells begin (`telling`, `decoding`) ----------------------------------------------------------------------

ITEM, COUNTED_ROW = 4.0, 4.0
"""A line that a bullet or number begins, one whose number counts on from row to row."""
APART, OPEN, CLOSED, DATED_ABOVE = 2.0, -5.0, 1.5, 0.8
"""An empty line above; a line above that wants more, one that ends with a full stop, with a date."""
SMALL, FIGURE = -3.0, -0.3
"""A small letter, something else than a letter at the beginning."""
CAPITAL, CAPITAL_APART, NAME = 0.8, 0.3, -0.5
"""A capital; one where empty lines part the cells; the capital of a word that always has one."""
IN_OPEN, IN_NAME, IN_CAPITAL, IN_LINE = -5.0, -1.5, -0.1, -0.5
"""Inside a line: behind what wants more, between names, at a capital behind a small word, elsewhere."""
MOST_INNER = 2.5
"""What begins so surely goes on with no cell."""

# --- what marks say (`decoding`) ------------------------------------------------------------------------------------

MARKED, UNMARKED = 2.0, -2.0
"""The mark of a column on a cell of it, of another column; no mark where all others of the column have one."""
COUNTED, UNCOUNTED = 2.0, -4.0
"""A counted row's first cell in the first column, in another; one that does not count in the first."""
BULLET, AS_WELL = 0.5, 0.5
"""By how much less than ``MARKED`` a bullet's own column must make the whole fit better; what one may cost at most
where the first column has none."""

# --- the order of columns (`order`) ---------------------------------------------------------------------------------

LATE_FIRST, LATER_FIRST = -2.0, -0.5
"""A table's first cell in another column than the first, and for each column between."""
AGAIN, FIELD_AGAIN, STATED_AGAIN, AIM_AGAIN = 0.2, 4.0, 2.0, 1.0
"""Two cells of one column: statements, fields, statements apart beside fields; two aims with nothing between, where the
measures or milestones of the first would stand."""
SKIPPED, NO_AIM, SPANNED = 0.7, 1.5, 0.5
"""An empty cell; if it is an aim's; the name of a group that spans the row."""
BACK, BARE_BACK = 1.2, 0.6
"""For each column that a row begins behind the first; where all columns are of statements."""
BESIDE, AGAIN_SOON, ANYWHERE, NEXT_CHUNK = 2.5, 0.8, 0.5, 0.3
"""Side by side in any order: another column and the same again within a chunk of lines; any but the next one and the
same again behind an empty line."""
