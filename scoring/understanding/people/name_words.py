"""Names of people and of businesses: how they are led in, and what is never one."""

from __future__ import annotations

from scoring.understanding.word_list import listed, spellings

# How people address each other, and the long form of it.
HONORIFICS = {
    "anh": listed("anh, a"),
    "chị": listed("chị, c, cj, chj"),
    "em": listed("em, e, iem"),
    "cô": listed("cô, cô giáo"),
    "chú": listed("chú"),
    "bác": listed("bác, bác sĩ, bác sỹ, bs"),
    "cậu": listed("cậu!"),
    "dì": listed("dì"),
    "ông": listed("ông"),
    "bà": listed("bà"),
    "thầy": listed("thầy, thầy giáo"),
    "con": listed("con"),
    "cháu": listed("cháu"),
    "bạn": listed("bạn"),
    "mr": listed("mr, mister"),
    "ms": listed("ms, miss"),
    "mrs": listed("mrs, madam"),
    "dr": listed("dr"),
}

SURNAMES = spellings(
    """
    nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh,
    trịnh, lương, cao, châu, tạ, thái, tô, phùng, vương, đoàn, trương, lâm, kiều, quách, thạch,
    tăng, đào, lưu, tống, mạc, nghiêm, khuất, doãn, hứa, âu, bạch, giang, tôn, văn, mai, hà, đàm,
    ông, lại, triệu, chu
    """
)

GIVEN_NAMES = spellings(
    """
    an, anh, ánh, ân, bảo, bắc, bách, bích, bình, cẩm, cảnh, chi, chiến, chung, chương, công, cúc,
    cường, dân, danh, diễm, diện, diệp, diệu, dũng, duy, duyên, dương, đan, đạo, đạt, đăng, định,
    đoan, đông, đức, gia, giang, giao, hà, hải, hân, hạnh, hằng, hảo, hậu, hiên, hiền, hiển, hiệp,
    hiếu, hoa, hoà, hoài, hoan, hoàn, hoàng, hoạt, hồng, huệ, huân, hùng, huy, huyền, hưng, hương,
    hường, hữu, kha, khải, khang, khánh, khoa, khôi, khuê, khương, kiên, kiệt, kim, kỳ, lam, lan,
    lâm, lân, lành, lệ, liên, liễu, linh, loan, lộc, lợi, long, luân, luận, lương, ly, lý, mai,
    mạnh, mẫn, mận, minh, mơ, mỹ, my, na, nam, nga, ngà, ngân, nghi, nghĩa, ngọc, nguyên, nguyệt,
    nhã, nhàn, nhân, nhật, nhi, nhiên, nhung, như, ninh, nương, oanh, phát, phi, phong, phú, phúc,
    phụng, phước, phương, phượng, quân, quang, quế, quốc, quý, quyên, quyền, quỳnh, sa, sang, sen,
    sinh, sơn, sương, tài, tâm, tân, tấn, thạch, thái, thắm, thắng, thanh, thành, thảo, thể, thi,
    thiên, thiện, thịnh, thoa, thoại, thơ, thơm, thu, thuận, thục, thuỳ, thuỷ, thuý, thư, thương,
    thức, tiên, tiến, tín, toàn, toản, tố, trâm, trân, trang, trí, trinh, trọng, trúc, trung,
    trường, tú, tuấn, tuệ, tùng, tuyên, tuyến, tuyền, tuyết, tường, uyên, vân, văn, vi, viên,
    việt, vinh, vĩ, vũ, vượng, vy, xuân, xuyến, yên, yến, yến nhi, tư, bảy, năm, sáu, út, tèo, tý,
    bơ, kiều, john, david, sarah, mary, peter, tom, anna, kevin, linda, james, robert, michael,
    lisa, kate, alex, jenny, tony, henry, daniel, jack, emma, paul, mark
    """
)

# A name leads in with one of these, said of oneself.
LEAD_INS = {
    "name": listed(
        """
        tên, tên là, tên em là, tên mình là, tên anh là, tên chị là, tên tôi là, tên tui là,
        tên của em là, tên của mình là, tên tớ là, tên gọi là, tên đầy đủ là, họ tên, họ và tên,
        họ tên là, tên mình, tên em, tên anh, tên chị, tên tôi, tên tui, người liên hệ,
        người nhận, my name is, my name ' s, name ' s, name is, name, full name,
        the name is, the name ' s, tên e là, tên e, tên con là
        """
    ),
    "am": listed(
        """
        mình là, em là, anh là, chị là, tôi là, tui là, tớ là, con là, cháu là, gọi anh là,
        gọi chị là, gọi em là, gọi mình là, gọi tôi là, cứ gọi là, gọi là, i am, i ' m, this is,
        it ' s, call me, im, e là, mk là, đây là, tôi tên, mình tên, em tên, người ta gọi là
        """
    ),
    # Whoever is to be asked for.
    "ask_for": listed("gặp, liên hệ, gọi cho, gọi, ask for, attn, gửi cho, call, contact"),
}

