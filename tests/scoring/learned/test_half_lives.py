"""Half-lives are suggested where later outcomes prove them, and nowhere else."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from random import Random

from scoring.learned.half_lives import advise

PRESENT = {"reply": 7.0, "visit": 3.0}


class _Company:
    """Leads whose chance hangs on a reply so many days ago, which fades by `true` days."""

    def __init__(self, count: int, true: float, pull: float = 2.5) -> None:
        dice = Random(11)
        self.ages = [dice.uniform(0, 60) for _ in range(count)]
        self.won = [
            dice.random() < 1 / (1 + math.exp(pull - 2 * pull * 2 ** (-age / true)))
            for age in self.ages
        ]

    def points(self, half_lives: Mapping[str, float]) -> Sequence[float]:
        return [60 * 2 ** (-age / half_lives["reply"]) for age in self.ages]


def test_behaviour_that_fades_slower_than_the_rules_say_is_found() -> None:
    company = _Company(1000, true=30)

    found = advise(company.points, company.won, PRESENT, ("reply", "visit"))

    assert found is not None
    assert found.half_lives == {"reply": 30.0}
    assert found.gain > 2 * found.error > 0
    assert found.later == 500


def test_right_half_lives_stay() -> None:
    company = _Company(600, true=7)

    assert advise(company.points, company.won, PRESENT, ("reply", "visit")) is None


def test_what_has_no_effect_changes_nothing() -> None:
    company = _Company(600, true=30, pull=0)

    assert advise(company.points, company.won, PRESENT, ("reply",)) is None


def test_fewer_than_three_hundred_outcomes_say_nothing() -> None:
    company = _Company(299, true=30)

    assert advise(company.points, company.won, PRESENT, ("reply",)) is None
