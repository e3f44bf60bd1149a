"""How a wish that messages end is framed, wishes that stand alone, and words that only look so.

Tables {kind: spellings}, as in opt_out_words.py.
"""

from __future__ import annotations

# Told of the past or of others, asked, or turned round.
FRAMES = {
    "told": """
        received, đã, vẫn, toàn, hoài, suốt, miết, liên tục, lắm, quá, quá trời, quài, riết, cả
        ngày, ngày nào, hôm nào, sáng nào, lần, cuộc, thế, vậy, rứa, hết hồn, suốt ngày, cả tuần,
        mỗi ngày, every day, all day, keep, keeps, kept, constantly, cứ, hàng ngày, còn, nếu, mà
        còn, if, still, nhiều, dữ, ghê, times, tối ngày!, cả đêm, thấy, bị, gì mà, chi mà, sao, năm
        cuộc, lúc, từng, nghe, twice, already, nói, bảo, bữa giờ, mấy, ting ting, biết, lỡ, không,
        ko, nữa, again, ai, hôm qua, sáng giờ, hôm trước, lần nào, đăng ký, every, daily, phút,
        giữa, lại còn, tin, three times, many times, how many times
        """,
    "ask": """
        sao, tại sao, vì sao, why, lý do, how come, sao mà, sao lại, mắc gì, mắc chi, không thấy, ko
        thấy, k thấy, chưa thấy, chẳng thấy, sao không thấy, lâu rồi, lâu nay, dạo này, hồi này, lâu
        quá, có phải, bộ, s k, s ko, s kg, s không
        """,
    "howto": """
        làm sao, làm sao để, làm thế nào, làm thế nào để, cách nào, cách, how do i, how to, how can
        i, where do i, muốn, where can i, can i, bấm vào đâu, thì làm sao, ở đâu, cách nào để, is
        there any way to, is there a way to, có cách nào, where is the, where's the, where is your,
        where's your, can't find the, can't find your, don't see the, sao để, làm gì để, phải làm gì
        để
        """,
    "asked": """
        không, ko, k, chưa, hả, à, hông, hong, hở, sao, ư, chăng, gì, đâu, nào, phải không, đúng
        không, ha, kiểu gì
        """,
    "aux": """
        có tự, có tự động, có cho, does, can your, can the, will the, is there, could the, does
        your, does the, does it, what if, how does, how do you, how do, are there, is it, liệu, will
        you, có bị, can my, can our, can customers, do we, có chặn, có nút, có tính năng, có hỗ trợ,
        có gửi, có báo, có giới hạn, bao nhiêu, đã có, có sẵn, có nhắn, nếu khách, có dừng, có
        ngừng, có ngưng, can admins, what happens
        """,
    "notso": """
        không phải, ko phải, k phải, đâu phải, không có ý, đâu có, có phải, not asking, not saying,
        never said, not telling, không hề nói, không bảo, đâu có bảo, không nói, didn't say, chưa
        bao giờ nói, ai bảo, ai nói, not trying, chưa nói, chưa bảo, never asked, đâu bảo, đâu có
        nói
        """,
    "say": """
        muốn, bảo, nói, kêu, dặn, yêu cầu, you to, asking, saying, telling, want, want to, mong, tôi
        muốn, anh muốn, chị muốn, mình muốn, tell, say, said, asked, told, ask you nicely to, asking
        you nicely to, asking you to, ask you to, asking you again to, ask you again to, must ask
        you to, beg you to, begging you to, have to ask you to, asked you to, asked you nicely to,
        told you to, telling you to, tell you to, nhắn mấy bạn, nhắn mấy bạn sale, nhắn các bạn,
        nhắn nhân viên, nhắn đội, nhắn đội sale, nhắn lại với, nhắn giúp các bạn, nói với
        mấy bạn sale, nhắn bên sale
        """,
    # The opposite of a refusal.
    "mind": """
        lo, lo lắng, lo nghĩ, ngại, ngần ngại, quên, chần chừ, do dự, hesitate, forget, worry, miss,
        bỏ lỡ, bận tâm, sợ, để ý, bỏ sót, buồn, giận, trách, bỏ rơi, be shy, be afraid, e ngại, lăn
        tăn, suy nghĩ, tự ái, phiền lòng, lơ, bỏ lơ, phớt lờ, phớt, bơ, làm lơ, ngó lơ, bỏ quên,
        ignore, ignoring, seen
        """,
    # Verbs of other business: what is refused is that.
    "business": """
        giao, ship, tính, thu, lấy, cộng, trừ, đổi, mua, bán, chờ, đợi, chê, giảm, tăng, ghi, xóa,
        mang, đem, mở, đóng, chạy, dùng!, thuê, in, bắt, start, wait, giao hàng, gộp, khóa, đặt,
        chọn, ký, chốt, thanh toán, trả, nhập, xuất, lừa, đùa, giỡn, cười, nghĩ, tưởng, dời, hẹn,
        bật, đến trễ, cắt, bóc, trêu, phun, bỏ cọc, thay, sửa, lắp, cancel, buy, use, using,
        selling, sell, working, xài, sử dụng, hoạt động, sản xuất, hợp tác, cung cấp, kinh doanh,
        ăn, uống, làm, being, charge, ship it, change, give, giving, take, move, remove, delete, add
        thêm, bot, chat bot
        """,
    # Asked of the seller, so the contact goes on.
    "request": """
        báo giá luôn, báo giá đi, báo giá giúp, chốt, chốt đơn, chốt luôn, lên đơn, tính tiền, tính
        giá, cho xem, cho gặp, cho hỏi, chuyển người, gặp nhân viên, lấy luôn, giá bao nhiêu, cho
        chị hỏi, cho anh hỏi, cho mình hỏi, ký luôn, giao luôn, send the price, send me the, send
        the quote, just send, gặp người thật, người thật, nhân viên thật, real person, human, nói
        giá, nói luôn, đặt luôn, mua luôn, ghé, qua lấy, qua xem, chụp hình, đặt lịch, kết bạn zalo,
        add zalo, làm đi, hẹn em, cho người ra, gặp người
        """,
}

