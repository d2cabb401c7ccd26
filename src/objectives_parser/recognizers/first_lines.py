"""The first lines of a document without a cover: its title, the body and the person that they name."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Document, Furniture, Heading, Line, Paragraph, Table
from objectives_parser.drafts import Context, plain
from objectives_parser.recognizers.publisher import is_any_body, is_organisation
from objectives_parser.roles import printed_label

_MOST_BLOCKS, _MOST_LINES, _LONGEST = 8, 12, 16  # the longest in words
_TITLE_ROWS = 4
# "Town of Cutler | 2025 Hazard Plan", "Statistics Bureau — Work Programme 2025"
_BARS = regex.compile(r"\s+[|·]\s+")
_DASH = regex.compile(r"\s+[—–]\s+")
# What a document is, by its last noun: "Strategic Plan", "Annual Work Programme 2026", "Objectives for 2015 to 2016"
_PLAN = regex.compile(
    r"\b(?:plans?|strategy|framework|roadmap|road map|agenda|scorecard|charter|contract|agreement|"
    r"(?:work|action|delivery|annual|corporate|statistical) program(?:me)?|expectations|"
    r"(?:performance|individual|annual|secretary|director general|executive|\d{4}|board|council) (?:objectives|goals)|"
    r"(?:objectives|goals|commitments|priorities) (?:for )?(?:FY\s?)?\d{2,4})\b",
    regex.IGNORECASE,
)
_SENTENCE = regex.compile(
    r"\b(?:is|are|was|were|will|has|have|this|these|our|we|you|please|download|read|view|click|see|updated|back|skip|menu|page)\b"
    r"|[.:;,!?]$|^[\W\d]+$|https?:|@|^(?:example|jan\w*|feb\w*|march|april|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*)\b",
    regex.IGNORECASE,
)
_PERIOD = regex.compile(r"(?:for )?(?:FY\s?)?\d{4}(?:\s?(?:[-–/]|to)\s?(?:FY\s?)?\d{2,4})?$", regex.IGNORECASE)
_OPEN = regex.compile(r"\b(?:individual|performance|and|for|of|the|to|&)$|[-–:]$", regex.IGNORECASE)
_ODD_HEAD = regex.compile(r"^[^\p{L}\p{N}“\"'‘(]+")
_MANY_CAPITALS = 0.6
# "Sir Alan Prosser", "Harriet Loxley", "Dr Isobel Crane CB"
_HONORIFIC = r"(?:Sir|Dame|Lord|Lady|Baroness|Dr|Prof|Professor|Mr|Mrs|Ms|Rt Hon|The Hon)\.?"
_PERSON = regex.compile(
    rf"(?:{_HONORIFIC}\s)?\p{{Lu}}[\p{{L}}’'-]+(?:\s\p{{Lu}}\.)?(?:\s\p{{Lu}}[\p{{L}}’'-]+){{1,2}}(?:\s[A-Z]{{2,4}})?$"
)
_TITLED = regex.compile(rf"{_HONORIFIC}\s")
_NAMED = regex.compile(
    r"Name:?\s+(?P<name>[^:]{4,50}?)\s+(?:Department|Organi[sz]ation|Ministry|Agency):?\s+(?P<body>[^:]{4,70})$"
)
# "Implementing partner: Ministry of Works"
_SAID = regex.compile(
    r"^(?:implementing (?:partner|agency|entity)|responsible (?:body|ministry|agency)|organi[sz]ation|agency|"
    r"ministry|department|institution|entity|council|municipality|published by|prepared by):\s*",
    regex.IGNORECASE,
)
# A table's header, flattened: what follows is a name and a body without anything between them.
_NAME_AND_BODY = regex.compile(r"Name\W+(?:Department|Organi[sz]ation|Ministry|Agency)$", regex.IGNORECASE)
_POST = regex.compile(
    r"(?:permanent|chief|director|secretary|minister|head|commissioner|accounting)\b", regex.IGNORECASE
)


@attrs.frozen(kw_only=True)
class FirstLines:
    """What the first lines say: the title of the plan, the body and the person; None for what they do not."""

    title: str | None = None
    organisation: str | None = None
    person: str | None = None


def first_lines(document: Document, context: Context) -> FirstLines:
    """What stands over everything else: before the first table, the first list and the first running text."""
    by_line = document.media_type in ("text/plain", "text/markdown")
    lines = list(_lines(document.blocks or (), by_line=by_line))
    person, body = _who(lines)
    person = person or next((name for line in lines if (name := _person_in(line)) is not None), None)
    parts = [part for line in lines for part in _parts(line)]
    named = next((name for part in parts if (name := _body_in(part)) is not None), None)
    return FirstLines(title=_title(lines, context), organisation=body or named, person=person)


def _lines(blocks: Sequence[Block], *, by_line: bool) -> Iterator[str]:
    """The short lines at the head; of text that a converter ran together each line by itself (``by_line``)."""
    told = (text for block in itertools.islice(blocks, _MOST_BLOCKS) for text in _texts(block, by_line=by_line))
    for text in itertools.islice(told, _MOST_LINES):
        if text is None or len(text.split()) > _LONGEST:
            return
        yield text


def _texts(block: Block, *, by_line: bool) -> Iterator[str | None]:
    """A block's lines; None where the head of the document is over."""
    if isinstance(block, Heading):
        yield _joined(block.lines)
    elif isinstance(block, Paragraph | Furniture):
        whole = _joined(block.lines)
        if isinstance(block, Paragraph) and len(whole.split()) > _LONGEST and len(block.lines[0].words) > _LONGEST // 2:
            yield None
        yield from (_joined((line,)) for line in block.lines) if by_line else (whole,)
    elif isinstance(block, Table):
        yield from _rows_over(block)
    else:
        yield None


