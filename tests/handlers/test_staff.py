"""The team's side of the chat: who sees what, old cards, people who left."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from handlers.channel import Kind
from tests.house import House


async def _asks_to_be_called(house: House) -> None:
    await house.says("lan", "Tôi muốn đặt hàng, gọi 0987 654 321")


async def test_the_number_is_masked_until_the_lead_is_claimed(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _asks_to_be_called(sqlite_house)

    before = await sqlite_house.says("minh", "/lead 1")
    await sqlite_house.taps("minh", "✋ Nhận")
    after = await sqlite_house.says("minh", "/lead 1")

    assert "0987 ••• 321" in before.text
    assert "0987 654 321" in after.text


async def test_a_manager_sees_the_number_and_the_list_names_its_page(sqlite_house: House) -> None:
    await sqlite_house.joins("hoa", "manager", "Hoa")
    await _asks_to_be_called(sqlite_house)

    assert "0987 654 321" in (await sqlite_house.says("hoa", "/lead 1")).text
    assert "trang 1" in (await sqlite_house.says("hoa", "/leads nóng")).text


async def test_a_command_without_its_number_says_what_is_missing(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")

    assert "/lead 12" in (await sqlite_house.says("minh", "/lead")).text
    assert "/won 12" in (await sqlite_house.says("minh", "/won")).text
    assert "Không thấy" in (await sqlite_house.says("minh", "/lead 99")).text


async def test_an_old_card_of_a_closed_lead_says_so(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _asks_to_be_called(sqlite_house)
    await sqlite_house.taps("minh", "✋ Nhận")
    card = sqlite_house.channel.chat("minh")[-1]
    await sqlite_house.says("minh", "/won 1 25 triệu")

    for label in ("📞 Đã gọi", "🏆 Thắng", "✖ Thua"):
        assert "đã khép lại" in (await sqlite_house.taps("minh", label, on=card)).text
    assert "đã khép lại" in (await sqlite_house.says("minh", "/lost 1")).text


async def test_who_has_left_the_team_is_refused_at_once(
    sqlite_house: House, sqlite_url: str
) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _asks_to_be_called(sqlite_house)
    card = sqlite_house.channel.last("minh")
    with sqlite3.connect(Path(sqlite_url.removeprefix("sqlite:///"))) as database:
        database.execute("UPDATE staff SET active = 0")

    assert "chỉ dành cho" in (await sqlite_house.says("minh", "/leads")).text
    assert "chỉ dành cho" in (await sqlite_house.taps("minh", "✋ Nhận", on=card)).text
    assert await sqlite_house.store.read(lambda work: work.lead_lists.count()) == 1


async def test_every_look_at_a_lead_is_kept(sqlite_house: House, sqlite_url: str) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _asks_to_be_called(sqlite_house)

    await sqlite_house.says("minh", "/lead 1")
    await sqlite_house.says("minh", "/why 1")
    await sqlite_house.says("minh", "/leads")
    await sqlite_house.says("minh", "/find 321")

    with sqlite3.connect(Path(sqlite_url.removeprefix("sqlite:///"))) as database:
        views = database.execute("SELECT who, lead_id FROM audit WHERE action = 'view'").fetchall()
        lists = database.execute("SELECT who, detail FROM audit WHERE action = 'list'").fetchall()
        words = database.execute("SELECT detail FROM audit WHERE action = 'find'").fetchall()
    assert views == [("staff:1", 1), ("staff:1", 1)]
    assert lists == [("staff:1", "#1"), ("staff:1", "#1")]
    assert words == [("",)], "whom somebody looks for is not kept"


async def test_start_by_a_member_shows_what_he_may_type(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")

    shown = await sqlite_house.starts("minh", "T11-POS")

    assert "/leads" in shown.text
    assert await sqlite_house.store.read(lambda work: work.lead_lists.count()) == 0


async def test_a_stranger_with_a_forged_button_meets_no_card(sqlite_house: House) -> None:
    await _asks_to_be_called(sqlite_house)

    await sqlite_house.hear(sqlite_house.message("thief", Kind.BUTTON, button="1:claim:1"))

    assert "chỉ dành cho" in sqlite_house.channel.last("thief").text


async def test_a_prospect_is_refused_in_his_own_language(sqlite_house: House) -> None:
    await sqlite_house.says("mike", "hello, I need an accounting software for my shop")

    refused = await sqlite_house.says("mike", "/leads")

    assert refused.text == "Only the sales rep may do this."


async def test_a_prospect_who_tries_a_command_is_not_reminded(sqlite_house: House) -> None:
    await sqlite_house.starts("lan")
    await sqlite_house.says("lan", "đồng ý")
    await sqlite_house.says("lan", "/stats")

    await sqlite_house.passes(minutes=11)

    assert "chỉ dành cho" in sqlite_house.channel.last("lan").text
