"""/cohort: each week's leads by how long it took to win them, and dashes for what is too early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage.store import Work
from storage.totals import WON
from tests.house import House

# Monday 2 March, and a manager who asks on Wednesday of the fifth week after.
FIRST = datetime(2026, 3, 2, 3, tzinfo=UTC)
ASKED = datetime(2026, 4, 8, 3, tzinfo=UTC)
# Day of arrival, days to the sale (None for none), source.
HISTORY = (
    (0, 2, "fair"),
    (6, 13, "fair"),
    (6, 14, "zalo"),
    (6, None, "zalo"),
    (7, 20, "fair"),
    (20, None, "fair"),
    (35, 1, "fair"),
)


def happen(work: Work) -> None:
    for day, won, source in HISTORY:
        at = FIRST + timedelta(days=day)
        lead = work.leads.create(name="Thuỷ", source=source, now=at)
        if won is not None:
            work.events.record(lead, WON, at + timedelta(days=won), amount=1)
            # Sold to again: a week's leads are won once.
            work.events.record(lead, WON, at + timedelta(days=won + 1), amount=1)


@pytest.fixture
async def house(house: House) -> House:
    house.clock.set(ASKED)
    await house.joins("hoa", "manager", "Hoa")
    await house.store.run(happen)
    return house


async def test_weeks_to_win_are_counted_and_what_is_too_early_is_a_dash(house: House) -> None:
    told = (await house.says("hoa", "bao lau thi thang 2/3-8/4")).text

    assert told.splitlines()[2:6] == [
        "Tuần 6/4: 1 khách, thắng – · – · – · –, đến nay 1",
        "Tuần 16/3: 1 khách, thắng 0 · 0 · – · –, đến nay 0",
        "Tuần 9/3: 1 khách, thắng 0 · 0 · – · –, đến nay 1",
        "Tuần 2/3: 4 khách, thắng 1 · 2 · 3 · –, đến nay 3",
    ]
    assert "Thuỷ" not in told


async def test_of_one_source_and_in_english(house: House) -> None:
    told = (await house.says("hoa", "/cohort 2/3-8/4 nguồn=zalo")).text
    await house.says("hoa", "/lang en")
    english = (await house.says("hoa", "/cohort 2/3-8/4 source=zalo")).text

    assert "Tuần 2/3: 2 khách, thắng 0 · 0 · 1 · –, đến nay 1" in told
    assert "Week of 2/3: 2 leads, won 0 · 0 · 1 · –, so far 1" in english


async def test_of_a_year_the_last_quarter_is_told(house: House) -> None:
    told = (await house.says("hoa", "/cohort 9/4/2025-8/4/2026")).text
    earlier = (await house.says("hoa", "/cohort 9/4/2025-5/7/2026")).text

    assert told.count("Tuần ") == 4
    assert "Tuần 2/3" not in earlier
    assert "Tuần 6/4" in earlier


async def test_where_nobody_came_it_says_so(house: House) -> None:
    assert "Chưa có khách mới nào" in (await house.says("hoa", "/cohort hôm nay")).text
