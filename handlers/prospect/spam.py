"""Advertising sent to us: it is no prospect, whatever it says."""

from __future__ import annotations

import re

from scoring.understanding.text import fold

_LINK = re.compile(r"https?://|www\.|\bt\.me/|\bzalo\.me/|\bbit\.ly/|\bfb\.me/", re.IGNORECASE)
# What advertisers write to strangers, without marks; a link beside it makes it spam.
_ADVERTISES = re.compile(
    r"\b(vay (tien|nhanh|von)|lai suat|giai ngan|kiem (tien|\d+\w*)|thu nhap|viec nhe|viec lam"
    r"|nhan (ngay )?(qua|thuong|code)|trung thuong|khuyen mai|cuoc|casino|nha cai|no hu|lo de"
    r"|crypto|bitcoin|dau tu sinh loi|hoa hong|tang (tien|qua)|click|earn|loan|jackpot"
    r"|giveaway|free money|invest|winner|prize)\b"
)


def is_spam(text: str) -> bool:
    """A link with the words of an advertiser, and nothing asked of us."""
    return bool(_LINK.search(text)) and bool(_ADVERTISES.search(fold(text)))
