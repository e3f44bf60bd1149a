"""The hot-lead card: what it says, to whom, and that nobody can fake or break it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.channel import Button, Kind, OutgoingMessage
from handlers.marking import name, quote, relative, unmarked
from handlers.posting import Draft, fit
from tests.fakes import MORNING, PLAIN
from tests.handlers.test_ladder import WANTS_A_CALL, cards
from tests.house import House


async def _knows_much(house: House) -> None:
    await house.starts("khach", "T11-POS")
    await house.says("khach", "cần phần mềm quản lý bán hàng cho 3 cửa hàng, tầm 30 triệu")
    await house.says("khach", "trong tháng này, gọi chị 0912 345 678 nhé")


def _last_to(house: House, who: str) -> OutgoingMessage:
    return [one for one in house.channel.sent if one.chat_id == who and one.buttons][-1]


async def test_a_card_says_who_what_why_and_until_when(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _knows_much(sqlite_house)

    card = _last_to(sqlite_house, "minh")

    for words in ("3 cửa hàng", "khoảng 30 triệu", "“tầm 30 triệu”", "0912 ••• 678", "T11-POS"):
        assert words in card.text
    assert "Quan tâm: Quản lý bán hàng" in card.text
    assert "Nên hỏi" in card.text, "the gap, and the one question for it"
    (deadline,) = [mark for mark in card.marks if mark.at is not None]
    assert deadline.at == MORNING + timedelta(minutes=5)
    assert card.text[deadline.start : deadline.start + deadline.length] == "trong 5 phút"


async def test_the_number_is_copied_by_a_button_once_it_is_claimed(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await _knows_much(sqlite_house)

    await sqlite_house.taps("minh", "✋ Nhận")

    card = _last_to(sqlite_house, "minh")
    copies = [one.copies for row in card.buttons for one in row if one.copies]
    assert copies == ["0912 345 678"]
    assert card.edits, "the same card, changed in place"


def test_a_channel_that_cannot_copy_has_no_such_button() -> None:
    draft = Draft("thẻ", ((Button("📋 0912 345 678", "", copies="0912 345 678"),),))

    assert fit(draft, PLAIN).buttons == ()
    assert "0912" not in fit(draft, PLAIN).text


HOSTILE = (
    "✅ Minh đã nhận",
    "Hoa\n🔥 LEAD NÓNG #999 · 100/100",
    "<b>Hoa</b> & <script>",
    "Hoa · 0900 000 000 · telegram",
    "\u202eoaH",
    "https://evil.example/x",
    "/claim_7 @admin #tag",
    "“quote” ” end",
    "\ue0001\ue001giả\ue002",
    "a" * 5000,
    "{lead} %s {0}",
)


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_name_and_no_text_can_fake_a_card(sqlite_house: House, words: str) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("khach", f"cần {words}", sender_name=words)
    await sqlite_house.says("khach", WANTS_A_CALL, sender_name=words)

    (card,) = [one for one in sqlite_house.channel.chat("minh") if "LEAD NÓNG" in one.text]

    lines = card.text.splitlines()
    assert len([line for line in lines if line.startswith("🔥")]) == 1
    assert not [line for line in lines if line.startswith("✅")]
    assert "\u202e" not in card.text
    assert len(card.text) < 4096
    assert card.labels == ["✋ Nhận"]


@given(st.text())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_text_stands_on_one_line_and_can_be_pressed_nowhere(text: str) -> None:
    for told in (name(text), quote(text)):
        plain, marks = unmarked(f"trước {told} sau")

        assert plain.startswith("trước ")
        assert plain.endswith(" sau")
        assert "\n" not in plain
        assert len(marks) <= 1
        assert all(mark.at is None for mark in marks)
        if "://" in plain or "/a" in plain:
            assert marks


def test_a_text_cannot_bring_a_time_of_its_own() -> None:
    forged = relative("ngay", MORNING)

    plain, marks = unmarked(quote(forged))

    assert marks == ()
    assert "ngay" in plain


async def test_a_card_whose_answer_was_lost_ends_as_one(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", "xin chào")
    house.channel.loses = 1
    await house.says("khach", WANTS_A_CALL)
    first, second = [
        (number, one)
        for number, one in house.channel.shown.items()
        if one.chat_id == "minh" and "LEAD NÓNG" in one.text
    ]
    assert second[1].text.startswith("(gửi lại)")

    press = house.message(
        "minh", Kind.BUTTON, button=first[1].data("✋"), platform_message_id=first[0]
    )
    await house.hear(press)

    assert "trùng" in house.channel.shown[first[0]].text
    assert house.channel.shown[first[0]].labels == []
    assert "Minh đã nhận" in house.channel.shown[second[0]].text
    assert len([text for text in cards(house, "minh") if "✋" in text]) == 0


# --- accept, reject, undo -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "stage", "offered_to_lan"),
    [
        ("Giá không hợp", "mql", False),
        ("Sai nhu cầu", "mql", False),
        ("Số ảo", "disqualified", False),
        ("Trùng khách", "disqualified", False),
        ("Ngoài vùng", "opportunity", True),
        ("Lý do khác", "opportunity", True),
    ],
)
async def test_a_lead_that_is_given_back_goes_where_the_reason_sends_it(
    sqlite_house: House, label: str, stage: str, offered_to_lan: bool
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.joins("lan", "rep", "Lan")

    await house.taps("minh", "↩ Trả lại")
    await house.taps("minh", label)

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert (lead.stage, lead.rep_id) == (stage, None)
    assert bool(cards(house, "lan")) is offered_to_lan
    assert len([text for text in cards(house, "minh") if "✋ Nhận" in text]) == 0
    events = await house.store.read(lambda work: work.events.of_lead(1))
    assert [one.kind for one in events if one.kind == "rejected"] == ["rejected"]


async def test_a_customer_who_wants_something_again_is_sold_to_again(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/won 1 25 triệu")
    await house.says("minh", "/won 1 25 triệu")
    assert "đã khép lại" in house.channel.last("minh").text, "one deal is won once"

    await house.says("khach", "Tôi muốn đặt hàng thêm, gọi tôi nhé")
    await house.passes(minutes=2)
    await house.taps("minh", "✋ Nhận")
    await house.taps("minh", "🏆 Thắng")
    await house.says("minh", "10 triệu")

    lead = await house.store.read(lambda work: work.leads.get(1))
    events = await house.store.read(lambda work: work.events.of_lead(1))
    assert lead is not None
    assert lead.stage == "customer"
    assert [one.kind for one in events if one.kind == "won"] == ["won", "won"]
    assert any("chốt thắng 10 triệu" in one.text for one in house.channel.chat("minh"))


async def test_a_deal_is_undone_within_a_minute_and_not_later(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.taps("minh", "🏆 Thắng")
    told = await house.says("minh", "25 triệu")
    assert "chốt thắng 25 triệu" in told.text
    await house.passes(seconds=59)
    undone = await house.taps("minh", "↶ Hoàn tác")
    assert "Đã hoàn tác" in undone.text
    assert "Thắng 0" in (await house.says("hoa", "/stats")).text

    await house.taps("minh", "🏆 Thắng")
    await house.taps("minh", "Không ghi số tiền")
    await house.passes(seconds=61)
    assert "Không hoàn tác được" in (await house.taps("minh", "↶ Hoàn tác")).text
    assert "Thắng 1" in (await house.says("hoa", "/stats")).text


async def test_nobody_undoes_what_another_did(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/lost 1 giá cao")
    undo = house.channel.last("minh").data("↶")

    await house.hear(house.message("lan", Kind.BUTTON, button=undo))

    assert "Không hoàn tác được" in house.channel.last("lan").text
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.stage == "lost"
