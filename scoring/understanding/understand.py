"""The join: one message in, everything it says out."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scoring.lead import Authority, Budget, Contact, Need, NeedStatus, Slot, Span, Timing
from scoring.understanding import language
from scoring.understanding.heard import Heard, Intent, OtherNumber
from scoring.understanding.money import budget
from scoring.understanding.people import authority, contact, phones
from scoring.understanding.text import Text, read
from scoring.understanding.times import timing, windows
from scoring.understanding.wishes import intents, model, need

PROVIDE_INFO = "provide_info"
CORRECTION = "correction"
# What is told together with one of these is the message; beside anything else a date
# or a thing belongs to what is asked for ("demo giúp em mai nhé").
SMALL_TALK = frozenset({"greeting", "goodbye", "thanks", "affirm", "deny"})
HARD_FACTS = frozenset({str(Slot.BUDGET), str(Slot.CONTACT)})
# From this likelihood on a message is taken to carry nothing.
SURELY_SMALL_TALK = 0.6
# The slot asked for is filled, so a fainter second meaning is most likely none.
LEAST_BESIDE_AN_ANSWER = 0.8
# It stands behind whatever else the message surely wants.
MOST_SURE = 0.85


class _Slots(NamedTuple):
    """What was heard of each slot, by the slots' own names."""

    budget: Budget | None
    timing: Timing | None
    authority: Authority | None
    need: Need | None
    contact: Contact | None


def understand(
    text: str,
    *,
    now: datetime,
    asked: str | None = None,
    offer_range: tuple[int, int] | None = None,
    currency: str = "VND",
    tz: str = "Asia/Ho_Chi_Minh",
) -> Heard:
    """Everything one message says. Pure, and takes any string.

    `asked` is the slot the bot asked for last, `offer_range` the lowest and the highest
    price on offer: together they decide what a bare number means.
    """
    message = read(text)
    today = now.astimezone(ZoneInfo(tz)).date()
    # A phone number or a date is no money, so the budget does not see its digits.
    times = windows.read(message, today)
    claimed = (*phones.claimed(message), *((time.first, time.last) for time in times))
    money, others = budget.find(message, claimed, asked, offer_range, currency)
    likelihoods = model.trained().likelihoods(message.tokens)
    small_talk = likelihoods.get(model.NOTHING, 0.0) >= SURELY_SMALL_TALK
    dated = [(time.first, time.last) for time in times if time.window is not None]
    slots = _Slots(
        budget=money,
        timing=timing.choose(message, times, today, asked),
        authority=authority.find(message, asked, small_talk=small_talk),
        need=need.find(message, asked, small_talk=small_talk, claimed=dated),
        contact=contact.find(message, asked),
    )
    wanted = intents.find(message, asked, likelihoods)
    return Heard(
        text=text,
        lang=language.of(message),
        intents=_with_told(message, wanted, slots, asked, small_talk=small_talk),
        **slots._asdict(),
        other_numbers=_without_needed(others, slots.need),
    )


def _without_needed(
    numbers: tuple[OtherNumber, ...], needed: Need | None
) -> tuple[OtherNumber, ...]:
    """The numbers that fill no slot: those of what is needed stand with the need."""
    if needed is None or not needed.quantities:
        return numbers
    starts = {quantity.span[0] for quantity in needed.quantities}
    return tuple(number for number in numbers if number.span[0] not in starts)


def _with_told(
    message: Text,
    wanted: tuple[Intent, ...],
    slots: _Slots,
    asked: str | None,
    *,
    small_talk: bool,
) -> tuple[Intent, ...]:
    """The intents, with `provide_info` where a fact was told and is not just in passing."""
    filled = _filled(slots)
    names = {one.name for one in wanted}
    if CORRECTION in names or names & intents.RULES_ALONE:
        return wanted  # what is told beside it is the corrected fact, or what to forget
    if small_talk and not names and asked not in filled and not filled.keys() & HARD_FACTS:
        return wanted  # "the weather is so nice today" plans nothing
    others = tuple(one for one in wanted if one.name != PROVIDE_INFO)
    answered = asked in filled
    if asked == Slot.AUTHORITY and slots.authority is not None:
        # "Quản lý", asked who decides, is the answer and calls for nobody.
        others = tuple(one for one in others if not _calls_within(one, slots.authority.span))
    # Who keeps his number to himself speaks of numbers, and asks for nobody.
    keeps_number = slots.contact is not None and slots.contact.refused
    if answered or keeps_number:
        others = tuple(one for one in others if one.confidence >= LEAST_BESIDE_AN_ANSWER)
    in_passing = any(one.name not in SMALL_TALK for one in others)
    if not answered and (in_passing or not filled) and not filled.keys() & HARD_FACTS:
        return wanted
    end = len(message.original)
    told = Intent(PROVIDE_INFO, min(MOST_SURE, max(filled.values())), (0, end))
    return tuple(sorted((*others, told), key=lambda one: -one.confidence))


def _calls_within(one: Intent, span: Span) -> bool:
    inside = span[0] <= one.span[0] and one.span[1] <= span[1]
    return one.name == "human_request" and inside


def _filled(slots: _Slots) -> dict[str, float]:
    """The slots that the message fills with a fact, and how surely: no need is none."""
    filled = {
        name: value.confidence for name, value in slots._asdict().items() if value is not None
    }
    if slots.need is not None and slots.need.status is not NeedStatus.STATED:
        del filled[Slot.NEED]
    return filled
