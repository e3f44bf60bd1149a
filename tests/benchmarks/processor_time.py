"""Where the processor's time goes: shares of a profile, by part of the house."""

from __future__ import annotations

import cProfile
import pstats
import threading
import time
from collections import Counter
from typing import Any

# The first that stands in a file's path says which part a function belongs to.
_PLACES = (
    ("/scoring/understanding/", "understand"),
    ("/phonenumbers/", "understand"),
    ("/scoring/", "score"),
    ("/handlers/answers", "faq"),
    ("/rapidfuzz/", "faq"),
    ("/handlers/", "handlers"),
    ("/storage/", "storage"),
    ("/sqlalchemy/", "SQLAlchemy"),
    ("/json/", "json"),
    ("/dataclasses.py", "dataclasses"),
    ("/copy.py", "dataclasses"),
    ("<string>", "dataclasses"),
    ("/enum.py", "enums"),
    ("/asyncio/", "event loop"),
    ("/selectors.py", "event loop"),
)
_SQLITE = "sqlite3 itself"
_REST = "the rest"
_BUILT_IN = "~"

Function = tuple[str, int, str]  # file, line, name


class Profile:
    """One profiler a thread; each thread starts and stops its own."""

    def __init__(self) -> None:
        self._of_thread: dict[int, cProfile.Profile] = {}

    def start(self) -> None:
        # The processor's time of this thread: waiting for a disk or a lock is none.
        profiler = cProfile.Profile(time.thread_time)
        self._of_thread[threading.get_ident()] = profiler
        profiler.enable()

    def stop(self) -> None:
        self._of_thread[threading.get_ident()].disable()

    def timings(self) -> dict[Function, Any]:
        joined = pstats.Stats(*self._of_thread.values())
        found: dict[Function, Any] = joined.stats  # type: ignore[attr-defined] # not in typeshed
        return found


def parts(profile: Profile) -> dict[str, float]:
    """Shares of the time by part, the largest first; they add up to 1."""
    spent: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in profile.timings().items():
        if function[0] != _BUILT_IN:
            spent[_part(function)] += own
        elif "sqlite3" in function[2]:
            spent[_SQLITE] += own
        else:  # what is built in works for the one who calls it
            for caller, (_, _, lent, _) in callers.items():
                spent[_part(caller)] += lent
    whole = spent.total()
    return {name: seconds / whole for name, seconds in spent.most_common()}


def _part(function: Function) -> str:
    return next((name for place, name in _PLACES if place in function[0]), _REST)
