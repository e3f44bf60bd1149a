"""One number phrase of a message, and the small looks at tokens that reading it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.understanding.money.money_words import UNITS
from scoring.understanding.text import Token


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase. `low` and `high` differ for "vài", "hai ba", "3x"."""

    low: float
    high: float
    first: int  # tokens, both included
    last: int
    # The digits as they would be written, "05" with its zero; empty where there is no such form.
    digits: str = ""
    grouped: int = 0  # thousands separators inside
    spoken: bool = False
    step: int = 1  # 10 or 100 where it was counted in tens or hundreds: bốn trăm
    # One word that may well be another word: năm, tư, a.
    loose: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high


Part = tuple[float, float, int]  # from, to, and the token behind


def exactly(value: float, place: int) -> Part:
    return value, value, place


def word_at(tokens: Sequence[Token], place: int) -> str:
    """The word of a token, empty where there is none."""
    return tokens[place].word if 0 <= place < len(tokens) else ""


def counts_money(tokens: Sequence[Token], place: int) -> bool:
    return word_at(tokens, place) in UNITS


def digits_of(low: float, high: float) -> str:
    return str(int(low)) if low == high and low == int(low) else ""