# Wishes that stand by themselves.
ALONE = {
    "alone": """
        đừng gọi nhầm, đừng nhắn nhầm, đừng gọi nhầm nữa, đừng nhắn nhầm nữa, đừng gọi nhầm số nữa,
        leave me alone, leave us alone, leave me be, lose my number, go away, get lost, buông tha,
        tha cho tôi, tha cho tui, tha cho em, tha cho mình, tha cho anh, tha cho chị, tha tôi, tha
        cho tao, tha cho con, lose it, cho tôi yên, cho tui yên, cho chị yên, cho anh yên, cho mình
        yên, để tôi yên, để tui yên, để chị yên, để anh yên, để mình yên, để em yên, để tao yên, để
        t yên, để yên cho tôi, để yên cho tui, để yên cho chị, để yên cho anh, để yên cho t, để yên
        cho mình, để yên cho em, cho em yên, cho tao yên, cho t yên, cho cô yên, để cô yên, để chú
        yên, để bác yên, để cho tôi yên, để cho chị yên, để cho anh yên, để cho tui yên, yên thân,
        được yên, được yên thân, được yên ổn, để tôi được yên, delete my number, forget my number,
        quên số tôi đi, quên số này đi, quên tôi đi, quên số tôi, quên số này, quên số của tôi, tha
        cho số tôi, để yên tôi, tha cho bác, tha cho cô, tha cho chú, leave my family alone, gạch
        tên tôi, gạch số tôi, gạch tên anh, gạch tên chị, gạch tên mình, xóa số tôi khỏi danh bạ
        gọi, biến đi cho tôi nhờ, leave tui alone, leave mình alone, leave em alone, leave anh
        alone, leave chị alone, leave tôi alone, knock it off, cut it out, nghỉ nhắn, nghỉ gửi, nghỉ
        gọi, nghỉ spam, đừngnhắn, đừnggọi, đừnggửi, dừngnhắn, đừngspam, dừnggửi, đừnglàm phiền,
        ngừngnhắn, ngừnggửi, leave us in peace, leave me in peace, let me be, make it stop, make
        this stop, make them stop, don't make me block you, don't make me block, lose this number,
        lose our number, forget this number, chừa số tôi ra, chừa tôi ra, chừa chị ra, chừa anh ra,
        tránh xa tôi, né tôi ra, bỏ qua số này, bỏ qua số tôi, dungnhannua, đừngnhắnnữa, đừnggọinữa,
        leavemealone, unsubscribeme, stopmessagingme, stopcallingme, get off my phone, bớt spam đi,
        bớt spam lại, bớt spam giùm, bớt spam dùm, bớt spam giúp, bớt spam nha, bớt spam nhé, bớt
        spam đê, bớt spam cái, bớt spam hộ, bớt làm phiền đi, bớt làm phiền lại, bớt làm phiền giùm,
        bớt làm phiền nha, bớt làm phiền nhé, on the do not call, trả lại sự yên tĩnh, trả lại yên
        tĩnh, trả lại sự bình yên, trả lại bình yên, trả lại sự yên ổn, cho tôi sự yên tĩnh, cho tôi
        xin sự yên tĩnh, make these stop, make it all stop, make this all stop, make all this stop,
        make them all stop, what part of stop, is on the do not call, is on the dnc, i'm on the do
        not call, am on the do not call, is on the national do not call, do not call list please, is
        on the do not call registry, is on the do not call list, is on the dnc list, gạch số anh,
        gạch số chị, gạch số mình, gạch số em, gạch số này, gạch tên em, tha t, tha c, tha e, tha a,
        tha cho c, tha cho e, tha cho t, leave me the hell alone, leave me the fuck alone, leave us
        the hell alone, please no send, please no call, please no text, no send me, no call me, no
        text me, no want message, no want messages, mong không nhận được, mong là không nhận được,
        để yên cho người ta, để người ta yên, de yen cho nguoi ta, để tôi yên thân, để chị yên thân,
        để anh yên thân, để em yên thân, để mình yên thân, để tui yên thân, để cô yên thân, để bác
        yên thân, để chú yên thân, cho tôi yên thân, cho chị yên thân, cho anh yên thân, cho em yên
        thân, cho tui yên thân, cho cô yên thân, muốn tất cả dừng lại, muốn mọi thứ dừng lại, muốn
        dừng lại tất cả, mong đây là tin cuối cùng, mong đây là tin nhắn cuối cùng, mong đây là lần
        cuối, mong đây là cuộc gọi cuối cùng, hy vọng đây là tin cuối cùng, hy vọng đây là tin nhắn
        cuối cùng, hi vọng đây là tin cuối cùng, hy vọng đây là cuộc gọi cuối cùng, hope this is the
        last message, hope this is the last call, hope this is the last time you, rời khỏi inbox của
        tôi, tránh xa inbox của tôi, tránh xa cái inbox của tôi, ra khỏi inbox của tôi, biến khỏi
        inbox của tôi, cút khỏi inbox của tôi, tha cho cái điện thoại, tha cho điện thoại, tha cho
        số điện thoại, tha cho cái máy, tha cho cái số
        """,
    "threat": """
        chặn, block, blok, blocking, report, report spam, báo cáo, báo cáo spam, báo công an, kiện,
        tố cáo, khiếu nại, báo nhà mạng, báo spam, phản ánh, khởi kiện, chặn số, block số, chặn
        nick, block nick, chặn zalo, chặn page, cho vào blacklist, cho vào danh sách đen, cho vô
        blacklist, báo chính quyền, chửi, cho vào danh sách chặn, sue, sue you, report you, report
        this, block you, blocking you, block u, report u, block this, blocking this, block this
        number, blocking this number, kiện đấy, báo lên, blacklist, cho blacklist, call the police,
        tố giác, báo cáo vi phạm, block page, file a complaint, complain, take legal action, legal
        action, go to the police, my lawyer, báo bộ công an, báo cảnh sát, chặn hết, đưa lên mạng,
        bóc phốt, đăng lên mạng, phốt, blocked, reported, lên phường, reporting, reporting you,
        reporting this, calling the police, call the cops, calling the cops, reporting u, suing,
        suing you, báo cơ quan chức năng, báo cơ quan, cơ quan chức năng, trình báo, nhờ pháp luật,
        nhờ luật sư, báo viettel, báo chặn, gửi đơn lên, gửi đơn khiếu nại, làm đơn kiện, gửi đơn
        kiện, đưa đơn kiện, my attorney, nhờ luật sư can thiệp, nhờ pháp luật can thiệp, báo cục an
        toàn thông tin, báo sở thông tin, contact the authorities, report to the authorities, báo
        cáo tài khoản này, báo cáo số này, báo cáo nick này, báo cáo page này, báo cáo trang này,
        report số này, report page này, report nick này, report tài khoản này, report this number,
        report this account, report your number, report this page, reporting as spam, reported as
        spam, reporting spam, reporting this number
        """,
    "warn": """
        next, nếu, còn, mà còn, cứ, tiếp tục, if, nữa, lần nữa, thêm lần nữa, một lần nữa, again,
        one more, keep, hoài, tái phạm, one more time, once more, another time, another message
        """,
    "target": """
        re, number, and, số, số này, nick, nick này, zalo, page, trang, trang này, page này, bây
        giờ, cho lẹ, cho rồi, cho xong, lẹ, giờ, này, đây, luôn, liền, em, bạn, shop, bot, mày, tin,
        cho khỏe, cho yên, you, this, sẽ, phải, là, thì, để, bye, mất, hết, ngay, tức thì, xong, tối
        nay, cả, nó!, zalo này, shop này, will, gonna, going to, i'll, m, ll, am, của, bên này, bên
        em, chắc, đành, đang, đã, sđt này, sdt này, be, to, your, tin này, hết mấy số, now, as
        """,
    "remove": """
        bỏ, gỡ, xóa, loại, rút, lấy, cho, đưa, remove, take, drop, delete, get, đuổi, kick, out,
        xin, gạt, gạch, loại bỏ, xóa bỏ, gỡ bỏ, strike, scrub, pull, xóa giúp, want, xóa tên, gỡ
        tên, leave, add, put, thêm, ghi, cho vào!, cho vô!, exclude, be removed, get removed, being
        removed, to be removed, to be taken, be taken, like to be removed, like to be taken, want to
        be removed, want to be taken, removal, get rid of
        """,
    "out_of": """
        khỏi, ra khỏi, ra, off, out of, from, out, khỏi cái, rời khỏi, off of, thoát khỏi, out khỏi
        """,
    "into": """
        vào, vô, on, to, into, zô, onto, vào trong, vào ngay, nằm trong, ở trong, có trong, có tên
        trong
        """,
    "list": """
        outreach, hệ thống gửi thư, hệ thống gửi tin, hệ thống nhắn tin, hệ thống gọi, máy mày, máy
        em, máy bạn, danh bạ, danh sách, list, ds, lists, broadcast list, mailing list, contact
        list, call list, nhóm, group, nhóm chat, nhóm zalo, group chat, group zalo, hội!, tệp khách,
        tệp, danh bạ gọi, calling list, email list, data gọi, danh sách này, list này, texting list,
        sms list, distribution list, chương trình nhắn tin, chương trình gửi tin, diện, marketing
        list, newsletter, chương trình khuyến mãi, mails, texts, emails, danh sách khách, danh sách
        khách hàng, list khách, sheet, call sheet, contact sheet, calling sheet, roster, data khách,
        danh sách nhận tin, danh sách gọi, follow ups, followups, chương trình quảng cáo, hệ thống
        quảng cáo, danh sách nhắn tin, communications, communication, contact, campaigns, campaign,
        chiến dịch, chiến dịch nhắn tin, chiến dịch gọi, chiến dịch gửi tin, chiến dịch quảng cáo,
        mailings, future mailings, future campaigns, marketing, marketing campaigns, distribution,
        đối tượng nhận, đối tượng, danh mục nhận tin, register, registry, calling register, gr,
        chương trình gửi ưu đãi, chương trình gửi, chương trình ưu đãi, chương trình nhận tin,
        chương trình nhận ưu đãi, danh sách mời, chương trình gọi tự động, chương trình gọi, chương
        trình gọi điện, hệ thống gọi tự động, hệ thống nhắn tin tự động, danh sách gọi tự động,
        broadcast, broadcasts
        """,
    # Lists of other things.
    "other_list": """
        phát, đi chợ!, mua sắm, việc, chờ!, nhạc, đơn!, giỏ, mua, việc cần làm, công việc, shopping,
        guest, waiting, playlist, bài hát, hàng, sản phẩm, giỏ hàng, báo giá, yêu thích, wishlist,
        waitlist, booking, tham dự, thi!, lớp, wait, to do, khách mời, speaker, mute, hold, the
        phone, speakerphone, reservation, lease, invoice, order, card, account, bill
        """,
    "no_list": "đen, dnd, opt out, blacklist, dnc, suppression, không quảng cáo, do not call list",
    "number": """
        số, số điện thoại, sđt, sdt, số đt, số phone, tên, nick, number, phone number, my number, my
        phone number, email, my name, my email, mail, this number, tên tuổi, số máy, zalo, contact,
        my contact, my address, liên hệ, this phone number, địa chỉ email, địa chỉ mail, this email
        address, my email address, email address, địa chỉ này, my no, my num
        """,
    "much": """
        ngày nào cũng, ngày nào, mỗi ngày, sáng nào cũng, sáng nào, tối nào cũng, hoài, suốt, miết,
        liên tục, quá, vừa thôi, nhiều, ghê, dữ, vãi, vl, lắm, cả ngày, suốt ngày, hoài vậy, lắm
        thế, quài, nhiều quá, vậy, gì lắm, gì mà lắm, gì hoài, chi hoài, gì dữ, gì nhiều, gì vậy,
        riết, all day, every day, tuần nào cũng, tuần nào, tháng nào cũng, hôm nào cũng, lúc nào
        cũng, giờ nào cũng, bữa nào cũng, tối ngày!, chịu hết nổi, hết chịu nổi, chịu không nổi, mệt
        lắm rồi, mệt mỏi, mệt quá, bực mình, phiền lắm, phiền quá, quá nhiều rồi, ngán lắm rồi, thế
        là đủ, vậy là đủ, đủ rồi, vậy đủ rồi, bực, bực bội, bực cả mình, ting ting, reo hoài, reo
        liên tục, kêu hoài, phiền chết, phiền chết đi được, phiền quá trời, phiền thấy mồ, phiền hết
        sức
        """,
}

