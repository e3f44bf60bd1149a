"""The numbers of the business file as the rules of the score, with the hash that names them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from handlers.business import Business
from handlers.business_file.questions import Question
from handlers.business_file.scoring import Scoring
from scoring.weights import Bands, Rules, Weights, choice
from storage.store import Work

# Setting: the thresholds that the owner took by a tap, and those of the file then.
BANDS = "bands"


@dataclass(frozen=True, slots=True)
class NamedRules:
    """Rules and their hash, worked out once: every message is weighed by them."""

    rules: Rules
    hash: str

    @property
    def weights(self) -> Weights:
        return self.rules.weights

    @property
    def bands(self) -> Bands:
        return self.rules.bands


def rules_of(business: Business, tapped: str = "") -> NamedRules:
    """The rules by which this business weighs its leads; `tapped` is the setting BANDS.

    What was tapped stands in place of the file's thresholds, until the file says others.
    """
    return _named(
        business.scoring,
        _choices(business.questions),
        business.offer_range,
        business.company.timezone,
        tapped,
    )


def rules_now(work: Work, business: Business) -> NamedRules:
    """The same, for those who have no lead at hand that brings the setting along."""
    return rules_of(business, work.settings.get(BANDS) or "")


def take_bands(work: Work, business: Business, warm: float, hot: float) -> None:
    """The owner takes other thresholds."""
    scoring = business.scoring
    kept = {"warm": warm, "hot": hot, "file": [scoring.warm, scoring.hot]}
    work.settings.put(BANDS, json.dumps(kept))


def forget_bands(work: Work) -> None:
    """The file's thresholds count again."""
    work.settings.drop(BANDS)


def tapped_bands(work: Work, business: Business) -> Bands | None:
    """The thresholds the owner tapped, while they stand."""
    return _tapped(business.scoring, work.settings.get(BANDS) or "")


@lru_cache(maxsize=16)
def _choices(questions: tuple[Question, ...]) -> tuple[tuple[str, float], ...]:
    """What the owner's own points give for choosing which option, by its words."""
    return tuple(
        (choice(question.id.value, words), points)
        for question in questions
        for words, points in question.worth
    )


@lru_cache(maxsize=16)
def _named(
    scoring: Scoring,
    choices: tuple[tuple[str, float], ...],
    offer_range: tuple[int, int],
    timezone: str,
    tapped: str,
) -> NamedRules:
    weights = replace(scoring.weights, choices=dict(choices))
    bands = _tapped(scoring, tapped) or scoring.bands
    rules = Rules(weights, bands, offer_range, timezone)
    return NamedRules(rules, rules.hash)


def _tapped(scoring: Scoring, tapped: str) -> Bands | None:
    kept = json.loads(tapped) if tapped else {}
    if kept.get("file") != [scoring.warm, scoring.hot]:
        return None
    return replace(scoring.bands, warm=kept["warm"], hot=kept["hot"])
