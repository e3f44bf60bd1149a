"""The words around a sum of money: about, at most, to, or so."""

from __future__ import annotations

from scoring.understanding.money.number_words import one_by_one, pairs, turns
from scoring.understanding.phrases import Phrases

ABOUT = "about"  # X - 20 % to X + 20 %
NEAR = "near"  # 0.9 X to X
SLIGHTLY = "slightly"  # X to 1.2 X
AT_MOST = "at_most"
AT_LEAST = "at_least"
MORE = "more"  # at least, unless "a bit" follows
FROM = "from"  # at least, unless a range follows
BETWEEN = "between"
MOST = "most"  # at most, and may stand some words before the sum
LEAST = "least"

_NOT = "không, ko, k, kg, hok, hông, hong, hổng, khum, hem, chẳng, đừng, chớ, chưa"
_NOT_ENGLISH = """
    not, no, never, cannot, can't, couldn't, won't, wouldn't, don't, doesn't, mustn't, shouldn't,
    can not, isn't, aren't, not want to, don't want to, rather not, not able to, unable to
    """
_BEYOND = """
    over, above, beyond, exceed, exceeding, more than, higher than, greater than, go over,
    go above, go beyond, go past, go higher than, pay over, pay more than, spend over,
    spend more than, be over, be more than
    """

MODIFIERS = Phrases(
    {
        ABOUT: turns(
            """
            tầm, khoảng, khoản, cỡ, cở, chừng, độ, ~, ≈, cỡ độ, cơ, loanh quanh, lanh quanh, quanh
            quanh, quanh, quanh quẩn, vào quãng, xấp xỉ, sấp xỉ, sắp xỉ, trên dưới, tầm tầm,
            khoảng tầm, quãng, áng chừng, ước chừng, ước tính, đâu đó, đâu tầm, tròm trèm, xêm
            xêm, sêm sêm, ngang ngang, tương đương, hòm hòm, hơn kém, khoảng chừng, around, about,
            approximately, approx, approx ., roughly, circa, ballpark, somewhere around, in the
            region of, give or take, something like, khoảng đâu, đâu khoảng, đâu cỡ, đâu chừng, cỡ
            đâu, tầm đâu đó, cỡ đâu đó, khoảng đâu đó, chắc đâu đó, tầm đâu, chắc đâu
            """
        ),
        NEAR: turns(
            """
            gần, gần gần, gần tới, gần được, ngót, ngót nghét, suýt soát, suýt, non, xém, sắp sửa,
            gần cả, ngót ngét, sát, mấp mé, nearly, almost, close to, just under, not quite
            """
        ),
        SLIGHTLY: turns(
            """
            nhỉnh hơn, nhỉnh, hơn chút, hơn một chút, hơn xíu, nhích hơn, just over, a bit over,
            slightly over, a little over, a bit more than, slightly more than, slightly above, a
            little more than
            """
        ),
        AT_MOST: turns(
            """
            dưới, không tới, chưa tới, chưa đến, không đến, không hơn, không trên, ko tới, ko đến,
            ko hơn, k tới, k đến, chưa đầy, không đầy, thấp hơn, nhỏ hơn, ít hơn, bé hơn, <, < =, ≤,
            trong vòng, trong mức, under, below, less than, within, up to, upto, lên tới, lên đến,
            không cao hơn, không nhiều hơn, ko cao hơn, ko nhiều hơn, đổ lại, mắc lắm là, mắc lắm
            thì, lắm là, quá lắm là, nhiều lắm là, cùng lắm, cùng lắm là, hết cỡ là, kịch trần là,
            giỏi lắm là, lắm thì, kịch là, tới mức, đến mức, quá lắm, quá lắm thì, rẻ hơn, stretch
            to, south of, được
            tới!, được đến!, cao lắm là, đắt lắm là, max ping
            """
        ),
        MOST: (
            *pairs(_NOT, "quá, qúa, vượt, vượt quá, được quá, được vượt, được vượt quá"),
            *pairs(_NOT_ENGLISH, _BEYOND),
            *turns(
                """
                tối đa, max, maximum, ceiling, ceiling is, ráng lắm, ráng lắm là, cố lắm, cố lắm
                được, cố lắm là, gắng lắm, gắng lắm được, nhiều nhất, cao nhất, giới hạn, hạn mức,
                kịch trần, trần, mức trần, đắt nhất, mắc nhất, kịch kim, at most, capped at, cap at,
                cap of, cap is, cap :, our cap, budget cap, upper limit, tops, tops out at, tops
                out, limit, not a dong over, not a penny over, not a cent over, not a dong more
                than, not a penny more than, not a cent more than, as high as, as much as
                """
            ),
        ),
        AT_LEAST: turns(
            """
            trên, không dưới, ko dưới, không ít hơn, không kém, cao hơn, nhiều hơn, lớn hơn, >, >
            =, ≥, over, above, more than, starting at, upwards of, không thấp hơn, từ mức, north
            of, starting from, bét ra, ko ít hơn
            """
        ),
        MORE: turns("hơn, hơn cả, dư, ngoài, quá"),
        LEAST: turns(
            """
            ít nhất, tối thiểu, min, minimum, thấp nhất, ít ra, ít gì, bét nhất, at least, no less
            than, not less than, ít nhứt, tối thiểu là, ít cũng, ít cũng phải, ít gì cũng, rẻ
            nhất cũng, thấp nhất cũng, bèo cũng, bèo nhất cũng, bèo lắm cũng, bét cũng, tệ lắm cũng
            """
        ),
        FROM: turns("từ, kể từ, from"),
        BETWEEN: turns("giữa, between, nằm giữa"),
    }
)

