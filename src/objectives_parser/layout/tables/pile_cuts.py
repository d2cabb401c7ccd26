"""A pile of rules → the parts of it that are tables of their own: captions, headings, paragraphs and empty room stand
between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.layout.median import median
from objectives_parser.layout.tables.beside_spans import REACH, are_beside_spans, room_of, rows_inside
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.gutters import LOOSE, is_parted
from objectives_parser.layout.tables.joints import has_joints_of
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.papers import Level
from objectives_parser.layout.tables.repeats import new_beginnings
from objectives_parser.layout.tables.ruled_rows import DOUBLE, keeps_to_column, merged, rooms
from objectives_parser.layout.tables.stack_ends import FLUSH, HEADING, LARGER, Row, foot_of, top_of

WIDE = 0.45
"""Running text is wider than this share of the rules over it."""
PROSE = 4
"""Tenths of the lines between two tables of a pile that are as wide as running text."""
TITLE, TITLED_LINES = 1.4, 6
"""A title is set so much larger than half of the lines; fewer lines than this may be one row."""
HEADING_LINES = 3
"""A heading over the first row of what follows has no more lines."""
FLOW_LINES, MANY_LINES, FULL_LINES, FULL, PARTED = 5, 8, 2, 0.85, 4
"""Of so many lines, with room between paragraphs or without, two as wide as nearly the whole rule, and fewer than a
quarter in several runs, are paragraphs."""
AROUND = 4
"""So many rules above and below are asked for the columns of a row."""
ROOMY = 1.8
"""A heading between two rules has so much more room around it than rows have."""
ANYWHERE = float("-inf")
"""A table may reach as high as the page does."""


def cut_at_captions(rules: list[Edge], rows: Sequence[Level]) -> Iterator[tuple[list[Edge], float]]:
    """A pile of rules is cut where nothing or only unparted text (a caption, a paragraph) stands between two, or a
    heading with the head again under it. With each part, the height that its table does not reach over: where that
    heading begins."""
    over = rows_inside(rows, rules[0].low, rules[0].at - REACH, rules[0].high, rules[-1].at)
    begins = [top_of(over[index]) for index in new_beginnings(over)]
    part, ceiling = [rules[0]], ANYWHERE
    for at, (rule, beside) in enumerate(zip(rules[1:], are_beside_spans(rules, rows), strict=False), 1):
        low, _, high, _ = room_of(rules if beside else part[-1:])
        between = rows_inside(rows, low, part[-1].at, high, rule.at)
        empty = not between and rule.at - part[-1].at > DOUBLE
        anew = bisect_left(begins, part[-1].at) < bisect_left(begins, rule.at)
        titled = len(part) == 1 and _holds_title(between)
        led = _leads_in(over, part[-1], rule, between) or _is_set_apart(rules, at, between, rows)
        spanned = beside and not empty and not anew
        if not spanned and (
            empty
            or anew
            or titled
            or led
            or _holds_heading(between)
            or (_is_apart(part[-1], rule, between) and not _fills_column(rules, at, rows))
        ):
            if len(part) > 1:
                yield part, ceiling
            ceiling = begins[bisect_left(begins, rule.at) - 1] if anew else max(ceiling, part[-1].at)
            part = [rule]
        else:
            part.append(rule)
    if len(part) > 1:
        yield part, ceiling


def _holds_title(between: Sequence[Row]) -> bool:
    """Does a page's title stand among many lines, or right over another heading? Then the rule over them is that of the
    running head."""
    sizes = sorted(max(word.size for word in row) for row in between)
    if len(between) < TITLED_LINES:
        headed = len(between) > 1 and all(row[0].bold and not is_parted(row, LOOSE) for row in between)
        return headed and sizes[-1] > LARGER * sizes[0]
    return sizes[-1] > TITLE * sizes[len(sizes) // 2]


def _holds_heading(between: Sequence[Row]) -> bool:
    """Does a heading in larger type stand apart under the lines of a row, or over the first row of what follows, alone
    or with a line of text?"""
    below = next((at for at, row in enumerate(between) if is_parted(row, LOOSE)), 0)
    if 0 < below <= HEADING_LINES and _heads(between[0], between[below]):
        return True
    for above, row in pairwise(between):
        larger = row[0].size > HEADING * max(word.size for word in above) and row[0].bold
        if larger and top_of(row) - foot_of(above) > 0.5 * (foot_of(row) - top_of(row)) and not is_parted(row, LOOSE):
            return True
    return False


def _heads(row: Row, below: Row) -> bool:
    """Does a line in larger bold type stand apart over a row of several cells?"""
    apart = top_of(below) - foot_of(row) > 0.5 * (foot_of(row) - top_of(row))
    return apart and row[0].bold and row[0].size > LARGER * max(word.size for word in below)


def _leads_in(rows: Sequence[Row], above: Edge, below: Edge, between: Sequence[Row]) -> bool:
    """Does one line stand between two rules as no row does: with more room or over a shaded box, the heading of what
    follows, in larger type than the row over it, or a sentence? Rules that are longer or shorter below say so, too."""
    if len(between) != 1 or is_parted(between[0], LOOSE):
        return False
    line, roomy = between[0], not _fills(between, above, below)
    if roomy and line[-1].text[-1] in ".:" and _is_wide_text(line, below):
        return True
    alike = abs(above.low - below.low) < FLUSH and abs(above.high - below.high) < FLUSH
    if not roomy and alike and (below.joints or not above.joints):
        return False
    before = next((row for row in reversed(rows) if foot_of(row) < above.at + DOUBLE), None)
    return before is not None and line[0].size > LARGER * max(word.size for word in before)


def _is_set_apart(rules: Sequence[Edge], at: int, between: Sequence[Row], rows: Sequence[Level]) -> bool:
    """Does one line in bold stand between two rules with more room above and below than the rows around it have over
    their first line? Then it heads the table under it."""
    if len(between) != 1 or not all(word.bold for word in between[0]) or is_parted(between[0], LOOSE):
        return False
    room = min(top_of(between[0]) - rules[at - 1].at, rules[at].at - foot_of(between[0]))
    near = rules[max(0, at - AROUND) : at + AROUND]
    usual = [
        top_of(held[0]) - above.at
        for above, below in pairwise(near)
        if (held := rows_inside(rows, above.low, above.at, above.high, below.at)) and above is not rules[at - 1]
    ]
    return len(usual) > 1 and room > max(DOUBLE, ROOMY * median(usual))


def _fills_column(rules: Sequence[Edge], at: int, rows: Sequence[Level]) -> bool:
    """Is what stands over a rule of a pile a row with text in one column alone, as the rows around it tell?"""
    between, *around = rooms(rules[at - 1 : at + 1], rows), *rooms(rules[max(0, at - AROUND) : at + AROUND], rows)
    return bool(between) and keeps_to_column(between[0], around)


def _is_apart(above: Edge, below: Edge, between: Sequence[Row]) -> bool:
    """Do two rules bound no row of one table? Their joints tell, or the text between them."""
    same = has_joints_of(above, below)
    if same is not None:
        return not same or (_is_caption(between, below) and not _fills(between, above, below))
    if _is_flow(between, below):
        return True
    wide = sum(_is_wide_text(row, below) for row in between)
    if (above.joints or below.joints) and wide > 1 and _is_broken(between) and wide * 10 >= PROSE * len(between):
        return True
    return _is_caption(between, below)


def _is_flow(between: Sequence[Row], rule: Edge) -> bool:
    """Do paragraphs stand between two rules, some lines as wide as these? Then they are bars with titles over two
    parts of a page."""
    if len(between) < FLOW_LINES or (len(between) < MANY_LINES and not _is_broken(between)):
        return False
    widths = [box_of(row[-1])[2] - box_of(row[0])[0] for row in between]
    full = sum(width > FULL * (rule.high - rule.low) for width in widths)
    parted = sum(is_parted(row[1:], LOOSE) for row in between if len(row) > 1)
    return full >= FULL_LINES and parted * PARTED < len(between)


def _fills(between: Sequence[Row], above: Edge, below: Edge) -> bool:
    """Does text stand between two rules as in a cell, with no more room above and below than a line's height?"""
    room = max(foot_of(row) - top_of(row) for row in between)
    near = top_of(between[0]) - above.at < room and below.at - foot_of(between[-1]) < room
    return near and not _is_broken(between)


def _is_broken(between: Sequence[Row]) -> bool:
    """Is there more room between two lines than a line's height, as between paragraphs?"""
    room = max(foot_of(row) - top_of(row) for row in between)
    return any(top_of(after) - foot_of(before) > room for before, after in pairwise(between))


def _is_caption(between: Sequence[Row], rule: Edge) -> bool:
    """Is what stands between two rules running text, and no row? A row may fill its first column alone."""
    if len(between) < 2 or any(is_parted(row, LOOSE) for row in between):
        return False
    whole = merged(between)
    return any(_is_wide_text(row, rule) for row in between) and not (whole and is_parted(whole, LOOSE))


def _is_wide_text(row: Row, rule: Edge) -> bool:
    """Does a line hold one text, as wide as running text?"""
    return box_of(row[-1])[2] - box_of(row[0])[0] > WIDE * (rule.high - rule.low) and not is_parted(row, LOOSE)
