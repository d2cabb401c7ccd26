"""What one paragraph prints together: labelled lines one under the other, and the note under a statement."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import open_brackets
from objectives_parser.recognizers.fieldlines import starts_field
from objectives_parser.recognizers.flow.labels import labels_statement
from objectives_parser.recognizers.wordings import names_itself
from objectives_parser.roles import header_role, printed_label
from objectives_parser.statements import Statement, cut_at

# "Output: Number of …" among indicators
TYPED = regex.compile(
    r"(?:inputs?|outputs?|outcomes?|efficiency|quality|effectiveness|explanatory|workload)"
    r"(?: (?:measure|indicator)s?)?:\s+(?=\S)",
    regex.IGNORECASE,
)
_OPEN_END = (",", "-", "–", "&", "/", "(")


def label_parts(statement: Statement, context: Context, *, among_measures: bool) -> list[Statement]:
    """A paragraph cut where a label starts a line inside it: `Goal 2: …` under `Goal 1: …`; or, in bold or italics, a
    label without a number; `among_measures`, also where the type of an indicator does."""
    cuts = [0]
    for number, line in enumerate(statement.lines):
        if number and line:
            printed = " ".join([word.text for word in line])
            named = _starts_label(printed, line, context)
            named = named or (names_itself(printed) and _goes_with(statement.lines[cuts[-1] : number], line))
            listed = among_measures and TYPED.match(printed) is not None
            if named or listed or starts_field(printed, context):
                above = [word for before in statement.lines[cuts[-1] : number] for word in before]
                if not open_brackets(above):
                    cuts.append(number)
    bounds = [*cuts, len(statement.lines)]
    parts = [Statement(statement.lines[a:b]) for a, b in itertools.pairwise(bounds)] if len(cuts) > 1 else [statement]
    return [piece for part in parts for piece in _named_inside(part, context)]


def _named_inside(statement: Statement, context: Context) -> list[Statement]:
    """A paragraph cut where names in bold go on inside its lines, behind one that it begins with: `Response: Agreed.
    Planned action: The office will …`."""
    words = statement.words
    if not words or not words[0].bold or all(word.bold for word in words):
        return [statement]
    starts = [at for at, word in enumerate(words) if word.bold and (at == 0 or not words[at - 1].bold)]
    named = [at for at in starts if _is_name(words, at, context)]
    if len(named) < _FEWEST_NAMES or named[0] != 0:
        return [statement]
    states = any(labels_statement(printed_label(_from(words, at), context.vocabulary)) for at in named[1:])
    return list(cut_at(statement, named[1:])) if states else [statement]


def _is_name(words: Sequence[Word], start: int, context: Context) -> bool:
    """Whether bold words from there on are a name that a colon ends, behind the end of a sentence or of a field."""
    end = next((at for at, word in enumerate(words[start:], start) if not word.bold), len(words))
    if not words[end - 1].text.endswith(":") or not 0 < end - start <= _LONGEST_NAME or end == len(words):
        return False
    name = " ".join(word.text for word in words[start:end]).rstrip(":")
    role = header_role(name, context.vocabulary)
    return role is not None and role.strength >= _SURE


def _from(words: Sequence[Word], start: int) -> str:
    return " ".join(word.text for word in words[start:])


_FEWEST_NAMES, _LONGEST_NAME, _SURE = 2, 4, 0.9


def _starts_label(printed: str, line: Sequence[Word], context: Context) -> bool:
    """Whether a line starts with a label that has a number or is set in bold or italics."""
    label = printed_label(printed, context.vocabulary)
    if not labels_statement(label):
        return False
    dated = label.level == "target" and any(map(str.isdigit, label.text))  # `2030 target: …` under `2027 target: …`
    return bool(label.number or dated or line[0].bold or line[0].italic)


def without_note(statement: Statement) -> Statement:
    """The statement without the lines of a starred note under it (`… ASHRAE 90.1* …` / `*American Society of …`)."""
    for number, line in enumerate(statement.lines):
        if number and line and line[0].text.startswith("*") and len(line[0].text) > 1:
            before = [word.text for part in statement.lines[:number] for word in part]
            if any(text.rstrip(".,;").endswith("*") for text in before):
                return attrs.evolve(statement, lines=statement.lines[:number])
    return statement


def _goes_with(above: Sequence[Sequence[Word]], line: Sequence[Word]) -> bool:
    """Whether a line that names what it says stands under another such line (`Outcome: …` over `Indicator: …`,
    `Objective 2. …` over `Threats: …`), or has its name alone in bold."""
    last = above[-1][-1].text
    if last.endswith(_OPEN_END):
        return False
    end = next(at for at, word in enumerate(line, 1) if word.text.endswith(":"))
    bold = all(word.bold for word in line[:end]) and end < len(line) and not line[end].bold
    first = " ".join([word.text for word in above[0]])
    label = printed_label(first)
    labelled_above = label is not None and label.kind == "word" and label.role is not None
    return bold or labelled_above or names_itself(first)