# Words that end a name, and are none themselves.
NO_NAMES = spellings(
    """
    em, mình, tôi, tui, tớ, bạn, ad, admin, shop, nó, họ, ai, gì, sao, nào, đâu, đó, đây, đấy,
    kia, này, nè, nha, nhé, nhá, nghe, nghen, nhen, hen, ạ, á, à, ơi, ha, hả, hỉ, vậy, rứa, thế,
    nhỉ, luôn, thôi, nữa, rồi, và, với, vs, hay, hoặc, là, thì, mà, của, cho, để, từ, ở, tại, bên,
    trong, ngoài, trên, dưới, qua, về, theo, có, không, ko, hông, hong, hok, chưa, được, dc, đc,
    phải, cần, muốn, mún, thích, biết, hiểu, xem, coi, hỏi, mua, bán, lấy, đặt, gửi, gởi, gọi,
    nhắn, chờ, đợi, họp, bận, rảnh, làm, đi, đến, tới, ra, vào, vô, lên, xuống, nói, xin, giúp,
    giùm, dùm, hộ, nhờ, trả, thanh toán, dạ, vâng, ừ, ừm, uh, um, uhm, ok, oke, okie, okay, yes,
    no, yeah, cảm, ơn, cám, thanks, thank, you, please, sorry, lỗi, hello, hi, alo, chào, bye,
    hihi, haha, hehe, số, sđt, sdt, đt, điện, thoại, zalo, facebook, fb, email, mail, gmail, tele,
    telegram, viber, phone, tel, mobile, địa, chỉ, tên, cũng, đang, đã, sẽ, vừa, còn, nếu, vì,
    nên, khi, lúc, sau, trước, nay, mốt, lát, tí, chút, xíu, ngày, tuần, tháng, giờ, sáng, trưa,
    chiều, tối, hôm, giá, tiền, triệu, tỷ, bao, nhiêu, mấy, vài, nhiều, ít, một, hai, chủ, sếp,
    giám, đốc, trưởng, phòng, nhân viên, quản, kế, toán, trợ, lễ, sĩ, học, vợ, chồng, xã, mẹ, bố,
    má, ông, bà, cô, chú, bác, dì, khách, hàng, người, nhà, ty, cty, quán, tiệm, cửa, spa, salon,
    xưởng, nhầm, lộn, đúng, sai, mới, cũ, sure, one, sec, wait, later, now, not, just, the, a,
    from, at, in, on, with, me, i, is, am, are, it, this, that, here, there, interested, looking,
    call, contact, busy, back, and, or, nope, good, fine, great, owner, founder, ceo, manager,
    new, for, to, of, calling, asking, free, hết, cả, đều, thật, lại, lần, việc, cứ, đừng, khỏi,
    sẵn, giữ, thấy, nghĩ, ăn, ngủ, lái, xe, nghỉ, tự, quyết, trao, đổi, tư vấn, vấn, báo, dùng,
    xài, uống, đọc, viết, chốt, ib, inbox, chat, rep, add, kết, bè, off, onl, online, lớn, nhỏ,
    vui, buồn, mệt, quá, lắm, rất, hơn, miền, sản, phẩm, đường, file, hiệu, thương hiệu, tuổi,
    chị, anh, c, e, cái, con, cháu, thầy, dây, rước, mai mốt, đủ, sử, dụng, nốt, ngay, nhanh, gấp,
    sớm, muộn, kiểu, phía, đầu, cuối, giữa, cách, mở, đóng, máy, tầm, khoảng, hỗ, hủy, huỷ, ngại,
    khó, dễ, đẹp, xấu, tốt, tệ, rẻ, đắt, mắc, cao, thấp, nhất, sinh viên, nam giới, nữ, trai, gái,
    day, speaking, chính, phụ, fan, viên, sang tuần, bực, hài, đồng, chịu, vui lòng, lòng, cảm ơn,
    rep lại, phản, ghé, nhận
    """
)
# Common phrases that names are hidden in: "chị yên tâm" is nobody called Yên Tâm.
NO_NAME_PHRASES = listed(
    """
    yên tâm, an tâm, hân hạnh, bình tĩnh, thông cảm, kiên nhẫn, hạnh phúc, phân vân, thành công,
    công nhận, công tác, công việc, công ty, minh bạch, tin tưởng, tư vấn, thanh toán, hoàn tiền,
    hoàn thành, phát triển, thương lượng, thi công, trang trí, trang bị, trang web, sang năm,
    sang tháng, sang tuần, năm nay, năm sau, chi nhánh, chi phí, chi tiết, giao hàng, mai mốt,
    mai sáng, sáng mai, chiều mai, tối mai, trưa mai, ngày mai, mai anh, mai em, mai chị,
    hoa hồng, hải sản, quân đội, đông quá, đông khách, trung tâm, nhân viên, đăng ký, sơn nhà,
    gia đình, gia công, kim loại, đại lý, quản lý, văn phòng, trường học, sinh viên, học sinh,
    giáo viên, bảo hành, bảo hiểm, bảo trì, thành viên, thành lập, ánh sáng, hiền lành, quý khách,
    thảo luận, phương án, tiến độ, tiến hành, định mua, định làm, hà nội, đà nẵng, sài gòn,
    hải phòng, cần thơ, hồ chí minh, bình dương, đồng nai, nha trang, đà lạt, lâm đồng, long an,
    bình thạnh, tân bình, gò vấp, thủ đức, hội an, vũng tàu, quảng nam, thanh hoá, nghệ an,
    hải dương, bắc ninh, hưng yên, thái nguyên, nam định, ninh bình, an giang, kiên giang,
    tiền giang, hậu giang
    """
)
# Names that are everyday words as well: without a capital they need more than an honorific.
EVERYDAY = spellings(
    """
    mai, hạ, xuân, thu, an, công, danh, đông, gia, hoàn, mơ, quốc, sinh, sang, tài, thơm, thi,
    thể, tiên, tín, văn, thức, như, phát, định, diện, tiến, trường, tư, năm, sáu, bảy, út, đạt,
    lợi, lành, chung, giao, na, tấn, toàn, trọng, luận, tuyến, tường, trang, lý, mark, chi, hoạt,
    kỳ, thương, thoại, nhi, nhiên, thoa, mỹ, tính, thân, lại, tô, cao, giang, ông, chu, bạch, tạ,
    hứa, thái, đào, tăng, lưu, lương, dương, vương, âu
    """
)

