"""What people say about who decides: names for deciders, and the patterns around them.

The patterns are in the language of patterns.py.
"""

from __future__ import annotations

from scoring.understanding.word_list import listed

FAMILY = listed(
    """
    vợ, chồng, bà xã, ông xã, ox, bx, ck, vk, ba!, bố, mẹ!, má!, cha!, tía, mẹ em, mẹ mình, má em,
    ba em, ba má, ba mẹ, bố mẹ, cha mẹ, phụ huynh, gia đình, cả nhà, người nhà, ông bà, ông nội,
    bà nội, anh trai, chị gái, em trai, em gái, anh hai, chị hai, con trai, con gái, dượng, cậu!,
    bố con, người yêu, bồ!, gấu, bả!, ổng!, wife, husband, hubby, spouse, girlfriend, boyfriend,
    fiance, parents, mom, mum, dad, mother, father, family, brother, sister
    """
)
# Who decides together, where "vợ" alone would be half of it.
COUPLES = ("vợ chồng", "vc", "hai vợ chồng", "cả nhà", "anh em", "chị em")
PARTNERS = listed(
    """
    đối tác, khách hàng, cổ đông, co founders, cofounders, các cổ đông, đồng sáng lập, co founder,
    cofounder, partner, partners, business partner, người hùn vốn, bạn hùn vốn, bạn cùng mở,
    các thành viên, anh em
    """
)
BOSSES = listed(
    """
    sếp, xếp, sếp tổng, sếp lớn, các sếp, mấy sếp, giám đốc, gđ, ban giám đốc, bgđ, bgd,
    tổng giám đốc, tgđ, phó giám đốc, giám đốc tài chính, giám đốc điều hành, ban giám hiệu,
    hiệu trưởng, hiệu phó, viện trưởng, lãnh đạo, ban lãnh đạo, lãnh đạo sở, cấp trên, bên trên,
    ông chủ, bà chủ, cô chủ, chú chủ, anh chủ, chị chủ, chủ, chủ quán, chủ tiệm, chủ shop,
    chủ nhà, chủ cửa hàng, chủ doanh nghiệp, chủ đầu tư, chủ tịch, chủ tịch xã, chủ tịch huyện,
    quản lý, trưởng phòng, trưởng bộ phận, trưởng khoa, trưởng ban, kế toán trưởng,
    phòng mua hàng, phòng kế toán, phòng tài chính, phòng thu mua, thủ trưởng, chỉ huy,
    bếp trưởng, hội đồng, hội đồng quản trị, hđqt, ban quản trị, ban điều hành, ban giám khảo,
    công ty mẹ, tập đoàn, trụ sở, trụ sở chính, hội sở, tổng công ty, văn phòng chính,
    head office, hq, headquarters, bod, board of directors, purchasing team, ubnd, ubnd tỉnh,
    ubnd xã, ubnd huyện, uỷ ban, ceo, cfo, cto, coo, cmo,
    founder, owner, boss, bosses, manager, managers, director, directors, board, management,
    leadership, procurement, finance, finance team, team lead, leader, supervisor, principal,
    chairman
    """
)

# What only contains a word of deciding. Masked before anything is matched.
LOOKALIKES = listed(
    """
    quyết liệt, quyết tâm, quyết toán, nghị quyết, giải quyết, quyết đoán, cương quyết,
    kiên quyết, bí quyết, phán quyết, chủ đề, chủ nhật, chủ yếu, chủ động, chủ đạo, chủ lực,
    chủ nghĩa, chủ ngữ, chủ tài khoản, chủ thẻ, trang chủ, dân chủ, tự chủ, duyệt đơn,
    duyệt đơn hàng, duyệt web, duyệt bài, duyệt hồ sơ, duyệt phép, duyệt nghỉ, trình duyệt,
    xét duyệt, phê duyệt đơn, kiểm duyệt, duyệt binh, quy trình, chương trình, công trình,
    lộ trình, trình bày, trình độ, trình diễn, giáo trình, hành trình, tiến trình, lịch trình,
    lập trình, ký gửi, ký hoạ, ký túc xá, đăng ký, chữ ký, chữ ký số, ký tự, ký sự, nhật ký,
    thư ký, tham chiếu, tự động, tự nhiên, chung cư, cung cấp, liệu trình, tự tin, quản lý kho,
    quản lý bán hàng, quản lý khách, phần mềm quản lý, hệ thống quản lý, app quản lý,
    quản lý nhân sự, quản lý học viên, quản lý đơn, quản lý công việc, quản lý tài chính,
    phân quyền, bản quyền, nhượng quyền, account manager, task manager, project manager,
    manager app, owner manual, owner s manual, ký hợp đồng online, dashboard, trưởng phòng không,
    thông qua shop, thông qua zalo
    """
)

