"""Columns that know the outcome too well: filled in after it, most likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.learned.columns import BLANK, learn_column, level_of
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


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A column to look at before the fit is trusted."""

    name: str
    why: str


def suspicions(history: History) -> tuple[Suspicion, ...]:
    won = sum(history.outcomes)
    if min(won, len(history.outcomes) - won) < FEWEST_OF_A_KIND:
        return ()
    found = []
    for name, cells in history.columns():
        why = _filled_for_one(cells, history.outcomes) or _ranks_alone(cells, history.outcomes)
        if why:
            found.append(Suspicion(name, why))
    return tuple(found)


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


def _ranks_alone(cells: Sequence[str], outcomes: Sequence[bool]) -> str:
    rows = Counter(cells)
    wins = Counter(cell for cell, outcome in zip(cells, outcomes, strict=True) if outcome)
    column = learn_column("", rows)
    part_of = {text: column.part(text) for text in rows}
    rows_of: Counter[int | None] = Counter()
    wins_of: Counter[int | None] = Counter()
    for text, part in part_of.items():
        rows_of[part] += rows[text]
        wins_of[part] += wins[text]
    usual = SMOOTHING * sum(outcomes) / len(outcomes)
    rates = {part: (wins_of[part] + usual) / (rows_of[part] + SMOOTHING) for part in rows_of}
    area = auc(outcomes, [rates[part_of[cell]] for cell in cells])
    if area <= SUSPECT_AUC:
        return ""
    return f"by itself it tells won from lost with AUC {area:.2f}"
