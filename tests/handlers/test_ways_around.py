"""What works anywhere: /menu, /lang, a bare "xoá", an old summary's tap; and what is no consent."""

from __future__ import annotations

import pytest

from handlers import buttons
from handlers.prospect.behaviours import shown
from handlers.prospect.dialogue import SUMMARY, Dialogue
from handlers.prospect.pressed import _WITH_NUMBERS, ACT_OF_BUTTON, TICK
from handlers.prospect.said import Act
from handlers.prospect.typed import words_typed
from handlers.team.pressing import PRESSES
from scoring.understanding.text import fold
from scoring.understanding.understand import understand
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

ALL_TOLD = "chị cần phần mềm kế toán, tầm 30 triệu, chị tự quyết, trong tháng này"


async def summed_up(house: House) -> None:
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", ALL_TOLD)
    await house.says("lan", "bỏ qua")
    assert "Thời gian:" in house.channel.last("lan").text


async def test_the_menu_after_the_summary_shows_what_one_can_do(sqlite_house: House) -> None:
    house = sqlite_house
    await summed_up(house)

    menu = await house.says("lan", "/menu")
    assert menu.labels == [
        "Xem lại thông tin",
        "Gặp nhân viên",
        "Dữ liệu của tôi",
        "Chính sách",
        "English",
    ]
    assert "Đúng rồi" in (await house.taps("lan", "Xem lại", menu)).labels
    assert "Ngân sách: khoảng 30 triệu" in (await house.taps("lan", "Dữ liệu", menu)).text
    assert "English" in (await house.taps("lan", "English", menu)).text


async def test_lang_goes_to_the_other_language_and_back(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")

    assert "What do you need" in (await house.says("lan", "/lang")).text
    assert "đang cần gì" in (await house.says("lan", "/lang")).text


@pytest.mark.parametrize("words", ["xoá", "xóa", "xoa", "/xoa", "delete"])
async def test_a_bare_word_asks_whether_to_erase(sqlite_house: House, words: str) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")

    assert "Xoá" in (await house.says("lan", words)).labels[0]


async def test_the_tap_on_an_old_summary_agrees_to_it(sqlite_house: House) -> None:
    house = sqlite_house
    await summed_up(house)
    summary = house.channel.last("lan")
    asked = await house.says("lan", "quay lại")
    assert "số điện thoại" in asked.text

    agreed = await house.taps("lan", "Đúng rồi", summary)

    assert "cảm ơn" in agreed.text


@pytest.mark.parametrize(
    ("words", "is_clear"),
    [("ok em", False), ("vâng ạ", False), ("có em", True), ("gửi cho chị nhé, ok", True)],
)
def test_only_a_clear_yes_is_a_consent_to_offers(
    sqlite_house: House, words: str, is_clear: bool
) -> None:
    asked = Dialogue(open=SUMMARY, yes=buttons.data("promo_yes"))
    message = sqlite_house.message("lan", text=words)

    said = words_typed(message, 1, asked, SAMPLE_BUSINESS, "vi", MORNING)

    assert (Act.PROMOTION_YES in said.acts) is is_clear


async def test_a_member_who_shows_a_used_code_is_told_so(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")

    assert "đã ở trong nhóm" in (await house.says("minh", "/join 0123456789abcdef")).text


def test_a_question_that_the_faq_answers_books_nothing() -> None:
    asked = "bên em có dùng thử không"

    kinds = shown(understand(asked, now=MORNING), fold(asked), is_answered=True)

    assert "consult_booked" not in kinds


def test_no_button_is_the_teams_and_the_prospects() -> None:
    """A prospect's press that is taken for the team's is refused as a stranger's."""
    ours = {"edit", "q", TICK, *ACT_OF_BUTTON, *_WITH_NUMBERS}

    assert not ours & PRESSES
