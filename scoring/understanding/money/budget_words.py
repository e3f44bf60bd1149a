"""The words that tell whose money a sum is: the speaker's own, a price, turnover, the past."""

from __future__ import annotations

from scoring.understanding.money.number_words import one_by_one, turns
from scoring.understanding.phrases import Phrases

# The speaker's own money, said outright.
OWN = "own"
# The speaker speaks of what he would spend or wants: weaker than any word for other money.
LEAN = "lean"
NOW = "now"
PAST = "past"
BOUGHT = "bought"  # like PAST, in front of the sum: "20 triệu mới mua" is a condition
QUOTE = "quote"  # somebody else's price, a market price, a price asked about
PRICE = "price"  # "giá 9 triệu": somebody's price unless the speaker wants it so
ITEM = "item"  # "combo 9 triệu": the price is the name of the thing
TOTAL = "total"
OTHER = "other"  # turnover, salary, capital, debt, a deposit
GIFT = "gift"  # vouchers, discounts, shipping
THRESHOLD = "threshold"  # "đơn 500k được freeship"
DOWN_TO = "down_to"  # "bớt còn 45 triệu": what he would pay
ASKING = "asking"  # "… có những gì?", "… hả": a question about the sum itself
BREAK = "break"  # a new clause begins
NOT = "not"
INSTEAD = "instead"  # what follows corrects what stood before
RIGHT_ONE = "right_one"  # what stands before it corrects the rest

