"""Aims over lists that captions name, however the aims are set: the captions printed again tell where lists end."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

TOLD = [
    ("objective", "Keep the harbour open in all weathers", ()),
    ("measure", "Ships call each week", ("objective-1",)),
    ("measure", "Dues cover the cost of dredging and of the lights on both of the moles", ("objective-1",)),
    ("milestone", "Channel dredged by May 2031", ("objective-1",)),
    ("objective", "Bring visitors to the old town", ()),
    ("measure", "Beds let at night", ("objective-2",)),
    ("milestone", "Map printed June 2031", ("objective-2",)),
    ("milestone", "Museum opens July 2031", ("objective-2",)),
    ("objective", "Teach the young to sail", ()),
    ("measure", "Pupils who pass", ("objective-3",)),
]


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, record.parents) for record in in_order]


def printed(aim: str, bullet: str, colon: str = "", gap: str = "\n") -> str:
    aims = [aim.format(number) for number in (1, 2, 3)]
    lines = [
        "Objectives of the Harbour Master: 2031 to 2032", "Ada Quay, Port of Wick", "Business objectives",
        f"{aims[0]}Keep the harbour open in all weathers", f"Performance measures{colon}",
        f"{bullet}Ships call each week",
        f"{bullet}Dues cover the cost of dredging and of the lights on both of\nthe moles",
        f"Milestones{colon}", f"{bullet}Channel dredged by May 2031",
        f"{aims[1]}Bring visitors to the old town", f"Performance measures{colon}", f"{bullet}Beds let at night",
        f"Milestones{colon}", f"{bullet}Map printed June 2031", f"{bullet}Museum opens July 2031",
        "Leadership objectives",
        f"{aims[2]}Teach the young to sail", f"Performance measures{colon}", f"{bullet}Pupils who pass",
    ]  # fmt: skip
    return gap.join(lines) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        printed("{}. ", ""),
        printed("{}. ", "• "),
        printed("{}. ", "", gap="\n\n"),
        printed("Objective {}: ", "", ":"),
        printed("Objective {}: ", "• ", ":"),
        printed("", "• "),
    ],
    ids=["no bullets", "bullets", "empty lines", "labels", "labels and bullets", "bullets alone"],
)
def test_captions_printed_again_tell_aims_from_items(text: str) -> None:
    assert told(parse(text.encode(), name="plan.txt")) == TOLD


def test_page_numbers_and_running_heads_are_no_items() -> None:
    text = printed("{}. ", "").replace("Map printed", "Port of Wick\nPage 1\nMap printed") + "Port of Wick\nPage 2\n"
    assert told(parse(text.encode(), name="plan.txt")) == TOLD


def test_numbered_paragraphs_over_captioned_lists_in_marked_up_text() -> None:
    text = (
        "# Objectives 2031\n\n## Business objectives\n\n1. Keep the harbour open\n\nPerformance measures\n\n"
        "* Ships call each week\n\nMilestones\n\n* Channel dredged by May 2031\n\n2. Bring visitors to the town\n\n"
        "Performance measures\n\n* Beds let at night\n\nMilestones\n\n* Map printed June 2031\n"
    )
    assert told(parse(text.encode(), name="plan.md")) == [
        ("objective", "Keep the harbour open", ()),
        ("measure", "Ships call each week", ("objective-1",)),
        ("milestone", "Channel dredged by May 2031", ("objective-1",)),
        ("objective", "Bring visitors to the town", ()),
        ("measure", "Beds let at night", ("objective-2",)),
        ("milestone", "Map printed June 2031", ("objective-2",)),
    ]


def test_the_last_item_of_a_numbered_list_is_no_aim_of_the_caption_below() -> None:
    text = (
        "# Plan\n\n## Goal 1. Every child can read\n\n### Strategies\n\n1. Read aloud each day\n2. Open the library at"
        " noon\n\n### Indicators\n\n* Books lent\n\n## Goal 2. Every child can swim\n\n### Strategies\n\n"
        "1. Build a pool\n2. Hire three teachers\n\n### Indicators\n\n* Badges won\n"
    )
    found = told(parse(text.encode(), name="plan.md"))
    assert [text for kind, text, _ in found if kind == "objective"] == ["Every child can read", "Every child can swim"]
    assert [parents for kind, _, parents in found if kind == "measure"] == [("objective-1",), ("objective-2",)]
