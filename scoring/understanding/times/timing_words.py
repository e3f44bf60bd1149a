"""The words that time is told in, Vietnamese and English, each list under what it stands for."""

from __future__ import annotations

from scoring.understanding.phrases import Phrases
from scoring.understanding.times.calendar import Part, Unit
from scoring.understanding.word_list import listed, spellings

UNITS = Phrases(
    {
        Unit.HOUR: listed("giờ, tiếng, tiếng đồng hồ, h, hour, hours, hr, hrs"),
        Unit.DAY: listed("ngày, hôm, bữa, day, days"),
        Unit.WORKING_DAY: listed(
            "ngày làm việc, ngày công, working day, working days, business day,"
            "business days, work days"
        ),
        Unit.WEEK: listed("tuần, tuần lễ, week, weeks, wk, wks"),
        Unit.MONTH: listed("tháng, th, month, months, mth, mths"),
        Unit.QUARTER: listed("quý, quarter, quarters"),
        Unit.YEAR: listed("năm, year, years, yr, yrs"),
    }
)

# Units of the calendar in Vietnamese word order, "tháng sau", and in English, "next month".
CALENDAR_UNITS = Phrases(
    {
        Unit.WEEK: listed("tuần, tuần lễ"),
        Unit.MONTH: listed("tháng"),
        Unit.QUARTER: listed("quý"),
        Unit.YEAR: listed("năm"),
    }
)
ENGLISH_UNITS = Phrases(
    {
        Unit.DAY: listed("day"),
        Unit.WEEK: listed("week, wk"),
        Unit.MONTH: listed("month"),
        Unit.QUARTER: listed("quarter"),
        Unit.YEAR: listed("year, yr"),
    }
)

# How many units ahead: said behind the unit in Vietnamese, before it in English.
AHEAD = Phrases(
    {
        "0": listed("này, nay, nầy, ni, đó luôn"),
        "1": listed("sau, tới, kế, kế tiếp, tiếp theo, sắp tới, tới đây, tới này, tới ni, sau này"),
        "2": listed("sau nữa, tới nữa, kế nữa, tiếp theo nữa, sau sau"),
        "-1": listed("trước, rồi, qua, vừa rồi, vừa qua, ngoái, vừa xong, xưa, kia"),
    }
)
ENGLISH_AHEAD = Phrases(
    {
        "0": listed(
            "this, within the, the current, current, the rest of this, rest of the, rest of this"
        ),
        "1": listed("next, the next, following, the following, the coming, coming"),
        "2": listed("the one after next"),
        "-1": listed("last, the last, previous, past, the past, the previous"),
    }
)
# "the week after next".
ENGLISH_AFTER_NEXT = Phrases(
    {
        Unit.WEEK: listed("week after next, the week after next"),
        Unit.MONTH: listed("month after next, the month after next"),
        Unit.QUARTER: listed("quarter after next, the quarter after next"),
    }
)
# "sang tháng", "qua năm": the next one without another word.
INTO_NEXT = Phrases({"next": listed("sang, qua, ra, bước sang, bước qua, qua tới")})
# "trong tháng", "nội trong tuần": the present one without another word.
WITHIN_PRESENT = Phrases({"this": listed("trong, nội!, nội trong, ngay trong, gọn trong")})

