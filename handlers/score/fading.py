"""How fast behaviour should fade, asked of the own outcomes: a suggestion for the owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from handlers.business import Business
from handlers.score.endings import AsScored, Seen
from handlers.score.rules import rules_of
from scoring.engagement import recounted
from scoring.judgement import points
from scoring.weights import Rules, Weights

if TYPE_CHECKING:
    from scoring.learned.half_lives import Advice

# The latest so many: half-lives change slowly, and each choice weighs every outcome anew.
MOST = 1_000


def advice(business: Business, outcomes: Sequence[Seen]) -> Advice | None:
    """Other half-lives that are proven to tell more; None where there are none."""
    # NumPy is needed to learn, not to serve: only here is it loaded.
    from scoring.learned.half_lives import FEWEST_WITH_KIND, advise

    latest, rules = outcomes[-MOST:], rules_of(business).rules
    seen = Counter(kind for one in latest for kind in {event.kind for event in one.then.events})
    kinds = [
        kind
        for kind, count in seen.most_common()
        if kind in rules.weights.kinds and count >= FEWEST_WITH_KIND
    ]
    present = {kind: rule.half_life_days for kind, rule in rules.weights.kinds.items()}
    weigh = partial(_points, latest, rules)
    return advise(weigh, [one.won for one in latest], present, kinds)


def _points(outcomes: Sequence[Seen], rules: Rules, half_lives: Mapping[str, float]) -> list[float]:
    """The points of stage 0 that these leads would have had."""
    fading = replace(rules, weights=_with(rules.weights, half_lives))
    changed = {
        kind
        for kind, days in half_lives.items()
        if days != rules.weights.kinds[kind].half_life_days
    }
    return [
        _again(one.then, fading) if any(e.kind in changed for e in one.then.events) else one.points
        for one in outcomes
    ]


def _again(one: AsScored, rules: Rules) -> float:
    lead = replace(one.lead, heat=recounted(one.events, rules.weights))
    return points(lead, one.scored.at, rules, frozenset(one.scored.basis.in_vain)).points


def _with(weights: Weights, half_lives: Mapping[str, float]) -> Weights:
    kinds = {
        kind: replace(rule, half_life_days=half_lives[kind]) for kind, rule in weights.kinds.items()
    }
    return replace(weights, kinds=kinds)
