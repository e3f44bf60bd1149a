"""The verb `check`: what is wrong with the business file, line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from handlers.business import schema
from handlers.owners_file import BusinessFileError, load
from handlers.texts import say


def check(
    file: Annotated[
        Path, typer.Argument(envvar="DUYEN_BUSINESS_FILE", help="The owner's file.")
    ] = Path("business.yaml"),
    as_schema: Annotated[
        bool, typer.Option("--schema", help="Print the file's JSON Schema, for editors.")
    ] = False,
) -> None:
    """Read the business file and name every fault in it: file:line:column message."""
    if as_schema:
        typer.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
        return
    try:
        business = load(file)
    except BusinessFileError as error:
        typer.echo(error)
        raise typer.Exit(1) from None
    counts = {
        "offers": len(business.offers),
        "questions": len(business.questions),
        "faq": len(business.faq),
    }
    language = business.languages[0]
    typer.echo(
        say("check.right", language, file=file.name, company=business.company.name, **counts)
    )
