"""What narrows a wish that messages end, or shows that none is meant.

One table, {kind: spellings}, as in opt_out_words.py.
"""

from __future__ import annotations

# Always, not only now.
FOR_GOOD = {
    "again": """
        nữa, nx, nua, nưa, nựa, nứa, nữa đâu, nữa hết, anymore, any more, again, ever again, any
        longer, từ nay, từ giờ, từ nay về sau, từ rày, từ rày về sau, từ hôm nay, từ mai, từ bây
        giờ, từ h, từ nay trở đi, từ giờ trở đi, từ hôm nay trở đi, gì hết, gì cả, gì nữa, chi hết,
        chi nữa, further, dưới mọi hình thức, dưới bất kỳ hình thức nào, bất cứ lúc nào, lúc nào
        nữa, giờ nào nữa, another, dù chỉ một lần, một lần nào nữa, thêm lần nào, lần nào nữa, thêm
        lần nào nữa, một lần nữa, lần sau, từ lần sau, sau này, mai mốt, mốt, bao giờ nữa, bao giờ,
        mãi mãi, vĩnh viễn, hết á, hết nha, hết nhé, no longer, for good, permanently, one more
        time, lần nữa, nữa nha, hẳn, gì hết á, hết ráo, nữa nhé, mô nữa, chi mô, lúc nào cả, giờ nào
        cả, lúc nào hết, bất kỳ lúc nào, thêm một lần nào, một lần nào
        """,
    # "lại, thêm, hoài": no more of it, when no quantity stands behind.
    "more": """
        thêm, lại, tiếp, hoài, luôn, suốt, miết, gì, chi, hết, nhau, more, any, anything, anything
        else, mãi, hoài vậy, quài, riết
        """,
    "plea": """
        xin, vui lòng, làm ơn, yêu cầu, đề nghị, phiền, mong, nhờ, please, pls, plz, plss, kindly,
        vui long, xin phép, cho xin, hãy!, rất mong, kính đề nghị, trân trọng đề nghị, lạy, van, năn
        nỉ, làm phước, cầu xin, yêu cầu bên, ask that, request that, must, demand
        """,
}

# In between, and of no weight.
LINKS = {
    "skip": """
        thẳng, trực tiếp, có, tiếp tục, cho, mà, cứ, ở đây, tự động, tự ý, bị, phải, cố, cố gắng,
        cái, các, mấy, những, việc, mọi, tất cả, toàn bộ, hết, bất kỳ, bất cứ, the, all, these,
        this, that, any, your, my, to, be, being, from, of, for, by, at, so, please, kiểu, hình
        thức, sự, ngay, ngay lập tức, lập tức, thường xuyên, ngày nào cũng, mỗi ngày, hằng ngày,
        hàng ngày, lung tung, linh tinh, tùm lum, về, vụ, trò, thôi, nhé, nha, nhe, nhá, ạ, dạ,
        vâng, ơi, à, đi, nào, rồi, này, kia, đó, luôn, liền, giùm, dùm, giúp, hộ, với, đã, sẽ, cũng,
        thì, là, muốn, được, và, hay, hoặc, and, or, just, ever, even, keep, keeps, keep on, again
        and again, having, have, cuộc, chế độ, mãi, hoài, suốt, lại, thêm, tiếp, tin, người, gì, để,
        thật, really, dare, cơ chế, cho việc, mất công, rảnh mà, mấy cái, mấy trò, every, further,
        lại cái, một, 1, đợt, chương trình, i, ko, k, continue, try to, trying to, phép, bothering
        to, sự làm, ra, như, như vậy, vậy, kiểu này, nhau mà, else, ngày, đêm, sáng, like, such, lấy
        số lạ, lấy số khác, dùng số khác, lấy sim rác, dùng sim rác, đổi số, lấy số, dùng nick khác,
        lấy nick khác, ur, phần, khoản, của, hàng tuần, hằng tuần, hàng tháng, hằng tháng
        """,
    "prep": """
        cho, tới!, đến, den, với, vào, vô, qua, đối với, to, at, on, with, me, dzô, về, sang, for,
        tới số, từ
        """,
    "and": "vs, và, hay, hoặc, với, lẫn, cùng, and, or, nor, cũng như, cũng, hay là, rồi, n",
    # A reason or a purpose begins here: it is no part of the act.
    "reason": """
        vì, tại vì, bởi vì, do!, kẻo, để, nên, because, cause, since, as, cuz, vi, tại, không thì,
        không là, nếu không, otherwise, bữa, mà, nhưng, but, chứ, so that, or i'll, or else, or
        """,
    # Whoever is addressed, and words around a wish of one word.
    "polite": """
        thẳng, trực tiếp, dạ, vâng, ơi, này, thôi, ok, oke, okay, please, pls, plz, hãy, hello, hey,
        hi, alo, đi, nha, nhé, nhe, nhá, nghe, ạ, à, luôn, ngay, lại, giùm, giúp, dùm, hộ, cho, nào,
        rồi, now, it, all, this, nữa, hết, thanks, thank you, cảm ơn, cám ơn, với, vậy, cái, coi,
        cha, trời, hen, ha, hả, đó, nghen, hỉ, hí, hè, immediately, already, thx, tks, must, just,
        muốn, xin, vui lòng, làm ơn, yêu cầu, đề nghị, trời ơi, dạ em, cô, liền, lập tức, ngay lập
        tức, đấy, á, mà, rứa, right, guys, the, that, ông, bà, nhờ, phiền, you, u, cưng, má, bro,
        sis, ê, ê này, sir, at once, thật, ra, đây, ở đây, tại đây, here, i, tin, mong, mấy má, bạn
        ơi, shop ơi, em ơi, kindly, want to, would like to, d, like to, i'd, để, xong, i'm, im!,
        here and now, would, want, to, chữ, thui, sticker, hoi, được, không, well, off, nghe chưa,
        hiểu chưa, rõ chưa, biết chưa, cái trò này, trò này, việc này, vụ này, chuyện này, cái kiểu
        này, kiểu này, trò, tức khắc, tức thì, gấp đi, ngay và luôn, can, could, need, needs,
        everything, nonsense, will you, would you
        """,
}

