"""Tests of which columns are not worth learning from."""

from __future__ import annotations

from random import Random

import pytest

from scoring.learned.history import History, drop_useless

ROWS = 200
RANDOM = Random(1)
UNSORTED = RANDOM.sample(range(1_000, 9_000), ROWS)


def _one_column(name: str, cells: list[str]) -> History:
    return History("bought", "yes", (name,), [(cell,) for cell in cells], [True, False] * 100)


@pytest.mark.parametrize(
    ("name", "cells", "why"),
    [
        ("note", [""] * ROWS, "empty"),
        ("country", ["VN", "vn "] * 100, "always the same"),
        ("row", [str(i) for i in range(ROWS)], "a running number or id"),
        ("ticket", [str(9_000 - 3 * i) for i in range(ROWS)], "a running number or id"),
        ("lead id", [str(value) for value in UNSORTED], "a running number or id"),
        ("ref", [f"a{value}" for value in UNSORTED], "another text in nearly every row"),
        # Groups of repeated rows, numbered by the first of each.
        ("group", [str(i if i % 5 else i // 2) for i in range(ROWS)], "a running number or id"),
    ],
)
def test_a_column_that_cannot_help_is_dropped_with_the_reason(
    name: str, cells: list[str], why: str
) -> None:
    kept, dropped = drop_useless(_one_column(name, cells))

    assert kept.names == ()
    assert dropped[0].why.startswith(why)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("price", [str(value) for value in UNSORTED]),
        ("flag", ["0", "1"] * 100),
        ("visits", [str(i % 20) for i in range(ROWS)]),
        ("filled at times", ["x", ""] * 100),
        ("pages", [f"{value / 7:.3f}" for value in UNSORTED]),
    ],
)
def test_a_column_that_may_help_stays(name: str, cells: list[str]) -> None:
    kept, dropped = drop_useless(_one_column(name, cells))

    assert kept.names == (name,)
    assert dropped == ()
