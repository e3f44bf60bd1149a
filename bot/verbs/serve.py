"""The verbs that serve people: run and demo."""

from __future__ import annotations

from bot import start
from bot.config import read_demo_config
from bot.verbs.company import with_company
from bot.verbs.flags import Flags, settings, with_settings


@with_settings
def run(flags: Flags) -> int:
    """Serve every configured channel, the pages and the clock, until stopped."""
    return start.run(with_company(settings(flags)))


@with_settings
def demo(flags: Flags) -> int:
    """Serve the sample company on http://127.0.0.1:8080, with a clock that can be wound."""
    return start.demo(settings(flags, read_demo_config))
