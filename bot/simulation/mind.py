"""One made-up person: what is true of him, and how he puts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from bot.simulation import phrases
from bot.simulation.acts import Act, Asked, Seen, Truth, Wish
from bot.simulation.stage import MORNING
from handlers.business import Business
from handlers.business_file.faq import FaqEntry
from handlers.prospect.typed import LEAST_SURE
from scoring.lead import Slot
from scoring.understanding import language
from scoring.understanding.text import fold, read
from scoring.understanding.understand import understand

# Of the large networks; not every number of ten digits is anybody's.
_PREFIXES = ("90", "91", "93", "94", "96", "97", "98", "86", "88", "32", "70")
_ROUND = 2  # digits of an amount that anybody names


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody writes."""

    language: str = "vi"
    calls_self: str = "chị"
    types: float = 0.6  # how often he types where he could tap
    marks: bool = True
    keen: bool = True  # wants it soon, and decides


class Mind:
    """Answers whatever is asked, always with the same truth."""

    def __init__(self, business: Business, dice: Random, habits: Habits) -> None:
        self.business = business
        self.dice = dice
        self.habits = habits
        self.truths: dict[Slot, Truth] = {}
        self._offer = dice.choice(business.offers)
        self._amount = _amount(business.offer_range, dice, keen=habits.keen)
        self.number = f"+84{dice.choice(_PREFIXES)}{dice.randrange(10**7):07}"

    # --- what is said -----------------------------------------------------------------------

    def words(self, choices: Mapping[str, Sequence[str]]) -> str:
        """One of these sentences, in his own spelling."""
        return self.spelled(self.dice.choice(choices[self._tongue(choices)]))

    def spelled(self, sentence: str) -> str:
        offer = phrases.name_of(self._offer, self.habits.language)
        said = sentence.replace("{self}", self.habits.calls_self).replace("{offer}", offer)
        return said if self.habits.marks else fold(said)

    def says(self, *sentences: str, wish: Wish | None = None) -> Act:
        wishes = frozenset({wish}) if wish else frozenset()
        return Act(says=sentences, wishes=wishes)

    def tells(self, *slots: Slot, burst: bool = False) -> Act:
        """The truth about these, in one message or in several."""
        said = {slot: self.truth(slot) for slot in slots}
        parts = [one.words for one in said.values()]
        return Act(says=tuple(parts) if burst else (", ".join(parts),), tells=said)

    def truth(self, slot: Slot) -> Truth:
        """What is true of him, the same whenever he says it."""
        if slot not in self.truths:
            self.truths[slot] = self._think_up(slot)
        return self.truths[slot]

    def changes_mind(self, slot: Slot) -> Act:
        """Another answer than before."""
        before = self.truths.pop(slot, None)
        while slot not in self.truths or (before and self.truths[slot].words == before.words):
            if slot is Slot.BUDGET:
                self._amount = _amount(self.business.offer_range, self.dice, keen=True)
            self.truths[slot] = self._think_up(slot)
        truth = self.truths[slot]
        said = f"nhầm, {truth.words}" if self.habits.language == "vi" else f"sorry, {truth.words}"
        spelled = said if self.habits.marks else fold(said)
        return Act(says=(spelled,), tells={slot: truth}, wishes=frozenset({Wish.CHANGE}))

    def contradicts(self) -> Act:
        """Names quite another sum than before, as if the first had never been."""
        lowest, highest = self.business.offer_range
        near_the_top = self._amount > (lowest + highest) / 2
        self._amount = _round(lowest * 1.1 if near_the_top else highest * 0.95)
        money = phrases.money(self._amount, self.habits.language, short=False)
        frame = "ngân sách {money}" if self.habits.language == "vi" else "our budget is {money}"
        truth = phrases.budget(self._amount, self.spelled(frame.replace("{money}", money)))
        self.truths[Slot.BUDGET] = truth
        wishes = frozenset({Wish.CONTRADICT})
        return Act(says=(truth.words,), tells={Slot.BUDGET: truth}, wishes=wishes)

    def asks(self) -> Act:
        """Something that the company's FAQ answers; a price where it has none."""
        if not self.business.faq:
            return self.asks_price()
        # "May I book?" is a question, too, but whoever asks it wants more than an answer.
        for _ in range(len(self.business.faq)):
            entry = self.dice.choice(self.business.faq)
            said = self._question(entry)
            if not _wishes(said):
                return Act(says=(said,), asks=entry)
        return self.asks_price()

    def asks_price(self) -> Act:
        return self.says(self.words(phrases.PRICES), wish=Wish.PRICE)

    # --- answers to what is open ------------------------------------------------------------

    def opens(self) -> Act:
        """Opens the chat, or writes the first word."""
        if self.dice.random() < self.habits.types / 2:
            return self.says(self.words(phrases.HELLO))
        return Act(starts=True)

    def answers(self, seen: Seen) -> Act:
        """A willing answer to what the bot asks, by button or in words."""
        match seen.asked:
            case Asked.GREETING:
                return self._yes(seen, "agree", phrases.AGREE)
            case Asked.SUMMARY:
                return self._yes(seen, "agree", phrases.YES)
            case Asked.CONTACT:
                return self.gives_number(seen)
            case Asked.APPOINTMENT:
                return self.picks(seen, "slot")
            case Asked.RESUME:
                return self._yes(seen, "continue", phrases.AGREE)
            case Asked.WHICH:
                return self._means_the_later(seen)
            case Asked.SURVEY:
                return self.picks(seen, "later")
            case Asked.RATING:
                return self.picks(seen, "rate")
            case Asked.NOTHING | Asked.ERASURE:
                return self.says(self.words(phrases.YES))
        slot = seen.asked.slot
        if slot is None:
            raise LookupError(f"nothing is known of {seen.asked}")
        if self.dice.random() < self.habits.types:
            return self.tells(slot)
        return self.chooses(slot, seen)

    def chooses(self, slot: Slot, seen: Seen) -> Act:
        """One of the options offered; what it says is true from then on."""
        question = self.business.question(slot)
        if question is None or not question.options:
            return self.tells(slot)
        # The first is the willing one, as the owners write them; the last settles nothing.
        firm = slot in (Slot.TIMING, Slot.AUTHORITY) and self.habits.keen
        place = 0 if firm else self.dice.randrange(max(1, len(question.options) - 1))
        option = question.options[place]
        label = option.label.of(self.habits.language)
        self.truths[slot] = phrases.chosen(label)
        tells = {slot: self.truths[slot]}
        button = next((one for one in seen.buttons if one.label == label), None)
        if button is not None:
            return Act(tap=button, tells=tells)
        return Act(says=(_number_of(label, seen.text) or label,), tells=tells)

    def gives_number(self, seen: Seen) -> Act:
        truth = self.truth(Slot.CONTACT)
        if seen.lines and seen.lines[-1].buttons and self.dice.random() < 0.3:
            return Act(shares=self.number, tells={Slot.CONTACT: truth})
        return Act(says=(truth.words,), tells={Slot.CONTACT: truth})

    def _means_the_later(self, seen: Seen) -> Act:
        offered = [one for one in seen.buttons if one.data.split(":")[1] == "pick"]
        return Act(tap=offered[-1]) if offered else Act(says=("2",))

    def skips(self, seen: Seen) -> Act:
        button = seen.button("skip")
        skip = frozenset({Wish.SKIP})
        if button is not None and self.dice.random() > self.habits.types:
            return Act(tap=button, wishes=skip)
        return Act(says=("bỏ qua" if self.habits.language == "vi" else "skip",), wishes=skip)

    def picks(self, seen: Seen, action: str) -> Act:
        offered = [one for one in seen.buttons if one.data.split(":")[1] == action]
        if offered:
            return Act(tap=self.dice.choice(offered))
        return Act(says=("1",))

    def waits(self, **span: float) -> Act:
        return Act(waits=timedelta(**span))

    def _yes(self, seen: Seen, action: str, words: Mapping[str, Sequence[str]]) -> Act:
        button = seen.button(action) or seen.button("right")
        if button is not None and self.dice.random() > self.habits.types:
            return Act(tap=button)
        return self.says(self.words(words))

    # --- what is true -----------------------------------------------------------------------

    def _think_up(self, slot: Slot) -> Truth:
        language, dice = self.habits.language, self.dice
        if slot is Slot.NEED:
            return phrases.need(self.words(phrases.NEEDS))
        if slot is Slot.BUDGET:
            money = phrases.money(self._amount, language, short=dice.random() < 0.5)
            said = self.words(phrases.BUDGETS).replace("{money}", money)
            return phrases.budget(self._amount, said if self.habits.marks else fold(said))
        if slot is Slot.CONTACT:
            return phrases.phone(self.number, _typed_number(self.number, dice))
        soon = phrases.SOON if self.habits.keen else phrases.LATER
        decides = phrases.DECIDES if self.habits.keen else phrases.DECIDES_NOT
        words, check = dice.choice((soon if slot is Slot.TIMING else decides)[language])
        return Truth(self.spelled(words), check)

    def _question(self, entry: FaqEntry) -> str:
        """A question of this entry, as its phrases say it, in his language where there is one."""
        own = [one for one in entry.ask if _is_english(one) == (self.habits.language == "en")]
        phrase = self.dice.choice(own or list(entry.ask))
        said = f"{phrase}?" if self.habits.language == "en" else f"cho hỏi {phrase} em?"
        return said if self.habits.marks else fold(said)

    def _tongue(self, choices: Mapping[str, Sequence[str]]) -> str:
        return self.habits.language if self.habits.language in choices else "vi"


