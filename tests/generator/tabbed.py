"""A plan as an OCR-and-Markdown pipeline writes its table: cells between tabs, pages between empty lines."""

from __future__ import annotations

import random
from typing import Any

import attrs

from tests.generator.ghosts import ghost_of
from tests.generator.grid import Ink, Passage, Piece, Row, paginate
from tests.generator.headers import column_headers, section_headers
from tests.generator.phenomena import Tabbed
from tests.generator.plans import Goal, RandomPlan
from tests.generator.preface import tabbed_preface
from tests.generator.truth import TruthBook

COLUMNS = (
    ("objective", "measure", "milestone"),
    ("objective", "measure", "milestone"),
    ("objective", "measure"),
    ("objective", "action", "measure"),
    ("objective", "action", "measure", "milestone"),
    ("objective", "action", "milestone"),
    ("objective", "action"),
)
SERVING = {"action": "actions", "measure": "measures", "milestone": "milestones"}
PhysicalRow = dict[str, str]


@attrs.frozen(kw_only=True)
class Entry:
    """A row of the table and the objectives that it states."""

    row: Row
    objectives: tuple[str, ...] = ()


def tabbed_page(plan: RandomPlan, on: Tabbed, seed: int) -> tuple[str, dict[str, Any]]:
    """The page's text and its truth."""
    rng = random.Random(f"tabbed {seed}")
    kinds = _column_order(on, rng)
    book = TruthBook()
    entries = _entries(plan, on, kinds, book, rng)
    widths = {"objective": rng.randint(32, 58), "owner": 16}
    widths |= {kind: rng.randint(34, 50) for kind in ("action", "measure")} | {"milestone": rng.randint(24, 38)}
    centred = {"objective", "owner"} if on.centred else set()
    pages = paginate([entry.row for entry in entries], widths, rng.randint(26, 44), centred, on.page_cuts, on.typeset)
    modes = [_mode(on, rng) for _ in pages]
    printed = [
        _page(page, before, mode, entries, on, book, rng)
        for page, before, mode in zip(pages, [[], *pages], modes, strict=False)
    ]
    if on.repeated_header:
        printed = _with_header_again(pages, printed, entries, kinds)
    tables = ["\n".join("\t".join(row.get(kind, "") for kind in kinds) for row in rows) for rows in printed]
    head, title = tabbed_preface(plan, on, book, rng)
    text = head + "\n\n".join(tables)
    person = plan.person if on.name_table else None
    return text, book.file("page.txt", plan, title=title, person=person)


def _column_order(on: Tabbed, rng: random.Random) -> list[str]:
    kinds = list(rng.choice(COLUMNS))
    if on.owner_column:
        kinds.append("owner")
    if on.shuffled and len(kinds) > 1:
        kinds.remove("objective")
        kinds.insert(rng.randint(1, len(kinds)), "objective")
    return kinds


def _mode(on: Tabbed, rng: random.Random) -> str:
    ways = ["joined"] + ["sliced"] * on.sliced + ["statements"] * on.statement_rows
    return rng.choice(ways)


def _entries(plan: RandomPlan, on: Tabbed, kinds: list[str], book: TruthBook, rng: random.Random) -> list[Entry]:
    """The table's rows, headers included, and their records in the book."""
    heads = column_headers(kinds, rng)
    shout = all(head.isupper() for head in heads.values())
    titles = section_headers([section.title for section in plan.sections], on.numbered, shout, rng)
    missing = rng.randrange(1, len(titles)) if on.missing_header and len(titles) > 1 else -1
    entries = [] if on.sections else [_header_entry(heads)]
    for i, section in enumerate(plan.sections):
        category = None
        if on.sections:
            gone = ["measure" if "measure" in kinds else "action"] if i == missing else []
            entries.append(_header_entry(heads | {"objective": titles[i]} | dict.fromkeys(gone, "")))
            category = titles[i].rstrip(":").split(" ", 1)[1] if on.numbered else titles[i].rstrip(":")
            category = category.split(": ")[-1]
        entries += _goal_entries(section.goals, category, on, kinds, book, rng)
    return entries


