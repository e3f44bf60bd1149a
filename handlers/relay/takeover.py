"""A human speaks with a prospect instead of the bot: words and files pass both ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage
from handlers.posting import Draft, post
from handlers.prospect import replies
from handlers.prospect.dialogue import dialogue_from
from handlers.relay.passing_on import chat_of, media_of, pass_on_earlier_files
from handlers.texts import Telling, telling
from scoring.lead import Lead
from storage.leads import Prospect
from storage.store import Work
from storage.team import Member

# An event: a human wrote to the prospect; the first of them is the first response.
REPLIED = "human_replied"


def speak(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    member: Member,
    message: IncomingMessage,
    text: str,
    now: datetime,
) -> Telling | None:
    """Pass a member's words or file on to the prospect; answers what he is told, None: nothing.

    From here on the bot is silent, and what it was about to say is not said: the lead's row is
    held, so that no turn of the prospect is answered meanwhile.
    """
    prospect = chat_of(work, lead)
    if prospect is None:
        return telling("takeover.no_chat", lead=lead.id)
    if prospect.opted_out_at is not None or not prospect.reachable:
        return telling("takeover.closed")
    if not abilities[prospect.channel].is_connected:
        return telling("takeover.not_connected", channel=prospect.channel)
    media = media_of(message)
    if media is not None and not abilities[prospect.channel].media:
        return telling("takeover.no_media")
    drafts = [Draft(text, media=media, by=member.id)]
    if not _speaks(work, lead.id, member, now):
        work.outbox.silence_bot(prospect.channel, prospect.chat_id)
        drafts.insert(0, Draft(_introduction(work, business, prospect, member), by=member.id))
        pass_on_earlier_files(work, abilities, lead, member.id, now)
    work.takeovers.speak(lead.id, member.id, now + business.routing.human_quiet, now)
    work.alerts.touched(lead.id, now)
    work.events.record(lead.id, REPLIED, now, staff_id=member.id)
    post(
        work,
        prospect.channel,
        prospect.chat_id,
        drafts,
        abilities[prospect.channel],
        now,
        lead_id=lead.id,
    )
    return None


def _speaks(work: Work, lead_id: int, member: Member, now: datetime) -> bool:
    standing = work.takeovers.active(lead_id, now)
    return standing is not None and standing.staff_id == member.id


def _introduction(work: Work, business: Business, prospect: Prospect, member: Member) -> str:
    """Who answers now: said once, in the prospect's language."""
    dialogue = dialogue_from(work.conversations.load(prospect.id))
    language = replies.language_of(prospect, business)
    voice = replies.Voice(business, language, dialogue.you)
    return voice.say("takeover.now", name=member.name)
