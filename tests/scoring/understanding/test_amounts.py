"""Sums of money: units, tails, ranges, bounds, periods, as an answer to the budget question."""

from __future__ import annotations

import pytest

from scoring.lead import BudgetStatus
from scoring.understanding.money import budget
from scoring.understanding.text import read

T = 1_000_000
OFFER = (20 * T, 300 * T)

# The text, from, to, in dong; None is an open end.
SUMS = [
    ("ngân sách của bên chị đâu đó 200 củ em ạ", 160 * T, 240 * T),
    ("Chị có thể chi tối đa là 45tr nhé", None, 45 * T),
    ("dạ khoảng hai mươi lăm đến ba mươi triệu ạ", 25 * T, 30 * T),
    ("anh nhắm tầm 1tỷ5 đổ lại", None, 1500 * T),
    ("100-120 triệu gì đó", 100 * T, 120 * T),
    ("trong tầm 60 triệu", 48 * T, 72 * T),
    ("hơn 1 tỷ xíu", 1000 * T, 1200 * T),
    ("chắc khoảng dưới 30 triệu", None, 30 * T),
    ("two million dong", 2 * T, 2 * T),
    ("half a billion", 500 * T, 500 * T),
    ("around 50 million dong", 40 * T, 60 * T),
    ("a hundred million", 100 * T, 100 * T),
    ("twenty-five million or so", 20 * T, 30 * T),
    ("three to four hundred million", 300 * T, 400 * T),
    ("một trăm triệu chẵn", 100 * T, 100 * T),
    ("một tỷ rưỡi đến hai tỷ", 1500 * T, 2000 * T),
    ("từ 1 tỷ 2 đến 1 tỷ 5", 1200 * T, 1500 * T),
    ("1 tỷ đến 1 tỷ rưỡi", 1000 * T, 1500 * T),
    ("800 đến 1 tỷ", 800 * T, 1000 * T),
    ("30 - 50tr", 30 * T, 50 * T),
    ("20tr->30tr", 20 * T, 30 * T),
    ("chỉ có 8tr", 8 * T, 8 * T),
    ("được duyệt 2 tỷ 3 tháng trước", 2000 * T, 2000 * T),
    ("không quá 1 triệu rưỡi", None, 1.5 * T),
    ("đừng quá 40", None, 40 * T),
    ("chắc 40 thôi em", 40 * T, 40 * T),
    ("cỡ 3x triệu", 30 * T, 39 * T),
    ("năm mươi củ", 50 * T, 50 * T),
    ("nửa tỷ thôi", 500 * T, 500 * T),
    ("tỷ mốt", 1100 * T, 1100 * T),
    ("hai tỷ tám", 2800 * T, 2800 * T),
    ("tầm 200 triệu cho 2 chi nhánh, mỗi chi nhánh 100", 160 * T, 240 * T),
    ("50 triệu trở lại đây", None, 50 * T),
    ("60tr đổ xuống", None, 60 * T),
    ("ko quá 60", None, 60 * T),
    ("tren 50 trieu", 50 * T, None),
    ("toi da 1 ty 2", None, 1200 * T),
    ("khoang 5 den 7 trieu", 5 * T, 7 * T),
    ("tam 2 ty 3", 1840 * T, 2760 * T),
    ("hai tram trieu", 200 * T, 200 * T),
    ("bay tram trieu", 700 * T, 700 * T),
    ("ba muoi lam trieu do lai", None, 35 * T),
    ("tu 10 toi 15 cu", 10 * T, 15 * T),
    ("2 toi", 2000 * T, 2000 * T),
    ("duoi 20 cu", None, 20 * T),
    ("gan 1 ty", 900 * T, 1000 * T),
    ("tam chuc trieu", 80 * T, 80 * T),
    ("sau chuc trieu", 60 * T, 60 * T),
    ("nam tram trieu", 500 * T, 500 * T),
    ("mot tram nam muoi trieu", 150 * T, 150 * T),
    ("hai ba trieu thoi", 2 * T, 3 * T),
    ("50trieu", 50 * T, 50 * T),
    ("50Tr", 50 * T, 50 * T),
    ("NGAN SACH 50TR", 50 * T, 50 * T),
    ("50 triệu đồng", 50 * T, 50 * T),
    ("50.000.000 VNĐ", 50 * T, 50 * T),
    ("50,000,000", 50 * T, 50 * T),
    ("50000000", 50 * T, 50 * T),
    ("50000k", 50 * T, 50 * T),
    ("50 000k", 50 * T, 50 * T),
    ("500.000đ", 0.5 * T, 0.5 * T),
    ("tổng 3 tháng là 45 triệu", 45 * T, 45 * T),
    ("lấy gói 5 triệu đi em", 5 * T, 5 * T),
    ("em muốn gói tầm 5 triệu", 4 * T, 6 * T),
    ("bớt còn 45tr thì chị lấy", 45 * T, 45 * T),
    ("bên A chào 90tr nhưng mình chỉ chi được 70tr thôi", 70 * T, 70 * T),
    ("năm ngoái 80 triệu, năm nay tăng lên 100 triệu", 100 * T, 100 * T),
    ("sếp mới duyệt cho 2 trăm triệu", 200 * T, 200 * T),
    ("50 à không 60 triệu", 60 * T, 60 * T),
    ("50 triệu, à nhầm 60", 60 * T, 60 * T),
    ("60 triệu chứ không phải 600 triệu nha", 60 * T, 60 * T),
    ("nhầm, 80 triệu", 80 * T, 80 * T),
    ("ý em là 8 triệu", 8 * T, 8 * T),
    ("sorry, I meant 15 million not 50 million", 15 * T, 15 * T),
    ("70", 70 * T, 70 * T),
    ("7 chục", 70 * T, 70 * T),
    ("trăm rưỡi", 150 * T, 150 * T),
    ("khoảng 50-60", 50 * T, 60 * T),
    ("20 đổ lại", None, 20 * T),
    ("30 đến 40 thôi ạ", 30 * T, 40 * T),
    ("100 nha", 100 * T, 100 * T),
    ("mình chịu được 60", 60 * T, 60 * T),
    ("~ 70", 56 * T, 84 * T),
    ("không có tiền đâu em", 0, 0),
    ("0đ", 0, 0),
    ("đầu tư khoảng 1 tỷ 2", 960 * T, 1440 * T),
    ("mức mình chấp nhận được là 65tr", 65 * T, 65 * T),
    ("trong khả năng thì 30-35 triệu", 30 * T, 35 * T),
    ("nếu dưới 50tr thì ok", None, 50 * T),
    ("cùng lắm là 80 triệu", None, 80 * T),
    ("khoảng từ 40 đến 45 triệu", 40 * T, 45 * T),
    ("từ khoảng 40 tới tầm 45 triệu", 40 * T, 45 * T),
    ("từ 40tr trở lên", 40 * T, None),
    ("trên 40tr dưới 60tr", 40 * T, 60 * T),
    ("hơn 40tr nhưng không quá 60tr", 40 * T, 60 * T),
    ("40tr hoặc 50tr", 40 * T, 50 * T),
    ("bốn năm chục triệu", 40 * T, 50 * T),
    ("hai ba chục củ gì đó", 20 * T, 30 * T),
    ("trăm mấy triệu", 101 * T, 199 * T),
    ("hơn chục triệu", 10 * T, None),
    ("gần trăm củ", 90 * T, 100 * T),
    ("chục triệu đổ lại", None, 10 * T),
    ("1 tỏi 2", 1200 * T, 1200 * T),
    ("18 củ 5", 18.5 * T, 18.5 * T),
    ("35tr500", 35.5 * T, 35.5 * T),
    ("35tr500k", 35.5 * T, 35.5 * T),
    ("1 triệu 500 nghìn", 1.5 * T, 1.5 * T),
    ("2 tỷ 350 triệu", 2350 * T, 2350 * T),
    ("một tỷ hai trăm năm mươi triệu", 1250 * T, 1250 * T),
    ("ba trăm năm mươi triệu đồng", 350 * T, 350 * T),
    ("hai mươi ba triệu năm trăm nghìn", 23.5 * T, 23.5 * T),
    ("một trăm hai mươi triệu", 120 * T, 120 * T),
    ("một trăm hai", 120 * T, 120 * T),
    ("ba lăm triệu", 35 * T, 35 * T),
    ("năm lăm", 55 * T, 55 * T),
    ("sáu mươi", 60 * T, 60 * T),
    ("chín mươi lăm", 95 * T, 95 * T),
    ("1,5 tỉ đồng", 1500 * T, 1500 * T),
    ("1.5 tỷ VND", 1500 * T, 1500 * T),
    ("0.5 tỷ", 500 * T, 500 * T),
    ("80tr cả năm", 80 * T, 80 * T),
    ("10k tops", None, 10_000),
    ("roughly fifty million", 40 * T, 60 * T),
    ("one and a half billion", 1500 * T, 1500 * T),
    ("about 1.2bn", 960 * T, 1440 * T),
    ("we've got 200m", 200 * T, 200 * T),
    ("our ceiling is 150 million", None, 150 * T),
    ("no more than 90 million please", None, 90 * T),
    ("at least 30 million", 30 * T, None),
    ("30+ million", 30 * T, None),
    ("30tr+", 30 * T, None),
    (">50tr", 50 * T, None),
    ("<50tr", None, 50 * T),
    ("≤ 50 triệu", None, 50 * T),
    ("~50tr", 40 * T, 60 * T),
    ("50tr±10%", 45 * T, 55 * T),
    ("50tr +/- 5tr", 45 * T, 55 * T),
    ("50 triệu, xê dịch 5 triệu", 45 * T, 55 * T),
    ("nhiều nhất là trăm rưỡi", None, 150 * T),
    ("tầm trăm hai", 96 * T, 144 * T),
    ("2 trăm", 200 * T, 200 * T),
    ("cố lắm được ba mươi củ", None, 30 * T),
    ("tầm 10 15 triệu", 10 * T, 15 * T),
    ("bé 10 15 triệu", 15 * T, 15 * T),
    ("tỷ hai tỷ ba", 1200 * T, 1300 * T),
    ("tỉ hai tỉ rưỡi gì đó", 1200 * T, 1500 * T),
    ("triệu mốt triệu hai", 1.1 * T, 1.2 * T),
    ("tỷ rưỡi hai tỷ", 1500 * T, 2000 * T),
    ("tỷ hai, tỷ ba", 1200 * T, 1300 * T),
    ("tỷ hai là cao", 1200 * T, 1200 * T),
    ("2 triệu 3 triệu", 2 * T, 3 * T),
    ("trăm hai trăm ba triệu", 120 * T, 130 * T),
    ("5,6 trăm triệu", 500 * T, 600 * T),
    ("2,3 chục triệu", 20 * T, 30 * T),
    ("2,5 trăm triệu", 250 * T, 250 * T),
    ("5,6 triệu", 5.6 * T, 5.6 * T),
    ("tìm căn 3-4 tỷ", 3000 * T, 4000 * T),
    ("mấy chục triệu thôi à", 20 * T, 90 * T),
    ("ngàn rưỡi", 1500, 1500),
    ("mot ti hai tram trieu", 1200 * T, 1200 * T),
    ("max bay muoi mot ti", None, 71_000 * T),
    ("khoang tam trieu", 6.4 * T, 9.6 * T),
    ("khoang tam 8 trieu", 6.4 * T, 9.6 * T),
    ("bên em cũ họ lấy 30 triệu, giờ mình chỉ muốn chi 20 triệu", 20 * T, 20 * T),
    ("hãng kia 45tr, bên chị duyệt có 40tr", 40 * T, 40 * T),
    ("doanh thu 3 tỷ nhưng chi cho phần mềm chỉ 50 triệu", 50 * T, 50 * T),
    ("giá 60 triệu cao quá, anh chỉ có 45", 45 * T, 45 * T),
    ("báo giá 80tr hơi cao, mình trả được 65tr", 65 * T, 65 * T),
    ("ngân sách ban đầu 200 triệu, giờ còn 120 triệu", 120 * T, 120 * T),
    ("không phải 5 triệu mà là 50 triệu", 50 * T, 50 * T),
    ("lộn, 70 triệu", 70 * T, 70 * T),
    ("đổi lại giúp em thành 90 triệu", 90 * T, 90 * T),
    ("90 triệu mới đúng, lúc nãy ghi nhầm 19 triệu", 90 * T, 90 * T),
    ("not 50, 60 million", 60 * T, 60 * T),
    ("actually make that 70 million", 70 * T, 70 * T),
    ("nhầm, 80", 80 * T, 80 * T),
    ("tổng ngân sách 100 triệu, trong đó phần mềm 60 triệu", 100 * T, 100 * T),
    ("Ngân sách khoảng 50 triệu. Bên mình có 30 nhân viên, ở quận 3.", 40 * T, 60 * T),
    ("dạ bên em dự kiến chi tầm 2-3 tỷ cho toàn bộ dự án", 2000 * T, 3000 * T),
    ("2 tỷ quay đầu nha em", None, 2000 * T),
    ("tầm 3 tỷ 2 đổ về", None, 3200 * T),
    ("anh mới gom đc 1ty5", 1500 * T, 1500 * T),
    ("max là 2ty8 thôi", None, 2800 * T),
    ("khoản 30 triệu", 24 * T, 36 * T),
    ("chị tính chi 10-15tr cho đợt đầu", 10 * T, 15 * T),
    ("bé nhà chị học 1 khóa tầm 6-8tr là ok", 6 * T, 8 * T),
    ("budget tụi mình 500tr cho cả năm", 500 * T, 500 * T),
    ("mức trần là 1,8 tỷ (chưa VAT)", None, 1800 * T),
    ("Theo kế hoạch, kinh phí được phân bổ là 1.250.000.000 đồng", 1250 * T, 1250 * T),
    ("Giá trị dự toán: 498.000.000 VNĐ", 498 * T, 498 * T),
    ("không quá 500.000.000đ theo hạn mức chỉ định thầu", None, 500 * T),
    ("nguồn vốn ngân sách nhà nước 3 tỷ 600 triệu", 3600 * T, 3600 * T),
    ("trong khoảng 100 triệu đổ lại", None, 100 * T),
    ("hổng quá 5 chai", None, 5 * T),
    ("4,5 củ", 4.5 * T, 4.5 * T),
    ("7-8 chai gì đó anh ơi", 7 * T, 8 * T),
    ("hai chai", 2 * T, 2 * T),
    ("một trăm đổ lại", None, 100 * T),
    ("sáu chục hay bảy chục gì đó", 60 * T, 70 * T),
    ("30 mấy triệu", 30 * T, 39 * T),
    ("hơn 30tr tí", 30 * T, 36 * T),
    ("chắc tầm đâu đó 25", 20 * T, 30 * T),
    ("trên dưới 1 tỷ", 800 * T, 1200 * T),
    ("1 tỷ hơn kém", 800 * T, 1200 * T),
    ("tối thiểu 20 triệu tối đa 30 triệu", 20 * T, 30 * T),
    ("20 triệu là ít nhất", 20 * T, None),
    ("ít nhất cũng phải 100tr", 100 * T, None),
    ("nhiều lắm thì 15tr", None, 15 * T),
    ("ngót trăm triệu", 90 * T, 100 * T),
    ("gần 2 trăm triệu", 180 * T, 200 * T),
    ("suýt soát tỷ bạc", 900 * T, 1000 * T),
    ("I can do 30 million VND", 30 * T, 30 * T),
    ("100 million VND max", None, 100 * T),
    ("give or take 60 million", 48 * T, 72 * T),
    ("60 million, give or take 10%", 54 * T, 66 * T),
    ("just under 100 million", 90 * T, 100 * T),
    ("just over 100 million", 100 * T, 120 * T),
    ("a couple of million", 2 * T, 2 * T),
    ("several hundred million", 200 * T, 900 * T),
    ("team mình approve 200tr rồi", 200 * T, 200 * T),
    ("sếp approve 80 triệu", 80 * T, 80 * T),
    ("nhắm 60 triệu thôi em", 60 * T, 60 * T),
    ("vợ cho 5 triệu thôi", 5 * T, 5 * T),
    ("thắt lưng buộc bụng lắm mới được 10 triệu", 10 * T, 10 * T),
    ("tiền thì có 20tr à", 20 * T, 20 * T),
    ("gói nào trong tầm 50 triệu", 40 * T, 60 * T),
    ("100 triệu của bên kia thì mắc, mình có 70", 70 * T, 70 * T),
    ("trước tính 50 mà giờ lên 70 triệu rồi", 70 * T, 70 * T),
    ("ủa nhầm 15 triệu nha không phải 50 triệu", 15 * T, 15 * T),
    ("em gõ nhầm, 12 triệu", 12 * T, 12 * T),
    ("18tr5 chứ hổng phải 185tr nghen", 18.5 * T, 18.5 * T),
    ("sửa lại giúp mình: 35 triệu", 35 * T, 35 * T),
    ("xin lỗi 40tr mới đúng", 40 * T, 40 * T),
    ("nghe 80 triệu thì hơi cao, 50 thôi", 50 * T, 50 * T),
    ("anh Nam 50 triệu", 50 * T, 50 * T),
    ("chị Hai ơi 30tr", 30 * T, 30 * T),
    ("nam 2026 du kien 100tr", 100 * T, 100 * T),
    ("thang 5 chi 20tr", 20 * T, 20 * T),
    ("tu nay toi cuoi nam chi 50tr", 50 * T, 50 * T),
    ("sau tet moi co 50tr", 50 * T, 50 * T),
    ("hai ba muoi trieu", 20 * T, 30 * T),
    ("mot hai tram trieu", 100 * T, 200 * T),
    ("khoang tam 30 trieu", 24 * T, 36 * T),
    ("toi co 3 ty", 3000 * T, 3000 * T),
    ("minh chi duoc toi da la 15 trieu thoi", None, 15 * T),
]

