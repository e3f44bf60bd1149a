"""Every night: what the business's own outcomes teach, and whether it may be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median
from typing import Any

import structlog

from handlers.business import Business
from handlers.score.replaying import as_it_was
from handlers.score.rules import NamedRules, rules_of
from scoring.features import features, names
from scoring.judgement import points
from scoring.learned.own_model import Judge, OwnModel, from_json
from scoring.learned.watch import FEWEST_FOR_CALIBRATION, alarm, recalibrated
from scoring.weights import HANDLED, NO_PROSPECT
from storage.events import Snapshot
from storage.models import Version
from storage.outcomes import Ended
from storage.store import Store, Work

log = structlog.get_logger()

# Silence is a loss after three times the median days to win, fourteen at least
# (scoring.md, Design 2).
SILENCE_TIMES, LEAST_SILENCE = 3, timedelta(days=14)
# The latest so many are learned from: they say what is true now.
MOST_OUTCOMES = 5_000
# A rep has the lead in hand from the first of these on.
TOUCHES = ("claimed", HANDLED, "no_answer")
REFIT = timedelta(days=7)
# A correction of the chance smaller than this is noise, not a new version.
_NEWS = 0.05
_INSTANT = timedelta(microseconds=1)
_BOT = "bot"


@dataclass(frozen=True, slots=True)
class Seen:
    """One ended lead: what it was when it was scored, and what became of it."""

    lead_id: int
    cells: tuple[str, ...]
    points: float
    won: bool
    ended_at: datetime
    scored: Snapshot


def seen(work: Work, business: Business, now: datetime) -> tuple[Seen, ...]:
    """The latest outcomes, in the order in which they came to be known."""
    rules = rules_of(business)
    found = (_seen(work, rules, one) for one in ended(work, now))
    return tuple(one for one in found if one is not None)


def ended(work: Work, now: datetime, *, samples: bool = False) -> tuple[Ended, ...]:
    """Won, lost, or silent for too long; each lead once. Sample leads teach nobody anything."""
    settled = work.outcomes.settled(MOST_OUTCOMES, samples=samples, never=NO_PROSPECT)
    patience = silence([one.at - one.began_at for one in settled if one.won])
    silent = [
        Ended(lead_id, False, began_at, heard_at + patience)
        for lead_id, began_at, heard_at in work.outcomes.silent(
            now - patience, MOST_OUTCOMES, samples=samples, never=NO_PROSPECT
        )
    ]
    return tuple(sorted((*settled, *silent), key=lambda one: (one.at, one.lead_id)))[
        -MOST_OUTCOMES:
    ]


def silence(days_to_win: list[timedelta]) -> timedelta:
    """How long a silence says no."""
    if not days_to_win:
        return LEAST_SILENCE
    usual = timedelta(seconds=median(one.total_seconds() for one in days_to_win))
    return max(LEAST_SILENCE, SILENCE_TIMES * usual)


def _seen(work: Work, rules: NamedRules, one: Ended) -> Seen | None:
    """Rebuilt from the ledger as of the last score before a rep had the lead in hand."""
    lead = work.leads.get(one.lead_id)
    touched = work.outcomes.first_touch(one.lead_id, TOUCHES)
    # Strictly before: a call is itself weighed, at the very moment it is made.
    border = min(one.at, touched - _INSTANT) if touched is not None else one.at
    kept = work.events.last_snapshot_by(one.lead_id, border)
    if lead is None or kept is None:
        return None
    then = as_it_was(lead, kept, work.events.of_lead(lead.id), rules.weights)
    weighed = points(then, kept.at, rules.rules, frozenset(kept.basis.in_vain))
    cells = features(then, weighed, kept.at, rules.rules)
    return Seen(lead.id, cells, weighed.points, one.won, one.at, kept)


# --- the night -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a night's learning came to: what to do with the score in force, and the new one."""

    fallback: str = ""  # why the one in force must go; "" while it may stay
    model: OwnModel | None = None
    activate: bool = False
    why: str = ""
    metrics: dict[str, Any] | None = None


async def learn_at_night(store: Store, business: Business, now: datetime) -> Lesson:
    """Look at the outcomes, fit in the shadow, and store what follows. Only plain points

    count while nothing better is proven.
    """
    outcomes = await store.read(lambda work: seen(work, business, now))
    active = await store.read(lambda work: work.models.active())
    lesson = lesson_of(business, outcomes, active, now)
    await store.run(lambda work: keep(work, lesson, active, now))
    return lesson


