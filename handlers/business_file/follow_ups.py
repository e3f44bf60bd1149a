"""The section `followups`: how silent prospects are written to again, and when nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.sequences import Enrol, Sequence, Step, StepTexts
from handlers.business_file.values import Hours, Moment, Part, Span, wrong
from scoring.lead import Temperature

# Decree 91/2020: advertising messages only from 07:00 to 22:00, at most three in 24 hours.
LAWFUL_FROM, LAWFUL_TO = time(7), time(22)
LAWFUL_A_DAY = 3


def _covers_the_night(quiet: tuple[time, time]) -> tuple[time, time]:
    start, end = quiet
    if not (start > end and start <= LAWFUL_TO and end >= LAWFUL_FROM):
        raise wrong("quiet")
    return quiet


QuietHours = Annotated[Hours, AfterValidator(_covers_the_night)]


class Tet(Part):
    """Days around the first day of the lunar year on which nobody is written to unasked."""

    days_before: Annotated[int, Field(ge=0, le=30)] = 3
    # The seventh of the first month, when the pole is taken down, ends the feast for most.
    days_after: Annotated[int, Field(ge=0, le=30)] = 6


# What comes sooner is the nudge inside the running conversation.
A_NUDGE = timedelta(hours=1)


def _several(value: Any) -> Any:
    """One text where a list of them may stand."""
    return [value] if isinstance(value, dict) else value


class ShortSequence(Part):
    """A sequence on one line: for whom, after how long, and a text a step or one for all."""

    when: Literal["no_phone", "cold", "warm", "hot"]
    after: Annotated[tuple[Span, ...], Field(min_length=1, max_length=20)]
    send: Annotated[
        tuple[StepTexts, ...],
        BeforeValidator(_several, json_schema_input_type=StepTexts | tuple[StepTexts, ...]),
        Field(min_length=1, max_length=20),
    ]
    window: Literal["any", "business_hours"] = "any"
    stop_on: tuple[Literal["reply", "opt_out", "won", "lost"], ...] = ("reply", "opt_out")

    def sequence(self, office: tuple[time, time]) -> Sequence:
        """The same as a sequence of its own. An opt-out, a deal won or lost end every one."""
        texts = self.send if len(self.send) > 1 else self.send * len(self.after)
        window = office if self.window == "business_hours" else None
        warmth = () if self.when == "no_phone" else (Temperature(self.when),)
        steps = tuple(
            Step.model_construct(after=after, say=text, window=window)
            for after, text in zip(self.after, texts, strict=True)
            if after >= A_NUDGE
        )
        return Sequence.model_construct(
            id=f"short-{self.when.replace('_', '-')}",
            enrol=Enrol(temperature=warmth),
            exit=("reply",) if "reply" in self.stop_on else (),
            steps=steps,
        )


def _listed(value: Any) -> Any:
    """`followups: [ … ]` is short for `followups: {short: [ … ]}`."""
    return {"short": value} if isinstance(value, list) else value


class FollowUpPlan(Part):
    nudge: Span = timedelta(minutes=10)
    next_day: Moment = time(9)
    quiet: QuietHours = (time(20, 30), time(8))
    tet: Tet = Tet()
    # Of all that is sent unasked, to one lead on all its channels; the law's limit is the upper.
    most_a_day: Annotated[int, Field(ge=1, le=LAWFUL_A_DAY)] = 1
    # So many unanswered messages of one sequence end it for good (docs/follow-ups.md).
    most_unanswered: Annotated[int, Field(ge=1, le=20)] = 5
    short: tuple[ShortSequence, ...] = ()


WrittenPlan = Annotated[
    FollowUpPlan,
    BeforeValidator(_listed, json_schema_input_type=FollowUpPlan | list[ShortSequence]),
]


def contradictions(plan: FollowUpPlan) -> Iterator[Contradiction]:
    """Two sequences for one occasion, steps out of order, texts that do not fit the steps."""
    seen: set[str] = set()
    for place, one in enumerate(plan.short):
        where = ("followups", "short", place)
        if one.when in seen:
            yield Contradiction((*where, "when"), "twice", {"given": one.when})
        seen.add(one.when)
        if list(one.after) != sorted(set(one.after)):
            yield Contradiction((*where, "after"), "not_rising")
        if len(one.send) not in (1, len(one.after)):
            counts = {"texts": len(one.send), "steps": len(one.after)}
            yield Contradiction((*where, "send"), "texts_and_steps", counts)
