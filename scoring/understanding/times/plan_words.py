"""Words beside a time that tell whether it is a plan to buy or something else."""

from __future__ import annotations

from scoring.understanding.phrases import Phrases
from scoring.understanding.word_list import listed, spellings

# What else a time may belong to.
PAST = "past"
TOLD = "told"  # as PAST, but only in front of the time: "tháng 6 mới gọi" is to come
HABIT = "habit"
BIRTH = "birth"
GREETING = "greeting"
TERM = "term"
LASTING = "lasting"
ADDRESS = "address"
TITLE = "title"
ORDINAL = "ordinal"
DELIVERY = "delivery"
HOURS = "hours"
PRESENCE = "presence"
OFFER = "offer"
# Longer words that hide one of the above.
OTHER = "other"
# How it is spoken of.
QUESTION = "question"
REQUEST = "request"
NOT = "not"
CORRECTION = "correction"
BUSY = "busy"
AWAY = "away"
SERVED = "served"
CANCEL = "cancel"
FIGURE = "figure"
TRADE = "trade"
NEWS = "news"
# How the writer fares in that time.
MOAN = "moan"
# The weather and other things that come with a day.
WEATHER = "weather"
# What it is for.
NEED = "need"
CLOSING = "closing"
BUYING = "buying"
MEETING = "meeting"

# "bán hàng tuần này": goods, before a time that is this one or the next.
GOODS = spellings("hàng")
DEALING = spellings("bán, mua, đặt, nhập, lấy, chốt")
THIS_OR_NEXT = spellings("này, nay, sau, tới")

