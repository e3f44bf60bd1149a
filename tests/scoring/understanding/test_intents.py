"""What a message wants, however it is put."""

from __future__ import annotations

import pytest

from scoring.understanding.text import fold, read
from scoring.understanding.wishes import intents

MEANT: dict[str, tuple[str, ...]] = {
    "greeting": (
        "chào shop",
        "hello em",
        "xin chào ạ",
        "alo em ơi",
        "shop ơi",
        "hi there",
    ),
    "goodbye": ("tạm biệt em", "bye nha", "hẹn gặp lại", "thôi chào em", "see you", "ngủ ngon nhé"),
    "thanks": ("cảm ơn em nhiều", "cám ơn shop", "tks em", "thank you so much", "ok cảm ơn nha"),
    "affirm": ("đúng rồi", "ừ", "ok em", "vâng ạ", "đồng ý", "yes", "okela", "👍", "chuẩn luôn"),
    "deny": ("không phải", "sai rồi em", "không", "chưa", "hok", "nope", "👎"),
    "price_request": (
        *("giá bao nhiêu em", "cho xin báo giá", "bao nhiêu tiền một tháng vậy", "how much is it"),
        *("báo giá giúp anh 20 bộ", "gói pro giá sao"),
        *("xin giá ạ", "đừng bận tâm, gửi giá là được"),
    ),
    "discount_request": (
        *("có giảm giá không em", "bớt chút đi", "mua nhiều có chiết khấu không", "any discount"),
        *("đang có khuyến mãi gì không", "fix thêm cho anh", "giá tốt hơn được không"),
    ),
    "demo_request": (
        *("demo giúp em mai nhé", "cho dùng thử được không"),
        *("có bản trial không", "học thử được ko"),
        *("can I get a demo", "cho chạy thử hệ thống"),
    ),
    "human_request": (
        *("cho gặp nhân viên", "gọi lại cho chị", "nói chuyện với người thật", "talk to a human"),
        *("gọi điện cho chị, đừng nhắn tin", "cho xin hotline", "kêu người gọi anh", "call me"),
    ),
    "appointment": (
        *("đặt lịch hẹn", "hẹn 3h chiều mai nhé"),
        *("dời lịch qua thứ 6 giúp", "cancel my appointment"),
        *("hủy lịch hẹn ngày mai", "bên em qua khảo sát được không", "còn slot chiều nay không"),
    ),
    "purchase": (
        *("chốt đơn cho chị", "lấy cho anh 2 bộ", "mình muốn mua", "cho xin stk", "I'll take it"),
        *("ký hợp đồng luôn", "đặt mua 3 cái", "đăng ký gói này", "ship cho em 1 cái"),
    ),
    "question": (
        *("có bảo hành không", "giao hàng bao lâu", "shop ở đâu vậy", "có trả góp không ạ"),
        *("khác gói kia chỗ nào", "does it work on mobile", "mất mạng có bán được không"),
    ),
    "info_request": (
        *("tư vấn giúp em", "gửi anh tài liệu", "cho xin thêm thông tin", "send me the brochure"),
        *("cho xem hình thật", "mình muốn tìm hiểu thêm", "tell me more"),
    ),
    "complaint": (
        *("giao hàng chậm quá", "máy mới mua đã hỏng"),
        *("gọi hoài không ai nghe máy", "I want a refund"),
        *("thái độ nhân viên kém quá", "tôi muốn khiếu nại", "phần mềm lỗi suốt"),
    ),
    "objection_price": (
        *("mắc quá em", "đắt thế", "giá hơi cao", "bên kia rẻ hơn", "too expensive"),
        *("vượt ngân sách rồi", "bên kia báo 90 triệu lận"),
    ),
    "not_interested": (
        *("không có nhu cầu", "bên chị chưa cần", "không quan tâm", "mua chỗ khác rồi em"),
        *("we don't need it", "thôi không mua đâu"),
    ),
    "postpone": (
        *("để anh suy nghĩ thêm", "khi nào cần chị nhắn", "chưa vội", "để tháng sau tính"),
        *("đang họp, lát nói chuyện nhé", "let me think about it", "không cần gấp"),
    ),
    "opt_in": (
        *("đồng ý nhận tin", "đăng ký nhận khuyến mãi", "bật lại thông báo", "keep me posted"),
        *("có sale thì nhắn chị nhé", "cứ gửi tin cho anh"),
    ),
    "bot_challenge": (
        *("em là bot à", "người hay máy vậy", "are you a bot", "chatbot hả", "là người thật hả"),
        *("đang chat với bot à",),
    ),
    "correction": (
        *("nhầm, 80 triệu", "à không, tháng 3", "đổi lại giúp em", "50 chứ không phải 15"),
        *(
            "cần tủ bếp à nhầm bàn ăn",
            "gõ nhầm, 70tr",
            "ý chị là 5 cái",
            "sorry, I meant 50 million",
            "số này mới đúng",
        ),
    ),
    "abuse": ("đồ lừa đảo", "mày ngu à", "fuck you", "bọn mất dạy", "stupid bot"),
}

