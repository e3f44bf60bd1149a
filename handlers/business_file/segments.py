"""A filter over leads, written once: for a campaign, for a sequence, or named in `segments`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from handlers.business_file.contradiction import Contradiction, Where
from handlers.business_file.values import Id, Part, Span, wrong
from scoring.lead import Slot, Stage, Temperature
from scoring.market import Market


class Size(Part):
    """How many people work in a lead's company; an end that is left out is open."""

    at_least: Annotated[int, Field(ge=1)] = 1
    at_most: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _turned(self) -> Self:
        if self.at_most is not None and self.at_most < self.at_least:
            raise wrong("size_turned")
        return self


class Segment(Part):
    """Which leads are meant. What is left out asks for nothing; a list asks for one of it."""

    # A segment of the file that this one builds on: what is written here goes before it.
    segment: str = ""
    stage: tuple[Stage, ...] = ()
    temperature: tuple[Temperature, ...] = ()
    source: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    score_from: Annotated[float, Field(ge=0, le=100)] = 0
    score_to: Annotated[float, Field(ge=0, le=100)] = 100
    silent_for: Span | None = None  # has not written for so long
    heard_within: Span | None = None
    did: tuple[str, ...] = ()  # kinds of behaviour, as `scoring.weights` names them
    did_not: tuple[str, ...] = ()
    knows: tuple[Slot, ...] = ()
    lacks: tuple[Slot, ...] = ()
    says: tuple[str, ...] = ()  # words of the lead: a need, a line of trade
    province: tuple[str, ...] = ()  # a place that the lead named
    market: tuple[Market, ...] = ()
    company_size: Size | None = None
    answered: dict[Id, tuple[str, ...]] = Field(default_factory=dict)  # to the survey, in words

    def spelled_out(self, known: Iterable[NamedSegment]) -> Self:
        """With all that the segment asks for which this one builds on."""
        base = next((one for one in known if one.id == self.segment), None)
        if base is None:
            return self
        own = self.model_fields_set
        fields = (name for name in Segment.model_fields if name not in own and name != "segment")
        return self.model_copy(
            update={"segment": "", **{name: getattr(base, name) for name in fields}}
        )


class NamedSegment(Segment):
    id: Id


def _named(value: Any) -> Any:
    """`segment: vip` is short for `segment: {segment: vip}`."""
    return {"segment": value} if isinstance(value, str) else value


SegmentOrName = Annotated[Segment, BeforeValidator(_named, json_schema_input_type=Segment | str)]


def contradictions(
    wanted: Iterator[tuple[Where, Segment]], known: tuple[NamedSegment, ...]
) -> Iterator[Contradiction]:
    """Segments that are called by a name nobody has; a named one builds on no other."""
    names = [one.id for one in known]
    for where, one in wanted:
        if one.segment and one.segment not in names:
            values = {"given": one.segment, "known": ", ".join(names) or "–"}
            yield Contradiction(where, "no_such_segment", values)
    for place, named in enumerate(known):
        if named.segment:
            yield Contradiction(("segments", place, "segment"), "segment_of_segment")
