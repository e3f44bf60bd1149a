"""A picture of numbers before anybody has drawn it: what stands where, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NotDrawnError(Exception):
    """The picture could not be made, or not in time. The words go without it."""


class ChartKind(StrEnum):
    ACROSS = "across"  # a bar a row, from left to right
    COLUMNS = "columns"  # a column each, from left to right; a second series is a line over them


@dataclass(frozen=True, slots=True)
class Bar:
    """One row or column: a number for each series, and what is written beside it."""

    name: str
    numbers: tuple[int, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is to be seen on one picture; it names no customer."""

    kind: ChartKind
    title: str
    subtitle: str  # what is counted, and when
    series: tuple[str, ...]
    bars: tuple[Bar, ...]

    def as_plain(self) -> dict[str, Any]:
        """As it stands in the outbox."""
        bars = [[one.name, list(one.numbers), one.told] for one in self.bars]
        return {
            "kind": self.kind.value,
            "title": self.title,
            "subtitle": self.subtitle,
            "series": list(self.series),
            "bars": bars,
        }


def from_plain(plain: dict[str, Any]) -> Chart:
    """Back from `Chart.as_plain`."""
    return Chart(
        ChartKind(plain["kind"]),
        plain["title"],
        plain["subtitle"],
        tuple(plain["series"]),
        tuple(Bar(name, tuple(numbers), told) for name, numbers, told in plain["bars"]),
    )