PARTS = Phrases(
    {
        Part.START: listed(
            "đầu, early, start of, the start of, beginning of, the beginning of, early in"
        ),
        Part.MIDDLE: listed("giữa, mid, middle of, the middle of"),
        Part.END: listed(
            "cuối, gần cuối, gần hết, late, end of, the end of, end, the end, late in"
        ),
        Part.FIRST_HALF: listed(
            "nửa đầu, nửa đầu của, 6 tháng đầu, sáu tháng đầu, first half of, the first half of"
        ),
        Part.SECOND_HALF: listed(
            "nửa cuối, nửa sau, nửa cuối của, 6 tháng cuối, sáu tháng cuối, second half of,"
            "the second half of"
        ),
        Part.FIRST_WEEK: listed(
            "tuần đầu, tuần đầu tiên, tuần đầu của, tuần đầu tiên của, tuần thứ nhất, tuần 1,"
            "first week of, the first week of, tuần thứ 1, tuần thứ nhất của"
        ),
        Part.SECOND_WEEK: listed(
            "tuần thứ hai, tuần thứ 2, tuần 2, second week of, the second week of,"
            "tuần thứ hai của, tuần thứ 2 của"
        ),
        Part.THIRD_WEEK: listed(
            "tuần thứ ba, tuần thứ 3, tuần 3, third week of, the third week of, tuần thứ ba của,"
            "tuần thứ 3 của"
        ),
        Part.LAST_WEEK: listed(
            "tuần cuối, tuần cuối cùng, tuần cuối của, tuần cuối cùng của, last week of,"
            "the last week of"
        ),
    }
)
# "bắt đầu tháng 5" starts with May, not at its beginning.
NOT_BEFORE_PARTS = spellings("bắt, ban, lúc, lần, bước, dẫn")
# A part of a unit in one word: which unit, and which part of the present one.
WHOLE_PARTS = Phrases(
    {
        "week end": listed("weekend, the weekend, eow"),
        "month end": listed("eom"),
        "quarter end": listed("eoq"),
        "year end": listed("eoy, year end"),
        "quarter 1": listed("first quarter, the first quarter, quý đầu năm, quý đầu"),
        "quarter 2": listed("second quarter, the second quarter"),
        "quarter 3": listed("third quarter, the third quarter"),
        "quarter 4": listed("fourth quarter, the fourth quarter, quý cuối, quý cuối năm"),
    }
)

RELATIVE_DAYS = Phrases(
    {
        "0": listed(
            "hôm nay, bữa nay, hum nay, ngày hôm nay, trong ngày, nội trong ngày, today, tonight,"
            "this morning, this afternoon, this evening, eod, end of day, end of the day, hnay, "
            "bữa ni, hôm ni, ngày ni"
        ),
        "1": listed(
            "mai, ngày mai, bữa mai, hôm mai, tomorrow, tmr, tmrw, tomorow, sớm mai, mơi!, "
            "ngày mơi!, bữa mơi!"
        ),
        "2": listed("mốt, ngày mốt, bữa mốt, ngày kia, the day after tomorrow, day after tomorrow"),
        "3": listed("ngày kìa"),
        "-1": listed(
            "hôm qua, ngày hôm qua, bữa qua, hồi hôm, tối qua, sáng qua, chiều qua, đêm qua,"
            "hôm kia,"
            "hôm trước, bữa trước, bữa hổm, hổm, hôm bữa, hôm nọ, hôm rồi, bữa giờ, hổm rày,"
            "lúc nãy, hồi nãy, vừa nãy, khi nãy, ban nãy, yesterday, the other day, dạo trước,"
            "đợt trước, lần trước, hồi trước, hồi xưa, ngày trước, ngày xưa, thời gian qua"
        ),
    }
)
TODAY_AFTER_DAY_PART = Phrases({"0": listed("nay, này, ni")})

WEEKDAYS = Phrases(
    {
        "0": listed("thứ hai, thứ 2, monday"),
        "1": listed("thứ ba, thứ 3, tuesday"),
        "2": listed("thứ tư, thứ 4, wednesday"),
        "3": listed("thứ năm, thứ 5, thursday"),
        "4": listed("thứ sáu, thứ 6, friday"),
        "5": listed("thứ bảy, thứ bẩy, thứ 7, saturday"),
        "6": listed("chủ nhật, chúa nhật, chủ nhựt, sunday"),
    }
)
# Shorter, and other words too: only with a word of time beside them or where time was asked.
SHORT_WEEKDAYS = Phrases(
    {
        "0": listed("mon"),
        "1": listed("tue, tues"),
        "2": listed("wed"),
        "3": listed("thurs, thur"),
        "4": listed("fri"),
        "5": listed("sat"),
        "6": listed("cn, sun"),
    }
)

