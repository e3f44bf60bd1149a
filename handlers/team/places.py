"""Where a member wrote, and what bare words mean there: a lead, an answer, a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from handlers.channel import IncomingMessage, Kind
from handlers.posting import Draft
from handlers.relay import audience
from handlers.team import chatting, day, outcomes
from handlers.team.asking import Ask
from scoring.lead import Lead
from scoring.understanding.text import fold
from storage.store import Work
from storage.team import Member

# Without a slash these are commands wherever they stand.
_NEVER_MEANT_FOR_PROSPECTS = ("note", "bot")
# An answer that comes later than this is an answer to something else.
_STILL_MEANT = timedelta(minutes=10)


def is_for_prospect(ask: Ask, name: str) -> bool:
    """Words that begin like a command ("Tìm được rồi chị ơi") and stand where a lead hears them.

    There a command has its slash; but a note must never reach the prospect by mistake.
    """
    typed = not ask.message.text.startswith("/")
    return bool(ask.context) and typed and name not in _NEVER_MEANT_FOR_PROSPECTS


def answered_in(work: Work, member: Member, message: IncomingMessage) -> IncomingMessage:
    """A tap in the group is answered in the member's own chat: it concerns nobody else."""
    if not message.group or message.kind is not Kind.BUTTON:
        return message
    own = (one for one in audience.chats_of(work, member.id) if one.channel == message.channel)
    chat = next(own, None)
    if chat is None:
        return message
    return replace(message, chat_id=chat.chat_id, group=False, topic="")


def language_in(work: Work, member: Member, place: IncomingMessage) -> str:
    """What is said in the group is said in the group's language, for all of it reads that."""
    return audience.group_language(work) if place.group else member.language


def lead_named_by(work: Work, message: IncomingMessage) -> int:
    """The lead in whose topic this was written, or whose card or line it answers."""
    for named in (message.reply_to, message.topic):
        said = work.own_messages.named(message.channel, message.chat_id, named) if named else None
        if said is not None and said.lead_id is not None:
            return said.lead_id
    return 0


def answer_to_our_question(ask: Ask) -> Draft | None:
    """The answer in words to what we asked a member last; None where we asked nothing."""
    place = (ask.message.channel, ask.message.chat_id)
    if ask.message.reply_to:
        said = ask.work.own_messages.named(*place, ask.message.reply_to)
    elif not ask.message.group:
        said = ask.work.own_messages.last_asked(*place, ask.now - _STILL_MEANT)
    else:
        said = None
    if said is None or said.asks is None or said.asks[0] not in _ANSWERS:
        return None
    what, lead_id = said.asks
    lead = ask.seen(lead_id)
    if lead is None or not ask.may_work_on(lead):
        return None
    words = " ".join(fold(ask.message.text).split())
    draft = _ANSWERS[what](replace(ask, said=ask.message.text, rest=words), lead)
    if draft is not None:
        ask.work.own_messages.answered(said.id)
    elif ask.message.reply_to:
        # An answer to our question that we cannot read is no message to the prospect.
        draft = Draft(ask.say("staff.not_read"))
    return draft


def _sum_told(ask: Ask, lead: Lead) -> Draft | None:
    return outcomes.won(ask, lead) if outcomes.amount_in(ask) is not None else None


# What a question in words is answered by.
_ANSWERS: dict[str, Callable[[Ask, Lead], Draft | None]] = {
    "won": _sum_told,
    chatting.NOTE: chatting.note,
    day.NEXT: day.next_date,
    day.MEETING: day.meeting,
}


def typed_choice(work: Work, message: IncomingMessage) -> str:
    """What a bare number stands for on a channel without buttons; "" for other words."""
    if not (message.text.isascii() and message.text.isdigit()):
        return ""
    menu = work.own_messages.last_menu(message.channel, message.chat_id)
    number = int(message.text[:4])
    return menu[number - 1] if 1 <= number <= len(menu) else ""
