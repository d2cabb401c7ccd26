"""A plan as a text extractor writes it: the columns of each row one after the other, no sign of where one ends."""

from __future__ import annotations

import random
from typing import Any

import attrs

from tests.generator.foreword import closing, foreword
from tests.generator.grid import broken
from tests.generator.headers import RUN_ON_HEADERS
from tests.generator.phenomena import RunOn
from tests.generator.plans import Goal, RandomPlan
from tests.generator.statements import Statement
from tests.generator.truth import TruthBook

SERVING = {"action": "actions", "measure": "measures", "milestone": "milestones"}
Block = list[str]


@attrs.frozen(kw_only=True)
class Setting:
    """How the table is set: its columns in order, their widths in characters, its header, its bullets."""

    kinds: tuple[str, ...]
    widths: dict[str, int]
    header: str
    bullet: str
    label: str


def run_on_page(plan: RandomPlan, on: RunOn, seed: int) -> tuple[str, dict[str, Any]]:
    """The page's text and its truth."""
    rng = random.Random(f"run-on {seed}")
    book = TruthBook()
    setting = _setting(on, rng)
    goals = [_trimmed(goal, setting.kinds) for goal in plan.goals][: rng.randint(4, 7)]
    _note(goals, setting, on, book)
    pages = foreword(plan, goals, on, book, rng) if on.prose else []
    table = _table(goals, setting, on, rng)
    pages += table
    if on.running_head:
        pages = [[[f"{plan.organisation} {plan.title} {plan.period.text}"], *page] for page in pages]
    text = _with_page_ends(pages, on, rng)
    if on.closing_prose:
        text += "\n" + closing(plan, rng)
    return text, book.file("page.txt", plan)


def _setting(on: RunOn, rng: random.Random) -> Setting:
    kinds = ["objective", "action", "measure"]
    if on.measures_first:
        kinds = ["objective", "measure", "action"]
    if on.two_columns:
        kinds = rng.choice((["objective", "action"], ["objective", "measure"]))
    elif on.milestones:
        kinds = [*kinds, "milestone"]
    heads = rng.choice(RUN_ON_HEADERS)
    widths = {"objective": rng.randint(20, 30), "action": rng.randint(52, 72), "measure": rng.randint(32, 44)}
    return Setting(
        kinds=tuple(kinds),
        widths=widths | {"milestone": rng.randint(28, 36)},
        header=" ".join(heads[kind] for kind in kinds),
        bullet=" " if on.bullets else "",
        label=rng.choice(("{n}. ", "{n}. ", "{n}. ", "{n}) ", "{n} ")) if on.numbered else "",
    )


def _trimmed(goal: Goal, kinds: tuple[str, ...]) -> Goal:
    """The goal with what the table has columns for; a full stop at a title's end is dropped."""
    gone: dict[str, Any] = {field: () for kind, field in SERVING.items() if kind not in kinds}
    return attrs.evolve(goal, text=goal.text.rstrip("."), **gone)


def _note(goals: list[Goal], setting: Setting, on: RunOn, book: TruthBook) -> None:
    """The records of the table."""
    for n, goal in enumerate(goals, 1):
        label = setting.label.format(n=n).strip().rstrip(".)") if on.numbered else None
        parent = book.add("objective", goal.text, [], label=label)
        for kind in setting.kinds[1:]:
            for statement in getattr(goal, SERVING[kind]):
                book.add_statement(kind, statement, [parent])


def _table(goals: list[Goal], setting: Setting, on: RunOn, rng: random.Random) -> list[list[Block]]:
    """The table as pages of blocks of lines; each page begins with the header."""
    pages: list[list[Block]] = [[[setting.header]]]
    for n, goal in enumerate(goals, 1):
        parts = _columns(goal, setting, on, rng)
        title = broken(setting.label.format(n=n) + goal.text, setting.widths["objective"], on.typeset)
        cut = on.header_again and n > 1 and rng.random() < 0.35
        now, later = _cut(parts, rng) if cut else (parts, [])
        first = [block for column in now for block in column]
        if on.goal_with_action and len(title) == 1 and first:
            first[0][0] = title[0] + "  " + first[0][0].lstrip()
        else:
            first.insert(0, title)
        pages[-1] += first
        if later:
            pages.append([[setting.header], *(block for column in later for block in column)])
    return pages


def _columns(goal: Goal, setting: Setting, on: RunOn, rng: random.Random) -> list[list[Block]]:
    """The items of each serving column, each wrapped at its column's width."""
    return [
        [_item(statement, setting.widths[kind], setting, on, rng) for statement in getattr(goal, SERVING[kind])]
        for kind in setting.kinds[1:]
    ]


def _item(statement: Statement, width: int, setting: Setting, on: RunOn, rng: random.Random) -> Block:
    text = statement.text
    if on.double_spaces and rng.random() < 0.15:
        places = [i for i, letter in enumerate(text) if letter == " "]
        place = rng.choice(places)
        text = text[:place] + " " + text[place:]
    lines = broken(text, width, on.typeset)
    return [setting.bullet + lines[0], *lines[1:]]


def _cut(parts: list[list[Block]], rng: random.Random) -> tuple[list[list[Block]], list[list[Block]]]:
    """What stays of each column on the page and what goes on over it; at least one item goes on."""
    kept = [rng.randint(max(1, len(items) - 1), len(items)) if items else 0 for items in parts]
    if all(keep == len(items) for keep, items in zip(kept, parts, strict=True)) and len(parts[0]) > 1:
        kept[0] = len(parts[0]) - 1
    now = [items[:keep] for items, keep in zip(parts, kept, strict=True)]
    return now, [later for items, keep in zip(parts, kept, strict=True) if (later := items[keep:])]


def _with_page_ends(pages: list[list[Block]], on: RunOn, rng: random.Random) -> str:
    """The pages as text: a blank at every line's end, an empty line between blocks, page ends as tools leave them."""
    feed = "\f" if on.form_feeds else " "
    printed = []
    for number, blocks in enumerate(pages, 1):
        text = _blocks(blocks, on, rng)
        if on.page_numbers:
            text += f"\n{number} \n" if rng.random() < 0.5 else f"\n \n\n{number} \n\n \n"
        printed.append(text)
    return feed.join(printed) + feed


def _blocks(blocks: list[Block], on: RunOn, rng: random.Random) -> str:
    out = ""
    for i, block in enumerate(blocks):
        gap = "\n" if i else ""
        if on.blank_lines and i and rng.random() < 0.12:
            gap = rng.choice(("\n \n\n", " \n\n", "\n\n"))
        if on.blank_lines and i > 1 and rng.random() < 0.06 and block[0].startswith(" "):
            gap = ""
        lines = [f"{line} \n" for line in block]
        if on.blank_lines and len(lines) > 1 and lines[1][0].islower() and rng.random() < 0.08:
            lines[0] += "\n"
        out += gap + "".join(lines)
    return out
