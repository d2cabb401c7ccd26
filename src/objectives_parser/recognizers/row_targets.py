"""The values that a row gives a measure: what is to be reached, in the last year of several, and the baseline."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.row_periods import says
from objectives_parser.records import Target
from objectives_parser.roles import header_role
from objectives_parser.values import is_value_only, target_of

_SHORT = 40


def with_row_target(draft: Draft, mine: Sequence[RowField]) -> Draft:
    """A measure with the target that its row names, the last where several periods have one, and the baseline."""
    values = [field for field in mine if field.role == "target" and says(field.passage.text)]
    baseline = next((f.passage for f in mine if f.role == "baseline" and says(f.passage.text)), None)
    if not values:
        return draft
    return with_target(draft, _last_target(values).passage, baseline)


_YEAR = regex.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?\d\d\b)?|\bFY\s?\d\d\b", regex.IGNORECASE)


_FINAL = regex.compile(r"\b(?:end|final|end-?line|long)\b", regex.IGNORECASE)


def _last_target(values: Sequence[RowField]) -> RowField:
    """The target of the last year, where each year has a column of its own (`Target 2026 | Target 2027`), or of the
    last of other periods (`Year 1 | Year 2`), else the first."""
    years = [_YEAR.search(field.header) for field in values]
    told = [year.group()[-2:] for year in years if year is not None]
    if len(told) < len(values) or len(set(told)) < len(told):
        final = [field for field in values if _FINAL.search(field.header)]
        if len(final) == 1:
            return final[0]  # `Mid-term target | End-term target`
        return values[-1] if all(_is_period(field.header) for field in values) else values[0]
    return max(zip(told, values, strict=True), key=lambda one: one[0])[1]


def _is_period(header: str) -> bool:
    role = header_role(header)
    return role is not None and role.role == "period"


def with_target(draft: Draft, passage: Passage, baseline: Passage | None) -> Draft:
    """The draft with the target that the passage states, and the baseline beside it."""
    target = target_of(passage.text)
    if target is None and not is_value_only(passage.text) and len(passage.text) > 200:
        return draft
    # the whole of a short cell: `At least 98 %`, `5 days`
    target = evolve(target, text=passage.text) if target and len(passage.text) <= _SHORT else target
    target = target or Target(text=passage.text)
    if baseline is not None:
        target = evolve(target, baseline=baseline.text)
    return evolve(draft, target=target, target_words=passage.words)
