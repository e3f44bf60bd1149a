"""When to remind a rep: the moment his words name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.understanding.times.moments import ZONE, besides, moment

NOW = datetime(2026, 3, 10, 10, 0, tzinfo=ZONE)  # a Tuesday


def at(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("mai 9h", at(3, 11)),
        ("mai", at(3, 11)),
        ("chiều mai", at(3, 11, 14)),
        ("3h chiều mai", at(3, 11, 15)),
        ("8h30 sáng mai", at(3, 11, 8, 30)),
        ("mai lúc 4 giờ rưỡi chiều", at(3, 11, 16, 30)),
        ("chieu mai 3h", at(3, 11, 15)),
        ("thứ 5 tuần sau 14h", at(3, 19, 14)),
        ("9:30 sáng thứ 2", at(3, 16, 9, 30)),
        ("20/3 15h30", at(3, 20, 15, 30)),
        ("sau Tết", at(2, 11, year=2027)),
        ("tuần sau", at(3, 16)),
        ("3 ngày nữa", at(3, 13)),
        ("2 tuần", at(3, 24)),
        ("trước thứ 6", at(3, 12)),
        ("tối nay 8h", at(3, 10, 20)),
        ("11h", at(3, 10, 11)),
        ("9h", at(3, 11)),  # gone by today
        ("3h", at(3, 10, 15)),  # nobody is called in the night
        ("30 phút nữa", at(3, 10, 10, 30)),
        ("1 tiếng rưỡi nữa", at(3, 10, 11, 30)),
        ("in 15 minutes", at(3, 10, 10, 15)),
        ("tomorrow 3pm", at(3, 11, 15)),
        ("next Monday at 10:00", at(3, 16, 10)),
    ],
)
def test_words_name_a_moment(words: str, expected: datetime) -> None:
    assert moment(words, NOW) == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("3 ngày nữa gọi lại", "gọi lại"),
        ("gọi chị Hoa lúc 9h mai", "gọi chị Hoa"),
        ("thứ 5 tuần sau 14h, gửi báo giá 3 bộ", "gửi báo giá 3 bộ"),
        ("gọi lại vào ngày 20/3 15h30 nhé", "gọi lại nhé"),
        ("trong 2 tiếng gửi file", "gửi file"),
        ("call Hoa tomorrow 3pm about the price", "call Hoa about the price"),
        ("9h gọi", "gọi"),
        ("30 phút nữa", ""),
        ("gọi lại", "gọi lại"),
    ],
)
def test_what_is_said_beside_the_moment_is_the_reminder(words: str, said: str) -> None:
    assert besides(words, NOW) == said


@pytest.mark.parametrize("words", ["", "gọi lại", "hôm qua", "sáng nay 8h", "hôm nay", "🙂"])
def test_what_is_past_or_no_time_names_none(words: str) -> None:
    assert moment(words, NOW) is None


def test_now_is_read_in_the_zone_of_the_business() -> None:
    just_after_midnight = datetime(2026, 3, 10, 17, 30, tzinfo=UTC)

    assert moment("mai", just_after_midnight) == at(3, 12)


@given(st.text(max_size=80))
def test_a_moment_always_lies_ahead(words: str) -> None:
    named = moment(words, NOW)

    assert named is None or named > NOW
