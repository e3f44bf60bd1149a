"""The verbs `import` and `export` as they are typed, with and without a process that runs."""

from __future__ import annotations

import asyncio
import csv
import os
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog
import xlsxwriter
from fastapi import FastAPI
from typer.testing import CliRunner, Result

from bot.__main__ import program
from bot.breach_commands import BreachCommands, breach_routes
from bot.control import Invited, NewInvite, control_routes, new_control
from bot.lead_commands import LeadCommands, lead_routes
from bot.lock import Lock
from bot.web_server import WebServer
from handlers.business import SAMPLE
from handlers.lead_files.workbook import open_list
from storage.store import open_store
from tests.fakes import FakeClock
from tests.house import SAMPLE_BUSINESS

LIST = (
    "Họ tên;SĐT;Ngân sách;Ghi chú\n"
    "Hoa;0912345678;tầm 30 triệu;=1+1\n"
    "Nam;01658888999;;\n"
    "Mai;12345;;\n"
    "Hoa lần nữa;+84912345678;;\n"
)


@dataclass(frozen=True)
class Typed:
    """Verbs as they are typed in a folder, in this process: a start of Python takes seconds."""

    folder: Path

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(program(words[0]), words)


@pytest.fixture
def typed(tmp_path: Path, blank_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Typed]:
    monkeypatch.chdir(tmp_path)
    for name in [one for one in os.environ if "DUYEN" in one]:
        monkeypatch.delenv(name)
    (tmp_path / "data").mkdir()
    shutil.copy(blank_sqlite, tmp_path / "data" / "duyen.db")
    shutil.copy(SAMPLE, tmp_path / "business.yaml")
    (tmp_path / "leads.csv").write_text(LIST, encoding="utf-16")
    yield Typed(tmp_path)
    structlog.reset_defaults()


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def ask(typed: Typed, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(typed.folder / "data" / "duyen.db")) as connection:
        return connection.execute(query).fetchall()