_OTHER_TIMES = Phrases(
    {
        PAST: listed(
            "hồi!, năm ngoái, năm trước, năm rồi, tháng trước, tháng rồi, tuần trước, hôm qua,"
            "hôm trước,"
            "last year, last month, last week, từng, đã từng, đã mua, đã đặt, đã dùng, đã xài,"
            "đã hỏi, đã ký, đã thử, đã làm,"
            "có gọi, có nhắn, đã gọi, đã nhắn, bạn gọi, người gọi, gọi rồi, nhắn rồi,"
            "có mua, có đặt, có hỏi, có dùng, có xài, có thử, mua rồi, đặt rồi, hỏi rồi, cách đây,"
            "lần trước, hết hạn từ, vừa mua, vừa ký, thành lập, ra đời, founded,"
            "since, was, were, did, met, tried, spoke, talked, visited, came, called, emailed,"
            "back in, bought, had, used to, ordered, signed up, started in, từ hồi,"
            "xài từ, dùng từ, làm từ, bán từ, mở từ, hoạt động từ, kinh doanh từ, từng mua"
        ),
        TOLD: listed(
            "mới nhắn, mới gọi, mới hỏi, mới đặt, mới mua, vừa nhắn, vừa gọi, vừa hỏi, vừa đặt, "
            "vừa mua"
        ),
        HABIT: listed("mỗi, hàng, hằng, cứ, every, each, định kỳ, thường, hay bị, các, những"),
        BIRTH: listed(
            "sinh nhật, ngày sinh, sinh ngày, sinh năm, sinh tháng, sn, snn, dob, born, birthday,"
            "thôi nôi, đầy tháng, sinh vào"
        ),
        GREETING: listed(
            "chúc!, chúc mừng, chúc em, chúc anh, chúc chị, chúc shop, chúc bạn,"
            "happy, have a nice, have a good, have a great, enjoy, merry, mừng"
        ),
    }
)
_TERMS = Phrases(
    {
        TERM: listed(
            "hợp đồng, hđ, bảo hành, bh, trả góp, góp, kỳ hạn, thời hạn, dùng thử, thử việc,"
            "xài thử, cam kết, kinh nghiệm, hạn sử dụng, hsd, khóa học, mới mở, hoạt động,"
            "gia hạn, công nợ, trong suốt, đổi trả, hoàn tiền, license, lãi suất, khoản vay,"
            "vay vốn, cho vay, ân hạn,"
            "bảo trì, bảo dưỡng, tuổi thọ, lộ trình, hiệu lực, thuê bao, chậm trả, warranty,"
            "contract, installment, instalment, installments, trial, subscription, lease,"
            "experience, refund, payment, payment terms, money back, guarantee, membership, gói!"
        ),
        # These only directly before the length: "mở được 3 tháng", "học 3 tháng".
        LASTING: listed(
            "được, mất!, hết, tốn!, thuê, đóng, khóa, khoá, học, bị, đã được, cọc!, phí!, gói!,"
            "bé!,"
            "chạy, kéo dài, chờ!, đợi!, xài, dùng, for, lasts, takes, plan, term, minimum, giữ"
        ),
    }
)
# Nouns a time directly behind them belongs to.
_NOUNS = Phrases(
    {
        ADDRESS: listed(
            "đường, đ/c, hẻm, ngõ, ngách, kiệt, kiot, phố, số, số nhà!, địa chỉ, nhà ở, lô!, căn!,"
            "tòa, lầu, chung cư, phường, quận, chợ!, trường!, công viên, tổ!, ấp, thôn, xóm, khu,"
            "sân!, cầu!, cách mạng, street, address, lớp, size, cỡ số, phiên bản!, bản, version,"
            "ở số, tỷ lệ, tỉ lệ, nhà"
        ),
        OTHER: listed("khai trương, báo giá, xin giá, hỏi giá, gửi giá, cho giá"),
        TITLE: listed(
            "lương, doanh số, doanh thu, báo cáo, hóa đơn, bảng giá!, lợi nhuận, kết quả, số liệu,"
            "thưởng, lịch, lịch nghỉ, quà!, hàng!, bánh, giỏ quà, hộp quà, giỏ!, combo, set, đồ!,"
            "áo,"
            "mẫu!, trang trí, phim, bài hát, sách, truyện, hoa, cây, khuyến mãi, ưu đãi, sale,"
            "tiền điện, tiền nhà, giá, số dư, học kỳ, revenue, sales, report, invoice, price list,"
            "salary, event, bản tin, không khí, thời tiết, trà!, bia"
        ),
    }
)
_COUNTED_OFF = Phrases(
    {
        ORDINAL: listed(
            "lần, cái, người, bên, chi nhánh, cửa hàng, câu, vấn đề, đứng, phương án, phần, mục,"
            "bước, ý, điều, con, đứa, căn, cơ sở, quán, lựa chọn, option, gói, ngày, tháng,"
            "giai đoạn, đợt, vòng, vụ, nhà cung cấp, loại, hạng, hình, ảnh, mẫu, tuần, năm"
        )
    }
)
_SELLERS = Phrases(
    {
        DELIVERY: listed(
            "giao, giao hàng, ship, ship hàng, vận chuyển, chuyển hàng, có hàng, về hàng, hàng về,"
            "hàng tới, lắp đặt, nhận hàng, nhận được hàng, tới nơi, delivery, deliver, delivered,"
            "shipping, arrive, in stock, restock, hàng có, có đồ, có xe, giao tới"
        ),
        OTHER: listed("bàn giao, giao dịch, giao diện, giao thừa, giao kinh phí, giao ban"),
        HOURS: listed(
            "mở cửa, mở của, đóng cửa, giờ hành chính, store hours, hours, opening hours,"
            "business hours, office hours, nghỉ hay làm, làm hay nghỉ"
        ),
        PRESENCE: listed(
            "làm việc, có làm, nghỉ!, có mở, mở tới, mở đến, bán tới, open, close, closed, có bán,"
            "có trực, có người, trực, hotline, hoạt động, phục vụ, work"
        ),
        OFFER: listed(
            "khuyến mãi, khuyến mại, km, ưu đãi, chương trình, sale, voucher, giảm giá, giảm,"
            "tăng giá, lên giá, áp dụng, promotion, promo, discount, mã giảm, flash sale,"
            "còn lớp, còn chỗ, còn slot, còn suất, price change, prices change, price go up,"
            "mở lớp, khai giảng lớp, deal, xổ hàng, thanh lý, tồn kho, ra mắt"
        ),
    }
)
_TONES = Phrases(
    {
        QUESTION: listed(
            "không, ko, kh, hông, hong, hok, hk, chưa, hả, mấy!, bao lâu, bao nhiêu, khi nào,"
            "bao giờ, chừng nào, phải không, vậy, does, do you, can you, will, is it, are you,"
            "how long, how many, when, what, is there, are there, could you, which, sao, hem,"
            "nào, gì, đúng không, chứ, k"
        ),
        REQUEST: listed(
            "được không, được ko, được k, được hông, được hong, đc không, dc không, dc ko, đc ko,"
            "đc k, dc k, dc hong, dc hông, được chứ, được hem, được không em, kịp không, kịp ko,"
            "kịp hông, có kịp, giúp, giùm, giúp em, giúp mình, can you, could you, please,"
            "được hk, dc hk, nhé, nha, nghen, được chưa, liền"
        ),
        NOT: listed(
            "không phải, ko phải, k phải, hông phải, hong phải, không phải là, chứ không phải,"
            "chớ không phải, chứ ko phải, đâu phải, không còn là, not, instead of, rather than,"
            "thay vì, chứ không, chứ ko, chứ k phải, hổng phải"
        ),
        CORRECTION: listed(
            "à!, à không, à ko, à nhầm, nhầm, nhầm rồi, ấy nhầm, ủa nhầm, lộn!, à lộn, ý lộn,"
            "ghi lộn,"
            "à quên, ý em là, ý anh là, ý chị là, ý mình là, ý tôi là, sửa lại, đính chính,"
            "đổi lại, đổi sang, đổi qua, dời!, dời lại, dời qua, dời sang, lùi, lùi lại, lùi sang,"
            "hoãn, hoãn lại, hoãn sang, hoãn tới, chuyển sang, chuyển qua, đẩy sang, đẩy lên,"
            "i mean, actually, no wait, sorry, correction, make it, move it to, moved to,"
            "ghi nhầm, viết nhầm, nói nhầm, push it to, pushed to, postponed to, à thôi,"
            "dời xuống, dời đến, dời tới, cập nhật lại, thay đổi, thay đổi thành, wait"
        ),
        BUSY: listed(
            "bận!, kẹt!, chưa được, không được, ko được, chưa kịp, không kịp, ko kịp, vắng!, busy,"
            "is too early, is too soon, too early, sớm quá, không làm, chưa làm, chưa mua,"
            "không mua, chưa cần, không cần, ko cần, chưa tính, chưa có tiền, không có tiền,"
            "thì không, thì chưa, hết tiền, kẹt tiền"
        ),
        CANCEL: listed(
            "huỷ, hủy, xoá!, cancel, huỷ hẹn, hủy hẹn, huỷ lịch, hủy lịch, bỏ lịch, bỏ hẹn"
        ),
        # Figures are told by the year or month: "ngân sách năm nay".
        FIGURE: listed(
            "ngân sách, budget, kpi, doanh thu, doanh số, mức duyệt, duyệt, kinh phí, chỉ tiêu,"
            "quỹ!, tuổi, chi phí, target, lợi nhuận, vốn!"
        ),
        # How business goes on such days.
        TRADE: listed(
            "đông!, đông khách, vắng khách, bán chạy, bán chậm, quán nghỉ, tiệm nghỉ, shop nghỉ,"
            "cửa hàng nghỉ, hay đến, hay tới, hay mua, tăng giá, có tăng, lên giá, kẹt xe"
        ),
        MOAN: listed(
            "làm ăn, ế!, ế ẩm, ế quá, ế khách, khó khăn, khó quá, khó ghê, buồn ghê, buồn quá, "
            "chán ghê,"
            "chán quá, lỗ!, thua lỗ, kinh tế khó, mệt quá, mệt ghê, đói!, thê thảm, tough, sad, "
            "lonely"
        ),
        WEATHER: listed(
            "thời tiết, dự báo, mưa!, nắng!, nhiệt độ, báo thức, đánh thức, múi giờ, hẹn chuông,"
            "weather, forecast, rain, sunny, temperature, alarm, wake me up, traffic"
        ),
        NEWS: listed(
            "mới biết, mới rõ, mới quyết, mới chốt được, mới quyết định, báo lại, sẽ báo, trả lời,"
            "họp!, mới xác định, xem lại, let you know"
        ),
    }
)
_TIES = Phrases(
    {
        OTHER: listed("làm ăn"),
        NEED: listed(
            "cần, muốn, phải, phải có, mong, mong muốn, need, want, must, would like, deadline,"
            "hạn, mún, kịp, dự kiến, dự định, dự tính, kế hoạch, định, timeline, plan to,"
            "planning, plan, expect, hope, hướng tới, mục tiêu"
        ),
        CLOSING: listed("mua, lấy, chốt, đặt, đặt hàng, ký, đăng ký, buy, purchase, order, sign"),
        BUYING: listed(
            "bàn giao, nghiệm thu, giao, triển khai, sử dụng, dùng, lắp, bắt đầu, làm, chạy,"
            "go live, golive, launch, start, kick off, kickoff,"
            "go ahead, implement, roll out, xây, dọn, khai trương, học, xuống tiền,"
            "thanh toán, vận hành, thi công, nhận, xong, đưa vào, nhập, lên đơn, tính, sắm, đầu tư,"
            "mở, cưới, tổ chức, thay, chuyển, xài, đổ, khởi công, deploy, live, ready, done, begin"
        ),
        MEETING: listed(
            "gặp, hẹn, demo, gọi, gọi lại, khảo sát, báo giá, gửi, tư vấn, qua, ghé, xem, đến, lên,"
            "liên hệ, nhắn, rảnh, meet, meeting, call, visit, free, quote, họp, trao đổi, lịch,"
            "chở, mang, đem, ship, gửi tới, lại, tới, sang, đi, bring, come,"
            "available, schedule, zoom, đi xem, duyệt, trình, book, đặt lịch"
        ),
    }
)
# Until a day the writer is not there: no word of what is bought.
_ABSENCES = Phrases(
    {
        AWAY: listed(
            "bận!, kẹt!, vắng!, bận việc, công tác, du lịch, nghỉ phép, nghỉ ốm, nằm viện,"
            "nước ngoài, về quê, busy, away, on holiday, on vacation, on leave, off work,"
            "out of office, out of the office, out of town, traveling, travelling, abroad,"
            "not available, unavailable"
        ),
    }
)
# What somebody has until then: the plan is what comes after.
_SERVED = Phrases(
    {
        SERVED: listed(
            "đang dùng, đang xài, đang sử dụng, đang thuê, đang ký, còn dùng, còn hạn,"
            "còn hợp đồng, hợp đồng cũ, gói cũ, bên cũ,"
            " still using, we are using, we re using, current contract,"
            "current plan, locked in"
        )
    }
)
REMAINING = spellings("còn")
MORE = spellings("nữa")
AGE = spellings("tuổi")
UNTIL = spellings("đến, tới, until, till")

