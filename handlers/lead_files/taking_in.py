"""Leads of a list are taken in: once each, without a word to anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from handlers import notices
from handlers.business import Business
from handlers.lead_files.arrivals import Arrival
from handlers.notices import Told
from handlers.score.weighing import weigh
from scoring.lead import Contact, Fact, Lead, Slot, Stage
from storage.folding import folded
from storage.store import Work

SOURCE = "import"
IMPORTED, NOTE = "imported", "note"


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    FILLED = "filled"  # a lead we had, which knows more now
    KNOWN = "known"  # a lead we had, which knew all this
    ERASED = "erased"  # somebody who had himself erased: never taken in again


@dataclass(frozen=True, slots=True)
class Taken:
    """The fates of a batch, row by row, and the names of reps who are not on the team."""

    fates: tuple[Fate, ...]
    strangers: tuple[str, ...] = ()


def take_in(
    work: Work,
    business: Business,
    arrivals: Iterable[Arrival],
    list_name: str,
    now: datetime,
    *,
    came_back: bool = False,
) -> Taken:
    """One batch, one transaction. The same list again adds nothing.

    No message, no follow-up and no alert comes of it: a list is no consent, and the leads have no
    chat. What a lead said itself is never overwritten. Who had himself erased is taken in only
    where he `came_back` of his own will.
    """
    batch = tuple(arrivals)
    reps = {folded(one.name): one.id for one in work.team.active()}
    owners = work.leads.owners({address for one in batch for address in one.addresses})
    fates, strangers = [], dict[str, None]()
    for one in batch:
        rep_id = reps.get(folded(one.rep)) if one.rep else None
        if one.rep and rep_id is None:
            strangers[one.rep] = None
        # Numbers count before addresses: they stand first.
        lead_id = next((owners[known] for known in one.addresses if known in owners), None)
        lead = work.leads.get(lead_id) if lead_id is not None else None
        if lead is not None:
            fates.append(_fill(work, business, lead, one, rep_id, now))
        elif not came_back and work.erasure.remembers(one.addresses):
            fates.append(Fate.ERASED)
            continue
        else:
            lead = _new(work, business, one, rep_id, list_name, now)
            fates.append(Fate.NEW)
        for address in one.addresses:
            owners.setdefault(address, lead.id)
    return Taken(tuple(fates), tuple(strangers))


def note_import(
    work: Work, list_name: str, counts: Mapping[str, int], who: str, now: datetime
) -> None:
    """Into the audit: which list, and what became of it."""
    told = ", ".join(f"{count} {fate}" for fate, count in counts.items())
    work.team.note(who, SOURCE, now, detail=f"{list_name}: {told}")


def _new(
    work: Work,
    business: Business,
    one: Arrival,
    rep_id: int | None,
    list_name: str,
    now: datetime,
) -> Lead:
    source = one.source or SOURCE
    lead_id = work.leads.create(name=one.contact.name or "", source=source, now=one.created_at)
    work.leads.learn(lead_id, (*one.facts, Fact(Slot.CONTACT, one.contact, 0, one.created_at)))
    lead = work.leads.get(lead_id)
    if lead is None:
        raise LookupError("the lead just written is gone")
    lead = replace(lead, rep_id=rep_id, stage=one.stage)
    if one.stage is not Stage.NEW:
        # No evidence is asked for: it was so before we came.
        work.stage_moves.record(
            lead_id, Stage.NEW, one.stage, who=SOURCE, why=list_name[:64], now=now
        )
    if one.stage is Stage.CUSTOMER:
        lead = replace(lead, profile=replace(lead.profile, existing_customer=True))
    work.events.record(lead_id, IMPORTED, now, detail=f"{list_name}:{one.line}")
    notices.tell(work, Told.CREATED, lead, now)
    _note(work, lead_id, one)
    return weigh(work, business, lead, now, asked_in_vain=frozenset(), cause=SOURCE).lead


def _fill(
    work: Work, business: Business, lead: Lead, one: Arrival, rep_id: int | None, now: datetime
) -> Fate:
    noted = _note(work, lead.id, one)
    facts = _news(lead, one)
    takes_rep = lead.rep_id is None and rep_id is not None
    takes_name = not lead.name and one.contact.name
    if not facts and not takes_rep and not takes_name:
        return Fate.FILLED if noted else Fate.KNOWN
    work.leads.learn(lead.id, facts)
    lead = replace(lead, rep_id=lead.rep_id if lead.rep_id is not None else rep_id)
    lead = replace(lead, name=lead.name or one.contact.name or "").learn(facts)
    weigh(work, business, lead, now, cause=SOURCE)
    return Fate.FILLED


def _news(lead: Lead, one: Arrival) -> tuple[Fact, ...]:
    """What the row knows and the lead does not."""
    news = [fact for fact in one.facts if lead.fact(fact.slot) is None]
    known = lead.fact(Slot.CONTACT)
    old = known.value if known is not None else None
    if not isinstance(old, Contact):
        return (*news, Fact(Slot.CONTACT, one.contact, 0, one.created_at))
    both = replace(
        old,
        phones=tuple(dict.fromkeys((*old.phones, *one.contact.phones))),
        emails=tuple(dict.fromkeys((*map(str.lower, old.emails), *one.contact.emails))),
        company=old.company or one.contact.company,
    )
    same = (both.phones, both.company) == (old.phones, old.company)
    if not same or len(both.emails) > len(old.emails):
        news.append(Fact(Slot.CONTACT, both, 0, one.created_at))
    return tuple(news)


def _note(work: Work, lead_id: int, one: Arrival) -> bool:
    """The list's own words, for the team; the same words once."""
    if not one.note:
        return False
    key = f"list:{lead_id}:{hashlib.sha256(one.note.encode()).hexdigest()[:16]}"
    return work.events.record(lead_id, NOTE, one.created_at, key=key, detail=one.note) is not None
