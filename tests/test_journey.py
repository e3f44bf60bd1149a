"""The whole story through fakes: from the first word to a won deal, on every kind of channel."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.channel import Kind
from handlers.team.joining import invite
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock, plain_channel
from tests.house import House


@pytest.fixture(params=["buttons", "plain"])
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    """A channel that can do all, and one like Zalo's bots: no buttons, no edits, short texts."""
    return FakeChannel() if request.param == "buttons" else plain_channel()


async def choose(house: House, who: str, label: str) -> str:
    """Press a button where there are buttons, else type its number; answers what is said."""
    shown = house.channel.last(who)
    if house.channel.abilities.buttons:
        return (await house.taps(who, label)).text
    line = next(line for line in shown.text.splitlines() if label in line)
    return (await house.says(who, line.split(".")[0])).text


async def test_a_deal_from_the_first_word_to_won(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("tuan", "rep", "Tuấn")
    await house.joins("hoa", "manager", "Hoa")

    greeting = await house.starts("lan", "T11-POS")
    assert "trợ lý tự động" in greeting.text
    assert "/xoa" in greeting.text
    assert "1/4" in await choose(house, "lan", "Đồng ý")
    asked = await house.says("lan", "chị cần phần mềm cho 3 cửa hàng, mà giá bao nhiêu em?")
    assert "từ 4 triệu" in asked.text
    assert "2/4" in asked.text
    assert "Chị muốn bắt đầu" in asked.text
    assert "3/4" in (await house.says("lan", "trong tháng này")).text
    assert "4/4" in (await house.says("lan", "tầm 30 triệu")).text
    assert "số điện thoại" in await choose(house, "lan", "Tôi tự quyết")
    summary = await house.says("lan", "0912 345 678")
    for words in ("3 cửa hàng", "khoảng 30 triệu", "Tôi tự quyết", "0912 345 678"):
        assert words in summary.text
    await house.says("lan", "gọi cho chị ngay nhé")

    cards = [house.channel.last(rep) for rep in ("minh", "tuan")]
    assert all("LEAD" in card.text and "0912 ••• 678" in card.text for card in cards)
    await choose(house, "minh", "✋ Nhận")
    assert "0912 345 678" in house.channel.last("minh").text
    assert "Đã có người nhận: Minh" in house.channel.last("tuan").text
    assert "khách cũ" not in house.channel.last("tuan").text
    await choose(house, "minh", "📞 Đã gọi")
    await house.says("minh", "/won 1 25 triệu")

    stats = await house.says("hoa", "thong ke hom nay")
    assert "Khách mới: 1" in stats.text
    assert "Thắng 1 (25 triệu)" in stats.text
    assert "T11-POS 1" in stats.text
    moves = await house.store.read(lambda work: work.stage_moves.of_lead(1))
    assert [after for _, _, after, _, _ in moves][-2:] == ["opportunity", "customer"]


async def test_everything_volunteered_at_once_is_not_asked_again(house: House) -> None:
    await house.starts("lan")

    summary = await house.says(
        "lan",
        "Em là chủ quán, cần máy tính tiền cho 2 quầy, tầm 30 triệu, cần trong tháng này, "
        "số em 0912 345 678",
    )

    assert "2 quầy" in summary.text
    assert "?" not in summary.text.replace("chứ ạ?", ""), "nothing is left to ask but consent"


async def test_the_bot_in_english_for_somebody_who_writes_english(house: House) -> None:
    first = await house.says("john", "Hello, I need accounting software for 3 shops")

    assert "automated assistant" in first.text
    assert "When would you like to start?" in first.text


async def test_two_misses_offer_a_person_and_three_fetch_one(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")
    await choose(house, "lan", "Kế toán")

    first = await house.says("lan", "blorp blorp")
    second = await house.says("lan", "zing zang")
    third = await house.says("lan", "qwerty")

    assert "chưa hiểu" in first.text
    assert "gặp nhân viên" in second.text
    assert "đã báo nhân viên" in third.text
    assert "KHÁCH MUỐN GẶP NGƯỜI" in house.channel.last("minh").text


async def test_skip_and_back_work_as_words(house: House) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")
    await choose(house, "lan", "Kế toán")

    assert "3/4" in (await house.says("lan", "bo qua")).text
    assert "2/4" in (await house.says("lan", "quay lại")).text
    assert "3/4" in (await house.says("lan", "tháng sau")).text


async def test_a_tap_on_an_old_card_changes_that_answer(store: Store, clock: FakeClock) -> None:
    house = House(store, clock, FakeChannel())
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")
    await house.says("lan", "kế toán cho 2 công ty")
    await house.says("lan", "tháng sau")

    changed = await house.taps("lan", "Quản lý bán hàng", on=card)

    assert "em đổi lại: Quản lý bán hàng" in changed.text
    assert "3/4" in changed.text


async def test_two_quick_taps_are_one_answer(store: Store, clock: FakeClock) -> None:
    house = House(store, clock, FakeChannel())
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")

    await house.taps("lan", "Kế toán", on=card)
    again = await house.taps("lan", "Kế toán", on=card)

    assert "2/4" in again.text
    assert len(house.channel.chat("lan")) == 1, "one card, edited in place"


async def test_the_conversation_goes_on_after_days_and_a_restart(
    store: Store, clock: FakeClock
) -> None:
    house = House(store, clock, FakeChannel())
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "kế toán cho 2 công ty")

    clock.wind(datetime(2026, 3, 15, tzinfo=UTC) - datetime(2026, 3, 10, tzinfo=UTC))
    restarted = House(store, clock, house.channel, keys=house.keys)
    resumed = await restarted.starts("lan")

    onwards = await restarted.says("lan", "tiếp tục")

    assert "Nhu cầu: kế toán cho 2 công ty" in resumed.text
    assert "tiếp tục" in resumed.text
    assert "2/4" in onwards.text


async def test_a_stop_is_confirmed_once_and_kept_for_good(house: House) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")

    stopped = await house.says("lan", "đừng nhắn cho tôi nữa")
    said = len(house.channel.sent)
    await house.passes(minutes=11)
    await house.passes(days=3)

    assert "không chủ động nhắn" in stopped.text
    assert len(house.channel.sent) == said


async def test_a_silent_prospect_is_nudged_asked_next_morning_and_then_warmed(
    house: House,
) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")

    await house.passes(minutes=10)
    nudge = house.channel.last("lan").text
    await house.passes(days=1)
    morning = house.channel.last("lan").text
    said = len(house.channel.sent)
    await house.passes(hours=23)
    within_a_day = len(house.channel.sent)
    for _ in range(50):
        await house.passes(hours=2)

    assert "một câu nhỏ" in nudge
    assert "1/4" in nudge
    assert "hôm qua mình dừng" in morning
    assert within_a_day == said, "not twice in a day"
    assert "mẹo nhỏ" in house.channel.sent[said].text
    shown = house.channel.last("lan")
    assert "Thôi, cảm ơn" in (*shown.labels, shown.text.splitlines()[-1].partition(". ")[2])


async def test_without_consent_there_is_no_message_beyond_the_conversation(house: House) -> None:
    await house.says("lan", "cần phần mềm kế toán cho 2 công ty")

    await house.passes(minutes=10)
    said = len(house.channel.sent)
    await house.passes(days=2)

    assert "một câu nhỏ" in house.channel.last("lan").text
    assert len(house.channel.sent) == said


async def test_an_answer_cancels_what_was_planned(house: House) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")
    await choose(house, "lan", "Kế toán")
    await choose(house, "lan", "Bỏ qua")
    await choose(house, "lan", "Bỏ qua")
    await choose(house, "lan", "Bỏ qua")
    await choose(house, "lan", "Bỏ qua")
    said = len(house.channel.sent)

    await house.passes(days=2)

    assert len(house.channel.sent) == said, "everything was asked: nothing to remind of"


async def test_an_unclaimed_lead_climbs_to_everybody_and_then_to_the_manager(
    house: House,
) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.has_group("-100")
    await house.says("lan", "Tôi muốn đặt hàng, gọi 0987 654 321")

    assert "LEAD NÓNG" in house.channel.last("-100").text
    await house.passes(minutes=2)
    assert "LEAD" not in house.channel.last("hoa").text
    await house.passes(minutes=2)
    assert "LEAD NÓNG" in house.channel.last("hoa").text
    await house.passes(minutes=6)
    assert "10 phút chưa ai nhận" in house.channel.last("hoa").text


async def test_erasure_leaves_nothing_of_a_person(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.says("lan", "Tôi muốn đặt hàng, gọi 0987 654 321")

    await house.says("lan", "/xoa")
    goodbye = await choose(house, "lan", "Xoá hết")

    assert "đã xoá hết" in goodbye
    assert "0987" not in house.channel.last("minh").text
    assert await house.store.read(lambda work: work.leads.get(1)) is None
    again = await house.says("lan", "xin chào")
    assert "trợ lý tự động" in again.text, "a stranger again"


async def test_my_data_shows_what_is_kept(house: House) -> None:
    await house.says("lan", "cần phần mềm kế toán, số chị 0912 345 678")

    mine = await house.says("lan", "/mydata")

    assert "0912 345 678" in mine.text
    assert "Đồng ý liên hệ: chưa" in mine.text


async def test_only_staff_may_ask_for_numbers(house: House) -> None:
    await house.joins("minh", "rep", "Minh")

    stranger = await house.says("lan", "/stats")
    rep = await house.says("minh", "/stats")

    assert "chỉ dành cho quản lý" in stranger.text
    assert "chỉ dành cho quản lý" in rep.text
    assert await house.store.read(lambda work: work.lead_lists.count()) == 0, "no lead came of it"


async def test_a_code_lets_one_person_in_and_guessing_is_stopped(house: House) -> None:
    now = house.clock.now()
    code = await house.store.run(lambda work: invite(work, "rep", "Minh", now))

    await house.starts("minh", f"join_{code}")
    second = await house.says("thief", f"/join {code}")
    for _ in range(6):
        guess = await house.says("thief", "/join 0123456789")

    assert "Chào Minh" in house.channel.last("minh").text
    assert "không đúng" in second.text
    assert "nhiều lần" in guess.text


async def test_wordless_and_strange_messages_are_answered_or_left(house: House) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")

    await house.hear(house.message("lan", Kind.ATTACHMENT, attachment="sticker"))
    assert "chỉ đọc được chữ" in house.channel.last("lan").text
    await house.hear(house.message("lan", Kind.BUTTON, button="9:old:button"))
    assert "Menu này đã cũ" in house.channel.last("lan").text
    assert "1/4" in house.channel.last("lan").text
    await house.hear(house.message("lan", Kind.CONTACT, phone="+84901234567"))
    assert "không phải của" in house.channel.last("lan").text
    said = len(house.channel.sent)
    await house.hear(house.message("lan", Kind.EDITED, text="cần 5 máy tính tiền"))
    assert len(house.channel.sent) == said, "an edited message tells us, and is not answered"
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.facts


async def test_an_own_card_is_a_phone_number_and_a_consent(house: House) -> None:
    await house.starts("lan")
    await choose(house, "lan", "Đồng ý")
    for _ in range(4):
        await house.says("lan", "bỏ qua")

    await house.hear(house.message("lan", Kind.CONTACT, phone="+84901234567", phone_is_own=True))

    assert "0901 234 567" in house.channel.last("lan").text
