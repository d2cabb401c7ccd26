"""Objectives that are printed again: as a heading over what serves them, or as the title of a table."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Table
from objectives_parser.drafts import Context, Draft, plain
from objectives_parser.labelling import label_of
from objectives_parser.roles import PrintedLabel
from objectives_parser.roles.references import references
from objectives_parser.statements import text_of

_ALIKE = 0.6
_WORD = regex.compile(r"[^\W_]+")


def listed_before(text: str, drafts: Sequence[Draft], context: Context) -> int | None:
    """The position of the listed objective that the text prints again: in the same words, or under the same label in
    nearly the same (`Pillar 1: Developing the enabling environment`)."""
    label = label_of(text, context)
    rest = text[label.end :] if label is not None else text
    wanted = plain(rest)
    for at, draft in enumerate(drafts):
        if draft.kind != "objective" or draft.basis != "list":
            continue
        if _says(draft.text, wanted):
            return at
        labelled_so = (
            label is not None and label.kind == "word" and (draft.label or "").casefold() == label.text.casefold()
        )
        if labelled_so and _alike(draft.text, rest):
            return at
    return None


def _says(text: str, wanted: str) -> bool:
    """Whether a text or its title has those letters and digits."""
    return _may_say(text, wanted) and wanted in (plain(text), plain(_title(text)), plain(_name(text) or text))


def _may_say(text: str, wanted: str) -> bool:
    """Whether a text begins as those letters and digits do. A heading is compared with all that was listed before: one
    that begins otherwise is told by its first letter."""
    first = text[:1].casefold()
    return not first.isalnum() or wanted.startswith(first)


def strategy_before(text: str, drafts: Sequence[Draft]) -> int | None:
    """The position of the listed strategy that a line over a table prints again, in the same words or nearly so
    (`Rolling out one system for permits. Offices will …` in the list, `Roll out one system for permits` over a table).
    """
    wanted, stems = plain(text), _stems(text)
    rare = max(sorted(stems), key=len, default="\0")
    nearly: int | None = None
    for at, draft in enumerate(drafts):
        if draft.basis != "list" or draft.kind not in ("action", "objective") or draft.announced_goal:
            continue
        if _may_say(draft.text, wanted) and plain(draft.text) == wanted:
            return at
        if nearly is not None or rare not in draft.text.casefold():
            continue
        if any(_same_stems(stems, _stems(said)) for said in (draft.text, _title(draft.text))):
            nearly = at
    return nearly


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words: what is left of them in every form."""
    return frozenset(word[:4] for word in _WORD.findall(text.casefold()) if len(word) > 3)


