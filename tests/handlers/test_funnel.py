"""/funnel equals a recount: every asking once, with what became of it, and wordings compared."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.business import SAMPLE
from handlers.owners_file import load
from storage.askings import AskingTotals
from tests.fakes import FakeChannel, plain_channel
from tests.house import House


async def totals(house: House) -> dict[tuple[str, int | None], AskingTotals]:
    now = house.clock.now()
    day = timedelta(days=1)
    found = await house.store.read(lambda work: work.askings.between(now - day, now + day))
    return {(one.slot, one.variant): one for one in found}


async def test_every_way_of_answering_is_counted(house: House) -> None:
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    house.clock.wind(timedelta(seconds=10))
    await house.taps("lan", "Kế toán")
    house.clock.wind(timedelta(seconds=30))
    await house.says("lan", "tháng sau")
    await house.says("lan", "bỏ qua")

    found = await totals(house)

    need, timing = found["need", None], found["timing", None]
    assert (need.shown, need.button, need.seconds) == (1, 1, 10)
    assert (timing.shown, timing.text, timing.seconds) == (1, 1, 30)
    assert (found["budget", None].skipped, found["budget", None].seconds) == (1, None)
    assert (found["authority", None].shown, found["authority", None].left) == (1, 1)


@pytest.fixture
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return getattr(request, "param", None) or FakeChannel()


@pytest.mark.parametrize("channel", [plain_channel()], indirect=True)
async def test_a_typed_number_is_told_from_words(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.says("lan", "1")
    await house.says("lan", "2")

    assert (await totals(house))["need", None].number == 1


async def test_a_question_that_comes_back_is_one_asking(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.says("lan", "đồng ý")
    await house.says("lan", "có bảo hành không?")
    await house.says("lan", "kế toán")
    await house.says("lan", "quay lại")
    await house.says("lan", "phần mềm bán hàng")

    need = (await totals(house))["need", None]

    assert (need.shown, need.answered) == (2, 2)


async def test_wordings_are_handed_out_and_compared(sqlite_house: House) -> None:
    business = load(SAMPLE)
    first, *others = business.questions
    softer = first.ask.model_copy(update={"vi": "{You} kể em nghe nhu cầu của mình nhé?"})
    two = (first.model_copy(update={"variants": (softer,)}), *others)
    changed = business.model_copy(update={"questions": two})
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, changed)
    await house.joins("sep", "manager", "Sếp")
    asked = set()
    for number in range(12):
        await house.starts(f"khach{number}")
        asked.add((await house.says(f"khach{number}", "đồng ý")).text.splitlines()[0])
        if number % 2:
            await house.says(f"khach{number}", "kế toán")

    told = await house.says("sep", "phễu hôm nay")

    found = await totals(house)
    assert len(asked) == 2
    assert found["need", 0].shown + found["need", 1].shown == found["need", None].shown == 12
    assert "Nhu cầu: trả lời 6/12 (50%)" in told.text
    assert "Cách hỏi A: trả lời" in told.text
    assert "Cách hỏi B: trả lời" in told.text
    assert "bỏ dở 6" in told.text


async def test_a_rep_may_not_see_the_funnel(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")

    assert "chỉ dành cho quản lý" in (await sqlite_house.says("minh", "/funnel")).text


async def test_the_way_from_the_first_message_to_the_sale_is_counted(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("sep", "manager", "Sếp")
    for chat in ("lan", "hoa", "mai"):
        await house.starts(chat)
    for chat in ("lan", "hoa"):
        for words in ("đồng ý", "kế toán", "tháng sau"):
            await house.says(chat, words)
    for words in ("30 triệu", "tự quyết", "0912345678", "đúng rồi"):
        await house.says("lan", words)
    await house.says("lan", "gọi cho chị nhé")
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/won 1 25tr")

    now, day = house.clock.now(), timedelta(days=1)
    steps = await house.store.read(lambda work: work.steps.between(now - day, now + day))
    told = await house.says("sep", "phễu hôm nay")

    assert {one.name: one.leads for one in steps} == {
        **{"started": 3, "consented": 2, "need": 2, "timing": 2, "budget": 1, "authority": 1},
        **{"reachable": 1, "agreed": 1, "handed_over": 1, "sold": 1},
    }
    assert "▸ Nhắn lần đầu: 3\n▸ Đồng ý cho liên hệ: 2\n▸ Nhu cầu: 2" in told.text
    assert "▸ Nhân viên nhận: 1\n▸ Thắng: 1" in told.text
