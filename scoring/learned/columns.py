"""A column of a history: its values sorted into parts that can each earn points."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

# Many narrow bins, held together by the prior of `logistic.py`, beat the few wide ones of a
# hand-made score card: .516 against .546 log loss at 100 outcomes of the X Education set.
MOST_BINS = 24
# The parts of all columns together, so that a wide file is still fitted in seconds.
PARTS_IN_ALL = 1_200
FEWEST_PARTS = 6
MOST_LEVELS = 48
# A value seen less often is pooled as "other"; the second figure holds from MANY_ROWS on.
RARE = 3
RARE_AMONG_MANY = 10
MANY_ROWS = 1_000
# A column counts as numbers when so many of its filled cells are, and more than two differ.
NUMERIC_SHARE = 0.95

TEXTS_REMEMBERED = 50_000

# Of levels that share a pair's group so many are named.
LEVELS_NAMED = 3

BLANK = ""
# How these are told.
BLANK_WORDS, OTHER = "blank", "(other)"
ANY_NUMBER = "any number"
_NUMBER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[-+]?\d+)?|[-+]?\.\d+", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,(\d{1,2}|\d{4,})")


# Cells repeat: most texts of a file have been read before.
@lru_cache(maxsize=TEXTS_REMEMBERED)
def number(text: str) -> float | None:
    """The number a cell holds: 12, -0.5, 1,234.5, 2,5 and 1e3, but not nan, inf or 1_000."""
    text = text.strip()
    if _NUMBER.fullmatch(text):
        value = float(text.replace(",", ""))
    elif _DECIMAL_COMMA.fullmatch(text):
        value = float(text.replace(",", "."))
    else:
        return None
    return value if math.isfinite(value) else None


@lru_cache(maxsize=TEXTS_REMEMBERED)
def level_of(text: str) -> str:
    """One spelling for a value: `Google ` and `google` are the same, and so are 1 and 1.0."""
    value = number(text)
    if value is not None:
        return f"{value:.15g}"
    return unicodedata.normalize("NFC", text.strip()).casefold()


@dataclass(frozen=True, slots=True)
class Column:
    """How a column's values become parts: first the bins, then the levels, then "other"."""

    name: str
    cuts: tuple[float, ...]  # a value on a cut belongs to the bin above it
    levels: tuple[str, ...]  # as most rows spell them
    numeric: bool
    whole: bool  # all numbers seen were whole
    pooled: bool  # rare levels were pooled, so an unknown one is "other" too

    @property
    def bins(self) -> int:
        return len(self.cuts) + 1 if self.numeric else 0

    @property
    def size(self) -> int:
        return self.bins + len(self.levels) + self.pooled

    def part(self, text: str) -> int | None:
        """The part a cell falls in; None where its like was never seen."""
        if self.numeric:
            value = number(text)
            if value is not None:
                return bisect_right(self.cuts, value)
        return self.places().get(level_of(text), self.size - 1 if self.pooled else None)

    def places(self) -> dict[str, int]:
        """The part of each level."""
        return {level_of(text): self.bins + i for i, text in enumerate(self.levels)}

    def label(self, parts: Sequence[int]) -> str:
        """Words for parts that stand together, bins side by side: `5–9`, `blank`, `a/b`."""
        bins = [part for part in parts if part < self.bins]
        levels = [(*self.levels, OTHER)[part - self.bins] for part in parts if part >= self.bins]
        words = [level or BLANK_WORDS for level in levels[:LEVELS_NAMED]]
        if len(levels) > LEVELS_NAMED:
            words.append("…")
        if bins:
            low = self.cuts[bins[0] - 1] if bins[0] else None
            high = self.cuts[bins[-1]] if bins[-1] < len(self.cuts) else None
            words.insert(0, _span(low, high, self.whole))
        return "/".join(words)


def _span(low: float | None, high: float | None, whole: bool) -> str:
    if low is None and high is None:
        return ANY_NUMBER
    if low is None:
        return f"< {high:.10g}"
    if high is None:
        return f"≥ {low:.10g}"
    if not whole:
        return f"{low:.10g}–{high:.10g}"
    return f"{low:.10g}" if high - low <= 1 else f"{low:.10g}–{high - 1:.10g}"


def most_parts(columns: int) -> int:
    """How many bins or levels one of so many columns may have."""
    return max(FEWEST_PARTS, PARTS_IN_ALL // max(1, columns))


def learn_column(name: str, counts: Mapping[str, int], most: int = MOST_LEVELS) -> Column:
    """Choose bins and levels from how often each text was seen."""
    rows = sum(counts.values())
    numbers: Counter[float] = Counter()
    levels: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    for text, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        value = number(text)
        if value is not None:
            numbers[value] += count
        levels[level_of(text)] += count
        spellings.setdefault(level_of(text), text.strip())
    numeric = len(numbers) > 2 and numbers.total() >= NUMERIC_SHARE * (rows - levels[BLANK])
    if numeric:
        levels = Counter({v: levels[v] for v in levels if number(v) is None})
    rare = RARE if rows < MANY_ROWS else RARE_AMONG_MANY
    common = [level for level, count in levels.most_common(min(most, MOST_LEVELS)) if count >= rare]
    return Column(
        name=name,
        cuts=_cuts(numbers, min(most, MOST_BINS)) if numeric else (),
        levels=tuple(spellings[level] for level in common),
        numeric=numeric,
        whole=all(value.is_integer() for value in numbers),
        pooled=len(common) < sum(count > 0 for count in levels.values()),
    )


def _cuts(numbers: Mapping[float, int], bins: int) -> tuple[float, ...]:
    """Quantiles of the values seen; a value too common for one bin has a bin of its own."""
    values = sorted(numbers)
    total = sum(numbers.values())
    below = list(accumulate((numbers[value] for value in values), initial=0))
    cuts: list[float] = []
    for left, right in pairwise(range(len(values))):
        # A border stands where a multiple of total/bins is passed between two values.
        if below[right] * bins // total > below[left] * bins // total:
            cuts.append(values[right])
    return tuple(cuts)