# Kinds of business; they stay part of the name as it is written.
BUSINESSES = listed(
    """
    công ty, cty, tập đoàn, doanh nghiệp, dntn, htx, hợp tác xã, shop, spa, phòng khám, nha khoa,
    thẩm mỹ viện, viện thẩm mỹ, tiệm, quán, cửa hàng, nhà hàng, khách sạn, homestay, trung tâm,
    trường, bệnh viện, salon, xưởng, nhà thuốc, gara, garage, studio, siêu thị, đại lý, ngân hàng,
    văn phòng luật, nhà sách, nhà xe, quán cà phê, quán cafe, cafe, tiệm bánh, tiệm vàng,
    tiệm nail, nông trại, resort, trường mầm non, trường tiểu học, trường thpt, trường thcs, sở,
    ubnd, company
    """
)
# Said before the name of a business, no part of it.
SIDE = listed("bên, từ, from")
# Words of a business's legal form, which are no name by themselves.
LEGAL_FORMS = spellings(
    """
    tnhh, cp, cổ, phần, mtv, tm, dv, tmdv, xnk, sx, jsc, ltd, llc, inc, co, thương, mại, dịch, vụ,
    một, thành, viên
    """
)
# With one of these even "cong ty tnhh sao mai" is a name.
CERTAIN_FORMS = spellings("tnhh, cp, mtv, jsc, ltd, llc, inc")
# "bên HR" is a department, no business.
DEPARTMENTS = spellings(
    "hr, it, marketing, mkt, sales, sale, kế, kỹ, phòng, nhân, hành, tài, mua, vật, kinh, "
    "nhật, mỹ, hàn, trung",
)