DAY_PARTS = Phrases(
    {
        "morning": listed(
            "sáng, buổi sáng, sáng sớm, đầu giờ sáng, cuối giờ sáng, morning, in the morning"
        ),
        "noon": listed("trưa, buổi trưa, noon, lunch, at noon, lunchtime"),
        "afternoon": listed(
            "chiều, buổi chiều, đầu giờ chiều, cuối giờ chiều, chiều tối, xế chiều, afternoon,"
            "in the afternoon"
        ),
        "evening": listed("tối, buổi tối, đêm!, khuya, evening, night, in the evening"),
    }
)

MONTH_NAMES = Phrases(
    {
        "1": listed("january, jan"),
        "2": listed("february, feb"),
        "3": listed("march, mar"),
        "4": listed("april, apr"),
        "5": listed("may"),
        "6": listed("june, jun"),
        "7": listed("july, jul"),
        "8": listed("august, aug"),
        "9": listed("september, sept, sep"),
        "10": listed("october, oct"),
        "11": listed("november, nov"),
        "12": listed("december, dec"),
    }
)
# Also names, verbs or other words: they need a day, a year or a preposition beside them.
SLIPPERY_MONTHS = frozenset(
    listed("may, mar, march, jan, jun, sep, dec, april, june, august, oct, nov")
)
MONTH_WORDS = Phrases(
    {
        "1": listed("một"),
        "2": listed("hai"),
        "3": listed("ba"),
        "4": listed("tư, bốn"),
        "5": listed("năm"),
        "6": listed("sáu"),
        "7": listed("bảy, bẩy"),
        "8": listed("tám"),
        "9": listed("chín"),
        "10": listed("mười"),
        "11": listed("mười một"),
        "12": listed("mười hai"),
    }
)
# Months that only the lunar year has.
LUNAR_MONTHS = Phrases({"1": listed("giêng"), "12": listed("chạp, củ mật")})
QUARTER_WORDS = Phrases(
    {
        "1": listed("một, i, nhất"),
        "2": listed("hai, ii"),
        "3": listed("ba, iii"),
        "4": listed("tư, bốn, iv"),
    }
)

SEASONS = Phrases(
    {
        "spring": listed("mùa xuân, spring"),
        "summer": listed("hè, mùa hè, dịp hè, kỳ nghỉ hè, nghỉ hè, mùa hạ, summer, the summer"),
        "autumn": listed("mùa thu, autumn"),
        "winter": listed("mùa đông, winter"),
    }
)
FESTIVALS = Phrases(
    {
        "tet": listed(
            "tết, tết nguyên đán, tết âm, tết âm lịch, tết ta, tết cổ truyền, lunar new year,"
            "chinese new year, lễ tết, tết nhất"
        ),
        "new_year": listed(
            "tết tây, tết dương, tết dương lịch, năm mới dương lịch, new year, the new year,"
            "new years, new year ' s, new year ' s day"
        ),
        "christmas": listed("noel, nô en, giáng sinh, lễ giáng sinh, christmas, xmas"),
        "mid_autumn": listed(
            "trung thu, rằm trung thu, tết trung thu, mid autumn, mid autumn festival"
        ),
        "hung_kings": listed("giỗ tổ, giỗ tổ hùng vương, lễ giỗ tổ"),
        "vu_lan": listed("vu lan, lễ vu lan"),
        "kitchen_gods": listed("ông công ông táo, ông táo, đưa ông táo, cúng ông táo"),
        "double_fifth": listed("tết đoan ngọ, đoan ngọ"),
        "buddha": listed("phật đản, lễ phật đản"),
        "national_day": listed("quốc khánh, lễ quốc khánh"),
        "labour_day": listed("quốc tế lao động"),
        "children": listed("quốc tế thiếu nhi, tết thiếu nhi"),
        "valentine": listed("valentine, lễ tình nhân"),
        "new_years_eve": listed("giao thừa, đêm giao thừa, đêm 30"),
        "halloween": listed("halloween"),
        "black_friday": listed("black friday"),
        "teachers": listed("ngày nhà giáo"),
        "school_year": listed("khai giảng, năm học mới, tựu trường"),
        "public_holiday": listed("lễ, nghỉ lễ, kỳ nghỉ lễ, đợt lễ, dịp lễ"),
    }
)
# Behind these a feast is a time; elsewhere it may be what something is made for: "quà Tết".
BEFORE_FEASTS = spellings(
    "dịp, vào, đợt, mùa, trong, đúng, ngay, để, đợi, chờ, hẹn, tới, đến, on, at, during, over,"
    "by, for,"
    "this, kịp, sang, vô, ngày, lễ"
)
# "he" and "le" typed bare are other words, but not behind these.
BEFORE_BARE_FEASTS = frozenset(
    ("truoc", "sau", "qua", "het", "dip", "xong", "kip", "cuoi", "dau", "mua", "can", "sat")
)
# "dời qua quý 3" moves it there; without such a word "qua" is after.
MOVES = spellings("dời, đổi, chuyển, lùi, hoãn, đẩy, rời, để, hẹn, lịch")
# What a date may start with, apart from digits.
STARTING_DATES = (CALENDAR_UNITS, PARTS, RELATIVE_DAYS, WEEKDAYS, FESTIVALS, SEASONS)
# Words before a date that add nothing: "ngày lễ 2/9", "dịp Tết", "khai trương ngày 20/6".
OPENERS = Phrases(
    {
        "opener": listed(
            "lễ, dịp, dịp lễ, đợt, đợt lễ, ngày lễ, mùa, kỳ nghỉ, kỳ, nghỉ, nghỉ lễ, ăn, vào,"
            "khoảng, tầm, chừng, cỡ, độ, đâu, là, lúc, ngày, hôm, thời điểm, chắc, chắc là, cũng,"
            "phải, cũng phải, là phải, vào khoảng, vào tầm, trong, đến, tới, khi, khai trương,"
            "khai trương ngày, cho, nhất là, nhất, thời gian, tức, tức là, ngay, hết, cho tới,"
            "the, on, in, around, about, at, of, ngay trong, trong khoảng, khoảng đâu, giữa năm học"
        )
    }
)
APPROXIMATE = spellings(
    "khoảng, tầm, chừng, cỡ, độ, đâu, vào, dịp, lúc, chắc, around, about, roughly, approximately,"
    "maybe, probably, sometime, on, hơn, gần"
)

