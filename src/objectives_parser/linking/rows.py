"""Links that a table's rows tell: the statements beside a draft, those above it, the section that it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents, column
from objectives_parser.neighbours import TableMates


def in_table(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    """The drafts of its table that a draft serves."""
    draft = drafts[at]
    spot = draft.spot
    assert spot is not None
    row = [other for other in mates.beside(spot) if other != at and column(drafts[other]) != spot.column]
    within = [other for other in row if column(drafts[other]) >= 0]
    sections = [other for other in row if column(drafts[other]) < 0]
    found = _in_row(draft, within, drafts, mates.listing)
    if found and _speaks_of_all(draft, found, sections, drafts):
        found = ()
    if _speak_of_heading(draft, found, mates, drafts):
        return ()
    beside_measures = draft.kind == "milestone" and all(drafts[other].kind == "measure" for other in found)
    if found and not beside_measures:
        return found
    above = _row_above(at, drafts, mates)
    if above:
        return above  # under `Objective | Measures | Milestones` it does not serve the measure that stands beside it
    if found and not (sections and mates.listed_measures):
        return found
    if draft.kind == "objective" and column(draft) < 0:
        return _section_around(at, drafts, mates)
    last = drafts[sections[-1]].spot if sections else None
    return tuple(
        other
        for other in sections
        if (s := drafts[other].spot) is not None and last is not None and s.cell == last.cell
    )


def _section_around(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    """The aim of a section row that holds for a section row below it too: `Goal: …` over `Strategy: …`."""
    own = drafts[at].spot
    assert own is not None
    wider = [
        other
        for other in mates.beside(own)
        if (spot := drafts[other].spot) is not None
        and spot.column < 0
        and drafts[other].kind == "objective"
        and spot.first < own.first
    ]
    return (max(wider),) if wider else ()


def _speaks_of_all(draft: Draft, found: Parents, sections: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether one cell of measures stands beside all that is done for the aim in the section row: it tells of the aim,
    as one that spans the rows of an aim's cell does. So do measures in several rows beside one list of actions."""
    if draft.kind != "measure" or len(found) < 2 or not sections or any(drafts[at].kind != "action" for at in found):
        return False
    spot, aim = draft.spot, drafts[sections[-1]].spot
    first, last = min(drafts[at].spot.first for at in found), max(drafts[at].spot.last for at in found)  # type: ignore[union-attr]
    return (
        spot is not None
        and aim is not None
        and drafts[sections[-1]].kind == "objective"
        and aim.last == last
        and ((spot.first, spot.last) == (first, last) if spot.last > spot.first else _in_one_cell(found, drafts))
        and last > first
    )


def _speak_of_heading(draft: Draft, found: Parents, mates: TableMates, drafts: Sequence[Draft]) -> bool:
    """Whether a list of measures stands beside the one list of all that is done, in a table of one row under the
    heading of an aim: it tells of the aim (`Goal A: A safe city` over `Strategies | Performance measures`). So does a
    list of milestones beside one of measures."""
    aim = next(iter(drafts[at].kind for at in reversed(draft.under)), None)
    listed = draft.kind == "milestone" and all(drafts[at].kind == "measure" for at in found)
    if (
        not (draft.kind == "measure" or listed)
        or len(found) < 2
        or aim != "objective"
        or not _in_one_cell(found, drafts)
    ):
        return False
    cells = {spot.cell for at in mates.all if (spot := drafts[at].spot) is not None}
    return len(cells) == 2 and sum(drafts[at].kind == draft.kind for at in mates.all) > 1


def _in_one_cell(found: Parents, drafts: Sequence[Draft]) -> bool:
    return len({drafts[at].spot.cell for at in found}) == 1  # type: ignore[union-attr]


def _in_row(draft: Draft, row: Sequence[int], drafts: Sequence[Draft], listing: frozenset[int]) -> Parents:
    """The row's parent: the row's first statement column is its subject and serves nothing right of it but an
    objective; what stands right of it serves the nearest column that it can. Where aims stand right of all that serves
    them (`Milestones | Measures | Objectives`), the row is read from there. In a column ``listing`` actions a lone one
    beside its aim is a list of one: what stands beside it speaks of the aim, as in the other rows."""
    left: dict[str, list[int]] = defaultdict(list)
    for other in row:
        if column(drafts[other]) < column(draft) and _on_side(drafts[other], draft):
            left[drafts[other].kind].append(other)
    if draft.kind == "objective":
        # Targets side by side (`Unconditional | Conditional`) are sisters
        wider = [other for other in left["objective"] if drafts[other].level != "target"]
        return _nearest(draft, [other for other in wider if not _groups(draft, drafts[other])], drafts) or _nearest(
            draft, [o for o in row if drafts[o].kind == "objective" and _groups(drafts[o], draft)], drafts
        )
    right = [] if left["objective"] else [other for other in row if drafts[other].kind == "objective"]
    objectives = _nearest(draft, left["objective"], drafts)
    if draft.kind == "action":
        return (
            objectives
            or _nearest(draft, left["action"], drafts)
            or _nearest(draft, right, drafts)
            or _first_column(left["measure"], drafts)
        )
    actions = _nearest(draft, left["action"], drafts)
    if len(actions) > 1 and _same_rows(draft, objectives, drafts):
        return objectives
    listed = any(column(drafts[at]) in listing for at in actions) and _alone(actions, objectives, drafts)
    if actions and not listed and (_one_for_each_row(actions, drafts) or not objectives):
        return actions
    if draft.kind == "measure" and left["measure"] and not objectives and not right:
        return _nearest(draft, left["measure"], drafts)
    return (
        objectives
        or _nearest(draft, right, drafts)
        or (_first_column(left["measure"], drafts) if draft.kind == "milestone" else ())
        or _nearest(draft, left["milestone"], drafts)
    )


