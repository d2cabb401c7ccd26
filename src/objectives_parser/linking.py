"""Which record serves which: by shared rows, section rows, the rows above, and what a block stands under.

A measure or milestone hangs on its row's action where the row has one, otherwise on the row's objective; an action on
its row's objective; an objective on the one left of it. What its own table does not say is told by the section
row, the rows above (an objective printed once for the rows that follow), and the headings, captions and labels above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs
import regex

from objectives_parser.drafts import Draft
from objectives_parser.neighbours import TableMates, table_mates
from objectives_parser.roles.references import references

Parents = tuple[int, ...]


@attrs.frozen(kw_only=True, eq=False)
class Links:
    """For each draft the positions of the drafts that it serves directly; ``guessed`` are those drafts of which only
    their place or their words tell whom they serve, and no row, heading, label or number."""

    parents: list[Parents]
    guessed: frozenset[int]


def link(drafts: Sequence[Draft]) -> Links:
    """Whom each draft serves."""
    tables = table_mates(drafts)
    numbered = _numbered(drafts)
    rows = _labelled_rows(drafts)
    parents = [
        _by_parent_column(draft, rows)
        or (_by_reference(at, drafts, numbered) if numbered and _may_refer(draft) else ())
        or _parents(at, drafts, tables)
        for at, draft in enumerate(drafts)
    ]
    found = _under_the_goal(drafts, parents)
    guessed = frozenset(
        at
        for at, (told, served) in enumerate(zip(parents, found, strict=True))
        if served and (told != served or drafts[at].nested_by_sign)
    )
    return Links(parents=found, guessed=guessed)


def _under_the_goal(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """A plan of one goal: what nothing else claims serves the goal that a heading announces (`Goal Statement`)."""
    goals = [at for at, draft in enumerate(drafts) if draft.announced_goal]
    if not goals or any(
        draft.kind == "objective" and draft.label and not parents[at] for at, draft in enumerate(drafts[: goals[0]])
    ):
        return parents
    goal = goals[0]
    if any(_is_sister(drafts[goal], draft) and not parents[at] for at, draft in enumerate(drafts) if at not in goals):
        return parents
    aims = _aims_by_words(drafts)
    return [
        (_named_aim(drafts[at], aims, goal),)
        if not found and at > goal and at not in goals and drafts[at].fixed_parents is None
        else found
        for at, found in enumerate(parents)
    ]


_WORDS = regex.compile(r"\p{L}{4,}")
_LEAST_SHARED = 2


def _content(text: str) -> frozenset[str]:
    """The longer words of a text, a plural's ending apart."""
    return frozenset(word.removesuffix("s") for word in _WORDS.findall(text.casefold()))


def _aims_by_words(drafts: Sequence[Draft]) -> list[tuple[int, frozenset[str]]]:
    return [(at, _content(draft.text)) for at, draft in enumerate(drafts) if draft.kind == "objective"]


def _named_aim(draft: Draft, aims: Sequence[tuple[int, frozenset[str]]], goal: int) -> int:
    """The one aim that says all the words of an indicator (`Vaccines given` of `Increase by 30 % the number of vaccines
    given to adults`), else the goal."""
    words = _content(draft.text) if draft.kind == "measure" and draft.spot is not None else frozenset()
    if len(words) < _LEAST_SHARED:
        return goal
    named = [at for at, said in aims if at != goal and words <= said]
    return named[0] if len(named) == 1 else goal


def _is_sister(goal: Draft, other: Draft) -> bool:
    """Whether another statement bears the label of the goal: a plan with a `Goal:` in each part has more than one."""
    return goal.label is not None and other.kind == "objective" and other.label == goal.label


def _parents(at: int, drafts: Sequence[Draft], tables: Mapping[int, TableMates]) -> Parents:
    draft = drafts[at]
    if draft.fixed_parents is not None:
        return draft.fixed_parents
    if draft.spot is not None:
        found = _in_table(at, drafts, tables[draft.spot.table]) or _by_number(at, drafts)
        if found:
            return found
        if draft.by_level:
            found = _by_level(at, drafts, tables[draft.spot.table])
            if found:
                return found
    return _above(at, drafts) or _by_number(at, drafts)


_NUMBER = regex.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})*)\.?$")


def _number(draft: Draft) -> str | None:
    found = _NUMBER.search(draft.label or "")
    return found.group(1) if found else None


