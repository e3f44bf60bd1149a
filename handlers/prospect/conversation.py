"""A prospect wrote: the whole story, top to bottom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zlib import crc32

from handlers import notices, versions
from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage, Kind
from handlers.faq import unanswered
from handlers.follow_up import promises
from handlers.notices import Told
from handlers.posting import Draft, post
from handlers.prospect import (
    asides,
    asking,
    extras,
    funnel,
    noting,
    relationship,
    replies,
    rights,
    survey,
)
from handlers.prospect.dialogue import GREETING, PAUSED, Dialogue, dialogue_from
from handlers.prospect.open_question import plan_for
from handlers.prospect.said import Act
from handlers.prospect.turn import Message, Turn
from handlers.relay import alerts, copies, duplicates, passing_on
from handlers.score import give_backs
from handlers.score.objection import objects
from handlers.score.weighing import Happening, Wake, Weighed, weigh
from scoring.lead import Slot
from scoring.weights import NEVER_HOT
from storage.leads import Prospect
from storage.store import Work

# Divides evenly by every number of wordings a question may have.
WORDINGS = 12
_RIGHTS = frozenset({Act.STOP, Act.DELETE, Act.PRIVACY, Act.MY_DATA}) | rights.SCORING


class Conversation:
    """Talks with prospects, on any channel."""

    def __init__(self, business: Business, abilities: Mapping[str, Abilities]) -> None:
        self._business = business
        self._abilities = abilities

    def on_turn(self, work: Work, messages: tuple[Message, ...], now: datetime) -> None:
        """Answer what a prospect wrote in one go: one transaction, one reply."""
        turn = self._open(work, messages, now)
        asked_before = turn.dialogue.asked
        _cancel_what_waits(turn)
        for said in promises.heard(turn, messages, noting.heard(turn, messages)):
            noting.note(turn, said)
        if Act.ERASE in turn.acts or (turn.first_time and Act.DELETE in turn.acts):
            rights.erase(turn)
            return
        rights.note_scoring(turn)
        _recognise(turn, messages)
        written = [message for _, message in messages]
        turn.lead = relationship.told(turn.lead, written, self._business)
        _wake_the_team(turn, _weigh(turn))
        if _gave_address(turn):
            duplicates.warn(work, self._abilities, turn.lead, now)
        a_human_speaks = passing_on.relay(work, self._abilities, turn.lead, written, now)
        # Not over a human; but to stop, to see and to erase are rights: the bot answers those.
        if not a_human_speaks or turn.acts & _RIGHTS:
            _answer(turn)
            unanswered.collect(turn, messages)
            _say(turn)
            _plan(turn)
        funnel.note(turn, {} if Act.RESTART in turn.acts else asked_before)
        turn.dialogue = replace(turn.dialogue, heard_at=int(now.timestamp()))
        if any(draft.buttons for draft in turn.drafts):
            turn.dialogue = versions.stand_on(work, self._business, turn.dialogue, now)
        work.conversations.save(turn.prospect.id, turn.dialogue.as_text(), now)

    def _open(self, work: Work, messages: tuple[Message, ...], now: datetime) -> Turn:
        first = messages[0][1]
        prospect, first_time = work.leads.find_or_create(
            first.channel, first.chat_id, name=first.sender_name, source=_campaign(first), now=now
        )
        lead = work.leads.get(prospect.lead_id)
        if lead is None:
            raise LookupError(f"prospect {prospect.id} has no lead")
        if first_time:
            notices.tell(work, Told.CREATED, lead, now)
        dialogue = _dialogue(work, prospect)
        if dialogue.open and dialogue.is_fresh and not _was_heard(work, prospect):
            # A greeting that never arrived has told nobody that he speaks with a machine.
            dialogue, first_time = Dialogue(), True
        return Turn(
            work=work,
            now=now,
            business=self._business,
            abilities=self._abilities,
            prospect=prospect,
            lead=lead,
            known=lead,
            dialogue=dialogue,
            language=replies.language_of(prospect, self._business),
            first_time=first_time,
            pressed=all(message.kind is Kind.BUTTON for _, message in messages),
        )


def _was_heard(work: Work, prospect: Prospect) -> bool:
    return work.own_messages.has_reached(prospect.channel, prospect.chat_id)


def _dialogue(work: Work, prospect: Prospect) -> Dialogue:
    """As it was left; somebody new gets his wording of the questions by the toss of his name."""
    saved = work.conversations.load(prospect.id)
    if saved is not None:
        return dialogue_from(saved)
    toss = crc32(f"{prospect.channel}:{prospect.chat_id}".encode())
    return Dialogue(variant=toss % WORDINGS)


def _campaign(message: IncomingMessage) -> str:
    return message.text if message.kind is Kind.START else ""


def _gave_address(turn: Turn) -> bool:
    return any(fact.slot is Slot.CONTACT for fact in turn.facts)


def _recognise(turn: Turn, messages: tuple[Message, ...]) -> None:
    """A number we know: one customer for the team, and nothing of it is said here."""
    if _gave_address(turn):
        duplicates.prove(turn.work, turn.prospect, turn.facts, messages)
        lead = duplicates.recognise(turn.work, turn.business, turn.abilities, turn.lead, turn.now)
        turn.prospect = replace(turn.prospect, lead_id=lead.id)
        turn.lead = give_backs.check_number(turn.work, turn.business, lead, turn.now)


def _cancel_what_waits(turn: Turn) -> None:
    """A reply cancels every follow-up, also those on their way, in this transaction."""
    turn.work.follow_ups.cancel(turn.prospect.id, "replied", turn.now)
    turn.work.outbox.cancel_follow_ups(turn.prospect.channel, turn.prospect.chat_id)


# --- weighing -----------------------------------------------------------------------------


def _weigh(turn: Turn) -> Weighed:
    happenings = tuple(
        Happening(kind, f"{said.message_id}:{kind}")
        for said in turn.said
        for kind in said.behaviours
    )
    if Act.STOP in turn.acts:
        happenings = (Happening("opt_out", f"{turn.said[0].message_id}:opt_out"),)
    elif turn.wants_a_person:
        rights.forget_old_refusal(turn)
    weighed = weigh(
        turn.work,
        turn.business,
        turn.lead,
        turn.now,
        happenings=happenings,
        asked_in_vain=turn.dialogue.asked_in_vain(),
        message_id=turn.said[-1].message_id,
        heard=True,
    )
    turn.lead = weighed.lead
    return weighed


def _wake_the_team(turn: Turn, weighed: Weighed) -> None:
    wake = weighed.wake
    asks = bool(turn.acts & {Act.HUMAN, Act.COMPLAINT}) or asides.fetches_a_person(turn)
    # Whoever is not scored never turns hot, and is called all the same when he asks for it.
    asks = asks or (objects(turn.lead) and turn.wants_a_person)
    if wake is None and asks:
        wake = Wake.ASKED
    if wake is not None and not any(one.kind in NEVER_HOT for one in turn.lead.heat):
        alerts.offer(turn.work, turn.business, turn.abilities, turn.lead, wake, turn.now)
    elif turn.facts:
        copies.renew(turn.work, turn.abilities, turn.lead.id, turn.now)


# --- answering ----------------------------------------------------------------------------


def _answer(turn: Turn) -> None:
    """In this order: silence and rights, a person, what was asked, then our question."""
    acts = turn.acts
    if turn.is_silent:
        return
    if Act.STOP in acts:
        rights.stop(turn)
    elif Act.DELETE in acts:
        rights.offer_erasure(turn)
    elif acts & {Act.PRIVACY, Act.MY_DATA}:
        rights.show(turn)
    elif acts & rights.SCORING:
        rights.say_scoring(turn)
    elif acts & {Act.ABUSE, Act.SPAM}:
        # Answered once, then left alone; the event marks the lead.
        turn.says_once("question.abuse" if Act.ABUSE in acts else "question.spam")
        turn.drafts.append(asking.only_lines(turn))
    elif Act.NOT_INTERESTED in acts and not (turn.answers or turn.wants_a_person):
        turn.dialogue = replace(turn.dialogue, open=PAUSED)
        turn.drafts.append(Draft(turn.voice.say("question.not_interested")))
    elif turn.write_again_at is not None:
        promises.give(turn)
    elif acts & extras.ACTS or survey.takes(turn):
        extras.answer(turn)
    elif _should_greet(turn):
        _greet(turn)
    else:
        asking.go_on(turn)


def _should_greet(turn: Turn) -> bool:
    """Nobody has begun yet, and there is nothing else to answer."""
    if turn.dialogue.open != "" and not (turn.dialogue.open == GREETING and Act.START in turn.acts):
        return False
    begins = turn.acts <= {Act.START, Act.HELLO, Act.MENU, Act.WORDLESS}
    told = turn.facts or any(said.faq or said.bad_phone for said in turn.said)
    return begins and not told and not turn.wants_a_person


def _greet(turn: Turn) -> None:
    card = replies.greeting(turn.business, turn.voice)
    if any(said.asks for said in turn.said):
        card = replace(card, text=f"{card.text}\n{turn.voice.say('question.ask_a_person')}")
    turn.dialogue = replace(turn.dialogue, open=GREETING)
    turn.drafts.append(card)


# --- closing ------------------------------------------------------------------------------


def _say(turn: Turn) -> None:
    can = turn.abilities[turn.prospect.channel]
    asks_number = can.asks_contact and any(draft.ask_contact for draft in turn.drafts)
    if turn.drafts and turn.dialogue.has_key and not asks_number:
        turn.drafts[0] = asking.without_key(turn, turn.drafts[0])
    drafts = [replace(draft, text=turn.voice.polish(draft.text)) for draft in turn.drafts]
    if drafts and turn.file is not None:
        drafts[-1] = replace(drafts[-1], file=turn.file)
    prospect = turn.prospect
    row = post(
        turn.work, prospect.channel, prospect.chat_id, drafts, can, turn.now, lead_id=turn.lead.id
    )
    if drafts:
        turn.dialogue = replace(turn.dialogue.after(drafts[-1], row), has_key=asks_number)


def _plan(turn: Turn) -> None:
    """Should nobody answer, we ask once more: only inside a question, never after a no."""
    if turn.prospect.opted_out_at is None:
        plan_for(
            turn.work,
            turn.business,
            turn.prospect,
            turn.dialogue,
            turn.consent_id,
            turn.said[-1].message_id,
            turn.now,
        )
