"""Labels, dates and values inside a statement's own words."""

from __future__ import annotations

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Context, Draft, Lines
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.roles import printed_label
from objectives_parser.statements import text_of
from objectives_parser.values import due_in_statement, target_of


def labelled(draft: Draft, context: Context) -> Draft:
    """The draft with its printed label (`Goal 1:`, `2.1`, a list's number) taken out of its text."""
    marker = draft.label_words
    if marker and not is_bullet(marker[0]) and any(char.isalnum() for char in marker[0].text):
        draft = attrs.evolve(draft, label=marker[0].text.strip("().:"))
    label = printed_label(draft.text, context.vocabulary)
    if label is None or label.end >= len(draft.text) or (label.kind == "tag" and draft.kind == "objective"):
        return draft
    if label.role is not None and label.role != draft.kind and label.number is None:
        return draft
    count = _words_of(draft.lines, label.end)
    if not count:
        return draft
    lines = drop_words(draft.lines, count)
    words = draft.words[:count]
    return attrs.evolve(
        draft,
        lines=lines,
        text=text_of(lines),
        label=label.text if draft.label is None else f"{draft.label} {label.text}",
        label_words=(*marker, *words),
        level=label.level or draft.level if draft.kind == "objective" else None,
    )


def _words_of(lines: Lines, end: int) -> int:
    """How many words stand in the first ``end`` characters of the lines' text."""
    words = [word for line in lines for word in line]
    at = 0
    for count, word in enumerate(words):
        if at >= end:
            return count
        at += len(word.text) + 1
    return 0


def drop_words(lines: Lines, count: int) -> Lines:
    """The lines without their first ``count`` words."""
    left: list[tuple[Word, ...]] = []
    for line in lines:
        take = min(count, len(line))
        count -= take
        if line[take:]:
            left.append(line[take:])
    return tuple(left)


def with_values(draft: Draft, context: Context) -> Draft:
    """The draft with the date and the target that its own words state, where no column gave them."""
    if draft.due is None:
        due = due_in_statement(draft.text, context.fiscal)
        if due is not None:
            draft = attrs.evolve(draft, due=due)
    if draft.target is None and draft.kind == "measure":
        draft = attrs.evolve(draft, target=target_of(draft.text))
    return draft


