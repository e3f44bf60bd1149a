"""A button pressed, or a contact card sent, to what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.business import Business
from handlers.business_file.questions import Option
from handlers.buttons import Press
from handlers.channel import IncomingMessage
from handlers.prospect.hearing import hear_words, slots
from handlers.prospect.said import Act, Said
from handlers.wording import CHOSEN
from scoring.lead import Contact, Fact, FactValue, Need, NeedStatus, Slot
from scoring.understanding.understand import understand

ACT_OF_BUTTON = {
    "agree": Act.AGREE,
    "human": Act.HUMAN,
    "privacy": Act.PRIVACY,
    "skip": Act.SKIP,
    "back": Act.BACK,
    "right": Act.AFFIRM,
    "stop": Act.STOP,
    "erase": Act.ERASE,
    "keep": Act.KEEP,
    "menu": Act.MENU,
    "review": Act.REVIEW,
    "mydata": Act.MY_DATA,
    "speak": Act.LANGUAGE,
    "any_time": Act.ANY_TIME,
    "later": Act.LATER,
    "continue": Act.CONTINUE,
    "restart": Act.RESTART,
    "rebook": Act.REBOOK,
    "promo": Act.PROMOTION,
    "promo_yes": Act.PROMOTION_YES,
    "promo_no": Act.PROMOTION_NO,
    "no_score": Act.NO_SCORE,
    "score": Act.SCORE,
}
# Ticks an option of a question with several answers; without an option it says "that is all".
TICK = "m"
# Buttons that carry numbers: what they ask, and the behaviour that counts besides a reply.
_WITH_NUMBERS: dict[str, tuple[Act, tuple[str, ...]]] = {
    "pick": (Act.PICK, ()),
    "slot": (Act.BOOK, ("consult_booked",)),
    "rate": (Act.RATE, ()),
    "survey": (Act.SURVEY, ()),
}


def pressed(
    press: Press | None,
    message: IncomingMessage,
    message_id: int,
    business: Business,
    language: str,
    now: datetime,
) -> Said:
    if press is None:
        return Said(message_id, frozenset({Act.STALE}))
    slot = Slot(press.args[0]) if press.args and press.args[0] in set(Slot) else None
    if press.action == "edit" and slot is not None:
        return Said(message_id, frozenset({Act.EDIT}), slot=slot)
    if press.action == "q" and slot is not None:
        option = business.option(slot, press.args[1]) if len(press.args) > 1 else None
        if option is not None:
            return chosen(option, slot, message_id, business, language, now)
    if press.action == TICK and slot is not None:
        key = press.args[1] if len(press.args) > 1 else ""
        acts = frozenset({Act.TICK if key else Act.DONE})
        return Said(message_id, acts, slot=slot, words=key, behaviours=("reply",))
    if press.action in _WITH_NUMBERS:
        return _numbered(press, slot, message_id)
    act = ACT_OF_BUTTON.get(press.action)
    return Said(message_id, frozenset({act or Act.STALE}), slot=slot)


def _numbered(press: Press, slot: Slot | None, message_id: int) -> Said:
    """A button that carries numbers: which answer, which time, which mark."""
    act, behaviours = _WITH_NUMBERS[press.action]
    numbers = tuple(
        number for place in range(len(press.args)) if (number := press.number(place)) is not None
    )
    return Said(
        message_id, frozenset({act}), slot=slot, numbers=numbers, behaviours=("reply", *behaviours)
    )


def chosen(
    option: Option, slot: Slot, message_id: int, business: Business, language: str, now: datetime
) -> Said:
    """Choosing an option is saying what it means, beyond doubt."""
    label = option.label.of(language)
    value = _value(slot, option.said(language), business, now)
    if value is None or isinstance(value, Contact):
        value = Need(NeedStatus.STATED, (0, len(label)), label, CHOSEN)
    else:
        value = replace(value, text=label, span=(0, len(label)), confidence=CHOSEN)
    fact = Fact(slot, value, message_id, now)
    return Said(message_id, facts=(fact,), slot=slot, behaviours=("reply",))


def _value(slot: Slot, words: str, business: Business, now: datetime) -> FactValue | None:
    return slots(hear_words(words, slot.value, business, now)).get(slot)


def contact_card(message: IncomingMessage, message_id: int, now: datetime) -> Said:
    """A contact card counts only when it is the sender's own: anybody's card can be forwarded."""
    if not message.phone_is_own:
        return Said(message_id, frozenset({Act.NOT_OWN_CARD}))
    heard = understand(message.phone, now=now, asked=Slot.CONTACT.value)
    phones = heard.contact.phones if heard.contact else ()
    value = Contact(CHOSEN, phones=phones or (message.phone,), spans={"phones": ((0, 0),)})
    fact = Fact(Slot.CONTACT, value, message_id, now)
    return Said(message_id, facts=(fact,), behaviours=("reply", "contact_sent"))
