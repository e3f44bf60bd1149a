"""The provinces and cities of Vietnam as people name them, to know who is in reach."""

from __future__ import annotations

import re
from functools import cache

from scoring.understanding.text import canonical, fold

# By their names before and after the mergers of 2025: people use both.
_PROVINCES = (
    "An Giang, Bà Rịa, Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, "
    "Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, "
    "Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, "
    "Hải Phòng, Hậu Giang, Hoà Bình, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hoà, Kiên Giang, Kon Tum, "
    "Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, "
    "Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, "
    "Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hoá, Tiền Giang, Trà Vinh, Tuyên Quang, "
    "Vĩnh Long, Vĩnh Phúc, Yên Bái, Nha Trang, Đà Lạt, Biên Hoà, Thủ Đức, Quy Nhơn, Hạ Long"
)
# What else a place is called, without marks.
_ALIASES = {
    "sai gon": "ho chi minh",
    "sg": "ho chi minh",
    "hcm": "ho chi minh",
    "tphcm": "ho chi minh",
    "hn": "ha noi",
    "thua thien hue": "hue",
}
_KIND = re.compile(r"^(?:tp|t\.p|thanh pho|tinh)\b\.?\s*")
# Only after one of these is it where somebody is: "máy in đa năng" is not in Đà Nẵng.
_WHERE = (
    r"(?:o|tai|tu|ve|den|toi|ra|vao|giao|ship|khu vuc|tinh|tp\.?|t\.p\.?|thanh pho|ngoai|trong"
    r"|in|from|to)"
)


def plain(place: str) -> str:
    """One spelling for a place, without marks."""
    folded = _KIND.sub("", " ".join(fold(place).split()))
    return _ALIASES.get(folded, folded)


def named(text: str, own: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The places that somebody says he is in, as `plain` spells them; `own` are known besides."""
    marked, folded = canonical(text), fold(text)
    known, pattern = _known(own)
    found: list[str] = []
    for match in pattern.finditer(folded):
        start, end = match.span(1)
        name = " ".join(folded[start:end].split())
        written = " ".join(marked[start:end].split())
        if written in (name, known[name]):
            found.append(plain(name))
    return tuple(dict.fromkeys(found))


def spelled(place: str) -> str:
    """A place that `named` answered, as it is written: Hà Nội."""
    return _known(())[0].get(place, place).title()


@cache
def _known(own: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Every name without marks, as it is written with them; and what finds one."""
    names = (*_PROVINCES.split(", "), *own)
    known = {" ".join(fold(name).split()): " ".join(canonical(name).split()) for name in names}
    known |= {alias: {"sai gon": canonical("Sài Gòn")}.get(alias, alias) for alias in _ALIASES}
    ordered = sorted(known, key=len, reverse=True)
    one_of = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
    where = rf"{_WHERE}\s+(?:tp\.?\s*|tinh\s+|thanh pho\s+)?"
    return known, re.compile(rf"\b{where}({one_of})\b")
