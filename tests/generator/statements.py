"""Random statements of plans: aims, actions, measures and milestones, in the wordings that plans use."""

from __future__ import annotations

import random
from collections.abc import Callable

import attrs

from tests.generator.dates import When, random_when
from tests.generator.words import AMERICAN, Topic


@attrs.frozen(kw_only=True)
class Statement:
    """One statement; ``due`` is the date it names, if any."""

    text: str
    due: When | None = None


@attrs.frozen(kw_only=True)
class Speaker:
    """Who speaks: a source of chance, the topic of the moment, the year and the side of the Atlantic."""

    rng: random.Random
    topic: Topic
    year: int
    british: bool

    def one(self, *choices: str) -> str:
        return self.rng.choice(choices)

    @property
    def thing(self) -> str:
        return self.rng.choice(self.topic.things)

    @property
    def system(self) -> str:
        return self.rng.choice(self.topic.systems)

    @property
    def systems(self) -> str:
        return " and ".join(self.rng.sample(self.topic.systems, 2))

    @property
    def paired(self) -> str:
        return " with ".join(self.rng.sample(self.topic.systems, 2))

    @property
    def people(self) -> str:
        return self.rng.choice(self.topic.people)

    @property
    def ill(self) -> str:
        return self.rng.choice(self.topic.ills)

    @property
    def good(self) -> str:
        return self.rng.choice(self.topic.goods)

    @property
    def partner(self) -> str:
        name = self.rng.choice(self.topic.partners)
        return f"the {name}" if name[0].isupper() else name

    def said(self, text: str, due: When | None = None) -> Statement:
        """The statement in the spelling of the country, its first letter a capital."""
        if not self.british:
            for old, new in AMERICAN:
                text = text.replace(old, new)
        return Statement(text=text[0].upper() + text[1:], due=due)


def a(noun: str) -> str:
    """The noun with its article."""
    return f"an {noun}" if noun[0].lower() in "aeio" or noun.startswith("urban") else f"a {noun}"


def scope(s: Speaker) -> str:
    return s.one(
        "across the organisation",
        "in every region",
        "in the three pilot areas",
        "throughout the year",
        "at all levels",
        "for " + s.people,
        f"with {s.partner}",
        "",
    )


def purpose(s: Speaker) -> str:
    """The tail of a statement: what for, with whom, including what."""
    return s.one(
        f"to reduce {s.ill}",
        f"so that {s.people} receive a consistent standard of service",
        f"to improve {s.good}",
        f"in partnership with {s.partner}",
        f"including {s.systems}",
        f"as the basis for better {s.system}",
        "while maintaining value for money",
        f"with particular focus on {s.ill}",
        f"building on the findings of the Annual Review {s.year - 1}",
        f"drawing on the experience of {s.people}",
    )


def action(s: Speaker) -> Statement:
    """Something somebody will do, beginning with the bare verb as an action column has it."""
    head = s.one(
        f"{s.one('Develop', 'Introduce', 'Launch', 'Establish', 'Implement', 'Pilot', 'Design')} {a(s.thing)}",
        f"{s.one('Review', 'Simplify', 'Strengthen', 'Streamline', 'Redesign', 'Modernise')} {s.system}",
        f"Work with {s.partner} to {s.one('tackle', 'reduce', 'monitor')} {s.ill}",
        f"{s.one('Train', 'Support', 'Consult', 'Survey', 'Recruit')} {s.people}",
        f"{s.one('Provide', 'Create', 'Roll out', 'Deliver', 'Extend')} {a(s.thing)} for {s.people}",
        f"Ensure that all {s.people} have {a(s.thing)} in place",
        f"{s.one('Promote', 'Champion', 'Encourage', 'Increase')} {s.good}",
        f"{s.one('Publish', 'Agree', 'Update', 'Gather feedback on', 'Map', 'Audit')} the {s.thing}",
        f"{s.one('Align', 'Integrate', 'Co-ordinate')} {s.paired}",
        f"{s.one('Monitor', 'Target', 'Benchmark', 'Plan', 'Document', 'Use', 'Test')} {s.system}",
        f"{s.one('Report', 'Consult', 'Focus', 'Act')} quickly on {s.ill}",
        f"{s.one('Set up', 'Put in place', 'Carry out a review of', 'Build on')} the {s.thing}",
        f"{s.one('Actively', 'Jointly', 'Regularly', 'Fully')} {s.one('promote', 'review', 'support')} {s.system}",
        f"Continue to {s.one('offer', 'fund', 'improve')} {s.system}",
        f"{s.one('Hold', 'Run', 'Host')} {s.one('quarterly', 'regional', 'joint')} events with {s.partner}",
        f"Make it easier for {s.people} to use the {s.thing}",
    )
    return s.said(f"{head} {s.one(purpose(s), purpose(s), scope(s), '')}".strip())