# Spoken to whoever sells: no decider of the speaker's.
ADDRESSED = (
    # What the seller approves: orders and papers of the customer.
    "<paper> .. duyệt|phê_duyệt|ký|approve|approved|thông_qua|xét",
    "duyệt|phê_duyệt|approve giúp|cho|hộ|giùm|dùm|my|the|cái|lẹ|nhanh? .. <paper>",
    "sếp|xếp|boss|chủ_shop|chủ_quán|ông_chủ|bà_chủ ơi",
    "sếp|xếp|boss|ông_chủ|bà_chủ|chủ_shop duyệt|chốt|ký|quyết|chọn|ok giúp|giùm|dùm|cho|hộ|"
    "giá|giảm|bớt",
    "<boss> <self>|bên_em? đâu|tên_gì|ở_đâu|là_ai|số_mấy",
    "gặp|cho_gặp|nói_chuyện_với|talk_to|speak_to|speak_with|meet <your>? <boss>",
)

LISTS = {
    "paper": listed(
        """
        đơn!, đơn hàng, hồ sơ vay, khoản vay, đơn vay, thẻ tín dụng, thẻ!, tín dụng, đổi trả,
        hoàn tiền, bình luận, bài bình luận,, thành viên, order, loan, application,
        credit card, card, refund, claim, mortgage, giấy phép, visa, hạn mức
        """
    ),
    "self": listed(
        """
        em, iem, mình, tôi, anh, chị, tui, tớ, tao, tau, cô, chú, bác, con, cháu, e, a, c, mik,
        mk, mh, mềnh, t, ta, bên em, bên mình, bên anh, bên chị, bên tôi, bên tui, tụi mình,
        tụi em, tụi tui, bọn em, bọn mình, chúng tôi, chúng em, chúng mình, nhà mình, nhà em,
        nhà anh, nhà chị
        """
    ),
    "family": FAMILY,
    "partner": PARTNERS,
    "boss": BOSSES,
    "decider": (*FAMILY, *PARTNERS, *BOSSES),
    "your": listed("your, bạn, shop, the, a"),
    # What may stand between who decides and the deciding.
    "only": listed(
        """
        mới, là, là người, người, sẽ, thì, phải, còn, cũng, luôn, hết, tự, đang, có, có quyền,
        quyền, cần, lại, toàn, thôi, nắm, nhà, ở nhà, vẫn, đều, ấy, đó, này, nữa, giữ, thường,
        chịu, hay, must, has to, have to, needs to, need to, will, should, usually, always, can,
        who, the, one, is, ra, được, mà, em, anh, chị, mình, tôi
        """
    ),
    "decide": listed(
        """
        quyết, quyết định, ra quyết định, lo, lo hết, tính, nắm kinh tế, có quyền, có thẩm quyền,
        chốt, ký, duyệt, phê duyệt, ký duyệt, duyệt chi, gật, gật đầu, chọn, trả tiền, chi tiền,
        cầm tiền, giữ tiền, nắm tiền, đồng ý, ưng, thông qua, toàn quyền, phê chuẩn, ý kiến,
        kết luận, ok, oke, bỏ tiền, xuất tiền, chỉ đạo, decide, decides, approve, approves, sign,
        signs, sign off, signs off, choose, chooses, pick, picks, final say, final call, last word,
        last say, has the last word, has the last say,
        final decision, make the decision, makes the decision, makes the call,
        make the final call, makes the final call, decision maker, has the final say,
        makes decisions, makes the final decision, pay, pays, calls the shots, agree, agrees,
        final
        """
    ),
    "approve": listed(
        """
        duyệt, phê duyệt, ký, ký duyệt, ký giấy, gật, gật đầu, đồng ý, thông qua, chịu, ok, oke,
        okie, okay, oki, chốt, cho mua, cho làm, cho phép, nhất trí, duyệt chi, bật đèn xanh,
        đèn xanh, phê chuẩn, ưng, quyết, quyết định, cấp kinh phí, cho chủ trương, phê, chi, cấp,
        giao, approve, approved, sign, okayed, agreed, said yes, said ok, said go ahead, signed,
        signed off, green lit, greenlit, gave the green light, given the green light,
        gave the go ahead, confirmed, signed it off, gave approval, given approval, duyet
        """
    ),
    "already": listed("rồi, r, xong, xong rồi, hết rồi, rùi, roài, luôn rồi, already, xong hết"),
    "isnt": listed(
        """
        không, ko, k, kh, kg, hông, hong, hok, hổng, chẳng, chả, đâu, đâu có, không có, ko có,
        không phải, ko phải, chẳng có, không được, không thể, ko thể, hổng có, hông có, chứ không
        """
    ),
    "wait": listed(
        "đợi, chờ!, phải chờ, phải đợi, còn chờ, còn đợi, đang chờ, waiting for, wait for, pending"
    ),
    "who": listed("ai, người nào, bên nào, phòng nào, cấp nào, sếp nào, who, which person, whose"),
    "unsure": listed(
        """
        chưa biết, không biết, ko biết, k biết, hong biết, hông biết, hổng biết, chưa rõ,
        không rõ, ko rõ, chả biết, chẳng biết, không chắc, chưa chắc, chưa xác định, hok biết, kb,
        hem biết, k bit, ko bit, kg bit, hok bit, hk bit, chả bit, không bit, chưa bit, chẳng rõ,
        k rõ, not sure, don t know, dont know, no idea, no clue, not a clue, haven t a clue,
        beats me, unsure, unclear, not clear, unknown,
        idk, dunno
        """
    ),
    "asks": listed(
        """
        hỏi giùm, hỏi dùm, hỏi zùm, hỏi hộ, hỏi giúp, hỏi thay, hỏi cho, ask giúp, ask giùm,
        ask hộ, tìm giùm, tìm hộ, tìm giúp, mua giùm, mua hộ, mua dùm, xem giùm, xem hộ, đặt giùm,
        đặt hộ, hỏi thăm giùm, hỏi giá giùm, hỏi giá hộ, hỏi giá giúp, hỏi giá cho, lấy giá giùm,
        hỏi thông tin cho
        """
    ),
    "told": listed(
        """
        kêu, bảo, nhờ, sai, biểu, dặn, giao, phân công, cử, nói, yêu cầu, kiu, asked me to,
        told me to, wants me to, asked me
        """
    ),
    "place": listed(
        """
        quán, tiệm, shop, cửa hàng, nhà hàng, công ty, cty, doanh nghiệp, spa, salon, xưởng, sạp,
        khách sạn, homestay, trung tâm, phòng khám, trường, đại lý, cơ sở, hộ kinh doanh,
        nhà thuốc, gara, nhà xe, studio, thương hiệu, đầu tư, trang trại, vườn, nhà, căn nhà,
        business, hàng
        """
    ),
    "title": listed(
        """
        giám đốc, gđ, tổng giám đốc, chủ tịch, ceo, founder, co founder, sếp, boss, owner, chủ,
        chủ quán, chủ tiệm, chủ shop, chủ nhà, chủ cửa hàng, chủ doanh nghiệp, chủ đầu tư,
        chủ spa, chủ salon, chủ xưởng, chủ nhà hàng, chủ khách sạn, chủ công ty, chủ cty, chủ sạp,
        chủ hộ, chủ trọ, chủ homestay, chủ trung tâm, chủ phòng khám, chủ đại lý, chủ trang trại,
        chủ vườn, chủ hộ kinh doanh, chủ thầu, người đứng đầu, người đại diện, đại diện pháp luật,
        người sáng lập, sáng lập, nhà sáng lập, decision maker, bà chủ, ông chủ, cô chủ,
        người quyết, người quyết định, người ra quyết định, người duyệt, người duyệt chi,
        người ký, người chốt, người trả tiền, người chi tiền, người ký hợp đồng, người có quyền,
        sole owner, business owner, managing director, director
        """
    ),
    "nobody": listed("ai, ai hết, ai cả, ai nữa, ý ai, ý kiến ai, người nào"),
}