# The text, from, to, currency, period, per.
REPEATED_OR_FOREIGN = [
    ("15tr/tháng cho 3 chi nhánh", 15 * T, 15 * T, "VND", "month", None),
    ("2,5 triệu mỗi người", 2.5 * T, 2.5 * T, "VND", None, "user"),
    ("budget của mình khoảng 1k5 đô", 1_200, 1_800, "USD", None, None),
    ("$5k-8k", 5_000, 8_000, "USD", None, None),
    ("5-8k usd", 5_000, 8_000, "USD", None, None),
    ("we can go up to 8,000 dollars", None, 8_000, "USD", None, None),
    ("somewhere between 3k and 5k USD", 3_000, 5_000, "USD", None, None),
    ("max $300 per user per year", None, 300, "USD", "year", "user"),
    ("about 20 mil a month", 16 * T, 24 * T, "VND", "month", None),
    ("$4.5k", 4_500, 4_500, "USD", None, None),
    ("USD 12,000", 12_000, 12_000, "USD", None, None),
    ("12.000 USD", 12_000, 12_000, "USD", None, None),
    ("2 nghìn rưỡi đô", 2_500, 2_500, "USD", None, None),
    ("2tr5-3tr/tháng", 2.5 * T, 3 * T, "VND", "month", None),
    ("mỗi năm tầm 100 triệu", 80 * T, 120 * T, "VND", "year", None),
    ("15 triệu mỗi chi nhánh", 15 * T, 15 * T, "VND", None, "branch"),
    ("1tr2/th", 1.2 * T, 1.2 * T, "VND", "month", None),
    ("3tr/ tháng", 3 * T, 3 * T, "VND", "month", None),
    ("20tr 1 năm", 20 * T, 20 * T, "VND", "year", None),
    ("200k/1 user/tháng", 0.2 * T, 0.2 * T, "VND", "month", "user"),
    ("300k mỗi nhân viên", 0.3 * T, 0.3 * T, "VND", None, "user"),
    ("7 triệu / m2", 7 * T, 7 * T, "VND", None, "area"),
    ("1 tỷ rưỡi/năm", 1500 * T, 1500 * T, "VND", "year", None),
    ("8tr hàng tháng", 8 * T, 8 * T, "VND", "month", None),
    ("5 triệu theo tháng", 5 * T, 5 * T, "VND", "month", None),
    ("trả theo tháng tầm 5 triệu", 4 * T, 6 * T, "VND", "month", None),
    ("mỗi quý chi khoảng 50 triệu", 40 * T, 60 * T, "VND", "quarter", None),
    ("quý 60tr", 60 * T, 60 * T, "VND", "quarter", None),
    ("tháng 5 triệu", 5 * T, 5 * T, "VND", "month", None),
    ("500k/buổi", 0.5 * T, 0.5 * T, "VND", None, "unit"),
    ("120k mỗi suất", 120_000, 120_000, "VND", None, "unit"),
    ("$15 per seat per month", 15, 15, "USD", "month", "user"),
    ("15 USD/user/month", 15, 15, "USD", "month", "user"),
    ("less than $10k", None, 10_000, "USD", None, None),
    ("$10k max", None, 10_000, "USD", None, None),
    ("between $5,000 and $7,500", 5_000, 7_500, "USD", None, None),
    ("5,000-7,500 USD", 5_000, 7_500, "USD", None, None),
    ("50k$", 50_000, 50_000, "USD", None, None),
    ("3 ngàn đô la", 3_000, 3_000, "USD", None, None),
    ("3000 đô Mỹ", 3_000, 3_000, "USD", None, None),
    ("2k euro", 2_000, 2_000, "EUR", None, None),
    ("€2.500", 2_500, 2_500, "EUR", None, None),
    ("mua 2 máy, mỗi máy khoảng 15 triệu", 12 * T, 18 * T, "VND", None, "unit"),
    ("We have $20k to spend on this", 20_000, 20_000, "USD", None, None),
    ("học phí dưới 3tr/tháng thì theo được", None, 3 * T, "VND", "month", None),
    ("bên mình run ads 2tr/ngày", 2 * T, 2 * T, "VND", "day", None),
    ("mỗi ngày 300k tiền quảng cáo", 0.3 * T, 0.3 * T, "VND", "day", None),
    ("ads budget $50/day", 50, 50, "USD", "day", None),
    ("4 củ rưỡi một tháng hen", 4.5 * T, 4.5 * T, "VND", "month", None),
    ("500-700 ngàn 1 bạn", 0.5 * T, 0.7 * T, "VND", None, "user"),
    ("cho 20 người, mỗi người 500k", 0.5 * T, 0.5 * T, "VND", None, "user"),
    ("5 triệu/máy", 5 * T, 5 * T, "VND", None, "unit"),
    ("4tr2 một m2", 4.2 * T, 4.2 * T, "VND", None, "area"),
    ("150k/m2", 150_000, 150_000, "VND", None, "area"),
    ("8 triệu một chi nhánh một năm", 8 * T, 8 * T, "VND", "year", "branch"),
    ("We're thinking 10 to 15k USD", 10_000, 15_000, "USD", None, None),
    ("approx. 8k USD", 6_400, 9_600, "USD", None, None),
    ("not more than five hundred dollars a month", None, 500, "USD", "month", None),
    ("our budget tops out at $20,000", None, 20_000, "USD", None, None),
    ("USD 20k - 30k", 20_000, 30_000, "USD", None, None),
    ("20k-30k USD per year", 20_000, 30_000, "USD", "year", None),
    ("€1.5k/month", 1_500, 1_500, "EUR", "month", None),
    ("max 5tr per month nha bạn", None, 5 * T, "VND", "month", None),
    (
        "Shop em doanh thu 200tr/tháng, chi cho phần mềm chắc 1tr/tháng",
        1 * T,
        1 * T,
        "VND",
        "month",
        None,
    ),
    ("cu 2 trieu 1 thang ma tinh", 2 * T, 2 * T, "VND", "month", None),
    ("ngàn rưỡi đô", 1_500, 1_500, "USD", None, None),
    ("ngan hai do", 1_200, 1_200, "USD", None, None),
    ("sữa 30k một lít", 30_000, 30_000, "VND", None, "unit"),
]


