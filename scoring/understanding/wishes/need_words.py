"""What people say about their need: wants, goods, troubles, and the words that name none.

The rules are in the language of patterns.py.
"""

from __future__ import annotations

from scoring.understanding.word_list import listed

# A thing, task or goal that follows one of these is what is needed.
WANTS = listed(
    """
    cần, đang cần, cần có, cần mua, muốn, mún, mong muốn, muốn có, muốn mua, định mua, dự định,
    tính mua, tìm, đang tìm, tìm mua, tìm kiếm, kiếm, đang kiếm, có nhu cầu, nhu cầu, mua, thuê,
    đặt mua, đặt hàng, đặt làm, đặt may, đặt in, lắp đặt, lắp, triển khai, nâng cấp, thay mới,
    thay thế, quan tâm, quan tâm đến, quan tâm tới, tìm hiểu, tìm hiểu về, hỏi về, tư vấn,
    tư vấn về, tư vấn cho, báo giá, tham khảo, sửa, xây, xây dựng
    """
)
WANTS_ENGLISH = listed(
    """
    need, needs, needed, re after, m after, are after, in search of, want, wants, wanna,
    looking for, look for, searching for, shopping for,
    interested in, buy, purchase, rent, hire, get a quote for, quote for, in the market for,
    trying to, would like, require, requires, struggling with, looking to, help with
    """
)
# These open a wish only where a clause begins: elsewhere they are part of any sentence.
TASKS = listed(
    """
    quyết toán, khai, nộp, làm, may, in, đặt, học, lấy, mở, đóng, dịch, trồng răng,
    trồng cây, niềng, chạy, chạy ads,
    sửa, dọn, thiết kế, gia công, quản lý, trị, điều trị, luyện, thi công, bán, sỉ, mua sỉ, khám,
    tổ chức, đào tạo, tuyển, tuyển dụng, chống thấm, quay, chụp, cho thuê, vận chuyển, gửi hàng,
    tập, nuôi, chăm sóc, kế toán, lập trình, cho học
    """
)
# Goods and services that are named for no other reason than being wanted.
GOODS = listed(
    """
    phần mềm, pm bán hàng, bán hàng, mua nhà, mua đất, đất nền, thuê nhà, xây nhà, sửa nhà,
    hộ chiếu, làm móng, làm nail, làm tóc, gửi hàng, chat tự động, combo cưới, software, app,
    ứng dụng, website, web bán hàng, trang web, landing page, crm, erp, pos, máy pos,
    máy tính tiền, máy in, máy in bill, camera, chatbot, bot trả lời, nội thất, căn hộ, chung cư,
    mặt bằng, nhà đất, khoá học, lớp học, bảo hiểm, sofa, tủ bếp, tủ mát, bàn ghế, máy lạnh,
    điều hoà, máy giặt, tủ lạnh, laptop, máy tính, điện thoại cũ, xe máy, ô tô, tour, đồng phục,
    áo thun, bảng hiệu, tờ rơi, logo, thiết kế logo, quảng cáo facebook, seo, kế toán trọn gói,
    dịch vụ kế toán, hoá đơn điện tử, chữ ký số, tên miền, hosting, email marketing, chấm công,
    vân tay, thẻ từ, máy chấm công, quản lý kho, quản lý bán hàng, quản lý nhân sự, tính lương,
    suất ăn, cơm trưa, tiệc, in ấn, răng sứ, niềng răng, implant, trị mụn, trị nám, triệt lông,
    giảm cân, massage, spa trọn gói, gói khám, ielts, toeic, tiếng anh, tiếng nhật, tiếng hàn,
    du học, visa, vé máy bay, văn phòng, kho xưởng, máy cày, pin mặt trời, điện mặt trời,
    thang máy, cửa cuốn, cổng thông tin, tool, tools, payroll, apartment, training, course,
    platform, automation, inventory, đào tạo, loyalty, tích điểm, nhắc lịch, sổ sách,
    bán hàng online
    """
)

