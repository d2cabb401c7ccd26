"""The lines under a header of a packed table: where it ends, and what parts its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.heads import Head
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.layout.text.run_on import end_of
from objectives_parser.layout.text.run_on_rows import is_marked
from objectives_parser.roles import printed_label

_LONGEST_TITLE = 12
_MOST_EMPTY = 20
_LEAST_LINES, _WIDE, _WIDER = 3, 75, 1.4


def is_unparted(lines: Sequence[TextLine]) -> bool:
    """Whether hardly any empty line stands among them."""
    return sum(not line.words for line in lines) * _MOST_EMPTY < len(lines)


def end_under(lines: Sequence[TextLine], head: Head, following: int, *, in_line: bool) -> int:
    """Where the table under a header ends; ``following`` is where the next header begins, or the text ends."""
    end = min(following, head.end - 1 + end_of(lines[head.end - 1 : following], 0))
    end = _before_label(lines, head, end)
    end = end if in_line else _before_prose(lines, head.end, end)
    return _before_title(lines, head, end, titled=following < len(lines) and end == following)


def _before_label(lines: Sequence[TextLine], head: Head, end: int) -> int:
    """The end of a table without an aim of its own before the next labelled one (`Goal 2: Open to all`)."""
    if "objective" in head.roles:
        return end
    labelled = [at for at in range(head.end, end) if lines[at].words and _is_labelled(lines[at])]
    if labelled and all(not line.words for line in lines[head.end : labelled[0]]):
        return end  # the label under the header names the first rows, its sisters the next ones
    return labelled[0] if labelled else end


def _is_labelled(line: TextLine) -> bool:
    label = printed_label(line.text) if line.text[:1].isupper() else None
    return label is not None and label.kind == "word" and label.number is not None and label.role != "action"


def _before_prose(lines: Sequence[TextLine], first: int, end: int) -> int:
    """The end of a table before running text as wide as the page, and the title over that. Where an empty line stands
    behind each line, no line is wrapped, and its width tells nothing."""
    if all(not (lines[at].words and lines[at + 1].words) for at in range(first, end - 1)):
        return end
    widest = 0
    for at in range(first, end):
        length = 0 if is_marked(lines[at]) else len(lines[at].text)
        if at - first >= _LEAST_LINES and length > max(_WIDE, _WIDER * widest):
            titled = at - 1 > first and _is_title(lines[at - 1]) and lines[at].text[:1].isupper()
            return at - 1 if titled else at
        widest = max(widest, length)
    return end


def gaps_of(lines: Sequence[TextLine]) -> list[Gap]:
    """For each line with words what parts it from the one above: an empty cell leaves more empty lines than usual."""
    counts: list[int] = []
    blanks = 0
    for line in lines:
        if line.words:
            counts.append(blanks)
        blanks = 0 if line.words else blanks + 1
    parting = Counter(count for count in counts[1:] if count)
    usual = min(parting, key=lambda count: (-parting[count], count), default=0)
    return [
        Gap.NONE if not count else Gap.EMPTY_CELL if count > usual and at else Gap.LINE
        for at, count in enumerate(counts)
    ]


def _before_title(lines: Sequence[TextLine], head: Head, end: int, *, titled: bool) -> int:
    """The end of a table without the title over the next one: a labelled line (`Theme 2: Open to all`), or a short one
    where a short one stands over the table's own header as well."""
    last = end - 1
    while last > head.end and not lines[last].words:
        last -= 1
    if last <= head.end or not titled:
        return end
    if _is_labelled(lines[last]):
        return last
    above = lines[head.first - 1] if head.first else None
    sister = above is not None and _is_title(above) and _is_title(lines[last])
    return last if sister else end


def _is_title(line: TextLine) -> bool:
    named = 0 < len(line.words) <= _LONGEST_TITLE and line.text[:1].isupper() and line.text[-1:].isalpha()
    return named and not is_marked(line)
