"""Laws of the money grammar: it holds for any spelling, any sum we write, any text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import Budget
from scoring.understanding.heard import OtherNumber
from scoring.understanding.money import budget
from scoring.understanding.text import read
from scoring.understanding.word_list import listed
from tests.scoring.understanding.test_amounts import OFFER, REPEATED_OR_FOREIGN, SUMS
from tests.scoring.understanding.test_budget import NO_BUDGET, REFUSED, UNKNOWN
from tests.work import LINEAR, growth

PHRASES = [
    *(one[0] for one in SUMS),
    *(one[0] for one in REPEATED_OR_FOREIGN),
    *(one[0] for one in UNKNOWN),
    *(one[0] for one in REFUSED),
    *NO_BUDGET,
]
PIECES = listed(
    """
    tầm, khoảng, dưới, trên, hơn, gần, từ, đến, -, ~, 5, 50, 1.5, triệu, tr, tỷ, k, đồng, usd, $,
    rưỡi, hai, ba, năm, nam, tam, toi, cu, củ, chai, vài, mấy, trăm, chục, mươi, không phải, nhầm,
    ngân sách, bên kia báo, mỗi tháng, /, %, m2, x, half, million, a, và, ., (, +, ±, 0901234567, 😀
    """
)
WORDS = st.sampled_from([*PIECES, ",", "1,200", "\ud800", "\u0301", "\n"])
UNITS = {"tỷ": 1_000_000_000, "triệu": 1_000_000, "k": 1_000, "đ": 1}
LONGEST = 0.1  # seconds of processor time; 0.02 on an idle machine
ADVERSARIAL = [
    *("1tr", "(", "1tr 1tr ", "không ", "hai ", "1 ", "1-", "trăm ", "mỗi tháng ", "tối đa "),
    *("ngân sách 5tr ", "không phải 5 triệu, ", "1 tỷ 2 ", "/tháng", "mới đúng 5tr ", "1.000"),
]


def _said(text: str) -> tuple[object, ...] | None:
    heard, _ = budget.find(read(text), asked="budget", offer_range=OFFER)
    if heard is None:
        return None
    return heard.status, heard.min, heard.max, heard.currency, heard.period, heard.per


def _written(amount: int) -> str:
    """A sum as our own sentences write it: 50 triệu, 1,2 tỷ, 500k, 1.200.500 đ."""
    for unit, scale in (("tỷ", 1_000_000_000), ("triệu", 1_000_000)):
        if amount >= scale and amount * 100 % scale == 0:
            return f"{amount / scale:.2f}".rstrip("0").rstrip(".").replace(".", ",") + f" {unit}"
    if amount % 1_000 == 0 and amount < 1_000_000:
        return f"{amount // 1_000}k"
    return f"{amount:,}".replace(",", ".") + " đ"


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_means_the_same_however_it_is_typed(phrase: str) -> None:
    meant = _said(phrase)

    assert _said(unicodedata.normalize("NFD", phrase)) == meant
    assert _said(phrase.upper()) == meant
    assert _said(phrase.lower()) == meant
    assert _said(phrase.replace(" ", "  ")) == meant


@given(st.integers(1, 2_000_000).map(lambda thousands: thousands * 1_000))
def test_every_sum_we_write_reads_back(amount: int) -> None:
    heard, _ = budget.find(read(_written(amount)), asked="budget", offer_range=OFFER)

    assert heard is not None
    assert (heard.min, heard.max) == (amount, amount)


@given(st.integers(1, 999), st.sampled_from(sorted(UNITS)))
def test_a_whole_number_of_a_unit_reads_back(count: int, unit: str) -> None:
    heard, _ = budget.find(read(f"ngân sách {count} {unit}"))

    assert heard is not None
    assert (heard.min, heard.max) == (count * UNITS[unit], count * UNITS[unit])


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)),
    st.sampled_from(["budget", "timing", None]),
)
def test_any_text_is_read_and_every_span_is_true(message: str, asked: str | None) -> None:
    heard, others = budget.find(read(message), asked=asked, offer_range=OFFER)

    _check(message, heard, others)


def _check(message: str, heard: Budget | None, others: tuple[OtherNumber, ...]) -> None:
    if heard is not None:
        start, end = heard.span
        assert 0 <= start < end <= len(message)
        assert message[start:end] == heard.text
        assert 0 < heard.confidence <= 1
        assert heard.min is None or heard.max is None or heard.min <= heard.max
    for other in others:
        start, end = other.span
        assert 0 <= start < end <= len(message)


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_twice_as_long_a_line_of_one_kind_is_twice_the_work(piece: str) -> None:
    line = piece * (2_000 // len(piece))

    assert growth(lambda text: budget.find(read(text), asked="budget", offer_range=OFFER), line) < (
        LINEAR
    )
