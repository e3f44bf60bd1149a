"""Two answers that cannot both be true: both are kept, and asked about once."""

from __future__ import annotations

from datetime import date

from handlers import buttons, wording
from handlers.business_file.values import LONGEST_LABEL
from handlers.channel import Button
from handlers.posting import Draft
from handlers.prospect.replies import SURE, in_rows, tells_nothing
from handlers.prospect.said import Act
from handlers.prospect.turn import Turn
from handlers.wording import CHOSEN
from scoring.lead import Authority, Budget, BuyingRole, Fact, Lead, Slot, Timing

# With one of these the customer says himself that the later answer counts.
_MEANT = frozenset({Act.CORRECTION, Act.BACK, Act.EDIT, Act.DENY})
_TOLD = "contradiction"


def found_in(turn: Turn) -> Slot | None:
    """The first slot of which this turn said the opposite of what was said before, if any."""
    if turn.acts & _MEANT:
        return None
    for fact in turn.facts:
        before = turn.known.fact(fact.slot)
        asked_for = turn.dialogue.question is fact.slot
        pressed = fact.confidence == CHOSEN
        told = f"{_TOLD}.{fact.slot}" in turn.dialogue.told
        if before is None or asked_for or pressed or told or fact.confidence < SURE:
            continue
        if before.confidence >= SURE and _disagree(before, fact):
            return fact.slot
    return None


def card(turn: Turn, slot: Slot) -> Draft:
    """Which of the two? Asked once; whatever else is said, the later one stands."""
    earlier, later = _last_two(turn.lead, slot, turn.language)
    labels = [wording.fact(one.value, turn.language) for one in (earlier, later)]
    text = turn.voice.say(
        "contradiction.ask",
        name=wording.inside(turn.voice.say(f"summary.{slot}")),
        earlier=labels[0],
        later=labels[1],
    )
    choices = [
        Button(_short(label), buttons.data("pick", slot.value, place))
        for place, label in enumerate(labels)
    ]
    turn.dialogue = turn.dialogue.asks(slot).tells(f"{_TOLD}.{slot}")
    return Draft(text, in_rows(choices))


def picked(lead: Lead, slot: Slot, place: int, language: str) -> Fact | None:
    """The answer that was chosen of the two; None where there are no two any more."""
    facts = _told(lead, slot)
    if len({wording.fact(one.value, language) for one in facts}) < 2:
        return None
    return _last_two(lead, slot, language)[min(place, 1)]


def _short(label: str) -> str:
    """A label that fits on a small phone's button."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _told(lead: Lead, slot: Slot) -> list[Fact]:
    return [one for one in lead.facts if one.slot is slot and not tells_nothing(one)]


def _last_two(lead: Lead, slot: Slot, language: str) -> tuple[Fact, Fact]:
    """The last answer, and the last before it that was another."""
    facts = _told(lead, slot)
    later = facts[-1]
    said = wording.fact(later.value, language)
    others = [one for one in facts if wording.fact(one.value, language) != said]
    return others[-1], later


def _disagree(before: Fact, after: Fact) -> bool:
    """Sums or dates that do not meet, or another one who decides; a second need is one more."""
    match before.value, after.value:
        case Budget() as one, Budget() as other:
            return (one.period, one.per, one.currency) == (
                other.period,
                other.per,
                other.currency,
            ) and _apart((one.min, one.max), (other.min, other.max))
        case Timing() as one, Timing() as other:
            return _apart(
                (_day(one.earliest), _day(one.latest)), (_day(other.earliest), _day(other.latest))
            )
        case Authority() as one, Authority() as other:
            return BuyingRole.UNKNOWN not in (one.role, other.role) and one.role is not other.role
    return False


def _day(when: date | None) -> float | None:
    return None if when is None else float(when.toordinal())


_Range = tuple[float | None, float | None]


def _apart(one: _Range, other: _Range) -> bool:
    """Whether two ranges have nothing in common; an open end reaches everything."""
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: _Range, other: _Range) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]