# Words that fill a sentence without naming a need: whoever speaks, when, how much, how to talk.
NO_CONTENT = listed(
    """
    em, anh, chị, mình, tôi, tui, tớ, bạn, cô, chú, bác, con, cháu, ad, admin, shop, e, a, c, mik,
    mk, b, tụi, bọn, chúng, chúng tôi, iem, nó, họ, ai, ông, bà, team, bên, bên em, bên mình,
    phía, nhà mình, nhà em, quý khách, công ty, cty, đơn vị, cơ quan, dạ, vâng, ừ, ừm, uhm, um,
    uh, ờ, à, á, ạ, nha, nhé, nhá, nhen, nghen, nghe, nè, hen, hén, hỉ, ha, hả, ơi, ơ, ok, oke,
    okie, okela, oki, okay, yes, yep, yeah, yup, no, nope, đúng, đúng rồi, phải, chuẩn, chính xác,
    được, đc, dc, rồi, r, có, không, ko, k, kh, hông, hong, hok, chưa, chứ, đâu, đi, với, vs, và,
    hay, hoặc, thì, mà, là, của, cho, để, từ, tại, vì, nên, nếu, như, cũng, đều, vẫn, còn, đã,
    đang, sẽ, sắp, mới, vừa, chỉ, thôi, luôn, lại, ra, vào, vô, lên, xuống, qua, về, đến, tới,
    theo, trên, dưới, ngoài, giữa, những, các, mấy, vài, nhiều, ít, hơn, nhất, quá, lắm, rất, hết,
    cả, tất cả, mọi, mỗi, từng, một, hai, ba, cái, chiếc, bộ, thứ, này, đó, đấy, đây, kia, ấy, nọ,
    vậy, thế, sao, gì, nào, gì đó, cái gì, thật, thiệt, đó em, nữa, khác, thêm, xíu, chút, tí, tý,
    luôn và ngay, hihi, haha, hehe, hm, hmm, ng, hì, hí, hề, hơ, há, hô,
    hi, hello, hey, alo, chào, xin chào, good morning,
    good afternoon, good evening, cảm ơn, cám ơn, thanks, thank, thank you, please, pls, sorry,
    xin lỗi, bye, tạm biệt, ơn, kính gửi, giá, giá cả, giá sao, giá tiền, báo giá, bảng giá,
    bao nhiêu, nhiêu, bn, tiền, phí, chi phí, học phí, mắc, đắt, rẻ, giảm giá, khuyến mãi, ưu đãi,
    price, prices, pricing, cost, costs, how much, how, much, cheap, expensive, quote, ngân sách,
    kinh phí, budget, tầm, khoảng, cỡ, chừng, độ, triệu, tr, củ, tỷ, tỉ, tỏi, nghìn, ngàn, đồng,
    đ, vnd, vnđ, usd, đô, đổ lại, trở lại, trở xuống, tối đa, tối thiểu, dự kiến, dự toán, about,
    around, max, million, hôm nay, hôm qua, ngày mai, mai, mốt, ngày, tuần, tháng, quý, năm, giờ,
    phút, buổi, sáng, trưa, chiều, tối, lúc, khi, khi nào, bao giờ, chừng nào, bây giờ, giờ này,
    hiện tại, hiện, lát, lát nữa, trước, sau, trong, ngay, liền, gấp, gấp gấp, sớm, sớm nhất,
    càng, tốt, lâu, nhanh, cuối, đầu, nay, tết, lễ, hè, chủ nhật, cuối tuần, now, today, tomorrow,
    soon, asap, urgent, urgently, week, month, year, next, this, by, end, june, july, từ từ,
    chưa vội, vội, rảnh, kịp, hạn, số, sđt, sdt, đt, số điện thoại, zalo, facebook, fb, email,
    mail, gmail, gọi, gọi điện, gọi lại, call, phone, nhắn, nhắn tin, nhắn lại, ib, inbox, chat,
    liên hệ, liên lạc, gặp, gặp mặt, hẹn, địa chỉ, ở đâu, chỗ nào, tên, contact, message, hỏi,
    hỏi thăm, hỏi chút, hỏi xíu, hỏi thử, xin, tư vấn, tư vấn viên, nhân viên, trao đổi,
    nói chuyện, nói, biết, hiểu, rõ, xem, coi, xem thử, coi thử, thử, tham khảo, tìm hiểu,
    quan tâm, thông tin, thông tin chi tiết, chi tiết, gửi, gởi, cung cấp, giới thiệu, hướng dẫn,
    giúp, giùm, dùm, hộ, nhờ, giải đáp, trả lời, phản hồi, rep, báo, show, info, information,
    details, ask, question, help, talk, know, tell, send, me, you, your, my, i, we, our, us, it,
    they, s, m, re, ll, ve, d, t, the, an, to, of, for, in, on, at, with, and, or, is, are, am,
    be, was, were, been, being, do, does, did, can, could, would, will, should, what, which,
    where, when, why, who, that,
    these, some, any, have, has, had, just, so, if, but, not, don, there, here, hi there, let,
    from, as, more, please help, like, really, very, too, also, get, got, sure, sản phẩm, sp,
    dịch vụ, dv, hàng, hàng hoá, đồ, gói, gói nào, loại, loại nào, mẫu, mẫu mã, combo, bên bạn,
    bên shop, product, products, service, services, cần, muốn, mún, mong, tìm, mua, kiếm, định,
    dự định, nhu cầu, need, needs, want, looking, look, buy, interested, có thể, sếp, vợ, chồng,
    quyết, quyết định, duyệt, ký, giám đốc, chủ, lãnh đạo, boss, bán gì, có bán, còn bán, chốt,
    chốt đơn, đặt, lấy, đơn, order, demo, dùng thử, trial, thank kiu, ổn, đẹp, thích, ưng, đồng ý,
    nghĩ, suy nghĩ, cân nhắc, tính, xong, bot, robot, người thật, người, máy, ý, ý em, đó là,
    ví dụ, vd, kiểu, tuỳ, tùy, sao cũng được, gì cũng được, trường hợp, vấn đề, việc, chuyện,
    thấy, quảng cáo, bài, page, fanpage của, live, link, web bên, đó giờ, hồi, lúc nãy, nãy,
    mở cửa, đóng cửa, cần thơ, cần giờ, cần giuộc,
    cần đước, làm việc, giao hàng, ship, freeship, thanh toán, bảo hành, hoá đơn, trả góp,
    chuyển khoản, khuyến mại, không biết, chắc, chắc chắn, mong muốn, cứ, ghé, out, up, kinda,
    checking, chờ, đợi, họp, bận, lái xe, off, ngủ, đi ăn, ăn cơm, làm, làm gì, làm sao, làm ơn,
    làm phiền, làm ăn, vòng, trong vòng, chục, nổi, đặt lịch, lịch, lịch hẹn, book, booking, meet,
    meeting, appointment, right away, real person, person, human, opt out, away, right, meant,
    mean, mistake, again, đặt cọc, cọc, đặt hẹn, đặt chỗ, chốt đơn, đặt hàng online, kiểu gì, kiểu
    nào,
    như nào, ra sao, quy trình, thủ tục, cách thức, bằng cách nào, order online, tới đâu, nhiêu
    tiền, một lần, lần, lúc đó, thế nào, như thế nào, ntn,
    sao vậy, tại sao, vì sao, đâu có, rứa, mô, tê, răng, chi, ni
    """
)