def _wishes(said: str) -> bool:
    """Whether these words are a wish to buy, or for a person, and not a question alone."""
    heard = understand(said, now=MORNING)
    return "bao gia" in fold(said) or any(
        one.name in _WISHES and one.confidence >= LEAST_SURE for one in heard.intents
    )


_WISHES = frozenset({"appointment", "demo_request", "purchase", "human_request"})


def _amount(offer_range: tuple[int, int], dice: Random, *, keen: bool) -> int:
    """What somebody would spend: within the prices where he is keen, a round sum."""
    lowest, highest = offer_range
    return _round(lowest + (highest - lowest) * dice.uniform(0.2, 0.9) if keen else lowest * 0.5)


def _round(amount: float) -> int:
    unit = int(10 ** max(0, len(str(int(amount))) - _ROUND))
    return max(1_000, round(amount / unit) * unit)


def _typed_number(number: str, dice: Random) -> str:
    national = f"0{number.removeprefix('+84')}"
    spaced = f"{national[:4]} {national[4:7]} {national[7:]}"
    return dice.choice((national, spaced, spaced.replace(" ", ".")))


def _number_of(label: str, text: str) -> str:
    """The number before a choice in a text that lists them; "" where it stands in none."""
    for line in text.splitlines():
        number, _, rest = line.partition(". ")
        if rest == label and number.isdigit():
            return number
    return ""


def _is_english(phrase: str) -> bool:
    return phrase.isascii() and language.of(read(phrase)) != "vi"
