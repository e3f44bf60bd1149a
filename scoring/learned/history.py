"""A history to learn from: past leads, what was known of them, and who was won."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scoring.learned.columns import BLANK, level_of, number

# A column is an id when so many of its filled cells differ from each other.
ID_SHARE = 0.9
# Rising or falling with the row is the mark of a running number: so few neighbours go back.
RUNNING_DISTINCT, RUNNING_STEPS = 0.5, 0.7
# Whole numbers that never repeat are ids where the name says so, in whatever order they come.
ID_WORDS = frozenset(["id", "row", "index", "no", "nr", "number", "stt", "mã", "uuid", "key"])
FEWEST_FOR_ID = 50


@dataclass(frozen=True, slots=True)
class History:
    """Rows of text, oldest first, each with its outcome."""

    target: str
    positive: str
    names: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    outcomes: Sequence[bool]

    def between(self, start: int, end: int) -> History:
        return replace(self, rows=self.rows[start:end], outcomes=self.outcomes[start:end])

    def columns(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each name with its cells."""
        return zip(self.names, zip(*self.rows, strict=True), strict=True)

    def keep(self, positions: Sequence[int]) -> History:
        return replace(
            self,
            names=tuple(self.names[position] for position in positions),
            rows=[tuple(row[position] for position in positions) for row in self.rows],
        )


@dataclass(frozen=True, slots=True)
class Dropped:
    """A column that cannot help, with the reason in words."""

    name: str
    why: str


def drop_useless(history: History) -> tuple[History, tuple[Dropped, ...]]:
    """Leave out columns that say nothing, or only which row it is. The outcome is not asked."""
    kept: list[int] = []
    dropped: list[Dropped] = []
    for position, (name, cells) in enumerate(history.columns()):
        why = _useless(name, cells)
        if why:
            dropped.append(Dropped(name, why))
        else:
            kept.append(position)
    return history.keep(kept), tuple(dropped)


def _useless(name: str, cells: Sequence[str]) -> str:
    distinct = Counter(cells)
    levels = {level_of(text) for text in distinct}
    if levels <= {BLANK}:
        return "empty"
    if len(levels) == 1:
        return "always the same"
    filled = [cell for cell in cells if level_of(cell) != BLANK]
    if len(filled) < FEWEST_FOR_ID:
        return ""
    numbers = [number(cell) for cell in filled]
    whole = [value for value in numbers if value is not None and value.is_integer()]
    if len(whole) == len(filled):
        named_id = len(set(whole)) == len(whole) and not ID_WORDS.isdisjoint(_words(name))
        return "a running number or id" if named_id or _is_running(whole) else ""
    texts = [cell for cell, value in zip(filled, numbers, strict=True) if value is None]
    if len(texts) > len(filled) / 2 and len(set(texts)) >= ID_SHARE * len(texts):
        return "another text in nearly every row, as ids have"
    return ""


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())


def _is_running(numbers: Sequence[float]) -> bool:
    if len(set(numbers)) < RUNNING_DISTINCT * len(numbers):
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    rising = sum(step > 0 for step in steps)
    falling = sum(step < 0 for step in steps)
    return max(rising, falling) >= RUNNING_STEPS * len(steps)
