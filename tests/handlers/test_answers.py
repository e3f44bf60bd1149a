"""Side questions in many spellings: which answer each gets, and which get none."""

from __future__ import annotations

import pytest

from handlers.business import SAMPLE
from handlers.business_file.faq import FaqEntry
from handlers.faq.answers import answer_to
from handlers.owners_file import load
from scoring.lead import Slot
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House

# A word or two of the answer that is meant; "" where no entry answers.
QUESTIONS = (
    ("giá bao nhiêu", "tuỳ quy mô"),
    ("gia bao nhieu vay shop", "tuỳ quy mô"),
    ("giá bao nhiêu vậy em?", "tuỳ quy mô"),
    ("chị cần quản lý 3 cửa hàng, mà giá bao nhiêu em?", "tuỳ quy mô"),
    ("bao nhiêu tiền một tháng", "tuỳ quy mô"),
    ("phần mềm này tiền bao nhiêu", "tuỳ quy mô"),
    ("cho xin bảng giá", "tuỳ quy mô"),
    ("gui bang gia cho anh", "tuỳ quy mô"),
    ("chi phí thế nào", "tuỳ quy mô"),
    ("How much is it?", "tuỳ quy mô"),
    ("how much does the accounting cost", "tuỳ quy mô"),
    ("do you have a price list", "tuỳ quy mô"),
    ("có dùng thử không", "14 ngày"),
    ("co dung thu ko", "14 ngày"),
    ("cho dùng thử trước được không em", "14 ngày"),
    ("xài thử được không", "14 ngày"),
    ("is there a free trial?", "14 ngày"),
    ("free trial", "14 ngày"),
    ("shop ở đâu vậy", "Nguyễn Huệ"),
    ("van phong o dau", "Nguyễn Huệ"),
    ("địa chỉ bên em", "Nguyễn Huệ"),
    ("dia chi?", "Nguyễn Huệ"),
    ("cho anh xin địa chỉ", "Nguyễn Huệ"),
    ("Where are you?", "Nguyễn Huệ"),
    ("what is your address?", "Nguyễn Huệ"),
    ("mấy giờ mở cửa", "8:00–17:30"),
    ("may gio dong cua vay", "8:00–17:30"),
    ("bên em làm việc giờ nào", "8:00–17:30"),
    ("chủ nhật có làm không", "8:00–17:30"),
    ("what are your opening hours", "8:00–17:30"),
    ("có bảo hành không", "hỗ trợ và cập nhật"),
    ("bao hanh bao lau", "hỗ trợ và cập nhật"),
    ("warranty?", "hỗ trợ và cập nhật"),
    ("có dạy sử dụng không", "hướng dẫn tận nơi"),
    ("nhân viên lớn tuổi có khó dùng không", "hướng dẫn tận nơi"),
    ("dao tao the nao", "hướng dẫn tận nơi"),
    ("do you offer training?", "hướng dẫn tận nơi"),
    ("trả góp được không", "hai đợt"),
    ("thanh toan the nao em", "hai đợt"),
    ("can I pay monthly?", "hai đợt"),
    ("mình đang dùng Sapo, có chuyển dữ liệu được không", "phần mềm cũ"),
    ("chuyen du lieu tu excel qua duoc ko", "phần mềm cũ"),
    ("cài đặt mất bao lâu", "3 đến 7 ngày"),
    ("how long does it take to set up", "3 đến 7 ngày"),
    ("có xuất hóa đơn đỏ không", "hoá đơn điện tử"),
    ("hoa don vat co khong", "hoá đơn điện tử"),
    ("dùng trên điện thoại được không", "máy tính bảng"),
    ("rớt mạng thì bán kiểu gì", "tự đồng bộ"),
    ("mất mạng có bán được không", "tự đồng bộ"),
    ("dữ liệu có bảo mật không", "sao lưu"),
    ("what is your refund policy?", "hoàn tiền"),
    ("không hợp có hoàn tiền không", "hoàn tiền"),
    # What only looks like a question of the list.
    ("ừ đúng", ""),
    ("đúng thứ Hai nhé", ""),
    ("em là người hay máy vậy?", ""),
    ("are you a bot?", ""),
    ("are you real", ""),
    ("bên mình so với KiotViet thì sao?", ""),
    ("mình đang dùng Sapo", ""),
    ("cần phần mềm kế toán cho 2 công ty", ""),
    ("công ty chị làm may mặc", ""),
    ("my email address is lan@example.com, write to me there", ""),
    ("tầm 30 triệu", ""),
    ("tháng sau", ""),
    ("tôi tự quyết", ""),
    ("0912 345 678", ""),
    ("gọi cho chị lúc 9 giờ sáng mai", ""),
    ("mở thêm chi nhánh ở Thủ Đức", ""),
    ("sếp em quyết", ""),
    ("cửa hàng có 3 nhân viên", ""),
    ("gia đình mình bán tạp hoá", ""),
    ("cảm ơn em", ""),
    ("ok", ""),
    ("?", ""),
    ("", ""),
    ("none of your business", ""),
    ("no idea", ""),
)


@pytest.mark.parametrize(("asked", "answer"), QUESTIONS)
def test_a_question_gets_its_own_answer_or_none(asked: str, answer: str) -> None:
    found = answer_to(asked, SAMPLE_BUSINESS.faq)

    if answer:
        assert found is not None
        assert answer in found.answer.of("vi")
    else:
        assert found is None, found and found.answer.of("vi")


@pytest.mark.parametrize("entry", SAMPLE_BUSINESS.faq, ids=lambda entry: str(entry.ask[0]))
def test_every_phrase_of_the_sample_company_finds_its_own_entry(entry: FaqEntry) -> None:
    strays = [phrase for phrase in entry.ask if answer_to(phrase, SAMPLE_BUSINESS.faq) is not entry]

    assert strays == []


async def test_a_count_asked_twice_is_answered_twice_and_taken_for_no_price(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    business = load(SAMPLE.parent / "language-school.yaml")
    house = House(sqlite_store, clock, channel, business)
    await house.starts("lan")

    for _ in range(2):
        answered = await house.says("lan", "cho hỏi bao nhiêu học viên em?")

        assert "học viên" in answered.text
        assert "Giá chính xác" not in answered.text


@pytest.mark.parametrize(
    "words", ["kế toán", "Kế toán, khoảng 50tr, trong tháng này", "chào em. ke toan nhé, 50 triệu"]
)
async def test_a_need_is_heard_in_the_words_of_an_option_before_it_is_asked(
    sqlite_house: House, words: str
) -> None:
    await sqlite_house.starts("lan")

    asked = await sqlite_house.says("lan", words)

    assert "đang cần gì" not in asked.text
    lead = await sqlite_house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.fact(Slot.NEED) is not None