# Relations to a date.
BEFORE = "before"
NOT_AFTER = "not_after"
AFTER = "after"
NOT_BEFORE = "not_before"
WITHIN = "within"
SHORTLY_BEFORE = "shortly_before"
IN = "in"
RELATIONS = Phrases(
    {
        BEFORE: listed(
            "trước, trước khi, trước khi tới, trước khi đến, trc, kịp, kịp trước, cho kịp,"
            "kịp cho, phải kịp, để kịp, kịp bán, kịp mùa, kịp đợt, kịp dịp, kịp phục vụ, kịp chạy,"
            " trước cả, before, prior to, ahead of, in time for"
        ),
        NOT_AFTER: listed(
            "chậm nhất, chậm nhất là, chậm nhất vào, trễ nhất, trễ nhất là, muộn nhất,"
            "muộn nhất là, hạn chót, hạn chót là, hạn cuối, hạn cuối là, hạn!, hạn là, deadline,"
            "deadline là, deadline is, không muộn hơn, không trễ hơn, không quá, không chậm hơn,"
            "từ nay đến, từ nay tới, từ giờ đến, từ giờ tới, từ bây giờ đến, từ bây giờ tới,"
            "từ giờ cho đến, từ nay cho đến, từ giờ cho tới, from now until, from now till, "
            "between now and,"
            "by end of day, by eod, by the end of the day, by close of business, by cob,"
            "đến hết, tới hết, trước khi hết, by, until, till, no later than, not later than,"
            "at the latest, latest, at latest, due, due by, due on, tối đa, tối đa là, trong hết,"
            "lâu nhất, lâu nhất là, dl, up to, max, trễ lắm, trễ lắm là, trễ lắm thì, chậm lắm,"
            "hạn nộp, hạn nộp thầu, hạn nộp hồ sơ, hạn hoàn thành, hạn bàn giao, hạn nghiệm thu,"
            "chậm lắm là, chậm lắm thì, muộn lắm, muộn lắm là, muộn lắm thì, lâu lắm, lâu lắm là,"
            "cùng lắm, cùng lắm là"
        ),
        AFTER: listed(
            "sau, sau khi, sau khi hết, sau khi qua, qua, xong, xong qua, hết, đợi! qua, chờ qua,"
            "đợi hết, chờ hết, đợi xong, chờ xong, qua hết, để qua, để hết, đợi sau, ra, ăn xong,"
            "nghỉ xong, sau dịp, ngoài, after, past, following"
        ),
        NOT_BEFORE: listed(
            "sớm nhất, sớm nhất là, sớm nhất cũng, sớm nhất cũng phải, sớm nhất vào, từ,"
            "bắt đầu từ, kể từ, tính từ, from, starting from, start from, as of,"
            "not before, no earlier than, earliest, ít nhất, ít nhất là, ít nhất cũng,"
            "ít nhất cũng phải, sớm nhất thì, sớm nhất chắc, at least, at the earliest, tối thiểu,"
            "không trước, không sớm hơn, ko sớm hơn, k sớm hơn, not until, not till"
        ),
        WITHIN: listed(
            "trong, trong vòng, nội!, nội trong, trong khoảng, trong thời gian, gọn trong,"
            "trong tầm, trong chừng, within, in the next, over the next, during the next, during,"
            "within the next, trong có, ngay trong, quanh, the next, for the next, inside"
        ),
        SHORTLY_BEFORE: listed("giáp, cận, sát, gần, gần tới, sát ngày"),
        IN: listed("in, in about, in around"),
    }
)
# Before these words only, "xong", "hết", "ra" or "qua" tell the time: "xong Tết", "hết hè".
ONLY_BEFORE_A_NAME = frozenset(("xong", "ra", "ăn xong", "nghỉ xong"))