def _by_number(at: int, drafts: Sequence[Draft]) -> Parents:
    """Printed numbering: `2.1` serves `2`, the nearest one above it."""
    number = _number(drafts[at])
    if number is None or "." not in number:
        return ()
    wanted = number.rpartition(".")[0]
    for other in range(at - 1, -1, -1):
        if _number(drafts[other]) == wanted and _serves(drafts[at], drafts[other]):
            return () if _shares_number(other, wanted, drafts) else (other,)
    return ()


def _shares_number(at: int, number: str, drafts: Sequence[Draft]) -> bool:
    """Whether the row above it in its column bears the same number: that numbers what the rows are measured for."""
    spot, before = drafts[at].spot, drafts[at - 1] if at else None
    if spot is None or before is None or before.spot is None or before.kind != drafts[at].kind:
        return False
    other = before.spot
    return other.table == spot.table and other.column == spot.column and _number(before) == number and other != spot


Numbered = Mapping[tuple[str, str], int]


def _may_refer(draft: Draft) -> bool:
    return bool(draft.fields) and not draft.fixed_parents and draft.kind in ("action", "milestone", "objective")


def _numbered(drafts: Sequence[Draft]) -> Numbered:
    """The aims by the word and the number of their labels; the first of those that share one."""
    found: dict[tuple[str, str], int] = {}
    for at, draft in enumerate(drafts):
        words = (draft.label or "").split() if draft.kind == "objective" else []
        if len(words) == 1 and draft.level:
            words.insert(0, draft.level)  # `1` in a column or a list of objectives
        if len(words) > 1:
            found.setdefault((words[-2].casefold()[:4], words[-1].rstrip(".:").upper()), at)
    return found


def _by_reference(at: int, drafts: Sequence[Draft], numbered: Numbered) -> Parents:
    """The aims whose numbers a column or a line of a form gives: `Goal(s) supported: 1, 3`."""
    for header, passage in drafts[at].fields:
        aims = [numbered.get(reference) for reference in references(header, passage.text)]
        served = tuple(dict.fromkeys(aim for aim in aims if aim is not None and aim != at))
        if served:
            return served
    return ()


_PARENT = regex.compile(r"parent\b", regex.IGNORECASE)


def _labelled_rows(drafts: Sequence[Draft]) -> Mapping[tuple[int, str], int]:
    """The statements of tables with a column that names each row's parent, by their table and their label."""
    tables = {draft.spot.table for draft in drafts if draft.spot is not None and _parent_cell(draft)}
    found: dict[tuple[int, str], int] = {}
    for at, draft in enumerate(drafts) if tables else ():
        if draft.spot is not None and draft.spot.table in tables and draft.label:
            found.setdefault((draft.spot.table, draft.label.casefold()), at)
    return found


def _parent_cell(draft: Draft) -> str:
    return next((passage.text for header, passage in draft.fields if _PARENT.match(header)), "")


def _by_parent_column(draft: Draft, rows: Mapping[tuple[int, str], int]) -> Parents:
    """The row that a row's own cell names: `Parent ID: G1.1`."""
    if not rows or draft.spot is None:
        return ()
    named = rows.get((draft.spot.table, _parent_cell(draft).rstrip(".").casefold()))
    return () if named is None else (named,)


# A results chain from its end to its beginning; a statement serves the nearest one above of a rank before its own.
_CHAIN = ("vision", "impact", "goal", "aim", "purpose", "outcome", "objective", "result", "output", "activity", "input")


