"""The section `sequences`: timed steps for leads of a kind, ready ones and the owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from handlers import buttons
from handlers.business_file.contradiction import Contradiction
from handlers.business_file.segments import Segment
from handlers.business_file.values import (
    TEXT_SLOTS,
    Hours,
    Id,
    Label,
    Part,
    Span,
    Words,
    with_slots,
    wrong,
)
from scoring.lead import Slot, Temperature

# Beside the slots of every sentence: what the lead is called, and what it is about.
SEQUENCE_SLOTS = TEXT_SLOTS | {"name", "need", "rep"}
Trade = Literal[
    "general", "software", "real_estate", "language_school", "spa", "furniture", "insurance"
]
_MOST_STEPS = 20
_MOST_CHOICES = 4
# What may start a sequence: nobody answers any more, something that happened, or a campaign.
Event = Literal["silent", "no_show", "quote_sent", "won", "lost", "birthday", "campaign"]
# The consent it stands on; promotion needs a yes of its own.
Purpose = Literal["contact", "marketing"]


def _known(text: str) -> str:
    return with_slots(text, SEQUENCE_SLOTS)


_PAGE = re.compile(r"https?://\S{4,500}")


# A file beside the business file, or in a folder there: no way out of it.
_OWN_FILE = re.compile(
    r"(?!.*\.\.)\w[\w./ -]{0,198}\.(?:jpe?g|png|webp|gif|pdf|docx?|xlsx?|pptx?)", re.IGNORECASE
)


def _page(text: str) -> str:
    if not _PAGE.fullmatch(text):
        raise wrong("address", given=text)
    return text


def _enclosed(text: str) -> str:
    if not (_PAGE.fullmatch(text) or _OWN_FILE.fullmatch(text)):
        raise wrong("enclosed", given=text)
    return text


def _in_the_day(window: Hours) -> Hours:
    if window[0] >= window[1]:
        raise wrong("window")
    return window


TradeWord = Literal[
    "thing",
    "visit",
    "tip_1",
    "tip_2",
    "tip_3",
    "tip_4",
    "proof",
    "care",
    "again",
    "still",
    "lighter",
]
StepText = Annotated[str, Field(min_length=1, max_length=1500), AfterValidator(_known)]
PageAddress = Annotated[str, AfterValidator(_page)]
# In the web, or a path from the business file's folder.
EnclosedAddress = Annotated[str, AfterValidator(_enclosed)]
Window = Annotated[Hours, AfterValidator(_in_the_day)]


class StepTexts(Words):
    """One text in each language."""

    vi: StepText | None = None
    en: StepText | None = None


class WarmthTexts(Part):
    """A text of its own for some temperatures; `else` for the rest."""

    cold: StepTexts | None = None
    warm: StepTexts | None = None
    hot: StepTexts | None = None


class Choice(Part):
    """A button; pressing it is saying `means`, or the label where nothing is given."""

    label: Label
    means: StepTexts | None = None

    def words(self, language: str) -> str:
        return self.means.of(language) if self.means else self.label.of(language)


class Step(Part):
    """One follow-up: when, where, and what it says."""

    after: Span  # since the lead came into the sequence
    window: Window | None = None
    lasts: Span | None = None  # later than so long after it was planned it is not sent any more
    say: StepTexts
    by_temperature: WarmthTexts = WarmthTexts()
    photo: EnclosedAddress | None = None
    file: EnclosedAddress | None = None
    link: PageAddress | None = None
    # Asks an open question of the file, with its buttons.
    question: Slot | None = None
    choices: Annotated[tuple[Choice, ...], Field(max_length=_MOST_CHOICES)] = ()
    # Asks whether news and offers are welcome; left out where that was asked before.
    asks: Literal["marketing"] | None = None
    # A button that books a talk, a demo, a visit: it calls a person.
    invite: Label | None = None
    # Channels in order of preference, where the lead can be reached there and agreed to it.
    on: tuple[str, ...] = ()
    fallback: Literal["channel", "task", "drop"] = "channel"

    def text(self, temperature: Temperature, language: str) -> str:
        own: StepTexts | None = getattr(self.by_temperature, temperature.value)
        return (own or self.say).of(language)


class Enrol(Segment):
    """Which leads come in, and on what event."""

    event: Event = "silent"


Exit = Literal["reply", "temperature", "rep"]
Goal = Literal["reply", "warm", "hot", "booked", "won"]


class Sequence(Part):
    """Steps for a kind of lead. A stop and an erasure end every sequence, whatever it says."""

    id: Id
    enrol: Enrol = Enrol()
    purpose: Purpose = "contact"
    exit: tuple[Exit, ...] = ("reply", "temperature", "rep")
    goal: Goal = "reply"
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _in_order(self) -> Sequence:
        if not 1 <= len(self.steps) <= _MOST_STEPS:
            raise wrong("steps_count", most=_MOST_STEPS)
        delays = [step.after for step in self.steps]
        if delays != sorted(delays):
            raise wrong("steps_turned")
        return self

    def gap_before(self, place: int) -> timedelta:
        """The time between a step (counted from 0) and the one before it."""
        before = self.steps[place - 1].after if place else timedelta(0)
        return self.steps[place].after - before


def choice_too_long(id_: str) -> dict[str, int]:
    """By how much a choice under the last step of a sequence of this id would carry too much."""
    return buttons.too_long("say", id_, _MOST_STEPS - 1, _MOST_CHOICES - 1)


def contradictions(own: tuple[Sequence, ...]) -> Iterator[Contradiction]:
    """An id too long for a button."""
    for place, sequence in enumerate(own):
        if too_long := choice_too_long(sequence.id):
            yield Contradiction(("sequences", "own", place, "id"), "button", too_long)
