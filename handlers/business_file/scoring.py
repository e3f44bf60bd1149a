"""The section `scoring`: every number of the points, where the bands begin, what a call costs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Any

from pydantic import Field, model_validator

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.values import Part, Span
from scoring.weights import KINDS, PENALTIES, Bands, Kind, Weights

Points = Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)]
Bonus = Annotated[float, Field(ge=0, le=100)]
Malus = Annotated[float, Field(ge=-100, le=0)]
_D = Weights()
_DAY = timedelta(days=1)


class NeedPoints(Part):
    specific: Bonus = _D.need[0]
    stated: Bonus = _D.need[1]


class TimingPoints(Part):
    two_weeks: Bonus = _D.timing[0]
    three_months: Bonus = _D.timing[1]
    later: Bonus = _D.timing[2]


class BudgetPoints(Part):
    fits: Bonus = _D.budget[0]
    range: Bonus = _D.budget[1]
    below: Malus = _D.budget[2]


class AuthorityPoints(Part):
    decides: Bonus = _D.authority[0]
    influences: Bonus = _D.authority[1]


class Fit(Part):
    """What the relationship is worth."""

    existing_customer: Points = _D.existing_customer
    referral: Points = _D.referral
    in_area: Points = _D.in_area
    verified: Points = _D.verified
    competitor_named: Points = _D.competitor_named


class EventPoints(Part):
    """One kind of behaviour: points once, most in all, how long until it counts half.

    `{weight: 10, cap: 10, half_life_days: 30}` says the same, spelled out.
    """

    points: Points
    most: Points
    half_life: Span

    @model_validator(mode="before")
    @classmethod
    def _in_other_words(cls, plain: Any) -> Any:
        if not isinstance(plain, dict):
            return plain
        names = {"weight": "points", "cap": "most"}
        said = {names.get(name, name): value for name, value in plain.items()}
        if "half_life_days" in said:
            said["half_life"] = f"{said.pop('half_life_days')}d"
        return said


def _event(kind: str) -> EventPoints:
    rule = KINDS[kind]
    span = timedelta(days=rule.half_life_days)
    return EventPoints.model_construct(points=rule.weight, most=rule.cap, half_life=span)


class Events(Part):
    """The kinds of `scoring.weights`; a kind left out keeps its default."""

    quote_request: EventPoints = _event("quote_request")
    consult_booked: EventPoints = _event("consult_booked")
    checkout_started: EventPoints = _event("checkout_started")
    call_me: EventPoints = _event("call_me")
    add_to_cart: EventPoints = _event("add_to_cart")
    product_question: EventPoints = _event("product_question")
    contact_sent: EventPoints = _event("contact_sent")
    reply: EventPoints = _event("reply")
    link_click: EventPoints = _event("link_click")
    visit: EventPoints = _event("visit")
    open: EventPoints = _event("open")
    no_reply: EventPoints = _event("no_reply")

    def kinds(self) -> dict[str, Kind]:
        return {name: _kind(getattr(self, name)) for name in KINDS}


def _kind(one: EventPoints) -> Kind:
    return Kind(float(one.points), float(one.most), one.half_life / _DAY)


class Penalties(Part):
    """What counts against a lead for good."""

    spam: Bonus = PENALTIES["spam"]
    abuse: Bonus = PENALTIES["abuse"]
    opt_out: Bonus = PENALTIES["opt_out"]
    out_of_area: Bonus = PENALTIES["out_of_area"]
    job_seeker: Bonus = PENALTIES["job_seeker"]
    supplier: Bonus = PENALTIES["supplier"]
    fake_number: Bonus = PENALTIES["fake_number"]


class CallWorth(Part):
    """When a rep's time pays (docs/scoring.md); sums are whole dong."""

    minutes: Annotated[float, Field(ge=1, le=600)] = 15
    hourly_cost: Annotated[int, Field(ge=1)] = 68_000
    margin: Annotated[int, Field(ge=1)] = 500_000
    # How much likelier a deal becomes because a human called: unknown, so assumed.
    uplift: Annotated[float, Field(ge=0.01, le=10)] = 0.2
    # Hours a day that all reps together have for first calls. Left out: not known, so hot is
    # what ranks among the best; named: as many as there is time for.
    hours_a_day: Annotated[float, Field(ge=0.1, le=10_000)] | None = None
    # Share of the leads nobody would call that are called all the same, by lot: only so can the
    # uplift be measured. A tenth is plenty; none unless the owner says so.
    random_share: Annotated[float, Field(ge=0, le=0.2)] = 0

    @property
    def worth(self) -> float:
        """The chance from which a call pays: p* = c / (u M)."""
        cost = self.minutes * self.hourly_cost / 60
        return min(0.95, cost / (self.uplift * self.margin))

    def capacity(self, arrivals: float) -> float | None:
        """The share of leads, 0 to 1, that the reps have time to call at so many new ones a day.

        None: nobody said how much time there is, or nobody comes.
        """
        if self.hours_a_day is None or arrivals <= 0:
            return None
        return min(1.0, self.hours_a_day * 60 / (self.minutes * arrivals))


