"""Labels, dates and values inside a statement's own words."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.drafts import Context, Draft, Lines
from objectives_parser.frozen import evolve
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import STATEMENTS, Due
from objectives_parser.roles import PrintedLabel, header_role, is_imperative, printed_label
from objectives_parser.statements import text_of
from objectives_parser.values import closing_due, due_in_statement, due_of_cell, target_of, yearless_due

# "Overall objective of the Action: to develop …", "Performance measure – …", "Our “SMART” goal (Specific, Timely): …"
_HEADED = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}’'“”\" /&()-]{2,60}?(?:\([^()]{2,80}\)\s?)?)"
    r"(?:\s*:\s*(?=\S+\s+\S)|\s?[–—-](?=\s)\s*(?=\S+\s+\S+\s+\S))"
)
_BRACKETED = regex.compile(r"\s*\([^()]*\)\s*")

# "How we will get there: …" is a title; "How we will know: …" says what follows.
_ASKS = regex.compile(r"(?:how|what|where|why)\b", regex.IGNORECASE)


_LONG = 120


def label_of(text: str, context: Context) -> PrintedLabel | None:
    """The label that a statement begins with: a printed label, or a header word with a colon."""
    label = printed_label(text, context.vocabulary)
    if label is not None:
        return _numbered_word(text, label, context) or _key_label(label, context) or label
    if context.bare_labels and (bare := _bare_label(text, context)) is not None:
        return bare
    if context.counting_words and (own := _counted_label(text, context)) is not None:
        return own
    begins = text[:150]
    parted = ":" in begins or "- " in begins or "– " in begins or "— " in begins
    head = _HEADED.match(text) if parted else None
    if head is None:
        return _tailed(text, context)
    name = _BRACKETED.sub(" ", head.group("name")).strip()
    if len(name.split()) > 6:
        return None
    role = header_role(name, context.vocabulary)
    if role is None or role.strength < 0.75 or role.role not in ("objective", "measure", "milestone", "action"):
        return None
    if _ASKS.match(name) and role.role != "measure":
        return None
    dashed = head.group().rstrip()[-1] in "–—-"
    if (
        dashed
        and role.term in context.vocabulary.ordinary
        and len(text) > _LONG
        and not is_imperative(text[head.end() :])
    ):
        return None  # `Technology – Many offices lack …`: a topic and what is said of it
    code = _CODE_BEHIND.match(text, head.end()) if not dashed else None
    if code is not None:  # `Mitigation Action: Elm-1 – Raise the road`
        number, text = code["code"], f"{name}: {code['code']}"
        return PrintedLabel(end=code.end(), text=text, kind="word", role=role.role, level=role.level, number=number)
    return PrintedLabel(end=head.end(), text=name, kind="word", role=role.role, level=role.level)


# "Intended outcome as stated in the country programme's results framework: By 2031, …"
_TAILED = regex.compile(
    r"(?P<name>\p{Lu}[\p{L} /()-]{2,40}?)\s(?:as )?(?:stated|set out|defined|described|formulated|agreed|per)\s"
    r"[^:.]{3,140}:\s+(?=\S+\s+\S)",
    regex.IGNORECASE,
)


def _tailed(text: str, context: Context) -> PrintedLabel | None:
    """A header word that says where else its statement stands."""
    head = _TAILED.match(text) if ":" in text[:200] else None
    role = header_role(head["name"], context.vocabulary) if head is not None else None
    if head is None or role is None or role.strength < 0.75 or role.role not in STATEMENTS:
        return None
    return PrintedLabel(end=head.end(), text=head["name"], kind="word", role=role.role, level=role.level)


# "Elm-1 – ", "SC-07: ", "2.1.3 - ": the code of what a label with a colon announces
_CODE_BEHIND = regex.compile(
    r"(?P<code>(?:\p{L}[\p{L}&]{0,15}[-–. ]?)?\d{1,3}(?:[-.]\d{1,3}){0,3}\p{L}?)(?:\s[–—-]|:)\s+(?=\p{Lu})"
)


def _bare_label(text: str, context: Context) -> PrintedLabel | None:
    """`Objective Open the rooms` where lines are labelled so."""
    word, _, rest = text.partition(" ")
    if word not in context.bare_labels or not rest[:1].isupper():
        return None
    level = word.lower()
    role = context.vocabulary.labels[level]
    return PrintedLabel(
        end=len(word) + 1, text=word, kind="word", role=role, level=level if role == "objective" else None
    )


_OWN = regex.compile(r"(?P<word>\p{Lu}\p{Ll}+) (?P<number>\d{1,3}(?:\.\d{1,2}){1,2}[a-z]?):\s+(?=\p{Lu})")


def _counted_label(text: str, context: Context) -> PrintedLabel | None:
    """`Program 30.1: Keep the report` where the document numbers its statements so: it says which, and not what."""
    match = _OWN.match(text) if text.partition(" ")[0] in context.counting_words else None
    if match is None:
        return None
    name = f"{match['word']} {match['number']}"
    return PrintedLabel(end=match.end(), text=name, kind="number", number=match["number"])


def _numbered_word(text: str, label: PrintedLabel, context: Context) -> PrintedLabel | None:
    """`2. Strategic objective 1 – Achieve …`, `1. Priority Outcome: Improve …`: a section's number before the label."""
    if label.kind != "number":
        return None
    word = printed_label(text[label.end :], context.vocabulary)
    if word is None or word.kind != "word" or word.role is None or word.strength < 1.0:
        return None
    name = word.text if word.number else f"{text[: label.end].strip()} {word.text}"
    return evolve(word, end=label.end + word.end, text=name)


