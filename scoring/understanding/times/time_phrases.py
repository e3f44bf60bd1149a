"""Words of time found in a message, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.lead import TimingKind
from scoring.understanding.times.calendar import Window
from scoring.understanding.times.clock import Clock
from scoring.understanding.times.places import Grain, Place


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Words of time: what they stand for, and the tokens they take (both included)."""

    first: int
    last: int
    # None: no time to come, but gone by, a habit, or an hour without a day.
    window: Window | None
    kind: TimingKind
    # Says a time and nothing else; otherwise it needs a hint that time is spoken of.
    firm: bool = True
    # Made of a number of units: a warranty or an instalment plan may be meant.
    is_length: bool = False
    # A number of units and no word of when.
    is_bare: bool = False
    # A word such as trước or chậm nhất ties it to a plan.
    is_related: bool = False
    grain: Grain | None = None
    # "tháng 10", "thứ 5": of this year or another, this week or the last.
    is_floating: bool = False
    # Some of it is over already, so it may be told as past: "đầu năm nay có dùng thử".
    has_begun: bool = False
    clock: Clock | None = None
    place: Place | None = None
