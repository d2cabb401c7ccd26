"""What the cells of a column say together: states, dates, numbers of rows, names, commands, what is measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from objectives_parser import late as regex
from objectives_parser.recognizers.bare import is_role
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.wordings import is_state, is_to_do, tells
from objectives_parser.records import Kind
from objectives_parser.roles import header_role, is_noun_phrase, printed_label
from objectives_parser.roles.forms import is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import due_in_statement, is_date_only, is_timeless

MOSTLY, MORE, HALF = 0.7, 0.6, 0.5  # of a column's cells
MEASURED = 0.55  # the probability of a measure by its words
_LONGEST_NAME = 8  # words
_FEWEST_NAMED = 2
_KINDS: tuple[Kind, ...] = ("objective", "measure", "milestone", "action")
# "On track", "A/R", "B", "50%", "In progress (50%)"
_GRADE = regex.compile(
    r"(?:[RAGB]\b\W?){1,3}|(?:dark |light )?(?:red|amber|yellow|green|blue)(?:[ /-]+(?:red|amber|green))?",
    regex.IGNORECASE,
)
# "Planning Unit", "Cllr Webb", "A. Rahman", "HR; ICT"
_BODY = regex.compile(
    r"\b(?i:departments?|dept|ministry|directorate|division|unit|team|council|office|services?|agency|authority|bureau|"
    r"committee|board|commission|institute|university|college|group|partnership|association|society|police|hospital|"
    r"trust|branch|section|bank|forum|secretariat|cllr|councillor|dr|mr|mrs|ms|staff|manager|director|officer|head|"
    r"lead|leader|coordinator|chief|principal|minister|mayor|finance|planning|communications|legal|it|hr|ict|all)\b|"
    r"^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|^\p{Lu}{2,6}(?:[\s,;/&]+\p{Lu}{2,6})*$"
)
_GERUND = regex.compile(r"\p{Lu}\p{L}+ing\s\p{L}+\s\p{L}")  # "Building stronger skills"
_STAGE = regex.compile(r"(?:being )?(?:\p{L}+ )?\p{L}+(?:ed|ing)\W*$", regex.IGNORECASE)  # "Launched", "Being designed"
_NAME = r"(?:\p{Lu}[\p{L}’'.-]*+|of|and|the|for|&)"
_TITLE = regex.compile(rf"{_NAME}(?:[\s,;/]+{_NAME})*+$")  # "County Transit; State Rail"
_LONGEST_STATE, _LONGEST_SPAN = 3, 5
_NO_NAME = regex.compile(r"\d|\p{Ll}{2}[.:?!]\s\p{Lu}|\.$")
_CODE = regex.compile(r"(?=.*\d)(?:\p{L}{1,4}[-. ]?)?\d{1,3}(?:[.-]\d{1,3}){0,3}\.?\p{Ll}?[.)]?$|\p{Lu}\d?[.)]?$")
_BULLET = regex.compile(r"(?:^|\s)[•●▪■◦‣▶➢✓❖◆○□➔]\s+|^[*–-]\s+")
_COUNT = regex.compile(r"^(?:\p{Lu}{0,3}\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|\(?\p{Ll}[.)])\s+(?=\p{L})")
_SHOULD = regex.compile(r"\b(?:should|must|needs? to|recommends?)\b")
_RESULT = regex.compile(
    r"[\d%]|\b(?:number|rates?|share|proportion|percentage|levels?|score|survey|satisfaction|feedback|compliance|"
    r"attendance|targets?|met|achieved|reduced|increased|improved|fewer|more|higher|lower|falls?|rises?|below|above|"
    r"at least)\b",
    regex.IGNORECASE,
)


def items_of(text: str) -> list[str]:
    """The statements of a cell, without their bullets and numbers: `• 1.1 Mend the roof • Paint it`."""
    return [bare for part in _BULLET.split(text) if (bare := _COUNT.sub("", part.strip(), count=1))]


def name_fields(texts: Sequence[str]) -> bool:
    """Whether most cells are lists of named fields, two at least, that begin with one name: `Lead: Parks By when: May`
    over `Lead: Works By when: June`."""
    names = [text.partition(": ")[0] for text in texts if text.count(": ") > 1]
    name = max(set(names), key=names.count, default="")
    if 2 * names.count(name) < max(len(texts), _FEWEST_NAMED) or len(name.split()) > _LONGEST_NAME:
        return False
    role = header_role(name)
    return role is None or role.role not in _KINDS or role.role == "measure"


# "Theme 1/Roads/Goal 2": where a row stands in a tree
_PATH = regex.compile(r"\S[^/]{0,60}(?:/[^/\s][^/]{0,60}){2,}")
_PLACED = regex.compile(r"\s/|/\s|\w+://")


def are_paths(texts: Sequence[str]) -> bool:
    """Whether the texts say where their rows stand in a tree: `Theme 1/Roads/Goal 2`."""
    return share(texts, lambda text: _PATH.fullmatch(text) is not None and _PLACED.search(text) is None) >= MOSTLY


def share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    """How many of the texts are such."""
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def advises(text: str) -> bool:
    """Whether a text recommends: `The Agency should publish its policy`."""
    return _SHOULD.search(text[:120]) is not None


def tells_when(text: str) -> bool:
    """Whether a text says by when: `Act amended by May 2024`."""
    return due_in_statement(text) is not None


def tells_result(text: str) -> bool:
    """Whether a text names what will have been reached, or by how much: `Take-up of 60%`, `All posts filled`."""
    return not tells(text) and (is_reached(text) or wording(text).measure >= HALF or _RESULT.search(text) is not None)


def labelled_kind(texts: Sequence[str]) -> Kind | None:
    """The kind that most cells' own labels name: `Outcome 1: …`."""
    labels = [label for text in texts if (label := printed_label(text)) is not None and label.kind == "word"]
    for kind in _KINDS:
        if labels and sum(label.role == kind for label in labels) >= MOSTLY * len(texts):
            return kind
    return None


