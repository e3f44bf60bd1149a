"""What the learned score knows of a lead: one word or number a column, as of a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from scoring.engagement import faded
from scoring.lead import BANT, Lead, Profile
from scoring.score import Score
from scoring.weights import Rules

# Nothing that reps write after the first contact, and never which rep it is: he must not be
# routed by who sold before.
_PROFILE = ("existing_customer", "referral", "in_area", "verified", "competitor_named")


def names(rules: Rules) -> tuple[str, ...]:
    """The columns, in the order of `features`."""
    return (
        *BANT,
        "completeness",
        "source",
        "channel",
        *_PROFILE,
        *(f"engagement.{kind}" for kind in sorted(rules.weights.kinds)),
    )


def features(lead: Lead, weighed: Score, now: datetime, rules: Rules) -> tuple[str, ...]:
    """The cells of a lead: states of the slots, relationship, origin, each decayed counter."""
    counters = {one.kind: one for one in lead.heat}
    values: Sequence[str] = [
        f"{faded(counters[kind], now, rule):.6g}" if kind in counters else "0"
        # In an order of their own: rules read back from their text have another.
        for kind, rule in sorted(rules.weights.kinds.items())
    ]
    return (
        *(weighed.states[slot].value for slot in BANT),
        str(weighed.completeness),
        lead.source,
        lead.channel,
        *(_answer(lead.profile, name) for name in _PROFILE),
        *values,
    )


def _answer(profile: Profile, name: str) -> str:
    value = getattr(profile, name)
    return "" if value is None else "yes" if value else "no"
