"""What each word can do in a wish that messages end: refuse, reach somebody, set a limit.

One table, {kind: spellings}; a word may be of several kinds. In a spelling "!" asks for the
marks: bare, the word is more often another one.
"""

from __future__ import annotations

from itertools import product

from scoring.understanding.word_list import listed

# What ends, forbids or turns down.
OPERATORS = {
    # An order not to.
    "dont": """
        đừng, đừng có, đừng có mà, đừng bao giờ, đừng có bao giờ, đg, đừg, đựng có, cấm, cấm có,
        nghiêm cấm, đừng hòng, cấm không được, don't, do not, dont, dnt, don't ever, don't you,
        don't you dare, don't even, do not ever, never, never ever, must not, mustn't, đừng để ai,
        đừng cho ai, đừng cho người, đừng mà, đừng tiếp tục, đừng mất công, đừng cố, đừng phí công,
        đừng mất thời gian, đừng tốn công, chớ!, chớ có!, đừng mất thì giờ, đừn, đug, dug, đưg, dừng
        có, đừg có, đừng ai, đừng bắt ai, if you didn't, if you did not, if you wouldn't, if you
        would not, rather you didn't, rather you did not, rather you don't, rather you not, rather
        you wouldn't, prefer you not, prefer that you not, prefer you didn't, prefer that you don't,
        prefer you don't, ask that you not, ask you not to, asked you not to, told you not to,
        request that you not, asking you not to, can you not, could you not, would you mind not,
        đùng, don't waste your time, dont waste your time, don't waste my time, neither, asked not
        to, ask not to, requested not to, request not to, đừng phí thời gian, đừng phí sức, đừng
        uổng công, đừng nhọc công, đừng phí thì giờ
        """,
    # An order to end what goes on.
    "stop": """
        dừng, ngừng, ngưng, chấm dứt, stop, quit, cease, desist from, discontinue, terminate, stahp,
        stpo, sotp, stopp, refrain from, abstain from, thôi ngay, dẹp!, dẹp ngay, dừng ngay, ngừng
        ngay, ngưng ngay, bỏ ngay, dừng việc, ngừng việc, ngưng việc, chấm dứt việc, nghỉ!, chấm dứt
        ngay, thôi cái trò, bỏ cái trò, bỏ ngay cái kiểu, bỏ cái kiểu, dừng lại, ngừng lại, ngưng
        lại, stopping, thôi cái kiểu, stp, stap, stop w, tụi nó thôi, nhân viên thôi, mấy đứa thôi,
        mấy em thôi, mấy bạn thôi, bên đó thôi, sale thôi, dẹp mấy, dừng hẳn, ngừng hẳn, ngưng hẳn,
        halt, stop with, stop it with, quit it with, enough with, enough of, knock off, tạm biệt,
        nghỉ chơi, cease and desist, cease and desist from, dừng hết, ngừng hết, ngưng hết, stopped,
        em thôi, bạn thôi, shop thôi, bên em thôi, các em thôi, bên bạn thôi, xin thôi, ngưg, ngug,
        cháu thôi, con thôi, ngừg, ngưn, có thể thôi, thể thôi, dẹp cái trò, dẹp cái vụ, dẹp trò,
        dẹp vụ, dẹp mấy trò, thôi nhận, thôi không nhận, hết nhận, có thôi, có thôi ngay, mới thôi,
        mới chịu thôi, thôi cái vụ, thôi cái việc, thôi mấy cái vụ, thôi cái chuyện, stop wasting my
        time, stop wasting your time, thôi ngay việc, thôi việc, làm ơn thôi, làm ơn hãy thôi, hãy
        thôi, vui lòng thôi, muốn thôi nhận, để thôi nhận, yêu cầu thôi, đề nghị thôi, nhờ thôi,
        phiền thôi, thôi hẳn, thôi hẳn việc, thôi hẳn đi
        """,
    # A plain no: it means the end only together with "nữa" or a plea.
    "no": """
        không, ko, k, kh, kg, hông, hong, hok, hem, hổng, khum, hum, hẻm, chẳng, chả, không hề,
        khong, không có, thôi không, thôi ko, thôi k, không tiếp tục, ko tiếp tục, not, no longer,
        không phải, ko phải, hong có, hổng có, hông có, không còn, hết, không bao giờ
        """,
    # It is not called for.
    "needless": """
        khỏi, khỏi cần, khỏi phải, miễn, không cần, ko cần, k cần, kh cần, kg cần, hông cần, hong
        cần, hok cần, hem cần, hổng cần, khum cần, chẳng cần, chả cần, không cần phải, không nhất
        thiết, no need to, no need for, no need, thôi không cần, thôi khỏi, thôi khỏi cần, hết cần,
        không cần thiết phải, rồi khỏi, đâu cần, need not, you don't need to, you don't have to,
        there's no need to, miễn cho, khỏi mất công, chị không cần, anh không cần
        """,
    "forbidden": """
        không được, ko được, k được, ko đc, k đc, không đc, không được phép, không nên, ko nên, hông
        được, hong được, not allowed to, không có quyền, đâu có được, cấm tuyệt đối, not welcome to,
        do not have permission to, don't have permission to, do not have my permission to, don't
        have my permission to, no permission to, not permitted to, not authorized to, no right to,
        have no right to, do not have the right to, don't have the right to, not have consent to,
        never gave permission to, cấm tiệt, never gave you permission to, never gave you my
        permission to, didn't give you permission to, did not give you permission to, never gave
        consent to, never gave you consent to, never agreed to, didn't agree to, never consented to,
        không bao giờ được, ko bao giờ được, không bao giờ được phép, tuyệt đối không được, tuyệt
        đối không
        """,
    "unwilling": """
        không muốn, ko muốn, k muốn, kh muốn, kg muốn, hông muốn, hong muốn, hok muốn, hổng muốn,
        chẳng muốn, chả muốn, hem muốn, khum muốn, hết muốn, không mún, ko mún, k mún, hok mún, k
        mun, ko mun, không hề muốn, không còn muốn, ko còn muốn, k còn muốn, không thích, ko thích,
        k thích, không ưa, ghét, từ chối, xin từ chối, không đồng ý, ko đồng ý, k đồng ý, ngán!,
        không cho phép, ko cho phép, k cho phép, không chấp nhận, không có nhu cầu, k có nhu cầu, ko
        có nhu cầu, không còn nhu cầu, ko còn nhu cầu, không hề có nhu cầu, chán!, ngưng muốn, không
        có ý định, không hứng thú, no longer want, no longer wish, no longer want to, no longer wish
        to, no longer need, no longer interested in, no longer care, don't want, don't want to, do
        not want, do not want to, do not wish, do not wish to, don't wish, don't wish to, dont want,
        dont want to, don't need, do not need, don't care for, don't like, not wish to, not want to,
        not want, don't consent to, do not consent to, do not consent, don't consent, do not agree
        to, don't agree to, not interested in, decline, do not authorize, rather not, prefer not to,
        would rather not, hate, sick of, tired of, fed up with, never wanted, không mong muốn, không
        sẵn sàng, do not like, withdraw, revoke, không muốn tiếp tục, ko muốn tiếp tục, no longer
        agree to, no longer consent to, object to, do not accept, don't accept, don't wanna, dont
        wanna, do not wanna, never want, never want to, never wish to, never wanted to, not ok with,
        not okay with, not comfortable with, i'm done, im done, i am done, done with, we're done, no
        longer require, don't require, do not require, have no interest in, no interest in, have no
        use for, have no need for, phản đối, phản đối việc, doesn't want, doesn't want to, does not
        want, does not want to, tôi muốn không, mình muốn không, chị muốn không, anh muốn không, em
        muốn không, refuse, refuse to, refuse to receive, i refuse, not willing to, không còn cho
        phép, ko còn cho phép, k còn cho phép, không có nguyện vọng, không có nguyện vọng được,
        không có mong muốn, không có mong muốn được, không có ý muốn, không còn nguyện vọng, không
        còn mong muốn, không còn đồng ý, không còn chấp thuận, không còn chấp nhận, không còn đồng ý
        cho, không còn đồng ý để, ko còn đồng ý, không mong, ko mong, không mong được, không mong
        muốn được, không hề mong
        """,
    # Consent taken back.
    "revoke": """
        withdraw my consent to, revoke my consent to, withdraw consent to, revoke consent to,
        withdraw my consent, revoke permission to, revoke my permission to, withdraw permission to,
        withdraw my permission to, take back my permission to, rút lại sự đồng ý, rút lại đồng ý,
        rút đồng ý, rút sự đồng ý, thu hồi sự đồng ý, hủy sự đồng ý, revoke permission, withdraw
        permission, revoke consent, revoke my consent, revoke my permission, withdraw my permission,
        withdraw consent, withdrawing my consent to, withdrawing my consent, withdrawing consent,
        revoking my consent, revoking consent, withdrawing my permission, revoking my permission
        """,
    "cancel": """
        hủy, huỷ bỏ, tắt, bỏ, ngắt, cắt, gỡ!, chặn, off, cancel, turn off, switch off, disable,
        rút!, rút lại, thu hồi, hủy luôn, cúp!, block, mute, withdraw, revoke, tắt hết, chặn hết,
        hủy hết, cắt đứt, turn these off, bỏ qua việc, tắt mấy, cắt hết, hủy đăng ký, hủy đk, hủy
        dk, bỏ đăng ký, cắt ngay, khóa!, khóa việc, hủy ngay, chặn ngay, ngắt ngay
        """,
    # Of itself the end, whatever follows.
    "ending": "kết thúc, end, close, khép lại, cắt đứt",
    "out": """
        unsubscribe, unsub, unsubcribe, opt out, optout, opt me out, opting out, unsubscribed, hủy
        đăng ký nhận, hủy đk nhận, hủy dk nhận, bỏ đăng ký nhận, hủy subscribe, hủy subscription,
        unfollow, hủy theo dõi, bỏ theo dõi, hủy follow, ngừng theo dõi, unsubscribing, hủy quan
        tâm, bỏ follow, bỏ quan tâm, opt out of, opt out from, thoát nhóm, rời nhóm, out nhóm, out
        group, hủy kết bạn, hủy bản tin, hủy nhận bản tin, hủy tin, hủy các bản tin, đăng ký từ chối
        quảng cáo, đăng ký từ chối nhận tin, đăng ký từ chối tin nhắn, đăng ký không nhận quảng cáo,
        đăng ký không nhận tin, đăng ký từ chối nhận quảng cáo, thoát nhận tin, thoát khỏi nhận tin,
        rời khỏi kênh, rời kênh, thoát kênh, thoát khỏi kênh, rời khỏi kênh nhận thông báo, rời khỏi
        kênh nhận tin, thoát khỏi kênh nhận tin
        """,
    # Said when the whole message is to stop.
    "nomore": """
        no more, no further, zero, enough, no, nothing
        """,
}

