"""The labelled messages as a floor: understanding may get better, not worse."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context

import pytest

from tests.scoring.understanding.labels import development_phrases, labelled
from tests.scoring.understanding.report import Verdict, judge, table

AT_ONCE = 2  # processes: thousands of messages keep one processor busy for long
# What each measure must reach on all labelled messages, and on those without marks.
FLOORS = {
    "budget": (0.97, 0.94),
    "budget left empty": (0.98, 0.98),
    "timing": (0.94, 0.94),
    "timing horizon": (0.97, 0.94),
    "timing left empty": (0.95, 0.95),
    "authority": (0.92, 0.90),
    "need": (0.92, 0.90),
    "contact": (0.95, 0.95),
    "need left empty": (0.92, 0.90),
    "authority left empty": (0.95, 0.92),
    "intents": (0.95, 0.93),
    "intents left out": (0.98, 0.98),
    # The youngest blind lists hold what is still not heard.
    "opt_out heard": (0.985, 0.98),
    "opt_out not in vain": (0.998, 0.998),
    "delete_data heard": (0.975, 0.97),
    "delete_data not in vain": (0.998, 0.998),
    "abuse heard": (0.95, 0.95),
    "abuse not in vain": (0.998, 0.998),
}


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    messages = [*labelled(), *development_phrases()]
    parts = [messages[start::AT_ONCE] for start in range(AT_ONCE)]
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as processes:
        return list(chain.from_iterable(processes.map(judge, parts)))


@pytest.mark.parametrize(("measure", "floors"), FLOORS.items())
def test_the_labelled_messages_are_understood(
    measure: str, floors: tuple[float, float], verdicts: list[Verdict]
) -> None:
    of_measure = [one for one in verdicts if one.measure == measure]
    unmarked = [one for one in of_measure if one.kind == "unmarked"]

    for some, floor in zip((of_measure, unmarked), floors, strict=True):
        right = sum(one.right for one in some)
        assert right >= floor * len(some), table(of_measure)
