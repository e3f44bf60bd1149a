"""Small words that tell how a wish is meant: {kind: spellings}, "!" asks for the marks."""

from __future__ import annotations

SIGNS = {
    "farewell": "chào, chào em, chào anh, chào chị, bye, tạm biệt, hẹn gặp, goodbye",
    "ability": "được",
    "forced": "để, ép, bắt, khiến, make, force",
    "device": "phone, điện thoại",
    "bot": """
        bot, con bot, bot này, con bot này, cái bot này, chatbot này, con chatbot này, the bot, this
        bot, that bot, your bot, your chatbot, the chatbot
        """,
    "every": "mọi, cuộc, toàn bộ, all, tất cả, any",
    "clock": "h, g, giờ, am, pm, rưỡi",
    "declined": "từ chối, xin từ chối, decline",
    # In a refusal and behind it.
    "passive": "bị, be, being",
    "granted": "cho, để",
    "using": "dùng, sử dụng, lấy, xài, use, using",
    "nothing_more": "nữa, nx, nưa, anymore, any more, again",
    "by_way": "qua, bằng, by, via",
    "into_place": """
        vào, vô, qua, nhắn vào, nhắn vô, nhắn qua, gửi vào, gửi qua, gọi vào, gọi vô, gọi qua
        """,
    "altogether": "luôn",
    "vague": "gì, it, this",
    "whichever": "gì!, nào!, từ!",
    "shrug": "khỏi, miễn, thôi khỏi, khỏi mất công",
    # Another clause begins behind these, though there is no comma.
    "so": "rồi, thôi, ạ, nhé, so, thanks",
    # Talk that only a seller has with a customer, and care that ends when the sale does.
    "selling": """
        hỏi, hỏi thăm, tư vấn, quảng cáo, chào!, mời!, chăm sóc, chăm sóc khách hàng, cskh, trả lời,
        reply, hối, thúc, giục, năn nỉ, thuyết phục, kêu
        """,
    "care": "cập nhật, update, báo tin, chăm sóc, tư vấn, theo dõi, nhắc, chăm!",
    # The way wished instead.
    "nod": """
        nhé, nha, nhe, đi, thôi, please, pls, luôn, nghen, ạ, nha em, nha anh, nha chị, nhé em, nhé
        anh, nhé chị
        """,
    "better": """
        is better, works better, is best, tiện hơn, nhanh hơn, cho nhanh, cho tiện, cho lẹ, cho
        khỏe, is fine, is ok, is okay, is good, is enough, is preferred, works, works fine, works
        for me, is fine with me, được rồi, là được, instead
        """,
    "loosely": "cứ, mà",
    "it": "it",
    "other_number": "số kia, số mới, số khác, my cell, my mobile",
    # What thanks for a stop, before "if you stopped".
    "appreciated": """
        appreciate, appreciate it, grateful, great, nice, glad, happy, happier, thankful, better,
        best, love, love it, prefer, prefer it, wish, rather, like it, good, helpful
        """,
    "privately": "riêng, riêng tư, privately, in private",
    # Questions, by how they end.
    "tag": "hả, à, chưa, hở!, ha",
    "wonders": "hả!, à!, hở!, ư!, sao, chưa!, không!",
    "or_not": "không, ko, k",
    "whether": "có",
    "surely_asked": "hả!",
    "for_now": "tạm",
    "no_need": """
        không có nhu cầu, k có nhu cầu, ko có nhu cầu, không còn nhu cầu, không hề có nhu cầu
        """,
    # One word that ends it: beside words of politeness, or only as the whole message.
    "ends_it": """
        dừng!, ngừng, ngưng, stop, stopp, unsubscribe, unsub, quit, dừng lại, ngừng lại, ngưng lại,
        dẹp!, dẹp ngay, thôi ngay, dừng ngay, ngừng ngay, ngưng ngay, opt out, optout, unfollow, opt
        me out, chấm dứt, im đi, im ngay, stopall, dừng hẳn, ngưng hẳn, ngừng hẳn, dừng hết, ngừng
        hết, ngưng hết, im lặng, hủy đăng ký, hủy đk, hủy dk, bỏ đăng ký, hủy theo dõi, bỏ theo dõi,
        cease and desist, desist, cease, end messages, end sms, end texts, end calls, chấm dứt ngay,
        chấm dứt hẳn, chấm dứt hết, chấm dứt đi, dừng toàn bộ lại, ngừng toàn bộ lại, ngưng toàn bộ
        lại, dừng tất cả lại
        """,
    "ends_alone": """
        dừng, tắt, chặn, hủy, cancel, end, tc, block, end chat, stop chat, remove, im, tc qc, từ
        chối qc, hủy qc, tắt hết, hủy hết
        """,
    "of_itself": "unsubscribe, unsub, dẹp!",
    "shortly": "stop, quit, dừng!, ngừng, ngưng, dừng lại, ngừng lại, ngưng lại",
    "turn_off": "tắt, hủy, off, im, dẹp, nín",
    "urging": """
        đi, giùm, dùm, giúp, hộ, ngay, luôn, please, pls, now, tức khắc, ngay lập tức, lập tức
        """,
    "enough_said": "thôi, nghỉ",
    "at_once_now": "ngay, ngay lập tức, lập tức, tức khắc",
    "this_place": "ở đây, tại đây",
    # Lists, and being taken off them.
    "escape": """
        thoát khỏi, rời khỏi, out khỏi, đưa tôi ra khỏi, đưa mình ra khỏi, đưa anh ra khỏi, đưa chị
        ra khỏi, đưa em ra khỏi, đưa số tôi ra khỏi, đưa số anh ra khỏi, đưa số chị ra khỏi
        """,
    "taking_off": "take, get",
    "english_removing": "remove, take, drop, get, kick",
    "removing": "remove, removed, dnc",
    "english_me": "me, us, my number, this number, my name",
    "off": "off, out",
    "no_removal": "cho, lấy, xin, out, đưa, xóa",
    # Threats, and what makes them somebody else's.
    "own_threat": """
        chặn, block, blok, blocking, chặn số, block số, chặn nick, block nick, chặn zalo, chặn page,
        chặn hết, block you, blocking you, block u, block this, blocking this, block this number,
        blocking this number, block page, blocked, report, report spam, report you, report u, report
        this, reported, blacklist, cho vào blacklist, cho vô blacklist, cho vào danh sách đen, cho
        vào danh sách chặn, báo cáo spam, báo spam, reporting you, reporting u, reporting this, báo
        cáo tài khoản này, báo cáo số này, báo cáo nick này, báo cáo page này, báo cáo trang này,
        report số này, report page này, report nick này, report tài khoản này, report this number,
        report this account, report your number, report this page, reporting as spam, reported as
        spam, reporting spam, reporting this number
        """,
    "to_report": "report, reported, báo cáo",
    "at_once": "đây, nhé, nha, bây giờ, giờ, luôn, số, số này, liền",
    "patient": "tôi, mình, tui, me, us, anh, chị, số anh, số em",
    "done_to": "bị, sao, có, ai",
    "suffered": "bị, sợ, vào, mục, chống, lọc",
    "spam_word": "spam",
    # Messages named before what ends them, or only pointed at.
    "switching": "turn, switch, shut, turning, switching",
    "bring_about": "make, get, have, want, would like, like to have, need, d like, i'd like",
    "pointed": """
        these, those, this stuff, any of this, any of these, these things, all of this, all of
        these, mấy cái này, mấy thứ này, mấy cái đó, mấy cái tin này
        """,
    "joined": """
        unfollow, hủy theo dõi, bỏ theo dõi, hủy follow, bỏ follow, thoát nhóm, rời nhóm, out nhóm,
        out group, hủy kết bạn
        """,
    "supposing": "nếu, lỡ, giả sử, if, suppose, in case",
    "some_day": "sau này, mai mốt, mai này, một ngày nào đó, later, one day, some day, someday",
    "errand": "remind, reminding, nudge, nudging, chase, chasing, bug, bugging, nhắc, nhắc nhở",
    "no_leave": """
        không cho phép, ko cho phép, k cho phép, không đồng ý, ko đồng ý, k đồng ý, không chấp nhận,
        từ chối, xin từ chối, decline, don't consent to, do not consent to, do not consent, do not
        authorize, do not accept, don't accept, object to, do not agree to, don't agree to
        """,
    "speech": "talk, talking, nói chuyện, trò chuyện, chat, chatting, speak, speaking",
    "my_inbox": """
        my inbox, my phone, my mailbox, my email, my messages, hộp thư của tôi, điện thoại của tôi,
        máy tôi, máy của tôi
        """,
    "kept_off": "get, keep, take, leave, put",
    "at_peace": "yên, yên ổn, yên thân",
    "must_end": "must, need to, needs to, have to, has to, should, ought to, phải, cần, phải được",
    # One call and one reminder are called off; messages that go on are ended.
    "one_off": "cuộc gọi, nhắc nhở, cuộc điện thoại, reminders",
    "way_out": "link, nút, button, the link, the button, option",
    "made_a_thing": "vụ, trò, chế độ, việc, cái vụ, cái trò, mấy trò, mấy cái vụ",
    # What "yên" and "tha" may belong to instead.
    "other_peace": "tâm, vị, lòng, chí, bình, tĩnh, ổn, lỗi, vụ",
    # Asked to come, or put where many are.
    "invite": """
        rủ, rủ rê, mời, kéo, add, thêm, lôi, tag, tag tên, invite, inviting, adding, gắn thẻ
        """,
    "seller": "em, bạn, shop, cháu, con, công ty, sale, ad, admin, chị, anh, cty, bên mình, bên em",
    "pronoun": "them, those, these, all of them, all of these, all of those, all that",
    "gathering": """
        nhóm, group, gr, hội thảo, hội nhóm, sự kiện, event, webinar, livestream, live, bài đăng,
        bài viết, post, posts, kênh, nhóm zalo, group zalo, buổi
        """,
    # Nothing is left to be sold to the writer.
    "no_customer": """
        không mua, không vay, không lắp, không học, không đi, không cần, không bán, ko mua, ko vay,
        ko cần, k mua, k vay, k cần, hết nhu cầu, không có nhu cầu, không còn nhu cầu, ko có nhu
        cầu, đóng cửa, đóng tiệm, đóng quán, nghỉ bán, nghỉ làm, nghỉ kinh doanh, nghỉ công ty, giải
        thể, phá sản, chuyển nhà, chuyển nghề, chuyển qua, sang nhượng, sang quán, bán rồi, có rồi,
        chốt chỗ khác, mua chỗ khác, đã mua, đã chọn, đã có, nghỉ rồi, không kham nổi, already
        bought, already have, bought one, went with, not buying, closed down, no longer need, no
        longer work, moved, không còn làm, không làm ở đó, không hợp, chia tay, không làm nữa, không
        dùng nữa, không xài nữa, không mua sắm, ko mua sắm
        """,
    # Of the things sent, those by which one is wooed.
    "offered": """
        giá, báo giá, bảng giá, tài liệu, brochure, video, clip, link, mấy căn, mấy căn hộ, căn hộ,
        căn hướng, lô đất, mấy lô, price, quote, xe, căn!, catalogue, catalog, mã!, thẻ!, hình sản
        phẩm, ảnh sản phẩm, hình mẫu, mẫu mới, hàng mới, hình hàng
        """,
}
