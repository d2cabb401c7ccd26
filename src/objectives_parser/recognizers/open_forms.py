"""A form while it is read, and its end: what its statements serve, and of which of them its fields are said."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.roles import HeaderRole
from objectives_parser.values import due_of_cell


@attrs.frozen(kw_only=True, eq=False)
class FormField:
    """What a label that states nothing says of the form: its role, the label as printed, and the passage beside it; or
    only of the form's actions with these ``letters``."""

    role: str
    header: str
    passage: Passage
    letters: frozenset[str] = frozenset()


@attrs.define(kw_only=True, eq=False)
class OpenForm:
    """A form while it is read: the position of its first draft, of what it is about, of its aim (and its level) and of
    the aim that this serves (the goal over its objectives' forms); the label that stands open, its role, and the steps
    of the scale beside it by their column; whether something was said to be measured; and its fields."""

    first: int = 0
    title: int | None = None
    aim: int | None = None
    aim_level: str | None = None
    under: int | None = None
    label: Cell | None = None
    role: HeaderRole | None = None
    steps: dict[int, Cell] = attrs.field(factory=dict)
    measured: bool = False
    fields: list[FormField] = attrs.field(factory=list)

    def open_label(self, label: Cell, role: HeaderRole | None) -> None:
        """The next label: the values that follow are its."""
        self.label, self.role, self.steps = label, role, {}


def closed(form: OpenForm, drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The form's drafts linked and given its fields."""
    subject = subject_of(form, drafts)
    if subject is None:
        return [_with_fields(attrs.evolve(draft, fixed_parents=None), form, 0, context) for draft in drafts]
    linked = _linked(form, drafts, subject)
    measures = [at for at, draft in enumerate(linked) if draft.kind == "measure"]
    told = _with_lettered_statuses(form, linked)
    told[subject - form.first] = _with_fields(linked[subject - form.first], form, len(measures), context)
    for at, draft in enumerate(linked):
        if at != subject - form.first and _answers(draft, linked[subject - form.first]):
            told[at] = attrs.evolve(_with_fields(draft, form, 0, context), fields=())
    values = {field.role: field.passage for field in reversed(form.fields) if field.role in ("target", "baseline")}
    if len(measures) == 1 and "target" in values:
        told[measures[0]] = with_target(told[measures[0]], values["target"], values.get("baseline"))
    return told


def subject_of(form: OpenForm, drafts: Sequence[Draft]) -> int | None:
    """The position of the statement that the form is about: its title, else its aim, else its first, if that is no
    item of a list and nothing that tells how what stands over the form is reached (`Target` over `Activities`)."""
    if form.title is not None:
        return form.title
    if form.aim is not None:
        return form.aim
    return form.first if drafts and not _is_list(drafts) and not _opens_with_measure(drafts) else None


def _opens_with_measure(drafts: Sequence[Draft]) -> bool:
    """Whether a form without an aim states a measure before its deeds: no deed serves a measure."""
    return drafts[0].kind == "measure" and any(draft.kind == "action" for draft in drafts)


def _is_list(drafts: Sequence[Draft]) -> bool:
    """Whether the form states nothing but the items of one cell."""
    spots = {draft.spot for draft in drafts}
    return len(drafts) > 1 and len(spots) == 1


def _linked(form: OpenForm, drafts: Sequence[Draft], subject: int) -> list[Draft]:
    """The form's drafts with their parents: the aim for its subject, the subject for all the others but those that bear
    the letter of an action before them."""
    linked: list[Draft] = []
    letters: dict[str, int] = {}
    for at, draft in enumerate(drafts, form.first):
        if at == subject:
            # what the form is about stands under the heading above it, whatever its aim further down
            draft = attrs.evolve(draft, grouped_by_row=True)
            under_aim = form.aim != subject and draft.kind != "objective"
            parent = form.aim if under_aim else form.under
        elif at == form.aim:
            parent = subject if drafts[subject - form.first].kind == "objective" else None
        else:
            key = (draft.label or "").casefold()
            parent = letters.get(key, subject)
            if len(key) == 1 and draft.kind == "action":
                letters.setdefault(key, at)
        linked.append(attrs.evolve(draft, fixed_parents=(parent,) if parent is not None else None))
    return linked


def _with_fields(draft: Draft, form: OpenForm, measures: int, context: Context) -> Draft:
    """The form's subject with its owner, date and status, and all the other fields by their names; a target and a
    baseline are the one measure's, where there is one."""
    others: list[tuple[str, Passage]] = []
    for field in form.fields:
        passage = field.passage
        if field.role == "owner":
            draft = attrs.evolve(draft, owner=draft.owner or passage)
        elif field.role == "due" and draft.due is None:
            draft = attrs.evolve(draft, due=due_of_cell(passage.text, context.fiscal), due_words=passage.words)
        elif field.role == "status" and not field.letters:
            draft = attrs.evolve(draft, status=draft.status or passage)
        elif not field.letters and (field.role not in ("target", "baseline") or measures != 1):
            others.append((field.header, passage))
    return attrs.evolve(draft, fields=tuple(others))


def _with_lettered_statuses(form: OpenForm, drafts: Sequence[Draft]) -> list[Draft]:
    """The form's drafts with the statuses that name them by their letters, the first one of each."""
    told = list(drafts)
    for field in form.fields:
        left = set(field.letters)
        for at, draft in enumerate(told):
            key = (draft.label or "").casefold()
            if key in left:
                left.remove(key)
                told[at] = attrs.evolve(draft, status=field.passage)
    return told


_RESPONSE = ("response", "agreed action", "action agreed", "reply")


def _answers(draft: Draft, subject: Draft) -> bool:
    """Whether a draft is what will be done about the recommendation that the form is about: who and when are both's."""
    labels = " ".join(evidence for evidence in draft.evidence if evidence.startswith("form label: ")).casefold()
    return draft.kind == subject.kind == "action" and any(name in labels for name in _RESPONSE)
