"""What is asked next: what is missing, one question a turn, then the summary and what follows."""

from __future__ import annotations

from dataclasses import replace

from handlers.posting import Draft
from handlers.prospect import asides, booking, contradictions, extras, replies, resume, survey
from handlers.prospect.dialogue import BOOKING, SUMMARY
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from scoring.lead import Fact, Slot
from storage.steps import SUMMARY_AGREED


def go_on(turn: Turn) -> None:
    """Answer what was asked, then ask what is missing, once."""
    is_new = turn.dialogue.open == "" and turn.first_time
    asides.answer(turn)
    two_ways = contradictions.found_in(turn)
    if two_ways is not None and turn.may_ask:
        turn.drafts.append(with_lines(turn, contradictions.card(turn, two_ways)))
        return
    if _offers_time(turn):
        return
    wanted = _step(turn)
    sums_up = wanted is None and not turn.dialogue.is_over
    noted = replies.noted(_worth_repeating(turn), turn.known, turn.voice, before_summary=sums_up)
    turn.lines.insert(0, noted)
    if is_new:
        turn.lines.insert(0, replies.introduction(turn.lead, turn.business, turn.voice))
    if not turn.may_ask:
        turn.drafts.append(only_lines(turn))
    elif wanted is not None:
        _ask(turn, wanted)
    elif turn.dialogue.is_over and not turn.facts and Act.REVIEW not in turn.acts:
        _after_summary(turn)
    else:
        _sum_up(turn)


def _worth_repeating(turn: Turn) -> tuple[Fact, ...]:
    """What was told in words, and what a button changed; a button says itself what it means."""
    if turn.wants_a_person and not turn.tells:
        return ()  # "no problem" would be no answer to "I want an appointment"
    chosen = [fact for said in turn.said if said.slot or said.silent for fact in said.facts]
    return tuple(
        fact
        for fact in turn.facts
        if fact not in chosen or replies.changes(turn.known, fact, turn.language)
    )


def _step(turn: Turn) -> Slot | None:
    """What to ask for next: what the customer wants to change, else what is missing."""
    if turn.pressed and Act.AFFIRM in turn.acts and turn.dialogue.question is not None:
        # The button of the summary, pressed after one went back to a question: all is right.
        turn.dialogue = turn.dialogue.opens(SUMMARY)
        return None
    edit = next(
        (said.slot for said in turn.said if said.acts & {Act.EDIT, Act.TICK, Act.CONTINUE}), None
    )
    if edit is None and Act.BACK in turn.acts:
        edit = _before(turn)
    if edit is None and Act.DENY in turn.acts and turn.dialogue.unsure:
        edit = Slot(turn.dialogue.unsure)
    if edit is not None:
        turn.dialogue = replace(turn.dialogue.reopens(edit), unsure="")
        return edit
    contact_is_open = (
        turn.business.question(Slot.CONTACT) is not None
        and Slot.CONTACT.value not in turn.dialogue.skipped
        and not replies.is_answered(turn.lead, Slot.CONTACT)
    )
    if turn.wants_a_person and contact_is_open:
        return Slot.CONTACT  # whoever wants to be called must say where
    return replies.next_slot(turn.lead, turn.dialogue, turn.business)


def _before(turn: Turn) -> Slot:
    """The question before the open one; the first has none before it."""
    last = next(reversed(turn.dialogue.asked), replies.ORDER[0].value)
    opened = turn.dialogue.question
    if opened is None:
        return Slot(last)
    return turn.dialogue.came_before(opened) or opened


def _ask(turn: Turn, slot: Slot) -> None:
    question = turn.business.question(slot)
    if question is None:
        return
    is_open = turn.dialogue.question is slot
    if is_open and resume.is_due(turn):
        turn.dialogue = turn.dialogue.returns(anew=True)
        turn.drafts.append(with_lines(turn, resume.card(turn)))
        return
    says_more = any(turn.lines)
    if is_open and says_more and turn.dialogue.is_worn_out and not _calls_for_card(turn):
        turn.drafts.append(only_lines(turn))
        return
    if turn.promised and slot is not Slot.CONTACT:
        turn.says("question.meanwhile")
    elif is_open and says_more and not turn.facts and Act.AFFIRM not in turn.acts:
        turn.says("question.return")
    _give_before_taking(turn, slot)
    if is_open and Act.TICK in turn.acts:
        pass  # the same card with another tick
    elif is_open:
        # Whoever greets us anew after a while has not been asked in this sitting.
        turn.dialogue = turn.dialogue.returns(anew=bool(turn.acts & _COMES_BACK))
    else:
        turn.dialogue = turn.dialogue.asks(slot)
    card = replies.question_card(question, turn.dialogue, turn.business, turn.voice)
    turn.drafts.append(with_lines(turn, card))


