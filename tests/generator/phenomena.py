"""What may go wrong on a page, each switched on and off by itself."""

from __future__ import annotations

import random

import attrs


@attrs.frozen(kw_only=True)
class Tabbed:
    """What an OCR-and-Markdown pipeline does to a table: one physical line a row, tabs between cells."""

    sections: bool = True  # section rows that are headers too ("1. Corporate objectives:  Milestones:")
    numbered: bool = True  # the section rows carry numbers or letters
    missing_header: bool = False  # one section row lacks its measure header
    sliced: bool = False  # some pages print every line of a cell as a row of its own
    statement_rows: bool = False  # some pages print every statement of a cell as a row of its own
    centred: bool = False  # the objective stands in the vertical middle of its row
    page_cuts: bool = False  # rows are cut where the page ends; an empty line stands there
    joint_rows: bool = False  # two objectives share a row and its measures
    glued_cut: bool = False  # the rest of a cut cell stands in the next row's first line
    repeated_header: bool = False  # a page begins with the header printed again
    merged_lines: bool = False  # some physical rows hold several lines of a sliced cell
    ghosts: bool = False  # a line read twice, once in garbled letters
    truncated: bool = False  # a line cut off in the source
    bare_objective: bool = False  # an objective without anything beside it
    shuffled: bool = False  # the objective column is not the first
    owner_column: bool = False  # a column names who leads
    name_table: bool = True  # a small table of name and department
    markup: bool = True  # ##, <u> and "- 1)" left over
    typeset: bool = False  # lines are as wide as a typesetter's, not as so many letters
    prose: bool = True  # paragraphs before the table


@attrs.frozen(kw_only=True)
class RunOn:
    """What a text extractor does to a table: columns one after the other, no sign of where one ends."""

    numbered: bool = True  # goals carry numbers
    bullets: bool = True  # a leading blank is left of each bullet
    header_again: bool = False  # the header is printed again at a page end within a goal
    goal_with_action: bool = False  # a goal of one line shares it with its first action
    double_spaces: bool = False  # inside sentences
    blank_lines: bool = False  # lines of a blank, missing blank lines, blank lines inside an item
    needs: bool = True  # bullet lists of needs in the prose
    goals_up_front: bool = True  # the goals listed in the prose
    page_numbers: bool = False  # a number on a line of its own where a page ends
    running_head: bool = False  # the plan's title on a line of its own where a page begins
    prose: bool = True  # pages of prose before the table
    form_feeds: bool = False  # pages are divided by form feeds, else by a leading blank
    measures_first: bool = False  # the measure column stands before the actions
    two_columns: bool = False  # goals and actions, or goals and measures, only
    milestones: bool = False  # a fourth column of milestones
    closing_prose: bool = False  # a paragraph follows the table
    typeset: bool = False  # lines are as wide as a typesetter's, not as so many letters


def random_tabbed(rng: random.Random) -> Tabbed:
    """A page as one meets it: most phenomena at once."""
    likely = {
        "sections": 0.85,
        "numbered": 0.7,
        "name_table": 0.8,
        "markup": 0.8,
        "prose": 0.8,
        "shuffled": 0.1,
        "owner_column": 0.1,
        "repeated_header": 0.2,
        "statement_rows": 0.5,
        "sliced": 0.8,
    }
    return Tabbed(**{f.name: rng.random() < likely.get(f.name, 0.6) for f in attrs.fields(Tabbed)})


def random_run_on(rng: random.Random) -> RunOn:
    """A page as one meets it: most phenomena at once."""
    likely = {
        "numbered": 0.95,
        "bullets": 0.85,
        "prose": 0.85,
        "needs": 0.75,
        "form_feeds": 0.2,
        "measures_first": 0.1,
        "two_columns": 0.1,
        "milestones": 0.1,
        "closing_prose": 0.2,
        "page_numbers": 0.4,
        "running_head": 0.2,
    }
    return RunOn(**{f.name: rng.random() < likely.get(f.name, 0.6) for f in attrs.fields(RunOn)})
