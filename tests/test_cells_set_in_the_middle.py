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


SPANNED = (
    "                                                                                          How will we\n"
    " Strategic objective           What we will do                  Who            When         measure\n"
    "                                                                                            success\n"
    "                                                                                        Boats\n"
    "                         Tow wrecks out of the fairway\n"
    "                                                       Harbour Police  June 2031    towed away in\n"
    "                         before the winter\n"
    "                                                                                        a year\n"
    "1. Keep the\n"
    "                       Light the buoys along the bar   Pilots,\n"
    "harbour open in any                                                        Sept 2031    Nights lit\n"
    "                       with lamps                      Lamp Office\n"
    "weather\n"
    "                         Dredge the inner basin once a\n"
    "                                                       Dredging Unit    Dec 2031    Metres dredged\n"
    "                         year\n"
    "                         Teach pilots to steer by\n"
    "2. Bring more ships                                       Pilot School      March 2032   Pilots taught\n"
    "                         radar\n"
    "into the port         Offer lower dues in spring       Dues Office       Ongoing        Ships in spring\n"
)


def test_a_subject_set_in_the_middle_of_several_rows_spans_them() -> None:
    plan = read("Harbour Delivery Plan\n" + SPANNED)
    keep, bring = plan.objectives
    assert (keep.text, bring.text) == ("Keep the harbour open in any weather", "Bring more ships into the port")
    assert [(a.text, a.parents) for a in plan.actions] == [
        ("Tow wrecks out of the fairway before the winter", (keep.id,)),
        ("Light the buoys along the bar with lamps", (keep.id,)),
        ("Dredge the inner basin once a year", (keep.id,)),
        ("Teach pilots to steer by radar", (bring.id,)),
        ("Offer lower dues in spring", (bring.id,)),
    ]
    assert plan.measures[0].text == "Boats towed away in a year"


def test_a_header_of_two_lines_stands_around_the_others_at_their_right() -> None:
    plan = read(
        "Harbour Business Plan\n"
        "                                                                            Performance indicator and\n"
        "  Ref             Key action               Lead officer    Target date\n"
        "                                                                                     target\n"
        "Outcome 1 – Our quays are lively and clean\n"
        "         Agree on a plan for each\n"
        "                                                                         Visitors on the quays up\n"
        "1.1      market hall with all who     Head of Quays       30/09/31\n"
        "                                                                         by 3% on last year\n"
        "         trade there\n"
        "         Sweep the quays before                                          Fewer than 5% of quays below\n"
        "1.2                                  Quay Master          31/12/31\n"
        "         dawn                                                            grade B\n"
        "Outcome 2 – Skippers find it easy to deal with the port\n"
        "         Put the forms that are used\n"
        "2.1                                  Port Clerk           30/06/31       Forms sent online\n"
        "         most on the web\n"
    )
    lively, easy = plan.objectives
    assert [(a.label, a.text, a.owner, a.parents) for a in plan.actions] == [
        (
            "1.1",
            "Agree on a plan for each market hall with all who trade there",
            "Head of Quays",
            (lively.id,),
        ),
        ("1.2", "Sweep the quays before dawn", "Quay Master", (lively.id,)),
        ("2.1", "Put the forms that are used most on the web", "Port Clerk", (easy.id,)),
    ]
    assert [m.text for m in plan.measures] == [
        "Visitors on the quays up by 3% on last year",
        "Fewer than 5% of quays below grade B",
        "Forms sent online",
    ]


def test_columns_of_ticks_are_empty_in_most_rows() -> None:
    plan = read(
        "Data Roadmap\n"
        "Strategic action                                        Department       2031   2032   2033\n"
        "Adopt one list of berths for all offices                Port Clerk        X\n"
        "Publish tides, permits and fees as open data            IT, Finance              X      X\n"
        "each month\n"
        "Bring wireless access to quays, ferries and             Quay Master       X      X      X\n"
        "lighthouses\n"
    )
    assert [(a.text, a.owner) for a in plan.actions] == [
        ("Adopt one list of berths for all offices", "Port Clerk"),
        ("Publish tides, permits and fees as open data each month", "IT, Finance"),
        ("Bring wireless access to quays, ferries and lighthouses", "Quay Master"),
    ]
