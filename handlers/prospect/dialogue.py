"""How far a conversation has come: kept in a table, never in a framework's memory."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from handlers import buttons
from handlers.posting import Draft
from scoring.lead import Slot
from scoring.understanding.text import fold

GREETING = "greeting"  # the open question is "shall we begin?"
SUMMARY = "summary"  # everything was asked; the summary stands
BOOKING = "booking"  # a time for a call was offered
RATING = "rating"  # it was asked how a call was
RATED = "rated"  # told once the mark was given: what comes may be a word on it
SURVEY = "survey"  # the optional questions of the survey are being asked
PAUSED = "paused"  # the customer wants no more questions for now
# Never more than so many of our messages on one open question without an answer.
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What must be remembered of a conversation between two messages."""

    open: str = ""  # GREETING, a slot, SUMMARY, or "" before the first word
    asked: dict[str, int] = field(default_factory=dict)  # slot: how often
    shown: int = 0  # of our messages in a row that carried the open question
    skipped: tuple[str, ...] = ()
    misses: int = 0  # in a row
    card: int = 0  # outbox row of the last card with buttons
    menu: tuple[str, ...] = ()  # what its buttons carry, so that a typed number presses one
    labels: dict[str, str] = field(default_factory=dict)  # its buttons by their folded words
    yes: str = ""  # what a bare "yes" to our last message presses
    unsure: str = ""  # slot whose value we repeated and want a yes for
    ticked: tuple[str, ...] = ()  # options of the open question, before all are chosen
    anew: tuple[str, ...] = ()  # slots that are known and yet asked again, from the beginning
    heard_at: int = 0  # when the customer was heard last, seconds since 1970; 0: not known
    version: str = ""  # digest of the business file that the last card was made by
    call_at: tuple[int, ...] = ()  # when a call was asked for, while there is no number to call
    survey: int = 0  # which question of the survey is open
    variant: int = 0  # which wording of the questions this customer is asked
    you: str = ""  # how the customer is addressed, once we know it
    spoken: str = ""  # the language of the customer's own words, once he wrote some
    has_key: bool = False  # a key that sends the number stands on the customer's screen
    told: tuple[str, ...] = ()  # sentences that are said once in a conversation, by key

    @property
    def question(self) -> Slot | None:
        """The slot that is being asked for."""
        return Slot(self.open) if self.open in _SLOTS else None

    def came_before(self, slot: Slot) -> Slot | None:
        """The question asked before this one, to which one may go back."""
        asked = list(self.asked)
        if slot.value in asked:
            asked = asked[: asked.index(slot.value)]
        return Slot(asked[-1]) if asked else None

    @property
    def is_fresh(self) -> bool:
        """Whether our first question is on the way, for the first time."""
        return self.shown <= 1 and len(self.asked) <= 1

    @property
    def is_worn_out(self) -> bool:
        """Whether the open question was shown so often that it must rest."""
        return self.shown >= MOST_SHOWN

    @property
    def is_over(self) -> bool:
        """Whether everything was asked and summed up; what comes now is an extra."""
        return self.open in (SUMMARY, BOOKING, RATING, SURVEY)

    def opens(self, what: str) -> Dialogue:
        return replace(self, open=what, misses=0)

    def asks(self, slot: Slot) -> Dialogue:
        count = self.asked.get(slot.value, 0) + 1
        shown = self.shown + 1 if self.open == slot.value else 1
        asked = {**self.asked, slot.value: count}
        return replace(self, open=slot.value, asked=asked, shown=shown)

    def after(self, said: Draft, row: int) -> Dialogue:
        """What a number, or a bare yes, means once this was said; `row` is its outbox row."""
        yes = next((one for one in said.menu if _names_a_yes(one)), "")
        if not said.buttons:
            return replace(self, yes=yes)
        menu = said.menu if said.numbered else ()
        labels = {named(one.label): one.data for row in said.buttons for one in row if one.data}
        return replace(self, card=said.edits_row or row, menu=menu, labels=labels, yes=yes)

    def returns(self, *, anew: bool = False) -> Dialogue:
        """The open question is shown again after something else: that is no asking again."""
        return replace(self, shown=1 if anew else self.shown + 1)

    def tells(self, key: str) -> Dialogue:
        return self if key in self.told else replace(self, told=(*self.told, key))

    def skips(self, slot: Slot) -> Dialogue:
        skipped = (*self.skipped, slot.value)
        return replace(self.knows(slot), skipped=skipped, misses=0, ticked=())

    def knows(self, slot: Slot) -> Dialogue:
        """It was answered, or passed over: begun anew or not, it need not be asked again."""
        return replace(self, anew=tuple(one for one in self.anew if one != slot.value))

    def reopens(self, slot: Slot) -> Dialogue:
        """The slot may be asked for again: the customer went back to it."""
        return replace(self, skipped=tuple(one for one in self.skipped if one != slot.value))

    def asked_in_vain(self) -> frozenset[Slot]:
        """Slots asked for twice; they cost points while they stay unknown."""
        return frozenset(Slot(slot) for slot, count in self.asked.items() if count >= _IN_VAIN)

    def as_text(self) -> str:
        plain = {name: getattr(self, name) for name in _FIELDS}
        return json.dumps(plain, ensure_ascii=False)


# What stands about the words of a button, and about words that are typed.
_SIGNS = " ‹›.!?,…👉✓☐☑"


@lru_cache(maxsize=1024)
def named(words: str) -> str:
    """Words as they are compared with those of a button: "‹ Quay lại" is "quay lai"."""
    return fold(words).strip(_SIGNS)


def _names_a_yes(carried: str) -> bool:
    press = buttons.read(carried)
    return press is not None and press.action in _YES


_FIELDS = tuple(one.name for one in fields(Dialogue))
# The buttons that a typed yes stands for.
_YES = ("agree", "right", "erase", "continue", "promo_yes")
_SLOTS = frozenset(slot.value for slot in Slot)
_IN_VAIN = 2


def dialogue_from(text: str | None) -> Dialogue:
    """The dialogue as it was saved; a new one for None. Fields of another version are ignored."""
    plain: dict[str, Any] = json.loads(text) if text else {}
    known = {name: plain[name] for name in _FIELDS if name in plain}
    for name in ("skipped", "menu", "told", "ticked", "anew", "call_at"):
        if name in known:
            known[name] = tuple(known[name])
    return Dialogue(**known)
