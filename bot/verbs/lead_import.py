"""The verb `import`: leads from a CSV file or a workbook, row by row, batch by batch."""

from __future__ import annotations

import asyncio
import csv
import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from bot.lead_commands import Batch, ListEnd
from bot.verbs.beside import LeadVerbs, leads
from bot.verbs.company import company_of
from bot.verbs.flags import Flags, fail, with_settings
from handlers.business import Business
from handlers.csv_encoding import OLD_VIETNAMESE
from handlers.csv_file import CsvError, CsvFile
from handlers.lead_files import cells
from handlers.lead_files.arrivals import Arrival, RowReader
from handlers.lead_files.cells import CellError
from handlers.lead_files.columns import REFUSED, Layout, MapError, guessed, headings, layout
from handlers.lead_files.taking_in import Fate
from handlers.lead_files.workbook import Workbook, open_list
from handlers.texts import say

# Rows in one transaction: a tenth of a second, so that no prospect waits long behind a list.
BATCH = 100
_TELL_EVERY = 10_000  # rows, where no bar can be drawn
# Of a heading, and of headings, so many are shown.
_LETTERS, _NAMED = 60, 20
REJECTED = ".rejected.csv"


@with_settings
def take(
    file: Annotated[Path, typer.Argument(help="CSV, plain or gzipped, or XLSX.")],
    flags: Flags,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen.")] = False,
    map: Annotated[  # it is the flag's name
        list[str] | None,
        typer.Option(help='What a column holds: "Tên KH=name", "Cột 5=-"; may be repeated.'),
    ] = None,
) -> int:
    """Take leads in. Nobody is written to, and the same file again adds nothing."""
    config, business = company_of(flags)
    try:
        table = open_list(file)
        columns = layout(table.names, _mapped(map or []))
    except CsvError as error:
        fail(str(error))
    except MapError as error:
        fail(f"{file}: {error}")
    if not columns.has_address():
        fail(
            f"{file}: no column holds phone numbers or e-mail addresses. Say which does: "
            f'--map "{_short(table.names[0])}=phone". The columns: {_some(table.names)}.'
        )
    for line in _understood(table, columns):
        typer.echo(line)

    async def work() -> _Import:
        async with leads(config, business) as door:
            taking = _Import(table, columns, business, door, dry_run)
            await taking.run()
            return taking

    done = asyncio.run(work())
    for line in done.told():
        typer.echo(line)
    return 1 if done.counts["refused"] else 0


def _some(names: tuple[str, ...]) -> str:
    """As many as anybody reads: what is no list may seem to have thousands."""
    return ", ".join(map(_short, names[:_NAMED])) + (" …" if len(names) > _NAMED else "")


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[:_LETTERS]}…"


def _mapped(given: Iterable[str]) -> dict[str, str]:
    found = {}
    for one in given:
        column, is_there, what = one.rpartition("=")
        if not is_there:
            raise MapError(f"'{one}' is no map: write COLUMN=FIELD, 'Tên KH=name' say.")
        found[column.strip()] = what.strip()
    return found


def _understood(table: CsvFile | Workbook, columns: Layout) -> Iterator[str]:
    if table.written.encoding == OLD_VIETNAMESE:
        yield "Written in windows-1258 and read as that; look at the names afterwards."
    pairs = [
        f"{table.names[place]} = {column}"
        for column, places in columns.places.items()
        for place in places
    ]
    yield f"Read: {', '.join(pairs)}"
    if columns.unused:
        yield f'Not used: {", ".join(columns.unused)}  (--map "COLUMN=FIELD" to use one)'


