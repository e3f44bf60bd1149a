"""The section `campaigns`: one message or a sequence to many, and which leads they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from pydantic import Field

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.segments import Segment, SegmentOrName
from handlers.business_file.sequences import (
    Choice,
    EnclosedAddress,
    PageAddress,
    Purpose,
    Sequence,
    Step,
    StepTexts,
    Window,
    choice_too_long,
)
from handlers.business_file.values import Id, Label, Part

_VARIANTS = "abcd"
_HEAD = "campaign-"


class Campaign(Part):
    """To the leads of a segment: a message in up to four wordings, or up to four sequences.

    Several are dealt out by chance and compared.
    """

    id: Id
    segment: SegmentOrName = Segment()
    purpose: Purpose = "marketing"
    window: Window | None = None
    texts: Annotated[tuple[StepTexts, ...], Field(max_length=4)] = ()
    photo: EnclosedAddress | None = None
    file: EnclosedAddress | None = None
    link: PageAddress | None = None
    choices: Annotated[tuple[Choice, ...], Field(max_length=4)] = ()
    invite: Label | None = None
    # Sequences of the file, by id, in place of `texts`.
    sequences: Annotated[tuple[Id, ...], Field(max_length=4)] = ()

    def mailing(self, known: tuple[Sequence, ...]) -> Mailing:
        """The campaign with each variant as a sequence: all go through the same gate.

        A sequence that stands on no more than a consent to be contacted is promotion here, too,
        where the campaign is.
        """
        by_id = {one.id: one for one in known}
        chosen = [by_id[one] for one in self.sequences if one in by_id]
        variants = chosen or [self._message(text) for text in self.texts]
        named = (
            one.model_copy(update={"id": name(self.id, letter), "purpose": self._purpose(one)})
            for letter, one in zip(_VARIANTS, variants, strict=False)
        )
        return Mailing(segment=self.segment, sequences=tuple(named))

    def _purpose(self, sequence: Sequence) -> Purpose:
        return "marketing" if "marketing" in (self.purpose, sequence.purpose) else "contact"

    def _message(self, text: StepTexts) -> Sequence:
        step = Step(
            after=timedelta(0),
            window=self.window,
            say=text,
            photo=self.photo,
            file=self.file,
            link=self.link,
            choices=self.choices,
            invite=self.invite,
        )
        return Sequence(id=self.id, purpose=self.purpose, exit=("reply", "rep"), steps=(step,))


class Mailing(Part):
    """A campaign as it stands when it is started: its leads, and what each variant sends."""

    segment: Segment
    sequences: tuple[Sequence, ...]

    @property
    def variants(self) -> str:
        """One letter for each."""
        return _VARIANTS[: len(self.sequences)]

    def of(self, variant: str) -> Sequence:
        return self.sequences[_VARIANTS.index(variant)]


def name(campaign: str, variant: str) -> str:
    """How the sequence of a campaign's variant is called: it is no lead's by itself."""
    return f"{_HEAD}{campaign}-{variant}"


def contradictions(
    campaigns: tuple[Campaign, ...], known: tuple[Sequence, ...]
) -> Iterator[Contradiction]:
    """A campaign that says nothing, or two things, or names a sequence nobody has; a long id."""
    names = [one.id for one in known]
    for place, campaign in enumerate(campaigns):
        if too_long := choice_too_long(name(campaign.id, _VARIANTS[0])):
            yield Contradiction(("campaigns", place, "id"), "button", too_long)
        if bool(campaign.texts) == bool(campaign.sequences):
            yield Contradiction(("campaigns", place), "texts_or_sequences")
        for number, one in enumerate(campaign.sequences):
            if one not in names:
                where = ("campaigns", place, "sequences", number)
                values = {"given": one, "known": ", ".join(names)}
                yield Contradiction(where, "no_such_sequence", values)