# Words around a name that is given with nothing else: "dạ Hương ạ".
AROUND = spellings(
    """
    dạ, vâng, ạ, nha, nhé, nhá, nè, đây, nghe, nghen, nhen, em, anh, chị, mình, tôi, tui, a, c, e,
    cô, chú, bác, ừ, à, ơi, hi, hello, chào, alo, bạn, shop, tên, là, gặp, nhe, liên hệ, liên, hệ,
    gọi, cho, bác sĩ, thôi, hen, sĩ
    """
)
REFUSALS = (
    "<no> cho|để_lại|gửi|đưa|cung_cấp|chia_sẻ|share|tiết_lộ|muốn_cho|thích_cho|muốn_để_lại|"
    "tiện_cho|dùng|có|muốn_đưa <own>? số|sđt|sdt|số_điện_thoại|điện_thoại|đt|thông_tin|"
    "phone|liên_hệ|số_đt|zalo",
    "<no> .. cho|để_lại|đưa|cung_cấp|chia_sẻ|share|lưu <own>? số|sđt|sdt|số_điện_thoại|"
    "điện_thoại|thông_tin_cá_nhân",
    "số|sđt|sdt|số_điện_thoại|số_cá_nhân .. <no> .. cung_cấp|cho|chia_sẻ|tiện|đưa|tiết_lộ|để_lại",
    "ngại|khỏi|thôi|miễn|từ_chối|hạn_chế .. cho|để_lại|đưa|gọi|số|sđt|sdt|số_điện_thoại",
    "khỏi|khỏi_cần|không_cần|ko_cần|miễn|đừng_xin số|sđt|sdt|số_điện_thoại|gọi|để_lại_số",
    "nhắn|chat|trao_đổi|nói_chuyện|tư_vấn|trả_lời|nt|ib|nói|liên_lạc|nhắn_tin .. <here> <enough>",
    "cứ|chỉ|chỉ_cần|muốn|thích nhắn|chat|trao_đổi|nói_chuyện|tư_vấn|trả_lời|nhắn_tin|nói .. <here>",
    "nhắn|chat|trao_đổi|nói_chuyện|nhắn_tin <here> $",
    "<here> được_rồi|là_được|thôi|cho_tiện|luôn_đi|cũng_được",
    "đừng|không_cần|khỏi|ko_cần|không_muốn|không_thích gọi .. nhắn|chat|đây|thôi",
    "rather|prefer not .. give|share|leave|phone|number",
    "don_t|dont|do_not|won_t|not|can_t|cant|cannot .. give|share|leave|giving|sharing|leaving .. "
    "number|phone|contact|details",
    "chat|chatting|talk|talking|texting|message|stay|continue|text|keep_it|keep_this|reply .. "
    "here|in_this_chat|"
    "in_the_chat|on_here",
    "no phone|calls|number|phone_calls",
    "no_need for? my|a? phone|number",
)
REFUSALS_WHEN_ASKED = (
    "^ <filler>* không|ko|k|hông|hong|hok|khỏi|thôi|thôi_khỏi|miễn|no|skip|bỏ_qua|"
    "không_cần|ko_cần|khỏi_cần|no_thanks <filler>* $",
)
LISTS = {
    "no": listed(
        "không, ko, k, kh, hông, hong, hok, hổng, đừng, chẳng, chả, không muốn, ko "
        "muốn, không thích, ko thích, không tiện, không dám, xin phép không, hong muốn, "
        "hông muốn, chưa tiện, chưa muốn, chưa thể, chưa dám",
    ),
    "own": listed("em, mình, anh, chị, tôi, tui, lại, của, cá nhân, số, riêng, my"),
    "here": listed(
        "ở đây, đây, tại đây, qua đây, trên này, trên đây, ở trên này, ở chat, qua chat, "
        "qua chat này, trong này, trong chat, trên chat, chat này, bằng chat, chỗ này, qua "
        "tin nhắn",
    ),
    "enough": listed(
        "được rồi, là được, thôi, đi, cũng được, cho tiện, nghe, nha, nhé, đi em, là được "
        "rồi, luôn, được, ok, đủ, nhen, nghen, hen, tiện hơn",
    ),
    "filler": listed(
        """
            dạ, vâng, ạ, em, anh, chị, nha, nhé, đâu, cảm ơn, thanks, nè, ơi, mình, bạn, shop,
            cần, thank you
        """
    ),
}

# Behind the first and before the second of these stands the one who is spoken to.
GREETED_BEHIND = frozenset({"chào", "hi", "hello", "hey", "dear", "thưa", "chao", "ơn"})
CALLED_BEFORE = frozenset({"ơi", "oi"})
