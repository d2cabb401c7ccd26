"""Pages of prose before and after a run-on table: what the body is, what it needs, which goals it has."""

from __future__ import annotations

import random
import textwrap

from tests.generator.phenomena import RunOn
from tests.generator.plans import Goal, RandomPlan
from tests.generator.truth import TruthBook

Block = list[str]
WIDTH = 88


def foreword(plan: RandomPlan, goals: list[Goal], on: RunOn, book: TruthBook, rng: random.Random) -> list[list[Block]]:
    """Two to four pages as blocks of lines."""
    pages = [_letter(plan, rng)]
    if on.needs:
        pages.append(_needs(plan, on, book, rng))
    pages.append(_where_we_are(plan, book, rng))
    pages.append(_change(plan, goals, on, book, rng))
    return pages


def closing(plan: RandomPlan, rng: random.Random) -> str:
    """A paragraph after the table."""
    text = rng.choice((
        f"Progress against this plan is reported to the management board of the {plan.organisation} every quarter.",
        "For more information about this plan, please contact the planning team.",
    ))  # fmt: skip
    return "".join(f"{line} \n" for line in textwrap.wrap(text, WIDTH))


def _paragraph(text: str) -> Block:
    return textwrap.wrap(text, WIDTH)


def _letter(plan: RandomPlan, rng: random.Random) -> list[Block]:
    body = plan.organisation
    return [
        [rng.choice(("Foreword", f"Foreword by {plan.person}", "Introduction"))],
        [" "],
        _paragraph(
            f"The {body} provides services and advice to the public and to other parts of government.  Across this "
            "range of activities, teams are determined and skilful, and they work hard for the people they serve."
        ),
        _paragraph(
            f"But this {plan.title} gives us the opportunity to reflect on how well we perform as an organisation in "
            "our own right.   It is not a long or detailed plan.  It focuses on the few areas where improvements are "
            "necessary and achievable."
        ),
        [plan.person],
        [f"Chief Executive, {body}"],
    ]


def _needs(plan: RandomPlan, on: RunOn, book: TruthBook, rng: random.Random) -> list[Block]:
    blocks: list[Block] = [[rng.choice(("What we need to be", "Who we are", "Our organisation"))]]
    needs = list(plan.needs)
    for section in plan.sections[:3]:
        blocks += [
            [section.title],
            _paragraph(
                f"The {plan.organisation} has a wide range of responsibilities under this heading.  The basis for them "
                f"can vary a lot. {rng.choice(('To do that we need', 'This requires', 'We therefore need to have'))}"
            ),
        ]
        for need in [needs.pop() for _ in range(min(2, len(needs)))]:
            book.optional.append(need.text)
            lines = textwrap.wrap(need.text, WIDTH - 8)
            bullet = " " if on.bullets else ""
            blocks += [[bullet + lines[0]], *([line] for line in lines[1:])]
    return blocks


def _where_we_are(plan: RandomPlan, book: TruthBook, rng: random.Random) -> list[Block]:
    survey = (
        f"Compared with a year ago, a much higher proportion of staff say that the {plan.organisation} listens to them."
    )
    book.optional.append(survey)
    return [
        ["Where we are"],
        _paragraph(
            f"The {plan.organisation} already performs well against many of these challenges.  It has adapted to new "
            "demands.  In many areas it is recognised as leading in its approach. " + survey
        ),
        _paragraph(
            "But it is equally clear that there are areas of relative weakness.   Just as importantly, performance is "
            "often seen as uneven by the people and organisations with which it deals."
        ),
    ]


def _change(plan: RandomPlan, goals: list[Goal], on: RunOn, book: TruthBook, rng: random.Random) -> list[Block]:
    blocks = [
        ["What we are going to change"],
        _paragraph(
            f"The change agenda for {plan.period.text} is based on evidence from within the organisation and from the "
            "people with whom it interacts.  That evidence was tested against the results of surveys."
        ),
    ]
    if on.goals_up_front:
        blocks.append(_paragraph("The actions needed to take this forward are grouped under these headings:"))
        for goal in goals:
            book.optional.append(goal.text)
            blocks.append([(" " if on.bullets else "") + goal.text])
    blocks.append(
        _paragraph(
            "The table on the next page sets out what we intend to do under each heading and how we assess progress."
        )
    )
    return blocks
