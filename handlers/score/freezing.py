"""A rep knows better how warm a lead is: his word stands for a week, then the score's again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.business import Business
from handlers.score.stages import StageError
from handlers.score.weighing import weigh
from scoring.lead import Freeze, Lead, Temperature
from scoring.lifecycle import Obstacle
from storage.store import Work

# docs/scoring.md, Stages.
FROZEN_FOR = timedelta(days=7)


def freeze(
    work: Work,
    business: Business,
    lead: Lead,
    temperature: Temperature,
    *,
    who: str,
    why: str,
    now: datetime,
) -> Lead:
    """A rep knows better how warm a lead is: that stands for a week, the score goes on by itself.

    Raises StageError without a reason.
    """
    if not why.strip():
        raise StageError(Obstacle.NEEDS_A_REASON)
    lead = replace(lead, frozen=Freeze(temperature, now + FROZEN_FOR, who, why))
    work.team.note(who, "temperature", now, lead_id=lead.id, detail=f"{temperature}: {why}")
    return weigh(work, business, lead, now, cause="override").lead


def thaw(work: Work, business: Business, lead: Lead, *, who: str, now: datetime) -> Lead:
    """The score decides again."""
    work.team.note(who, "temperature", now, lead_id=lead.id, detail="thawed")
    return weigh(work, business, replace(lead, frozen=None), now, cause="thaw").lead
