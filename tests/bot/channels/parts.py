"""Says all of a message, part by part, as delivery does with a store between the parts."""

from __future__ import annotations

from handlers.channel import Channel, OutgoingMessage, PartTakenError


async def say_all(channel: Channel, message: OutgoingMessage) -> str:
    """The id of the last part."""
    while True:
        try:
            return await channel.send(message)
        except PartTakenError as part:
            message = part.rest
