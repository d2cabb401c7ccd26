"""Links that a draft's own number or cells name: `2.1` under `2`, `Goal(s) supported: 1, 3`, `Parent ID: G1.1`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import regex

from objectives_parser.drafts import Draft, plain
from objectives_parser.linking.kinds import Parents, serves
from objectives_parser.roles.references import references, speaks_of_aims

_NUMBER = regex.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})*)\.?$")


# "1A", "Objective 1.A", "2-B-3", "Strategy A.1", "Goal II", "II.A": the levels of a number with a capital in it
_WITH_CAPITAL = regex.compile(
    r"(?<![\w.–-])(?:(?P<level>\d{1,3}(?:\.\d{1,3})*)[.-]?(?P<level>[A-Z])(?:[.-]?(?P<level>\d{1,2})){0,2}"
    r"|(?P<level>[IVX]{1,5}|[A-Z])(?:\.(?P<level>[A-Z]|\d{1,2})){0,3})$"
)


def _number(draft: Draft) -> str | None:
    """The number of a label, its levels parted by dots: `1.A` of `Objective 1A`."""
    label = draft.label or ""
    capital = _WITH_CAPITAL.search(label)
    if capital is not None:
        return ".".join(capital.captures("level"))
    found = _NUMBER.search(label)
    return found.group(1) if found else None


# "1a", "Action 2.3b", "1(a)"
_LETTERED = regex.compile(r"(?<![\w.])(?P<above>\d{1,3}(?:\.\d{1,3})*)\.?(?:[a-z]|\([a-z]\))$")


def by_number(at: int, drafts: Sequence[Draft]) -> Parents:
    """Printed numbering: `2.1` serves `2`, the nearest one above it, and so does `2a`."""
    wanted = _number_above(drafts[at])
    if not wanted:
        return ()
    code = _letters(drafts[at])
    nearest: int | None = None
    for other in range(at - 1, -1, -1):
        if _number(drafts[other]) != wanted or not serves(drafts[at], drafts[other]):
            continue
        if not code or _letters(drafts[other]) in ("", code):
            return () if _shares_number(other, wanted, drafts) else (other,)
        nearest = other if nearest is None else nearest  # `KR1.1` of `O1`, if there is no `KR1`
    return () if nearest is None or _shares_number(nearest, wanted, drafts) else (nearest,)


# "LU-1.1", "Action T1", "Policy ED 1.1": the letters that a code begins with
_CODED = regex.compile(
    r"(?:(?<![\w.-])(?P<letters>\p{Lu}{1,4})[-.]?|(?<=\w )(?P<letters>\p{Lu}{2,4}) )\d[\d.]*[a-z]?\.?$"
)


def _letters(draft: Draft) -> str:
    """The letters that a label's number begins with: `LU-1.1` counts on from `LU-1`, and not from `T-1`."""
    found = _CODED.search(draft.label or "")
    return found.group("letters") if found else ""


def by_sister_number(at: int, drafts: Sequence[Draft], above: int) -> Parents:
    """`9A` under `Objective 10`, which stands right under its sister `Objective 9`: the number names the sister."""
    wanted = _number_above(drafts[at])
    name = _word(drafts[above])
    if not wanted or not name or _number(drafts[above]) == wanted:
        return ()
    named = by_number(at, drafts)
    return named if named and _word(drafts[named[0]]) == name else ()


LevelRows: TypeAlias = Mapping[tuple[int, int, str], Sequence[int]]


def level_rows(drafts: Sequence[Draft]) -> LevelRows:
    """The statements in columns of tables that a word and a number label, by their table, column and number."""
    found: dict[tuple[int, int, str], list[int]] = {}
    for at, draft in enumerate(drafts):
        spot = draft.spot
        if spot is not None and spot.column >= 0 and _is_worded(draft) and (number := _number(draft)):
            found.setdefault((spot.table, spot.column, number), []).append(at)
    return found


def by_level_number(at: int, drafts: Sequence[Draft], rows: LevelRows) -> Parents:
    """Levels of aims one under the other in one column (`Outcome 1`, `Output 1.1`, `Intervention 1.1.2`): the printed
    number names the row above that a row serves, if that calls itself otherwise."""
    draft = drafts[at]
    spot = draft.spot
    if not rows or spot is None or not _is_worded(draft) or draft.kind not in ("objective", "action"):
        return ()
    if draft.fixed_parents is not None:
        return ()
    named = rows.get((spot.table, spot.column, _number_above(draft)), ())
    place = bisect_left(named, at)
    if not place or _word(drafts[named[place - 1]]) == _word(draft) or not serves(draft, drafts[named[place - 1]]):
        return ()
    return (named[place - 1],)


def _is_worded(draft: Draft) -> bool:
    """Whether a label is a word and a number (`Output 1.1`)."""
    return " " in (draft.label or "")


def _word(draft: Draft) -> str:
    return (draft.label or "").rpartition(" ")[0].casefold()