def change(typed: Typed, statement: str) -> None:
    with closing(sqlite3.connect(typed.folder / "data" / "duyen.db")) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_list_comes_in_once_and_goes_out_for_a_spreadsheet(typed: Typed) -> None:
    dry = typed("import", "leads.csv", "--dry-run")
    stored_by_dry_run = ask(typed, "SELECT count(*) FROM lead")
    first, again = typed("import", "leads.csv"), typed("import", "leads.csv")
    out = typed("export", "out.csv", "--lang", "en")

    assert (dry.exit_code, first.exit_code, again.exit_code) == (1, 1, 1)
    assert "nothing was stored: 2 new, 0 filled in, 1 known already, 1 refused" in dry.stdout
    assert stored_by_dry_run == [(0,)]
    assert "✓ 2 new, 0 filled in, 1 known already, 1 refused" in first.stdout
    assert "✓ 0 new, 0 filled in, 3 known already, 1 refused" in again.stdout
    (refused,) = table(typed.folder / "leads.csv.rejected.csv")
    assert refused["Dòng"] == "4"
    assert refused["Lý do"] == "số điện thoại không đúng: 12345"
    assert refused["Họ tên"] == "Mai"
    assert out.exit_code == 0
    hoa, nam = table(typed.folder / "out.csv")
    assert (hoa["Name"], hoa["Phone"], hoa["Source"]) == ("Hoa", "0912 345 678", "import")
    assert (nam["Name"], nam["Phone"]) == ("Nam", "0358 888 999")
    assert (typed.folder / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for file in ("out.csv", "leads.csv.rejected.csv"):
        assert stat.S_IMODE((typed.folder / file).stat().st_mode) == 0o600
    audit = ask(typed, "SELECT who, action, detail FROM audit ORDER BY id")
    assert [row[:2] for row in audit] == [("console", "import")] * 2 + [("console", "export")]
    assert "leads.csv: 1 refused, 2 new, 1 known" in str(audit[0][2])
    assert audit[2][2] == "2 leads"


def test_a_workbook_goes_out_and_comes_in_with_every_number_and_no_formula(typed: Typed) -> None:
    typed("import", "leads.csv")
    bad = 'Họ tên,SĐT\n"=HYPERLINK(""http://evil"")",0912345670\n'
    (typed.folder / "bad.csv").write_text(bad)
    typed("import", "bad.csv")

    out = typed("export", "out.xlsx")
    again = typed("import", "out.xlsx")

    assert (out.exit_code, again.exit_code) == (0, 0)
    assert "0 new, 0 filled in, 3 known already, 0 refused" in again.stdout
    assert stat.S_IMODE((typed.folder / "out.xlsx").stat().st_mode) == 0o600
    rows = list(open_list(typed.folder / "out.xlsx").tried_rows())
    names = open_list(typed.folder / "out.xlsx").names
    shown = [dict(zip(names, row.cells, strict=True)) for row in rows]
    assert [row["Họ tên"] for row in shown] == ["Hoa", "Nam", '=HYPERLINK("http://evil")']
    assert (shown[0]["SĐT"], shown[0]["Ngân sách từ (đ)"]) == ("0912 345 678", "24000000")
    with zipfile.ZipFile(typed.folder / "out.xlsx") as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_a_breach_kit_names_people_data_times_and_who_saw_them(typed: Typed) -> None:
    typed("import", "leads.csv")
    typed("export", "all.csv")
    typed("invite", "--role", "rep", "--name", "=Minh")
    for line in (
        "INSERT INTO staff (name, role, created_at) VALUES ('=Minh', 'rep', '2026-01-01')",
        "INSERT INTO audit (at, who, action, lead_id)"
        " VALUES ('2026-11-20 02:00:00', 'staff:1', 'view', 2)",
    ):
        change(typed, line)

    kit = typed("breach", "kit.csv", "--from", "2026-11-20", "--to", "2099-11-20", "--lang", "en")
    his = typed(
        "breach", "his.xlsx", "--from", "2026-11-20T08:00", "--to", "2026-11-20", "--by", "=Minh"
    )

    assert kit.exit_code == 0, kit.stderr
    hoa, nam = table(typed.folder / "kit.csv")
    assert (hoa["Lead"], hoa["Name"], hoa["Phone"]) == ("1", "Hoa", "0912 345 678")
    assert hoa["Data held"] == "name, phone number, budget, notes, behaviour and score"
    assert (hoa["Seen by (team)"], nam["Seen by (team)"]) == ("console", "'=Minh, console")
    looks = table(typed.folder / "kit-looks.csv")
    assert [(one["Who"], one["Act"], one["Leads"]) for one in looks if one["Act"] == "view"] == [
        ("'=Minh", "view", "#2")
    ]
    assert his.exit_code == 0, his.stderr
    assert "people" in his.stdout
    for name in ("kit.csv", "kit-looks.csv", "his.xlsx", "his-looks.xlsx"):
        assert stat.S_IMODE((typed.folder / name).stat().st_mode) == 0o600
    assert ask(typed, "SELECT count(*) FROM audit WHERE action = 'breach'") == [(2,)]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "nothing.csv"), "nothing.csv: cannot be read (No such file"),
        (("import", "names.csv"), 'Say which does: --map "A=phone"'),
        (("import", "leads.csv", "--map", "SDT=phone"), "Did you mean 'SĐT'"),
        (("import", "book.xlsx"), "book.xlsx: no workbook that can be read"),
        (("import", "noise.xlsx"), "save it as .xlsx or 'CSV UTF-8'"),
        (("import", "far.xlsx"), "something stands as far out as XFD1048576"),
        (("import", "page.xls"), "what stands in it is something else"),
        (("import", "wide.csv"), 'phone". The columns: ' + "x" * 60 + "…, b0"),
        (("export", "leads.csv"), "leads.csv is there already"),
        (("breach", "leads.csv", "--from", "2026-01-01"), "leads.csv is there already"),
        (("breach", "out.csv", "--from", "2099-01-01"), "give an earlier one"),
        (("breach", "out.csv", "--from", "2026-01-01", "--by", "Ai"), "'Ai' saw no lead"),
        (("export", "out.csv", "--rep", "Nobody"), "Nobody on the team is called 'Nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    typed: Typed, words: tuple[str, ...], says: str
) -> None:
    (typed.folder / "names.csv").write_text("A,B\nx,y\n")
    (typed.folder / "book.xlsx").write_bytes(b"PK\x03\x04")
    (typed.folder / "noise.xlsx").write_bytes(bytes(range(256)))
    (typed.folder / "page.xls").write_text("<html><table>")
    with xlsxwriter.Workbook(typed.folder / "far.xlsx") as far:
        far.add_worksheet().write(2**20 - 1, 2**14 - 1, "x")
    (typed.folder / "wide.csv").write_text(f"{'x' * 99},{','.join(f'b{n}' for n in range(99))}\n")

    done = typed(*words)

    assert done.exit_code == 1
    assert says in done.stderr
    assert len(done.stderr) < 500
    assert not (typed.folder / "out.csv").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "out.pdf"), "out.pdf: a .csv or an .xlsx file is written; call it out.xlsx"),
        (("export", "out"), "call it out.xlsx"),
        (("export", "out.csv", "--lang", "fr"), "--lang is 'fr': there are vi and en"),
        (("breach", "out.ods", "--from", "2026-01-01"), "call it out.xlsx"),
    ],
)
def test_what_is_no_use_of_the_verb_ends_with_2(
    typed: Typed, words: tuple[str, ...], says: str
) -> None:
    done = typed(*words)

    assert done.exit_code == 2
    assert says in done.stderr
    assert not list(typed.folder.glob("out*"))