# Apart, because one word may be a hint of several sorts.
HINTS = (_SERVED, _ABSENCES, _OTHER_TIMES, _TERMS, _NOUNS, _COUNTED_OFF, _SELLERS, _TONES, _TIES)

# Behind one of these a date is the day it is: "nay 14 tháng 2".
TODAY = spellings("nay")
# What comes after the time just named: "rằm tháng 7 cúng, sau đó mới làm".
AFTERWARDS = Phrases(
    {
        "after": listed(
            "sau đó mới, sau đấy mới, qua đó mới, qua bữa đó mới, then we, after that we, so "
            "after that, only then"
        )
    }
)
# Asked of a feast: "nghỉ Tết tới mùng mấy".
WHICH_DAY = Phrases(
    {
        "which": listed(
            "mùng mấy, mồng mấy, ngày mấy, hôm nào, ngày nào, bữa nào, what date, which day"
        )
    }
)
# Where one thing said ends and another begins.
BREAKS = frozenset(',.;:!?()"…|')
# Not "con", "vi" and "ma", which bare are other words.
CONJUNCTIONS = frozenset(
    listed("nhưng, còn, nên, vì, tại, mà, rồi, nhung, nen, tai, roi, but, so, because")
)
# Words that may stand beside a time without saying anything: then it is the whole message.
PARTICLES = spellings(
    "nhé, nha, nhen, nghen, nghe, á, ạ, ha, hen, em, anh, chị, shop, ad, ơi, luôn, đi, thôi, gì,"
    "đó,"
    "là, dạ, vâng, ừ, ok, oke, oki, thì, mình, bạn, the, please, pls, chắc, khoảng, tầm, cỡ, e,"
    "a, c,"
    "nhỉ, nè, đấy, vậy, rứa, chừng, vào, on, in, maybe, sure, yes, được, dc, đc, cũng, hả, k, ko,"
    "không, hông, hong, hk, giùm, giúp, lun, i, think, nhe, ak, ah, hem, gi, roi, rồi, hihi, hi"
)

