"""Two leads that are one customer: tied for the team, joined where that is proven; parted again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers.business import Business
from handlers.channel import Abilities
from handlers.follow_up import reminders
from handlers.relay import copies, topics
from handlers.score.objection import objecting, objects
from handlers.score.stages import moved
from handlers.score.weighing import weigh
from handlers.texts import telling
from scoring.lead import Lead, Stage
from storage.store import Work

# What was done, as the audit, the events and the deeds name it.
TIED, JOINED, PARTED = "tied", "merged", "parted"


def head_of(work: Work, lead: Lead) -> Lead:
    """The lead that stands for the customer with the team: the first of those that are tied."""
    head = work.leads.get(lead.tied_to) if lead.tied_to is not None else None
    return head or lead


def is_empty(lead: Lead) -> bool:
    """A lead whose rows were joined to another's: only its number is left."""
    return lead.tied_to is not None and lead.stage is Stage.DISQUALIFIED


def unite(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    kept: Lead,
    gone: Lead,
    who: str,
    now: datetime,
) -> tuple[str, dict[str, Any]]:
    """One customer from two leads: how it was done, and what undoes it.

    A number that somebody typed may be another person's. So the leads are only tied: one
    customer for the team, while each chat goes on knowing nothing but what was told in it. They
    are joined, rows and all, where the platform vouches for the same number on both sides.
    """
    kind = JOINED if _is_proven(work, kept, gone) else TIED
    before: dict[str, Any] = {
        "kept": kept.id,
        "gone": gone.id,
        "rep": gone.rep_id,
        "kept_rep": kept.rep_id,
        "ties": work.leads.tied_to(gone.id),
    }
    kept = has_rep(work, kept, kept.rep_id or gone.rep_id)
    gone = has_rep(work, gone, kept.rep_id)
    if kind == JOINED:
        before |= _join(work, abilities, kept, gone, who, now)
        joined = _got(work, kept.id)
        joined = objecting(joined) if objects(gone) else joined
        weigh(work, business, replace(joined, rules=""), now, cause=JOINED)
    for lead_id in (gone.id, *before["ties"]):
        work.leads.tie(lead_id, kept.id)
    work.events.record(kept.id, kind, now, detail=str(gone.id))
    work.team.note(who, kind, now, lead_id=kept.id, detail=f"lead:{gone.id}")
    for lead_id in (kept.id, gone.id):
        copies.renew(work, abilities, lead_id, now)
        topics.follow(work, abilities, lead_id, now)
    return kind, before


def _is_proven(work: Work, kept: Lead, gone: Lead) -> bool:
    owned = [{one.own_phone for one in work.leads.prospects_of(lead.id)} for lead in (kept, gone)]
    return bool((owned[0] & owned[1]) - {""})


def has_rep(work: Work, lead: Lead, rep_id: int | None) -> Lead:
    """Whoever has a lead has the customer, in whichever chat he writes, and what waits of it."""
    if rep_id is not None and rep_id != lead.rep_id:
        head = lead.tied_to or lead.id
        for lead_id in {lead.id, head, *work.leads.tied_to(head)}:
            reminders.follow_lead(work, lead_id, lead.rep_id, rep_id)
    lead = replace(lead, rep_id=rep_id)
    work.leads.save(lead)
    work.leads.ties_follow(lead.tied_to or lead.id, rep_id)
    return lead


def _join(
    work: Work,
    abilities: Mapping[str, Abilities],
    kept: Lead,
    gone: Lead,
    who: str,
    now: datetime,
) -> dict[str, Any]:
    """Every row of the one is the other's; an empty lead stays, for its number stands in places."""
    standing, ringing = work.alerts.open_of(kept.id), work.alerts.open_of(gone.id)
    if standing is not None and ringing is not None:
        work.alerts.close(ringing.id, now)
        line = telling("merge.card", elder=kept.id)
        copies.refresh(work, abilities, ringing.id, now, line)
    speaking = work.takeovers.active(gone.id, now)
    if speaking is not None and work.takeovers.active(kept.id, now) is None:
        # A human speaks with him now: the bot is silent on the lead he is from now on, too.
        work.takeovers.speak(kept.id, speaking.staff_id, speaking.until, now)
    rows = work.merges.join(kept.id, gone.id)
    why = f"merged:{kept.id}"
    empty = moved(work, gone, Stage.DISQUALIFIED, who=who, why=why, now=now)
    work.leads.save(replace(empty, rep_id=None, rules=""))
    return {"moved": rows, "stage": gone.stage.value}


def part(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    before: Mapping[str, Any],
    who: str,
    now: datetime,
) -> bool:
    """Two leads again. False: they are two already."""
    kept, gone = work.leads.get(before["kept"]), work.leads.get(before["gone"])
    if kept is None or gone is None or gone.tied_to != kept.id:
        return False
    if "moved" in before:
        work.merges.part(kept.id, gone.id, before["moved"])
        stage = Stage(before["stage"])
        gone = moved(work, gone, stage, who=who, why=PARTED, now=now)
        work.leads.save(replace(gone, rules=""))
        for lead_id in (kept.id, gone.id):
            weigh(work, business, replace(_got(work, lead_id), rules=""), now, cause=PARTED)
    for lead_id in before["ties"]:
        work.leads.tie(lead_id, gone.id)
    work.leads.tie(gone.id, None)
    if before["kept_rep"] is None and before["rep"] is not None:
        has_rep(work, _got(work, kept.id), None)
    has_rep(work, _got(work, gone.id), before["rep"])
    work.events.record(kept.id, PARTED, now, detail=str(gone.id))
    work.team.note(who, PARTED, now, lead_id=gone.id, detail=f"lead:{kept.id}")
    for lead_id in (kept.id, gone.id):
        copies.renew(work, abilities, lead_id, now)
        topics.follow(work, abilities, lead_id, now)
    return True


def _got(work: Work, lead_id: int) -> Lead:
    found = work.leads.get(lead_id)
    if found is None:
        raise LookupError(f"lead {lead_id} is gone")
    return found