# What is to end.
ACTS = {
    "call": """
        gọi, gọi điện, gọi điện thoại, gọi lại, gọi tới, gọi đến, gọi vào, gọi vô, gọi qua, alo, a
        lô, kêu điện, điện!, điện tới, điện tới đây, điện vô, điện vào, điện cho, điện lại, điện
        qua, điện thoại, call, calling, calls, phone, phoning, ring, ringing, gọi zalo, telesale,
        gọi telesale, dial, gọi mời, gọi chào, bấm gọi, gọi qua zalo, call back, ringing up, call
        up, phone calls, gọi video, réo, gọi thẳng, gọi trực tiếp, video call, gọi dt, gọi nhầm,
        callin, gọi điện thoai, alo alo, gọi zl, gọi fb, điện tui, điện tôi, điện mình, điện chị,
        điện anh, điện em, điện t, điện c, điện thoại tôi, điện chú, điện cô, điện bác, điện ông,
        điện bà, điện ba, điện má, đt cho, dt cho, quay số
        """,
    "text": """
        nhắn, nhắn tin, nhắn nhủ, nhắn gửi, nhắn zalo, nhắn qua, nhắn qua zalo, nhắn trên zalo, nhắn
        lại, nhắn tiếp, nhắn tin zalo, nhắn mess, nhắn messenger, nhắn ib, nhắn pm, ib, inbox, nt,
        rep, chat, pm, dm, dming, text, texting, texts, txt, txting, message, messaging, msg,
        msging, messages, mess, ping, pinging, gửi tin, gửi tin nhắn, gửi tn, gửi sms, gửi tn zalo,
        gởi tin, gởi tin nhắn, gởi tn, gởi sms, bắn tin, đẩy tin, push, gửi zalo, gửi mess, write
        to, writing to, nhăn tin, nhán tin, nhắn tín, cmt, comment, nhắn vào, nhắn vô, sms, nhắn
        sms, text back, gửi qua zalo, typing, gởi zalo, sending messages, sending texts, send
        messages, send texts, tin nhắn, tn, chatting, nhắn thêm, nhắn nhầm, txtin, textin, messagin,
        inb, ibx, ibox, imess, nhắn gửi tin, write me, writing me, write us, write back, nhắn zl,
        nhắn mes, nhắn tin zl, nhắn fb, gửi zl, write again, write anymore, write any more, writing
        again, write to me again, write to us, whatsapp, viber me, whatsapp me, zalo me
        """,
    "mail": """
        gửi mail, gửi email, gửi thư, gởi mail, gởi email, gởi thư, email, emailing, mail, emails,
        mails, gửi qua mail, gửi qua email, nhắn mail, mailing, send emails, sending emails, gửi thư
        điện tử, gửi newsletter
        """,
    "any": """
        liên hệ, liên lạc, liên hệ lại, liên lạc lại, liên hệ tới, liên lạc tới, liên lạc đến,
        contact, contacting, reach out, reaching out, follow up, following up, tương tác, kết nối,
        add zalo, thêm zalo, add facebook, add face, kết bạn zalo, kết bạn, get in touch, getting in
        touch, contacted, communicate, communicating, communication, liên hệ trực tiếp, giao tiếp,
        check in, checking in, gọi hay nhắn, gọi hoặc nhắn, contacts, nhắn hay gọi, nhắn hoặc gọi,
        gọi nhắn, follow, touch base, be called, be texted, lh, lhe, lhệ, liên hệ gì, liên lạc gì,
        add zl, thêm zl, kết bạn zl
        """,
    "send": """
        gửi, gởi, send, sending, sends, bắn!, đẩy!, gửi thêm, gởi thêm, gửi tiếp, gửi cho, gửi lại,
        forward, gửi tới, gửi đến, gửi vào, gửi qua, nhắn gửi
        """,
    # These name the nuisance itself: a refusal in front is enough.
    "bother": """
        làm phiền, phiền nhiễu, phiền hà, quấy rầy, quấy rối, quấy!, quấy nhiễu, spam, spamming, mời
        chào, chào mời, chào hàng, làm rộn, gửi rác, gửi tin rác, tin rác, khủng bố, dội bom, nhây!,
        lải nhải, bám!, bám riết, bám đuôi, réo, tiếp thị, telesale, spam tin, spam tin nhắn, chèo
        kéo, lằng nhằng, gạ!, gạ gẫm, tra tấn, nhắn tin quảng cáo, gọi quảng cáo, gọi tiếp thị, gọi
        mời vay, gọi chào, nhắn hoài, hỏi han, sì pam, bother, bothering, disturb, disturbing,
        annoy, mời mua, annoying, harass, harassing, pester, pestering, soliciting, solicit, bug,
        bugging, hassle, remind, reminding, nudge, nudging, chase, chasing, hassling, blow up my
        phone, blowing up my phone, nhắn quảng cáo, gửi quảng cáo, gửi qc, gởi quảng cáo, gửi khuyến
        mãi, gửi km, gửi tin quảng cáo, gửi linh tinh, phiền tôi, phiền tui, phiền mình, phiền anh,
        phiền chị, phiền tao, phiền nữa, tiếp cận, gửi spam, nhắn rác, gửi tin tức, gửi ưu đãi, gửi
        chương trình khuyến mãi, gửi thông báo, gởi thông báo, bombard, bombarding, spam me, mời
        vay, gửi thư rác, gửi tin giới thiệu, gửi thông tin quảng cáo, gửi bài quảng cáo, marketing
        to, gửi tin tiếp thị, gửi lời mời, chào giá, nhá máy, săn đón, gửi thư ngỏ, gửi tờ rơi,
        blowing up my inbox, blow up my inbox, gọi chào hàng, gọi mời mua, gọi bán hàng, nhắn chào
        hàng, gửi chào hàng, gọi mời mua hàng, nhắn mời mua, mời mọc, nháy máy, filling my inbox,
        filling my phone, filling my mailbox, fill my inbox, fill my phone, fill my mailbox, filling
        up my inbox, filling up my phone, filling up my mailbox, fill up my inbox, fill up my phone,
        fill up my mailbox, cluttering my inbox, cluttering my phone, cluttering my mailbox, clutter
        my inbox, clutter my phone, clutter my mailbox, cluttering up my inbox, cluttering up my
        phone, cluttering up my mailbox, clogging my inbox, clogging my phone, clogging my mailbox,
        clog my inbox, clog my phone, clog my mailbox, clogging up my inbox, clogging up my phone,
        clogging up my mailbox, flooding my inbox, flooding my phone, flooding my mailbox, flood my
        inbox, flood my phone, flood my mailbox, bombing my inbox, bombing my phone, bombing my
        mailbox, spamming my inbox, spamming my phone, spamming my mailbox, jamming my inbox,
        jamming my phone, jamming my mailbox, gọi chào giá, nhắn chào giá, gửi chào giá, gửi bảng
        hàng, gửi hàng loạt, chào bán, gửi chào bán, gọi chào bán, nhắn mời hàng, nhắn mời, gọi mời
        hàng, gửi lời chào, mời khách, chào giá ship, kêu mua, rủ mua, làm phiền khách, phiền khách,
        quấy rầy khách, quấy rầy khách hàng, làm phiền khách hàng, phiền khách hàng, gọi điện làm
        phiền, nhắn tin làm phiền, đeo bám, phá!, phá tui, phá tôi, phá mình, phá anh, phá chị, bám
        theo, theo đuôi, phát tán, báo khuyến mãi, đụng tới, đụng đến, động tới, động đến, rao, rao
        bán, rao hàng, chào mẫu, nhắn chào mẫu, gửi chào mẫu, nhắn tin mời, nhắn tin chào mời, nhắn
        tin chào hàng, nhắn tin giới thiệu, gọi giới thiệu, nhắn giới thiệu, gọi gia hạn, nhắn gia
        hạn, gọi mời gia hạn, gọi chào gia hạn, nhắn mời gia hạn, gửi mời gia hạn
        """,
    # These are the contact only when "nữa" or the writer stands behind.
    "talk": """
        hỏi, hỏi thăm, tư vấn, quảng cáo, nói chuyện, trò chuyện, trao đổi, chào!, mời!, nhắc, nhắc
        nhở, chăm sóc, chăm sóc khách hàng, cskh, theo dõi, tag, tagging, add, kéo, thêm, giới
        thiệu, hối, trả lời, reply, replying, respond, talk, talking, kiếm, tìm, đeo, kêu, làm quen,
        thuyết phục, phục vụ, năn nỉ, theo đuổi, contact list, mai mối, kết bạn zalo, thúc, giục,
        cập nhật, update, updating, báo tin, báo giá, mời mua, chăm!, rủ, rủ rê, lôi, invite,
        inviting, adding, gắn thẻ, mời, tag tên
        """,
    "receive": """
        nhận, nhận thêm, nhận lại, nhận tiếp, nhận mọi, nhận bất kỳ, nhận bất cứ, nhận mấy, nhận
        các, nhận những, receive, receiving, get, getting, subscribe, tiếp nhận, nhận được thêm,
        đăng ký nhận, đk nhận, dk nhận, nhận tin quảng cáo, nhận và đọc, đồng ý nhận, sự đồng ý
        nhận, việc nhận, being sent, be sent, getting sent, nhận tin, nhận quảng cáo, consent to
        receive, receipt of
        """,
    # Only one who refuses can mean these by it: "không thấy tin" misses a message.
    "sense": """
        đọc, thấy, nghe, nghe máy, bắt máy, xem, nghe thêm, hear, hearing, hear from, hearing from,
        see, seeing, have, dính dáng, dây dưa, liên quan, nghe điện thoại, nhận máy
        """,
}