_COMES_BACK = frozenset({Act.START, Act.MENU, Act.HELLO})


def _calls_for_card(turn: Turn) -> bool:
    return turn.pressed or bool(turn.acts & (_COMES_BACK | {Act.BACK, Act.EDIT, Act.TICK}))


def _give_before_taking(turn: Turn, slot: Slot) -> None:
    """Before the number is asked for the customer has heard what it costs, once."""
    if slot is not Slot.CONTACT or turn.promised or asides.knows_price(turn):
        return
    offer = replies.offer_for(turn.lead, turn.business)
    turn.lines.append(replies.price_of(offer, turn.business, turn.voice))
    turn.dialogue = turn.dialogue.tells("given.price")


def _sum_up(turn: Turn) -> None:
    """Everything we know on one card, for a yes."""
    turn.dialogue = replace(turn.dialogue, open=SUMMARY)
    agreed = turn.consent_id is not None
    card = replies.summary(turn.lead, turn.business, turn.voice, ask_consent=not agreed)
    if agreed:
        text = "\n".join(filter(None, (card.text, asides.what_comes_next(turn))))
        card = replace(card, text=text)
    turn.drafts.append(with_lines(turn, card))


def _after_summary(turn: Turn) -> None:
    """The card stands: thanks for a yes, help with a no, else what was asked."""
    if Act.MENU in turn.acts:
        turn.drafts.append(with_lines(turn, replies.menu(turn.business, turn.voice)))
        return
    agrees = bool(turn.acts & {Act.AFFIRM, Act.AGREE})
    if agrees:
        key = f"{SUMMARY_AGREED}:{turn.prospect.id}"
        turn.work.events.record(turn.lead.id, SUMMARY_AGREED, turn.now, key=key)
        turn.says("summary.thanks")
        turn.lines.append(asides.what_comes_next(turn) if Act.AGREE in turn.acts else "")
    elif Act.DENY in turn.acts:
        turn.says("summary.which")
    extra = None
    if turn.may_ask and turn.dialogue.open == BOOKING and not agrees:
        extra = booking.again(turn)
        if extra is not None and any(turn.lines):
            turn.says("question.return")
    elif turn.may_ask and agrees:
        extra = extras.next_card(turn)
    elif turn.may_ask and any(turn.lines):
        extra = survey.again(turn)
        if extra is not None:
            turn.says("question.return")
    if extra is not None:
        turn.drafts.append(with_lines(turn, extra))
        return
    if not any(turn.lines) or (agrees and Act.AGREE not in turn.acts):
        turn.says("question.anything")
    turn.drafts.append(only_lines(turn))


def _offers_time(turn: Turn) -> bool:
    """Whoever asked for an appointment, and can be called, is shown the free times at once."""
    if booking.WANTED not in turn.dialogue.told or not turn.may_ask:
        return False
    card = booking.offer(turn) if booking.is_called_for(turn) else None
    if card is None:
        return False
    turn.drafts.append(with_lines(turn, card))
    return True


def only_lines(turn: Turn) -> Draft:
    return Draft("\n".join(filter(None, turn.lines)))


def with_lines(turn: Turn, card: Draft) -> Draft:
    """What we have to say first stands above the question, in the same message."""
    text = "\n".join((*filter(None, turn.lines), card.text))
    # A tap changes the card it was made on; words get a message of their own.
    edits = turn.dialogue.card if turn.pressed and not card.ask_contact else 0
    return replace(card, text=text, edits_row=edits)


def without_key(turn: Turn, draft: Draft) -> Draft:
    """The key that sends a number goes with our next words, and those are a message of their own.

    Buttons cannot stand under the message that takes it away: a word of thanks comes before them.
    """
    text = draft.text
    if draft.buttons:
        text = f"{turn.voice.say('card.thanks' if turn.facts else 'card.well')}\n\n{text}"
    return replace(draft, text=text, edits_row=0, hide_keyboard=True)