SELF_DECIDES = (
    "<self> <self_only>* quyết|quyết_định|toàn_quyền|tự_quyết|tự_quyết_định|duyệt_chi|đứng_tên",
    "<self> là|làm|chính_là|vừa_là|đang_là|kiêm|chinh_la <title>",
    "<self> là|làm|chính_là chủ",
    "<self> <self_only>* ký|duyệt|chốt|tự_ký|tự_duyệt được|đc|dc",
    "quyết|quyết_định|quyết_hết một_mình|1_mình",
    "trưởng_phòng|giám_đốc|quản_lý|chủ như <self> .. duyệt|quyết|ký|chốt",
    "tự quyết|quyết_định|chốt|duyệt|ký|sign|trả_tiền|bỏ_tiền|lo_hết",
    "làm_chủ",
    "tiền|vốn|túi của? <self> .. chi|bỏ|trả|xuất|lo|cầm|giữ",
    "<title> kiêm",
    "<self> .. đại_diện_pháp_luật|đại_diện_theo_pháp_luật|đứng_tên_giấy_phép|cầm_cổ_phần",
    "my own? money|budget|business|company|place|shop",
    "[ <self> , chủ|chủ_hộ|giám_đốc|founder|owner|ceo|chủ_quán|chủ_tiệm|chủ_shop|chủ_tịch",
    "<self> thích|ưng|muốn|ok|gật là|thì mua|chốt|lấy|làm|xong|được",
    "cứ nói|trao_đổi|làm_việc|bàn|báo với|cho <self>",
    "không|ko|chẳng|hông ai|còn_ai khác|nữa ngoài <self>",
    "[ <title> .. đây|nè ]",
    "[ chủ|ông_chủ|bà_chủ <place> .. đây|nè ]",
    "[ bà_chủ|ông_chủ|cô_chủ|chú_chủ|chủ|sếp|giám_đốc đây|nè|chứ|chớ!",
    "nói_chuyện|nói|chat|nhắn|trao_đổi với <title> đây|nè|đó|rồi|luôn",
    "<self> sáng_lập|lập_ra|mở_ra|đứng_đầu|điều_hành|gầy_dựng",
    "<place> <self> <self> .. tính|lo|quyết|chọn|chốt",
    "<place> của|riêng <self> nên|mà|thì|,? .. tự|quyết|lo|tính|chọn|chốt",
    "<self> tự tính|lo|chọn|liệu|xử",
    "[ <self> chủ_tiệm|chủ_quán|chủ_shop|chủ_nhà_hàng|chủ_doanh_nghiệp|chủ_cửa_hàng|chủ_spa|"
    "chủ_khách_sạn|chủ_xưởng|chủ_đại_lý|chủ_trung_tâm|chủ_phòng_khám|chủ_vựa|chủ_sạp",
    "em|mình|tui|anh|chị|tôi own|owns ..",
    "[ chủ_quán|chủ_tiệm|chủ_shop|chủ_nhà|chủ_doanh_nghiệp|chủ_cửa_hàng|chủ_spa nè|đây|nha|"
    "ạ|nhé|luôn",
    "không|ko|k|khỏi|chẳng|chả|đâu|hổng|hông|hok|hong cần|phải|có|phải_cần? hỏi|xin|"
    "thông_qua|qua <nobody>",
    "khỏi|đâu hỏi|xin|qua <nobody>",
    "hỏi ai nữa",
    "chỉ|có|chỉ_có mình|một_mình|mỗi <self> thôi|quyết|lo",
    "một_mình|1_mình <self> quyết|lo|làm|tính|tự|chịu|ký|chốt|trả",
    "<self> .. một_mình|1_mình",
    "do|tùy|tuỳ|quyền <self> quyết|quyết_định|hết|thôi|cả|toàn_quyền",
    "quyền|thẩm_quyền quyết|quyết_định|phê_duyệt là|thuộc|ở|do|nằm_ở của? <self>",
    "có thẩm_quyền|quyền phê_duyệt|quyết|quyết_định|ký|duyệt|chốt|chi",
    "giao|uỷ_quyền|để|cho <self> toàn_quyền|quyết|quyết_định|tự_quyết",
    "toàn_quyền",
    "thẩm_quyền|quyền của|thuộc <self>",
    "chủ|ông_chủ|bà_chủ|cô_chủ|sếp|giám_đốc|người_quyết|người_quyết_định|người_ký là <self>",
    "and can approve|decide|sign|sign_off",
    "i|we have|got .. authority|power|the_say|final_say",
    "i|we decide|own|sign",
    "i <self_only>* decide|own|approve_it|sign_off",
    "i can|do|could|will sign|approve|decide",
    "i am|m the|a|an? <title>",
    "i am|m the|a|an? owner|founder|ceo|boss|director",
    "i m|am the one",
    "i make|have|call|handle the|all_the|all|my_own final? call|decision|decisions|say|shots",
    "i run|own|founded|manage_my_own the|this|my|a|our? ..",
    "up_to me|us",
    "my|our own? call|decision|choice|own_business|own_company|own_shop",
    "just|only me",
    "no_one|nobody|noone else",
    "don_t|dont|do_not|no need_to|need_to_ask|have_to_ask|need ask? anyone|anybody|"
    "permission|approval",
    "decision|final_say is|s mine|my",
    "solo founder|owner|business",
    "em|mình|tui|anh|chị|tôi là|làm owner|ceo|founder|boss|sếp",
    # Nobody need be asked.
    "<isnt>|khỏi|chẳng_cần <can>* cần|phải|có? hỏi|xin|bàn|qua|chờ|đợi ý|ý_kiến|phép|với? của? "
    "<decider>|ai",
)
LISTS["self_only"] = listed(
    """
    là, người, tự, sẽ, thì, cũng, có, thể, toàn, luôn, được, đều, mới, chính, chỉ, chứ, là người,
    có thể, có quyền, hoàn toàn, trực tiếp, can, do, will, alone, personally, usually, one, the,
    mình, đây, hết
    """
)

