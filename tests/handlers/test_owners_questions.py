"""What the owner says of a question: when it is asked, whether it may be skipped, its points."""

from __future__ import annotations

import pytest

from handlers.business import SAMPLE, Business
from handlers.owners_file import parse
from handlers.score.rules import rules_of
from scoring.lead import Lead
from tests.house import House


def changed(*replaced: tuple[str, str]) -> Business:
    """The sample company with texts of its file replaced, each once."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1)
    return parse(text, "business.yaml")


async def begun(house: House, business: Business) -> House:
    house.desk.works_by(business)
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    return house


async def lead_of(house: House) -> Lead:
    lead = await house.store.run(lambda work: work.leads.get(1))
    assert lead is not None
    return lead


@pytest.mark.parametrize(
    ("label", "asked"), [("Kế toán", "bắt đầu khi nào"), ("Quản lý bán hàng", "Ngân sách dự kiến")]
)
async def test_a_question_is_asked_where_its_condition_holds(
    sqlite_house: House, label: str, asked: str
) -> None:
    business = changed(("  - id: timing\n", "  - id: timing\n    when: need == 'ke-toan'\n"))
    house = await begun(sqlite_house, business)

    following = await house.taps("lan", label)

    assert asked in following.text


async def test_a_condition_on_the_budget_reads_the_amount(sqlite_house: House) -> None:
    business = changed(
        ("  - id: budget\n", "  - id: budget\n    kind: money\n"),
        ("  - id: authority\n", "  - id: authority\n    when: budget >= 20tr\n"),
    )
    house = await begun(sqlite_house, business)
    await house.taps("lan", "Kế toán")
    await house.taps("lan", "Trong tháng này")

    following = await house.says("lan", "5 triệu")

    assert "tự quyết" not in following.text
    assert "số điện thoại" in following.text


async def test_a_question_without_skip_has_no_such_button(sqlite_house: House) -> None:
    business = changed(("  - id: timing\n", "  - id: timing\n    skip: false\n"))
    house = await begun(sqlite_house, business)

    card = await house.taps("lan", "Kế toán")
    again = await house.says("lan", "bỏ qua")

    assert not any("Bỏ qua" in label for label in card.labels)
    assert "bắt đầu khi nào" in again.text


async def test_choosing_an_option_brings_the_owners_points(sqlite_house: House) -> None:
    business = changed(
        (
            "      - label: {vi: Kế toán, en: Accounting}",
            "      - label: {vi: Kế toán, en: Accounting}\n        points: 3",
        )
    )
    house = await begun(sqlite_house, business)

    await house.taps("lan", "Kế toán")

    snapshot = await house.store.run(lambda work: work.events.last_snapshot(1))
    assert snapshot is not None
    assert (3.0, "need.chosen") in [(one.points, one.key) for one in snapshot.reasons]
    assert "need: Kế toán" in rules_of(business).weights.choices
    assert rules_of(business).hash != rules_of(changed()).hash
