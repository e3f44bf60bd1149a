"""A message as the money grammar looks at it: units, currencies and nouns by token."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from scoring.understanding.money import numbers
from scoring.understanding.money.counted_words import COUNTED, FOLLOWERS, TWO_WORDS, VESSELS
from scoring.understanding.money.money_words import (
    AFTER_DOWN_TO,
    CURRENCIES,
    CURRENCY_FOLLOWERS,
    CURRENCY_TAILS,
    MILLION,
    NATIONAL_CURRENCIES,
    SLIPPERY_CURRENCIES,
    SLIPPERY_UNITS,
    THINGS,
    THOUSAND,
    TO_OR_BILLION,
    UNITS,
    Unit,
)
from scoring.understanding.money.number_words import HALF_MORE
from scoring.understanding.money.other_numbers import is_length
from scoring.understanding.text import Kind, Text, Token

WINDOW = 3  # words before a number that may say what it counts
NONE: frozenset[str] = frozenset()
MOST_BILLIONS = 3  # digits before "toi" where it can be tỏi


@dataclass(frozen=True, slots=True)
class Reading:
    """A message, and the tokens in it that dates and phones have taken."""

    text: Text
    claimed: Collection[int]
    # Slang for money that counts a thing somewhere in the message: "mua 2 lít sữa tặng 1 lít".
    counting: frozenset[str] = frozenset()

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.text.tokens

    def word(self, place: int) -> str:
        return self.text.tokens[place].word if 0 <= place < len(self.text.tokens) else ""

    def ends(self, place: int) -> bool:
        """Whether the message or the phrase ends before this token."""
        return place >= len(self.tokens) or self.tokens[place].kind is Kind.MARK

    def unit_at(self, place: int) -> Unit | None:
        """The money unit at this token, unless the word says something else there."""
        word = self.word(place)
        unit = UNITS.get(word)
        if unit is None or place in self.claimed:
            return None
        if unit.glued and not self._is_glued_unit(place):
            return None
        if word in SLIPPERY_UNITS and not self._ends_amount(place + 1, word):
            return None
        return unit

    def _is_glued_unit(self, place: int) -> bool:
        if place == 0 or self.tokens[place - 1].kind is not Kind.NUMBER:
            return False
        if self.word(place) == "m" and not self.tokens[place].glued and self._measures_a_room:
            return False
        return not is_length(self.tokens, place)

    @property
    def _measures_a_room(self) -> bool:
        """ "35 m2, ceiling 2.8 m": beside square metres, metres."""
        return any(
            token.word in ("²", "m²", "sqm") or (token.word == "m" and self.word(place + 1) == "2")
            for place, token in enumerate(self.tokens)
        )

    def _ends_amount(self, place: int, word: str) -> bool:
        after = self.word(place)
        if word == TO_OR_BILLION and len(self.word(place - 2)) > MOST_BILLIONS:
            return False
        if self.ends(place):
            return True
        if word == TO_OR_BILLION and (
            self.tokens[place].kind is Kind.NUMBER or numbers.at(self.tokens, place) is not None
        ):
            return False
        return after in HALF_MORE or after in FOLLOWERS or self.tokens[place].kind is Kind.NUMBER

    def currency_at(self, place: int, value: float) -> tuple[str | None, int]:
        word = self.word(place)
        currency = CURRENCIES.get(word)
        if place in self.claimed:
            return None, place
        national = self._national_currency(place)
        if national is not None:
            return national, place + (3 if self.word(place + 2) in CURRENCIES else 2)
        if currency is None:
            return None, place
        if word == "do" and value >= MILLION:
            return None, place  # "35tr do em" ends in đó: nobody here spends millions of dollars
        if word in SLIPPERY_CURRENCIES and not self._ends_currency(place + 1, word):
            return None, place
        if word == "d" and not self.tokens[place].glued and value < THOUSAND:
            return None, place
        if self.word(place + 1) in CURRENCY_TAILS:
            after = self.word(place + 1)
            return ("VND" if after in ("việt", "viet") else currency), place + 2
        return currency, place + 1

    def _national_currency(self, place: int) -> str | None:
        """ "bảng Anh", "đô Úc", "nhân dân tệ"."""
        if place + 1 >= len(self.tokens):
            return None
        by_second = NATIONAL_CURRENCIES.get(self.tokens[place].folded)
        return None if by_second is None else by_second.get(self.tokens[place + 1].folded)

    def _ends_currency(self, place: int, word: str) -> bool:
        if word == "do" and self.text.marked:
            return False
        after = self.word(place)
        if self.ends(place):
            return True
        return after in CURRENCY_FOLLOWERS or (after in FOLLOWERS and after not in AFTER_DOWN_TO)

    def noun_length(self, place: int, singles: Collection[str]) -> int:
        """How many words the counted noun at this token has; 0 where there is none."""
        if place >= len(self.tokens):
            return 0
        seconds = TWO_WORDS.get(self.tokens[place].folded)
        if seconds is not None and self.word(place + 1) in seconds:
            return 2
        return 1 if self.word(place) in singles else 0

    def noun_at(self, place: int) -> str | None:
        length = max(1, self.noun_length(place, COUNTED))
        words = [token.word for token in self.tokens[place : place + length]]
        return " ".join(words) or None

    def is_thing(self, unit: Unit, place: int) -> bool:
        """ "4 củ hành", "bình 20 lít": the slang for money in its first meaning."""
        if not unit.slang:
            return False
        slang = self.tokens[place - 1].folded
        if self.word(place) in THINGS.get(slang, ()):
            return True
        if slang in self.counting:
            return True
        vessels = VESSELS.get(slang, NONE)
        return any(self.word(place - 2 - step) in vessels for step in range(1, WINDOW + 1))
