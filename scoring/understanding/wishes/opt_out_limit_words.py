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
        chi nữa, further, dưới mọi hình thức, dưới bất kỳ hình thức nào, bằng tin nhắn, bằng mấy tin
        này, bằng mấy tin nhắn này, bằng mấy cái tin, bằng tin rác, bằng mấy tin rác, bằng quảng
        cáo, bằng mấy cuộc gọi, bất cứ lúc nào, lúc nào nữa, giờ nào nữa, another, dù chỉ một lần,
        một lần nào nữa, thêm lần nào, lần nào nữa, thêm lần nào nữa, một lần nữa, lần sau, từ lần
        sau, sau này, mai mốt, mốt, bao giờ nữa, bao giờ, mãi mãi, vĩnh viễn, hết á, hết nha, hết
        nhé, no longer, for good, permanently, one more time, lần nữa, nữa nha, hẳn, gì hết á, hết
        ráo, nữa nhé, mô nữa, chi mô, lúc nào cả, giờ nào cả, lúc nào hết, bất kỳ lúc nào, thêm một
        lần nào, một lần nào, kể từ nay, kể từ giờ, kể từ hôm nay, kể từ bây giờ, kể từ ngày hôm
        nay, kể từ lúc này, bắt đầu từ hôm nay, bắt đầu từ bây giờ, from now on, from today, as of
        today, as of now, effective immediately, going forward, henceforth, from here on, from this
        moment, về sau, sau này nữa, in the future, in future, kể cả sau này, about anything else,
        ever, kể từ tháng này, từ tháng này, từ tuần này, từ năm nay, từ tháng sau, kể từ tháng sau,
        từ tuần sau, từ ngày mai, kể từ mai, kể từ ngày mai, từ bữa nay, từ đây về sau, từ đây, kể
        từ đây, from now, from now onwards, from now onward, from this point on, bằng tin quảng cáo,
        bằng tin nhắn quảng cáo, bằng tin khuyến mãi, bằng tin nhắn khuyến mãi
        """,
    # "lại, thêm, hoài": no more of it, when no quantity stands behind.
    "more": """
        thêm, lại, tiếp, hoài, luôn, suốt, miết, gì, chi, hết, nhau, more, any, anything, anything
        else, mãi, hoài vậy, quài, riết
        """,
    "plea": """
        xin, vui lòng, làm ơn, yêu cầu, đề nghị, phiền, mong, nhờ, please, pls, plz, plss, kindly,
        vui long, xin phép, cho xin, hãy!, rất mong, kính đề nghị, trân trọng đề nghị, lạy, van, năn
        nỉ, làm phước, cầu xin, yêu cầu bên, ask that, request that, must, demand, plese, pleas,
        pleae, yêu cầu bên này, yêu cầu bên bạn, yêu cầu bên em, insist that, insist, i insist, beg
        you, i beg you, phiền anh chị, phiền các anh chị, phiền các bạn, phiền bạn, phiền quý công
        ty
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
        lấy nick khác, ur, phần, khoản, của, hàng tuần, hằng tuần, hàng tháng, hằng tháng, mỗi sáng,
        mỗi tối!, mỗi chiều, mỗi tuần, mỗi tháng, mỗi lần, mỗi bữa, cái vụ, cái trò, mấy cái vụ, cái
        việc, daily, weekly, constant, endless, nonstop, non stop, monthly, auto, desired, required,
        sent, tìm cách, cố tìm cách, tìm mọi cách, kiếm cách, cả
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
        everything, nonsense, will you, would you, plese, pleas, pleae, sorry, kính nhờ, cho phép,
        nhé em, nhé anh, nhé chị, nha em, nha anh, nha chị, nghen em, nhe em
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
        hôm, mấy ngày, tháng này, tháng sau, năm nay, quý này, giờ dạy, giờ học, giờ ngủ trưa, giờ
        lễ, giờ tan ca
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
        màu xanh, màu đỏ, màu đen, màu trắng, màu này, màu đó, giá, báo giá, bảng giá, file, hàng,
        hàng hóa, tài liệu, hợp đồng, hóa đơn!, link, hình!, ảnh!, mẫu!, bill, video, clip, tiền!,
        sản phẩm, bản!, đồ!, màu!, hồ sơ, địa chỉ, invoice, the invoice, price, quote, receipt,
        brochure, excel, pdf, word, qua bưu điện, số tài khoản, size, món!, thẻ!, quà!, mã!, otp,
        đơn!, đơn hàng, cọc!, nhân viên giao, xe, nhạc, bài hát, voice, sticker, icon, statements,
        paper, bản cứng, hard copies, phiếu!, chứng từ, samples, mẫu vải, hàng mẫu!, hộp!, xác nhận,
        biên lai, sao kê, paper statements, receipts, bills, the red one, email xác nhận, tin nhắn
        xác nhận, bằng xe khách, kết quả, the contract, documents, screenshot, voucher giấy, số điện
        thoại, tên!, ngân sách, the box, package, sơn!, voicemail, voicemails, tiếng!, the code,
        code, mật khẩu, password, căn!, mấy căn, mấy căn hộ, căn hộ, căn hướng, lô đất, mấy lô, mấy
        mẫu, mấy chiếc
        """,
    # Called so, or what is called for that is no person.
    "called": """
        là!, bằng!, món!, đồ ăn, đồ uống, nước!, taxi, grab, tên, to!, lớn, ồn!, ship, thợ, cơm!,
        bia!, lẩu, phục vụ, thêm món, cứu!, cảnh sát, công an, cấp cứu, vốn!, nhầm tên, chuông,
        cửa!, sir, mr, miss, madam, names, a cab, ma'am, mrs, that way, him names, an ambulance, em
        là, anh là, chị là, chị bằng, anh bằng, em bằng, là sếp, me sir, me madam, me mr, me miss,
        me ma'am, me by, him by, ring chuông, chuông cửa, gõ cửa, me that, me stupid, me crazy, me
        dumb, me lazy, me names, me baby, me honey, me dear, me sweetie, me boss, me ugly, me weird,
        me fat, him that, her that, dậy, thức, thức dậy
        """,
    # The bot's own way out: another channel.
    "channel": """
        zalo, viber, telegram, whatsapp, messenger, facebook, fb, email, mail, điện thoại, sms,
        phone, qua zalo, qua mail, qua email, qua điện thoại, bằng điện thoại, gặp trực tiếp, gặp
        mặt, ghé, in person, trên messenger, trên zalo, trên facebook, trên viber, trên telegram,
        trên fb, trên mess, trên zl, trên whatsapp, tren messenger nay
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
        anh, lát chị, chiều anh, chiều chị, khi cần, we'll, we will
        """,
    "provided": "miễn, miễn là, chỉ cần, với điều kiện, as long as, nếu, nếu mà, if",
    # Said with weight, or once more.
    "less": "bớt!, giảm bớt, bớt đi!",
    "insist": """
        nhắc lại, lần cuối, đã nói, đã bảo, nói rồi, bảo rồi, cảnh cáo, thông báo chính thức, nói
        thẳng, last time, nói lần nữa, nhắc lần nữa, nói lại lần nữa, bao nhiêu lần, biết bao nhiêu
        lần, mấy lần rồi, bao nhiêu lần rồi, không biết bao nhiêu lần, lần thứ hai, lần thứ ba, lần
        thứ tư, lần thứ mấy, lần thứ n, lần thứ 2, lần thứ 3, lần thứ 4, lần thứ 5, how many times,
        how many more times, for the last time, for the second time, for the third time, for the nth
        time
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
    "back_in": """
        add me back, sign me back up, put me back, resubscribe, đăng ký lại, bật lại, mở lại thông
        báo, nhận lại tin, subscribe again, opt back in, muốn nhận lại, bật lại cho, bật lại giúp,
        add mình lại, add tôi lại, add em lại, add chị lại, add anh lại, cho nhận lại, want them
        back, turn them back on, mở lại cho, subscribe lại, đăng ký lại cho, cho em nhận lại, cho
        chị nhận lại, cho anh nhận lại, cho mình nhận lại, cho tôi nhận lại, mở lại
        """,
    "by_mistake": """
        by mistake, by accident, accidentally, mistakenly, lỡ tay, lỡ bấm, bấm nhầm, lỡ unsubscribe,
        lỡ hủy, lỡ chặn, lỡ block, lỡ bấm từ chối, bấm lộn
        """,
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