# "O1", "O2.1", "KR1", "KR 1.2": objectives and key results, in plans that name them so
KEY_AIM = regex.compile(r"O\d{1,2}(?:\.\d{1,2})?")
_KEY_RESULT = regex.compile(r"KR-?\d{1,2}(?:\.\d{1,2})?")


def _key_label(label: PrintedLabel, context: Context) -> PrintedLabel | None:
    """`O1: Digital services are the best way …`, `KR1: …` in a plan of objectives and key results."""
    if label.kind != "number" or label.number is None or label.number[0] not in "OK":
        return None
    aim = KEY_AIM.fullmatch(label.number)
    if (aim is None and _KEY_RESULT.fullmatch(label.number) is None) or not context.has_key_results:
        return None
    role, level = ("objective", "objective") if aim else ("measure", None)
    return evolve(label, kind="word", role=role, level=level)


# "2030 target", "Target (FY 2028)"
_YEAR = regex.compile(r"(?:FY ?)?20\d\d(?:[-–/](?:20)?\d\d)?")


def _due_of(label: PrintedLabel, context: Context) -> Due | None:
    """By when what a label names is to be reached: `2030 target`."""
    year = _YEAR.search(label.text) if label.level == "target" and label.number is None else None
    return due_of_cell(year.group(), context.fiscal) if year is not None else None


_A_QUARTER = r"(?:(?:FY|CY)\s?'?\d{2,4}[ ,/-]{0,2}|20\d\d[ ,/-]{1,2})?Q[1-4](?:[ ,/-]{1,2}(?:(?:FY|CY)\s?)?'?\d{2,4})?"
_QUARTER = regex.compile(_A_QUARTER)
# "FY18 Q1: Configure the servers", "Q3 2027: Open the depot": the quarter for which a step is planned
_PERIOD = regex.compile(rf"(?P<text>{_A_QUARTER})\s?:\s+(?=\p{{Lu}}\p{{Ll}}+\s)")


def _period_of(draft: Draft) -> PrintedLabel | None:
    """The quarter and its colon at the head of a step."""
    quarter = draft.kind in ("milestone", "action") and "Q" in draft.text[:10] and _PERIOD.match(draft.text)
    return PrintedLabel(end=quarter.end(), text=quarter["text"], kind="tag") if quarter else None


def labelled(draft: Draft, context: Context) -> Draft:
    """The draft with its printed label (`Goal 1:`, `2.1`, a list's number) taken out of its text."""
    marker = draft.label_words
    if marker and not is_bullet(marker[0]) and any(char.isalnum() for char in marker[0].text):
        draft = evolve(draft, label=marker[0].text.strip("()[].:"))
    label = _period_of(draft) or label_of(draft.text, context)
    if (
        label is None
        or label.end >= len(draft.text)
        or (label.kind == "tag" and draft.kind == "objective" and not label.text[-1].isdigit())
    ):
        return draft
    if label.role is not None and label.role != draft.kind and label.number is None:
        return draft
    count = words_of(draft.lines, draft.text, label.end)
    if not count:  # `Goal 2-Clean water`: the label ends inside a word
        return evolve(draft, level=label.level or draft.level if draft.kind == "objective" else None)
    lines = drop_words(draft.lines, count)
    words = draft.words[:count]
    return evolve(
        draft,
        due=draft.due or _due_of(label, context),
        lines=lines,
        text=text_of(lines),
        label=label.text if draft.label is None else f"{draft.label} {label.text}",
        label_words=(*marker, *words),
        level=label.level or draft.level if draft.kind == "objective" else None,
    )


def words_of(lines: Lines, text: str, end: int) -> int:
    """How many words the first ``end`` characters of the lines' text take: a footnote's mark among them
    (`STRATEGY 3⁴:`) is a word of the lines, but not of the text.
    """
    rest, at = text[end:], 0
    for count, word in enumerate(word for line in lines for word in line):
        if at >= end and text_of(drop_words(lines, count)) == rest:
            return count
        at += 0 if word.superscript else len(word.text)
        while at < end and text[at].isspace():
            at += 1
    return 0


def drop_words(lines: Lines, count: int) -> Lines:
    """The lines without their first ``count`` words."""
    left: list[tuple[Word, ...]] = []
    for line in lines:
        take = min(count, len(line))
        count -= take
        if line[take:]:
            left.append(line[take:])
    return tuple(left)


def first_words(lines: Lines, count: int) -> Lines:
    """The lines up to their first ``count`` words."""
    kept: list[tuple[Word, ...]] = []
    for line in lines:
        if count > 0:
            kept.append(line[:count])
        count -= len(line)
    return tuple(kept)


def with_values(draft: Draft, context: Context) -> Draft:
    """The draft with the date and the target that its own words state, where no column gave them."""
    if draft.due is None and draft.label is not None and "Q" in draft.label and _QUARTER.fullmatch(draft.label):
        draft = evolve(draft, due=due_of_cell(draft.label, context.fiscal))
    if draft.due is None:
        due = due_in_statement(draft.text, context.fiscal) or yearless_due(draft.text, context.fiscal)
        if due is None and draft.kind == "milestone":
            due = closing_due(draft.text, context.fiscal)
        if due is not None:
            draft = evolve(draft, due=due)
    if draft.target is None and draft.kind == "measure":
        draft = evolve(draft, target=target_of(draft.text))
    return draft
