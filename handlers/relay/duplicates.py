"""The same customer again: known by the number, tied to the lead that gave it first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from handlers import buttons
from handlers.business import Business
from handlers.channel import Abilities, Button, IncomingMessage
from handlers.marking import name as shown_name
from handlers.posting import Draft
from handlers.relay import audience, ties
from handlers.texts import say, telling
from scoring.lead import Contact, Fact, Lead, Slot, Stage
from storage.leads import Prospect
from storage.store import Work

RECOGNISED = "recognised"
# A number that was only half understood says nothing of who gave it.
_SURE = 0.8
# A number that so many chats gave is a switchboard's, or somebody's idea of a joke.
_MOST_TIES = 3


def addresses_of(lead: Lead) -> tuple[str, ...]:
    """Every number (E.164) and address the lead has surely given."""
    facts = [fact for fact in lead.facts if fact.slot is Slot.CONTACT and fact.confidence >= _SURE]
    contacts = [fact.value for fact in facts if isinstance(fact.value, Contact)]
    found = [address for one in contacts for address in (*one.phones, *map(str.lower, one.emails))]
    return tuple(dict.fromkeys(found))


def other_of(work: Work, lead: Lead) -> Lead | None:
    """The first other customer who gave the same number or address."""
    addresses = addresses_of(lead)
    ids = work.leads.of_address(addresses, but=lead.id) if addresses else ()
    found = (work.leads.get(one) for one in ids)
    heads = (ties.head_of(work, one) for one in found if one is not None)
    own = (lead.id, lead.tied_to)
    return next((one for one in heads if one.id not in own), None)


def prove(
    work: Work,
    prospect: Prospect,
    facts: Iterable[Fact],
    messages: Iterable[tuple[int, IncomingMessage]],
) -> None:
    """Keep the number of a contact card that the platform says is the sender's own."""
    cards = {message_id for message_id, message in messages if message.phone_is_own}
    for fact in facts:
        if fact.message_id in cards and isinstance(fact.value, Contact) and fact.value.phones:
            work.leads.prove_phone(prospect.id, fact.value.phones[0])


def recognise(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    now: datetime,
) -> Lead:
    """The same number in another chat: one customer for the team, where that is sure.

    The chats hear nothing of it. Answers the lead that the chat belongs to from now on.
    """
    other = other_of(work, lead)
    if other is None or lead.tied_to is not None:
        return lead
    key = f"{RECOGNISED}:{lead.id}:{other.id}"
    if not work.events.record(lead.id, RECOGNISED, now, key=key, detail=str(other.id)):
        return lead
    if not _is_sure(work, lead, other):
        return lead
    kept, gone = (lead, other) if lead.id < other.id else (other, lead)
    kind, before = ties.unite(work, business, abilities, kept, gone, "bot", now)
    _tell(work, abilities, kind, before, now)
    own = kept if kind == ties.JOINED else lead
    return work.leads.get(own.id) or lead


def _is_sure(work: Work, lead: Lead, other: Lead) -> bool:
    reps = {lead.rep_id, other.rep_id} - {None}
    known = len(work.leads.tied_to(other.id)) + len(work.leads.tied_to(lead.id))
    is_fake = Stage.DISQUALIFIED in (lead.stage, other.stage)
    return len(reps) < 2 and known < _MOST_TIES and not is_fake


def _tell(
    work: Work,
    abilities: Mapping[str, Abilities],
    kind: str,
    before: Mapping[str, int],
    now: datetime,
) -> None:
    """The rep, or the managers where there is none, hear of it, each with a way to undo it."""
    kept = work.leads.get(before["kept"])
    if kept is None:
        return
    text = telling(
        f"merge.{kind}",
        lead=before["gone"],
        elder=kept.id,
        name=shown_name(kept.name) or telling("alert.anonymous"),
    )
    own = audience.chats_of(work, kept.rep_id) if kept.rep_id is not None else []
    for chat in own or audience.managers(work):
        if chat.staff_id is None:
            continue
        deed_id = work.deeds.keep(kept.id, chat.staff_id, kind, dict(before), now)
        button = Button(say("merge.part", chat.language), buttons.data("part", deed_id))
        draft = Draft(text(chat.language), ((button,),))
        audience.put(work, abilities, chat, kept.id, draft, now)


def warn(work: Work, abilities: Mapping[str, Abilities], lead: Lead, now: datetime) -> None:
    """Both reps, or the managers, are shown two leads that may be one customer; once."""
    other = other_of(work, lead) if lead.tied_to is None else None
    if other is None:
        return
    kept, gone = (lead, other) if lead.id < other.id else (other, lead)
    if not work.events.record(
        lead.id, "duplicate", now, key=f"warned:{gone.id}:{kept.id}", detail=str(other.id)
    ):
        return
    owners = {one for one in (kept.rep_id, gone.rep_id) if one is not None}
    chats = [chat for owner in sorted(owners) for chat in audience.chats_of(work, owner)]
    text = telling(
        "merge.warning",
        lead=gone.id,
        elder=kept.id,
        name=shown_name(kept.name) or telling("alert.anonymous"),
    )

    def warning(language: str) -> Draft:
        look = Button(say("merge.look", language), buttons.data("merge", kept.id, gone.id))
        return Draft(text(language), ((look,),))

    told = chats or audience.managers(work)
    audience.tell(work, abilities, told, kept.id, warning, now)
