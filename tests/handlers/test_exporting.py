"""/export in chat: to a manager alone, in private, and nothing of it stays with us."""

from __future__ import annotations

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from storage.store import Work
from tests.fakes import Shown, plain_channel
from tests.handlers.test_ladder import WANTS_A_CALL
from tests.house import House

GROUP = "-100"


def rows(shown: Shown) -> list[dict[str, str]]:
    """The sheet that was sent, row by row, by its headings."""
    assert shown.media is not None
    with CalamineWorkbook.from_filelike(BytesIO(shown.media.content)) as book:
        head, *found = book.get_sheet_by_index(0).to_python()
    return [{str(name): str(cell) for name, cell in zip(head, row, strict=True)} for row in found]


async def team(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("minh", "rep", "Minh")


async def test_a_manager_gets_the_leads_as_a_workbook(sqlite_house: House) -> None:
    house = sqlite_house
    await team(house)
    await house.says("khach", WANTS_A_CALL)
    await house.says("khach2", "xin chào")

    sent = await house.says("hoa", "/export")

    assert "2 lead" in sent.text
    assert sent.media is not None
    assert sent.media.name == "khach-hang-20260310-0900.xlsx"
    assert [(one["Mã"], one["SĐT"]) for one in rows(sent)] == [("1.0", "0987 654 321"), ("2.0", "")]


async def test_it_can_be_narrowed_in_plain_words_and_be_csv(sqlite_house: House) -> None:
    house = sqlite_house
    await team(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("khach2", "xin chào")

    sent = await house.says("hoa", "xuất danh sách csv nóng tháng này @minh")
    assert sent.media is not None
    assert sent.media.content.decode("utf-8-sig").count("\n") == 2
    assert "Không có lead nào" in (await house.says("hoa", "/export lạnh @minh")).text
    assert "Đang có: Hoa, Minh" in (await house.says("hoa", "/export @nam")).text


async def test_two_chats_of_one_customer_are_named_in_it(sqlite_house: House) -> None:
    house = sqlite_house
    await team(house)
    await house.says("khach", WANTS_A_CALL)
    await house.says("khach2", WANTS_A_CALL)

    sent = await house.says("hoa", "/export")

    assert [one["Cùng khách với"] for one in rows(sent)] == ["", "1.0"]


@pytest.mark.parametrize("who", ["minh", "khach"])
async def test_nobody_else_gets_it(sqlite_house: House, who: str) -> None:
    house = sqlite_house
    await team(house)
    await house.says("khach", WANTS_A_CALL)

    sent = await house.says(who, "/export")

    assert sent.media is None
    assert "quản lý" in sent.text.lower()


async def test_no_list_goes_to_a_group_nor_lies_in_our_database(sqlite_house: House) -> None:
    house = sqlite_house
    await team(house)
    await house.has_group(GROUP)
    await house.says("khach", WANTS_A_CALL)
    asked = house.message(GROUP, text="/export", sender_id="hoa", group=True)
    await house.hear(asked)
    assert house.channel.last(GROUP).media is None

    await house.says("hoa", "/export")

    def kept(work: Work) -> str:
        return str([line.payload for line in work.transcript.lines("fake", "hoa")])

    assert "0987" not in (await house.store.read(kept)).split("/export")[-1]


async def test_a_channel_that_takes_no_list_says_where_one_is_had(sqlite_house: House) -> None:
    house = sqlite_house.on(plain_channel())
    await house.joins("hoa", "manager", "Hoa")
    assert "run.py export" in (await house.says("hoa", "/export")).text