def _by_level(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    rank = _rank(drafts[at])
    column = min(_column(drafts[mate]) for mate in mates.all if drafts[mate].by_level)
    for other in reversed([mate for mate in mates.all if mate < at and _column(drafts[mate]) == column]):
        if drafts[other].by_level and _rank(drafts[other]) < rank and _serves(drafts[at], drafts[other]):
            return (other,)
    return ()


def _rank(draft: Draft) -> int:
    level = draft.level or ("activity" if draft.kind == "action" else "")
    return _CHAIN.index(level) if level in _CHAIN else _CHAIN.index("objective")


def _above(at: int, drafts: Sequence[Draft]) -> Parents:
    """The innermost thing that the draft stands under and can serve."""
    for parent in reversed(drafts[at].under):
        if parent != at and _serves(drafts[at], drafts[parent]):
            return (parent,)
    return ()


def _serves(child: Draft, parent: Draft) -> bool:
    if child.kind == "objective":
        return parent.kind == "objective"
    return parent.kind in ("objective", "action") or (
        child.kind != "action" and parent.kind in ("milestone", "measure")
    )


def _in_table(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    draft = drafts[at]
    spot = draft.spot
    assert spot is not None
    row = [other for other in mates.beside(spot) if other != at and _column(drafts[other]) != spot.column]
    within = [other for other in row if _column(drafts[other]) >= 0]
    sections = [other for other in row if _column(drafts[other]) < 0]
    found = _in_row(draft, within, drafts)
    if found and _speaks_of_all(draft, found, sections, drafts):
        found = ()
    beside_measures = draft.kind == "milestone" and all(drafts[other].kind == "measure" for other in found)
    if found and not beside_measures:
        return found
    above = _row_above(at, drafts, mates)
    if above:
        return above  # under `Objective | Measures | Milestones` it does not serve the measure that stands beside it
    if found and not (sections and mates.listed_measures):
        return found
    if draft.kind == "objective" and _column(draft) < 0:
        return ()
    last = drafts[sections[-1]].spot if sections else None
    return tuple(
        other
        for other in sections
        if (s := drafts[other].spot) is not None and last is not None and s.cell == last.cell
    )


def _speaks_of_all(draft: Draft, found: Parents, sections: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether one cell of measures stands beside all that is done for the aim in the section row: it tells of the aim,
    as one that spans the rows of an aim's cell does."""
    if draft.kind != "measure" or len(found) < 2 or not sections or any(drafts[at].kind != "action" for at in found):
        return False
    spot, aim = draft.spot, drafts[sections[-1]].spot
    first, last = min(drafts[at].spot.first for at in found), max(drafts[at].spot.last for at in found)  # type: ignore[union-attr]
    return (
        spot is not None
        and aim is not None
        and drafts[sections[-1]].kind == "objective"
        and spot.last > spot.first
        and (spot.first, spot.last) == (first, last)
        and aim.last == last
    )


def _column(draft: Draft) -> int:
    return draft.spot.column if draft.spot is not None else -1


def _in_row(draft: Draft, row: Sequence[int], drafts: Sequence[Draft]) -> Parents:
    """The row's parent: the row's first statement column is its subject and serves nothing right of it but an
    objective; what stands right of it serves the nearest column that it can."""
    left: dict[str, list[int]] = defaultdict(list)
    for other in row:
        if _column(drafts[other]) < _column(draft) and _on_side(drafts[other], draft):
            left[drafts[other].kind].append(other)
    if draft.kind == "objective":
        # Targets side by side (`Unconditional | Conditional`) are sisters
        return _nearest(draft, [o for o in left["objective"] if drafts[o].level != "target"], drafts)
    right = [other for other in row if drafts[other].kind == "objective"]
    objectives = _nearest(draft, left["objective"], drafts)
    if draft.kind == "action":
        return (
            objectives
            or _nearest(draft, left["action"], drafts)
            or _first_column(left["measure"], drafts)
            or _nearest(draft, right, drafts)
        )
    actions = _nearest(draft, left["action"], drafts)
    if len(actions) > 1 and _same_rows(draft, objectives, drafts):
        return objectives
    if actions and (_one_for_each_row(actions, drafts) or not objectives):
        return actions
    if draft.kind == "measure" and left["measure"] and not objectives:
        return _nearest(draft, left["measure"], drafts)
    return (
        objectives
        or (_first_column(left["measure"], drafts) if draft.kind == "milestone" else ())
        or _nearest(draft, left["milestone"], drafts)
        or _nearest(draft, right, drafts)
    )


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
    first = min((_column(drafts[other]) for other in candidates), default=0)
    return tuple(other for other in candidates if _column(drafts[other]) == first)


def _nearest(draft: Draft, candidates: Sequence[int], drafts: Sequence[Draft]) -> Parents:
    """The candidates of the column nearest to the draft's, columns left of it first."""
    if not candidates:
        return ()
    here = _column(draft)
    columns = {_column(drafts[other]) for other in candidates}
    best = min(columns, key=lambda column: (column > here, abs(column - here)))
    return tuple(other for other in candidates if _column(drafts[other]) == best)


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
    if (above.category.text if above.category else None) != (below.category.text if below.category else None):
        return True
    return above.spot is not None and below.spot is not None and mates.section_between(above.spot, below.spot)
