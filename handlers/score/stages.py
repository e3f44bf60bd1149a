"""Moves between stages: each a row, and a person's need their evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers import notices
from handlers.notices import Told
from scoring.lead import Lead, Stage
from scoring.lifecycle import Evidence, Obstacle, obstacle, steps
from storage.store import Work
from storage.totals import WON

# Who moved a lead, or noted something, where no person did.
BOT = "bot"


class StageError(ValueError):
    """A move that the evidence does not carry; `obstacle` says what is missing."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.obstacle = obstacle


def move(work: Work, lead: Lead, stage: Stage, *, who: str, why: str, now: datetime) -> Lead:
    """A person moves a lead; every stage passed is a row with who, when, why and how long.

    Raises StageError where the evidence is missing: a reason, and a sale for a customer.
    """
    sold = stage is Stage.CUSTOMER and work.events.happened(lead.id, (WON,))
    in_the_way = obstacle(lead.stage, stage, Evidence(who != BOT, why, sold))
    if in_the_way is not None:
        raise StageError(in_the_way)
    lead = pass_through(work, lead, stage, who=who, why=why, now=now)
    work.leads.save(lead)
    return lead


def put_back(work: Work, lead: Lead, stage: Stage, *, who: str, now: datetime) -> Lead:
    """A move is undone: the lead stands where it stood, whatever the way."""
    lead = moved(work, lead, stage, who=who, why="undone", now=now)
    work.leads.save(lead)
    return lead


def pass_through(
    work: Work, lead: Lead, stage: Stage, *, who: str, why: str, now: datetime
) -> Lead:
    """Every stage on the way is a row of its own; the caller saves the lead."""
    if stage is lead.stage:
        return lead
    for _, after in steps(lead.stage, stage):
        lead = moved(work, lead, after, who=who, why=why, now=now)
    return lead


def moved(work: Work, lead: Lead, stage: Stage, *, who: str, why: str, now: datetime) -> Lead:
    """A single move, kept and told to whoever listens; the caller saves the lead."""
    before, lead = lead.stage, replace(lead, stage=stage)
    work.stage_moves.record(lead.id, before, stage, who=who, why=why, now=now)
    notices.tell(work, Told.STAGE, lead, now, before=before.value, after=stage.value, why=why)
    return lead
