"""Which number is the budget: the speaker's own, and none of the many others."""

from __future__ import annotations

import pytest

from scoring.lead import BudgetStatus
from scoring.understanding.money import budget
from scoring.understanding.text import read

T = 1_000_000
OFFER = (20 * T, 300 * T)

# Nobody asked, and yet a budget is named.
UNASKED = [
    ("Em là Lan 0912345678, cần phần mềm cho 5 cửa hàng, tầm 30tr", 24 * T, 36 * T),
    ("cuối tháng 4 cần, ngân sách 80tr", 80 * T, 80 * T),
    ("căn hộ 2 phòng ngủ dưới 3 tỷ", None, 3000 * T),
    ("có loại nào tầm 500k không shop", 0.4 * T, 0.6 * T),
    ("tìm laptop khoảng 15 củ", 12 * T, 18 * T),
    ("we wouldn't go beyond 60 million", None, 60 * T),
    ("I can go as high as 90 million", None, 90 * T),
    ("our budget cannot exceed 40 million", None, 40 * T),
    ("công ty cấp cho 300 triệu", 300 * T, 300 * T),
    ("cong ty cap cho 300 trieu", 300 * T, 300 * T),
    ("we have more than 50 million", 50 * T, None),
    ("với 50 triệu thì làm được gì", 50 * T, 50 * T),
    ("50 triệu có làm được không em", 50 * T, 50 * T),
    ("tôi có 2 tỷ muốn mua nhà", 2000 * T, 2000 * T),
    ("looking for something under 10 million", None, 10 * T),
    ("ok thì 45tr nhé", 45 * T, 45 * T),
    ("cần bảng giá, ngân sách dưới 70tr", None, 70 * T),
    (
        "Công ty 50 nhân sự, muốn đào tạo sales, kinh phí ~100tr, triển khai tháng 5",
        80 * T,
        120 * T,
    ),
    ("mình tên Hùng, 0912 345 678, tài chính 2 tỷ 5", 2500 * T, 2500 * T),
    ("bên kia chào 100tr mà chị thấy mắc, chị trả tối đa 80tr", None, 80 * T),
    ("có 3 quầy với 2 kho, tầm 30 triệu được ko", 24 * T, 36 * T),
]

