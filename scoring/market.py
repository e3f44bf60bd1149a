"""Which market a lead is in, B2B or B2C, and how large its company is, from its own words."""

from __future__ import annotations

import re
from enum import StrEnum


class Market(StrEnum):
    B2B = "b2b"
    B2C = "b2c"


# Folded words of somebody who buys for a business, and of one who buys for himself.
_BUSINESS = re.compile(
    r"\b(cong ty|cty|doanh nghiep|cua hang|chi nhanh|chuoi|nha hang|quan (an|cafe|ca phe|nuoc)"
    r"|xuong|nha may|van phong|ho kinh doanh|shop|dai ly|nha thuoc|phong kham|khach san"
    r"|truong hoc|nhan vien|nhan su|company|business|stores?|branch(es)?|office|factory"
    r"|restaurant|hotel|employees|staff|b2b)\b"
)
_PRIVATE = re.compile(
    r"\b(ca nhan|gia dinh|ban than|vo chong|(con|be|chau) (toi|minh|em|chi|anh|nha)|nha (toi|minh)"
    r"|de o|cho (con|be|vo|chong|bo me|ba ma)|personal|family|myself|my (son|daughter|kids?|home"
    r"|house|wife|husband|parents)|b2c)\b"
)
# Before the people a number, or two: "20 nhân viên", "khoảng 30-50 người làm", "1.200 nhân sự".
_NUMBER = r"(\d{1,3}(?:[.,]\d{3})+|\d{1,6})"
_PEOPLE = re.compile(
    rf"\b{_NUMBER}(?: ?(?:-|–|den|toi|to) ?{_NUMBER})? (?:nhan vien|nhan su|nguoi lam|lao dong"
    r"|employees|staff|people work(?:ing)?)\b"
    rf"|\b(?:cong ty|cty|team|doi ngu|company)(?: \w+){{0,4}}? {_NUMBER} (?:nguoi|people)\b"
)


def market(words: str, *, names_company: bool = False) -> Market | None:
    """The market a lead's folded words tell; None where they tell none, or both.

    `names_company`: the lead named a company of its own.
    """
    business = names_company or bool(_BUSINESS.search(words))
    private = bool(_PRIVATE.search(words)) and not names_company
    if business == private:
        return None
    return Market.B2B if business else Market.B2C


def company_size(words: str) -> tuple[int, int] | None:
    """How many people work there, at least and at most, as the folded words told last."""
    found = list(_PEOPLE.finditer(words))
    if not found:
        return None
    numbers = [int(re.sub(r"\D", "", one)) for one in found[-1].groups() if one]
    return min(numbers), max(numbers)
