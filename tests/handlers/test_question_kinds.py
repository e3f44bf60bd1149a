"""Questions with several answers, for a number, an e-mail address, or in one's own words."""

from __future__ import annotations

import pytest

from handlers.business import SAMPLE, Business
from handlers.owners_file import parse
from handlers.score.rules import rules_of
from scoring.lead import Lead, Need, Slot
from scoring.weights import choice
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock, plain_channel
from tests.house import House

PARTS = """questions:
  - id: need
    kind: multi
    ask: {vi: "{You} cần những phần nào ạ?", en: "Which parts do you need?"}
    options:
      - {label: {vi: Quản lý bán hàng, en: Sales}, value: pos, points: 5}
      - {label: {vi: Kế toán, en: Accounting}, value: acc, points: 4}
      - {label: {vi: Kho, en: Stock}, value: stock, words: [kho hàng]}
  - id: timing
    kind: text
    ask: {vi: "{You} định khi nào làm ạ?", en: "When will it be?"}
    when: need == 'stock'
  - id: authority
    kind: text
    ask: {vi: "Ai duyệt giúp {you} ạ?", en: "Who approves?"}
  - id: contact
    kind: email
    ask: {vi: "{You} cho {me} xin e-mail để gửi báo giá ạ?", en: "Your e-mail, please?"}
"""
STAFF = """questions:
  - id: need
    kind: number
    ask: {vi: "Bên {you} có bao nhiêu nhân viên ạ?", en: "How many employees?"}
  - id: authority
    ask: {vi: "Ai quyết ạ?", en: "Who decides?"}
    options: [{label: {vi: Tôi, en: Me}}, {label: {vi: Sếp tôi, en: My boss}}]
    when: need >= 10
  - id: contact
    kind: text
    ask: {vi: "Liên hệ {you} bằng gì ạ?", en: "How do we reach you?"}
"""


def company(questions: str) -> Business:
    text = SAMPLE.read_text(encoding="utf-8")
    start, end = text.index("questions:\n"), text.index("survey:")
    return parse(text[:start] + questions + text[end:], "business.yaml")


@pytest.fixture(params=["rich", "plain"])
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return plain_channel() if request.param == "plain" else FakeChannel()


def house_of(questions: str, store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(store, clock, channel, company(questions))


async def lead_of(house: House) -> Lead:
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    return lead


async def need_of(house: House) -> Need:
    fact = (await lead_of(house)).fact(Slot.NEED)
    assert fact is not None
    assert isinstance(fact.value, Need)
    return fact.value


async def test_several_are_ticked_by_taps_and_an_old_card_goes_on_from_them(
    sqlite_store: Store, clock: FakeClock
) -> None:
    house = house_of(PARTS, sqlite_store, clock, FakeChannel())
    await house.starts("lan")
    bare = await house.taps("lan", "Đồng ý")
    for label in ("Kho", "Kế toán", "Quản lý bán hàng"):
        card = await house.taps("lan", label)
    unticked = await house.taps("lan", "✓ Kế toán")

    asked = await house.taps("lan", "Xong")
    need = await need_of(house)
    again = await house.taps("lan", "Kế toán", on=bare)
    await house.taps("lan", "Xong")

    assert "Xong" not in bare.labels
    assert card.labels[:4] == ["✓ Quản lý bán hàng", "✓ Kế toán", "✓ Kho", "Xong"]
    assert "Kế toán" in unticked.labels
    assert len(house.channel.chat("lan")) == 1, "one card, changed in place"
    assert "khi nào làm" in asked.text
    assert need.text == "Quản lý bán hàng, Kho"
    assert again.labels[:3] == ["✓ Quản lý bán hàng", "✓ Kế toán", "✓ Kho"]
    assert "Kế toán" in (await need_of(house)).text


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("1, 3", "Quản lý bán hàng, Kho"),
        ("2 và 3 nhé", "Kế toán, Kho"),
        ("em cần kế toán với kho hàng", "Kế toán, Kho"),
        ("tất cả", "Quản lý bán hàng, Kế toán, Kho"),
        ("3", "Kho"),
    ],
)
async def test_several_are_named_in_words_on_every_channel(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel, words: str, kept: str
) -> None:
    house = house_of(PARTS, sqlite_store, clock, channel)
    await house.starts("lan")
    await house.says("lan", "đồng ý")

    asked = await house.says("lan", words)

    need = await need_of(house)
    assert need.text == kept
    assert "khi nào làm" in asked.text


def test_several_are_worth_the_sum_of_their_points() -> None:
    choices = rules_of(company(PARTS)).rules.weights.choices

    assert choices[choice("need", "Quản lý bán hàng, Kế toán, Kho")] == 9
    assert choices[choice("need", "Accounting, Stock")] == 4


async def test_own_words_are_kept_and_an_address_is_checked(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    house = house_of(PARTS, sqlite_store, clock, channel)
    await house.starts("lan")
    for words in ("đồng ý", "kho"):
        await house.says("lan", words)

    await house.says("lan", "khi nào xây xong nhà")
    asked = await house.says("lan", "sếp em")
    none = await house.says("lan", "abc")
    wrong = await house.says("lan", "lan@congty")
    summary = await house.says("lan", "lan@congty.vn")

    assert "e-mail để gửi báo giá" in asked.text
    assert asked.ask_contact == ""
    assert "đã báo nhân viên" not in asked.text
    assert "ví dụ lan@congty.vn" in none.text
    assert "lan@congty chưa đúng" in wrong.text
    assert "Nhu cầu: Kho\n" in summary.text
    assert "Thời gian: khi nào xây xong nhà\n" in summary.text
    assert "Liên hệ: lan@congty.vn" in summary.text


async def test_a_number_is_asked_for_until_one_is_said_and_is_no_button(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    house = house_of(STAFF, sqlite_store, clock, channel)
    await house.starts("lan")
    await house.says("lan", "đồng ý")

    again = await house.says("lan", "nhiều lắm")
    few = await house.says("lan", "2")
    await house.says("lan", "quay lại")
    many = await house.says("lan", "tầm 12 người")

    need = await need_of(house)
    assert "một con số" in again.text
    assert "bao nhiêu nhân viên" in again.text
    assert "Liên hệ" in few.text, "2 is a number and presses no button"
    assert "Ai quyết" in many.text
    assert need.quantities[0].value == 12


async def test_other_ways_to_be_reached_are_kept_where_any_will_do(
    sqlite_store: Store, clock: FakeClock
) -> None:
    house = house_of(STAFF, sqlite_store, clock, FakeChannel())
    await house.starts("lan")
    for words in ("đồng ý", "5"):
        await house.says("lan", words)

    summary = await house.says("lan", "zalo hoanguyen99")

    assert "Liên hệ: zalo hoanguyen99" in summary.text
