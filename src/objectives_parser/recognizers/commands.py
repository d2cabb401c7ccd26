"""Paragraphs that command something under goals which are only named: `Goal 2: Housing` over `Zone land for homes near
the station.` and `Work with the county on a housing trust.`, without any heading or bullet that would say so."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import tells
from objectives_parser.statements import Statement, block_statement, cut_at

_LEAST, _SHARE, _PAIR = 3, 0.6, 2
_SHORTEST, _LONGEST = 3, 90  # words
_LONGEST_TITLE = 14
# "For the fall meeting, prepare …"
_FOR = regex.compile(r"For (?!example|instance)(?:the |our |each |all )?[\p{L}\d’' -]{3,50},\s+")
# "Lead minister: …"
_FIELD = regex.compile(r"(?:[^\s:]+ ){0,3}[^\s:]+: ")


def commands_under_goals(blocks: Sequence[object], context: Context) -> frozenset[int]:
    """The positions of the paragraphs right under labelled goals that command something, where most do so and one goal
    at least has several."""
    sections = _sections(blocks, context)
    told = [[at for at in section if commands(block_text(blocks[at]))] for section in sections]
    count = sum(map(len, told))
    if count < _LEAST or count < _SHARE * sum(map(len, sections)) or max(map(len, told)) < _PAIR:
        return frozenset()
    return frozenset(at for found in told for at in found)


def _sections(blocks: Sequence[object], context: Context) -> list[list[int]]:
    """The positions of the plain paragraphs right under each numbered goal."""
    sections: list[list[int]] = []
    inside = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading | Paragraph):
            text = block_text(block)
            label = label_of(text, context) if text[:1].isupper() and len(text) < 400 else None
            if label is not None and label.kind == "word" and label.role is not None:
                words = len(text[label.end :].split())
                inside = label.role == "objective" and bool(label.number) and 0 < words <= _LONGEST_TITLE
                if inside:
                    sections.append([])
            elif isinstance(block, Heading):
                inside = False
            elif inside:
                sections[-1].append(at)
        elif not isinstance(block, ListItem | Furniture):
            inside = False
    return [section for section in sections if section]


def block_text(block: object) -> str:
    """The words of a heading or a paragraph."""
    assert isinstance(block, Heading | Paragraph)
    return block_statement(block.lines).text


def commands(text: str) -> bool:
    """Whether a paragraph commands something: `Support the study …`, `For the fall meeting, prepare …`."""
    if not _SHORTEST <= len(text.split()) <= _LONGEST or _FIELD.match(text):
        return False
    leading = _FOR.match(text)
    return tells(text[leading.end() :] if leading else text)


def promised_parts(statement: Statement) -> tuple[Statement, ...]:
    """The sentences of such a paragraph that each command or promise something, what explains one left with it."""
    words = statement.words
    cuts = [at for at in statement.starts if _begins_deed(" ".join(word.text for word in words[at : at + 40]))]
    return cut_at(statement, cuts) if cuts else (statement,)


def _begins_deed(text: str) -> bool:
    return commands(text) or promises(text.partition(". ")[0])