def counts_deeper(parent: Draft, child: Draft) -> bool:
    """Whether an aim's number has as many parts as another's or more (`1.1.2` over `1.2`): the other serves it not."""
    if parent.kind != "objective" or child.kind != "objective":
        return False
    above, below = _number(parent) or "", _number(child) or ""
    return 0 < below.count(".") <= above.count(".") and _is_worded(parent) and _is_worded(child)


def counts_beside(one: Draft, other: Draft) -> bool:
    """Whether two deeds are counted under the same number (`1.2` behind `Policy 1.1`): neither serves the other."""
    if one.kind != "action" or other.kind != "action" or one.spot is not None:
        return False
    first, second = _number(one) or "", _number(other) or ""
    return "." in first and first != second and first.rpartition(".")[0] == second.rpartition(".")[0]


_LEVELS = regex.compile(r"(?P<above>\p{Lu}{0,3}[-.]?\d{1,2}(?:\.\d{1,2})*)\.\d{1,2}$")
Tokens: TypeAlias = Mapping[str, Sequence[int]]


def number_tokens(drafts: Sequence[Draft]) -> Tokens:
    """The drafts by the last word of their labels, which numbers them: `E1` of `Goal E1`."""
    found: dict[str, list[int]] = {}
    for at, draft in enumerate(drafts):
        if token := _token(draft):
            found.setdefault(token, []).append(at)
    return found


def _token(draft: Draft) -> str:
    words = (draft.label or "").split()
    token = words[-1].rstrip(".:)").upper() if words else ""
    return token if any(map(str.isdigit, token)) else ""


def by_own_number(at: int, drafts: Sequence[Draft], tokens: Tokens, found: Parents) -> Parents:
    """The aim that a strategy's number is a part of (`Strategy E1.1` of `Goal E1`), where it stands under an aim with
    another number: columns of a page are written one after the other. None where the number is not the only one."""
    draft = drafts[at]
    levels = _LEVELS.match(_token(draft)) if len(found) == 1 and draft.fixed_parents is None else None
    if levels is None or not _is_worded(draft) or len(tokens[_token(draft)]) > 1:
        return found
    above, parent = levels.group("above"), drafts[found[0]]
    if _token(parent) == above or not _is_worded(parent) or not _token(parent):
        return found
    named = [other for other in tokens.get(above, ()) if _is_worded(drafts[other]) and serves(draft, drafts[other])]
    return (named[0],) if len(named) == 1 and named[0] < at else found


def _number_above(draft: Draft) -> str:
    """The number that a draft's own is a part of: `2` of `2.1` and `2a`, none of `2`."""
    number = _number(draft)
    if number is not None:
        return number.rpartition(".")[0]
    lettered = _LETTERED.search(draft.label or "")
    return str(lettered.group("above")) if lettered else ""


# "A1", "B-2": the second measure of objective B
_OF_LETTER = regex.compile(r"(?P<above>\p{Lu})[-.]?\d{1,2}\.?$")


def by_letter(at: int, drafts: Sequence[Draft], tokens: Mapping[str, Sequence[int]]) -> Parents:
    """The aim whose letter opens a code: `A1` and `A2` serve `A`, if there are one `A` and one `B`."""
    draft = drafts[at]
    told = _OF_LETTER.match(draft.label or "") if draft.fixed_parents is None else None
    named = tokens.get(told.group("above"), ()) if told is not None else ()
    return tuple(named) if len(named) == 1 and named[0] < at and serves(draft, drafts[named[0]]) else ()


def lettered_aims(drafts: Sequence[Draft]) -> Mapping[str, Sequence[int]]:
    """The aims by the letter that is their label or ends it (`Objective A`), two letters at least."""
    found: dict[str, list[int]] = {}
    for at, draft in enumerate(drafts):
        letter = (draft.label or "").split()[-1:] if draft.kind == "objective" else []
        if letter and len(token := letter[0].strip(".:)(")) == 1 and token.isupper():
            found.setdefault(token, []).append(at)
    return found if len(found) > 1 else {}


def _shares_number(at: int, number: str, drafts: Sequence[Draft]) -> bool:
    """Whether the row above it in its column bears the same number: that numbers what the rows are measured for."""
    spot, before = drafts[at].spot, drafts[at - 1] if at else None
    if spot is None or before is None or before.spot is None or before.kind != drafts[at].kind:
        return False
    other = before.spot
    return other.table == spot.table and other.column == spot.column and _number(before) == number and other != spot


Numbered = Mapping[tuple[str, str], int]


def may_refer(draft: Draft) -> bool:
    """Whether a draft has cells that may give its aims by their numbers."""
    return bool(draft.fields) and not draft.fixed_parents and draft.kind in ("action", "milestone", "objective")


def may_name_aim(draft: Draft) -> bool:
    """Whether a measure that nothing else links has cells that may give its aim by its number: a table of indicators
    behind the plan, `Goal | Indicator | Target`."""
    return bool(draft.fields) and draft.fixed_parents is None and draft.kind == "measure"


