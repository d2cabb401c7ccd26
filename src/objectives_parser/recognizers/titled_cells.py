"""A cell with a title of its own: the statement's name over what explains it or what it consists of."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.roles import is_imperative, lead_in_role, printed_label
from objectives_parser.sentences import ends_in_stop
from objectives_parser.statements import Statement, block_statement, item_statement, text_of, titled

# A title with this many words or sentences of explanation stands alone; with fewer they are one statement.
_EXPLAINED, _LONG, _FEW_SENTENCES = 20, 60, 2


def titled_cell(cell: Cell, context: Context) -> tuple[Statement, ...]:
    """The title of a cell and its labelled parts (`MA1 – …` over `Component 1: …`) or the deeds that it leads in to;
    the title with its explanation where that is short, without it where it is long; () for a cell without a title, or
    with a list of its own."""
    lines = tuple(line for line in cell.lines if line.words)
    if not lines or _is_item(lines[0]):
        return ()
    count = title_lines(lines) or _over_counted_parts(lines, context) or _coded_title(lines, context)
    parts = _labelled_parts(lines[count:], context) if count else ()
    if parts:
        return (block_statement(lines[:count]), *map(block_statement, parts))
    items = [at for at, line in enumerate(lines) if _is_item(line)]
    if items and items[0] > count > 0 and _tells_of_deeds(lines[count : items[0]]):
        ends = [*items[1:], len(lines)]
        return (block_statement(lines[:count]), *(item_statement(lines[a:b]) for a, b in zip(items, ends, strict=True)))
    if items and (not count or items[0] == count or any(_commands(lines[at]) for at in items)):
        return ()
    whole = block_statement(lines)
    if count:
        return (block_statement(lines[:count]) if _explains(lines[count:]) else whole,)
    title = titled(whole)
    return (title,) if len(title.words) < len(whole.words) else ()


def _explains(lines: Sequence[Line]) -> bool:
    """Whether what stands under a title explains it at length, and does not only say in a sentence what it is."""
    words = [word for line in lines for word in line.words]
    sentences = sum(ends_in_stop(word.text) for word in words)
    return len(words) >= _LONG or (len(words) >= _EXPLAINED and sentences > _FEW_SENTENCES)


def title_lines(lines: Sequence[Line]) -> int:
    """How many lines at the head of a cell are its title: one or two set in a type of their own (bold or coloured) over
    others that never are (`Landfill gas utilisation` in orange over its description in green); 0 for none."""
    styles = [{(word.bold, word.color) for word in line.words if any(map(str.isalnum, word.text))} for line in lines]
    count = next((at for at, style in enumerate(styles) if style != styles[0]), len(styles))
    if not 1 <= count <= 2 or count == len(styles) or len(styles[0]) != 1:
        return 0
    rest = set().union(*styles[count:])
    opened = any(line.words[-1].text.endswith((":", ",", ";")) for line in lines[:count])
    return 0 if styles[0] & rest or opened or any(bold for bold, _ in rest) else count


def _over_counted_parts(lines: Sequence[Line], context: Context) -> int:
    """How many lines, one or two, stand over parts that a word and its number count: `Greener quays` over `Component 1:
    …` and `Component 2: …`; 0 for none."""
    for count in (1, 2):
        labels = [
            printed_label(text_of([part[0].words]), context.vocabulary)
            for part in _labelled_parts(lines[count:], context)
        ]
        if len(labels) > 1 and [label.number for label in labels if label] == [
            str(at + 1) for at in range(len(labels))
        ]:
            first = printed_label(text_of([lines[0].words]), context.vocabulary)
            return 0 if first is not None and first.kind == "word" else count
    return 0


def _coded_title(lines: Sequence[Line], context: Context) -> int:
    """How many lines, one or two, that begin with a code stand over an empty line and what explains them, in a text:
    `MA2 – Better harvests`; 0 for none."""
    label = printed_label(text_of([lines[0].words]), context.vocabulary)
    if label is None or label.kind == "word":
        return 0
    gaps = [at for at, line in enumerate(lines) if at and not line.tight]
    if not gaps or gaps[0] > 2 or not any(line.tight for line in lines[gaps[0] :]):
        return 0
    above, below = lines[gaps[0] - 1].words[-1].text, lines[gaps[0]].words[0].text
    return gaps[0] if above[-1].isalnum() and below[:1].isupper() else 0


def _labelled_parts(lines: Sequence[Line], context: Context) -> list[list[Line]]:
    """The lines as parts, where each begins with a word and its number (`Component 2: …`); [] otherwise."""
    parts: list[list[Line]] = []
    for line in lines:
        label = printed_label(text_of([line.words]), context.vocabulary)
        if label is not None and label.kind == "word" and label.number is not None:
            parts.append([line])
        elif not parts:
            return []
        else:
            parts[-1].append(line)
    return parts


# "Less waste of food involves activities including:", of what the cell is about
_DEEDS = regex.compile(
    r"\b(?:activities|actions|measures|steps|interventions|tasks)\b[^.:]{0,40}:\s*$", regex.IGNORECASE
)


def _tells_of_deeds(lines: Sequence[Line]) -> bool:
    """Whether what stands between a title and a list leads in to deeds."""
    text = text_of([line.words for line in lines])
    return _DEEDS.search(text) is not None and lead_in_role(text) == "action"


def _is_item(line: Line) -> bool:
    return line.item or starts_item(line)


def _commands(line: Line) -> bool:
    return is_imperative(text_of([line.words if line.item else line.words[1:]]))
