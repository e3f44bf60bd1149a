"""The words for a budget without a figure: not known yet, kept back, nothing at all."""

from __future__ import annotations

from scoring.understanding.money.number_words import pairs, turns
from scoring.understanding.phrases import Phrases

BUDGET_NOUN = "budget_noun"
UNDECIDED = "undecided"  # no figure; says so only beside a word for money, or as an answer
NO_FIGURE = "no_figure"  # says so by itself
HINT = "hint"  # like UNDECIDED, but only beside a word for money or opening a clause
REFUSED = "refused"  # will not say; beside a word for money, or as an answer
SECRET = "secret"  # will not say, by itself
QUOTE_FIRST = "quote_first"  # wants our price first: a refusal where nothing else is said
NO_MONEY = "no_money"
FREE = "free"
QUESTION = "question"  # asks for a price himself
ABOUT_PHONE = "about_phone"  # it is the number to call that is held back

_NOT = "không, ko, k, kg, hông, hong, hổng, hok, khum, hem, chẳng, chả"
_WILL_NOT = f"""
    {_NOT}, không muốn, ko muốn, k muốn, không tiện, ko tiện, không thể, không được, không thích,
    xin phép không, xin không, không cần, ngại, miễn, khỏi, chưa tiện, hông muốn, hổng muốn, không
    được phép, không dám, khó mà
    """
_SAY = "nói, tiết lộ, chia sẻ, cung cấp, trả lời, công khai, khai, bật mí, cho biết, kể, nêu, hé"
_SORRY_NOT = """
    can't, cannot, can not, won't, will not, don't, do not, not, rather not, prefer not to, not
    going to, not willing to, not allowed to, not at liberty to, don't want to, unable to
    """
_TELL = "say, tell, share, disclose, reveal, discuss, give"
_MONEY = "tiền, tiền bạc, tiền nong, kinh phí, ngân sách, giá, giá cả, chi phí"
_NO_MATTER = """
    không thành vấn đề, ko thành vấn đề, k thành vấn đề, không quan trọng, ko quan trọng, không
    phải vấn đề, không lo, không phải lo, khỏi lo, không ngại, không tiếc
    """

