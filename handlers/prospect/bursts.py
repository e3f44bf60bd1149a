"""Messages of one burst, understood together: what was begun in one may end in the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.business import Business
from handlers.channel import IncomingMessage, Kind
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.hearing import hear_words, slots
from handlers.prospect.said import Said
from scoring.lead import Contact, Fact, FactValue, Need, Quantity, Span

_BETWEEN = "\n"
_NOWHERE = (0, 0)


def joined(
    said: Sequence[Said],
    messages: Sequence[IncomingMessage],
    dialogue: Dialogue,
    business: Business,
    now: datetime,
) -> tuple[Said, ...]:
    """What each message said, with the facts that only the burst as a whole tells.

    Such a fact stands with the message in which it begins, its evidence cut off at that
    message's end, so that it points at words that are there.
    """
    texts = [one.text if one.kind is Kind.TEXT else "" for one in messages]
    if sum(bool(text) for text in texts) < 2:
        return tuple(said)
    asked = dialogue.question.value if dialogue.question is not None else None
    heard = hear_words(_BETWEEN.join(texts), asked, business, now)
    together = list(said)
    for slot, value in slots(heard).items():
        if isinstance(value, Contact):
            continue
        reach = _reach(value, texts)
        told = [place for place in reach if any(one.slot is slot for one in said[place].facts)]
        if len(reach) < 2 or not told:
            continue
        for place in reach:
            kept = tuple(one for one in together[place].facts if one.slot is not slot)
            together[place] = replace(together[place], facts=kept)
        first = together[reach[0]]
        fact = Fact(slot, _cut(value, texts, reach[0]), first.message_id, now)
        together[reach[0]] = replace(first, facts=(*first.facts, fact))
    return tuple(together)


def _reach(value: FactValue, texts: Sequence[str]) -> list[int]:
    """The places of the messages whose words make this value."""
    spans = [value.span] if not isinstance(value, Contact) else []
    if isinstance(value, Need):
        spans += [one.span for one in value.quantities if one.span != _NOWHERE]
    first = min(_place(start, texts) for start, _ in spans)
    last = max(_place(max(start, end - 1), texts) for start, end in spans)
    return list(range(first, last + 1))


def _place(offset: int, texts: Sequence[str]) -> int:
    """Which message the character at this offset of the whole belongs to."""
    end = 0
    for place, text in enumerate(texts):
        end += len(text) + len(_BETWEEN)
        if offset < end:
            return place
    return len(texts) - 1


def _cut(value: FactValue, texts: Sequence[str], place: int) -> FactValue:
    """The value with its evidence inside the message at `place`."""
    offset = sum(len(text) + len(_BETWEEN) for text in texts[:place])
    if isinstance(value, Contact):
        return value
    span = _within(value.span, offset, texts[place])
    words = texts[place][span[0] : span[1]]
    if isinstance(value, Need):
        quantities = tuple(
            Quantity(one.value, one.unit, _within(one.span, offset, texts[place]))
            for one in value.quantities
        )
        return replace(value, span=span, text=words, quantities=quantities)
    return replace(value, span=span, text=words)


def _within(span: Span, offset: int, text: str) -> Span:
    """The span in the message's own offsets, cut at its end; nowhere where it lies behind."""
    start, end = span[0] - offset, span[1] - offset
    return (start, min(end, len(text))) if 0 <= start < len(text) else _NOWHERE
