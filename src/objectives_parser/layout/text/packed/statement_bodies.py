"""Headers of nothing but statements that stand one under the other, and what stands under each: lines, the titles over
rows among them, and the header's cells where they are printed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.bodies import end_under, gaps_of
from objectives_parser.layout.text.packed.edges import printed_at_edges
from objectives_parser.layout.text.packed.heads import Head, as_head, head_cell
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, heading_role

_SUBJECTS = frozenset({"objective", "action"})
_VALUED = frozenset({"target", "baseline"})
_SUCCESS = regex.compile(r"\bsuccess\b|\blooks? like\b", regex.IGNORECASE)
_NUMBERED = regex.compile(r"(?:\d{1,2}|\p{Lu})[.)]$")
_SHARE = regex.compile(r"\s?[(\[][^()\[\]]{0,30}\d\s?%[)\]]$")
_MOST_BAND_LINES, _LONGEST_BAND = 2, 7


@attrs.frozen(kw_only=True, eq=False)
class StatementBody:
    """What stands under a header: its lines with words and what parts them, the titles over rows by the number of the
    line that stands behind each, and the lines that the pages carry or print again. ``last`` is its last line's place
    among all lines."""

    head: Head
    lines: tuple[TextLine, ...]
    gaps: tuple[Gap, ...]
    bands: tuple[tuple[int, tuple[Line, ...]], ...]
    feet: tuple[Line, ...]
    again: tuple[Line, ...]
    last: int

    @property
    def about(self) -> bool:
        """Whether the first column has what the rows are about."""
        return self.head.roles[0] in _SUBJECTS


def statement_bodies(lines: Sequence[TextLine]) -> Iterator[StatementBody]:
    """The headers of nothing but statements among the lines, with what stands under them."""
    found = list(_heads(lines))
    edges = printed_at_edges(lines) if found else frozenset()
    titles = frozenset(text for head in found for text in head.texts)
    for number, head in enumerate(found):
        following = found[number + 1].first if number + 1 < len(found) else len(lines)
        end = end_under(lines, head, following, in_line=False)
        if not any(_names_field(lines, at) for at in range(head.end, end)):
            yield _body(lines, head, end, edges, titles)


def _names_field(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a name of a column of fields stands at a line behind an empty one (`Target date`): this table's."""
    if not lines[at].words or lines[at - 1].words:
        return False
    found = head_cell(lines, at)
    alone = found is not None and not (found[2] < len(lines) and lines[found[2]].words)
    dated = any(map(str.isdigit, lines[at].text)) and (found is None or found[0].role not in _VALUED)
    if found is None or not alone or dated or found[0].role in STATEMENTS:
        return False
    return found[0].role != "note" or found[0].strength == 1.0  # `Better lesson observation` is an aim


def _body(
    lines: Sequence[TextLine], head: Head, end: int, edges: frozenset[int], titles: frozenset[str]
) -> StatementBody:
    kept: list[TextLine] = []
    bands: list[tuple[int, tuple[Line, ...]]] = []
    feet: list[Line] = []
    again: list[Line] = []
    at = head.end
    while at < end:
        line = lines[at]
        count = 1
        if not line.words:
            kept.append(line)
        elif line.number in edges:
            feet.append(line.line)
        elif count := _repeated(lines[at:end], titles):
            again += [line.line for line in lines[at : at + count]]
        elif count := _band(lines[at:end], apart=not (at and lines[at - 1].words)):
            bands.append((lines[at + count - 1].number, tuple(line.line for line in lines[at : at + count])))
        else:
            kept.append(line)
            count = 1
        at += count
    return StatementBody(
        head=head,
        lines=tuple(line for line in kept if line.words),
        gaps=tuple(gaps_of(kept)),
        bands=tuple(bands),
        feet=tuple(feet),
        again=tuple(again),
        last=max(at for at in range(head.first, end) if lines[at].words),
    )


def _repeated(lines: Sequence[TextLine], titles: frozenset[str]) -> int:
    """How many lines from the first on are a header's cell again."""
    text = ""
    for count, line in enumerate(lines[:_MOST_BAND_LINES], 1):
        text = f"{text} {line.text}".strip().casefold()
        if line.words and text in titles:
            return count
    return 0


def _band(lines: Sequence[TextLine], *, apart: bool) -> int:
    """How many lines from the first on, behind an empty line, are a title over rows: `Corporate objectives`, `B.
    Corporate` over `objectives`, `Finance (25%)`."""
    text = ""
    for count, line in enumerate(lines[:_MOST_BAND_LINES] if apart else (), 1):
        if not line.words:
            break
        text = f"{text} {line.text}".strip()
        if len(text.split()) > _LONGEST_BAND:
            break
        if _titles_rows(text):
            return count
    return 0


def _titles_rows(text: str) -> bool:
    if not text[0].isupper() and not _NUMBERED.match(text.split()[0]):
        return False
    if _SHARE.search(text):
        return True
    role = heading_role(text)
    plural = text.rstrip(":")[-1:] == "s" and len(text.split()) > 1
    return role is not None and role.role == "objective" and plural


# --- headers --------------------------------------------------------------------------------------------------------


def _heads(lines: Sequence[TextLine]) -> Iterator[Head]:
    """The headers; where only some of a header's cells stand again they are no other one."""
    last: Head | None = None
    at = 0
    while at < len(lines):
        cells, end = _cells_at(lines, at) if lines[at].words else ([], at + 1)
        head = as_head(at, end, cells) if all(role in STATEMENTS for role, _ in cells) else None
        again = head is not None and last is not None and head.roles[0] not in _SUBJECTS and _is_part(head, last)
        if head is not None and not again:
            yield head
            last = head
        at = max(end, at + 1)


def _is_part(head: Head, whole: Head) -> bool:
    return len(head.texts) < len(whole.texts) and set(head.texts) <= set(whole.texts)


def _cells_at(lines: Sequence[TextLine], first: int) -> tuple[list[tuple[str, tuple[Word, ...]]], int]:
    """The header cells that stand one under the other from a line on, and where they end."""
    named: list[tuple[str, tuple[Word, ...]]] = []
    at = end = first
    while at < len(lines):
        found = _first_cell(lines, at) if at == first else head_cell(lines, at)
        if found is None:
            break
        role, words, found_end = found
        name = _role_beside(role.role, words, [before for before, _ in named])
        if name in STATEMENTS and name in (before for before, _ in named):
            break  # `Delivery objectives` over the first rows, under a column of objectives
        named.append((name, words))
        at = end = found_end
        while at < len(lines) and not lines[at].words:
            at += 1
    return named, end


def _role_beside(role: str, words: Sequence[Word], before: Sequence[str]) -> str:
    """`What success looks like` beside objectives: how one will tell."""
    asked = role == "objective" and role in before and _SUCCESS.search(" ".join(word.text for word in words))
    return "measure" if asked else role


def _first_cell(lines: Sequence[TextLine], at: int) -> tuple[HeaderRole, tuple[Word, ...], int] | None:
    """The header cell at a line, which may be numbered (`1. Delivery objectives`) where the next table's is as well."""
    line = lines[at]
    if len(line.words) < 2 or not _NUMBERED.match(line.words[0].text):
        return head_cell(lines, at) if line.text[:1].isupper() else None
    bare = attrs.evolve(line, words=line.words[1:])
    found = head_cell([bare, *lines[at + 1 : at + 1 + _MOST_BAND_LINES]], 0)
    if found is None or found[0].role != "objective":
        return None
    role, words, end = found
    return role, (line.words[0], *words), at + end
