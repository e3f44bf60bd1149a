"""Lead to points, each with its reason (docs/scoring.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from scoring.engagement import engagement
from scoring.lead import (
    BANT,
    Authority,
    Budget,
    BudgetStatus,
    BuyingRole,
    Contact,
    Fact,
    Horizon,
    Lead,
    Need,
    NeedStatus,
    Profile,
    Reason,
    Slot,
    Timing,
    TimingStatus,
)
from scoring.weights import GIVEN_BACK, Weights, choice, exact

# Below this the bot asks again, so the value does not count yet.
HEARD_FROM = 0.5
# From here on a value is taken as said; below, one that contradicts an earlier one leaves
# the slot open until it is said again (a value so unsure is repeated for a yes).
SURE = 0.8
TOP = 100.0


class State(StrEnum):
    """What we know of a slot. Not known and known to be bad are two things."""

    UNKNOWN = "unknown"
    POSITIVE = "positive"
    PARTIAL = "partial"
    NEGATIVE = "negative"
    CONFLICTING = "conflicting"  # said two ways, and not yet which


# A slot in one of these is no open question any more.
KNOWN = frozenset({State.POSITIVE, State.PARTIAL, State.NEGATIVE})


@dataclass(frozen=True, slots=True)
class Score:
    """The points in their parts. `points` is the sum of the reasons, 0 to 100."""

    qualification: float
    fit: float
    engagement: float
    penalty: float
    points: float
    completeness: int  # percent of BANT known
    states: dict[Slot, State]
    reasons: tuple[Reason, ...]


def score(
    lead: Lead,
    now: datetime,
    *,
    today: date,
    offer_range: tuple[int, int] | None = None,
    asked_in_vain: frozenset[Slot] = frozenset(),
    weights: Weights | None = None,
) -> Score:
    """Weigh a lead as of `now`; `today` is the business's calendar day.

    `offer_range` is the cheapest and the dearest offer in dong; `asked_in_vain` are the slots
    asked for twice without an answer.
    """
    weights = weights or _DEFAULT
    slots = {slot: _slot(lead, slot, now, today, offer_range, weights) for slot in BANT}
    in_vain = tuple(
        Reason(exact(weights.asked_in_vain), f"{slot}.asked_in_vain")
        for slot in BANT
        if slot in asked_in_vain and slots[slot][0] is State.UNKNOWN
    )
    known = tuple(reason for _, reason in slots.values() if reason is not None)
    parts = (
        _clamped((*known, *in_vain), weights.qualification_most, "qualification"),
        _clamped(_fit(lead.profile, weights), weights.fit_most, "fit"),
        engagement(lead.heat, now, weights),
        _penalty(lead, weights),
    )
    qualification, fit, warmth, penalty = (sum(one.points for one in part) for part in parts)
    reasons = _clamped((one for part in parts for one in part), TOP, "score")
    return Score(
        qualification=qualification,
        fit=fit,
        engagement=warmth,
        penalty=-penalty,
        points=sum(one.points for one in reasons),
        completeness=round(100 * sum(state in KNOWN for state, _ in slots.values()) / len(BANT)),
        states={slot: state for slot, (state, _) in slots.items()},
        reasons=tuple(one for one in reasons if one.points),
    )


def _clamped(reasons: Iterable[Reason], most: float, name: str) -> tuple[Reason, ...]:
    """Keep a part within 0 and its most; what that takes or gives is a reason of its own."""
    reasons = tuple(reasons)
    total = sum(one.points for one in reasons)
    kept = min(most, max(0.0, total))
    return reasons if kept == total else (*reasons, Reason(kept - total, f"{name}.limit"))


# --- qualification: the four letters -----------------------------------------------------

Weighed = tuple[State, Reason | None]


def _slot(
    lead: Lead,
    slot: Slot,
    now: datetime,
    today: date,
    offer_range: tuple[int, int] | None,
    weights: Weights,
) -> Weighed:
    """The newest fact counts; one that is unsure and contradicts is not believed at once.

    What a rep gave the lead back for counts until the lead says something newer.
    """
    given_back = next((one for one in lead.heat if GIVEN_BACK.get(one.kind) is slot), None)
    stands: Weighed = (State.UNKNOWN, None)
    rival: Weighed | None = None
    source: Fact | None = None
    for fact in lead.facts:
        if fact.slot is not slot or fact.confidence < HEARD_FROM:
            continue
        if given_back is not None and fact.learned_at > given_back.at:
            given_back = None
        heard = _one(fact, now, today, offer_range, weights)
        contradicts = _contradicts(stands, heard)
        if contradicts and source is not None and _is_unsettled(fact, source, rival, heard):
            rival = heard
        else:
            stands, rival, source = heard, None, fact
    if given_back is not None:
        points = weights.budget[2] if slot is Slot.BUDGET else 0.0
        return State.NEGATIVE, Reason(exact(points), f"{slot}.given_back", at=given_back.at)
    if rival is None:
        return stands
    words = " / ".join(one.words for _, one in (stands, rival) if one is not None and one.words)
    latest = rival[1]
    return State.CONFLICTING, Reason(
        0.0, f"{slot}.conflicting", words, latest.message_id if latest else None
    )


_GOOD = (State.POSITIVE, State.PARTIAL)


def _contradicts(one: Weighed, other: Weighed) -> bool:
    return {one[0] in _GOOD, other[0] in _GOOD} == {True, False} and State.NEGATIVE in (
        one[0],
        other[0],
    )


def _is_unsettled(fact: Fact, source: Fact, rival: Weighed | None, heard: Weighed) -> bool:
    """Whether an answer that contradicts leaves the slot open: it is unsure and was not said

    before, or both stand in one and the same message.
    """
    if fact.message_id == source.message_id and fact.message_id:
        return True
    said_before = rival is not None and not _contradicts(rival, heard)
    return fact.confidence < SURE and not said_before


def _one(
    fact: Fact,
    now: datetime,
    today: date,
    offer_range: tuple[int, int] | None,
    weights: Weights,
) -> Weighed:
    heard = _heard(fact, now, today, offer_range, weights)
    # Only a tap is as sure as this: it is the choice itself, not words that are like it.
    if fact.value.confidence < 1 or isinstance(fact.value, Contact):
        return heard
    own = weights.choices.get(choice(fact.slot.value, fact.value.text))
    if own is None:
        return heard
    state = State.POSITIVE if own > 0 else State.NEGATIVE if own < 0 else State.PARTIAL
    return state, _reason(own, f"{fact.slot}.chosen", fact, fact.value.text)


def _heard(
    fact: Fact,
    now: datetime,
    today: date,
    offer_range: tuple[int, int] | None,
    weights: Weights,
) -> Weighed:
    match fact.value:
        case Need() as need:
            return _need(need, fact, weights)
        case Timing() as timing:
            return _timing(timing, fact, now, today, weights)
        case Budget() as budget:
            return _budget(budget, fact, offer_range, weights)
        case Authority() as authority:
            return _authority(authority, fact, weights)
    return State.UNKNOWN, None


def _reason(points: float, key: str, fact: Fact, words: str) -> Reason:
    return Reason(exact(points), key, words, fact.message_id or None)


# Words that say what something is wanted for, in either language, without marks or with.
_USES = (" cho ", " để ", " de ", " for ", " to ")


def _need(need: Need, fact: Fact, weights: Weights) -> Weighed:
    if need.status is NeedStatus.NONE:
        return State.NEGATIVE, _reason(0, "need.none", fact, need.text)
    has_use = any(use in f" {need.text.lower()} " for use in _USES)
    if need.status is NeedStatus.STATED and (need.quantities or has_use):
        return State.POSITIVE, _reason(weights.need[0], "need.specific", fact, need.text)
    return State.PARTIAL, _reason(weights.need[1], f"need.{need.status}", fact, need.text)


def _timing(timing: Timing, fact: Fact, now: datetime, today: date, weights: Weights) -> Weighed:
    if timing.status is TimingStatus.UNKNOWN or _is_over(timing, fact, now, today):
        return State.UNKNOWN, None  # a passed date is a missing fact
    horizon = _horizon(timing, today)
    soon, quarter, dated = weights.timing
    if horizon is Horizon.IMMEDIATE:
        return State.POSITIVE, _reason(soon, "timing.soon", fact, timing.text)
    if horizon in (Horizon.MONTH, Horizon.QUARTER):
        return State.POSITIVE, _reason(quarter, "timing.quarter", fact, timing.text)
    if timing.earliest is None and timing.latest is None:
        return State.NEGATIVE, _reason(0, "timing.no_hurry", fact, timing.text)
    return State.PARTIAL, _reason(dated, "timing.later", fact, timing.text)


# "From April on" is over when nobody came back to it for so long after April began.
_OPEN_FOR = timedelta(days=92)


def _is_over(timing: Timing, fact: Fact, now: datetime, today: date) -> bool:
    """Facts of time age: the day has passed, or "urgent" was said longer ago than it lasts."""
    if timing.latest is not None:
        return timing.latest < today
    if timing.earliest is not None:
        return timing.earliest + _OPEN_FOR < today and fact.learned_at + _OPEN_FOR < now
    lasts = {horizon: days for days, horizon in _HORIZONS}.get(timing.horizon)
    return lasts is not None and fact.learned_at + timedelta(days=lasts) < now


# Days from today to the reference date.
_HORIZONS = (
    (14, Horizon.IMMEDIATE),
    (31, Horizon.MONTH),
    (92, Horizon.QUARTER),
    (183, Horizon.HALF_YEAR),
)


def _horizon(timing: Timing, today: date) -> Horizon:
    """How far away the window is today; it comes nearer while nobody says a word."""
    if timing.earliest is not None and timing.earliest > today:
        reference = timing.earliest
        if timing.latest is not None:
            reference += (timing.latest - timing.earliest) / 2
    elif timing.latest is not None:
        reference = timing.latest
    else:
        return timing.horizon if timing.earliest is None else Horizon.IMMEDIATE
    days = (reference - today) / timedelta(days=1)
    return next((horizon for most, horizon in _HORIZONS if days <= most), Horizon.LATER)


def _budget(
    budget: Budget, fact: Fact, offer_range: tuple[int, int] | None, weights: Weights
) -> Weighed:
    if budget.status is BudgetStatus.UNKNOWN:
        return State.UNKNOWN, None
    if budget.status is BudgetStatus.REFUSED:
        return State.NEGATIVE, _reason(0, "budget.refused", fact, budget.text)
    fits, ranged, below = weights.budget
    comparable = offer_range is not None and budget.currency == "VND"
    if comparable and offer_range and budget.max is not None and budget.max < offer_range[0]:
        return State.NEGATIVE, _reason(below, "budget.below", fact, budget.text)
    one_figure = budget.min is not None and (budget.approx or budget.min == budget.max)
    if comparable and one_figure:
        return State.POSITIVE, _reason(fits, "budget.fits", fact, budget.text)
    return State.PARTIAL, _reason(ranged, "budget.range", fact, budget.text)


def _authority(authority: Authority, fact: Fact, weights: Weights) -> Weighed:
    decides, influences = weights.authority
    if authority.role is BuyingRole.UNKNOWN:
        return State.UNKNOWN, None
    if authority.role is BuyingRole.NO_AUTHORITY:
        return State.NEGATIVE, _reason(0, "authority.none", fact, authority.text)
    if authority.approved:
        return State.POSITIVE, _reason(decides, "authority.approved", fact, authority.text)
    if authority.role is BuyingRole.DECISION_MAKER:
        return State.POSITIVE, _reason(decides, "authority.decides", fact, authority.text)
    return State.PARTIAL, _reason(influences, "authority.influences", fact, authority.text)


# --- fit and penalties -------------------------------------------------------------------


def _fit(profile: Profile, weights: Weights) -> tuple[Reason, ...]:
    known = (
        ("existing_customer", profile.existing_customer, weights.existing_customer),
        ("referral", profile.referral, weights.referral),
        ("in_area", profile.in_area, weights.in_area),
        ("verified", profile.verified, weights.verified),
        ("competitor_named", profile.competitor_named, weights.competitor_named),
    )
    return tuple(Reason(exact(points), f"fit.{name}") for name, holds, points in known if holds)


def _penalty(lead: Lead, weights: Weights) -> tuple[Reason, ...]:
    found = {one.kind: one for one in lead.heat if one.kind in weights.penalties}
    kinds = {*found} | ({"out_of_area"} if lead.profile.in_area is False else set())
    return tuple(
        Reason(
            -exact(weights.penalties[kind]),
            f"penalty.{kind}",
            message_id=found[kind].message_id if kind in found else None,
            at=found[kind].at if kind in found else None,
        )
        for kind in sorted(kinds)
    )


_DEFAULT = Weights()
