"""Tables set the other way round: aims behind what serves them, items side by side, facts in lines of a cell or row."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.records import Record


def read(rows: str) -> Plan:
    return parse(f"<html><body><h1>Harbour plan</h1><table>{rows}</table></body></html>".encode(), name="plan.html")


def parents(plan: Plan, records: tuple[Record, ...]) -> dict[str, set[str]]:
    texts = {record.id: record.text for kind in (plan.objectives, plan.actions, plan.measures) for record in kind}
    texts.update({record.id: record.text for record in plan.milestones})
    return {record.text: {texts[parent] for parent in record.parents} for record in records}


class TestAimsBehind:
    def test_aims_whose_cells_span_the_rows_of_strategies_left_of_them_make_these_deeds(self) -> None:
        plan = read(
            "<tr><th>Strategy</th><th>Indicator</th><th>Lead</th><th>Strategic objective</th></tr>"
            "<tr><td>Dredge the channel every spring</td><td>Depth in metres</td><td>Port</td>"
            "<td rowspan=2>Ships of all sizes can call at the town</td></tr>"
            "<tr><td>Light the northern mole</td><td>Lamps lit</td><td>Works</td></tr>"
            "<tr><td>Buy two ferries</td><td>Ferries running</td><td>Port</td>"
            "<td rowspan=2>Islanders can reach the mainland daily</td></tr>"
            "<tr><td>Sell tickets on the pier</td><td>Tickets sold</td><td>Office</td></tr>"
        )
        assert [record.text for record in plan.objectives] == [
            "Ships of all sizes can call at the town",
            "Islanders can reach the mainland daily",
        ]
        assert parents(plan, plan.actions) == {
            "Dredge the channel every spring": {"Ships of all sizes can call at the town"},
            "Light the northern mole": {"Ships of all sizes can call at the town"},
            "Buy two ferries": {"Islanders can reach the mainland daily"},
            "Sell tickets on the pier": {"Islanders can reach the mainland daily"},
        }
        assert parents(plan, plan.measures)["Lamps lit"] == {"Light the northern mole"}

    def test_one_lead_for_several_rows_is_no_aim(self) -> None:
        plan = read(
            "<tr><th>Objective</th><th>Action</th><th>Lead</th></tr>"
            "<tr><td>Ships can call</td><td>Dredge the channel</td><td rowspan=2>Harbour Board and its pilots</td></tr>"
            "<tr><td>Crews feel at home</td><td>Open a house for crews</td></tr>"
        )
        assert [record.text for record in plan.objectives] == ["Ships can call", "Crews feel at home"]
        assert {record.owner for record in plan.actions} == {"Harbour Board and its pilots"}

    def test_what_serves_an_aim_right_of_it_serves_it_and_not_its_neighbour(self) -> None:
        plan = read(
            "<tr><th>Milestones</th><th>Performance measures</th><th>Objectives</th></tr>"
            "<tr><td>Dredging ends in May 2027</td><td>Ships turned away in a year</td>"
            "<td>Ships can call in any tide</td></tr>"
            "<tr><td>House opens in June 2027</td><td>Crews who come again</td><td>Crews feel at home</td></tr>"
        )
        assert parents(plan, plan.measures) == {
            "Ships turned away in a year": {"Ships can call in any tide"},
            "Crews who come again": {"Crews feel at home"},
        }
        assert parents(plan, plan.milestones)["House opens in June 2027"] == {"Crews feel at home"}

    def test_a_wider_aim_right_of_others_is_the_one_that_they_serve(self) -> None:
        plan = read(
            "<tr><th>Action</th><th>Objective</th><th>Goal</th></tr>"
            "<tr><td>Dredge the channel</td><td>Ships can call in any tide</td>"
            "<td rowspan=2>The port earns its keep</td></tr>"
            "<tr><td>Open a house for crews</td><td>Crews feel at home</td></tr>"
            "<tr><td>Buy two ferries</td><td>Islanders travel daily</td>"
            "<td rowspan=2>The town and its islands belong together</td></tr>"
            "<tr><td>Lay a second cable</td><td>Islanders have power in storms</td></tr>"
        )
        found = parents(plan, plan.objectives)
        assert found["Ships can call in any tide"] == found["Crews feel at home"] == {"The port earns its keep"}
        assert found["The port earns its keep"] == set()


class TestItemsAcross:
    ROWS = (
        "<tr><th>Action</th><td>Dredge the channel in spring</td><td>Open a house for crews</td></tr>"
        "<tr><th>Lead</th><td>Port</td><td>Mission</td></tr>"
        "<tr><th>By when</th><td>May 2027</td><td>June 2028</td></tr>"
        "<tr><th>Measure</th><td>Depth in metres</td><td>Crews who come again</td></tr>"
    )

    def test_each_column_is_an_item_with_its_own_fields(self) -> None:
        plan = read(self.ROWS)
        assert [(a.text, a.owner, a.due.text if a.due else None) for a in plan.actions] == [
            ("Dredge the channel in spring", "Port", "May 2027"),
            ("Open a house for crews", "Mission", "June 2028"),
        ]
        assert parents(plan, plan.measures) == {
            "Depth in metres": {"Dredge the channel in spring"},
            "Crews who come again": {"Open a house for crews"},
        }

    def test_a_form_of_one_item_stays_a_form(self) -> None:
        plan = read(
            "<tr><th>Action</th><td>Dredge the channel in spring</td></tr><tr><th>Lead</th><td>Port</td></tr>"
            "<tr><th>Measure</th><td>Depth in metres</td></tr>"
        )
        assert [(action.text, action.owner) for action in plan.actions] == [("Dredge the channel in spring", "Port")]


class TestNamedLines:
    def test_a_line_of_a_cell_that_names_a_measure_states_it_for_the_row(self) -> None:
        plan = read(
            "<tr><th>Ref</th><th>Action</th><th>Delivery</th></tr>"
            "<tr><td>1</td><td>Dredge the channel</td><td><p>Lead officer: Port</p><p>By when: May 2027</p>"
            "<p>How we will measure success: Ships turned away in a year</p></td></tr>"
            "<tr><td>2</td><td>Open a house for crews</td><td><p>Lead officer: Mission</p><p>By when: June 2028</p>"
            "<p>How we will measure success: Crews who come again</p></td></tr>"
        )
        assert [(action.text, action.owner) for action in plan.actions] == [
            ("Dredge the channel", "Port"),
            ("Open a house for crews", "Mission"),
        ]
        assert parents(plan, plan.measures) == {
            "Ships turned away in a year": {"Dredge the channel"},
            "Crews who come again": {"Open a house for crews"},
        }

    def test_a_row_of_named_fields_speaks_of_the_row_above(self) -> None:
        plan = read(
            "<tr><th>Ref</th><th>Action</th></tr>"
            "<tr><td>1</td><td>Dredge the channel</td></tr>"
            "<tr><td colspan=2>Lead: Port | By when: May 2027 | Measure of success: Ships turned away</td></tr>"
            "<tr><td>2</td><td>Open a house for crews</td></tr>"
            "<tr><td colspan=2>Lead: Mission | By when: June 2028 | Measure of success: Crews who come again</td></tr>"
        )
        assert [(a.text, a.owner, a.due.text if a.due else None) for a in plan.actions] == [
            ("Dredge the channel", "Port", "May 2027"),
            ("Open a house for crews", "Mission", "June 2028"),
        ]
        assert parents(plan, plan.measures) == {
            "Ships turned away": {"Dredge the channel"},
            "Crews who come again": {"Open a house for crews"},
        }

    def test_cells_that_begin_with_one_name_are_lists_of_fields_whatever_it_says(self) -> None:
        plan = read(
            "<tr><th>Action</th><th>Lead</th><th>Delivery</th></tr>"
            "<tr><td>Dredge the channel</td><td>Port</td><td><p>Berth: east pier</p><p>By when: May 2027</p>"
            "<p>Measure: Ships turned away in a year</p></td></tr>"
            "<tr><td>Open a house for crews</td><td>Mission</td><td><p>Berth: west pier</p><p>By when: June 2028</p>"
            "<p>Measure: Crews who come again</p></td></tr>"
        )
        assert [action.text for action in plan.actions] == ["Dredge the channel", "Open a house for crews"]
        assert [measure.text for measure in plan.measures] == [
            "Ships turned away in a year",
            "Crews who come again",
        ]
