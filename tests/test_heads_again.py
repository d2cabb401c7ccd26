"""Rows amid a table that print its head again, under another first cell."""

from __future__ import annotations

from objectives_parser import parse


def test_a_topic_over_the_years_again_is_a_section_of_the_indicators() -> None:
    page = (
        "| Headline indicators | 2020 | 2021 | 2022 |\n|---|---|---|---|\n"
        "| Emissions of all sectors (kt) | 9 | 8 | 7 |\n| **Transport** | 2020 | 2021 | 2022 |\n"
        "| Share of electric buses (%) | 2 | 3 | 4 |\n| **Waste** | 2020 | 2021 | 2022 |\n"
        "| Waste burnt in the open (t) | 50 | 40 | 30 |\n"
    )
    measures = [(record.text, record.category) for record in parse(page.encode(), name="p.md").measures]
    assert measures == [
        ("Emissions of all sectors (kt)", None),
        ("Share of electric buses (%)", "Transport"),
        ("Waste burnt in the open (t)", "Waste"),
    ]
