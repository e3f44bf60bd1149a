"""What prospects stumble over: each sentence answered as a person would."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.channel import Kind
from tests.fakes import FakeChannel, plain_channel
from tests.house import House

TO_CONTACT = ("kế toán", "bỏ qua", "bỏ qua", "bỏ qua")


@pytest.fixture(params=["buttons", "plain"])
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return FakeChannel() if request.param == "buttons" else plain_channel()


@pytest.fixture
def house(sqlite_house: House) -> House:
    return sqlite_house


async def begins(house: House, *answers: str) -> None:
    await house.starts("lan")
    await house.says("lan", "đồng ý")
    for answer in answers:
        await house.says("lan", answer)


async def consented(house: House) -> bool:
    agreed = await house.store.read(lambda work: work.conversations.agreed(1, "contact"))
    return agreed is not None


async def test_a_wrong_number_is_quoted_and_an_e_mail_will_do(house: House) -> None:
    await begins(house, *TO_CONTACT)

    wrong = await house.says("lan", "số chị 091234567")
    summary = await house.says("lan", "thôi gửi lan@example.com nhé")

    assert "số 091234567 chưa đúng" in wrong.text
    assert "lan@example.com" in summary.text


async def test_no_number_is_no_promise_of_a_call_and_no_consent(house: House) -> None:
    await house.says("lan", "cần phần mềm kế toán")
    for _ in range(3):
        await house.says("lan", "bỏ qua")

    summary = await house.says("lan", "chị không muốn cho số")

    assert "liên hệ trong" not in summary.text
    assert not await consented(house)


async def test_a_cold_lead_is_promised_no_minutes(house: House) -> None:
    await begins(house, *TO_CONTACT)

    summary = await house.says("lan", "0912 345 678")

    assert "ít phút" not in summary.text
    assert "đã lưu lại" in summary.text


async def test_who_wants_a_call_is_asked_for_the_number_next(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await begins(house)

    promised = await house.says("lan", "gọi cho tôi")
    thanked = await house.says("lan", "0912345678")

    assert "đã báo nhân viên" in promised.text
    assert "xin số điện thoại" in promised.text
    assert "1/4" in thanked.text


async def test_out_of_hours_the_promise_names_the_morning(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=12))

    promised = await house.says("lan", "gọi cho tôi, 0912345678")

    assert "từ 8:00 ngày mai" in promised.text


async def test_no_at_the_greeting_is_taken_for_a_no(house: House) -> None:
    await house.starts("lan")

    answer = await house.says("lan", "không")

    assert "không hỏi thêm" in answer.text
    assert not await consented(house)
    assert "Dạ em đây" in (await house.says("lan", "chào em")).text


async def test_yes_to_the_erasure_erases_and_no_keeps(house: House) -> None:
    await begins(house, "kế toán")

    await house.says("lan", "/xoa")
    kept = await house.says("lan", "không")
    await house.says("lan", "/xoa")
    gone = await house.says("lan", "có")

    assert "giữ lại như cũ" in kept.text
    assert "đã xoá hết" in gone.text
    assert await house.store.read(lambda work: work.lead_lists.count()) == 0


async def test_a_yes_later_on_erases_nothing(house: House) -> None:
    await begins(house, "kế toán")
    await house.says("lan", "/xoa")
    await house.says("lan", "có dùng thử không?")

    await house.says("lan", "ừ")

    assert await house.store.read(lambda work: work.lead_lists.count()) == 1


async def test_erasing_nothing_stores_nothing(house: House) -> None:
    assert "chưa lưu gì" in (await house.says("lan", "/xoa")).text
    assert await house.store.read(lambda work: work.lead_lists.count()) == 0


async def test_an_i_dont_know_passes_the_question(house: House) -> None:
    await begins(house)

    assert "2/4" in (await house.says("lan", "cũng chưa biết nữa")).text


async def test_just_looking_takes_no_stated_need_back(house: House) -> None:
    await begins(house, "cần phần mềm cho 3 cửa hàng")

    await house.says("lan", "chị chỉ tham khảo thôi")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert [fact.value.status for fact in lead.facts if fact.slot == "need"] == ["stated"]  # type: ignore[union-attr]


async def test_no_open_question_is_shown_more_than_three_times(house: House) -> None:
    await begins(house)

    for question in (
        "có bảo hành không?",
        "có dùng thử không?",
        "địa chỉ ở đâu?",
        "trả góp không?",
    ):
        await house.says("lan", question)

    shown = [one for one in house.channel.sent if "1/4" in one.text]
    assert len(shown) == 3
    assert "chuyển khoản" in house.channel.last("lan").text


async def test_thanks_are_not_answered_with_a_question(house: House) -> None:
    await begins(house)

    assert "?" not in (await house.says("lan", "cảm ơn em")).text


async def test_a_complaint_is_met_with_an_apology_and_a_person(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await begins(house)

    answer = await house.says("lan", "làm ăn kiểu gì vậy, quá tệ")

    assert "xin lỗi" in answer.text
    assert "1/4" not in answer.text
    assert "KHÁCH MUỐN GẶP NGƯỜI" in house.channel.last("minh").text


async def test_abuse_is_answered_once(house: House) -> None:
    await begins(house)

    await house.says("lan", "đồ ngu")
    said = len(house.channel.sent)
    await house.says("lan", "đồ ngu")

    assert len(house.channel.sent) == said


async def test_a_no_to_the_summary_asks_which_line(house: House) -> None:
    await begins(house, *TO_CONTACT, "0912 345 678")

    assert "chỗ nào chưa đúng" in (await house.says("lan", "sai rồi")).text


async def test_a_yes_to_a_doubtful_value_makes_it_sure(house: House) -> None:
    await begins(house, "kế toán", "tháng sau")
    doubtful = await house.says("lan", "50")

    await house.says("lan", "đúng rồi")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert "em hiểu là 50 triệu" in doubtful.text
    assert lead is not None
    assert [fact.confidence >= 0.8 for fact in lead.facts if fact.slot == "budget"] == [False, True]


async def test_the_first_campaign_is_kept(house: House) -> None:
    await house.starts("lan", "FB1")
    await house.says("lan", "đồng ý")
    await house.says("lan", "kế toán")

    again = await house.starts("lan", "GG2")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert "tiếp tục" in again.text
    assert lead is not None
    assert lead.source == "FB1"


async def test_a_caption_is_read_like_any_text(house: House) -> None:
    await begins(house)

    await house.hear(
        house.message("lan", Kind.ATTACHMENT, attachment="photo", text="cần máy cho 3 quầy")
    )

    assert "2/4" in house.channel.last("lan").text


async def test_a_hi_speaks_the_language_of_the_app_and_words_decide(house: House) -> None:
    hello = await house.says("john", "hi", sender_language="en")
    await house.starts("lan", sender_language="en")
    vietnamese = await house.says("lan", "cần phần mềm kế toán cho 2 công ty")

    assert "automated assistant" in hello.text
    assert "muốn bắt đầu" in vietnamese.text


async def test_a_name_given_in_words_becomes_the_leads(house: House) -> None:
    await house.says("lan", "chị tên Hoa, cần phần mềm kế toán", sender_name="")

    lead = await house.store.read(lambda work: work.leads.get(1))

    assert lead is not None
    assert lead.name == "Hoa"


async def test_an_opted_out_customer_who_asks_for_a_person_gets_one(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await begins(house)
    await house.says("lan", "dừng")

    answer = await house.says("lan", "cho chị gặp nhân viên")

    assert "đã báo nhân viên" in answer.text
    assert "KHÁCH MUỐN GẶP NGƯỜI" in house.channel.last("minh").text


async def test_a_contradiction_keeps_both_answers_and_asks_once_which(house: House) -> None:
    await begins(house, "kế toán", "tháng sau", "khoảng 50 triệu")

    asked = await house.says("lan", "ngân sách chỉ 5 triệu thôi")
    picked = await house.says("lan", "1")
    again = await house.says("lan", "ngân sách 90 triệu")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert "lúc trước anh/chị nói khoảng 50 triệu, giờ là 5 triệu" in asked.text
    assert "4/4" in picked.text
    assert "lúc trước" not in again.text
    assert lead is not None
    said = [fact.value.text for fact in lead.facts if fact.slot == "budget"]  # type: ignore[union-attr]
    assert said == ["khoảng 50 triệu", "5 triệu", "khoảng 50 triệu", "90 triệu"]


async def test_an_advertiser_is_answered_once_and_marked(house: House) -> None:
    advert = "Vay tiền nhanh, lãi suất thấp: http://vay.example"

    answered = await house.says("lan", advert)
    said = len(house.channel.sent)
    await house.says("lan", advert)

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert "chỉ hỗ trợ khách của Ánh Dương" in answered.text
    assert len(house.channel.sent) == said
    assert lead is not None
    assert not lead.facts
    assert [heat.kind for heat in lead.heat] == ["spam"]


async def test_stickers_get_the_buttons_then_an_offer_then_a_person(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    texts = []
    for _ in range(3):
        await house.hear(house.message("lan", Kind.ATTACHMENT, attachment="sticker"))
        texts.append(house.channel.last("lan").text)

    assert "bấm nút" in texts[0]
    assert "1/4" in texts[0]
    assert "muốn gặp nhân viên" in texts[1]
    assert "đã báo nhân viên" in texts[2]
    assert "KHÁCH MUỐN GẶP NGƯỜI" in house.channel.last("minh").text


async def test_the_price_is_told_once_before_the_number_is_asked_for(house: House) -> None:
    await begins(house, *TO_CONTACT)

    asked = house.channel.last("lan").text

    assert asked.index("giá kế toán bên em từ 6 triệu đến 90 triệu") < asked.index("xin số")


async def test_who_needs_nothing_is_asked_no_more(house: House) -> None:
    await begins(house)

    assert "không hỏi thêm" in (await house.says("lan", "chị chưa có nhu cầu đâu")).text


async def test_let_me_think_is_let_be(house: House) -> None:
    await begins(house, "kế toán")

    answer = await house.says("lan", "thôi để chị xem thêm")

    assert "cứ thong thả" in answer.text
    assert "?" not in answer.text
