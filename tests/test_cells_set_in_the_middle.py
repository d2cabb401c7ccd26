"""Tables in text whose cells are set around the middle of their rows, and what stands over and behind them."""

from __future__ import annotations

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


def test_numbers_in_the_middle_of_rows_have_a_column_beside_the_statements() -> None:
    plan = read(
        "Implementation Matrix\n"
        "\n"
        "                                                              Short   Long\n"
        "No. Action                                                                    Lead agency        Cost\n"
        "                                                              term    term\n"
        "Piers\n"
        "      Replace 60 m of planks on the old pier and link the             Harbour\n"
        "1.1                                                           ✓       ✓       Corporation        High\n"
        "      lamps to the control room\n"
        "      Ask a fair price of all who moor, with a free week              Board of\n"
        "1.2                                                           ✓               Dues               Low\n"
        "      for small boats\n"
        "                                                                              Ministry of\n"
        "1.3 Build a shed for oars at each school                              ✓                          Low\n"
        "                                                                              Schools\n"
        "Dunes\n"
        "      Map the dunes by kite every two years after the\n"
        "2.1                                                           ✓       ✓       Office of Maps     Low\n"
        "      spring tides\n"
    )
    assert [(a.label, a.text, a.category) for a in plan.actions] == [
        ("1.1", "Replace 60 m of planks on the old pier and link the lamps to the control room", "Piers"),
        ("1.2", "Ask a fair price of all who moor, with a free week for small boats", "Piers"),
        ("1.3", "Build a shed for oars at each school", "Piers"),
        ("2.1", "Map the dunes by kite every two years after the spring tides", "Dunes"),
    ]


OBJECTIVES = (
    "                 Harbour Master, Office of the Coast\n"
    "                                         Dame Ada Quill\n"
    "\n"
    "                                        Objectives 2033/34\n"
    "A. Business delivery objectives\n"
    "\n"
    "         Objective                    Performance Measures                  Milestones\n"
    "                                  Yearly running cost of the docks\n"
    " Lead the Office to                                                   Plan of the docks agreed\n"
    "                                  falls by £14m against the 2032/33\n"
    " deliver a sounder fleet of                                           by council (June 2033)\n"
    "                                  baseline\n"
    " boats that costs less to                                             First ten docks vacated\n"
    "                                  At least 85% of ferries leave on\n"
    " run                                                                  (December 2033)\n"
    "                                  the day listed\n"
    " Ensure that the new              No gap in pilots on any             Tender documents issued\n"
    " rules for pilots of the          part of the river                   by September 2033\n"
    " river are in place               Tender round closes with at least   Contracts awarded by\n"
    " on time and to budget            three bids per lot                  March 2034\n"
)


def test_a_line_over_a_subject_in_the_middle_is_of_its_row() -> None:
    plan = read(OBJECTIVES)
    first, second = (objective.id for objective in plan.objectives)
    assert [o.text for o in plan.objectives] == [
        "Lead the Office to deliver a sounder fleet of boats that costs less to run",
        "Ensure that the new rules for pilots of the river are in place on time and to budget",
    ]
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Yearly running cost of the docks falls by £14m against the 2032/33 baseline", (first,)),
        ("At least 85% of ferries leave on the day listed", (first,)),
        ("No gap in pilots on any part of the river", (second,)),
        ("Tender round closes with at least three bids per lot", (second,)),
    ]


def test_a_lettered_title_over_a_table_is_a_group() -> None:
    plan = read(OBJECTIVES)
    assert len(plan.objectives) == 2
    assert {o.category for o in plan.objectives} == {"A. Business delivery objectives"}


def test_a_bullet_on_the_edge_of_its_column_stands_with_what_it_begins() -> None:
    plan = read(
        "         Objective                Performance Measures                 Milestones\n"
        " Improve the skills\n"
        " of all pilots across          • 80% of pilots of large ships\n"
        " the river so that                hold the licence                  • Skills listed by July 2033\n"
        " ships are led well\n"
        "                                                                    • Move to the new pier\n"
        " Support wider harbour\n"
        "                             • Tolls and dues are collected by        planned in October 2033\n"
        " reform by sharing\n"
        "                               the shared office at a tenth         • Move of tolls complete by\n"
        " services with others\n"
        "                               less a ship                            March 2034\n"
    )
    assert [o.text for o in plan.objectives] == [
        "Improve the skills of all pilots across the river so that ships are led well",
        "Support wider harbour reform by sharing services with others",
    ]
    assert plan.measures[1].text == "Tolls and dues are collected by the shared office at a tenth less a ship"


