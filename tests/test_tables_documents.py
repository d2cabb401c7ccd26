"""The tables of real plans, as a person counts them on the page: rows and columns, over all the pages they go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from objectives_parser.document import Table
from objectives_parser.layout import lay_out
from objectives_parser.readers.pdf import read

COUNTED = [
    ("apg-epa-permitting/epa-permitting.pdf", (5,), 6, 6),
    ("apg-nasa-mars-2020/nasa-mars-2020.pdf", (5,), 10, 4),
    ("apg-hhs-opioids/hhs-opioids.pdf", (4, 5, 6, 7, 8, 9), 23, 2),
    ("apg-hhs-opioids/hhs-opioids.pdf", (17,), 8, 3),
    ("dto-annual-report/dto-annual-report.pdf", (30, 31, 32), 5, 4),
    ("fds-2021-action-plan/fds-2021-action-plan.pdf", (17,), 5, 5),
    ("louisville-public-health/public-health.pdf", (9, 10, 11, 12), 15, 6),
    ("louisville-zoo/zoo.pdf", (2,), 7, 6),
    ("louisville-zoo/zoo.pdf", (4, 5), 5, 6),
    ("nap3-self-assessment/nap3-self-assessment.pdf", (12,), 12, 5),
    ("nap3-self-assessment/nap3-self-assessment.pdf", (13, 14), 12, 5),
    ("new-orleans-climate/new-orleans.pdf", (25, 26, 27, 28), 61, 9),
    ("rwanda-ndc/rwanda-ndc.pdf", (60, 61, 62, 63, 64), 52, 10),
]
PROSE = [
    ("uk-moj-digital-strategy/uk-moj-digital-strategy.pdf", range(10, 14)),
    ("savannah-green-plan/savannah-green-plan.pdf", range(16, 19)),
    ("carey-school/carey-school.pdf", range(1, 8)),
]
_seen: dict[Path, list[Table]] = {}


def tables_of(path: Path) -> list[Table]:
    if path not in _seen:
        blocks = lay_out(read(path.read_bytes(), path.name)).blocks or ()
        _seen[path] = [block for block in blocks if isinstance(block, Table)]
    return _seen[path]


@pytest.mark.parametrize(("name", "pages", "rows", "columns"), COUNTED)
def test_a_table_has_the_rows_and_columns_that_are_counted(
    shared: Path, name: str, pages: tuple[int, ...], rows: int, columns: int
) -> None:
    found = [
        (table.rows, table.columns) for table in tables_of(shared / "truth" / "dev" / name) if table.pages == pages
    ]
    assert (rows, columns) in found


@pytest.mark.parametrize(("name", "pages"), PROSE)
def test_prose_in_columns_and_lists_are_no_table(shared: Path, name: str, pages: range) -> None:
    tables = tables_of(shared / "truth" / "dev" / name)
    assert not [table.pages for table in tables if set(table.pages) & set(pages)]
