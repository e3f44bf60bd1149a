"""What a persona does in one turn, and what is seen of the answer."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from handlers.business_file.faq import FaqEntry
from handlers.channel import Button
from scoring.lead import FactValue, Slot


class Asked(StrEnum):
    """What the bot's last words ask for."""

    NOTHING = "nothing"
    GREETING = "greeting"
    NEED = "need"
    TIMING = "timing"
    BUDGET = "budget"
    AUTHORITY = "authority"
    CONTACT = "contact"
    SUMMARY = "summary"
    APPOINTMENT = "appointment"
    WHICH = "which"  # of two answers that contradict
    RESUME = "resume"  # go on, or begin anew?
    SURVEY = "survey"
    RATING = "rating"
    ERASURE = "erasure"

    @property
    def slot(self) -> Slot | None:
        return Slot(self.value) if self.value in set(Slot) else None


@dataclass(frozen=True, slots=True)
class Line:
    """One of the bot's messages as it stands in the chat now."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    is_new: bool = True  # False: an earlier message was changed to this

    @property
    def pressable(self) -> tuple[Button, ...]:
        return tuple(button for row in self.buttons for button in row)


@dataclass(frozen=True, slots=True)
class Seen:
    """The bot's answer to one turn."""

    lines: tuple[Line, ...] = ()
    asked: Asked = Asked.NOTHING

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return self.lines[-1].pressable if self.lines else ()

    def button(self, action: str) -> Button | None:
        """The first button of the last message that does this."""
        return next((one for one in self.buttons if one.data.split(":")[1] == action), None)


@dataclass(frozen=True, slots=True)
class Truth:
    """What somebody said of himself, as the lead must hold it."""

    words: str
    is_in: Callable[[FactValue], bool]


class Wish(StrEnum):
    """What a turn asks of the bot, beside what it tells."""

    PERSON = "person"
    PRICE = "price"
    UNKNOWN = "unknown"  # a question that the business file does not answer
    STOP = "stop"
    SKIP = "skip"
    BACK = "back"
    CHANGE = "change"  # an answer is given anew
    CONTRADICT = "contradict"  # … without a word of its being another
    ABUSE = "abuse"
    NOTHING_TOLD = "nothing_told"  # words or a sticker that tell nothing


@dataclass(frozen=True, slots=True)
class Act:
    """One turn of a persona: what it does, and what it means by that."""

    says: tuple[str, ...] = ()  # several: a burst
    tap: Button | None = None
    starts: bool = False
    sticker: bool = False
    shares: str = ""  # the phone number of his own contact card
    waits: timedelta = timedelta(0)  # before, or instead of, all this
    tells: dict[Slot, Truth] = field(default_factory=dict)
    asks: FaqEntry | None = None
    wishes: frozenset[Wish] = frozenset()

    @property
    def is_silence(self) -> bool:
        return not (self.says or self.tap or self.starts or self.sticker or self.shares)


# A persona: yields what it does, is sent what it sees, and ends when it has had enough.
Play = Generator[Act, Seen, None]
