"""The same person again: known by the number, led to the same rep, merged where it is sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers import buttons
from handlers.channel import Abilities, Button
from handlers.marking import name as shown_name
from handlers.posting import Draft
from handlers.relay import audience, copies, topics
from handlers.texts import say
from scoring.lead import Contact, Lead, Slot, Stage
from storage.store import Work

_LANGUAGE = "vi"
RECOGNISED, MERGED = "recognised", "merged"


def addresses_of(lead: Lead) -> tuple[str, ...]:
    """Every number (E.164) and address the lead has given."""
    values = [fact.value for fact in lead.facts if fact.slot is Slot.CONTACT]
    contacts = [one for one in values if isinstance(one, Contact)]
    found = [address for one in contacts for address in (*one.phones, *map(str.lower, one.emails))]
    return tuple(dict.fromkeys(found))


def elder_of(work: Work, lead: Lead) -> Lead | None:
    """The first lead that gave the same number or address before."""
    addresses = addresses_of(lead)
    ids = work.leads.of_address(addresses, but=lead.id) if addresses else ()
    elders = (work.leads.get(one) for one in ids if one < lead.id)
    return next((one for one in elders if one is not None and one.name != GONE), None)


def recognise(work: Work, lead: Lead, now: datetime) -> Lead:
    """Somebody comes back on another channel: to his rep, as an old acquaintance."""
    elder = elder_of(work, lead)
    if elder is None:
        return lead
    key = f"{RECOGNISED}:{lead.id}:{elder.id}"
    if not work.events.record(lead.id, RECOGNISED, now, key=key, detail=str(elder.id)):
        return lead
    bought = elder.stage is Stage.CUSTOMER or lead.profile.existing_customer
    lead = replace(
        lead,
        rep_id=lead.rep_id or elder.rep_id,
        profile=replace(lead.profile, existing_customer=bought or None),
    )
    work.leads.save(lead)
    return lead


def warn(work: Work, abilities: Mapping[str, Abilities], lead: Lead, now: datetime) -> None:
    """Both reps, or the managers, are shown that two leads are one person; once."""
    elder = elder_of(work, lead)
    key = f"warned:{lead.id}:{elder.id}" if elder is not None else ""
    if elder is None or not work.events.record(lead.id, "duplicate", now, key=key):
        return
    owners = {one for one in (elder.rep_id, lead.rep_id) if one is not None}
    chats = [chat for owner in sorted(owners) for chat in audience.chats_of(work, owner)]
    merge = Button(say("merge.look", _LANGUAGE), buttons.data("merge", elder.id, lead.id))
    text = say(
        "merge.warning",
        _LANGUAGE,
        lead=lead.id,
        elder=elder.id,
        name=shown_name(elder.name) or say("alert.anonymous", _LANGUAGE),
    )
    told = chats or audience.managers(work)
    audience.tell(work, abilities, told, elder.id, Draft(text, ((merge,),)), now)


GONE = "(đã gộp)"


def merge(
    work: Work,
    abilities: Mapping[str, Abilities],
    kept: Lead,
    gone: Lead,
    who: str,
    now: datetime,
) -> dict[str, object]:
    """One lead from two: the elder keeps its number and its rep; answers what undoes it."""
    standing = work.alerts.open_of(kept.id)
    ringing = work.alerts.open_of(gone.id)
    if standing is not None and ringing is not None:
        work.alerts.close(ringing.id, now)
        line = say("merge.card", _LANGUAGE, elder=kept.id)
        copies.refresh(work, abilities, ringing.id, now, line)
    moved = work.merges.join(kept.id, gone.id)
    before = {
        "kept": kept.id,
        "gone": gone.id,
        "moved": moved,
        "stage": gone.stage.value,
        "name": gone.name,
        "rep": gone.rep_id,
    }
    work.leads.moved(
        gone.id, gone.stage, Stage.DISQUALIFIED, who=who, why=f"merged:{kept.id}", now=now
    )
    work.leads.save(replace(gone, stage=Stage.DISQUALIFIED, name=GONE, rep_id=None))
    work.events.record(kept.id, MERGED, now, detail=str(gone.id))
    work.team.note(who, MERGED, now, lead_id=kept.id, detail=f"lead:{gone.id}")
    copies.renew(work, abilities, kept.id, now)
    for lead_id in (kept.id, gone.id):
        topics.follow(work, abilities, lead_id, now)
    return before


def unmerge(work: Work, before: Mapping[str, object], who: str, now: datetime) -> None:
    """Two leads again, as they were."""
    gone_id = int(str(before["gone"]))
    moved = before["moved"]
    gone = work.leads.get(gone_id)
    if gone is None or not isinstance(moved, dict):
        return
    work.merges.part(gone_id, moved)
    stage = Stage(str(before["stage"]))
    rep = before["rep"]
    work.leads.moved(gone_id, gone.stage, stage, who=who, why="unmerged", now=now)
    restored = work.leads.get(gone_id) or gone
    work.leads.save(
        replace(
            restored,
            stage=stage,
            name=str(before["name"]),
            rep_id=int(str(rep)) if rep is not None else None,
        )
    )
    work.team.note(who, "unmerged", now, lead_id=gone_id, detail=f"lead:{before['kept']}")