def _header_entry(heads: dict[str, str]) -> Entry:
    cells = {kind: (Passage(record="", text=text),) if text else () for kind, text in heads.items()}
    return Entry(row=Row(cells=cells, header=True))


def _goal_entries(
    goals: tuple[Goal, ...], category: str | None, on: Tabbed, kinds: list[str], book: TruthBook, rng: random.Random
) -> list[Entry]:
    entries = []
    waiting = list(goals)
    while waiting:
        goal = waiting.pop(0)
        if on.bare_objective and rng.random() < 0.2:
            goal = attrs.evolve(goal, actions=(), measures=(), milestones=())
        partners = [goal]
        if on.joint_rows and waiting and rng.random() < 0.3 and goal.measures:
            partners.append(waiting.pop(0))
        entries.append(_goal_entry(partners, category, kinds, book))
    return entries


def _goal_entry(goals: list[Goal], category: str | None, kinds: list[str], book: TruthBook) -> Entry:
    """One row for a goal, or for two that share what serves them."""
    owner = goals[0].owner if "owner" in kinds else None
    names = [book.add("objective", goal.text, [], category=category, owner=owner) for goal in goals]
    cells = {"objective": tuple(Passage(record=n, text=g.text) for n, g in zip(names, goals, strict=True))}
    for kind in kinds:
        if kind in SERVING:
            said = [statement for goal in goals for statement in getattr(goal, SERVING[kind])][
                : 6 if len(goals) > 1 else 9
            ]
            cells[kind] = tuple(
                Passage(record=book.add_statement(kind, statement, names[:1], owner=owner), text=statement.text)
                for statement in said
            )
            for passage in cells[kind]:
                book.leave_open(passage.record, names)
    if owner:
        cells["owner"] = (Passage(record="", text=owner),)
    return Entry(row=Row(cells=cells, spread="objective" if len(goals) > 1 else None), objectives=tuple(names))


def _page(
    page: list[Piece],
    before: list[Piece],
    mode: str,
    entries: list[Entry],
    on: Tabbed,
    book: TruthBook,
    rng: random.Random,
) -> list[PhysicalRow]:
    """The physical rows of one page, and what the page leaves open about links."""
    rows: list[PhysicalRow] = []
    pieces = list(page)
    if mode == "sliced":
        _leave_open_at_top(pieces, before, entries, book)
    elif on.glued_cut and _cut_at_top(pieces) and len(pieces) > 1 and not pieces[1].row.header:
        rows.append(_glued(pieces[0], pieces[1], entries, book))
        pieces = pieces[2:]
    for piece in pieces:
        if piece.row.header:
            rows.append({kind: _joined(lines) for kind, lines in piece.columns.items()})
        elif mode == "sliced":
            rows += _sliced(piece, on, book, rng)
        elif mode == "statements" and _one_long_column(piece):
            rows += _statement_rows(piece)
        else:
            rows.append({kind: _joined(lines) for kind, lines in piece.columns.items()})
    return rows


def _cut_at_top(pieces: list[Piece]) -> bool:
    return bool(pieces) and not pieces[0].begins and pieces[0].row.spread is None


def _leave_open_at_top(pieces: list[Piece], before: list[Piece], entries: list[Entry], book: TruthBook) -> None:
    """Sliced lines at a page's head, before its first objective, may belong to the objective of the page before."""
    if not before or not pieces or pieces[0].row.header:
        return
    above = entries[before[-1].index].objectives
    for piece in pieces:
        if piece.row.header:
            return
        objective = [i for i, ink in enumerate(piece.columns.get("objective", ())) if ink]
        here = entries[piece.index].objectives
        stop = objective[0] if objective else piece.height
        for lines in piece.columns.values():
            for ink in lines[:stop]:
                if ink and ink.record and ink.first and ink.record not in here:
                    book.leave_open(ink.record, [*above, *_first_objective(pieces, entries)])
        if objective:
            return


