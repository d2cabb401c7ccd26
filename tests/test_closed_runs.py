"""Tables a cell a line, each closed by a sign, where cells over several rows or columns stand only once."""

from __future__ import annotations

from objectives_parser import parse

SPANNING = """Goal |
Performance Measure |
2031/32 Target |
Achieved? |
Ferries run on time |
Share of crossings that leave on time |
90% |
 |
Complaints about delays |
Under 40 |
 |
Harbours are clean |
Litter on the quays |
2 kg a day |
2.4 kg |
Boats that use the pump station |
300 |
 |
"""

TITLED = """The museum keeps this plan up to date.
Aim 1: Wider audiences |
Objective |
Task |
Who |
Resource |
Deadline |
1.1 Attract families |
Run six trails in the holidays |
Learning Officer |
£900 |
Feb 2031 |
Add a corner for play |
Curator |
£2,500 |
June 2031 |
"""

NUMBERED = """# |
Action |
Accountable |
By when |
How we will know |
1.1 |
Name owners for all data |
Data Office |
September 2031 |
Owners stand in the register |
1.2 |
Publish a catalogue |
Data Office |
March 2032 |
500 sets listed |
"""

FORM = """Objective |
Keep rents within reach |
Actions |
Freeze rents for a year
Open a fund for hardship |
Lead |
Head of Housing |
By when |
April 2031 |
"""

BANDS = """Adaptation measure |
Priority |
Time frame |
Lead agency |
Outcome 1: Water is safe |
Repair the old mains |
High |
2031 |
Water Authority |
Outcome 2: Coasts are guarded |
Plant mangroves in the bay |
High |
2032 |
Forestry |
Build a wall at the port |
Medium |
2033 |
Works |
"""


def parents(text: str, name: str) -> list[str]:
    """The texts of what the statement that begins so hangs on."""
    plan = parse(text.encode(), name="plan.txt")
    by_id = {record.id: record for record in plan.records}
    record = next(record for record in plan.records if record.text.startswith(name))
    return [by_id[parent].text for parent in record.parents]


def test_the_first_column_goes_over_several_rows() -> None:
    plan = parse(SPANNING.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Ferries run on time", "Harbours are clean"]
    assert len(plan.measures) == 4
    assert parents(SPANNING, "Complaints") == ["Ferries run on time"]
    assert parents(SPANNING, "Boats") == ["Harbours are clean"]


def test_a_title_over_the_header_and_text_before_it() -> None:
    plan = parse(TITLED.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Wider audiences", "Attract families"]
    assert [record.text for record in plan.actions] == ["Run six trails in the holidays", "Add a corner for play"]
    assert parents(TITLED, "Add a corner") == ["Attract families"]


def test_a_column_of_numbers() -> None:
    plan = parse(NUMBERED.encode(), name="plan.txt")
    assert [record.text for record in plan.actions] == ["Name owners for all data", "Publish a catalogue"]
    assert [record.owner for record in plan.actions] == ["Data Office", "Data Office"]
    assert parents(NUMBERED, "500 sets") == ["Publish a catalogue"]


def test_labels_and_values_by_turns() -> None:
    plan = parse(FORM.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Keep rents within reach"]
    assert [record.text for record in plan.actions] == ["Freeze rents for a year", "Open a fund for hardship"]


def test_rows_that_title_the_rows_below() -> None:
    plan = parse(BANDS.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Water is safe", "Coasts are guarded"]
    assert parents(BANDS, "Build a wall") == ["Coasts are guarded"]


def test_a_line_end_behind_the_first_word_of_a_cell() -> None:
    text = SPANNING.replace("Harbours are clean", "Northern\nHarbours are clean")
    plan = parse(text.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Ferries run on time", "Northern Harbours are clean"]
