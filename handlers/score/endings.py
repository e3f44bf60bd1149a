"""Leads that came to an end, each as it was when it was scored, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from statistics import median

from handlers.business import Business
from handlers.score.replaying import as_it_was, counted_in
from handlers.score.rules import NamedRules, rules_of
from scoring.features import features
from scoring.judgement import points
from scoring.lead import Lead
from scoring.weights import HANDLED, NO_PROSPECT
from storage.events import Event, Snapshot
from storage.outcomes import Ended
from storage.store import Store, Work

# Silence is a loss after three times the median days to win, fourteen at least
# (docs/scoring.md).
SILENCE_TIMES, LEAST_SILENCE = 3, timedelta(days=14)
# The latest so many are learned from: they say what is true now.
MOST_OUTCOMES = 5_000
# A rep has the lead in hand from the first of these on.
TOUCHES = ("claimed", HANDLED, "no_answer", "human_replied")
_INSTANT = timedelta(microseconds=1)
_A_HANDFUL = 50  # leads of a read


@dataclass(frozen=True, slots=True)
class AsScored:
    """A lead as it was at one of its scores, under the rules of today: nothing later is in it."""

    lead: Lead
    scored: Snapshot
    events: tuple[Event, ...]  # all that were counted in it
    cells: tuple[str, ...]
    points: float  # of stage 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One ended lead: what it was when it was scored, and what became of it."""

    lead_id: int
    then: AsScored
    won: bool
    ended_at: datetime
    touched: bool = False  # by a rep; the bot alone otherwise

    @property
    def cells(self) -> tuple[str, ...]:
        return self.then.cells

    @property
    def points(self) -> float:
        return self.then.points

    @property
    def scored(self) -> Snapshot:
        return self.then.scored


async def seen(store: Store, business: Business, now: datetime) -> tuple[Seen, ...]:
    """The latest outcomes, in the order in which they came to be known.

    Read by handfuls: no read must stand in the way of the writer for long.
    """
    rules = rules_of(business)
    known = await store.read(lambda work: ended(work, now))
    found: list[Seen] = []
    for start in range(0, len(known), _A_HANDFUL):
        some = known[start : start + _A_HANDFUL]
        found += await store.read(partial(_some_seen, rules=rules, some=some))
    return tuple(found)


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


def _some_seen(work: Work, rules: NamedRules, some: Iterable[Ended]) -> tuple[Seen, ...]:
    found = (_seen(work, rules, one) for one in some)
    return tuple(one for one in found if one is not None)


def _seen(work: Work, rules: NamedRules, one: Ended) -> Seen | None:
    """Rebuilt from the ledger as of the last score before a rep had the lead in hand."""
    lead = work.leads.get(one.lead_id)
    touched = work.outcomes.first_touch(one.lead_id, TOUCHES)
    # Strictly before: a call is itself weighed, at the very moment it is made.
    border = min(one.at, touched - _INSTANT) if touched is not None else one.at
    kept = work.events.last_snapshot_by(one.lead_id, border)
    if lead is None or kept is None:
        return None
    was_touched = touched is not None
    return Seen(lead.id, as_scored(work, rules, lead, kept), one.won, one.at, was_touched)


def as_scored(work: Work, rules: NamedRules, lead: Lead, kept: Snapshot) -> AsScored:
    """The lead as it was at this score."""
    counted = counted_in(kept, work.events.of_lead(lead.id))
    then = as_it_was(lead, kept, counted, rules.weights)
    weighed = points(then, kept.at, rules.rules, frozenset(kept.basis.in_vain))
    cells = features(then, weighed, kept.at, rules.rules)
    return AsScored(then, kept, counted, cells, weighed.points)
