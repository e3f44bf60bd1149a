"""Who may decide: family, partners and bosses by name, and the lists that the patterns name.

The patterns are in authority_words.py.
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
    sở tài chính, sở y tế, sở giáo dục, sở kế hoạch, sở xây dựng, sở!, bộ tài chính, kho bạc,
    hội đồng thẩm định, hội đồng khoa học, hội đồng trường, phòng giáo dục, đảng uỷ, huyện uỷ,
    hội phụ huynh, ban chấp hành, trưởng thôn, trưởng ấp, tổ trưởng, phòng vật tư, phòng hành
    chính, phòng kỹ thuật,
    phòng kinh doanh, phòng marketing, phòng nhân sự, phòng đấu thầu, bên mua hàng, bộ phận mua
    hàng,
    bên thu mua, phòng mua sắm, ban quản lý dự án, ban quản lý, purchasing, purchasing department,
    phòng mua hàng, phòng kế toán, phòng tài chính, phòng thu mua, thủ trưởng, chỉ huy,
    bếp trưởng, hội đồng, hội đồng quản trị, hđqt, ban quản trị, ban điều hành, ban giám khảo,
    công ty mẹ, tập đoàn, trụ sở, trụ sở chính, hội sở, tổng công ty, văn phòng chính,
    bên kế toán, bên tài chính, bên hành chính, bên kỹ thuật, bên nhân sự, bên marketing,
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
    thông qua shop, thông qua zalo, i sign up, i sign in, do i sign, can i sign, should i sign,
    could i sign, before i sign, when i sign, if i sign, once i sign, until i sign, i sign for
    """
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
        hem biết, hk biết, hk rõ, hông rõ, hổng rõ, hong rõ, chả rõ, k bit, ko bit, kg bit, hok
        bit, hk bit, chả bit, không bit, chưa bit, chẳng rõ,
        k rõ, chưa rành, không rành, ko rành, not sure, don t know, dont know, no idea,
        no clue, not a clue, haven t a clue,
        beats me, unsure, unclear, not clear, unknown,
        idk, dunno
        """
    ),
    "asks": listed(
        """
        hỏi giúp, hỏi cho, uỷ quyền, ủy quyền, hỏi giùm, hỏi dùm, hỏi zùm, hỏi hộ, hỏi giúp, hỏi
        thay, hỏi cho, ask giúp, ask giùm,
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
        trưởng đại diện, trưởng chi nhánh, giám đốc chi nhánh, trưởng văn phòng đại diện,
        người sáng lập, sáng lập, nhà sáng lập, decision maker, bà chủ, ông chủ, cô chủ,
        người quyết, người quyết định, người ra quyết định, người duyệt, người duyệt chi,
        người ký, người chốt, người trả tiền, người chi tiền, người ký hợp đồng, người có quyền,
        sole owner, business owner, managing director, director
        """
    ),
    "nobody": listed("ai, ai hết, ai cả, ai nữa, ý ai, ý kiến ai, người nào"),
    "self_only": listed(
        """
    là, người, tự, sẽ, thì, cũng, có, thể, toàn, luôn, được, đều, mới, chính, chỉ, chứ, là người,
    có thể, có quyền, hoàn toàn, trực tiếp, can, do, will, alone, personally, usually, one, the,
    mình, đây, hết
    """
    ),
    "can": listed(
        "được, có, thể, tự, phải, là, người, em, iem, mình, tôi, anh, chị, dám, cái, đủ, ai"
    ),
    "kin": listed(
        "anh, chị, cô, chú, bác, dì, cậu!, mợ, thím, dượng, ông, bà, anh rể, chị dâu, em, cháu, con"
    ),
    "propose": listed(
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
    lo kỹ thuật, gợi ý, soạn hồ sơ, làm hồ sơ
    """
    ),
    "approved": listed(
        """
    approved, okayed, agreed, said yes, said ok, said go ahead, signed off, signed it off,
    greenlit, green lit, gave the green light, gave the go ahead, gave approval, signed, okay d,
    is on board, are on board, is ok with it
    """
    ),
    "done": listed(
        "đã, vừa, mới, cũng, được, has, have, already, just, đều, chính thức, it, us, có, s, "
        "ve, all, vừa mới",
    ),
    "thing": listed(
        """
    chi, giấy, cho, hết, xong, mua, làm, luôn, đề xuất, dự án, ngân sách, kinh phí, đầu, nó, em,
    mình, kế hoạch, khoản này, cái này, vụ này, gói này, it, the budget, this, rồi đó, chủ trương,
    tuần trước, hôm qua, hôm trước, sáng nay, tháng trước, bữa trước, bữa qua, budget, mức này,
    hồ sơ
    """
    ),
    "money": listed(
        """
    ngân sách, kinh phí, dự toán, chủ trương, dự án, kế hoạch, đề xuất, tờ trình, phương án,
    budget, project, proposal, purchase, khoản chi, khoản này, mua sắm
    """
    ),
    "filler": listed(
        """
    dạ, vâng, ạ, ừ, uhm, um, à, ờ, nha, nhé, nhen, nghen, nè, thì, chắc, thôi, luôn, đó, đấy, này,
    em ơi, hết, bạn ơi, mà, cả, hi, hihi, haha, thật, nữa, cũng, em, anh, chị, mình, tôi, tui, i,
    i m, really, well, oh, chứ, hen, yet, sure, so, á, ha, đây, bạn, shop
    """
    ),
}
# "ba" and "khách hàng" are too common to stand for a decider by themselves.
LISTS["named"] = tuple(
    name for name in LISTS["decider"] if name not in ("ba!", "khách hàng", "em gái", "con gái")
)
