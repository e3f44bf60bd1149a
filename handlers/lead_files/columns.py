"""The columns of a list of leads, and the headings by which people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from handlers.csv_file import closest
from handlers.texts import LANGUAGES, say
from storage.folding import folded


class Column(StrEnum):
    """What a column holds. Those below `LEAD` are worked out by us and never read back."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    COMPANY = "company"
    NEED = "need"
    TIMING = "timing"
    TIMING_ON = "timing_on"  # the day on which "next month" was said
    BUDGET = "budget"
    AUTHORITY = "authority"
    NOTE = "note"
    SOURCE = "source"
    REP = "rep"
    STAGE = "stage"
    CREATED = "created"
    LEAD = "lead"
    TIED_TO = "tied_to"  # the lead that is the same customer in another chat
    TIMING_FROM = "timing_from"
    TIMING_UNTIL = "timing_until"
    BUDGET_MIN = "budget_min"
    BUDGET_MAX = "budget_max"
    TEMPERATURE = "temperature"
    SCORE = "score"
    COMPLETENESS = "completeness"
    HEARD = "heard"
    # In front of each row that was refused.
    LINE = "line"
    REASON = "reason"


READ = tuple(Column)[: tuple(Column).index(Column.LEAD)]
REFUSED = (Column.LINE, Column.REASON)
SKIP = "-"  # in a map: this column is not wanted

# Other names for them, as other programs and people write them; small letters without marks.
_ALIASES: dict[Column, str] = {
    Column.NAME: (
        "ten|ho|ho dem|ho va ten|ho ten khach hang|ten khach hang|ten khach|ten kh|khach hang|khach"
        "|ten lien he|nguoi lien he|full name|first name|last name|customer|customer name"
        "|contact name|contact|lead name"
    ),
    Column.PHONE: (
        "so dt|so dien thoai|dien thoai|dt|dtdd|di dong|so di dong|so|zalo|so zalo|sdt zalo"
        "|phone number|mobile|mobile number|mobile phone|cell|tel|telephone|hotline"
    ),
    Column.EMAIL: "e mail|mail|thu dien tu|dia chi email|email address|dia chi mail",
    Column.COMPANY: (
        "ten cong ty|cong ty|don vi|doanh nghiep|to chuc|company name|organization|organisation"
        "|account|account name"
    ),
    Column.NEED: (
        "nhu cau khach hang|can gi|san pham|san pham quan tam|quan tam|dich vu|mong muon|yeu cau"
        "|needs|interest|interested in|product|service|requirement|requirements"
    ),
    Column.TIMING: (
        "thoi gian|khi nao|khi nao mua|thoi diem mua|du kien mua|thoi gian du kien|thoi gian mua"
        "|timeline|when|timeframe|purchase date"
    ),
    Column.BUDGET: "ngan sach du kien|tai chinh|kha nang tai chinh|tam gia|muc gia|du chi|du toan",
    Column.AUTHORITY: (
        "quyet dinh|ai quyet dinh|vai tro|chuc vu|chuc danh|decision maker|role|title|job title"
        "|position"
    ),
    Column.NOTE: (
        "ghi chu them|ghi chu khach hang|noi dung|loi nhan|mo ta|nhan xet|notes|comment|comments"
        "|message|description|remark|remarks"
    ),
    Column.SOURCE: (
        "nguon khach|nguon khach hang|nguon lead|kenh|chien dich|lead source|utm source|campaign"
    ),
    Column.REP: (
        "nhan vien|nguoi phu trach|phu trach|nv phu trach|sale|sales|nhan vien sale|nvkd"
        "|nhan vien kinh doanh|owner|lead owner|assigned to|salesperson|sales rep"
    ),
    Column.STAGE: "trang thai|tinh trang|status|lead status|lead stage",
    Column.CREATED: (
        "ngay|ngay nhap|thoi gian tao|ngay lien he|created at|created on|date|created date"
        "|create date|date created"
    ),
}
_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NO_WORD = re.compile(r"[^a-z0-9#%]+")
_NUMBER_BEHIND = re.compile(r" \d{1,2}$")


class MapError(ValueError):
    """A column or a field that does not exist; the message names the likeliest one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which cells hold what, by place; one thing may stand in several columns."""

    places: Mapping[Column, tuple[int, ...]]
    unused: tuple[str, ...]

    def has_address(self) -> bool:
        return Column.PHONE in self.places or Column.EMAIL in self.places

    def cell(self, column: Column, cells: Sequence[str]) -> str:
        """What a row says there, several cells in one line."""
        found = (cells[place].strip() for place in self.places.get(column, ()))
        return " ".join(filter(None, found))

    def cells(self, column: Column, cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(cells[place] for place in self.places.get(column, ()) if cells[place].strip())


def layout(names: Sequence[str], mapped: Mapping[str, str]) -> Layout:
    """Guess from the headings; `mapped` (heading to field) overrules. Raises MapError."""
    chosen = {_place_of(name, names): _field(field) for name, field in mapped.items()}
    places: dict[Column, list[int]] = {}
    unused: list[str] = []
    for place, name in enumerate(names):
        column = chosen[place] if place in chosen else guessed(name)
        if column in READ:
            places.setdefault(column, []).append(place)
        elif column is None and place not in chosen:
            unused.append(name)
    return Layout({column: tuple(found) for column, found in places.items()}, tuple(unused))


def guessed(heading: str) -> Column | None:
    """What a heading means, with or without marks, brackets and a number behind; None: no idea."""
    words = _plain(heading)
    known = _known()
    return known.get(words) or known.get(_NUMBER_BEHIND.sub("", words))


def headings(columns: Sequence[Column], language: str) -> list[str]:
    return [say(f"lead_file.column.{column}", language) for column in columns]


def _place_of(name: str, names: Sequence[str]) -> int:
    if name in names:
        return list(names).index(name)
    raise MapError(f"no column is called '{name}'. {closest(name, tuple(names))}")


def _field(field: str) -> Column | None:
    if field == SKIP:
        return None
    if field in READ:
        return Column(field)
    raise MapError(f"no field is called '{field}'. {closest(field, READ)}")


def _plain(heading: str) -> str:
    return " ".join(_NO_WORD.sub(" ", folded(_IN_BRACKETS.sub(" ", heading))).split())


@cache
def _known() -> Mapping[str, Column]:
    known = {alias: column for column, line in _ALIASES.items() for alias in line.split("|")}
    for column in Column:
        known[_plain(column.replace("_", " "))] = column
        for language in LANGUAGES:
            known[_plain(say(f"lead_file.column.{column}", language))] = column
    return known
