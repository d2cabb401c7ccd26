"""Header words that plans print over their columns."""

from __future__ import annotations

import random

HEADERS: dict[str, tuple[str, ...]] = {
    "objective": ("Objectives", "Goals", "Aims", "Priorities", "Outcomes", "Strategic objectives", "Our goals"),
    "action": ("Actions", "What we will do", "Activities", "Key actions", "Initiatives", "Planned actions", "Tasks"),
    "measure": (
        "Performance measures",
        "Success criteria",
        "Key results",
        "Indicators",
        "Measures of success",
        "How we will measure success",
        "Key performance indicators",
        "How we will know",
        "Success measures",
        "Metrics",
    ),
    "milestone": ("Milestones", "Key dates", "Deliverables", "Key milestones", "Key deliverables"),
    "owner": ("Lead", "Owner", "Lead officer", "Responsible"),
}
SECTION_NOUNS = ("objectives", "goals", "priorities", "aims", "outcomes", "objectives")
NUMBERINGS = ("{n}. ", "{n}. ", "{n}) ", "{letter}. ", "({n}) ", "{roman}. ", "Part {n}: ")
LETTERS, ROMANS = "ABCDEFG", ("I", "II", "III", "IV", "V", "VI")


def _sentence(text: str) -> str:
    return text


WAYS_TO_WRITE = (_sentence, _sentence, str.title, str.upper)


def column_headers(kinds: list[str], rng: random.Random) -> dict[str, str]:
    """A header for each kind of column, all with or all without a colon, in one way of writing."""
    colon = rng.choice((":", "", ""))
    write = rng.choice(WAYS_TO_WRITE)
    return {kind: write(rng.choice(HEADERS[kind])) + colon for kind in kinds}


def section_headers(titles: list[str], numbered: bool, shout: bool, rng: random.Random) -> list[str]:
    """The first cell of each section row: a number, the section's title and a word for objectives."""
    noun, form, colon = rng.choice(SECTION_NOUNS), rng.choice(NUMBERINGS), rng.choice((":", ":", ""))
    return [
        (form.format(n=i + 1, letter=LETTERS[i], roman=ROMANS[i]) if numbered else "")
        + (f"{title} {noun}{colon}".upper() if shout else f"{title} {noun}{colon}")
        for i, title in enumerate(titles)
    ]


RUN_ON_HEADERS: tuple[dict[str, str], ...] = (
    {"objective": "DIP Goals", "action": "DIP Actions", "measure": "Indicative Measures", "milestone": "Milestones"},
    {"objective": "Our Priorities", "action": "What we will do", "measure": "How we will know", "milestone": "By when"},
    {"objective": "Goals", "action": "Actions", "measure": "Success criteria", "milestone": "Key dates"},
    {"objective": "Plan Objectives", "action": "Planned Actions", "measure": "Success Measures", "milestone": "Milestones"},
    {"objective": "Strategic aims", "action": "Key activities", "measure": "Key performance indicators",
     "milestone": "Deliverables"},
    {"objective": "OBJECTIVE", "action": "ACTIONS", "measure": "MEASURES", "milestone": "MILESTONES"},
    {"objective": "Improvement goals", "action": "Improvement actions", "measure": "Measures of success",
     "milestone": "Key milestones"},
    {"objective": "Outcomes", "action": "Initiatives", "measure": "Indicators", "milestone": "Milestones"},
    {"objective": "Aim", "action": "What we will do", "measure": "How we will measure success", "milestone": "Key dates"},
    {"objective": "Strategic Goals", "action": "Strategic Initiatives", "measure": "Performance Metrics",
     "milestone": "Key Deliverables"},
    {"objective": "Priority", "action": "Key Actions", "measure": "Key Results", "milestone": "Milestones"},
    {"objective": "Objectives", "action": "Tasks", "measure": "Performance indicators", "milestone": "Milestones"},
)  # fmt: skip
