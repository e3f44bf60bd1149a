"""Whoever wants a job of us, or to sell to us, buys nothing: heard only where it is plain."""

from __future__ import annotations

import re

# "Học để xin việc" and "phần mềm tuyển dụng" are what customers want.
_SEEKS_WORK = re.compile(
    r"(?<!de )(?<!khi )(?<!di )\bxin viec (o|tai|ben|cho|lam|a|nhe|duoc)\b"
    r"|\b(em|minh|toi|chau|con|muon|cho) (muon )?ung tuyen\b|\bung tuyen (vao )?vi tri\b"
    r"|\b(ben (minh|em|anh|chi|ban|mk)|shop|cua hang|cong ty( minh)?|quan|tiem)"
    r"( (minh|ban|em))?( hien| dang| con| co)* tuyen (nhan vien|nguoi|dung|them|part|ctv|sale"
    r"|thuc tap|cong tac vien|phu)\b.{0,40}\b(khong|ko|k|hong|hem|ha|a)\b"
    r"|\b(nop|gui) (cv|ho so xin viec|ho so ung tuyen)\b"
    r"|\bare you (hiring|recruiting)\b|\bjob (opening|vacanc)\w*|\bapply for (a|the|this) (job"
    r"|position)\b|\bsend (you )?my (cv|resume)\b"
)
_WE_SUPPLY = re.compile(
    r"\b(ben (em|minh|toi|cong ty em)|cong ty (em|minh|toi)|chung toi|em ben)\b.{0,30}"
    r"\b(chuyen|la don vi|la nha|nhan) ?(cung cap|san xuat|phan phoi|nhap khau|gia cong)\b"
    r"|\bwe (are an? (supplier|manufacturer|distributor)|supply|manufacture)\b"
)
# A customer who makes furniture asks for a quote, too: these words only a seller says.
_OFFERS = re.compile(
    r"\b(hop tac cung cap|chao hang|chao gia|gioi thieu (san pham|dich vu|mau)|gui (catalog\w*"
    r"|ho so nang luc)|(cung cap|cung ung) cho (ben )?(anh|chi|minh|shop|quy))\b"
    r"|\b(cooperate|partner with you|offer you|our catalogue?)\b"
)
_PITCHES = re.compile(
    r"\bmuon (chao hang|chao gia|(gioi thieu|gui) (san pham|dich vu|mau|bao gia)"
    r"( cua)?( ben)?( em| toi| cong ty em)?)( cho| den| toi| qua)"
    r" (ben (anh|chi|minh|ban|shop)|shop|quy)\b"
)


def shown(words: str) -> tuple[str, ...]:
    """The penalties in these words (lower case, no marks): job seeker, supplier."""
    if _SEEKS_WORK.search(words):
        return ("job_seeker",)
    if _PITCHES.search(words) or (_WE_SUPPLY.search(words) and _OFFERS.search(words)):
        return ("supplier",)
    return ()
