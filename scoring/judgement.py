"""A lead judged as of a moment: points, temperature, and until when a wish keeps it hot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from scoring.features import features
from scoring.lead import Lead, Reason, Slot, Temperature
from scoring.learned.own_model import Chance, Judge
from scoring.score import Score, score
from scoring.temperature import hot_until, temperature
from scoring.weights import NEVER_HOT, Rules, exact


@dataclass(frozen=True, slots=True)
class Judgement:
    """What rules make of a lead. The same in, the same out, bit by bit."""

    score: Score
    temperature: Temperature
    hot_until: datetime | None
    chance: Chance | None = None  # by the learned score, where one is in force


def judge(
    lead: Lead,
    now: datetime,
    rules: Rules,
    *,
    before: Temperature,
    in_vain: frozenset[Slot] = frozenset(),
    frozen: Temperature | None = None,
    model: Judge | None = None,
) -> Judgement:
    """Judge a lead that was in the band `before`.

    `in_vain` are the slots asked for twice without an answer; `frozen` is a rep's own
    judgement, which stands in place of ours while it lasts (never of the score); `model` is
    the learned score in force.
    """
    weighed = points(lead, now, rules, in_vain)
    chance = None
    # No model may praise whom the rules never let be hot.
    if model is not None and not any(one.kind in NEVER_HOT for one in lead.heat):
        chance = model.chance(features(lead, weighed, now, rules), weighed.points)
        weighed = _corrected(weighed, chance, model.shown(chance.logit, rules.bands))
    until = hot_until(lead, rules.bands)
    warmth = temperature(weighed.points, before, now, hot_until=until, bands=rules.bands)
    return Judgement(weighed, frozen or warmth, until, chance)


def points(lead: Lead, now: datetime, rules: Rules, in_vain: frozenset[Slot]) -> Score:
    """The points of stage 0 alone."""
    return score(
        lead,
        now,
        today=now.astimezone(ZoneInfo(rules.timezone)).date(),
        offer_range=rules.offer_range,
        asked_in_vain=in_vain,
        weights=rules.weights,
    )


def _corrected(weighed: Score, chance: Chance, shown: float) -> Score:
    """The points as the learned score shows them: what it found, and the rest to its scale."""
    shown = exact(shown)
    learned = [
        Reason(exact(one.points), f"learned.{one.name}", one.label) for one in chance.effects
    ]
    rest = shown - weighed.points - sum(one.points for one in learned)
    scale = [Reason(rest, "learned.scale")] if rest else []
    return replace(weighed, points=shown, reasons=(*weighed.reasons, *learned, *scale))
