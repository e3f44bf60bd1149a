"""The verb `breach`: whose data was within reach in a time, and who of the team saw it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.breach_commands import Asked, BreachAsk, BreachEnd, BreachRows
from bot.verbs import beside
from bot.verbs.company import company_of, language_of
from bot.verbs.flags import Flags, fail, with_settings
from bot.verbs.lead_export import refuse_what_is_no_new_table
from handlers import hours
from handlers.lead_files import cells
from handlers.lead_files.breach import LOOKS, PEOPLE, heads
from handlers.lead_files.sheets_out import new_sheet

_FORMS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
_ALL = 0  # the lead of whoever saw them all
# Who saw which lead.
Seen = dict[int, set[str]]


@with_settings
def breach(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx file that is not there yet.")],
    since: Annotated[
        datetime, typer.Option("--from", formats=_FORMS, help="When it may have begun.")
    ],
    flags: Flags,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=_FORMS, help="When it ended; else now.")
    ] = None,
    by: Annotated[str, typer.Option(help="Only whom this member of the team saw.")] = "",
    lang: Annotated[str, typer.Option(help="vi or en; else the company's first.")] = "",
) -> int:
    """List whose data was within reach, which data and since when, for a notice within 72 hours.

    Beside it, in a second file, who of the team saw what in that time. Times are the company's.
    """
    looks = file.with_name(f"{file.stem}-looks{file.suffix}")
    refuse_what_is_no_new_table(file, looks)
    config, business = company_of(flags)
    language = language_of(business, lang)
    zone = hours.zone_of(business)
    begins, ends = since.replace(tzinfo=zone), _end(until, zone)
    if begins >= ends:
        fail(f"--from is {begins:%Y-%m-%d %H:%M}, --to {ends:%Y-%m-%d %H:%M}: give an earlier one.")
    ask = BreachAsk(what="people", since=begins, until=ends, language=language)

    async def work() -> tuple[int, int]:
        async with beside.breach(config, business) as kit:
            return await _write(kit, ask, file, looks, by)

    people, lines = asyncio.run(work())
    typer.echo(f"✓ {file}  {people:,} people")
    typer.echo(f"✓ {looks}  {lines:,} looks and acts of the team")
    return 0


def _end(until: datetime | None, zone: ZoneInfo) -> datetime:
    """A day alone is meant with its evening."""
    if until is None:
        return datetime.now(UTC)
    whole = timedelta(days=1) if until.time() == time(0) else timedelta(minutes=1)
    return until.replace(tzinfo=zone) + whole


async def _write(
    kit: beside.Breach, ask: BreachAsk, file: Path, looks: Path, by: str
) -> tuple[int, int]:
    """Both files or none: each grows under another name, which it takes when all is whole."""
    parts = [one.with_name(f"{one.name}.part") for one in (file, looks)]
    try:
        seen: Seen = {}
        lines = await _write_looks(kit, ask, parts[1], looks.name, seen)
        everybody = {name for names in seen.values() for name in names}
        if by and by not in everybody:
            who = ", ".join(sorted(everybody)) or "nobody"
            fail(f"'{by}' saw no lead in that time. Who did: {who}.")
        people = await _write_people(kit, ask, parts[0], file.name, seen, by)
        # Before the files have their names: no list without its line in the audit.
        await kit.end(BreachEnd(since=ask.since, until=ask.until, count=people))
        for part, whole in zip(parts, (file, looks), strict=True):
            part.replace(whole)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return people, lines


async def _write_looks(
    kit: beside.Breach, ask: BreachAsk, part: Path, name: str, seen: Seen
) -> int:
    count = 0
    kinds: Sequence[Asked] = ("looks", "cards")
    with closing(new_sheet(part, name, LOOKS, heads(LOOKS, ask.language))) as sheet:
        for what in kinds:
            async for page in _pages(kit, ask.model_copy(update={"what": what})):
                for row, (who, leads) in zip(page.rows, page.seen, strict=True):
                    sheet.row(row)
                    for lead in leads:
                        seen.setdefault(lead, set()).add(who)
                count += len(page.rows)
    return count


async def _write_people(
    kit: beside.Breach, ask: BreachAsk, part: Path, name: str, seen: Seen, by: str
) -> int:
    count = 0
    with closing(new_sheet(part, name, PEOPLE, heads(PEOPLE, ask.language))) as sheet:
        async for page in _pages(kit, ask):
            for row in page.rows:
                who = seen.get(int(row[0]), set()) | seen.get(_ALL, set())
                if not by or by in who:
                    sheet.row((*row, cells.harmless(_joined(who))))
                    count += 1
    return count


def _joined(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


async def _pages(kit: beside.Breach, ask: BreachAsk) -> AsyncIterator[BreachRows]:
    after = 0
    while True:
        page = await kit.rows(ask.model_copy(update={"after": after}))
        yield page
        after = page.next_after
        if not after:
            return