# Words that only contain one of the above.
COMPOUNDS = """
    lấy thêm, mua thêm, đặt thêm,
    tôn trọng khách hàng, tôn trọng khách, tham gia, gia hạn, nhân viên tư vấn, yên tâm, yên lòng,
    yên chí, yên vị, yên bình, yên tĩnh, dừng chân, dừng hình, bus stop, non stop, nonstop, one
    stop, pit stop, full stop, stop motion, bến xe, trạm dừng, không ngừng, chẳng ngừng, ngừng tim,
    gọi món, gọi vốn, gọi xe, gọi đồ, gọi thợ, gọi ship, nhận hàng, nhận quà!, nhận xét, nhận định,
    nhận lời, nhận cọc, nhận tiền, nhận khách, nhận thanh toán, nhận biết, nhận dạng, nhân viên giao
    hàng, nhân hàng, nhân dịp, nhãn hàng, nhãn hiệu, nhập khẩu, thông báo đơn, chặn giấy, chặn cửa,
    chặn nước, chặn trộm, thanh chắn, số lượng, số tiền, số nhà, số phòng, số bàn ăn, tiếng nói,
    điện lạnh, điện máy, nhận được, không tên, dùng thử, dung lượng, dung tích, dung dịch!, dung
    nham!, dung môi!, dung sai, ứng dụng, nội dung!, xây dựng, dựng phim, chân dung, gọi là có, điện
    tử, tin học, tin cậy, tin tưởng, lòng tin, thông tin thêm, miễn phí, miễn thuế, miễn là, miễn
    sao, khỏi bệnh, khỏi lo, khỏi nói, không khí, chat gpt, chatgpt, không gian, hết hàng, hết hạn,
    hết tiền, hết pin, bỏ lỡ, bỏ túi, bỏ sỉ, bỏ mối, bỏ cuộc, bỏ vốn, rút tiền, rút gọn, cắt giảm,
    cắt tóc, cắt may, tắt máy!, tắt đèn, tắt tiếng, tắt điện, hủy đơn, hủy lịch, hủy hẹn, hủy phòng,
    hủy vé, hủy tour, hủy bàn, báo cáo doanh thu, do not disturb mode, do not disturb sign, do not
    disturb button, ngừng bắn, on do not disturb, do not disturb until, do not disturb for, do not
    disturb me until, text and drive, xin lỗi, gói hiện tại, dùng máy, off hours, off season, dùng
    điện thoại, dùng zalo, dùng email, dùng sms, dùng tin nhắn!, dùng mail, gói cước, gói cơ bản,
    gói cũ, gói nào, gói này, gói nâng cao, gói tháng này, gói bảo trì, gói cao cấp, gói thường, gói
    rẻ, gói thấp, gói pro, gói premium, gói vip, gói kia, gói đó, gói năm, gói mới!, gói dịch vụ,
    gói giấy, gói hàng, giới thiệu, không làm phiền lúc, chế độ không làm phiền, never mind,
    nevermind, không phiền, ko phiền, k phiền, đủ rồi em, can't stop, cant stop, cannot stop, won't
    stop, wouldn't stop, doesn't stop, didn't stop, stop by, stop over, stop at, stop loss, dung
    roi, mail merge, email marketing, sms marketing, sms brandname, tổng đài, get back to, get a,
    get the, be able, be sure, gọi nhầm, nhầm số, tin nhầm, nhận nhầm, block lịch, khối block, thôi
    nhận hàng, thôi nhận tiền, hết nhận hàng, hết nhận đơn, thôi nhận đơn, do you report, quan tâm,
    dữ liệu, số liệu, nguyên liệu, vật liệu
"""
