"""The figures by which one sees whether the score still fits the world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from handlers.business import Business
from handlers.score.endings import TOUCHES, Seen, as_scored
from handlers.score.own_learning import Known, forecasts
from handlers.score.rules import NamedRules, rules_of
from scoring.calibration import Judged, report
from scoring.features import names
from scoring.lead import BANT, Temperature
from scoring.learned.metrics import ece, surprises
from scoring.learned.watch import ALARM_WINDOWS, surprise
from scoring.monitors import drift, flips, unknown_shares
from storage.store import Store, Work

# Honesty and order are looked at over so many of the latest outcomes (docs/scoring.md).
LATEST = 200
# The leads of now, against those of before; each as it was a day after it came.
NOW, BEFORE = timedelta(days=30), timedelta(days=120)
A_DAY = timedelta(days=1)
MOST_LEADS, A_HANDFUL = 400, 50
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A lead a day after it came, and how its temperature went since."""

    cells: tuple[str, ...]
    temperatures: tuple[Temperature, ...]
    weeks: float


async def figures(
    store: Store, business: Business, outcomes: Sequence[Seen], known: Known, now: datetime
) -> dict[str, Any]:
    """All of it, as it is stored: shares are 0 to 1, what cannot be told is left out."""
    rules = rules_of(business)
    recent = await _arrived(store, rules, now - NOW, now, now)
    before = await _arrived(store, rules, now - BEFORE, now - NOW, now)
    columns = names(rules.rules)
    cells = [one.cells for one in recent]
    lives = dict(enumerate(recent))
    found: dict[str, Any] = {
        "drift": _rounded(drift(columns, [one.cells for one in before], cells)),
        # The states of the slots are the first columns.
        "unknown": _rounded(unknown_shares([slot.value for slot in BANT], cells)),
        "flips": round(
            flips(
                {place: one.temperatures for place, one in lives.items()},
                {place: one.weeks for place, one in lives.items()},
            ),
            3,
        ),
        **_honesty(outcomes, known),
    }
    return found | await store.read(partial(_of_the_ledger, rules=rules, outcomes=outcomes))


def _honesty(outcomes: Sequence[Seen], known: Known) -> dict[str, Any]:
    """What the version in force said, against what came of it."""
    if known.active is None:
        return {}
    chances, won = forecasts(outcomes, known.family(known.active))
    found: dict[str, Any] = {"model": known.active.hash, "forecasts": len(won)}
    for window in ALARM_WINDOWS:
        if len(won) >= window:
            found[f"z_{window}"] = round(surprise(chances[-window:], won[-window:]), 2)
    if len(won) >= min(ALARM_WINDOWS):
        said, came = chances[-LATEST:], won[-LATEST:]
        found["log_loss"] = round(sum(surprises(came, said)) / len(came), 4)
        found["ece"] = round(ece(came, said), 4)
    return found


def _of_the_ledger(work: Work, rules: NamedRules, outcomes: Sequence[Seen]) -> dict[str, Any]:
    latest = {one.lead_id: one.won for one in outcomes[-LATEST:]}
    scored = work.outcomes.scored_before(tuple(latest), TOUCHES)
    judged = [Judged(points, warmth, latest[lead_id]) for lead_id, points, warmth in scored]
    open_leads = work.nights.open_leads()
    count = sum(open_leads.values())
    found: dict[str, Any] = {"open": count, "unscored": work.nights.unscored()}
    if count:
        found["hot"] = round(open_leads.get(Temperature.HOT, 0) / count, 4)
    if judged:
        tiers = report(judged, rules.bands, worth=1.0)
        known = {tier.value: rate for tier, rate in tiers.tiers.items() if rate.count}
        found["tiers"] = {name: [rate.won, rate.count] for name, rate in known.items()}
        if len(known) > 1:  # one band alone is in no order
            found["rising"] = tiers.rising
    return found


async def _arrived(
    store: Store, rules: NamedRules, since: datetime, until: datetime, now: datetime
) -> list[Arrived]:
    """By handfuls: no read must stand in the way of the writer for long."""
    came = await store.read(lambda work: work.nights.arrived(since, until, MOST_LEADS))
    found: list[Arrived] = []
    for start in range(0, len(came), A_HANDFUL):
        some = came[start : start + A_HANDFUL]
        found += await store.read(partial(_some_arrived, rules=rules, came=some, now=now))
    return found


def _some_arrived(
    work: Work, rules: NamedRules, came: Sequence[tuple[int, datetime]], now: datetime
) -> list[Arrived]:
    warmth = work.nights.temperatures([lead_id for lead_id, _ in came])
    found = []
    for lead_id, created_at in came:
        kept = work.events.last_snapshot_by(lead_id, created_at + A_DAY)
        lead = work.leads.get(lead_id) if kept is not None else None
        if kept is None or lead is None:
            continue
        cells = as_scored(work, rules, lead, kept).cells
        weeks = max(now - created_at, A_DAY) / _WEEK
        found.append(Arrived(cells, tuple(warmth.get(lead_id, ())), weeks))
    return found


def _rounded(shares: dict[str, float]) -> dict[str, float]:
    return {name: round(share, 3) for name, share in shares.items()}