MANY = ", mấy, mấy cái, các, những, loạt"
MESSAGES = "tin, tin nhắn, email, thư, cuộc gọi, bản tin, thông báo"
ABOUT = """
    giới thiệu, giới thiệu sản phẩm, giới thiệu dịch vụ, giới thiệu căn hộ, giới thiệu dự án, giới
    thiệu khóa học, rao vặt, rao bán, chào mời, chào hàng, chào bán, mời chào, mời mua, mời gọi, bán
    hàng, ưu đãi, khuyến mãi, khuyến mại, giảm giá, sale, tiếp thị, marketing, quảng bá, quảng cáo,
    tự động, hàng loạt, định kỳ, hàng ngày, hàng tuần, hằng ngày, hằng tuần, mỗi ngày, hằng sáng,
    hàng sáng, mỗi sáng, buổi sáng, khảo sát, thăm dò, tuyển sinh, livestream, sinh nhật, nhắc lịch,
    nhắc hẹn
    """


def _told() -> str:
    """ "mấy tin giới thiệu sản phẩm": one thing that is sent, not messages and some goods."""
    ways = product(MANY.split(","), listed(MESSAGES), listed(ABOUT))
    return ", ".join(" ".join(way).strip() for way in ways)


# What is sent and received.
FEEDS = {
    "feed": _told()
    + ","
    + """
        tin, tin nhắn, nhận tin, nhận quảng cáo, nhận tin quảng cáo, thông báo, tin quảng cáo, tin
        nhắn quảng cáo, email, mail, sms, tn, tin khuyến mãi, cuộc gọi, cuộc gọi nào, bản tin, qc,
        tin rác, cuộc gọi quảng cáo, notification, noti, notis, notifications, newsletter,
        newsletters, tin nhắn rác, tin nhắn khuyến mãi, mess, inbox, push, tin nhắn tự động, tin tự
        động, thông báo khuyến mãi, cuộc gọi tiếp thị, tin marketing, msg, msgs, messages, message,
        texts, emails, calls, mails, ads, promos, promotions, tin tiếp thị, promo, tin khuyến mại,
        tin chăm sóc, tin nhắc, thư, thư chào hàng, tin zalo, tin nhắn zalo, thư rác, reminders,
        updates, spam, marketing, thông tin quảng cáo, thông tin khuyến mãi, mấy tin, alerts,
        telemarketing, tin nhắn tiếp thị, tin nhắn marketing, mailing, mailings, thư quảng cáo,
        telesale, phone calls, sales calls, text messages, điện thoại quảng cáo, spam messages, spam
        calls, correspondence, communications, tin nhắn từ, cuộc gọi rác, tin này, mấy cái tin, mấy
        tin này, nhắc nhở, advertisements, advertising, cuộc điện thoại, thư điện tử, solicitations,
        qcao, tín nhắn, tb, tin bán hàng, solicitation, unsolicited calls, unsolicited messages,
        unsolicited emails, unsolicited texts, follow ups, followups, adverts, advert, blasts, email
        blasts, text blasts, robocalls, robotexts, cold calls, sales pitches, pitches, junk mail,
        marketing messages, tin spam, email spam, cuộc gọi spam, cuộc gọi làm phiền, tin làm phiền,
        mấy cái tin này, promo texts, promo messages, promo emails, promotional texts, promotional
        emails, promotional messages, marketing texts, marketing emails, sales texts, sales emails,
        sales messages, text alerts, daily texts, daily messages, daily emails, automated messages,
        automatic messages, automated texts, automated emails, bot messages, auto messages, follow
        up messages, follow up calls, follow up emails, follow up texts, followup messages, followup
        calls, followup emails, automatic texts, automatic emails, automatic calls, automated calls,
        robo calls, flash sales, promotional calls, marketing calls, sales calls and texts, invites,
        invitations, lời mời, thư mời, giấy mời, tin mời, event invites, lời mời kết bạn, mấy thư
        này, mấy cái thư này, rates, listings, brochures, price lists, listing, broadcasts,
        promotional broadcasts, promotion message, promotion messages, bảng giá quảng cáo, zns, tin
        zns, tin oa, brandname, chương trình nhắn tin, chương trình nhắn tin tự động, chương trình
        gửi tin, chương trình gửi tin tự động, dịch vụ nhận tin nhắn, dịch vụ nhận tin, dịch vụ nhắn
        tin, tin chăm sóc khách hàng, mấy tin chăm sóc khách hàng, tin cskh, mấy tin cskh, tin nhắn
        chăm sóc khách hàng, tin nhắn chăm sóc, the phone calls, gói nhận thông báo, gói nhận tin,
        gói tin nhắn, tin zalo oa, tin nhắn zalo oa, zalo oa, email giới thiệu, email giới thiệu sản
        phẩm, tin giới thiệu, tin giới thiệu sản phẩm, tin nhắn giới thiệu, tin nhắn giới thiệu sản
        phẩm, tin rao vặt, tin rao, tin mời chào, tin chào mời, tin chào hàng, tin nhắn chào hàng,
        email chào hàng, email quảng cáo, email tiếp thị, email khuyến mãi, dịch vụ nhắn tin giới
        thiệu, tin nhắn mời chào, chiến dịch nhắn tin, chiến dịch gửi tin, chiến dịch tin nhắn,
        chiến dịch gửi tin nhắn, mấy cái reminder, reminder tự động, appointment reminders, ưu đãi
        cuối tuần, khuyến mãi cuối tuần, ưu đãi sinh nhật, khuyến mãi sinh nhật, ưu đãi hằng tuần,
        ưu đãi hàng tuần, ưu đãi hằng ngày, ưu đãi hàng ngày, cuộc gọi chào sim, mấy cuộc đó, mấy
        cuộc gọi đó, mấy cuộc này, mấy cuộc gọi này, mấy cuộc điện thoại đó, cold call, cuộc cold
        call, các cuộc cold call, mấy cuộc cold call, cold calling, automatic reminders, automated
        reminders, auto reminders
        """,
    # Messages only when they are received, sent, or the writer's own.
    "promo": """
        quảng cáo, khuyến mãi, khuyến mại, ưu đãi, tin tức, thông tin, chăm sóc, tiếp thị, chào
        hàng, thứ này, mấy cái này, mấy thứ này, cái này, mấy cái đó, offers, offer, stuff, these,
        this stuff, those, information, anything, anything else, more, nội dung!, bài, chương trình,
        discounts, đồ quảng cáo, chương trình khuyến mãi, promotional, things, tư vấn, chào mời, báo
        giá quảng cáo, km, gì, linh tinh, mấy cái, giới thiệu, cái gì, catalogue quảng cáo, this,
        it, from you, crap, junk, rác, mấy trò này, thứ gì, điều gì, bất cứ thứ gì, bất kỳ thứ gì,
        bất cứ điều gì, any of this, any of these, these things, all of this, all of these, nội dung
        bán hàng, nội dung quảng cáo, tin bán hàng, bài bán hàng, thư bán hàng, mã giảm giá,
        catalogue, catalog, voucher, coupon, coupons, vouchers, code giảm giá, bán hàng, kết bạn bán
        hàng, chương trình ưu đãi, from you people, from you guys, from you lot, from your people
        """,
    # The subscription or the contact as a thing that ends.
    "contact": """
        cuộc trò chuyện, trò chuyện, cuộc hội thoại, hội thoại, liên lạc, liên hệ, đoạn chat, cuộc
        chat, tương tác, conversation, chat, contact, communication, communications, nói chuyện,
        trao đổi, mối liên hệ, hình thức liên hệ, hình thức liên lạc, cuộc nói chuyện,
        correspondence, tiếp thị, hoạt động tiếp thị, hoạt động quảng cáo, hoạt động marketing, hoạt
        động chào hàng
        """,
    "subscription": """
        đăng ký, đk, dk, subscription, subscriptions, subscribe, follow, theo dõi, đăng ký tin, đăng
        ký thông báo, bản tin, mailing, gửi tin, gửi tin nhắn, gửi sms, gửi thông báo, gửi email,
        gửi mail, gửi tin tự động, tự gửi tin, tự động gửi tin, tự động nhắn tin, tự nhắn tin, gửi
        tin hàng loạt
        """,
}

