"""A stored score worked out again from events, rules and model: the audit of the points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlers.score.model_in_force import judge_for
from scoring.engagement import recounted
from scoring.judgement import Judgement, judge
from scoring.lead import Lead
from scoring.weights import Weights, rules_from_json
from storage.events import Event, Snapshot
from storage.store import Work


@dataclass(frozen=True, slots=True)
class Replay:
    """What was kept, and what the same grounds give today."""

    kept: Snapshot
    again: Judgement

    @property
    def is_equal(self) -> bool:
        """Equal to the last bit, in every part and every reason."""
        score = self.again.score
        return (
            self.kept.score == score.points
            and self.kept.qualification == score.qualification
            and self.kept.fit == score.fit
            and self.kept.engagement == score.engagement
            and self.kept.penalty == score.penalty
            and self.kept.reasons == score.reasons
            and self.kept.temperature == self.again.temperature
            and self.kept.chance == (self.again.chance and self.again.chance.chance)
        )


def replays(work: Work, lead: Lead) -> tuple[Replay, ...]:
    """Every score this lead ever had, worked out again. Raises NoResultFound without its rules."""
    events = work.events.of_lead(lead.id)
    return tuple(
        Replay(kept, _again(work, lead, kept, events)) for kept in work.events.snapshots(lead.id)
    )


def as_it_was(lead: Lead, kept: Snapshot, events: Iterable[Event], weights: Weights) -> Lead:
    """The lead as it was known when this score was given; nothing that came later is in it."""
    basis = kept.basis
    return replace(
        lead,
        facts=lead.facts[: basis.facts],
        heat=recounted(counted_in(kept, events), weights),
        profile=basis.profile,
    )


def counted_in(kept: Snapshot, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events of a lead that were known when this score was given."""
    return tuple(one for one in events if one.id <= (kept.basis.event_id or 0))


def _again(work: Work, lead: Lead, kept: Snapshot, events: tuple[Event, ...]) -> Judgement:
    rules = rules_from_json(work.events.rules(kept.rules))
    basis = kept.basis
    return judge(
        as_it_was(lead, kept, events, rules.weights),
        kept.at,
        rules,
        before=basis.before,
        in_vain=frozenset(basis.in_vain),
        frozen=basis.frozen,
        model=judge_for(work, kept.model),
    )
