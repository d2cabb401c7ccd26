"""Text that speaks of a plan, its abbreviations and its tables, and states nothing itself."""

import pytest

from objectives_parser import parse


@pytest.mark.parametrize(
    "text",
    [
        "## Objectives\n\nThese five objectives are the outcomes that we want to achieve.\n",
        "## Strategic priorities\n\nThis plan will also drive business planning.\n",
        "## Consultancies\n\nDuring 2015–16, two new consultancy contracts were entered into by\n\n- the office\n",
        "## Targets\n\n*Source: National Center for Statistics, to be updated.\n",
        "## Scope\n\nThe targets in this section will be implemented by 2030.\n",
        "# Glossary and abbreviations list\n\n## KPI\n\nkey performance indicator\n\n## SME\n\nsmall enterprise\n",
    ],
)
def test_it_is_no_record(text: str) -> None:
    assert not parse(f"# Plan\n\n{text}".encode(), name="plan.md").records