# Not always, not all of it, not so.
LIMITS = {
    "time": """
        giờ này, lúc này, bây giờ, buổi, sáng!, trưa, chiều, tối!, buổi sáng, buổi trưa, buổi chiều,
        buổi tối, đêm, ban đêm, ban ngày, cuối tuần, khuya, chủ nhật, trước, trước khi, sau khi,
        lúc, vào lúc, vào giờ, giờ làm, giờ hành chính, trong giờ, giờ nghỉ, giờ trưa, khi, trong
        khi, vào buổi, vào ban đêm, cho tới!, vào cuối tuần, vào ngày, vào sáng, vào chủ nhật, vào
        thứ, vào tối, vào trưa, vào khung giờ, ngày nghỉ, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu,
        thứ bảy, before, after, during, while, when, yet, giờ cao điểm, tầm này, giờ ăn, mùa này,
        tết, dịp tết, lúc họp, nửa đêm, giữa đêm, ngày lễ, on weekends, on sundays, at night, in the
        morning, in the evening, tonight, for now, at work, cho đến, trong lúc, giữa trưa, late,
        early, after hours, at this hour, giờ ngủ, sáng sớm, tối khuya, trong vòng, trong một, trong
        1, trong vài, trong mấy, trong hai, trong nửa, for an, for one, for the next, for an hour,
        for a while, on saturday, weekends, tối nay, trưa nay, chiều nay, sáng nay, đêm nay, ngày
        mai, sáng mai, chiều mai, tuần này, tuần sau, this late, so late, so early, this week, next
        week, in the, the weekend, tạm thời, một thời gian, mấy hôm nay, mấy bữa nay, giờ giấc, vài
        hôm, mấy ngày, tháng này, tháng sau, năm nay, quý này
        """,
    "today": """
        hôm nay, tối nay, trưa nay, chiều nay, đêm nay, today, tonight, for now, tạm thời, bữa nay
        """,
    "now": "giờ!, bây giờ, hiện giờ, lúc này, nay!, mai, tomorrow, sáng nay, hôm nay, mai mốt",
    "manner": """
        vội!, vội vàng, gấp!, sớm, nhiều, nhiều quá, quá nhiều, dài, dài dòng, dài quá, dồn dập,
        liên tục, đột ngột, bất ngờ, too, so often, too often, too much, too many, so much, so many,
        lẻ tẻ, trống không, cụt ngủn, lộn!, nhầm, sai!, trễ!, kiểu đó, máy móc, chung chung, giữa
        chừng, lòng vòng, quá lố, lố!, quá đà, quá sớm, chậm, thiếu, trùng, lặp lại, cộc lốc, to
        tiếng, lung tung quá, dày đặc, lắt nhắt, hàng loạt, bậy, bậy bạ, tào lao, nhảm, như bot, như
        robot, tiếng anh, bằng tiếng anh, từng tin, sai chính tả, teencode, in caps, one by one, ẩu,
        giọng đó, giọng này
        """,
    # What is sent instead of messages, or asked.
    "item": """
        màu xanh, màu đỏ, màu đen, màu trắng, màu này, màu đó,
        giá, báo giá, bảng giá, file, hàng, hàng hóa, tài liệu, hợp đồng, hóa đơn!, link, hình!,
        ảnh!, mẫu!, bill, catalogue, catalog, video, clip, tiền!, sản phẩm, bản!, đồ!, màu!, hồ sơ,
        địa chỉ, invoice, the invoice, price, quote, receipt, brochure, excel, pdf, word, qua bưu
        điện, số tài khoản, size, món!, thẻ!, quà!, mã!, otp, đơn!, đơn hàng, cọc!, nhân viên giao,
        xe, nhạc, bài hát, voice, sticker, icon, statements, paper, bản cứng, hard copies, phiếu!,
        chứng từ, samples, mẫu vải, hàng mẫu!, hộp!, xác nhận, biên lai, sao kê, paper statements,
        receipts, bills, the red one, email xác nhận, tin nhắn xác nhận, bằng xe khách, kết quả, the
        contract, documents, screenshot, voucher giấy, số điện thoại, tên!, ngân sách, the box,
        package, sơn!, voicemail, voicemails, tiếng!, the code, code, mật khẩu, password
        """,
    # Called so, or what is called for that is no person.
    "called": """
        là!, bằng!, món!, đồ ăn, đồ uống, nước!, taxi, grab, tên, to!, lớn, ồn, ship, thợ, cơm!,
        bia!, lẩu, phục vụ, thêm món, cứu!, cảnh sát, công an, cấp cứu, vốn!, nhầm tên, chuông,
        cửa!, sir, mr, miss, madam, names, a cab, ma'am, mrs, that way, him names, an ambulance, em
        là, anh là, chị là, chị bằng, anh bằng, em bằng, là sếp, me sir, me madam, me mr, me miss,
        me ma'am, me by, him by, ring chuông, chuông cửa, gõ cửa
        """,
    # The bot's own way out: another channel.
    "channel": """
        zalo, viber, telegram, whatsapp, messenger, facebook, fb, email, mail, điện thoại, sms,
        phone, qua zalo, qua mail, qua email, qua điện thoại, bằng điện thoại, gặp trực tiếp, gặp
        mặt, ghé, in person
        """,
    "rather": """
        cứ, hãy, thì, mà, chỉ, chỉ cần, chỉ nên, nên, just, thay vì, ưu tiên, thích, muốn, instead,
        prefer, only, rather, better, thích hơn, tiện hơn, nhớ, có gì, cần gì, bằng cách, quen,
        chuyển qua, is best, works better, is better, instead of, rather than, nhanh hơn, cho nhanh,
        cho tiện, cho lẹ, would be better, chứ, chịu khó, chuyển sang
        """,
    "later": """
        lại sau, lát, lát nữa, chút nữa, tí nữa, mai, ngày mai, tối!, chiều, sau, later, tomorrow,
        hẵng, hẳng, khi nào
        """,
    "speaker_calls": """
        tôi sẽ, mình sẽ, anh sẽ, chị sẽ, em sẽ, để anh, để chị, để tôi, để mình, i'll, i will, chị
        tự!, anh tự!, tôi tự!, mình tự!, tự tôi, tự anh, tự chị, tự mình, khi nào cần, bao giờ cần,
        chị gọi, anh gọi, i can, let me, chị ghé, anh ghé, anh qua, chị qua, tối chị!, tối anh!, lát
        anh, lát chị, chiều anh, chiều chị, khi cần
        """,
    "provided": "miễn, miễn là, chỉ cần, với điều kiện, as long as, nếu, nếu mà, if",
    # Said with weight, or once more.
    "less": "bớt!, giảm bớt, bớt đi",
    "insist": """
        nhắc lại, lần cuối, đã nói, đã bảo, nói rồi, bảo rồi, cảnh cáo, thông báo chính thức, nói
        thẳng, last time, nói lần nữa, nhắc lần nữa, nói lại lần nữa
        """,
    # The writer would give a number.
    "gives": """
        cho số, để lại số, cho sđt, cho sdt, give you my number, i ll give, gửi số, cho anh số,
        share my number, leave my number, để số, lưu số anh
        """,
    # The writer is nearly there, or wants the messages back.
    "arriving": """
        đang tới, đang đến, tới nơi!, đến nơi, ra liền, tới liền!, xuống liền, qua liền, đang trên
        đường, on my way, i m coming, đang qua
        """,
    "back_in": "đăng ký lại, bật lại, mở lại thông báo, nhận lại tin, subscribe again, opt back in",
    "until": "cho tới khi, cho đến khi, đến khi, tới khi!, until, till, trừ khi, unless",
    "service": """
        plan, premium, gym, trial, package, gói, khóa, khóa học, membership, gói cước, thẻ, banking,
        service
        """,
    "busy": """
        đang họp, đang bận, đang lái xe, đang ngủ, đang học, đang thi, đang bệnh, đang ốm, đang ở
        viện, lái xe, đang chạy xe, đang dạy, đang trong giờ, còn ngủ, ngủ, bận họp, in a meeting,
        driving, at work, busy, sleeping, asleep, không tiện nghe, không tiện, trong giờ làm, mới
        ngủ, vừa ngủ, họp
        """,
    "deliver": """
        giao, giao hàng, ship, shipper, bảo vệ, lễ tân, trước cửa, trước cổng, ngoài cổng, ngoài
        cửa, tủ đồ, để hàng, treo cổng, bỏ vào, nhận hàng, leave it, leave the box, delivery,
        deliver, hạ tải, để trước, để ở
        """,
}

