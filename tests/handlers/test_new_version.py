"""The owner changes his file while people talk: old cards keep their meaning."""

from __future__ import annotations

import pytest

from handlers import file_news, versions
from handlers.business import SAMPLE, Business
from handlers.owners_file import parse
from scoring.lead import Need, Slot
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

TURNED = """    options:
      - label: {vi: Kế toán, en: Accounting}
      - label: {vi: Quản lý bán hàng, en: Sales management}
"""


@pytest.fixture
def changed() -> Business:
    """The first two choices of need change places, the third goes; another way to ask for time."""
    text = SAMPLE.read_text(encoding="utf-8")
    start, end = text.index("    options:\n"), text.index("  - id: timing")
    text = text[:start] + TURNED + text[end:]
    return parse(text.replace("muốn bắt đầu khi nào", "dự định lúc nào"), "business.yaml")


async def need_of_the_first(house: House) -> str:
    lead = await house.store.run(lambda work: work.leads.get(1))
    fact = lead.fact(Slot.NEED) if lead is not None else None
    return fact.value.text if fact is not None and isinstance(fact.value, Need) else ""


async def test_a_card_of_the_old_version_says_what_it_said(
    sqlite_house: House, changed: Business
) -> None:
    house = sqlite_house
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")
    house.desk.works_by(changed.after(SAMPLE_BUSINESS))

    following = await house.taps("lan", "Quản lý bán hàng", on=card)

    assert "dự định lúc nào" in following.text
    assert await need_of_the_first(house) == "Quản lý bán hàng"


@pytest.mark.parametrize("typed", [False, True])
async def test_a_choice_that_is_gone_still_counts_where_it_was_shown(
    sqlite_house: House, changed: Business, typed: bool
) -> None:
    house = sqlite_house
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")
    house.desk.works_by(changed.after(SAMPLE_BUSINESS))

    if typed:
        await house.says("lan", "cả hai")
    else:
        await house.taps("lan", "Cả hai", on=card)

    assert await need_of_the_first(house) == "Cả hai"


@pytest.mark.parametrize("typed", [False, True])
async def test_a_restart_does_not_forget_what_older_cards_say(
    house: House, changed: Business, typed: bool
) -> None:
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")
    house.desk.works_by(await versions.recall(house.store, changed))

    if typed:
        await house.says("lan", "cả hai")
    else:
        await house.taps("lan", "Cả hai", on=card)

    assert await need_of_the_first(house) == "Cả hai"


async def test_a_version_that_nobody_stands_on_is_forgotten(
    sqlite_house: House, changed: Business
) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    house.desk.works_by(await versions.recall(house.store, changed))
    kept = await house.store.read(lambda work: work.versions.texts("", 9))
    await house.taps("lan", "Bỏ qua")  # her next card is the new version's

    again = await versions.recall(house.store, changed)

    left = await house.store.read(lambda work: work.versions.texts("", 9))
    assert kept == (SAMPLE_BUSINESS.text,)
    assert left == (changed.text,)
    assert again.option(Slot.NEED, "ca-hai") is None


def test_only_so_many_versions_are_remembered_each_once(changed: Business) -> None:
    business = SAMPLE_BUSINESS
    for _ in range(50):
        business = changed.after(business)

    assert business.option(Slot.NEED, "ca-hai") is None
    assert business.option(Slot.NEED, "ke-toan") is not None
    assert changed.after(SAMPLE_BUSINESS).option(Slot.NEED, "ca-hai") is not None


async def test_the_managers_read_what_is_wrong_with_the_file(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("minh", "rep", "Minh")
    abilities = {house.channel.name: house.channel.abilities}
    faults = tuple(f"business.yaml:{line}:3 faq: lỗi {line}" for line in range(1, 12))

    told = await house.store.run(
        lambda work: file_news.refused(
            work, SAMPLE_BUSINESS, abilities, "business.yaml", faults, MORNING
        )
    )
    await house.settle()

    text = house.channel.last("hoa").text
    assert told == 1
    assert text.startswith("Dạ bản mới của business.yaml có 11 lỗi")
    assert "business.yaml:8:3" in text
    assert "business.yaml:9:3" not in text
    assert "… và 3 lỗi nữa" in text