# The budget was asked for, and these are none.
NO_BUDGET = [
    "bên mình có 25 bạn sale",
    "cần 3 license",
    "gọi anh lúc 15h nhé",
    "ngày 20/11 khai trương",
    "tầng 12 toà nhà Bitexco",
    "12 Lê Lợi, quận 1",
    "số nhà 45 ngõ 120 Hoàng Quốc Việt",
    "mã số thuế 0312345678",
    "stk của em 19035678901",
    "cccd 079203001234",
    "đơn #123456 tới đâu rồi",
    "doanh thu tháng 2 tỷ",
    "lương nhân viên 12tr/tháng",
    "bên Sapo báo 8 triệu",
    "chỗ khác có 7 triệu à",
    "gói 9 triệu gồm những gì vậy",
    "sao gói này tới 12 triệu?",
    "giá 12 triệu là đã VAT chưa em",
    "12 triệu mắc quá em ơi",
    "giảm 2 triệu được không",
    "voucher 200k dùng sao",
    "đơn trên 500k có được freeship không",
    "giá thị trường tầm 80 triệu",
    "năm ngoái bên chị mua 60 triệu",
    "tháng trước vừa chi 20 triệu chạy ads",
    "quán rộng 80m2",
    "mặt tiền 5m",
    "nặng 30kg",
    "ổ cứng 512GB",
    "4 củ hành với 2 củ tỏi",
    "20 lít xăng",
    "6 chai bia",
    "3 tháng nữa",
    "50%",
    "giảm 15% nha shop",
    "page 20k like",
    "1900 6789",
    "0903123456",
    "SĐT 0903 123 456 gọi giúp",
    "anh sinh năm 1990",
    "từ 2019 đến giờ",
    "hai vợ chồng em",
    "ba mẹ em",
    "một lát nữa",
    "giá bao nhiêu vậy em",
    "mấy triệu vậy shop",
    "gói rẻ nhất mấy triệu?",
    "our revenue is 5 million USD",
    "a competitor quoted us 90 million",
    "we have 60 employees and 3 stores",
    "is the 9 million package still available?",
    "last year we paid 80 million",
    "free shipping over 500k?",
    "my salary is 20 million",
    "we need it in 2 weeks",
    "meeting at 3pm on 5/6",
    "em gái 18 tuổi",
    "đang trả góp ngân hàng 7 triệu mỗi tháng",
    "bán được 30 triệu mỗi ngày",
    "lãi 10 triệu/tháng",
    "em đặt cọc 5 triệu rồi",
    "iphone 15 pro max 256",
    "win 11 bản quyền",
    "có 2 loại không em",
    "cho 10 người dùng",
    "10 người",
    "khoảng 10 đến 15 nhân viên",
    "5-7 người",
    "3 chi nhánh ở quận 5",
    "tòa S2.05 vinhomes",
    "xe 16 chỗ",
    "lớp 12A1",
    "tỷ giá đô hôm nay 25.400",
    "vàng 85 triệu 1 lượng",
    "chuyển khoản 500k vào stk nào",
    "bên mình doanh số mỗi tháng 800 triệu",
    "lợi nhuận năm ngoái 2 tỷ",
    "vay ngân hàng 3 tỷ",
    "công nợ tồn 200 triệu",
    "vốn điều lệ công ty 10 tỷ",
    "bên Kiot thu 2tr4 một năm",
    "đối thủ chào 60tr",
    "anh thấy trên mạng có 5 triệu",
    "gói basic 3 triệu khác gì gói pro",
    "khoá 5tr học trong bao lâu",
    "áo 250k còn màu đen không shop",
    "cái bàn 2 triệu đó kích thước bao nhiêu",
    "sao lại 15 triệu, hôm trước nói 12 triệu mà",
    "phí ship 30k đắt thế",
    "đơn 500k trở lên được freeship hả shop",
    "tiền điện tháng này 3 triệu",
    "phạt 2 triệu vì trễ hợp đồng",
    "lương giám đốc 100 triệu",
    "nhân viên lương 8tr",
    "hôm nay bán được 5tr",
    "số 12 ngõ 5",
    "hẻm 45/6 Nguyễn Trãi",
    "lầu 3 toà nhà A",
    "phòng 502",
    "quận 10",
    "đường số 7",
    "25 m2",
    "ngang 4 dài 20",
    "cao 3 mét",
    "pin 5000mAh",
    "ram 8gb",
    "220V",
    "máy 2hp",
    "50 inch",
    "7h tối",
    "lúc 10 giờ 30",
    "10:30 nha",
    "ngày 15 tháng 6",
    "tháng 6",
    "quý 3",
    "15/6/2026",
    "2026",
    "khoảng 2 tuần nữa",
    "trong 30 ngày",
    "bảo hành 12 tháng",
    "hợp đồng 2 năm",
    "3 người tụi em",
    "một mình anh quyết",
    "hai đứa em",
    "đơn hàng 20260310",
    "biển số 51F-12345",
    "CMND 025123456",
    "tk 0071000123456 Vietcombank",
    "hotline 1800 1234",
    "84903123456",
    "20%/năm",
    "tăng 3 lần",
    "chiết khấu 5 triệu được không",
    "10 củ sạc",
    "2 chai nước mắm",
    "5 lít sơn",
    "5 cành đào",
    "tôi tới lúc 5 giờ",
    "mai tới 2 người",
    "page mình 100k follow",
    "video 1 triệu view",
    "1 triệu khách hàng",
    "chạy được 30k km",
    "I'm 35 years old",
    "room 204",
    "24/7 support?",
    "in 2027",
    "version 2.5",
    "100%",
    "10 licenses",
    "doanh thu 5 tỷ/năm, trích 2% cho marketing",
    "em ở quận 7 có ship không",
    "mình 25 tuổi",
    "cty có 3 chi nhánh 120 nhân sự",
    "10 phút nữa gọi lại",
    "em học lớp 9",
    "nhà số 9 đường 12",
    "bên đó tính anh 35 triệu",
    "thấy quảng cáo ghi 99k",
    "web ghi giá 4tr9 mà",
    "sao bữa trước em nói 8 triệu",
    "giá niêm yết 12tr đúng không",
    "gói 500k với gói 1tr khác nhau chỗ nào",
    "lấy lương 10tr sao trả nổi",
    "em đang nợ thẻ tín dụng 50 triệu",
    "công ty vốn 20 tỷ",
    "phí thường niên 2 triệu hả em",
    "đóng phí 1 lần hay nhiều lần",
    "đền bù tối đa bao nhiêu",
    "bồi thường 500 triệu đúng không",
    "thuế trước bạ 10%",
    "lãi 0.8%/tháng",
    "trả góp 12 tháng",
    "shop bán 200k/cái mà ship 40k",
    "tặng voucher 100k phải không",
    "được giảm 20% thêm 50k nữa phải ko",
    "máy 15 kg",
    "màn 27 inch",
    "size 39",
    "xe đi 20 nghìn km",
    "khoảng cách 5km",
    "3 pha 380V",
    "2 con 1 trai 1 gái",
    "gọi 2 cuộc không nghe máy",
    "nhắn 3 lần rồi",
    "đợi 30 phút rồi",
    "giao 2 ngày chưa tới",
    "id 88213",
    "mã KH 00123",
    "mã nhân viên 1203",
    "hoá đơn số 0004521",
    "hợp đồng số 15/2026/HĐ",
    "phòng 1203 chung cư",
    "gặp ở quán 24h",
    "kênh VTV3",
    "khoá K12",
    "thông tư 78/2021",
    "ISO 9001",
    "office 365",
    "top 10 bán chạy",
    "5 sao",
    "web 2.0",
    "they quoted $5k",
    "our old vendor cost us 3k a month",
    "I make 30 million a month",
    "house is 80 sqm",
    "10am tomorrow",
    "floor 12",
    "call me at 0912345678",
    "ticket #4521",
    "order 20391 not arrived",
    "bot mot ti hai anh",
    "đổi 100 đô sang tiền việt",
    "rút 3 triệu ở cây khác mất phí bao nhiêu",
    "xăng 22 ngàn một lít",
    "xăng lên 25k một lít rồi",
    "the room is 35 m2, ceiling 2.8 m",
    "why is it 50 million?",
]

