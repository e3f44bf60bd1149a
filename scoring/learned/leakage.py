"""Columns that know the outcome too well: filled in after it, most likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.learned.columns import BLANK, Column, learn_column, level_of
from scoring.learned.history import History
from scoring.learned.metrics import auc

SUSPECT_AUC = 0.95
# Filled cells that are all of one outcome: so many, and so unlikely by luck.
FEWEST_FILLED = 10
LUCK = 1e-4
# With fewer of a kind any column may sort them by chance.
FEWEST_OF_A_KIND = 10
# Imagined rows at the average rate: a level seen three times is no proof.
SMOOTHING = 2.0
# A column of notes made afterwards ("lost to X", "paid") tells some of the won and some of the
# lost for sure. Such values hold nearly one outcome each, in so many rows, and so much of both
# the won and the lost: an honest column may know one of the two that well, hardly ever both.
NEARLY_ALL, FEWEST_OF_A_VALUE, SHARE_OF_BOTH = 0.97, 10, 0.1


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A column to look at before the fit is trusted."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many rows each part of a column has, and how many of them were won."""

    column: Column
    part_of: Mapping[str, int | None]
    rows: Counter[int | None]
    wins: Counter[int | None]


def suspicions(history: History) -> tuple[Suspicion, ...]:
    won = sum(history.outcomes)
    if min(won, len(history.outcomes) - won) < FEWEST_OF_A_KIND:
        return ()
    found = []
    for name, cells in history.columns():
        tally = _tally(cells, history.outcomes)
        why = (
            _filled_for_one(cells, history.outcomes)
            or _ranks_alone(tally, cells, history.outcomes)
            or _sure_both_ways(tally)
        )
        if why:
            found.append(Suspicion(name, why))
    return tuple(found)


def _tally(cells: Sequence[str], outcomes: Sequence[bool]) -> _Tally:
    texts = Counter(cells)
    wins = Counter(cell for cell, outcome in zip(cells, outcomes, strict=True) if outcome)
    column = learn_column("", texts)
    tally = _Tally(column, {text: column.part(text) for text in texts}, Counter(), Counter())
    for text, part in tally.part_of.items():
        tally.rows[part] += texts[text]
        tally.wins[part] += wins[text]
    return tally


def _filled_for_one(cells: Sequence[str], outcomes: Sequence[bool]) -> str:
    filled = [
        outcome for cell, outcome in zip(cells, outcomes, strict=True) if level_of(cell) != BLANK
    ]
    if len(filled) == len(cells) or len(filled) < FEWEST_FILLED or 0 < sum(filled) < len(filled):
        return ""
    share = sum(outcomes) / len(outcomes)
    by_luck = (share if filled[0] else 1 - share) ** len(filled)
    if by_luck > LUCK:
        return ""
    return f"filled only where the lead was {'won' if filled[0] else 'not won'}"


def _ranks_alone(tally: _Tally, cells: Sequence[str], outcomes: Sequence[bool]) -> str:
    usual = SMOOTHING * sum(outcomes) / len(outcomes)
    rates = {part: (tally.wins[part] + usual) / (n + SMOOTHING) for part, n in tally.rows.items()}
    area = auc(outcomes, [rates[tally.part_of[cell]] for cell in cells])
    if area <= SUSPECT_AUC:
        return ""
    return f"by itself it tells won from lost with AUC {area:.2f}"


def _sure_both_ways(tally: _Tally) -> str:
    won = tally.wins.total()
    lost = tally.rows.total() - won
    levels = range(tally.column.bins, tally.column.bins + len(tally.column.levels))
    common = [part for part in levels if tally.rows[part] >= FEWEST_OF_A_VALUE]
    shares = {part: tally.wins[part] / tally.rows[part] for part in common}
    sure_won = sum(tally.wins[part] for part in common if shares[part] >= NEARLY_ALL)
    sure_lost = sum(
        tally.rows[part] - tally.wins[part] for part in common if 1 - shares[part] >= NEARLY_ALL
    )
    if sure_won < SHARE_OF_BOTH * won or sure_lost < SHARE_OF_BOTH * lost:
        return ""
    return (
        f"{sure_won / won:.0%} of the won and {sure_lost / lost:.0%} of the lost have a value "
        "that hardly any of the others has"
    )
