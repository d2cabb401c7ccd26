"""Horizontal rulings that nothing crosses → the tables that stand between them: a rule under the head, one at the foot,
some between rows, and no vertical line at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from objectives_parser.document import BBox
from objectives_parser.layout.median import median
from objectives_parser.layout.tables.beside_spans import (
    REACH,
    are_beside_spans,
    is_beside_span,
    is_inside_cell,
    room_of,
    rows_inside,
)
from objectives_parser.layout.tables.edges import Edge, Edges, overlap
from objectives_parser.layout.tables.gutters import LOOSE, gutters, is_parted
from objectives_parser.layout.tables.joints import common_joints, has_joints_of
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.papers import Level, Paper
from objectives_parser.layout.tables.repeats import new_beginnings
from objectives_parser.layout.tables.rowing import has_figures, is_contents
from objectives_parser.layout.tables.ruled_rows import DOUBLE, columns_of_rooms, keeps_to_column, merged, rooms
from objectives_parser.layout.tables.stack_ends import (
    FLUSH,
    HEADING,
    LARGER,
    Row,
    columns_at,
    foot_of,
    head_over,
    reach_of,
    top_of,
)
from objectives_parser.layout.tables.text_rows import TextRow, text_rows
from objectives_parser.roles import header_role

WIDEST_PROSE = 30
"""Lines of more characters than this in two columns are prose between a head rule and a foot rule."""
NOTE_RULE = 0.5
"""The rule over the notes is shorter than this share of the text's width."""
WIDE = 0.45
"""Running text is wider than this share of the rules over it."""
SURE = 5
"""Prose does not stand between as many rules as this."""
PROSE = 4
"""Tenths of the lines between two tables of a pile that are as wide as running text."""
LONGEST = 2_000.0
FLOOR = 1e9
"""No table begins below."""
OVER, RULED = 0.2, 4
"""A rule over less of a pile's width than this share is none of a table; as many rules as this part rows."""
TITLE, TITLED_LINES = 1.4, 6
"""A title is set so much larger than half of the lines; fewer lines than this may be one row."""
PART, HEADING_REACH, HEADING_LINES = 0.75, 30.0, 3
"""A rule over less than this share of the widest may underline a heading, so much larger than what stands below it."""
UNDERLINED, NEAREST = 0.5, 3.0
"""A rule over less than this share of the widest, which ends as near as this to words, underlines them."""
FLOW_LINES, MANY_LINES, FULL_LINES, FULL, PARTED = 5, 8, 2, 0.85, 4
"""Of so many lines, with room between paragraphs or without, two as wide as nearly the whole rule, and fewer than a
quarter in several runs, are paragraphs."""
AROUND = 4
"""So many rules above and below are asked for the columns of a row."""
ROOMY = 1.8
"""A heading between two rules has so much more room around it than rows have."""
SPECK = 0.05
"""A rule over less than this share of the widest is part of a drawing, where it stands amid a cell."""
NAMED = 0.9
"""How surely one of the names over the columns is one."""


def stacks(
    lone: Sequence[Edge],
    paper: Paper,
    apart_from: Sequence[BBox] = (),
    *,
    headed: bool = False,
    floor: float = FLOOR,
) -> Iterator[Edges]:
    """Rules that stand alone on a page → the edges of each table between such rules, where no box stands already.
    ``headed`` says that the first rule is the upper side of a shaded head: nothing over it belongs to its table;
    ``floor`` is where another such head begins."""
    top = min([edge.at for edge in lone], default=0.0)
    for part, over, end in _bounded(lone, paper.levels, floor):
        shaded = headed and part[0].at == top and not _is_headed_above(part, paper.levels)
        ceiling = part[0].at if shaded else over
        taken = any(overlap(room_of(part), box) for box in apart_from)
        edges = None if taken else _table_edges(part, paper, (ceiling, end))
        if edges is not None:
            yield edges


def bounding_rules(paper: Paper) -> list[list[Edge]]:
    """The page's horizontal rules that no vertical one touches, a list for each table that they may bound."""
    return [part for part, _, _ in _bounded(paper.ruled[1], paper.levels, FLOOR)]


def _bounded(lone: Sequence[Edge], rows: Sequence[Level], floor: float) -> Iterator[tuple[list[Edge], float, float]]:
    """The rules of each table, and between which heights it lies."""
    if len(lone) < 2:
        return
    for rules in _piles(_bounding(sorted(lone, key=lambda edge: edge.at), rows), rows):
        parts = list(_cut_at_captions(rules, rows))
        for at, (part, over) in enumerate(parts, 1):
            yield part, over, parts[at][0][0].at if at < len(parts) else floor


