"""Facts in words: every amount reads back, times are said as people say them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import time_words, wording
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
        ("tuần sau", "trong tuần, từ 16/3 đến 22/3", "in the week of 16 Mar to 22 Mar"),
        ("cuối tuần này", "cuối tuần 14/3 và 15/3", "on the weekend of 14 Mar and 15 Mar"),
        ("tuần đầu tháng 4", "từ 1/4 đến 7/4", "1 Apr to 7 Apr"),
        # What was told as a length is known roughly, the longer the more so.
        ("1 tháng nữa", "khoảng giữa tháng 4", "around mid-April"),
        ("2 tuần nữa", "khoảng 24/3", "around 24 Mar"),
        ("nửa tháng nữa", "khoảng 25/3", "around 25 Mar"),
        ("2 ngày nữa", "ngày 12/3", "on 12 Mar"),
        ("nửa năm nữa", "khoảng giữa tháng 9/2026", "around mid-September 2026"),
        ("2-3 tháng nữa", "khoảng tháng 5 đến tháng 6", "around May to June"),
        ("vài tuần nữa", "khoảng từ 24/3 đến 14/4", "around 24 Mar to 14 Apr"),
        ("trong vòng 1 tháng", "chậm nhất giữa tháng 4", "by mid-April"),
        ("trong 2 tuần", "chậm nhất 24/3", "by 24 Mar"),
        ("khoảng 20/4", "khoảng 20/4", "around 20 Apr"),
        # Months, their parts, quarters and years have names.
        ("đầu tháng sau", "đầu tháng 4", "early April"),
        ("giữa tháng 4", "giữa tháng 4", "mid-April"),
        ("cuối tháng này", "cuối tháng 3", "late March"),
        ("tháng 5-6", "từ tháng 5 đến tháng 6", "May to June"),
        ("quý 3", "trong quý 3", "in Q3"),
        ("đầu năm sau", "từ tháng 1 đến tháng 3/2027", "January to March 2027"),
        ("năm sau", "trong năm 2027", "in 2027"),
        ("trong năm nay", "từ nay đến hết năm 2026", "between now and the end of 2026"),
        ("trước cuối tháng", "chậm nhất cuối tháng 3", "by the end of March"),
        ("từ tháng 5", "từ tháng 5", "from May"),
        ("sau Tết", "sau Tết, từ 11/2/2027", "after Tết, from 11 Feb 2027"),
        ("trước Tết", "trước Tết, chậm nhất 5/2/2027", "before Tết, by 5 Feb 2027"),
        ("15/3", "ngày 15/3", "on 15 Mar"),
        ("gấp lắm", "càng sớm càng tốt", "as soon as possible"),
        ("chưa vội", "chưa vội", "no hurry"),
    ],
)
def test_a_time_is_said_as_people_say_it(said: str, vi: str, en: str) -> None:
    heard = understand(said, now=MORNING, asked="timing").timing

    assert isinstance(heard, Timing)
    assert time_words.timing(heard, "vi") == vi
    assert time_words.timing(heard, "en") == en


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
