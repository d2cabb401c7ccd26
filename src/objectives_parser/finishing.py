"""Drafts → records: ids, places, confidence, diagnostics, and what each word served for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from objectives_parser.confidence import DOUBTFUL, confidences
from objectives_parser.document import Document, Furniture, Heading, Word, block_words
from objectives_parser.drafts import Draft
from objectives_parser.linking import Links
from objectives_parser.neighbours import TableMates, table_mates
from objectives_parser.records import (
    About,
    Action,
    Diagnostic,
    Measure,
    Milestone,
    Objective,
    Reading,
    Record,
    Use,
    places,
)

_CLASSES: dict[str, type[Record]] = {
    "objective": Objective,
    "measure": Measure,
    "milestone": Milestone,
    "action": Action,
}


def finish(
    document: Document,
    drafts: Sequence[Draft],
    links: Links,
    about: About,
    heading_words: Iterable[Word],
) -> Reading:
    """The reading of a document: its records in reading order, numbered by kind."""
    order = sorted(range(len(drafts)), key=lambda at: (drafts[at].start, at))
    ids = _ids(order, drafts)
    sure = confidences(drafts, links.parents, document)
    records = tuple(
        _record(drafts[at], ids[at], [ids[p] for p in links.parents[at]], sure[at], document) for at in order
    )
    uses = _uses(document, drafts, heading_words)
    return Reading(records=records, about=about, uses=uses, diagnostics=tuple(_diagnostics(drafts, ids, links, sure)))


def _ids(order: Sequence[int], drafts: Sequence[Draft]) -> dict[int, str]:
    counts: Counter[str] = Counter()
    ids: dict[int, str] = {}
    for at in order:
        counts[drafts[at].kind] += 1
        ids[at] = f"{drafts[at].kind}-{counts[drafts[at].kind]}"
    return ids


def _record(draft: Draft, ident: str, parents: Sequence[str], sure: float, document: Document) -> Record:
    return _CLASSES[draft.kind](
        id=ident,
        text=draft.text,
        label=draft.label,
        level=draft.level or ("objective" if draft.kind == "objective" else None),
        category=draft.category.text if draft.category else None,
        parents=tuple(parents),
        owner=draft.owner.text if draft.owner else None,
        due=draft.due,
        status=draft.status.text if draft.status else None,
        target=draft.target,
        fields={header: passage.text for header, passage in draft.fields},
        basis=draft.basis,
        confidence=sure,
        evidence=draft.evidence,
        where=places(_quoted(draft), document.text, draft.place, document.printed),
    )


def _quoted(draft: Draft) -> list[Word]:
    """The words that the record's text quotes: its own without footnote marks."""
    return [word for word in draft.words if not word.superscript]


def _uses(document: Document, drafts: Sequence[Draft], heading_words: Iterable[Word]) -> dict[int, Use]:
    """What each word served for, the strongest use last: nothing is used twice."""
    uses: dict[int, Use] = {}
    for block in document.blocks or ():
        use: Use | None = None
        if isinstance(block, Furniture):
            use = "ghost" if block.kind == "ghost" else "furniture"
        elif isinstance(block, Heading):
            use = "heading"
        if use is not None:
            uses.update(_used(block_words(block), use))
    uses.update(_used(heading_words, "heading"))
    for draft in drafts:
        if draft.category:
            uses.update(_used(draft.category.words, "heading"))
    for draft in drafts:
        for passage in (draft.owner, draft.status, *(passage for _, passage in draft.fields)):
            if passage:
                uses.update(_used(passage.words, "field"))
        uses.update(_used((*draft.due_words, *draft.target_words), "field"))
    for draft in drafts:
        uses.update(_used(draft.label_words, "label"))
        uses.update(_used(_quoted(draft), "record"))
    return uses


def _used(words: Iterable[Word], use: Use) -> dict[int, Use]:
    return dict.fromkeys([word.start for word in words], use)


def _diagnostics(
    drafts: Sequence[Draft], ids: dict[int, str], links: Links, sure: Sequence[float]
) -> Iterable[Diagnostic]:
    repaired = [at for at in ids if drafts[at].repaired]
    if repaired:
        yield Diagnostic(
            code="repaired-cell",
            message="Put together from a cell that the source cuts or slices, or whose column was guessed; check it.",
            records=tuple(ids[at] for at in repaired),
        )
    doubtful = [at for at in ids if sure[at] < DOUBTFUL]
    if doubtful:
        yield Diagnostic(
            code="low-confidence",
            message="Little evidence that these are records of the plan; check them.",
            records=tuple(ids[at] for at in doubtful),
        )
    guessed = [at for at in ids if at in links.guessed]
    if guessed:
        yield Diagnostic(
            code="guessed-parent",
            message="Whom these serve is told by their place or their words alone; check it.",
            records=tuple(ids[at] for at in guessed),
        )
    served = {parent for found in links.parents for parent in found}
    tables = table_mates(drafts)
    objectives = [at for at in ids if drafts[at].kind == "objective"]
    alone = [at for at in objectives if at not in served and not _beside(at, drafts, tables)]
    if alone and len(alone) < len(objectives):
        yield Diagnostic(
            code="objective-without-measures",
            message="Nothing hangs under these objectives in the document.",
            records=tuple(ids[at] for at in alone),
        )


def _beside(at: int, drafts: Sequence[Draft], tables: Mapping[int, TableMates]) -> bool:
    """Whether another statement shares a row with this one."""
    spot = drafts[at].spot
    return spot is not None and len(tables[spot.table].beside(spot)) > 1
