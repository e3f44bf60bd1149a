"""The words that money is counted in: units, currencies, and what is no money behind them."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.understanding.money.number_words import one_by_one, spelled

THOUSAND = 1_000
MILLION = 1_000_000
BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Unit:
    """What one word multiplies a number by, and how far it is to be trusted."""

    scale: int
    slang: bool = False  # also the name of a thing: củ hành, lít xăng
    local: bool = True  # said of dong only
    glued: bool = False  # only right after digits: 15m, 2b
    doubtful: bool = False  # worth different sums in different places
    currency: str | None = None  # said of this money only, where no other is named


_K = Unit(THOUSAND, local=False)
_TR = Unit(MILLION)
_M = Unit(MILLION, local=False)
_TY = Unit(BILLION)
_B = Unit(BILLION, local=False)

UNITS = spelled(
    {
        "k": _K,
        "ngàn": _K,
        "nghìn": _K,
        "nghàn": _K,
        "ngìn": _K,
        "nghìnf": _K,
        "nghifn": _K,
        "ngafn": _K,
        "nghinf": _K,
        "ngĩn": _K,
        "nghỉn": _K,
        "kđ": _K,
        "kvnd": _K,
        "thousand": _K,
        "grand": Unit(THOUSAND, local=False, currency="USD"),
        "cành": Unit(THOUSAND, slang=True),
        "lít": Unit(100_000, slang=True),
        "lốp": Unit(100_000, slang=True),
        "sọi": Unit(100_000, slang=True),
        "xị": Unit(100_000, slang=True, doubtful=True),
        "tr": _TR,
        "triệu": _TR,
        "trđ": _TR,
        "trvnd": _TR,
        "triêu": _TR,
        "triẹu": _TR,
        "triêụ": _TR,
        "trieụ": _TR,
        "trịêu": _TR,
        "trịu": _TR,
        "triệ": _TR,
        "trệu": _TR,
        "chiệu": _TR,
        "triệuu": _TR,
        "trieuj": _TR,
        "trieeuj": _TR,
        "trieeju": _TR,
        "triejeu": _TR,
        "triêuj": _TR,
        "trieju": _TR,
        "trjeu": _TR,
        "trju": _TR,
        "triue": _TR,
        "treiu": _TR,
        "tireu": _TR,
        "trệuu": _TR,
        "trẹo": _TR,
        "chẹo": _TR,
        "củ": Unit(MILLION, slang=True),
        "chai": Unit(MILLION, slang=True),
        "m": Unit(MILLION, local=False, glued=True),
        "mil": _M,
        "mio": _M,
        "mn": _M,
        "mln": _M,
        "million": _M,
        "millions": _M,
        "tỷ": _TY,
        "tỉ": _TY,
        "tyr": _TY,
        "tir": _TY,
        "tỷr": _TY,
        "tỏi": Unit(BILLION, slang=True),
        "b": Unit(BILLION, local=False, glued=True),
        "bn": _B,
        "bil": _B,
        "billion": _B,
        "billions": _B,
    }
)
# Said without a count they are one: "ngàn rưỡi", "ngàn hai đô"; "k" never is.
THOUSANDS = one_by_one("ngàn nghìn")
# "2 toi" is two billion at the end of an amount only; before another number it says "to".
TO_OR_BILLION = "toi"
# Bare, these are more often other words, and no unit unless nothing else follows.
SLIPPERY_UNITS = frozenset({"toi", "soi", "lop", "canh"})

CURRENCIES = spelled(
    {
        "đ": "VND",
        "₫": "VND",
        "đồng": "VND",
        "vnd": "VND",
        "vnđ": "VND",
        "ddoongf": "VND",
        "dồng": "VND",
        "$": "USD",
        "đô": "USD",
        "đôla": "USD",
        "dolla": "USD",
        "dollar": "USD",
        "dollars": "USD",
        "usd": "USD",
        "us$": "USD",
        "bucks": "USD",
        "€": "EUR",
        "euro": "EUR",
        "euros": "EUR",
        "ơ-rô": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "pound": "GBP",
        "pounds": "GBP",
        "yên": "JPY",
        "won": "KRW",
        "sgd": "SGD",
        "aud": "AUD",
        "jpy": "JPY",
        "krw": "KRW",
        "cny": "CNY",
        "rmb": "CNY",
        "tệ": "CNY",
        "thb": "THB",
        "baht": "THB",
    }
)
# Currencies named after their country, by the first word and the second, marks off.
NATIONAL_CURRENCIES = {
    "do": {"uc": "AUD", "sing": "SGD", "singapore": "SGD", "canada": "CAD"},
    "bang": {"anh": "GBP"},
    "nhan": {"dan": "CNY"},  # nhân dân tệ
}
# Those that may stand before the figure: $5k, USD 5,000.
LEADING_CURRENCIES = frozenset({"$", "€", "£", "usd", "eur", "vnd", "gbp", "sgd", "aud"})
# "do" without marks is đô only where the amount ends; elsewhere it is "because" or "there".
SLIPPERY_CURRENCIES = frozenset({"do", "te", "dong"})
AFTER_DOWN_TO = one_by_one("lại lên xuống về")  # "do lai" is đổ lại
# Said after the currency and part of it: đô la, đô mỹ.
CURRENCY_TAILS = one_by_one("la mỹ việt vnd vnđ usd bạc nhật hàn")

# Behind bare "do" these show that it is đô: "5k do la", "5k do moi nam".
CURRENCY_FOLLOWERS = one_by_one("1 la my một mỗi hàng")
# What the slang units are also counted in: these behind them make a quantity.
THINGS: dict[str, frozenset[str]] = {
    folded: one_by_one(nouns)
    for folded, nouns in {
        "cu": "hành tỏi khoai sắn gừng nghệ cà cải củ đậu sạc su riềng sen năng từ mì dền lạc"
        " ấu chuối kiệu hồi loa đào mã sâm nhân tam đinh cát mài chóc riềng huệ tulip ly",
        "chai": "bia nước rượu dầu sữa thuốc tương mắm sting coca cola pepsi la lavie aquafina gel"
        " xịt sơn keo mật giấm siro serum toner kem nhựa thủy mực trà vang champagne gas ga oxy"
        " cồn 500ml 1l lọ hóa whisky soju tẩy lau rửa xả trống không",
        "lit": "xăng dầu nước sữa rượu sơn bia mật nhớt diesel mắm hóa cồn keo giấm sốt mực nha"
        " đổ axit gas trà kem",
        "lop": "xe ô oto sơ dự học trước sau mới bánh phụ toán tiếng anh luyện mầm lá chồi mỗi",
        "xi": "dầu đánh măng rượu đế",
        "canh": "đào mai hoa lan hồng cây gỗ quất lá tay rau",
        "toi": "ta tím khô cô bắc lý băm phi đen",
        "soi": "dây vàng len chỉ tóc cáp bạc mì miến thép đá chè",
    }.items()
}
# Where one of these counts a thing once in a message, it counts things throughout.
MEASURING = frozenset({"lit", "chai", "lop", "xi", "canh", "soi"})