# Whatever is named beside one of these, nothing is asked for yet.
UNDECIDED = (
    "<unsure> .. cần|bắt_đầu|muốn|mua gì|từ|đâu|cái_gì|ra_sao|thế_nào|sao",
    "<unsure> bắt_đầu|cần_gì|mình_cần",
    "not sure|certain .. need|want|looking ..",
    "don_t|dont know .. need|want ..",
)
VAGUE = (
    "tìm_hiểu|tham_khảo|quan_tâm|xem|coi|xem_chơi|coi_chơi|hỏi|dạo thôi|chơi|thử|cho_biết|"
    "qua|sơ|trước|chút|vậy",
    "tìm_hiểu|tham_khảo|quan_tâm|tìm_hiểu_thêm",
    "xem|coi|hỏi .. có_gì|cho_biết|gì_hay|dùng_được|hợp",
    "cứ|nhờ|cần|muốn|xin|được|giúp|cho|hãy? được|em|anh|chị|mình? tư_vấn|tv",
    "bên|shop|có .. có|những|bán gì|những_gì|sản_phẩm_gì|dịch_vụ_gì",
    "có_gì .. không|hông|ko",
    "có_gì|có_những_gì $",
    "xem|coi bên|shop|quán|tiệm <self>? .. có_gì|có_những_gì|bán_gì",
    "gì|nào|sao|cái_nào|loại_nào|cái_gì|gói_nào cũng được|đc|dc|ok|xem|coi|tốt",
    "hỏi|coi|xem chơi|thử|cho_biết|cho_vui",
    "thấy .. nên hỏi|coi|xem|vô|vào|nhắn|ib|inbox ..",
    "thấy|bạn_bè|nghe .. hay|giới_thiệu|quảng_cáo|nói .. nên|tò_mò|thử|vô|hỏi|coi ..",
    "tò_mò",
    "cho|xin|gửi|muốn|cần .. thông_tin|info|biết_thêm|tài_liệu|catalogue|catalog",
    "hỏi_cho_biết|coi_cho_biết|xem_cho_biết|cho_biết_thôi|hỏi_thử|hỏi_chơi|hỏi_thăm",
    "^ <please>* inbox|ib|chấm|hóng|quan_tâm|cmt|. <please>* $",
    "just .. looking|browsing|curious|exploring|checking",
    "looking|browsing|look|browse around",
    "browsing",
    "chưa|chẳng|không|ko nghĩ|tính|hình_dung|định tới|ra|được? nữa|gì|đâu|hết|luôn",
    "having|have|take|taking a look|browse|peek",
    "interested|curious",
    "có_gì_hay|thấy_hay|nghe_hay",
    "gì|cái_nào|loại_nào|gói_nào|con_nào|mẫu_nào .. hợp|ok|tốt|đẹp|ngon|rẻ|ổn thì lấy|mua|chọn|"
    "chơi",
    "cứ|hãy|nhờ? giới_thiệu|tư_vấn đi|thử|giúp|cho",
    "some|more|any info|information|details",
    "more info|information|details",
    "tell me more|about",
    "what do|can you offer|have|sell|do",
    "what you offer|have|sell|do",
    "what|which .. you|u suggest|recommend|advise|propose",
    "open to ..",
    "anything|nothing specific|concrete|in_mind|in_particular|particular|special",
    "exploring|weighing|comparing my|our|the? options|ideas|things",
    "anything specific|particular|special|in_mind|concrete ..",
    "chưa|không|ko|k|hông|chưa_có có? need|plan|kế_hoạch|ý_tưởng|mục_tiêu|nhu_cầu "
    "cụ_thể|gì|rõ|nào|chi",
    "still figuring|deciding|exploring|thinking|weighing|considering|undecided ..",
    "để|cho <self>? coi|xem|ngó|dòm .. có .. gì|sao",
    "bạn|bạn_bè|người_quen|hàng_xóm|chị|em|đồng_nghiệp|con .. giới_thiệu|chỉ .. "
    "nên|vô|vào|ghé|hỏi|coi|nhắn",
    "để|cho <self>? coi|xem|ngó|dòm|nhìn|lướt qua|sơ|sơ_qua|cái|thử|một_vòng .. đã",
    "cứ|hãy nói|kể|trình_bày|báo đi|thử|xem|nghe",
    "xem|coi|nghe giới_thiệu|quảng_cáo|clip|sơ|qua thôi|đã|trước|chơi",
    "lướt|tình_cờ|vô_tình .. thấy|gặp|hỏi|vô",
    "thấy .. quảng_cáo|qc|ad|bài .. hỏi|coi|xem|vô|nhắn|ib|tò_mò",
    "what you|u guys|folks|people do|sell|offer|have",
    "any suggestions|ideas|recommendations|advice",
    "need|want some? advice|information|info|consultation",
)
# To another question this says nothing of the need.
VAGUE_WHEN_ASKED = (
    "^ <please>* <unsure> <please>* <end>* ]",
    "<unsure> gì|hết|cả|nữa|lắm|yet",
    "để <self>? coi|xem|tính|nghĩ|suy_nghĩ sao|đã|lại|thêm|thử",
)
NONE = (
    "không|ko|k|kh|kg|hông|hong|hok|hổng|chẳng|chưa|chả|hem|khum|đâu|hiện_không có? nhu_cầu",
    "không|ko|k|kh|kg|hông|hong|hok|hổng|chẳng|chưa|chả|hem|khum|đâu_có|hiện_không .. cần <end>* $",
    "không|ko|k|kh|kg|hông|hong|hok|hổng|chẳng|chưa|chả|hem|khum|đâu_có|hiện_không cần "
    "<end> <end>*",
    "không|ko|k|kh|kg|hông|hong|hok|hổng|chẳng|chưa|chả|hem|khum quan_tâm",
    "không|ko|k|kh|kg|hông|hong|hok|hổng|chẳng|chưa|chả|hem|khum cần|mua|muốn_mua|"
    "có_ý_định đâu|nữa|gì|lúc_này|bây_giờ|hiện_tại|nha|nhé|ạ|em|bạn|mô|cảm_ơn|thêm",
    "[ <please>* chưa|không|ko|k|hông|hổng|hong cần ,|.|;",
    "đang_dùng|đang_xài|đang_sử_dụng|đang_làm .. rồi|r <end>* $",
    "đủ xài|dùng|rồi|người .. rồi",
    "[ <please>* không|ko|k|hông|hổng|hong mua <end>* $",
    "<owned> rồi|r|rùi|hết_rồi|xong",
    "đã|mới|vừa|có có|mua|trang_bị|ký|lắp|đặt|dùng|thuê|làm .. rồi|r|xong|hết_rồi|xong_rồi",
    "đã có|mua|ký|chọn|dùng hệ_thống|bên|nhà_cung_cấp|đối_tác|phần_mềm|chỗ|đơn_vị|hợp_đồng",
    "có|có_một|đang_có bên_khác|chỗ_khác|nơi_khác|shop_khác|đơn_vị_khác|người_khác",
    "<self> có .. rồi|r|rùi <end>* ]",
    "đang_dùng|đang_xài|dùng|xài|mua|ký|làm|chọn|đặt .. bên_khác|chỗ_khác|"
    "nơi_khác|shop_khác|nhà_khác|đơn_vị_khác|bên_kia",
    "mua|dùng|xài|ký|chọn|lấy|làm bên|chỗ|của|với khác",
    "[ <please>* <self>? có rồi|r|rùi",
    "[ <self>? có rồi|r|rùi <end>* $",
    "bên <self> có rồi|r",
    "<self> xài|dùng|sử_dụng .. rồi|r|rùi <end>* ]",
    "có|đang_có người|bên|chỗ|đơn_vị|bạn|mối|người_nhà .. "
    "lo|làm|phụ_trách|cung_cấp|sửa|giữ rồi|r|rùi",
    "^ <please>* no|nah|nope nothing|none|not",
    "hết nhu_cầu|cần",
    "khỏi|miễn cần <end>* $",
    "[ <please>* khỏi đi? <end>* ]",
    "<self> .. tự_làm|tự_làm_được|build|tự_viết|tự_code được rồi|r|rùi",
    "no need",
    "nothing really|much|at_all|thanks|for_now|now",
    "^ nothing|none|nope|nah $",
    "không|ko|k|hông|hong|chưa need|want|require",
    "don_t|dont|do_not|doesn_t really|actually? need|want <end_en>",
    "already have|có|got|bought|using|use|signed|purchased|chose|found",
    "have|found|using|use another|other|someone|somebody|a|one provider|vendor|supplier|"
    "system|already|else",
    "we|i|all re|are|m|am all? covered|set|good|fine|sorted|okay thanks?",
    "not looking|interested|needed|necessary",
    "never_mind",
)
# Taken back: the thing that is meant follows.
SLIPS = (
    *listed(
        """
        à nhầm, ý nhầm, í nhầm, ủa nhầm, á nhầm, nhầm rồi, em nhầm, mình nhầm, chị nhầm, anh nhầm,
        à lộn, ý lộn, í lộn, lộn rồi, à không, ủa không, à quên, ý em là, ý mình là, ý chị là,
        ý anh là, ý tôi là, i mean, i meant, no wait, scratch that
        """
    ),
    *(", nhầm ,", ", lộn ,", ", quên ,"),
)
# Written to the wrong place. Beside a number it is more often a correction.
MISTAKEN = (
    "nhầm|lộn|bậy|lạc|lỡ số|shop|chỗ|người|tin|máy|page|trang|nick|nhóm|tay|tin_nhắn|chat",
    "nhắn|bấm|gửi|ib|gọi|inbox|nhấn|click|gõ|vào|vô|chạm|ấn nhầm|lộn|bậy|lạc|lỡ",
    "nhầm|lộn rồi|òi|em|bạn|shop",
    "wrong number|chat|person|shop|page|window|message|contact",
    "by mistake|accident",
    "accidentally",
    "my mistake",
    "^ <please>* nhầm|lộn <please>* $",
)
NONE_WHEN_ASKED = (
    "^ <please>* không|ko|k|hông|hong|hok|hổng|chưa|chẳng|no|none|nothing"
    "|nope <end_en>* ,? <please>* $",
)

