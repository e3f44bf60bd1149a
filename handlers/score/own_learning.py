"""Every night: what the business's own outcomes teach, and whether it may be used."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from handlers.business import Business
from handlers.score.endings import Seen
from handlers.score.model_in_force import fits
from handlers.score.rep_time import capacity
from handlers.score.rules import rules_of
from handlers.score.stages import BOT
from scoring.features import names
from scoring.learned.own_model import Judge, OwnModel, from_json
from scoring.learned.watch import (
    ALARM_WINDOWS,
    FEWEST_FOR_CALIBRATION,
    alarm,
    recalibrated,
)
from storage.models import ACTIVE, Version
from storage.store import Store, Work

log = structlog.get_logger()

REFIT = timedelta(days=7)
# A correction of the chance smaller than this is noise, not a new version.
_NEWS = 0.05
RECALIBRATED = "recalibrated"
# Setting: who chooses the version. The bot by evidence, or the owner: a version's hash, or the
# points alone.
CHOICE, BY_EVIDENCE, POINTS_ALONE = "score_choice", "", "points"


@dataclass(frozen=True, slots=True)
class Known:
    """The versions there are, newest last, and what the owner chose."""

    versions: tuple[Version, ...] = ()
    choice: str = BY_EVIDENCE

    @property
    def active(self) -> Version | None:
        return next((one for one in self.versions if one.state == ACTIVE), None)

    def named(self, name: str) -> Version | None:
        return next((one for one in self.versions if one.hash == name), None)

    def family(self, version: Version) -> frozenset[str]:
        """The hashes of one fit, as it was and as it was put right since."""
        fitted_at = version.metrics.get("fitted_at")
        same = (one.hash for one in self.versions if one.metrics.get("fitted_at") == fitted_at)
        return frozenset({version.hash, *same})


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a night's learning came to: what to do with the score in force, and the new one."""

    fallback: str = ""  # why the one in force must go; "" while it may stay
    back_to: Version | None = None  # what then counts, None: the points alone
    model: OwnModel | None = None
    activate: bool = False
    why: str = ""
    metrics: dict[str, Any] | None = None  # None: those of the version in force


async def learn_from(
    store: Store, business: Business, outcomes: tuple[Seen, ...], now: datetime
) -> Lesson:
    """Look at the outcomes, the oldest first, fit in the shadow, and store what follows.

    Only plain points count while nothing better is proven.
    """
    known = await store.read(known_versions)
    share = await store.read(lambda work: capacity(work, business, now))
    # Beside the loop: a fit takes seconds, and messages must not wait for it.
    lesson = await asyncio.to_thread(lesson_of, business, outcomes, known, now, share)
    await store.run(lambda work: keep(work, lesson, known.active, now))
    return lesson


def known_versions(work: Work) -> Known:
    return Known(work.models.versions(), work.settings.get(CHOICE) or BY_EVIDENCE)


def lesson_of(
    business: Business,
    outcomes: tuple[Seen, ...],
    known: Known,
    now: datetime,
    share: float | None = None,
) -> Lesson:
    """What these outcomes say of the score in force, and whether there is a better one.

    `share` of the leads, 0 to 1, is what the reps have time for; None where nobody knows.
    """
    active = known.active
    is_free = known.choice == BY_EVIDENCE
    if active is not None:
        if not fits(from_json(active.content)):
            return Lesson(fallback="columns")
        z = alarm(*forecasts(outcomes, known.family(active)))
        if z is not None:
            back_to = _last_honest(outcomes, active, known)
            return Lesson(fallback=f"z = {z:.1f}", back_to=back_to)
    is_due = active is None or now - _fitted_at(active) >= REFIT
    renewed = _recalibrated(outcomes, active) if active is not None and is_free else None
    if renewed is not None and not is_due:
        return renewed
    fitted = _fitted(business, outcomes, now, share)
    if fitted.activate and is_due and is_free:
        return fitted
    return renewed or replace(fitted, activate=False)


