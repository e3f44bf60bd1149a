"""Who objects to being scored is not: the right that the law on personal data names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from scoring.lead import Freeze, Lead, Temperature

PURPOSE = "scoring"  # of the consent in which it is kept
# As a freeze that no rep has set and no time ends: it goes wherever the lead goes.
_BY, _WHY = "prospect", "objection"
_FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)


def objects(lead: Lead) -> bool:
    """Whether its points, its warmth and its behaviour are nobody's business."""
    return lead.frozen is not None and lead.frozen.who == _BY


def objecting(lead: Lead) -> Lead:
    return replace(lead, frozen=Freeze(Temperature.COLD, _FOR_GOOD, _BY, _WHY))


def agreeing(lead: Lead) -> Lead:
    """Scored again, from what happens from now on."""
    return replace(lead, frozen=None) if objects(lead) else lead


def without_score(lead: Lead) -> Lead:
    """Nothing of what was counted before stays in force."""
    return replace(
        lead,
        heat=(),
        temperature=Temperature.COLD,
        hot_until=None,
        points=0,
        completeness=0,
        chance=None,
    )