# The same where something else was asked, or nothing.
NO_BUDGET_UNASKED = [
    ("bánh mì 20k một ổ", None),
    ("2 triệu chia 12 là bao nhiêu", None),
    ("thấy page ghi 2tr5", None),
    ("máy in 3 triệu một cái", None),
    ("cuốc xe của bạn là 45.000d", None),
    ("your account was debited $120.50", None),
    ("combo 9 triệu có những gì?", None),
    ("80", None),
    ("ngân sách 50", "timing"),
    ("bản 99k dùng được mấy người", None),
    ("hôm trước em báo 12 triệu mà", None),
    ("giá 15 triệu đã có VAT chưa", None),
    ("phí cài đặt 2 triệu là sao em", None),
    ("mã giảm 100k áp dụng sao", None),
    ("giá thị trường khoảng 3 tỷ", None),
    ("năm ngoái mình mua hết 40 triệu", None),
    ("hồi trước xài bên kia mất 20tr", None),
    ("đã chuyển khoản 5 triệu", None),
    ("mình chuyển 500k rồi nha", None),
    ("bớt 500k nha", None),
    ("combo 3 triệu gồm gì ạ", None),
    ("is the $99 plan billed monthly?", None),
    ("your price of 50 million is too high", None),
    ("they charge 5k a month", None),
    ("we raised 2 million dollars last year", None),
    ("our loan is 3 billion", None),
    ("is it 5 million?", None),
    ("what do I get for the 9 million combo?", None),
    ("số tiền bảo hiểm 1 tỷ là sao em", None),
    ("cái váy 450k còn size S hông", None),
    ("căn 65m2 giá 2 tỷ 8 còn không em", None),
    ("dự án đó 45tr/m2 phải không", None),
    ("is 5 million the final price?", None),
    ("what's included in the 9 million combo?", None),
    ("market price is around 70 million", None),
    ("competitor offers 40 million", None),
    ("do you have a $10 voucher?", None),
]