ONLY_BEFORE_A_FEAST = spellings("giáp, cận, sát, ngoài")

LENGTH_FOLLOWS = Phrases(
    {
        # "3 tuần nữa" is a day, "3 tuần tới" the days up to it, "3 tuần trước" gone by.
        "point": listed("nữa, nửa, nữa thôi, later, from now, from today, time, nửa nha"),
        "after": listed("sau"),
        "span": listed(
            "tới, sắp tới, tới đây, kế tiếp, tiếp theo, trở lại, đổ lại, kể từ hôm nay,"
            "kể từ bây giờ, tính từ hôm nay, từ hôm nay, là cùng, max, tops, at most"
        ),
        "past": listed(
            "trước, nay, qua, vừa qua, gần đây, ago, trước đây, rồi, vừa rồi, trở lại đây,"
            "liền, liên tục, liên tiếp, old"
        ),
        "rate": listed(
            "một lần, 1 lần, hai lần, 2 lần, lần, một, 1, đầu, đầu tiên, cuối, /, mỗi, tuổi"
        ),
    }
)
ENGLISH_NEXT = Phrases({"span": listed("next, the next, coming, the coming, this coming")})

# "không phải tháng 4, tháng 5": the comma parts, it does not list.
DENIALS = spellings("phải, không, not, ko")
OR = Phrases({"or": listed("hoặc, hoặc là, hay, hay là, or, và, hoac, and, /, chứ không")})
TO = Phrases(
    {"to": listed("đến, tới, -, ~, to, through, until, till, cho đến, cho tới, qua, sang, đến hết")}
)
# Between two days of which only the second has its month: "15-20/12".
JOINS = Phrases({"joins": listed("-, ~, đến, tới, hoặc, hay, và, to, or")})
ONWARD = Phrases(
    {
        "on": listed("trở đi, trở về sau, đổ đi, đổ về sau, onwards, onward, and after, or later"),
        "latest": listed(
            "là hạn chót, là hạn cuối, là deadline, là trễ nhất, là chậm nhất, là muộn nhất,"
            "là cùng, là hết hạn, đổ lại, trở lại, trở về trước, at the latest, latest, or earlier,"
            "là hạn"
        ),
        "past": listed(
            "tới giờ, đến giờ, tới nay, đến nay, tới bây giờ, đến bây giờ, nào cũng, hàng tuần,"
            "hằng tuần, hàng tháng, hằng tháng, hàng năm, hằng năm, hằng ngày, hàng ngày, nào,"
            "until now, ago, tới giờ này"
        ),
        "after": listed("xong, qua rồi"),
    }
)
OF = Phrases({"of": listed("của, of, trong, -, of the, the")})
LUNAR = Phrases({"lunar": listed("âm, âm lịch, al, lịch âm")})
SOLAR = Phrases({"solar": listed("dương, dương lịch, dl, lịch dương, tây, dương nha")})
MOON_DAYS = Phrases({"first": listed("mùng, mồng"), "full": listed("rằm")})
DAY_WORDS = Phrases({"day": listed("ngày, hôm, bữa, the, ngày lễ, trúng ngày, đúng ngày")})
# They point at a day that both sides know of.
THAT_DAY = spellings("hôm, bữa")
MONTH_SHORT = frozenset(("th", "thg", "thang", "tháng", "t"))
# What stands between a day and its month.
BEFORE_MONTHS = MONTH_SHORT | {"/", "-"}

