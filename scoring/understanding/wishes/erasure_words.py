"""What each word can do in a wish that personal data go: {kind: spellings}.

"!" asks for the marks.
"""

from __future__ import annotations

ERASING = {
    "erase": """
        xóa, xóa bỏ, xóa hết, xóa sạch, xóa toàn bộ, gỡ, gỡ bỏ, hủy, hủy bỏ, tiêu hủy, delete,
        erase, remove, wipe, purge, destroy, clear, scrub, del, xóa luôn, xóa ngay, xóa vĩnh viễn,
        get rid of, deleting, xóa đi, erasing, removing, loại bỏ, dọn sạch, xóa trắng, drop, xóa
        giúp, xóa giùm, xóa dùm, dump, shred, xóa dứt điểm, hủy hết, xóa thẳng, nuke, hủy luôn, tiêu
        hủy hết, gỡ hết, gỡ luôn, xóa dùm đi, get rid, wiping, purging, deletes, xóa mẹ, xóa mẹ nó,
        xóa cmn, scrap, xóa lẹ, xóa liền!, xóa gấp, xóa nhanh, tẩy hết!, tẩy sạch!, tẩy xóa hết, if
        you erased, if you deleted, if you removed, if you wiped, xóa mau, cho vào thùng rác, vào
        thùng rác, cho vào sọt rác, vào sọt rác, cho bay màu, cho bay hết, thủ tiêu, phi tang,
        expunge, redact, anonymise, anonymize, quét sạch, bôi xóa, quăng thùng rác, expunged, clear
        out, xóa sạch sành sanh, xóa sạch trơn, xóa hết sạch, xóa sạch bách
        """,
    "erased": """
        deleted, erased, removed, wiped, gone, purged, scrubbed, destroyed, cleared, expunged,
        redacted, anonymised, anonymized, trashed, shredded, nuked, binned, dumped
        """,
    "erasing_noun": "deletion, erasure, removal",
    # Too common to be more than the beginning of what is to go.
    "strike": "bỏ, bỏ hết, bỏ luôn",
    # What things do of themselves: an order only where it is wished.
    "gone": """
        biến mất, bay màu, vanish, disappear, bốc hơi, không còn tồn tại, không tồn tại nữa, không
        còn nằm, không còn được lưu, no longer exist, cease to exist, không còn trong, không còn ở
        trong, không còn nằm trong
        """,
    # Made to vanish, in words that are said of much else.
    "vanish": """
        cho bay!, bay hết!, dẹp!, dẹp hết!, dẹp luôn, dẹp đi!, dọn!, dọn đi!, dọn hết, quét!, thanh
        lý, vứt!, vứt hết, vứt đi, quăng!, quăng đi, liệng!, ném!, đốt!, lôi!, trừ!, cắt!, gạch!,
        gạch bỏ, gạch tên, bôi!, rút tên, cho ra khỏi, đưa ra khỏi, lấy ra khỏi, tẩy!, loại tên,
        trash, bin, toss, throw away, throw out, discard, dispose of, eliminate, strip, take out,
        take it out, take them out, take that out, take it down, take them down, take off, take it
        off, pull, deregister, close, biến khỏi, cho biến khỏi, quên hết, quên sạch, quên luôn, quên
        mọi, quên mọi thứ
        """,
    "remove_only": """
        remove, drop, clear, gỡ, removed, removing, gỡ bỏ, removal, loại bỏ, bỏ, bỏ hết, gỡ hết, gỡ
        luôn
        """,
    "cancel_only": "hủy, hủy bỏ, hủy hết, hủy luôn",
    # Kept of somebody, not for them: "xóa giúp mình lịch sử mua hàng" needs no owner named.
    "kept_of_one": """
        lịch sử mua hàng, lịch sử đơn hàng, lịch sử giao dịch, lịch sử chat, lịch sử trò chuyện,
        lịch sử tin nhắn, tài khoản, tk, acc, account, ghi âm, bản ghi âm, file ghi âm, đoạn chat,
        đoạn trò chuyện, nội dung chat, phiếu khảo sát, câu trả lời, thông tin, order history,
        purchase history, chat history, conversation, chat, recording, recordings, câu trả lời, trò
        chuyện nãy giờ, cuộc nói chuyện, cuộc chat
        """,
    # What follows where nothing is erased.
    "threatens": """
        khiếu nại, kiện, khởi kiện, tố cáo, báo công an, công an, luật sư, pháp luật, report, sue,
        complain, complaint, lawyer, legal action, authorities
        """,
    # What is destroyed rather than cancelled.
    "document": """
        bản ghi âm, ghi âm, file ghi âm, bản sao, bản chụp, bản scan, bản photo, giấy tờ, sao kê,
        bảng lương, hình, ảnh, dữ liệu, ghi âm cuộc gọi, đoạn ghi âm
        """,
    # Data that are nobody's goods.
    "data": """
        dữ liệu, dữ liệu cá nhân, thông tin, thông tin cá nhân, tt cá nhân, data, thông tin liên hệ,
        thông tin liên lạc, dữ liệu chat, personal data, information, info, details, records,
        personal information, personal info, personal details, contact details, contact info, hồ sơ,
        dữ liệu khách hàng, thông tin khách hàng, hồ sơ khách hàng, tt, căn cước, cccd, cmnd, ảnh
        căn cước, ảnh cccd, số cccd, số căn cước, thông tin với dữ liệu, record, traces, dấu vết,
        datas, chứng minh thư, thông tin và dữ liệu, sinh trắc, personal stuff, contact information,
        thông tin tài khoản, lịch sử chat, lịch sử trò chuyện, chat history, cuộc trò chuyện, cuộc
        hội thoại, đoạn chat, conversation, conversation history, lịch sử, history, lịch sử tin
        nhắn, tt liên hệ, private data, private info, tt liên lạc, chat log, chat logs, cd, số cd,
        in 4, ttin, tt cn, thong tn, dữ liệu riêng, mọi thứ về tôi, ctin, profile khách hàng, dl, dl
        cá nhân, dlcn, thông tn, thôg tin, thog tin, thôn tin, thoong tin, thông tim cá nhân, thôg
        tn, thông tin thẻ, personal datas, detials, infomation, id card, id card picture, id
        picture, passport, ảnh cmnd, hình cccd, hình căn cước, hình cmnd, file hồ sơ, hình cd, ảnh
        cd, giấy tờ, ttcn, my file, my files, pic of my passport, photo of my passport, picture of
        my passport, photo of my id, pic of my id, picture of my id, thông tin đăng ký, ttcá nhân,
        hồ sơ đăng ký, gì về tôi, gì về mình, gì về em, gì của tôi, hộ chiếu, bản scan hộ chiếu, bản
        chụp hộ chiếu, bản chụp căn cước, bản scan căn cước, dữ liệu khuôn mặt, hồ sơ vay, sổ hộ
        khẩu, giấy kết hôn, sổ đỏ, bằng lái, giấy khai sinh, birth certificate, driving licence,
        driver's license, passport number, passport copies, passport scans, passport scan, passport
        copy, TRC, mã otp, số thẻ, card details, digital footprint, trace, every trace, thông tin hộ
        chiếu, hết thông tin, passport photo, passport pic, passport picture, id photo, license pic,
        driver's license pic, selfies, selfie, giấy phép kinh doanh, chứng minh, cccd 2 mặt, căn
        cước 2 mặt, id card photo, id card scan, customer profile, customer record, customer
        account, nhật ký chat, nhật ký trò chuyện, nhật ký hội thoại, thông tin định danh, thông tin
        nhận hàng, thông tin người dùng, nội dung nhắn tin, nội dung tin nhắn, nội dung trao đổi,
        lịch sử trao đổi, lịch sử nhắn tin, hồ sơ cá nhân, mấy dòng ghi về, ghi chép về, ghi chú về,
        info cá nhân, dữ liệu cá nhân của, personally identifiable information, pii, identifying
        information, dữ liệu định danh, danh tính, thông tin thuê bao, thông tin đặt hàng của, bản
        mềm, mã khách hàng, email cá nhân, số cá nhân, mail cá nhân, sđt cá nhân, số điện thoại cá
        nhân, ghi chú gì về, mấy ghi chú về, những ghi chú về, hồ sơ đối tác, thông tin nhân thân
        """,
    # Data only when they are the writer's own.
    "detail": """
        số điện thoại, sđt, sdt, số, số đt, tên, tên tuổi, email, mail, địa chỉ, tài khoản, account,
        profile, phone number, number, phone, số phone, tin nhắn, messages, nick, zalo, address,
        name, số dt, contact, liên lạc, liên hệ, ảnh!, hình ảnh, hình!, ngày sinh, số nhà, số liên
        lạc, số liên hệ, accounts, photo, photos, picture, email address, home address, form, file,
        ghi âm, số máy, cuộc gọi, recording, số zalo, facebook, number phone, acc, nick name, số
        này, số điện thoại này, sđt này, email này, bệnh án, kết quả khám, kết quả xét nghiệm, vân
        tay, dấu vân tay, khuôn mặt, thẻ ngân hàng, thông tin đặt lịch, hồ sơ học viên, hồ sơ học
        sinh, hồ sơ bệnh nhân, thông tin phụ huynh, thông tin học viên, thông tin học sinh, dữ liệu
        học sinh, dữ liệu học viên, ảnh da, ảnh da mặt, ảnh trước sau, ảnh của, ảnh chụp, ảnh thẻ,
        đoạn ghi âm, ghi âm cuộc gọi, sđt của, tư cách thành viên, nmber, numbr, phone nmber, tel,
        telephone number, phone no, thẻ thành viên, mobile number, cv, hình ảnh của, họ tên, họ và
        tên, ngày tháng năm sinh, năm sinh, địa chỉ cũ, số cũ, email cũ, số điện thoại cũ, lấy số
        tôi, lấy số của, lấy số mình, tấm ảnh em gửi, tấm ảnh chị gửi, mấy tấm ảnh, tấm ảnh, tấm
        hình, mấy tấm hình, bức ảnh, mấy bức ảnh, cái hình, mấy cái hình, cái ảnh, mấy cái ảnh, số
        má của, số má, chat, chats, ib này, số điện thoại phụ huynh, ảnh mặt, hình của, lịch sử đơn
        hàng, lịch sử mua hàng, lịch sử giao dịch, lịch sử mua, ls mua hàng, ls đơn hàng, ls chat,
        order history, purchase history, khảo sát, phiếu khảo sát, câu trả lời, phiếu đăng ký, phiếu
        đăng ký tư vấn, phiếu tư vấn, phiếu, đơn đăng ký, form đăng ký, form tư vấn, cái form, file
        ghi âm, bản ghi âm, file record, recordings, voice samples, video, videos, clip, bảng điểm,
        tấm hình mặt, hình mặt, hình trước sau, nội dung chat, nội dung trò chuyện, đoạn trò chuyện,
        tn, tk, số tài khoản, số tài khoản ngân hàng, registration, application, loan application,
        customer file, answers, my answers, bank details, card number, pictures, bản chụp, bản sao,
        bản scan, bản photo, bản ghi, hình ảnh này, mấy bản, mấy bản scan, hình bé, ảnh em bé, this
        message, that message, tin đó, tin ấy, file đó, cuộc call, scan, scans, copies, copy,
        placement test, loạt ảnh, bài kiểm tra, kết quả, thông tin giao dịch, thông tin hộ chiếu, nd
        chat, ib, inbox, hình chụp, đơn xin, địa chỉ nhà, đchỉ, dchi, đ/c, đc nhà, voice, voices,
        đoạn thoại, giọng nói, đoạn ghi âm cuộc gọi, bảng lương, sao kê, sao kê lương, tờ khai,
        recording of, our call, hình con gái, hình con trai, hình con, ảnh con, ảnh ny, đơn cũ, mấy
        đơn cũ, hình chị gửi, hình em gửi, hình anh gửi, hình tôi gửi, hình mình gửi, ảnh chị gửi,
        ảnh em gửi, ảnh anh gửi, ảnh tôi gửi, ảnh mình gửi, lấy số anh, lấy số chị, lấy số em, tài
        khoản học viên, tài khoản khách hàng, tài khoản thành viên, tài khoản dùng thử, tài khoản
        demo, account demo, trial account, demo account, acc học viên, account trial, customer
        profile, customer record, customer account, mấy ảnh!, mấy hình, các ảnh!, các hình, tài
        khoản phụ huynh, tài khoản bệnh nhân, tài khoản học sinh, trò chuyện nãy giờ, cuộc nói
        chuyện, cuộc chat, số thuê bao, số thuê bao của, gmail, số di động, số cầm tay, số điện
        thoại di động, số nhận hàng, tên nhận hàng, địa chỉ nhận hàng, người nhận hàng là, thu nhập,
        mức lương, khoản vay, id number, định danh, mã định danh, biển số xe, biển số, hotmail,
        yahoo mail, outlook, sim của, bệnh tình, lý lịch, chỗ ở, nơi ở, quê quán, nghề nghiệp, số đt
        di động, số zalo này, stk, số tk, số tkhoản, số ban nãy, số hồi nãy, cái số ban nãy, cái số
        hồi nãy, số lúc nãy, cái số lúc nãy, bản kê khai, hồ sơ của bé, hồ sơ của con, hồ sơ của
        cháu, bản lưu, bản copy, bản chép, sổ hồng, sổ đỏ, chỉ số, cân nặng, chiều cao, số đo, chức
        vụ, ảnh cưới!, hình cưới, cccd của, student account, my student account, kê khai, danh
        thiếp, danh thiếp điện tử, thẻ tín dụng, giấy đất, giấy nhà đất, lịch trình, định vị, chứng
        minh của, thông tin giao hàng, hình before after, ảnh before after, avatar, full name, tuổi,
        tuổi tác, bệnh của, bệnh án của, user của, login, my login, tên đăng nhập, giấy má, ảnh
        avatar, vị trí, gps, vị trí gps, toạ độ, ngày dự sinh, phim chụp răng, phim chụp, phim x
        quang, phim xquang, ảnh chụp răng, lấy số tao, lấy số tui, lấy sđt tao, lấy sđt tôi, chữ ký,
        mẫu chữ ký, nhân thân, visa, birthday, thông tin sinh nhật, sinh nhật của, date of birth,
        thông tin đã xác thực
        """,
    "personal": """
        cá nhân, personal, private, riêng tư, dữ liệu cá nhân, thông tin cá nhân, tt cá nhân,
        personal data, personal information, personal info, personal details, personal stuff,
        private data, private info, hồ sơ cá nhân, info cá nhân, về bản thân, định danh, thông tin
        định danh, personally identifiable information, pii, email cá nhân, số cá nhân, mail cá
        nhân, sđt cá nhân, số điện thoại cá nhân
        """,
    "picture": """
        ảnh!, hình ảnh, hình!, photo, photos, ảnh của, hình ảnh của, picture, ảnh mặt, hình của, tấm
        ảnh, tấm hình, mấy tấm hình, mấy tấm ảnh, bức ảnh, mấy bức ảnh, cái hình, mấy cái hình, cái
        ảnh, mấy cái ảnh, tấm hình mặt, hình mặt, hình trước sau, hình bé, ảnh em bé, loạt ảnh, hình
        chụp, pictures, video, videos, clip, mấy ảnh!, mấy hình, các ảnh!, các hình, hình before
        after, ảnh before after
        """,
    "membership": """
        tài khoản, account, accounts, acc, tư cách thành viên, tk, registration, tài khoản học viên,
        tài khoản khách hàng, tài khoản thành viên, tài khoản dùng thử, tài khoản demo, account
        demo, trial account, demo account, acc học viên, account trial, tài khoản phụ huynh, tài
        khoản bệnh nhân, tài khoản học sinh, student account, my student account, customer account
        """,
    "about_me": """
        về tôi, về mình, về em, về anh, về chị, về tui, về tao, về chúng tôi, về t, about me, on me,
        liên quan đến tôi, liên quan tới tôi, liên quan đến mình, liên quan tôi, on us, about us, có
        về tôi, biết về tôi, liên quan đến em, liên quan đến anh, liên quan đến chị, relating to me,
        concerning me, that identifies me, dính tới tôi, dính tới cô, dính tới chị, dính tới anh,
        dính tới em, dính tới chú, dính tới bác, dính dáng tới tôi, liên quan tới cô, liên quan tới
        chị, liên quan tới anh, liên quan tới em, liên quan đến cô, liên quan đến chú, liên quan đến
        bác, liên quan tới mình
        """,
    "erase_all": """
        xóa hết, xóa sạch, xóa toàn bộ, dọn sạch, hủy hết, xóa sạch sành sanh, xóa sạch trơn, xóa
        hết sạch, xóa sạch bách
        """,
    "urged": """
        xóa hết, xóa sạch, xóa luôn, xóa ngay, xóa đi, xóa giúp, xóa giùm, xóa dùm, xóa thẳng, xóa
        bỏ, xóa lẹ, xóa liền!, xóa gấp, xóa nhanh, tẩy hết, tẩy sạch, xóa mau, xóa sạch sành sanh,
        xóa sạch trơn, xóa hết sạch, xóa sạch bách
        """,
    "then": "rồi, và",
    "suffers": "bị",
    "undergoes": "được, be",
    "must": "phải, cần, must, should, to",
    "may_i": """
        can you, can i, can we, có thể, cho phép, làm sao, how do i, muốn biết, how can i, cách,
        cách nào, làm thế nào, how to, how do we, thì làm sao, if you could, if you would, if you
        can, if you could please
        """,
    "whether_or_not": "không, ko, k, chưa",
    "whether": "có",
    "tag": "hả!, à!",
    "lost": "mất, nhầm, được",
    # What was going on with the data, to be ended.
    "halt": """
        ngừng, dừng, ngưng, chấm dứt, stop, cease, phản đối, thôi!, ngừng ngay, dừng ngay
        """,
    "disallow": """
        không cho, ko cho, k cho, không ai được, không ai được phép, không cần, ko cần, khỏi cần,
        chưa từng cho, không hề cho, chưa bao giờ cho, khỏi, no need to, no need for you to, don't
        need to, no longer need to, you don't have to, you may not, you can't, you cannot, you must
        not
        """,
    # Somebody having data: unwanted, a wish that they go.
    "have": "có, have, còn",
    # A new thought begins: what was refused before was something else.
    "turn": "và, rồi, nữa, and, nên, so please, then, nx, thì, nhưng, but",
    "whence": "đâu, ở đâu, đâu ra, ở đâu ra, where",
    "that": """
        số đó, số ấy, sđt đó, email đó, cái đó, it, them, thứ đó, mấy cái đó, tài khoản đó, cái số
        đó, cái số ấy, cái email đó, cái gmail đó, email ấy, gmail đó
        """,
    "feared": "lộ, bị lộ, lộ thông tin, leak, leaked",
    "consented_to": """
        nhận, nhận tin, receive, receiving, to receive, messages, marketing, tin, tin nhắn, quảng
        cáo, email, emails, calls, texts, sms, contact, being, tin quảng cáo, thông báo, gọi, text,
        to text, call, to call, message, to message, to contact, nhắn, nhắn tin, to be contacted, be
        contacted, to be called, to be messaged, to be texted
        """,
    "all_of_it": """
        cả, luôn cả, có quyền yêu cầu, tất cả, hết, toàn bộ, mọi, mọi thứ, everything, all, sạch,
        sạch sẽ, hết sạch, tất tần tật, tuốt, những gì, whatever, anything, any, mấy thứ, mọi cái,
        cái gì, tất, hết tất cả, mọi điều, hết mọi thứ, tất cả mọi thứ, hết những gì, nếu còn thì,
        nếu còn, nếu có, nếu có thì, không giữ lại, không giữ lại thứ gì, mọi thứ các anh biết, ý,
        thứ!, what you know, whatever you have, what you have, whatever you know, mang tên, nhà,
        associated with, linked to, tied to, related to, theo luật, theo quy định, theo nghị định,
        theo pháp luật, what u have, what u know, everything u have, all the stuff, kèm toàn bộ, kèm
        tất cả, cùng toàn bộ, triệt để, tận gốc, dứt điểm, hoàn toàn, sạch bong, vĩnh viễn
        """,
    "own": """
        của tôi, của mình, của em, của anh, của chị, của tui, của tao, của t, của mik, của mk, của
        tớ, của cô, của chú, của bác, của con, của cháu, của bên mình, của bên em, của bên tôi, của
        bên anh, của bên chị, của chúng tôi, của tau, của c, của e, của a, của ông, của bà, của công
        ty tôi, cua toi, của cty tôi, my, our, mine, of mine, about me, on me, of me, về tôi, về
        mình, về em, về anh, về chị, về tui, về tao, về chúng tôi, về t, liên quan đến tôi, liên
        quan tới tôi, liên quan đến mình, liên quan tôi, all my, tôi, mình, tui, tao, tớ, em, anh,
        chị, cô, chú, bác, con, cháu, t, mk, mik, c, e, a, bên mình, bên em, bên anh, bên chị, me,
        us, của gia đình tôi, vợ tôi, của vợ tôi, con tôi, của con tôi, của mẹ tôi, my family, my
        son, my daughter, my wife, chúng tôi, bên tôi, ông!, bà!, của thầy, của nhà mình, related to
        me, regarding me, concerning me, với tôi, i, we, của o, số này, số điện thoại này, sđt này,
        email này, của bé, của bé nhà, của bé nhà em, của bé nhà chị, của bé nhà tôi, của cháu nhà
        tôi, bé nhà em, bé nhà chị, bé nhà anh, bé nhà tôi, bé nhà mình, của con chị, của con anh,
        của con em, của con cô, của con mình, của mẹ anh, của mẹ chị, của mẹ em, của ba tôi, của ba
        em, của ba chị, của ba anh, của bố tôi, của bố anh, của bố em, của vợ anh, của chồng chị,
        của chồng em, của chồng tôi, của ông ấy, của bà ấy, của gia đình, của gia đình mình, của gia
        đình em, của gia đình chị, của gia đình anh, của nhà tôi, của nhà em, của nhà anh, của nhà
        chị, của công ty chúng tôi, của công ty mình, của công ty anh, của công ty chị, của công ty
        em, công ty tôi, công ty chúng tôi, công ty mình, my kid's, my kids', my son's, my
        daughter's, my child's, my mother's, my wife's, my husband's, my company, our company, của
        mìh, của mih, mìh, mih, con chị, con cô, con em, của mn, của tuii, tuii, của b, con mình,
        của bọn mình, của tụi mình, của tụi em, của vợ chồng chị, của vợ chồng anh, của vợ chồng em,
        của vợ chồng tôi, vợ chồng tôi, vợ chồng chị, của mẹ con chị, của 2 vợ chồng, của hai vợ
        chồng, của hai mẹ con, của vợ chồng mình, vợ chồng anh, vợ chồng em, vợ chồng mình, bé!, hồ
        sơ của bé, dì, của dì, cậu, của cậu, mợ, của mợ, thím, của thím, dượng, của dượng, của nội,
        của ngoại, lấy số tôi, lấy số mình, our company's, my company's, hình chị gửi, hình em gửi,
        hình anh gửi, hình tôi gửi, hình mình gửi, ảnh chị gửi, ảnh em gửi, ảnh anh gửi, ảnh tôi
        gửi, ảnh mình gửi, lấy số anh, lấy số chị, lấy số em, phòng chúng tôi, của phòng chúng tôi,
        của phòng tôi, của đơn vị tôi, về thầy, của thầy cô, bản thân, của bản thân, về bản thân,
        relating to me, that identifies me, thầy
        """,
    # Once handed over, or held.
    "given": """
        đã cung cấp, đã cho, đã gửi, đã để lại, đã nhập, đã khai, đã đưa, đã điền, vừa gửi, vừa cho,
        vừa nhập, vừa điền, vừa đưa, lỡ cho, lỡ gửi, lỡ để lại, lỡ điền, lỡ nhập, lỡ đưa, lỡ khai,
        để lại, cung cấp, đã lưu, đang lưu, đang giữ, đang có, you have, you hold, you've got, you
        store, you stored, you keep, gave, i gave, i sent, i shared, i provided, provided,
        submitted, i submitted, điền form, lỡ, nhập form, lưu, giữ, lưu trữ, hôm bữa, lúc nãy, hồi
        nãy, hôm trước, hôm qua, holding, stored, have stored, bạn có, em có, biết, đã share, u
        have, on file, filled in, filled out, hold, have on, have about, đã đăng ký, cho số, từng
        gửi, từng cho, từng cung cấp, thu thập, đã thu thập, collected, thu thập được, gửi, đưa,
        nhập, điền, khai, gửi nhầm, điền nhầm, nhập nhầm, cho nhầm, để nhầm, đổi ý, đã nhắn, đã chia
        sẻ, đã khai báo, đã upload, đã tải lên, uploaded, i uploaded, đã đăng kí, từng để lại, từng
        đăng ký, left, i left, đăng ký học thử, đăng ký, ghi ở, ghi ở trên, u stored, u hold, i
        submitted to, hồi trước, bữa trước, tuần trước, tháng trước, năm ngoái, hồi đó, bữa hổm, hôm
        nọ, hôm kia, bữa nọ, hổm rày, hồi sáng, hồi chiều, tối qua, hồi hôm, đã nộp, nộp, mới nộp,
        đã kê khai, kê khai, đã ghi, ghi lúc nãy, ghi hồi nãy, ghi hôm qua, ghi hôm trước, ghi
        trong, ghi trên, ghi lúc trước, mới ghi, đã ghi trong, i've told, i told, i ve told, i said,
        i ve said, i wrote, i entered, i typed, she entered, he entered, đã kể, i ve given, i ve
        shared, i ve sent, i ve written, i recorded, đã nói, hình chị gửi, hình em gửi, hình anh
        gửi, hình tôi gửi, hình mình gửi, ảnh chị gửi, ảnh em gửi, ảnh anh gửi, ảnh tôi gửi, ảnh
        mình gửi, have shared, đã trao đổi, trao đổi, nãy giờ, nay gio, kể, vừa kể, mới kể, tâm sự,
        chia sẻ, vừa chia sẻ, mới chia sẻ, you saved, you've saved, you collected, you recorded, you
        wrote down, you took down
        """,
    "place": """
        hệ thống, máy, danh bạ, database, system, systems, crm, cơ sở dữ liệu, kho dữ liệu, records,
        server, servers, máy chủ, sổ, bộ nhớ, file khách, máy em, máy mày, books, sổ sách, app, bot,
        csdl, data khách, máy bên em, máy bên này, hệ thống của bên, danh bạ bên em, fanpage, cơ sở
        dữ liệu của, dữ liệu của bên, hồ sơ bên em, danh sách khách hàng, danh sách khách, ds khách,
        máy các bạn, máy của các bạn, máy mấy em, sổ các bạn, danh sách trung tâm, danh sách học
        viên, file khách hàng, customer list, phần mềm bên em, dữ liệu khách hàng, điện thoại em,
        điện thoại của em, điện thoại bạn, máy của em, kho lưu trữ, kho, cơ sở dữ liệu khách hàng,
        csdl khách hàng, dữ liệu khách, phần mềm quản lý khách, phần mềm quản lý khách hàng, phần
        mềm bán hàng, phần mềm chăm sóc khách hàng, danh bạ khách, danh bạ khách tiềm năng, danh bạ
        khách hàng, danh bạ khách hàng tiềm năng, file khách hàng tiềm năng, file khách tiềm năng,
        tệp khách, tệp khách hàng, tệp khách hàng tiềm năng, sổ khách, sổ khách hàng, sổ khách quen,
        bản sao lưu, bản sao dự phòng, sao lưu, backup, backups, khung chat, chatbot, nơi đang lưu,
        chỗ đang lưu, hệ thống chăm sóc khách hàng, hệ thống quản lý khách hàng, hệ thống khách
        hàng, cloud, drive, đám mây, bộ nhớ bot, bộ nhớ của bot, your files, customer database,
        customer system, hệ thống máy tính, máy tính, phần mềm của các bạn, phần mềm các bạn, phần
        mềm của bạn, phần mềm bên bạn, phần mềm của bên bạn, phần mềm của shop, phần mềm của công
        ty, hệ thống dữ liệu, danh bạ khách hàng của quý công ty, phần mềm chăm sóc, phần mềm chăm
        sóc khách, phan mem cham soc, hệ thống cửa hàng, hệ thống của cửa hàng, hệ thống shop, hệ
        thống của shop, hệ thống công ty, hệ thống của công ty, hệ thống trung tâm, hệ thống phòng
        khám, điện thoại nhân viên, máy nhân viên, phần mềm khách hàng, phần mềm khách hàng bên bạn,
        danh sách phụ huynh, danh sách bệnh nhân, dữ liệu tiếp thị, trang bên bạn, google sheet,
        google sheets, trang tính, bảng tính, file excel, your servers, your server, your database,
        your databases, your system, your systems, your records, your platform, your website, your
        app, your site, your customer files
        """,
    "out_of": "khỏi, ra khỏi, ra, trong, trên, from, out of, in, off, ở",
    "keep": """
        lưu, lưu trữ, lưu giữ, giữ, giữ lại, lưu lại, store, storing, keep, keeping, save, xử lý,
        thu thập, hold, process, retain, processing, holding, lưu giữ lại, retaining
        """,
    "secret": """
        bí mật, kín, riêng, cẩn thận, secret, private, safe, confidential, an toàn, chỗ, suất, hàng,
        giá
        """,
    # Others' data, or no data at all.
    "others": """
        khách, khách hàng, nhân viên, học viên, bệnh nhân, của khách, của nhân viên, của khách hàng,
        sản phẩm, đơn hàng, đơn!, món!, dòng!, kho!, bán hàng, hóa đơn!, giỏ hàng, giỏ!, excel,
        products, product, orders, order, invoices, invoice, customer, customers, users, user,
        employee, employees, item, items, contact in, duplicate, duplicates, thành viên, lead,
        leads, file, thụ hưởng, người nhận, ngân hàng, liên kết, giao hàng, nhận hàng, phụ!, giao
        dịch, thanh toán, tài xế, thẻ cũ, picture, pic, photo, image, bài!, thẻ!, lịch!, ghi chú,
        mẫu!, cache, cookie, cookies, app, web, website, playlist, danh sách phát, phần mềm, lượng!,
        tiền!, bàn!, phòng!, nhân sự, voucher, sim, cái ảnh, tấm ảnh, tấm hình, hình đó, tin nhắn
        trên, câu trên, câu đó, dòng này, tin nhắn vừa rồi, tin nhắn vừa gửi, tin vừa rồi, tin vừa
        gửi, tin nhắn nãy
        """,
    "wrong": """
        cũ, sai, nhầm, lộn, trùng, test, nháp!, thứ hai, thứ ba, thứ nhất, cuối, old, wrong,
        duplicate, lẻ!, kia, lỗi!, thừa!, ảo!, rác!, dư!, draft, trial, dùng thử, demo, last,
        second, first, mẫu!, cuối cùng
        """,
    "new": """
        mới, new, lấy, thay, ghi, đổi, sửa, cập nhật, update, change, instead, sửa lại, ghi lại, đổi
        thành
        """,
    # Erased by accident, by itself, or already.
    "happened": """
        lỡ, nhỡ!, vô tình, bị, sợ, tránh, tự, tự động, trót, đã, accidentally, auto, automatically,
        was, were, got, did, mất, hôm bữa, tự nhiên, ai, nếu, if, khi!, when, sau khi, trước khi,
        before, after, who, thằng, vừa!, mới!, had, has, just, đang, sao!, sao em, sao bên, tại sao,
        vì sao, why, why did, why was, can't, cannot, couldn't, unable to, không thể
        """,
    "able": """
        có!, có thể, can i, can you, can we, how do i, how do we, how to, làm sao, làm thế nào,
        cách, muốn biết, does, do you, do we, could the, is it, có cho, thì làm sao, tính năng, chức
        năng, phân quyền, nút, how long, when do you, how, phần mềm có, có được, có tự, có bị, cho
        phép, what happens, cách nào, how can i, bao lâu, will my, would my, are my, is my, khi nào
        """,
    "into": "vào, vô, dzô, into",
    "list": """
        danh sách, list, lists, ds, mailing list, nhóm, group, call list, calling list, email list,
        danh sách gọi, contact list, chiến dịch, danh sách khách hàng nhận tin, danh sách khách nhận
        tin, danh sách khách hàng nhận
        """,
    "erasure": """
        right to be forgotten, want to be forgotten, be forgotten, right to erasure, quyền được lãng
        quên, quyền lãng quên, quyền được quên, quyền xóa dữ liệu, quyền xóa, quên tôi đi xóa, data
        deletion request, data erasure request, forget me, forget everything about me, forget my
        data, forget all about me, quên hết về tôi, yêu cầu xóa dữ liệu, quên mọi thứ về tôi, forget
        everything, gdpr deletion request, deletion request, erasure request, quyền được xóa, quyền
        yêu cầu xóa, quyền được xóa dữ liệu, quyền xóa bỏ dữ liệu, forget my number, forget my
        details, to be forgotten, quên tôi đi, quên số tôi đi, quên số của tôi đi, quên thông tin
        của tôi đi, forget my phone number, please forget my, take my info down, take my data down,
        take my profile down, take down my profile, take down my account, take down my data, take my
        account down, quên số mình đi, quên số của mình đi, quên số anh đi, quên số chị đi, none of
        my data is kept, off your records, off your system, off your database, off your books, out
        of your records, out of your database, quên mình đi, quên em luôn, quên anh đi, quên chị đi,
        quên em đi, quên hết thông tin, quên tui đi, quên sạch về tôi, quên luôn số này, no trace of
        me, no trace of my, no record of me, no records of me, nothing about me left, nothing of
        mine left
        """,
    "bidding": "hãy",
    "by_when": """
        hôm nay, ngay hôm nay, trong hôm nay, ngay trong hôm nay, trong ngày, bây giờ, ngay bây giờ,
        today, right now, right away, as soon as possible, asap, xuống, bên, chỗ!, within, nghen,
        hen
        """,
    # Taken out of what holds them.
    "takeout": "lấy, rút, kéo, nhấc, take, get, pull, strike, taken, loại",
    "outwards": "ra khỏi, khỏi, out of, off",
    "your_place": """
        chỗ các bạn, chỗ bạn, chỗ em, chỗ shop, chỗ này, chỗ bên em, bên các bạn, bên bạn, bên shop,
        tay các bạn, tay bạn, máy các bạn, máy của các bạn, máy mấy em
        """,
    "wish": "get, have, muốn, want, need, like, request, yêu cầu, must, phải, cần",
    "takeback": """
        rút, rút lại, thu hồi, lấy lại, withdraw, revoke, hủy sự, hủy bỏ sự, hủy bỏ
        """,
    "consent": """
        đồng ý, sự đồng ý, chấp thuận, sự chấp thuận, consent, cho phép, đồng thuận, permission, my
        consent
        """,
}
COMPOUNDS = """
    profile picture, the hold on, tư cách, người liên hệ, không đúng, dung la, hủy đăng ký, gõ nhầm,
    tin nhắn tự động, tin nhắn quảng cáo, nhận tn, bảng tên, gửi lại, làm lại, nhập lại, nội dung,
    dung lượng, người dùng, chưa hề, browser history, lịch sử cuộc gọi, lịch sử tìm kiếm, lịch sử
    duyệt web, lịch sử trình duyệt, browsing history, search history, call history, watch history,
    sử dụng, bảo vệ dữ liệu, bảo vệ dữ liệu cá nhân, bảo vệ thông tin cá nhân, forget me not, xóa
    mù, xóa đói, xóa nợ!, xóa sẹo, xóa nám, xóa xăm, xóa nốt ruồi, xóa tan, xóa nhòa, xóa bóp, xoa
    bóp, xóa phông, tẩy xóa, không tên, số lượng, số tiền, số nhà!, số bàn, số phòng, giá trị, số
    dư, số hóa, xóa nếp nhăn, xóa vết, xóa mờ, clear stock, xóa nền, tên lửa, tên miền, tên món, tên
    sản phẩm, tên hàng, email marketing, số thứ tự, số đo, account manager, thông tin sản phẩm,
    thông tin bảo hành, thông tin thêm, thông tin đơn, thông tin hàng, thông tin bán hàng, dữ liệu
    bán hàng, dữ liệu kho, dữ liệu mẫu, dữ liệu test, dữ liệu cũ, data cũ, data test, đang lưu ý,
    hết hạn, hết hàng, hết tiền, hết pin, mã giảm giá, hình xăm, ảnh chụp màn hình, lịch sử công ty,
    dữ liệu ứng dụng, hủy nhận mail, hủy nhận email, hủy nhận thư, hủy nhận thông báo, xóa thế chấp,
    xóa án tích, xóa nợ xấu, xóa đăng ký thế chấp
"""