def _rows_over(table: Table) -> Iterator[str | None]:
    """The rows at the head of a table with one cell each, as a spreadsheet has them over its header."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row <= _TITLE_ROWS and cell.text.strip():
            rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
    alone = list(itertools.takewhile(lambda texts: len(texts) == 1, (rows[row] for row in sorted(rows))))
    yield from (texts[0] for texts in alone[:_TITLE_ROWS])
    if len(alone) < len(rows):
        yield None


def _parts(line: str) -> list[str]:
    """What stands between bars; a dash parts only a body from its plan."""
    return [part for piece in _BARS.split(line) for part in _beside_body(piece)]


def _beside_body(piece: str) -> list[str]:
    parts = _DASH.split(piece)
    return parts if len(parts) > 1 and any(map(is_organisation, parts)) else [piece]


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _title(lines: Sequence[str], context: Context) -> str | None:
    """The first line, or the part of one beside the body's name, that says what plan this is; of two that say the same
    the one with its years."""
    best: str | None = None
    for at, line in enumerate(lines):
        whole = _with_more(lines, at)
        for part in (whole,) if whole != line else _parts(line):
            text = _ODD_HEAD.sub("", part).strip()
            if not _is_title(text, context):
                continue
            if best is None:
                best = text
            elif plain(best) in plain(text) and plain(best) != plain(text) and any(map(str.isdigit, text)):
                return text
    return best


def _with_more(lines: Sequence[str], at: int) -> str:
    """A line with the one behind it where its title goes on there: in capitals, or with the period alone."""
    line, following = lines[at], next(iter(lines[at + 1 : at + 2]), "")
    if following and (_PERIOD.match(following) and not any(map(str.isdigit, line))):
        return f"{line} {following}"
    if following.isupper() and line.isupper() and _OPEN.search(line):
        return f"{line} {following}"
    return line


def _is_title(text: str, context: Context) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _LONGEST or _SENTENCE.search(text) or not _PLAN.search(text) or is_organisation(text):
        return False
    label = printed_label(text, context.vocabulary)
    if label is not None and label.end < len(text):
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return (words[0][0].isupper() and (capitals >= _MANY_CAPITALS * len(long) or len(words) <= 6)) or words[0].isdigit()


def _body_in(part: str) -> str | None:
    """The body that a part of a line is, or begins with before its address: `Maple Hospital, 40 Hospital Drive`."""
    before, comma, after = part.partition(", ")
    name = _SAID.sub("", before if comma and after[:1].isdigit() else part)
    return name if is_organisation(name) and not is_any_body(name) else None


def _who(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The person and the body: `Marian Hollis, Department for Roads`, `Name: … Department: …`, or both beside each
    other under the header of a table that was flattened."""
    for at, line in enumerate(lines):
        if (named := _NAMED.search(line)) is not None and is_organisation(named.group("body")):
            return named.group("name"), named.group("body")
        name, *rest = line.split(", ")
        body = rest[-1] if rest else ""
        if rest and is_organisation(body) and is_person(name) and all(_POST.match(post) for post in rest[:-1]):
            return name, body
        if at and _NAME_AND_BODY.search(lines[at - 1]):
            for count in (4, 3, 2):
                words = line.split()
                name, body = " ".join(words[:count]), " ".join(words[count:])
                titled = _TITLED.match(name) is not None
                if count == 2 + titled and is_person(name) and is_organisation(body):
                    return name, body
    return None, None


# "Name: Harriet Loxley", "Harriet Loxley: objectives for 2031", "Dame Ada Crane DCB, Permanent Secretary"
_PERSON_SAID = regex.compile(r"(?:Permanent Secretary|Post ?holder|Name):?\s+(?P<name>[^:,]{4,50})$")
_PERSON_OF = regex.compile(r"(?P<name>[^:,]{4,50}): (?:[Pp]erformance )?[Oo]bjectives\b")
_HONOURED = regex.compile(rf"(?P<name>{_HONORIFIC}\s[^:,]{{4,40}}?)(?:\s[A-Z]{{2,4}})?(?:, (?P<post>[^:,]+))?$")


def _person_in(line: str) -> str | None:
    """The person whose name a line says, or is."""
    said = _PERSON_SAID.match(line) or _PERSON_OF.match(line)
    if said is not None:
        name = said.group("name")
        return name if is_person(name) and not _POST.match(name) else None
    honoured = _HONOURED.match(line)
    if honoured is None or not is_person(honoured.group("name")):
        return None
    post = honoured.group("post")
    return honoured.group("name") if post is None or _POST.match(post) else None


def is_person(text: str) -> bool:
    return _PERSON.match(text) is not None and not is_organisation(text) and not _PLAN.search(text)
