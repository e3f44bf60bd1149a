"""A member speaks with a lead himself: in its topic, by answering its card, by its number."""

from __future__ import annotations

import re

from handlers.marking import name as shown_name
from handlers.posting import Draft
from handlers.relay import passing_on, takeover, ties, topics
from handlers.team import lists
from handlers.team.asking import Ask
from scoring.lead import Lead
from scoring.understanding.text import fold
from storage.own_messages import OwnMessage

NOTE = "note"  # an event: words about a lead that the lead never sees
SAY = "say"  # what an answer to an opened chat means: it goes to the prospect
# Without a number these are about the lead a member speaks with.
OF_THE_CHAT = frozenset({"bot", "note", "canned"})
_NUMBERED = re.compile(r"#(\d{1,18})(?:\s+(.+))?", re.DOTALL)


def names_a_lead(text: str) -> bool:
    return _NUMBERED.fullmatch(text) is not None


def speak(ask: Ask) -> Draft | None:
    """Words that are no command: for the lead whose topic or card this is, or "#12 …"."""
    numbered = _NUMBERED.fullmatch(ask.message.text)
    lead_id = int(numbered[1]) if numbered else ask.context
    text = numbered[2] if numbered else ask.message.text
    lead = ask.work.leads.get(lead_id) if lead_id else None
    if lead is None:
        return Draft(ask.say("staff.no_lead"))
    if text is None:
        return lists.lead(ask.about(lead_id))
    return say_to(ask, lead, text)


def say_to(ask: Ask, lead: Lead, text: str) -> Draft | None:
    """Pass it on; None where there is nothing to add."""
    if not ask.may_see(lead):
        ask.note("refused", lead.id)
        owner = ask.work.team.member(lead.rep_id) if lead.rep_id else None
        name = owner.name if owner is not None else ""
        return Draft(ask.say("takeover.other_rep", lead=lead.id, name=name))
    lead = adopted(ask, lead)
    told = takeover.speak(
        ask.work, ask.business, ask.abilities, lead, ask.member, ask.message, text, ask.now
    )
    ask.note("wrote", lead.id)
    return Draft(told(ask.language)) if told is not None else None


def leads_in_hand(ask: Ask) -> tuple[int, ...]:
    """The leads a member speaks with in his own chat now, the one he opened last among them."""
    if ask.message.group:
        return ()
    speaking = ask.work.takeovers.of_member(ask.member.id, ask.now)
    opened = _opened(ask)
    lead = opened.lead_id if opened is not None else None
    return tuple(dict.fromkeys(speaking if lead is None else (*speaking, lead)))


def _opened(ask: Ask) -> OwnMessage | None:
    """The chat that was opened last, as long as that is what was asked last."""
    since = ask.now - ask.business.routing.human_quiet
    asked = ask.work.own_messages.last_asked(ask.message.channel, ask.message.chat_id, since)
    return asked if asked and asked.asks and asked.asks[0] == SAY else None


def go_on(ask: Ask) -> Draft | None:
    """Words without a lead's number, while leads are in hand: to the one, or which one is asked.

    What is meant for one customer never goes to another: of several none is taken for granted.
    """
    leads = [one for one in map(ask.work.leads.get, leads_in_hand(ask)) if one is not None]
    if len(leads) == 1:
        return say_to(ask, leads[0], ask.message.text)
    named = ", ".join(f"#{one.id} {shown_name(one.name)}".strip() for one in leads)
    return Draft(ask.say("takeover.which", leads=named, lead=leads[0].id)) if leads else None


def adopted(ask: Ask, lead: Lead) -> Lead:
    """Who does something to a lead of the pool has it from then on."""
    # Late: outcomes itself asks questions whose answers come through here.
    from handlers.team import outcomes

    if lead.rep_id is not None or ask.member.manages:
        return lead
    alert = ask.work.alerts.open_of(lead.id)
    if alert is not None and alert.claimed_by is None:
        outcomes.claim(ask, alert)
    else:
        ties.has_rep(ask.work, lead, ask.member.id)
    return ask.work.leads.get(lead.id) or lead


def open_chat(ask: Ask, lead: Lead) -> Draft:
    """The last lines, and how to go on: an answer to this message goes to the prospect."""
    minutes = round(ask.business.routing.human_quiet.total_seconds() / 60)
    opened = ask.say("takeover.opened", lead=lead.id, minutes=minutes)
    told = passing_on.transcript(ask.work, lead, ask.language)
    passing_on.pass_on_earlier_files(ask.work, ask.abilities, lead, ask.member.id, ask.now)
    ask.note("view", lead.id)
    return Draft("\n".join(filter(None, (told, opened))), asks=(SAY, lead.id))


def hand_back(ask: Ask, lead: Lead) -> Draft:
    """/bot: the bot may speak again."""
    ask.note("bot", lead.id)
    ended = ask.work.takeovers.hand_back(lead.id)
    while (opened := _opened(ask)) is not None and opened.lead_id == lead.id:
        ask.work.own_messages.answered(opened.id)  # it may have been opened more than once
    topics.follow(ask.work, ask.abilities, lead.id, ask.now)
    return Draft(ask.say("takeover.handed_back" if ended else "takeover.not_taken", lead=lead.id))


def note(ask: Ask, lead: Lead) -> Draft:
    """/n: for the team's eyes only; without words it is asked what to note."""
    if not ask.said:
        text = ask.say("takeover.what_note", lead=lead.id)
        return Draft(text, asks=(NOTE, lead.id))
    ask.work.events.record(
        lead.id, NOTE, ask.now, staff_id=ask.member.id, detail=f"{ask.member.name}: {ask.said}"
    )
    ask.note(NOTE, lead.id)
    return Draft(ask.say("takeover.noted", lead=lead.id))


def canned(ask: Ask) -> Draft | None:
    """/m NAME: an answer from the owner's file; without a name, which there are."""
    names = ", ".join(one.id for one in ask.business.canned)
    if not names:
        return Draft(ask.say("takeover.no_canned"))
    about, lead = ask.split()
    wanted = fold(about.said).strip()
    found = next((one for one in ask.business.canned if one.id == wanted), None)
    if found is None or lead is None:
        return Draft(ask.say("takeover.canned", names=names))
    return say_to(ask, lead, found.text)
