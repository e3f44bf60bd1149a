"""The same number in two chats: one customer for the team, two strangers to each other."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from handlers.channel import Kind
from scoring.understanding.people.old_prefixes import modern
from storage.store import Store, open_store
from tests.fakes import FakeChannel, FakeClock
from tests.handlers.test_ladder import WANTS_A_CALL, cards
from tests.house import House


def told(house: House, who: str) -> str:
    return "\n".join(one.text for one in house.channel.chat(who))


async def leads_of(house: House, who: str) -> str:
    return (await house.says(who, "/leads")).text


async def _comes_back(house: House) -> None:
    """Minh has the lead; the same number writes from another chat."""
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("khach2", "tôi muốn mua thêm, gọi 0987 654 321 nhé")


async def test_a_returning_customer_is_one_lead_and_goes_to_its_rep(sqlite_house: House) -> None:
    house = sqlite_house
    await _comes_back(house)

    assert "Khách cũ: lead #2 cùng số với #1" in told(house, "minh")
    (offered,) = [text for text in cards(house, "minh") if "#2" in text]
    assert "khách cũ (#1)" in offered
    assert not [text for text in cards(house, "lan") if "#2" in text]
    listed = await leads_of(house, "minh")
    assert ("#1" in listed, "#2" in listed) == (True, False)
    now = house.clock.now()
    day = timedelta(days=1)
    totals = await house.store.read(lambda work: work.totals.between(now - day, now + day))
    assert totals.new == 1
    assert "Cùng một khách: #2 (fake)" in (await house.says("minh", "/lead 1")).text


async def test_one_customer_is_won_once_from_whichever_card(sqlite_house: House) -> None:
    house = sqlite_house
    await _comes_back(house)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/won 2 25 triệu")

    one = await house.store.read(lambda work: work.leads.get(1))
    assert one is not None
    assert one.stage == "customer"
    assert all("chốt thắng 25 triệu" in text for text in cards(house, "minh"))
    await house.says("minh", "/won 1 25 triệu")
    assert "đã khép lại" in house.channel.last("minh").text
    await house.says("minh", "/assign 1 Lan")
    two = await house.store.read(lambda work: work.leads.get(2))
    assert two is not None
    assert two.rep_id == one.rep_id


async def test_whoever_has_one_chat_has_the_customer(sqlite_house: House) -> None:
    house = sqlite_house
    await _comes_back(house)
    await house.taps("minh", "✋ Nhận")

    await house.says("minh", "/assign 2 Lan")

    leads = await house.store.read(lambda work: [work.leads.get(1), work.leads.get(2)])
    assert [one.rep_id for one in leads if one is not None] == [2, 2]
    assert [len(cards(house, "lan")), told(house, "lan").count("Lan đã nhận")] == [2, 2]


async def test_a_tap_parts_them_and_they_stay_apart(sqlite_house: House) -> None:
    house = sqlite_house
    await _comes_back(house)

    await house.taps("minh", "↶ Tách ra")
    await house.says("khach2", "số tôi là 0987 654 321")

    listed = await leads_of(house, "minh")
    assert ("#1" in listed, "#2" in listed) == (True, True)
    again = [one for one in house.channel.chat("minh") if one.labels == ["↶ Tách ra"]]
    assert len(again) == 1, "nobody ties anew what a rep has parted"
    await house.taps("minh", "↶ Tách ra", on=again[0])
    assert "Không hoàn tác được nữa" in house.channel.last("minh").text


async def test_where_two_reps_have_them_both_are_asked(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.joins("lan", "rep", "Lan")
    await house.says("minh", "/off")
    await house.says("khach2", "cho tôi gặp nhân viên")
    await house.taps("lan", "✋ Nhận")
    await house.says("khach2", "số tôi là 0987 654 321")

    assert "trùng số với lead #1" in told(house, "minh")
    preview = await house.taps("lan", "Xem để gộp")
    assert "Gộp lead #2 vào lead #1" in preview.text
    await house.taps("lan", "Gộp", on=preview)
    leads = await house.store.read(lambda work: [work.leads.get(1), work.leads.get(2)])
    assert [one.rep_id for one in leads if one is not None] == [1, 1]
    await house.taps("lan", "↶ Tách ra")
    leads = await house.store.read(lambda work: [work.leads.get(1), work.leads.get(2)])
    assert [one.rep_id for one in leads if one is not None] == [1, 2]


# --- nothing is learned of a stranger -------------------------------------------------------

# What somebody may try who has only got hold of another person's number.
_PRYING = (
    "Số tôi là 0987 654 321",
    "gọi lại cho tôi nhé",
    "/mydata",
    "lần trước tôi hỏi gì nhỉ?",
    "tôi đã đặt lịch hẹn rồi, mấy giờ ấy nhỉ?",
    "cho tôi gặp nhân viên",
    "ngân sách của tôi bao nhiêu?",
    "tôi tên gì?",
    "/privacy",
    "/stop",
    "muốn đặt hàng",
    "/delete",
)


@pytest.fixture
async def other_store(sqlite_url: str) -> AsyncIterator[Store]:
    file = sqlite_url.removeprefix("sqlite:///")
    shutil.copy(file, f"{file}.other")
    store = open_store(f"{sqlite_url}.other")
    yield store
    await store.close()


async def _pried(store: Store, *, is_known: bool) -> tuple[list[str], House]:
    house = House(store, FakeClock(), FakeChannel())
    await house.joins("minh", "rep", "Minh")
    number = "0987 654 321" if is_known else "0912 345 678"
    await house.says(
        "hoa",
        f"Chị tên Hoa, muốn đặt hàng phần mềm kế toán cho 3 cửa hàng, tầm 30 triệu, gọi {number}",
    )
    if is_known:
        await house.taps("minh", "✋ Nhận")
        await house.says("minh", "#1 Em chào chị Hoa, em là Minh")
    else:
        await house.passes(seconds=0)
    for text in _PRYING:
        await house.says("la", text, sender_name="")
    return [one.text for one in house.channel.chat("la")], house


async def test_whoever_types_anothers_number_learns_nothing_and_takes_nothing_over(
    other_store: Store, sqlite_store: Store
) -> None:
    """He is told word for word what he would be told if nobody had ever given that number."""
    known, house = await _pried(sqlite_store, is_known=True)
    unknown, _ = await _pried(other_store, is_known=False)
    assert known == unknown
    assert "Khách cũ: lead #2 cùng số với #1" in told(house, "minh"), "the team knows"

    before = len(house.channel.chat("la"))
    await house.says("minh", "#1 Báo giá của chị đây ạ")
    await house.says("hoa", "cảm ơn em")
    assert "Báo giá của chị đây ạ" in told(house, "hoa")
    assert len(house.channel.chat("la")) == before, "a rep's words go where they were meant to go"

    await house.hear(house.message("la", Kind.BUTTON, button="1:erase"))
    hoa = await house.says("hoa", "/mydata")
    assert "30 triệu" in hoa.text, "he can erase nobody but himself"


# --- proven by the platform -----------------------------------------------------------------


async def _shares(house: House, chat: str) -> None:
    await house.hear(house.message(chat, Kind.CONTACT, phone="+84987654321", phone_is_own=True))


async def test_a_number_proven_on_both_sides_makes_one_record_and_two_again(
    house: House,
) -> None:
    await house.joins("sep", "manager", "Sếp")
    await house.says("khach", "cần phần mềm kế toán")
    await _shares(house, "khach")
    await house.says("khach2", "ngân sách 30 triệu")
    await _shares(house, "khach2")

    chats = await house.store.read(lambda work: work.leads.prospects_of(1))
    assert {one.chat_id for one in chats} == {"khach", "khach2"}
    shown = (await house.says("khach2", "/mydata")).text
    assert "kế toán" in shown.lower()
    assert "30 triệu" in shown
    await house.says("khach2", "sau Tết mình mua")

    await house.taps("sep", "↶ Tách ra")
    leads = await house.store.read(lambda work: [work.leads.get(1), work.leads.get(2)])
    slots = [sorted({fact.slot.value for fact in one.facts}) for one in leads if one is not None]
    assert slots == [["contact", "need"], ["budget", "contact", "timing"]]
    assert [one.stage.value for one in leads if one is not None] != ["disqualified"] * 2


async def test_who_speaks_with_a_customer_goes_on_when_two_records_become_one(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await _shares(house, "khach")
    await house.says("khach2", "cho tôi gặp nhân viên")
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "#2 Em chào chị ạ")
    await _shares(house, "khach2")
    heard = len(house.channel.chat("khach2"))

    await house.says("khach2", "chị muốn hỏi giá")

    assert len(house.channel.chat("khach2")) == heard, "the bot is silent"
    assert "chị muốn hỏi giá" in told(house, "minh")


async def test_nobody_merges_leads_that_are_not_his_or_share_no_number(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _comes_back(house)
    await house.taps("minh", "↶ Tách ra")
    await house.says("khach3", "muốn đặt hàng, gọi 0911 222 333")

    for who, data in (("lan", "1:merge_now:1:2"), ("minh", "1:merge_now:1:3"), ("lan", "1:part:1")):
        await house.hear(house.message(who, Kind.BUTTON, button=data))
    tied = await house.store.read(lambda work: work.leads.tied_to(1))
    assert tied == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01681234567", "0381234567"),
        ("+84 120 123 4567", "0701234567"),
        ("0199.123.4567", "0591234567"),
        ("0912345678", "0912345678"),
        ("02838221234", "02838221234"),
    ],
)
def test_an_old_number_is_dialled_by_todays_prefix(old: str, new: str) -> None:
    assert modern(old) == new