UNKNOWN = [
    ("chưa", "budget"),
    ("chưa em ơi", "budget"),
    ("chưa chốt con số cụ thể", "budget"),
    ("bên mình chưa được duyệt kinh phí", "budget"),
    ("kinh phí đang trình sếp", "budget"),
    ("tiền bạc không thành vấn đề", "budget"),
    ("tuỳ em báo giá rồi anh tính", "budget"),
    ("xem báo giá rồi mới quyết được", "budget"),
    ("còn phụ thuộc vào gói nào", "budget"),
    ("we haven't decided on a budget", "budget"),
    ("no budget yet", "budget"),
    ("it depends on the features", "budget"),
    ("budget is flexible", "budget"),
    ("money is no problem", "budget"),
    ("not sure", "budget"),
    ("no idea tbh", "budget"),
    ("ngân sách thì chưa có em ơi", None),
    ("chưa biết", "budget"),
    ("để chị hỏi lại ông xã", "budget"),
    ("cũng chưa rõ nữa", "budget"),
    ("tuỳ", "budget"),
    ("chưa tính", "budget"),
    ("bên anh đang xin ngân sách", "budget"),
    ("ngân sách năm nay chưa duyệt", None),
    ("chưa có kinh phí cho vụ này", None),
    ("tiền thì không lo, quan trọng là chất lượng", "budget"),
    ("bao nhiêu cũng được miễn tốt", "budget"),
    ("đợi báo giá bên em rồi mới trình", "budget"),
    ("thoải mái đi em", "budget"),
    ("linh hoạt em ạ", "budget"),
    ("still waiting for approval", "budget"),
    ("we don't know yet", "budget"),
    ("flexible", "budget"),
    ("TBD", "budget"),
    ("chua quyet ngan sach", "budget"),
    ("ngan sach thi chua biet nua em", "budget"),
    ("tien khong thanh van de", "budget"),
    ("con tuy xem bao gia sao da", "budget"),
    ("Ngân sách thì để sau hãy nói", "budget"),
    ("chưa lên dự toán", "budget"),
    ("còn đang cân đối", "budget"),
    ("phải họp ban giám đốc mới biết", "budget"),
    ("cái đó sếp anh mới biết", "budget"),
    ("tiền không quan trọng, miễn hiệu quả", "budget"),
    ("hợp lý là làm, không giới hạn", "budget"),
    ("miễn đẹp, giá không thành vấn đề", "budget"),
    ("whatever it takes", "budget"),
    ("price is not a concern", "budget"),
    ("need approval first", "budget"),
    ("haven't thought about it", "budget"),
    ("depends on your quote", "budget"),
]

REFUSED = [
    ("cái đó anh không tiện nói", "budget"),
    ("thông tin này bảo mật em nhé", "budget"),
    ("cứ báo giá đi đã", "budget"),
    ("em báo giá trước đi", "budget"),
    ("ngân sách bên chị không tiết lộ được", None),
    ("I can't disclose that", "budget"),
    ("prefer not to say", "budget"),
    ("none of your business", "budget"),
    ("just quote me first", "budget"),
    ("sao phải hỏi ngân sách, không nói", "budget"),
    ("hông nói đâu", "budget"),
    ("em hỏi làm gì", "budget"),
    ("cái đó là chuyện nội bộ công ty", "budget"),
    ("miễn tiết lộ", "budget"),
    ("cho xin báo giá trước đã rồi tính", "budget"),
    ("I'd rather not say", "budget"),
    ("that's private", "budget"),
    ("can't tell you that", "budget"),
    ("bao mat em oi", "budget"),
    ("ko muon noi", "budget"),
    ("không muốn chia sẻ con số này", "budget"),
    ("I cannot say", "budget"),
    ("we don't disclose budgets", "budget"),
    ("that's internal", "budget"),
    ("hỏi chi kỹ vậy", "budget"),
    ("thôi khỏi hỏi tiền bạc", "budget"),
    ("mình không trả lời câu này", "budget"),
]

# These name no budget, though their words are near to those of UNKNOWN and REFUSED.
NO_ATTITUDE = [
    ("chưa gọi cho em à", None),
    ("không biết giá bên em thế nào", None),
    ("không tiện cho số điện thoại đâu", None),
    ("phần mềm có bảo mật không?", "budget"),
    ("giá bao nhiêu tiền vậy", "budget"),
    ("có gói miễn phí không em", "budget"),
    ("miễn phí ship không shop", "budget"),
    ("không đồng ý nhận tin nữa", None),
    ("không có tiền lẻ", None),
]

