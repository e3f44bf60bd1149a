"""All personas against one company, several seeds each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

from bot.simulation.cast import Persona
from bot.simulation.playing import PlayedConversation, play
from bot.simulation.stage import blank_database, open_stage
from handlers.business import Business

SEEDS = 3


def simulate(
    business: Business, personas: Iterable[Persona], seeds: int = SEEDS
) -> list[PlayedConversation]:
    """Play every persona with every seed, each conversation from the same morning on."""
    with blank_database() as blank:
        return asyncio.run(_simulate(business, personas, seeds, blank))


async def _simulate(
    business: Business, personas: Iterable[Persona], seeds: int, blank: Path
) -> list[PlayedConversation]:
    played: list[PlayedConversation] = []
    for persona in personas:
        for seed in range(seeds):
            async with open_stage(business, blank) as stage:
                played.append(await play(stage, business, persona, seed))
    return played