def _fitted(
    business: Business, outcomes: tuple[Seen, ...], now: datetime, share: float | None
) -> Lesson:
    """A new fit on all outcomes; `activate` where it is proven against the plain points."""
    # NumPy is needed to learn, not to serve: only here is it loaded.
    from scoring.learned.own_training import (
        Outcome,
        challenge,
        learn_own,
        may_fit,
        takes_over,
        trial,
    )

    known = [Outcome(one.cells, one.points, one.won) for one in outcomes]
    if not may_fit(known):
        return Lesson()
    rules = rules_of(business)
    columns = names(rules.rules)
    worth = business.scoring.call.worth
    pairs = takes_over(challenge(columns, known, worth))
    tried = trial(columns, known, worth, rules.bands, share, pairs=pairs)
    model = learn_own(columns, known, worth, share, pairs=pairs)
    metrics: dict[str, Any] = {
        "fitted_at": now.isoformat(),
        "from": outcomes[0].ended_at.isoformat(),
        "to": outcomes[-1].ended_at.isoformat(),
        "outcomes": tried.outcomes,
        "won": sum(one.won for one in known),
        "touched": sum(one.touched for one in outcomes),
        "later": tried.later,
        "gain": round(tried.saved.gain, 4),
        "error": round(tried.saved.error, 4),
        "ece": round(tried.ece, 4),
        "rising": tried.rising,
    }
    saved = tried.saved
    why = f"log loss -{saved.gain:.3f} ± {saved.error:.3f}, {tried.later} later outcomes"
    return Lesson(model=model, activate=tried.passes, why=why, metrics=metrics)


def keep(work: Work, lesson: Lesson, active: Version | None, now: datetime) -> None:
    """Store a lesson: the version with its figures, who put it in force or took it out, and why."""
    if lesson.fallback:
        _fall_back(work, lesson, now)
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
        who=BOT,
        why=lesson.why,
        now=now,
    )
    if lesson.activate:
        work.models.activate(name, who=BOT, why=lesson.why, now=now)
        work.team.note(BOT, "model", now, detail=f"{name}: {lesson.why}")
        log.info("a learned score is in force", model=name, why=lesson.why)


def _fall_back(work: Work, lesson: Lesson, now: datetime) -> None:
    """An earlier version comes back into force, or the points alone; the owner chooses anew."""
    why, back_to = f"alarm, {lesson.fallback}", lesson.back_to
    work.models.retire(who=BOT, why=lesson.fallback, now=now)
    if back_to is not None:
        work.models.activate(back_to.hash, who=BOT, why=why, now=now)
    work.settings.drop(CHOICE)
    work.team.note(BOT, "model", now, detail=why)
    log.warning("a learned score was taken out of force", why=lesson.fallback)


def _last_honest(outcomes: Sequence[Seen], active: Version, known: Known) -> Version | None:
    """The latest version before this one whose chances hold on the outcomes that rang the alarm."""
    latest = outcomes[-max(ALARM_WINDOWS) :]
    version = known.named(active.parent)
    while version is not None:
        model = from_json(version.content)
        judge = Judge(model)
        if fits(model):
            chances = [judge.chance(one.cells, one.points).chance for one in latest]
            if alarm(chances, [one.won for one in latest]) is None:
                return version
        version = known.named(version.parent)
    return None


def forecasts(outcomes: Sequence[Seen], versions: frozenset[str]) -> tuple[list[float], list[bool]]:
    """What these versions said at the time, and what came of it."""
    told = [
        (one.scored.chance, one.won)
        for one in outcomes
        if one.scored.model in versions and one.scored.chance is not None
    ]
    return [chance for chance, _ in told], [won for _, won in told]


def _fitted_at(version: Version) -> datetime:
    return datetime.fromisoformat(version.metrics["fitted_at"])


def _recalibrated(outcomes: Sequence[Seen], active: Version) -> Lesson | None:
    """The version in force, its chances put right by the outcomes that came since it was fitted."""
    model = from_json(active.content)
    plain = Judge(replace(model, shift=0.0, stretch=1.0))
    since = [one for one in outcomes if one.ended_at > _fitted_at(active)]
    if len(since) < FEWEST_FOR_CALIBRATION:
        return None
    chances = [plain.chance(one.cells, one.points).chance for one in since]
    shift, stretch = recalibrated(chances, [one.won for one in since])
    if abs(shift - model.shift) + abs(stretch - model.stretch) < _NEWS:
        return None
    renewed = replace(model, shift=round(shift, 6), stretch=round(stretch, 6))
    return Lesson(model=renewed, activate=True, why=RECALIBRATED)