# The text, and what the one number in it is instead: kind, value, unit.
OTHERS = [
    ("cửa hàng có 60 nhân viên", "quantity", 60, "nhân viên"),
    ("quán em cần máy tính tiền cho 2 quầy", "quantity", 2, "quầy"),
    ("4 củ hành", "quantity", 4, "củ hành"),
    ("page có 80k follow", "quantity", 80_000, "follow"),
    ("giảm 15% được không", "percent", 15, "%"),
    ("chiết khấu 10 phần trăm", "percent", 10, "%"),
    ("sinh năm 1990", "year", 1990, None),
    ("căn hộ 75m2", "size", 75, "m2"),
    ("cao 1m65", "size", 1, "m"),
    ("ổ cứng 512GB", "size", 512, "gb"),
    ("tầng 12", "address", 12, None),
    ("mã đơn 250000", "id", 250_000, None),
    ("sáng mai 9h", "date", 9, "h"),
    ("bên kia báo 90 triệu lận", "price_quote", 90 * T, "VND"),
    ("combo 9 triệu có những gì?", "price_quote", 9 * T, "VND"),
    ("doanh thu 2 tỷ một năm", "other", 2_000 * T, "VND"),
]


@pytest.mark.parametrize(("text", "low", "high"), UNASKED)
def test_a_budget_is_heard_without_a_question(
    text: str, low: float | None, high: float | None
) -> None:
    heard, _ = budget.find(read(text), offer_range=OFFER)

    assert heard is not None
    assert (heard.min, heard.max) == (low, high)


@pytest.mark.parametrize("text", NO_BUDGET)
def test_other_numbers_are_no_budget_even_when_asked(text: str) -> None:
    assert budget.find(read(text), asked="budget", offer_range=OFFER)[0] is None


@pytest.mark.parametrize(("text", "asked"), NO_BUDGET_UNASKED)
def test_other_numbers_are_no_budget(text: str, asked: str | None) -> None:
    assert budget.find(read(text), asked=asked, offer_range=OFFER)[0] is None


@pytest.mark.parametrize(("text", "asked"), UNKNOWN)
def test_no_figure_yet_is_unknown(text: str, asked: str | None) -> None:
    heard, _ = budget.find(read(text), asked=asked, offer_range=OFFER)

    assert heard is not None
    assert heard.status is BudgetStatus.UNKNOWN
    assert text[slice(*heard.span)] == heard.text


@pytest.mark.parametrize(("text", "asked"), REFUSED)
def test_a_figure_kept_back_is_refused(text: str, asked: str | None) -> None:
    heard, _ = budget.find(read(text), asked=asked, offer_range=OFFER)

    assert heard is not None
    assert heard.status is BudgetStatus.REFUSED


@pytest.mark.parametrize(("text", "asked"), NO_ATTITUDE)
def test_words_near_to_a_refusal_say_nothing_of_the_budget(text: str, asked: str | None) -> None:
    assert budget.find(read(text), asked=asked, offer_range=OFFER)[0] is None


@pytest.mark.parametrize(("text", "kind", "value", "unit"), OTHERS)
def test_what_is_no_budget_is_told_by_its_kind(
    text: str, kind: str, value: float, unit: str | None
) -> None:
    heard, others = budget.find(read(text), offer_range=OFFER)

    assert heard is None
    assert [(one.kind, one.value, one.unit) for one in others] == [(kind, value, unit)]


def test_numbers_of_dates_and_phones_are_left_to_them() -> None:
    text = read("0901.234.567, cần trước 15, tầm 200 triệu")

    heard, others = budget.find(text, claimed=((0, 0), (3, 4)))

    assert heard is not None
    assert heard.text == "tầm 200 triệu"
    assert others == ()


def test_a_claimed_number_with_a_money_unit_is_money_all_the_same() -> None:
    heard, _ = budget.find(read("mỗi năm 30 triệu"), claimed=((1, 2),))

    assert heard is not None
    assert (heard.min, heard.period) == (30 * T, "year")


def test_the_surer_the_words_the_surer_the_budget() -> None:
    def confidence(text: str, asked: str | None) -> float:
        heard, _ = budget.find(read(text), asked=asked, offer_range=OFFER)
        assert heard is not None
        return heard.confidence

    own = confidence("ngân sách 50 triệu", None)
    asked = confidence("50 triệu", "budget")
    plain = confidence("50 triệu", None)
    assumed = confidence("50", "budget")

    assert own > asked > plain >= 0.8 > assumed
