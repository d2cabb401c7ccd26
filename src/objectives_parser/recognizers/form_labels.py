"""What the labels of a form say: which number it bears, which level its aim has, and what the value beside one is."""

from __future__ import annotations

from collections.abc import Container

from objectives_parser import late as regex
from objectives_parser.document import Cell
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.form_rows import FormRow
from objectives_parser.recognizers.open_forms import OpenForm
from objectives_parser.recognizers.wordings import answers_only, is_answer, is_rank
from objectives_parser.roles import HeaderRole, header_role, is_imperative, may_be_verb, printed_label

# "Measure", "Name of the measure": of something, or one that is taken
_BARE_MEASURE = regex.compile(r"^(?:(?:name|title) of (?:the )?)?measure(?: (?:name|title))?\W*$", regex.IGNORECASE)
# "Project title", "Action 4", "Action W1.2", "Number and name of the commitment": the first row says what it is about
_NAMES = regex.compile(
    r"\b(?:title|name|action|commitment|project|measure|recommendation|initiative|intervention)"
    r"(?: (?:no\.? ?)?\p{L}{0,2}\d+(?:[.-]\d+){0,2})?\W*$",
    regex.IGNORECASE,
)
# "Action 2025-01", "Project No. 7", "Strategy A-3"
_NUMBERED = regex.compile(
    r"(?:(?:mitigation|adaptation|priority|proposed|corrective) )?"
    r"(?:action|project|measure|initiative|strategy|objective|goal) "
    r"(?:item )?(?:no\.? ?|number |#)?[\p{Lu}\d]{1,5}(?:[-.–][\p{Lu}\d]{1,5}){0,3}$",
    regex.IGNORECASE,
)
# "NAP 2024-2026: Commitment Template": what the form is, not what it is about
_TEMPLATE = regex.compile(r"\b(?:template|pro-?forma|form)\W*$", regex.IGNORECASE)
# `Measure | Methodology`, `Survey question`: how it is counted
_METHOD = regex.compile(r"method|demonstrated through|survey question|evidence$")
_LABEL_NUMBER = regex.compile(r"\s*\d+(?:[.-]?(?:\d+|\p{Lu}))*\W*$")
# Aims whose names alone tell which of two serves the other
_DEPTHS = ("goal", "objective", "strategy")
_TARGET_WORDS = 4
"""Words of a target that says itself what is to be reached, at least."""


def unnumbered(label: str) -> str:
    """A label as it compares with others: `Objective 2:` like `Objective 1`, `Objective 2A`."""
    return str(_LABEL_NUMBER.sub("", label)).casefold()


def names_subject(label: str) -> bool:
    """Whether a label (`Project title`, `Action 4`) stands beside what its form is about."""
    return _NAMES.search(label) is not None


def names_template(text: str) -> bool:
    """Whether a row over the whole width only says what the form is."""
    return _TEMPLATE.search(text) is not None


def numbers_form(text: str, context: Context) -> bool:
    """`Action 2025-01`, `Performance measure 1.1` over a form: the number of what the form is about."""
    if _NUMBERED.match(text) and header_role(text.split()[0], context.vocabulary) is not None:
        return True
    label = printed_label(text, context.vocabulary)
    named = label is not None and label.kind == "word" and label.role is not None and label.end >= len(text)
    return named and label is not None and bool(label.number)


def level_of(row: FormRow, form: OpenForm, standing: Container[str], context: Context) -> str | None:
    """The level of the aim that a row states: numbered in its label, or below the aim that stands open (`Goal` over
    `Objective`, `City goal` over `Department goal`), or as deep as one of those ``standing`` above it."""
    if row.label is None or row.role is None or row.role.role != "objective":
        return None
    label = printed_label(cell_text(row.label), context.vocabulary)
    if label is not None and label.level is not None and label.number:
        return label.level
    level, above = row.role.level, _plain_level(form.aim_level)
    if level not in _DEPTHS:
        return None
    name = cell_text(row.label).casefold().rstrip(" :")
    if form.aim is not None and level == above and _names_wider(form, name):
        return name
    deeper = form.aim is not None and above in _DEPTHS and _DEPTHS.index(above) < _DEPTHS.index(level)
    return level if form.aim is None or deeper or level in standing else None


def _plain_level(level: str | None) -> str | None:
    """`goal` for the level `department goal`, which stands below another goal."""
    return level.split()[-1] if level else None


def _names_wider(form: OpenForm, name: str) -> bool:
    """Whether the row right above states an aim of the same level by another name that has no number: `City goal` over
    `Department goal`."""
    above = cell_text(form.label).casefold().rstrip(" :") if form.label is not None else ""
    aims = form.role is not None and form.role.role == "objective"
    return (
        aims and above != name and not any(map(str.isdigit, above + name)) and above.split()[-1:] == name.split()[-1:]
    )


def meaning(cell: Cell, label: str, role: HeaderRole, form: OpenForm, *, taken: bool) -> str:
    """The role of a value: that of its label, where neither the value nor the rest of the form speaks against it.
    ``taken`` says that a measure of this form is one that is taken. A form in which something is measured knows it
    from then on."""
    match role.role:
        case "objective" if is_rank(cell_text(cell)):
            return "note"  # `Priority | High`
        case "action" if answers_only(label, cell_text(cell)):
            return "status" if is_answer(cell_text(cell)) else "note"
        case "target" if len(cell_text(cell).split()) >= _TARGET_WORDS and not form.measured:
            return "measure"
        case "measure" if form.measured and _METHOD.match(role.term):
            return "note"
        case "measure":
            form.measured = not (taken and _BARE_MEASURE.search(label))
            return "measure" if form.measured else "action"
        case "commitment-text" if form.title is not None and not _promises(cell, role):
            return "note"
    return role.role


def _promises(cell: Cell, role: HeaderRole) -> bool:
    """Whether a description says what will be done, and not only what its title means (`Description` under
    `Project title`)."""
    text = cell_text(cell)
    listed = any(starts_item(line) for line in cell.lines)
    return role.strength >= 0.8 or listed or is_imperative(text) or " will " in text or _may_command(text)


def _may_command(text: str) -> bool:
    """`Close Quay Street to cars.`: whether a sentence begins with a word that may be a verb, and a thing behind it."""
    first, following, *_ = [*text.split(), "", ""]
    return text.endswith(".") and may_be_verb(first.casefold()) and following[:1].isalnum() and following not in _JOINTS


_JOINTS = frozenset(("of", "for", "in", "to", "and", "or", "is", "are", "was", "has", "will", "on", "with", "by", "at"))
