"""/persona: counted from those who bought, quoted where they agreed, renewed twice a year."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from handlers.numbers import persona
from handlers.numbers.quotes import MASK, masked
from handlers.prospect.hearing import hear_words
from scoring.pains import Pain, pains
from scoring.understanding.text import fold
from storage.store import Work
from storage.totals import WON
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

# What each said of the need; the rest is the same for all.
SAID = (
    "công ty chị 20 nhân viên cần phần mềm kế toán, giờ làm tay mất thời gian lắm",
    "cần phần mềm quản lý bán hàng cho 3 cửa hàng, hay thất thoát hàng, gọi chị Lan nhé",
    "mình cần kế toán",
)


async def sell(house: House, count: int) -> None:
    for number in range(count):
        chat = f"khach{number}"
        await house.starts(chat, "fair" if number % 2 else "")
        await house.taps(chat, "Đồng ý")
        await house.says(chat, SAID[number % len(SAID)])
        await house.says(chat, f"tháng này, tầm 30 triệu, tự quyết, 09123456{number:02}")
    await house.store.run(partial(_won, count=count, house=house))


def _won(work: Work, count: int, house: House) -> None:
    for lead_id in range(1, count + 1):
        work.events.record(lead_id, WON, house.clock.now(), amount=1_000_000 * lead_id)


@pytest.fixture
async def company(sqlite_house: House) -> House:
    await sqlite_house.joins("sep", "manager", "Sếp")
    return sqlite_house


async def test_of_too_few_customers_it_says_how_many_are_missing(company: House) -> None:
    await sell(company, 7)

    told = (await company.says("sep", "chan dung khach")).text

    assert "mới có 7 khách mua, cần ít nhất 10, còn thiếu 3" in told


async def test_numbers_equal_a_recount_and_the_words_are_their_own(house: House) -> None:
    await house.joins("sep", "manager", "Sếp")
    await sell(house, 12)

    lines = (await house.says("sep", "chân dung khách")).text.splitlines()

    assert lines[0].startswith("👤 Chân dung khách hàng, từ 12 khách đã mua")
    assert lines[1:8] == [
        "Là ai: mua cho doanh nghiệp 8 (67%); 10–49 nhân viên 4 (33%); tự quyết 12 (100%)",
        "Cần gì: Kế toán 8 (67%), Quản lý bán hàng 4 (33%)",
        "Khổ vì gì: làm tay, tốn công 4 (33%), thất thoát, lệch số 4 (33%)",
        "Vì sao mua lúc này: cần trong tháng 12 (100%)",
        "Tiền: ngân sách thường 30 triệu, đơn thường 6,5 triệu",
        "Nhắn từ: fake 12 (100%)",
        "Nguồn: không rõ 6 (50%), fair 6 (50%)",
    ]
    assert lines[8] == f"Lời khách: “{SAID[0]}”"
    assert "Vẽ ngày 10/3/2026; vẽ lại được từ 10/9/2026" in lines[-1]


async def test_nobody_is_quoted_who_did_not_agree_or_took_it_back(company: House) -> None:
    await sell(company, 12)
    for number in range(12):
        await company.says(f"khach{number}", "dừng")

    told = (await company.says("sep", "/persona")).text

    assert "chưa có câu nào được phép trích" in told
    assert SAID[0] not in told


async def test_whoever_is_erased_or_objects_is_in_no_portrait(company: House) -> None:
    await sell(company, 12)
    await company.says("khach0", "/xoa")
    await company.taps("khach0", "Xoá")
    await company.says("khach1", "đừng chấm điểm tôi")

    told = (await company.says("sep", "/persona")).text

    assert "từ 10 khách đã mua" in told


async def test_it_stands_for_half_a_year_and_is_then_renewed_on_a_word(company: House) -> None:
    await sell(company, 10)
    await company.says("sep", "/persona")
    company.clock.wind(timedelta(days=100))
    await company.store.run(partial(_won, count=10, house=company))
    await company.starts("moi")
    await company.store.run(lambda work: work.events.record(11, WON, company.clock.now(), amount=1))

    early = (await company.says("sep", "/persona mới")).text
    company.clock.wind(timedelta(days=100))
    hinted = (await company.says("sep", "/persona")).text
    renewed = (await company.says("sep", "/persona mới")).text
    company.clock.wind(timedelta(days=366))
    by_itself = (await company.says("sep", "/persona")).text

    assert "từ 10 khách" in early
    assert "còn mới, em giữ đến 10/9/2026" in early
    assert "từ 10 khách" in hinted
    assert "Gõ “/persona mới” để vẽ lại" in hinted
    assert "từ 11 khách" in renewed
    assert "Vẽ ngày 26/9/2026" in renewed
    assert "Vẽ ngày 27/9/2027" in by_itself


async def test_the_manager_hears_on_a_monday_that_it_is_time(company: House) -> None:
    await sell(company, 10)
    until_monday = timedelta(days=6, hours=-1)  # eight in the morning

    async def told() -> str:
        before = len(company.channel.chat("sep"))
        await company.passes(days=7)
        return "\n".join(one.text for one in company.channel.chat("sep")[before:])

    company.clock.wind(until_monday - timedelta(days=7))
    assert "Đã đủ 10 khách mua" in await told()
    await company.says("sep", "/persona")
    assert "chân dung" not in await told()
    company.clock.wind(timedelta(days=7 * 26))
    assert "Chân dung khách đã hơn 6 tháng" in await told()


async def test_a_rep_may_not_see_it(company: House) -> None:
    await company.joins("minh", "rep", "Minh")

    assert "chỉ dành cho quản lý" in (await company.says("minh", "/persona")).text


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("gọi chị 0912 345 678 nhé, cần kế toán", (), f"gọi chị {MASK} nhé, cần kế toán"),
        ("gửi qua lan.pham@shop.vn cho chị Lan", (), f"gửi qua {MASK} cho chị {MASK}"),
        (
            "Minh cần 3 máy cho quán Hoa Sữa",
            ("Minh", "Hoa Sữa"),
            f"{MASK} cần 3 máy cho {MASK}",
        ),
        ("cần gấp, số +84.912.345.678 hay @lanpham", (), f"cần gấp, số {MASK} hay {MASK}"),
        ("cần 3 máy, tầm 30 triệu", (), "cần 3 máy, tầm 30 triệu"),
    ],
)
def test_numbers_addresses_and_names_are_masked(
    text: str, names: tuple[str, ...], shown: str
) -> None:
    heard = hear_words(text, None, SAMPLE_BUSINESS, MORNING).contact

    assert masked(text, heard, *names) == shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kho hay bị lệch số, mất tiền hoài", {Pain.LOSS}),
        ("giờ ghi sổ, mất thời gian lắm", {Pain.EFFORT}),
        ("hay quên gọi lại khách", {Pain.OVERVIEW}),
        ("we keep forgetting orders", {Pain.OVERVIEW}),
        ("thiếu người, vắng khách", {Pain.NO_HANDS, Pain.FEW_CUSTOMERS}),
        ("mặt hàng của mình ở Sài Gòn", set()),
        ("chấm công cho 20 nhân viên", set()),
        ("cần phần mềm kế toán", set()),
    ],
)
def test_troubles_are_told_from_wishes(text: str, found: set[Pain]) -> None:
    assert pains(fold(text)) == found


def test_a_portrait_of_nobody_has_no_middle() -> None:
    assert persona.Portrait(()).middle_sale is None
