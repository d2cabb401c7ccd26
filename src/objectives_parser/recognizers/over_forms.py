"""What the line right over a form says of it: the topic that the form's aim takes the number of, the aim or the deed
that the form is about."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Block, Heading, Paragraph, Table
from objectives_parser.drafts import Context, Draft
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.flow.titled_goals import names_topic
from objectives_parser.recognizers.form_rows import FormRow, form_rows
from objectives_parser.recognizers.form_signs import roles_of
from objectives_parser.recognizers.wordings import tells
from objectives_parser.statements import Statement, block_statement

_NAMING = frozenset({"objective", "title", "commitment-text", "by-level"})
_SERVING = frozenset({"action", "measure", "milestone", "target"})


def topic_over(first: Draft, blocks: Sequence[Block], number: int, drafts: Sequence[Draft]) -> Draft | None:
    """The topic that the line right over a form bears a number for (`Goal 1: Literacy`), where the form states the
    goal (`SMART goal | By May 2027, …`)."""
    above = blocks[number - 1] if number else None
    if not isinstance(above, Heading | Paragraph) or not drafts or drafts[-1].kind != "objective":
        return None
    topic = drafts[-1]
    if topic.basis not in ("heading", "prose") or not topic.words or topic.words[-1] is not above.lines[-1].words[-1]:
        return None
    level = (topic.label or "").casefold().rstrip(" .0123456789")
    stated = first.kind == "objective" and any(
        evidence.startswith("form label: ") and evidence.casefold().endswith(level) for evidence in first.evidence
    )
    named = names_topic(topic.text) and len(topic.text.split()) < len(first.text.split()) and not tells(topic.text)
    return topic if stated and named and level and (topic.label or "")[-1:].isdigit() else None


def aim_over(
    table: Table, blocks: Sequence[Block], number: int, drafts: Sequence[Draft], context: Context
) -> Statement | None:
    """The aim that the heading right over a form states by its label (`Goal 1: Safe roads`), or the line under such
    a label (`Objective 2.1` over `Keep more of our nurses.`), where no row of the form names one."""
    above = blocks[number - 1] if number else None
    if not isinstance(above, Heading | Paragraph) or not drafts or drafts[-1].kind != "objective":
        return None
    rows = form_rows(table, context)
    roles = roles_of(rows)
    if not rows or rows[0].label is None or roles & _NAMING or not roles & _SERVING:
        return None
    if any(row.role is not None and row.role.role == "action" and _names_one(row) for row in rows):
        return None  # `Action`: the form is about that
    statement = block_statement(above.lines)
    if drafts[-1].lines[-1][-1:] != statement.words[-1:]:
        return None
    if isinstance(above, Paragraph):
        return statement if _is_labelled_above(drafts[-1], blocks, number - 1, context) else None
    label = label_of(statement.text, context)
    worded = label is not None and label.kind == "word" and label.role == "objective" and label.number is not None
    return statement if drafts[-1].basis == "heading" and worded else None


def _names_one(row: FormRow) -> bool:
    """`Action`, but `Actions`, `What we will do`."""
    name = cell_text(row.label).rstrip(" :").casefold() if row.label is not None else ""
    return not name.endswith("s") and not name.startswith(("what", "how", "we "))


def _is_labelled_above(stated: Draft, blocks: Sequence[Block], number: int, context: Context) -> bool:
    """Whether a paragraph's statement has its number from the heading right over it: `Objective 2.1`."""
    title = blocks[number - 1] if number else None
    if not isinstance(title, Heading):
        return False
    label = label_of(block_statement(title.lines).text, context)
    return label is not None and bool(label.number) and label.text == stated.label


def deed_over(blocks: Sequence[Block], number: int, drafts: Sequence[Draft], context: Context) -> Statement | None:
    """The deed that the heading right over a form states by its label: `Commitment 3: Open the register`."""
    above = blocks[number - 1] if number else None
    if not isinstance(above, Heading) or not drafts or drafts[-1].basis != "heading" or drafts[-1].kind != "action":
        return None
    statement = block_statement(above.lines)
    label = label_of(statement.text, context)
    same = bool(drafts[-1].lines) and drafts[-1].lines[-1][-1:] == statement.words[-1:]
    worded = label is not None and label.kind == "word" and label.role == "action" and label.number is not None
    return statement if same and worded else None


def numbered_heading(blocks: Sequence[Block], at: int, context: Context) -> Statement | None:
    """What the heading right over a block states behind its number: `1. Publish the register of owners`."""
    above = blocks[at - 1] if at else None
    if not isinstance(above, Heading):
        return None
    statement = block_statement(above.lines)
    label = label_of(statement.text, context)
    return statement if label is not None and label.kind == "number" and label.role is None else None