# Deciding that without a question about it may as well be buying.
SELF_DECIDES_WHEN_ASKED = (
    "<self> <self_only>* chốt|ký|duyệt|trả_tiền|chi_tiền|chọn|lo|thanh_toán|bỏ_tiền|sign|"
    "approve|decide|quyết|pay",
    "chính|chỉ|là|có <self> $",
    "i <self_only>* pay|approve|sign|choose|pick|do",
    "của <self> mà|mà|nên|thì",
    "mình_ên",
)

POWERLESS = (
    "<self>? <isnt> <can>* quyết|quyết_định|tự_quyết|quyết_được|chốt_được|toàn_quyền|duyệt_được",
    "<isnt> <can>* thẩm_quyền|quyền_hạn|quyền_quyết|quyền_quyết_định|quyền_gì|quyền_hành|quyền",
    "<isnt> phải? <self> quyết|quyết_định|chốt|ký|duyệt",
    "quyền|quyền_quyết|quyền_quyết_định|thẩm_quyền <isnt> nằm|thuộc|ở|phải|có? .. <self>",
    "<isnt> nằm|thuộc|đến|tới .. thẩm_quyền|quyền|lượt .. <self>",
    "not my decision|call|place|say|budget",
    "not the decision_maker|one_who_decides|one_deciding|owner|person",
    "not up_to me",
    "don_t|dont|can_t|cannot|cant|do_not|couldn_t .. decide|approve|say|authority|power|"
    "sign_off|sign",
    "no say|authority|power",
    "above my pay",
)
LISTS["can"] = listed(
    "được, có, thể, tự, phải, là, người, em, iem, mình, tôi, anh, chị, dám, cái, đủ, ai"
)

