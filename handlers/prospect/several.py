"""A question with several right answers: taps tick and untick, words name them all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from handlers.business_file.questions import Option, Question
from handlers.prospect.said import Act, Said
from handlers.prospect.turn import Turn
from handlers.wording import BETWEEN, CHOSEN
from scoring.lead import Fact, Need, NeedStatus, Slot
from scoring.understanding.text import fold

_AND = re.compile(r"\s*(?:[,;+&/\n]|\b(?:va|voi|and|cung)\b)\s*")
_NUMBERS = re.compile(r"(?:(?:so|cau|chon|lay|nhe|va|and|a|y|em|,|\+|&|\d+)\s*)+")
_ALL = frozenset({"tat ca", "het", "lay het", "chon het", "all", "all of them"})
_BOTH = frozenset({"ca hai", "ca 2", "both"})
_TWO = 2


def named(words: str, question: Question) -> tuple[Option, ...]:
    """The options that words without marks choose: "1, 3", "kế toán và kho", "tất cả"."""
    options = question.options
    if words in _ALL or (words in _BOTH and len(options) == _TWO):
        return options
    if _NUMBERS.fullmatch(words):
        places = {int(one) for one in re.findall(r"\d{1,2}", words)}
        known = places <= set(range(1, len(options) + 1))
        return tuple(options[place - 1] for place in sorted(places)) if known else ()
    parts = [part for part in _AND.split(words) if part]
    found = {one.key for one in options for part in parts if part in _spellings(one)}
    whole = all(any(part in _spellings(one) for one in options) for part in parts)
    held = {one.key for one in options if _is_in(one, words)}
    chosen = found if whole else held if len(held) >= _TWO else set()
    return tuple(one for one in options if one.key in chosen)


def _is_in(option: Option, words: str) -> bool:
    return any(f" {one} " in f" {words} " for one in _spellings(option))


@lru_cache(maxsize=256)
def _spellings(option: Option) -> frozenset[str]:
    return frozenset(map(fold, option.spellings))


def together(options: Iterable[Option], language: str) -> Need:
    """Choosing several is saying them all, beyond doubt."""
    label = BETWEEN.join(one.label.of(language) for one in options)
    return Need(NeedStatus.STATED, (0, len(label)), label, CHOSEN)


def ticked(turn: Turn, said: Said) -> Said:
    """A tap ticks an option or takes the tick away; the last tap, on "done", is the answer."""
    slot = said.slot
    if slot is None or not said.acts & {Act.TICK, Act.DONE}:
        if any(turn.dialogue.question is fact.slot for fact in said.facts):
            turn.dialogue = replace(turn.dialogue, ticked=())
        return said
    if Act.TICK in said.acts:
        before = turn.dialogue.ticked or _known(turn, slot)
        after = tuple(one for one in before if one != said.words)
        after = after if len(after) < len(before) else (*before, said.words)
        turn.dialogue = replace(turn.dialogue, ticked=after)
        return said
    options = _in_order(turn, slot)
    if not options:
        return replace(said, acts=frozenset({Act.EDIT}))  # nothing is ticked: it is asked again
    turn.dialogue = replace(turn.dialogue, ticked=())
    fact = Fact(slot, together(options, turn.language), said.message_id, turn.now)
    return replace(said, acts=frozenset(), facts=(fact,))


def _in_order(turn: Turn, slot: Slot) -> list[Option]:
    """What is ticked, as the file lists it; then what only an older version of it had."""
    question = turn.business.question(slot)
    order = [one.key for one in question.options] if question is not None else []
    keys = sorted(turn.dialogue.ticked, key=lambda one: order.index(one) if one in order else 99)
    found = (turn.business.option(slot, key) for key in keys)
    return [one for one in found if one is not None]


def _known(turn: Turn, slot: Slot) -> tuple[str, ...]:
    """What was chosen before, where an old card is tapped once more."""
    question, fact = turn.business.question(slot), turn.lead.fact(slot)
    if turn.dialogue.question is slot or question is None or fact is None:
        return ()
    if not isinstance(fact.value, Need) or fact.confidence < CHOSEN:
        return ()
    said = fact.value.text.split(BETWEEN)
    return tuple(one.key for one in question.options if set(one.label.spoken) & set(said))
