"""How the personas behave: each reacts to what the bot really says."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import replace

from bot.simulation import phrases
from bot.simulation.acts import Act, Asked, Play, Seen, Wish
from bot.simulation.mind import Mind
from scoring.lead import BANT, Slot

# Nobody is so patient that he would say more than this.
PATIENCE = 18
# A part of a play: answers what was seen last.
Part = Generator[Act, Seen, Seen]
Answer = Callable[[Mind, Seen], Act]
_ASKS = frozenset({Asked.NEED, Asked.TIMING, Asked.BUDGET, Asked.AUTHORITY, Asked.CONTACT})
_ENDS = frozenset({Asked.NOTHING, Asked.APPOINTMENT, Asked.RATING, Asked.SURVEY})


def _begun(mind: Mind) -> Part:
    """Open the chat and agree to be asked."""
    seen = yield mind.opens()
    if seen.asked is Asked.GREETING:
        seen = yield mind.answers(seen)
    return seen


def _through(mind: Mind, seen: Seen, instead: Mapping[Asked, Answer] | None = None) -> Part:
    """Answer whatever is asked until it is summed up and agreed to.

    The questions of `instead` are treated so, once; all others as anybody would.
    """
    left = dict(instead or {})
    for _ in range(PATIENCE):
        if seen.asked in _ENDS:
            break
        ends = seen.asked is Asked.SUMMARY
        own = left.pop(seen.asked, Mind.answers)
        seen = yield own(mind, seen)
        if ends and seen.asked not in _ASKS:
            break
    return seen


def willing(mind: Mind) -> Play:
    seen = yield mind.opens()
    yield from _through(mind, seen)


def hot(mind: Mind) -> Play:
    """Tells two things at once, and wants to be called."""
    yield from _begun(mind)
    seen = yield mind.tells(Slot.NEED, Slot.TIMING)
    yield from _through(mind, seen, {Asked.CONTACT: _calls_for_a_call})


def _calls_for_a_call(mind: Mind, seen: Seen) -> Act:
    truth = mind.truth(Slot.CONTACT)
    call = "gọi cho {self} luôn nhé" if mind.habits.language == "vi" else "please call me"
    return Act(says=(f"{truth.words}, {mind.spelled(call)}",), tells={Slot.CONTACT: truth})


def shy(mind: Mind) -> Play:
    """Answers the harmless, passes what is delicate, and leaves no number."""
    seen = yield mind.opens()
    no_number = "thôi {self} không muốn cho số" if mind.habits.language == "vi" else "no number"
    yield from _through(
        mind,
        seen,
        {
            Asked.BUDGET: lambda mind, seen: mind.skips(seen),
            Asked.AUTHORITY: lambda mind, seen: mind.skips(seen),
            Asked.CONTACT: lambda mind, seen: mind.says(mind.spelled(no_number), wish=Wish.SKIP),
        },
    )


def price_only(mind: Mind) -> Play:
    yield mind.asks_price()
    seen = yield mind.asks_price()
    if seen.asked is Asked.NEED:
        yield mind.tells(Slot.NEED)
    yield mind.asks_price()
    yield mind.says(mind.spelled("thôi để {self} xem thêm"))


def student(mind: Mind) -> Play:
    """Asks much for a paper at school, and will buy nothing."""
    seen = yield mind.opens()
    if seen.asked is Asked.GREETING:
        yield mind.says(mind.words(phrases.STUDENTS))
    for _ in range(2):
        yield mind.asks()
    yield mind.says(mind.words(phrases.NEEDS_NOTHING))
    yield mind.says(mind.words(phrases.THANKS))


def spammer(mind: Mind) -> Play:
    """Advertises: answered once, like abuse, and then left alone."""
    for _ in range(4):
        yield mind.says(mind.dice.choice(phrases.ADVERTS), wish=Wish.ABUSE)


def angry(mind: Mind) -> Play:
    yield mind.tells(Slot.NEED)
    yield mind.says(mind.words(phrases.COMPLAINTS), wish=Wish.PERSON)
    for _ in range(3):
        yield mind.says(mind.words(phrases.ABUSES), wish=Wish.ABUSE)


def code_switcher(mind: Mind) -> Play:
    seen = yield mind.opens()
    if seen.asked is Asked.GREETING:
        seen = yield mind.says("ok em, start đi")
    own = {
        Asked.NEED: lambda mind, seen: replace(
            mind.tells(Slot.NEED), says=(mind.spelled("{self} need {offer} cho team nhé"),)
        ),
        Asked.TIMING: lambda mind, seen: mind.chooses(Slot.TIMING, seen),
    }
    yield from _through(mind, seen, own)


def burst(mind: Mind) -> Play:
    """Sends a thought in three pieces."""
    yield from _begun(mind)
    seen = yield mind.tells(Slot.NEED, Slot.TIMING, burst=True)
    slot = seen.asked.slot
    if slot is not None and slot in BANT:
        seen = yield mind.tells(slot, burst=True)
    yield from _through(mind, seen)


def split_thought(mind: Mind) -> Play:
    """The number comes in the second message of a burst: it belongs to the first."""
    yield from _begun(mind)
    offer = mind.spelled(mind.words(phrases.WANTS))
    truth = phrases.need_of(offer, 3)
    mind.truths[Slot.NEED] = truth
    seen = yield Act(says=(offer, mind.words(phrases.FOR_THREE)), tells={Slot.NEED: truth})
    yield from _through(mind, seen)


def editor(mind: Mind) -> Play:
    """Goes back, changes answers, and taps a card of long ago."""
    seen = yield from _begun(mind)
    first = seen
    seen = yield mind.answers(seen)
    back = seen.button("back")
    if back is not None:
        seen = yield Act(tap=back, wishes=frozenset({Wish.BACK}))
        slot = seen.asked.slot
        if slot is not None:
            again = mind.chooses(slot, seen)
            seen = yield replace(again, wishes=frozenset({Wish.CHANGE}))
    slot = first.asked.slot
    if slot is not None and first.button("q") is not None:
        seen = yield replace(mind.chooses(slot, first), wishes=frozenset({Wish.CHANGE}))
    for _ in range(PATIENCE):
        if seen.asked is Asked.SUMMARY:
            break
        seen = yield mind.answers(seen)
    if seen.button("edit") is not None:
        edits = [one for one in seen.buttons if one.data.endswith(":budget")]
        seen = yield Act(tap=edits[0], wishes=frozenset({Wish.BACK}))
        if seen.asked is Asked.BUDGET:
            seen = yield mind.changes_mind(Slot.BUDGET)
    yield from _through(mind, seen)


def corrector(mind: Mind) -> Play:
    """ "Nhầm, …": says another sum later than the question."""
    seen = yield mind.opens()
    own = {
        Asked.AUTHORITY: lambda mind, seen: mind.changes_mind(Slot.BUDGET),
    }
    yield from _through(mind, seen, own)


def two_minded(mind: Mind) -> Play:
    """Says another sum in passing, and is asked which one counts."""
    seen = yield from _begun(mind)
    for _ in range(PATIENCE):
        if seen.asked is Asked.AUTHORITY:
            break
        at_budget = seen.asked is Asked.BUDGET
        seen = yield mind.tells(Slot.BUDGET) if at_budget else mind.answers(seen)
    seen = yield mind.contradicts()
    yield from _through(mind, seen)


def silent(mind: Mind) -> Play:
    """Answers two questions, and is not heard of again."""
    seen = yield mind.opens()
    answered = 0
    while answered < 2 and seen.asked is not Asked.NOTHING:
        answered += seen.asked.slot is not None
        seen = yield mind.answers(seen)
    for _ in range(5):
        yield mind.waits(days=1)


def competitor(mind: Mind) -> Play:
    """Sounds us out for another company: compares, asks, tells nothing."""
    yield mind.opens()
    yield mind.asks_price()
    yield mind.says(mind.words(phrases.RIVALS), wish=Wish.UNKNOWN)
    yield mind.asks()
    yield mind.says("thôi cảm ơn em")


def curious(mind: Mind) -> Play:
    """Asks something at every question before answering it."""
    seen = yield from _begun(mind)
    for _ in range(3):
        if seen.asked not in _ASKS:
            break
        answered = yield mind.asks()
        seen = yield mind.answers(answered if answered.asked in _ASKS else seen)
    yield from _through(mind, seen)


def astray(mind: Mind) -> Play:
    """Talks of other things: is offered a person, then has one fetched."""
    seen = yield from _begun(mind)
    if seen.asked is Asked.NEED:
        yield mind.tells(Slot.NEED)
    for _ in range(3):
        yield mind.says(mind.words(phrases.BABBLE), wish=Wish.NOTHING_TOLD)


def stickers(mind: Mind) -> Play:
    """Answers with nothing but stickers."""
    yield Act(starts=True)
    for _ in range(3):
        yield Act(sticker=True, wishes=frozenset({Wish.NOTHING_TOLD}))


def stopper(mind: Mind) -> Play:
    """Wants to be left alone after the second question."""
    seen = yield mind.opens()
    seen = yield mind.answers(seen)
    if seen.asked.slot is not None:
        yield mind.answers(seen)
    yield mind.says(mind.words(phrases.STOP), wish=Wish.STOP)
    for _ in range(4):
        yield mind.waits(days=1)


def returner(mind: Mind) -> Play:
    """Comes back after days and goes on where it stopped."""
    seen = yield mind.opens()
    for _ in range(2):
        seen = yield mind.answers(seen)
    seen = yield mind.waits(days=2)
    seen = yield mind.says(mind.words(phrases.HELLO))
    yield from _through(mind, seen)


def booker(mind: Mind) -> Play:
    """Wants an appointment, leaves the number, takes one of the times."""
    yield from _begun(mind)
    english = mind.habits.language == "en"
    seen = yield mind.says("I'd like to book a consultation" if english else "đặt lịch tư vấn nhé")
    if seen.asked is Asked.CONTACT:
        seen = yield mind.gives_number(seen)
    if seen.asked is Asked.APPOINTMENT:
        yield mind.picks(seen, "slot")


def asks_for_a_person(mind: Mind) -> Play:
    yield from _begun(mind)
    seen = yield mind.says(mind.words(phrases.PERSON), wish=Wish.PERSON)
    if seen.asked is Asked.CONTACT:
        yield mind.gives_number(seen)


def volunteer(mind: Mind) -> Play:
    """Tells three things in the first breath."""
    seen = yield mind.tells(Slot.NEED, Slot.TIMING, Slot.BUDGET)
    yield from _through(mind, seen)
