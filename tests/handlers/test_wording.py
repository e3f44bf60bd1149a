"""Facts in words: every amount reads back, times are said as people say them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import wording
from scoring.lead import Timing
from scoring.understanding.understand import understand
from tests.fakes import MORNING

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
# People name whole thousands from fifty thousand on.
AMOUNTS = st.integers(50, 90_000_000).map(lambda thousands: thousands * 1_000)


@given(AMOUNTS, st.sampled_from(["vi", "en"]))
def test_every_amount_that_is_written_reads_back_to_itself(amount: int, language: str) -> None:
    written = wording.money(amount, language)

    heard = understand(written, now=MORNING, asked="budget").budget

    assert heard is not None, written
    assert (heard.min, heard.max) == (amount, amount), written


@pytest.mark.parametrize(
    ("said", "vi", "en"),
    [
        ("tháng sau", "trong tháng 4", "in April"),
        ("trong tháng này", "trong tháng 3", "in March"),
        ("trước 20/4", "chậm nhất 19/4", "by 19 Apr"),
        ("tuần sau", "từ 16/3 đến 22/3", "16 Mar to 22 Mar"),
        ("15/3", "ngày 15/3", "on 15 Mar"),
        ("gấp lắm", "càng sớm càng tốt", "as soon as possible"),
        ("chưa vội", "chưa vội", "no hurry"),
    ],
)
def test_a_time_is_said_as_people_say_it(said: str, vi: str, en: str) -> None:
    heard = understand(said, now=MORNING, asked="timing").timing

    assert isinstance(heard, Timing)
    assert wording.timing(heard, "vi") == vi
    assert wording.timing(heard, "en") == en


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (10, "8:00 hôm nay", "8:00 today"),
        (11, "8:00 ngày mai", "8:00 tomorrow"),
        (16, "8:00 Thứ Hai 16/3", "8:00 on Monday 16 Mar"),
    ],
)
def test_an_opening_hour_is_near_or_named(day: int, vi: str, en: str) -> None:
    when = datetime(2026, 3, day, 1, tzinfo=UTC)

    assert wording.moment(when, MORNING, HANOI, "vi") == vi
    assert wording.moment(when, MORNING, HANOI, "en") == en