OTHER_DECIDES = (
    # Kin are named with their owner: anh tôi, chị tui.
    "<kin> tôi|tui|tao|tớ|ruột|họ|của_tôi|của_mình|của_em|của_tui <only>* <decide>",
    "<kin> tôi|tui|tao|tớ|ruột|của_tôi|của_mình|của_em|của_tui mới_là|là người|người_quyết .. "
    "quyết|quyết_định|chốt|ký|duyệt",
    "<decider> của? <self>? <only>* <decide>",
    "<decider> .. mới_là|là_người|mới quyết|quyết_định|chốt|ký|duyệt|người|chọn|gật",
    "do|tùy|tuỳ|phụ_thuộc|phụ_thuộc_vào|thuộc_về|tuỳ_vào|tùy_vào|phải_qua|qua <decider>",
    "ký|duyệt|quyết|quyết_định|chốt|người_quyết|người_ký|trả_tiền|người_quyết_định là|"
    "thuộc|do|ở|của <decider>",
    "quyền .. thuộc|ở|của|bên <decider>",
    "up_to my|the|our <decider>",
    "<decider> <self>? không|ko|k|chưa|hông|hổng cho|chịu|đồng_ý|ưng|duyệt|ký|gật",
    "my|our|the <decider> s? call|decision|approval",
    "depends_on my|the|our <decider>",
    "<decider> .. decides|decide|approves|approve|signs|picks|chooses|pays|final_say",
    "cần|phải|xin <decider> <self>? <only>* <decide>",
)

LISTS["kin"] = listed(
    "anh, chị, cô, chú, bác, dì, cậu!, mợ, thím, dượng, ông, bà, anh rể, chị dâu, em, cháu, con"
)

WAITING = (
    "<wait> .. <decider> .. <decide>",
    "<wait> duyệt|phê_duyệt|ký|chủ_trương|approval",
    "<wait> my|the|our? <decider>",
    "<decider> .. <approve> <already>? thì? mới",
    "nếu|khi_nào|bao_giờ|khi|once|if|when|until|sau_khi my|the|our? <decider> <self>? .. <approve>",
)

RELAYS = (
    "<asks> <self>? <decider>",
    "<asks> <self>? bạn|người_ta|người_quen|cơ_quan|công_ty|cty|team|bạn_bè|hàng_xóm|khách|"
    "nhóm|đồng_nghiệp",
    "<self> chỉ|có? <asks>",
    "chỉ <asks>",
    "lính_quèn|lính_lác|nhân_viên_quèn|chân_chạy|chân_sai_vặt|tép_riu|làm_thuê_thôi",
    "việc|chuyện|thẩm_quyền|phần|quyền của|bên <boss>|phòng|ban|bộ_phận|cấp_trên",
    "[ <asks> thôi|á|à|nha|ạ|mà",
    "<decider> <self>? <told> <self>? .. hỏi|liên_hệ|nhắn|tìm|lấy|hỏi_giá|xem|tham_khảo",
    "<decider> asked|told|wants me|us",
    "được|dc|đc|đuợc <told> .. hỏi|liên_hệ|nhắn|lấy|gọi|báo_giá|hỏi_giá",
    "chỉ|chỉ_là|chỉ_có|có_mỗi|mỗi|chỉ_làm chuyển_lời|nhân_viên|lính!|thực_tập|lễ_tân|"
    "người_hỏi|đi_hỏi|phụ_việc|đi_hỏi_giá",
    "<self> là|làm thực_tập|thực_tập_sinh|lính!|nhân_viên_quèn|nhân_viên_thôi|"
    "sinh_viên_thực_tập|người_làm_thuê",
    "làm_thuê|làm_công|làm_mướn|mần_công",
    "hỏi|báo|nói|báo_cáo|gửi|chuyển|xem lại|lên|cho|qua|với? <self>? ý|ý_kiến|lại? <boss>",
    "hỏi|ask|check_with|confirm_với|xem_ý|hỏi_qua my|the|our? <boss>",
    "run_it_by|pass_it_to|pass_this_to|forward_it_to|forward_this_to|talk_to|speak_to|ask|"
    "check_with|get_back_to my|the|our <boss>",
    "asking for|on_behalf_of my|a|the|our <decider>|friend|company|team|colleague|someone",
    "on_behalf_of",
    "just|only asking|gathering|collecting|asking_around|relaying|an_intern|an_assistant|"
    "a_messenger|the_assistant|the_messenger",
    "for a_friend",
    "helping my|a friend|boss|colleague|company|team",
    "i m|am just? an|a|the intern|assistant|secretary|receptionist|messenger",
)

# Without a question about it these may be the buyer's own errand.
RELAYS_WHEN_ASKED = (
    "chỉ|chỉ_là|được|đi hỏi|hỏi_giá|hỏi_thông_tin|báo_lại|nhắn_lại|tìm_thông_tin|lấy_báo_giá",
)