def _is_headed_above(rules: Sequence[Edge], rows: Sequence[Level]) -> bool:
    """Do names of columns in bold stand right over the first rule, and none below it? Then the shade below is that of a
    row."""
    low, top, high, bottom = room_of(rules)
    head = head_over(rows_inside(rows, low, top - REACH, high, top), top)
    first = rows_inside(rows, low, top, high, bottom)[:1]
    bold = all(word.bold for row in head for word in row)
    return bool(head and first) and bold and not all(word.bold for word in first[0])


def _bounding(lone: Sequence[Edge], rows: Sequence[Level]) -> list[Edge]:
    """The rules, from top to bottom, without those under headings."""
    widest = max(edge.high - edge.low for edge in lone)
    places = [edge.at for edge in lone]
    kept: list[Edge] = []
    for edge in lone:
        over = lone[bisect_left(places, edge.at - HEADING_REACH) : bisect_left(places, edge.at - DOUBLE)]
        # a rule or another edge right over the line makes it a cell, or a shaded bar
        lined = any(other.low < edge.high and edge.low < other.high for other in over)
        heading = not (edge.joints or lined) and _underlines_heading(edge, widest, rows)
        if heading or (not edge.joints and _underlines_words(edge, widest, rows)):
            continue
        if edge.high - edge.low > SPECK * widest or edge.joints or not is_inside_cell(edge, lone):
            kept.append(edge)
    return kept


def _underlines_heading(edge: Edge, widest: float, rows: Sequence[Level]) -> bool:
    """Does a rule stand right under a line in larger type than what follows (in bold where the rule is as wide as
    others)? It belongs to that heading, and bounds no row."""
    upper, at, lower = (bisect_left(rows, (y,)) for y in (edge.at - HEADING_REACH, edge.at, edge.at + REACH))
    above = rows_inside(rows[upper:at], edge.low, edge.at - HEADING_REACH, edge.high, edge.at)
    below = rows_inside(rows[at:lower], edge.low, edge.at, edge.high, edge.at + REACH) if above else []
    if not below or is_parted(above[-1], LOOSE):
        return False
    first = above[-1][0]
    flush = abs(box_of(first)[0] - edge.low) < FLUSH / 2
    marked = first.bold or edge.high - edge.low < PART * widest
    close = flush and marked and edge.at - foot_of(above[-1]) < DOUBLE
    return close and first.size > HEADING * max(word.size for word in below[0])


def _underlines_words(edge: Edge, widest: float, rows: Sequence[Level]) -> bool:
    """Is a rule much shorter than others as long as the words right above it? They are underlined."""
    if edge.high - edge.low > UNDERLINED * widest:
        return False
    upper, at = (bisect_left(rows, (y,)) for y in (edge.at - HEADING_REACH, edge.at))
    above = rows_inside(rows[upper:at], edge.low, edge.at - HEADING_REACH, edge.high, edge.at)
    row = above[-1] if above else []
    if not row or abs(edge.at - foot_of(row)) > DOUBLE or is_parted(row, LOOSE):
        return False
    return abs(box_of(row[0])[0] - edge.low) < NEAREST and abs(box_of(row[-1])[2] - edge.high) < NEAREST


def _is_ruled_table(head: Sequence[Row], first: Edge, paper: Paper) -> bool:
    """Are what seems to be the lines of a head the rows of another table, with its own rules between them?"""
    rules, top = paper.once(_heights), top_of(head[-1])
    between = rules[bisect_left(rules, (top,)) : bisect_left(rules, (first.at - DOUBLE,))]
    over = [
        at for at, low, high in between if min(high, first.high) - max(low, first.low) > OVER * (first.high - first.low)
    ]
    return sum(after - before > DOUBLE for before, after in pairwise([top - DOUBLE, *over])) >= RULED


def _heights(paper: Paper) -> list[tuple[float, float, float]]:
    """The horizontal rules of a page from top to bottom: where they stand, begin and end."""
    level = (rule for rule in paper.page.rulings if rule.bottom - rule.top <= 1.0 < rule.x1 - rule.x0)
    return sorted((rule.top, rule.x0, rule.x1) for rule in level)


def _piles(lone: Sequence[Edge], rows: Sequence[Level]) -> list[list[Edge]]:
    """Rules of one extent, with the shorter ones that stand below the first of them."""
    piles: list[list[Edge]] = []
    for edge in sorted(lone, key=lambda edge: edge.at):
        for pile in reversed(piles):
            low, high = min(rule.low for rule in pile) - FLUSH, max(rule.high for rule in pile) + FLUSH
            if (low <= edge.low and edge.high <= high) or all(is_beside_span(rule, [edge], rows) for rule in pile):
                pile.append(edge)
                break
        else:
            piles.append([edge])
    return [pile for pile in map(_without_note_rule, piles) if len(pile) > 1]


