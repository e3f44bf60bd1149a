"""What words answer to a question of a certain kind: a number, an address, words of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.business import Business
from handlers.business_file.questions import Question
from handlers.prospect.hearing import hear_words
from handlers.wording import CHOSEN
from scoring.lead import (
    Authority,
    BuyingRole,
    Contact,
    FactValue,
    Horizon,
    Need,
    NeedStatus,
    Quantity,
    Slot,
    Timing,
    TimingKind,
    TimingStatus,
)
from scoring.understanding.gibberish import says_nothing
from scoring.understanding.heard import Heard
from scoring.understanding.money import numbers
from scoring.understanding.text import read

LONGEST = 200  # characters of an answer in somebody's own words
_SHORTEST = 2


def answered(
    question: Question,
    heard: Heard,
    values: Mapping[Slot, FactValue],
    business: Business,
    now: datetime,
    *,
    is_aside: bool,
    asked_again: bool = False,
) -> dict[Slot, FactValue]:
    """The values that were heard, as this kind of question takes them.

    A number is wanted where a number was asked for, and where any words will do they are kept
    as they were said. `is_aside`: the message is about something else; `asked_again`: the
    words before these were not understood, so that now nearly any will do.
    """
    found = dict(values)
    if question.form == "number":
        found.pop(question.id, None)
        counted = _counted(heard)
        if counted is not None and not is_aside:
            found = {Slot.NEED: counted, **_contact_only(found)}
    elif question.form == "text" and not is_aside and set(found) <= {Slot.NEED} - {question.id}:
        own = _in_own_words(question.id, heard, business, now, asked_again=asked_again)
        if own is not None:
            found = {question.id: own}  # nobody spoke of a need: we asked for something else
    return found


def _contact_only(values: Mapping[Slot, FactValue]) -> dict[Slot, FactValue]:
    return {slot: one for slot, one in values.items() if slot is Slot.CONTACT}


def _counted(heard: Heard) -> Need | None:
    """The first number, with what it counts; None where no number is said."""
    text = read(heard.text)
    number = next(iter(numbers.find(text)), None)
    if number is None:
        return None
    span = text.tokens_span(number.first, number.last)
    stated = heard.need.quantities if heard.need is not None else ()
    quantity = next(iter(stated), Quantity(number.low, "", span))
    words = heard.text.strip()[:LONGEST]
    start = heard.text.index(words) if words else 0
    return Need(NeedStatus.STATED, (start, start + len(words)), words, CHOSEN, (quantity,))


def _in_own_words(
    slot: Slot, heard: Heard, business: Business, now: datetime, *, asked_again: bool
) -> FactValue | None:
    """Any words that say something at all, kept as they stand."""
    words = heard.text.strip()[:LONGEST]
    is_answer = (
        not says_nothing(read(words)) if asked_again else _says_something(words, business, now)
    )
    if not is_answer:
        return None
    start = heard.text.index(words)
    span = (start, start + len(words))
    match slot:
        case Slot.TIMING:
            return Timing(
                TimingStatus.UNKNOWN, Horizon.UNKNOWN, TimingKind.NONE, span, words, CHOSEN
            )
        case Slot.AUTHORITY:
            return Authority(BuyingRole.UNKNOWN, span, words, CHOSEN)
        case Slot.NEED:
            return Need(NeedStatus.STATED, span, words, CHOSEN)
        case Slot.CONTACT:
            return Contact(CHOSEN, handles=(words,), spans={"handles": (span,)})
    return None


def _says_something(words: str, business: Business, now: datetime) -> bool:
    """Neither small talk nor a hand that fell on the keyboard: the understanding tells."""
    if len(words) < _SHORTEST:
        return False
    need = hear_words(words, Slot.NEED.value, business, now).need
    return need is not None and need.status is NeedStatus.STATED