# A name stands behind these: "chị Mai", "em là Xuân".
HONORIFICS = spellings(
    "chị, anh, cô, chú, bác, bé, bạn, ông, bà, dì, cậu, thím, mợ, mr, mrs, ms, miss, sis, bro"
)
NAMING = spellings("tên, hoa, cây, khuyến, ban, bánh, sương, nguyễn, trần, lê, phạm, is, am, cành")
IS = spellings("là")
HOW_MANY = spellings("mấy")  # "ship mấy bữa tới": how many days
THEREFORE = spellings("nên, so")
# "em Mai" is a name as well, unless something is done for the speaker: "giúp em mai nhé".
SPEAKERS = spellings("em, mình, tôi, tui, tớ, e, m, mk")
DONE_FOR = spellings(
    "giúp, giùm, dùm, hộ, cho, gọi, báo, nhắn, gửi, hẹn, với, tới, for, call, nhắc, liên hệ"
)
# "mai" is tomorrow before a name's other half: "Mai Phương", "Mai Linh".
MAI_GOES_ON = spellings(
    "phương, linh, lan, hương, trang, thảo, quỳnh, vy, hồng, ngọc,"
    "khôi, vàng, táng, mối, nguyễn, trần, lê, phạm, thị, phượng, khanh"
)

# A numeric date before one of these is a house: family names that streets bear, and other streets.
STREETS = spellings(
    "nguyễn, trần, lê, lý, phạm, phan, võ, đinh, điện biên phủ, hai, hoàng, quang, hùng, ngô, đặng,"
    "bùi, trương, tô, huỳnh, đoàn, trường, âu, lạc, láng, kim, xô, pasteur, cầu, cách, đỗ, dương,"
    "mai, hồ, đào, tôn, hàm, hải, thành, bạch, hàng, tân, phú, quận, phường, đường, phố,"
    "ấp, khu, tx, tp, thái, châu, chu, lương, vũ, kha, âu, bình, "
)
# Behind a fraction stands what it is a part of.
SHARED = spellings(
    "giá, số, khách, nhân, nhân viên, diện, diện tích, tổng, công, phần, hợp, tiền, dự, khối,"
    "chặng,"
    "ký, kí, kg, lạng, lít, mét, cái, chiếc,"
    "thời, mặt, giá trị, of, đội, team, đoạn, bình, ly, cốc, muỗng, kho, tấn, đường,"
    "quãng"
)
SHARING = spellings(
    "giảm, chiếm, hết, còn, được, trả, cọc, mất, xong, hơn, gần, bằng, chỉ, lớp, size,"
    "đạt, thiếu, dư, đúng"
)
PRICES = spellings(
    "/, tr, triệu, k, nghìn, ngàn, tỷ, tỉ, đồng, đ, usd, đô, $, vnd, củ, mỗi, per, 1"
)
