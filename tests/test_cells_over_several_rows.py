"""Tables in text whose goals and objectives are printed once beside several rows, cards of facts, crowded headers."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.document import Line, Word
from objectives_parser.layout.wrapping import names_in


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


def test_objectives_span_rows_beside_goals_that_span_objectives() -> None:
    plan = read(
        "Harbour Plan 2031\n"
        "Goal                  Objective                  Actions                                   Lead     Year\n"
        "A. Crews can afford   A1. Keep berths within     Lease two old piers to a cooperative of   Port     2031\n"
        "to live and work in   reach                      sailors                                   Estate\n"
        "the port\n"
        "                                                 Allow houseboats in all inner basins      Zoning   2032\n"
        "                                                 of the port\n"
        "                                                 Start a loan fund for sails and rigging   Guild    2033\n"
        "                                                 of small boats                            Office\n"
        "                      A2. Pay pilots fairly for  Publish a scale of fees with each call    Guild    2031\n"
        "                      night work                 for pilots                                Office\n"
        "                                                 Pay all bills of lone pilots within ten   Finance  2032\n"
        "                                                 days\n"
        "B. Every quay has a   B1. Open public            Equip four sheds with lights and stoves   Works    2032\n"
        "place for visitors    boathouses at night\n"
        "                                                 Let choirs sing in the boathouses on      Library  2031\n"
        "                                                 Fridays\n"
        "                      B2. Bring regattas to      Move one of the three summer regattas     Events   2032\n"
        "                      the east quay              to the east quay every year\n"
        "                                                 Run free ferries on regatta days          Transit  2033\n"
    )
    names = {record.id: record.label for record in plan.objectives}
    assert [(o.label, [names[p] for p in o.parents]) for o in plan.objectives] == [
        ("A", []),
        ("A1", ["A"]),
        ("A2", ["A"]),
        ("B", []),
        ("B1", ["B"]),
        ("B2", ["B"]),
    ]
    assert [names[a.parents[0]] for a in plan.actions] == ["A1", "A1", "A1", "A2", "A2", "B1", "B1", "B2", "B2"]


def test_names_over_their_values_in_a_card() -> None:
    card = (
        " Action 1.{at} {what}\n"
        "\n"
        " Lead                                                 Partners\n"
        " {lead}                                          State Marina\n"
        " Timeframe                                            Performance indicator\n"
        " 2031–2033                                            {how}\n"
        "\n\n\n"
    )
    plan = read(
        "Coast Strategy\n\nOutcome 1: Crews are safe in storms\n\n\n"
        + card.format(at=1, what="Open ten storm rooms on the quays", lead="Works", how="Storm rooms open at night")
        + card.format(at=2, what="Plant pines along the dike", lead="Parks", how="Pines alive after two years")
        + card.format(at=3, what="Set up a telephone for skippers", lead="Pilot", how="Calls answered on storm days")
    )
    labels = {action.id: action.label for action in plan.actions}
    assert {m.text: labels[m.parents[0]] for m in plan.measures} == {
        "Storm rooms open at night": "Action 1.1",
        "Pines alive after two years": "Action 1.2",
        "Calls answered on storm days": "Action 1.3",
    }


def test_names_of_a_crowded_header_are_those_of_the_columns_in_turn() -> None:
    plan = read(
        "Objective H-1. No quay floods in a storm\n"
        "\n"
        "\n"
        "Task                                                   Responsible Start Finish Indicator\n"
        "Part storm drains from sewers in the                   Sewer               2031    2036       Metres\n"
        "old basin                                              Office                                 parted\n"
        "Pay half the cost of flood gates for                   Building            2031    2033       Gates\n"
        "warehouses                                                                                    installed\n"
        "Turn the quarry into a pond that can                   Parks               2032    2038       Litres of\n"
        "hold the rain of a week                                                                       storage\n"
    )
    assert [m.text for m in plan.measures] == ["Metres parted", "Gates installed", "Litres of storage"]
    assert [a.owner for a in plan.actions] == ["Sewer Office", "Building", "Parks"]


def test_the_word_behind_a_number_is_no_name() -> None:
    words = tuple(
        Word(text=text, start=at * 8, end=at * 8 + len(text)) for at, text in enumerate(["2.1", "Pilots", "in"])
    )
    assert names_in([Line(words)]) == frozenset()