JOINT = (
    "vợ_chồng .. bàn|quyết|thống_nhất|tính|cùng|chọn|hỏi|họp|quyết_định|chốt|thảo_luận",
    "hai|2 vợ_chồng|vc|vck",
    "vợ_chồng <self>",
    "<family> <self>? nữa ]",
    "còn|có|thêm <family> <self>? nữa",
    "quyết|quyết_định|ký|chốt|chọn chung|cùng|với_nhau",
    "<decider> <self>? cùng|chung <decide>",
    "cùng|chung|cùng_nhau <decide>|biểu_quyết|bàn|thống_nhất",
    "hai|2|ba|3|cả|mấy|tụi|bọn anh_em|đứa|người|vợ_chồng|chị_em|mẹ_con|bố_con|hai|nhà|nhóm|"
    "mình <self>? .. cùng|thống_nhất|quyết|chốt|gật|bàn|ký|quyết_định|chung|làm_chung",
    "<self> với|và|cùng|voi|vs <decider> .. <decide>|bàn|tính",
    "<decider> với|và|cùng|vs <self> .. <decide>|bàn|tính",
    "bàn|bàn_bạc|trao_đổi|thảo_luận|tính|bàn_lại|bàn_thêm|thống_nhất|họp lại|thêm|kỹ|đã? "
    "với|cùng <self>? <decider>",
    "hỏi|xin|tham_khảo|xem lại|ý|thêm|qua|ý_kiến|lại_ý|ý_của|về? <family>|<partner>",
    "thuyết_phục|năn_nỉ|convince|persuade my? <family>|<partner>",
    "bàn|bàn_lại|bàn_thêm|bàn_bạc|thống_nhất với_nhau|trong_nhà|nội_bộ|gia_đình|cả_nhà",
    "thống_nhất với_nhau",
    "họp .. quyết|chốt|biểu_quyết|thống_nhất",
    "biểu_quyết",
    # A board the speaker sits on.
    "<self> .. trong|thành_viên|có_chân_trong|có_ghế_trong|ngồi_trong|nằm_trong của? hội_đồng|"
    "hội_đồng_quản_trị|hđqt|ban_giám_đốc|ban_quản_trị|ban_điều_hành|ban_lãnh_đạo|board",
    "hội_đồng|hội_đồng_quản_trị|hđqt|ban_giám_đốc|ban_quản_trị|ban_điều_hành|cổ_đông .. ,? "
    "<self> .. một|1? phiếu|thành_viên|ghế|chân|trong_đó|tham_gia|có_mặt",
    "i|we sit_on|am_on|m_on|are_on|re_on|have_a_seat_on the|our <boss>",
    "i am|m|have a? member|seat|vote .. board|committee|vote",
    "cổ_đông|góp_vốn|hùn_vốn|hùn|chung_vốn .. họp|quyết|chốt|ký|gật|cùng|thống_nhất|hỏi|bàn",
    "cổ_đông|góp_vốn|hùn_vốn|hùn|chung_vốn",
    "<family> <self>? cũng phải <decide>",
    "decide|deciding|discuss|choose|agree|decided together|jointly",
    "joint decision",
    "my <family>|<partner> and i|me|myself",
    "me and my <family>|<partner>|team",
    "i and my <family>|<partner>",
    "họp gia_đình|cả_nhà|anh_em|các_thành_viên",
    "hai|2|ba|3|cả mẹ_con|bố_con|cha_con|chị_em|anh_em|bà_cháu <self>? tính|lo|coi|xem",
    "as a couple|family|team",
    "we need_to|have_to|must|should agree|decide|discuss",
    "both|two|all of us",
    "we both|all|together|jointly decide|agree|sign|have_to|need_to|vote",
    "we vote",
    "talk_to|ask|discuss|check|talk|talk_it_over|consult it? with? my <family>|<partner>",
    "discuss|talk|check|consult|talk_it_over|decide|decide_this it|this? with my <family>|"
    "<partner>",
)

PREPARES = (
    "trình|trình_lên|trình_cho|đề_xuất|đề_xuất_lên|đề_xuất_cho|báo_cáo|tham_mưu|"
    "tham_mưu_cho lên|cho|với|anh|chị? .. <boss>",
    "tờ_trình",
    "<propose> .. <decider> .. <decide>",
    "tham_mưu",
    "need|needs|require|requires|get|seek approval|sign_off|permission .. <decider>",
    "xin|chờ ý_kiến|chủ_trương|chỉ_đạo|phê_duyệt|duyệt của? <boss>",
    "xin|chờ ý_kiến|chủ_trương|duyệt|phê_duyệt",
    "i|we|i_ll|we_ll .. recommend|propose|evaluate|shortlist|prepare|compare|review|assess|"
    "suggest|submit|research",
    "make|give|giving|making|write|writing|draft|drafting|prepare|preparing a|the|our? "
    "recommendation|recommendations|proposal|suggestion|comparison|submission|report",
    "i|we .. put_together|draw_up|draft|write|pitch|present|put_forward .. .. <decider>",
    "part_of the evaluation|buying|selection|purchasing",
    "có|được tiếng_nói|góp_ý|cho_ý_kiến",
    "trình <decider>",
    "gửi|làm|lập|chuẩn_bị|soạn hồ_sơ|đề_xuất|tờ_trình|báo_cáo|kế_hoạch|phương_án .. trình|"
    "cho|lên|để",
)
# Taking part: it makes an influencer where another is said to decide, or who decides was asked.
TAKES_PART = (
    "<propose>",
    "<self> <self_only>* chọn|lo|tìm_hiểu|tìm|xem|tư_vấn|phụ_trách|có_ảnh_hưởng|có_ý_kiến",
)
LISTS["propose"] = listed(
    """
    đề xuất, trình, trình lên, tham mưu, lọc, chọn lọc, lựa chọn, so sánh, đánh giá, thẩm định,
    khảo sát, góp ý, chọn sẵn, chọn trước, shortlist, test, test thử, dùng thử trước, tư vấn cho,
    in charge, lên kế hoạch, làm tờ trình, lập tờ trình, báo cáo, tìm nhà cung cấp,
    tìm hiểu và đề xuất, phụ trách, tổng hợp, lên phương án, làm phương án, lập phương án,
    tìm phương án, chuẩn bị, lựa, gom, gom báo giá, sàng lọc, nghiên cứu, thu thập, so giá,
    evaluating, comparing, preparing, recommending, shortlisting, researching, reviewing,
    assessing, proposing, gather, gathering, advise, advising, research, propose, evaluate,
    recommend, prepare, compare,
    assess, suggest, submit, lập danh sách, lên danh sách, tìm hiểu trước, đưa ra phương án,
    làm kế hoạch, lập kế hoạch, làm đề xuất, lập dự toán, làm dự toán, tìm bên, xem kỹ thuật,
    lo kỹ thuật, soạn hồ sơ, làm hồ sơ
    """
)