def _without_note_rule(pile: list[Edge]) -> list[Edge]:
    """The pile without a short rule at its foot that begins where the others do: notes stand below it."""
    last, width = pile[-1], max(edge.high - edge.low for edge in pile)
    short = last.high - last.low < NOTE_RULE * width and abs(last.low - pile[0].low) < FLUSH
    short = short and not (any(rule.joints for rule in pile) and is_beside_span(last, pile, ()))
    return pile[:-1] if len(pile) > 1 and short and pile[-2].at < last.at - DOUBLE else pile


def _cut_at_captions(rules: list[Edge], rows: Sequence[Level]) -> Iterator[tuple[list[Edge], float]]:
    """A pile of rules is cut where nothing or only unparted text (a caption, a paragraph) stands between two, or a
    heading with the head again under it. With each part, the height that its table does not reach over: where that
    heading begins."""
    over = rows_inside(rows, rules[0].low, rules[0].at - REACH, rules[0].high, rules[-1].at)
    begins = [top_of(over[index]) for index in new_beginnings(over)]
    part, ceiling = [rules[0]], -LONGEST
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


def _table_edges(rules: Sequence[Edge], paper: Paper, between: tuple[float, float]) -> Edges | None:
    """The edges of the table that some rules bound, which reaches over no other of its pile."""
    rows, (ceiling, floor) = paper.levels, between
    low, top, high, bottom = room_of(rules)
    inside = rows_inside(rows, low, top, high, bottom)
    head = head_over(rows_inside(rows, low, top - REACH, high, top), top)
    beside = list(compress(rules, are_beside_spans(rules, rows)))
    told = paper.told_columns((low, top, high, bottom))
    joints = told or common_joints(rules) or _begun_beside(beside, low)
    places = list(told) or gutters([*head, *inside]) or list(joints)
    if not joints and len(wider := columns_of_rooms([head, *rooms(rules, rows)])) > len(places):
        joints, places = tuple(wider), wider
    if not places or not inside:
        return None
    if not told and _is_none(text_rows(inside, places), text_rows([*head, *inside], places), rules, len(places) + 1):
        return None
    size = median([row[0].size for row in inside])
    columns = columns_at([*head, *inside], places, low, high)
    over = rows_inside(rows, low, max(top - LONGEST, ceiling), high, top)[::-1]
    head = reach_of(over, top, columns, size, begun=rules[0] in beside and rules[0].low > low + FLUSH)
    across = list(rules)
    if head and not _is_ruled_table(head, rules[0], paper):
        across.insert(0, Edge(top_of(head[-1]) - 1, low, high))
    tail = reach_of(rows_inside(rows, low, bottom, high, min(bottom + LONGEST, floor)), bottom, columns, size)
    if tail and is_parted(tail[0], LOOSE) and not _heads_next(tail[0], inside[-1], bottom):
        across.append(Edge(foot_of(tail[-1]) + 1, low, high))
    return Edges(across=tuple(across), down=(), joints=joints)


def _begun_beside(beside: Sequence[Edge], low: float) -> tuple[float, ...]:
    """Where the rules begin that stand beside a cell which spans rows."""
    return tuple(sorted({round(rule.low, 1) for rule in beside if rule.low > low + FLUSH}))


def _is_none(inside: Sequence[TextRow], whole: Sequence[TextRow], rules: Sequence[Edge], columns: int) -> bool:
    """Do prose or a table of contents stand between the rules, and no table?"""
    prose = len(rules) < SURE and not has_figures(inside) and _is_prose(inside)
    return (prose and not _is_named(whole, columns)) or is_contents(inside, columns)


def _heads_next(row: Row, last: Row, bottom: float) -> bool:
    """Does a line in bold stand apart below a table whose last line is not in bold? Then it heads the next one."""
    apart = top_of(row) - bottom > foot_of(row) - top_of(row)
    return apart and all(word.bold for word in row) and not all(word.bold for word in last)


def _is_named(rows: Sequence[TextRow], columns: int) -> bool:
    """Do names that plans give to columns stand in bold over all columns, and rows in plain type below?"""
    head = next((at for at, row in enumerate(rows) if len(row.texts) > 1), len(rows))
    if head + 1 >= len(rows) or not rows[head].bold or rows[head + 1].bold or len(rows[head].texts) < columns:
        return False
    roles = [header_role(text) for text in rows[head].texts.values()]
    return None not in roles and max(role.strength for role in roles if role is not None) >= NAMED


def _is_prose(rows: Sequence[TextRow]) -> bool:
    lengths: dict[int, list[int]] = {}
    for row in rows:
        for column, text in row.texts.items():
            lengths.setdefault(column, []).append(len(text))
    return sum(1 for column in lengths.values() if median(column) > WIDEST_PROSE and len(column) > 5) > 1
