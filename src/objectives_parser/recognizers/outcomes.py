"""Aims that tell how things shall be (`All children can read`), and titles whose parts show that they are aims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.parts import names_part
from objectives_parser.recognizers.wordings import asks_how
from objectives_parser.roles import Vocabulary, header_role, heading_role, printed_label
from objectives_parser.statements import block_statement

# "Residents feel safe", "Fewer people are harmed", "Everyone has a home": a subject, then how it fares
_OUTCOME = regex.compile(
    r"(?!how|what|why|when|where|which|who|there|this|these|it\b)\p{Lu}[^.:;?]{3,60}?\s"
    r"(?:is|are|has|have|can|will|feels?|enjoys?|receives?|thrives?)\s\p{Ll}",
    regex.IGNORECASE,
)
# "Our performance metrics for this outcome", "Why this objective matters", "How we will achieve this"
_CALLS = regex.compile(
    r"\bthis (?:(?:priority|strategic|key|well-?being|high-level) )?(?:outcome|objective|priority|goal|ambition)\b|"
    r"^how (?:we will|will we|we[’']ll|we are going to|we plan to|we intend to|do we) (?:achieve|deliver|get|reach) "
    r"(?:this|these|it|there)\W*$",
    regex.IGNORECASE,
)
_SHORTEST, _LONGEST = 4, 25
_NEAR = 2  # blocks
_LONGEST_TITLE = 14
_NAMED = 0.7
_DEEPEST = 9
_LONGEST_HEADER = 60


def tells_outcome(text: str) -> bool:
    """Whether a line is a clause that tells a state to be reached."""
    words = text.split()
    told = _SHORTEST <= len(words) <= _LONGEST and not text.endswith((":", "?"))
    return told and _OUTCOME.match(text) is not None


# "Output 1: …", "Outputs:"
_SURELY = 0.95
_OUTPUT = regex.compile(r"Outputs?(?: \d| ?:)", regex.IGNORECASE)


def results_chain(blocks: Sequence[object]) -> frozenset[str]:
    """The levels of a chain of results that tell that a document has one: its outputs."""
    said = (
        block.lines[0].text for block in blocks if isinstance(block, Heading | Paragraph | ListItem) and block.lines
    )
    return frozenset(("output",)) if any(_OUTPUT.match(text) for text in said) else frozenset()


def titles_over_parts(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of sister headings each of which has the same parts under it: what will be done, and how one will
    know (`A greener borough` over `What we will do` and `How we will know`, as `Homes for all` is), or a part that says
    what stands over it (`Our projects for this outcome`): the plan's aims."""
    headings = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Heading)]
    levels: dict[int, list[tuple[int, frozenset[str]]]] = {}
    called: dict[int, list[tuple[int, frozenset[str]]]] = {}
    for place, (at, block) in enumerate(headings):
        parts: dict[str, str] = {}
        calling: set[str] = set()
        nearest = _DEEPEST
        for _, other in headings[place + 1 :]:
            if other.level <= block.level:
                break
            text = block_statement(other.lines).text
            nearest = min(nearest, other.level)
            if other.level == nearest and _CALLS.search(text):
                calling.add(text.casefold().strip(" :?"))
            if other.level == block.level + 1:
                role = heading_role(text, vocabulary)
                if role is not None and role.role == "objective" and role.strength >= _SURELY:
                    parts = {}
                    break  # `Objective` under it says what is aimed at
                kind = _part_kind(text, vocabulary)
                if kind is not None:
                    parts[kind] = text.casefold().strip(" :?")
        if {"action", "measure"} <= parts.keys() and _is_title(block, vocabulary, _LONGEST_TITLE):
            levels.setdefault(block.level, []).append((at, frozenset(parts.values())))
        if calling and _is_title(block, vocabulary, _LONGEST):
            called.setdefault(block.level, []).append((at, frozenset(calling)))
    return _sisters(levels, len(("action", "measure"))) | (_sisters(called, 1) if len(called) == 1 else frozenset())


def titles_in_tables(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of headings over lists or tables that a table's column of aims names again (`Roads that everyone
    can share` over what will be done, and in the column `Priority` of the table of measures): two of one level at
    least."""
    named = {text for block in blocks if isinstance(block, Table) for text in _aims_named(block, vocabulary)}
    levels: dict[int, list[int]] = {}
    for at, block in enumerate(blocks) if named else ():
        if not isinstance(block, Heading) or _said(block_statement(block.lines).text) not in named:
            continue
        if _holds_deeds(blocks[at + 1 : at + 1 + _NEAR], named) and _is_title(block, vocabulary, _LONGEST):
            levels.setdefault(block.level, []).append(at)
    return frozenset(at for sisters in levels.values() if len(sisters) > 1 for at in sisters)


def _holds_deeds(following: Sequence[object], named: set[str]) -> bool:
    """Whether a list or a table stands below, behind a paragraph at most that introduces it; not the table itself that
    names the aims."""
    if not following or isinstance(following[0], Heading):
        return False
    held = next((block for block in following if not isinstance(block, Paragraph)), None)
    if isinstance(held, Table):
        return not any(_said(cell.text) in named for cell in held.cells if cell.column == 0)
    return held is following[0] and isinstance(held, ListItem)


def _aims_named(table: Table, vocabulary: Vocabulary) -> Iterator[str]:
    """What the cells of a table's first column say, if its header calls them aims."""
    head = next((cell for cell in table.cells if cell.row == 0 and cell.column == 0), None)
    role = header_role(head.text, vocabulary) if head is not None and len(head.text) < _LONGEST_HEADER else None
    if role is not None and role.role == "objective" and role.strength >= _NAMED:
        yield from (_said(cell.text) for cell in table.cells if cell.row and cell.column == 0)


def _said(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:")


def _sisters(levels: Mapping[int, Sequence[tuple[int, frozenset[str]]]], shared: int) -> frozenset[int]:
    """The positions that share so many parts with another of their level."""
    return frozenset(
        at
        for sisters in levels.values()
        for at, parts_of in sisters
        if sum(len(parts_of & other) >= shared for _, other in sisters) > 1
    )


def _part_kind(text: str, vocabulary: Vocabulary) -> str | None:
    role = heading_role(text, vocabulary)
    if role is None:
        return asks_how(text)
    told = "measure" if role.role == "milestone" or role.term.startswith("what success") else role.role
    return told if role.strength >= _NAMED else None


def _is_title(block: Heading, vocabulary: Vocabulary, longest: int) -> bool:
    text = block_statement(block.lines).text
    if not 2 <= len(text.split()) <= longest or text.endswith((":", "?")) or names_part(text):
        return False
    label, role = printed_label(text, vocabulary), header_role(text, vocabulary)
    return (label is None or label.kind == "number") and (role is None or role.strength < 0.75)
