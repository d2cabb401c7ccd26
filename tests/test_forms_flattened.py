"""Forms that a converter wrote label by label: each label over what it says, the title of each form right over it."""

from __future__ import annotations

from objectives_parser import Plan, parse

FORMS = """Open Harbour Action Plan

1. Publish the register of moorings
Lead office

Harbour Master

Main objective

Skippers can see which moorings are free and what each
of them costs.

Completion level

Limited

Substantial

The register was tried with two yacht clubs, which found
it easy to use.

Next steps

Print the register in three languages.

2. Open the council's meetings on fishing quotas
Lead office

Fisheries Department

Main objective

Crews hear why quotas change before the season begins.

Completion level

Limited

Substantial

Next steps

a. Stream the meetings.
b. Write a summary of each.

3. Invite bids for the fish market in public
Lead office

Departments and agencies

Main objective

Traders trust how stalls are given out.

Completion level
Next steps

Substantial

The rules were drawn up with the traders' guild.

Draft the notice of bids.

"""


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    texts = {record.id: record.text for record in plan.records}
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, tuple(texts[parent] for parent in record.parents)) for record in in_order]


def test_a_numbered_title_right_over_a_form_is_what_the_form_is_about() -> None:
    """Its last line has no empty one before the form's first label; the aim is what it serves, the rest serves it."""
    plan = parse(f"{FORMS}\f".encode(), name="plan.txt")
    register, seen = (
        "Publish the register of moorings",
        "Skippers can see which moorings are free and what each of them costs.",
    )
    assert ("action", register, (seen,)) in told(plan)
    assert ("action", "Print the register in three languages.", (register,)) in told(plan)
    owners = {record.text: record.owner for record in plan.actions}
    assert owners[register] == "Harbour Master"


def test_the_last_item_of_a_list_over_the_next_form_is_its_title() -> None:
    """`b. Write a summary` belongs to the form above, `3. Invite bids` is the next one's title."""
    plan = parse(f"{FORMS}\f".encode(), name="plan.txt")
    meetings = "Open the council's meetings on fishing quotas"
    links = {(kind, text): parents for kind, text, parents in told(plan)}
    assert links["action", "Write a summary of each."] == (meetings,)
    assert links["action", "Invite bids for the fish market in public"] == ("Traders trust how stalls are given out.",)


def test_a_form_goes_on_behind_a_scale_and_a_report() -> None:
    """Words of a scale and paragraphs of what was done stand between two labels, and state nothing."""
    plan = parse(f"{FORMS}\f".encode(), name="plan.txt")
    assert not any("tried with two" in record.text or "Limited" in record.text for record in plan.records)


def test_labels_one_under_the_other_stand_over_their_values_in_order() -> None:
    """`Completion level`, `Next steps`, then what each of them says."""
    plan = parse(f"{FORMS}\f".encode(), name="plan.txt")
    links = {text: parents for _, text, parents in told(plan)}
    assert links["Draft the notice of bids."] == ("Invite bids for the fish market in public",)


def test_milestones_in_a_table_under_a_form_serve_its_commitment() -> None:
    text = """Commitment 1: Publish the register of moorings
Lead office

Harbour Master

Background

Moorings are let by word of mouth.

Main objective

Skippers can see which moorings are free.

Milestone activity

Start date

End date

Pass the by-law on the register

January 2031

June 2031

Train six clerks in keeping the register

July 2031

March 2032

Commitment 2: Open the meetings on fishing quotas
Lead office

Fisheries Department

Background

Nobody hears why quotas change.

Main objective

Crews hear why quotas change before the season begins.

Milestone activity

Start date

End date

Stream the meetings of the quota board

May 2031

June 2032

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    parents = {record.text: record.parents for record in plan.milestones}
    commitments = {record.text: record.id for record in plan.actions}
    assert parents["Train six clerks in keeping the register"] == (commitments["Publish the register of moorings"],)
    assert parents["Stream the meetings of the quota board"] == (commitments["Open the meetings on fishing quotas"],)
