"""Authority: who decides, told from those who only sound like it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import BuyingRole
from scoring.understanding.people import authority
from scoring.understanding.text import read

SAID = {
    BuyingRole.DECISION_MAKER: (
        "mình làm chủ tiệm",
        "anh tự quyết",
        "do anh quyết hết",
        "nhà của tôi, tôi quyết",
        "tui tu quyet, khoi hoi ai",
        "quyền quyết định là của mình",
        "chị nắm tiền chị quyết",
        "chồng chị giao chị toàn quyền",
        "I'm the founder and CEO",
        "it's my call",
        "I decide",
    ),
    BuyingRole.JOINT: (
        "vợ chồng em bàn thêm",
        "mình với chồng cùng quyết",
        "để bàn với bà xã",
        "tụi mình 3 người góp vốn, cùng quyết",
        "hoi y kien chong da",
        "I need to discuss with my wife",
        "my partner and I both sign",
        "I'd have to convince my husband first",
        "phải thuyết phục chồng đã",
    ),
    BuyingRole.INFLUENCER: (
        "em lọc nhà cung cấp rồi sếp chọn",
        "em đề xuất sếp duyệt",
        "em lập tờ trình gửi lãnh đạo",
        "em de xuat len giam doc",
        "mình phụ trách so sánh giá, giám đốc quyết",
        "đang chờ sếp duyệt",
        "I compare options and my boss decides",
        "procurement has the last word, I write the recommendation",
    ),
    BuyingRole.NO_AUTHORITY: (
        "em hỏi giùm sếp",
        "sếp em quyết",
        "vo anh quyet",
        "em không có quyền quyết định",
        "bên trên quyết chứ em không quyết",
        "my director decides",
        "I have to ask my manager",
        "not up to me",
    ),
    BuyingRole.UNKNOWN: (
        "chưa biết ai quyết",
        "em chưa rõ bên em ai duyệt",
        "not sure who decides",
    ),
}


@pytest.mark.parametrize(
    ("message", "role"), [(said, role) for role, messages in SAID.items() for said in messages]
)
def test_the_role_is_heard(message: str, role: BuyingRole) -> None:
    found = authority.find(read(message), "authority")

    assert found is not None
    assert (found.role, found.approved) == (role, False)


@pytest.mark.parametrize(
    ("message", "role"),
    [
        ("mình", BuyingRole.DECISION_MAKER),
        ("em quyết", BuyingRole.DECISION_MAKER),
        ("me", BuyingRole.DECISION_MAKER),
        ("chính chị", BuyingRole.DECISION_MAKER),
        ("sếp", BuyingRole.NO_AUTHORITY),
        ("dạ sếp em ạ", BuyingRole.NO_AUTHORITY),
        ("my boss", BuyingRole.NO_AUTHORITY),
        ("vợ em", BuyingRole.NO_AUTHORITY),
        ("vợ chồng em", BuyingRole.JOINT),
        ("mình với vợ", BuyingRole.JOINT),
        ("hỏi lại chồng đã", BuyingRole.JOINT),
        ("chưa rõ", BuyingRole.UNKNOWN),
        ("không biết nữa", BuyingRole.UNKNOWN),
    ],
)
def test_a_short_answer_is_enough_only_where_it_was_asked_for(
    message: str, role: BuyingRole
) -> None:
    found = authority.find(read(message), "authority")

    assert found is not None
    assert found.role is role


@pytest.mark.parametrize("message", ["mình", "sếp", "vợ em", "anh", "chưa rõ", "chốt nhé", "em ký"])
def test_a_bare_word_is_no_answer_to_another_question(message: str) -> None:
    assert authority.find(read(message), "budget") is None


@pytest.mark.parametrize(
    ("message", "decider"),
    [
        ("lãnh đạo phê duyệt xong rồi", "lãnh đạo"),
        ("sếp gật rồi", "sếp"),
        ("ban giám đốc đã thông qua", "ban giám đốc"),
        ("sep duyet roi nha", "sep"),
        ("vợ đồng ý rồi em ơi", "vợ"),
        ("my boss already said yes", "boss"),
        ("sếp duyệt 80 triệu cho đợt này rồi", "sếp"),
        ("được duyệt rồi", None),
    ],
)
def test_an_approval_already_given_is_carried_out_by_an_influencer(
    message: str, decider: str | None
) -> None:
    found = authority.find(read(message), "authority")

    assert found is not None
    assert (found.role, found.approved, found.decider) == (BuyingRole.INFLUENCER, True, decider)


@pytest.mark.parametrize(
    "message",
    [
        "sếp chưa duyệt",
        "đợi sếp duyệt rồi mới mua",
        "nếu sếp đồng ý thì mua",
        "khi nào sếp ký xong",
    ],
)
def test_an_approval_to_come_is_none_yet(message: str) -> None:
    found = authority.find(read(message), "authority")

    assert found is None or not found.approved


@pytest.mark.parametrize(
    ("message", "decider"),
    [
        ("em lọc nhà cung cấp rồi sếp chọn", "sếp"),
        ("em trình ban giám đốc", "ban giám đốc"),
        ("hỏi lại chồng đã", "chồng"),
        ("vợ chồng em bàn thêm", "vợ chồng"),
        ("my manager makes the call", "manager"),
        ("who should decide is my boss", "boss"),
        ("em so sánh các bên rồi trưởng phòng chọn", "trưởng phòng"),
        ("mẹ em mới là người quyết", "mẹ"),
        ("ba mẹ em quyết", "ba mẹ"),
        ("phòng em đề xuất, còn Bộ phê duyệt", "bộ"),
        ("mình quyết", None),
    ],
)
def test_whoever_decides_is_named_in_the_speakers_words(message: str, decider: str | None) -> None:
    found = authority.find(read(message), "authority")

    assert found is not None
    assert found.decider == decider


@pytest.mark.parametrize(
    "message",
    [
        "sếp ơi tư vấn giúp em với",
        "dạ sếp gửi em báo giá nha",
        "chào sếp",
        "sếp chốt giá giùm em",
        "sếp bên em là ai vậy",
        "cho gặp quản lý của bạn",
        "can I talk to your manager?",
        "quyết tâm giảm cân",
        "giải quyết khiếu nại cho tôi",
        "chủ nhật chị rảnh",
        "chủ yếu bán online",
        "chủ động liên hệ giúp chị nha",
        "cần phần mềm duyệt đơn nghỉ phép",
        "quy trình phê duyệt đơn mua hàng",
        "trình duyệt Chrome bị lỗi",
        "ký gửi căn hộ được không em",
        "tu van quyet toan thue",
        "mua cho vợ",
        "chồng em thích màu xanh",
        "mình chốt đơn này",
        "anh đồng ý",
        "anh trả tiền mặt",
        "so sánh giúp em 2 gói",
        "hỏi giá giúp em",
        "đơn hàng được duyệt chưa",
        "let me decide on the color later",
        "bộ này em chọn rồi",
        "hai vợ chồng ở phòng nào",
        "vợ chồng em đi hai vé",
        "where do I sign",
        "can I sign up for the newsletter",
    ],
)
def test_words_that_only_contain_deciding_are_no_authority(message: str) -> None:
    assert authority.find(read(message)) is None


@pytest.mark.parametrize("message", [said for messages in SAID.values() for said in messages])
def test_how_it_is_typed_changes_nothing(message: str) -> None:
    plain = authority.find(read(message), "authority")

    assert plain is not None
    for other in (
        unicodedata.normalize("NFD", message),
        message.upper(),
        message.replace(" ", "  "),
    ):
        found = authority.find(read(other), "authority")
        assert found is not None
        assert (found.role, found.decider) == (plain.role, plain.decider)


PIECES = st.sampled_from(
    [
        "sếp",
        "em",
        "quyết",
        "duyệt",
        "rồi",
        "vợ",
        "với",
        "không",
        "có quyền",
        "đề xuất",
        "my",
        "boss",
        ",",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.sampled_from([None, "authority"]))
def test_any_string_is_taken_and_the_evidence_is_true(message: str, asked: str | None) -> None:
    found = authority.find(read(message), asked)

    assert found is None or found.text == message[found.span[0] : found.span[1]]