def indicator(s: Speaker) -> Statement:
    """A measure as a noun phrase."""
    if s.rng.random() < 0.05:
        year = str(s.year + 1)
        due = When(text=year, start=f"{year}-01-01", end=f"{year}-12-31")
        return s.said(f"At least {s.rng.randint(40, 95)}% of {s.people} reached by {year}", due)
    return s.said(
        s.one(
            f"{s.one('%', 'Percentage', 'Proportion', 'Number', 'Share')} of {s.people} using the {s.thing}",
            f"{s.one('Number', 'Volume')} of {s.people} reached through the {s.thing}",
            f"{s.one('Reduction', 'Fall', 'Year on year decrease')} in {s.ill}",
            f"{s.one('Increase', 'Improvement', 'Growth')} in {s.good} {s.one('', 'since last year')}".strip(),
            f"{s.one('Satisfaction', 'Confidence')} of {s.people} with {s.system}",
            f"{s.one('Average', 'Median')} time taken to complete {s.system}",
            f"{s.one('Rollout', 'Adoption', 'Take-up', 'Completion', 'Usage')} of the {s.thing}",
            f"Feedback from {s.people} and {s.partner} on {s.system}",
            f"{s.one('Survey', 'Staff survey', 'Annual survey')} rating of {s.system}",
            f"{s.one('Cost', 'Cost per head', 'Unit cost')} of the {s.thing}",
            f"{s.one('Accuracy', 'Timeliness', 'Quality')} of {s.system} {s.one('reports', 'data', 'returns')}",
            f"{s.rng.randint(5, 95)}% of {s.people} {s.one('satisfied with', 'trained in', 'consulted on')} {s.system}",
            f"Range and number of {s.people} taking part in the {s.thing}",
            f"{s.people} {s.one('rating', 'feedback', 'survey results')} for the {s.thing}",
            f"{s.one('Improved', 'Higher', 'Better')} {s.one('ratings', 'scores', 'results')} for {s.system}",
            f"{s.one('Fewer', 'Reduced number of')} complaints about {s.system}",
            f"All {s.people} {s.one('trained in', 'covered by', 'involved in')} {s.system}",
            f"{s.one('Positive', 'Regular')} feedback from {s.people}",
            f"{s.one('Use', 'Review', 'Report', 'Audit', 'Monitoring')} data on {s.system}",
            f"{s.one('Quarterly', 'Annual', 'Published')} {s.one('report', 'review', 'figures')} on {s.good}",
            f"Delivery of {s.rng.randint(2, 12)} events for {s.people} a year",
            f"{s.thing} {s.one('in place', 'in use', 'live')} in every region",
        )
    )


def criterion(s: Speaker) -> Statement:
    """A measure as a success criteria column words it: a state, a sentence, even a deed."""
    text = s.one(
        f"Feedback from {s.partner}, {s.people} and {s.people}",
        f"Effective {s.system} in place, ensuring {s.people} are delivering against all of their commitments",
        f"{s.people} have access to high quality advice on {s.systems}",
        f"The {s.thing} is in place and supported by {s.partner} and other key stakeholders",
        f"Collaborative working with {s.partner} towards the successful implementation of the {s.thing}",
        f"Robust {s.system}, with reviews that result in clear plans to address {s.ill}",
        f"Improved {s.system}, with {s.people} encouraging and rewarding good practice",
        f"Strong relationships with {s.partner} and {s.people}",
        f"Maintain firm procedures for {s.system}",
        f"Chairing and attending as appropriate the meetings of {s.partner}, with clear decisions on {s.system}",
        f"Taking part in events for {s.people}",
        f"{s.people} report that {s.systems} are properly prepared and well run",
        f"A measurable reduction in {s.ill}, accepted by {s.partner} as sustainable",
        f"The {s.thing} accurately reflects the needs of {s.people}",
        f"Clear evidence that {s.good} is improving faster than in comparable bodies",
    )
    return s.said(text + s.one("", "", "", "."))


