"""Tests of lists of leads: read as people write them, taken in once, given out unharmed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import samples
from handlers.csv_file import open_csv
from handlers.lead_files import cells, giving_out
from handlers.lead_files.arrivals import Arrival, RowReader, from_plain
from handlers.lead_files.cells import CellError
from handlers.lead_files.columns import Column, MapError, guessed, headings, layout
from handlers.lead_files.giving_out import WRITTEN, NotOnTheTeamError, Wanted
from handlers.lead_files.taking_in import Fate, Taken, take_in
from handlers.relay import alerts
from scoring.lead import Budget, Contact, Lead, Slot, Stage
from storage.lead_lists import Listed
from storage.store import Store, Work, open_store
from storage.team import Role
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
HEAD = "Họ tên,SĐT,Email,Nhu cầu,Ngân sách,Thời điểm,Chức vụ,Ghi chú,Nguồn,NV phụ trách,Giai đoạn"


def rows_of(text: str, folder: Path, encoding: str = "utf-8") -> list[Arrival]:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    table = open_csv(path)
    reader = RowReader(layout(table.names, {}), SAMPLE_BUSINESS)
    return [reader.arrival(one.line, one.cells, MORNING) for one in table.tried_rows()]


async def taken(store: Store, arrivals: list[Arrival], now: datetime = MORNING) -> Taken:
    return await store.run(lambda work: take_in(work, SAMPLE_BUSINESS, arrivals, "list.csv", now))


async def everyone(store: Store) -> tuple[Listed, ...]:
    return await store.read(lambda work: work.lead_lists.page(after=0, limit=1000))


# --- reading --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Họ và tên", Column.NAME),
        ("HỌ TÊN KHÁCH HÀNG (*)", Column.NAME),
        ("Full name", Column.NAME),
        ("SĐT 2", Column.PHONE),
        ("Số điện thoại (bắt buộc)", Column.PHONE),
        ("mobile_number", Column.PHONE),
        ("E-mail", Column.EMAIL),
        ("Nhu cầu", Column.NEED),
        ("Khi nào mua?", Column.TIMING),
        ("Ngân sách dự kiến", Column.BUDGET),
        ("Chức vụ", Column.AUTHORITY),
        ("Ghi chú:", Column.NOTE),
        ("NV phụ trách", Column.REP),
        ("Lead Source", Column.SOURCE),
        ("STT", None),
        ("", None),
    ],
)
def test_headings_are_guessed_as_people_write_them(heading: str, column: Column | None) -> None:
    assert guessed(heading) is column


def test_a_map_overrules_the_guess_and_a_misspelled_one_is_answered() -> None:
    names = ("Cột A", "Tên", "Khách")

    found = layout(names, {"Cột A": "phone", "Khách": "-"})

    assert found.places == {Column.PHONE: (0,), Column.NAME: (1,)}
    with pytest.raises(MapError, match="Did you mean 'Cột A'"):
        layout(names, {"Cot A": "phone"})
    with pytest.raises(MapError, match="Did you mean 'phone'"):
        layout(names, {"Tên": "phon"})


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0912 345 678", ("+84912345678",)),
        ("'+84912345678", ("+84912345678",)),
        ("84912345678", ("+84912345678",)),
        ("912345678", ("+84912345678",)),  # a spreadsheet took the zero away
        ("912345678.0", ("+84912345678",)),
        ("01658 888 999", ("+84358888999",)),  # as it was dialled until 2018
        ("1658888999", ("+84358888999",)),
        ("+84 1658888999", ("+84358888999",)),
        ("0912.345.678 / 0987-654-321", ("+84912345678", "+84987654321")),
        ("024 3825 5555", ("+842438255555",)),
        ("+1 650 253 0000", ("+16502530000",)),
    ],
)
def test_numbers_as_lists_have_them_become_e164(cell: str, numbers: tuple[str, ...]) -> None:
    assert cells.phones(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "key"), [("12345", "phone"), ("9.12E+08", "phone_shortened"), ("chưa có", "phone")]
)
def test_what_is_no_number_is_refused_with_its_reason(cell: str, key: str) -> None:
    with pytest.raises(CellError) as refused:
        cells.phones(cell)

    assert refused.value.key == key


@given(st.text(st.sampled_from("'=+-@\t\r\0 aé"), max_size=6) | st.text(max_size=20))
def test_no_cell_given_out_is_a_formula_and_it_reads_back(text: str) -> None:
    written = cells.harmless(text)

    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cells.plain(written) == text.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_every_encoding_a_spreadsheet_saves_in_is_read(encoding: str, tmp_path: Path) -> None:
    name = "Nguyễn Thị Hoà Đỗ"
    # The old code page writes a tone as a mark of its own.
    written = name
    if encoding == "cp1258":
        written = "Nguyê\u0303n Thi\u0323 Hoa\u0300 Đô\u0303"
    heading = "Ten,SDT" if encoding == "cp1258" else "Tên,SĐT"

    (one,) = rows_of(f"{heading}\n{written},0912345678\n", tmp_path, encoding)

    assert one.contact.name == name


def test_a_row_that_cannot_be_read_does_not_stop_the_next(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        b'name,phone,note\nLan,0912345678\nb,1,2,3,4\n"open"x,1,2\nH\xff,0912345679,\nMai,0912345670,\n'
    )

    tried = list(open_csv(path).tried_rows())

    assert [one.line for one in tried] == [2, 3, 4, 5, 6]
    assert [one.fault is None for one in tried] == [True, False, False, True, True]
    assert tried[0].cells == ["Lan", "0912345678", ""]
    assert tried[1].cells == ["b", "1", "2", "3", "4"]


# --- taking in ------------------------------------------------------------------------------


async def test_a_list_becomes_leads_with_facts_score_rep_and_stage(
    store: Store, tmp_path: Path
) -> None:
    minh = await store.run(lambda work: work.team.add("Minh", Role.REP, MORNING))
    arrivals = rows_of(
        f"{HEAD}\n"
        "Hoa,01658888999,HOA@example.com,phần mềm cho 3 cửa hàng,tầm 30 triệu,tháng sau,"
        "giám đốc,gọi buổi sáng,hội chợ,minh,\n"
        "Nam,0987654321,,,,,,cần gấp 5 máy tính tiền tuần này,,Tuấn,khách hàng\n",
        tmp_path,
    )
    # As it travels to the process that runs.
    arrivals = [from_plain(one.plain()) for one in arrivals]

    first = await taken(store, arrivals)
    again = await taken(store, arrivals, MORNING + timedelta(days=1))

    assert first.fates == (Fate.NEW, Fate.NEW)
    assert first.strangers == ("Tuấn",)
    assert again.fates == (Fate.KNOWN, Fate.KNOWN)
    hoa, nam = (one.lead for one in await everyone(store))
    assert (hoa.name, hoa.source, hoa.rep_id, hoa.completeness) == ("Hoa", "hội chợ", minh, 100)
    assert hoa.points > 0
    contact = hoa.fact(Slot.CONTACT)
    assert contact is not None
    assert isinstance(contact.value, Contact)
    assert contact.value.phones == ("+84358888999",)
    assert contact.value.emails == ("hoa@example.com",)
    assert (nam.source, nam.stage, nam.rep_id) == ("import", Stage.CUSTOMER, None)
    assert nam.fact(Slot.NEED) is not None  # the note tells it


async def test_a_known_number_or_address_fills_its_lead_and_overwrites_nothing(
    house: House, tmp_path: Path
) -> None:
    await house.starts("lan")
    await house.says("lan", "cần phần mềm cho 3 cửa hàng, tầm 30 triệu, gọi chị 0912 345 678")
    arrivals = rows_of(
        f"{HEAD}\n"
        ",+84912345678,lan@example.com,kế toán,5 triệu,tháng sau,,,,,\n"
        "Lan nữa,0911222333,LAN@example.com,,,,,,,,\n",
        tmp_path,
    )

    found = await taken(house.store, arrivals, house.clock.now())

    assert found.fates == (Fate.FILLED, Fate.FILLED)
    (listed,) = await everyone(house.store)
    lead: Lead = listed.lead
    need, budget, contact = (lead.fact(one) for one in (Slot.NEED, Slot.BUDGET, Slot.CONTACT))
    assert need is not None
    assert "3 cửa hàng" in need.value.text  # type: ignore[union-attr] # a need has words
    assert budget is not None
    assert isinstance(budget.value, Budget)
    assert "30" in budget.value.text
    assert lead.fact(Slot.TIMING) is not None
    assert contact is not None
    assert isinstance(contact.value, Contact)
    assert contact.value.phones == ("+84912345678", "+84911222333")
    assert contact.value.emails == ("lan@example.com",)


async def test_a_list_is_no_consent_nobody_hears_of_it(sqlite_house: House, tmp_path: Path) -> None:
    house = sqlite_house
    await house.joins("boss", "owner", "Hoa")
    before = len(house.channel.sent)
    arrivals = rows_of(
        f"{HEAD}\nNam,0987654321,,cần gấp báo giá 5 máy,100 triệu,hôm nay,giám đốc,,,,\n", tmp_path
    )

    await taken(house.store, arrivals, house.clock.now())
    for _ in range(6):
        await house.passes(days=5)

    told = [one for one in house.channel.sent[before:] if "Nam" in one.text]
    assert told == []
    (listed,) = await everyone(house.store)
    assert await house.store.read(lambda work: work.leads.prospects_of(listed.lead.id)) == ()


async def test_who_was_erased_is_not_brought_back_by_a_list(house: House, tmp_path: Path) -> None:
    await house.starts("lan")
    await house.says("lan", "gọi chị 0912 345 678")
    (listed,) = await everyone(house.store)
    abilities = {house.channel.name: house.channel.abilities}
    await house.store.run(
        lambda work: alerts.erase(work, abilities, listed.lead.id, house.clock.now())
    )

    found = await taken(house.store, rows_of("Tên,SĐT\nLan,0912345678\nMai,0912345679\n", tmp_path))

    assert found.fates == (Fate.ERASED, Fate.NEW)
    assert [one.lead.name for one in await everyone(house.store)] == ["Mai"]


# --- giving out -----------------------------------------------------------------------------


def write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def export(work: Work, wanted: Wanted) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    after = 0
    while True:
        page = giving_out.page(work, SAMPLE_BUSINESS, wanted, after)
        rows += page.rows
        if not page.next_after:
            return rows
        after = page.next_after


async def test_what_goes_out_comes_in_again_as_it_was(
    sqlite_store: Store, tmp_path: Path, blank_sqlite: Path
) -> None:
    now = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)

    def tell(work: Work) -> None:
        rep = work.team.add("Minh", Role.REP, now)
        samples.tell(work, SAMPLE_BUSINESS, (rep,), now)

    await sqlite_store.run(tell)
    rows = await sqlite_store.read(lambda work: export(work, Wanted("en")))
    path = tmp_path / "out.csv"
    write(path, [headings(WRITTEN, "en"), *rows])
    other = open_store(f"sqlite:///{shutil.copy(blank_sqlite, tmp_path / 'copy.db')}")
    table = open_csv(path)
    reader = RowReader(layout(table.names, {}), SAMPLE_BUSINESS)
    reachable = [one for one in table.tried_rows() if one.cells[2]]

    await other.run(lambda work: work.team.add("Minh", Role.REP, now))
    await taken(other, [reader.arrival(one.line, one.cells, now) for one in reachable], now)

    again = await other.read(lambda work: export(work, Wanted("en")))
    await other.close()
    # Its number, its behaviour and what comes of that are a lead's own; the rest is the same.
    own = {
        Column.LEAD,
        Column.SCORE,
        Column.COMPLETENESS,
        Column.TEMPERATURE,
        Column.STAGE,
        Column.HEARD,
    }
    keep = [at for at, column in enumerate(WRITTEN) if column not in own]
    expected = [[one.cells[at] for at in keep] for one in reachable]
    source = keep.index(WRITTEN.index(Column.SOURCE))
    for row in expected:
        row[source] = row[source] or "import"
    assert len(expected) > 30
    assert [[row[at] for at in keep] for row in again] == expected


async def test_an_export_can_be_narrowed(store: Store, tmp_path: Path) -> None:
    await store.run(lambda work: work.team.add("Minh", Role.REP, MORNING))
    text = (
        "Tên,SĐT,Sale,Giai đoạn,Ngày tạo\n"
        "Cũ,0912345670,Minh,,01/01/2026\n"
        "Mới,0912345671,,khách hàng,01/03/2026\n"
    )
    await taken(store, rows_of(text, tmp_path))

    async def names(wanted: Wanted) -> list[str]:
        rows = await store.read(lambda work: export(work, wanted))
        return [row[WRITTEN.index(Column.NAME)] for row in rows]

    assert await names(Wanted()) == ["Cũ", "Mới"]
    assert await names(Wanted(rep="minh")) == ["Cũ"]
    assert await names(Wanted(stage=Stage.CUSTOMER)) == ["Mới"]
    assert await names(Wanted(since=date(2026, 2, 1))) == ["Mới"]
    with pytest.raises(NotOnTheTeamError, match="Nobody"):
        await names(Wanted(rep="Nobody"))
