"""Tables a cell a line, each cell closed by a sign."""

from __future__ import annotations

from objectives_parser import Record, parse

CELLS = """Harbour service plan
Ref |
Task |
Led by |
Remarks |
Finish by |
1 |
Quays and moorings |
|
|
|
1.1 |
Repair the northern quay before winter |
Marta |
|
May 2031 |
1.2 |
Agree a common way of
booking moorings |
Ivo |
With guests |
June 2031 |
"""

OVER_ROWS = """Goal 2: A lively orchard
Objective
1: More children plant trees |
Strategies |
Performance
Measures |
Targets |
- Invite the schools of the valley
- Lend spades and gloves
- Teach grafting on Saturdays
|
- Number of children who planted a tree
|
- 400 by end of 2031
|
- Share of schools that came twice
|
- 30% by end of 2032
|
Objective
2: Old sorts are kept |
Strategies |
Performance
Measures |
Targets |
- Map the old trees
- Graft ten sorts a year
|
- Number of sorts in the nursery
|
- 60 sorts by end of 2031
|
"""

SPANNING = """Objective 1: Ferries run on time
Performance Measure |
Base
2030/31 |
Target |
2031/32 |
2032/33 |
Share of crossings that
leave on time |
84% |
90% |
95% |
Share of passengers who are content |
61% |
65% |
70% |
"""


def records_of(text: str) -> tuple[Record, ...]:
    return tuple(parse(text.encode(), name="plan.txt").records)


def test_the_header_tells_how_many_cells_a_row_has() -> None:
    records = records_of(CELLS)
    actions = [record for record in records if record.kind == "action"]
    assert [record.text for record in actions] == [
        "Repair the northern quay before winter",
        "Agree a common way of booking moorings",
    ]
    assert [record.label for record in actions] == ["1.1", "1.2"]


def test_a_list_beside_several_rows_is_written_once() -> None:
    records = records_of(OVER_ROWS)
    by_text = {record.text: record for record in records}
    first, second = by_text["More children plant trees"], by_text["Old sorts are kept"]
    assert [record.text for record in records if record.kind == "action"] == [
        "Invite the schools of the valley",
        "Lend spades and gloves",
        "Teach grafting on Saturdays",
        "Map the old trees",
        "Graft ten sorts a year",
    ]
    measures = [record for record in records if record.kind == "measure"]
    assert [record.text for record in measures[:2]] == [
        "Number of children who planted a tree",
        "Share of schools that came twice",
    ]
    assert all(record.parents == (first.id,) for record in measures[:2])
    assert by_text["Graft ten sorts a year"].parents == (second.id,)


def test_a_head_over_several_years_is_no_column() -> None:
    measures = [record.text for record in records_of(SPANNING) if record.kind == "measure"]
    assert measures == ["Share of crossings that leave on time", "Share of passengers who are content"]


def test_cells_that_do_not_come_out_even_are_no_table() -> None:
    text = "Notes of the evening\nTask |\nLed by |\nRemarks |\nMarta came late |\nIvo spoke |\n"
    assert not records_of(text)
