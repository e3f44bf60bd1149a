"""A question was left open: the nudge after minutes, and the next morning once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import buttons, hours, versions
from handlers.business import Business
from handlers.channel import Button
from handlers.follow_up.case import Proposal
from handlers.posting import Draft
from handlers.prospect import replies, resume
from handlers.prospect.dialogue import PAUSED, Dialogue, dialogue_from
from handlers.prospect.replies import Voice
from scoring.lead import Lead
from storage.follow_ups import NUDGE, FollowUp
from storage.leads import Prospect
from storage.store import Work

NEXT_DAY = "next_day"
# "Are you still there?" is asked within the hour, or not at all.
_NUDGE_LASTS = timedelta(hours=1)


def plan_for(
    work: Work,
    business: Business,
    prospect: Prospect,
    dialogue: Dialogue,
    consent_id: int | None,
    message_id: int,
    now: datetime,
) -> None:
    """Plan what is said if nobody answers: a nudge on an open question, then the next morning.

    The morning finds out whether there is still a question, or a sequence for who went quiet.
    """
    if dialogue.question is not None:
        work.follow_ups.plan(
            prospect.lead_id,
            prospect,
            NUDGE,
            1,
            now + business.followups.nudge,
            now,
            key=f"f:{prospect.id}:{NUDGE}:1:{message_id}",
            consent_id=consent_id,
        )
    if consent_id is None or dialogue.open in ("", PAUSED):
        return  # nothing beyond the running conversation without a consent, or after a no
    tomorrow = hours.local_day(business, now) + timedelta(days=1)
    work.follow_ups.plan(
        prospect.lead_id,
        prospect,
        NEXT_DAY,
        1,
        hours.at_time(business, tomorrow, business.followups.next_day),
        now,
        key=f"f:{prospect.id}:{NEXT_DAY}:1:{message_id}",
        consent_id=consent_id,
    )


def proposal(step: FollowUp, prospect: Prospect) -> Proposal:
    return Proposal(
        step.lead_id,
        prospect,
        step.sequence,
        step.created_at,
        in_conversation=step.sequence == NUDGE,
        expires_at=step.due_at + _NUDGE_LASTS if step.sequence == NUDGE else None,
    )


def message(
    work: Work, business: Business, step: FollowUp, prospect: Prospect, lead: Lead, now: datetime
) -> tuple[Draft, Dialogue] | None:
    """The open question again, and the dialogue once it is asked; None where none is open."""
    dialogue = dialogue_from(work.conversations.load(prospect.id))
    question = business.question(dialogue.question) if dialogue.question else None
    if question is None or dialogue.is_worn_out:
        return None
    language = replies.language_of(prospect, business)
    voice = Voice(business, language, dialogue.you)
    dialogue = dialogue.asks(question.id)
    opening = _opening(business, step, lead, voice, now)
    known = resume.what_we_have(lead, business, voice)
    if known and step.sequence == NEXT_DAY:
        card = resume.choice("\n".join(known), voice)
    else:
        card = replies.question_card(question, dialogue, business, voice)
    draft = replace(card, text=voice.polish(f"{opening}\n{card.text}"))
    if step.sequence == NEXT_DAY:
        draft = replace(draft, buttons=(*card.buttons, no_thanks(voice)))
    return draft, versions.stand_on(work, business, dialogue, now)


def _opening(business: Business, step: FollowUp, lead: Lead, voice: Voice, now: datetime) -> str:
    """How a step begins; it says "yesterday" only of yesterday."""
    if step.sequence == NUDGE:
        return voice.say("nudge.text")
    days = hours.local_day(business, now) - hours.local_day(business, step.created_at)
    opening = voice.say("next_day.text" if days.days == 1 else "next_day.later")
    return f"{opening} {voice.say('next_day.kept')}" if lead.facts else opening


def no_thanks(voice: Voice) -> tuple[Button, ...]:
    """The way out that every unasked message shows."""
    return (Button(voice.say("next_day.no"), buttons.data("stop")),)