# (message, what must not be heard in it)
NOT_MEANT = (
    ("đừng gọi giờ này", "human_request"),
    ("không cần gọi lại", "human_request"),
    ("quản lý nhân viên", "human_request"),
    ("không mua nữa", "purchase"),
    ("chưa chốt được", "purchase"),
    ("máy in này in màu được không", "bot_challenge"),
    ("cần làm chatbot bán hàng", "bot_challenge"),
    ("bên kia báo giá 90 triệu", "price_request"),
    ("giảm thất thoát hàng hóa", "discount_request"),
    ("giao nhầm hàng rồi", "correction"),
    ("đổi trả thế nào", "correction"),
    ("không muốn nhận tin nữa", "opt_in"),
    ("có bị lừa đảo không", "abuse"),
    ("bán thức ăn cho chó mèo", "abuse"),
    ("hẹn gặp lại em", "appointment"),
    ("sếp duyệt chưa", "deny"),
    ("can ke toan cho 2 nguoi", "human_request"),
    ("gia re the", "objection_price"),
    # how it is done is asked idly
    ("đặt cọc thế nào", "purchase"),
    ("dat hang kieu gi vay", "purchase"),
    ("cọc trước bao nhiêu", "purchase"),
    ("đặt hẹn kiểu gì", "appointment"),
    ("đặt lịch trước bao lâu", "appointment"),
    ("không sao đâu", "deny"),
    ("sếp em", "human_request"),
    ("sdt", "human_request"),
    ("who decides is my boss", "question"),
    ("nhân viên em hay nhập nhầm", "correction"),
    ("nhiều", "thanks"),
    ("chao chong dinh con hang khong", "greeting"),
    ("chao ga bao nhieu mot to", "greeting"),
    ("may do duong huyet", "complaint"),
    ("không hợp với bên anh", "appointment"),
    ("shop em ban my pham online", "postpone"),
    ("chi phi lap dat bao nhieu", "objection_price"),
    ("shop o dau vay", "affirm"),
    ("ck rồi nha shop", "discount_request"),
    ("are you a real person?", "human_request"),
    ("gọi taxi cho tôi", "human_request"),
    ("please have somebody phone me", "not_interested"),
    ("có lớp tối thì nhắn em", "postpone"),
    ("please never call me again", "complaint"),
    # bare, these are another word than the insult
    ("con toi hoc lop 5", "abuse"),
    ("bon toi can 5 cai", "abuse"),
    ("do gian dung con khong", "abuse"),
    ("con ranh khong em", "abuse"),
    ("vong deo tay", "abuse"),
    ("phong ngu nhu the nao", "abuse"),
    ("mẹ nó quyết", "abuse"),
)

CONFIRMED = (
    ("hok", "deny"),
    ("chưa", "deny"),
    ("dạ không ạ", "deny"),
    ("không phải em ơi", "deny"),
    ("k", "deny"),
    ("ừa", "affirm"),
    ("okela", "affirm"),
    ("👍", "affirm"),
    ("👍🏻", "affirm"),
    ("dung", "affirm"),
    ("dạ đúng rồi ạ", "affirm"),
    ("không sai", "affirm"),
    ("không vấn đề gì", "affirm"),
    ("ừ, gọi chị lúc 3h nhé", "affirm"),
    ("không, ý là 40 triệu", "deny"),
)


def names(message: str, asked: str | None = None) -> list[str]:
    return [intent.name for intent in intents.find(read(message), asked)]