AT_MOST_AFTER = "at_most_after"
AT_LEAST_AFTER = "at_least_after"
ABOUT_AFTER = "about_after"
A_BIT = "a_bit"
GIVE_OR_TAKE = "give_or_take"

AFTERTHOUGHTS = Phrases(
    {
        AT_MOST_AFTER: turns(
            """
            đổ lại, trở lại, trở xuống, đổ xuống, quay đầu, trở lui, đổ về, lại, quay lại, lui
            lại, là đụng trần, đụng trần, là đụng nóc, là kịch nóc, là hết mức, hết mức, là cùng,
            là hết cỡ, hết cỡ, là max, max, là tối đa, tối đa,
            là cao nhất, cao nhất, là nhiều nhất, là kịch trần, kịch trần, là kịch, kịch kim, là
            kịch kim, là hết, max ping, là hết nấc, là đỉnh, là hết sức, là hết khả năng, là quá
            sức, là trần, maximum, tops, at most, or less, or under, or below, and below, max rồi,
            là mức cao nhất, là mức tối đa, là căng, trở vào, là giới hạn, quay xuống, là mắc lắm
            rồi, là cao lắm rồi, is the max, is our max, is the limit, is our limit, is my limit,
            is my max, is the most, and under
            """
        ),
        AT_LEAST_AFTER: turns(
            """
            trở lên, đổ lên, trở đi, +, hơn, lên, là ít nhất, là tối thiểu, tối thiểu, or more,
            and up, or above, plus, minimum, and above, dư, là thấp nhất, đổ ra, at least, có dư,
            at minimum, or over, upwards
            """
        ),
        ABOUT_AFTER: turns(
            """
            gì đó, gì đấy, chi đó, gì á, hay gì đó, or so, ish, thôi gì đó, hoặc đại loại, approx,
            approximately, roughly, cỡ đó, tầm đó, khoảng đó, chừng đó thôi, xê dịch chút, xê xích
            chút, cỡ vậy, thêm bớt chút đỉnh, xê dịch chút đỉnh, hơn kém chút, more or
            less, tầm tầm vậy, tầm vậy, khoảng vậy, chừng đó, đổ
            qua đổ lại, đổ tới đổ lui
            """
        ),
        A_BIT: turns(
            """
            một chút, chút, một tí, tí, xíu, một xíu, tẹo, chút đỉnh, chút xíu, một ít, tí xíu, tí
            thôi, chút thôi, a bit, a little, hơn chút, hơn một chút, hơn tí, hơn xíu, hơn một tí,
            hơn một xíu, hơn chút đỉnh
            """
        ),
        GIVE_OR_TAKE: turns(
            """
            ±, + -, + / -, cộng trừ, xê dịch, xê xích, thêm bớt, dao động, chênh lệch, chênh,
            lệch, biên độ, sai số, give or take, plus or minus, plus minus, hơn kém, xê dịch
            khoảng, lên xuống, tăng giảm, cộng trừ khoảng
            """
        ),
    }
)

