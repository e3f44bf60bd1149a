"""A call at a time that is named in passing, before or after the summary, is booked."""

from __future__ import annotations

import pytest

from tests.fakes import Shown
from tests.handlers.test_survey import offered
from tests.house import House

# The clock of the tests stands at 9:00 on Tuesday, 10 March.


def _of_kind(house: House, who: str, words: str) -> list[Shown]:
    return [one for one in house.channel.chat(who) if words in one.text]


async def test_after_the_summary_it_is_booked_for_the_rep_and_told_to_the_prospect(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await offered(house)

    told = await house.says("lan", "thứ 5 tuần sau 9h gọi tôi nhé")

    assert "đã hẹn 9:00 Thứ Năm 19/3, Minh bên em sẽ gọi" in told.text
    assert "chờ vài phút" not in told.text
    assert "9:00 Thứ Năm 19/3" in house.channel.last("minh").text
    sent = next(one for one in reversed(house.channel.sent_to("lan")) if one.file is not None)
    assert "DTSTART:20260319T020000Z" in sent.file.text if sent.file else False
    await house.passes(days=9, minutes=1)
    assert _of_kind(house, "minh", "gọi như đã hẹn"), "the hour has come"


@pytest.mark.parametrize(
    ("words", "booked"),
    [
        ("sáng mai gọi anh nhé 0912345678", "8:00 ngày mai"),
        ("gọi anh lúc 9h30 nhé, 0912345678", "9:30 hôm nay"),
        ("Please call me tomorrow at 3pm, 0912345678", "15:00 tomorrow"),
        ("thôi em nhắn ít thôi, mai chị rảnh 9h gọi nhé 0912345678", "9:00 ngày mai"),
        ("nay đừng gọi nữa nha, mai 9h gọi lại chị 0912345678", "9:00 ngày mai"),
        ("có bảo hành không em? 10h sáng mai gọi anh 0912345678", "10:00 ngày mai"),
    ],
)
async def test_in_the_middle_of_the_questions_it_is_booked_and_they_go_on(
    sqlite_house: House, words: str, booked: str
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    told = await house.says("lan", words)

    assert booked in told.text
    assert "/4 " in told.text, "what is missing is asked next"


async def test_a_time_at_which_nobody_calls_brings_the_nearest_and_says_so(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    told = await house.says("lan", "chủ nhật 9h sáng gọi chị nhé 0912345678")

    assert "không gọi được" in told.text
    assert "đã hẹn 11:00 Thứ Bảy 14/3" in told.text


async def test_without_a_number_it_is_kept_until_there_is_one(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    kept = await house.says("lan", "thứ 5 9h gọi anh nhé")
    told = await house.says("lan", "0912345678")

    assert "muốn được gọi lúc 9:00 Thứ Năm 12/3" in kept.text
    assert "số điện thoại" in kept.text
    assert "đã hẹn 9:00 Thứ Năm 12/3" in told.text


async def test_a_bare_hour_moves_it_within_its_day_and_only_the_new_one_rings(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "thứ 5 tuần sau 9h gọi tôi nhé")

    moved = await house.says("lan", "đổi sang 10h nhé")
    await house.passes(days=9, minutes=30)
    early = len(_of_kind(house, "minh", "gọi như đã hẹn"))
    await house.passes(minutes=31)

    assert "đổi hẹn sang 10:00 Thứ Năm 19/3" in moved.text
    assert early == 0
    assert len(_of_kind(house, "minh", "gọi như đã hẹn")) == 1


@pytest.mark.parametrize(
    "words",
    ["gọi lại cho anh sau 15 phút nữa 0912345678", "hôm qua 9h không thấy ai gọi 0912345678"],
)
async def test_in_a_quarter_of_an_hour_or_in_the_past_nothing_is_booked(
    sqlite_house: House, words: str
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    told = await house.says("lan", words)

    assert "đã hẹn" not in told.text
    assert "đã báo nhân viên" in told.text