def numbered(drafts: Sequence[Draft]) -> Numbered:
    """The aims by the word and the number of their labels; the first of those that share one."""
    found: dict[tuple[str, str], int] = {}
    for at, draft in enumerate(drafts):
        words = (draft.label or "").split() if draft.kind == "objective" else []
        if len(words) == 1 and draft.level:
            words.insert(0, draft.level)  # `1` in a column or a list of objectives
        if len(words) > 1:
            found.setdefault((words[-2].casefold()[:4], words[-1].rstrip(".:").upper()), at)
    return found


# "SO1", "G 2.1", "AP-3"; what may stand between several of them
_CODE = regex.compile(r"(?P<word>\p{Lu}\p{L}{0,3})[ .-]?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)$")
_CODES_PARTED = regex.compile(r"\s*(?:[,;/&]|\band\b|\n)\s*")
_LONGEST_CODES = 60


def _plain_code(text: str) -> str:
    """A code without the signs inside it: `SO-1`, `SO 1` and `SO1` are one."""
    code = _CODE.match(text.strip())
    return f"{code.group('word').upper()}{code.group('number')}" if code else ""


def coded(drafts: Sequence[Draft]) -> Mapping[str, int]:
    """The aims whose labels are codes (`SO1`), by the code; none of those that share one."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for at, draft in enumerate(drafts):
        code = _plain_code(draft.label or "") if draft.kind == "objective" else ""
        if code and found.setdefault(code, at) != at:
            shared.add(code)
    return {code: at for code, at in found.items() if code not in shared}


def by_codes(at: int, drafts: Sequence[Draft], known: Mapping[str, int]) -> Parents:
    """The aims whose codes a column gives: `Linked objective: SO1, SO3`."""
    for header, passage in drafts[at].fields:
        if len(passage.text) > _LONGEST_CODES or not speaks_of_aims(header):
            continue
        aims = [known.get(_plain_code(part)) for part in _CODES_PARTED.split(passage.text)]
        if aims and all(aim is not None and aim != at for aim in aims):
            return tuple(dict.fromkeys(aim for aim in aims if aim is not None))
    return ()


def by_reference(at: int, drafts: Sequence[Draft], known: Numbered) -> Parents:
    """The aims whose numbers a column or a line of a form gives: `Goal(s) supported: 1, 3`."""
    for header, passage in drafts[at].fields:
        aims = [known.get(reference) for reference in references(header, passage.text)]
        served = tuple(dict.fromkeys(aim for aim in aims if aim is not None and aim != at))
        if served:
            return served
    return ()


def aims_by_text(drafts: Sequence[Draft]) -> Mapping[str, int]:
    """The aims by their text, and by a label of a word and a number (`Strategy 1`); none of those that share one."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for at, draft in enumerate(drafts):
        if draft.kind != "objective":
            continue
        for name in (draft.text, draft.label or "") if _word(draft) and _number(draft) else (draft.text,):
            if found.setdefault(plain(name), at) != at:
                shared.add(plain(name))
    return {text: at for text, at in found.items() if text not in shared}


def by_group(at: int, drafts: Sequence[Draft], aims: Mapping[str, int], told: Parents) -> Parents:
    """The aim whose name groups the rows of a table behind it (`Safe homes` over the indicators of that aim), unless
    ``told`` names a statement in a column of the draft's own table."""
    draft = drafts[at]
    if draft.category is None or draft.spot is None or draft.kind == "objective" or draft.fixed_parents is not None:
        return ()
    aim = aims.get(plain(draft.category.text))
    if aim is None or aim >= at or aim in told:
        return ()
    spots = [drafts[parent].spot for parent in told]
    beside = any(spot is not None and spot.column >= 0 and spot.table == draft.spot.table for spot in spots)
    return () if beside else (aim,)


_PARENT = regex.compile(r"parent\b", regex.IGNORECASE)


def labelled_rows(drafts: Sequence[Draft]) -> Mapping[tuple[int, str], int]:
    """The statements of tables with a column that names each row's parent, by their table and their label."""
    tables = {draft.spot.table for draft in drafts if draft.spot is not None and _parent_cell(draft)}
    found: dict[tuple[int, str], int] = {}
    for at, draft in enumerate(drafts) if tables else ():
        if draft.spot is not None and draft.spot.table in tables and draft.label:
            found.setdefault((draft.spot.table, draft.label.casefold()), at)
    return found


def _parent_cell(draft: Draft) -> str:
    return next((passage.text for header, passage in draft.fields if _PARENT.match(header)), "")


def by_parent_column(draft: Draft, rows: Mapping[tuple[int, str], int]) -> Parents:
    """The row that a row's own cell names: `Parent ID: G1.1`."""
    if not rows or draft.spot is None:
        return ()
    named = rows.get((draft.spot.table, _parent_cell(draft).rstrip(".").casefold()))
    return () if named is None else (named,)