# Afterthoughts that are so only where the phrase ends, or where nothing is compared.
ONLY_AT_END = one_by_one("lại lên dư")
COMPARING = one_by_one("hơn")
COMPARED = one_by_one("không ko so")

# Between the two ends of a range; JOINED_BY_AND only behind "giữa" or "between".
TO = Phrases(
    {
        "to": turns(
            """
            -, ~, đến, tới, đên, to, cho đến, cho tới, - >, →, = >, lên, hoặc, hay, or, đến tầm,
            đến khoảng, until, till, qua, - -, lên tới, lên đến, đến tối đa, tới tối đa, tới
            khoảng, tới tầm, up to, hoặc là, đến cỡ, tới cỡ, to about, to around, đổ đến, hay là,
            đến gần, . ., …
            """
        ),
    }
)
JOINED_BY_AND = one_by_one("and và and với &")

# May stand between a bound and its sum: "tối đa bên mình chi được khoảng 50 triệu".
LIGHT_FILLERS = one_by_one("là chắc cũng chỉ : = thì cái thôi at is be mức phải được con số cả")
HEAVY_FILLERS = LIGHT_FILLERS | one_by_one(
    """
    bên mình em anh chị tôi tui tụi bọn chúng team công ty nhà shop quán của chi trả bỏ ra có thể
    budget ngân sách kinh phí giá tiền mua đầu tư làm được khoản cho the our we can i spend afford
    pay my of for total tổng vào ở lo cty nên vậy thôi tầm nổi lên nghĩ thấy đoán
    """
)
SPENDING = HEAVY_FILLERS | one_by_one("đóng tốn mất hết")  # "1 năm trả 3 triệu"
CONDITIONS = one_by_one("là thì")
REFUSALS = one_by_one("không ko hông hong hổng thôi chịu nghỉ bỏ đuối")
REFUSAL_REACH = 5  # words of "là anh không làm"
REACH = 6  # words between a bound and its sum

# Behind these words the bare or slipped word is no bound: "mình co 50 trieu" is có (have),
# at the head of a message it is cỡ (about); "khoản" is khoảng with a letter lost.
_HAVING = one_by_one(
    """
    mình em anh chị tôi tui tụi bọn chỉ đang hiện còn bên nhà quán shop cty ty tao tớ cháu con mới
    sẽ chưa không team chúng vẫn duyệt đã tay giờ a e c m mk ae ace
    """
)
_OF_ACCOUNTS = one_by_one("tài một các mỗi những")
NOT_BEHIND: dict[str, frozenset[str]] = {
    "co": _HAVING | frozenset(",;.!?"),
    "khoản": _OF_ACCOUNTS,
    "khoan": _OF_ACCOUNTS,
    # "cái tốt hơn cỡ 10 triệu" compares things, not sums
    "hơn": one_by_one("tốt rẻ đẹp xịn mới mạnh bền ngon ổn khá nhanh nhỏ to gọn"),
    "max": frozenset({"pro"}),  # iPhone 15 Pro Max
    "do": frozenset({"can", "could", "we", "i", "to", "will", "you"}),
}
# In a message with marks these mean themselves: "do" is because, not độ.
MEANT_BARE = frozenset({"do", "qua", "hay", "len"})
LINKS = one_by_one(", và nhưng mà còn - and but ; thì")  # between the bounds of one range