def _first_objective(pieces: list[Piece], entries: list[Entry]) -> tuple[str, ...]:
    for piece in pieces:
        if piece.row.header:
            return ()
        if any(piece.columns.get("objective", ())):
            return entries[piece.index].objectives
    return ()


def _glued(rest: Piece, following: Piece, entries: list[Entry], book: TruthBook) -> PhysicalRow:
    """The rest of a cut row in one physical row with the row after it: who owns what is left open."""
    owners = [*entries[rest.index].objectives, *entries[following.index].objectives]
    row = {}
    for kind in following.columns:
        parts = [_joined(rest.columns.get(kind, ())), _joined(following.columns[kind])]
        row[kind] = "  ".join(part for part in parts if part)
        for ink in (*rest.columns.get(kind, ()), *following.columns[kind]):
            if ink and ink.record and kind in SERVING:
                book.leave_open(ink.record, owners)
    return row


def _joined(lines: tuple[Ink | None, ...]) -> str:
    """A cell as one line: lines joined by a blank, passages by two."""
    text, ended = "", False
    for ink in lines:
        if ink:
            text += ("  " if ended else " ") * bool(text) + ink.text
            ended = ink.last
    return text


def _one_long_column(piece: Piece) -> bool:
    many = [kind for kind, lines in piece.columns.items() if sum(bool(ink and ink.last) for ink in lines) > 1]
    return len(many) == 1 and many[0] != "objective"


def _statement_rows(piece: Piece) -> list[PhysicalRow]:
    """One physical row a statement of the long column; the objective's lines stand beside it as they were printed."""
    counts = {kind: sum(bool(ink and ink.last) for ink in lines) for kind, lines in piece.columns.items()}
    long = max(counts, key=lambda kind: counts[kind])
    lines = piece.columns[long]
    ends = [i + 1 for i, ink in enumerate(lines) if ink and ink.last]
    ends[-1] = piece.height
    if not (lines[-1] and lines[-1].last) and any(lines[ends[-2] :] if len(ends) > 1 else ()):
        ends[-1] = piece.height
    starts = [0, *ends[:-1]]
    rows = []
    for start, end in zip(starts, ends, strict=True):
        rows.append({kind: _joined(column[start:end]) for kind, column in piece.columns.items()})
    return _milestones_up(rows, long, piece)


def _milestones_up(rows: list[PhysicalRow], long: str, piece: Piece) -> list[PhysicalRow]:
    """Cells of the other columns that run over several physical rows stand whole in the first, the objective apart
    where its next words begin in lower case ("… sustainable growth" | "across the UK.")."""
    for kind in piece.columns:
        parts = [row[kind] for row in rows]
        keep_split = kind == "objective" and all(not part or part[0].islower() for part in parts[1:])
        if kind != long and not keep_split:
            for row in rows:
                row[kind] = ""
            rows[0][kind] = _joined(piece.columns[kind])
    return rows


def _sliced(piece: Piece, on: Tabbed, book: TruthBook, rng: random.Random) -> list[PhysicalRow]:
    """One physical row a printed line, with what the engine does to some of them."""
    columns = {kind: list(lines) for kind, lines in piece.columns.items()}
    if on.truncated and rng.random() < 0.5:
        _cut_off(columns, book, rng)
    rows = [{kind: lines[i].text if lines[i] else "" for kind, lines in columns.items()} for i in range(piece.height)]  # type: ignore[union-attr]
    ghosts: dict[int, PhysicalRow] = {}
    if on.merged_lines:
        _merge_objective(rows, columns, on, rng)
    long = max((k for k in columns if k != "objective"), key=lambda k: sum(map(bool, columns[k])), default=None)
    if long and on.ghosts:
        for i, ink in enumerate(columns[long]):
            if ink and len(ink.text) > 14 and rng.random() < 0.08:
                ghosts[i] = {long: ghost_of(ink.text, rng)}
    if long and on.merged_lines:
        return _merge_lines(rows, columns, long, ghosts, on, rng)
    return [row for i in range(len(rows)) for row in ((rows[i], ghosts[i]) if i in ghosts else (rows[i],))]