def aim(s: Speaker) -> Statement:
    """An objective as a full clause."""
    text = s.one(
        f"To support {s.people} in {s.one('gaining', 'sharing', 'securing')} the benefits of {s.good}",
        f"To ensure that {s.systems} reflect the priorities of {s.people} and are delivered on time and within budget",
        f"To improve {s.good} by introducing {a(s.thing)}",
        f"To reduce {s.ill} in co-operation with {s.partner}",
        f"To lead the work with {s.partner} on {s.system}, providing support to enable {s.people} to deliver",
        f"To provide clear and objective advice on {s.system}",
        f"To build jointly with {s.partner} a strong and lasting {s.thing} and develop clear plans for {s.system}",
        f"To drive the implementation of the {s.thing}",
        f"Ensure that {s.people} are well led, demonstrating strong and visible commitment to {s.good}",
        f"Maintain and improve {s.good} throughout the area",
        f"Tackle {s.ill} at source",
    )
    return s.said(text + s.one("", "", "."))


def heading_goal(s: Speaker) -> Statement:
    """An objective as a short title, the way a numbered goal column words it."""
    return s.said(
        s.one(
            f"Improving {s.systems}",
            f"Building {s.one('clear', 'lasting', 'open')} relationships with {s.people}",
            f"Reducing {s.ill}",
            f"Enhancing {s.good}",
            f"Embedding {s.system}",
            f"Empowering {s.people}",
            f"Better {s.system}",
            f"Stronger {s.system} for {s.people}",
            f"Excellence in {s.system}",
            f"Increase {s.good}",
            f"Modern and reliable {s.system}",
            f"Tackling {s.ill}",
            f"Strengthening {s.system}",
        )
    )


def milestone(s: Speaker) -> Statement:
    """A checkpoint, most often with its date."""
    if s.rng.random() < 0.2:
        return s.said(
            s.one(
                f"Publish the {s.thing}",
                f"Successful launch of the {s.thing}",
                f"Early implementation of the {s.thing}",
                f"Introducing {a(s.thing)} for {s.people}",
            )
        )
    due = random_when(s.rng, s.year, s.british)
    lead = "by the " if due.text.startswith("end of") else s.one("by ", "by ", "", "in ")
    if lead in ("", "in ") and (due.text[0].isdigit() or due.text[0] == "Q" or "," in due.text):
        lead = "by "
    event = s.one(
        f"Publish the {s.thing}",
        f"{s.thing} published",
        f"{s.thing} agreed with {s.partner}",
        f"Review of {s.system} completed",
        f"First phase of the {s.thing} live",
        f"{s.thing} fully operational",
        f"Consultation with {s.people} closed",
        f"Contract for the {s.thing} awarded",
    )
    return s.said(f"{event} {lead}{due.text}", due)


def need(s: Speaker) -> Statement:
    """What a body says it needs, in the prose before its table: states no record."""
    return s.said(
        s.one(
            f"A culture of {s.one('openness', 'learning', 'trust')} which supports {s.people}",
            f"Consistent shared knowledge about {s.system}",
            f"Effective processes for ensuring that {s.systems} are aligned",
            f"A clear map of the relationships between {s.people} and {s.partner} and their overall impact",
            f"The ability to respond quickly where {s.ill} is greatest, without adding to the pressure on {s.people}",
            f"A willingness to learn from {s.partner} and to apply that learning in {s.system}",
            f"Flexible {s.system} designed to support {s.people}",
            f"Insight into the expectations of {s.people}",
            f"{s.people} who are role models for the organisation",
        )
    )


def fresh(make: Callable[[Speaker], Statement], speaker: Speaker, seen: list[frozenset[str]]) -> Statement:
    """A statement unlike those seen before, so that a scorer can tell them apart."""
    for _ in range(60):
        statement = make(speaker)
        words = frozenset(statement.text.lower().split())
        if all(len(words & old) / len(words | old) < 0.55 for old in seen):
            break
    seen.append(words)
    return statement