def _groups(aim: Draft, other: Draft) -> bool:
    """Whether the cell of an aim spans the rows of another and more: it is the wider one, wherever it stands."""
    wide, narrow = aim.spot, other.spot
    if wide is None or narrow is None:
        return False
    rows, others = range(wide.first, wide.last + 1), range(narrow.first, narrow.last + 1)
    return narrow.first in rows and narrow.last in rows and len(rows) > len(others)


def _alone(actions: Sequence[int], objectives: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether the actions' cells stand over just the rows of the one cell of the aims: none stands in another row."""
    rows = {(spot.first, spot.last) for at in (*actions, *objectives) if (spot := drafts[at].spot) is not None}
    return bool(objectives) and len(rows) == 1


def _on_side(other: Draft, draft: Draft) -> bool:
    """Whether two drafts of a row stand in one group of columns, or one of them in none."""
    return other.side == draft.side or not (other.side and draft.side)


def _same_rows(draft: Draft, others: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether the draft's cell spans just the rows that the others' cell spans: it speaks of them."""
    spot = draft.spot
    return (
        bool(others)
        and spot is not None
        and spot.last > spot.first
        and all(
            (s := drafts[other].spot) is not None and (s.first, s.last) == (spot.first, spot.last) for other in others
        )
    )


def _first_column(candidates: Sequence[int], drafts: Sequence[Draft]) -> Parents:
    """The candidates of the leftmost column."""
    first = min((column(drafts[other]) for other in candidates), default=0)
    return tuple(other for other in candidates if column(drafts[other]) == first)


def _nearest(draft: Draft, candidates: Sequence[int], drafts: Sequence[Draft]) -> Parents:
    """The candidates of the column nearest to the draft's, columns left of it first."""
    if not candidates:
        return ()
    here = column(draft)
    columns = {column(drafts[other]) for other in candidates}
    best = min(columns, key=lambda other: (other > here, abs(other - here)))
    return tuple(other for other in candidates if column(drafts[other]) == best)


def _one_for_each_row(actions: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether no two of the actions share a cell: then it is clear which one a neighbour speaks of."""
    spots = [spot for other in actions if (spot := drafts[other].spot) is not None]
    return len({spot.cell for spot in spots}) == len(spots) and all(spot.aligned for spot in spots)


def _row_above(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    """An objective (or an action, for what is no objective) printed once above the rows that it holds for: the
    column that should name it is empty in the draft's row."""
    draft = drafts[at]
    spot = draft.spot
    assert spot is not None
    # actions serve the action of a column left of theirs too: `Policy | Programmes of work`
    wanted = ("objective",) if draft.kind == "objective" else ("action", "objective")
    if all(mates.leftmost.get(kind, spot.column) >= spot.column for kind in wanted):
        return ()
    for other in mates.above(spot):
        above = drafts[other].spot
        if above is None or not 0 <= above.column < spot.column or drafts[other].kind not in wanted:
            continue
        if not _on_side(drafts[other], draft):
            continue
        if not _section_between(other, at, drafts, mates):
            beside = mates.beside(above)
            return tuple(o for o in beside if _cell(drafts[o]) == above.cell and drafts[o].kind == drafts[other].kind)
    return ()


def _cell(draft: Draft) -> int | None:
    return draft.spot.cell if draft.spot is not None else None


def _section_between(upper: int, lower: int, drafts: Sequence[Draft], mates: TableMates) -> bool:
    """Whether a section begins between the two rows: they name different categories, or a section row parts them."""
    above, below = drafts[upper], drafts[lower]
    # a column of groups that is filled in the subject's first row alone
    blank = above.grouped_by_row and not below.grouped_by_row
    if not blank and (above.category.text if above.category else None) != (
        below.category.text if below.category else None
    ):
        return True
    return above.spot is not None and below.spot is not None and mates.section_between(above.spot, below.spot)
