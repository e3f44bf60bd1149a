"""Tests of the look for columns that know the outcome."""

from __future__ import annotations

from dataclasses import replace

from scoring.learned.history import History
from scoring.learned.leakage import suspicions
from tests.scoring.learned.made_up import history


def _with_column(known: History, name: str, cells: list[str]) -> History:
    rows = [(*row, cell) for row, cell in zip(known.rows, cells, strict=True)]
    return replace(known, names=(*known.names, name), rows=rows)


def test_an_honest_history_raises_no_suspicion() -> None:
    assert suspicions(history(500)) == ()


def test_a_column_that_tells_the_outcome_is_named() -> None:
    honest = history(500)
    status = ["Đã chốt" if won else "Từ chối" for won in honest.outcomes]

    (found,) = suspicions(_with_column(honest, "status", status))

    assert found.name == "status"
    assert "AUC 1.00" in found.why


def test_so_is_a_number_whose_size_tells_it() -> None:
    honest = history(500)
    paid = [str(1_000 + i if won else i) for i, won in enumerate(honest.outcomes)]

    assert [found.name for found in suspicions(_with_column(honest, "paid", paid))] == ["paid"]


def test_a_column_filled_for_one_outcome_only_is_named_even_where_it_is_seldom_filled() -> None:
    honest = history(500)
    contract = [f"HD-{i}" if won and i % 4 == 0 else "" for i, won in enumerate(honest.outcomes)]

    (found,) = suspicions(_with_column(honest, "contract", contract))

    assert found.why == "filled only where the lead was won"


def test_a_few_filled_cells_of_one_outcome_are_luck() -> None:
    honest = history(500)
    first_lost = [i for i, won in enumerate(honest.outcomes) if not won][:4]
    note = ["x" if i in first_lost else "" for i in range(500)]

    assert suspicions(_with_column(honest, "note", note)) == ()
