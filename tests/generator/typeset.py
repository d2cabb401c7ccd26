"""Typeset twins: the tables of the two seeds as PDFs, set in several ways from the seeds' truth.

``python -m tests.generator.typeset ../shared/truth/dev corpus`` writes them all."""

from __future__ import annotations

import json
import pathlib
import sys
from itertools import groupby
from typing import Any

import attrs

from tests.generator.press import Box, Look, Par, Press

Truth = dict[str, Any]
SECRETARY, OFFICE = "seed-cabinet-secretary-objectives", "seed-cabinet-office-improvement-plan"


@attrs.frozen(kw_only=True)
class Way:
    """One way of setting a table: its look, its bullets, whether each statement has a row beside a spanning cell,
    and the page's height."""

    look: Look
    bullet: str = ""
    spanning: bool = False
    head_fill: str = ""
    height: float = 842.0


WAYS = {
    "ruled": Way(look=Look(gap=5)),
    "horizontal": Way(look=Look(rules="horizontal", gap=4, font="Times"), bullet="•"),
    "unruled": Way(look=Look(rules="none", gap=6, padding=6)),
    "shaded": Way(look=Look(rules="none", zebra="#e8eef7", gap=5), bullet="•", head_fill="#c6d5ec"),
    "spanning": Way(look=Look(gap=4), spanning=True, head_fill="#dddddd"),
    "cut": Way(look=Look(gap=4, cut=True, size=10), bullet="–", height=430.0),
}


@attrs.frozen(kw_only=True)
class TwinRow:
    """The objectives of a row, and by kind what serves them."""

    objectives: tuple[Truth, ...]
    serving: dict[str, tuple[Truth, ...]]


def twin(truth: Truth, way: Way) -> bytes:
    """The seed's table as a PDF."""
    secretary = any(record.get("category") for record in truth["records"])
    press = Press(height=way.height, numbered=True)
    rows = twin_rows(truth)
    if secretary:
        _secretary(press, truth, rows, way)
    else:
        _office(press, rows, way)
    return press.bytes()


def twin_rows(truth: Truth) -> list[TwinRow]:
    """The truth's records as rows. Two objectives share a row where everything that serves the one may serve the
    other; else what may serve either stands with the later one."""
    records = truth["records"]
    objectives = [r for r in records if r["kind"] == "objective"]
    sole = {r["parents"][0] for r in records if len(r["parents"]) == 1}
    shared = {tuple(r["parents"]) for r in records if len(r["parents"]) > 1}
    joint = [pair for pair in sorted(shared) if not sole & set(pair)]
    rows: list[list[Truth]] = []
    for objective in objectives:
        if rows and any(objective["id"] in pair and rows[-1][0]["id"] in pair for pair in joint):
            rows[-1].append(objective)
        else:
            rows.append([objective])
    return [_row(row, records) for row in rows]


def _row(objectives: list[Truth], records: list[Truth]) -> TwinRow:
    last = objectives[-1]["id"]
    mine = [r for r in records if r["parents"] and r["parents"][-1] == last]
    kinds = ("action", "measure", "milestone")
    return TwinRow(
        objectives=tuple(objectives), serving={kind: tuple(r for r in mine if r["kind"] == kind) for kind in kinds}
    )


def _pars(records: tuple[Truth, ...], bullet: str) -> tuple[Par, ...]:
    return tuple(Par(text=record["text"], record=record["id"], bullet=bullet) for record in records)


def _secretary(press: Press, truth: Truth, rows: list[TwinRow], way: Way) -> None:
    press.heading(truth["about"]["title"], 13)
    cells = (("Name", "Department"), (truth["about"]["person"], truth["about"]["organisation"]))
    name = [[Box(pars=(Par(text=text, bold=not i),)) for text in row] for i, row in enumerate(cells)]
    press.table((1, 1), name[:1], name[1:], attrs.evolve(way.look, zebra=""))
    sections = [_section(number, list(rows), way) for number, (_, rows) in enumerate(groupby(rows, _category), 1)]
    if not way.look.cut:
        sections = [[row for section in sections for row in section]]
    for section in sections:
        press.table((3, 4, 2.4), section[:1], section[1:], attrs.evolve(way.look, again=way.look.cut))


def _category(row: TwinRow) -> str:
    return str(row.objectives[0]["category"])


def _section(number: int, rows: list[TwinRow], way: Way) -> list[list[Box]]:
    """The section's row, which is a header too, and its rows."""
    texts = (f"{number}. {_category(rows[0])}:", "Performance Measures:", "Milestones:")
    head = [Box(pars=(Par(text=text, bold=True),), fill=way.head_fill) for text in texts]
    return [head, *(boxes for row in rows for boxes in _secretary_rows(row, way))]


def _secretary_rows(row: TwinRow, way: Way) -> list[list[Box]]:
    objective = _pars(row.objectives, "")
    measures, milestones = row.serving["measure"], row.serving["milestone"]
    if not way.spanning or len(measures) < 2:
        return [[Box(pars=objective), Box(pars=_pars(measures, way.bullet)), Box(pars=_pars(milestones, way.bullet))]]
    spans = len(measures)
    first = [
        Box(pars=objective, rows=spans, middle=True),
        Box(pars=_pars(measures[:1], "")),
        Box(pars=_pars(milestones, "•"), rows=spans),
    ]
    return [first, *([Box(pars=_pars((measure,), ""))] for measure in measures[1:])]


def _office(press: Press, rows: list[TwinRow], way: Way) -> None:
    press.heading("Departmental Improvement Plan", 14)
    heads = [
        Box(pars=(Par(text=text, bold=True),), fill=way.head_fill)
        for text in ("DIP Goals", "DIP Actions", "Indicative Measures")
    ]
    body: list[list[Box]] = []
    for row in rows:
        goal = row.objectives[0]
        pars = (Par(text=f"{goal['label']}. {goal['text']}", record=goal["id"]),)
        actions, measures = row.serving["action"], Box(pars=_pars(row.serving["measure"], way.bullet or "•"))
        if way.spanning:
            spans = len(row.serving["measure"])
            rows_of_their_own = [[Box(pars=_pars((measure,), ""))] for measure in row.serving["measure"]]
            goal_box = Box(pars=pars, rows=spans, middle=True)
            rows_of_their_own[0] = [goal_box, Box(pars=_pars(actions, "•"), rows=spans), *rows_of_their_own[0]]
            body += rows_of_their_own
        else:
            body.append([Box(pars=pars), Box(pars=_pars(actions, way.bullet or "•")), measures])
    press.table((2.2, 4.5, 3), [heads], body, way.look)


def main() -> None:
    """Write every twin of both seeds."""
    truths, corpus = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    for seed in (SECRETARY, OFFICE):
        truth = json.loads((truths / seed / "truth.json").read_text(encoding="utf-8"))
        for name, way in WAYS.items():
            (corpus / twin_name(seed, name)).write_bytes(twin(truth, way))


def twin_name(seed: str, way: str) -> str:
    """The file's name in the corpus."""
    return f"{seed.removeprefix('seed-')}-{way}.pdf"


if __name__ == "__main__":
    main()
