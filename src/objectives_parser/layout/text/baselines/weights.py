"""What speaks for and against a reading of lines in which the cells of a row share baselines, in the unit of a
log-probability. They only mean something against each other and against ``packed.weights``, which say how well a whole
statement fits its column."""

from __future__ import annotations

NEVER = float("-inf")

# --- where cells part inside a line ---------------------------------------------------------------------------------

CUT = -0.1
"""Each place where a line is cut."""
CUT_CAPITAL, CUT_NAMES, CUT_DATE, CUT_BULLET, CUT_FIGURE = 0.8, -0.4, -3.0, 2.0, 0.2
"""Before a capital behind a small letter, between two capitals, inside a date, before a bullet, before a figure."""
CUT_STOP = 0.6
"""Behind a full stop."""
KEPT_CAPITAL, KEPT_BULLET, KEPT_STOP, KEPT_TORN = -0.5, -5.0, -0.4, -1.5
"""A capital, a bullet, a full stop inside a piece; two words that no sentence has side by side (`the by`)."""
CUT_OPEN = -0.4
"""Behind a word that wants more, before a small letter."""

# --- where rows and statements begin --------------------------------------------------------------------------------

ROW, INNER_ROW = 0.3, -1.2
"""A row, and a row beside a cell that goes on."""
CAPITAL, FIGURE, SMALL, SMALL_TIME = 0.8, 0.0, -3.5, -0.3
"""How a cell begins at its row's first line; a field may begin with a small letter (`by June`)."""
NO_STATEMENT, NO_FIELD = -1.5, -0.6
"""A column that has nothing in a row's first line."""
ON_SMALL, ON_CAPITAL, ON_FIGURE, ON_WANTED, ON_CLOSED = 0.4, -0.8, -0.2, 0.9, -2.5
"""A cell that goes on: with a small letter, a capital, a figure; behind a line that wants more, behind a full stop."""
ON_DATE, ON_ENDED, ON_TORN = 1.5, -1.2, -1.5
"""A date that goes on (`July` / `2031`), a text that goes on behind one, words that do not go together (`laid by` /
`for all`)."""
NEW, NEW_BULLET, NEW_SMALL, NEW_FIGURE, NEW_CLOSED, NEW_WANTED, NEW_FIELD = -0.9, 1.0, -5.0, -0.8, 1.2, -4.0, -2.0
"""Another statement of a cell: begun by a capital, a bullet, a small letter, a figure; behind a full stop, behind what
wants more; another entry of a field."""
LATE = -2.0
"""A cell that begins below its row's first line."""
GAP = -1.2
"""A cell that goes on below a line in which it has nothing."""
BROKEN_OFF = -3.5
"""A cell that ends with a word that wants more."""
BAND, TITLE = -1.0, -4.0
"""A line over rows, in none of the columns; a row that begins with what is told to be one."""

# --- how lines are set ----------------------------------------------------------------------------------------------

FULL, ROOM, ROOMIER, MOST_ROOM = 0.5, -0.6, -5.0, -3.0
"""A line that goes on where the next word found no room; where it would have: at least, by share of width, at most."""
NEW_ROOM, NEW_FULL = 0.5, -1.0
"""A statement behind a line with room, behind a full one."""
WIDE, FAR_TOO_WIDE = -2.0, 1.15
"""A piece somewhat wider than its column; the share from which on none is."""

# --- what pieces say ------------------------------------------------------------------------------------------------

TIME_WORD, NO_TIME_WORD, MOST_TIME = 0.6, -1.2, 1.5
NAME_WORD, NO_NAME_WORD, MOST_NAME = 0.3, -1.0, 0.8
STATE_WORD, NO_STATE_WORD, MOST_STATE = 0.6, -1.2, 1.4
VALUE_WORD, NO_VALUE_WORD = 0.6, -0.5
CODE, NO_CODE = 1.5, -6.0
LEAST_FIT, LEAST_FIELD = -4.0, -2.5
"""The least that a whole cell costs that does not fit a column of statements, of fields."""
