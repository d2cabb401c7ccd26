"""Forms whose labels stand on lines of their own, closed by a colon."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.document import block_words
from objectives_parser.layout import lay_out
from objectives_parser.readers import read

PAGE = """Wildlife and stones

Delivery objective:
Keep all meadows in flower
Action ID:
Delivery action:
Buy the two meadows at the lake and mow them late
Lead partner:
Nature Office
Target date:
May 2031
"""

LISTED = """Goal 1: Keep all meadows in flower

Actions:
- Buy the two meadows at the lake
- Mow them late

Measures:
- Number of orchids
"""


def test_a_page_for_each_action() -> None:
    plan = parse(PAGE.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Keep all meadows in flower"]
    (action,) = plan.actions
    assert action.text == "Buy the two meadows at the lake and mow them late"
    assert action.parents == (plan.objectives[0].id,)


def test_two_pages_are_two_forms() -> None:
    other = PAGE.replace("meadows", "ponds").replace("Nature", "Water")
    plan = parse((PAGE + "\n" + other).encode(), name="plan.txt")
    assert len(plan.objectives) == len(plan.actions) == 2
    assert plan.actions[1].parents == (plan.objectives[1].id,)


def test_captions_over_lists_are_no_form() -> None:
    plan = parse(LISTED.encode(), name="plan.txt")
    assert len(plan.actions) == 2
    assert [record.text for record in plan.measures] == ["Number of orchids"]


def parts(text: str) -> list[tuple[str, str]]:
    document = lay_out(read(text.encode(), "plan.txt"))
    return [(type(block).__name__, " ".join(word.text for word in block_words(block))) for block in document.blocks]


BULLETED = """Objective:
o Keep all meadows in flower
Action:
o Buy two meadows
Lead partner:
o Nature Office
Target date:
o May 2031
"""

CAPTIONS = """Who takes part

Organisations:
o Boats are named here once the board has met in the hall.
Activities:
o Nets are named here
Rules:
o N/A
Policies:
o Sheds are named here
"""


def test_captions_over_bullets_that_ask_for_no_date_are_no_form() -> None:
    assert [kind for kind, _ in parts(BULLETED)] == ["Table"]
    assert parts(CAPTIONS)[1:] == [
        ("Paragraph", "Organisations:"),
        ("ListItem", "o Boats are named here once the board has met in the hall."),
        ("Paragraph", "Activities:"),
        ("ListItem", "o Nets are named here"),
        ("Paragraph", "Rules:"),
        ("ListItem", "o N/A"),
        ("Paragraph", "Policies:"),
        ("ListItem", "o Sheds are named here"),
    ]
