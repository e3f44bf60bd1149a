"""What a question for numbers asks: which view, of which period, of whom, compared or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from handlers import buttons, hours
from handlers.business import Business
from handlers.buttons import Press
from handlers.channel import Button
from handlers.numbers import periods
from handlers.numbers.periods import Period, period_in, period_of
from handlers.posting import Rows
from handlers.texts import say
from scoring.understanding.text import fold
from storage.store import Work
from storage.totals import EVERYBODY, Narrowed

ACTION = "numbers"  # of the buttons
SHEET = "sheet"  # of the one that asks for the leads as a file
_COMPARED = ("so sanh", "so voi", "compare", "compared", "vs")
_SOURCE = re.compile(r"\b(?:nguon|source)\s*[=: ]\s*(\S+)")
_WHOM = re.compile(r"@\s*(.+)")
_UNKNOWN_SOURCE = ("?", "khong ro", "unknown")


class View(StrEnum):
    STATS = "stats"
    REPS = "sla"
    SOURCES = "sources"
    FUNNEL = "funnel"
    REPORT = "report"
    COHORTS = "cohort"
    JOURNEY = "journey"


# What is shown where no period was named: a day has too few to compare people and sources by.
_OTHERWISE = {
    View.STATS: periods.TODAY,
    View.REPS: periods.MONTH,
    View.SOURCES: periods.MONTH,
    View.FUNNEL: periods.TODAY,
    View.REPORT: periods.MONTH,
    View.COHORTS: periods.QUARTER,
    View.JOURNEY: periods.QUARTER,
}
# Totals alone are set against an earlier time: of one rep or source there are too few.
_COMPARABLE = (View.STATS, View.REPORT)


class UnknownRepError(LookupError):
    """Nobody of the staff has this name."""


@dataclass(frozen=True, slots=True)
class Asked:
    view: View
    period: Period
    is_compared: bool = False
    narrowed: Narrowed = EVERYBODY


def asked_in(work: Work, business: Business, view: View, words: str, now: datetime) -> Asked:
    """What follows the command, folded. Raises PeriodError and UnknownRepError."""
    words, rep_id = _without_rep(work, words)
    found = _SOURCE.search(words)
    source = found[1] if found else None
    if found:
        words = words.replace(found[0], " ")
    period = period_in(words, hours.local_day(business, now), _OTHERWISE[view])
    spaced = f" {words} "
    is_compared = any(f" {one} " in spaced for one in _COMPARED)
    named = "" if source in _UNKNOWN_SOURCE else source
    return Asked(view, period, is_compared, Narrowed(rep_id, named))


def _without_rep(work: Work, words: str) -> tuple[str, int | None]:
    """The words without "@name", and whose name it is: of several, the longest."""
    found = _WHOM.search(words)
    if found is None:
        return words, None
    staff = [(fold(one.name), one.id) for one in work.team.everybody()]
    for name, rep_id in sorted(staff, key=lambda one: len(one[0]), reverse=True):
        if name and f"{found[1]} ".startswith(f"{name} "):
            rest = words[: found.start()] + " " + found[1].removeprefix(name)
            return " ".join(rest.split()), rep_id
    raise UnknownRepError(found[1].split()[0])


def asked_by(press: Press, business: Business, now: datetime) -> Asked:
    """What a button asks; raises PeriodError and ValueError for one that is none of ours."""
    view, code, flag, rep, source = (*press.args, "", "", "", "", "")[:5]
    narrowed = Narrowed(int(rep) if rep.isdecimal() else None, source[1:] if source else None)
    period = period_of(code, hours.local_day(business, now))
    return Asked(View(view), period, flag == "1", narrowed)


def ways_on(asked: Asked, language: str) -> Rows:
    """The buttons below: other periods, the comparison, other views of the same."""

    def way(key: str, *, is_here: bool, **other: Any) -> Button:
        label = say(f"stats.{key}", language)
        return Button(f"{label} ✓" if is_here else label, _carried(asked, **other))

    times = tuple(
        way(name, is_here=asked.period.name == name, code=name)
        for name in (periods.TODAY, periods.WEEK, periods.MONTH)
    )
    compare = (way("compare", is_here=asked.is_compared, is_compared=not asked.is_compared),)
    told, shown = (
        tuple(way(f"view_{one}", is_here=asked.view is one, view=one) for one in row)
        for row in ((View.STATS, View.REPS, View.SOURCES), (View.FUNNEL, View.REPORT))
    )
    sheet = Button(say("stats.sheet", language), buttons.data(SHEET, asked.period.code))
    rows = (times, compare) if asked.view in _COMPARABLE else (times,)
    return (*rows, told, (*shown, sheet))


def _carried(
    asked: Asked, *, view: View | None = None, code: str = "", is_compared: bool | None = None
) -> str:
    """What is asked, but for what is given."""
    flag = asked.is_compared if is_compared is None else is_compared
    rep, source = asked.narrowed.rep_id or "", asked.narrowed.source
    args = (str(view or asked.view), code or asked.period.code, int(flag), rep)
    if source is None or ":" in source:
        return buttons.data(ACTION, *args)
    # The unknown source is an empty word, no source at all is none: the dash tells them apart.
    with_source = (*args, f"-{source}")
    is_long = buttons.too_long(ACTION, *with_source)
    return buttons.data(ACTION, *(args if is_long else with_source))
