"""Forms that only white space draws: names down the left side, and right of each what it names.

`Action` / `Lead` / `By when` in one column and `Open two shelters` / `Housing` / `May 2026` in the next are no two
columns to be read one after the other, nor one row of two cells: each name begins a row.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.roles import header_role

FEWEST = 3
LONGEST, USUAL = 8, 4  # words of a name, at most and on the average
SURE, SURE_WITH_COLON = 0.9, 0.75  # how surely a name is one of a form
KNOWN = 0.5  # of the names are such
EVEN, APART = 1.08, 1.15  # times the room from line to line


@attrs.define
class _Name:
    """A name that may go on over lines: where its row begins, and its words."""

    start: int
    text: str
    valued: bool


def named_rows(rows: Sequence[TextRow]) -> list[int]:
    """The lines of two columns where a row begins, the first apart; none where the left column holds no names."""
    two = len(rows) >= FEWEST and max(max(row.texts) for row in rows) == 1
    names = _names_down(rows) if two else None
    valued = [name.text for name in names if name.valued] if names else []
    if names is None or 2 * len(valued) < len(names) or not _are_names(valued):
        return []
    starts = sorted({*(name.start for name in names), *_behind_bands(rows)})
    return [start for start in starts if start]


def caption_below(rows: Sequence[TextRow]) -> int:
    """How many lines at the foot of a form are one more name with a colon and nothing beside it: `Measures:` right over
    a table of its own, whose caption it is; 0 where there are none."""
    names = _names_down(rows) if named_rows(rows) else None
    last = names[-1] if names else None
    alone = last is not None and not last.valued and last.text.endswith(":")
    return len(rows) - last.start if last is not None and alone else 0


def _names_down(rows: Sequence[TextRow]) -> list[_Name] | None:
    """The names in the left column and the lines that cross into the right one; None where there can be none."""
    tight = _tight(rows)
    names: list[_Name] = []
    for at, row in enumerate(rows):
        if row.crossing:
            names.append(_Name(at, "", False))
            continue
        text, valued = row.texts.get(0, ""), 1 in row.texts
        if not text:
            if not names:
                return None
            continue
        rest = text[0].islower() or at in tight if valued else _is_rest(rows, at)
        ended = bool(names) and names[-1].text.endswith(":") and not text[0].islower()
        goes_on = bool(names) and bool(names[-1].text) and (names[-1].valued or not valued)
        if goes_on and rest and not ended:
            names[-1].text += f" {text}"
        else:
            names.append(_Name(at, text, valued))
        if valued and len(names[-1].text.split()) > LONGEST:
            return None
    return names


def _is_rest(rows: Sequence[TextRow], at: int) -> bool:
    """Whether a line of the left column alone is the rest of the name above: set tight under it."""
    above = next((row for row in reversed(rows[:at]) if 0 in row.texts), rows[0])
    return rows[at].top - above.bottom < 0.6 * (above.bottom - above.top)


def _tight(rows: Sequence[TextRow]) -> set[int]:
    """The lines of both columns that stand no further below the line before than inside a paragraph, where nearly all
    others stand a little apart: a name of two lines beside a text of two."""
    full = [at for at in range(1, len(rows)) if len(rows[at].texts) > 1]
    steps = {at: rows[at].top - rows[at - 1].top for at in range(1, len(rows))}
    usual = min(steps.values())
    apart = [at for at in full if steps[at] > APART * usual]
    if 2 * len(apart) < len(full):
        return set()
    return {at for at in full if steps[at] <= EVEN * usual}


def _behind_bands(rows: Sequence[TextRow]) -> list[int]:
    """The lines under those that cross both columns."""
    return [at for at in range(1, len(rows)) if rows[at - 1].crossing]


def _are_names(texts: Sequence[str]) -> bool:
    """Whether texts are the names of a form's rows: short, and enough of them names that plans give to columns."""
    if len(texts) < FEWEST or sum(len(text.split()) for text in texts) > USUAL * len(texts):
        return False
    roles = [(header_role(text), SURE_WITH_COLON if text.endswith(":") else SURE) for text in texts]
    sure = [(role.role, role.level) for role, least in roles if role is not None and role.strength >= least]
    return len(set(sure)) > 1 and len(sure) >= KNOWN * len(texts)
