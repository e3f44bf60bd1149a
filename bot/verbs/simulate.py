"""The verb `simulate`: made-up prospects talk to a company; exit 1 where a rule was broken."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.simulation.cast import CAST, Persona, named
from bot.simulation.report import report
from bot.simulation.simulate import SEEDS
from bot.simulation.simulate import simulate as play_all
from bot.verbs.chat import Language
from bot.verbs.flags import fail
from handlers.business import SAMPLE
from handlers.owners_file import BusinessFileError, load


def simulate(
    persona: Annotated[
        str | None, typer.Option(help="Only this one; a wrong name lists them all.")
    ] = None,
    business: Annotated[Path, typer.Option(help="The business file to talk to.")] = SAMPLE,
    seeds: Annotated[int, typer.Option(min=1, max=1000, help="Conversations of each.")] = SEEDS,
    lang: Annotated[
        Language | None, typer.Option(help="Everybody writes this language; each his own if not.")
    ] = None,
    show: Annotated[bool, typer.Option(help="Print the conversations, too.")] = False,
) -> None:
    """Let made-up prospects play whole conversations with the real handlers."""
    cast: tuple[Persona, ...] = CAST
    if persona is not None:
        found = named(persona)
        if found is None:
            known = "\n".join(f"  {one.name:<18} {one.about}" for one in CAST)
            typer.echo(f"No persona is called '{persona}'. There are:\n{known}", err=True)
            raise typer.Exit(2)
        cast = (found,)
    if lang is not None:
        cast = tuple(one.writing(lang.value) for one in cast)
    try:
        company = load(business)
    except BusinessFileError as error:
        fail(str(error))
    logs.configure("error", "console", ())
    played = play_all(company, cast, seeds)
    if show:
        typer.echo("\n\n".join(map(str, played)))
    typer.echo(report(f"{company.company.name} ({business.name})", played))
    raise typer.Exit(1 if any(one.violations for one in played) else 0)