# Told of the past or of others, asked, or turned round.
FRAMES = {
    "told": """
        received, đã, vẫn, toàn, hoài, suốt, miết, liên tục, lắm, quá, quá trời, quài, riết, cả
        ngày, ngày nào, hôm nào, sáng nào, lần, cuộc, thế, vậy, rứa, hết hồn, suốt ngày, cả tuần,
        mỗi ngày, every day, all day, keep, keeps, kept, constantly, cứ, hàng ngày, còn, nếu, mà
        còn, if, still, nhiều, dữ, ghê, times, tối ngày, cả đêm, thấy, bị, gì mà, chi mà, sao, năm
        cuộc, lúc, từng, nghe, twice, already, nói, bảo, bữa giờ, mấy, ting ting, biết, lỡ, không,
        ko, nữa, again, ai, hôm qua, sáng giờ, hôm trước, lần nào, đăng ký, every, daily, phút,
        giữa, lại còn, tin
        """,
    "ask": """
        sao, tại sao, vì sao, why, lý do, how come, sao mà, sao lại, mắc gì, mắc chi, không thấy, ko
        thấy, k thấy, chưa thấy, chẳng thấy, sao không thấy, lâu rồi, lâu nay, dạo này, hồi này, lâu
        quá, có phải, bộ
        """,
    "howto": """
        làm sao, làm sao để, làm thế nào, làm thế nào để, cách nào, cách, how do i, how to, how can
        i, where do i, muốn, where can i, can i, bấm vào đâu, thì làm sao, ở đâu, cách nào để, is
        there any way to, is there a way to, có cách nào
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
        muốn, anh muốn, chị muốn, mình muốn, tell, say, said
        """,
    # The opposite of a refusal.
    "mind": """
        lo, lo lắng, lo nghĩ, ngại, ngần ngại, quên, chần chừ, do dự, hesitate, forget, worry, miss,
        bỏ lỡ, bận tâm, sợ, để ý, bỏ sót, buồn, giận, trách, bỏ rơi, be shy, be afraid, e ngại, lăn
        tăn, suy nghĩ, tự ái, phiền lòng
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
        bớt làm phiền nha, bớt làm phiền nhé, on the do not call
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
        tên, leave, add, put, thêm, ghi, cho vào!, cho vô!, to be removed, to be taken, be taken,
        like to be removed, like to be taken, want to be removed, want to be taken
        """,
    "out_of": """
        khỏi, ra khỏi, ra, off, out of, from, out, khỏi cái, rời khỏi, off of, thoát khỏi, out khỏi
        """,
    "into": "vào, vô, on, to, into, zô, onto, vào trong, vào ngay",
    "list": """
        outreach, hệ thống gửi thư, hệ thống gửi tin, hệ thống nhắn tin, hệ thống gọi, máy mày, máy
        em, máy bạn, danh bạ, danh sách, list, ds, lists, broadcast list, mailing list, contact
        list, call list, nhóm, group, nhóm chat, nhóm zalo, group chat, group zalo, hội!, tệp khách,
        tệp, danh bạ gọi, calling list, email list, data gọi, danh sách này, list này, texting list,
        sms list, distribution list, chương trình nhắn tin, chương trình gửi tin, diện, marketing
        list, newsletter, chương trình khuyến mãi, mails, texts, emails, danh sách khách, danh sách
        khách hàng, list khách, data khách, danh sách nhận tin, danh sách gọi, follow ups,
        followups, chương trình quảng cáo, hệ thống quảng cáo, danh sách nhắn tin, communications,
        communication, contact
        """,
    # Lists of other things.
    "other_list": """
        phát, đi chợ, mua sắm, việc, chờ!, nhạc, đơn!, giỏ, mua, việc cần làm, công việc, shopping,
        guest, waiting, playlist, bài hát, hàng, sản phẩm, giỏ hàng, báo giá, yêu thích, wishlist,
        waitlist, booking, tham dự, thi!, lớp, wait, to do, khách mời, speaker, mute, hold, the
        phone, speakerphone
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
        riết, all day, every day
        """,
}

