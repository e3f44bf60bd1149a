"""A prospect's rights: to stop, to see, to erase, to agree and to take it back."""

from __future__ import annotations

from dataclasses import replace

from handlers import buttons
from handlers.channel import Button, Style
from handlers.posting import Draft, post
from handlers.prospect import own_copy, promotion, replies
from handlers.prospect.dialogue import PAUSED
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Turn
from handlers.relay import alerts
from handlers.score import objection
from handlers.texts import version_of
from scoring.lead import Contact, Slot
from storage.conversations import CONTACT_CONSENT
from storage.erasure import FAREWELL

SCORING = frozenset({Act.NO_SCORE, Act.SCORE})


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


def note_scoring(turn: Turn) -> None:
    """An objection to being scored counts before anything is counted; so does its end."""
    if not turn.acts & SCORING:
        return
    given = Act.NO_SCORE not in turn.acts
    turn.lead = objection.agreeing(turn.lead) if given else objection.objecting(turn.lead)
    turn.work.conversations.consent(
        turn.prospect.id,
        objection.PURPOSE,
        given=given,
        text_version=version_of(turn.voice.say("rights.scoring")),
        now=turn.now,
    )


def say_scoring(turn: Turn) -> None:
    key = "rights.not_scored" if Act.NO_SCORE in turn.acts else "rights.scored"
    turn.drafts.append(Draft(turn.voice.say(key)))


def _scoring_switch(turn: Turn) -> Button:
    key, action = ("score", "score") if objection.objects(turn.lead) else ("no_score", "no_score")
    return Button(turn.voice.say(f"rights.{key}"), buttons.data(action))


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


def _copy(turn: Turn) -> Draft:
    """What we know at a glance, with the whole in a file; where no file can go, the whole."""
    voice = turn.voice
    if not turn.abilities[turn.prospect.channel].files:
        text = f"{own_copy.whole(turn)}\n{promotion.standing(turn)}"
        return Draft(text, ((_scoring_switch(turn),),))
    name = turn.lead.name or turn.prospect.name
    known = replies.what_we_know(turn.lead, name, turn.consent_id is not None, voice)
    lines = (known, promotion.standing(turn), voice.say("rights.mine_file"))
    switch = ((_scoring_switch(turn),),)
    return Draft("\n".join(lines), switch, file=own_copy.as_file(turn))


def show(turn: Turn) -> None:
    """What we hold of the person, or what we do with it."""
    voice, agreed = turn.voice, turn.consent_id is not None
    if Act.MY_DATA in turn.acts:
        turn.drafts.append(_copy(turn))
        return
    months = turn.business.consent.keep_months
    consent = voice.owners(turn.business.consent.text.of(turn.language))
    text = voice.say("rights.privacy", consent=consent, months=months)
    text = f"{text}\n{voice.say('rights.scoring')}"
    agree = Button(voice.say("greeting.agree"), buttons.data("agree"), Style.GOOD)
    change = promotion.switch(turn) if agreed else agree
    rows = ((change,),) if change else ()
    turn.drafts.append(Draft(text, (*rows, (_scoring_switch(turn),))))
