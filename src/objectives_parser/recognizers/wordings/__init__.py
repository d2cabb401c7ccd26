"""Wordings that tell what a piece of running text is: a goal, a deed, a measure, a heading over one of them, or nothing
of the plan’s own."""

from __future__ import annotations

from objectives_parser.recognizers.wordings.asides import CAPTION, points, says_nothing, tells_progress
from objectives_parser.recognizers.wordings.cells import ANSWERS, answers_only, is_answer, is_rank, is_state, is_tick
from objectives_parser.recognizers.wordings.counted import (
    COUNT_CAPTION,
    NAMED_INDICATOR,
    explains,
    explains_count,
    is_note,
)
from objectives_parser.recognizers.wordings.deeds import (
    DATE_FIRST,
    describes,
    first_sentence,
    is_doing,
    is_done,
    is_past,
    is_to_do,
    is_under_way,
    names_deed,
    tells,
    tells_behind_title,
)
from objectives_parser.recognizers.wordings.goals import AIM_BY_WAYS, is_goal_sentence, promises_by_ways, reads_as_aim
from objectives_parser.recognizers.wordings.headings import (
    DESCRIBES,
    REPORTS,
    SAYS_WHY,
    SPEAKS_OF,
    STAGE,
    TERM,
    asks_how,
    is_title_cased,
    is_title_in_capitals,
    looks_ahead,
    names_itself,
    without_purpose,
)
from objectives_parser.recognizers.wordings.lists import (
    DATES_ALL,
    OPEN_SPAN,
    announces_list,
    completes_promise,
    who_will,
)

__all__ = [
    "AIM_BY_WAYS",
    "ANSWERS",
    "CAPTION",
    "COUNT_CAPTION",
    "DATES_ALL",
    "DATE_FIRST",
    "DESCRIBES",
    "NAMED_INDICATOR",
    "OPEN_SPAN",
    "REPORTS",
    "SAYS_WHY",
    "SPEAKS_OF",
    "STAGE",
    "TERM",
    "announces_list",
    "answers_only",
    "asks_how",
    "completes_promise",
    "describes",
    "explains",
    "explains_count",
    "first_sentence",
    "is_answer",
    "is_doing",
    "is_done",
    "is_goal_sentence",
    "is_note",
    "is_past",
    "is_rank",
    "is_state",
    "is_tick",
    "is_title_cased",
    "is_title_in_capitals",
    "is_to_do",
    "is_under_way",
    "looks_ahead",
    "names_deed",
    "names_itself",
    "points",
    "promises_by_ways",
    "reads_as_aim",
    "says_nothing",
    "tells",
    "tells_behind_title",
    "tells_progress",
    "who_will",
    "without_purpose",
]
