"""Which stage a lead may move to, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from scoring.lead import Lead, Slot, Stage, Temperature
from scoring.score import KNOWN, Score
from scoring.weights import GIVEN_BACK, KINDS, Bands, Weights

# How many letters of BANT, and how recent a sign of life, make a lead worth marketing to.
KNOWN_SLOTS = 2
RECENT = timedelta(days=7)

# What a rep may do, from which stages. The machine itself only climbs from new to sql.
_MOVES = {
    Stage.OPPORTUNITY: (Stage.NEW, Stage.MQL, Stage.SQL),
    Stage.CUSTOMER: (Stage.OPPORTUNITY,),
    Stage.LOST: (Stage.NEW, Stage.MQL, Stage.SQL, Stage.OPPORTUNITY),
    Stage.DISQUALIFIED: (Stage.NEW, Stage.MQL, Stage.SQL, Stage.OPPORTUNITY),
    Stage.MQL: (Stage.SQL, Stage.OPPORTUNITY, Stage.LOST, Stage.DISQUALIFIED),
}
_LADDER = (Stage.NEW, Stage.MQL, Stage.SQL, Stage.OPPORTUNITY, Stage.CUSTOMER)
# A lead of sales whose every sign of life is older than so many of its half-lives rests.
IDLE_HALF_LIVES = 2


class Obstacle(StrEnum):
    """Why a move may not be made; each is a sentence for the one who wants it."""

    NOT_FROM_HERE = "not_from_here"
    NEEDS_A_PERSON = "needs_a_person"  # a rep accepts, a rep sells
    NEEDS_A_REASON = "needs_a_reason"
    NEEDS_A_SALE = "needs_a_sale"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a move."""

    by_person: bool
    reason: str = ""
    sold: bool = False  # an order or a payment is on record


def may_move(before: Stage, after: Stage) -> bool:
    """Whether a rep may move a lead so."""
    return before in _MOVES.get(after, ())


def obstacle(before: Stage, after: Stage, evidence: Evidence) -> Obstacle | None:
    """What is in the way of a move; None where the evidence is enough (docs/scoring.md)."""
    if not may_move(before, after):
        return Obstacle.NOT_FROM_HERE
    if not evidence.by_person:
        return Obstacle.NEEDS_A_PERSON
    if not evidence.reason.strip():
        return Obstacle.NEEDS_A_REASON
    if after is Stage.CUSTOMER and not evidence.sold:
        return Obstacle.NEEDS_A_SALE
    return None


def steps(before: Stage, after: Stage) -> tuple[tuple[Stage, Stage], ...]:
    """The single moves that a climb is made of: nobody skips a stage, he passes it at once."""
    if before in _LADDER and after in _LADDER:
        first, last = _LADDER.index(before), _LADDER.index(after)
        if first < last:
            return tuple(pairwise(_LADDER[first : last + 1]))
    return ((before, after),)


def rests(lead: Lead, now: datetime, weights: Weights) -> bool:
    """Whether a lead of sales goes back to marketing, as idle: cold facts, and no sign of life."""
    if lead.stage is not Stage.SQL or lead.temperature is Temperature.HOT:
        return False
    return all(
        now - one.at > IDLE_HALF_LIVES * timedelta(days=weights.kinds[one.kind].half_life_days)
        for one in lead.heat
        if one.kind in weights.kinds and weights.kinds[one.kind].weight > 0
    )


def climb(lead: Lead, weighed: Score, now: datetime, bands: Bands | None = None) -> Stage:
    """The stage the evidence asks for: never down, never past `sql` (docs/scoring.md)."""
    if lead.stage not in (Stage.NEW, Stage.MQL):
        return lead.stage
    if _is_sales_qualified(lead, weighed, now):
        return Stage.SQL
    if lead.stage is Stage.MQL or _is_marketing_qualified(lead, weighed, now, bands or Bands()):
        return Stage.MQL
    return lead.stage


def _is_sales_qualified(lead: Lead, weighed: Score, now: datetime) -> bool:
    if lead.temperature is not Temperature.HOT or _was_given_back(lead):
        return False
    if lead.hot_until is not None and now < lead.hot_until:
        return True
    known = {slot for slot, state in weighed.states.items() if state in KNOWN}
    return Slot.NEED in known and bool(known & {Slot.BUDGET, Slot.TIMING})


def _was_given_back(lead: Lead) -> bool:
    """A rep gave it back, and nothing has been heard of it since that speaks for it."""
    given_back = max((one.at for one in lead.heat if one.kind in GIVEN_BACK), default=None)
    if given_back is None:
        return False
    signs = (one.at for one in lead.heat if one.kind in KINDS and KINDS[one.kind].weight > 0)
    return max(signs, default=given_back) <= given_back


def _is_marketing_qualified(lead: Lead, weighed: Score, now: datetime, bands: Bands) -> bool:
    if weighed.points >= bands.warm:
        return True
    known = sum(state in KNOWN for state in weighed.states.values())
    alive = any(one.kind in KINDS and now - one.at <= RECENT for one in lead.heat)
    return known >= KNOWN_SLOTS and alive