A_HALF_MORE = Phrases({"half": listed("rưỡi, rưởi, and a half")})
HALF_OF = Phrases({"half": listed("nửa, nữa, half a, half, nửa cái")})
A_FEW = Phrases(
    {
        "2 5": listed("vài, mấy, một vài, 1 vài, ít!, a few, few, several, some, dăm"),
        "2 3": listed("vài ba, đôi ba"),
        "3 5": listed("dăm ba, ba bốn năm"),
        "5 7": listed("dăm bảy, năm bảy"),
        "1 2": listed("một hai, đôi!"),
        "2 2": listed("a couple, a couple of, couple, couple of"),
    }
)
ONES = Phrases(
    {
        "1": listed("một, one, a, an, mỗi một"),
        "2": listed("hai, two"),
        "3": listed("ba, three"),
        "4": listed("bốn, tư, four"),
        "5": listed("năm, lăm, five"),
        "6": listed("sáu, six"),
        "7": listed("bảy, bẩy, seven"),
        "8": listed("tám, eight"),
        "9": listed("chín, nine"),
        "10": listed("mười, chục, một chục, ten"),
        "12": listed("twelve, một tá"),
        "14": listed("fourteen"),
        "15": listed("fifteen"),
        "20": listed("twenty, hăm"),
        "30": listed("thirty"),
        "45": listed("forty five"),
        "60": listed("sixty"),
        "90": listed("ninety"),
    }
)
TENS = Phrases({"ten": listed("mươi, chục")})
LAST_ONES = Phrases(
    {
        "1": listed("mốt, một"),
        "2": listed("hai"),
        "3": listed("ba"),
        "4": listed("tư, bốn"),
        "5": listed("lăm, nhăm"),
        "6": listed("sáu"),
        "7": listed("bảy"),
        "8": listed("tám"),
        "9": listed("chín"),
    }
)

# What follows a number that is no day, month or length: money, or things counted.
# Not people or places: "tháng 10 công ty mới dọn" is October all the same.
COUNTED = Phrases(
    {
        "counted": listed(
            "tiếng, buổi, phút, giờ, triệu, tr, trịu, nghìn, ngàn, tỷ, tỉ, tỏi!, củ!, chai!, %,"
            "phần trăm, usd, đô!, đồng,"
            "vnd, vnđ, $, lít, trăm, chục, lần, đơn, cái, chiếc, bộ!, người, suất, hộp, thùng,"
            "user,"
            "tài khoản, m2, kg, km, gb, cm, mm, ly!, sản phẩm, tấn!, cuốn, học sinh, điểm!, users,"
            "people, times, món!, chuyến, gói!, trang, million, suất ăn, lượt, tuổi, đôi!, cặp!,"
            "gram,"
            "lạng!, mét, máy!, phòng!, tầng!, quầy, sao!, bàn!, xe"
        ),
        "other": listed(
            "bàn giao, bàn bạc, máy móc, đơn vị, đơn hàng về, phòng khám, phòng gym, bộ phận,"
            "bộ giao, đôi bên, xe về, đơn vị em, người ta, máy về, sao nhỉ, sao, đồng ý, trang bị"
        ),
    }
)
# One letter counts only stuck to its number: 5k, but "tháng 5 k em".
COUNTED_IF_STUCK = frozenset(("k", "đ", "d", "m", "h"))
