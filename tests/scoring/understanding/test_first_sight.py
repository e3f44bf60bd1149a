"""What carries no wish is heard as none: small talk, words in passing, facts beside corrections."""

from __future__ import annotations

from datetime import datetime

import pytest

from scoring.lead import NeedStatus
from scoring.understanding.heard import Heard
from scoring.understanding.understand import understand

NOW = datetime.fromisoformat("2026-03-10T09:00:00+07:00")


def heard(text: str, asked: str | None = None) -> Heard:
    return understand(text, now=NOW, asked=asked, offer_range=(20_000_000, 300_000_000))


def names(text: str, asked: str | None = None) -> set[str]:
    return {intent.name for intent in heard(text, asked).intents}


@pytest.mark.parametrize(
    "text",
    [
        *("kkk", "hehe", "huhu", "trời hôm nay nóng quá trời luôn", "Việt Nam vô địch 🇻🇳"),
        *("buồn ngủ quá", "hú hồn", "bó tay luôn", "to be or not to be", "asdf", "ờ thì"),
        *("the weather is so nice today", "con gà cục tác lá chanh"),
    ],
)
def test_small_talk_carries_no_intent(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "only_mentioned"),
    [
        ("mình cần in 500 thiệp cảm ơn khách", "thanks"),
        ('cần lắp biển LED chữ "Xin chào quý khách"', "greeting"),
        ("tiệm mình tên là Tạm Biệt Cà Phê á", "goodbye"),
        ("mình cần kệ giá sách cho tiệm", "price_request"),
        ("khách đánh giá 5 sao nhiều không", "price_request"),
        ("bụng em giảm mỡ được không với máy này", "discount_request"),
        ("cần phần mềm quản lý khiếu nại", "complaint"),
        ("what is your refund policy", "complaint"),
        ("cần app đặt lịch cho tiệm nail", "appointment"),
        ("dịch vụ chăm chó mèo", "abuse"),
        ("muốn tuyển 2 tư vấn viên", "human_request"),
    ],
)
def test_a_word_merely_mentioned_is_no_wish(text: str, only_mentioned: str) -> None:
    assert only_mentioned not in names(text)


def test_inches_open_no_quotation() -> None:
    assert "price_request" in names('màn hình 24" giá bao nhiêu')


@pytest.mark.parametrize(
    "text",
    [
        *("hmm", "trời đang mưa to", "đợi xíu nha đang có khách", "ủa ai vậy", "em ten gi vay"),
        *("khoan đã, bên này có phải công ty ở Thủ Đức không", "anh tên Phúc", "chị ở Cần Thơ"),
        *("one moment please, someone's at the door", "hôm qua bạn hứa gửi mà"),
    ],
)
def test_asked_for_the_need_this_is_none(text: str) -> None:
    assert heard(text, "need").need is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("lồng chim", NeedStatus.STATED),
        ("da tui bị nám", NeedStatus.STATED),
        ("khách đặt mà hay quên đến", NeedStatus.STATED),
        ("em tên Lan cần máy in", NeedStatus.STATED),
        ("just curious what you guys do", NeedStatus.VAGUE),
        ("để coi bên bạn có cái gì đã", NeedStatus.VAGUE),
        ("nothing really", NeedStatus.NONE),
    ],
)
def test_a_need_is_a_thing_a_task_or_a_trouble(text: str, status: NeedStatus) -> None:
    needed = heard(text, "need").need

    assert needed is not None
    assert needed.status is status


@pytest.mark.parametrize("text", ["nhầm, 80 triệu", "à không, tháng 3", "đổi lại tháng 5 giúp em"])
def test_what_is_corrected_is_not_told_besides(text: str) -> None:
    assert "correction" in names(text)
    assert "provide_info" not in names(text)


def test_no_need_and_a_vague_one_tell_nothing() -> None:
    assert "provide_info" not in names("chưa có nhu cầu", "need")
    assert "provide_info" not in names("tìm hiểu thôi", "need")


@pytest.mark.parametrize(
    ("text", "counted"),
    [("can 25 bo ban ghe", 25), ("2 tu dong", 2), ("can app goi mon cho quan 6 ban", 6)],
)
def test_unmarked_quantities_are_no_addresses(text: str, counted: int) -> None:
    needed = heard(text, "need").need

    assert needed is not None
    assert [quantity.value for quantity in needed.quantities] == [counted]


def test_a_question_may_end_in_who_is_spoken_to() -> None:
    assert "question" in names("bên mình nhận thẻ tín dụng không ạ")
    assert "question" in names("máy in này dùng giấy khổ nào ạ")
    assert "question" not in names("chị không biết chọn mẫu nào")