def _same_stems(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(len(one), len(other)) >= 3 and len(one & other) * 4 >= 3 * len(one | other)


def numbered_before(label: PrintedLabel, drafts: Sequence[Draft]) -> int | None:
    """The position of the aim that a list up front numbers as a label does (`Goal 1` over a table of actions, `1. A
    home for everyone` in the list of goals); None where none or several bear the number."""
    found = [
        at
        for at, draft in enumerate(drafts)
        if draft.kind == "objective"
        and draft.basis in ("list", "table")
        and draft.label == label.number
        and (draft.level == label.level or (draft.level is None and draft.basis == "list"))
    ]
    return found[0] if len(found) == 1 else None


def labelled_before(label: PrintedLabel, drafts: Sequence[Draft]) -> int | None:
    """The position of the aim that bears just this label and that nothing hangs under yet: `Priority A` over `Actions:`
    and `Measures:`, after all priorities were stated one under the other."""
    name = label.text.casefold()
    found = [
        at for at, draft in enumerate(drafts) if draft.kind == "objective" and (draft.label or "").casefold() == name
    ]
    if len(found) != 1 or any(found[0] in draft.under for draft in drafts):
        return None
    return found[0]


def coded_before(code: str, drafts: Sequence[Draft]) -> int | None:
    """The position of the aim whose label a heading prints alone (`SO1`); None where none or several bear it."""
    found = [at for at, draft in enumerate(drafts) if draft.kind == "objective" and draft.text and draft.label == code]
    return found[0] if len(found) == 1 and _CODE.fullmatch(code) else None


# "SO1", "G2.1"
_CODE = regex.compile(r"\p{Lu}\p{L}{0,3}[ .-]?\d{1,2}(?:\.\d{1,2})?")


def titled_before(text: str, drafts: Sequence[Draft], context: Context) -> int | None:
    """The position of the listed objective whose title, with more behind it, is what the labelled heading prints
    (`1. Better services. We will redesign …` up front, `Objective 1: Better services` later)."""
    label = label_of(text, context)
    rest = plain(text[label.end :]) if label is not None else ""
    for at, draft in enumerate(drafts):
        if (
            draft.kind == "objective"
            and draft.basis == "list"
            and rest
            and _may_say(draft.text, rest)
            and rest == plain(_title(draft.text)) != plain(draft.text)
        ):
            return at
    return None


# "Actions for Target 1", "Activities under Objective 2.1", "Strategies to achieve Goal 3", "Key milestones: Strategy 1"
_FOR = regex.compile(
    r"(?P<what>.{3,40}?)(?:\s+(?:for|under|of|to\s+(?:achieve|meet|support|reach|deliver))|:|\s[–—-])\s+"
    r"(?P<label>\p{Lu}.{2,40}?\d[\w.]*):?$"
)
# "Strategy 1: Key milestones", "Goal 2 – Performance indicators"
_FIGURE = regex.compile(r"\d")
_OF = regex.compile(r"(?P<label>\p{Lu}[^:]{2,30}?\d[\w.]{0,8})\s*(?::|\s[–—-])\s+(?P<what>\P{Nd}{3,40}):?$")


def served_by(text: str, drafts: Sequence[Draft]) -> tuple[str, int] | None:
    """What a heading announces and the position of the labelled record that it is for."""
    found = (_FOR.match(text) or _OF.match(text)) if _FIGURE.search(text) else None
    if found is None:
        return _counted_for(text, drafts)
    wanted = found.group("label").casefold()
    for at in range(len(drafts) - 1, -1, -1):
        label = (drafts[at].label or "").casefold()
        # `Indicators for Objective 2`, where a list headed `Objectives` numbers its items
        if wanted in (label, f"{drafts[at].level} {label}" if drafts[at].kind == "objective" else label):
            return found.group("what"), at
    return None


# "Development Objective Indicators", "Goal indicators"
_INDICATORS = regex.compile(r"(?P<aim>\p{Lu}.{2,40}?)\s+(?P<what>(?:indicators|measures|KPIs))\W*$", regex.IGNORECASE)
_PLURAL = regex.compile(r"s?(?:\(s\))?\W*$")
_ANNOUNCED = "heading: "


def _counted_for(text: str, drafts: Sequence[Draft]) -> tuple[str, int] | None:
    """What a heading over indicators announces, and the one aim that stands under a heading of the same name
    (`Development Objective Indicators`, behind `Development Objective(s)`)."""
    found = _INDICATORS.match(text)
    if found is None:
        return None
    wanted = _ANNOUNCED + _PLURAL.sub("", found.group("aim").casefold())
    named = [
        at
        for at, draft in enumerate(drafts)
        if draft.kind == "objective" and draft.evidence and _PLURAL.sub("", draft.evidence[0].casefold()) == wanted
    ]
    return (found.group("what"), named[0]) if len(named) == 1 else None


def referred(text: str, drafts: Sequence[Draft]) -> int | None:
    """The position of the first aim that a reference names (`Objective 1`, `Goals 2 and 3`); None for others."""
    wanted = references("supports", text)
    if not wanted:
        return None
    level, number = wanted[0]
    for at, draft in enumerate(drafts):
        words = (draft.label or "").split() if draft.kind == "objective" else []
        if len(words) > 1 and words[-2].casefold()[:4] == level and words[-1].rstrip(".:").upper() == number:
            return at
    return None


# "Key milestones: Online applications", "Activities – Medical evaluation and workforce"
_NAMING = regex.compile(r"(?P<what>\p{L}[\p{L} ]{3,40}?)(?::| [–—-]) +(?P<name>\P{Nd}{4,80})$")
_AND = regex.compile(r",? (?:and|&) |, ")


def named_item(text: str, drafts: Sequence[Draft]) -> tuple[str, int] | None:
    """What a heading announces and the position of the listed statement that it names by its title (`Key milestones:
    Online applications`, behind the bullet `Online applications: move all forms to one portal`)."""
    found = _NAMING.match(text)
    if found is None:
        return None
    names = [plain(name) for name in (found.group("name"), *_AND.split(found.group("name"))) if name]
    titles = {
        plain(title): at
        for at, draft in enumerate(drafts)
        if draft.basis == "list" and draft.kind in ("objective", "action") and (title := _name(draft.text))
    }
    at = next((titles[name] for name in names if name in titles), None)
    return (found.group("what"), at) if at is not None else None


_NAME = regex.compile(r"(?P<name>\p{Lu}[^:.;–—]{3,70}?)(?::| [–—-]) +\S")


def _name(text: str) -> str:
    """The name that a statement begins with, before a colon or dash; none where it has none."""
    found = _NAME.match(text) if ":" in text or " – " in text or " — " in text or " - " in text else None
    return found.group("name") if found is not None else ""


def _title(text: str) -> str:
    """The text up to its first full stop, where more follows."""
    title, stop, _ = text.partition(". ")
    return title if stop else text


def _alike(one: str, other: str) -> bool:
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return len(first & second) >= _ALIKE * min(len(first), len(second)) if first and second else False


def named_by_title(table: Table, drafts: Sequence[Draft], context: Context) -> int | None:
    """The position of the listed objective that the table's first row, one cell over its whole width, prints again."""
    first = [cell for cell in table.cells if cell.row == 0 and cell.lines]
    if len(first) != 1 or first[0].column_span < table.columns:
        return None
    return listed_before(text_of([line.words for line in first[0].lines]), drafts, context)
