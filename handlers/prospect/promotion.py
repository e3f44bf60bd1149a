"""News and offers: asked for once, parted from the service, taken back at any time."""

from __future__ import annotations

from datetime import datetime

from handlers import buttons
from handlers.business import Business
from handlers.channel import Button, Style
from handlers.posting import Draft, Rows
from handlers.prospect.replies import Voice
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from handlers.texts import version_of
from storage.conversations import MARKETING
from storage.leads import Prospect
from storage.store import Work

# Sentence of the question, and event that it was put.
ASKED = "promotion.ask"
_EVENT = "promotion_asked"


def may_ask(work: Work, business: Business, prospect: Prospect) -> bool:
    """Once, of somebody who may be contacted, where the company has offers to send."""
    return (
        business.consent.marketing == "ask"
        and prospect.opted_out_at is None
        and not work.conversations.has_answered(prospect.id, MARKETING)
        and not work.events.happened(prospect.lead_id, (_EVENT,))
    )


def question(business: Business, voice: Voice) -> Draft:
    """What comes, from whom, how, how often, and how to end it; nothing is ticked before."""
    text = voice.say(ASKED, count=business.consent.marketing_a_month)
    return Draft(text, rows(voice))


def rows(voice: Voice) -> Rows:
    return (
        (
            Button(voice.say("promotion.yes"), buttons.data("promo_yes"), Style.GOOD),
            Button(voice.say("promotion.no"), buttons.data("promo_no")),
        ),
    )


def note_asked(work: Work, prospect: Prospect, now: datetime) -> None:
    work.events.record(prospect.lead_id, _EVENT, now, key=f"{_EVENT}:{prospect.id}")


def offer(turn: Turn) -> Draft | None:
    """The question, in the conversation; None where it was put before or has no place."""
    if turn.consent_id is None or not may_ask(turn.work, turn.business, turn.prospect):
        return None
    note_asked(turn.work, turn.prospect, turn.now)
    return question(turn.business, turn.voice)


def answer(turn: Turn) -> Draft:
    """Keep the yes or the no, with the text that was shown, as evidence."""
    given = Act.PROMOTION_YES in turn.acts
    text = turn.voice.say(ASKED, count=turn.business.consent.marketing_a_month)
    turn.work.conversations.consent(
        turn.prospect.id,
        MARKETING,
        given=given,
        text_version=version_of(text),
        now=turn.now,
    )
    return Draft(turn.voice.say("promotion.agreed" if given else "promotion.refused"))


def withdraw(turn: Turn) -> None:
    """Whoever wants silence has taken this back, too."""
    if turn.work.conversations.agreed(turn.prospect.id, MARKETING) is not None:
        turn.work.conversations.consent(
            turn.prospect.id, MARKETING, given=False, text_version="stop", now=turn.now
        )


def standing(turn: Turn) -> str:
    """For /mydata: what was agreed to."""
    agreed = turn.work.conversations.agreed(turn.prospect.id, MARKETING) is not None
    given = turn.voice.say("yes.true" if agreed else "yes.false")
    return turn.voice.say("promotion.standing", given=given)


def switch(turn: Turn) -> Button | None:
    """The button that changes what stands, under what we say of a person's data."""
    if turn.business.consent.marketing == "never" or turn.prospect.opted_out_at is not None:
        return None
    agreed = turn.work.conversations.agreed(turn.prospect.id, MARKETING) is not None
    key, action = ("off", "promo_no") if agreed else ("on", "promo")
    return Button(turn.voice.say(f"promotion.{key}"), buttons.data(action))
