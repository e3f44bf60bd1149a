"""The verb `chat`: talk in the terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bot.console_chat import chat as talk
from bot.verbs.company import with_company
from bot.verbs.flags import Flags, settings, with_settings


class Language(StrEnum):
    VI = "vi"
    EN = "en"


class Part(StrEnum):
    PROSPECT = "prospect"
    REP = "rep"
    MANAGER = "manager"


@with_settings
def chat(
    flags: Flags,
    lang: Annotated[Language, typer.Option(help="The language to begin in.")] = Language.VI,
    part: Annotated[Part, typer.Option("--as", help="Who you are.")] = Part.PROSPECT,
) -> int:
    """Talk in the terminal, with the same answers as everywhere else."""
    return talk(with_company(settings(flags)), lang.value, part.value)
