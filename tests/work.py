"""How much work a call is, counted and not timed: the same on a busy machine as on an idle one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

# Twice the text may be this much more work: a square law would be four times.
LINEAR = 2.6


def work(act: Callable[[], object]) -> int:
    """The calls and returns, of Python's functions and of C's, that `act` takes once warmed up."""
    act()
    count = 0

    def tick(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    gc.disable()  # what others left behind is not finalized at our expense
    sys.setprofile(tick)
    try:
        act()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def growth(act: Callable[[str], object], line: str) -> float:
    """How many times the work a line is that its first half is."""
    return work(lambda: act(line)) / max(1, work(lambda: act(line[: len(line) // 2])))
