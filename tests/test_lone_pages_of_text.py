"""Short texts out of converters: one page, lost bullets, headings counted within their goal."""

from __future__ import annotations

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


TABLE = (
    "Harbour plan\n\n"
    " ID    Action                               Lead               Timeframe\n"
    " B-1   Renew all moorings                   Harbour office     2031\n"
    " B-2   Dredge the north basin               Works department   2031–2035\n"
    " B-3   Train the pilots                     Harbour office     2032\n"
)


def test_a_year_that_ends_the_last_row_of_a_page_is_no_page_number() -> None:
    plan = read(TABLE + "\f")
    assert [action.due and action.due.text for action in plan.actions] == ["2031", "2031–2035", "2032"]


def test_a_number_alone_at_the_foot_is_one() -> None:
    plan = read(TABLE + "\n\n                                       7\n\f")
    assert [action.text for action in plan.actions][-1] == "Train the pilots"
    assert plan.actions[-1].due and plan.actions[-1].due.text == "2032"


def test_lines_further_in_under_a_labelled_statement_are_its_list() -> None:
    plan = read(
        "Water plan\n\nGOAL 1 – Clean water for all\n\nStrategy 1.1 Replace all lead pipes by 2031.\n\n"
        "      Complete the list of pipes by June 2029\n      Replace 2,000 pipes a year\n\n"
        "Strategy 1.2 Keep the rivers clean.\n\n      Test the water each week\n\f"
    )
    assert [aim.label for aim in plan.objectives] == ["GOAL 1", "Strategy 1.1", "Strategy 1.2"]
    first, second = plan.objectives[1].id, plan.objectives[2].id
    assert [(action.text, action.parents) for action in plan.actions] == [
        ("Complete the list of pipes by June 2029", (first,)),
        ("Replace 2,000 pipes a year", (first,)),
        ("Test the water each week", (second,)),
    ]


def test_a_labelled_statement_that_wraps_is_no_list() -> None:
    plan = read(
        "Water plan\n\nStrategy 1.1 Replace all the lead pipes of the\n      Old Town and of the harbour by 2031\n"
    )
    assert len(plan.records) == 1


def test_headings_counted_within_their_goal_stand_under_it() -> None:
    deeds = (("B-1", "Adopt a building code"), ("B-2", "Retrofit all city buildings"), ("B-3", "Offer loans for homes"))
    text = "Climate plan\n\nThe city wants clean air.\n\nGoal B: Clean buildings\n"
    text += "".join(
        f"\n{code}: {deed}\n\nThis will save gas.\n\nLead: Works. Timeframe: 2031.\n\n" for code, deed in deeds
    )
    plan = read(text)
    assert [(action.label, action.owner, action.parents) for action in plan.actions] == [
        (code, "Works", (plan.objectives[0].id,)) for code, _ in deeds
    ]
