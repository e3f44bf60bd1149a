"""What stands on a button may be typed, on every card; and a person is on every card."""

from __future__ import annotations

import pytest

from tests.fakes import FakeChannel, plain_channel
from tests.handlers.test_survey import offered
from tests.house import House


@pytest.fixture(params=["rich", "plain"])
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return plain_channel() if request.param == "plain" else FakeChannel()


@pytest.mark.parametrize(
    ("asked", "typed", "answered"),
    [
        ("/xoa", "Giữ lại", "giữ lại như cũ"),
        ("/xoa", "xoá hết", "đã xoá hết"),
    ],
)
async def test_the_words_of_a_button_press_it(
    sqlite_house: House, asked: str, typed: str, answered: str
) -> None:
    await sqlite_house.starts("lan")
    await sqlite_house.says("lan", "kế toán")
    await sqlite_house.says("lan", asked)

    assert answered in (await sqlite_house.says("lan", typed)).text


async def test_a_line_of_the_summary_is_put_right_by_the_words_of_its_button(
    sqlite_house: House,
) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.starts("lan")
    for answer in ("kế toán", "trong tuần này", "30 triệu", "tôi tự quyết", "0912345678"):
        summary = await sqlite_house.says("lan", answer)

    asked = await sqlite_house.says("lan", "sửa: ngân sách")

    assert "Gặp nhân viên" in summary.text + "".join(summary.labels)
    assert "Ngân sách dự kiến" in asked.text


async def test_the_survey_is_put_off_by_words_and_shows_the_way_to_a_person(
    sqlite_house: House,
) -> None:
    await offered(sqlite_house)

    first = await sqlite_house.says("lan", "Được, hỏi đi")
    told = await sqlite_house.says("lan", "gặp nhân viên")

    assert "Gặp nhân viên" in first.text + "".join(first.labels)
    assert "nhân viên" in told.text


async def test_a_number_with_too_few_digits_is_said_back_without_the_words_around_it(
    sqlite_house: House,
) -> None:
    await sqlite_house.starts("lan")
    for answer in ("kế toán", "trong tuần này", "30 triệu", "tôi tự quyết"):
        await sqlite_house.says("lan", answer)

    told = await sqlite_house.says("lan", "số chị là không chín một 345678 nha")

    assert "số 345678 chưa đúng" in told.text