async def test_both_go_through_the_process_that_runs(typed: Typed) -> None:
    database = typed.folder / "data" / "duyen.db"
    lock = Lock(database)
    lock.take()
    store = open_store(f"sqlite:///{database}")
    control = new_control(typed.folder / "data")

    async def invite(wanted: NewInvite) -> Invited:
        raise NotImplementedError

    app = FastAPI()
    commands = LeadCommands(store, SAMPLE_BUSINESS, FakeClock())
    kit_routes = breach_routes(BreachCommands(store, SAMPLE_BUSINESS, FakeClock()))
    app.include_router(control_routes(control, invite, lead_routes(commands), kit_routes))
    server = WebServer(app, "127.0.0.1", 0)
    await server.start()
    control.announce(server.url)
    try:
        taken = await asyncio.to_thread(typed, "import", "leads.csv")
        out = await asyncio.to_thread(typed, "export", "out.csv")
        kit = await asyncio.to_thread(typed, "breach", "kit.csv", "--from", "2026-01-01")
        control.withdraw()
        alone = await asyncio.to_thread(typed, "import", "leads.csv")
    finally:
        await server.stop()
        await store.close()
        lock.release()

    assert "✓ 2 new, 0 filled in, 1 known already, 1 refused" in taken.stdout
    assert out.exit_code == kit.exit_code == 0
    for file in ("out.csv", "kit.csv"):
        assert [row["Họ tên"] for row in table(typed.folder / file)] == ["Hoa", "Nam"]
    assert alone.exit_code == 1
    assert f"another copy is running on {os.fspath(Path('data') / 'duyen.db')}" in alone.stderr


@pytest.mark.skipif(os.name != "posix", reason="this system keeps no modes")
def test_the_database_that_a_list_makes_is_read_by_nobody_else(typed: Typed) -> None:
    shutil.rmtree(typed.folder / "data")

    assert typed("import", "leads.csv").exit_code == 1  # a row without a number

    data = typed.folder / "data"
    made = (data, data / "duyen.db", data / "duyen.db.lock")
    assert [one.stat().st_mode & 0o077 for one in made] == [0, 0, 0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_an_export_that_the_disk_does_not_take_is_said_and_leaves_nothing(
    typed: Typed, name: str
) -> None:
    typed("import", "leads.csv")
    (typed.folder / f"{name}.part").symlink_to("/dev/full")

    told = typed("export", name)

    assert told.exit_code == 1
    assert told.stderr.startswith(f"{name} could not be written (No space left on device): check")
    assert not list(typed.folder.glob("out*"))