def test_milestones_in_a_table_behind_the_form_of_a_commitment_serve_it() -> None:
    form = (
        "<table><tr><td colspan=2>Commitment {n}: {text}</td></tr>"
        "<tr><td>Lead implementing agency</td><td>Office of Boats</td></tr>"
        "<tr><td>Problem addressed</td><td>Nobody can see who stands behind the fleets.</td></tr>"
        "<tr><td>Main objective</td><td>{aim}</td></tr>"
        "<tr><td>OGP values</td><td>Access to information</td></tr></table>"
        "<table><tr><th>Milestones</th><th>New or ongoing</th><th>Start date</th><th>End date</th></tr>"
        "<tr><td>{first}</td><td>New</td><td>May 2032</td><td>June 2032</td></tr>"
        "<tr><td>{second}</td><td>New</td><td>July 2032</td><td>March 2033</td></tr></table>"
    )
    boats = ("Publish who owns the boats", "A register of all owners", "Bill tabled in Parliament", "Register opened")
    books = ("Open the books of harbours", "A hearing in each town", "Rule agreed with towns", "Books published")
    forms = [
        form.format(n=n, text=text, aim=aim, first=first, second=second)
        for n, (text, aim, first, second) in enumerate((boats, books), 1)
    ]
    plan = parse(f"<html><body>{''.join(forms)}</body></html>".encode(), name="plan.html")
    first, second = (commitment.id for commitment in plan.actions)
    assert [m.parents for m in plan.milestones] == [(first,), (first,), (second,), (second,)]


def test_numbered_items_in_the_first_column_are_rows_also_with_nothing_beside_them() -> None:
    plan = read(
        "Action plan of the harbour\n"
        "Goals:\n"
        " Keep the water of the bay clean.\n"
        " Make the quays safe for all who fish.\n"
        " Waste nothing that the sea brings.\n"
        "                 Sustainable Action                                       Short   Long   Lead\n"
        "a. Clean Piers\n"
        "Current Efforts\n"
        "1. Sweep the quays each spring with the help of the schools and\n"
        "of all who fish here\n"
        "2. Lend nets to those who ask\n"
        "Proposed Efforts\n"
        "1. Adopt a rule that no ship may leave waste on the quay, with the         X             Works\n"
        "harbours of the north\n"
        "2. Build on the aims of the coast towns, among them those of all,                  X\n"
        "Goal 3 – Clean Water included\n"
        "3. Paint the sheds in colours that last                                    X             Works\n"
    )
    assert [o.text for o in plan.objectives] == [
        "Keep the water of the bay clean.",
        "Make the quays safe for all who fish.",
        "Waste nothing that the sea brings.",
    ]
    assert [(a.text, a.owner) for a in plan.actions] == [
        ("Sweep the quays each spring with the help of the schools and of all who fish here", None),
        ("Lend nets to those who ask", None),
        ("Adopt a rule that no ship may leave waste on the quay, with the harbours of the north", "Works"),
        ("Build on the aims of the coast towns, among them those of all, Goal 3 – Clean Water included", None),
        ("Paint the sheds in colours that last", "Works"),
    ]


def test_labels_of_a_form_stand_in_the_middle_of_what_they_label() -> None:
    plan = read(
        "4. Priorities of the coast\n"
        "\n"
        "Adaptation priority   Raise the catch of small boats while taking fewer young fish\n"
        "1                     each year\n"
        "                      • Restore 300 hectares of sea grass in the northern bays\n"
        "                      • Lend wide nets to all who hand in their old ones at the\n"
        "Key activities\n"
        "                        harbour; train 900 crews\n"
        "                      • Extend the insurance of boats to all villages\n"
        "                      • Hectares of sea grass restored\n"
        "Indicators\n"
        "                      • Share of boats insured\n"
        "Lead institution      Ministry of Fish and Coasts\n"
        "\n"
        "\n"
        "Adaptation priority\n"
        "                      Keep people safe from storms\n"
        "2\n"
        "                      • Open the halls of all schools in storms\n"
        "Key activities\n"
        "                      • Send alerts by text message in three languages\n"
        "                      • Days lost in storms per village\n"
        "Indicators\n"
        "                      • Residents reached by alerts\n"
        "Lead institution      Ministry of Health\n"
    )
    first, second = (objective.id for objective in plan.objectives)
    assert [(a.text, a.parents) for a in plan.actions] == [
        ("Restore 300 hectares of sea grass in the northern bays", (first,)),
        ("Lend wide nets to all who hand in their old ones at the harbour; train 900 crews", (first,)),
        ("Extend the insurance of boats to all villages", (first,)),
        ("Open the halls of all schools in storms", (second,)),
        ("Send alerts by text message in three languages", (second,)),
    ]
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Hectares of sea grass restored", (first,)),
        ("Share of boats insured", (first,)),
        ("Days lost in storms per village", (second,)),
        ("Residents reached by alerts", (second,)),
    ]
