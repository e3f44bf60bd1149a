"""What troubles a lead, from its own words: not what it wants, but what it wants to be rid of."""

from __future__ import annotations

import re
from enum import StrEnum


class Pain(StrEnum):
    LOSS = "loss"  # money or goods go missing, numbers do not agree
    EFFORT = "effort"  # done by hand, takes too long
    OVERVIEW = "overview"  # forgotten, lost from sight, nobody knows
    FAULTS = "faults"  # wrong, broken, does not work
    COST = "cost"  # what they have is too dear
    FEW_CUSTOMERS = "few_customers"
    NO_HANDS = "no_hands"  # too few people, or none who can


# Folded words. A word alone seldom tells a trouble: folded, "mất hàng" is "mặt hàng", "sai" is
# half of "Sài Gòn", "chậm công" times the staff.
_SIGNS = {
    Pain.LOSS: (
        r"that thoat|(hay|bi|so) mat (hang|tien|do)|lech (so|kho|quy|tien|hang)|hut (kho|tien|hang)"
        r"|gian lan|(go|keep|are) missing|losing (money|stock)|stock loss|theft|do not add up"
    ),
    Pain.EFFORT: (
        r"thu cong|lam tay|ghi (tay|so|chep)|so sach giay|mat (thoi gian|nhieu thoi gian|cong)"
        r"|ton (thoi gian|nhieu thoi gian|cong)|qua cham|lau qua|by hand|manually|on paper"
        r"|takes? (too|so) long|time consuming|too slow"
    ),
    Pain.OVERVIEW: (
        r"(hay|bi|so) (quen|sot)|bo sot|kho (theo doi|kiem soat|quan ly)|khong (kiem soat|nam) duoc"
        r"|roi (ram|mu|tung)|lon xon|khong biet lai lo|lose track|losing track|keep forgetting"
        r"|no overview|out of control|in a mess"
    ),
    Pain.FAULTS: (
        r"(hay|bi) (loi|sai|nham|hu|hong|treo|dung)|sai (so|sot)|nham lan|khong chay"
        r"|keeps? (crashing|breaking|failing)|mistakes|errors|broken|does not work|doesn t work"
    ),
    Pain.COST: (
        r"(dang|hien|ben kia|ben cu|cu) (\w+ ){0,3}(qua dat|mac qua|dat qua|ton kem)"
        r"|chi phi (qua )?cao|ton kem|(too|so) expensive (now|today)|costs us too much"
    ),
    Pain.FEW_CUSTOMERS: (
        r"(it|vang|thieu|khong co|mat) khach|e (am|hang)|kho ban|doanh thu (giam|thap)"
        r"|few customers|losing customers|sales are down"
    ),
    Pain.NO_HANDS: (
        r"thieu (nguoi|nhan vien|nhan su|tho)|khong co (nguoi lam|ke toan|nhan su)"
        r"|khong du nguoi|short of (staff|people)|understaffed|nobody to do it"
    ),
}
_READ = {pain: re.compile(rf"\b(?:{signs})\b") for pain, signs in _SIGNS.items()}


def pains(words: str) -> frozenset[Pain]:
    """The troubles that folded words name."""
    return frozenset(pain for pain, sign in _READ.items() if sign.search(words))
