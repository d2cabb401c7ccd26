"""The words of a row over the whole width of a table: a section's number and name, the kind of the rows below it, or a
note."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.recognizers.form_rows import STATED
from objectives_parser.recognizers.wordings import names_itself
from objectives_parser.records import Kind
from objectives_parser.roles import PrintedLabel, header_role, heading_role, printed_label

_LONGEST_NAME = 30  # words
_LONGEST_KIND, _SURE_KIND = 7, 0.8
_CODE = regex.compile(r"(?:\p{L}{1,4}[-. ]?)?\d{1,3}(?:[-.]\d{1,3})*[a-z]?[.):]?\s+(?:[–—-]\s+)?")


def without_code(text: str) -> str:
    """A title without the number or code that it begins with.

    >>> without_code("B-1: Adopt a building code"), without_code("2.1 Plant trees"), without_code("T1 – Build lanes")
    ('Adopt a building code', 'Plant trees', 'Build lanes')
    """
    found = _CODE.match(text)
    return text[found.end() :] if found is not None else text


def without_number(text: str) -> str:
    """A section's name without the number or letter before it and the colon behind it."""
    head, _, rest = text.partition(" ")
    bare = head.strip("().:")
    is_number = head != bare and (
        bare.isdigit() or (len(bare) <= 3 and bare.isalnum() and not bare.isalpha()) or len(bare) == 1
    )
    return rest.strip().rstrip(":") if is_number and rest else text.rstrip(":")


def same_numbering(one: PrintedLabel, other: PrintedLabel) -> bool:
    """Whether two section labels count alike: `2.` ends what stands in `1.`, `a.` does not."""
    return one.text[:1].isdigit() == other.text[:1].isdigit() and one.text.count(".") == other.text.count(".")


def up_to_name(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to one that names something else than the first (`Indicator 1: …` over `Source of data: …`)."""
    cut = next((at for at, line in enumerate(lines) if at and names_itself(line.text)), len(lines))
    return lines[:cut]


def announces_kind(text: str, context: Context) -> bool:
    """Whether a full-width row only names the kind of the rows below (`Milestone Summary`); one that bears a number or
    letter of its own, or a name behind its label (`Component 2: Utility reform`), is a section."""
    label = printed_label(text, context.vocabulary)
    grouped = label is not None and label.kind == "word" and label.role is None
    named = label is not None and (label.number is not None or (grouped and label.end < len(text)))
    if named or (label is not None and label.kind == "number"):
        return False
    role = heading_role(text, context.vocabulary) or header_role(text, context.vocabulary)
    return role is not None and role.strength >= 0.75


def listed_kind(cell: Cell, context: Context) -> Kind | None:
    """The kind that the first line of a cell names for the lines below it: `Success criteria` over bullets."""
    if len(cell.lines) < 2 or not (cell.marks or any(map(starts_item, cell.lines[1:]))):
        return None
    name = cell.lines[0].text
    role = header_role(name, context.vocabulary) if len(name.split()) <= _LONGEST_KIND else None
    return STATED.get(role.role) if role is not None and role.strength >= _SURE_KIND else None


def is_row_note(text: str, context: Context) -> bool:
    """`Rationale: …`, `Note: …` over the width of a table, or more words than a name has."""
    head, colon, rest = text.partition(":")
    role = header_role(head, context.vocabulary) if colon and rest else None
    return len(text.split()) > _LONGEST_NAME or (role is not None and role.role == "note")
