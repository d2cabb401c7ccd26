"""Lines that say something about the record above them: `Goal Owner: Stephanie Moore`, `Due date – May 2014`."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.labelling import drop_words
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.recognizers.wordings import answers_only, is_state, tells
from objectives_parser.roles import header_role
from objectives_parser.roles.references import pointing_line, references
from objectives_parser.statements import Statement, text_of
from objectives_parser.values import due_of_cell, is_date_only, is_value_only

_FIELD_LINE = regex.compile(r"(?P<name>[A-Z][\w’' /()-]{1,40}?)\s*(?::|[–—-]\s)\s*(?=\S)")
# "Who will lead? Head of Transport", "By when? May 2027"
_ASKED_LINE = regex.compile(r"(?P<name>(?:Who|When|By when|By whom)\b[\w’' ]{0,40})\?\s+(?=\S)", regex.IGNORECASE)
# "Budget Year Target (2026) 90%", "Baseline 2019 41": a name of values with its value behind it
_VALUED_LINE = regex.compile(
    r"(?P<name>(?:\p{Lu}\p{L}* ){0,4}(?:Target|Baseline)(?: \(?(?:FY ?)?(?:19|20)\d\d(?:[-–/]\d\d)?\)?)?)\s+"
    r"(?=[<>≥≤~]?[$£€]?\d[\d.,]*%?$)"
)
_OTHER_LINE = regex.compile(r"\p{Lu}\p{Ll}[\w()/’']*(?: [\w()/’']+){0,2}: +\S")
_LONGEST_VALUE = 30
_LONGEST_NAMES = 60


@attrs.frozen(kw_only=True, eq=False)
class FieldLine:
    """A field's role (owner, due, status, or reference), its name as printed, the name's words, and what it says."""

    role: str
    name: str
    name_words: tuple[Word, ...]
    passage: Passage

    @property
    def deputy(self) -> bool:
        """Deputies own nothing (`Deputy Goal Leader: …`)."""
        return "deputy" in self.name.casefold()


def field_line(statement: Statement, context: Context) -> FieldLine | None:
    """The field that the statement is, or None."""
    if _named(statement.text) is None:
        return _reference(statement) or _run_in(statement, context)
    lines = first_field(statement.lines, context)
    text = text_of(lines)
    match = _named(text)
    if match is None or match.group("name").count("(") > match.group("name").count(")"):
        return None  # `New piers (Lead: Harbour Master)`: fields behind a statement
    names = match.group("name").endswith(("s", "s)")) and text.count(",") >= 3 and ". " not in text[match.end() :]
    if len(text[match.end() :].split()) > (_LONGEST_NAMES if names else _LONGEST_VALUE):
        return None
    role = None
    told = text[match.end() :]
    if references(match.group("name"), told) or answers_only(match.group("name"), told):
        kind = "reference"  # `Government response: Accept in principle` under a recommendation: what was said of it
    else:
        role = header_role(match.group("name"), context.vocabulary)
        if role is None or role.role not in ("owner", "due", "status", "target", "baseline") or role.strength < 0.6:
            return None
        if role.role == "status" and is_state(match.group("name")) and tells(told):
            return None  # `Complete: Post 400 vacancies`
        dated = role.role == "target" and is_date_only(text[match.end() :])
        if role.role in ("target", "baseline") and not dated and not _is_value(text[match.end() :]):
            return None
        kind = "due" if dated else role.role
    count = len(match.group().split())
    words = tuple(word for line in drop_words(lines, count) for word in line)
    passage = Passage(text_of([words]), words)
    if kind == "owner" and role is not None and role.strength < 0.8 and "@" in passage.text:
        return None  # `Contact: office@town.example` is the page's
    if kind == "owner" and is_date_only(passage.text):
        return None  # `Ask all families and staff – Spring 2027`
    return FieldLine(role=kind, name=match.group("name"), name_words=statement.words[:count], passage=passage)


# "below 4%", "at least 300 by 2027"
_COMPARED = regex.compile(
    r"(?:at least|at most|below|under|over|above|less than|more than|fewer than|no (?:more|less|fewer) than|up to|"
    r"within|(?:a )?(?:minimum|maximum) of|increase to|reduce to|\d[\d.,]*%? or (?:more|less|fewer|higher|lower))\s*",
    regex.IGNORECASE,
)
_WHEN = regex.compile(
    r"\s\(?(?:by|in)\s(?:the end of\s)?(?:\p{L}+\s)?(?:FY ?)?20\d\d(?:[-–/]\d\d)?\)?$", regex.IGNORECASE
)


def _is_value(text: str) -> bool:
    """Whether a text is a value, with the comparison before it and the year behind it."""
    bare = _WHEN.sub("", text.rstrip(" ."))
    return is_value_only(text) or is_value_only(_COMPARED.sub("", bare, count=1))


def _reference(statement: Statement) -> FieldLine | None:
    """`Supports Goals 1 and 3` under a strategy: whom it serves."""
    pointing = pointing_line(statement.text)
    if pointing is None:
        return None
    name, told = pointing
    count = len(name.split())
    words = statement.words
    return FieldLine(role="reference", name=name, name_words=words[:count], passage=Passage(told, words[count:]))


_LONGEST_RUN_IN, _LONGEST_TOLD = 4, 14  # words


def _run_in(statement: Statement, context: Context) -> FieldLine | None:
    """`Person responsible  Ann Lee`, the name in bold and nothing but that parting it from what it says."""
    words = statement.words
    count = next((at for at, word in enumerate(words) if not word.bold), 0)
    if not 0 < count <= _LONGEST_RUN_IN or not count < len(words) <= count + _LONGEST_TOLD:
        return None
    name = text_of([words[:count]])
    role = header_role(name, context.vocabulary)
    if role is None or role.role not in ("owner", "due") or role.strength < _SURELY:
        return None
    passage = Passage(text_of([words[count:]]), words[count:])
    if any(word.bold for word in passage.words) or not name[:1].isupper() or not passage.text[:1].isalnum():
        return None
    if (role.role == "due") != is_date_only(passage.text) or passage.text[:1].islower():
        return None
    return FieldLine(role=role.role, name=name, name_words=words[:count], passage=passage)


_SURELY = 0.9


def first_field(lines: tuple[tuple[Word, ...], ...], context: Context) -> tuple[tuple[Word, ...], ...]:
    """The lines up to the next one that begins a field: a cover's `Goal Leader: …` over `Deputy Goal Leader: …`."""
    cuts = (at for at, line in enumerate(lines) if at and _ends_field(text_of([line]), context))
    return lines[: next(cuts, len(lines))]


