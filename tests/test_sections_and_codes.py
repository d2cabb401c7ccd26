"""Aims stated up front and served by what stands parts behind them: by the sections' names, by codes, by a line."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.roles import header_role


def html(*parts: str) -> Plan:
    return parse(f"<h1>Plan of the valley</h1>{''.join(parts)}".encode(), name="plan.html")


def rows(*lines: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in line.split(" | ")) for line in lines)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in cells) + "</table>"


def parents(plan: Plan) -> dict[str, list[str]]:
    named = {record.id: record.text for record in plan.records}
    return {record.text: [named[at] for at in record.parents] for record in plan.records}


AIMS = ("Recycle two thirds of what the mills throw away", "Repair every footbridge by 2030")
LISTED = "<h2>Summary</h2><p>By 2030 the dale will reach these goals:</p><ul>" + "".join(
    f"<li>{aim}</li>" for aim in AIMS
)


def test_sections_named_after_aims_in_short_serve_them() -> None:
    plan = html(
        LISTED,
        "</ul><h2>Recycling</h2><p>Little is sorted today.</p>",
        rows("Action | Lead", "Set out blue carts | Mills", "Hire two sorters | Reeve"),
        "<h2>Footbridges</h2>",
        rows("Action | Lead", "Buy oak planks | Warden", "Inspect all piers | Warden"),
    )
    found = parents(plan)
    assert found["Set out blue carts"] == found["Hire two sorters"] == [AIMS[0]]
    assert found["Buy oak planks"] == found["Inspect all piers"] == [AIMS[1]]


def test_a_section_that_two_aims_might_name_serves_none() -> None:
    aims = (
        "<h2>Summary</h2><p>By 2030 we will reach these goals:</p><ul><li>Repair bridges of oak</li><li>Paint bridges"
    )
    plan = html(
        aims + "</li></ul>",
        "<h2>Bridges</h2>",
        rows("Action | Lead", "Buy planks | Warden", "Inspect piers | Warden"),
        "<h2>Staff</h2>",
        rows("Action | Lead", "Hire a carpenter | Warden", "Train two more | Warden"),
    )
    found = parents(plan)
    assert found["Buy planks"] == found["Inspect piers"] == []


def test_codes_serve_the_aim_of_their_letter() -> None:
    """The table of aims has no name over the letters."""
    plan = html(
        "<h2>Strategic objectives</h2>",
        rows(" | Objective", "A | More people walk to the mill", "B | Fewer carts overturn at the ford"),
        "<h2>Measures</h2>",
        rows(
            "Code | Action | Start",
            "A1 | Gravel the path | 2027",
            "B1 | Widen the ford | 2028",
            "B2 | Set posts | 2029",
        ),
    )
    found = parents(plan)
    assert found["Gravel the path"] == ["More people walk to the mill"]
    assert found["Widen the ford"] == found["Set posts"] == ["Fewer carts overturn at the ford"]


def test_a_number_counts_on_from_the_one_with_its_letters() -> None:
    plan = html(
        "<h2>Land</h2><p>Goal LU-1: Fields stay fields</p><p>Policy LU-1.1: Direct new barns to the village.</p>",
        "<h2>Transport</h2><p>Goal T-1: Roads that carts can pass</p><p>Policy T-1.1: Mend roads before winter.</p>",
        "<h2>Implementation</h2>",
        rows(
            "Number | Action | Department | Time frame",
            "LU-1.1.1 | Redraw the map of the village | Reeve | 2027",
            "T-1.1.1 | Quarry stone at the fell | Warden | 2028",
        ),
    )
    found = parents(plan)
    assert found["Redraw the map of the village"] == ["Direct new barns to the village."]
    assert found["Quarry stone at the fell"] == ["Mend roads before winter."]


@pytest.mark.parametrize("line", ["Supports Goals 1 and 2", "(Supports Goals 1 and 2)", "Aligned with Goal 1, Goal 2."])
def test_a_line_under_a_strategy_says_whom_it_serves(line: str) -> None:
    goals = "<h2>Goals</h2><p>Goal 1: Wool that sells</p><p>Goal 2: Weavers who stay</p><h2>Strategies</h2>"
    strategy = f"<h3>Strategy 1: Open a hall for the trade</h3><p>{line}</p><ul><li>Rent the old barn</li></ul>"
    other = "<h3>Strategy 2: Teach the craft</h3><p>Supports Goal 2</p><ul><li>Hire a master weaver</li></ul>"
    found = parents(html(goals, strategy, other))
    assert found["Open a hall for the trade"] == ["Wool that sells", "Weavers who stay"]
    assert found["Teach the craft"] == ["Weavers who stay"]


@pytest.mark.parametrize(
    "header",
    ["Indicators, baselines and targets", "Indicator(s), baseline(s), target(s)", "Indicator, baseline, target"],
)
def test_indicators_with_their_values_in_one_column_are_measures(header: str) -> None:
    role = header_role(header)
    assert role is not None
    assert role.role == "measure"


@pytest.mark.parametrize(
    "told",
    [
        "By 2040 one dweller in three will be over 65.",
        "The National Development Plan aims to double the trade in wool by 2040.",
    ],
)
def test_forecasts_and_the_aims_of_the_nation_are_no_promises(told: str) -> None:
    assert not html(f"<h2>The dale today</h2><p>{told}</p>").records


def test_what_the_state_does_is_not_the_towns() -> None:
    part = (
        "<h2>State level efforts in the north</h2><p>The general goals are as follows:</p><ul><li>Reduce smoke by 40%"
    )
    assert not html(part + "</li><li>Increase the number of mules to 80</li></ul>").records


def test_indicators_beside_a_targets_number_serve_it() -> None:
    aims = "".join(
        f"<h2>Chapter {number}</h2><p><b>Target {number}:</b> {aim}</p>"
        f"<h3>Actions</h3><ul><li>Hire {number} wardens</li></ul>"
        for number, aim in (("1", "Keep a third of the fells wild"), ("2", "Halve the lead in the becks"))
    )
    table = rows("Target | Indicator | Data source", "1 | Share of wild fell | Reeve", "2 | Lead per gallon | Mill")
    plan = html(aims, "<h2>Annex: Headline indicators</h2>", table)
    found = parents(plan)
    assert found["Share of wild fell"] == ["Keep a third of the fells wild"]
    assert found["Lead per gallon"] == ["Halve the lead in the becks"]
    assert not any(record.target for record in plan.measures)