ATTITUDES = Phrases(
    {
        BUDGET_NOUN: turns(
            """
            ngân sách, kinh phí, budget, tiền, tiền nong, tiền bạc, tài chính, dự toán, con số,
            chi phí, mức chi, chi bao nhiêu, bao nhiêu tiền, bao nhiêu, mức đầu tư, đầu tư, khoản
            này, giá cả, bn tiền, nhiêu tiền, hết bao nhiêu, how much, money, figure, amount, số
            tiền, mức giá, spend, funds, funding, ns, khoản chi, chi tiêu, dự trù, price range,
            cost, bao nhiu, budgets
            """
        ),
        UNDECIDED: (
            *pairs(
                "chưa, vẫn chưa, chưa hề, chưa được",
                """
                có, biết, rõ, chốt, duyệt, tính, nghĩ, xác định, quyết, bàn, lên, được, phân bổ,
                giao, hình dung, dự trù, thống nhất, cụ thể, nói được, ước, dám, nắm, ai, định,
                lập, trình, họp, xin, chắc, đâu vào đâu, có kế hoạch, tìm hiểu, cân đối, xem
                """,
            ),
            *pairs(_NOT, "biết, rõ, chắc, nắm, nhớ, cố định, giới hạn, áp lực, đặt nặng"),
            *pairs(
                "chờ, đợi, phải chờ, phải đợi, còn chờ, còn đợi, đang chờ, đang đợi",
                """
                duyệt, phê duyệt, sếp, lãnh đạo, giám đốc, ban, phòng, kế toán, tài chính, họp,
                quyết, báo giá, giá, bên em báo, ông xã, bà xã, vợ, chồng, cấp, kinh phí, ngân
                sách
                """,
            ),
            *pairs(
                "đang, còn đang, vẫn đang, mới đang, còn phải",
                """
                chờ, xin, trình, tính, cân nhắc, bàn, tham khảo, cân đối, xem, xem xét, họp, lên
                kế hoạch, làm dự toán, lập dự toán, thương lượng, hỏi, tính toán, khảo sát, bàn
                bạc
                """,
            ),
            *pairs("phải, để, cần", "hỏi lại, xin, trình, họp, bàn, xem lại, cân đối, tính lại"),
            *pairs("để", "hỏi, xem, tính"),
            *pairs(
                "rồi anh, rồi chị, rồi em, rồi mình, rồi tôi, rồi sếp, rồi bên anh, rồi bên chị,"
                " rồi bên mình",
                "cân đối, tính, xem, coi, liệu, quyết, duyệt, chốt, cân nhắc, so sánh",
            ),
            *pairs("mới, rồi mới, thì mới", "biết, rõ, quyết, chốt, trình, tính, duyệt, lập, nói"),
            *turns(
                """
                biết đâu, mô biết, đâu có biết, đâu biết, biết chi, còn tuỳ, tuỳ vào, tuỳ theo,
                tuỳ thuộc, phụ thuộc, linh hoạt, linh động, không thành vấn đề, ko thành vấn đề,
                không quan trọng, ko quan trọng, k thành vấn đề, không phải vấn đề, không lo, xem
                đã, tính sau, bàn sau, để sau, hãy nói, xem giá, coi giá, xem báo giá, coi báo
                giá, nào cũng được, sao cũng được, bao nhiêu cũng được, không có con số, khó nói
                trước, khó ước, khảo sát mới, sau khi khảo sát, thương lượng, trao đổi thêm, không
                giới hạn, dont know, don't know, not sure, no idea, no clue, undecided, tbd, tbc,
                haven't decided, haven't thought, haven't set, haven't fixed, haven't figured, not
                decided, not yet, not approved, depends, depending, depend on, flexible, no limit,
                not an issue, not a concern, not a problem, no object, no problem, don't have,
                dont have, no fixed, to be determined, to be decided, to be confirmed, to be
                discussed, not finalized, not finalised, not set, hasn't been, waiting for, still
                discussing, unsure, doesn't matter, not fixed, no budget, isn't
                set, isn't decided, isn't fixed,
                isn't final, no figure,
                not confirmed, whatever it takes, need approval, waiting on, needs approval,
                pending approval,
                hard to say, hard to tell, we'll see, let me check, have to check, need to check,
                have to ask, need to ask, still working on
                """
            ),
        ),
        HINT: turns(
            """
            chưa, tuỳ, thoải mái, miễn, miễn là, hợp lý, cũng được, chịu, open, pending, yet, vẫn
            đang, hỏi lại, depend, haven't, không có, whatever
            """
        ),
        NO_FIGURE: (
            *pairs(_MONEY, _NO_MATTER),
            *pairs(
                "money is, money isn't, money's, budget is, budget isn't, price is, price isn't",
                "no object, no problem, not an issue, an issue, not a problem, a problem, flexible",
            ),
            *turns(
                """
                giá nào cũng được, ngân sách mở, budget mở, bao nhiêu cũng được, bao nhiêu cũng
                chơi, không ngại chi, không tiếc tiền, chưa có ngân sách, chưa có kinh phí, ngân
                sách linh hoạt, no budget yet
                """
            ),
        ),
        REFUSED: (
            *pairs(_WILL_NOT, _SAY),
            *pairs(_SORRY_NOT, _TELL),
            *turns(
                """
                không tiện, ko tiện, k tiện, hông tiện, hong tiện, chưa tiện, khó nói, xin phép
                không, giấu, hỏi làm gì, hỏi chi, hỏi kỹ, đừng hỏi, khỏi hỏi, không cần biết, sao
                phải nói, sao phải khai, giữ kín, giữ riêng, xin giữ, chuyện riêng, riêng tư, nội
                bộ, bí mật, nhạy cảm, bảo mật, nói làm gì, nói chi, tế nhị, không việc gì, việc gì
                phải, can
                gì, không liên quan, bạn không cần, em không cần biết, miễn bàn, confidential,
                rather not, prefer not, none of your, not comfortable, keep that to, keep it to,
                secret, decline, no comment, mind your, private, internal, classified
                """
            ),
        ),
        QUOTE_FIRST: turns(
            """
            cứ báo giá, báo giá trước, cứ gửi giá, báo giá đi, gửi báo giá trước, gửi giá trước,
            cho giá trước, cứ báo, cứ nói giá, nói giá trước, đưa giá trước, just quote, quote
            first, your price first, your quote first, quote me first, tell me your price, cứ gửi
            báo giá, cho xin báo giá trước, báo giá đã, cho báo giá trước, just send the quote
            """
        ),
        SECRET: pairs(
            "không tiết lộ, ko tiết lộ, không nói, ko nói, rather not share, prefer not to share",
            "ngân sách, con số, kinh phí, budget, our budget",
        ),
        NO_MONEY: (
            *pairs(_NOT, "có tiền, có đồng nào, một xu, đồng nào, tốn đồng nào, xu dính túi"),
            *turns(
                """
                làm gì có tiền, lấy đâu ra tiền, hết tiền, hết sạch tiền, cháy túi, viêm màng túi,
                no money, zero budget, i'm broke, am broke, we're broke, are broke,
                ngân sách bằng không, có đồng nào đâu, có tiền đâu,
                tiền đâu, tiền đâu ra, tiền đâu mà, nothing to spend
                """
            ),
        ),
        FREE: turns("miễn phí, free, không mất tiền, không tốn tiền, đồ free, for free"),
        QUESTION: turns(
            """
            giá bao nhiêu, bao nhiêu tiền, giá sao, nhiêu tiền, bao nhiêu vậy, giá thế nào, bao
            nhiêu một tháng, how much is, how much does, how much for, giá cả sao, là bao nhiêu,
            hết bao nhiêu, bao nhiêu vậy em, bao nhiêu ạ, tiền nhiều
            """
        ),
        ABOUT_PHONE: turns(
            """
            số điện thoại, sđt, sdt, số zalo, phone, phone number, email, liên lạc, cho số, để lại
            số, địa chỉ, tên
            """
        ),
    }
)

# Words that a phrase of no money must not be followed by: "không có tiền lẻ", "… nhiều".
NOT_ALL_MONEY = frozenset(turns("nhiều, nhieu, lẻ, le, sẵn, san, mặt, mat, thừa, thua"))
# Behind "free" these show that it is something else that costs nothing, or a question.
FREE_OF_OTHER = Phrases(
    {
        "other": turns(
            """
            ship, vận chuyển, giao hàng, tư vấn, dùng thử, lắp đặt, bảo hành, mấy ngày, không, ko,
            hông, không em, được không, plan, trial, ?, shipping, khảo sát, demo, thử, hả, phải
            không, có gói, có bản, is there, do you, bao lâu
            """
        ),
    }
)