def _cut_off(columns: dict[str, list[Ink | None]], book: TruthBook, rng: random.Random) -> None:
    """Cut the last line of one statement off in the middle of a word."""
    for kind in ("measure", "action"):
        for i, ink in enumerate(columns.get(kind, [])):
            if ink and ink.last and not ink.first and len(ink.text) > 12 and rng.random() < 0.3:
                words = ink.text.split()
                short = " ".join(words[: len(words) // 2]) + " " + words[len(words) // 2][:1]
                record = book.record(ink.record)
                record["text"] = record["text"].removesuffix(ink.text) + short.strip()
                columns[kind][i] = attrs.evolve(ink, text=short.strip())
                return


def _merge_objective(
    rows: list[PhysicalRow], columns: dict[str, list[Ink | None]], on: Tabbed, rng: random.Random
) -> None:
    """Several lines of the objective in one physical cell, now and then with a ghost of the last below it."""
    lines = columns["objective"]
    places = [i for i, ink in enumerate(lines) if ink]
    for start in places[1:2]:
        same = [i for i in places if i >= start and lines[i].record == lines[start].record]  # type: ignore[union-attr]
        if len(same) < 2 or rng.random() < 0.5:
            continue
        rows[start]["objective"] = " ".join(lines[i].text for i in same)  # type: ignore[union-attr]
        for i in same[1:]:
            rows[i]["objective"] = ""
        if on.ghosts:
            rows[same[1]]["objective"] = ghost_of(lines[same[-1]].text, rng)  # type: ignore[union-attr]


def _merge_lines(
    rows: list[PhysicalRow],
    columns: dict[str, list[Ink | None]],
    long: str,
    ghosts: dict[int, PhysicalRow],
    on: Tabbed,
    rng: random.Random,
) -> list[PhysicalRow]:
    """Two lines of one statement in one physical row, now and then with a ghost of the first before or of the second
    after it ("Padically improved performance" | "Radically improved performance management")."""
    out: list[PhysicalRow] = []
    i = 0
    while i < len(rows):
        ink = columns[long][i]
        after = columns[long][i + 1] if i + 1 < len(rows) else None
        lonely = i + 1 < len(rows) and not any(v for k, v in rows[i + 1].items() if k != long)
        if ink and after and not ink.last and after.last and lonely and rng.random() < 0.15:
            if on.ghosts and ink.first and rng.random() < 0.4:
                out.append({long: ghost_of(ink.text, rng)})
            out.append(rows[i] | {long: f"{ink.text} {after.text}"})
            if on.ghosts and len(after.text) > 10 and rng.random() < 0.6:
                out.append({long: after.text if rng.random() < 0.5 else ghost_of(after.text, rng)})
            i += 2
            continue
        out += [rows[i], ghosts[i]] if i in ghosts else [rows[i]]
        i += 1
    return out


def _with_header_again(
    pages: list[list[Piece]], printed: list[list[PhysicalRow]], entries: list[Entry], kinds: list[str]
) -> list[list[PhysicalRow]]:
    """Pages that do not begin with a header begin with the last header that was printed."""
    out, last = [], None
    for page, rows in zip(pages, printed, strict=True):
        again = last is not None and not page[0].row.header
        out.append([last, *rows] if again and last else rows)
        headers = [piece for piece in page if piece.row.header]
        if headers:
            last = {kind: _joined(lines) for kind, lines in headers[-1].columns.items()}
    return out
