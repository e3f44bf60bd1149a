"""When the office is open, and when nobody is disturbed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import hours
from handlers.business import SAMPLE
from handlers.owners_file import load
from tests.house import SAMPLE_BUSINESS

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-03-10 09:00", "2026-03-10 09:00"),
        ("2026-03-10 07:59", "2026-03-10 08:00"),
        ("2026-03-10 17:30", "2026-03-11 08:00"),
        ("2026-03-14 12:00", "2026-03-16 08:00"),
        ("2026-04-29 18:00", "2026-05-02 08:00"),
    ],
)
def test_the_office_opens_on_the_next_working_day(now: str, opens: str) -> None:
    assert hours.next_opening(SAMPLE_BUSINESS, at(now)) == at(opens)


@pytest.mark.parametrize(
    ("now", "allowed"),
    [
        ("2026-03-10 08:00", "2026-03-10 08:00"),
        ("2026-03-10 20:29", "2026-03-10 20:29"),
        ("2026-03-10 20:30", "2026-03-11 08:00"),
        ("2026-03-11 03:00", "2026-03-11 08:00"),
        ("2026-03-14 21:00", "2026-03-16 08:00"),
        ("2026-02-17 10:00", "2026-02-21 08:00"),
    ],
)
def test_nobody_is_written_to_at_night_on_sundays_or_at_tet(now: str, allowed: str) -> None:
    assert hours.next_allowed(SAMPLE_BUSINESS, at(now)) == at(allowed)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-03-10 09:00", 2, "2026-03-10 09:02"),
        ("2026-03-10 17:29", 2, "2026-03-11 08:01"),
        ("2026-03-10 22:00", 10, "2026-03-11 08:10"),
        ("2026-03-14 11:59", 4, "2026-03-16 08:03"),
        ("2026-02-13 17:30", 2, "2026-02-14 08:02"),
        # Tết 2026 is from Monday the 16th to Friday the 20th of February.
        ("2026-02-14 12:00", 2, "2026-02-21 08:02"),
        # Saturday 22 August 2026 is worked in exchange for Monday the 31st.
        ("2026-08-22 16:00", 60, "2026-08-22 17:00"),
        ("2026-08-29 12:00", 1, "2026-09-03 08:01"),
    ],
)
def test_a_span_of_office_time_passes_over_nights_and_holidays(
    start: str, minutes: int, end: str
) -> None:
    ended = hours.after(SAMPLE_BUSINESS, at(start), timedelta(minutes=minutes))

    assert ended == at(end)
    assert hours.worked(SAMPLE_BUSINESS, at(start), ended) == timedelta(minutes=minutes)


@given(
    st.integers(0, 2 * 365 * 24 * 60),
    st.timedeltas(timedelta(seconds=1), timedelta(hours=40)),
)
def test_office_time_counts_the_same_both_ways(minute: int, span: timedelta) -> None:
    start = at("2026-01-01 00:00") + timedelta(minutes=minute)

    ended = hours.after(SAMPLE_BUSINESS, start, span)

    assert hours.worked(SAMPLE_BUSINESS, start, ended) == span


def test_the_owner_adds_closed_days_and_a_lunch_break() -> None:
    office = SAMPLE_BUSINESS.hours.model_copy(
        update={
            "closed": ((date(2026, 3, 10), date(2026, 3, 11)),),
            "lunch": (time(12), time(13, 30)),
        }
    )
    business = SAMPLE_BUSINESS.model_copy(update={"hours": office})

    assert hours.next_opening(business, at("2026-03-10 09:00")) == at("2026-03-12 08:00")
    assert not hours.is_open(business, at("2026-03-12 12:30"))
    assert hours.after(business, at("2026-03-12 11:59"), timedelta(minutes=2)) == at(
        "2026-03-12 13:31"
    )
    assert hours.next_allowed(business, at("2026-03-10 09:00")) == at("2026-03-12 08:00")
    assert hours.is_free(business, date(2026, 3, 10))


def test_a_company_may_work_on_public_holidays() -> None:
    office = SAMPLE_BUSINESS.hours.model_copy(update={"holidays": "none"})
    business = SAMPLE_BUSINESS.model_copy(update={"hours": office})

    assert hours.is_open(business, at("2026-02-17 09:00"))
    assert hours.is_holiday(date(2026, 2, 17))


def test_a_company_that_answers_day_and_night_is_always_open() -> None:
    business = load(SAMPLE)

    sunday_night = at("2026-02-15 23:59")
    assert hours.is_open(business, sunday_night)
    assert hours.next_opening(business, sunday_night) == sunday_night
    ended = hours.after(business, sunday_night, timedelta(hours=49))
    assert abs(ended - sunday_night - timedelta(hours=49)) < timedelta(milliseconds=1)