APPROVED = (
    "<decider> <self>? <done>* <approve> <thing>* <already>",
    "<decider> <self>? .. <approve> <thing>* <already>",
    "<decider> <self>? <done>* <approve> mua|làm|chi|gói|phương_án|vụ|khoản|cho .. .. <already>",
    "<decider> <self>? đã|vừa|vừa_mới|cũng_đã <done>* <approve>",
    "<decider> <self>? duyệt|chi|cấp|phê_duyệt|approve|approved|ký|ok|oke .. triệu|tr|tỷ|tỉ|củ|k"
    "|nghìn|ngàn|đồng|usd",
    "<decider> .. tuần_trước|hôm_qua|hôm_trước|bữa_trước rồi|đã .. <approve>",
    "<decider> <approve> tuần_trước|hôm_qua|hôm_trước|sáng_nay|bữa_trước|tháng_trước",
    "đã được <decider>? <self>? .. duyệt|phê_duyệt|thông_qua|ký_duyệt|đồng_ý|phê_chuẩn|duyệt_chi",
    "được <decider>? <self>? duyệt|phê_duyệt|thông_qua|ký_duyệt|duyệt_chi|phê_chuẩn "
    "<thing>* <already>",
    "<money> .. duyệt|phê_duyệt|thông_qua|approve|approved <already>",
    "<money> được duyệt|phê_duyệt|thông_qua|cấp|ký|ký_duyệt",
    "<money> đã|vừa .. duyệt|phê_duyệt|thông_qua|approved",
    "<decider> <done>* <approved>",
    "already approved|signed_off|have_approval|got_approval|okayed",
    "<money> .. approved|signed_off",
    "been approved|signed_off|okayed|greenlit",
    "got|have|received approval|the_green_light|the_go_ahead|sign_off|a_green_light|"
    "budget_approval",
    "approval is|s done|through|in_place",
    "<boss> .. đã .. thống_nhất|nhất_trí",
    "có|đã_có chủ_trương|phê_duyệt|quyết_định|approval <already>",
    "đã_có chủ_trương|phê_duyệt|sự_phê_duyệt|quyết_định_phê_duyệt",
    "chủ_trương|phê_duyệt có <already>",
)
LISTS["approved"] = listed(
    """
    approved, okayed, agreed, said yes, said ok, said go ahead, signed off, signed it off,
    greenlit, green lit, gave the green light, gave the go ahead, gave approval, signed, okay d,
    is on board, are on board, is ok with it
    """
)
LISTS["done"] = listed(
    "đã, vừa, mới, cũng, được, has, have, already, just, đều, chính thức, it, us, có, s, "
    "ve, all, vừa mới",
)
LISTS["thing"] = listed(
    """
    chi, giấy, cho, hết, xong, mua, làm, luôn, đề xuất, dự án, ngân sách, kinh phí, đầu, nó, em,
    mình, kế hoạch, khoản này, cái này, vụ này, gói này, it, the budget, this, rồi đó, chủ trương,
    tuần trước, hôm qua, hôm trước, sáng nay, tháng trước, bữa trước, bữa qua, budget, mức này,
    hồ sơ
    """
)
LISTS["money"] = listed(
    """
    ngân sách, kinh phí, dự toán, chủ trương, dự án, kế hoạch, đề xuất, tờ trình, phương án,
    budget, project, proposal, purchase, khoản chi, khoản này, mua sắm
    """
)

NOT_YET = (
    "chưa|ko|không|chẳng|chả|hong|hông .. <approve>",
    "<approve> .. chưa|không|ko|hong|hông <filler>* $",
    "not|hasn_t|haven_t|isn_t|no .. approved|signed_off|approval|agreed",
    "<wait> .. <approve>",
    "nếu|khi_nào|bao_giờ|khi|once|if|when|until|sau_khi .. <approve>",
    "<approve> <already>? thì? mới",
    "<approve> .. .. rồi thì|mới",
    "sẽ|phải|cần|will|to .. <approve>",
)

