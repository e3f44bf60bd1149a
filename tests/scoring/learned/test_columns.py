"""Tests of how values become parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.learned.columns import learn_column, level_of, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        (" -0.5 ", -0.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567.0),
        ("2,5", 2.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("nan", None),
        ("inf", None),
        ("1_000", None),
        ("1e999", None),
        ("12 ngày", None),
        ("", None),
    ],
)
def test_a_cell_is_a_number_only_where_it_reads_as_one(text: str, value: float | None) -> None:
    assert number(text) == value


def test_one_value_has_one_spelling() -> None:
    assert level_of(" Google ") == level_of("google")
    assert level_of("1.0") == level_of("1")
    assert level_of("Hà Nội") == level_of("Hà Nội")


def test_numbers_fall_into_bins_that_hold_about_as_many() -> None:
    column = learn_column("visits", {str(value): 1 for value in range(240)})

    sizes = [0] * column.size
    for value in range(240):
        part = column.part(str(value))
        assert part is not None
        sizes[part] += 1

    assert column.bins == 24
    assert max(sizes) - min(sizes) <= 1


def test_a_very_common_number_has_a_bin_of_its_own() -> None:
    column = learn_column("days", {"-1": 900, **{str(value): 1 for value in range(100)}})

    assert column.part("-1") == 0
    assert column.part("0") == 1


def test_rare_values_are_pooled_and_take_unknown_ones_in() -> None:
    column = learn_column("source", {"Google": 50, "Zalo": 40, "Báo": 1, "Đài": 2})

    assert column.levels == ("Google", "Zalo")
    assert column.part("báo") == column.part("never seen") == 2


def test_an_unknown_value_has_no_part_where_nothing_was_pooled() -> None:
    column = learn_column("source", {"Google": 50, "Zalo": 40})

    assert column.part("Đài") is None


def test_blank_and_odd_words_among_numbers_are_values_too() -> None:
    column = learn_column("visits", {"": 50, "unknown": 3, **{str(n): 10 for n in range(20)}})

    assert column.numeric
    assert column.part("") == column.bins
    assert column.part("unknown") == column.bins + 1


def test_labels_name_the_range_as_people_write_it() -> None:
    whole = learn_column("visits", {str(value): 100 for value in range(48)})
    broken = learn_column("pages", {f"{value}.5": 100 for value in range(48)})

    assert whole.label([0]) == "< 2"
    assert whole.label([1]) == "2–3"
    assert whole.label([1, 2]) == "2–5"
    assert whole.label([23]) == "≥ 46"
    assert broken.label([1]) == "2.5–4.5"


def test_levels_that_share_a_group_are_named_up_to_three() -> None:
    column = learn_column("visits", {"": 50, **{str(n): 100 for n in range(48)}})
    cities = learn_column("city", {name: 20 - i for i, name in enumerate("abcde")})

    assert column.label([0, 1, column.bins]) == "< 4/blank"
    assert cities.label([0, 3]) == "a/d"
    assert cities.label([0, 1, 2, 4]) == "a/b/c/…"


@given(st.lists(st.text(max_size=5), min_size=1, max_size=60), st.text(max_size=5))
def test_every_text_has_a_part_inside_the_column_or_none(seen: list[str], asked: str) -> None:
    column = learn_column("any", {text: seen.count(text) for text in seen})

    part = column.part(asked)

    assert part is None or 0 <= part < column.size
    assert all(column.part(text) is not None for text in seen)
    assert all(column.label([i]) for i in range(column.size))


@given(st.lists(st.integers(-1000, 1000), min_size=3, max_size=80))
def test_a_greater_number_never_falls_in_a_lower_bin(values: list[int]) -> None:
    column = learn_column("any", {str(value): values.count(value) for value in values})
    if not column.numeric:
        return

    parts = [column.part(str(value)) or 0 for value in sorted(values)]

    assert parts == sorted(parts)