# Who takes part.
PEOPLE = {
    "me": """
        tôi, mình, em, anh, chị, tui, tao, tớ, cô, chú, bác, mik, t, mk, tau, chúng tôi, bên mình,
        bên em, bên tôi, bên anh, bên chị, nhà tôi, nhà mình, bọn tôi, bọn mình, tụi mình, tụi tui,
        tụi tôi, con, cháu, ng ta, người ta, c, a, e, m, me, us, my number, this number, số này, số
        tôi, số của tôi, số mình, số em, số anh, số chị, số tui, số tao, máy tôi, máy này, máy anh,
        máy chị, sdt này, sđt này, nick này, zalo này, zalo của tôi, số máy này, số điện thoại này,
        đây, here, ông, bà, o!, dì, mợ, thím, cậu, ngoại, nội, thầy, mềnh, mềh, cơ quan chúng tôi,
        công ty chúng tôi, số điện thoại của tôi, số máy của tôi, email này, mail này, my phone, my
        cell, our company, nhau, our number, my inbox, my email, email của tôi, số của mình, số của
        em, số của anh, uncle, trường chúng tôi, đơn vị chúng tôi, team anh, team mình, thằng này,
        tụi em, vợ chồng tôi, máy tui, nhà em, nhà anh, nhà chị, này của tôi, i, we, bọn anh, bọn
        em, chúng em, i'm, my line, tau nữa, cho số này, đến số này, tới số này, cho số của tôi, cho
        số của mình, cho số của em, cho số của anh, cho số của chị, cho số của tui, cho số tôi, this
        address, this email address, this email, this phone, thuê bao này, thuê bao của tôi, thuê
        bao tôi, máy cô, máy bác, máy em, mẹ con chị, mẹ con mình, mẹ con tôi, mẹ con em, vợ chồng
        chị, vợ chồng anh, vợ chồng em, vợ chồng mình, địa chỉ của tôi, địa chỉ của mình, địa chỉ
        của chị, địa chỉ của anh, our office, our line, our address, this account, tài khoản này,
        địa chỉ này, địa chỉ mail này, hộp thư này, số đt này, thuê bao chúng tôi
        """,
    # Near the writer: with "nữa" it is the writer's wish to be left alone.
    "family": """
        gia đình!, gia đình tôi!, mẹ!, ba!, bố!, bố tôi!, má!, vợ!, chồng!, con tôi!, con em!, con
        trai!, con gái!, bố mẹ!, ba mẹ!, ông bà!, mẹ tôi!, ba tôi!, mẹ cháu!, mẹ em!, ba em!, my
        family, my mother, my mom, my dad, my father, my son, my daughter, my kid, my kids, my wife,
        my husband, vợ tôi, chồng tôi!, người nhà!, my parents, her, him, nó!, ông xã!, bà xã!, ông
        nhà!, bà nhà!, my grandma, vợ anh, chồng chị!, vợ em, chồng em!, my partner, nhà tao!, em
        tôi!, anh tôi!, chị tôi!, cháu tôi!, gia dinh, ong xa, ba xa, mom, mum, dad, mommy, daddy
        """,
    # Somebody else, who has nothing to do with the wish.
    "third": """
        khách, khách hàng, sếp, nhân viên, kế toán, họ!, giám đốc, bên kia, sinh viên, học sinh, học
        trò, mọi người, hàng xóm, phụ huynh, bạn khác, bên đó, đối tác, bảo vệ, lễ tân, người khác,
        thư ký, trợ lý, nhà cung cấp, shipper, cty, số cũ, số kia, số đó, số khác, số bàn, máy bàn,
        cửa hàng, khách của tôi, khách của em, khách của mình, them, my boss, support, customer
        service, customer support, police, hr, the police, the office, our customers, customers, my
        staff, my team, my manager, clients, leads, people, users, everyone, someone, my office,
        office number, my office number, bên khác, kho, nhà xe, thợ, tài xế, ai khác, người lạ, văn
        phòng, phòng kế toán, the receptionist, reception, the manager, my assistant, số công ty, số
        vợ anh, bên thứ ba, tiếp tân, học viên, bệnh nhân, khách tôi, khách mình, khách em, khách
        anh, khách chị, email cũ, mail cũ, địa chỉ cũ, zalo cũ, old number, old address, old email,
        the old address, the old number, the old email, số nhà!, grandma
        """,
    # Of the third, telephones that the writer answers for: with "nữa" they are to be left alone.
    "shared_line": """
        số bàn, máy bàn, số công ty, số nhà!, my office, office number, my office number, văn phòng,
        the office, phòng kế toán, cơ quan, cửa hàng, my team, my staff, my company, our team
        """,
    # Told of, not spoken to.
    "outsider": """
        khách, khách hàng, khách của tôi, khách của em, khách của mình, khách tôi, khách em, khách
        mình, khách anh, khách chị, khách của chị, khách của anh, người dùng, user, users, học viên,
        bệnh nhân, họ!, bảo họ, kêu họ, nói họ, customers, customer, clients, client, subscribers,
        subscriber, leads, lead, phụ huynh, số lạ, số rác, số ảo, tổng đài, ai đó, người yêu, người
        yêu cũ, bồ cũ, ex!, crush, ny, nyc, ông kia, bà kia, thằng bạn, bạn gái, bạn trai, vợ cũ,
        chồng cũ, bọn đòi nợ, khách bên em, khách bên mình, ông khách, bà khách, mấy ông khách,
        khách cũ, contacts, callers, caller, nhiều người, they, she, he, ông hàng xóm, người nhận,
        khách quen, con nợ, nhân viên tôi, nhân viên anh, nhân viên của tôi, nhân viên chị, bọn lừa
        đảo, who, có người, có ai, có khách, someone, somebody
        """,
    # Who sells the like.
    "vendor": """
        bên kia, chỗ khác, chỗ kia, hãng kia, shop kia, bên khác, shop khác, công ty khác, mấy bên
        khác, bên cũ, bên đối thủ, vendor, last vendor, competitor, competitors, đối thủ, ngân hàng,
        another vendor, công ty kia, cty kia, bên công ty kia, bên cty kia, bên nọ, mấy bên kia
        """,
    "product": """
        phần mềm, app, ứng dụng, hệ thống, tool, công cụ, tính năng, chức năng, software, nút,
        feature, button, link, website, web, chatbot này, máy!, thiết bị, router, system, option,
        function, trang, nền tảng, giải pháp, dịch vụ, module, page, filter, rate, tỷ lệ, tỉ lệ,
        chiến dịch, campaign, your tool, your bot, the bot, your software, the app, solution,
        camera, crm, chatbot, mục, trình duyệt, automation, api, policy, chính sách, quy trình, list
        builder, folder, con bot bên em, bot của bên em, cài đặt, setting, settings
        """,
    "you": """
        bạn, shop, ad, admin, bot, page, các bạn, bên bạn, quý công ty, mấy bạn, mấy em, mày, mi,
        you, u, ai, tụi bây, tụi mày, bầy bây, nhân viên, các anh, các chị, các em, bên này, công
        ty, mấy người, bây, nhà mạng, bộ phận, bộ phận kinh doanh, phòng kinh doanh, đội kinh doanh,
        hệ thống tự động, các người, anh chị, cưng, your company, your team, anyone, anybody, người,
        tụi em, mấy anh, mấy chị, sale, sales, con bot, con bot này, bot này, y'all, you guys, bọn
        mày, bọn bây, shop mình, quý khách, tụi nó, đội, mấy đứa, trung tâm, quý đơn vị, quý cty,
        quý shop, quý cửa hàng, quý trung tâm, quý vị, phía công ty, phía bạn, phía các bạn, page
        này, trang này, shop này, kênh này, fanpage, fanpage này, chatbot, chatbot nào, bot nào,
        nhân viên nào, tổng đài, spa, tiệm, mấy bạn sale, mấy em sale, mom, má, bên đây, you people,
        you lot, you folks, mấy cô, mấy cậu, mấy ông, mấy bà, các cháu, các em sale, tổng đài viên,
        tụi con, tụi cháu, ai bên đó, ai bên này, ai bên em, ai bên bạn, ai của công ty, anyone
        there, anyone from your company, anyone from your team, ai bên công ty, trợ lý ảo, trợ lý ảo
        này, trợ lý này, con trợ lý ảo này, your sales team, sales team, your agents, your reps,
        your salespeople, your staff, your people, phòng tập, phòng khám, khách sạn, nhà trường, nha
        khoa, bệnh viện, thẩm mỹ viện, salon, gara, đại lý, xưởng, hãng, nhà hàng, các bạn bên phòng
        khám, mấy cô bên phòng khám, this clinic, this company, this shop, this store, your clinic,
        your shop, your store, your office
        """,
}
