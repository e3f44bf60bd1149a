"""The words for haste, for time to spare, and for not knowing yet."""

from __future__ import annotations

from scoring.understanding.money.number_words import pairs
from scoring.understanding.phrases import Phrases
from scoring.understanding.word_list import listed, spellings

URGENT = "urgent"
HASTE = "haste"
CALM = "calm"
UNDECIDED = "undecided"
UNSURE = "unsure"
OTHER = "other"

_NONE_YET = "chưa có, không có, ko có, k có, chưa chốt, chưa lên, chưa fix, chưa định"
_NONE_FIXED = """
    no, no fixed, no set, no firm, no exact, no clear, no concrete, no definite, no specific,
    don't have a, haven't set a, haven't got a
    """
_SCHEDULE = """
    timeline, timeframe, time frame, deadline, schedule, launch date, start date, lịch cụ thể,
    mốc thời gian, ngày cụ thể, thời gian cụ thể, thời điểm cụ thể, plan, plans
    """

MOODS = Phrases(
    {
        URGENT: listed(
            "cần gấp, gấp lắm, gấp quá, gấp rồi, gấp gấp, đang gấp, rất gấp, hơi gấp, việc gấp,"
            "gấp dữ, gấp nha, gấp nhé, gấp giúp, gấp giùm, gấp nè, khá gấp, cực gấp, siêu gấp,"
            "gấp rút, gấp gáp, làm gấp, lấy gấp, mua gấp, chốt gấp, xử lý gấp, gấp luôn,"
            "càng sớm càng tốt, càng nhanh càng tốt, sớm nhất có thể, nhanh nhất có thể,"
            "sớm chừng nào tốt chừng nấy, càng sớm càng hay, càng lẹ càng tốt,"
            "sớm ngày nào hay ngày đó,"
            "ngay và luôn, ngay lập tức, ngay bây giờ, ngay tức thì, ngay tức khắc, liền luôn,"
            "luôn và ngay, bây giờ luôn, giờ luôn, liền bây giờ, ngay luôn, liền ngay, khẩn,"
            "khẩn cấp, khẩn trương, hỏa tốc, cấp bách, cấp tốc, cần kíp, lẹ lẹ, nhanh nhanh,"
            "asap, a s a p, as soon as possible, urgent, urgently, right away, right now,"
            "immediately, at once, straight away, immediate, the sooner the better, in a hurry,"
            "in a rush, need it now, as quickly as possible, as fast as possible,"
            "need it yesterday, as soon as we can, as soon as you can, as soon as i can, "
            "soonest, as early as possible,"
            "lẹ giùm, lẹ giúp, lẹ dùm, lẹ lên, lẹ đi, nhanh giùm, nhanh lên, nhanh nhé, lẹ nha,"
            "nước tới chân, cháy nhà, gấp như cháy, cần nhanh, nhanh giúp, cần sớm, sớm giúp"
        ),
        HASTE: listed("gấp, ngay, luôn, lun, liền, lẹ, sớm, vội, nhanh, bây giờ, now, gấp gáp"),
        CALM: listed(
            "từ từ, cứ từ từ, thong thả, thư thả, để sau, để sau này, để sau đi, sau này tính,"
            "sau này hẵng, tính sau, để tính sau, mai mốt, để mai mốt, khi nào rảnh, lúc nào rảnh,"
            "khi nào cũng được, lúc nào cũng được, bao giờ cũng được, chừng nào cũng được,"
            "khi nào tiện, lúc nào tiện, còn lâu, còn lâu lắm, còn sớm, lâu dài, hôm khác,"
            "bữa khác,"
            "dịp khác, lúc khác, để khi khác, để lúc khác, để sang năm tính, sang năm hẵng tính,"
            "để năm sau tính, để sang năm hẵng tính, thời gian thoải mái, thoải mái thời gian,"
            "thời gian không quan trọng, còn nhiều thời gian, rảnh rỗi, không hối, chậm cũng được,"
            "trễ cũng được, muộn cũng được, no rush, no hurry, no real rush,"
            "no particular hurry, no particular rush, no real hurry, not in any rush,"
            "not in any hurry, not urgent, not in a hurry,"
            "not in a rush, no pressure, take your time, whenever, anytime, any time, some day,"
            "someday, down the road, in no hurry, in no rush, no urgency, at your convenience,"
            "eventually, isn ' t urgent, not a priority, can wait, thư thư, khỏi gấp, khỏi vội,"
            "khi nào cần em, khi nào cần anh, khi nào cần chị, khi nào cần mình, khi nào cần thì,"
            "khi nào cần sẽ, chừng nào cần, sau cũng được, để đó đã, từ từ tính, từ từ rồi tính"
        ),
        UNDECIDED: (
            *pairs(_NONE_YET, _SCHEDULE),
            *pairs(_NONE_FIXED, _SCHEDULE),
            *listed(
                "chưa biết khi nào, chưa biết bao giờ, chưa biết lúc nào, chưa biết chừng nào,"
                "không biết khi nào, không biết bao giờ, không biết chừng nào, hông biết chừng nào,"
                "hong biết chừng nào, ko biết khi nào, chưa rõ khi nào, chưa rõ thời gian,"
                "chưa rõ thời điểm, chưa chốt thời gian, chưa chốt ngày, chưa chốt thời điểm,"
                "chưa chốt lịch, chưa chốt được thời gian, chưa quyết khi nào,"
                "chưa quyết định khi nào,"
                "chưa quyết định được khi nào, chưa quyết được khi nào, chưa xác định thời gian,"
                "chưa xác định được thời gian, chưa xác định thời điểm, chưa có kế hoạch,"
                "chưa lên kế hoạch, chưa có lịch, chưa lên lịch, chưa có thời gian cụ thể,"
                "chưa có thời điểm, chưa có mốc, chưa có mốc thời gian, chưa ấn định,"
                "chưa định ngày,"
                "chưa định thời gian, chưa tính khi nào, chưa tính tới khi nào,"
                "chưa tính thời gian,"
                "chưa biết khi mô, chưa biết ngày nào, chưa biết tháng nào, chưa chốt tháng nào,"
                "chưa biết thời gian, chưa biết thời điểm, chưa có ngày, chưa có ngày cụ thể,"
                "timeline chưa fix, timeline chưa chốt, timeline chưa có, chưa có timeline,"
                "chưa fix timeline, chưa chốt timeline, chưa có deadline, thời gian chưa chốt,"
                "thời gian chưa rõ, thời gian chưa biết, chưa nói trước được, chưa chắc khi nào,"
                "chưa chắc thời gian, chưa dự kiến, don ' t know when, do not know when,"
                "dont know when,"
                "not sure when, no idea when, haven ' t decided when, have not decided when,"
                "havent decided when, no timeline, no timeline yet, no timeframe, no date yet,"
                "not sure about the timeline, not sure about timing, timeline is not,"
                "timing is not,"
                "no set date, date not fixed, haven ' t set a date, undecided on timing,"
                "no fixed date,"
                "no deadline yet, unsure when, can ' t say when, cannot say when,"
                "hadn ' t decided when"
            ),
        ),
        # Of time only where time was asked for.
        UNSURE: (
            *pairs(
                "chờ, đợi, phải chờ, phải đợi, còn chờ, còn đợi, để",
                """
                họp, sếp, duyệt, lãnh đạo, giám đốc, kế toán, ban giám đốc, ý kiến, phân bổ, đấu
                thầu,
                kinh phí, giải ngân, ngân sách, vốn, ngân hàng, chủ trương, cấp trên, phê duyệt
                """,
            ),
            *pairs(
                "khi, khi nào, chừng nào, lúc nào, bao giờ",
                "có kinh phí, có vốn, giải ngân, có ngân sách, vay được, được duyệt, bán được nhà",
            ),
            *listed(
                "chưa biết, chưa rõ, chưa chắc, không biết, ko biết, hông biết, hong biết, k biết,"
                "chưa quyết, chưa quyết định, chưa xác định, chưa chốt, chưa tính, chưa fix,"
                "chưa có,"
                "để xem, để coi, để anh xem, để chị xem, để em xem, để mình xem, để tính, còn tùy,"
                "tùy!,"
                "tuỳ!, còn tuỳ, đang cân nhắc, còn cân nhắc, đang tính, phải họp mới biết,"
                "họp mới biết,"
                "còn phải họp, chưa hẹn được, khó nói, khó nói trước, chưa nghĩ tới, chưa nghĩ ra,"
                "not sure, no idea, don ' t know, do not know, dont know, haven ' t decided,"
                "havent decided,"
                "have not decided, undecided, not decided, depends, it depends, tbd, not yet,"
                "to be decided,"
                "unsure, still thinking, dunno, idk, we ' ll see, we will see, can ' t say, "
                "cannot say, depends on, đang suy nghĩ, còn suy nghĩ, chờ sếp,"
                "chưa thống nhất,"
                "khi nào có tiền, khi có tiền, chừng nào có tiền, khi nào đủ tiền,"
                "khi nào có lương,"
                "khi nào xong,"
                "mới biết, mới rõ, mới quyết, mới chốt, còn phải bàn, còn phải hỏi, còn phải xem,"
                "còn phải tính, phải bàn lại, phải hỏi lại, phải họp, phải xem lại,"
                "chưa lên, chưa ai biết, chưa nói được, chưa định, chờ duyệt"
            ),
        ),
        OTHER: listed(
            "liên hệ, liên lạc, liên quan, liên kết, liên tục, luôn luôn,"
            "gấp đôi, gấp ba, gấp bốn, gấp rưỡi, gấp mấy, gấp nhiều, gấp 2, gấp 3, gấp 4, gấp 5,"
            "gấp 10, ghế gấp, bàn gấp, gấp gọn, màn hình gấp, giường gấp, xếp gấp, điện thoại gấp,"
            "gấp lại, gấp quần áo, gấp giấy, gấp mặt, gấp nhau, gấp trực tiếp, gấp anh, gấp chị,"
            "gấp khách, gấp sếp, gấp bạn, gấp em nào, gấp ai, cần gấp anh, cần gấp chị,"
            "cần gấp ai, cần gấp sale, cần gấp nhân viên, cần gấp mặt, cần gấp trực tiếp,"
            "luôn luôn, luôn tiện, luôn thể, liền kề, ngay cả, ngay ngã, ngay cạnh, ngay trung tâm,"
            "ngay đường, ngay gần, ngay tại, ngay chợ, ngay từ, ngay khi, ngay bên, ngay trước,"
            "ngay sau, ngay đầu, ngay góc, ngay mặt, ngay khu, ngay thẳng, ngay dưới, ngay trên,"
            "ngay chỗ, sớm mai, áo liền, quần liền, nối liền, gắn liền, đi liền với, liền mạch,"
            "chưa biết giá, chưa rõ giá, không biết giá, không biết bên, không biết có, ko biết có,"
            "chưa có ngân sách, chưa có tiền, chưa có nhu cầu, chưa có gì, không biết shop,"
            "ko biết bên, ko biết shop, nhanh không, giao nhanh, ship nhanh, from now, sớm nhất,"
            "ship hỏa tốc, giao hỏa tốc, phí hỏa tốc, từ từ em giải thích, từ từ giải thích, từ "
            "từ đã, bán hết luôn, hết luôn"
        ),
    }
)
NEGATIONS = spellings(
    "không, ko, kh, k, hông, hong, hok, hổng, hỏng, chưa, chẳng, chả, đâu, not, no, isn ' t,"
    "nothing,"
    "never, khỏi, đừng, hem, hk, chẳng có"
)
# What may stand between "không" and "gấp"; another word, and it denies something else.
DENIED_WITH = spellings(
    "cần, có, gì, phải, là, quá, việc, muốn, định, tính, mua, làm, lấy, vội, in, a, that, so, too,"
    "really, such, hẳn, hề, thiết, chi, mấy, lắm, cũng, đang, triển, khai, dùng, need, it, very,"
    "đâu,"
    "bị, thấy, any, all, at"
)
# These also deny what is not haste: "đừng nhắn luôn", "not interested right now".
FORBIDDING = frozenset(("đừng", "dung", "not", "no", "khỏi", "khoi"))
# Haste of somebody who buys: "lấy luôn", "triển khai ngay".
DOING = spellings(
    "cần, làm, lấy, mua, chốt, đặt, triển, khai, bắt, đầu, ký, dùng, đăng, start, mần, lắp, xài,"
    "vô,"
    "nhận, học, order, đơn, buy, need, go, chạy, sử, dụng, thanh, toán, tiến, hành,"
    "want, do"
)
# Haste of somebody who only asks to be told: "cho hỏi giá luôn".
TELLING = spellings(
    "hỏi, nói, gửi, giá, tư, vấn, xem, xin, nhắn, trả, lời, gọi, giải, thích, rep, inbox, ib, alo,"
    "biết, send, tell, ask, chỉ, kể, phone, số, hàng có, còn, phí, bảo, kèm, tặng, free, miễn, bao"
)
ABOUT_TIME = spellings("khi, chừng, thời, when, timeline, timing")
