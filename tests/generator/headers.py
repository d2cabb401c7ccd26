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


_RUN_ON = """
DIP Goals|DIP Actions|Indicative Measures|Milestones
Our Priorities|What we will do|How we will know|Key milestones
Goals|Actions|Success criteria|Key dates
Plan Objectives|Planned Actions|Success Measures|Milestones
Strategic aims|Key activities|Key performance indicators|Deliverables
OBJECTIVE|ACTIONS|MEASURES|MILESTONES
Improvement goals|Improvement actions|Measures of success|Key milestones
Outcomes|Initiatives|Indicators|Milestones
Aim|What we will do|How we will measure success|Key dates
Strategic Goals|Strategic Initiatives|Performance Metrics|Key Deliverables
Priority|Key Actions|Key Results|Milestones
Objectives|Tasks|Performance indicators|Milestones
"""
RUN_ON_HEADERS: tuple[dict[str, str], ...] = tuple(
    dict(zip(("objective", "action", "measure", "milestone"), line.split("|"), strict=True))
    for line in _RUN_ON.strip().splitlines()
)