@pytest.mark.parametrize(
    ("message", "meant"),
    [(message, intent) for intent, messages in MEANT.items() for message in messages],
)
def test_an_intent_is_heard_with_marks_and_without(message: str, meant: str) -> None:
    assert meant in names(message)
    assert meant in names(fold(message))


@pytest.mark.parametrize(("message", "intent"), NOT_MEANT)
def test_what_only_looks_like_an_intent_is_none(message: str, intent: str) -> None:
    assert intent not in names(message)


@pytest.mark.parametrize(("message", "meant"), CONFIRMED)
def test_a_short_answer_to_is_that_right(message: str, meant: str) -> None:
    assert names(message, "confirm")[0] == meant


@pytest.mark.parametrize("message", ["đặt cọc thế nào", "đặt hàng kiểu gì", "làm sao để đặt lịch"])
def test_how_something_is_done_is_a_question(message: str) -> None:
    assert names(message) == ["question"]


def test_who_wants_to_buy_and_asks_how_still_wants_to_buy() -> None:
    assert "purchase" in names("muốn đặt hàng thì làm sao em")


@pytest.mark.parametrize("message", ["Cả hai", "cả ba", "cả 2 ạ", "both", "both of them", "ca hai"])
def test_which_of_several_is_no_wish(message: str) -> None:
    assert intents.find(read(message), "need") == ()


def test_a_pattern_may_begin_with_a_number() -> None:
    assert "correction" in names("80 triệu mới đúng")


def test_several_intents_hold_at_once() -> None:
    found = names("chào shop, bên mình có demo không, giá sao")

    assert {"greeting", "demo_request", "price_request"} <= set(found)


def test_a_correction_also_says_no_when_a_value_was_read_back() -> None:
    assert set(names("không, ý là 40 triệu", "confirm")) == {"deny", "correction"}


def test_the_words_that_say_it_are_pointed_at() -> None:
    message = "Dạ em chào shop. Cho em xin BÁO GIÁ nhé"

    spans = {one.name: one.span for one in intents.find(read(message), None)}

    start, end = spans["price_request"]
    assert "báo giá" in message[start:end].lower()


def test_the_best_comes_first() -> None:
    found = intents.find(read("mắc quá, bớt được không em, không thì chị lấy bên khác"), None)

    assert [one.confidence for one in found] == sorted(
        (one.confidence for one in found), reverse=True
    )


def test_an_opt_out_stands_before_everything_else() -> None:
    assert names("cảm ơn em, nhưng đừng nhắn cho chị nữa")[0] == "opt_out"


def test_the_model_alone_never_says_that_messages_should_end() -> None:
    # Full of the letters of opt-outs, and none.
    assert not {"opt_out", "delete_data"} & set(names("nhắn tin thông báo quảng cáo cho tôi nữa"))


@pytest.mark.parametrize(
    "words",
    [
        "nhân viên gọi trễ quá",
        "nhan vien goi tre qua",
        "gọi điện mãi không ai nghe",
        "nhân viên gọi lúc nửa đêm",
        "bên em gọi nhiều quá",
        "gọi quấy rầy hoài",
        "gọi tổng đài toàn máy bận",
        "hẹn 9h gọi giờ 11h chưa gọi",
        "nv gọi trễ hẹn",
        "đợi cuộc gọi cả buổi sáng",
        "đặt lịch mà không ai gọi",
        "đặt lịch mãi không được",
        "gửi báo giá trễ quá",
        "your staff called too late",
        "you promised to call and never did",
        "calls keep coming at night",
    ],
)
def test_a_call_gone_wrong_is_a_complaint_and_asks_for_nothing(words: str) -> None:
    assert {one.name for one in intents.find(read(words), None)} == {"complaint"}


@pytest.mark.parametrize(
    "words",
    [
        "không ai nghe máy, gọi lại cho tôi ngay",
        "gọi mãi không được, bên em gọi lại cho chị nhé",
        "gọi trễ cũng được",
        "nobody answered, call me back please",
        "nhờ nhân viên gọi lại",
    ],
)
def test_who_asks_to_be_called_is_heard_beside_a_complaint(words: str) -> None:
    assert "human_request" in {one.name for one in intents.find(read(words), None)}
