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


def _notes(honest: History, won_from: int, lost_from: int) -> list[str]:
    """Of each ten rows the later ones are noted as closed or as lost to another."""
    return [
        ("closed" if i % 10 >= won_from else "open")
        if won
        else ("lost to another" if i % 10 >= lost_from else "open")
        for i, won in enumerate(honest.outcomes)
    ]


def test_notes_that_are_sure_of_some_won_and_of_some_lost_are_named() -> None:
    honest = history(500)

    (found,) = suspicions(_with_column(honest, "notes", _notes(honest, 6, 5)))

    assert found.name == "notes"
    assert found.why.endswith("have a value that hardly any of the others has")


def test_a_value_that_knows_one_outcome_alone_may_be_honest() -> None:
    honest = history(500)

    assert suspicions(_with_column(honest, "contract", _notes(honest, 10, 5))) == ()
    assert suspicions(_with_column(honest, "referred", _notes(honest, 6, 10))) == ()