# Words that only contain one of the above.
COMPOUNDS = """
    nhân viên tư vấn, yên tâm, yên lòng, yên chí, yên vị, yên bình, yên tĩnh, dừng chân, dừng hình,
    bus stop, non stop, nonstop, one stop, pit stop, full stop, stop motion, bến xe, trạm dừng,
    không ngừng, chẳng ngừng, ngừng tim, gọi món, gọi vốn, gọi xe, gọi đồ, gọi thợ, gọi ship, nhận
    hàng, nhận quà!, nhận xét, nhận định, nhận lời, nhận cọc, nhận tiền, nhận khách, nhận thanh
    toán, nhận biết, nhận dạng, nhân viên giao hàng, nhân hàng, nhân dịp, nhãn hàng, nhãn hiệu, nhập
    khẩu, thông báo đơn, chặn giấy, chặn cửa, chặn nước, chặn trộm, thanh chắn, số lượng, số tiền,
    số nhà, số phòng, số bàn ăn, tiếng nói, điện lạnh, điện máy, nhận được, không tên, dùng thử,
    dung lượng, dung tích, dung dịch!, dung nham!, dung môi!, dung sai, ứng dụng, nội dung!, xây
    dựng, dựng phim, chân dung, gọi là có, điện tử, tin học, tin cậy, tin tưởng, lòng tin, thông tin
    thêm, miễn phí, miễn thuế, miễn là, miễn sao, khỏi bệnh, khỏi lo, khỏi nói, không khí, chat gpt,
    chatgpt, không gian, hết hàng, hết hạn, hết tiền, hết pin, bỏ lỡ, bỏ túi, bỏ sỉ, bỏ mối, bỏ
    cuộc, bỏ vốn, rút tiền, rút gọn, cắt giảm, cắt tóc, cắt may, tắt máy!, tắt đèn, tắt tiếng, tắt
    điện, hủy đơn, hủy lịch, hủy hẹn, hủy phòng, hủy vé, hủy tour, hủy bàn, báo cáo doanh thu, do
    not disturb mode, do not disturb sign, do not disturb button, text and drive, xin lỗi, gói hiện
    tại, dùng máy, off hours, off season, dùng điện thoại, dùng zalo, dùng email, dùng sms, dùng tin
    nhắn!, dùng mail, gói cước, gói cơ bản, gói cũ, gói nào, gói này, gói nâng cao, gói tháng này,
    gói bảo trì, gói cao cấp, gói thường, gói rẻ, gói thấp, gói pro, gói premium, gói vip, gói kia,
    gói đó, gói năm, gói mới, gói dịch vụ, gói giấy, gói hàng, giới thiệu, không làm phiền lúc, chế
    độ không làm phiền, never mind, nevermind, không phiền, ko phiền, k phiền, đủ rồi em, can't
    stop, cant stop, cannot stop, won't stop, wouldn't stop, doesn't stop, didn't stop, stop by,
    stop over, stop at, stop loss, dung roi, mail merge, email marketing, sms marketing, sms
    brandname, tổng đài, get back to, have to, get a, get the, be able, be sure, gọi nhầm, nhầm số,
    tin nhầm, nhận nhầm, block lịch, khối block, thôi nhận hàng, thôi nhận tiền, hết nhận hàng, hết
    nhận đơn, thôi nhận đơn, do you report, quan tâm
"""
