"""What a good conversation never does: every turn is looked at, every fault is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.simulation.acts import Act, Asked, Line, Seen, Wish
from bot.simulation.reading import Reader, plain, spoken
from handlers.business import Business
from handlers.business_file.faq import FaqEntry
from handlers.business_file.values import LONGEST_LABEL
from handlers.buttons import LONGEST as LONGEST_DATA
from handlers.prospect.dialogue import MOST_SHOWN
from handlers.texts import catalogue
from scoring.lead import Slot

# A turn is one message; a question that wants a keyboard of its own may need a second.
_MOST_MESSAGES = 2
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_DA = re.compile(r"(?<!\w)dạ(?!\w)", re.IGNORECASE)
_A = re.compile(r"(?<!\w)ạ(?!\w)", re.IGNORECASE)
_HOLE = re.compile(r"\{\w*\}|(?<![\w/@])[a-z]+_?[a-z]*\.[a-z_]+_[a-z_]+")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_NOT_YOU = re.compile(r"(?<!\w)bạn(?!\w)", re.IGNORECASE)
_BOTH = "anh/chị"
# What admits that there is no answer; any of these will do.
_ADMITS = ("question.cannot_answer", "question.ask_a_person", "question.miss")
_ADMITS_AGAIN = ("question.miss_again", "human.soon", "human.later", "human.taken")
_PERSON = ("human.soon", "human.later", "human.taken")
_PRICES = (
    "given.price",
    "question.price",
    "question.price_again",
    "question.too_dear",
    "question.discount",
)
_FREE_OF_QUESTIONS = frozenset({Wish.BACK, Wish.CHANGE})


@dataclass(slots=True)
class Referee:
    """Follows one conversation."""

    business: Business
    reader: Reader
    language: str
    calls_self: str
    one_message: bool
    tones_you: bool = False  # the company says "bạn" to everybody
    violations: list[str] = field(default_factory=list)
    _told: dict[Slot, int] = field(default_factory=dict)  # by the turn that told it
    _shown: dict[Asked, int] = field(default_factory=dict)  # in a row, unanswered
    _turn: int = 0
    _gave: bool = False
    _stopped: bool = False
    _abused: bool = False
    _knows_address: bool = False
    _last: str = ""

    def watch(self, act: Act, seen: Seen) -> None:
        """One turn: what the person did, and what came of it."""
        self._turn += 1
        before = len(self.violations)
        if act.is_silence:
            self._watch_silence(seen)
        else:
            self._shown.clear()
            self._watch_answer(act, seen)
        if act.is_silence:
            for line in seen.lines:  # each came at a time of its own
                self._watch_questions(act, line.text)
        else:
            self._watch_questions(act, seen.text)
        for line in seen.lines:
            self._watch_words(line)
        for slot in act.tells:
            self._told[slot] = self._turn
        for number in range(before, len(self.violations)):
            self.violations[number] = f"turn {self._turn}: {self.violations[number]}"

    # --- what is owed to whoever writes -------------------------------------------------------

    def _watch_answer(self, act: Act, seen: Seen) -> None:
        self._hears_address(act)
        most = 1 if self.one_message else _MOST_MESSAGES
        if len(seen.lines) > most:
            self._fault(f"{len(seen.lines)} messages in one turn")
        if not seen.lines and not (Wish.ABUSE in act.wishes and self._abused):
            self._fault("no answer at all")
        if seen.lines and Wish.ABUSE in act.wishes and self._abused:
            self._fault("abuse was answered a second time")
        self._abused = self._abused or Wish.ABUSE in act.wishes
        if seen.text and seen.text == self._last and not act.tap:
            self._fault("the same words twice in a row")
        self._last = seen.text
        self._watch_side_question(act, seen)
        if act.tap and not self.one_message and seen.asked.slot not in (None, Slot.CONTACT):
            edited = any(not line.is_new for line in seen.lines)
            if not edited and act.tap.data.split(":")[1] in ("q", "skip", "back", "agree"):
                self._fault("a tap got a new message instead of the card changed in place")
        if Wish.STOP in act.wishes:
            self._stopped = True

    def _watch_side_question(self, act: Act, seen: Seen) -> None:
        words = plain(seen.text)
        if act.asks is not None and not self._answers(act.asks, words):
            self._fault(f"{act.asks.ask[0]!r} was not answered: {seen.text!r}")
        if Wish.PRICE in act.wishes and not self._says_price(words):
            self._fault(f"the price was not answered: {seen.text!r}")
        if Wish.PERSON in act.wishes and not self._says(words, _PERSON):
            self._fault(f"no person was promised: {seen.text!r}")
        if Wish.CONTRADICT in act.wishes and seen.asked is not Asked.WHICH:
            self._fault(f"a contradiction was not asked about: {seen.text!r}")
        admits = self._says(words, (*_ADMITS, *_ADMITS_AGAIN, *_PRICES))
        if Wish.UNKNOWN in act.wishes and not (admits or self._says_any_answer(words)):
            self._fault(f"a question was passed over: {seen.text!r}")

    def _answers(self, entry: FaqEntry, words: str) -> bool:
        """The owner's answer; of a price that was told before it is enough to say more."""
        answers = [answer for answer in (entry.answer.vi, entry.answer.en) if answer]
        is_price = any("{price_from}" in answer for answer in answers)
        told = any(spoken(answer).search(words) for answer in answers)
        return told or (is_price and self._says_price(words))

    def _says_any_answer(self, words: str) -> bool:
        return any(
            spoken(answer).search(words)
            for one in self.business.faq
            for answer in (one.answer.vi, one.answer.en)
            if answer
        )

    def _says_price(self, words: str) -> bool:
        entries = [one for one in self.business.faq if any("giá" in ask for ask in one.ask)]
        owners = any(
            spoken(answer).search(words)
            for one in entries
            for answer in (one.answer.vi, one.answer.en)
        )
        return owners or self._says(words, _PRICES)

    def _says(self, words: str, keys: tuple[str, ...]) -> bool:
        return any(
            spoken(catalogue(language)[key]).search(words)
            for key in keys
            for language in ("vi", "en")
        )

    # --- what is asked ------------------------------------------------------------------------

    def _watch_questions(self, act: Act, text: str) -> None:
        asked = self.reader.questions(text)
        marks = text.count("?")
        if len(asked) > 1:
            self._fault(f"two questions in a turn: {', '.join(asked)}")
        elif marks > 1:
            self._fault(f"{marks} question marks in a turn: {text!r}")
        words = plain(text)
        if self._says_price(words) or self._says(words, _PERSON):
            self._gave = True
        for question in asked:
            self._watch_repetition(question, act)
            self._shown[question] = self._shown.get(question, 0) + 1
            if self._shown[question] > MOST_SHOWN:
                self._fault(f"{question} was shown {self._shown[question]} times in a row")
            if question is Asked.CONTACT and not self._gave:
                self._fault("the phone number is asked for with nothing given before it")

    def _watch_repetition(self, question: Asked, act: Act) -> None:
        slot = question.slot
        if slot is None or slot not in self._told:
            return
        if act.wishes & _FREE_OF_QUESTIONS:
            del self._told[slot]
        else:
            self._fault(f"{question} was asked although turn {self._told[slot]} answered it")

    def _watch_silence(self, seen: Seen) -> None:
        if seen.lines and self._stopped:
            self._fault(f"a message after the opt-out: {seen.text!r}")

    # --- manners ------------------------------------------------------------------------------

    def _hears_address(self, act: Act) -> None:
        # "tiếng Anh" is a language, whatever the marks.
        said = " ".join(act.says).lower().replace("tieng anh", "").split()
        if self.calls_self in ("anh", "chị") and self.calls_self in said:
            self._knows_address = True

    def _watch_words(self, line: Line) -> None:
        text = line.text
        if len(_DA.findall(text)) > 1 or len(_A.findall(text)) > 1:
            self._fault(f"polite twice: {text!r}")
        if len(_EMOJI.findall(text)) > 1:
            self._fault(f"more than one emoji: {text!r}")
        if _HOLE.search(text):
            self._fault(f"a hole in the text: {text!r}")
        if (
            self.language == "en"
            and self._turn > 1
            and _VIETNAMESE.search(self._without_names(text))
        ):
            self._fault(f"Vietnamese to somebody who writes English: {text!r}")
        if self.language == "vi":
            self._watch_address(text)
        for button in line.pressable:
            if len(button.label) > LONGEST_LABEL or len(button.data.encode()) > LONGEST_DATA:
                self._fault(f"a button too long: {button.label!r}")

    def _watch_address(self, text: str) -> None:
        words = self._without_names(text)
        if _NOT_YOU.search(words) and not self.tones_you:
            self._fault(f"'bạn' to a customer: {text!r}")
        if self._knows_address and _BOTH in words:
            self._fault(f"'{_BOTH}' to somebody who calls himself {self.calls_self}: {text!r}")

    def _without_names(self, text: str) -> str:
        """The text without the words that are the owner's or the customer's own."""
        for name in (self.business.company.name, *self._owners_words()):
            text = text.replace(name, "")
        return text

    def _owners_words(self) -> list[str]:
        return [
            option.label.of("vi")
            for question in self.business.questions
            for option in question.options
        ]

    def _fault(self, words: str) -> None:
        self.violations.append(words)
