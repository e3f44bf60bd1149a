"""A rep's day in chat: lists, finding, dates, meetings, handing over, being away, the briefings."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from tests.fakes import Shown
from tests.handlers.test_ladder import WANTS_A_CALL, at, cards
from tests.house import House


async def _has_a_lead(house: House, name: str = "Trần Thị Hoà") -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.joins("hoa", "manager", "Hoa")
    await house.says("khach", WANTS_A_CALL, sender_name=name)
    await house.taps("minh", "✋ Nhận")


@pytest.mark.parametrize("words", ["/find hoa", "/find HOÀ", "tìm hoà", "/find 321", "/find #1"])
async def test_a_lead_is_found_by_name_number_or_id(sqlite_house: House, words: str) -> None:
    await _has_a_lead(sqlite_house)

    assert "#1" in (await sqlite_house.says("minh", words)).text


async def test_nobody_finds_what_is_another_reps(sqlite_house: House) -> None:
    await _has_a_lead(sqlite_house)

    assert "Không tìm thấy" in (await sqlite_house.says("lan", "/find hoa")).text
    assert "Không tìm thấy" in (await sqlite_house.says("lan", "/find 321")).text
    assert "Không thấy" in (await sqlite_house.says("lan", "/find #1")).text
    assert "#1" in (await sqlite_house.says("hoa", "/find 321")).text


@pytest.mark.parametrize(
    ("words", "told", "rings"),
    [
        ("/next 1 mai 9h", "9:00 ngày mai", "2026-03-11 09:00"),
        ("/next 1 thứ 5 tuần sau", "19/3", "2026-03-19 09:00"),
        ("hẹn lại 1 30 phút nữa", "9:30 hôm nay", "2026-03-10 09:30"),
    ],
)
async def test_a_next_date_in_words_rings_then(
    sqlite_house: House, words: str, told: str, rings: str
) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    assert told in (await house.says("minh", words)).text
    house.clock.set(at(rings))
    await house.passes()

    rung = [one for one in house.channel.chat("minh") if "15" in " ".join(one.labels)]
    assert len(rung) == 1
    assert "#1" in rung[0].text


async def test_a_date_is_asked_for_and_answered_in_words(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    await house.says("minh", "/next 1")
    assert "chưa hiểu ngày giờ" in (await house.says("minh", "blorp")).text
    assert "9:00 ngày mai" in (await house.says("minh", "mai 9h")).text


async def test_a_far_date_is_shown_to_the_manager(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    await house.says("minh", "/next 1 sau Tết")

    assert "khá xa" in house.channel.last("hoa").text


async def test_a_meeting_is_chosen_from_a_list_of_free_times(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    slots = await house.taps("minh", "📅 Hẹn")
    first = slots.labels[0]
    told = await house.taps("minh", first)
    again = await house.taps("minh", "📅 Hẹn", on=_card(house))

    assert "10:30 hôm nay" in first
    assert "Đã hẹn lead #1 lúc 10:30 hôm nay" in told.text
    assert first not in again.labels, "taken"


def _card(house: House) -> Shown:
    return next(one for one in reversed(house.channel.chat("minh")) if "📅 Hẹn" in one.labels)


async def test_everything_a_rep_does_to_a_lead_is_also_a_button(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    shown = await house.says("minh", "xem lead 1")

    for label in ("📞", "📵", "💬", "🕘", "📅", "📝", "🏆", "✖", "↪", "↩"):
        assert any(one.startswith(label) for one in shown.labels), label
    assert "Đã gọi" not in shown.text
    await house.taps("minh", "📝", on=shown)
    await house.says("minh", "khách thích màu xanh")
    assert "📝 Minh: khách thích màu xanh" in (await house.says("minh", "/lead 1")).text


async def test_a_lead_is_handed_over_with_its_card(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)

    await house.taps("minh", "↪ Chuyển")
    await house.taps("minh", "Lan")

    assert "0987 654 321" in cards(house, "lan")[-1]
    assert "0987 654 321" not in cards(house, "minh")[-1]
    his = next(one for one in house.channel.chat("lan") if "📞 Đã gọi" in one.labels)
    assert "không thuộc" in (await house.taps("minh", "📞 Đã gọi", on=his)).text
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.rep_id == 2


async def test_who_is_off_gets_no_lead_until_he_is_back(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")

    assert "14:00 hôm nay" in (await house.says("minh", "nghỉ tới 14h")).text
    await house.says("k1", WANTS_A_CALL)
    assert (len(cards(house, "minh")), len(cards(house, "lan"))) == (0, 1)
    await house.says("minh", "/on")
    await house.says("k2", WANTS_A_CALL)
    assert len(cards(house, "minh")) == 1


async def test_the_menu_does_by_a_tap_what_is_done_most(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)

    menu = await house.says("minh", "/menu")
    assert "#1" in (await house.taps("minh", "📋 Khách của tôi", on=menu)).text
    assert "chưa có" in (await house.taps("minh", "📅 Việc hôm nay", on=menu)).text.lower()
    assert "nghỉ tới" in (await house.taps("minh", "🌴 Nghỉ hết hôm nay", on=menu)).text
    away = await house.says("minh", "/menu")
    await house.taps("minh", "💪 Làm lại", on=away)

    member = await house.store.read(lambda work: work.team.member(1))
    assert member is not None
    assert not member.is_away(house.clock.now())


async def test_chips_narrow_the_list_in_place(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)
    await house.says("minh", "/next 1 30 phút nữa")
    await house.passes(minutes=31)

    shown = await house.says("minh", "/leads")
    assert {"Nóng", "Quá hạn", "Hôm nay"} <= set(shown.labels)
    assert "#1" in (await house.taps("minh", "Quá hạn", on=shown)).text
    await house.says("minh", "/called 1")
    assert "Chưa có lead" in (await house.says("minh", "/leads quá hạn")).text


async def test_an_undone_reminder_climbs_to_the_manager_once(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)
    await house.taps("minh", "📞 Đã gọi")
    await house.says("minh", "/next 1 30 phút nữa")
    await house.passes(minutes=30)

    await house.passes(hours=1, minutes=59)
    before = [one for one in house.channel.chat("hoa") if "chưa làm" in one.text]
    await house.passes(minutes=2)
    await house.passes(minutes=2)

    climbed = [one for one in house.channel.chat("hoa") if "chưa làm" in one.text]
    assert (len(before), len(climbed)) == (0, 1)


async def test_the_day_begins_and_ends_with_a_briefing_but_not_on_holidays(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _has_a_lead(house)
    await house.taps("minh", "📞 Đã gọi")
    await house.says("minh", "/next 1 mai 9h")

    house.clock.set(at("2026-03-10 17:30"))
    await house.passes()
    assert "nhận 1, gọi 1" in house.channel.last("minh").text
    house.clock.set(at("2026-03-11 08:00"))
    await house.passes()
    await house.passes(seconds=30)
    morning = [one for one in house.channel.chat("minh") if "lịch hôm nay" in one.text]
    assert len(morning) == 1
    assert "#1" in morning[0].text
    assert not [one for one in house.channel.chat("lan") if "lịch hôm nay" in one.text], (
        "who has nothing before him hears nothing"
    )

    await house.says("minh", "/next 1 1/5 9h")
    house.clock.set(at("2026-05-01 08:00"))
    await house.passes()
    late = [one for one in house.channel.chat("minh") if "lịch hôm nay" in one.text]
    assert len(late) == 1, "the first of May is a holiday"


async def test_who_is_removed_loses_his_open_cards_at_once(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)
    await house.says("minh", "#1 em chào chị")

    team = await house.says("hoa", "/team")
    sure = await house.taps("hoa", "Rời nhóm: Minh", on=team)
    assert "1 lead đang giữ" in sure.text
    assert await house.store.read(lambda work: work.team.is_active(2)), "not by a single tap"
    await house.taps("hoa", "Cho rời nhóm", on=sure)

    assert any("đã đóng" in one.text for one in house.channel.chat("minh"))
    assert not [one for one in house.channel.chat("minh") if "0987 654 321" in one.text]
    assert any("✋ Nhận" in one.labels for one in house.channel.chat("lan"))
    assert "chỉ dành cho" in (await house.says("minh", "/leads")).text
    before = [one.text for one in house.channel.chat("khach")]
    await house.says("minh", "#1 em đây")
    assert [one.text for one in house.channel.chat("khach")] == before
    await house.says("khach", "giá bao nhiêu?")
    assert "triệu" in house.channel.last("khach").text, "the bot answers again"


async def test_a_rep_may_not_remove_anybody(sqlite_house: House) -> None:
    house = sqlite_house
    await _has_a_lead(house)
    team = await house.says("hoa", "/team")
    button = team.data("Rời nhóm: Lan")

    assert "chỉ dành cho" in (await house.says("minh", "/team")).text
    for carried in (button, button.replace("remove", "remove_now")):
        await house.hear(house.message("minh", Kind.BUTTON, button=carried))

    assert await house.store.read(lambda work: work.team.is_active(2))