def _named(text: str) -> regex.Match[str] | None:
    begins = text[:60]
    parted = ":" in begins or "- " in begins or "– " in begins or "— " in begins
    if parted and (named := _FIELD_LINE.match(text)) is not None:
        return named
    if "?" in begins and begins[:1] in "WB" and (asked := _ASKED_LINE.match(text)) is not None:
        return asked
    return _VALUED_LINE.match(text) if "arget" in begins or "aseline" in begins else None


def _ends_field(text: str, context: Context) -> bool:
    """Whether a line begins another field, or anything else that has its name before a colon (`Theme: Transport`)."""
    return starts_field(text, context) or _OTHER_LINE.match(text) is not None


def opens_names(text: str, context: Context) -> bool:
    """Whether a line only names the owner's field, whose lines follow: `Goal Leader(s):`."""
    if not text.endswith(":") or len(text.split()) > 4 or "deputy" in text.casefold():
        return False
    role = header_role(text, context.vocabulary)
    return role is not None and role.role == "owner" and role.strength >= 0.8


def ends_names(text: str, context: Context) -> bool:
    """Whether a line under such a name is none of its lines: a note, or another line with a name before a colon."""
    return text.startswith("*") or text.endswith(":") or _ends_field(text, context)


def starts_field(text: str, context: Context) -> bool:
    """Whether a line inside a paragraph begins a field of its own."""
    match = _named(text)
    role = header_role(match.group("name"), context.vocabulary) if match else None
    return role is not None and role.role in ("owner", "due", "status") and role.strength >= 0.8


def with_field(draft: Draft, line: FieldLine, context: Context) -> Draft:
    """The draft with the field, where it has none of its own yet."""
    match line.role:
        case "owner":
            return attrs.evolve(draft, owner=draft.owner or line.passage)
        case "status":  # `Status` itself comes before `Joint response`
            named = draft.status is None or line.name.casefold() == "status"
            return attrs.evolve(draft, status=line.passage) if named else draft
        case "reference":
            return attrs.evolve(draft, fields=(*draft.fields, (line.name, line.passage)))
        case "target":
            return with_target(draft, line.passage, None) if draft.kind == "measure" else draft
        case "baseline" if draft.target is not None:
            return attrs.evolve(draft, target=attrs.evolve(draft.target, baseline=line.passage.text))
        case "baseline":
            return draft
        case _ if draft.due is None:
            due = due_of_cell(line.passage.text, context.fiscal)
            return attrs.evolve(draft, due=due, due_words=line.passage.words)
        case _:
            return draft