@dataclass
class _Import:
    """One run over a file."""

    table: CsvFile | Workbook
    columns: Layout
    business: Business
    door: LeadVerbs
    dry: bool
    counts: Counter[str] = field(default_factory=Counter)
    strangers: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._language = self.business.languages[0]
        self._rejected = _Rejected(self.table, self._language)
        self._seen = _Seen()

    async def run(self) -> None:
        batch: list[tuple[Arrival, list[str]]] = []
        with closing(self._rejected), closing(self._seen), _Progress(self.table) as progress:
            for line, row, one in self._arrivals():
                progress.reached(line)
                if isinstance(one, Arrival):
                    batch.append((one, row))
                else:
                    self._refuse(line, row, one)
                if len(batch) == BATCH:
                    await self._send(batch)
                    batch = []
            if batch:
                await self._send(batch)
        if not self.dry:
            counts = dict(self.counts)
            await self.door.end_list(ListEnd(list_name=self.table.path.name, counts=counts))

    def told(self) -> Iterator[str]:
        would = "Dry run, nothing was stored: " if self.dry else "✓ "
        known = self.counts[Fate.KNOWN]
        yield (
            f"{would}{self.counts[Fate.NEW]:,} new, {self.counts[Fate.FILLED]:,} filled in, "
            f"{known:,} known already, {self.counts['refused']:,} refused"
        )
        if self.counts["refused"]:
            yield f"  why, line by line: {self._rejected.path}"
        if self.strangers:
            yield f"! Not on the team, so their leads are nobody's: {', '.join(self.strangers)}"

    def _arrivals(self) -> Iterator[tuple[int, list[str], Arrival | CellError]]:
        now = datetime.now(UTC)
        reader = RowReader(self.columns, self.business)
        for tried in self.table.tried_rows():
            row, one = tried.cells, CellError("cells", "")
            if tried.fault is not None:
                yield tried.line, row, one
                continue
            if not any(cell.strip() for cell in row):
                continue
            try:
                yield tried.line, row, reader.arrival(tried.line, row, now)
            except CellError as error:
                yield tried.line, row, error

    async def _send(self, batch: list[tuple[Arrival, list[str]]]) -> None:
        rows: list[dict[str, Any]] = [one.plain() for one, _ in batch]
        answer = await self.door.take_in(
            Batch(list_name=self.table.path.name, rows=rows, dry=self.dry)
        )
        for (one, row), fate in zip(batch, answer.fates, strict=True):
            if fate == Fate.ERASED:
                self._refuse(one.line, row, CellError("erased", ""))
            elif self.dry and self._seen.before(one.addresses) and fate == Fate.NEW:
                self.counts[Fate.KNOWN] += 1
            else:
                self.counts[fate] += 1
        self.strangers |= dict.fromkeys(answer.strangers)

    def _refuse(self, line: int, row: list[str], error: CellError) -> None:
        self.counts["refused"] += 1
        reason = say(f"lead_file.refused.{error.key}", self._language, cell=error.cell[:60])
        self._rejected.add(line, reason, row)


class _Rejected:
    """FILE.rejected.csv: why, and the row as it was, to be mended and taken in again."""

    def __init__(self, table: CsvFile | Workbook, language: str) -> None:
        self.path = table.path.with_name(table.path.name + REJECTED)
        self._kept = [at for at, name in enumerate(table.names) if guessed(name) not in REFUSED]
        self._head = [
            *headings(REFUSED, language),
            *(cells.harmless(table.names[at]) for at in self._kept),
        ]
        self._file: IO[str] | None = None
        self._writer: Any = None
        self.path.unlink(missing_ok=True)  # that of an earlier run speaks of other rows

    def add(self, line: int, reason: str, row: list[str]) -> None:
        if self._file is None:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="")
            self._writer = csv.writer(self._file)
            self._writer.writerow(self._head)
        kept = [row[at] for at in self._kept if at < len(row)]
        beyond = row[max(self._kept, default=-1) + 1 :]
        self._writer.writerow([line, reason, *map(cells.harmless, (*kept, *beyond))])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


class _Seen:
    """The addresses of a dry run, on disk: a list may be longer than the memory."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("CREATE TABLE seen (address TEXT PRIMARY KEY) WITHOUT ROWID")

    def before(self, addresses: tuple[str, ...]) -> bool:
        """Whether one of them was here before; from now on all of them were."""
        added = [
            self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (one,)).rowcount
            for one in addresses
        ]
        return not all(added)

    def close(self) -> None:
        self._database.close()


class _Progress:
    """How far we are, on the error stream: a bar on a terminal, else a line now and then."""

    def __init__(self, table: CsvFile | Workbook) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._lines = max(1, table.written.lines)
        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(table.path.name, total=self._lines)
        self._told = 0

    def __enter__(self) -> _Progress:
        if sys.stderr.isatty():
            self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        if sys.stderr.isatty():  # a bar that was not begun leaves an empty line at its end
            self._bar.stop()

    def reached(self, line: int) -> None:
        if line - self._told < (_TELL_EVERY if not sys.stderr.isatty() else BATCH):
            return
        self._told = line
        self._bar.update(self._task, completed=line)
        if not sys.stderr.isatty():
            typer.echo(f"line {line:,} of {self._lines:,}", err=True)
