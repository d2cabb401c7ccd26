"""Tables in a text of paragraphs, as converters write that look at where lines stand: an empty line behind whatever is
set in or lower, so between cells and inside items, and cells side by side in one line where the first has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.layout.text.captioned_rounds import is_caption
from objectives_parser.layout.text.figures import is_head
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.heads import Head
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.layout.text.run_on_heads import header_phrases
from objectives_parser.layout.text.run_on_rows import is_marked, opens_row
from objectives_parser.layout.wrapping import wants_more
from objectives_parser.records import STATEMENTS

_WIDE, _TWICE = 2, 2


def is_spread(lines: Sequence[TextLine]) -> bool:
    """Whether blanks set the words of a header apart, as in text that is laid out by them."""
    return any(b.start - a.end >= _WIDE for line in lines for a, b in pairwise(line.words))


def sure_heads(heads: Sequence[Head], lines: Sequence[TextLine]) -> list[Head]:
    """The headers of which the name of a column has that of the next behind it in its line, both told. Where one name
    in three is unknown, what stands there only once may be anything (`Response Times Minutes`)."""
    counts = Counter(head.texts for head in heads)
    heads = [head for head in heads if not any(map(is_head, lines[head.first : head.end]))]  # over figures
    known = [head for head in heads if 3 * head.unknown < len(head.roles) or counts[head.texts] > 1]
    return known if any(_is_joined(head, lines) for head in known) else []


def _is_joined(head: Head, lines: Sequence[TextLine]) -> bool:
    place = {word: line.number for line in lines[head.first : head.end] for word in line.words}
    told = [
        {place[word] for word in phrase}
        for phrase, role in zip(head.phrases, head.roles, strict=True)
        if role not in ("note", "period")
    ]
    return any(len(own) == 1 and own <= beside for own, beside in pairwise(told))


def are_bulleted_lists(lines: Sequence[TextLine], heads: Sequence[Head]) -> bool:
    """Whether columns of nothing but statements hold bulleted items in rows that are numbered, or whose aims lack the
    bullet: these part the cells."""
    body = lines[heads[0].end :]
    marked = sum(is_marked(line) for line in body)
    if marked < _TWICE or not any("objective" in head.roles and STATEMENTS.issuperset(head.roles) for head in heads):
        return False
    if sum(opens_row(line) and line.words[0].text[0].isdigit() for line in body) >= _TWICE:
        return True
    named = any(header_phrases(line) for head in heads for line in lines[head.first : head.end])
    return named and bool(body) and not is_marked(body[0])


def before_caption(lines: Sequence[TextLine], head: Head, end: int) -> int:
    """The end of a table before what only says what the list below it is of (`Measures of success`), as a paragraph
    of its own; a name of the header's that is printed again is none."""
    named = set(head.texts)
    for at in range(head.end + 1, end):
        line = lines[at]
        apart = line.number > lines[at - 1].number + 1
        if apart and is_caption(line) and line.text.casefold().rstrip(":") not in named:
            return at
    return end


def paragraph_gaps(lines: Sequence[TextLine]) -> list[Gap]:
    """What parts each line from the one above: an empty line, but where the words go on over it."""
    gaps = [Gap.NONE] * len(lines)
    for at, (above, line) in enumerate(pairwise(lines), 1):
        if line.number > above.number + 1 and not _goes_on(above, line):
            gaps[at] = Gap.LINE
    return gaps


def _goes_on(above: TextLine, line: TextLine) -> bool:
    return line.text[0].islower() or wants_more(above.line)
