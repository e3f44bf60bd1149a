"""A wish that messages end, or that personal data go. Rules alone decide it."""

from __future__ import annotations

from functools import cache

from scoring.understanding.heard import Intent
from scoring.understanding.patterns import Patterns, Words
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Text
from scoring.understanding.wishes.opt_out_rules import HARMLESS, RULES
from scoring.understanding.wishes.opt_out_words import LISTS

CONFIDENCE = 0.97


def find(text: Text, words: Words) -> tuple[Intent, ...]:
    """`opt_out` and `delete_data`, each at most once, with the words that say so."""
    hits = list(_wishes().find(words))
    harmless = list(_harmless().find(words, {hit.label for hit in hits})) if hits else []
    wishes: dict[str, Hit] = {}
    for hit in hits:
        if not any(_touch(hit, other) for other in harmless):
            wishes.setdefault(hit.label, hit)
    return tuple(
        Intent(
            hit.label,
            CONFIDENCE,
            text.tokens_span(words.places[hit.first], words.places[hit.last]),
        )
        for hit in wishes.values()
    )


def _touch(wish: Hit, other: Hit) -> bool:
    return wish.label == other.label and other.first <= wish.last and wish.first <= other.last


@cache
def _wishes() -> Patterns:
    return Patterns(RULES, LISTS)


@cache
def _harmless() -> Patterns:
    return Patterns(HARMLESS, LISTS)
