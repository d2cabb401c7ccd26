"""Rows told by the numbers and codes of their cells, in text that blanks lay out: numbers over names, coded titles over
what explains them, units behind figures."""

from __future__ import annotations

from objectives_parser import Plan, parse


def told(text: str) -> list[tuple[str, str | None, str, str | None]]:
    """Kind, label, text and due date's words of each record."""
    plan: Plan = parse(text.encode(), name="plan.txt")
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(each.kind, each.label, each.text, each.due.text if each.due else None) for each in in_order]


NUMBERED = """\
Implementation                                                   Responsible
                        Action Required                                      Funding Source  Timeframe  Result
Measures                                                           Agency
26                      The Council will go on lending boats to    Harbour     General Fund    2031 and   More families
                        families, through:                         Department                  ongoing    row
Boats for Large                                                                Grants
                        • lower fees                               Planning
Households                                                         Board
                        • longer hours
Lend boats to large
households.
27                      The Council will go on mending nets for    Harbour     General Fund    2032 and   More nets
                        the old, by hand                           Department                  ongoing    hold fish
Nets for the Old                                                               Grants
"""


def test_numbers_over_the_names_of_rows_count_them() -> None:
    found = {label: (text, due) for _, label, text, due in told(NUMBERED) if label}
    assert found == {
        "26": ("Boats for Large Households", "2031 and ongoing"),
        "27": ("Nets for the Old", "2032 and ongoing"),
    }
    assert "26" not in [text for _, _, text, _ in told(NUMBERED)]


def test_numbers_that_fall_count_no_rows() -> None:
    fallen = NUMBERED.replace("27   ", "12   ")
    assert len(told(fallen)) > len(told(NUMBERED))


CODED = """\
 Measure                                                   Conditionality       Reduction
                                                                                and time

 MA1 – Better harvests along the river

 Seed that bears drought is given out in spring, and                            205 MWh
                                                           Conditional
 wells are dug where none stand. Farmers learn to keep                           in 2031
 water in their soil. They sell together, in one hall by
 the quay, and at one price.

 MA2 – Healthy cattle

 Fodder is grown on the banks, and a vet comes each                             408 MWh
                                                           Conditional
 month. Calves are counted and marked. The herds are                             in 2031
 kept off the young trees, behind fences of willow, and
 they drink from troughs.
"""


def test_a_coded_title_over_an_empty_line_stands_for_what_explains_it() -> None:
    assert [(label, text) for _, label, text, _ in told(CODED)] == [
        ("MA1", "Better harvests along the river"),
        ("MA2", "Healthy cattle"),
    ]


UNITS = """\
                                                                                Reduction
 Measure                                                   Conditionality       (in MWh)
                                                                                and timeline

 Give out seed that bears drought along the river          Conditional          205 MWh
                                                                                in 2031
 Grow fodder on the banks of the river                     Unconditional        408 MWh
                                                                                in 2032
 Dig wells where none stand                                Conditional          131 MWh
                                                                                in 2033
"""


def test_a_unit_behind_figures_and_a_year_behind_in_begin_no_column() -> None:
    assert [due for _, _, _, due in told(UNITS)] == ["205 MWh in 2031", "408 MWh in 2032", "131 MWh in 2033"]


COUNTED = """\
<table>
<tr><th>Measure</th><th>Lead</th></tr>
<tr><td>Greener quays<br>Component 1: Plant reeds<br>Component 2: Mend the steps</td><td>Harbour office</td></tr>
<tr><td>Component 1: Dredge the basin<br>Component 2: Sell the silt</td><td>Harbour office</td></tr>
</table>
"""


def test_a_line_over_counted_parts_is_their_title() -> None:
    plan = parse(COUNTED.encode(), name="plan.html")
    texts = {record.id: record.text for record in plan.records}
    assert [(each.text, [texts[parent] for parent in each.parents]) for each in plan.records] == [
        ("Greener quays", []),
        ("Plant reeds", ["Greener quays"]),
        ("Mend the steps", ["Greener quays"]),
        ("Dredge the basin", []),
        ("Sell the silt", []),
    ]
