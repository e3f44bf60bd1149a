"""Contact: numbers one can call, addresses, names, and the wish to give none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import Contact
from scoring.understanding.people import contact, phones
from scoring.understanding.text import read


def heard(message: str, asked: str | None = "contact") -> Contact:
    return contact.find(read(message), asked) or Contact(confidence=0.0)


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("0901.234.567 – Hoà, công ty Ánh Dương", "+84901234567"),
        ("0903123456nha", "+84903123456"),
        ("sdt0903123456", "+84903123456"),
        ("0903 1234 56", "+84903123456"),
        ("０９０３１２３４５６", "+84903123456"),
        ("o9o3 123 456", "+84903123456"),
        ("O903.123.456", "+84903123456"),
        ("(028) 3822.1234", "+842838221234"),
        ("028 38221234 máy lẻ 12", "+842838221234"),
        ("+84 (0) 903 123 456", "+84903123456"),
        ("0084-903-123-456", "+84903123456"),
        ("84 903 123 456", "+84903123456"),
        ("không chín một, hai ba bốn, năm sáu bảy tám", "+84912345678"),
        ("khong chin khong ba mot hai ba bon nam sau", "+84903123456"),
        ("gọi không bảy bảy sáu bảy chín hai không tám ba sau 5h", "+84776792083"),
        ("oh nine one two three four five six seven eight", "+84912345678"),
        ("+65 9123 4567", "+6591234567"),
        ("zalo.me/0903123456", "+84903123456"),
        ("kiểm tra đơn hàng giúp em 0903123456", "+84903123456"),
        ("mst 0301234567, sđt 0903123456", "+84903123456"),
        ("cccd 079203001234 - 0903123456", "+84903123456"),
        ("0903 123 456, 50 triệu", "+84903123456"),
        ("0903 123 456 2 quầy", "+84903123456"),
        ("số 12 ngõ 34 0903 123 456", "+84903123456"),
        ("gọi trước 9h nha 0903123456", "+84903123456"),
    ],
)
def test_a_number_is_read_however_it_is_written(message: str, number: str) -> None:
    assert heard(message).phones == (number,)


@pytest.mark.parametrize(
    "message",
    [
        "mã số thuế 0301234567",
        "MST của bên em là 0301234567",
        "0301234567 (mst)",
        "stk vcb của anh 0901234567",
        "0912345678 Vietcombank",
        "đơn hàng #0903123456",
        "mã HD0903123456",
        "1900 6789",
        "hotline 1800 1234 56",
        "09031234567",
        "0903 123 456 7",
        "090312345",
        "0281 234 5678",
        "01234567890",
        "903123456",
        "50.000.000",
        "84.903.123.456 đồng",
        "ngân sách 840000000",
        "09-03-2026",
        "ngày 09 03 2026",
        "0903123456@gmail.com",
        "số nhà 0912 nguyễn trãi",
        "không, 500000000",
        "lãi 0.903123456",
        "+84 1900 6789",
        "20h ngày 09/03/2026",
    ],
)
def test_other_digits_are_no_number_to_call(message: str) -> None:
    assert heard(message).phones == ()


@pytest.mark.parametrize(
    ("message", "is_wrong"),
    [
        ("0903 123 456 7", True),
        ("09031234567", True),
        ("090312345", True),
        ("số điện thoại 912345678", True),
        ("số em 0912 345 67 nha", True),
        ("0903123456", False),
        ("mst 0312345678", False),
        ("1900 6789", False),
        ("ngân sách 840000000", False),
        ("50.000.000", False),
        ("09-03-2026", False),
        ("dạ được", False),
    ],
)
def test_the_bot_can_tell_that_a_number_has_the_wrong_length(message: str, is_wrong: bool) -> None:
    assert (phones.wrong_length(read(message)) is not None) is is_wrong


@pytest.mark.parametrize(
    ("message", "claimed"),
    [
        ("0903 123 456, 50 triệu", ((0, 2),)),
        ("mst 0312345678 tầm 50 triệu", ((1, 1),)),
        ("hotline 1900 1234", ((1, 2),)),
        ("0903 123 456 7", ((0, 3),)),
        ("tầm 500.000.000", ()),
        ("84.903.123.456 đồng", ()),
        ("19000000", ()),
    ],
)
def test_tokens_of_numbers_are_claimed_so_that_they_are_no_money(
    message: str, claimed: tuple[tuple[int, int], ...]
) -> None:
    assert phones.claimed(read(message)) == claimed


@pytest.mark.parametrize(
    "message",
    [
        "số mới 0901234567, số cũ 0912345678",
        "số cũ 0912345678, số mới 0901234567",
        "0912345678 (số cũ) 0901234567 (mới)",
        "0912345678 là số cũ rồi, 0901234567 nha",
        "không phải 0912345678, 0901234567 mới đúng",
        "my old number is 0912345678, the new one is 0901234567",
        "số phụ 0912345678, số chính 0901234567",
        "0901234567 hoặc 0912345678",
        "0901.234.567,0912.345.678",
    ],
)
def test_a_new_or_main_number_comes_before_an_old_one(message: str) -> None:
    assert heard(message).phones == ("+84901234567", "+84912345678")


@pytest.mark.parametrize(
    ("message", "address"),
    [
        ("lan [at] congty [dot] vn", "lan@congty.vn"),
        ("Email: LAN@GMAIL.COM.", "lan@gmail.com"),
        ("mail em là nguyen chấm lan a còng gmail chấm com nhé", "nguyen.lan@gmail.com"),
        ("lan a cong gmail cham com", "lan@gmail.com"),
        ("minh gạch dưới 9 a còng yahoo chấm com chấm vn", "minh_9@yahoo.com.vn"),
        ("lan at gmail dot com", "lan@gmail.com"),
        ("email me at kim.lee@corp.kr", "kim.lee@corp.kr"),
        ("lan@3bin.vn nha", "lan@3bin.vn"),
        ("coool@gmail.com", "coool@gmail.com"),
    ],
)
def test_an_address_is_read_spelled_out_as_well(message: str, address: str) -> None:
    assert heard(message).emails == (address,)


@pytest.mark.parametrize(
    "message", ["meeting at cafe.vn", "gặp nhau at home", "lan@gmail", "zalo @lan", "a@b..vn"]
)
def test_not_every_at_makes_an_address(message: str) -> None:
    assert heard(message).emails == ()


@pytest.mark.parametrize(
    ("message", "handle", "evidence"),
    [
        ("tele: @linh_tran nhé", "@linh_tran", "tele: @linh_tran"),
        ("ig của em là @tiem.banh", "@tiem.banh", "ig của em là @tiem.banh"),
        ("@minh88", "@minh88", "@minh88"),
    ],
)
def test_a_handle_is_shown_with_its_platform(message: str, handle: str, evidence: str) -> None:
    found = heard(message)

    start, end = found.spans["handles"][0]
    assert (found.handles, message[start:end]) == ((handle,), evidence)


@pytest.mark.parametrize(
    ("message", "name", "honorific"),
    [
        ("Chị Hoà 0901.234.567, cần trong tháng 4", "Hoà", "chị"),
        ("tên em là Phương Anh", "Phương Anh", "em"),
        ("mình là nguyễn văn tuấn", "nguyễn văn tuấn", None),
        ("My name is David Nguyen", "David Nguyen", None),
        ("name's John, call me", "John", None),
        ("I'm Sarah, call me", "Sarah", None),
        ("dạ Hương ạ", "Hương", None),
        ("a Dũng 0949 555 444", "Dũng", "anh"),
        ("0708.99.88.77 (Tuấn)", "Tuấn", None),
        ("contact của sếp em: Mr. Kiên, 0904 333 222", "Kiên", "mr"),
        ("chi lan 0912345678", "lan", "chị"),
        ("Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hà", None),
        ("con tên Nhi, số mẹ con là 0919 234 234", "Nhi", "con"),
    ],
)
def test_a_name_is_read_with_its_honorific(message: str, name: str, honorific: str | None) -> None:
    assert (heard(message).name, heard(message).honorific) == (name, honorific)


@pytest.mark.parametrize(
    "message",
    [
        "dạ được",
        "đang họp",
        "ok em",
        "anh",
        "mình đây",
        "để làm gì vậy em",
        "sure, one sec",
        "17/4 Hai Bà Trưng",
        "nhà chị ở 30/4 Nguyễn Văn Trỗi",
        "chị yên tâm nhé",
        "em là nhân viên",
        "tên miền gì vậy",
        "miền Nam",
        "phòng khám Tâm Đức",
        "em sinh ngày 12/8/1995",
        "lần sau nhé",
        "Đà Nẵng",
    ],
)
def test_a_pronoun_a_reply_or_a_place_is_no_name(message: str) -> None:
    assert heard(message).name is None


@pytest.mark.parametrize(
    "message",
    ["demo giúp em mai nhé", "mai gọi anh nhé", "anh mua hai cái", "chào em", "We need a CRM"],
)
def test_a_message_about_something_else_holds_no_contact(message: str) -> None:
    assert contact.find(read(message)) is None


@pytest.mark.parametrize(
    ("message", "company"),
    [
        ("0901.234.567 – Hoà, công ty Ánh Dương", "công ty Ánh Dương"),
        ("Công ty TNHH Minh Long, anh Phúc", "Công ty TNHH Minh Long"),
        ("xuất hoá đơn cho cty TNHH Sao Mai nha", "cty TNHH Sao Mai"),
        ("cong ty tnhh anh duong", "cong ty tnhh anh duong"),
        ("em Lan bên FPT", "FPT"),
        ("shop Mộc Nhiên bán đồ gỗ", "shop Mộc Nhiên"),
        ("công ty em có 20 người", None),
        ("công ty thành lập năm 2015", None),
        ("shop ơi", None),
        ("chị May bên HR", None),
        ("bên kia báo 90 triệu", None),
    ],
)
def test_a_business_keeps_its_legal_form(message: str, company: str | None) -> None:
    assert heard(message).company == company


@pytest.mark.parametrize(
    "message",
    [
        "thôi khỏi, nhắn ở đây được rồi",
        "mình không muốn để lại số điện thoại",
        "khong cho so dau",
        "ngại cho số lắm em",
        "số cá nhân tôi không cung cấp",
        "I'd rather not give my number",
        "let's just chat here",
        "không cần đâu",
    ],
)
def test_who_wants_to_stay_here_has_refused(message: str) -> None:
    assert heard(message).refused


@pytest.mark.parametrize(
    "message",
    [
        "đừng gọi trước 5h, số em 0903123456",
        "budget chưa approve nên chưa có số",
        "chat với nhân viên",
        "số em đây",
        "nhắn chị nhé",
    ],
)
def test_who_only_mentions_numbers_or_chatting_has_not_refused(message: str) -> None:
    assert not heard(message).refused


WHOLE = (
    "Chị Hoà 0901.234.567, cần trong tháng 4",
    "mail em là nguyen chấm lan a còng gmail chấm com nhé",
    "thôi khỏi, nhắn ở đây được rồi",
    "em tên Phương Anh, số cũ 0912345678, số mới 0901234567",
)


@pytest.mark.parametrize("message", WHOLE)
def test_decomposed_letters_and_doubled_spaces_change_nothing(message: str) -> None:
    plain = heard(message)

    for other in (unicodedata.normalize("NFD", message), message.replace(" ", "  ")):
        found = heard(other)
        assert (found.phones, found.emails, found.name, found.honorific, found.refused) == (
            plain.phones,
            plain.emails,
            plain.name,
            plain.honorific,
            plain.refused,
        )


@pytest.mark.parametrize("message", WHOLE)
def test_capitals_change_no_number_no_address_and_no_refusal(message: str) -> None:
    plain, shouted = heard(message), heard(message.upper())

    assert (shouted.phones, shouted.emails) == (plain.phones, plain.emails)
    assert shouted.refused == plain.refused


def test_the_evidence_is_where_it_stands() -> None:
    message = "Chị Hoà (090) 123 4567, hoa@spa.vn"

    found = heard(message)

    shown = {part: [message[a:b] for a, b in spans] for part, spans in found.spans.items()}
    assert shown == {"name": ["Hoà"], "phones": ["(090) 123 4567"], "emails": ["hoa@spa.vn"]}


PIECES = st.sampled_from(
    [
        *"0123456789+-.()@ ,\n",
        "không",
        "chín",
        "anh",
        "Lan",
        "tên",
        "a còng",
        "chấm",
        "số",
        "\ud800",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.sampled_from([None, "contact"]))
def test_any_string_is_taken_and_every_span_lies_within(message: str, asked: str | None) -> None:
    text = read(message)

    found = contact.find(text, asked)

    phones.wrong_length(text)
    assert all(0 <= first <= last < len(text.tokens) for first, last in phones.claimed(text))
    spans = found.spans if found else {}
    assert all(0 <= a < b <= len(message) for part in spans.values() for a, b in part)
