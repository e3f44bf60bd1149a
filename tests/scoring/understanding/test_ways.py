"""How something is done is asked idly or wanted; a call, a quote and a meeting are told apart."""

from __future__ import annotations

import pytest

from scoring.understanding.text import fold
from scoring.understanding.wishes.ways import (
    asks_how,
    names_a_call,
    names_a_meeting,
    names_a_quote,
)


@pytest.mark.parametrize(
    ("text", "idly"),
    [
        ("đặt lịch thế nào", True),
        ("có cần đặt cọc không", True),
        ("how do I book a demo", True),
        ("muốn đặt lịch thì làm sao em", False),
        ("cho em đặt lịch kiểu nào cũng được", False),
        ("I want to know how to order", False),
        ("đặt lịch giúp em", False),
    ],
)
def test_who_asks_how_wants_nothing_done(text: str, idly: bool) -> None:
    assert asks_how(fold(text)) is idly


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("gọi cho em nhé", True),
        ("goi cho em nhe", True),
        ("call me back", True),
        ("cho gặp người tư vấn gói này", False),
        ("đừng quên người thật ngồi đó", False),
    ],
)
def test_a_call_is_no_package(text: str, spoken_of: bool) -> None:
    assert names_a_call(text) is spoken_of


def test_a_written_offer_and_a_meeting_are_named() -> None:
    assert names_a_quote(fold("gửi báo giá cho em"))
    assert not names_a_quote(fold("giá bao nhiêu"))
    assert names_a_meeting(fold("xin lịch hẹn"))
    assert not names_a_meeting(fold("lịch sử công ty"))
