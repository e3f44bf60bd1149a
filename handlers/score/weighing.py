"""After every change: score, temperature and stage anew, and whether the team must be woken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from handlers import notices
from handlers.business import Business
from handlers.notices import Told
from handlers.score.model_in_force import judge_for
from handlers.score.objection import PURPOSE, objects, without_score
from handlers.score.rules import NamedRules, rules_of
from handlers.score.stages import BOT, pass_through
from scoring.engagement import is_full, recounted, warmed
from scoring.judgement import Judgement, judge
from scoring.lead import BANT, Contact, Fact, Lead, Slot, Stage, Temperature
from scoring.learned.own_model import Judge
from scoring.lifecycle import climb, rests
from scoring.score import Score, State
from scoring.weights import HANDLED
from storage.events import Basis, Snapshot
from storage.store import Work

# A warm lead of whom so much of BANT is known is worth a rep's look, percent.
COMPLETE_ENOUGH = 75


class Wake(StrEnum):
    """Why a lead is offered to the reps."""

    HOT = "hot"
    WARM_AND_KNOWN = "warm_and_known"
    ASKED = "asked"  # asked for a person or a call
    RANDOM = "random"  # by lot, to learn what a call is worth


@dataclass(frozen=True, slots=True)
class Weighed:
    """A lead after weighing, what it weighs, and whether it has just become worth an alert."""

    lead: Lead
    score: Score
    wake: Wake | None


@dataclass(frozen=True, slots=True)
class Happening:
    """Behaviour to be counted: a kind of `scoring.weights`, and a key so that it counts once."""

    kind: str
    key: str
    staff_id: int | None = None  # where a member of the team did it


# A visit is one reply, however many messages it takes: these are seldom counted.
_ONCE_A_VISIT = ("reply", "visit")
_VISIT_SECONDS = 30 * 60
_A_POINT = 1.0
_BY_WARMTH = tuple(Temperature)


def weigh(
    work: Work,
    business: Business,
    lead: Lead,
    now: datetime,
    *,
    happenings: tuple[Happening, ...] = (),
    asked_in_vain: frozenset[Slot] | None = None,
    message_id: int | None = None,
    heard: bool = False,
    cause: str = "",
) -> Weighed:
    """Count what happened, weigh the lead, and store it with its snapshot and its move.

    `asked_in_vain` is for those who know the dialogue; left out, it is what it was at the last
    look. `cause` says what set it off where nothing new happened: facts, time, …
    """
    rules = rules_of(business, lead.bands)
    lead = _under(work, lead, rules, now)
    if objects(lead):
        return _not_weighed(work, lead, rules, now, heard=heard)
    frozen = _frozen(lead, now)
    model = judge_for(work, lead.model)
    in_vain = _in_vain(work, lead) if asked_in_vain is None else asked_in_vain
    # Time has passed since the last look: a lead that cooled meanwhile can get hot again.
    before = lead.temperature if frozen else _cooled(lead, rules, now, in_vain, model)
    was_complete = lead.completeness >= COMPLETE_ENOUGH
    lead, counted = _counted(work, lead, happenings, rules, now, message_id)
    found = judge(
        lead, now, rules.rules, before=before, in_vain=in_vain, frozen=frozen, model=model
    )
    weighed = found.score
    lead = replace(
        lead,
        temperature=found.temperature,
        hot_until=found.hot_until,
        points=weighed.points,
        completeness=weighed.completeness,
        chance=found.chance.chance if found.chance is not None else None,
    )
    stage, why = climb(lead, weighed, now, rules.bands), found.temperature.value
    if rests(lead, now, rules.weights):
        stage, why = Stage.MQL, "idle"
    lead = pass_through(work, lead, stage, who=BOT, why=why, now=now)
    work.leads.save(lead, heard_at=now if heard else None)
    basis = _basis(lead, before, in_vain, frozen)
    told = counted or cause or ("facts" if heard else "time")
    if lead.temperature is Temperature.HOT and before is not Temperature.HOT:
        notices.tell(work, Told.HOT, lead, now)
    _keep(work, lead, found, basis, rules, now, message_id, told)
    # A rep who froze a lead knows it: its temperature is no news to anybody.
    return Weighed(lead, weighed, None if frozen else wake_of(lead, before, was_complete))


def _not_weighed(
    work: Work, lead: Lead, rules: NamedRules, now: datetime, *, heard: bool
) -> Weighed:
    """Of whoever objects nothing is counted; a last look says so, once."""
    had = lead.points or lead.completeness or lead.temperature is not Temperature.COLD
    lead = without_score(lead)
    found = judge(Lead(lead.id), now, rules.rules, before=Temperature.COLD)
    work.leads.save(lead, heard_at=now if heard else None)
    if had:
        _keep(work, lead, found, Basis(), rules, now, None, PURPOSE)
    return Weighed(lead, found.score, None)


def looks_stale(work: Work, business: Business, lead: Lead, now: datetime) -> bool:
    """Whether time alone has changed a lead by a point, a band or a stage since it was weighed."""
    if objects(lead):
        return False
    rules = rules_of(business, lead.bands)
    if lead.rules != rules.hash or rests(lead, now, rules.weights):
        return True
    model = judge_for(work, lead.model)
    found = judge(
        lead,
        now,
        rules.rules,
        before=lead.temperature,
        in_vain=_in_vain(work, lead),
        frozen=_frozen(lead, now),
        model=model,
    )
    moved = abs(found.score.points - lead.points) >= _A_POINT
    return moved or found.temperature is not lead.temperature


def reached(
    work: Work, business: Business, lead: Lead, now: datetime, key: str, staff_id: int
) -> Lead:
    """A rep spoke with the lead: its wishes to buy are handled, and heat it no longer alone."""
    spoken = Happening(HANDLED, key, staff_id)
    return weigh(work, business, lead, now, happenings=(spoken,)).lead


def _under(work: Work, lead: Lead, rules: NamedRules, now: datetime) -> Lead:
    """The lead under the rules of today: its heat is counted anew where they have changed."""
    if lead.rules == rules.hash:
        return lead
    work.events.keep_rules(rules.hash, rules.rules.to_json(), now)
    heat = recounted(work.events.of_lead(lead.id), rules.weights) if lead.rules else lead.heat
    return replace(lead, heat=heat, rules=rules.hash)


def _in_vain(work: Work, lead: Lead) -> frozenset[Slot]:
    last = work.events.last_snapshot(lead.id)
    return frozenset(last.basis.in_vain) if last is not None else frozenset()


def _frozen(lead: Lead, now: datetime) -> Temperature | None:
    return lead.frozen.temperature if lead.frozen and now < lead.frozen.until else None


def _cooled(
    lead: Lead,
    rules: NamedRules,
    now: datetime,
    in_vain: frozenset[Slot],
    model: Judge | None,
) -> Temperature:
    """As time has left the lead: time cools, and what was learned just now warms only after."""
    if lead.temperature is Temperature.COLD:
        return lead.temperature
    left = judge(lead, now, rules.rules, before=lead.temperature, in_vain=in_vain, model=model)
    return min(lead.temperature, left.temperature, key=_BY_WARMTH.index)


def _counted(
    work: Work,
    lead: Lead,
    happenings: tuple[Happening, ...],
    rules: NamedRules,
    now: datetime,
    message_id: int | None,
) -> tuple[Lead, str]:
    """The lead with what is new among this, and the kind of the last that was counted."""
    last = ""
    for one in happenings:
        if one.kind in _ONCE_A_VISIT and _is_same_visit(lead, one.kind, now):
            continue
        if is_full(lead.heat, one.kind, now, rules.weights):
            continue
        event_id = work.events.record(
            lead.id,
            one.kind,
            now,
            key=one.key,
            message_id=message_id,
            staff_id=one.staff_id,
        )
        if event_id is not None:
            heat = warmed(lead.heat, one.kind, now, rules.weights, message_id, event_id)
            lead, last = replace(lead, heat=heat), one.kind
    return lead, last


def _is_same_visit(lead: Lead, kind: str, now: datetime) -> bool:
    return any(
        heat.kind == kind and (now - heat.at).total_seconds() < _VISIT_SECONDS for heat in lead.heat
    )


def open_slots(lead: Lead, weighed: Score, state: State) -> tuple[Slot, ...]:
    """The slots in this state, in the order in which they are asked; the contact comes last."""
    found = [slot for slot in BANT if weighed.states[slot] is state]
    contact = lead.fact(Slot.CONTACT)
    if state is State.UNKNOWN and (contact is None or not _is_told(contact)):
        found.append(Slot.CONTACT)
    return tuple(found)


def _is_told(contact: Fact) -> bool:
    value = contact.value
    return isinstance(value, Contact) and bool(value.phones or value.emails or value.refused)


def wake_of(lead: Lead, before: Temperature, was_complete: bool) -> Wake | None:
    """Why the team is to be woken, of a lead that was `before`; None where it is not."""
    if lead.stage in (Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED):
        return None
    if lead.temperature is Temperature.HOT:
        return Wake.HOT if before is not Temperature.HOT else None
    complete = lead.completeness >= COMPLETE_ENOUGH
    newly = before is not Temperature.WARM or not was_complete
    if lead.temperature is Temperature.WARM and complete and newly:
        return Wake.WARM_AND_KNOWN
    return None


def _basis(
    lead: Lead,
    before: Temperature,
    in_vain: frozenset[Slot],
    frozen: Temperature | None,
) -> Basis:
    counted = [one.event_id for one in lead.heat if one.event_id is not None]
    return Basis(
        facts=len(lead.facts),
        event_id=max(counted, default=None),
        profile=lead.profile,
        in_vain=tuple(sorted(in_vain)),
        before=before,
        frozen=frozen,
    )


def _keep(
    work: Work,
    lead: Lead,
    found: Judgement,
    basis: Basis,
    rules: NamedRules,
    now: datetime,
    message_id: int | None,
    cause: str,
) -> None:
    weighed, chance = found.score, found.chance
    work.events.snapshot(
        lead.id,
        Snapshot(
            at=now,
            qualification=weighed.qualification,
            fit=weighed.fit,
            engagement=weighed.engagement,
            penalty=weighed.penalty,
            score=weighed.points,
            temperature=lead.temperature.value,
            reasons=weighed.reasons,
            chance=chance.chance if chance is not None else None,
            low=chance.low if chance is not None else None,
            high=chance.high if chance is not None else None,
            rules=rules.hash,
            model=lead.model,
            cause=cause,
            unknown=open_slots(lead, weighed, State.UNKNOWN),
            conflicting=open_slots(lead, weighed, State.CONFLICTING),
            basis=basis,
        ),
        message_id=message_id,
    )