UNKNOWN = (
    "<unsure> .. <who> .. <decide>",
    "ai mà biết|rành|rõ .. <decide>",
    "<who> .. <decide> .. <unsure>",
)
UNKNOWN_WHEN_ASKED = (
    "<unsure> .. <who>",
    "<who> .. <unsure>",
    "để <self>? xem|hỏi|check|coi .. <who>",
    "tuỳ|tùy từng_lúc|lúc|trường_hợp",
    "^ <filler>* <unsure> <filler>* $",
)
LISTS["filler"] = listed(
    """
    dạ, vâng, ạ, ừ, uhm, um, à, ờ, nha, nhé, nhen, nghen, nè, thì, chắc, thôi, luôn, đó, đấy, này,
    em ơi, hết, bạn ơi, mà, cả, hi, hihi, haha, thật, nữa, cũng, em, anh, chị, mình, tôi, tui, i,
    i m, really, well, oh, chứ, hen, yet, sure, so, á, ha, đây, bạn, shop
    """
)

# The whole message, fillers aside, when the question was who decides.
SHORT_JOINT = (
    "^ <filler>* hai_đứa|2_đứa|cả_hai|cả_nhà|vợ_chồng|hai_vợ_chồng|cả_2|both|both_of_us|"
    "we|tụi|bọn|together|all_of_us|chúng|cả_gia_đình|gia_đình <filler>* <self>? <filler>* $",
    "^ <filler>* <self> với|và|cùng|cũng_như|voi|vs <decider> <self>? <filler>* $",
    "^ <filler>* <decider> với|và|cùng|vs <self> <filler>* $",
    "^ <filler>* me|i and|with my <decider> $",
    "^ <filler>* vợ_chồng <self>? ..",
    "bàn|bàn_bạc lại|thêm|kỹ|đã|với",
)
SHORT_OTHER = (
    "^ <filler>* <decider> <self>? <filler>* $",
    "^ my|the|our <decider> $",
    "^ it_s|its|is|that_s? my|the|our <decider> $",
    "^ <filler>* bên|phía|là|của|anh|chị|ông|bà <decider> <self>? <filler>* $",
)
SHORT_SELF = (
    "^ <filler>* <self> <filler>* $",
    "^ <filler>* me|i|myself|mine|i_do|me_alone <filler>* $",
    "^ <filler>* chính|có|là|do <self> <filler>* $",
    "^ <filler>* một_mình|1_mình <self>? <filler>* $",
    "^ <filler>* chủ <filler>* $",
)

# Without one of these nobody who was not asked speaks of deciding.
TRIGGERS = BOSSES + listed(
    """
    đứng tên, tiền, tự tính, tự lo, tự chọn, kiêm, của mình, của em, của anh, của chị, của tui,
    quyết, duyệt, gật, ký, quyền, chủ, sếp, xếp, giám đốc, gđ, bgđ, bgd, tgđ, lãnh đạo,
    trưởng phòng, hội đồng, ban quản trị, cấp trên, bên trên, trụ sở, tờ trình, đề xuất, tham mưu,
    vợ, chồng, bà xã, ông xã, ck, vk, bố mẹ, ba mẹ, mẹ em, thống nhất, hùn, góp vốn, cổ đông,
    hỏi giùm, hỏi dùm, hỏi zùm, hỏi hộ, làm thuê, thực tập, founder, cofounder, ceo, cfo, owner,
    boss, manager, director, board, decide, decides, decision, approve, approved, approves,
    approval, signed, signs, sign off, wife, husband, partner, behalf, i own, intern, mẹ iem,
    vote, green light, my call, up to me, i run, nobody else, no one else, cả hai, hai đứa,
    khỏi hỏi ai, không cần hỏi ai, không phải hỏi ai
    """
)

# The last resort where the question was who decides: one telling word, and the bot asks back.
WEAK_UNKNOWN = ("<unsure>", "<self> chịu", "chưa|chưa_có phân_công|ai")
WEAK_JOINT = (
    "hỏi|bàn|với|cùng|và|ý .. <family>|<partner>",
    "run_it_by my|the|our? <family>|<partner>",
    "cùng!|chung!|both|together",
)
WEAK_PART = ("<propose>",)
WEAK_OTHER = (
    "<named>",
    "chuyển_lời",
    "chỉ|<self> là? cộng_tác_viên|tài_xế|bảo_vệ|nhân_viên|trợ_lý|thực_tập|sinh_viên",
)
WEAK_SELF = (
    "tự!",
    "<place>|tiền|quyền|ví|việc .. của|riêng <self>",
    "là|có <self> ]|chứ|nè|quyết|lo|thôi|luôn|nha|đây|mà|hết",
    "<self> chứ|chớ! ai",
    "<self> mua|làm|mở .. <self>? xài|dùng|tiêu|mở|làm",
    "<self> nói là_được|là_xong|là_chốt|ai_cũng|tính",
    "one|that|it would_be|is|s|ll_be me",
)
# "ba" and "khách hàng" are too common to stand for a decider by themselves.
LISTS["named"] = tuple(
    name for name in LISTS["decider"] if name not in ("ba!", "khách hàng", "em gái", "con gái")
)
APPROVED_WHEN_ASKED = (
    "[ đã duyệt|phê_duyệt|ký|ký_duyệt|thông_qua",
    "[ duyệt|phê_duyệt|ký|ký_duyệt|thông_qua|duyệt_chi <thing>* <already>",
)
