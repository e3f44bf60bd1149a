"""Whose company a verb works for, and in which language it writes."""

from __future__ import annotations

import typer

from bot import last_good
from bot.config import Config, with_sample_company
from bot.verbs.flags import Flags, misuse, settings
from handlers.business import Business
from handlers.texts import LANGUAGES


def with_company(config: Config) -> Config:
    """The owner's company; where there is no business file yet, the sample one, said so."""
    if config.has_business_file:
        return config
    typer.echo(
        f"! {config.business_file} is not there: the sample company speaks. "
        "Write your own before real prospects come: python3 run.py init",
        err=True,
    )
    return with_sample_company(config)


def company_of(flags: Flags) -> tuple[Config, Business]:
    """The settings, and the company by the last good version of its file, in its time zone."""
    config = with_company(settings(flags))
    business, _ = last_good.company(config.business_file, config.data_dir)
    return config, business.in_zone(config.tz)


def language_of(business: Business, lang: str) -> str:
    """What `--lang` asks for, else the company's first; one there is not ends the verb."""
    language = lang or business.languages[0]
    if language not in LANGUAGES:
        misuse(f"--lang is '{lang}': there are {' and '.join(LANGUAGES)}.")
    return language
