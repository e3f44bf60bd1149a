"""The commands of the team, with a slash or as plain words, and what follows them."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.numbers.rhythm import is_bare
from scoring.understanding.text import fold

# Commands, and the Vietnamese words that say the same without slash and without marks.
COMMANDS = {
    "faq": ("/faq", "cau hoi chua tra loi", "cau hoi khach"),
    "stats": ("/stats", "thong ke", "so lieu", "doanh so"),
    "schedule": ("/schedule", "lich gui", "lich bao cao"),
    "report": ("/report", "bao cao"),
    "journey": ("/journey", "hanh trinh khach", "hanh trinh"),
    "persona": ("/persona", "chan dung khach", "chan dung"),
    "cohort": ("/cohort", "bao lau thi thang", "theo tuan den"),
    "sources": ("/sources", "nguon khach", "theo nguon"),
    "sla": ("/sla", "theo nhan vien", "thoi gian phan hoi", "ty le phan hoi"),
    "funnel": ("/funnel", "pheu", "pheu cau hoi"),
    "leads": ("/leads", "khach cua toi", "danh sach khach", "danh sach lead"),
    "lead": ("/lead", "xem lead"),
    "why": ("/why", "vi sao"),
    "campaign": ("/campaign", "chien dich"),
    "plan": ("/plan", "ke hoach"),
    "queue": ("/queue", "hang doi"),
    "quote_sent": ("/quote", "da gui bao gia", "gui bao gia"),
    "no_show": ("/noshow", "lo hen", "khach lo hen"),
    "birthday": ("/birthday", "sinh nhat"),
    "won": ("/won", "thang don", "chot don"),
    "lost": ("/lost", "mat khach"),
    "called": ("/called", "da goi"),
    "no_answer": ("/noanswer", "khong nghe may"),
    "reject": ("/reject", "tra lai"),
    "chat": ("/chat", "mo chat"),
    "bot": ("/bot", "tra bot"),
    "note": ("/note", "/n", "ghi chu"),
    "canned": ("/m", "cau mau"),
    "temp": ("/temp", "nhiet do"),
    "calibration": ("/calibration", "hieu chuan", "do chinh xac"),
    "models": ("/models", "ban diem", "phien ban diem"),
    "find": ("/find", "tim"),
    "today": ("/today", "viec hom nay", "lich hom nay"),
    "next": ("/next", "hen lai", "nhac lai"),
    "meeting": ("/meet", "hen gap"),
    "hand_over": ("/assign", "chuyen khach"),
    "off": ("/off", "nghi toi", "nghi den", "nghi"),
    "on": ("/on", "lam lai"),
    "team": ("/team", "doi ngu"),
    "web": ("/web", "hop thu", "mo trang"),
    "export": ("/export", "xuat excel", "xuat danh sach", "xuat file"),
    "language": ("/lang", "tieng viet", "vietnamese", "tieng anh", "english"),
    "help": ("/help", "/start", "/menu", "tro giup"),
}
# Commands of prospects, too.
ANYBODYS = ("help", "language")
# Said alone they call off what comes by itself; with more words somebody else is meant.
_NO_MORE = ("thoi gui", "dung gui")
_FIRST_WORDS = {"send", *(one.split()[0] for one in _NO_MORE)} | {
    one.split()[0] for spellings in COMMANDS.values() for one in spellings
}


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    said: str  # what follows it, as it was typed

    @property
    def rest(self) -> str:
        """The same, folded."""
        return " ".join(fold(self.said).split())


def command_in(text: str) -> Command | None:
    """The command a text is, with what follows it; None for other words."""
    typed = text.split()
    words = fold(" ".join(typed)).split()
    if not words:
        return None
    words[0] = words[0].partition("@")[0]  # /stats@our_bot, as groups send it
    if words[0] not in _FIRST_WORDS:  # every message of a prospect is looked at, too
        return None
    for name, spellings in COMMANDS.items():
        for spelling in spellings:
            length = spelling.count(" ") + 1
            if " ".join(words[:length]) == spelling:
                return Command(name, " ".join(typed[length:]))
    if " ".join(words) in _NO_MORE:
        return Command("schedule", "off")
    return Command("schedule", " ".join(typed)) if is_bare(" ".join(words)) else None
