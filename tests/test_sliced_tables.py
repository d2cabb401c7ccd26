"""Tabbed text whose lines are the printed lines of cells: headers over two lines, rows that begin on one line, names of
groups between them, lists side by side, and forms one under the other; and cells in print without bullets or stops."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import parse


def records(*lines: str) -> dict[str, dict[str, Any]]:
    plan = parse("\n".join(lines).encode(), name="plan.txt").to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return {record["text"]: record for record in found}


def parents(found: dict[str, dict[str, Any]], text: str) -> list[str]:
    by_id = {record["id"]: record["text"] for record in found.values()}
    return [by_id[parent] for parent in found[text]["parents"]]


def test_a_header_over_two_lines_is_one_header() -> None:
    found = records(
        "\tObjective\tWeighting\tHow will you know you have\tBy",
        "\t\t\tsucceeded?\twhen?",
        "1\tKeep every lighthouse\t40%\tLamps are lit on all nights\tMarch",
        "\tin working order\t\tof the year\t2031",
        "2\tTrain the keepers\t20%\tTwelve keepers hold a\tMay 2031",
        "\t\t\tcertificate\t",
        "3\tPaint the towers\t40%\tEvery tower is painted\tJune",
        "\tin bright colours\t\tred and white\t2031",
    )
    assert parents(found, "Lamps are lit on all nights of the year") == ["Keep every lighthouse in working order"]
    assert found["Keep every lighthouse in working order"]["due"]["text"] == "March 2031"
    assert found["Train the keepers"]["label"] == "2"


SLICED = (
    "Objective\tPerformance measures\tMilestones",
    "1. Service objectives\t\t",
    "1.1 Open all ferry piers\tPiers that open each morning\tPier survey completed in",
    "in every season\tbefore seven\tMay 2031",
    "\tBoats that leave on time\t",
    "\tFewer complaints of travellers\t",
    "1.2 Shorten the crossing\tMinutes from quay to quay fall\tNew timetable published in",
    "\tby a fifth\tJune 2031",
    "2. Corporate objectives\t\t",
    "2.1 Live within the budget\tOutturn below the limit that\tAccounts laid in July 2031",
    "of the harbour\tthe council has set\t",
    "2.2 Train the crews\tCrews hold a certificate\tAcademy opens in May 2031",
)


def test_rows_whose_cells_begin_on_one_line_begin_there() -> None:
    found = records(*SLICED)
    aim = "Open all ferry piers in every season"
    assert parents(found, "Fewer complaints of travellers") == [aim]
    assert parents(found, "Pier survey completed in May 2031") == [aim]
    assert parents(found, "Minutes from quay to quay fall by a fifth") == ["Shorten the crossing"]


def test_names_of_groups_between_sliced_rows_are_no_aims() -> None:
    found = records(*SLICED)
    assert "Corporate objectives" not in found
    assert found["Live within the budget of the harbour"]["category"] == "Corporate objectives"


def test_lists_side_by_side_serve_the_aim_over_them() -> None:
    found = records(
        "Objective 1: Keep the beaches clean and safe for everybody\t",
        "who comes to swim\t",
        "Performance measures\tMilestones",
        "• Litter on the sand falls by\t• Wardens hired by May 2031",
        "half\t• Bins emptied daily from",
        "• Water is tested each week\tJune 2031",
        "Objective 2: Bring visitors in winter\t",
        "Performance measures\tMilestones",
        "• Rooms that are let between\t• Ice rink opens in",
        "November and March\tNovember 2031",
    )
    aim = "Keep the beaches clean and safe for everybody who comes to swim"
    assert found[aim]["label"] == "Objective 1"
    for text in ("Litter on the sand falls by half", "Bins emptied daily from June 2031", "Water is tested each week"):
        assert parents(found, text) == [aim]
    assert parents(found, "Ice rink opens in November 2031") == ["Bring visitors in winter"]


def test_numbered_aims_open_forms_below_what_the_table_tells_of_its_owner() -> None:
    found = records(
        "Name\tAnna Berg",
        "Department\tHarbour Office",
        "Objective 1\tDredge the southern channel",
        "Success measures\tShips of nine metres enter at low tide",
        "Lead minister\tMinister of Ports",
        "Objective 2\tModernise the pilot station",
        "Success measures\tPilots reach every ship within an hour",
        "Lead minister\tMinister of Transport",
    )
    assert parents(found, "Pilots reach every ship within an hour") == ["Modernise the pilot station"]
    assert found["Dredge the southern channel"]["owner"] == "Minister of Ports"
    assert found["Modernise the pilot station"]["label"] == "Objective 2"


def test_what_success_looks_like_behind_an_action_measures_it() -> None:
    found = records(
        "Action\tOwner\tWhat success looks like",
        "Open a help desk at the quay\tHarbour Office\tTravellers are answered within a minute",
        "Publish the tide tables\tPilot Office\tEvery skipper has a copy",
    )
    assert parents(found, "Every skipper has a copy") == ["Publish the tide tables"]


def test_themes_span_the_actions_beside_them() -> None:
    found = records(
        "Theme\tAction\tLead\tMilestone",
        "Safer\tMend the sea wall before\tHarbour Office\tWall inspected in May 2031",
        "towns\tthe storms of autumn\t\t",
        "\tBuild shelters on both piers\tWorks Office\tShelters open in June 2031",
        "Cleaner\tCollect nets that boats have\tWardens\tFirst nets landed in",
        "water\tlost at sea\t\tJuly 2031",
    )
    assert parents(found, "Shelters open in June 2031") == ["Build shelters on both piers"]
    assert found["Build shelters on both piers"]["owner"] == "Works Office"


def _cell(lines: Sequence[str]) -> bytes:
    """A ruled table with one row whose second cell has these lines."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    columns = (40, 200, 350)
    for x, name in zip(columns, ("Objective", "Measures"), strict=False):
        canvas.drawString(x + 4, 705, name)
    canvas.drawString(44, 684, "Keep the harbour open")
    for number, line in enumerate(lines):
        canvas.drawString(204, 684 - 12 * number, line)
    for y in (720, 698, 590):
        canvas.line(40, y, 350, y)
    for x in columns:
        canvas.line(x, 720, x, 590)
    canvas.save()
    return file.getvalue()


def test_lines_that_end_short_tell_how_a_cell_sets_its_statements() -> None:
    plan = parse(
        _cell(
            (
                "Boats are moored within an",
                "hour",
                "Fog signals are heard at sea",
                "Repairs of the sea wall take",
                "less than two weeks",
                "Wall inspection agreed",
                "January 2031",
            )
        ),
        name="plan.pdf",
    )
    assert [record.text for record in plan.measures] == [
        "Boats are moored within an hour",
        "Fog signals are heard at sea",
        "Repairs of the sea wall take less than two weeks",
        "Wall inspection agreed January 2031",
    ]
