"""Numbers and labels that reading order leaves alone on their lines: back to what they number."""

from __future__ import annotations

from objectives_parser import parse

LABELS = """Hill Town
Plan of the town
1
\fMitigation Goals
The committee kept the goals of the last plan.

Goal 1
Goal 2
Goal 3

Protect life and health from floods.
Lower the damage to bridges and roads.
Tell residents what they can do.

2
\fAfterword
3
"""

NUMBERED = """Hill Town
Plan of the town
1
\fSchedule

No.

Initiative

Assigned To

Year Year Year
1
2
3

GOAL 1: SAFE ROADS
Objective 1.1 – Fewer people are hurt on the roads that lead to schools and play grounds
1.1.1

Build a crossing at the mill

Road Office

✓
1.1.2

Lower the speed at the market to that
of a walker

Police; Council

✓

✓

✓

Objective 1.2 – More of those who live here walk
1.2.1

Mend the path along the brook

Park Rangers

✓
1.2.2

Light the stairs at night

Road Office

✓

2
\fAfterword
3
"""


def test_labels_in_a_row_go_to_the_lines_that_they_label() -> None:
    plan = parse(LABELS.encode(), name="plan.txt")
    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        ("Goal 1", "Protect life and health from floods."),
        ("Goal 2", "Lower the damage to bridges and roads."),
        ("Goal 3", "Tell residents what they can do."),
    ]


def test_rows_begin_at_their_codes_and_ticks_are_no_words_of_theirs() -> None:
    plan = parse(NUMBERED.encode(), name="plan.txt")
    assert [(action.label, action.text, action.owner) for action in plan.actions] == [
        ("1.1.1", "Build a crossing at the mill", "Road Office"),
        ("1.1.2", "Lower the speed at the market to that of a walker", "Police; Council"),
        ("1.2.1", "Mend the path along the brook", "Park Rangers"),
        ("1.2.2", "Light the stairs at night", "Road Office"),
    ]
    aims = {aim.id: aim.label for aim in plan.objectives}
    assert [aims[action.parents[0]] for action in plan.actions] == ["Objective 1.1"] * 2 + ["Objective 1.2"] * 2


def test_a_bullet_that_is_a_letter_goes_to_the_line_below_it() -> None:
    text = """Hill Town
Plan of the town
1
\fOverview
Goal Statement
o
By 2030, half of all trips in the town will be
made on foot.
Challenge
o
The paths along the brook are often flooded.

2
\fAfterword
3
"""
    plan = parse(text.encode(), name="plan.txt")
    assert [aim.text for aim in plan.records] == ["By 2030, half of all trips in the town will be made on foot."]
