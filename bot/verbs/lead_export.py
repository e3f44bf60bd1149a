"""The verb `export`: leads to a CSV file or a workbook."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.lead_commands import Ask, ExportEnd
from bot.verbs.beside import LeadVerbs, leads
from bot.verbs.company import company_of, language_of
from bot.verbs.flags import Flags, fail, misuse, with_settings
from handlers.lead_files.columns import headings
from handlers.lead_files.giving_out import WRITTEN
from handlers.lead_files.sheets_out import TABLES, new_sheet
from scoring.lead import Stage, Temperature


@with_settings
def export(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx file that is not there yet.")],
    flags: Flags,
    temperature: Annotated[Temperature | None, typer.Option(help="Only these.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="Only these.")] = None,
    rep: Annotated[str, typer.Option(help="Only the leads of this member of the team.")] = "",
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only those that came since.")
    ] = None,
    lang: Annotated[str, typer.Option(help="vi or en; else the company's first.")] = "",
) -> int:
    """Write leads with all that is known of them; who exported how many goes into the audit."""
    refuse_what_is_no_new_table(file)
    config, business = company_of(flags)
    language = language_of(business, lang)
    ask = Ask(
        language=language,
        temperature=temperature,
        stage=stage,
        rep=rep,
        since=since.date() if since is not None else None,
    )

    async def work() -> int:
        async with leads(config, business) as door:
            return await _write(file, door, ask)

    count = asyncio.run(work())
    typer.echo(f"✓ {file}  {count:,} leads")
    return 0


def refuse_what_is_no_new_table(*files: Path) -> None:
    """A name with another ending would hold what no program opens by it."""
    for file in files:
        if file.suffix.lower() not in TABLES:
            misuse(f"{file}: a .csv or an .xlsx file is written; call it {file.stem}.xlsx.")
        if file.exists():
            fail(f"{file} is there already: give another name, or move it away.")


async def _write(file: Path, door: LeadVerbs, ask: Ask) -> int:
    """Page by page into a file beside it, which takes the name when it is whole."""
    page = await door.rows(ask)
    if page.team is not None:
        team = ", ".join(page.team) or "nobody yet"
        fail(f"Nobody on the team is called '{ask.rep}'. On it: {team}.")
    count = 0
    with _told_of(file) as part:
        sheet = new_sheet(part, file.name, WRITTEN, headings(WRITTEN, ask.language))
        with closing(sheet):
            while True:
                for row in page.rows:
                    sheet.row(row)
                count += len(page.rows)
                if not page.next_after:
                    break
                page = await door.rows(ask.model_copy(update={"after": page.next_after}))
        # Before the file has its name: no export without its line in the audit.
        await door.end_export(ExportEnd(ask=ask, count=count))
        part.replace(file)
    return count


@contextmanager
def _told_of(file: Path) -> Iterator[Path]:
    """A place beside it, empty again in the end; a disk that takes no more is told of this file."""
    part = file.with_name(f"{file.name}.part")
    try:
        yield part
    except OSError as error:
        cure = "check the folder, the rights on it and the free disk space"
        fail(f"{file} could not be written ({error.strerror}): {cure}.")
    finally:
        part.unlink(missing_ok=True)