# "quà!" stands only for the word typed with its marks: bare, it is more often another one.
CUES = Phrases(
    {
        OWN: turns(
            """
            ngân sách, ngân sach, ns, kinh phí, budget, bugdet, buget, bud get, dự trù, dự chi, dự
            toán, dự kiến chi, dự tính chi, dự định chi, hầu bao, túi tiền, khả năng tài chính,
            tài chính, duyệt, phê duyệt, được duyệt, chỉ có, chỉ còn, giờ còn, còn đúng, chỉ được,
            có thể chi, chi được, chi tối đa, chi khoảng, chi tầm, chỉ chi, sẽ chi, bỏ ra, bỏ
            được, gom được, xoay được, lo nổi, lo được, trả được, trả nổi, kham nổi, kham được,
            cân được, chịu được, chịu nổi, đủ sức, trong tay, có sẵn, để dành được, để dành, tiết
            kiệm được, dành ra, dành được, dành cho, trích được, trích ra, trích, bố trí, cấp cho,
            được cấp, được giao, phân bổ, tổng mức đầu tư, mức đầu tư, đầu tư, vốn đầu tư, chi phí
            em tính, mức chi, đóng được, set budget, sếp cho, mẹ cho, ba má cho, bố mẹ cho, ba mẹ
            cho, nhà cho, công ty cho, cty cho, tầm tiền, tầm giá, mức giá mong muốn, giá mong
            muốn, tiền mặt, sẵn sàng chi, sẵn sàng trả, chi cho, có nhiêu đây, còn lại, có được,
            con có, our budget, my budget, budget is, we have, i have, can spend, can pay, can
            afford, afford, willing to pay, willing to spend, allocated, set aside, allotted,
            looking to spend, plan to spend, planning to spend, want to spend, our max, our limit,
            my limit, my max, approved, earmarked, to spend, only have, only got, can only do, only
            spend, all we have is, all i have is,
            we can do, i can do, can go up to, go
            up to, spend, spending, we got, i've got, we've got, ngân quỹ, quỹ!, chốt ngân sách,
            chi trả, chốt mức, chốt ở mức, cầm!, cầm sẵn, thủ sẵn, tính chi, định chi, định bỏ,
            tính bỏ, muốn chi, chịu chi, rót!, nguồn kinh phí, gói thầu trị giá, trị giá gói thầu,
            dự án trị giá, kế hoạch chi, giá trị gói thầu, giá
            gói thầu, dự kiến, dự tính, dự định, chơi được
            """
        ),
        TOTAL: turns(
            """
            gom hết lại, gom lại, cộng lại, tổng cộng, tổng là, tổng, tổng chi, tất cả, in total,
            altogether,
            tổng chi phí, tổng kinh phí, tổng ngân sách, tổng giá trị, tổng tiền
            """
        ),
        LEAN: turns(
            """
            bên, chuyển sang, chuyển qua, chuyển đổi, vận chuyển, bảo hiểm, bảo hành, bảo trì, bảo
            mật, bảo vệ, thông báo, bao gồm, bao giờ, bao lâu, ghi nợ, trả lời, phản hồi, câu trả
            lời, hôm nay, bao nhiêu, xin chào, chào em, chào anh, chào chị, chào shop, chào bạn,
            chào ad, em chào, chào mọi người, mình có, em có, anh có, chị có, hiện có, đang có,
            chào các, chào cả, có, chi, mua, cần, tìm, muốn, kiếm, để, tính, cho, làm, trả, loại,
            phân khúc, định, thuê!, với, chơi, được, chi phí, nhà em, want, need, looking for,
            for, pay, buy, chừa, thì, gửi, tư vấn
            """
        ),
        NOW: turns(
            """
            vụ này, chuyến này, mục này, khoản này, việc này, giờ, bây giờ, năm nay, hiện tại, hiện
            giờ, lần này, đợt này, kỳ này, quý này, tháng
            này, this year, this time, now, năm tới, năm sau, lần tới, next year, giờ thì, hiện
            """
        ),
        PAST: turns(
            """
            năm ngoái, năm trước, hồi trước, trước đây, lần trước, đợt trước, xưa, hôm trước,
            trước kia, hồi xưa, hồi năm, tháng trước, tháng rồi, từng, năm rồi, đã mua, mua rồi,
            hồi đó, ngày trước, quý trước, kỳ trước, lúc đầu, ban đầu, hồi đầu, đã chi, đã trả, đã
            thanh toán, đã đóng, last year, last time, previously, used to, last month, we paid,
            paid, spent, last quarter, originally, in the past, bought, đã bỏ, mất toi, bị lừa, lỡ
            mua, hồi mua, năm kia, hôm bữa, bữa trước, bữa, trước mua, trước làm, trước xài, trước
            dùng, trước thuê, trước đặt, trước trả, trước mình, trước em, trước
            chị, trước anh, trước bên, trước chi, trước có,
            lúc nãy!, hồi nãy!, ban nãy!, khi nãy!, vừa nãy!,
            chi hết, tiêu hết, mất hết
            """
        ),
        BOUGHT: turns("mới mua, vừa mua, mới sắm, vừa sắm, mới tậu, vừa tậu, just bought"),
        QUOTE: turns(
            """
            báo, báo giá, chào, chào giá, ra giá, hét giá, hét!, kêu giá, kêu, bên kia, bên khác,
            bên đó, bên ấy, bên nọ, chỗ khác, chỗ kia, shop khác, nơi khác, chỗ nọ, nhà khác, hãng
            khác, đối thủ, nhà cung cấp khác, người ta, ncc khác, đơn vị khác, công ty khác, cty
            khác, bên ngoài, ngoài kia, giá thị trường, thị trường, mặt bằng giá, mặt bằng chung,
            niêm yết, giá gốc, trên web, shop ghi, bên em ghi, bài ghi, mà bên em, mà bên shop, mà
            bên bạn, mà shop, xăng, đô hôm nay, đô nay, đô lên, đô giờ, đô đang, usd lên, usd đang,
            trên mạng, trên shopee, shopee, lazada, tiki, web ghi, page ghi, trang ghi, thấy quảng
            cáo, quảng cáo ghi, nghe nói, nghe đồn, thấy giá, thấy để, thấy ghi, thấy báo, tưởng,
            sao, bên em bán, bên em báo, bên em lấy, shop bán, bên shop, bên bạn lấy, bán!, bên em
            tính, em tính giá, giá bên em, giá shop, giá của em, giá bên shop, giá list, giá cũ, giá
            mới, giá lẻ, giá sỉ, học phí bên em, phí bên em, bên em thu, is it, is that, does it
            cost, competitor, competitors, quoted, quote, charges, charge, market price, your price,
            listed at, the final price, final price, other vendor, another vendor, asking price,
            market rate, they want, they ask, they offer, their price, costs, cost, price tag, going
            rate, list price, other companies, elsewhere, your quote, priced at, sells for, sell
            for, đất khu, giá vàng, vàng nay, vàng!, tỷ giá, giá đô, giá usd, mắc thế, mắc quá, mắc
            vậy, đắt quá, đắt thế, đắt vậy, chát, cao quá, hơi mắc, hơi đắt, hơi cao, quá mắc, quá
            đắt, mắc dữ, đắt dữ, cao dữ, mắc hơn, đắt hơn, too expensive, too much, expensive,
            pricey, too high, cao thế, cao vậy, sao mà, mà mắc, mà đắt, cắt cổ, is steep, steep, có
            chỗ, có bên, có nơi, bạn em mua, bạn chị mua, bạn anh mua, bạn mình mua, bạn tui mua,
            người quen mua, người quen, hàng xóm, đồng nghiệp, quán bên cạnh, quán đối diện, thằng
            bạn, con bạn, đứa bạn, ông bạn, bà chị, my friend, a friend, sang tiền, ra tiền việt,
            bằng bao nhiêu, bằng mấy tiền, chỗ nào cũng, đâu cũng, bên nào cũng, shop nào cũng
            """
        ),
        PRICE: turns("giá, price, cost per, tốn!, phí, học phí, tiền công, giá bán, đơn giá, fee"),
        ITEM: turns(
            """
            combo, gói, bản, khoá, khóa, căn, cái, chiếc, mẫu, bộ!, set, cái áo, tour, suất,
            phòng, lô!, nền!, package, plan, món!, tier, sản phẩm, máy, xe, liệu trình, dòng,
            phiên bản, gói pro, gói basic, course, option, model, gói cơ bản, gói nâng cao, gói
            vip, vé!, xe máy, áo, đầm!, giày, túi!, tủ!, bàn!, ghế, sofa, điện thoại, hộp, laptop,
            camera, phần mềm, cây, đôi!
            """
        ),
        OTHER: turns(
            """
            doanh thu, doanh số, lợi nhuận, lãi!, lời!, lương, thu nhập, vốn, lỗ!, vốn điều lệ,
            nợ!, vay, công nợ, đang vay, gọi vốn, vốn hoá, tài sản, tiền nhà, tiền thuê nhà, tiền
            điện, tiền nước, tiền phạt, phạt, thuế!, tiền mặt bằng, bán được, kiếm được, thu được,
            thu về, đơn hàng trung bình, giá trị đơn, cọc, đặt cọc, chuyển khoản, đã ck, ck, lừa,
            mất!, thất thoát, lãi suất, hoa hồng, thưởng!, trợ cấp, tiền lãi, dư nợ, hạn mức thẻ,
            quy mô, turnover, revenue, sales, salary, income, capital, debt, loan, profit,
            mortgage, rent, deposit, valuation, raised, funding, earn, earning, we make, i make,
            net worth, wage, payroll, owe, gmv, mrr, arr, tiền lương, quỹ lương, lương tháng, mặt
            bằng thuê, đang ở, trả lương, lương nhân viên, đầu vào, giá vốn, giá nhập, vốn nhập,
            hoá đơn
            tiền, gpkd, vốn
            pháp định, tổng thu, doanh thu tháng, giải ngân, chuyển!, đã chuyển, chuyển tiền,
            chuyển rồi, trả nợ, bồi thường, đền!, tiền cọc, bảo lãnh, bán ra, thua lỗ, tổng tài
            sản, trị giá, giá trị hợp đồng, gửi tiết kiệm, đang nợ, đang trả góp, trả góp ngân
            hàng, góp ngân hàng, nợ ngân hàng, còn nợ, mắc nợ, vay ngân hàng, nợ xấu,
            tiền thuê, tiền điện nước, điện nước, hoá đơn hôm, hoá đơn tháng, xuất hoá
            đơn, đơn hàng, trúng số, trúng thưởng, ví!, hoàn lại, hoàn trả, trả lại tiền, đang trả,
            đang đóng, đang tốn, đang thuê, bị phạt,
            lương thưởng, ads tốn, chạy quảng cáo hết, thất thu, bị mất, hàng tồn, tồn
            kho, electricity, insurance, utilities, tuition, savings, won the lottery,
            thẻ tín dụng, cuốc xe, cod!, trúng!, jackpot, debited, credited, renews, chia cho,
            nhân với, trừ đi, rút tiền, rút!, nạp!, nạp tiền, top up, transfer, withdraw, bị trừ,
            sao kê, số dư, quyên góp, từ thiện, ủng hộ, pay our staff, pay staff, pay my staff,
            pay our employees
            """
        ),
        GIFT: turns(
            """
            voucher, mã giảm, mã giảm giá, giảm giá, giảm, khuyến mãi, khuyến mại, km, đơn từ, đơn
            trên, hoá đơn từ, hoá đơn trên, đơn tối thiểu, miễn phí vận chuyển, phí ship, phí
            giao, phí giao hàng, ship, hoàn tiền, cashback, quà tặng, quà!, tặng!, coupon,
            discount, off, bớt, chiết khấu, ck thêm, mã!, sale off, shipping, delivery fee, gift
            card, phiếu quà, thẻ quà, phiếu mua hàng
            """
        ),
        THRESHOLD: turns("freeship, free ship, miễn phí ship, miễn ship, free shipping, được tặng"),
        DOWN_TO: turns(
            """
            còn!, xuống còn, bớt còn, giảm còn, giảm xuống còn, giảm xuống, xuống, lấy luôn, chốt
            luôn, để lại, bán em, bán anh, bán chị, down to
            """
        ),
        ASKING: turns(
            """
            có những gì, có gì, gồm những gì, gồm gì, hả!, phải không, đúng không, phải hông, đúng
            hông, đúng ko, phải ko, pk, khác gì, khác nhau, còn không, còn hàng, còn ko, còn hông,
            có giới hạn, xài sao, dùng sao, là sao, gồm vat chưa, vat chưa, còn mấy, bảo hành,
            still available, available, include, what do i get, come with, comes with, right,
            correct, what s in, lận hả, học mấy, bao lâu, giao chưa, hay gói, so với gói, được
            mấy, dùng được mấy, thật không, thiệt hả, thật hả, còn size, có màu, có bản, hở
            """
        ),
        BREAK: turns(
            """
            nhưng, nhưg, mà!, còn!, chứ, trong khi, nên!, but, while, however, vì, because, thế
            nên, cho nên, tuy nhiên, chớ, and we, whereas, còn bên
            """
        ),
        NOT: turns(
            """
            không phải, ko phải, k phải, hổng phải, hong phải, hông phải, hok phải, không phải là,
            chứ không phải, chứ ko phải, chứ không, not, khum phải, chớ hổng phải, chứ hông phải,
            instead of, rather than, thay vì, đâu phải, không đủ, đừng ghi, bỏ số, chứ k phải,
            không phải mức
            """
        ),
        RIGHT_ONE: turns("mới đúng, mới phải, is right, is correct"),
        INSTEAD: turns(
            """
            nhầm, à nhầm, lộn!, à không, ah không, ý em là, ý anh là, ý chị là, ý mình là, ý tôi
            là, ý là, sửa lại, đổi lại, đính chính, xin đính chính, nói lại, à quên, quên!, i
            mean, i meant, actually, correction, sorry, no wait, make that, viết nhầm, gõ nhầm,
            ghi nhầm, nói nhầm, à ko, ý e là, ý tui là, nhầm số, chỉnh lại, cập nhật lại, tăng
            lên, nâng lên, thành!, rather, ấy nhầm, nhầm rồi, a nhầm, ậy nhầm, hoá ra, chuyển
            thành
            """
        ),
    }
)