@pytest.mark.parametrize(("text", "low", "high"), SUMS)
def test_a_sum_is_read_as_meant(text: str, low: float | None, high: float | None) -> None:
    heard, _ = budget.find(read(text), asked="budget", offer_range=OFFER)

    assert heard is not None
    assert heard.status is BudgetStatus.KNOWN
    assert (heard.min, heard.max, heard.currency) == (low, high, "VND")


@pytest.mark.parametrize(("text", "low", "high", "currency", "period", "per"), REPEATED_OR_FOREIGN)
def test_currency_period_and_multiplicity_are_kept(
    text: str,
    low: float | None,
    high: float | None,
    currency: str,
    period: str | None,
    per: str | None,
) -> None:
    heard, _ = budget.find(read(text), asked="budget", offer_range=OFFER)

    assert heard is not None
    assert (heard.min, heard.max) == (low, high)
    assert (heard.currency, heard.period, heard.per) == (currency, period, per)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("80", T), ("bảy chục", T), ("15-25", T), ("trăm bốn", T), ("0,5", 1_000_000_000)],
)
def test_a_bare_number_takes_the_unit_that_fits_the_offer(text: str, unit: int) -> None:
    heard, _ = budget.find(read(text), asked="budget", offer_range=OFFER)

    assert heard is not None
    assert heard.assumed_unit == unit
    assert heard.confidence < 0.8


