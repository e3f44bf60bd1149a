"""/journey: the way to a sale and to a loss, stage by stage, with what touched people on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from handlers import wording
from handlers.numbers.counted import Counted
from handlers.numbers.naming import channel_name, source_name
from handlers.score.reasons import reason_text
from handlers.texts import knows, say
from scoring.lead import Stage
from storage.journeys import APPOINTMENT, HEARD, SAID, Journey, Touch

STAGES = (Stage.NEW, Stage.MQL, Stage.SQL, Stage.OPPORTUNITY)
_MOST = 5  # of each kind are told
_AT_ONCE = 60  # seconds: it went through with the same words
# What is felt as a touch, as it mostly comes. A reply is a message, which counts already.
_TOUCHES = (
    *("imported", "form_consent", "visit", HEARD, SAID, "product_question", "link_click"),
    *("contact_sent", "summary_agreed", "survey", "add_to_cart", "quote_request"),
    *("consult_booked", "call_me", "checkout_started", "alert", "claimed", "handed_over"),
    *("human_replied", "called", "no_answer", APPOINTMENT, "no_show", "quote_sent"),
    *("follow_up_sent", "rating"),
)
_Stay = tuple[Stage, datetime, datetime]


@dataclass(slots=True)
class Stop:
    """A stage on the way of several leads."""

    stage: Stage
    stays: list[float] = field(default_factory=list)  # seconds, one of each lead that was here
    touches: Counter[str] = field(default_factory=Counter)  # leads by what touched them here
    ended: int = 0  # leads whose way ended here

    @property
    def middle(self) -> float:
        return median(self.stays) if self.stays else 0.0


def stops(journeys: Iterable[Journey]) -> tuple[Stop, ...]:
    """The stages in order, each with the leads that were in it, however often one came back."""
    found = {stage: Stop(stage) for stage in STAGES}
    for journey in journeys:
        stays = _stays(journey)
        for stage in {stay[0] for stay in stays}:
            spent = sum((end - begin for one, begin, end in stays if one is stage), timedelta(0))
            found[stage].stays.append(spent.total_seconds())
        for at, kind in {(_stage_at(stays, touch), touch.kind) for touch in journey.touches}:
            if at is not None:
                found[at].touches[kind] += 1
        if stays:
            found[stays[-1][0]].ended += 1
    return tuple(found.values())


def _stays(journey: Journey) -> list[_Stay]:
    """Where the lead was from when to when; what ends a journey is no stage on it."""
    stays: list[_Stay] = []
    stage: Stage = journey.moves[0][1] if journey.moves else Stage.NEW
    begin = journey.began_at
    for at, _, after in journey.moves:
        stays.append((stage, begin, at))
        stage, begin = after, at
    stays.append((stage, begin, journey.ended_at))
    return [stay for stay in stays if stay[0] in STAGES]


def _stage_at(stays: Sequence[_Stay], touch: Touch) -> Stage | None:
    """What happens with a move brought it about: it belongs to the stage that was left."""
    return next((stage for stage, _, end in stays if touch.at <= end), None)


# --- told -----------------------------------------------------------------------------------


def lines(counted: Counted, language: str) -> list[str]:
    won, lost = counted.won_journeys, counted.lost_journeys
    if not won and not lost:
        return [say("journey.nothing", language)]
    told: list[str] = []
    for key, journeys in (("won", won), ("lost", lost)):
        if journeys:
            told += ["", *_way(key, journeys, language)]
    return [*told, "", say("journey.footer", language)]


def _way(key: str, journeys: Sequence[Journey], language: str) -> list[str]:
    found = stops(journeys)
    spans = [(one.ended_at - one.began_at).total_seconds() for one in journeys]
    heard = [sum(touch.kind == HEARD for touch in one.touches) for one in journeys]
    channels = Counter(channel_name(one.channel, language) for one in journeys)
    sources = Counter(source_name(one.source, language) for one in journeys)
    told = [
        say(
            f"journey.{key}",
            language,
            count=len(journeys),
            span=_span(median(spans), language),
            heard=wording.number(median(heard), language),
        ),
        say(
            "journey.first",
            language,
            channels=_ranked(channels, str, language),
            sources=_ranked(sources, str, language),
        ),
    ]
    for place, stop in enumerate((one for one in found if one.stays), start=1):
        told += _stop(place, stop, language)
    if key == "lost":
        told.append(_where_lost(found, journeys, language))
    return told


def _stop(place: int, stop: Stop, language: str) -> list[str]:
    head = say(
        "journey.stage",
        language,
        place=place,
        stage=say(f"stage.{stop.stage}", language),
        count=len(stop.stays),
        span=_span(stop.middle, language),
    )
    touched = [kind for kind in _TOUCHES if stop.touches[kind]]
    # The many first; of as many as they mostly come.
    touched = sorted(touched, key=lambda kind: -stop.touches[kind])[:_MOST]
    told = (_count(_name(kind, language), stop.touches[kind], language) for kind in touched)
    return [head, f"   {' · '.join(told)}"] if touched else [head]


def _where_lost(found: Sequence[Stop], journeys: Sequence[Journey], language: str) -> str:
    places = Counter({one.stage.value: one.ended for one in found if one.ended})
    reasons = Counter(one.why for one in journeys if one.why)
    return say(
        "journey.where_lost",
        language,
        stages=_ranked(places, lambda stage: say(f"stage.{stage}", language), language),
        reasons=_ranked(reasons, str, language) or "–",
    )


def _ranked(counts: Counter[str], name: Callable[[str], str], language: str) -> str:
    order = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
    return " · ".join(_count(name(one), count, language) for one, count in order)


def _span(seconds: float, language: str) -> str:
    at_once = seconds < _AT_ONCE
    return say("journey.at_once", language) if at_once else wording.span(seconds, language)


def _count(name: str, count: int, language: str) -> str:
    return say("stats.count", language, name=name, count=count)


def _name(kind: str, language: str) -> str:
    key = f"journey.touch_{kind}"
    return say(key, language) if knows(key) else reason_text(f"engagement.{kind}", language)
