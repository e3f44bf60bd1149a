"""The words beside a number that say what it counts when it counts no money."""

from __future__ import annotations

from scoring.understanding.money.number_words import one_by_one, spelled

# A number may end before these words without counting them. The class is closed:
# any other word behind a bare number is the thing counted.
FOLLOWERS = one_by_one(
    """
    một mỗi hàng thôi thui hoi thoi thoai nha nhá nhé nhe nhen nghen nghe ạ à á ah ak em anh chị
    cô chú bác a c e ad shop bạn bn mình ơi hen hén hỉ hè hé hihi haha đó đấy đây này nè ni vậy
    thế được dc đc đk là gì hoặc hay và nhưng mà thì cho để mua làm có không ko k kg hok hông hong
    hổng khum luôn rồi trở đổ quay max min tối hết cả tất tổng trên dưới đến tới từ với theo trong
    nếu vì chứ cũng đi lại hả nhỉ chắc khoảng tầm please pls only for is or and to at per total ok
    oke okay okela nữa thêm đúng chẵn tròn lận lun đâu chớ nên bên tụi bọn chúng tôi tui gói mức
    giá chi trả đầu tư tính cỡ sẽ phải quá so nhầm ý ngân budget do chẳng hơn kém rưỡi rưởi hem
    hôn hôm vnđ vnd tr bao gồm gửi dạ vâng dùng xài sao còn nhoa nhóa ha he nhaa đang đã xuống lên
    ngàn i we but if mới duyệt nhưg tuỳ thưa sếp ông bà má rứa mô chừng
    """
)

# Nouns of two words, by the first of them without marks.
TWO_WORDS: dict[str, frozenset[str]] = {
    first: one_by_one(seconds)
    for first, seconds in {
        "nhan": "viên sự khẩu công",
        "chi": "nhánh tiết",
        "cua": "hàng hiệu tiệm",
        "tai": "khoản xế liệu",
        "don": "hàng vị",
        "khach": "hàng mỗi quen vip sỉ lẻ mới cũ",
        "hoc": "viên sinh",
        "sinh": "viên",
        "thanh": "viên",
        "san": "phẩm",
        "van": "phòng",
        "nguoi": "dùng lớn xem mua theo bán",
        "may": "tính pos in lạnh bán chủ may",
        "cong": "nhân ty trình trường việc ty đoạn",
        "co": "sở",
        "diem": "bán",
        "can": "hộ bộ",
        "giao": "viên",
        "dai": "lý",
        "du": "án",
        "dau": "mục xe người máy",
        "phong": "ban ngủ họp khách học",
        "benh": "nhân viện",
        "hoi": "viên",
        "day": "chuyền",
        "theo": "dõi",
        "luot": "xem tải truy khách view",
        "tu": "khóa khoá vựng lạnh đông áo kính mát giày sách bếp thuốc trưng điện đồ hồ",
        "cay": "số",
        "ban": "ghi ăn làm sale sales",
        "cau": "hỏi",
        "tin": "nhắn",
        "vo": "chồng",
        "doi": "tác",
        "nha": "máy hàng cung thầu",
        "xe": "máy tải hơi",
        "bo": "phận bàn ghế sofa máy đồ đồng quần áo",
        "phan": "mềm quà ăn cơm",
        "chuc": "năng",
        "so": "lượng",
        "gian": "hàng",
        "kenh": "bán",
        "suat": "ăn cơm",
        "anh": "em",
        "ba": "con",
        "lao": "động",
        "to": "rơi gấp bướm khai",
        "chuyen": "viên",
        "ke": "toán",
        "thu": "ngân",
        "bac": "sĩ",
        "y": "tá sĩ",
        "ky": "sư thuật",
        "kien": "trúc",
        "tro": "giảng lý",
        "bao": "vệ",
        "tiep": "viên tân",
    }.items()
}
# Nouns that are counted even in thousands and millions.
CROWDS = one_by_one(
    """
    view views lượt follow follower followers fan fans like likes sub subs subscriber subscribers
    người km mét kg ký kí tấn tạ gram user users customer customers people orders đơn dân suất
    calo mah hz rpm records sku comment comments contacts emails leads mile miles visitor visitors
    bước khách ng clicks click impressions downloads wh
    """
)
# Nouns counted in ones: a number before them is no tail of a sum.
COUNTED = CROWDS | one_by_one(
    """
    cái chiếc con bộ máy căn tháng năm ngày tuần quý giờ phút giây lần suất phòng tầng lầu % đứa
    vợ bàn quầy chỗ xe đợt kỳ lượt bên tấm đôi cặp hộp thùng chai lon cây quán kho xưởng buổi lớp
    h g m2 w v gb tb cm mm inch pn wc acc account accounts license licenses seat seats branch
    branches store stores month months year years day days week weeks person staff employee
    employees unit units pcs items item nv cn sao loại size món phiên áo mâm sàn trang sp mẫu khoá
    khóa hạng container camera tablet laptop ipad iphone shirts sales phần bé cháu thợ
    """
)

