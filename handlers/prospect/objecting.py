"""Who objects to being scored or profiled says so in words of his own: "đừng chấm điểm chị"."""

from __future__ import annotations

import re

from scoring.understanding.text import fold

# Between the refusal and what is refused stands nothing else: "đừng ngại chấm điểm" invites.
_BETWEEN = (
    r"(?: (?:co|ma|de|cho|phep|tu dong|lai|viec|bao gio|dem|them|ai|ben|em|shop|may|bot|minh"
    r"|he thong|cong ty|tui|toi|anh|chi))*"
)
_SCORE = (
    r"(?:cham diem|tinh diem|cho diem|xep loai|phan loai|lap ho so ve|theo doi hanh vi(?: cua)?)"
)
_PERSON = (
    r"(?:toi|tui|tao|minh|em|anh|chi|co|chu|bac|chau|khach|khach hang|nguoi dung|nguoi ta)"
    # "chấm điểm con em", "phân loại khách giúp anh" are work that is asked for, not the writer.
    r"(?! (?:con|be|hoc|giup|dum|ho|vao|bai)\b)"
)
_NO = r"(?:dung|khoi|ngung|ngung lai|thoi|tat|bo|cam|phan doi|tu choi|rut khoi)"
_WILL = (
    r"(?:khong|ko|k|hong|hok|chang|dau) (?:he )?(?:muon|thich|dong y|chap nhan|cho phep|cho|can)"
)
_ENDS = r"(?: (?:nua|nhe|nha|nghe|di|em|shop|a|oi|ok|dau|gi|het|do))*$"
_VIETNAMESE = re.compile(
    rf"\b(?:{_NO}|{_WILL}){_BETWEEN} {_SCORE} {_PERSON}\b"
    rf"|\b(?:{_NO}|{_WILL}){_BETWEEN} (?:bi|viec) (?:cham diem|tinh diem|xep loai|phan loai)\b"
    rf"|\b(?:{_NO}|{_WILL}){_BETWEEN} cham diem{_ENDS}"
    rf"|^(?:{_PERSON} )?(?:khong|ko|k) cham diem {_PERSON}{_ENDS}"
)
_REFUSE = r"(?:don'?t|do not|never|stop|quit|refuse|object|not|opt out|opting out|no)"
_AND_SO = (
    r"(?: (?:to|of|want|like|agree|consent|wish|be|being|get|getting|have|having|let|you|your|the"
    r"|bot|system|machine|anyone|anybody|ever|please|automatically|from|any|with))*"
)
_ENGLISH = re.compile(
    rf"\b{_REFUSE}{_AND_SO} (?:scor(?:e|ing)|rank(?:ing)?|grad(?:e|ing)|rat(?:e|ing)"
    r"|profil(?:e|ing)|track(?:ing)?) (?:me|us|my behaviou?r)\b"
    rf"|\b{_REFUSE}{_AND_SO} (?:scored|ranked|graded|profiled|(?:lead )?scoring|profiling)"
    r"(?: (?:please|anymore|any more|at all|thanks|by (?:you|a|the|your) \w+))*$"
)


def objects_to_score(text: str) -> bool:
    """Not where it is only asked for: "không chấm điểm em à?"."""
    words = fold(text).replace("’", "'")
    if words.rstrip().endswith("?"):
        return False
    sentences = re.split(r"[.!,;\n]+", words)
    return any(
        _VIETNAMESE.search(one) or _ENGLISH.search(one)
        for one in (" ".join(sentence.split()) for sentence in sentences)
    )
