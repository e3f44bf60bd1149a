"""Businesses: which one somebody writes for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from scoring.lead import Span
from scoring.understanding.people.name_words import (
    BUSINESSES,
    CERTAIN_FORMS,
    DEPARTMENTS,
    GIVEN_NAMES,
    HONORIFICS,
    LEGAL_FORMS,
    NO_NAMES,
    SIDE,
    SURNAMES,
)
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Kind, Text

LONGEST = 8  # words of a name, behind the kind of business


@dataclass(frozen=True, slots=True)
class Company:
    name: str
    first: int  # tokens, both included
    last: int
    span: Span


def find(text: Text, taken: frozenset[int]) -> Company | None:
    for hit in _BUSINESSES.find(text.tokens):
        is_side = hit.label == "side"
        if hit.first in taken or (is_side and not _speaks_of_oneself(text, hit.first)):
            continue
        last = _end(text, taken, hit.last + 1)
        if last is None or (is_side and text.tokens[hit.last + 1].word in DEPARTMENTS):
            continue
        first = hit.last + 1 if is_side else hit.first
        span = text.tokens_span(first, last)
        written = unicodedata.normalize("NFC", text.original[span[0] : span[1]])
        return Company(" ".join(written.split()), first, last, span)
    return None


def _end(text: Text, taken: frozenset[int], first: int) -> int | None:
    """The last word of the name proper; None if what follows is no name.

    A name shows by its capitals. Where nothing is written with any, or everything,
    only a legal form before it tells.
    """
    last, legal = None, False
    has_case = not (text.original.islower() or text.original.isupper())
    for index in range(first, min(first + LONGEST, len(text.tokens))):
        token = text.tokens[index]
        if token.kind is not Kind.WORD or index in taken:
            break
        capital = _is_capital(text, index)
        if token.word in LEGAL_FORMS and last is None:
            legal = legal or token.word in CERTAIN_FORMS
            continue
        if capital or (legal and not has_case and token.word in _NAMES):
            last = index
        elif token.word in NO_NAMES or _HONORIFICS.at(text.tokens, index) is not None:
            break
        elif legal and not has_case:
            last = index
    return last


def _is_capital(text: Text, index: int) -> bool:
    token = text.tokens[index]
    start, _ = text.span(token.start, token.end)
    return text.original[start].isupper() and not text.original.isupper()


def _speaks_of_oneself(text: Text, index: int) -> bool:
    """ "em bên FPT", "Lan bên FPT", not "số bên Nhật": a person or nothing stands before it."""
    if index == 0:
        return False
    return _HONORIFICS.at(text.tokens, index - 1) is not None or _is_capital(text, index - 1)


_BUSINESSES = Phrases({"business": BUSINESSES, "side": SIDE})
_HONORIFICS = Phrases(HONORIFICS)
_NAMES = GIVEN_NAMES | SURNAMES