# Right before the thing they make it the speaker's choice: "lấy gói 5 triệu".
TAKING = one_by_one("lấy chốt mua chọn đặt theo chơi tìm cần kiếm ký take choose buy order thuê")
# English names the thing behind its price: "the 9 million combo".
NAMED_BEHIND = one_by_one("combo package plan tier course option model subscription bundle")
# "bên" and one of these is the speaker's side, or ours; any other that takes money is not.
CHARGING = one_by_one("thu lấy tính bán ra để làm nhận lên chỉ có")
SIDES = one_by_one(
    """
    mình em anh chị tôi tui tụi bọn này kế sếp phòng ban mua kỹ it giám tài nhân vợ chồng
    marketing cô chú bác con cháu ta chúng shop cty công
    """
)
POSSIBLE = one_by_one("được dc đc")  # "5 triệu được không"
NAMING = one_by_one("là tiền of in")  # "2 tỷ là doanh thu"
ALREADY = one_by_one("rồi roi r rùi")  # "5 triệu mỗi năm rồi": paid
PLANS = one_by_one("gói bản combo khoá khóa package plan tier suất vé")  # they bear names
AFTER_ALL = one_by_one("chứ chớ")  # "mấy chục triệu chứ mấy" asks nothing
INCLUDED = one_by_one("gồm")
# Somewhere behind a price or a thing they make a question of it.
ONLY = one_by_one("thôi thui thoi hoi")  # "có 50 triệu thôi": his own
# Who speaks of himself, or of paying, says more than what a thing costs.
NAMING_ONESELF = one_by_one(
    """
    anh chị em mình tôi tui tớ cô chú bác bên nhà công ty cty shop quán trả chi mua lấy cần muốn có
    được chịu đặt làm thuê tìm ngân sách budget tầm mức giá i we my our pay can want need for
    """
)
RECKONING = one_by_one("chia nhân cộng trừ x * times")
OF = one_by_one("của of")
AFTER_ONLY = one_by_one("à hà")  # "mấy chục triệu thôi à": in the South no question
QUESTIONS = one_by_one("? không ko hông hong hok chưa gì sao nào hả vậy mấy bao hem hôn à what")
