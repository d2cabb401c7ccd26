"""Who does an item of a list and by when, printed in a line of its own under it."""

from __future__ import annotations

from objectives_parser import Plan, parse


def _parsed(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def _said(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    records = [*plan.objectives, *plan.actions]
    return {record.text: (record.owner, record.due.text if record.due else None) for record in records}


def test_lines_under_items_are_said_of_the_items() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Objective 1.1: Fewer deaths on the road\n\n"
        "- Repaint all crossings.\n\n  Lead: Public Works | Timeline: Year 1\n\n"
        "- Fund two crossing guards.\n\n  Lead: Police | Timeline: Year 2\n"
    )
    assert _said(plan) == {
        "Fewer deaths on the road": (None, None),
        "Repaint all crossings.": ("Public Works", "Year 1"),
        "Fund two crossing guards.": ("Police", "Year 2"),
    }


def test_a_line_each_for_who_and_when() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Goal 1: Safer streets\n\n"
        "- Repaint all crossings.\n\nLead: Public Works\n\nTimeline: 2027\n\n"
        "- Fund two crossing guards.\n\nLead: Police\n\nTimeline: 2028\n"
    )
    assert _said(plan) == {
        "Safer streets": (None, None),
        "Repaint all crossings.": ("Public Works", "2027"),
        "Fund two crossing guards.": ("Police", "2028"),
    }


def test_a_line_behind_a_list_is_said_of_what_the_list_serves() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Goal 1: A cleaner river\n\n"
        "- Plant trees along the bank.\n- Fine all dumping.\n\nGoal lead: Water Board\n"
    )
    assert _said(plan)["A cleaner river"] == ("Water Board", None)
    assert _said(plan)["Fine all dumping."] == (None, None)


def test_numbered_texts_over_their_fields_are_what_is_done() -> None:
    plan = _parsed(
        "# Climate plan\n\n## Buildings\n\n"
        "**B1 – Light all halls with LEDs**\nLead department: Facilities. Partners: Utility. Timeframe: Short term. "
        "Carbon saved: 120 t.\n\n"
        "**B2 – Report the energy use of offices**\nLead department: Planning. Timeframe: Long term. Cost: low.\n"
    )
    assert [(action.label, action.text, action.owner, action.category) for action in plan.actions] == [
        ("B1", "Light all halls with LEDs", "Facilities", "Buildings"),
        ("B2", "Report the energy use of offices", "Planning", "Buildings"),
    ]
    assert [action.due.text for action in plan.actions if action.due] == ["Short term", "Long term"]


def test_one_text_over_fields_is_no_series() -> None:
    assert not _parsed("# Report\n\n**A1 – Light all halls**\nLead department: Facilities. Timeframe: Short.\n").records


def test_names_alone_in_brackets_are_owners_where_most_deeds_have_some() -> None:
    plan = _parsed(
        "# Delivery plan\n\n## What we will do\n\n"
        "- Open three leisure centres (Head of Leisure)\n"
        "- Extend free swimming (Director of Sport, March 2027)\n"
        "- Retrofit 500 homes – Housing Service – 2027/28\n"
    )
    assert _said(plan) == {
        "Open three leisure centres": ("Head of Leisure", None),
        "Extend free swimming": ("Director of Sport", "March 2027"),
        "Retrofit 500 homes": ("Housing Service", "2027/28"),
    }


def test_short_forms_and_single_names_in_brackets_stay() -> None:
    plan = _parsed(
        "# Delivery plan\n\n## What we will do\n\n"
        "- Publish the National Water Plan (NWP)\n- Fund the Roads Safety Board (RSB)\n- Found a River Trust (RT)\n"
        "- Open a hall (Old Town)\n- Mend the bridge\n- Plant trees\n- Train staff\n"
    )
    assert all(owner is None and text[-1] in ")efs" for text, (owner, _) in _said(plan).items())


def test_places_in_brackets_are_no_owners() -> None:
    """Where something is done stands in brackets as often as who does it."""
    plan = _parsed(
        "# Delivery plan\n\n## What we will do\n\n- Restore the wells (Northfield, Easton)\n"
        "- Plant olives on the terraces (Easton)\n"
        "- Build a second cistern (Hollow Hill)\n- Mend the weirs (Southmere)\n"
    )
    assert all(owner is None and text.endswith(")") for text, (owner, _) in _said(plan).items())