class Scoring(Part):
    """Thresholds, points and what a call is worth."""

    hot: Annotated[float, Field(ge=1, le=100, allow_inf_nan=False)] = 65
    warm: Annotated[float, Field(ge=1, le=100, allow_inf_nan=False)] = 35
    slack: Annotated[float, Field(ge=0, le=30, allow_inf_nan=False)] = 5
    hot_for: Span = timedelta(hours=72)
    need: NeedPoints = NeedPoints()
    timing: TimingPoints = TimingPoints()
    budget: BudgetPoints = BudgetPoints()
    authority: AuthorityPoints = AuthorityPoints()
    asked_in_vain: Malus = _D.asked_in_vain
    qualification_most: Annotated[float, Field(ge=0, le=100)] = _D.qualification_most
    fit: Fit = Fit()
    fit_most: Annotated[float, Field(ge=0, le=100)] = _D.fit_most
    engagement_most: Annotated[float, Field(ge=0, le=100)] = _D.engagement_most
    engagement_scale: Annotated[float, Field(ge=1, le=1000)] = _D.engagement_scale
    events: Events = Events()
    daily_most: Annotated[int, Field(ge=1, le=1000)] = _D.daily_most
    penalties: Penalties = Penalties()
    # Share of leads that become customers, as the owner sees it: what /calibration reckons with
    # until there are outcomes of their own.
    close_rate: Annotated[float, Field(ge=0.001, le=0.9)] = 0.1
    call: CallWorth = CallWorth()

    @property
    def bands(self) -> Bands:
        return Bands(self.warm, self.hot, self.slack, self.hot_for / timedelta(hours=1))

    @property
    def weights(self) -> Weights:
        return Weights(
            need=(self.need.specific, self.need.stated),
            timing=(self.timing.two_weeks, self.timing.three_months, self.timing.later),
            budget=(self.budget.fits, self.budget.range, self.budget.below),
            authority=(self.authority.decides, self.authority.influences),
            asked_in_vain=self.asked_in_vain,
            qualification_most=self.qualification_most,
            existing_customer=self.fit.existing_customer,
            referral=self.fit.referral,
            in_area=self.fit.in_area,
            verified=self.fit.verified,
            competitor_named=self.fit.competitor_named,
            fit_most=self.fit_most,
            engagement_most=self.engagement_most,
            engagement_scale=self.engagement_scale,
            kinds=self.events.kinds(),
            penalties={name: float(getattr(self.penalties, name)) for name in PENALTIES},
            daily_most=self.daily_most,
        )

    def most(self, told: float) -> float:
        """The most a lead can get whose facts bring `told` points at the best.

        Engagement comes near its top and never reaches it (docs/scoring.md).
        """
        kinds = self.events.kinds().values()
        raw = sum(kind.cap for kind in kinds if kind.weight > 0)
        engagement = self.engagement_most * (1 - math.exp(-raw / self.engagement_scale))
        return min(100, min(told, self.qualification_most) + self.fit_most + engagement)


def contradictions(scoring: Scoring) -> Iterator[Contradiction]:
    """Bands that overlap, answers that say more and bring less, numbers of events that clash."""
    if scoring.warm + scoring.slack >= scoring.hot:
        yield Contradiction(("scoring", "warm"), "bands", {"slack": f"{scoring.slack:g}"})
    if scoring.warm <= scoring.slack:
        yield Contradiction(("scoring", "slack"), "slack_wide")
    for name, most, least in (
        ("need", scoring.need.specific, scoring.need.stated),
        ("authority", scoring.authority.decides, scoring.authority.influences),
        ("budget", scoring.budget.fits, scoring.budget.range),
        ("timing", scoring.timing.two_weeks, scoring.timing.three_months),
        ("timing", scoring.timing.three_months, scoring.timing.later),
    ):
        if most < least:
            yield Contradiction(("scoring", name), "clearer_less")
    for name in KINDS:
        one: EventPoints = getattr(scoring.events, name)
        where = ("scoring", "events", name)
        if one.half_life <= timedelta(0):
            yield Contradiction((*where, "half_life"), "half_life")
        elif (one.points < 0) is not (one.most < 0) or abs(one.most) < abs(one.points):
            yield Contradiction((*where, "most"), "event_most")
