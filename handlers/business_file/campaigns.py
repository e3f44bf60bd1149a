"""The section `campaigns`: one message to many, and which leads they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from handlers.business_file.sequences import (
    Address,
    Choice,
    Sequence,
    Step,
    StepTexts,
    Window,
)
from handlers.business_file.values import Id, Label, Part, Span
from scoring.lead import Slot, Stage, Temperature

_VARIANTS = "abcd"


class Segment(Part):
    """A filter over leads; what is left out asks for nothing."""

    stage: tuple[Stage, ...] = ()
    temperature: tuple[Temperature, ...] = ()
    source: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    score_from: Annotated[float, Field(ge=0, le=100)] = 0
    score_to: Annotated[float, Field(ge=0, le=100)] = 100
    silent_for: Span | None = None  # has not written for so long
    heard_within: Span | None = None
    did: tuple[str, ...] = ()  # kinds of behaviour, as scoring.md names them
    did_not: tuple[str, ...] = ()
    knows: tuple[Slot, ...] = ()
    lacks: tuple[Slot, ...] = ()
    says: tuple[str, ...] = ()  # words in a fact: a need, a province, a company's name


class Campaign(Part):
    """One message, in up to four wordings that are compared, to the leads of a segment."""

    id: Id
    segment: Segment = Segment()
    purpose: Literal["contact", "marketing"] = "marketing"
    window: Window | None = None
    texts: Annotated[tuple[StepTexts, ...], Field(min_length=1, max_length=4)]
    photo: Address | None = None
    file: Address | None = None
    link: Address | None = None
    choices: Annotated[tuple[Choice, ...], Field(max_length=4)] = ()
    invite: Label | None = None

    def variants(self) -> tuple[str, ...]:
        return tuple(_VARIANTS[: len(self.texts)])

    def sequence(self, variant: str) -> Sequence:
        """One wording as a sequence of one step: it goes through the same gate as all others."""
        step = Step(
            after=timedelta(0),
            window=self.window,
            say=self.texts[_VARIANTS.index(variant)],
            photo=self.photo,
            file=self.file,
            link=self.link,
            choices=self.choices,
            invite=self.invite,
        )
        return Sequence(
            id=f"{name(self.id, variant)}",
            purpose=self.purpose,
            exit=("reply", "rep"),
            steps=(step,),
        )


HEAD = "campaign-"


def name(campaign: str, variant: str) -> str:
    """How the sequence of a campaign's wording is called: it is no lead's by itself."""
    return f"{HEAD}{campaign}-{variant}"