PERCENT = one_by_one("% percent pct ‰")
PERCENT_OF_TWO = one_by_one("phần")  # phần trăm
MEASURES = one_by_one(
    """
    m2 m3 m² m³ km cm mm dm kg ký kí cân gram gr gam tấn tạ yến inch inches gb tb mb mbps v vol
    volt w kw kwh kva hp cc ml cl mah hz mhz ghz pha ha sào mẫu mét sqm ft mp px độ g lm btu nm
    ounce oz lb lbs lạng hecta vôn oát am kbps ngựa
    """
)
# Behind digits and one of these a length is meant, not millions: cao 1m65, cách 200m.
LENGTH_BEFORE = one_by_one(
    """
    cao ngang dài rộng sâu cách dày xa kéo chiều tiền cạnh bề kích diện tích hẻm cây kho khách đất
    sàn nhà ống dây vải chạy hiệu biển bạt
    """
)
LENGTH_SAID = one_by_one("ngang dài rộng sâu")  # these need no unit: ngang 4 dài 20
LENGTH_AFTER = one_by_one("dây vuông vải dài ngang mặt cáp ống cách rộng cao sâu khối chiều sàn x")
# Before the slang for money these show its first meaning: "bình 20 lít", "thùng nước 24 chai".
VESSELS = {
    "lit": one_by_one(
        "bình can thùng nồi tủ máy giặt lạnh ấm lò tích đổ bơm uống bồn phuy xô vali"
    ),
    "chai": one_by_one("thùng két lốc nước bia rượu sữa"),
}

CLOCK = one_by_one("h giờ phút giây am pm g")
SPANS_OF_TIME = spelled(
    {
        "ngày": "ngày",
        "tuần": "tuần",
        "tháng": "tháng",
        "quý": "quý",
        "năm": "năm",
        "tuổi": "tuổi",
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    }
)

# Bare, "quan" is quán as well as quận, "can" cần as well as căn: before what is counted
# they are no part of an address.
ALSO_BEFORE_A_COUNT = frozenset(("quan", "can", "phong", "to", "duong", "nhà", "nha", "in"))
ADDRESS_BEFORE = one_by_one(
    """
    quận q phường p tầng lầu hẻm ngõ ngách kiệt tổ lô block tòa toà phố quốc ql ấp thôn xã tl kiot
    đường district floor ward street room suite
    """
)
NUMBERED = one_by_one("số nhà phòng căn km no")  # số 250 Lê Lợi
DATE_BEFORE = one_by_one("tháng quý thứ ngày lúc mùng mồng hôm hồi t")
YEAR_BEFORE = one_by_one("năm từ sinh in since from hồi khoá niên khóa nk trước sau")
FIRST_YEAR, LAST_YEAR = 1900, 2100
ID_BEFORE = one_by_one(
    """
    mst mã cccd cmnd cmt stk id đơn order invoice # biển passport hđ serial sbd imei otp vé po sdt
    sđt đt dt phone tel hotline zalo fax bill pin
    """
)
ID_REACH = 3
EXAMS = one_by_one("iphone ipad macbook samsung galaxy redmi oppo toeic ielts toefl sat điểm")
EXAM_REACH = 6
FOR_SOMEBODY = one_by_one("cho for")
SCORES = one_by_one(
    """
    office windows win ổ ram rom ssd hdd toeic ielts toefl điểm top size version v phiên lớp khối
    khoá iso bản iphone
    """
)
SIGNED_WHOLE = 7  # digits in a row without separators: a serial number, unless it ends in 000
