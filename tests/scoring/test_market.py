"""Which market a lead is in and how large its company is, told from folded words."""

from __future__ import annotations

import pytest

from scoring.market import Market, company_size, market
from scoring.understanding.text import fold


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("phần mềm cho 3 cửa hàng", Market.B2B),
        ("công ty mình cần kế toán", Market.B2B),
        ("we run two restaurants and a hotel", Market.B2B),
        ("bảo hiểm cho gia đình 4 người", Market.B2C),
        ("mua căn hộ để ở", Market.B2C),
        ("a course for my daughter", Market.B2C),
        ("tư vấn giúp em", None),
        ("căn hộ cho gia đình, gần công ty", None),
    ],
)
def test_words_tell_the_market(said: str, expected: Market | None) -> None:
    assert market(fold(said)) is expected


def test_who_names_his_company_buys_for_it() -> None:
    assert market("cho gia dinh nhan vien", names_company=True) is Market.B2B


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("khoảng 20 nhân viên", (20, 20)),
        ("30-50 nhân sự", (30, 50)),
        ("10–50 nhân viên", (10, 50)),
        ("công ty mình 1.200 nhân viên", (1200, 1200)),
        ("cty bên em có 15 người", (15, 15)),
        ("our company is about 40 people", (40, 40)),
        ("gia đình 4 người", None),
        ("3 cửa hàng", None),
    ],
)
def test_words_tell_how_many_work_there(said: str, expected: tuple[int, int] | None) -> None:
    assert company_size(fold(said)) == expected