def lesson_of(
    business: Business, outcomes: tuple[Seen, ...], active: Version | None, now: datetime
) -> Lesson:
    if active is not None:
        z = alarm(*_forecasts(outcomes, active.hash))
        if z is not None:
            return Lesson(fallback=f"z = {z:.1f}")
        renewed = _recalibrated(outcomes, active)
        if renewed is not None:
            return Lesson(model=renewed, activate=True, why="recalibrated")
    # NumPy is needed to learn, not to serve: only here is it loaded.
    from scoring.learned.own_training import Outcome, learn_own, may_fit, trial

    known = [Outcome(one.cells, one.points, one.won) for one in outcomes]
    if not may_fit(known):
        return Lesson()
    rules = rules_of(business)
    columns = names(rules.rules)
    worth = business.scoring.call.worth
    tried = trial(columns, known, worth, rules.bands)
    model = learn_own(columns, known, worth)
    is_due = active is None or now - active.changed_at >= REFIT
    metrics: dict[str, Any] = {
        "fitted_at": now.isoformat(),
        "outcomes": tried.outcomes,
        "won": sum(one.won for one in known),
        "later": tried.later,
        "gain": round(tried.gain, 4),
        "error": round(tried.error, 4),
        "ece": round(tried.ece, 4),
        "rising": tried.rising,
    }
    why = f"log loss -{tried.gain:.3f} ± {tried.error:.3f}, {tried.later} later outcomes"
    return Lesson(model=model, activate=is_due and tried.passes, why=why, metrics=metrics)


def keep(work: Work, lesson: Lesson, active: Version | None, now: datetime) -> None:
    """Store a lesson: the version with its figures, who put it in force or took it out, and why."""
    if lesson.fallback:
        _fall_back(work, active, lesson.fallback, now)
    if lesson.model is None:
        return
    name, parent = lesson.model.hash, active.hash if active is not None else ""
    figures = lesson.metrics or (dict(active.metrics) if active is not None else {})
    if name == parent:
        return
    work.models.put(
        name,
        lesson.model.to_json(),
        figures,
        parent=parent,
        who=_BOT,
        why=lesson.why,
        now=now,
    )
    if lesson.activate:
        work.models.activate(name, who=_BOT, why=lesson.why, now=now)
        work.team.note(_BOT, "model", now, detail=f"{name}: {lesson.why}")
        log.info("a learned score is in force", model=name, why=lesson.why)


def _fall_back(work: Work, active: Version | None, why: str, now: datetime) -> None:
    """The version before comes back into force, or the points alone where there was none."""
    work.models.retire(who=_BOT, why=why, now=now)
    before = work.models.version(active.parent) if active is not None and active.parent else None
    if before is not None:
        work.models.activate(before.hash, who=_BOT, why=f"alarm, {why}", now=now)
    work.team.note(_BOT, "model", now, detail=f"alarm, {why}")
    log.warning("a learned score was taken out of force", why=why)


def _forecasts(outcomes: tuple[Seen, ...], name: str) -> tuple[list[float], list[bool]]:
    """What this version said at the time, and what came of it."""
    told = [
        (one.scored.chance, one.won)
        for one in outcomes
        if one.scored.model == name and one.scored.chance is not None
    ]
    return [chance for chance, _ in told], [won for _, won in told]


def _recalibrated(outcomes: tuple[Seen, ...], active: Version) -> OwnModel | None:
    """The version in force, its chances put right by the outcomes that came since it was fitted."""
    model = from_json(active.content)
    plain = Judge(replace(model, shift=0.0, stretch=1.0))
    fitted_at = datetime.fromisoformat(active.metrics["fitted_at"])
    since = [one for one in outcomes if one.ended_at > fitted_at]
    if len(since) < FEWEST_FOR_CALIBRATION:
        return None
    chances = [plain.chance(one.cells, one.points).chance for one in since]
    shift, stretch = recalibrated(chances, [one.won for one in since])
    if abs(shift - model.shift) + abs(stretch - model.stretch) < _NEWS:
        return None
    return replace(model, shift=round(shift, 6), stretch=round(stretch, 6))
