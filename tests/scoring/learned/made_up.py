"""Made-up histories whose truth is known."""

from __future__ import annotations

import math
from random import Random

from scoring.learned.history import History

SOURCES = {"Google": 0.0, "Facebook": -1.0, "Friend": 1.5}
NAMES = ("source", "visits", "city")


def history(rows: int, seed: int = 7) -> History:
    """Friends and frequent visitors buy; the city says nothing; some visits are not known."""
    random = Random(seed)
    cells: list[tuple[str, ...]] = []
    outcomes: list[bool] = []
    for _ in range(rows):
        source = random.choice(list(SOURCES))
        visits = random.randrange(30)
        logit = SOURCES[source] + 0.15 * (visits - 15)
        shown = "" if random.random() < 0.1 else str(visits)
        cells.append((source, shown, random.choice(["Hà Nội", "Đà Nẵng", "Huế"])))
        outcomes.append(random.random() < 1 / (1 + math.exp(-logit)))
    return History("bought", "yes", NAMES, cells, outcomes)


def crossed(rows: int, seed: int = 7) -> History:
    """Neither column says anything alone; together they say nearly all."""
    random = Random(seed)
    cells: list[tuple[str, ...]] = []
    outcomes: list[bool] = []
    for _ in range(rows):
        first, second = random.choice("ab"), random.choice("xy")
        cells.append((first, second, random.choice("mn")))
        outcomes.append(random.random() < (0.85 if (first == "a") == (second == "x") else 0.15))
    return History("bought", "yes", ("letter", "sign", "noise"), cells, outcomes)
