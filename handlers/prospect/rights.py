"""A prospect's rights: to stop, to see, to erase, to agree and to take it back."""

from __future__ import annotations

from dataclasses import replace

from handlers import buttons
from handlers.channel import Button, Style
from handlers.posting import Draft, post
from handlers.prospect import promotion, replies
from handlers.prospect.dialogue import PAUSED
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import CONTACT_CONSENT, Turn
from handlers.relay import alerts
from handlers.texts import version_of
from scoring.lead import Contact, Slot
from storage.erasure import FAREWELL


def keep_consent(turn: Turn, said: Said) -> None:
    """A tap or a typed yes to the consent text, or a number sent in answer to it."""
    asked_for_number = turn.dialogue.question is Slot.CONTACT
    if not (Act.AGREE in said.acts or (asked_for_number and _gives_address(said))):
        return
    if Act.AGREE in said.acts and turn.prospect.opted_out_at is not None:
        opt_in(turn)
    if turn.consent_id is None:
        turn.work.conversations.consent(
            turn.prospect.id,
            CONTACT_CONSENT,
            given=True,
            text_version=version_of(turn.business.consent.text.of(turn.language)),
            now=turn.now,
        )


def _gives_address(said: Said) -> bool:
    values = [fact.value for fact in said.facts if fact.slot is Slot.CONTACT]
    return any(
        isinstance(one, Contact) and (one.phones or one.emails or one.handles) for one in values
    )


def stop(turn: Turn) -> None:
    """Silence for good: nothing that waits goes out, and the team knows."""
    promotion.withdraw(turn)
    turn.work.leads.opt_out(turn.prospect.id, turn.now)
    turn.work.follow_ups.stop(turn.lead.id, "opted_out", turn.now)
    turn.work.outbox.cancel_all(turn.prospect.channel, turn.prospect.chat_id)
    alerts.withdraw(turn.work, turn.abilities, turn.lead.id, turn.now)
    turn.prospect = replace(turn.prospect, opted_out_at=turn.now)
    turn.dialogue = replace(turn.dialogue, open=PAUSED, card=0, menu=())
    turn.drafts = [Draft(turn.voice.say("rights.stopped"), hide_keyboard=True)]


def opt_in(turn: Turn) -> None:
    turn.work.leads.opt_out(turn.prospect.id, None)
    turn.prospect = replace(turn.prospect, opted_out_at=None)
    forget_old_refusal(turn)


def forget_old_refusal(turn: Turn) -> None:
    """Somebody who wants to buy now is not held to the silence he once asked for."""
    heat = tuple(one for one in turn.lead.heat if one.kind != "opt_out")
    turn.lead = replace(turn.lead, heat=heat)


def offer_erasure(turn: Turn) -> None:
    voice = turn.voice
    rows = (
        (
            Button(voice.say("rights.delete_yes"), buttons.data("erase"), Style.BAD),
            Button(voice.say("rights.delete_no"), buttons.data("keep")),
        ),
    )
    turn.drafts.append(Draft(voice.say("rights.delete"), rows))


def erase(turn: Turn) -> None:
    """Nothing of the person stays but the goodbye that tells him so."""
    alerts.erase(turn.work, turn.abilities, turn.lead.id, turn.now)
    key = "rights.nothing" if turn.first_time else "rights.deleted"
    goodbye = Draft(turn.voice.polish(turn.voice.say(key)), hide_keyboard=True)
    channel, chat_id = turn.prospect.channel, turn.prospect.chat_id
    post(
        turn.work,
        channel,
        chat_id,
        [goodbye],
        turn.abilities[channel],
        turn.now,
        # Of no lead: there is none any more. By its key the row itself is erased once it has left.
        key=f"{FAREWELL}{turn.lead.id}:{turn.now.isoformat()}",
    )


def show(turn: Turn) -> None:
    """What we hold of the person, or what we do with it."""
    voice, agreed = turn.voice, turn.consent_id is not None
    if Act.MY_DATA in turn.acts:
        name = turn.lead.name or turn.prospect.name
        known = replies.what_we_know(turn.lead, name, agreed, voice)
        turn.drafts.append(Draft(f"{known}\n{promotion.standing(turn)}"))
        return
    months = turn.business.consent.keep_months
    consent = voice.owners(turn.business.consent.text.of(turn.language))
    text = voice.say("rights.privacy", consent=consent, months=months)
    agree = Button(voice.say("greeting.agree"), buttons.data("agree"), Style.GOOD)
    change = promotion.switch(turn) if agreed else agree
    turn.drafts.append(Draft(text, ((change,),) if change else ()))
