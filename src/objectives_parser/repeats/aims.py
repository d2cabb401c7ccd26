"""Aims that the rows of several tables name: each is one record, and the rows of all serve it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, plain
from objectives_parser.frozen import evolve
from objectives_parser.neighbours import table_mates
from objectives_parser.repeats.alike import elsewhere

_LEAST_WORDS = 3
_NUMBER = regex.compile(r"\d[\d.]*|[A-Z]\d*$")


def named_in_tables(drafts: Sequence[Draft], replaced: Mapping[int, int], held: Mapping[int, int]) -> dict[int, int]:
    """The cells of two tables and more that name an aim which a heading or a list states (`Goal` beside the indicators
    in one annex and beside the actions in another), each with that statement. ``held`` counts what stands under each
    draft. Tables that repeat each other whole, as the sheets of a workbook do, are no such names."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.kind == "objective" and at not in replaced:
            groups[plain(draft.text)].append(at)
    found: dict[int, int] = {}
    for alike in groups.values():
        cells = [at for at in alike if _table(drafts[at]) is not None]
        outside = [at for at in alike if _table(drafts[at]) is None]
        if not outside or len(cells) < 2 or len({_table(drafts[at]) for at in cells}) < len(cells):
            continue
        full = max(outside, key=lambda at: (held.get(at, 0) > 0, at))
        if _is_name(cells, drafts) and all(_says_the_same(drafts[at], drafts[full], drafts) for at in cells):
            found.update(dict.fromkeys(cells, full))
    return found


_SHORTEST_CODE = regex.compile(r"\p{Lu}{1,4}[-.]?\d{0,2}$")


def coded_in_tables(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """The cells that give an aim by the code that is its label elsewhere (`EC` under `Goal` in a work plan, where a
    table of goals has `EC | Economic vitality`), each with that aim."""
    labels: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.kind == "objective" and draft.label and at not in replaced:
            labels[draft.label].append(at)
    found: dict[int, int] = {}
    for at, draft in enumerate(drafts if labels else ()):
        code = draft.text.strip(" .")
        if draft.kind == "objective" and _table(draft) is not None and _SHORTEST_CODE.match(code):
            named = labels.get(code, ())
            if len(named) == 1 and named[0] != at and _table(drafts[named[0]]) != _table(draft) and at not in replaced:
                found[at] = named[0]
    return found


def _table(draft: Draft) -> int | None:
    """The table in one of whose columns an aim stands."""
    return draft.spot.table if draft.spot is not None and draft.spot.column >= 0 else None


def _is_name(cells: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether cells say enough to name one thing: three words, or a number as well."""
    return len(drafts[cells[0]].text.split()) >= _LEAST_WORDS or all(_number(drafts[at]) for at in cells)


def _number(draft: Draft) -> str:
    found = _NUMBER.search(draft.label or "")
    return found.group().rstrip(".") if found else ""


def _says_the_same(cell: Draft, full: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a cell says nothing of an aim that is not said of the other printing: number, leader, date."""
    numbers = {_number(draft) for draft in (cell, full)} - {""}
    if len(numbers) > 1 or elsewhere(cell, full, drafts):
        return False
    said = [(cell.owner, full.owner), (cell.status, full.status)]
    if any(mine is not None and (theirs is None or plain(mine.text) != plain(theirs.text)) for mine, theirs in said):
        return False
    return cell.due is None or (full.due is not None and plain(cell.due.text) == plain(full.due.text))


def with_rows_of_aims(drafts: Sequence[Draft], named: Mapping[int, int]) -> list[Draft]:
    """The drafts; what stands beside a cell that only names an aim stands under it."""
    changed = list(drafts)
    tables = table_mates(drafts) if named else {}
    for at in named:
        spot = drafts[at].spot
        if spot is None:
            continue
        for other in tables[spot.table].beside(spot):
            mate = changed[other]
            right = mate.spot is not None and mate.spot.column > spot.column
            if right and mate.fixed_parents is None:
                changed[other] = evolve(mate, under=(*mate.under, at))
    return changed
