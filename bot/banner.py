"""What the terminal shows when the program has started."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import samples
from handlers.business import Business


def started(
    business: Business, database: str, channels: Sequence[str], url: str, *, demo: bool
) -> tuple[str, ...]:
    """The parts that run, where to look, and the command that comes next."""
    company = business.company.name
    asked = f"{len(business.questions)} questions, {len(business.faq)} FAQ"
    return (
        f"✓ database   {_place(database)}{_SAMPLES if demo else ''}",
        f"✓ business   {company}{', the sample company' if demo else ''} ({asked})",
        f"✓ channels   {', '.join(channels)}{' (no account, no token)' if demo else ''}",
        f"  Open  {url}{'   ← prospect, rep and manager side by side' if demo else ''}",
        *(_DEMO_NEXT if demo else _RUN_NEXT),
    )


_SAMPLES = f" ({samples.COUNT} sample leads over {samples.DAYS} days)"
_DEMO_NEXT = (
    "  Or talk here:  python3 run.py chat --lang vi",
    "  Go live:       python3 run.py init       Check: python3 run.py doctor",
    "  Ctrl-C stops it. Nothing left this machine.",
)
_RUN_NEXT = (
    "  Invite:  python3 run.py invite --role rep --name Minh     Check: python3 run.py doctor",
)


def _place(database: str) -> str:
    """Where the data is, without a password."""
    scheme, _, rest = database.partition("://")
    return rest.removeprefix("/") if scheme == "sqlite" else f"{scheme} {rest.rpartition('@')[2]}"
