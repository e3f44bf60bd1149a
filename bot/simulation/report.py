"""What the simulator prints: a line for each persona, and every fault it found."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from bot.simulation.playing import PlayedConversation

_TITLE = (
    f"{'persona':<18} {'played':>6} {'done':>5} {'turns':>6} {'asked':>6}"
    f" {'facts':>8} {'warmth':>7} {'faults':>7}"
)


def report(company: str, played: Sequence[PlayedConversation]) -> str:
    """The table of one company's conversations."""
    names = dict.fromkeys(one.persona.name for one in played)
    rows = [_row(name, [one for one in played if one.persona.name == name]) for name in names]
    faults = [
        f"  {one.persona.name}, seed {one.seed}: {fault}"
        for one in played
        for fault in one.violations
    ]
    total = _row("all", list(played))
    return "\n".join((company, _TITLE, *rows, total, *faults))


def _row(name: str, played: list[PlayedConversation]) -> str:
    done = sum(one.is_complete for one in played)
    turns = [one.turns_to_complete for one in played if one.turns_to_complete is not None]
    asked = mean(one.questions for one in played)
    right, told = sum(one.facts_right for one in played), sum(one.facts_told for one in played)
    warm = sum(one.is_warm_as_it_should for one in played)
    faults = sum(len(one.violations) for one in played)
    return (
        f"{name:<18} {len(played):>6} {done:>5} {mean(turns) if turns else 0:>6.1f} {asked:>6.1f}"
        f" {f'{right}/{told}':>8} {f'{warm}/{len(played)}':>7} {faults:>7}"
    )