def test_a_bare_number_near_a_dearer_offer_is_in_billions() -> None:
    heard, _ = budget.find(read("1.8"), asked="budget", offer_range=(800 * T, 5_000 * T))

    assert heard is not None
    assert (heard.min, heard.assumed_unit) == (1_800 * T, 1_000_000_000)


@pytest.mark.parametrize(
    ("text", "asked", "offer"),
    [("80", "budget", None), ("2", "budget", OFFER), ("80", "timing", OFFER), ("80", None, OFFER)],
)
def test_a_bare_number_that_fits_nothing_is_no_budget(
    text: str, asked: str | None, offer: tuple[int, int] | None
) -> None:
    assert budget.find(read(text), asked=asked, offer_range=offer)[0] is None


def test_xi_is_never_sure() -> None:
    heard, _ = budget.find(read("ngân sách 5 xị"), asked="budget", offer_range=OFFER)

    assert heard is not None
    assert (heard.min, heard.confidence) == (500_000, 0.5)


def test_the_seller_s_own_currency_is_meant_where_none_is_said() -> None:
    heard, _ = budget.find(read("around 5k"), asked="budget", currency="USD")

    assert heard is not None
    assert (heard.min, heard.max, heard.currency) == (4_000, 6_000, "USD")


def test_the_evidence_takes_in_the_words_around_the_figure() -> None:
    message = "Dạ chắc tầm 2 triệu một tháng đổ lại thôi ạ"

    heard, _ = budget.find(read(message), asked="budget")

    assert heard is not None
    assert heard.text == "tầm 2 triệu một tháng đổ lại"
    assert message[slice(*heard.span)] == heard.text
