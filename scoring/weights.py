"""Every number of the score and the bands; the business file may change each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from scoring.lead import Slot, as_json

# Points are kept in whole parts of this size, so that they add up exactly in any order: a
# sum of reasons is the score to the last bit, not to a rounding error. Far below 1e-9.
_GRAIN = 2.0**-40


def exact(points: float) -> float:
    """Points on the grain on which sums have no rounding error."""
    return round(points / _GRAIN) * _GRAIN


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of behaviour counts: points once, most in all, days until it counts half."""

    weight: float
    cap: float
    half_life_days: float


# Behaviour that counts: its weight and how fast it fades (docs/scoring.md).
KINDS: Mapping[str, Kind] = {
    "quote_request": Kind(30, 60, 14),
    "consult_booked": Kind(30, 60, 14),
    "checkout_started": Kind(30, 60, 14),
    "call_me": Kind(30, 60, 14),
    "add_to_cart": Kind(15, 30, 3),
    "product_question": Kind(10, 30, 7),
    "contact_sent": Kind(10, 10, 30),
    "reply": Kind(4, 16, 7),
    "link_click": Kind(3, 12, 7),
    "visit": Kind(1, 6, 3),
    "open": Kind(0.5, 2, 3),
    "no_reply": Kind(-3, -9, 14),
}
# These say "I want to buy" by themselves and make a lead hot outside the arithmetic.
TRIGGERS = frozenset({"quote_request", "consult_booked", "checkout_started", "call_me"})
# This one does once we know how to reach the lead.
TRIGGERS_WITH_CONTACT = frozenset({"add_to_cart"})
# A rep has spoken with the lead: the wishes of before are handled (docs/scoring.md).
HANDLED = "called"
# A rep gave the lead back and said why: evidence against a slot, until something newer is heard.
GIVEN_BACK: Mapping[str, Slot] = {"price_rejected": Slot.BUDGET, "need_rejected": Slot.NEED}
# An event was a mistake; its number stands in the detail of this one.
TAKEN_BACK = "taken_back"
# Of these the last counts, and how often does not.
NOTED = frozenset({HANDLED, TAKEN_BACK, *GIVEN_BACK})
# What counts against a lead for good, as events of their own.
PENALTIES: Mapping[str, float] = {
    "spam": 100,
    "abuse": 100,
    "opt_out": 100,
    "out_of_area": 20,
    "job_seeker": 30,
    "supplier": 30,
    "fake_number": 100,
}
# No trigger makes one of these hot.
NEVER_HOT = frozenset({"spam", "abuse", "opt_out", "out_of_area", "fake_number"})
# Whoever did one of these never was a prospect: what became of him is no outcome.
NO_PROSPECT = frozenset({"spam", "abuse", "fake_number", "job_seeker", "supplier"})


@dataclass(frozen=True, slots=True)
class Weights:
    """The points, as they are where the owner sets none (docs/scoring.md)."""

    need: tuple[float, float] = (14, 7)  # specific with a quantity or use; anything less
    timing: tuple[float, float, float] = (12, 8, 3)  # two weeks; three months; later but dated
    budget: tuple[float, float, float] = (8, 4, -4)  # fits; a range; below the cheapest offer
    authority: tuple[float, float] = (6, 3)  # decides; influences
    asked_in_vain: float = -3  # asked twice, not answered
    qualification_most: float = 40
    existing_customer: float = 12
    referral: float = 8
    in_area: float = 4
    verified: float = 4
    competitor_named: float = -4
    fit_most: float = 20
    engagement_most: float = 40
    engagement_scale: float = 40
    kinds: Mapping[str, Kind] = field(default_factory=lambda: dict(KINDS))
    penalties: Mapping[str, float] = field(default_factory=lambda: dict(PENALTIES))
    # What choosing an option is worth where the owner says so, by slot and the option's words.
    choices: Mapping[str, float] = field(default_factory=dict)
    # So many events of a kind count in one day: button-mashing cannot keep a lead warm.
    daily_most: int = 20


def choice(slot: str, words: str) -> str:
    """The name of a choice in `Weights.choices`."""
    return f"{slot}: {words}"


@dataclass(frozen=True, slots=True)
class Bands:
    """Where warm and hot begin (docs/scoring.md), and how far below a border a band is left."""

    warm: float = 35
    hot: float = 65
    # A lead must fall this far below a border before it cools, so that one quiet day does
    # not flip it back and forth and alert the reps twice.
    slack: float = 5
    # An explicit wish to buy keeps a lead hot for so long (docs/scoring.md).
    hot_hours: float = 72

    @property
    def hot_for(self) -> timedelta:
        return timedelta(hours=self.hot_hours)


@dataclass(frozen=True, slots=True)
class Rules:
    """All that turns a lead's facts and events into its score, but for the lead itself."""

    weights: Weights = field(default_factory=Weights)
    bands: Bands = Bands()
    offer_range: tuple[int, int] | None = None  # the cheapest and the dearest offer, dong
    timezone: str = "Asia/Ho_Chi_Minh"  # whose calendar says which day it is

    def to_json(self) -> str:
        """One spelling for the same rules, so that their hash names them."""
        return json.dumps(as_json(self), sort_keys=True, separators=(",", ":"))

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]


def rules_from_json(text: str) -> Rules:
    """The rules back from `Rules.to_json`."""
    plain: dict[str, Any] = json.loads(text)
    weights = plain["weights"]
    for name in ("need", "timing", "budget", "authority"):
        weights[name] = tuple(weights[name])
    weights["kinds"] = {name: Kind(**kind) for name, kind in weights["kinds"].items()}
    prices = plain["offer_range"]
    return Rules(
        weights=Weights(**weights),
        bands=Bands(**plain["bands"]),
        offer_range=None if prices is None else (prices[0], prices[1]),
        timezone=plain["timezone"],
    )
