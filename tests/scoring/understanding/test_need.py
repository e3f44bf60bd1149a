"""Need: named, only hinted at, or denied; and how many of what."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import NeedStatus
from scoring.understanding.text import read
from scoring.understanding.wishes import need

ANSWERS = {
    NeedStatus.STATED: (
        "quản lý kho",
        "phần mềm kế toán",
        "POS",
        "bán hàng",
        "2 quầy",
        "10 user",
        "kho hay thất thoát hàng",
        "sổ sách rối quá",
        "muốn tăng doanh thu",
        "phan mem quan ly ban hang",
        "học tiếng Trung",
        "nhà bị dột",
        "cần máy pos, giá bao nhiêu",
        "đang có phần mềm rồi nhưng muốn đổi vì chậm",
        "inventory management",
        "we lose track of orders",
        "cần tool automation cho team marketing",
        "cho mình tìm hiểu phần mềm chấm công",
    ),
    NeedStatus.VAGUE: (
        "tìm hiểu",
        "quan tâm bên mình",
        "tham khảo trước",
        "tim hieu thoi",
        "chưa biết nữa, em tư vấn đi",
        "mình muốn cải thiện mà chưa biết bắt đầu từ đâu",
        "thấy quảng cáo nên hỏi thử",
        "em muốn được tư vấn",
        "inbox",
        "just browsing",
        "not sure what I need yet",
    ),
    NeedStatus.NONE: (
        "we don't really need this",
        "thôi khỏi, team mình tự làm được rồi",
        "chưa có nhu cầu",
        "nhầm số",
        "có bên khác rồi",
        "mua rồi em",
        "không cần",
        "hổng cần, cảm ơn nghen",
        "ko can",
        "đã ký với bên khác rồi",
        "wrong number",
        "we already have one",
        "không",
    ),
}


@pytest.mark.parametrize(
    ("message", "status"), [(said, status) for status, all_ in ANSWERS.items() for said in all_]
)
def test_an_answer_about_the_need_is_heard(message: str, status: NeedStatus) -> None:
    found = need.find(read(message), "need")

    assert found is not None
    assert found.status is status


@pytest.mark.parametrize(
    "message",
    [
        "giá bao nhiêu",
        "báo giá giúp em",
        "how much is it",
        "chào em",
        "ok em",
        "vâng",
        "yes",
        "tuần sau",
        "tầm 200 triệu",
        "0901234567",
        "không cần gấp",
        "sếp em quyết",
        "chờ chút",
        "zxcvbnm",
        "xxxx",
        "x" * 4096,
        "ghjdfk dfgkj",
        "ádasd",
        "đang họp",
        "cảm ơn em",
    ],
)
def test_a_price_question_a_greeting_or_a_yes_names_no_need(message: str) -> None:
    assert need.find(read(message), "need") is None


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("quán em cần máy tính tiền cho 2 quầy", "cần máy tính tiền cho 2 quầy"),
        ("Chị Hoà đây, bên chị muốn làm website, tầm 50 triệu", "muốn làm website"),
        ("phần mềm kế toán, tháng sau dùng", "phần mềm kế toán"),
        ("looking for a CRM by end of June", "looking for a CRM"),
        ("can mua may in bill", "can mua may in bill"),
        ("toi can mua 3 cai ban", "can mua 3 cai"),
    ],
)
def test_a_need_is_heard_unasked_in_the_speakers_words(message: str, words: str) -> None:
    found = need.find(read(message))

    assert found is not None
    assert (found.status, found.text) == (NeedStatus.STATED, words)


@pytest.mark.parametrize(
    "message",
    [
        "Chị Hoà 0901.234.567, cần trong tháng 4, tầm 200 triệu",
        "cần trong hôm nay, tầm 60tr, sếp gật rồi",
        "our budget is about 4k USD, by end of June",
        "demo giúp em mai nhé",
        "bên kia báo 90 triệu lận",
        "cửa hàng có 60 nhân viên",
        "không cần gấp",
        "đừng gửi thông báo cho tôi nữa",
        "muốn nói chuyện với người thật",
        "cần gặp quản lý",
        "mấy giờ mở cửa",
        "bảo hành mấy năm",
        "in the morning please",
        "can you call me",
        "trong vòng 6 tuần",
        "nhầm rồi, 0934 567 891 mới đúng",
    ],
)
def test_a_message_about_something_else_names_no_need(message: str) -> None:
    assert need.find(read(message)) is None


@pytest.mark.parametrize(
    ("message", "counted"),
    [
        ("quán em cần máy tính tiền cho 2 quầy", [(2, "quầy", "2 quầy")]),
        ("cần pos cho hai quầy", [(2, "quầy", "hai quầy")]),
        ("cần 5 tài khoản crm", [(5, "tài khoản", "5 tài khoản")]),
        ("in 3000 tờ rơi, 2 triệu", [(3000, "tờ rơi", "3000 tờ rơi")]),
        ("cần luyện thi IELTS cho 3 người", [(3, "người", "3 người")]),
        ("cần phần mềm trong 2 tháng", []),
        ("cần phần mềm tầm 2 triệu", []),
    ],
)
def test_quantities_keep_the_number_and_the_counted_noun(
    message: str, counted: list[tuple[float, str, str]]
) -> None:
    found = need.find(read(message), "need")

    assert found is not None
    assert [(q.value, q.unit, message[q.span[0] : q.span[1]]) for q in found.quantities] == counted


@pytest.mark.parametrize("message", [said for all_ in ANSWERS.values() for said in all_])
def test_how_it_is_typed_changes_nothing(message: str) -> None:
    plain = need.find(read(message), "need")

    assert plain is not None
    for other in (
        unicodedata.normalize("NFD", message),
        message.upper(),
        message.replace(" ", "  "),
    ):
        found = need.find(read(other), "need")
        assert found is not None
        assert found.status is plain.status


PIECES = st.sampled_from(
    ["cần", "không", "2", "quầy", "phần mềm", "có rồi", "tìm hiểu", ",", "may", "need"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.sampled_from([None, "need"]))
def test_any_string_is_taken_and_the_evidence_is_true(message: str, asked: str | None) -> None:
    found = need.find(read(message), asked)

    assert found is None or found.text == message[found.span[0] : found.span[1]]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cần tủ bếp, à nhầm, cần bàn ăn", "cần bàn ăn"),
        ("muốn mua xe, ý em là muốn thuê xe 7 chỗ", "muốn thuê xe 7 chỗ"),
        ("I need a table, I mean I need six chairs", "need six chairs"),
        ("cần phần mềm kho, à quên, cảm ơn", "cần phần mềm kho"),
        ("cần tủ bếp à nhầm bàn ăn", "bàn ăn"),
        ("can tu bep a nham ban an", "ban an"),
        ("muốn mua máy in, nhầm, máy quét", "máy quét"),
        ("cần tủ bếp, à quên, cho hỏi giá luôn", "cần tủ bếp"),
        ("cần tủ bếp và bàn ăn", "cần tủ bếp và bàn ăn"),
    ],
)
def test_behind_a_slip_stands_what_is_meant(text: str, meant: str) -> None:
    found = need.find(read(text))

    assert found is not None
    assert found.text == meant
