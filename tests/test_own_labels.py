"""Labels of aims that only one document uses."""

from __future__ import annotations

import pytest

from objectives_parser import parse

PLAN = """Areas for improvement

Key Issue 1: Raise standards in all subjects below expectations

1. Improve provision for music in all years

2. Give enough time to each subject

Key Issue 2: Improve the library

3. Help pupils with finding books

4. Open it at noon
"""


@pytest.mark.parametrize("word", ["Key Issue", "Key issue", "Improvement point", "Shift"])
def test_counted_commands_over_lists_are_aims(word: str) -> None:
    plan = parse(PLAN.replace("Key Issue", word).encode(), name="plan.txt")
    first, second = plan.objectives
    assert (first.label, second.text) == (f"{word} 1", "Improve the library")
    assert [action.parents for action in plan.actions] == [(first.id,)] * 2 + [(second.id,)] * 2


def test_topics_and_what_papers_count_are_none() -> None:
    topics = PLAN.replace("Raise standards in all subjects below expectations", "Standards in all subjects")
    assert not parse(
        topics.replace("Improve the library", "The library of the school").encode(), name="plan.txt"
    ).objectives
    assert not parse(PLAN.replace("Key Issue", "Exercise").encode(), name="plan.txt").objectives
