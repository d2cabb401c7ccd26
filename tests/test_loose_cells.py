"""Tables without usable headers: lists in cells, grouped by lines of their own."""

from objectives_parser import parse

PAGE = """<table>
<tr><td colspan="2">Quantified targets of the plan</td></tr>
<tr><td>Coverage</td><td>Energy and waste</td></tr>
<tr><td>Energy</td><td><p>(Generation)</p>
<ul><li>By 2030, expand clean energy generation to 15,000 MW.</li>
<li>Sales of electric cars in 2025 will be 25% of all.</li></ul>
<p>(Cooking)</p>
<ul><li>By 2025, install 500,000 improved cookstoves.</li><li>Promote biogas in every village.</li></ul></td></tr>
<tr><td>Waste</td><td><ul><li>By 2025, all wastewater will be treated before being discharged.</li></ul></td></tr>
</table>"""


def test_targets_in_cells_are_objectives_under_the_lines_that_group_them() -> None:
    plan = parse(PAGE.encode(), name="plan.html")
    assert [(record.kind, record.category, record.text[:20]) for record in plan.records] == [
        ("objective", "Generation", "By 2030, expand clea"),
        ("objective", "Generation", "Sales of electric ca"),
        ("objective", "Cooking", "By 2025, install 500"),
        ("objective", "Cooking", "Promote biogas in ev"),
        ("objective", "Waste", "By 2025, all wastewa"),
    ]


def test_facts_in_cells_are_no_list_of_deeds() -> None:
    page = "<table><tr><td>Energy</td><td><ul><li>Installed capacity is 1400 MW.</li><li>The share of cars is 1%.</li>"
    assert not parse(f"{page}</ul></td></tr></table>".encode(), name="plan.html").records


OUTLINE = """<h2>Summary of the objectives and strategies</h2>
<table>
<tr><td>Streets</td><td><p><b>Encourage people to walk</b></p><p>Build a network of paths</p>
<ul><li>Map the paths that there are</li><li>Buy the land for others</li></ul><p>Publish a map each year</p></td></tr>
<tr><td>Waste</td><td><p><b>Less waste</b></p><p>Promote the repair of goods</p>
<ul><li>Open a repair shop</li></ul></td></tr>
</table>"""


def test_an_outline_in_a_cell_is_aims_strategies_and_deeds() -> None:
    plan = parse(OUTLINE.encode(), name="plan.html")
    named = {record.id: record.text for record in plan.records}
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    assert [(record.kind, record.text, [named[parent] for parent in record.parents]) for record in in_order] == [
        ("objective", "Encourage people to walk", []),
        ("objective", "Build a network of paths", ["Encourage people to walk"]),
        ("action", "Map the paths that there are", ["Build a network of paths"]),
        ("action", "Buy the land for others", ["Build a network of paths"]),
        ("objective", "Publish a map each year", ["Encourage people to walk"]),
        ("objective", "Less waste", []),
        ("objective", "Promote the repair of goods", ["Less waste"]),
        ("action", "Open a repair shop", ["Promote the repair of goods"]),
    ]


QUESTIONS = """<h1>Introduction</h1>
<table>
<tr><td colspan="2">What this country will contribute</td></tr>
<tr><td>(a) Target relative to the starting point</td>
<td>Ruritania commits to reducing its emissions by 40% of those of 2010 by 2030.</td></tr>
<tr><td>(b) Other benefits of what is planned</td>
<td><p>The forest programme has several activities. These include:</p>
<ul><li>Restoring forests in all of the hills;</li><li>Developing a market for firewood.</li></ul></td></tr>
</table>"""


def test_answers_to_a_table_s_questions_state_the_target_and_the_activities() -> None:
    plan = parse(QUESTIONS.encode(), name="plan.html")
    assert [(record.kind, record.text) for record in plan.records] == [
        ("objective", "Ruritania commits to reducing its emissions by 40% of those of 2010 by 2030."),
        ("action", "Restoring forests in all of the hills;"),
        ("action", "Developing a market for firewood."),
    ]


def test_a_title_with_a_colon_over_what_it_means_is_one_statement() -> None:
    page = "<table><tr><th>Sector</th><th>Action</th></tr><tr><td>Farms</td><td><p>Safe farms:</p><p>Care for the soil"
    plan = parse(f"{page} and the water of all farms</p></td></tr></table>".encode(), name="plan.html")
    assert [record.text for record in plan.actions] == ["Safe farms: Care for the soil and the water of all farms"]


def test_promises_under_a_name_in_bold_are_a_list() -> None:
    told = OUTLINE.replace("Promote the repair of goods</p>\n<ul><li>Open a repair shop</li></ul>", "{}")
    promised = told.format("The town will watch the price of paper</p><p>Staff will let a new contract</p>")
    plan = parse(promised.encode(), name="plan.html")
    (waste,) = (aim for aim in plan.objectives if aim.text == "Less waste")
    assert [aim.text for aim in plan.objectives if aim.parents == (waste.id,)] == [
        "The town will watch the price of paper",
        "Staff will let a new contract",
    ]