def is_state_cell(text: str) -> bool:
    """Whether a cell only says how far something is: `In progress (50%)`, `A/R`, `Being designed`."""
    bare = text.partition(" (")[0]
    staged = len(bare.split()) <= _LONGEST_STATE and _STAGE.match(bare) is not None and not tells(bare)
    return staged or is_state(bare) or _GRADE.fullmatch(bare.strip()) is not None


def number_rows(texts: Sequence[str]) -> bool:
    """Whether the cells count the rows: `1`, `2`, `A1`, `1.2`, each once; `8`, `5`, `20` are figures."""
    plain = all(text.strip(". )").isdecimal() for text in texts)
    counted = not plain or [int(text.strip(". )")) for text in texts[:2]] in ([1, 2], [2, 3])
    return counted and len(set(texts)) == len(texts) and all(map(_CODE.match, texts))


def says_when(text: str) -> bool:
    """Whether a cell only says when: `May 2027`, `Ongoing`, `Short (1–2 years)`."""
    span = header_role(text) if len(text.split()) <= _LONGEST_SPAN else None
    return is_date_only(text) or is_timeless(text) or (span is not None and span.role == "period")


def wants(text: str) -> bool:
    """Whether a text may be an aim: a command, `To …`, a gerund, or how things shall be."""
    return tells(text) or is_to_do(text) or tells_outcome(text) or _GERUND.match(text) is not None


def measured(texts: Sequence[str]) -> bool:
    """Whether the texts name what is counted: no commands, and measures by their words."""
    told = [text for text in texts if not tells(text) and (is_noun_phrase(text) or is_reached(text))]
    return len(told) >= MOSTLY * len(texts) and fmean(wording(text).measure for text in texts) >= MEASURED


def are_titles(texts: Sequence[str]) -> bool:
    """Whether the texts are names, whoever has them: `County Transit; State Rail`."""
    names = [text for text in texts if len(text.split()) <= _LONGEST_NAME and _TITLE.match(text) is not None]
    return len(names) >= MOSTLY * len(texts) and share(names, tells) < 1 - MOSTLY


def are_bodies(texts: Sequence[str]) -> bool:
    """Whether the texts are titles that end in what bodies are called, whatever they begin with: `Transport Board`."""
    named = [text for text in texts if len(text.split()) <= _LONGEST_NAME and _TITLE.match(text) is not None]
    return sum(_BODY.search(text.split()[-1]) is not None for text in named) >= MOSTLY * len(texts)


def name_somebody(texts: Sequence[str]) -> bool:
    """Whether the texts are names of people, posts and bodies."""
    short = [text for text in texts if len(text.split()) <= _LONGEST_NAME and text[:1].isupper()]
    names = [text for text in short if not _NO_NAME.search(text)]
    known = sum(is_role(text) or _BODY.search(text) is not None for text in names)
    return len(names) >= MOSTLY * len(texts) and known >= HALF * len(texts) and share(texts, tells) < 1 - MOSTLY
