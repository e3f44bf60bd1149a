"""A time for a call in people's own words: the hour, or the day, or its part."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.prospect.time_wanted import rather_not, time_wanted

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime(2026, 3, 10, 19, tzinfo=ZONE)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("3h chiều mai", "11 15:00", "11 15:00"),
        ("thứ 5 9h", "12 09:00", "12 09:00"),
        ("thu 5 9h nhe em", "12 09:00", "12 09:00"),
        ("9h30 sáng mai được không", "11 09:30", "11 09:30"),
        ("tomorrow at 3pm", "11 15:00", "11 15:00"),
        ("10h", "11 10:00", "11 10:00"),
        ("sáng mai được không em", "11 06:00", "11 11:59"),
        ("chiều thứ 5", "12 12:00", "12 18:00"),
        ("mai 10h hoặc 11h", "11 10:00", "11 11:00"),
        ("hôm nay bận, mai 9h gọi chị", "11 09:00", "11 09:00"),
    ],
)
def test_an_hour_is_a_moment_and_a_day_is_a_stretch(words: str, first: str, last: str) -> None:
    found = time_wanted(words, EVENING, ZONE)

    assert found is not None
    assert f"{found.first.astimezone(ZONE):%d %H:%M}" == first
    assert f"{found.last.astimezone(ZONE):%d %H:%M}" == last


@pytest.mark.parametrize(
    "words", ["cái số 2", "kế toán", "giá bao nhiêu", "ok em", "", "0912345678"]
)
def test_other_words_name_no_time(words: str) -> None:
    assert time_wanted(words, EVENING, ZONE) is None


def test_a_no_to_the_offer_is_told_from_a_no_to_us() -> None:
    assert rather_not("khong can dau")
    assert rather_not("de sau")
    assert not rather_not("khong mua nua")
    assert not rather_not("khong can lap dat dau")
