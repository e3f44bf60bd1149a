"""The verbs that serve people: run and demo."""

from __future__ import annotations

import typer

from bot import start
from bot.config import Config, read_demo_config, with_sample_company
from bot.verbs.flags import Flags, settings, with_settings


@with_settings
def run(flags: Flags) -> int:
    """Serve every configured channel, the pages and the clock, until stopped."""
    return start.run(with_company(settings(flags)))


@with_settings
def demo(flags: Flags) -> int:
    """Serve the sample company on http://127.0.0.1:8080, with a clock that can be wound."""
    return start.demo(settings(flags, read_demo_config))


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