LISTS = {
    "self": listed(
        """
            em, mình, anh, chị, tôi, tui, bọn em, bọn mình, bên em, bên mình, bên chị, bên anh, e,
            a, c, mk, chúng tôi
        """
    ),
    "please": listed(
        """
        dạ, vâng, ạ, nha, nhé, nè, ơi, em, anh, chị, mình, bạn, shop, à, thì, thôi, hiện,
        hiện tại, hiện giờ, cảm ơn, thanks, ừ, ad, mô, đâu, có, gì, cả, luôn, tạm thời, giờ, chứ,
        hi, hic, thank you, cám ơn, tks
        """
    ),
    "end": listed(
        """
        đâu, nữa, gì, gì cả, gì hết, ạ, nha, nhé, em, bạn, anh, chị, shop, lúc này, bây giờ,
        hiện tại, mô, cảm ơn, thanks, nghen, nghe, nhen, thêm, nhá, ơi, rồi, luôn, nè, cám ơn,
        tạm thời, giờ
        """
    ),
    "end_en": listed("anything, it, one, now, anymore, this, any, right now, thanks, that"),
    "isnt": listed("không, ko, k, chưa, hông, hong"),
    "seller": listed(
        """
        em, bạn, shop, ad, admin, bên em, bên bạn, bên mình, bên này, bên đó, bên shop, mấy em,
        công ty em, công ty bạn, công ty mình, chỗ em, chỗ bạn, chỗ mình, tiệm, cửa hàng, quán em,
        quý công ty, hãng, em gái, cưng, bé, page
        """
    ),
    "felt": listed(
        """
        buồn ngủ, mệt, đói, đói bụng, khát, nóng, lạnh, buồn, vui, chán, đau đầu, nhức đầu, hài,
        mắc cười, dễ thương, đẹp trai, xinh, xinh gái, cute, giận, bực, ngộ, kẹt xe, nhớ nhà, lo,
        sợ, mất ngủ, đau bụng, mưa, mưa to, ngập
        """
    ),
    "unsure": listed(
        """
        chưa biết, không biết, ko biết, chưa biết nữa, chưa rõ nữa, not sure, idk, k biết,
        hong biết, hông biết, hổng biết, chưa hình dung, chưa hình dung được, chưa hình dung ra,
        chưa có ý tưởng, chưa nghĩ ra gì, chưa có kế hoạch, no idea, dunno, unsure, chưa rõ,
        không rõ, chưa xác định, chưa nghĩ ra, chả biết
        """
    ),
    "owned": listed(
        """
        có bên khác, có bên làm, có bên cung cấp, có nhà cung cấp, có người làm, có đối tác,
        có đơn vị, dùng bên khác, mua bên khác, có chỗ, có mối, mua, đã mua, có phần mềm,
        có hệ thống, đặt bên khác, làm bên khác, chọn bên khác, ký bên khác, mua chỗ khác,
        có chỗ khác, có đầy đủ, có đủ, đủ, trang bị, đã có, có cả, có hết
        """
    ),
}

# Beside wants and goods: the words without which nobody speaks of having no need.
NO_NEED_TRIGGERS = listed(
    """
    nhu cầu, nhầm, lộn, có rồi, mua rồi, bên khác, chỗ khác, cần, already, wrong, mistake,
    looking, browsing, curious, interested, covered, có gì, có những gì, hỏi thử, hỏi chơi,
    xem thử, coi thử, cho biết, tò mò, suggest, recommend
    """
)
