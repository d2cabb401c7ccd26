"""Tables inside forms: a plan's priority with its criteria in labelled rows and its actions in a table below them."""

from __future__ import annotations

from objectives_parser import Plan, parse
from tests.office import p, tbl, tc, word


def html(*rows: str) -> Plan:
    return parse(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode(), name="plan.html")


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    texts = {record.id: record.text for record in plan.records}
    return [(record.kind, record.text, tuple(texts[at] for at in record.parents)) for record in plan.records]


AIM = "Pupils read with joy and understanding"
PRIORITY = (
    f"<td colspan=4><b>Priority 3: {AIM}</b></td>",
    "<td>Success criteria</td><td colspan=3><ul><li>Nine in ten pupils read at their age</li></ul></td>",
)


class TestActionsBelowTheirHeader:
    """`Actions | Lead | Start | End` under labelled rows, each action in a row of its own."""

    plan = html(
        *PRIORITY,
        cells("Actions", "Lead", "Start", "Resources"),
        cells("Buy two hundred new books", "Librarian", "May 2026", "£900"),
        cells("Train every teacher in phonics, with a visit to a school that does it well", "Head", "June 2026", "-"),
        "<td>Milestones</td><td colspan=3>Books on the shelves by June 2026</td>",
    )

    def test_each_row_is_an_action_of_the_priority(self) -> None:
        assert [entry for entry in told(self.plan) if entry[0] == "action"] == [
            ("action", "Buy two hundred new books", (AIM,)),
            ("action", "Train every teacher in phonics, with a visit to a school that does it well", (AIM,)),
        ]
        assert [action.owner for action in self.plan.actions] == ["Librarian", "Head"]

    def test_the_form_goes_on_below(self) -> None:
        assert ("milestone", "Books on the shelves by June 2026", (AIM,)) in told(self.plan)
        assert [measure.text for measure in self.plan.measures] == ["Nine in ten pupils read at their age"]

    def test_what_each_action_is_measured_by(self) -> None:
        plan = html(
            *PRIORITY,
            cells("Actions", "Who", "When", "Evidence of impact"),
            cells("Open a book club", "Librarian", "May 2026", "Forty pupils come each week"),
            cells("Invite an author each term", "Head", "July 2026", "Pupils name a favourite author"),
        )
        deeds = {"Forty pupils come each week": "Open a book club"}
        deeds["Pupils name a favourite author"] = "Invite an author each term"
        assert {m: parents for kind, m, parents in told(plan) if kind == "measure" and m in deeds} == {
            measure: (deed,) for measure, deed in deeds.items()
        }


def wide(text: str, columns: int) -> str:
    return tc(text, f'<w:gridSpan w:val="{columns}"/>')


class TestTablesInsideCells:
    """A table of Word in the cell beside a label."""

    def test_what_is_reached_by_each_date(self) -> None:
        inner = tbl(tc("By May 2026") + tc("By end of Summer term"), tc("Half of the hedge planted") + tc("Pond dug"))
        plan = parse(
            word(
                tbl(
                    tc("Objective 2") + wide("Bring wildlife back to the park", 3),
                    tc("Lead") + tc("Ranger") + tc("Timescale") + tc("2026"),
                    tc("Milestones") + wide(inner + p(), 3),
                )
            ),
            name="plan.docx",
        )
        assert [(m.text, m.due and m.due.text) for m in plan.milestones] == [
            ("Half of the hedge planted", "By May 2026"),
            ("Pond dug", "By end of Summer term"),
        ]
        (goal,) = plan.objectives
        assert {m.parents for m in plan.milestones} == {(goal.id,)}
        assert (goal.owner, goal.due and goal.due.text) == ("Ranger", "2026")

    def test_indicators_with_their_values(self) -> None:
        inner = tbl(
            tc("Indicator") + tc("Baseline 2024") + tc("Target 2030"),
            tc("Share of waste that is burnt") + tc("61%") + tc("20%"),
            tc("Homes with a bin for food") + tc("900") + tc("8,000"),
        )
        plan = parse(
            word(
                tbl(
                    tc("Action B2") + tc("Collect food waste from every home"),
                    tc("Lead") + tc("Cleansing"),
                    tc("Steps") + tc(p("Buy six lorries") + p("Train their crews")),
                    tc("Indicators") + tc(inner + p()),
                )
            ),
            name="plan.docx",
        )
        deed = plan.actions[0]
        assert (deed.label, deed.text, deed.owner) == ("Action B2", "Collect food waste from every home", "Cleansing")
        assert [(m.text, m.target and m.target.text, m.parents) for m in plan.measures] == [
            ("Share of waste that is burnt", "20%", (deed.id,)),
            ("Homes with a bin for food", "8,000", (deed.id,)),
        ]


def test_a_form_under_the_heading_of_a_commitment_says_whom_it_serves_and_who_does_it() -> None:
    plan = parse(
        "<h2>Commitment 2: Open the register of bridges</h2><dl><dt>Lead agency</dt><dd>Roads Authority</dd>"
        "<dt>Period</dt><dd>May 2026 – June 2027</dd>"
        "<dt>Objective</dt><dd>Drivers know which bridges are safe</dd></dl>"
        "<h3>Milestones</h3><ol><li>Every bridge inspected</li><li>Map published online</li></ol>".encode(),
        name="plan.html",
    )
    (deed,), (aim,) = plan.actions, plan.objectives
    assert (deed.label, deed.text, deed.owner, deed.due and deed.due.text) == (
        "Commitment 2", "Open the register of bridges", "Roads Authority", "May 2026 – June 2027"
    )  # fmt: skip
    assert (deed.parents, aim.text, aim.owner) == ((aim.id,), "Drivers know which bridges are safe", None)
    assert [(m.text, m.parents) for m in plan.milestones] == [
        ("Every bridge inspected", (deed.id,)),
        ("Map published online", (deed.id,)),
    ]
