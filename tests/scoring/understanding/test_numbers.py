"""Number phrases: what they are worth, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.understanding.money import numbers
from scoring.understanding.money.numbers import value_of
from scoring.understanding.text import read

WRITTEN = [
    ("1500", 1500),
    ("1.500", 1500),
    ("1,500", 1500),
    ("2,350,000", 2_350_000),
    ("50.000.000", 50_000_000),
    ("1.5", 1.5),
    ("1,5", 1.5),
    ("0.500", 0.5),
    ("0,8", 0.8),
    ("12,55", 12.55),
    ("1,500.50", 1500.5),
    ("1.500,5", 1500.5),
    ("1.234.567.890", 1_234_567_890),
]
NOT_WRITTEN = ["0901.234.567", "12.34.56", "1" * 40, "1.000" * 20]

# The phrase, from, to; it must take the whole text.
SPOKEN = [
    ("một", 1, 1),
    ("mười", 10, 10),
    ("mười lăm", 15, 15),
    ("hai mươi mốt", 21, 21),
    ("hai mươi tư", 24, 24),
    ("ba mươi", 30, 30),
    ("hăm lăm", 25, 25),
    ("hai nhăm", 25, 25),
    ("tám lăm", 85, 85),
    ("bốn lăm", 45, 45),
    ("ba tư", 34, 34),
    ("trăm hai", 120, 120),
    ("ba trăm tư", 340, 340),
    ("bốn trăm rưỡi", 450, 450),
    ("trăm rưỡi", 150, 150),
    ("một trăm linh năm", 105, 105),
    ("một trăm lẻ tám", 108, 108),
    ("hai trăm năm mươi", 250, 250),
    ("trăm hai lăm", 125, 125),
    ("chục", 10, 10),
    ("bảy chục", 70, 70),
    ("5 chục", 50, 50),
    ("3 trăm", 300, 300),
    ("2 trăm 5 chục", 250, 250),
    ("6 7 chục", 60, 70),
    ("sáu bảy chục", 60, 70),
    ("tám chín trăm", 800, 900),
    ("ba mươi mấy", 30, 39),
    ("mười mấy", 11, 19),
    ("3x", 30, 39),
    ("vài", 2, 9),
    ("mấy chục", 20, 90),
    ("vài trăm", 200, 900),
    ("vài ba", 2, 3),
    ("dăm ba", 3, 5),
    ("dăm bảy chục", 50, 70),
    ("đôi ba chục", 20, 30),
    ("75 000 000", 75_000_000, 75_000_000),
    ("hai muoi lam", 25, 25),
    ("bay chuc", 70, 70),
    ("tram bon", 140, 140),
    ("nam tram", 500, 500),
    ("twenty-five", 25, 25),
    ("two and a half", 2.5, 2.5),
    ("three point five", 3.5, 3.5),
    ("a hundred and fifty", 150, 150),
    ("three hundred", 300, 300),
    ("half a", 0.5, 0.5),
    ("a few hundred", 200, 900),
]
# In front of a unit these words count; what they are worth there.
BEFORE_UNIT = [
    ("năm triệu", 5, 5),
    ("nam trieu", 5, 5),
    ("tam trieu", 8, 8),
    ("hai ba triệu", 2, 3),
    ("một hai triệu", 1, 2),
    ("năm bảy triệu", 5, 7),
    ("hai tám triệu", 28, 28),
    ("hai mươi năm triệu", 25, 25),
    ("hai mấy triệu", 20, 29),
    ("a million", 1, 1),
    ("two million", 2, 2),
]
NO_NUMBER = ["tư vấn", "năm nay", "ba mẹ", "sau tết", "tu van", "tên", "a lô"]


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_dots_and_commas_part_thousands_or_decimals(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize("written", NOT_WRITTEN)
def test_other_groups_of_digits_are_no_number(written: str) -> None:
    assert value_of(written) is None


@pytest.mark.parametrize(("phrase", "low", "high"), SPOKEN)
def test_a_phrase_is_read_to_its_end(phrase: str, low: float, high: float) -> None:
    text = read(phrase)

    found = numbers.find(text)

    assert [(one.low, one.high) for one in found] == [(low, high)]
    assert (found[0].first, found[0].last) == (0, len(text.tokens) - 1)


@pytest.mark.parametrize(("phrase", "low", "high"), BEFORE_UNIT)
def test_a_word_with_other_meanings_counts_before_a_unit(
    phrase: str, low: float, high: float
) -> None:
    found = numbers.find(read(phrase))

    assert [(one.low, one.high) for one in found] == [(low, high)]


@pytest.mark.parametrize("phrase", NO_NUMBER)
def test_words_that_only_sound_like_digits_are_left(phrase: str) -> None:
    assert numbers.find(read(phrase)) == ()


def test_about_and_eight_are_told_apart_by_what_follows() -> None:
    eighty, about_two = numbers.find(read("tam muoi trieu")), numbers.find(read("tam hai trieu"))

    assert [one.low for one in eighty] == [80]
    assert [one.low for one in about_two] == [2]


@given(st.integers(1, 999_999_999))
def test_digits_grouped_by_dots_are_worth_the_same(value: int) -> None:
    assert value_of(f"{value:,}".replace(",", ".")) == value


@given(st.text())
def test_reading_numbers_never_fails_and_moves_on(message: str) -> None:
    found = numbers.find(read(message))

    assert all(before.last < after.first for before, after in pairwise(found))
